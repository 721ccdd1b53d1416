"""Which two figures, dates or persons of a row have most likely changed places: ３隻 and ５隻 of Japan and the U.S.

Both stand in the English, so nothing is missing; what is wrong is what they stand beside. What the Japanese has beside
each is therefore looked for beside it in the English: the other constraints, whose places are known, and the words for
which the table is sure of the English. Two are suspected where all of it would come clearly nearer if they were
exchanged. What this finds and how often it is mistaken: the decision on attachment in ARCHITECTURE.md.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from briefgen.model.segment import AMOUNTS, Constraint, ConstraintKind, Mark, Span, Strength
from briefgen.translation.grouping import group_constraints
from briefgen.translation.words import WordTable, stems_in

__all__ = ["exchangeable", "exchanged"]

_LEAST_GAIN = 0.05
"""How much nearer the neighbours must come, where 1 is from out of sight to side by side."""
_SAME_ORDER = 0.3
"""How much more it takes where the English has the two in the order of the Japanese."""
_REACH, _COMMA = 4.0, 10
"""Characters over which a tie of the Japanese loses most of its strength, and those that a comma counts for."""
_FAR, _PAUSE = 8, 5
"""Words of the English from which on things are out of sight of each other, and those that a pause counts for."""
_BEHIND, _ACROSS = 0.2, 0.3
"""What is left of a tie where a particle stands between a figure and what follows it, or another of the kind does."""

_SLIGHT, _OUT_OF_REACH, _LONG = 0.02, 20, 120
"""A tie that does not count, and characters of both languages between what is surely apart."""

_PARTICLE = re.compile("[がをにへではも]")
_COMMAS, _SENTENCE = re.compile("[、，,（()）]"), re.compile("[。；;]")
_PAUSES = re.compile(r"[,;:](?!\d)|\band\b|\bwhile\b")
_ENGLISH_WORD = re.compile(r"[A-Za-z0-9][\w'’.,-]*")
_SIDE_BY_SIDE = re.compile(
    r"[人名件個隻機台本枚回社校か国所両基門発丁頭羽]{0,2}"
    r"(?:[、，,と・～〜\-－ー及びおよびやまたは並対／/から中のうち\s：:（()）]*|当たり|あたり|につき|増の|減の)"
)
"""Between two that are listed, a range, a whole and its part, a rate and what it is of: what fits one fits both."""
_ONE = re.compile(r"(?:less than |up to |at most |every |each )?(?:1|one|an?|per)\b(?![.,]\d)", re.IGNORECASE)
"""One of a kind, mostly what others are counted by: 1 frigate (hull number 542), one in four, 4 for 1 cell, per day."""
_KINDS = dict.fromkeys(AMOUNTS, "amount") | {
    ConstraintKind.DURATION: "duration", ConstraintKind.ORDINAL: "ordinal", ConstraintKind.DATE: "date",
    ConstraintKind.TIME: "time", ConstraintKind.PERSON: "person",
}  # fmt: skip
"""What can be taken for one another."""


@dataclass(frozen=True, slots=True)
class _Landmark:
    """Something of the Japanese, and where the English has it; `constraint` is its number where it is one."""

    span: Span
    places: tuple[Span, ...]
    constraint: int | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """What may have been exchanged: where it stands in both languages, and how it is tied to landmarks, by number."""

    constraint: int
    span: Span
    place: Span
    ties: Mapping[int, float]

    @classmethod
    def of(cls, source: str, constraint: Constraint, mark: Mark, landmarks: Sequence[_Landmark]) -> _Figure:
        """The figure with the landmarks near it in the Japanese."""
        ties = {number: _tie(source, landmark.span, constraint.span) for number, landmark in enumerate(landmarks)}
        near = {number: tie for number, tie in ties.items() if tie > _SLIGHT}
        return cls(mark.constraint, constraint.span, mark.span, near)

    def tie(self, number: int, landmark: _Landmark, other: _Figure) -> float:
        """The tie to a landmark; weak where another figure stands between."""
        start, end = min(self.span.end, landmark.span.end), max(self.span.start, landmark.span.start)
        return self.ties.get(number, 0.0) * (_ACROSS if start <= other.span.start and other.span.end <= end else 1.0)


def exchanged(
    source: str, english: str, constraints: Sequence[Constraint], marks: Sequence[Mark], words: WordTable
) -> tuple[Mark, ...]:
    """The two marks that have most likely changed places, in the order of the Japanese; empty where none have."""
    pairs = list(exchangeable(source, constraints, marks))
    if not pairs:
        return ()
    landmarks = _landmarks(source, english, constraints, marks, words)
    figures = {
        mark: _Figure.of(source, constraints[mark.constraint], mark, landmarks)
        for mark in set(chain.from_iterable(pairs))
    }
    gains = {(one, other): _gain(english, figures[one], figures[other], landmarks) for one, other in pairs}
    best = max(pairs, key=lambda pair: gains[pair])
    return best if gains[best] > _LEAST_GAIN else ()


def exchangeable(source: str, constraints: Sequence[Constraint], marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Two of a kind with different English that could be told apart by what stands beside them."""
    groups = [group.span for group in group_constraints(source, constraints)]
    able = [mark for mark in marks if _can_be_moved(constraints[mark.constraint])]
    for first, second in combinations(sorted(able, key=lambda mark: mark.constraint), 2):
        one, other = constraints[first.constraint], constraints[second.constraint]
        whole = Span(one.span.start, other.span.end)
        is_one_group = any(group.start <= whole.start and whole.end <= group.end for group in groups)
        if (
            _KINDS[one.kind] == _KINDS[other.kind]
            and one.english.lower() != other.english.lower()
            and not is_one_group
            and not _SIDE_BY_SIDE.fullmatch(source, one.span.end, other.span.start)
        ):
            yield first, second


