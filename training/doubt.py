"""Fits the doubt of the program to judged rows, and says what it is worth.

    python -m training.doubt                       # fits on parts A and D, reports on all, writes memory/doubt.toml
    python -m training.doubt --unjudged new.tsv    # also what the model says today and nobody has judged yet

It takes under a minute. The rows of tests/cases/doubt/rows.tsv keep the English that was judged and the score that the
model gave it. Where the model in the package still says the same, its score of today is taken. Older English keeps its
own score: what the model of today would not say scores lower than all it does say, and bounds fitted to that would
doubt too little. The rows of `--unjudged` are to be judged as the head of rows.tsv says, and put behind the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import cycle
from pathlib import Path

import numpy as np

from briefgen.cli.loading import load_glossary
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import (
    Constraint,
    Likely,
    Rung,
    Segment,
    SegmentedDocument,
    SegmentId,
    Span,
    Status,
    TranslatedSegment,
)
from briefgen.model.style import HouseStyle
from briefgen.resources import doubt_file, words_file
from briefgen.terms.constraints import Constrainer
from briefgen.terms.persons.bearers import people_of
from briefgen.translation.doubt import Weights, score_of, weight_of_missing, weight_of_unread
from briefgen.translation.engines.engine import Engine
from briefgen.translation.engines.models import built_in_model, open_model
from briefgen.translation.ladder import Means, translate_document
from briefgen.translation.reading_back import NOTHING_UNREAD, read_rows_back
from briefgen.translation.words import WordTable, read_word_table
from briefgen.verification import verify

__all__ = ["JUDGED", "Judged", "Seer", "Signals", "area", "bounds", "fit", "main", "read_judged"]

JUDGED = Path(__file__).parent.parent / "tests" / "cases" / "doubt" / "rows.tsv"
WRONG, PARTLY, RIGHT = 0, 1, 2
NOT_RIGHT = 1.22
"""So much more than a right row one counts that is not: a mark in vain costs less than a fault without a word. At 1.0
42 of 48 wrong and 12 of 61 right rows of papers nothing was chosen on (E) are marked, here 45 and 16."""
_MARGIN = 0.01
"""So far above every right row the upper bound lies: others come out a little higher."""
FORMER_BOUND = -0.60
"""Mean log score under which the program doubted a row before it knew of missing words."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row as a person judged it."""

    part: str
    judgement: int
    score: float
    ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Signals:
    """What the fit sees of a row."""

    judgement: int
    score: float
    missing: float
    unread: float = 0.0


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unjudged", type=Path, help="file for rows whose English nobody has judged")
    options = parser.parse_args()
    glossary = load_glossary(()).value
    constrainer, words = Constrainer(glossary, HouseStyle()), read_word_table(words_file().read_bytes())
    rows = read_judged(JUDGED)
    engine = open_model(built_in_model())
    means = Means(engine, people=people_of(glossary))
    today = _translated(dict.fromkeys(row.ja for row in rows), constrainer, means)
    scores = {(row.segment.text, row.english): score_of(row) for row in today}
    same = [row for row in rows if (row.ja, row.en) in scores]
    print(f"{len(rows)} judged rows; {len(same)} of them are what the model says today")
    rows = [replace(row, score=scores.get((row.ja, row.en)) or row.score) for row in rows]
    see = Seer(constrainer, words, engine)
    seen = {part: see.signals([row for row in rows if row.part == part]) for part in "ABCDEFG"}
    weights = _fitted(seen)
    alone = _fitted({part: [replace(row, unread=0.0) for row in of_part] for part, of_part in seen.items()})
    report = _report(seen, weights)
    print(f"{report}\n{_shares_today(today, see, weights)}")
    doubt_file().write_text(_toml(weights, alone, report), encoding="utf-8")
    if options.unjudged:
        judged = {(row.ja, row.en) for row in rows}
        _write_unjudged([row for row in today if (row.segment.text, row.english) not in judged], options.unjudged)


