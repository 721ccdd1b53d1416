"""Markdown: marks go, text stays; the outline shows what was understood."""

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code
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
    assert "remark: Left out as no part of the paper (page numbers)" in text


@pytest.mark.parametrize("rule", ["|:-:|-:|", "|-|-|", "--- | :--"])
def test_the_rule_of_a_table_may_be_short(rule: str) -> None:
    blocks = read_document(f"# 題\n\n| 区分 | 数 |\n{rule}\n| 毛布 | 12 |\n".encode(), "a.md").value.blocks

    assert [block.text for block in blocks if block.cell] == ["区分", "数", "毛布", "12"]


def test_pipe_tables_become_cells():
    """With or without bars at the ends; a bar behind a backslash is text."""
    text = "# 題\n\n| 区分 | 数 |\n|:---|---:|\n| 給水車 | **12** 両 |\n| a\\|b | |\n"
    text += "\n本文。\n\n甲 | 乙\n--- | ---\n丙 | 丁\n"

    blocks = read_document(text.encode(), "a.md").value.blocks

    cells = [(b.cell.table, b.cell.row, b.cell.column, b.text, b.cell.is_header) for b in blocks if b.cell]
    assert cells == [
        (0, 0, 0, "区分", True), (0, 0, 1, "数", True), (0, 1, 0, "給水車", False), (0, 1, 1, "12 両", False),
        (0, 2, 0, "a|b", False), (1, 0, 0, "甲", True), (1, 0, 1, "乙", True), (1, 1, 0, "丙", False),
        (1, 1, 1, "丁", False),
    ]  # fmt: skip
    assert [b.text for b in blocks if not b.cell] == ["題", "本文。"]


@pytest.mark.parametrize("mark", ["[", "**a ", "_a", "`a", "*a", "<https://a"])
def test_marks_without_an_end_are_text(mark):
    """And cost no more than their length."""
    assert read_document((mark * 50_000).encode(), "a.md").value.blocks


def test_marks_alone_are_refused():
    """A fence of code with nothing in it."""
    with pytest.raises(UnreadableDocumentError, match="no text"):
        read_document(b"```\n```\n", "a.md")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("~~３００~~３５０名を派遣する。", "３５０名を派遣する。"),
        ("<del>３００</del>３５０名と<s class='x'>４</s>５隻。", "３５０名と５隻。"),
        ("12~20名、~30名、~~~。", "12~20名、~30名、~~~。"),
        ("10<sup>-3</sup>Sv、H<sub>2</sub>O、１２０<sup>1)</sup>名。", "10⁻³Sv、H2O、１２０名（注1）。"),
        ("<span style='color:red'>赤い</span><b>字</b>&nbsp;&amp;記号と<氏名>。", "赤い字 &記号と<氏名>。"),
        ("書いた。<!-- 控え\n二行目 -->続く。", "書いた。続く。"),
        ("[報告書](https://example.jp/a(1).pdf)を見る。", "報告書を見る。"),
        ("脚注がある[^1]。", "脚注がある（注1）。"),
        ("<ruby>岬<rp>(</rp><rt>みさき</rt><rp>)</rp></ruby>町。", "岬町。"),
    ],
)
def test_tags_struck_text_and_comments(text, shown):
    """What GitHub and HTML add to Markdown."""
    assert [block.text for block in read_document(text.encode(), "a.md").value.blocks] == [shown]


def test_what_is_left_out_is_told():
    """Front matter with title and day, comments, struck text; code stays."""
    text = "---\ntitle: 監視の強化\ndate: 2025-11-06\n---\n\n海山省は<!-- 秘 -->~~３００~~３５０名を派遣する。\n\n"
    outcome = read_document((text + "```\n~~<b>甲</b>~~\n```\n後の~~前の~~文。").encode(), "a.md")

    assert [block.text for block in outcome.value.blocks] == [
        "海山省は３５０名を派遣する。", "~~<b>甲</b>~~", "後の文。",
    ]  # fmt: skip
    assert (outcome.value.metadata.title, str(outcome.value.metadata.issued)) == ("監視の強化", "2025-11-06")
    told = {finding.code: finding.message for finding in outcome.findings}
    assert "front matter" in told[Code.FURNITURE_DROPPED]
    assert "1 comment" in told[Code.COMMENTS_DROPPED]
    assert "2 stretches" in told[Code.DELETED_TEXT_DROPPED]


