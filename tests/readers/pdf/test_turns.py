"""Text on its side or upside down is read the right way round; what stands beside the text does not interrupt it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT

SIZE = 10.5
FULL = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
REST = "結果を公表する。"
ROWS = (("区分", "件数", "備考"), ("観測所", "４８", "更新中"), ("船舶", "１２", "増備"))


def texts(*pages: Callable[[Canvas], None]) -> list[str]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return [block.label + block.text for block in read_pdf(buffer.getvalue(), "paper.pdf", Limits()).value.blocks]


def turned(degrees: int, draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """The same drawn on a page turned clockwise."""
    width, height = A4
    corner = {0: (0.0, 0.0), 90: (0.0, height), 180: (width, height), 270: (width, 0.0)}[degrees]

    def draw_turned(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(*corner)
        canvas.rotate(-degrees)
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.restoreState()

    return draw_turned


def table(canvas: Canvas) -> None:
    for row in (480, 460, 440, 420):
        canvas.line(60, row, 420, row)
    for column in (60, 180, 300, 420):
        canvas.line(column, 420, column, 480)
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            canvas.drawString(64 + 120 * column, 466 - 20 * number, text)
    canvas.drawString(60, 390, FULL)
    canvas.drawString(60, 373, REST)


CELLS = [cell for row in ROWS for cell in row]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_is_turned_as_its_text_is(degrees: int) -> None:
    assert texts(turned(degrees, table)) == [*CELLS, FULL + REST]


@pytest.mark.parametrize("degrees", [90, 270])
def test_an_upright_number_below_a_page_on_its_side_is_a_page_number(degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        turned(degrees, table)(canvas)
        canvas.drawString(290, 30, "－ 1 －")

    assert texts(draw) == [*CELLS, FULL + REST]


def test_a_label_that_reads_upwards_does_not_interrupt_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(3):
            canvas.drawString(60, 300 - 17 * number, FULL)
        turned(270, lambda canvas: canvas.drawString(300, -30, "耐震化率（％）"))(canvas)

    assert texts(draw, lambda canvas: canvas.drawString(60, 700, REST)) == [FULL * 3 + REST, "耐震化率（％）"]


def test_a_letter_on_its_head_stays_in_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, FULL)
        place = A4[0] - 60 - SIZE * (len(FULL) + 1), A4[1] - 700 - SIZE * 0.75
        turned(180, lambda canvas: canvas.drawString(*place, "▽"))(canvas)

    assert texts(draw) == [FULL + "▽"]
