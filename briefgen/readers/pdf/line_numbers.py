"""The numbers of lines in the margin of drafts and minutes: they are no part of the text they stand beside.

Every line is numbered, or every fifth. A list of numbered items and the first column of a table look much the same; so
the numbers must be smaller than the lines they stand beside, or as many lines must stand between two of them as they
say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter

from briefgen.readers.pdf.runs import Run

__all__ = ["take_line_numbers"]

_FEWEST = 4
"""Lines of which every one is numbered."""
_SPARSE = 5
"""Where not every line is numbered, every so manieth is."""
_SMALLER = 0.93
"""So much smaller than the text are numbers of every line."""
_SAME_EDGE = 2.0
"""In points."""
_SAME_ROW = 0.5
"""Bottoms that differ by less than so many em belong to one row."""
_INSIDE = 0.1
"""Of the text may begin further out than the numbers."""


def take_line_numbers(runs: list[Run]) -> tuple[list[Run], tuple[str, ...]]:
    """Return the runs of a page without the numbers of its lines, and these numbers."""
    figures = [run for run in runs if run.text.strip().isdecimal() and not run.is_vertical]
    if len(figures) < 2:
        return runs, ()
    figures.sort(key=attrgetter("bottom"))
    column = max(_outermost(figures, attrgetter("right")), _outermost(figures, attrgetter("left")), key=len)
    own = set(map(id, column))
    text = [run for run in runs if id(run) not in own and run.text.strip()]
    if not _are_line_numbers(column, text):
        return runs, ()
    return [run for run in runs if id(run) not in own], tuple(run.text.strip() for run in column)


def _outermost(figures: Sequence[Run], side: Callable[[Run], float]) -> list[Run]:
    """Those that stand below each other furthest out, set flush at a side."""
    edge = min(side(run) for run in figures)
    return [run for run in figures if side(run) - edge < _SAME_EDGE]


def _are_line_numbers(column: Sequence[Run], text: Sequence[Run]) -> bool:
    """Whether these figures, from top to bottom, count the lines of a text that stands to their right."""
    values = [int(run.text.strip()) for run in column]
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1:
        return False
    (step,) = steps
    edge = max(run.right for run in column)
    if sum(run.left < edge for run in text) > _INSIDE * len(text):
        return False
    if step == 1:
        return len(column) >= _FEWEST and all(_is_smaller(run, text) for run in column)
    return step >= _SPARSE and step % _SPARSE == 0 and _are_counted(column, text, step)


def _is_smaller(figure: Run, text: Sequence[Run]) -> bool:
    """Whether a figure is smaller than the text on its row, and text stands there."""
    level = [run for run in text if abs(run.bottom - figure.bottom) < _SAME_ROW * run.size]
    return bool(level) and all(figure.size < _SMALLER * run.size for run in level)


def _are_counted(column: Sequence[Run], text: Sequence[Run], step: int) -> bool:
    """Whether between two figures stand as many rows of text as they say, one more or less."""
    rows: list[float] = []
    for run in sorted(text, key=attrgetter("bottom")):
        if not rows or run.bottom - rows[-1] > _SAME_ROW * run.size:
            rows.append(run.bottom)
    places = [(run.bottom - run.size * _SAME_ROW, run.bottom + run.size * _SAME_ROW) for run in column]
    return all(
        abs(bisect_left(rows, below) - bisect_right(rows, above) - (step - 1)) <= 1
        for (_, above), (below, _) in pairwise(places)
    )
