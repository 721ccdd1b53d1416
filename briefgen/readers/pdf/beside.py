"""A block of text set beside the running text, which is wrapped at it: a note in the margin, the words to a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Box
from briefgen.readers.structure.breaks import is_running

__all__ = ["with_beside", "with_limits"]

_FEWEST = 3
"""Lines of such a block."""
_MOST = 0.4
"""Of the lines of a page; where more begin in its right half, it has columns."""
_FEWEST_WRAPPED = 2
"""So many lines of a sentence that end close to it show that the text is wrapped there."""
_CLOSE = 4.0
"""In em."""
_END = "。．！？!?」』）)"


def with_beside(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of a page; the block at the right of the text stands as in a frame, and what it limits says so.

    Pages in columns have none.
    """
    rights = _at_right(lines)
    if not _FEWEST <= len(rights) <= _MOST * len(lines) or gutter(lines) is not None:
        return list(lines)
    for place, start in sorted({round(line.start): line.start for line in rights}.items()):
        block = [line for line in rights if abs(line.start - place) <= 1]
        if len(block) < _FEWEST:
            continue
        top, bottom = min(line.base - line.size for line in block), max(line.base for line in block)
        box, held = Box(start, top, max(line.end for line in block), bottom), set(map(id, block))
        if _level_with(box, lines):
            return [line._replace(frame=box) if id(line) in held else line for line in with_limits(lines, [box])]
    return list(lines)


def with_limits(lines: Sequence[PrintedLine], boxes: Iterable[Box]) -> list[PrintedLine]:
    """Return the lines; those that are wrapped at the left side of one of these boxes have it as their limit."""
    limits = {id(line): box.left for box in boxes for line in _level_with(box, lines)}
    return [line._replace(limit=limits[id(line)]) if id(line) in limits else line for line in lines]


def _level_with(box: Box, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines at the left of a box, when they are wrapped there."""
    level = [
        line
        for line in lines
        if line.start < box.left - 1
        and box.top < line.base
        and line.base - line.size < box.bottom
        and (line.end <= box.left or box.top < line.base - line.size / 2 < box.bottom)
    ]
    return level if _is_wrapped(level, box.left) else []


def _at_right(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines that begin in the right half of the text."""
    if not lines:
        return []
    middle = (min([line.start for line in lines]) + max([line.end for line in lines])) / 2
    return [line for line in lines if line.start > middle]


def _is_wrapped(lines: Sequence[PrintedLine], start: float) -> bool:
    """Whether these lines end before a place, and those of sentences close to it."""
    close = [line for line in lines if start - line.end < _CLOSE * line.size]
    full = [line for line in close if line.text[-1] not in _END]
    return (
        all(line.end <= start and not line.is_vertical for line in lines)
        and len(full) >= _FEWEST_WRAPPED
        and is_running("".join(line.text for line in full))
    )
