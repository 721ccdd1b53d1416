"""Tables without lines become cells; lists and schedules stay lines, running text stays running text."""

from __future__ import annotations

import pytest

from briefgen.model.document import BlockKind
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_drawn

FULL = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
END = "次回を決めた。"
SIZE, PITCH = 10.5, 17
TIMES = [("16:00", "会談"), ("17:30", "夕食会"), ("19:00", "離日")]


def shown(rows: list[tuple[str, ...]], places: tuple[float, ...], pitch: float = PITCH) -> list[str]:
    """The blocks between two paragraphs of running text; cells with row and column."""
    page = [(60.0, 794.0, SIZE, FULL), (60.0, 777.0, SIZE, FULL), (60.0, 760.0, SIZE, END)]
    for number, row in enumerate(rows):
        page += [(left, 730 - pitch * number, SIZE, text) for left, text in zip(places, row, strict=True) if text]
    foot = 720 - pitch * len(rows)
    page += [(60.0, foot, SIZE, FULL), (60.0, foot - PITCH, SIZE, FULL), (60.0, foot - 2 * PITCH, SIZE, END)]
    blocks = read_pdf(pdf_drawn(page), "paper.pdf", Limits()).value.blocks
    assert blocks[0].text == blocks[-1].text == FULL + FULL + END
    return [
        f"{block.cell.row}:{block.cell.column}{' head' * block.cell.is_header} {block.text}"
        if block.cell
        else block.label + block.text
        for block in blocks[1:-1]
    ]


def test_a_table_without_lines() -> None:
    rows = [("区分", "件数", "備考"), ("観測所", "４８", "更新中"), ("船舶", "１２", ""), ("航空機", "３", "増備")]
    assert shown(rows, (60, 180, 300)) == [
        "0:0 head 区分", "0:1 head 件数", "0:2 head 備考", "1:0 観測所", "1:1 ４８", "1:2 更新中",
        "2:0 船舶", "2:1 １２", "3:0 航空機", "3:1 ３", "3:2 増備",
    ]  # fmt: skip


def test_figures_and_their_heads_may_stand_close() -> None:
    """Heads that stand nearer than the room between cells are one line; two figures never are."""
    rows = [("区分", "件数", "金額"), ("船", "４８", "１２０"), ("機", "１２", "３０"), ("車", "２３", "４５")]
    assert shown(rows, (60, 105, 150)) == [
        "0:0 head 区分", "0:1 head 件数", "0:2 head 金額", "1:0 船", "1:1 ４８", "1:2 １２０",
        "2:0 機", "2:1 １２", "2:2 ３０", "3:0 車", "3:1 ２３", "3:2 ４５",
    ]  # fmt: skip


def test_the_head_of_a_chapter_above_a_table_is_no_row() -> None:
    rows = [("１", "予算"), ("監視", "４８"), ("訓練", "１２"), ("合計", "６０")]
    assert shown(rows, (60, 150))[:3] == ["１予算", "0:0 監視", "0:1 ４８"]


def test_a_wrapped_cell_is_one() -> None:
    rows = [("区分", "説明"), ("観測所", "更新を令和９年度まで"), ("", "に終える"), ("船舶", "増備する")]
    assert shown(rows, (60, 250))[2:] == ["1:0 観測所", "1:1 更新を令和９年度までに終える", "2:0 船舶", "2:1 増備する"]


@pytest.mark.parametrize(
    ("rows", "places", "lines"),
    [
        (TIMES, (60, 150), "16:00　会談|17:30　夕食会|19:00　離日"),
        (TIMES, (60, 105), "16:00　会談|17:30　夕食会|19:00　離日"),
        ([("0830", "集合"), ("0900", "出港"), ("1200", "帰港")], (60, 150), "0830　集合|0900　出港|1200　帰港"),
        (
            [("（１）", "監視体制"), ("（２）", "訓練計画"), ("（３）", "その他")], (60, 130),
            "（１）監視体制|（２）訓練計画|（３）その他",
        ),
        ([("給水車", "１２両"), ("毛布", "３枚")], (60, 250), "給水車|１２両|毛布|３枚"),
    ],
)  # fmt: skip
def test_schedules_lists_and_short_rows_stay_lines(
    rows: list[tuple[str, ...]], places: tuple[float, ...], lines: str
) -> None:
    assert shown(rows, places) == lines.split("|")


