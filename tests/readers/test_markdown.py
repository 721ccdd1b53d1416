"""Markdown: marks go, text stays; the outline shows what was understood."""

from briefgen.readers import read_document
from briefgen.readers.outline import outline

PAPER = """# 防衛協力に関する覚書

**令和7年3月4日** 防衛省

## 1. 目的

この覚書は、[両国](http://x.example)の*防衛当局*間の
協力を`定め`る。

- 共同訓練
  - 留学生の__受入れ__
1. 第一

> 引用文です。

---

```
コード_1_
```
"""


def test_marks_go_and_text_stays():
    """Heads, items, emphasis, links, quotes and code."""
    blocks = read_document(PAPER.encode(), "memo.md").value.blocks

    assert [f"{block.kind}|{block.level}|{block.label}|{block.text}" for block in blocks] == [
        "title|0||防衛協力に関する覚書",
        "dateline|0||令和7年3月4日 防衛省",
        "heading|1|1.|目的",
        "paragraph|0||この覚書は、両国の防衛当局間の協力を定める。",
        "list-item|1|-|共同訓練",
        "list-item|2|-|留学生の受入れ",
        "list-item|1|1.|第一",
        "paragraph|0||引用文です。",
        "paragraph|0||コード_1_",
    ]


def test_outline_lists_metadata_blocks_and_findings():
    """One line a block, with kind, level and label."""
    outcome = read_document(PAPER.encode(), "memo.md")

    lines = outline(outcome.value, outcome.findings).splitlines()

    assert lines[0].startswith("memo.md  text/markdown  sha256 ")
    assert "issued  2025-03-04" in lines
    assert "b0003  heading 1             1. 目的" in lines


def test_outline_shows_pages_cells_and_findings():
    """What a table cell is, where a block begins, what was left out."""
    paper = "訓練の概要\n区分　　人員\n陸自　　５名\n\f訓練を行った。\n2\n"
    outcome = read_document(paper.encode(), "a.txt")

    text = outline(outcome.value, outcome.findings)

    assert "table-cell 0:0:0 header p1   区分" in text
    assert "p2   訓練を行った。" in text
    assert "info: Left out as no part of the paper (page numbers)" in text
