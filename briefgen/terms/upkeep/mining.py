"""Mining: what papers and reviewed sentences suggest for the glossary, each with its count and where it stands.

Suggested are acronyms the papers define, names that stand before a title or with their reading, and compounds that come
several times and of which the glossary covers no more than a part. English is suggested only where a paper gives it, or
where reviewed sentences agree on it; else it is left for a person to fill in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.japanese.folding import Folded, fold
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.model.style import HouseStyle
from briefgen.terms.acronyms import find_acronyms
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.csv_format import plain_cells
from briefgen.terms.glossary.glossary import Glossary, fold_form
from briefgen.terms.persons.names import name_of_reading, readings_in
from briefgen.terms.upkeep.pairing import Pairs
from briefgen.terms.upkeep.runs import uncovered_runs

__all__ = ["Candidate", "mine"]

Papers = Sequence[tuple[str, Sequence[str]]]
_Constrained = tuple[str, tuple[Constraint, ...]]

_BRACKETED = re.compile(r"\[([^\]]+)\]")
_FIRST = re.compile("^[同各本当両約計今昨来毎全第的等]+")
_LAST = re.compile("[等的側中後前時間別毎上下内外]+$")
_CONTEXTS = 3
_REACH = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suggestion; `cells` are those of a glossary row, the English possibly empty."""

    why: str
    """``acronym``, ``person`` or ``compound``."""
    cells: Mapping[str, str]
    count: int
    contexts: tuple[tuple[str, str], ...]
    """Where it stands, at most three: the paper, and the words around it."""

    @property
    def ja(self) -> str:
        """The Japanese."""
        return self.cells["ja"]

    @property
    def en(self) -> str:
        """The English suggested, or empty."""
        return self.cells.get("en", "")


def mine(papers: Papers, glossary: Glossary, reviewed: Mapping[str, str], least: int = 2) -> tuple[Candidate, ...]:
    """What the papers (name and sentences) and the reviewed sentences suggest; the most frequent of each sort first.

    Compounds must come at least `least` times; acronyms and names once.
    """
    known = set(glossary.english)
    sources = (*papers, ("reviewed sentences", tuple(reviewed)))
    texts = [text for _, sentences in sources for text in sentences]
    constrainer, pairs = Constrainer(glossary), Pairs(reviewed)
    constrained = [(text, constrainer.constrain_text(text)) for text in texts]
    persons = _persons(constrained, known)
    acronyms = find_acronyms(texts, glossary.english).value
    found = [*(("acronym", plain_cells(term)) for term in acronyms), *persons]
    taken = known | {fold_form(cells["ja"]) for _, cells in found}
    for word, count in _compounds(constrained, [cells["ja"] for _, cells in persons]).items():
        if count >= least and fold_form(word) not in taken:
            found.append(("compound", {"ja": word, "en": pairs.suggest(word)}))
    read = [_Sentence(name, text, fold(text)) for name, sentences in sources for text in sentences]
    candidates = [_candidate(why, cells, read) for why, cells in found]
    order = ("acronym", "person", "compound")
    return tuple(sorted(candidates, key=lambda one: (order.index(one.why), -one.count, one.ja)))


@dataclass(frozen=True, slots=True)
class _Sentence:
    paper: str
    text: str
    folded: Folded


def _candidate(why: str, cells: Mapping[str, str], sentences: Sequence[_Sentence]) -> Candidate:
    key = fold(cells["ja"]).text
    places = [(one, span) for one in sentences for span in _places(one.folded, key)]
    contexts = tuple(dict.fromkeys((one.paper, _around(one.text, span)) for one, span in places))[:_CONTEXTS]
    source = ", ".join(dict.fromkeys(one.paper for one, _ in places))
    filled = {**cells, "status": "proposed", "source": source}
    return Candidate(why, {name: cell for name, cell in filled.items() if cell}, max(1, len(places)), contexts)


def _persons(texts: Sequence[_Constrained], known: set[str]) -> list[tuple[str, dict[str, str]]]:
    """Names with their reading, then names before a title, whose English only a person can know."""
    found: dict[str, dict[str, str]] = {}
    for written, kana in readings_in([text for text, _ in texts]).items():
        name = name_of_reading(kana, HouseStyle())
        english = f"{name.surname} {name.given}".strip()
        reading = kana.replace("・", " ")
        found[fold_form(written)] = {"ja": written, "en": english, "kind": "person", "reading": reading}
    for _, constraints in texts:
        for one in constraints:
            if one.kind is ConstraintKind.PERSON and (match := _BRACKETED.search(one.english)):
                title = " ".join(_BRACKETED.sub("", one.english).split()).strip(" ,")
                cells = {"ja": match[1], "en": "", "kind": "person", "note": title}
                found.setdefault(fold_form(match[1]), cells)
    return [
        ("person", cells)
        for key, cells in found.items()
        if key not in known and not any(other != key and other.startswith(key) for other in found)
    ]


def _compounds(texts: Iterable[_Constrained], names: Sequence[str]) -> dict[str, int]:
    """Whole runs of kanji and katakana that hold an unknown word, with how often they come, in longer ones, too.

    A run is cut at the names of persons.
    """
    runs: Counter[str] = Counter()
    cut = re.compile("|".join(map(re.escape, names)) or r"\Z")
    for text, constraints in texts:
        spans = [one.span for one in constraints]
        spans += [Span(*match.span()) for match in cut.finditer(text) if match[0]]
        unknown = [run for run in uncovered_runs(text, spans) if _is_unknown(run, spans)]
        runs.update(part for run in unknown for part in cut.split(_word(text, run)) if part)
    words = {_LAST.sub("", _FIRST.sub("", run)) for run in runs}
    everything = "\n".join(runs.elements())
    return {word: everything.count(word) for word in words if len(word) >= 3}


def _word(text: str, run: Span) -> str:
    """The run, less the counter that belongs to a figure before it: 策定 of 2023年策定."""
    return text[run.start + text[max(0, run.start - 1) : run.start].isdigit() : run.end]


def _is_unknown(run: Span, spans: Iterable[Span]) -> bool:
    """Whether two letters side by side lie in no span; a single one is an affix."""
    taken = {at for span in spans for at in range(span.start, span.end)}
    return any(at not in taken and at + 1 not in taken for at in range(run.start, run.end - 1))


def _places(folded: Folded, key: str) -> Iterator[Span]:
    """Where a folded form stands in a text."""
    at = folded.text.find(key)
    while at >= 0:
        yield Span(*folded.source_span(at, at + len(key)))
        at = folded.text.find(key, at + len(key))


def _around(text: str, span: Span) -> str:
    """The words around a place, cut with an ellipsis where the sentence goes on."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    cut = " ".join(text[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")
