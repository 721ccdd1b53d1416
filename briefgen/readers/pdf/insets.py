"""What stands in a PDF page beside the running text: tables and pictures with their captions, each at its place.

An inset never tears a paragraph: it follows the paragraph that runs on around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.model.document import BlockKind, Picture
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Box, Sheet
from briefgen.readers.structure.layout import Line, Paragraph
from briefgen.readers.structure.paragraphs import rebuild_paragraphs

__all__ = ["Inset", "find_captions", "is_caption", "number_tables", "place_insets"]

_CAPTION = re.compile(r"[（(【〔＜<]?(?:写真|図表?|画像|イメージ|出典|Fig)")
_LONGEST_CAPTION = 60
_BELOW = 2.6
"""A caption stands at most so many em below its picture."""
_ABOVE = 1.8
_BESIDE = 3.0
"""A line that begins so many em beside a table stands under it all the same, where the page has one column."""
_PITCH = 1.6
"""So many em are usually from line to line."""


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


def place_insets(
    lines: Sequence[PrintedLine], laid: Sequence[Line], insets: Sequence[Inset], sheets: Mapping[int, Sheet]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of the lines (`laid` has the same lines in the same order) with the insets between them."""
    ordered = sorted(insets, key=lambda inset: (inset.page, inset.box.top, inset.box.left))
    places = [_after_paragraph(_place(inset, lines, sheets[inset.page]), laid) for inset in ordered]
    begin, laid = 0, list(laid)
    for place, inset in sorted(zip(places, ordered, strict=True), key=lambda placed: placed[0]):
        yield from rebuild_paragraphs(laid[begin:place])
        yield from inset.paragraphs
        begin = place
        if place < len(laid) and inset.box.bottom < lines[place].base and not lines[place].is_vertical:
            room = (lines[place].base - inset.box.bottom) / lines[place].size / _PITCH - 1
            laid[place] = laid[place]._replace(gap_before=max(min(laid[place].gap_before, room), 0.0))
    yield from rebuild_paragraphs(laid[begin:])


def number_tables(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs with the tables numbered through the paper; a table begins where the cells begin anew."""
    table, before = -1, None
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None:
            before = None
            yield paragraph
            continue
        here = (cell.row, cell.column)
        if before is None or here < before:
            table += 1
        before = here
        yield replace(paragraph, cell=replace(cell, table=table))


def _place(inset: Inset, lines: Sequence[PrintedLine], sheet: Sheet) -> int:
    """The index of the first line that comes after the inset: of its column, where the page has several."""
    here = [index for index, line in enumerate(lines) if line.page == inset.page]
    has_columns = gutter([lines[index] for index in here]) is not None
    slack = 0.0 if has_columns else _BESIDE
    below = [index for index in here if _is_below(lines[index], inset.box, sheet, slack)]
    if below:
        return below[0]
    above = [index for index in here if _is_over(lines[index], inset.box, slack)]
    if above and has_columns:
        return above[-1] + 1
    lower = [index for index in here if lines[index].base > inset.box.bottom]
    if lower and lower == [index for index in here if index >= lower[0]] and not lines[lower[0]].is_vertical:
        return lower[0]
    if here:
        return here[-1] + 1
    return next((index for index, line in enumerate(lines) if line.page > inset.page), len(lines))


def _is_below(line: PrintedLine, box: Box, sheet: Sheet, slack: float) -> bool:
    """Whether the line stands under the inset, or in a vertical page to the left of it."""
    if line.is_vertical:
        return sheet.width - line.base < box.left + (box.right - box.left) / 2
    return line.base - line.size / 2 > box.bottom - line.size and _is_over(line, box, slack)


def _is_over(line: PrintedLine, box: Box, slack: float) -> bool:
    """Whether the line stands over or under the inset, or so many em beside it."""
    shared = min(line.end, box.right) - max(line.start, box.left)
    return not line.is_vertical and shared > -slack * line.size


def _after_paragraph(place: int, laid: Sequence[Line]) -> int:
    """The first place from there on at which no paragraph runs on."""
    while 0 < place < len(laid) and laid[place - 1].is_full:
        place += 1
    return place
