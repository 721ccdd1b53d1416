"""The sheets to draw on: the one module that knows ReportLab's canvas. Text, lines and pictures in, bytes of a PDF out.

All places are in points from the upper left corner of the sheet; whatever is drawn carries the mark of its node in the
document's structure, or is marked as an artifact.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from PIL import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas

from briefgen.writers.pdf.structure import ARTIFACT, Annotation, Mark, Structure

__all__ = ["BASELINE", "Fragment", "Line", "Surface", "picture_size"]

BASELINE = 0.72
"""Where in its leading a line stands. Independent of the size, so that neighbours with equal leading stand level."""

_UNDERLINE_DEPTH, _UNDERLINE_THICKNESS, _DOTS = 0.24, 0.5, (0.5, 1.0)
"""Below the baseline, in sizes of the text, and in points."""

_SLANT = 0.2
"""Tangent of the slope of italics, which the family does not have: about 11 degrees."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a line in one look, at its place in the line."""

    text: str
    x: float
    width: float
    font: str
    size: float
    colour: str
    language: str = ""
    """Set where it differs from the language of its node."""
    rise: float = 0.0
    spacing: float = 0.0
    """Added to the width of every character."""
    is_italic: bool = False
    underline: str = ""
    """Colour of a thin line below it; empty for none."""
    link: str = ""
    """A web address, or ``#id`` of an anchor."""


Line = tuple[Fragment, ...]