def test_rows_far_apart_are_no_table() -> None:
    rows = [("令和７年４月", "海山省"), ("岬市", "港町"), ("担当", "総務課")]
    assert not [text for text in shown(rows, (60, 300), pitch=60) if text[:1].isdigit()]


def test_a_page_of_rows_that_never_fit_is_done_quickly() -> None:
    page = [(60.0 + 37 * (n % 9), 800 - n / 6, 4.0, "甲") for n in range(4000)]
    assert read_pdf(pdf_drawn(page), "paper.pdf", Limits()).value.blocks


def test_letters_spread_out_are_one_word() -> None:
    blocks = read_pdf(
        pdf_drawn([(60, 700, SIZE, "海"), (85, 700, SIZE, "山"), (110, 700, SIZE, "省")]), "p.pdf", Limits()
    )
    assert blocks.value.blocks[0].text == "海山省"


@pytest.mark.parametrize(
    ("third", "cells"),
    [
        ([(120.0, "西"), (157.0, "健"), (220.0, "弁護士")], ["2:1 西健", "2:2 弁護士"]),
        ([(120.0, "東雲　"), (157.0, "翔"), (220.0, "弁護士")], ["2:1 東雲　翔", "2:2 弁護士"]),
        ([(120.0, "長谷川真理子　弁護士（北港）")], ["2:1 長谷川真理子", "2:2 弁護士（北港）"]),
    ],
    ids=["letters far apart", "a given name far behind", "a name that fills its column"],
)
def test_a_roster_keeps_its_columns(third: list[tuple[float, str]], cells: list[str]) -> None:
    row = [(120.0, "岬　太郎"), (220.0, "北港市長")]
    lines = [[(60.0, "会長"), *row], [(60.0, "委員"), *row], [(60.0, "幹事"), *third], [(60.0, "幹事"), *row]]
    page = [(left, 760.0 - PITCH * n, SIZE, text) for n, line in enumerate(lines) for left, text in line]
    blocks = read_pdf(pdf_drawn([(60.0, 800.0, SIZE, FULL), *page]), "paper.pdf", Limits()).value.blocks
    shown = [f"{block.cell.row}:{block.cell.column} {block.text}" for block in blocks if block.cell]
    assert shown[7:-3] == cells
    assert shown[-1] == "3:2 北港市長"


def test_a_row_whose_cells_stand_close_is_a_row() -> None:
    rows = [
        ("区分", "人員", "車両", "備考"),
        ("陸上部隊", "約５２０名", "１１８両", "増備"),
        ("航空部隊", "約６０名", "１２両", "更新"),
    ]
    close = [("計", "約５８０名", "１３０両", "－")]
    assert shown([*rows, *close], (60, 118, 185, 240))[-8:] == [
        "2:0 航空部隊", "2:1 約６０名", "2:2 １２両", "2:3 更新", "3:0 計", "3:1 約５８０名", "3:2 １３０両", "3:3 －",
    ]  # fmt: skip


def test_the_line_below_a_table_is_no_caption() -> None:
    rows = [("観測所", "４８", "更新中"), ("船舶", "１２", "増備"), ("航空機", "３", "増備"), ("無人機", "５", "増備")]
    page = [
        (left, 760.0 - PITCH * n, SIZE, text)
        for n, row in enumerate(rows)
        for left, text in zip((60, 180, 300), row, strict=True)
    ]
    page = [(60.0, 800.0, SIZE, END), *page, (60.0, 760.0 - PITCH * 4.5, SIZE, "計四種（すべて国内）")]
    assert read_pdf(pdf_drawn(page), "paper.pdf", Limits()).value.blocks[-1].kind is BlockKind.PARAGRAPH
