"""Calls into pdfium, made cheap: no conversion of arguments, boxes in one block of memory, no glyphs of the system.

A call costs more than what it does, and a page takes thousands. The functions here take a handle, an index and a
reference as they are and check nothing: half the time of those of pypdfium2.
"""

from __future__ import annotations

import ctypes
import math
from array import array
from collections import deque
from collections.abc import Callable
from itertools import repeat
from typing import Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefgen.readers.pdf.pieces import Look
from briefgen.readers.pdf.stroke import stroke_font
from briefgen.readers.pdf.turns import Edges

__all__ = [
    "CURVE",
    "STRAIGHT",
    "Color",
    "Handle",
    "Looks",
    "Origins",
    "bounds_of",
    "char_boxes",
    "fill_of",
    "has_fault",
    "inner_count",
    "inner_object_at",
    "is_made_up",
    "kind_of",
    "matrix_of",
    "object_at",
    "outline_of",
    "owner_of",
    "reference",
    "text_length",
]

STRAIGHT, CURVE = pdfium_c.FPDF_SEGMENT_LINETO, pdfium_c.FPDF_SEGMENT_BEZIERTO
"""Kinds of segments of a path."""
Color = tuple[int, int, int, int]
_SLANT = 0.05
"""Sine of the angle from which on a character counts as slanted, as in a watermark."""
_BOLD = 600


class Handle(ctypes.c_void_p):
    """An object of a page; as a class of its own it stays a handle and does not become a number."""


def reference(page: pdfium.PdfPage | pdfium.PdfTextPage) -> object:
    """The handle of a page or its text, in the form in which it is passed on without a new object for each call."""
    return ctypes.byref(page.raw.contents)


