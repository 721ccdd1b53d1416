"""Holds a hypothesis against its source: what must stand there stands there, and nothing else was made up.

Every rung of the ladder passes through `verify`; the checks report on the result with the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.findings import Code
from briefgen.model.segment import Constraint, Mark, Span, Strength
from briefgen.terms.english import SMALL_WORDS
from briefgen.terms.figures import unlicensed_numbers
from briefgen.terms.persons.bearers import NOBODY, People
from briefgen.terms.verify import locate_all

__all__ = ["Failure", "Verdict", "japanese_left", "verify"]

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]+")
_SIGN = re.compile("[\ufffd\u2600-\u27bf\ue000-\uf8ff\U0001f000-\U0001faff]")
"""Broken bytes, pictures and private signs, which a model spells out of its bytes."""
_EXPONENT = re.compile(r"(?<=[0-9０-９])[⁺⁻]?[⁰¹²³⁴-⁹]+|(?<=[0-9０-９A-Za-z)])\^\(?[-+]?[0-9A-Za-z]+")
_SIGN_WORDS = {
    "√": "√|square root",
    "∛": "∛|cube root",
    "∜": "∜|fourth root",
    "≥≧": "[≥≧]|at least|or more|or above|no less|not less",
    "≤≦": "[≤≦]|at most|or less|or below|or fewer|no more|not more|up to",
    "≠": "≠|not equal",
}
_COMPARED = {"<＜": "<|less than|below|under|fewer than", ">＞": ">|more than|above|over|exceed|greater than"}
"""Behind a letter only: elsewhere they are brackets."""
_SIGNED = tuple(
    (re.compile(f"{before}[{signs}](?=[0-9０-９])"), re.compile(words, re.IGNORECASE))
    for before, sign_words in (("", _SIGN_WORDS), ("(?<=[A-Za-zＡ-Ｚａ-ｚ])", _COMPARED))
    for signs, words in sign_words.items()
)
"""Signs that change the figure behind them, and the words that say the same."""
_WORD = re.compile(r"[A-Za-z0-9'’.-]+")
_MAY_DOUBLE = {"that", "had"}
SHORTEST, LONGEST = 1.0, 9.0
"""English characters for a Japanese one: the 0.1 and 99.9 percentiles of the project's own pairs, rounded outwards."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong with a hypothesis: the finding it would become, and its words."""

    code: Code
    message: str
    constraint: int | None = None
    """Index of the constraint that is missing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a hypothesis passes, and where the constraints stand that it meets, also those that only SHOULD."""

    failures: tuple[Failure, ...]
    marks: tuple[Mark, ...]

    @property
    def passes(self) -> bool:
        """Whether nothing is wrong."""
        return not self.failures


def verify(
    source: str,
    english: str,
    constraints: Sequence[Constraint],
    was_truncated: bool = False,
    people: People = NOBODY,
) -> Verdict:
    """Every failure of `english` as a translation of `source` under `constraints`; `people` must not be made up."""
    places = locate_all(english, constraints)
    marks = tuple(Mark(span, number) for number, span in enumerate(places) if span is not None)
    failures: list[Failure] = []
    if was_truncated:
        failures.append(Failure(Code.INPUT_TRUNCATED, "the sentence is longer than the engine takes"))
    if not _says_something(english, source):
        failures.append(Failure(Code.EMPTY_TRANSLATION, "nothing came back"))
    else:
        failures += _missing(constraints, places)
        failures += _unlicensed(source, english, constraints)
        failures += _changed(source, english)
        failures += _unnamed(source, english, constraints, people)
        failures += _shape(source, english, constraints, [mark.span for mark in marks])
    return Verdict(tuple(failures), marks)


def _says_something(english: str, source: str) -> bool:
    """Whether it has a letter or figure, or stands for Japanese that has none either: a cell with ○, × or ー."""
    signs_only = not any(map(str.isalnum, source.replace("ー", "")))
    return any(map(str.isalnum, english)) or (signs_only and bool(english.strip()))


def _missing(constraints: Sequence[Constraint], places: Sequence[Span | None]) -> list[Failure]:
    return [
        Failure(Code.TERM_MISSING, f"“{c.english}” ({c.source}) is not in the English", number)
        for number, (c, place) in enumerate(zip(constraints, places, strict=True))
        if place is None and c.strength is Strength.MUST
    ]


