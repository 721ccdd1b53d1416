"""Grids of a PDF page whose lines do not close them: no line at the sides, or none but level ones.

At open sides the level lines tell how far a table reaches. Where a page draws no upright line at all, programs draw a
level one for each cell, so that their ends part the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.readers.pdf.runs import Box, Run
from briefgen.readers.structure.marks import split_label

__all__ = ["cell_borders", "head_above", "with_open_sides"]

_NEAR = 2.0
"""Lines that come so near, in points, touch each other."""
_ROOM = 10.0
"""A column takes so many points at least, and a row somewhat less."""
_FEWEST_LINES = 3
"""So many level lines with the same ends make a table."""
_SAME_LINE = 0.5
"""In em."""
_ABOVE = 1.2
"""So many em above the first line of a table stands its head at most."""
_ANY_WORD = "名"
_Ends = tuple[float, ...]


def with_open_sides(places: Sequence[float], ends: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Return the places of upright lines with those at which most level lines begin and end beyond them.

    `ends` are the two ends of the level lines at each height. The same serves for rows and upright lines.
    """
    if not places:
        return tuple(places)
    before = [first for first, _ in ends if first < places[0] - _ROOM]
    behind = [last for _, last in ends if last > places[-1] + _ROOM]
    opened = list(places)
    for beyond, at in ((before, 0), (behind, len(places))):
        if len(beyond) >= _FEWEST_LINES and 2 * len(beyond) > len(ends) and max(beyond) - min(beyond) <= 2 * _NEAR:
            opened.insert(at + len(opened) - len(places) if at else 0, beyond[0])
    return tuple(opened)


def cell_borders(groups: Sequence[Sequence[Box]]) -> Iterator[list[Box]]:
    """Yield the lines of each table that is drawn with level ones alone, with upright ones at the ends of its cells.

    `groups` are lines that hang together. A cell is parted from its neighbour where the line below it is.
    """
    chains = sorted((chain for group in groups if (chain := _chain(group))), key=lambda chain: chain[0].top)
    while chains:
        ends = _ends(chains[0])
        own = [chain for chain in chains if _is_same(_ends(chain), ends)]
        inside = [
            chain for chain in chains if own[0][0].top <= chain[0].top <= own[-1][0].top and _parts_of(chain, ends)
        ]
        if len(own) >= _FEWEST_LINES:
            yield [line for chain in inside for line in chain] + list(_uprights(inside))
        chains = [chain for chain in chains if not any(chain is other for other in own)]


def _chain(group: Sequence[Box]) -> list[Box]:
    """The lines of a group from left to right where they are of one height and follow each other, two at least."""
    lines = sorted(group, key=lambda line: line.left)
    is_level = all(line.bottom - line.top <= _NEAR and abs(line.top - lines[0].top) <= _NEAR for line in lines)
    is_one = all(abs(after.left - before.right) <= _NEAR for before, after in pairwise(lines))
    return lines if len(lines) > 1 and is_level and is_one and min(b.right - b.left for b in lines) > _ROOM else []


def _ends(chain: Sequence[Box]) -> _Ends:
    return (*(line.left for line in chain), chain[-1].right)


def _is_same(ends: _Ends, others: _Ends) -> bool:
    return len(ends) == len(others) and all(abs(a - b) <= _NEAR for a, b in zip(ends, others, strict=True))


def _parts_of(chain: Sequence[Box], ends: _Ends) -> bool:
    """Whether a line ends only where the cells of the table do: it is that of merged cells."""
    return all(min(abs(end - other) for other in ends) <= _NEAR for end in _ends(chain))


def _uprights(chains: Sequence[Sequence[Box]]) -> Iterator[Box]:
    """An upright line between the cells of each row, as the ends of the level line below it part them."""
    for above, below in pairwise(chains):
        for end in _ends(below):
            yield Box(end, above[0].top, end, below[0].bottom)


def head_above(columns: Sequence[float], top: float, runs: Sequence[Run]) -> float | None:
    """Return where the head of a table begins that has no line above it; None for none.

    `columns` part the cells, `top` is the height of the first line. A head has words in several columns and over none,
    the first of which is no number: that of a chapter stands so above a table (３　予算).
    """
    near = [run for run in runs if not run.is_vertical and top - _ABOVE * run.size < run.bottom < top + _NEAR]
    line = [run for run in near if run.bottom > max(near, key=lambda one: one.bottom).bottom - _SAME_LINE * run.size]
    places = [_column(run, columns) for run in line if run.text.strip()]
    first = min(line, key=lambda run: run.left).text.strip() if line else ""
    if split_label(f"{first}\u3000{_ANY_WORD}") is not None:
        return None
    return min(run.top for run in line) - 1 if None not in places and len(set(places)) > 1 else None


def _column(run: Run, columns: Sequence[float]) -> int | None:
    """The column in which a run stands; None outside of the table, or over several."""
    inside = (n for n, (left, right) in enumerate(pairwise(columns)) if left - 1 <= run.left and run.right <= right + 1)
    return next(inside, None)
