"""Frames of a PDF page: boxes drawn around text that is read by itself, a column, a contact, a summary in boxes."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.tables import outlines

__all__ = ["take_framed"]

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
