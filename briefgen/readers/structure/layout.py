"""What the readers hand to the recognition of structure: lines as the page shows them, and finished paragraphs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from briefgen.model.document import BlockKind, CellPlace, Picture

__all__ = ["GAP", "PICTURE_GAP", "SIZE_STEP", "Line", "Paragraph", "text_width"]

GAP = 0.6
"""A space above of more than this many lines sets a paragraph apart."""
PICTURE_GAP = 3.0
"""So much empty space stands where the paper has a picture."""

SIZE_STEP = 0.15
"""Text whose size differs by more, in sizes of the body text, is set otherwise."""


class Line(NamedTuple):
    """One line as the page shows it. A text file knows text and gaps only; a PDF gives the geometry as well."""

    text: str
    page: int | None = None
    indent: float = 0.0
    """Distance from the left edge of the column, in em."""
    gap_before: float = 0.0
    """Space above beyond the usual line distance, in lines; on the first line of a page 0."""
    size: float = 1.0
    """Size of the letters relative to the body text."""
    is_bold: bool = False
    is_full: bool | None = None
    """Whether it reaches the right edge of its column; None when only the text itself can tell."""
    position: float | None = None
    """Place of its middle on the page, 0 at the top to 1 at the bottom."""


class Paragraph(NamedTuple):
    """A paragraph before its part in the paper is known; `kind` and `level` are set where the format tells them."""

    text: str
    page: int | None = None
    kind: BlockKind | None = None
    level: int = 0
    label: str = ""
    """Number or mark, where the format keeps it apart from the text (Word and HTML lists)."""
    indent: float = 0.0
    gap_before: float = 0.0
    size: float = 1.0
    is_bold: bool = False
    cell: CellPlace | None = None
    picture: Picture | None = None
    reading: str = ""


def text_width(text: str) -> float:
    """Width of a text in em: 1 for a full-width character, 0.5 for any other."""
    return sum(map(_width, text))


@lru_cache(maxsize=16384)
def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5
