"""Rows cut into text and tables: every row once, in order, and only what fits is a table."""

import pytest

from briefgen.model.document import BlockKind
from briefgen.writers.stretches import column_heads, stretches
from tests.writers.briefings import picture, row


def cell(number, place, ja="国", en="Country", **more):
    return row(number, ja, en, kind=BlockKind.TABLE_CELL, cell=place, **more)


def square(table=0, first=1, **more):
    places = [(table, line, column) for line in (0, 1) for column in (0, 1)]
    return [cell(number, place, **more) for number, place in enumerate(places, first)]


def numbers(rows):
    return [[[row.number for row in cell] for cell in line.cells] for line in rows]


def test_text_and_tables_take_turns():
    found = stretches([row(1, "前", ""), row(2, "文", ""), *square(0, 3), *square(1, 7), row(11, "後", "")])

    assert [[row.number for row in stretch.rows] for stretch in found] == [
        [1, 2], [3, 4, 5, 6], [7, 8, 9, 10], [11],
    ]  # fmt: skip
    assert [numbers(stretch.grid) for stretch in found] == [[], [[[3], [4]], [[5], [6]]], [[[7], [8]], [[9], [10]]], []]


def test_a_cell_may_hold_several_sentences_or_none():
    (table,) = stretches([cell(1, (0, 0, 0)), cell(2, (0, 0, 0)), cell(3, (0, 1, 0)), cell(4, (0, 1, 2))])

    assert numbers(table.grid) == [[[1, 2], []], [[3], [4]]]


def test_a_head_is_told_by_the_paper():
    rows = [cell(n, (0, line, column), is_header=not line) for n, line, column in ((1, 0, 0), (2, 0, 1), (3, 1, 0))]

    assert [line.is_header for line in stretches(rows)[0].grid] == [True, False]


@pytest.mark.parametrize(
    "rows",
    [
        [cell(1, (0, 0, 0)), cell(2, (0, 0, 1))],
        [cell(1, (0, 0, 0)), cell(2, (0, 1, 0))],
        [cell(n, (0, line, n), "国") for line in (0, 1) for n in range(12)],
        [cell(n, (0, line, n), "国", "Interoperability") for line in (0, 1) for n in range(6)],
        [cell(n, (0, line, n), "国", portion="(S//NOFORN)") for line in (0, 1) for n in range(8)],
        square(ja="国" * 301),
        square(en="x " * 301),
        square(picture=picture()),
    ],
    ids=[
        "one line",
        "one column",
        "twelve columns",
        "wide columns",
        "portion marks",
        "long Japanese",
        "long English",
        "picture",
    ],
)
def test_what_does_not_fit_stays_text(rows):
    (stretch,) = stretches([*rows, row(99, "後", "")])

    assert (stretch.grid, len(stretch.rows)) == ((), len(rows) + 1)


def test_columns_are_as_wide_as_what_stands_in_them_within_bounds():
    rows = [*square()[:2], cell(3, (0, 1, 0), "国" * 6, "x" * 8), cell(4, (0, 1, 1), "国" * 20)]

    assert stretches([*rows[:1], cell(2, (0, 0, 1), "１", "1"), *rows[2:]])[0].widths == (9.0, 17.0)
    assert stretches(square(ja="１", en="1"))[0].widths == (6.0, 6.0)


@pytest.mark.parametrize("columns", [2, 7, 9])
def test_no_column_is_narrower_than_its_longest_word(columns):
    """Also beside long texts; all of them still fill the page."""
    wide = [cell(n, (0, 0, n), "国" * 20, "x " * 20) for n in range(1, columns)]
    rows = [cell(0, (0, 0, 0), "番", "Aircrafts"), *wide, cell(99, (0, 1, 0), "１", "1")]
    widths = stretches(rows)[0].widths

    assert len(widths) == columns
    assert widths[0] / sum(widths) > 9 * 0.58 / 57
    assert min(widths) / sum(widths) > 4 / 57


def test_below_the_heads_of_a_table_each_cell_has_those_of_its_column_once():
    heads = [cell(n, (0, 0, n), f"頭{n}", is_header=True) for n in (1, 2)]
    lower = cell(3, (0, 1, 2), "単位", is_header=True)
    cells = [cell(4, (0, 2, 1)), cell(5, (0, 2, 2)), cell(6, (0, 2, 2), begins_block=False), cell(7, (0, 2, 3))]
    others = [row(8, "文", ""), cell(9, (1, 0, 1))]

    found = column_heads([*heads, lower, *cells, *others])

    assert {number: [head.number for head in above] for number, above in found.items()} == {4: [1], 5: [2, 3]}


@pytest.mark.parametrize(("length", "is_table"), [(60, True), (61, True), (200, True), (400, False)])
def test_a_column_of_longer_texts_is_wide_and_a_table_no_higher_than_reads_well(length, is_table):
    rows = [cell(n, (0, line, n), "国", "Japan") for line in (0, 1) for n in (0, 1)]
    (stretch,) = stretches([*rows, *(cell(9, (0, line, 2), "国" * (length // 2), "x " * length) for line in (0, 1))])

    assert bool(stretch.grid) == is_table
    if is_table:
        assert stretch.widths == (6.0, 6.0, 17.0 if length <= 60 else 31.0)
