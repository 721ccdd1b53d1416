"""Fonts that a PDF only names: read alike on every machine, whatever fonts it has."""

from __future__ import annotations

import ctypes
import io

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from briefgen.readers.pdf.calls import bounds_of, object_at
from briefgen.readers.pdf.pdfium import open_pdf, read_page
from briefgen.readers.pdf.stroke import stroke_font

SIZE = 20


def named_only(text: str, font: str = "HeiseiMin-W3") -> bytes:
    """A page with one line in a font that is not embedded."""
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont(font, SIZE)
    canvas.drawString(100, 500, text)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("font", ["HeiseiMin-W3", "HeiseiKakuGo-W5", "STSong-Light", "HYSMyeongJo-Medium"])
def test_no_font_of_the_system_is_looked_for(font: str) -> None:
    with open_pdf(named_only("東京", font), "paper.pdf") as document:
        page = document[0]
        _, top, _, bottom = bounds_of(object_at(page.raw, 0))
    assert top - bottom == pytest.approx(0.7 * SIZE, abs=0.3)


def test_what_draws_little_is_not_left_out() -> None:
    text = "海山省は、会合を開いた。（注１）・ー―"
    with open_pdf(named_only(text), "paper.pdf") as document:
        page = read_page(document, 1)
    assert "".join(run.text for run in page.runs).strip() == text
    assert not page.is_lossy
    assert page.unreadable == 0


def test_places_and_widths_are_those_of_the_pdf() -> None:
    with open_pdf(named_only("会合を開いた。"), "paper.pdf") as document:
        (run,) = read_page(document, 1).runs
    assert list(run.lefts) == pytest.approx([100 + SIZE * index for index in range(7)], abs=0.01)
    assert list(run.rights) == pytest.approx([100 + SIZE * index for index in range(1, 8)], abs=0.01)


def test_the_stroke_font_is_sound() -> None:
    document = pypdfium2.PdfDocument.new()
    font = stroke_font()
    kind = pypdfium2.raw.FPDF_FONT_TRUETYPE
    assert pypdfium2.raw.FPDFText_LoadFont(document.raw, (ctypes.c_ubyte * len(font))(*font), len(font), kind, True)
    document.close()
