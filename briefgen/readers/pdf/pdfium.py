"""The first PDF engine, pypdfium2: bytes -> pages of characters, lines drawn, pictures. Only `calls` knows it, too.

Calls into pdfium cost more than what they do, so characters are asked for in bulk: the text of a page in one call,
boxes into one block of memory, looks once for each run.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, islice, repeat

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefgen.errors import UnreadableDocumentError
from briefgen.model.document import Metadata, Picture
from briefgen.readers.inline.rules import GETA
from briefgen.readers.pdf.annotations import NO_OVERLAY, Overlay, set_overlay
from briefgen.readers.pdf.calls import (
    Handle,
    Looks,
    bounds_of,
    char_boxes,
    has_fault,
    is_made_up,
    kind_of,
    object_at,
    owner_of,
    reference,
    text_length,
)
from briefgen.readers.pdf.forms import Bounds, in_forms, is_moved, on_the_page
from briefgen.readers.pdf.pieces import Characters, one_each
from briefgen.readers.pdf.runs import Box, Run, Sheet, cut_runs
from briefgen.readers.pdf.shapes import Shape, shapes_of
from briefgen.readers.pdf.shown import is_copy, is_on_sheet, runs_on_sheet
from briefgen.readers.pdf.turns import Turn, by_turn
from briefgen.readers.properties import sane_issuer, sane_title

__all__ = ["PdfPage", "open_pdf", "read_metadata", "read_page"]

_SAMPLED = 48
"""So many text objects of a page are asked whether the engine gives their characters."""
_OWNERS = 8
"""The objects of every so many characters are known to give some: asking is slow, a look through the whole page."""
_MOST_EMPTY = 0.3
"""Of those; single spaces are objects without characters, too."""
_MOST_OBJECTS_A_CHARACTER = 1.5
_MOST_OBJECTS = 4000
"""Drawn lines and pictures are looked for among so many objects of a page."""
_SMALLEST_PICTURE = 40.0
"""In points; smaller ones are ornaments."""
_LARGEST_PICTURE = 0.8
"""Of the page; larger ones are scans or backgrounds."""
_MOST_PIXELS = 40_000_000
_THIN = 2.0
"""Up to so many points a filled area is a line."""
_MOST_AREAS = 500
"""A page that draws more areas than this shows a map."""
_UNREADABLE = re.compile(r"[\0\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff\ud800-\udfff]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LINE_END_HYPHENS = "\x02\ufffe"
"""What pdfium makes of a hyphen at the end of a line."""
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_BLANK = re.compile(r"[ \t\r\n]")
_TO_SPELL = re.compile(rf"{_UNREADABLE.pattern}|{_CONTROLS.pattern}|[\ufb00-\ufb04]")


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What a page gives: text in runs, the thin lines it draws, the places of its pictures."""

    sheet: Sheet
    runs: list[Run] = field(default_factory=list)
    characters: int = 0
    """Without spaces."""
    unreadable: int = 0
    """Characters without a Unicode value; they stand as 〓."""
    is_lossy: bool = False
    """Text is drawn of which the engine gives no characters."""
    rules: tuple[Box, ...] = ()
    shapes: tuple[Shape, ...] = ()
    """The areas it draws; none where they are too many."""
    pictures: tuple[tuple[Box, Picture | None], ...] = ()
    """Places of its pictures, with their content where that was asked for and can be had."""
    objects: int = 0
    """How many things it draws, text or not."""
    asides: tuple[tuple[Sheet, list[Run]], ...] = ()
    """Text that stands otherwise than the rest, with the page as it sees it."""
    is_turned: bool = False
    """Its text is not upright on the page as it is shown; sheet, runs and places are those of the page turned."""
    overlay: Overlay = NO_OVERLAY
    """What lay over it: fields of forms, text boxes, remarks."""


def open_pdf(content: bytes, name: str) -> pdfium.PdfDocument:
    """Return the opened document; a context manager. Raises UnreadableDocumentError with the reason and the way out."""
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


def read_metadata(document: pdfium.PdfDocument) -> Metadata:
    """Return title and author of the document information, where they look like those of the paper."""
    title, author = (_property(document, key) for key in ("Title", "Author"))
    return Metadata(title=sane_title(title), issuer=sane_issuer(author))


