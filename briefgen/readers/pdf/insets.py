"""What stands in a PDF page beside the running text: tables, and pictures with their captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model.document import BlockKind, Picture
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.runs import Box, Sheet
from briefgen.readers.structure.layout import Paragraph

__all__ = ["Inset", "find_captions", "is_caption"]

_CAPTION = re.compile(r"[（(【〔＜<]?(?:写真|図表?|画像|イメージ|出典|Fig)")
_LONGEST_CAPTION = 60
_BELOW = 2.6
"""A caption stands at most so many em below its picture."""
_ABOVE = 1.8


@dataclass(frozen=True, slots=True)
class Inset:
    """The paragraphs of a table or picture and the area it covers."""

    page: int
    box: Box
    paragraphs: tuple[Paragraph, ...]


def find_captions(
    pictures: Sequence[tuple[Box, Picture | None]], lines: Sequence[PrintedLine], sheet: Sheet
) -> tuple[list[Inset], list[PrintedLine]]:
    """Return the pictures of a page with their captions, and the lines that are none.

    A picture without a caption gives nothing: the note has rows of text only.
    """
    insets, left = [], list(lines)
    for box, picture in pictures:
        caption = _caption(box, left)
        left = [line for line in left if line is not caption]
        if caption is not None:
            paragraph = Paragraph(caption.text, sheet.number, BlockKind.CAPTION, picture=picture)
            insets.append(Inset(sheet.number, box, (paragraph,)))
    return insets, left


def is_caption(text: str) -> bool:
    """Whether a line begins as the caption of a picture or chart."""
    return _CAPTION.match(text) is not None


def _caption(box: Box, lines: Sequence[PrintedLine]) -> PrintedLine | None:
    """The short line next to the picture: below it, or above it when it is named as one."""
    best: tuple[float, PrintedLine] | None = None
    for line in lines:
        gap = _gap(box, line)
        if gap is not None and (best is None or gap < best[0]):
            best = gap, line
    return best[1] if best is not None else None


def _gap(box: Box, line: PrintedLine) -> float | None:
    """How far from the picture a line stands that can be its caption, in em."""
    is_named = is_caption(line.text)
    is_marginal = not 0.08 < line.position < 0.92
    if (
        line.is_vertical
        or is_marginal
        or len(line.text) > _LONGEST_CAPTION
        or (line.text.endswith("。") and not is_named)
    ):
        return None
    middle = (line.start + line.end) / 2
    if not box.left - line.size <= middle <= box.right + line.size or line.end - line.start > 1.3 * (
        box.right - box.left
    ):
        return None
    below, above = (line.base - line.size - box.bottom) / line.size, (box.top - line.base) / line.size
    if -1.0 <= below <= _BELOW:
        return max(below, 0.0)
    return above if is_named and 0 <= above <= _ABOVE else None
