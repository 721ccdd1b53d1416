"""First rows that name the columns of a table whose format marks no head."""

from __future__ import annotations

import pytest

from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.table_heads import with_head_rows


def _table(*rows: str, number: int = 0, marked: int | None = None) -> list[Paragraph]:
    return [
        Paragraph(text, kind=BlockKind.TABLE_CELL, cell=CellPlace(number, row, column, row == marked))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts.split("|"))
    ]


def _head_rows(paragraphs: list[Paragraph]) -> set[int]:
    return {p.cell.row for p in with_head_rows(paragraphs) if p.cell is not None and p.cell.is_header}


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (("区分|令和６年度|令和７年度", "北部|１２|１６"), {0}),
        (("氏　名|所　属", "鳴瀬　誠|計画課"), {0}),
        (("担当者|期限", "計画課|６月末"), {0}),
        (("日時|６月２日", "場所|岬市"), set()),
        (("給水車|１２両", "毛布|１，５００枚"), set()),
        (("区分|これは文である。", "北部|１２"), set()),
        (("区分|数量",), set()),
        (("区分", "北部"), set()),
    ],
)
def test_the_first_row_is_a_head_when_its_first_cell_names_a_column(rows: tuple[str, ...], heads: set[int]) -> None:
    assert _head_rows(_table(*rows)) == heads


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (("事業|数量|金額（億円）", "輸送艦|１隻|８２５", "補給艦|－|１，２４９"), {0}),
        (("町|世帯数", "岬町|１，２００", "浜町|▲３５"), {0}),
        (("町|前年比（％）", "岬町|９８．５", "浜町|"), set()),
        (("総数|１２", "男|５", "女|７"), set()),
        (("町|件数", "岬町|多数", "浜町|３", "山町|４"), set()),
        (("艦名|あけぼの", "乗員|１７０名", "全長|１５１ｍ"), set()),
        (("町|件数", "岬町|３"), set()),
    ],
)
def test_the_first_row_is_a_head_when_it_names_figures_and_they_stand_below(rows: tuple[str, ...], heads: set[int]):
    """Word marks no head unless one asks for it; in a note the first line looked like the others."""
    assert _head_rows(_table(*rows)) == heads


def test_a_head_that_the_format_marks_is_the_only_one() -> None:
    assert _head_rows(_table("区分|数", "項目|数量", "北部|１", marked=1)) == {1}


def test_each_table_is_looked_at_by_itself_and_text_is_let_alone() -> None:
    paragraphs = [*_table("北部|１", "南部|２"), Paragraph("区分"), *_table("区分|数", "北部|１", number=1)]

    found = with_head_rows(paragraphs)

    assert [p.text for p in found] == [p.text for p in paragraphs]
    assert [p.text for p in found if p.cell is not None and p.cell.is_header] == ["区分", "数"]
