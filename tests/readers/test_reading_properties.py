"""Whatever a text file holds: nothing is lost silently, and reading is repeatable."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.findings import Code
from briefgen.readers import read_document

PIECES = st.sampled_from(
    [
        "１．", "（１）", "①", "②", "ア　", "・", "- ", "（注１）", "※", "第１　", "訓練", "会談を行った", "。", "、",
        "防衛省", "ＮＡＴＯ", "NATO ", "令和７年４月１日", "2025-04-01", "について", "（以上）", "　　", "  ", " ",
        "Ranking",
        "関連記事", "３", "-1-", "《くん》",
        "｜", "シェア", "X", "（", "」", "10:30", "\t", "以 上", "ホーム > 記事", "⾧", "〇〇",
    ]
)  # fmt: skip
LINES = st.lists(PIECES, max_size=8).map("".join)
PAPERS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\n\n\n", "\f"])), min_size=1, max_size=25).map(
    lambda rows: "".join(line + end for line, end in rows)
)


def letters(text):
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@settings(max_examples=300, deadline=None)
@example("関連記事\n訓練\n会談\nシェア\nX\n")
@example("ホーム > 記事《くん》\n")
@given(PAPERS)
def test_every_letter_is_in_a_block_or_counted_in_a_finding(paper):
    """Letters, figures, kana and kanji of the paper, widths folded."""
    if not paper.strip():
        return
    outcome = read_document(paper.encode(), "a.txt")

    blocks = outcome.value.blocks
    found = letters("".join(block.label + block.text + block.reading for block in blocks))
    missing = letters(paper)
    missing.subtract(found)
    dropped = [f.message for f in outcome.findings if f.code is Code.FURNITURE_DROPPED]
    allowed = sum(int(re.search(r"([\d,]+) characters", message)[1].replace(",", "")) for message in dropped)
    assert sum(count for count in missing.values() if count > 0) <= allowed
    assert outcome == read_document(paper.encode(), "a.txt")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a", "a.doc"]))
def test_any_bytes_are_read_or_refused_with_a_hint(content, name):
    """Never any other exception."""
    if content.lstrip(b"\0 \t\r\n\f")[:1] in (b"<", b"%", b"P"):
        return
    try:
        outcome = read_document(content, name)
    except BriefgenError as error:
        hint = error.hint
    else:
        hint = "read"
        assert outcome.value.content == content
    assert hint


@pytest.mark.parametrize("text", ["。", "・", "１．", "（以上）", "\ufeff概要"])
def test_tiny_papers(text):
    """One mark is a paper, too."""
    assert len(read_document(text.encode(), "a.txt").value.blocks) == 1
