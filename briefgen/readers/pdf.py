"""PDF bytes -> SourceDocument, from the text layer; the only module that knows pypdfium2.

[x] text in columns, horizontal and vertical, rotated pages    [x] running heads and page numbers left out
[x] paragraphs rebuilt from indent, gap, size, short lines     [x] foot notes after the paragraph of their page
[x] raised note figures as （注n）                              [x] characters without a Unicode value as 〓
[-] pictures of text (OCR), form fields, annotations, ruled tables as tables
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefgen.errors import NoTextLayerError, UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import Metadata, SourceDocument
from briefgen.readers.inline import GETA
from briefgen.readers.limits import Limits
from briefgen.readers.paragraphs import Paragraph, rebuild_paragraphs
from briefgen.readers.pdf_furniture import drop_repeated_lines
from briefgen.readers.pdf_layout import lay_out, part_footnotes
from briefgen.readers.pdf_lines import Glyph, PrintedLine, printed_lines
from briefgen.readers.properties import sane_issuer, sane_title
from briefgen.readers.structure import Source, to_document

__all__ = ["read_pdf"]

_MEDIA_TYPE = "application/pdf"
_OCR_HINT = "Add a text layer first: ocrmypdf -l jpn {name} with-text.pdf, then read with-text.pdf"
_FORCE_OCR_HINT = "Have the text read anew: ocrmypdf -l jpn --force-ocr {name} with-text.pdf, then read with-text.pdf"
_SLANT = 0.05
"""Sine of the angle from which on a character counts as slanted, as in a watermark."""
_LINE_END_HYPHEN = 0x02
"""What pdfium makes of a hyphen at the end of a line."""
_MOST_UNREADABLE = 0.3


@dataclass(frozen=True, slots=True)
class _PageText:
    number: int
    lines: list[PrintedLine]
    characters: int = 0
    unreadable: int = 0
    slanted: str = ""
    is_picture: bool = False
    """It shows something, but has no text."""


def read_pdf(content: bytes, name: str, limits: Limits) -> Outcome[SourceDocument]:
    """Return the paper a PDF holds.

    Raises:
        UnreadableDocumentError: it is damaged, asks for a password, is empty or beyond the limits.
        NoTextLayerError: it holds pictures of text only.
    """
    with _opened(content, name) as document:
        count = len(document)
        if count > limits.max_pages:
            raise UnreadableDocumentError(f"{name} has {count} pages; up to {limits.max_pages} are read", "Split it")
        pages = list(_page_texts(document, name, limits))
        metadata = _metadata(document)
    findings = _page_findings(pages, name)
    kept = drop_repeated_lines([line for page in pages for line in page.lines], sum(bool(p.lines) for p in pages), name)
    source = Source(name, content, _MEDIA_TYPE, count, metadata)
    made = to_document(_paragraphs(kept.value), source)
    return Outcome(made.value, findings + kept.findings + made.findings)


def _opened(content: bytes, name: str) -> pdfium.PdfDocument:
    if b"%%EOF" not in content[-4096:]:
        raise UnreadableDocumentError(f"{name} is cut off: the end of the PDF is missing", "Fetch the file again")
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as exc:
        if exc.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableDocumentError(
                f"{name} asks for a password",
                f"Save a copy without it: qpdf --decrypt --password=... {name} open.pdf, or print it to a new PDF",
            ) from exc
        raise UnreadableDocumentError(
            f"{name} is damaged and cannot be opened as a PDF",
            "Fetch the file again, or open it in a PDF viewer and print it to a new PDF",
        ) from exc


# ---------------------------------------------------------------- pages


def _page_texts(document: pdfium.PdfDocument, name: str, limits: Limits) -> Iterator[_PageText]:
    characters = 0
    for number in range(1, len(document) + 1):
        text = _page_text(document, number)
        characters += text.characters
        if characters > limits.max_characters:
            raise UnreadableDocumentError(
                f"{name} holds more than {limits.max_characters} characters of text", "Split it into parts"
            )
        yield text


def _page_text(document: pdfium.PdfDocument, number: int) -> _PageText:
    try:
        page = document[number - 1]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return _PageText(number, [], is_picture=True)
    width, height = page.get_size()
    glyphs, slanted = _glyphs(text_page, page.get_rotation(), width, height)
    unreadable = sum(glyph.text == GETA for glyph in glyphs)
    lines = printed_lines(glyphs, number, width, height)
    is_picture = not lines and pdfium_c.FPDFPage_CountObjects(page) > 0
    text_page.close()
    page.close()
    return _PageText(number, lines, len(glyphs), unreadable, slanted, is_picture)


def _glyphs(text_page: pdfium.PdfTextPage, rotation: int, width: float, height: float) -> tuple[list[Glyph], str]:
    """The characters of a page in drawing order, and the text of those that stand slanted."""
    glyphs: list[Glyph] = []
    slanted = ""
    box, matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
    handle = text_page.raw
    for index, text in _characters(text_page):
        is_generated = text.isspace() and pdfium_c.FPDFText_IsGenerated(handle, index) == 1
        if is_generated and text in "\r\n":
            continue
        pdfium_c.FPDFText_GetLooseCharBox(handle, index, box)
        pdfium_c.FPDFText_GetMatrix(handle, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        if _is_slanted(matrix):
            slanted += text
            continue
        size = pdfium_c.FPDFText_GetFontSize(handle, index) * scale
        edges = _upright(box, rotation, width, height)
        weight = pdfium_c.FPDFText_GetFontWeight(handle, index)
        glyphs.append(Glyph(text, *edges, size, is_generated, weight >= 600))
    return glyphs, slanted


def _is_slanted(matrix: ctypes.Structure) -> bool:
    length = math.hypot(matrix.a, matrix.b) or 1.0
    return bool(min(abs(matrix.a), abs(matrix.b)) / length > _SLANT)


def _upright(box: ctypes.Structure, rotation: int, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom from the top left corner of the page as it is shown."""
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    if rotation == 90:
        return bottom, left, top, right
    if rotation == 180:
        return width - right, bottom, width - left, top
    if rotation == 270:
        return width - top, height - right, width - bottom, height - left
    return left, height - top, right, height - bottom


