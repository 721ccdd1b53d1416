"""The lines of a page in reading order, where the order in which the file draws them is none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from briefgen.readers.pdf.lines import PrintedLine

__all__ = ["gutter", "in_reading_order", "row_gutters"]

_MIN_COLUMN_LINES = 4
_MIN_COLUMN_EM = 8.0
_SAME_ROW = 0.5
"""Bases that differ by less than so many em belong to one row."""
_MOST_ACROSS = 0.3
"""Of the lines of a page may run across both columns."""


def in_reading_order(lines: Sequence[PrintedLine], is_mixed: bool = False) -> list[PrintedLine]:
    """Return the lines of one page from top to bottom, column by column; vertical and horizontal lines apart.

    The order of the file is kept where it never goes back above a line that stands over the next one, and does not go
    from column to column with each row; never where it `is_mixed`, as with fields of a form, which come last.
    """
    ordered: list[PrintedLine] = []
    for _, group in groupby(lines, key=attrgetter("is_vertical")):
        members = list(group)
        is_sorted = not is_mixed and not _goes_back(members) and not row_gutters(members)
        ordered += members if is_sorted else _joined(_sorted(members))
    return ordered


def _goes_back(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line stands above one that was drawn before it, in the same column."""
    back = [index for index, (before, line) in enumerate(pairwise(lines)) if line.base < before.base - line.size]
    return any(_is_over(lines[index + 1], other) for index in back for other in lines[: index + 1])


def row_gutters(lines: Sequence[PrintedLine]) -> list[float]:
    """Return where columns of wrapped text begin over which the file goes with each row, but the first; [] for none.

    Rows of a table are drawn in the same order, but do not all end at the same places.
    """
    beside = sum(
        line.start > before.end and abs(line.base - before.base) < _SAME_ROW * line.size
        for before, line in pairwise(lines)
    )
    return (_gutters(lines) or []) if beside >= _MIN_COLUMN_LINES else []


def _gutters(lines: Sequence[PrintedLine]) -> list[float] | None:
    """Where the columns of these lines begin, but the first; None when they are not all columns of wrapped text."""
    middle = gutter(lines)
    if middle is None:
        return [] if lines and _end_together(lines) else None
    left = _gutters([line for line in lines if line.end <= middle])
    right = _gutters([line for line in lines if line.start >= middle - 1])
    return None if left is None or right is None else [*left, middle, *right]


def _end_together(lines: Sequence[PrintedLine]) -> bool:
    """Whether most of the lines end at one place."""
    ends, half = sorted(line.end for line in lines), len(lines) // 2
    return any(after - before < 0.5 * lines[0].size for before, after in zip(ends, ends[half:], strict=False))


def _is_over(line: PrintedLine, other: PrintedLine) -> bool:
    shared = min(line.end, other.end) - max(line.start, other.start)
    return other.base > line.base + line.size and shared > 0.3 * min(line.end - line.start, other.end - other.start)


def _sorted(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines from top to bottom; between lines that run across, the left column comes before the right one."""
    middle = gutter(lines)
    if middle is None:
        return _row_by_row(lines)
    ordered: list[PrintedLine] = []
    for band in _bands(lines, middle):
        left = [line for line in band if line.end <= middle]
        right = [line for line in band if line.end > middle]
        ordered += [*_sorted(left), *_sorted(right)] if left and right else _row_by_row(band)
    return ordered


def _row_by_row(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """From top to bottom, and on the same height from left to right."""
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=attrgetter("base")):
        if rows and line.base - rows[-1][0].base < _SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in (sorted(row, key=attrgetter("start")) if len(row) > 1 else row)]


def _joined(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines; pieces of one line that the file does not draw one after the other are put together."""
    joined: list[PrintedLine] = []
    for line in lines:
        if joined and _is_rest_of(line, joined[-1]):
            before = joined[-1]
            joined[-1] = before._replace(text=before.text + line.text, end=line.end, ends_in_space=line.ends_in_space)
        else:
            joined.append(line)
    return joined


def _is_rest_of(line: PrintedLine, before: PrintedLine) -> bool:
    reach = _SAME_ROW * line.size
    is_level = -reach < line.base - before.base < reach
    return is_level and -0.5 * line.size < line.start - before.end < line.size


def _bands(lines: Sequence[PrintedLine], middle: float) -> Iterator[list[PrintedLine]]:
    """The lines between those that run across, which are bands of their own."""
    ordered = sorted(lines, key=attrgetter("base"))
    for _, band in groupby(ordered, key=lambda line: line.start < middle - 1 and line.end > middle):
        yield list(band)


def gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Where the right column begins, or None: few lines cross it, and both sides are wide and have several lines."""
    wide = [line for line in lines if line.end - line.start >= _MIN_COLUMN_EM * line.size]
    if len(wide) < 2 * _MIN_COLUMN_LINES:
        return None
    wide_starts, wide_ends = sorted([line.start for line in wide]), sorted([line.end for line in wide])
    first, last = wide_ends[_MIN_COLUMN_LINES - 1], wide_starts[-_MIN_COLUMN_LINES] + 1
    if first > last:
        return None
    starts, ends = sorted([line.start for line in lines]), sorted([line.end for line in lines])
    best: tuple[int, float] | None = None
    for start in _candidates(starts, first, last):
        left, wide_left = bisect_right(ends, start), bisect_right(wide_ends, start)
        right = len(lines) - bisect_left(starts, start - 1)
        wide_right = len(wide) - bisect_left(wide_starts, start - 1)
        across = len(lines) - left - right
        if _is_column(left, wide_left) and _is_column(right, wide_right) and across <= _MOST_ACROSS * len(lines):
            best = min(best or (across, start), (across, start))
    return best[1] if best is not None else None


def _candidates(starts: Sequence[float], first: float, last: float) -> list[float]:
    """Places from `first` to `last` at which a line begins; of those within a point of each other the leftmost."""
    near = starts[bisect_left(starts, first - 1) : bisect_right(starts, last)]
    leftmost = {round(start): start for start in reversed(near)}
    return sorted(start for start in leftmost.values() if first <= start)


def _is_column(lines: int, wide: int) -> bool:
    """Whether so many lines, of which so many are wide, make a column."""
    return wide >= _MIN_COLUMN_LINES and wide * 2 >= lines