def _unlicensed(source: str, english: str, constraints: Sequence[Constraint]) -> list[Failure]:
    return [
        Failure(Code.NUMBER_NOT_IN_SOURCE, f"{what}{english[span.start : span.end]} is not in the Japanese")
        for span, value in unlicensed_numbers(english, source, constraints)
        for what in ("the number " if value[:1].isdigit() else "",)
    ]


def _changed(source: str, english: str) -> list[Failure]:
    """Exponents, roots and signs of comparison without which a figure is another one: 10⁶, √2, ≥5."""
    lost = [found for found in _EXPONENT.findall(source) if source.count(found) > english.count(found)]
    for sign, words in _SIGNED:
        found = sign.findall(source)
        lost += found if len(found) > len(words.findall(english)) else ()
    return [
        Failure(Code.NUMBER_MISSING, f"the {sign} of a figure is not in the English") for sign in dict.fromkeys(lost)
    ]


def _unnamed(source: str, english: str, constraints: Sequence[Constraint], people: People) -> list[Failure]:
    known = (form for c in constraints for form in c.forms)
    return [
        Failure(Code.NUMBER_NOT_IN_SOURCE, f"{name} is not in the Japanese")
        for _, name in people.unlicensed(english, source, known)
    ]


def japanese_left(english: str, constraints: Sequence[Constraint]) -> list[str]:
    """The Japanese in the English that no constraint brought there."""
    allowed = "".join(c.english for c in constraints)
    return [left for left in _JAPANESE.findall(english) if left not in allowed]


def _shape(source: str, english: str, constraints: Sequence[Constraint], marked: Sequence[Span]) -> list[Failure]:
    failures = []
    if left := japanese_left(english, constraints):
        failures.append(Failure(Code.JAPANESE_LEFT, f"Japanese is left: {' '.join(left)}"))
    if strange := sorted(set(_SIGN.findall(english)) - set(source)):
        failures.append(Failure(Code.NUMBER_NOT_IN_SOURCE, f"the sign {' '.join(strange)} is not in the Japanese"))
    failures += _length(source, english, constraints)
    if _is_repetitive(_without(english, marked)):
        failures.append(Failure(Code.REPETITION, "words are repeated over and over"))
    return failures


def _length(source: str, english: str, constraints: Sequence[Constraint]) -> list[Failure]:
    """Too short or too long once what is known beforehand is taken off both sides; short segments are let be.

    A term that the paper gives in English as well, ``ITPP: Partnership Programme （適合計画）``, is known twice.
    """
    glossed = {c.english for c in constraints if c.english in source and c.english != c.source}
    known_ja = sum(len(c.source) for c in constraints) + sum(len("".join(english.split())) for english in glossed)
    known_en = sum(len(c.english) for c in constraints)
    japanese = len("".join(source.split())) - known_ja
    letters = len(english) - known_en
    if len(source) < 12:
        too_long = len(english) > known_en + 20 + LONGEST * max(japanese, 0)
        return [Failure(Code.TOO_LONG, "far longer than the Japanese")] if too_long else []
    if japanese > 8 and letters < SHORTEST * 0.5 * japanese:
        return [Failure(Code.TOO_SHORT, "far shorter than the Japanese: something may be left out")]
    if letters > 30 + LONGEST * max(japanese, 0):
        return [Failure(Code.TOO_LONG, "far longer than the Japanese: something may be made up")]
    return []


def _without(english: str, marked: Sequence[Span]) -> str:
    """The English with a word of its own for every constraint: terms may come as often as the paper has them."""
    parts, last = [], 0
    for number, span in enumerate(sorted(marked, key=lambda span: span.start)):
        if span.start >= last:
            parts += [english[last : span.start], f" {number}. "]
            last = span.end
    return "".join([*parts, english[last:]])


def _is_repetitive(text: str) -> bool:
    """Whether a word is said twice running, a pair comes back at once, or four words come twice in a few lines."""
    words = [word.lower() for word in _WORD.findall(text)]
    if any(a == b and len(a) > 2 and a not in _MAY_DOUBLE for a, b in pairwise(words)):
        return True
    pairs = list(pairwise(words))
    for at, pair in enumerate(pairs):
        if pair in pairs[at + 2 : at + 5] and SMALL_WORDS.isdisjoint(pair):
            return True
    fours = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return any(four in fours[at + 1 : at + 14] and sum(map(len, four)) > 13 for at, four in enumerate(fours))