def test_breaks_and_underlined_heads():
    """<br> ends a line, in a table it is a space; === and --- stand under heads."""
    text = "題名\n====\n\n見出し\n------\n\n本文である。<br>次の行である。\n\n甲 | 乙\n--- | ---\n丙<br/>a | 丁\n"
    blocks = read_document(text.encode(), "a.md").value.blocks

    assert [f"{block.kind}|{block.level}|{block.text}" for block in blocks] == [
        "title|0|題名", "heading|1|見出し", "paragraph|0|本文である。", "paragraph|0|次の行である。",
        "table-cell|0|甲", "table-cell|0|乙", "table-cell|0|丙 a", "table-cell|0|丁",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["~~a ", "<!-- ", "<del>", "<sup>", "<ruby>", "```\n", "[^1]", "---\na: b\n", "<b "])
def test_tags_without_an_end_cost_no_more_than_their_length(mark):
    """And are no reason to refuse the file."""
    assert read_document(("文" + mark * 20_000).encode(), "a.md").value.blocks


def test_ticked_items_and_quotes_within_quotes():
    paper = "# 報告\n\n- [x] 給水\n- [ ] 入浴\n\n> 引用文です。\n> > 二重の引用です。\n> - 項目\n\n本文です。\n"
    blocks = read_document(paper.encode(), "memo.md").value.blocks

    assert [f"{block.kind}|{block.label}|{block.text}" for block in blocks[1:]] == [
        "list-item|☑|給水",
        "list-item|☐|入浴",
        "paragraph||引用文です。",
        "paragraph||二重の引用です。",
        "list-item|-|項目",
        "paragraph||本文です。",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "公開日：令和８年１１月１８日\n最終更新日：令和８年１１月２０日",
            ["公開日：令和８年１１月１８日", "最終更新日：令和８年１１月２０日"],
        ),
        ("海山省防衛局\n国土庁海事課", ["海山省防衛局", "国土庁海事課"]),
        (
            "日時：１１月１８日\n場所：第一会議室\n担当：浜辺太郎",
            ["日時：１１月１８日", "場所：第一会議室", "担当：浜辺太郎"],
        ),
        ("浜辺　太郎\n鈴木　花子", ["浜辺　太郎", "鈴木　花子"]),
        ("〒100-0001\n海山県浜町１－１\n電話 03-0000-0000", ["〒100-0001", "海山県浜町１－１", "電話 03-0000-0000"]),
        ("・一つ目\n・二つ目", ["・|一つ目", "・|二つ目"]),
        (
            "この**太字の\n行**は、沿岸の監視を\n強化する。\n次の文である。",
            ["この太字の行は、沿岸の監視を強化する。次の文である。"],
        ),
        ("The ministry said\nthat talks go on.", ["The ministry said that talks go on."]),
        (
            "- 共同訓練を実施し、\n  成果を公表する。\n- 次の項目",
            ["-|共同訓練を実施し、成果を公表する。", "-|次の項目"],
        ),
        (
            "1. 訓練の目的は次の\nとおりである。\n\n   段落が続く。",
            ["1.|訓練の目的は次のとおりである。", "段落が続く。"],
        ),
        ("一行目である。\\\n二行目である。", ["一行目である。", "二行目である。"]),
    ],
)
def test_lines_are_joined_only_where_the_text_goes_on(text: str, shown: list[str]) -> None:
    """Entries, names, addresses and dates stay on lines of their own, sentences and items run on."""
    blocks = read_document(f"# 題\n\n{text}\n".encode(), "a.md").value.blocks

    assert [f"{block.label}|{block.text}".removeprefix("|") for block in blocks[1:]] == shown


def test_links_by_name_show_their_text() -> None:
    """Their targets go; what only looks like one is text."""
    text = '[報告書][1]と[別紙][]を見る。\n\n[日時]: ９時\n\n[1]: https://a.example/x "題"\n[別紙]: ./b.pdf\n'

    blocks = read_document(text.encode(), "a.md").value.blocks

    assert [block.text for block in blocks] == ["報告書と別紙を見る。", "[日時]: ９時"]
