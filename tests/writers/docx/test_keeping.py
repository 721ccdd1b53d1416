"""What of a table stays together over the ends of pages in Word, by estimated heights."""

from dataclasses import replace

import pytest

from briefgen.model.page import SideRow, Table, TableRow
from briefgen.writers.docx.keeping import (
    SideKeeping,
    is_long,
    keeps_with_next,
    last_leading,
    of_what_leads,
    plain_height,
    with_what_goes_on,
)
from briefgen.writers.theme import points
from tests.writers.looks import THEME
from tests.writers.pages import flag, ja, picture, runs

ROW = SideRow("1", "machine", ja("日本"), runs("Japan"))


def keeping(*rows, is_before_table=False):
    return SideKeeping(rows, (200.0, 200.0), THEME, is_before_table)


def kept(*rows, is_before_table=False):
    made = keeping(*rows, is_before_table=is_before_table)
    return [made.keeps(place, made.height(row)) for place, row in enumerate(rows)]


def test_the_height_is_that_of_the_higher_cell_with_its_flags_and_its_picture():
    line, look = THEME.styles.english.leading, THEME.styles.flag
    plain, long, flagged, shown, indented = map(
        keeping().height,
        (
            ROW,
            replace(ROW, en=runs("x" * 200)),
            replace(ROW, flags=(flag("Look."), flag("Look."))),
            replace(ROW, picture=picture()),
            replace(ROW, en=runs("x" * 200), indent=6),
        ),
    )

    assert plain == line
    assert long % line == 0
    assert plain < long < indented
    assert flagged == line + 2 * (look.leading + look.before)
    assert shown > plain + 150


def test_a_row_of_half_a_page_stays_in_one_piece():
    """Word cannot say on the next page which row goes on there."""
    room, rows = points(THEME.text_height_mm) / 2, (ROW, replace(ROW, heading_level=2), ROW)

    assert [keeping(*rows).may_split(place, room) for place in range(3)] == [False, True, False]
    assert [keeping(*rows).may_split(place, room + 1) for place in range(3)] == [True, True, True]


def test_a_row_before_a_table_is_kept_whole_by_its_paragraphs():
    """Asked of the row, LibreOffice keeps its table with nothing."""
    assert [keeping(ROW, ROW, is_before_table=True).may_split(place, 1.0) for place in range(2)] == [False, True]


@pytest.mark.parametrize(
    ("words", "following", "is_kept"),
    [
        ("次の３点を確認した。", replace(ROW, indent=1), True),
        ("次のとおり：", ROW, True),
        ("次のとおり:　", ROW, True),
        ("本文。", ROW, False),
        ("本文（注１）。", replace(ROW, indent=1, is_note=True), False),
        ("長い文。" * 500 + "：", ROW, False),
    ],
)
def test_what_leads_into_a_list_stays_with_its_first_item(words, following, is_kept):
    assert kept(replace(ROW, ja=ja(words)), following, ROW, ROW)[0] is is_kept


def test_a_row_that_says_so_keeps_with_the_next():
    assert kept(replace(ROW, keeps_with_next=True), ROW, ROW) == [True, True, False]


def test_an_item_keeps_with_a_deeper_one_only():
    items = [replace(ROW, indent=indent) for indent in (1, 2, 2, 1, 1)]

    assert kept(*items, ROW, ROW) == [True, False, False, False, False, True, False]


def test_the_last_row_stays_with_a_table_that_follows():
    assert kept(ROW, ROW, ROW) == [False, True, False]
    assert kept(ROW, ROW, ROW, is_before_table=True) == [False, True, True]


@pytest.mark.parametrize(
    ("levels", "count"),
    [((0, 0, 0), 1), ((0, 2, 0), 2), ((0, 1, 2), 2), ((0, 1, 0, 0), 1), ((1, 2), 0), ((0,), 0), ((), 0)],
)
def test_what_leads_into_a_table_is_the_last_row_and_the_heads_above_it(levels, count):
    rows = [replace(ROW, heading_level=level) for level in levels]

    assert last_leading(rows, is_before_table=True) == count
    assert last_leading(rows, is_before_table=False) == 0


def test_a_row_of_a_plain_table_keeps_with_the_one_that_goes_on_unless_it_is_long():
    rows = (TableRow((runs("a"),)), TableRow((runs("b"),), continues=True), *[TableRow((runs("c"),))] * 3)
    table = Table((1.0,), rows)
    low, high = plain_height(rows[0], (4000,), THEME), points(THEME.text_height_mm)

    assert low == THEME.styles.table_cell.leading
    assert [keeps_with_next(table, place, (low, 0), THEME) for place in range(5)] == [True, False, False, True, False]
    assert not keeps_with_next(table, 0, (high, 0), THEME)
    assert not keeps_with_next(table, 0, (low, high), THEME)


def test_a_row_of_a_plain_table_above_a_quarter_of_a_page_may_be_split():
    height = points(THEME.text_height_mm)

    assert [is_long(height * share, THEME) for share in (0.24, 0.26)] == [False, True]


def test_the_rows_that_go_on_count_for_the_height_of_a_row():
    rows = [TableRow((), continues=goes_on) for goes_on in (False, True, True, False)]

    assert with_what_goes_on(rows, (1.0, 2.0, 4.0, 8.0)) == [7.0, 6.0, 4.0, 8.0]


def test_heads_count_for_what_leads_to_a_row():
    rows = [TableRow((), keeps_with_next=keeps) for keeps in (False, True, True, False, False)]

    assert of_what_leads(rows, (1.0, 2.0, 4.0, 8.0, 16.0)) == [0.0, 0.0, 2.0, 6.0, 0.0]
