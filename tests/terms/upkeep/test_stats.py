"""Figures about a glossary and the papers it is held against."""

from __future__ import annotations

from briefgen.findings import Code
from briefgen.model.segment import Span
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.upkeep.lint import find_unused
from briefgen.terms.upkeep.runs import uncovered_runs
from briefgen.terms.upkeep.stats import count_terms, measure_coverage

GLOSSARY = Glossary(
    "g",
    (
        Term("防衛省", "Ministry of Defense", "organization", origin="a.csv:2"),
        Term("演習", "exercise", origin="b.csv:2", status="provisional"),
        Term("訓練", "training", origin="b.csv:3"),
    ),
)


def test_entries_are_counted_by_file_kind_and_status():
    assert count_terms(GLOSSARY) == {
        "file": {"b.csv": 2, "a.csv": 1},
        "kind": {"term": 2, "organization": 1},
        "status": {"approved": 2, "provisional": 1},
    }


def test_coverage_is_counted_in_kanji_and_katakana():
    """防衛省 and 演習 of 防衛省, 演習, 統合計画 and テスト: 5 of 12 letters; hiragana does not count."""
    (covered,) = measure_coverage(GLOSSARY, [("p.txt", ["防衛省は演習を", "統合計画のテスト"])])

    assert (covered.letters, covered.covered, covered.terms) == (12, 5, 2)
    assert covered.uncovered == ("統合計画", "テスト")


def test_a_paper_without_letters_has_no_coverage():
    assert measure_coverage(GLOSSARY, [("p.txt", ["..."])])[0].share == 0


def test_runs_are_given_whole():
    assert [(run.start, run.end) for run in uncovered_runs("演習場を見た", [Span(0, 2)])] == [(0, 3), (4, 5)]
    assert list(uncovered_runs("演習", [Span(0, 1), Span(1, 2)])) == []


def test_unused_entries_are_told_with_their_place():
    findings = find_unused(GLOSSARY, ["防衛省は", "演習を"])

    assert [(one.code, str(one.where)) for one in findings] == [(Code.GLOSSARY_UNUSED, "b.csv:3:ja")]
