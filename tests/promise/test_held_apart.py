"""No sentence of the test set is a near twin of one the model learns from."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.promise.cases import all_cases
from training.corpora import fold, read_domain

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "corpora" / "domain"
LIMIT = 0.5
"""Share of the four-character shingles of the shorter of the two. A learned fragment, such as a single term, that is
less than half as long as the sentence is no twin of it."""


def shingles(text: str) -> frozenset[str]:
    kept = "".join(char for char in fold(text) if char.isalnum())
    return frozenset(kept[at : at + 4] for at in range(max(1, len(kept) - 3)))


def near_twins(learned: list[str]) -> list[tuple[str, float, str]]:
    cases = [(case.place, shingles(case.ja)) for case in all_cases()]
    index = defaultdict(list)
    for number, (_, own) in enumerate(cases):
        for shingle in own:
            index[shingle].append(number)
    twins = []
    for text in learned:
        theirs = shingles(text)
        shared = Counter(number for shingle in theirs for number in index.get(shingle, ()))
        for number, count in shared.items():
            place, own = cases[number]
            shorter = min(len(own), len(theirs))
            if 2 * len(theirs) >= len(own) and count / shorter > LIMIT:
                twins.append((place, count / shorter, text))
    return twins


def test_nothing_of_the_projects_own_pairs():
    assert near_twins([pair.ja for pair in read_domain(ROOT / "training" / "data")]) == []


def test_nothing_of_the_shared_pairs():
    if not SHARED.is_dir():
        pytest.skip("the shared corpora are not on this machine")

    assert near_twins([pair.ja for pair in read_domain(SHARED)]) == []


def test_no_sentence_comes_twice():
    counts = Counter(fold(case.ja) for case in all_cases())

    assert [text for text, count in counts.items() if count > 1] == []
