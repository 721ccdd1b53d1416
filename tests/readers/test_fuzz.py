"""Damaged papers, some hundreds for each reader: read, or refused with a hint, and nothing else."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_readers import READERS, corpus, damaged, outcome_of

INPUTS = 60
FOUND = [("html", 103)]
"""Inputs that once went wrong: cells in a table without a row."""


@pytest.fixture(scope="module")
def papers() -> dict[str, list[tuple[str, bytes]]]:
    return {reader: corpus(reader) for reader in READERS}


@pytest.mark.parametrize("reader", READERS)
def test_damage_is_read_or_refused(reader: str, papers: dict[str, list[tuple[str, bytes]]]) -> None:
    outcomes = {seed: outcome_of(*damaged(reader, papers[reader], seed)) for seed in range(500_000, 500_000 + INPUTS)}
    assert {seed: outcome for seed, outcome in outcomes.items() if outcome not in ("read", "refused")} == {}
    assert len(set(outcomes.values())) == 2


def test_undamaged_papers_are_read(papers: dict[str, list[tuple[str, bytes]]]) -> None:
    assert {outcome_of(*paper) for some in papers.values() for paper in some} == {"read"}


@pytest.mark.parametrize(("reader", "seed"), FOUND)
def test_what_once_went_wrong(reader: str, seed: int, papers: dict[str, list[tuple[str, bytes]]]) -> None:
    assert outcome_of(*damaged(reader, papers[reader], seed)) in ("read", "refused")
