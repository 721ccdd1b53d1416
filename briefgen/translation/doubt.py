"""How far the English of a model can be believed: a probability from three signals, fitted to rows that people judged.

The signals are the model's own score, the mean log probability of a piece; the words of the Japanese for which
`words` finds no English or which no text has that it learnt from; and the pieces of the Japanese that a model the
other way round does not read back from the English, where the engine has one. Weights, bounds and what they were
measured to do stand in ``memory/doubt.toml``, which ``python -m training.doubt`` writes from tests/cases/doubt. They
are fitted to the built-in model; of other models the missing words mean the same, the score only roughly.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.model.segment import Doubt, Likely, Rung, Span, Strength, TranslatedSegment
from briefgen.translation.attachment import exchanged
from briefgen.translation.engines.engine import Engine
from briefgen.translation.reading_back import NOTHING_UNREAD, Unread, read_rows_back
from briefgen.translation.wording.rewording import put_otherwise, reword
from briefgen.translation.words import CONTENT, WordTable, blanked, folded, stem, words_of

__all__ = ["Estimator", "Weights", "read_weights", "score_of", "weight_of_missing", "weight_of_unread"]

_BY_ENGINE = {Rung.INLINE, Rung.SLOTS, Rung.RERANKED, Rung.CLAUSES}
_ENDING = re.compile(r"[ぁ-ん](?<![はがをにのでともへやか])")
_PARTICLE = re.compile("(?:もの|こと|[はがをにへ]|(?<!も)の)+$")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic function of the signals, and the probabilities from which a row is doubtful, or likely wrong."""

    base: float
    score: float
    missing: float
    unread: float = 0.0
    doubtful: float = 0.5
    wrong: float = 1.0

    def likelihood(self, score: float, missing: float, unread: float = 0.0) -> float:
        """Probability that something in the row is wrong, missing or added, in thousandths."""
        total = self.base + self.score * score + self.missing * missing + self.unread * unread
        return round(1 / (1 + math.exp(-total)), 3)

    def likely(self, likelihood: float) -> Likely:
        """What a row of this likelihood is called."""
        if likelihood >= self.wrong:
            return Likely.WRONG
        return Likely.DOUBTFUL if likelihood >= self.doubtful else Likely.USABLE


def read_weights(content: bytes, table: str = "weights") -> Weights:
    """The weights in ``memory/doubt.toml``; `table` is ``weights``, or ``alone`` for engines that cannot read back."""
    return Weights(**tomllib.loads(content.decode("utf-8"))[table])