def _plain(function: object, gives: type = ctypes.c_int) -> Callable[..., Any]:
    """The same function of pdfium, called as it is, without letting other threads go on meanwhile."""
    address = ctypes.cast(cast("ctypes.c_void_p", function), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(gives)(address)


has_fault = _plain(pdfium_c.FPDFText_HasUnicodeMapError)
is_made_up = _plain(pdfium_c.FPDFText_IsGenerated)
object_at = _plain(pdfium_c.FPDFPage_GetObject, Handle)
owner_of = _plain(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p)
inner_count = _plain(pdfium_c.FPDFFormObj_CountObjects)
inner_object_at = _plain(pdfium_c.FPDFFormObj_GetObject, Handle)
kind_of = _plain(pdfium_c.FPDFPageObj_GetType)
_loose_box = _plain(pdfium_c.FPDFText_GetLooseCharBox)
_matrix = _plain(pdfium_c.FPDFText_GetMatrix)
_origin = _plain(pdfium_c.FPDFText_GetCharOrigin)
_font_size = _plain(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_weight = _plain(pdfium_c.FPDFText_GetFontWeight)
_placed_by = _plain(pdfium_c.FPDFPageObj_GetMatrix)
_text_of = _plain(pdfium_c.FPDFTextObj_GetText, ctypes.c_ulong)
_edges = _plain(pdfium_c.FPDFPageObj_GetBounds)
_segment_count = _plain(pdfium_c.FPDFPath_CountSegments)
_segment_at = _plain(pdfium_c.FPDFPath_GetPathSegment, Handle)
_segment_kind = _plain(pdfium_c.FPDFPathSegment_GetType)
_segment_end = _plain(pdfium_c.FPDFPathSegment_GetPoint)
_fill = _plain(pdfium_c.FPDFPageObj_GetFillColor)
_paint = _plain(pdfium_c.FPDFPath_GetDrawMode)

# ---------------------------------------------------------------- boxes

_BLOCK = (pdfium_c.FS_RECTF * 4096)()
"""Filled again and again; like pdfium itself for one thread only."""
_BOX = ctypes.sizeof(pdfium_c.FS_RECTF)
_PLACES = tuple(ctypes.byref(_BLOCK, at) for at in range(0, ctypes.sizeof(_BLOCK), _BOX))
_BYTES = memoryview(_BLOCK).cast("B")


def char_boxes(text_page: object, count: int) -> Edges:
    """The edges of the characters of a page, in the coordinates of the file."""
    edges = array("f")
    for begin in range(0, count, len(_PLACES)):
        indices = range(begin, min(begin + len(_PLACES), count))
        deque(map(_loose_box, repeat(text_page), indices, _PLACES), maxlen=0)
        edges.frombytes(_BYTES[: _BOX * len(indices)])
    return edges[0::4], edges[1::4], edges[2::4], edges[3::4]


def bounds_of(handle: Handle) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of an object of a page in the coordinates of the file."""
    edges = (ctypes.c_float * 4)()
    _edges(handle, *(ctypes.byref(edges, at) for at in range(0, 16, 4)))
    left, bottom, right, top = edges
    return left, top, right, bottom


def outline_of(handle: Handle, most: int) -> tuple[bool, list[tuple[int, float, float]]]:
    """Whether a drawn path is filled, and its first segments: kind of pdfium and end, in coordinates of its own."""
    fill, stroke, across, up = ctypes.c_int(), ctypes.c_int(), ctypes.c_float(), ctypes.c_float()
    _paint(handle, ctypes.byref(fill), ctypes.byref(stroke))
    ends, segments = (ctypes.byref(across), ctypes.byref(up)), []
    for index in range(min(_segment_count(handle), most)):
        segment = _segment_at(handle, index)
        _segment_end(segment, *ends)
        segments.append((_segment_kind(segment), across.value, up.value))
    return bool(fill.value), segments


def fill_of(handle: Handle) -> Color:
    """Red, green, blue and how opaque the inside of a path is, each up to 255."""
    parts = (ctypes.c_uint * 4)()
    _fill(handle, *(ctypes.byref(parts, at) for at in range(0, 16, 4)))
    return parts[0], parts[1], parts[2], parts[3]


def matrix_of(handle: Handle) -> tuple[float, float, float, float, float, float]:
    """By what the coordinates inside a form are placed on what holds it."""
    matrix = pdfium_c.FS_MATRIX()
    _placed_by(handle, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def text_length(handle: Handle, text_page: object) -> int:
    """How many bytes the text of a text object takes, in UTF-16 with the zero at its end."""
    return int(_text_of(handle, text_page, None, 0))


# ---------------------------------------------------------------- looks


class Looks:
    """Answers how a character of a page is drawn; looks are few, so each is worked out once."""

    def __init__(self, text_page: object) -> None:
        self._text_page = text_page
        self._matrix = pdfium_c.FS_MATRIX()
        self._place, self._scale = ctypes.byref(self._matrix), memoryview(self._matrix).cast("B")[:16]
        self._known: dict[tuple[bytes, float, int], Look] = {}
        self.turns: set[int] = set()
        """Those of all looks so far."""

    def __call__(self, index: int) -> Look:
        """The look of the character with this index."""
        page = self._text_page
        _matrix(page, index, self._place)
        drawn = self._scale.tobytes(), _font_size(page, index), _weight(page, index)
        look = self._known.get(drawn)
        if look is None:
            look = self._known[drawn] = self._look(*drawn[1:])
        return look

    def _look(self, size: float, weight: int) -> Look:
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        length = math.hypot(a, b) or 1.0
        is_slanted = min(abs(a), abs(b)) / length > _SLANT
        turn = 0 if is_slanted else (90 if b < 0 else 270) if abs(b) > abs(a) else 180 if a < 0 else 0
        self.turns.add(turn)
        return Look(size * (math.hypot(c, d) or 1.0), weight >= _BOLD, is_slanted, turn)


class Origins:
    """Answers where a character of a page is drawn, and where pdfium says that it begins."""

    def __init__(self, text_page: object) -> None:
        self._text_page = text_page
        self._matrix = pdfium_c.FS_MATRIX()
        self._across, self._up = ctypes.c_double(), ctypes.c_double()
        self._places = ctypes.byref(self._matrix), ctypes.byref(self._across), ctypes.byref(self._up)

    def __call__(self, index: int) -> tuple[float, float, float, float]:
        """The place of its base on the page, from the left and from below, and how far away from it pdfium puts it."""
        matrix, across, up = self._places
        _matrix(self._text_page, index, matrix)
        _origin(self._text_page, index, across, up)
        drawn = self._matrix
        return drawn.e, drawn.f, drawn.e - self._across.value, drawn.f - self._up.value

    def size(self, index: int) -> float:
        """The size of the character that was asked for last."""
        return float(_font_size(self._text_page, index)) * math.hypot(self._matrix.c, self._matrix.d)


# ---------------------------------------------------------------- fonts

_EAST_ASIAN = frozenset({128, 129, 134, 136})
"""Character sets: Japanese, Korean, simplified and traditional Chinese."""
_WHOLE_FILE = 0
"""Asked for instead of one table of the font."""


def _without_system_fonts() -> pdfium_c.FPDF_SYSFONTINFO:
    """The answers to pdfium when it looks for a font that a PDF only names: the stroke font where its own do not do."""
    font = stroke_font()
    kinds = dict(pdfium_c.FPDF_SYSFONTINFO._fields_)

    def choose(_this: object, _weight: int, _italic: int, charset: int, *_: object) -> int:
        return int(charset in _EAST_ASIAN)

    def give(_this: object, _font: int, table: int, buffer: int | None, size: int) -> int:
        if table != _WHOLE_FILE:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    return pdfium_c.FPDF_SYSFONTINFO(
        version=1, MapFont=kinds["MapFont"](choose), GetFontData=kinds["GetFontData"](give)
    )


_FONTS = _without_system_fonts()
pdfium_c.FPDF_SetSystemFontInfo(ctypes.byref(_FONTS))
