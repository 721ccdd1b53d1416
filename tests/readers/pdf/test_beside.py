"""Text wrapped at a block beside it is whole, and so is the block, which tears no sentence."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT, pdf_drawn

Items = list[tuple[float, float, float, str]]
SIZE, PITCH = 10.0, 16.0
LONG = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換したうえで結果を公表し、"
NOTE = ["無人機：人が乗らずに飛行する", "航空機。海山省は、令和六年か", "ら八機を運用しており、来年度", "に増やす。"]


def text(lines: list[str], left: float, top: float, size: float = SIZE, pitch: float = PITCH) -> Items:
    return [(left, top - pitch * number, size, line) for number, line in enumerate(lines)]


def texts(*parts: Items) -> list[str]:
    page = [item for part in parts for item in part]
    return [block.label + block.text for block in read_pdf(pdf_drawn(page), "paper.pdf", Limits()).value.blocks]


SHORT = ["　" + LONG[1:30], LONG[:30], LONG[:30], LONG[:30]]
BELOW = [LONG[:46], LONG[:46], "公表する。"]


@pytest.mark.parametrize("pitch", [PITCH, 14.0], ids=["as low", "not as low"])
@pytest.mark.parametrize("is_first", [True, False], ids=["drawn first", "drawn last"])
def test_a_note_in_the_margin_tears_no_sentence(is_first: bool, pitch: float) -> None:
    note, body = text(NOTE, 380, 742, 9.0, pitch), text([*SHORT, *BELOW], 60, 740)
    made = texts(text(["沿岸監視の強化"], 60, 780), *((note, body) if is_first else (body, note)))
    assert made == ["沿岸監視の強化", LONG[1:30] + LONG[:30] * 3 + LONG[:46] * 2 + "公表する。", "".join(NOTE)]


def test_lines_of_a_contact_at_the_right_are_not_joined() -> None:
    contact = ["（担当）", "沿岸局監視課　岬、山本", "電話　０３－００００－００", "課長補佐　山本一郎（内線）"]
    left = ["報道関係者各位", "岬の海を守る会", "海山省記者クラブ"]
    made = texts(text(left, 60, 780), text(contact, 380, 780), text(["　" + LONG[1:46], *BELOW], 60, 680))
    assert [line for line in made if line in contact] == contact


def drawn(draw: Callable[[Canvas], None], *parts: Items) -> list[str]:
    """The blocks of a page with something drawn beside its text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    draw(canvas)
    for left, height, size, line in [item for part in parts for item in part]:
        canvas.setFont(FONT, size)
        canvas.drawString(left, height, line)
    canvas.save()
    return [block.label + block.text for block in read_pdf(buffer.getvalue(), "paper.pdf", Limits()).value.blocks]


def frame(canvas: Canvas) -> None:
    canvas.rect(375, 680, 140, 80)


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 40), (200, 30, 30))), 375, 685, 140, 75)


@pytest.mark.parametrize("draw", [frame, picture])
def test_text_wrapped_at_a_frame_or_a_picture_is_whole(draw: Callable[[Canvas], None]) -> None:
    contact = text(["（担当）", "沿岸局監視課", "電話　内線四五"], 385, 740) if draw is frame else []
    made = drawn(draw, text([*SHORT, *BELOW], 60, 740), contact)
    assert made[0] == LONG[1:30] + LONG[:30] * 3 + LONG[:46] * 2 + "公表する。"
    assert made[1:] == [line for *_, line in contact]
