"""Frames of a PDF page: boxes drawn around text that is read by itself, a column, a contact, a summary in boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.readers.pdf.insets import Inset, place_insets
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.tables import outlines

__all__ = ["set_frames", "take_framed"]

_LARGEST = 0.6
"""Of the page; a larger frame is drawn around all of it."""
_CUT = 0.8
"""Text that goes so many em over the side of a frame does not stand in it."""


def take_framed(
    rules: Sequence[Box], runs: Sequence[Run], sheet: Sheet
) -> tuple[list[tuple[Box, list[Run]]], Sequence[Run]]:
    """Return the frames drawn by these thin lines with the runs in them, and the runs outside.

    A frame holds two lines or more, or stands under or over one that does; text in vertical setting has none. Of
    frames in each other the inner ones count.
    """
    framed: list[tuple[Box, list[Run]]] = []
    if rules and not any(run.is_vertical for run in runs):
        for boxes in sorted(outlines(rules), key=lambda boxes: _area(boxes[0])):
            taken = [(box, [run for run in runs if _is_inside(run, box)]) for box in boxes]
            if any(_is_frame(box, inside, sheet) for box, inside in taken) and not _are_cut(boxes, runs):
                framed += [(box, inside) for box, inside in taken if inside]
                held = {id(run) for _, inside in taken for run in inside}
                runs = [run for run in runs if id(run) not in held]
    return framed, runs


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _is_frame(box: Box, inside: Sequence[Run], sheet: Sheet) -> bool:
    """Whether several lines stand in a box that is not as good as the page."""
    shown = [run for run in inside if run.text.strip() and not run.is_slanted]
    heights = {round(run.bottom / run.size) for run in shown}
    return len(heights) > 1 and _area(box) < _LARGEST * sheet.width * sheet.height


def _is_inside(run: Run, box: Box) -> bool:
    return box.left <= (run.left + run.right) / 2 <= box.right and box.top <= (run.top + run.bottom) / 2 <= box.bottom


def _are_cut(boxes: Sequence[Box], runs: Sequence[Run]) -> bool:
    """Whether text goes over a side of these boxes."""
    return any(_is_cut(box, run) for box in boxes for run in runs)


def _is_cut(box: Box, run: Run) -> bool:
    if not box.top < (run.top + run.bottom) / 2 < box.bottom or not run.text.strip():
        return False
    over = _CUT * run.size
    return any(run.left < side - over and run.right > side + over for side in (box.left, box.right))


def set_frames(
    lines: Sequence[PrintedLine], insets: Sequence[Inset], sheets: Mapping[int, Sheet]
) -> tuple[list[PrintedLine], list[Inset]]:
    """Return the lines outside of frames, and the insets with one for each frame, which holds the insets in it."""
    from briefgen.readers.pdf.layout import body_size, lay_out  # no need of those who read single pages

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