def _characters(text_page: pdfium.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Index and character; those without a usable Unicode value come as 〓, ligatures as their letters."""
    handle, pending = text_page.raw, 0
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if 0xDC00 <= code < 0xE000 and pending:
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00)
        pending = 0
        if code == _LINE_END_HYPHEN:
            yield index, "-"
        elif _is_unreadable(code) or pdfium_c.FPDFText_HasUnicodeMapError(handle, index) == 1:
            yield index, GETA
        elif code >= 0x20 or code in (0x09, 0x0A, 0x0D):
            yield index, _LIGATURES.get(code) or chr(code)


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def _is_unreadable(code: int) -> bool:
    is_private = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
    return is_private or code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000


# ---------------------------------------------------------------- findings


def _page_findings(pages: list[_PageText], name: str) -> tuple[Finding, ...]:
    characters = sum(page.characters for page in pages)
    if not characters:
        if any(page.is_picture for page in pages):
            raise NoTextLayerError(f"{name} has no text layer: its pages are pictures", _OCR_HINT.format(name=name))
        raise UnreadableDocumentError(f"{name} is empty: no page shows anything", "Check that it is the right file")
    if sum(page.unreadable for page in pages) > _MOST_UNREADABLE * characters:
        raise NoTextLayerError(
            f"The text layer of {name} cannot be used: most characters have no Unicode value",
            _FORCE_OCR_HINT.format(name=name),
        )
    return tuple(
        finding
        for finding in (_without_text(pages, name), _unreadable(pages, name), _watermark(pages, name))
        if finding
    )


def _without_text(pages: list[_PageText], name: str) -> Finding | None:
    numbers = [page.number for page in pages if page.is_picture]
    if not numbers:
        return None
    return Finding(
        Code.PAGE_WITHOUT_TEXT,
        Severity.WARNING,
        f"No text on {_listed(numbers)}: what stands there is a picture and is missing from this note.",
        Location(name, numbers[0]),
        _OCR_HINT.format(name=name),
    )


def _unreadable(pages: list[_PageText], name: str) -> Finding | None:
    hit = [page for page in pages if page.unreadable]
    if not hit:
        return None
    count = sum(page.unreadable for page in hit)
    return Finding(
        Code.UNREADABLE_CHARACTERS,
        Severity.WARNING,
        f"{count} character{'s' * (count > 1)} on {_listed([page.number for page in hit])} cannot be read "
        f"from the PDF; shown as {GETA}.",
        Location(name, hit[0].number),
        "Compare these places with the paper.",
    )


def _watermark(pages: list[_PageText], name: str) -> Finding | None:
    hit = [page for page in pages if page.slanted.strip()]
    if not hit:
        return None
    texts = ", ".join(f"“{text}”" for text in dict.fromkeys(page.slanted.strip() for page in hit))
    return Finding(
        Code.FURNITURE_DROPPED,
        Severity.INFO,
        f"Left out as no part of the paper (slanted text on {_listed([page.number for page in hit])}): {texts}.",
        Location(name, hit[0].number),
    )


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20])) + (" and others" if len(numbers) > 20 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


# ---------------------------------------------------------------- paragraphs


def _paragraphs(lines: list[PrintedLine]) -> list[Paragraph]:
    """The paragraphs of the paper; foot notes after the paragraph with which their page ends."""
    body, notes = part_footnotes(lines)
    waiting = list(rebuild_paragraphs(lay_out(notes)))
    made: list[Paragraph] = []
    for paragraph in rebuild_paragraphs(lay_out(body)):
        while waiting and (waiting[0].page or 0) < (paragraph.page or 0):
            made.append(waiting.pop(0))
        made.append(paragraph)
    return made + waiting


def _metadata(document: pdfium.PdfDocument) -> Metadata:
    """Title and author of the document information, where they look like those of the paper and not of a file."""
    title, author = (document.get_metadata_value(key) for key in ("Title", "Author"))
    return Metadata(title=sane_title(title), issuer=sane_issuer(author))
