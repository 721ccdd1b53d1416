"""How far the English of a model can be believed: a probability from two signals, fitted to rows that people judged.

The signals are the model's own score, the mean log probability of a piece, and the words of the Japanese for which
`words` finds no English or which no text has that it learnt from. Weights, bounds and what they were measured to do
stand in ``memory/doubt.toml``, which ``python -m training.doubt`` writes from tests/cases/doubt. They are fitted to the
built-in model; of other models the missing words mean the same, the score only roughly.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.model.segment import Doubt, Likely, Rung, Span, TranslatedSegment
from briefgen.translation.attachment import exchanged
from briefgen.translation.words import WordTable, folded

__all__ = ["Estimator", "Weights", "read_weights", "score_of", "weight_of_missing"]

_BY_ENGINE = {Rung.INLINE, Rung.SLOTS, Rung.RERANKED, Rung.CLAUSES}
_CONTENT = re.compile(r"[\u3400-\u9fff々ァ-ヶー]")
_ENDING = re.compile(r"[ぁ-ん](?<![はがをにのでともへやか])")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic function of the two signals, and the probabilities from which a row is doubtful, or likely wrong."""

    base: float
    score: float
    missing: float
    doubtful: float = 0.5
    wrong: float = 1.0

    def likelihood(self, score: float, missing: float) -> float:
        """Probability that something in the row is wrong, missing or added, in hundredths."""
        return round(1 / (1 + math.exp(-(self.base + self.score * score + self.missing * missing))), 2)

    def likely(self, likelihood: float) -> Likely:
        """What a row of this likelihood is called."""
        if likelihood >= self.wrong:
            return Likely.WRONG
        return Likely.DOUBTFUL if likelihood >= self.doubtful else Likely.USABLE


def read_weights(content: bytes) -> Weights:
    """The weights in ``memory/doubt.toml``."""
    return Weights(**tomllib.loads(content.decode("utf-8"))["weights"])


def _none(row: TranslatedSegment) -> int:
    """No check has anything to say of any row."""
    del row
    return 0


@dataclass(frozen=True, slots=True)
class Estimator:
    """Judges rows; the same rows always get the same judgement."""

    words: WordTable
    weights: Weights
    objections: Callable[[TranslatedSegment], int] = _none
    """How many things checks have to say of a judged row, such as figures that may have changed places."""

    def objections_to(self, row: TranslatedSegment) -> int:
        """How much speaks against a row, so that another English of it may be preferred."""
        return self.objections(self.judged(row))

    def judged(self, row: TranslatedSegment) -> TranslatedSegment:
        """The row with its doubt and what may have changed places in it; unchanged where no model made its English."""
        score = score_of(row)
        if row.rung not in _BY_ENGINE or score is None:
            return row
        source = row.segment.text
        missing = self.words.missing(source, row.english, row.constraints, row.marks)
        never_met = self.words.never_met(source, row.constraints, row.marks)
        likelihood = self.weights.likelihood(score, weight_of_missing(missing, never_met))
        missing = [span for span in missing if not any(map(span.overlaps, never_met))]
        text = folded(source, row.constraints, row.marks)
        names = tuple(dict.fromkeys(_names(text, sorted([*missing, *never_met]))))
        guessed = tuple(dict.fromkeys(_with_neighbours(text, span) for span in never_met))
        unsupported = self.words.unsupported(source, row.english, row.marks)
        doubt = Doubt(self.weights.likely(likelihood), likelihood, names, unsupported)
        places = exchanged(source, row.english, row.constraints, row.marks, self.words)
        return replace(row, doubt=doubt, exchanged=places, guessed=guessed)


def score_of(row: TranslatedSegment) -> float | None:
    """The model's score of the hypothesis that won; of a row stitched together, the mean of what was tried."""
    won = [a.score for a in row.attempts if a.english == row.english and a.score is not None]
    tried = [attempt.score for attempt in row.attempts if attempt.score is not None]
    if won:
        return won[-1]
    return sum(tried) / len(tried) if tried else None


def weight_of_missing(missing: Sequence[Span], never_met: Sequence[Span]) -> float:
    """The signal of missing words: each further one says less; a single character, or one never met, counts half."""
    return math.log1p(sum(1.0 if span.end - span.start > 1 else 0.5 for span in missing) + 0.5 * len(never_met))


def _names(text: str, missing: Sequence[Span]) -> Iterator[str]:
    """Missing words in a form people find in the text: neighbours joined, a single character with what surrounds it."""
    groups: list[list[Span]] = []
    for span in missing:
        if groups and groups[-1][-1].end == span.start:
            groups[-1].append(span)
        else:
            groups.append([span])
    for group in groups:
        yield _name(text, group[0], group[-1])


def _with_neighbours(text: str, span: Span) -> str:
    """A stretch with the kanji and katakana round it, where they are few: 地下鉄駅 for 鉄駅."""
    start, end = span.start, span.end
    while start and _CONTENT.match(text, start - 1):
        start -= 1
    while _CONTENT.match(text, end):
        end += 1
    return text[start:end] if end - start <= _LONGEST_NAME else text[span.start : span.end]


def _name(text: str, first: Span, last: Span) -> str:
    start, end = first.start, last.end
    if first.end - start == 1:
        while start and _CONTENT.match(text, start - 1):
            start -= 1
    if end - last.start == 1:
        while _CONTENT.match(text, end):
            end += 1
    if end - start > _LONGEST_NAME:
        return text[first.start : last.end]
    ending = _ENDING.match(text, end) if end - start == 1 else None
    return text[start:end] + (ending[0] if ending else "")
