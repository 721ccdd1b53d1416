"""Papers that are the same, or no Japanese."""

from dataclasses import replace

import pytest

from briefgen.checks.papers import check_papers
from briefgen.findings import Code
from tests.translation.build import document


def paper(name: str, text: str, sha256: str = ""):
    return replace(document(text, name=name).source, sha256=sha256 or name)


def found(*papers):
    return [(finding.code, finding.where.source) for finding in check_papers(papers)]


def test_a_paper_named_twice_is_told():
    text = "会談を行った。"

    assert found(paper("a.txt", text), paper("b.txt", text)) == []
    assert found(paper("a.txt", text, "1"), paper("a (2).txt", text, "1")) == [(Code.SAME_PAPER, "a (2).txt")]


@pytest.mark.parametrize("text", ["会談", "ＮＡＴＯの", "ﾆｯﾎﾟﾝ", "カ", "令和"])
def test_a_paper_with_any_japanese_is_one(text):
    assert found(paper("a.txt", text)) == []


@pytest.mark.parametrize("text", ["The fox.", "１２３", "", "Привет", "○ ―"])
def test_a_paper_without_japanese_is_told(text):
    assert found(paper("a.txt", text)) == [(Code.NO_JAPANESE, "a.txt")]
