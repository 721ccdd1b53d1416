"""Tables of drawn lines: rows that no line parts, figures that stay single."""

from __future__ import annotations

import pytest

from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.tables import find_tables, take_cells

SHEET = Sheet(1, 595.0, 842.0)
COLUMNS = (60.0, 160.0, 240.0, 320.0)


def run(text: str, left: float, bottom: float, size: float = 10.0) -> Run:
    edges = [left + size * number for number in range(len(text) + 1)]
    return Run(text, edges[:-1], edges[1:], bottom - size, bottom, size)


def grid(*heights: float) -> list[Box]:
    level = [Box(COLUMNS[0], height, COLUMNS[-1], height) for height in heights]
    return level + [Box(column, heights[0], column, heights[-1]) for column in COLUMNS]


def cells(rows: list[list[list[str]]], *heights: float) -> list[tuple[int, int, str]]:
    """What is read of a table whose cells have these lines, figures at the right, from the top down."""
    (table,) = find_tables(grid(*heights))
    runs = []
    for top, row in zip(heights, rows, strict=False):
        for column, lines in enumerate(row):
            for number, text in enumerate(lines):
                left = COLUMNS[column] + 2 if column == 0 else COLUMNS[column + 1] - 2 - 10 * len(text)
                runs.append(run(text, left, top + 16 + 16 * number))
    found, _ = take_cells(table, runs, SHEET)
    return [(p.cell.row, p.cell.column, p.text) for p in found if p.cell is not None]


def test_figures_below_each_other_make_rows_with_their_neighbours() -> None:
    read = cells(
        [
            [["区分"], ["４年度"], ["５年度"]],
            [["北海道", "東京都", "合計"], ["１２", "４５", "５７"], ["１５", "１，２４５", "１，２６０"]],
        ],
        100, 120, 180,
    )  # fmt: skip

    assert read[3:] == [
        (1, 0, "北海道"), (1, 1, "１２"), (1, 2, "１５"), (2, 0, "東京都"), (2, 1, "４５"), (2, 2, "１，２４５"),
        (3, 0, "合計"), (3, 1, "５７"), (3, 2, "１，２６０"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "figures", [["１２", "３４５"], ["12.3％", "▲4.5％"], ["－", "３件"], ["１２億円", "（３億円）"]]
)
def test_two_figures_in_a_cell_are_never_one(figures: list[str]) -> None:
    read = cells([[["事業"], ["額"], ["比"]], [["避難所環境改善"], figures, ["－"]]], 100, 120, 160)

    assert [text for row, column, text in read if (row, column) == (1, 1)] == figures


def test_wrapped_text_of_a_cell_stays_one_paragraph() -> None:
    lines = ["避難所の環境を改善", "する事業の実施"]
    read = cells([[["事業"], ["額"], ["比"]], [lines, ["１２"], ["３"]]], 100, 120, 160)

    assert read[3] == (1, 0, "避難所の環境を改善する事業の実施")


def test_a_table_set_vertically_is_read_from_the_right() -> None:
    (table,) = find_tables(grid(100, 160, 220))
    texts = [("改正案", 280.0, 105.0), ("現行", 280.0, 165.0), ("第三条", 200.0, 105.0), ("第二条", 110.0, 165.0)]
    runs = []
    for text, across, top in texts:
        edges = [top + 10 * number for number in range(len(text) + 1)]
        beside = SHEET.width - across
        runs.append(Run(text, edges[:-1], edges[1:], beside - 5, beside + 5, 10.0, is_vertical=True))
    found, _ = take_cells(table, runs, SHEET)

    assert [(p.cell.row, p.cell.column, p.text) for p in found if p.cell is not None and p.text] == [
        (0, 0, "改正案"), (0, 1, "現行"), (1, 0, "第三条"), (2, 1, "第二条"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("行", "程", "行程"), ("その他（", "）", "その他（）"), ("議題", "予算", "議題　予算")],
)
def test_what_stands_at_one_height_in_a_cell_is_one_line(first: str, second: str, expected: str) -> None:
    (table,) = find_tables(grid(100, 120, 140))
    runs = [run("月日", 62.0, 116.0), run(first, 162.0, 116.0), run(second, 216.0, 116.0), run("５日", 62.0, 136.0)]
    found, _ = take_cells(table, runs, SHEET)
    assert [p.text for p in found if p.cell is not None and (p.cell.row, p.cell.column) == (0, 1)] == [expected]


def test_words_marked_in_running_text_are_no_table() -> None:
    boxes = [(200.0, 100.0, 320.0), (60.0, 116.0, 320.0), (60.0, 132.0, 140.0)]
    rules = [
        side
        for left, top, right in boxes
        for side in (
            Box(left, top, right, top),
            Box(left, top + 16, right, top + 16),
            Box(left, top, left, top + 16),
            Box(right, top, right, top + 16),
        )
    ]
    lines = [
        run("海山省は沿岸監視の体制を改め、全国に十二の観測所を置くこと"[:26], 60.0, 114.0 + 16 * n) for n in range(3)
    ]
    for table in find_tables(rules):
        assert take_cells(table, lines, SHEET) == ([], lines)


def test_text_that_runs_over_into_the_next_cell_once_leaves_a_table_one() -> None:
    (table,) = find_tables(grid(100, 120, 140, 160))
    runs = [
        run("長い名前の観測所と岬の町", 62.0, 116.0),
        run("北港", 62.0, 136.0),
        run("４８", 162.0, 136.0),
        run("南浜", 62.0, 156.0),
    ]
    found, outside = take_cells(table, runs, SHEET)
    assert outside == []
    assert len({p.cell.row for p in found if p.cell is not None}) == 3


@pytest.mark.parametrize(("pitch", "expected"), [(10.0, ["司令部"]), (14.0, ["司", "令", "部"])])
def test_letters_right_below_each_other_are_a_word_set_upright(pitch: float, expected: list[str]) -> None:
    (table,) = find_tables(grid(100, 160, 180))
    letters = [run(text, 100.0, 115 + pitch * number) for number, text in enumerate("司令部")]
    found, _ = take_cells(table, [*letters, run("１２名", 162.0, 116.0), run("計", 62.0, 176.0)], SHEET)
    assert [p.text for p in found if p.cell is not None and (p.cell.row, p.cell.column) == (0, 0)] == expected


def test_figures_between_lines_without_a_word_are_those_of_a_chart() -> None:
    (table,) = find_tables(grid(100, 140, 180))
    bars = [run("６６９", 100.0, 116.0), run("７０４回", 170.0, 116.0), run("421", 250.0, 156.0)]
    assert take_cells(table, bars, SHEET) == ([], bars)
