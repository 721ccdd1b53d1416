"""Rows of tables that a page break has parted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.model.document import CellPlace
from briefgen.readers.pdf.page_breaks import with_whole_rows
from briefgen.readers.structure.layout import Paragraph

HEAD = ["項目", "内容", "所管"]
OPEN = ["点検", "国土交通省は、地震の教訓を踏まえ、上", "国土交通省"]
REST = ["", "下水道施設の点検を実施した。", ""]
NEXT = ["訓練", "県は、訓練を３回実施した。", "海山県"]


def table(*rows: Sequence[str]) -> list[Paragraph]:
    return [
        Paragraph(text, cell=CellPlace(0, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


def read(*paragraphs: Paragraph) -> list[tuple[int, int, str] | str]:
    whole = with_whole_rows(paragraphs)
    return [(p.cell.row, p.cell.column, p.text) if p.cell else p.text for p in whole]


@pytest.mark.parametrize("head", [[HEAD], []], ids=["the head is repeated", "without a head"])
def test_a_row_parted_by_a_page_break_is_whole(head: list[list[str]]) -> None:
    read_rows = read(*table(HEAD, OPEN), *table(*head, REST, NEXT))

    whole = [OPEN[0], OPEN[1] + REST[1], OPEN[2]]
    assert read_rows == read(*table(HEAD, whole), *table(*head, NEXT))


def test_both_columns_of_a_comparison_may_go_on() -> None:
    first, second = (
        ["市町村長は、計画を作成するよう努めなけれ", "市町村長は、名簿を作成しなけれ"],
        ["ばならない。", "ばならない。"],
    )

    assert read(*table(first), *table(second, ["（新設）", "（略）"])) == read(
        *table(["".join(pair) for pair in zip(first, second, strict=True)]), *table(["（新設）", "（略）"])
    )


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (["点検", "点検を実施した。", "県"], REST),
        (["避難所の環境改善に係る補助", "国土交通省水管理局", "１２"], ["消防団の充実強化に係る補助", "消防庁", "３"]),
        (["点検", "上下水道", "県"], ["", "国土交通省の所管である。", ""]),
        (OPEN, NEXT),
    ],
    ids=["the sentence is whole", "no sentences", "a word", "another row"],
)
def test_other_rows_stay_as_they_are(last: list[str], first: list[str]) -> None:
    paragraphs = [*table(HEAD, last), *table(HEAD, first)]

    assert list(with_whole_rows(paragraphs)) == paragraphs


def test_text_between_two_tables_parts_them() -> None:
    paragraphs = [*table(HEAD, OPEN), Paragraph("（注）所管は現在のもの。"), *table(HEAD, REST)]

    assert list(with_whole_rows(paragraphs)) == paragraphs
