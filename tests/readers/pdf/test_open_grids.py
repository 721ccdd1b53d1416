"""Tables whose lines do not close them: open sides, and level lines alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefgen.readers.pdf.open_grids import with_open_sides
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.tables import find_tables, take_cells

SHEET = Sheet(1, 595.0, 842.0)
COLUMNS = (60.0, 160.0, 400.0, 500.0)
HEIGHTS = (100.0, 140.0, 160.0, 180.0)


def run(text: str, left: float, bottom: float) -> Run:
    edges = [left + 10 * number for number in range(len(text) + 1)]
    return Run(text, edges[:-1], edges[1:], bottom - 10, bottom, 10.0)


ROWS = [
    run("６月３", 62, 114), run("日", 62, 128), run("県は本部を設け、関係する機関に連絡した", 162, 114),
    run("防災課", 402, 114),
    run("４日", 62, 155), run("孤立は解消した。", 162, 155), run("同上", 402, 155),
    run("５日", 62, 175), run("終了", 162, 175), run("同上", 402, 175),
]  # fmt: skip
SHOWN = [
    (0, 0, "６月３"), (0, 0, "日"), (0, 1, "県は本部を設け、関係する機関に連絡した"), (0, 2, "防災課"),
    (1, 0, "４日"), (1, 1, "孤立は解消した。"), (1, 2, "同上"), (2, 0, "５日"), (2, 1, "終了"), (2, 2, "同上"),
]  # fmt: skip


def cells(rules: list[Box], runs: list[Run]) -> list[tuple[int, int, str]]:
    tables = find_tables(rules)
    found = take_cells(tables[0], runs, SHEET)[0] if tables else []
    return [(p.cell.row, p.cell.column, p.text) for p in found if p.cell is not None]


def level(*columns: float, heights: tuple[float, ...] = HEIGHTS) -> list[Box]:
    """A line for each cell at each height."""
    return [Box(left, height, right, height) for height in heights for left, right in pairwise(columns)]


def test_a_table_without_lines_at_its_sides_reaches_as_far_as_its_level_lines() -> None:
    rules = level(COLUMNS[0], COLUMNS[-1]) + [Box(place, 100, place, 180) for place in COLUMNS[1:-1]]
    assert cells(rules, ROWS) == SHOWN


def test_a_table_of_level_lines_alone_has_the_columns_at_which_they_end() -> None:
    assert cells(level(*COLUMNS), ROWS) == SHOWN


def test_the_head_above_the_first_level_line_is_its_first_row() -> None:
    head = [run("日時", 62, 96), run("内容", 250, 96), run("担当", 402, 96)]
    text = [run("経過は次のとおりであり、詳しくは担当に照会すること。", 60, 96)]
    assert cells(level(*COLUMNS), head + ROWS)[:4] == [(0, 0, "日時"), (0, 1, "内容"), (0, 2, "担当"), (1, 0, "６月３")]
    assert cells(level(*COLUMNS), text + ROWS) == SHOWN


def test_merged_cells_of_a_table_of_level_lines_are_one() -> None:
    rules = level(*COLUMNS) + level(60.0, 400.0, 500.0, heights=(120.0,))
    runs = [run("件名と場所の一覧", 120, 116), run("担当", 402, 116), *ROWS[4:]]
    runs += [run("件名", 62, 136), run("場所", 162, 136), run("課", 402, 136)]
    assert cells(rules, runs)[:5] == [
        (0, 0, "件名と場所の一覧"), (0, 2, "担当"), (1, 0, "件名"), (1, 1, "場所"), (1, 2, "課"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rules",
    [
        level(*COLUMNS, heights=HEIGHTS[:2]),
        level(COLUMNS[0], COLUMNS[-1]),
        [*level(*COLUMNS[:3], heights=HEIGHTS[:1]), *level(70, 90, 200, heights=HEIGHTS[1:2]), *level(60, 300, 310)],
    ],
    ids=["two lines", "lines across the page", "underlined words"],
)
def test_other_level_lines_are_no_table(rules: list[Box]) -> None:
    assert find_tables(rules) == []


@pytest.mark.parametrize(
    ("ends", "places"),
    [
        ([(60, 500)] * 3, (60, 160, 300, 500)),
        ([(60, 500)] * 2, (160, 300)),
        ([(160, 500)] * 3, (160, 300, 500)),
        ([(60, 300), (90, 300), (120, 300)], (160, 300)),
        ([(60, 300)] * 3 + [(160, 300)] * 4, (160, 300)),
        ([(155, 306)] * 5, (160, 300)),
    ],
)
def test_only_ends_that_most_lines_share_open_a_side(
    ends: list[tuple[float, float]], places: tuple[float, ...]
) -> None:
    assert with_open_sides((160, 300), ends) == places