def _can_be_moved(constraint: Constraint) -> bool:
    """Whether it is of a kind that is exchanged, and not one of something."""
    is_one = constraint.kind in AMOUNTS and _ONE.match(constraint.english)
    return constraint.kind in _KINDS and constraint.strength is Strength.MUST and not is_one


def _landmarks(
    source: str, english: str, constraints: Sequence[Constraint], marks: Sequence[Mark], words: WordTable
) -> list[_Landmark]:
    """The constraints that stand in the English, and the words whose English is sure and stands there at most twice."""
    found = [_Landmark(constraints[mark.constraint].span, (mark.span,), mark.constraint) for mark in marks]
    text = _masked(source, (constraint.span for constraint in constraints))
    stems = stems_in(_masked(english, (mark.span for mark in marks)))
    places = {
        span: tuple(place for stem, place in stems if stem in words.sure(text[span.start : span.end]))
        for span in words.japanese_words(text)
    }
    claims = Counter(place for claimed in places.values() for place in claimed)
    return found + [
        _Landmark(span, claimed)
        for span, claimed in places.items()
        if 0 < len(claimed) <= 2 and all(claims[place] == 1 for place in claimed)
    ]


def _masked(text: str, spans: Iterable[Span]) -> str:
    """The text in one width, as long as it was, with bars for the spans."""
    folded = (unicodedata.normalize("NFKC", char) for char in text)
    chars = [char if len(char) == 1 else "|" for char in folded]
    for span in spans:
        chars[span.start : span.end] = "|" * (span.end - span.start)
    return "".join(chars)


def _gain(english: str, one: _Figure, other: _Figure, landmarks: Sequence[_Landmark]) -> float:
    """How much nearer the landmarks would be to what they are tied to, if the two were exchanged."""
    gain = -_SAME_ORDER if one.place < other.place else 0.0
    for number in sorted(one.ties.keys() | other.ties.keys()):
        landmark = landmarks[number]
        if landmark.constraint not in (one.constraint, other.constraint):
            ties = one.tie(number, landmark, other) - other.tie(number, landmark, one)
            gain += ties * (_distance(english, landmark, one.place) - _distance(english, landmark, other.place))
    return gain


def _tie(source: str, landmark: Span, figure: Span) -> float:
    """How strongly the Japanese ties what stands at `landmark` to a figure, from 0 to 1."""
    is_behind = figure.end <= landmark.start
    gap = source[figure.end : landmark.start] if is_behind else source[landmark.end : figure.start]
    if len(gap) > _OUT_OF_REACH or _SENTENCE.search(gap):
        return 0.0
    tie = math.exp(-(len(gap) + _COMMA * len(_COMMAS.findall(gap))) / _REACH)
    return tie * (_BEHIND if is_behind and _PARTICLE.search(gap) else 1.0)


def _distance(english: str, landmark: _Landmark, figure: Span) -> float:
    """How far apart they stand in the English: 0 side by side, 1 out of sight."""
    return min(_gap(english[min(place.end, figure.end) : max(place.start, figure.start)]) for place in landmark.places)


def _gap(text: str) -> float:
    if len(text) > _LONG:
        return 1.0
    return min(len(_ENGLISH_WORD.findall(text)) + _PAUSE * len(_PAUSES.findall(text)), _FAR) / _FAR