def _property(document: pdfium.PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:  # half of a surrogate pair
        return ""


def read_page(document: pdfium.PdfDocument, number: int, most_bytes: int = 0) -> PdfPage:
    """Return what page `number` gives, counted from 1; a damaged page shows something and gives no text.

    Pictures come with their content when it has up to `most_bytes` bytes.
    """
    try:
        page = document[number - 1]
        overlay = set_overlay(page)
        if overlay.is_set:
            page.close()
            page = document[number - 1]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return PdfPage(Sheet(number, 0.0, 0.0), objects=1)
    try:
        return replace(_page(page, text_page, number, most_bytes), overlay=overlay)
    finally:
        text_page.close()
        page.close()


def _page(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int, most_bytes: int) -> PdfPage:
    shown = Turn(page.get_rotation(), *page.get_size(), *page.get_bbox()[:2])
    texts, unreadable = _texts(text_page)
    objects = _Objects(page)
    read = _runs(text_page, texts, shown, number, is_moved(objects.of(pdfium_c.FPDF_PAGEOBJ_FORM)))
    turn = read[0][0]
    parts, hidden, is_cut = [(seen.sheet(number), runs) for seen, runs in read], 0, _is_cut(page)
    if is_cut:
        cut = [runs_on_sheet(runs, sheet) for sheet, runs in parts]
        parts = [(sheet, runs) for (sheet, _), (runs, _) in zip(parts, cut, strict=True)]
        hidden = sum(count for _, count in cut)
    sheet, runs = parts[0]
    count = len("".join((texts if isinstance(texts, str) else "".join(texts)).split()))
    pictures = _pictures(page, objects.placed(pdfium_c.FPDF_PAGEOBJ_IMAGE), turn, most_bytes)
    paths = [(handle, turn.box(*bounds)) for handle, bounds in objects.placed(pdfium_c.FPDF_PAGEOBJ_PATH)]
    return PdfPage(
        sheet,
        runs,
        max(count - hidden, 0),
        unreadable,
        _is_lossy(objects, text_page, count),
        tuple(_rules(box for _, box in paths)),
        _shapes(paths),
        tuple((box, picture) for box, picture in pictures if not is_cut or is_on_sheet(box, sheet)),
        objects.count,
        tuple(parts[1:]),
        turn != shown,
    )


def _runs(
    text_page: pdfium.PdfTextPage, texts: Sequence[str], shown: Turn, number: int, has_forms: bool
) -> Sequence[tuple[Turn, list[Run]]]:
    """The runs of a page with the turn in which they are upright; those of its body come first."""
    handle = reference(text_page)
    boxes, looks = char_boxes(handle, len(texts)), Looks(handle)
    if has_forms:
        boxes = on_the_page(handle, boxes)
    characters = Characters(texts, *shown.edges(boxes), looks, _made_up(handle, texts))
    runs = cut_runs(characters, shown.sheet(number))
    parts = by_turn(characters, boxes, shown, looks.turns)
    return [(turn, cut_runs(part, turn.sheet(number))) for turn, part in parts] if parts else [(shown, runs)]


def _is_cut(page: pdfium.PdfPage) -> bool:
    """Whether a crop box may hide a part of the page."""
    media = page.get_mediabox(fallback_ok=False)
    return page.get_cropbox(fallback_ok=False) is not None or (media is not None and media != page.get_bbox())


# ---------------------------------------------------------------- characters


def _texts(text_page: pdfium.PdfTextPage) -> tuple[Sequence[str], int]:
    """The characters of a page, one text for each index, and how many cannot be read: these come as 〓."""
    handle, count = text_page.raw, text_page.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(handle, 0, count, buffer) - 1 if count else 0
    text = bytes(buffer)[: 2 * written].decode("utf-16-le", "surrogatepass")
    plain: Sequence[str] = text if len(text) == count else list(_one_by_one(handle, count))
    has_faults = any(map(has_fault, repeat(reference(text_page)), range(count)))
    if isinstance(plain, str) and not has_faults and not _TO_SPELL.search(plain):
        return plain, 0
    texts = [
        GETA if has_fault(handle, index) == 1 and not text.isspace() else _spelt(text)
        for index, text in enumerate(plain)
    ]
    return texts, texts.count(GETA) - sum(text == GETA for text in plain)


def _spelt(character: str) -> str:
    """The character as a reader writes it: ligatures as letters, line-end hyphens as hyphens, no controls."""
    if character and character in _LINE_END_HYPHENS:
        return "-"
    if _UNREADABLE.match(character):
        return GETA
    return "" if _CONTROLS.match(character) else _LIGATURES.get(ord(character or " "), character)


def _one_by_one(handle: object, count: int) -> Iterator[str]:
    """The characters of a page whose text does not match its indices; the second half of a pair is empty."""
    pending = 0
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            yield ""
            continue
        if 0xDC00 <= code < 0xE000 and pending:
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00)
        pending = 0
        yield chr(code)


def _made_up(text_page: object, texts: Sequence[str]) -> set[int]:
    """The indices of the spaces and line ends that the engine put in."""
    blanks = [match.start() for match in _BLANK.finditer(one_each(texts))]
    return set(compress(blanks, map(is_made_up, repeat(text_page), blanks)))


# ---------------------------------------------------------------- objects