def read_judged(path: Path) -> list[Judged]:
    """The rows of the file, in its order."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [Judged(part, int(judgement), float(score), ja, en) for part, judgement, score, ja, en in lines]


@dataclass(frozen=True, slots=True)
class Seer:
    """Finds the signals of rows under the glossary, the words and the model of today."""

    constrainer: Constrainer
    words: WordTable
    engine: Engine

    def signals(self, judged: Sequence[Judged]) -> list[Signals]:
        """The signals of each row, without those whose English verification refuses today: it comes out no more."""
        every = [(one, self._row(one)) for one in judged]
        judged = [one for one, row in every if row.status is Status.MACHINE]
        rows = [row for _, row in every if row.status is Status.MACHINE]
        unread = read_rows_back(rows, self.engine) or [NOTHING_UNREAD] * len(rows)
        return [
            Signals(one.judgement, one.score, self._missing(row), weight_of_unread(of_row))
            for one, row, of_row in zip(judged, rows, unread, strict=True)
        ]

    def _row(self, judged: Judged) -> TranslatedSegment:
        constraints = _constraints(judged.ja, self.constrainer)
        verdict = verify(judged.ja, judged.en, constraints)
        status = Status.MACHINE if verdict.passes else Status.CHECK
        (segment,) = _document([judged.ja]).segments
        return TranslatedSegment(segment, judged.en, Rung.INLINE, status, constraints, verdict.marks)

    def _missing(self, row: TranslatedSegment) -> float:
        text = row.segment.text
        missing = self.words.missing(text, row.english, row.constraints, row.marks)
        return weight_of_missing(missing, self.words.never_met(text, row.constraints, row.marks))


def _fitted(seen: Mapping[str, Sequence[Signals]]) -> Weights:
    """The weights that sentences of the project (A) and unseen papers (D) tell, with the bound that the former do."""
    return bounds(seen["A"], fit(seen["A"], seen["D"]))


def fit(*parts: Sequence[Signals], ridge: float = 0.3) -> Weights:
    """Logistic regression of "not right" on the signals, by Newton's method; one that never differs gets no weight.

    Each part counts as much as the first, however many rows it has; rows that are not right count NOT_RIGHT times.
    """
    rows = [row for part in parts for row in part]
    signals = np.array([[1.0, row.score, row.missing, row.unread] for row in rows])
    wanted = np.array([float(row.judgement < RIGHT) for row in rows])
    counts = np.array([len(parts[0]) / len(part) for part in parts for _ in part]) * np.where(wanted, NOT_RIGHT, 1.0)
    weights, keep = np.zeros(4), ridge * np.diag([0.0, 1.0, 1.0, 1.0])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-signals @ weights))
        slope = signals.T @ (counts * (guess - wanted)) + keep @ weights
        weights -= np.linalg.solve(signals.T @ (signals * (counts * guess * (1 - guess))[:, None]) + keep, slope)
    return Weights(*(round(float(weight), 3) + 0.0 for weight in weights))


def bounds(rows: Sequence[Signals], weights: Weights) -> Weights:
    """The weights with bounds: a row is doubtful when it is likelier not right than right.

    From the upper bound most of these rows are wrong; a right one stays a hundredth below it.
    """
    found = [(weights.likelihood(row.score, row.missing, row.unread), row.judgement) for row in rows]
    highest = max((likelihood for likelihood, judgement in found if judgement == RIGHT), default=0.0)
    upper = 1.0
    for bound in sorted({likelihood for likelihood, _ in found if likelihood > highest + _MARGIN}, reverse=True):
        above = [judgement for likelihood, judgement in found if likelihood >= bound]
        if above.count(WRONG) > len(above) / 2:
            upper = bound
    return replace(weights, doubtful=0.5, wrong=upper)


def area(rows: Iterable[tuple[float, bool]]) -> float:
    """Area under the curve: how often a row that is meant has more of the signal than one that is not."""
    rows = list(rows)
    meant, others = (np.array([signal for signal, is_meant in rows if is_meant is wanted]) for wanted in (True, False))
    above = meant[:, None] > others[None]
    return float(np.mean(above + 0.5 * (meant[:, None] == others[None])))


def _report(seen: dict[str, list[Signals]], weights: Weights) -> str:
    signals: dict[str, Callable[[Signals], float]] = {
        "score": lambda row: -row.score,
        "missing words": lambda row: row.missing,
        "unread pieces": lambda row: row.unread,
        "all": lambda row: weights.likelihood(row.score, row.missing, row.unread),
    }
    lines = ["area under the curve      wrong : right    wrong : others    not right : right"]
    for part, rows in seen.items():
        for name, signal in signals.items():
            pairs = [(signal(row), row.judgement) for row in rows]
            apart = area((s, j == WRONG) for s, j in pairs if j != PARTLY)
            below = area((s, j == WRONG) for s, j in pairs)
            lines.append(
                f"{part} {name:<20}{apart:>17.3f}{below:>18.3f}{area((s, j < RIGHT) for s, j in pairs):>21.3f}"
            )
    lines += ["share of rows at the bound    wrong   partly    right"]
    for part, rows in seen.items():
        lines.append(_shares(f"{part} score under {FORMER_BOUND:.2f}", rows, lambda row: row.score < FORMER_BOUND))
        lines.append(_shares(f"{part} doubtful or worse", rows, lambda row: signals["all"](row) >= weights.doubtful))
        lines.append(_shares(f"{part} likely wrong", rows, lambda row: signals["all"](row) >= weights.wrong))
    return "\n".join(lines)


def _shares_today(today: Sequence[TranslatedSegment], see: Seer, weights: Weights) -> str:
    """How much of what the model says today is doubted, judged or not."""
    rows = [Judged("", RIGHT, score_of(row) or 0.0, row.segment.text, row.english) for row in today]
    found = [weights.likely(weights.likelihood(s.score, s.missing, s.unread)) for s in see.signals(rows)]
    counts = ", ".join(f"{found.count(likely)} {likely}" for likely in Likely)
    return f"of {len(rows)} rows of the model of today: {counts}"


def _shares(name: str, rows: Sequence[Signals], is_flagged: Callable[[Signals], bool]) -> str:
    counts = [[is_flagged(row) for row in rows if row.judgement == judgement] for judgement in (WRONG, PARTLY, RIGHT)]
    return f"{name:<26}" + "".join(f"{sum(count):>4}/{len(count):<4}" for count in counts)


def _toml(weights: Weights, alone: Weights, report: str) -> str:
    comment = "".join(f"# {line}\n" for line in report.splitlines())
    return (
        "# Made by `python -m training.doubt` from tests/cases/doubt/rows.tsv; not to be changed by hand.\n"
        "# likelihood = 1 / (1 + exp(-(base + score * mean log score + missing * log(1 + missing words)\n"
        "#                              + unread * log(1 + unread pieces))))\n#\n"
        f"{comment}\n[weights]\n{_values(weights)}\n"
        f"# For engines that cannot read back, fitted without that signal.\n[alone]\n{_values(alone)}"
    )


def _values(weights: Weights) -> str:
    return "".join(f"{name} = {value}\n" for name, value in asdict(weights).items())


def _translated(texts: Iterable[str], constrainer: Constrainer, means: Means) -> list[TranslatedSegment]:
    """What the model in the package makes of the sentences, each constrained on its own; rows it had a part in."""
    document = _document(texts)
    constraints = {segment.id: _constraints(segment.text, constrainer) for segment in document.segments}
    rows = translate_document(document, constraints, means).value.segments
    return [row for row in rows if Rung.PATTERN < row.rung < Rung.SOURCE_KEPT]


def _constraints(text: str, constrainer: Constrainer) -> tuple[Constraint, ...]:
    """What the product finds in a sentence that stands alone."""
    document = _document([text])
    return constrainer.constrain(document).value[document.segments[0].id]


def _document(texts: Iterable[str]) -> SegmentedDocument:
    blocks = tuple(Block(BlockId(f"b{n:04d}"), BlockKind.PARAGRAPH, text) for n, text in enumerate(texts, 1))
    segments = tuple(Segment(SegmentId(f"{b.id}.s01"), b.id, Span(0, len(b.text)), b.text) for b in blocks)
    return SegmentedDocument(SourceDocument("judged", "0" * 64, "text/plain", blocks), segments)


def _write_unjudged(rows: Iterable[TranslatedSegment], path: Path) -> None:
    lines = [
        f"{part}\t?\t{score_of(row) or 0.0:.3f}\t{row.segment.text}\t{row.english}"
        for part, row in zip(cycle("AB"), rows, strict=False)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} rows to judge in {path}")


if __name__ == "__main__":
    main()
