"""Tables, pictures and frames of all pages of a PDF -> their places between the paragraphs of the paper.

An inset never tears a paragraph: it follows the paragraph that runs on around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.readers.pdf.insets import Inset
from briefgen.readers.pdf.layout import body_size, lay_out
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Box, Sheet
from briefgen.readers.structure.layout import Line, Paragraph
from briefgen.readers.structure.paragraphs import rebuild_paragraphs

__all__ = ["number_tables", "place_insets", "set_frames"]

_BESIDE = 3.0
"""A line that begins so many em beside a table stands under it all the same, where the page has one column."""
_PITCH = 1.6
"""So many em are usually from line to line."""


def set_frames(
    lines: Sequence[PrintedLine], insets: Sequence[Inset], sheets: Mapping[int, Sheet]
) -> tuple[list[PrintedLine], list[Inset]]:
    """Return the lines outside of frames, and the insets with one for each frame, which holds the insets in it."""
    frames: dict[tuple[int, Box], list[PrintedLine]] = {}
    for line in lines:
        if line.frame is not None:
            frames.setdefault((line.page, line.frame), []).append(line)
    outside = list(insets)
    for (page, box), members in frames.items():
        own = [inset for inset in outside if inset.page == page and _holds(box, inset.box)]
        laid = lay_out(members, body_size(lines))
        paragraphs = tuple(place_insets(members, laid, own, sheets))
        outside = [inset for inset in outside if inset not in own] + [Inset(page, box, paragraphs)]
    return [line for line in lines if line.frame is None], outside


def _holds(box: Box, other: Box) -> bool:
    across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom


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
        yield paragraph._replace(cell=replace(cell, table=table))


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