@dataclass(slots=True)
class Surface:
    """The sheets drawn so far; the last one is being drawn."""

    width: float
    height: float
    font: str
    """Name of the font that sheets begin with; no other than given fonts may be referred to."""
    structure: Structure
    is_repeating: bool = False
    """While set, whatever is drawn is an artifact: heads that are drawn again."""
    _canvas: Canvas = field(init=False)
    _sheet: int = 0
    _marks: int = 0
    """On this sheet, and so are the annotations."""
    _annotations: int = 0

    def __post_init__(self) -> None:
        size = (self.width, self.height)
        self._canvas = Canvas(io.BytesIO(), size, pageCompression=0, invariant=1, initialFontName=self.font)

    @property
    def sheets(self) -> int:
        """How many sheets are finished."""
        return self._sheet

    def finish_sheet(self) -> None:
        """Finish this sheet and begin another; its content is packed at once: long notes stay small."""
        self._canvas.showPage()
        page = self._pages[-1]
        page.Contents, page.stream = PDFArray([_packed(page.stream)]), None
        self._sheet += 1
        self._marks = self._annotations = 0

    @contextmanager
    def on_finished_sheet(self, number: int) -> Iterator[None]:
        """Draw on a finished sheet, counted from 0, what was not known before; neither content nor links."""
        yield
        self._pages[number].Contents.sequence.append(_packed("\n".join(self._canvas._code)))
        self._canvas._code.clear()

    def finish(self) -> bytes:
        """The bytes of the PDF of all finished sheets. Nothing can be drawn afterwards."""
        content: bytes = self._canvas.getpdfdata()
        return content

    @property
    def _pages(self) -> list[PDFPage]:
        pages: list[PDFPage] = self._canvas._doc.Pages.pages
        return pages

    def text(self, lines: Sequence[Line], x: float, top: float, leading: float, node: int = ARTIFACT) -> None:
        """Lines of text, the first one at the top; links and words in another language become nodes of their own."""
        first = self.height - top - BASELINE * leading
        placed = [(fragment, first - number * leading) for number, line in enumerate(lines) for fragment in line]
        for (language, link), group in groupby(placed, lambda item: (item[0].language, item[0].link)):
            owner = self._owner(node, language, link)
            with self._marked(owner):
                for fragment, baseline in group:
                    self._show(fragment, x + fragment.x, baseline)
                    if link:
                        self._link(fragment, x + fragment.x, baseline, owner)

    def rule(self, place: tuple[float, float, float], thickness: float, colour: str) -> None:
        """A horizontal line: x, y, width."""
        x, y, width = place
        self.ground((x, y - thickness / 2, width, thickness), colour)

    def ground(self, place: tuple[float, float, float, float], colour: str) -> None:
        """A filled rectangle: x, top, width, height."""
        x, top, width, height = place
        with self._marked(ARTIFACT):
            self._canvas.setFillColor(_colour(colour))
            self._canvas.rect(x, self.height - top - height, width, height, stroke=0, fill=1)

    def frame(self, place: tuple[float, float, float, float], thickness: float, colour: str) -> None:
        """The outline of a rectangle: x, top, width, height."""
        x, top, width, height = place
        with self._marked(ARTIFACT):
            self._canvas.setStrokeColor(_colour(colour))
            self._canvas.setLineWidth(thickness)
            self._canvas.rect(x, self.height - top - height, width, height, stroke=1, fill=0)

    def picture(self, content: bytes, place: tuple[float, float, float, float], node: int) -> None:
        """A picture that `picture_size` could read: x, top, width, height."""
        x, top, width, height = place
        with self._marked(node):
            reader = _readable(content)
            self._canvas.drawImage(reader, x, self.height - top - height, width, height, mask="auto")

    def anchor(self, name: str, top: float) -> None:
        """A place on this sheet that links can point to."""
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=self.height - top)

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """An entry of the outline, level 0 and deeper; at most one deeper than the entry before."""
        self._canvas.addOutlineEntry(title, anchor, level)

    def _owner(self, node: int, language: str, link: str) -> int:
        """The node itself, or a new child for a link or another language."""
        if node == ARTIFACT or self.is_repeating or not (language or link):
            return node
        return self.structure.add("Link" if link else "Span", node, language)

    def _show(self, fragment: Fragment, x: float, baseline: float) -> None:
        text = self._canvas.beginText()
        slant = _SLANT if fragment.is_italic else 0
        text.setTextTransform(1, 0, slant, 1, x, baseline + fragment.rise)
        text.setFont(fragment.font, fragment.size)
        text.setFillColor(_colour(fragment.colour))
        if fragment.spacing:
            text.setCharSpace(fragment.spacing)
        text.textOut(fragment.text)
        if fragment.spacing:
            text.setCharSpace(0)
        self._canvas.drawText(text)
        if fragment.underline:
            self._underline(fragment, x, baseline - _UNDERLINE_DEPTH * fragment.size)

    def _underline(self, fragment: Fragment, x: float, y: float) -> None:
        """Dots, as in Word and HTML: where nearly everything is a term, lines would be all one sees."""
        self._canvas.setStrokeColor(_colour(fragment.underline))
        self._canvas.setLineWidth(_UNDERLINE_THICKNESS)
        self._canvas.setDash(_DOTS)
        self._canvas.line(x, y, x + fragment.width, y)
        self._canvas.setDash()

    def _link(self, fragment: Fragment, x: float, baseline: float, node: int) -> None:
        lower = baseline + fragment.rise - 0.2 * fragment.size
        place = (x, lower, x + fragment.width, lower + 1.1 * fragment.size)
        if fragment.link.startswith("#"):
            self._canvas.linkRect("", fragment.link[1:], place, relative=0, thickness=0)
        else:
            self._canvas.linkURL(fragment.link, place, relative=0, thickness=0)
        if node != ARTIFACT and not self.is_repeating:
            self.structure.nodes[node].kids.append(Annotation(self._sheet, self._annotations))
        self._annotations += 1

    @contextmanager
    def _marked(self, node: int) -> Iterator[None]:
        """Everything drawn inside belongs to the node."""
        if node == ARTIFACT or self.is_repeating:
            self._canvas.addLiteral("/Artifact BMC")
        else:
            owner = self.structure.nodes[node]
            self._canvas.addLiteral(f"/{owner.role} <</MCID {self._marks}>> BDC")
            owner.kids.append(Mark(self._sheet, self._marks))
            self._marks += 1
        yield
        self._canvas.addLiteral("EMC")


def _readable(content: bytes) -> ImageReader:
    """The picture; colours made for printing presses become those of the screen, which the PDF declares."""
    with Image.open(io.BytesIO(content)) as image:
        return ImageReader(image.convert("RGB") if image.mode == "CMYK" else io.BytesIO(content))


def _packed(content: str) -> PDFStream:
    """A content stream as it goes into the file; ReportLab would pack it at the end, and as text besides."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(content.encode("latin-1")))


@lru_cache(maxsize=64)
def _colour(colour: str) -> Color:
    return HexColor(colour)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture in pixels, None when it cannot be read."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            size: tuple[int, int] = image.size
            return size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
