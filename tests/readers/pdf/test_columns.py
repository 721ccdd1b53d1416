"""The column of a line: what runs across others, other pages and short lists do not move its edges."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT, pdf_drawn

SIZE = 10.5
PITCH = 17
WIDE = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換したうえで"
HALF = WIDE[:21]
REST = "結果を公表した。"
Items = list[tuple[float, float, float, str]]


def drawn(lines: Sequence[str], left: float = 60, top: float = 760) -> Items:
    return [(left, top - PITCH * number, SIZE, line) for number, line in enumerate(lines)]


def texts(*pages: Items) -> list[str]:
    return [block.label + block.text for block in read_pdf(pdf_drawn(*pages), "paper.pdf", Limits()).value.blocks]


TWO_COLUMNS = [
    *drawn(["　" + HALF[1:], HALF, REST, "　" + HALF[1:], HALF, REST], top=680),
    *drawn(["　" + HALF[1:], HALF, REST, "　" + HALF[1:], HALF, REST], left=320, top=680),
]
COLUMN = [HALF[1:] + HALF + REST] * 4


@pytest.mark.parametrize("left", [60, 140], ids=["at the left margin", "centred"])
def test_a_title_over_two_columns_does_not_break_their_lines(left: float) -> None:
    title = (left, 740.0, 16.0, "沿岸監視に関する関係国会合の結果について")
    assert texts([title, *TWO_COLUMNS]) == [title[3], *COLUMN]


def test_two_columns_between_text_of_full_width_are_read_by_themselves() -> None:
    before = drawn(["　" + WIDE[1:45], WIDE[:45], REST], top=740)
    after = drawn(["　" + WIDE[1:45], WIDE[:45], REST], top=560)
    whole = WIDE[1:45] + WIDE[:45] + REST
    assert texts([*before, *TWO_COLUMNS, *after]) == [whole, *COLUMN, whole]


def test_the_last_page_of_two_columns_may_have_the_left_one_only() -> None:
    title = (60.0, 740.0, 16.0, "沿岸監視に関する関係国会合の結果について")
    assert texts([title, *TWO_COLUMNS], drawn(["　" + HALF[1:], REST])) == [title[3], *COLUMN, HALF[1:] + REST]


def test_the_last_page_of_two_columns_may_have_few_lines_in_the_right_one() -> None:
    last = [*drawn([HALF, HALF[:-1], REST, "　" + HALF[1:-1], HALF]), *drawn([HALF, REST], left=320)]
    made = texts(TWO_COLUMNS, last)
    assert made[-2:] == [HALF + HALF[:-1] + REST, HALF[1:-1] + HALF + HALF + REST]


def test_a_page_on_its_side_does_not_break_the_lines_of_the_others() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for size, count in (((595, 842), 45), ((842, 595), 68), ((595, 842), 45)):
        canvas.setPageSize(size)
        canvas.setFont(FONT, SIZE)
        line = (WIDE * 2)[:count]
        for number, text in enumerate(("　" + line[1:], line, REST)):
            canvas.drawString(60, 500 - PITCH * number, text)
        canvas.showPage()
    canvas.save()
    blocks = read_pdf(buffer.getvalue(), "paper.pdf", Limits()).value.blocks
    assert [block.text for block in blocks] == [
        line[1:] + line + REST for line in ((WIDE * 2)[:45], (WIDE * 2)[:68], (WIDE * 2)[:45])
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("岬市発", "北港着", "海軍長官との会談", "夕食会", "北港発", "岬市着"),
        (
            "海山省告示第六十一号",
            "令和六年七月一日",
            "海山大臣　岬太郎",
            "漁港の指定の一部を改める告示",
            "公布の日から行う",
        ),
        ("海山省沿岸局監視課", "課長補佐　山本一郎", "電話番号の案内", "北港分室　岬花子", "電子郵便の宛先"),
    ],
    ids=["an itinerary", "a promulgation", "a contact"],
)
def test_short_lines_that_end_together_are_no_wrapped_text(lines: tuple[str, ...]) -> None:
    joined = " ".join(texts(drawn(lines)))
    assert all(line.replace("　", "") in joined.replace("　", "") for line in lines)
    assert len(texts(drawn(lines))) == len(lines)


def test_a_box_of_addresses_beside_a_title_is_no_edge_of_the_text_below() -> None:
    box = drawn(["令和６年６月２８日", "【照会先】", "沿岸局監視課", "（代表電話）03-0000-0000"], left=368, top=780)
    title = [(60.0, 780.0, 20.0, "報道発表"), (60.0, 740.0, SIZE, "報道関係者各位")]
    items = ["１．観測の充実", "　対象の項目を６から１３に拡充し、内容を精緻化", "２．検査の体制", "　" + HALF]
    body = drawn([WIDE[:45], REST, *items], top=690)
    assert texts([*title, *box, *body])[-5:] == [
        WIDE[:45] + REST,
        "１．観測の充実",
        items[1][1:],
        "２．検査の体制",
        HALF,
    ]


def test_two_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    """Marks that hang over the edge make the gutter narrow in some rows."""
    hanging = HALF + "、"
    left = drawn(["　" + HALF[1:], HALF, REST, "　" + HALF[1:], HALF, hanging, HALF, REST])
    right = drawn(["　" + HALF[1:], HALF, HALF, REST, "　" + HALF[1:], HALF, HALF, REST], left=60 + SIZE * 21 + 27)
    rows = [item for pair in zip(left, right, strict=True) for item in pair]
    longer = HALF[1:] + HALF + HALF
    assert texts(rows) == [HALF[1:] + HALF + REST, longer + "、" + HALF + REST, longer + REST, longer + REST]


@pytest.mark.parametrize("gutter", [8.0, 12.0, 24.0])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_drawn_row_by_row_may_stand_close_to_each_other(count: int, gutter: float) -> None:
    width, size = 16, 9.0
    texts_of = [[WIDE[k : k + width], WIDE[k + 9 : k + 9 + width], WIDE[:width], REST] * 2 for k in range(count)]
    rows = [
        (50 + k * (width * size + gutter), 740.0 - 15 * row, size, column[row])
        for row in range(8)
        for k, column in enumerate(texts_of)
    ]
    assert texts(rows) == ["".join(column[:4]) for column in texts_of for _ in range(2)]


def test_the_last_of_three_columns_may_be_empty() -> None:
    narrow = [WIDE[at : at + 13] for at in (0, 13, 26)]
    column = ["　" + narrow[0][:-1], *narrow, *narrow, REST]
    head = drawn(["海山だより　第四十三号"], left=60 + 15 * SIZE, top=780)
    made = texts([*head, *drawn([*column, *column], left=60), *drawn(column, left=60 + 14 * SIZE)])
    assert made == [head[0][3], *[narrow[0][:-1] + "".join(narrow) * 2 + REST] * 3]


def test_rows_of_a_roster_with_narrow_gaps_stay_rows() -> None:
    names = ["岬　太郎", "山本一郎", "北野花子", "東雲　翔", "南浜真子", "西野　健"]
    offices = ["海山大学教授", "北港市長", "海山総合研究所主席研究員", "元沿岸局長", "弁護士", "漁業協同組合連合会会長"]
    rows = list(zip(names, offices, strict=True))
    made = texts(
        [(60 + 54 * n, 740.0 - PITCH * k, SIZE, cell) for k, row in enumerate(rows) for n, cell in enumerate(row)]
    )
    assert [text.split("\u3000")[-1] for text in made] == [row[1] for row in rows]


def test_rows_of_a_table_are_read_row_by_row() -> None:
    names = [
        "沿岸監視体制の充実",
        "船舶及び航空機の増備",
        "観測所の更新及び改修",
        "若手職員の交流の促進",
        "訓練の計画の共有",
    ]
    notes = [
        "令和９年度までに終える",
        "予算の範囲で順次行う予定",
        "更新中であり来年度に終わる",
        "毎年一回行うこととする",
        "早期に",
    ]
    left, right = drawn(names), drawn(notes, left=320)
    rows = [item for pair in zip(left, right, strict=True) for item in pair]
    assert texts(rows) == [text for pair in zip(names, notes, strict=True) for text in pair]
