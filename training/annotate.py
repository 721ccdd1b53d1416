"""Writes constraints into training pairs, so that the model learns to obey them.

Two forms are taught, both in the same sentence if it so falls:
inline, ``… <t> Defense Minister Nakatani </t> …`` in place of the Japanese, the English staying as it is; and
slots, one symbol such as ``<p1>`` in place of both, to be filled in after decoding.
A slot's letter is its kind: d date or time, q quantity, p person, x any other name or term.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick

from briefgen.terms.english import MONTHS
from training.corpora import Link, Pair

__all__ = ["CLOSE", "OPEN", "SLOTS", "Hit", "LexiconFinder", "annotate", "find_figures"]

OPEN, CLOSE = "<t>", "</t>"
SLOTS_PER_KIND = 8
SLOTS = tuple(f"<{kind}{n}>" for kind in "dqpx" for n in range(1, SLOTS_PER_KIND + 1))

_DATE = re.compile(r"(?:(\d{3,4})(?:\([^)]{1,8}\))?年)?(\d{1,2})月(\d{1,2})日(?:\([日月火水木金土]\))?")
_YEAR = re.compile(r"(?<!\d)(\d{3,4})(?:\([^)]{1,8}\))?年")
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of the Japanese whose English form stands in the English, with its slot letter."""

    start: int
    end: int
    english: str
    kind: str
    filling: str = ""
    """The kind of filling (as in patterns) that may stand in its place; empty when none may."""
    given: str = ""
    """What the product writes inline where the English side words it otherwise (Japan for Japanese), else empty."""


def find_figures(pair: Pair) -> list[Hit]:
    """Dates, years and plain numbers whose usual English form stands in the English side."""
    hits: list[Hit] = []
    for match in _DATE.finditer(pair.ja):
        year, month, day = match.groups()
        if not 1 <= int(month) <= 12:
            continue
        name = MONTHS[int(month) - 1]
        forms = [f"{name} {day}, {year}", f"{day} {name} {year}"] if year else []
        hits += _first_found(pair, match, [*forms, f"{name} {day}", f"{day} {name}"], "d")
    for match in _YEAR.finditer(pair.ja):
        hits += _first_found(pair, match, [match[1]], "d")
    for match in _NUMBER.finditer(pair.ja):
        value = match[0].replace(",", "")
        grouped = f"{int(value):,}" if value.isdigit() and len(value) > 3 else value
        hits += _first_found(pair, match, [match[0], grouped, value], "q")
    return hits


def _first_found(pair: Pair, match: re.Match[str], forms: Iterable[str], kind: str) -> list[Hit]:
    for form in forms:
        if re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w|[.,]\d)", pair.en):
            return [Hit(match.start(), match.end(), form, kind)]
    return []


class LexiconFinder:
    """Finds lexicon entries whose English stands in the other half of a pair."""

    def __init__(self, lexicon: dict[str, list[tuple[str, str]]]) -> None:
        self._lexicon = lexicon
        self._automaton = ahocorasick.Automaton()
        for form in lexicon:
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def __call__(self, pair: Pair) -> list[Hit]:
        """Every lexicon match with a counterpart, in the case the English side uses; overlaps included."""
        lowered, hits = pair.en.lower(), []
        for last, form in self._automaton.iter(pair.ja):
            for english, kind in self._lexicon[form]:
                at = _find_word(lowered, english.lower())
                if at >= 0:
                    kept = pair.en[at : at + len(english)]
                    hits.append(Hit(last - len(form) + 1, last + 1, kept, kind))
                    break
        return hits


def _find_word(text: str, word: str) -> int:
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return at
        at = text.find(word, at + 1)
    return -1


def _disjoint(hits: Sequence[Hit], rng: random.Random) -> list[Hit]:
    """Longest first without overlap in either language, in source order."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, rng.random())):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept) and not any(
            hit.english in other.english or other.english in hit.english for other in kept
        ):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def annotate(pair: Pair, hits: Sequence[Hit], rng: random.Random, limit: int = 10) -> Pair:
    """The pair with a random share of its hits (at most `limit`) written as constraints, and all of them linked."""
    slot_share = rng.choice((0.0, 0.0, 0.5, 1.0, 1.0))
    share = rng.choice((0.35, 0.7, 1.0, 1.0))
    free = {kind: rng.sample(range(1, SLOTS_PER_KIND + 1), SLOTS_PER_KIND) for kind in "dqpx"}
    if rng.random() < 0.7:  # in order, as the product numbers them
        free = {kind: list(range(SLOTS_PER_KIND, 0, -1)) for kind in free}
    ja, en, last, places = "", pair.en, 0, []
    for hit in _disjoint(hits, rng):
        ja += pair.ja[last : hit.start]
        given = english = hit.english
        if limit <= 0 or rng.random() >= share:
            given = pair.ja[hit.start : hit.end]
        elif rng.random() < slot_share and free[hit.kind] and not hit.given and _once(english, en):
            given = slot = f"<{hit.kind}{free[hit.kind].pop()}>"
            en, english, limit = re.sub(_whole(english), slot, en, count=1), slot, limit - 1
        else:
            ja, given, limit = f"{ja}{OPEN} ", hit.given or english, limit - 1
        places.append(((len(ja), len(ja) + len(given)), english))
        ja += given + (f" {CLOSE}" if ja.endswith(f"{OPEN} ") else "")
        last = hit.end
    return Pair(ja + pair.ja[last:], en, tuple(_links(places, en)))


def _links(places: Iterable[tuple[tuple[int, int], str]], en: str) -> Iterable[Link]:
    for span, english in places:
        if _once(english, en):
            found = re.search(_whole(english), en)
            if found:
                yield Link(span, found.span())


def _whole(english: str) -> str:
    return rf"(?<![\w<]){re.escape(english)}(?!\w|[.,]\d)"


def _once(english: str, text: str) -> bool:
    return len(re.findall(_whole(english), text)) == 1
