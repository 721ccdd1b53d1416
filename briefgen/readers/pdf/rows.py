"""Rows of a table that no drawn line parts: figures below each other, each with its neighbours at the same height."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.readers.pdf.lines import PrintedLine, printed_lines
from briefgen.readers.pdf.runs import Run, Sheet

__all__ = ["is_figure", "row_breaks"]

_FIGURE = re.compile(r"[（(]?[▲△+＋\-−－約]?[0-9０-９][0-9０-９,，.．]*[^\s0-9０-９]{0,4}[）)]?|[－\-−―—…‐]")
_LEVEL = 0.4
"""Lines whose bases differ by less than so many em stand at the same height."""


def is_figure(text: str) -> bool:
    """Whether a line is a figure with or without a unit, or the mark for none."""
    return _FIGURE.fullmatch(text.strip()) is not None


def row_breaks(
    rows: Sequence[Sequence[int]], inside: Mapping[int, Sequence[Run]], sheet: Sheet
) -> dict[int, list[float]]:
    """For each row that holds several, the heights between them, in points from the top of the page.

    `rows` are the cells of each row, `inside` the runs of each cell. A row holds several when a cell of it has several
    lines, all of them figures, and every other cell has as many lines at the same heights, or none at all.
    """
    found = {}
    for number, cells in enumerate(rows):
        is_own = all(cell not in other for cell in cells for other in (*rows[:number], *rows[number + 1 :]))
        columns = [list(_lines(inside.get(cell, ()), sheet)) for cell in dict.fromkeys(cells)]
        columns = [lines for lines in columns if lines]
        stacks = [lines for lines in columns if len(lines) > 1 and all(is_figure(line.text) for line in lines)]
        if is_own and len(columns) > 1 and stacks and all(_are_level(stacks[0], lines) for lines in columns):
            found[number] = [(one.base + other.base - other.size) / 2 for one, other in pairwise(stacks[0])]
    return found


def _lines(runs: Sequence[Run], sheet: Sheet) -> Iterator[PrintedLine]:
    lines = printed_lines(runs, sheet)
    yield from [] if any(line.is_vertical for line in lines) else sorted(lines, key=lambda line: line.base)


def _are_level(ones: Sequence[PrintedLine], others: Sequence[PrintedLine]) -> bool:
    is_level = [abs(one.base - other.base) < _LEVEL * one.size for one, other in zip(ones, others, strict=False)]
    return len(ones) == len(others) and all(is_level)