class _Objects:
    """The objects of a page, up to a bound, by their kind; handles are made for those only that are asked for."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = reference(page)
        self.count = pdfium_c.FPDFPage_CountObjects(page.raw)
        handles = map(object_at, repeat(self._page), range(min(self.count, _MOST_OBJECTS)))
        self._kinds = bytes(map(kind_of, handles))
        self._inner = list(islice(in_forms(self.of(pdfium_c.FPDF_PAGEOBJ_FORM)), _MOST_OBJECTS))

    def number(self, kind: int) -> int:
        """How many are of a kind."""
        return self._kinds.count(kind)

    def of(self, kind: int, step: int = 1) -> list[Handle]:
        """Those of a kind, or the first and every so many after it."""
        indices = [index for index, other in enumerate(self._kinds) if other == kind] if kind in self._kinds else []
        return list(map(object_at, repeat(self._page), indices[::step]))

    def placed(self, kind: int) -> Iterator[tuple[Handle, Bounds]]:
        """Those of a kind with their bounds, those inside forms too: pages set beside each other are forms."""
        yield from ((handle, bounds_of(handle)) for handle in self.of(kind))
        yield from ((handle, bounds) for handle, bounds in self._inner if kind_of(handle) == kind)


def _rules(drawn: Iterable[Box]) -> Iterator[Box]:
    """The thin lines a page draws, and the four sides of each frame."""
    for box in drawn:
        width, height = box.right - box.left, box.bottom - box.top
        if min(width, height) <= _THIN < max(width, height):
            yield box
        elif min(width, height) > _THIN:
            yield Box(box.left, box.top, box.right, box.top)
            yield Box(box.left, box.bottom, box.right, box.bottom)
            yield Box(box.left, box.top, box.left, box.bottom)
            yield Box(box.right, box.top, box.right, box.bottom)


def _shapes(paths: Iterable[tuple[Handle, Box]]) -> tuple[Shape, ...]:
    areas = [(handle, box) for handle, box in paths if min(box.right - box.left, box.bottom - box.top) > _THIN]
    return tuple(shapes_of(areas)) if len(areas) <= _MOST_AREAS else ()


def _pictures(
    page: pdfium.PdfPage, images: Iterable[tuple[Handle, Bounds]], turn: Turn, most_bytes: int
) -> Iterator[tuple[Box, Picture | None]]:
    """The pictures of a page but ornaments, and pictures of the whole page, which are scans or backgrounds."""
    for handle, bounds in images:
        box = turn.box(*bounds)
        width, height = box.right - box.left, box.bottom - box.top
        if min(width, height) >= _SMALLEST_PICTURE and width * height <= _LARGEST_PICTURE * turn.width * turn.height:
            yield box, _content(page, handle, most_bytes) if most_bytes else None


def _content(page: pdfium.PdfPage, handle: Handle, most_bytes: int) -> Picture | None:
    """The picture as the JPEG file that the PDF holds, or else as PNG; None when it is damaged or too large."""
    image = pdfium.PdfImage(ctypes.cast(handle, pdfium_c.FPDF_PAGEOBJECT), page=page, pdf=page.pdf)
    try:
        width, height = image.get_px_size()
        if not 0 < width * height <= _MOST_PIXELS:
            return None
        facts = image.get_metadata()
        if image.get_filters() == ["DCTDecode"] and facts.bits_per_pixel in (8, 24):
            picture = Picture(bytes(image.get_data()), "image/jpeg")
        else:
            buffer = io.BytesIO()
            image.get_bitmap().to_pil().convert("RGB").save(buffer, "PNG")
            picture = Picture(buffer.getvalue(), "image/png")
    except (pdfium.PdfiumError, ValueError, OSError):
        return None
    return picture if len(picture.content) <= most_bytes else None


def _is_lossy(objects: _Objects, text_page: pdfium.PdfTextPage, characters: int) -> bool:
    """Whether text objects that have an extent give no characters, or most give none (a single space gives none)."""
    texts = objects.number(pdfium_c.FPDF_PAGEOBJ_TEXT)
    if texts > _MOST_OBJECTS_A_CHARACTER * characters + 5:
        return True
    sample = objects.of(pdfium_c.FPDF_PAGEOBJ_TEXT, texts // _SAMPLED + 1)
    handle = reference(text_page)
    known = set(map(owner_of, repeat(handle), range(0, text_page.count_chars(), _OWNERS)))
    empty = [text for text in sample if text.value not in known and text_length(text, handle) <= 2]
    drawn = [text for text in empty if _has_extent(text)]
    copies = _count_copies(drawn, objects.of(pdfium_c.FPDF_PAGEOBJ_TEXT), handle) if drawn else 0
    return len(drawn) > copies or len(empty) - copies > _MOST_EMPTY * max(len(sample), 1)


def _has_extent(handle: Handle) -> bool:
    left, top, right, bottom = bounds_of(handle)
    return max(right - left, top - bottom) > 1.0


def _count_copies(empty: Sequence[Handle], texts: Sequence[Handle], text_page: object) -> int:
    """How many of these are drawn over a text that gives its characters: a shadow, or letters made bold.

    The engine gives the characters of text that is drawn twice only once.
    """
    bounds = [(bounds_of(text), text) for text in texts]
    return sum(
        any(
            is_copy(place, other) and handle.value != text.value and text_length(text, text_page) > 2
            for other, text in bounds
        )
        for handle, place in ((handle, bounds_of(handle)) for handle in empty)
    )