@dataclass(frozen=True, slots=True)
class Estimator:
    """Judges rows; the same rows always get the same judgement."""

    words: WordTable
    weights: Weights
    objections: Callable[[TranslatedSegment], int] = lambda _: 0
    """How many things checks have to say of a judged row, such as figures that may have changed places."""
    alone: Weights | None = None
    """For the rows of engines that cannot read back."""

    def objections_to(self, row: TranslatedSegment) -> int:
        """How much speaks against a row, so that another English may be preferred: also backed words."""
        judged = self.judged(row)
        unsupported = judged.doubt.unsupported if judged.doubt is not None else ()
        return self.objections(judged) + sum(map(self.words.is_backed, unsupported))

    def judged_all(self, rows: Sequence[TranslatedSegment], engine: Engine | None) -> tuple[TranslatedSegment, ...]:
        """Every row as `judged` makes it, after it was read back where the engine can.

        Raises:
            TranslationError: the engine stopped.
        """
        of_engine = [row for row in rows if row.rung in _BY_ENGINE]
        read = read_rows_back(of_engine, engine) if engine is not None else None
        unread = dict(zip((row.segment.id for row in of_engine), read or (), strict=False))
        return tuple(self.judged(row, unread.get(row.segment.id)) for row in rows)

    def judged(self, row: TranslatedSegment, unread: Unread | None = None) -> TranslatedSegment:
        """The row with its doubt; unchanged where no model made its English."""
        score, source = score_of(row), row.segment.text
        if row.rung not in _BY_ENGINE or score is None:
            return row
        text = folded(source, row.constraints, row.marks)
        otherwise = put_otherwise(text)
        missing = _outside(otherwise, self.words.missing(source, row.english, row.constraints, row.marks))
        never_met = _outside(otherwise, self.words.never_met(source, row.constraints, row.marks))
        weights = self.weights if unread is not None or self.alone is None else self.alone
        unread = unread or NOTHING_UNREAD
        is_given = not words_of(blanked(row.english, [mark.span for mark in row.marks]))
        if is_given:
            score = 0.0  # all of it was given to the model, and it has said nothing else
        likelihood = weights.likelihood(score, weight_of_missing(missing, never_met), weight_of_unread(unread))
        places = exchanged(source, row.english, row.constraints, row.marks, self.words)
        unsupported = self.words.unsupported(f"{source} {reword([source])[0]}", row.english, row.marks)
        missing = _outside(never_met, missing)
        lost = tuple(self._terms_lost(row))
        named = _named(text, sorted([*missing, *never_met]))
        doubt = Doubt(
            weights.likely(likelihood),
            likelihood,
            _once([*lost, *named.values()]),
            unsupported,
            _once(filter(None, (self._unread(text, part, row.english) for part in unread.stretches))),
            guessed=_once(_with_neighbours(text, span) for span in never_met),
            telling=_once(
                [
                    *lost,
                    *(named[span] for span in missing if is_given or self.words.is_firm(text, span)),
                    *filter(self.words.is_made_up, unsupported),
                ]
            ),
            exchanged=tuple(row.english[mark.span.start : mark.span.end] for mark in places),
        )
        return replace(row, doubt=doubt)

    def _unread(self, text: str, part: str, english: str) -> str:
        """What of a stretch that was not read back no word of the English says for sure, in whole words."""
        start, present = text.find(part), set(map(stem, words_of(english)))
        if start < 0:
            return part
        whole = Span(start, start + len(part))
        words = (span for span in self.words.japanese_words(text) if span.overlaps(whole))
        unsaid = [span for span in words if present.isdisjoint(self.words.sure(text[span.start : span.end]))]
        if not unsaid:
            return ""
        return _PARTICLE.sub("", text[unsaid[0].start : max(unsaid[-1].end, whole.end)])

    def _terms_lost(self, row: TranslatedSegment) -> Iterator[str]:
        """The terms of a glossary that should be in the English, and of which there is no trace in it.

        So are 39 of 6,626 such terms in 10,260 right pairs, one in 650 judged rows that are right, 65 in 1,513 others.
        """
        sources = {mark.constraint: row.constraints[mark.constraint].source for mark in row.marks}
        for number, one in enumerate(row.constraints):
            if one.strength is not Strength.SHOULD or number in sources:
                continue
            others = [mark.span for mark in row.marks if sources[mark.constraint] != one.source]
            if not self.words.has_trace(one, blanked(row.english, others)):
                yield one.source


def _outside(others: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The spans that overlap none of the others."""
    return [span for span in spans if span.is_free(others)]


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


def weight_of_unread(unread: Unread) -> float:
    """The signal of pieces that were not read back: each further one says less."""
    return math.log1p(unread.pieces)


def _named(text: str, missing: Sequence[Span]) -> dict[Span, str]:
    """Missing words in a form people find in the text: neighbours joined, a single character with what surrounds it."""
    groups: list[list[Span]] = []
    for span in missing:
        if groups and groups[-1][-1].end == span.start:
            groups[-1].append(span)
        else:
            groups.append([span])
    return {span: _name(text, group[0], group[-1]) for group in groups for span in group}


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, in their order."""
    return tuple(dict.fromkeys(words))


def _with_neighbours(text: str, span: Span) -> str:
    """A stretch with the kanji and katakana round it, where they are few: 地下鉄駅 for 鉄駅."""
    whole = _widened(text, span)
    return text[whole.start : whole.end] if whole.end - whole.start <= _LONGEST_NAME else text[span.start : span.end]


def _name(text: str, first: Span, last: Span) -> str:
    start = _widened(text, first).start if first.end - first.start == 1 else first.start
    end = _widened(text, last).end if last.end - last.start == 1 else last.end
    if end - start > _LONGEST_NAME:
        return text[first.start : last.end]
    ending = _ENDING.match(text, end) if end - start == 1 else None
    return text[start:end] + (ending[0] if ending else "")


def _widened(text: str, span: Span) -> Span:
    """A stretch with all kanji and katakana directly round it."""
    start, end = span.start, span.end
    while start and CONTENT.match(text, start - 1):
        start -= 1
    while CONTENT.match(text, end):
        end += 1
    return Span(start, end)
