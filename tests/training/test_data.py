"""The pairs written for this project: whole, clean, and none of them a near twin of what is kept apart."""

import re
from pathlib import Path

import pytest

from training.corpora import is_clean, read_domain, without_near_twins

DATA = Path(__file__).parent.parent.parent / "training/data"
FILES = sorted(DATA.rglob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_is_japanese_tab_english(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    assert [line for line in lines if line.count("\t") != 1] == []
    assert [line for line in lines if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", line.split("\t")[1])] == []
    assert [line for line in lines if re.search(r"[ \u3000]\t|\t | $", line)] == []


def test_the_register_is_covered():
    assert len({pair.ja for pair in read_domain(DATA)}) >= 9_000


def test_nearly_all_pairs_are_of_usable_length_and_ratio():
    pairs = read_domain(DATA)

    assert sum(is_clean(pair) for pair in pairs) >= 0.99 * len(pairs)


def test_most_validation_pairs_have_no_near_twin_in_training():
    """Training leaves the twins out; here they are counted, so that the sets do not grow together unseen."""
    held_out = read_domain(DATA / "validation")
    kept = without_near_twins(read_domain(DATA), held_out)

    assert len(read_domain(DATA)) - len(kept) < 40
