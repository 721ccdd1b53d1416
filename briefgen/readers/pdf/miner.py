"""The second PDF engine, pdfminer.six: the only module that knows it. It is slow, but has all encodings of Japanese.

It is asked only for pages on which the first engine gives too little. pypdf would be smaller, but knows only the
Unicode encodings of Japanese fonts without ToUnicode: of 90msp-RKSJ, EUC, Add-RKSJ and Ext-RKSJ it makes nonsense.
"""

from __future__ import annotations

import io
import logging
import math
import re
import struct
import zlib
from collections.abc import Iterator, Sequence

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException

from briefgen.readers.inline.rules import GETA
from briefgen.readers.pdf.pieces import Characters, Look
from briefgen.readers.pdf.runs import Run, Sheet, cut_runs
from briefgen.readers.pdf.shown import first_ones, runs_on_sheet

__all__ = ["reread_page"]

_FAULTS = (
    PSException, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError,
    struct.error, zlib.error, OSError,
)  # fmt: skip
"""What pdfminer raises for damaged files: its own errors, and those of Python that it lets through."""
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\0\ue000-\uf8ff\ufffd]")
_SLANT = 0.05

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def reread_page(content: bytes, sheet: Sheet) -> tuple[list[Run], int, int]:
    """Return the runs of one page, the number of its characters but spaces, and how many of them cannot be read.

    A page that this engine cannot read gives nothing.
    """
    try:
        layout, is_cut = _layout(content, sheet.number)
        characters = list(_characters(layout))
    except _FAULTS:
        return [], 0, 0
    if not characters:
        return [], 0, 0
    kept = first_ones([c.get_text() for c in characters], [(c.x0, c.y1, c.x1, c.y0) for c in characters])
    characters = [characters[index] for index in kept]
    texts = [_text(character) for character in characters]
    made = Characters(
        texts,
        [character.x0 for character in characters],
        [character.y1 for character in characters],
        [character.x1 for character in characters],
        [character.y0 for character in characters],
        sheet.height,
        look=lambda index: _look(characters[index]),
    )
    runs, hidden = cut_runs(made, sheet), 0
    if is_cut:
        runs, hidden = runs_on_sheet(runs, sheet)
    return runs, max(sum(not text.isspace() for text in texts) - hidden, 0), texts.count(GETA)


def _layout(content: bytes, number: int) -> tuple[LTPage | None, bool]:
    """What stands on the page, measured from the corner of what is shown, and whether a crop box hides a part of it."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(content), pagenos={number - 1}, check_extractable=False):
        is_cut = page.cropbox != page.mediabox
        page.mediabox = page.cropbox
        interpreter.process_page(page)
        layout: LTPage = device.get_result()
        return layout, is_cut
    return None, False


def _characters(item: object) -> Iterator[LTChar]:
    """The characters of a page in drawing order; figures are looked into."""
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for part in item:
            yield from _characters(part)


def _text(character: LTChar) -> str:
    text: str = character.get_text()
    return GETA if _UNMAPPED.search(text) else text


def _look(character: LTChar) -> Look:
    a, b, *_ = character.matrix
    length = math.hypot(a, b) or 1.0
    is_bold = "bold" in str(character.fontname).lower()  # a damaged file may name its font by bytes
    return Look(_size(character), is_bold, min(abs(a), abs(b)) / length > _SLANT)


def _size(character: LTChar) -> float:
    """The size of the letters: across the line, where the box has the height of the font."""
    sides: Sequence[float] = (character.width, character.height)
    return float(max(sides) if not character.upright else character.size or max(sides))
