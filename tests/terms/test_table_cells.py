"""What cells have from their place: times their half of the day, その他 its English."""

import pytest

from briefgen.model.document import Block, BlockKind, CellPlace
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.terms.table_cells import eras_of_cells, halves_of_cells, other_in_cells
from briefgen.translation.wholes import whole_english


def table(*rows, is_headed=True):
    return [
        Block(f"{row}{column}", BlockKind.TABLE_CELL, text, cell=CellPlace(0, row, column, is_headed and not row))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


@pytest.mark.parametrize("is_headed", [True, False])
def test_the_head_of_a_column_says_the_half(is_headed):
    halves = halves_of_cells(table(["行事", "開始（午前）", "午後の部"], ["開会", "9:00", "1:00"], is_headed=is_headed))

    assert (halves.get("10"), halves.get("11"), halves.get("12")) == (None, "午前", "午後")


def test_the_head_of_a_row_says_the_half():
    halves = halves_of_cells(table(["部", "開始"], ["午後", "3:00"], ["夜", "7:00"]))

    assert (halves.get("11"), halves.get("21")) == ("午後", None)


@pytest.mark.parametrize("head", ["午前・午後", "午後に行う行事", "時刻"])
def test_a_head_of_both_or_of_neither_says_none(head):
    assert not halves_of_cells(table(["行事", head], ["開会", "3:00"]))


@pytest.mark.parametrize(
    ("text", "half", "english"),
    [
        ("3:00", "午後", "15:00"),
        ("３時半", "午後", "15:30"),
        ("12:30", "午後", "12:30"),
        ("9:00", "午前", "9:00"),
        ("1:30～3:00", "午後", "13:30 to 15:00"),
        ("11時～1時", "午前", "11:00 to 13:00"),
        ("午前10時", "午後", "10:00"),
        ("25:00", "", "25:00"),
    ],
)
def test_times_of_a_cell_are_of_its_half(text, half, english):
    found = find_placeables(text, HouseStyle(), half=half).value

    assert whole_english(text, found) == english


def test_other_in_a_cell_is_no_matter():
    blocks = table(["区分", "その他"], ["その他", "3"], ["その他の費用", "4"])

    assert {block: one.english for block, one in other_in_cells(blocks).items()} == {"01": "Other", "10": "Other"}


def test_other_on_an_agenda_in_a_table_stays():
    assert not other_in_cells(table(["議題", "担当"], ["その他", "総務課"]))


@pytest.mark.parametrize(
    ("rows", "eras"),
    [
        ([["年度", "件数"], ["令和５年", "12"], ["６年", "14"], ["７年", "9"]], {"20": "令和", "30": "令和"}),
        ([["区分", "平成30年度", "令和元年度", "２年度"], ["件数", "1", "2", "3"]], {"03": "令和"}),
        ([["期間", "件数"], ["令和５年", "12"], ["３年", "14"]], {}),
        ([["耐用年数"], ["６年"]], {}),
        ([["年", "任期"], ["令和５年", "６年"], ["６年", "７年"]], {"20": "令和"}),
    ],
)
def test_a_year_without_its_era_is_of_the_one_above_or_before_it(rows, eras):
    assert eras_of_cells(table(*rows)) == eras
