"""What lies over a page of a PDF: fields, text boxes and stamps are set into it; remarks of readers are counted.

Kinds and keys: ISO 32000-1, 12.5 (annotations) and 12.7 (forms). What has no appearance of its own is not drawn by
every program, and pdfium gives no text of it.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

__all__ = ["NO_OVERLAY", "Overlay", "set_overlay"]

_SHOWN = frozenset({
    pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_STRIKEOUT,
})  # fmt: skip
_REMARKS = frozenset({
    pdfium_c.FPDF_ANNOT_TEXT, pdfium_c.FPDF_ANNOT_HIGHLIGHT, pdfium_c.FPDF_ANNOT_UNDERLINE,
    pdfium_c.FPDF_ANNOT_SQUIGGLY, pdfium_c.FPDF_ANNOT_STRIKEOUT, pdfium_c.FPDF_ANNOT_CARET,
})  # fmt: skip
"""What readers put to the text, perhaps with words of their own."""
_PUSH_BUTTON = 1 << 16
_OFF = ("", "Off")
_SHOWS_TEXT = re.compile(r"T[jJ]\b|['\"]\s|\bDo\b")
_ZERO = ctypes.sizeof(pdfium_c.FPDF_WCHAR)
_MOST = 2_000
"""Of a page; each takes as long as a piece of text."""
_MOST_BYTES = 4_000_000
"""Of the drawing commands of all of them."""


class Overlay(NamedTuple):
    """What was found over a page."""

    is_set: bool = False
    """Some of it is now part of the page, which must be opened anew."""
    remarks: int = 0
    """Words of readers, which are left out."""
    lost: int = 0
    """Fields, ticked boxes and text boxes that say something and draw no text."""


NO_OVERLAY = Overlay()


def set_overlay(page: pdfium.PdfPage) -> Overlay:
    """Make what lies over the page and is text of the paper a part of it, and count the rest."""
    count = pdfium_c.FPDFPage_GetAnnotCount(page.raw)
    if not count:
        return NO_OVERLAY
    if count > _MOST:
        return Overlay(lost=count)
    shown, remarks, lost, size = [], 0, 0, 0
    for number in range(count):
        with _annotation(page, number) as annotation:
            kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
            is_button = _text(annotation, b"FT") == "Btn"
            remarks += kind in _REMARKS and bool(_text(annotation, b"Contents"))
            if kind not in _SHOWN or (is_button and _flags(annotation) & _PUSH_BUTTON):
                continue
            drawn = _drawn(annotation) or (_strike(annotation) if kind == pdfium_c.FPDF_ANNOT_STRIKEOUT else "")
            size += len(drawn)
            shown += [number] if drawn else []
            lost += _SHOWS_TEXT.search(drawn) is None and _has_words(annotation, kind, is_button)
        if size > _MOST_BYTES:
            return Overlay(lost=count)
    if not shown:
        return Overlay(False, remarks, lost)
    for number in sorted(set(range(count)) - set(shown), reverse=True):
        pdfium_c.FPDFPage_RemoveAnnot(page.raw, number)
    is_set = pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS
    return Overlay(is_set, remarks, lost)


@contextmanager
def _annotation(page: pdfium.PdfPage, number: int) -> Iterator[object]:
    annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
    try:
        yield annotation
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _has_words(annotation: object, kind: int, is_button: bool) -> bool:
    """Whether it says something: a box that is ticked, the value of a field, the text of a box."""
    if is_button:
        return _text(annotation, b"AS") not in _OFF
    return bool(_text(annotation, b"V" if kind == pdfium_c.FPDF_ANNOT_WIDGET else b"Contents"))


def _drawn(annotation: object) -> str:
    """Its drawing commands; empty for none."""
    normal = pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    return _wide(partial(pdfium_c.FPDFAnnot_GetAP, annotation, normal))


def _strike(annotation: object) -> str:
    """The drawing commands given to a mark that strikes text and has none: a line through the middle of each place."""
    lines = []
    for number in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(annotation)):
        corners = pdfium_c.FS_QUADPOINTSF()
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(annotation, number, corners):
            height = (corners.y1 + corners.y3) / 2
            lines.append(f"{corners.x1:.2f} {height:.2f} m {corners.x2:.2f} {height:.2f} l S")
    commands = " ".join(lines)
    is_set = commands and pdfium_c.FPDFAnnot_SetAP(
        annotation, pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _as_wide(commands)
    )
    return commands if is_set else ""


def _as_wide(text: str) -> object:
    """The text as pdfium takes it."""
    encoded = f"{text}\0".encode("utf-16-le")
    return (pdfium_c.FPDF_WCHAR * (len(encoded) // _ZERO)).from_buffer_copy(encoded)


def _flags(annotation: object) -> int:
    value = ctypes.c_float()
    is_number = pdfium_c.FPDFAnnot_GetNumberValue(annotation, b"Ff", value)
    return int(value.value) if is_number else 0


def _text(annotation: object, key: bytes) -> str:
    return _wide(partial(pdfium_c.FPDFAnnot_GetStringValue, annotation, key))


def _wide(give: Callable[[object, int], int]) -> str:
    """The text that a function of pdfium puts into a buffer of so many bytes, in UTF-16 with a zero at its end."""
    length = int(give(None, 0))
    if length <= _ZERO:
        return ""
    buffer = (pdfium_c.FPDF_WCHAR * (length // _ZERO + 1))()
    give(buffer, length)
    return bytes(buffer)[: length - _ZERO].decode("utf-16-le", "replace").strip("\0 ")
