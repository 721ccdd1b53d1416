"""Tables between level lines alone: above the head, below it, at the foot."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.readers.pdf.ruled import ruled_tables
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.tables import take_cells

SHEET = Sheet(1, 595.0, 842.0)
LEFT, RIGHT = 60.0, 320.0
HEAD = [(62, 114, "区分"), (100, 114, "７年度"), (136, 114, "８年度")]
BODY = [
    (62, 134, "監視"), (100, 134, "１２０"), (136, 134, "１５０"), (62, 148, "訓練"), (100, 148, "３０"),
    (136, 148, "４５"),
]  # fmt: skip
SHOWN = [["区分", "７年度", "８年度"], ["監視", "１２０", "１５０"], ["訓練", "３０", "４５"]]
_Text = tuple[float, float, str]


def run(left: float, bottom: float, text: str, size: float = 10.0) -> Run:
    edges = [left + size * number for number in range(len(text) + 1)]
    return Run(text, edges[:-1], edges[1:], bottom - size, bottom, size)


def level(*heights: float, left: float = LEFT, right: float = RIGHT) -> list[Box]:
    return [Box(left, height, right, height) for height in heights]


def tables(rules: Sequence[Box], texts: Sequence[_Text]) -> list[list[list[str]]]:
    """The rows of each table, and nothing of what stands outside."""
    runs, found = [run(*text) for text in texts], []
    for table in ruled_tables(rules, runs):
        cells, runs = take_cells(table, runs, SHEET)
        rows: dict[int, list[str]] = {}
        for cell in cells:
            assert cell.cell is not None
            assert cell.cell.is_header or cell.cell.row >= table.heads
            rows.setdefault(cell.cell.row, []).append(cell.text)
        found.append(list(rows.values()))
    return found


def test_a_narrow_room_between_the_pieces_parts_the_columns() -> None:
    assert tables(level(100, 120, 160), HEAD + BODY) == [SHOWN]


def test_thick_lines_and_lines_in_pieces_are_one_each() -> None:
    thick = [*level(100, 103), Box(60, 100, 60, 103), Box(320, 100, 320, 103)]
    pieces = [*level(120, right=130), *level(120, left=130)]

    assert tables(thick + pieces + level(160), HEAD + BODY) == [SHOWN]


def test_two_tables_of_one_width_are_two_and_the_text_between_stays_outside() -> None:
    second = [(left, height + 140, text) for left, height, text in HEAD + BODY]
    between = [(60.0, 190.0, "この表のとおり、予算は毎年のように増えている。")]

    assert tables(level(100, 120, 160, 240, 260, 300), HEAD + BODY + between + second) == [SHOWN, SHOWN]


def test_wrapped_cells_are_whole() -> None:
    texts = [
        (62, 114, "名称"), (140, 114, "内容"), (290, 114, "数量"),
        (62, 134, "無人機"), (140, 134, "沿岸に近づく船舶を昼夜に"), (140, 148, "わたり見張る。"), (290, 134, "８機"),
        (62, 170, "レーダー"), (140, 170, "設ける。"), (290, 170, "２基"),
    ]  # fmt: skip

    assert tables(level(100, 120, 180), texts) == [
        [
            ["名称", "内容", "数量"],
            ["無人機", "沿岸に近づく船舶を昼夜にわたり見張る。", "８機"],
            ["レーダー", "設ける。", "２基"],
        ]
    ]


def test_a_remark_further_below_stays_in_its_row() -> None:
    head = [(62, 114, "区分"), (140, 114, "内容")]
    body = [(62, 134, "監視"), (140, 134, "沿岸を見張る。"), (140, 148, "毎日"), (140, 172, "備考")]

    assert [len(rows) for rows in tables(level(100, 120, 180), head + body)] == [2]


def test_a_row_goes_on_over_the_borders_of_no_column() -> None:
    """The columns are those of all rows."""
    wide = [(62, 174, "訓練と監視"), (136, 174, "１２")]
    (read,) = tables(level(100, 120, 160, 180), [*HEAD, *BODY, *wide])

    assert read[:3] == SHOWN
    assert len(read) == 3


def test_the_words_of_a_cell_are_no_columns() -> None:
    head = [(62, 114, "区分"), (140, 114, "期日")]
    body = [(62, 134, "監視"), (140, 134, "October"), (213, 134, "28"), (235.5, 134, "2026")]

    assert tables(level(100, 120, 180), head + body)[0][1][:1] == ["監視"]
    assert len(tables(level(100, 120, 180), head + body)[0][1]) == 2


def test_a_name_over_a_short_line_spans_the_columns_below() -> None:
    head = [(62, 122, "機関"), (150, 112, "要員"), (110, 130, "常勤"), (190, 130, "非常勤")]
    body = [(62, 150, "海事局"), (110, 150, "１２名"), (190, 150, "３名")]
    rules = [*level(100, 136, 160), *level(116, left=105, right=225)]

    assert tables(rules, head + body) == [[["機関", "要員"], ["常勤", "非常勤"], ["海事局", "１２名", "３名"]]]


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([*level(100, 120, 160), Box(60, 100, 60, 160), Box(320, 100, 320, 160)], id="a box"),
        pytest.param(level(100, 160), id="two lines"),
        pytest.param([*level(100, 120), *level(160, right=200)], id="of other widths"),
    ],
)
def test_other_lines_are_none(rules: list[Box]) -> None:
    assert tables(rules, HEAD + BODY) == []


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([(62, 114, "海山省の取組"), *BODY], id="a head of one piece"),
        pytest.param([*HEAD, (62, 134, "沿岸の監視を強化する海山省の取組を述べる。")], id="text that runs across"),
        pytest.param([(62, 114, "沿岸を見張る。"), (190, 114, "次に移る。"), *BODY], id="sentences above"),
    ],
)
def test_running_text_between_lines_is_none(texts: list[_Text]) -> None:
    assert tables(level(100, 120, 160), texts) == []
