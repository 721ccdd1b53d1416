"""The promise in figures, on a test set written for it: ``python -m benchmarks.promise``.

The sentences of tests/cases/promise are held apart from all that the model learns from; their constraints are
annotated by hand. Measured are what the matcher finds and computes, and what is left of it in English by three ways:
the ladder with the trained markers, the ladder on the same model without them (as on any published package), and plain
decoding, where nothing is written, verified or reported.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sacrebleu

from benchmarks.foreign import without_markers
from briefgen.cli.loading import load_glossary
from briefgen.model.segment import ConstraintKind
from briefgen.terms.constraints import Constrainer
from briefgen.terms.persons.bearers import People, people_of
from briefgen.translation.engines.engine import Engine
from briefgen.translation.engines.models import built_in_model, find_model, open_model
from tests.promise.cases import FOLDER, PLACEABLES, Case, all_cases
from tests.promise.measures import (
    Matching,
    Outcome,
    Translated,
    match_cases,
    outcome_of,
    translate_cases,
    translate_plainly,
)

__all__ = ["Column", "main", "measure"]


@dataclass(frozen=True, slots=True)
class Column:
    """One way into English: its outcome, its quality against the references and its time."""

    name: str
    outcome: Outcome
    has_findings: bool
    """False for plain decoding, which reports nothing."""
    chrf: float
    bleu: float
    seconds: float


def main() -> None:
    """Print the tables; with ``--differences`` every disagreement and every broken promise as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=FOLDER)
    parser.add_argument("--model", help="name of an installed model; the built-in one when none is named")
    parser.add_argument("--differences", action="store_true")
    options = parser.parse_args()
    cases = all_cases(options.cases)
    glossary = load_glossary(()).value
    constrainer = Constrainer(glossary)
    matching = match_cases(cases, constrainer)
    _print_matching(cases, matching)
    engine = open_model(find_model(options.model) if options.model else built_in_model())
    columns = measure(cases, constrainer, engine, people_of(glossary))
    _print_translation(columns)
    if options.differences:
        _print_differences(matching, columns)


def measure(cases: Sequence[Case], constrainer: Constrainer, engine: Engine, people: People) -> list[Column]:
    """The three ways, one after the other.

    Raises:
        TranslationError: the engine stopped.
    """
    ways = {
        "trained": partial(translate_cases, cases, constrainer, engine, people),
        "masking": partial(translate_cases, cases, constrainer, without_markers(engine), people),
        "plain": partial(translate_plainly, cases, constrainer, engine),
    }
    columns = []
    for name, way in ways.items():
        began = time.perf_counter()
        rows = way()
        columns.append(_column(name, rows, time.perf_counter() - began))
    return columns


def _column(name: str, rows: Sequence[Translated], seconds: float) -> Column:
    english, references = [row.english for row in rows], [[row.case.en for row in rows]]
    chrf, bleu = sacrebleu.corpus_chrf(english, references), sacrebleu.corpus_bleu(english, references)
    return Column(name, outcome_of(rows), name != "plain", chrf.score, bleu.score, seconds)


def _print_matching(cases: Sequence[Case], matching: Matching) -> None:
    print(f"{len(cases)} sentences, {matching.annotated.total()} constraints that must stand, annotated by hand\n")
    print(f"{'kind':<12}{'annotated':>10}{'recall %':>10}{'precision %':>13}")
    for kind in sorted(ConstraintKind, key=lambda kind: (kind in PLACEABLES, kind)):
        _print_kinds(kind, [kind], matching)
    _print_kinds("placeables", list(PLACEABLES), matching, "aim: 99.5 computed right")
    _print_kinds("all", list(ConstraintKind), matching, "aim: 99 and 99")


def _print_kinds(label: str, kinds: Sequence[ConstraintKind], matching: Matching, aim: str = "") -> None:
    count = sum(matching.annotated[kind] for kind in kinds)
    print(f"{label:<12}{count:>10}{matching.recall(kinds):>10.2f}{matching.precision(kinds):>13.2f}  {aim}".rstrip())


def _print_translation(columns: Sequence[Column]) -> None:
    print(f"\n{'after translation':<46}" + "".join(f"{column.name:>10}" for column in columns))
    _print_row("must, in the English %  (aim: 97)", [f"{c.outcome.in_english:.2f}" for c in columns])
    _print_row("  of these by the annotated forms alone", [f"{c.outcome.strictly_in_english:.2f}" for c in columns])
    _print_row("must, in the English or reported %  (aim: 100)", [f"{c.outcome.kept:.2f}" for c in columns])
    _print_row("unlicensed numbers without a finding (aim: 0)", [str(len(c.outcome.unlicensed)) for c in columns])
    _print_row("rows that keep the Japanese, with an error", [str(c.outcome.source_kept) for c in columns])
    _print_row("chrF against the references", [f"{c.chrf:.1f}" for c in columns])
    _print_row("BLEU against the references", [f"{c.bleu:.1f}" for c in columns])
    _print_row("seconds", [f"{c.seconds:.1f}" for c in columns])


def _print_row(label: str, cells: Sequence[str]) -> None:
    print(f"{label:<46}" + "".join(f"{cell:>10}" for cell in cells))


def _print_differences(matching: Matching, columns: Sequence[Column]) -> None:
    print("\nmatcher against annotation")
    for one in matching.differences:
        print(f"  {one.place} {one.kind}: expected {one.expected or '-'}; got {one.got or '-'}")
    for column in (column for column in columns if column.has_findings):
        print(f"\n{column.name}: must, neither in the English nor reported")
        print("\n".join(f"  {line}" for line in column.outcome.broken) or "  none")
        print(f"{column.name}: unlicensed numbers without a finding")
        print("\n".join(f"  {line}" for line in column.outcome.unlicensed) or "  none")


if __name__ == "__main__":
    main()
