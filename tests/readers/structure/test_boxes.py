"""Tables and frames drawn with characters in text files."""

from __future__ import annotations

import pytest

from briefgen.readers.structure.boxes import box_at
from briefgen.readers.structure.layout import Line
from briefgen.readers.structure.paragraphs import rebuild_paragraphs
from briefgen.readers.text.document import text_lines


def _rows(text: str) -> list[str]:
    """The cells with their row and column, heads with *; other paragraphs as they are."""
    shown = []
    for found in rebuild_paragraphs(text_lines(text)):
        place = found.cell
        mark = f"{place.row},{place.column}{'*' * place.is_header} " if place is not None else ""
        shown.append(mark + found.text)
    return shown


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "┌──┬──┐\n│区分│数量│\n├──┼──┤\n│毛布│８枚│\n│水　│　　│\n└──┴──┘\n\n　なお、追加する。",
            ["0,0* 区分", "0,1* 数量", "1,0 毛布", "1,1 ８枚", "2,0 水", "2,1 ", "なお、追加する。"],
            id="a rule below the head: each line is a row",
        ),
        pytest.param(
            "+------+----+\n| 毛布 | 8  |\n| 水   | 20 |\n+------+----+\n以上のとおり。",
            ["0,0 毛布", "0,1 8", "1,0 水", "1,1 20", "以上のとおり。"],
            id="plain characters, no head",
        ),
        pytest.param(
            "┏━┳━━┓\n┃甲┃点検┃\n┃　┃中　┃\n┣━╋━━┫\n┃乙┃良好┃\n┣━╋━━┫\n┃丙┃良好┃\n┗━┻━━┛",
            ["0,0 甲", "0,1 点検中", "1,0 乙", "1,1 良好", "2,0 丙", "2,1 良好"],
            id="rules between all rows: lines between two of them are one row",
        ),
        pytest.param(
            "┌─┬──┐\n│甲│点検│\n│　│中　│\n│乙│良好│\n└─┴──┘",
            ["0,0 甲", "0,1 点検中", "1,0 乙", "1,1 良好"],
            id="a line without a first cell goes on with the row above",
        ),
        pytest.param(
            "┌─┬──┐\n│甲│良好│\n├─┴──┤\n│合計１点│\n└────┘\n次に移る。",
            ["甲　良好", "合計１点", "次に移る。"],
            id="cells that span: a paragraph each",
        ),
        pytest.param(
            "┌─────────┐\n│　屋外では、雨の日│\n│に使わない。　　　│\n│　覆いを掛ける。　│\n└─────────┘",
            ["屋外では、雨の日に使わない。", "覆いを掛ける。"],
            id="a frame around text",
        ),
        pytest.param(
            "┌──┬─────┐\n│区分│数量　　　│\n├──┼─────┤\n│毛布│１，２００　│\n│　　│３５０　　　│\n└──┴─────┘",
            ["0,0* 区分", "0,1* 数量", "1,0 毛布", "1,1 １，２００　３５０"],
            id="figures below each other in a cell",
        ),
        pytest.param(
            "区分│８年度│９年度\n──┼───┼───\n毛布│　８枚│　－　\n水　│２０本│３０本\n──┴───┴───\n以上。",
            ["0,0* 区分", "0,1* ８年度", "0,2* ９年度", "1,0 毛布", "1,1 ８枚", "1,2 －", "2,0 水", "2,1 ２０本",
             "2,2 ３０本", "以上。"],
            id="no frame",
        ),
        pytest.param(
            "区分 | 数量\n-----+-----\n毛布 | 8\n水 | 20",
            ["0,0* 区分", "0,1* 数量", "1,0 毛布", "1,1 8", "2,0 水", "2,1 20"],
            id="no frame, plain characters",
        ),
        pytest.param("┌─┬─┐\n│甲│乙│\n└─┴─┘\n┌─┬─┐\n│丙│丁│\n└─┴─┘",
            ["0,0 甲", "0,1 乙", "0,0 丙", "0,1 丁"], id="two tables, one below the other",
        ),
    ],
)  # fmt: skip
def test_what_is_drawn(text: str, rows: list[str]) -> None:
    assert _rows(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "─────\n本文である。",
        "｜速報｜\n本文である。",
        "-----\n=====",
        "│本文である。",
        "|",
        "トップ｜会見｜予算\n──────",
    ],
)
def test_what_is_no_table(text: str) -> None:
    """A rule or a bar alone."""
    assert box_at(text_lines(text), 0) == 0


def test_many_rules_take_no_longer_than_few() -> None:
    assert box_at([Line("─" * 1000)] * 50_000, 0) == 0


def test_bars_without_end_make_no_cells() -> None:
    assert len(rebuild_paragraphs([Line("│" * 100_000), Line("│" * 100_000)])) == 2
