"""Of a page is read what it shows: nothing beyond its edges, and text that is drawn twice once."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefgen.findings import Code
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from briefgen.readers.pdf.shown import first_ones, is_copy
from tests.readers.make import FONT, pdf_drawn
from tests.readers.pdf_papers import rare_encoding

SIZE = 10.5
HEAD = "沿岸監視の充実に向けた取組"
SENTENCES = ("海山省は会合を開催した。", "次回は岬市で行う。")


def read(content: bytes) -> tuple[list[str], set[Code]]:
    outcome = read_pdf(content, "paper.pdf", Limits())
    codes = {finding.code for finding in outcome.findings if finding.code is not Code.METADATA_UNSURE}
    return [block.label + block.text for block in outcome.value.blocks], codes


def with_copies(aside: float, size: float = 20.0) -> bytes:
    """A head with a shadow, and a sentence that is drawn twice at the same place."""
    heads = [(60 + aside, 760 - aside, size, HEAD), (60.0, 760.0, size, HEAD)]
    sentences = [(60.0, 700.0 - 17 * number, SIZE, text) for number, text in enumerate(SENTENCES)]
    return pdf_drawn([*heads, *sentences, sentences[-1]])


@pytest.mark.parametrize("aside", [0.0, 0.3, 0.5, 1.0, 2.0])
def test_a_shadow_is_read_once_and_nothing_is_said(aside: float) -> None:
    assert read(with_copies(aside)) == ([HEAD, *SENTENCES], set())


def test_the_second_engine_reads_copies_once_too() -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(rare_encoding())) as pdf:
        page = pdf.pages[0]
        drawn = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(drawn + b"\n1 0 0 1 0.4 0 cm\n" + drawn)
        pdf.save(buffer, deterministic_id=True)
    assert read(buffer.getvalue()) == (list(SENTENCES), {Code.OTHER_ENGINE_USED})


@pytest.mark.parametrize(
    ("other", "is_so"),
    [
        ((10, 20, 30, 10), True),
        ((11, 19, 31, 9), True),
        ((20, 20, 40, 10), False),
        ((10, 32, 30, 22), False),
        ((10, 20, 50, 10), False),
    ],
    ids=["over it", "a little aside", "behind it", "above it", "longer"],
)
def test_a_copy_lies_over_a_text_of_the_same_size(other: tuple[int, int, int, int], is_so: bool) -> None:
    assert is_copy((10, 20, 30, 10), other) is is_so


def test_the_same_letter_side_by_side_is_no_copy() -> None:
    places = [(10 + 2.5 * number, 20.0, 12.5 + 2.5 * number, 10.0) for number in range(3)]
    assert list(first_ones("lll", places)) == [0, 1, 2]
    assert list(first_ones("lil", [places[0]] * 3)) == [0, 1]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_sheet_of_two_pages_cut_by_a_crop_box_gives_each_half_once(turn: int) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(2 * A4[0], A4[1]), invariant=1)
    for _ in range(2):
        canvas.setFont(FONT, SIZE)
        for half, sentence in enumerate(SENTENCES):
            canvas.drawString(60 + half * A4[0], 700, sentence)
        canvas.showPage()
    canvas.save()
    cut = io.BytesIO()
    with pikepdf.open(buffer) as pdf:
        for number, page in enumerate(pdf.pages):
            page.CropBox = [number * A4[0], 0, (number + 1) * A4[0], A4[1]]
            page.Rotate = turn
        pdf.save(cut)
    assert read(cut.getvalue())[0] == list(SENTENCES)


def test_the_second_engine_sees_the_crop_box_too() -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(rare_encoding())) as pdf:
        pdf.pages[0].CropBox = [0, 695, 595, 842]
        pdf.save(buffer, deterministic_id=True)
    assert read(buffer.getvalue()) == ([SENTENCES[0]], {Code.OTHER_ENGINE_USED})
