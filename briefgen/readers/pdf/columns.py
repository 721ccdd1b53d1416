"""Printed lines -> the column each stands in: its edges, which the lines of the whole paper tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Box
from briefgen.readers.structure.breaks import ends_in_particle, is_running

__all__ = ["SENTENCE_END", "Column", "columns_of_lines"]

SENTENCE_END = "。．！？!?」』）)"
_HANGING = "、。，．」』）〕］｝〉》】"
_SAME_EDGE = 8.0
"""Columns that begin, and whose room ends, within so many points of each other are one on several pages."""
_FEWEST_ALONE = 4
"""So many lines with nothing beside them, between lines that run across, may be a column of their own."""
_FAR_OUT = 2.2
"""A line that goes more than so many em beyond the edge, where two small kana may hang, was not wrapped there."""
_NEAR_MARGIN = 3.0
"""So many em before the margin lines that end at one place are proof of an edge; further in they may be chance."""
_MANY = 4
"""So many lines that show no edge are a list; of fewer the longest may be the one that was wrapped."""
_SHORT = 0.5
"""Of the room a column has; where no line is longer, none was wrapped."""
_NARROWEST = 15.0
"""Text is not wrapped in less than so many em where nothing stands beside it."""
_FULL_SHARE = 1 / 3
"""Of the lines of wrapped text, at the least, are full and do not end a sentence."""


_WIDEST_PADDING = 2.0
"""Text stands at most so many em from the right side of a frame; further in at the left it is an indent."""
_NEAR_SIDE = 1.6
"""So near it ends, in em, where it was wrapped."""


class Column(NamedTuple):
    """The edges of a column, in points along its lines."""

    start: float
    end: float
    is_sure: bool = True
    """Whether lines that end at one place show its end; else the margins tell it."""


class _Found(NamedTuple):
    """A column as one page shows it."""

    start: float
    end: float
    limit: float
    """Where its room ends: at the next column, or with the page."""
    margin: float
    """Where it ends if its margin is as wide as that at the left of the page."""
    is_sure: bool
    """Whether lines that end at one place show its end."""


def columns_of_lines(lines: Sequence[PrintedLine]) -> list[Column]:
    """Return the column of each line; what one page does not show is taken from the others of the paper.

    The lines are those of the paper without its frames, or those of one frame.
    """
    pages: dict[tuple[int, bool], list[PrintedLine]] = {}
    for key, part in groupby(lines, key=attrgetter("page", "is_vertical")):
        pages.setdefault(key, []).extend(part)
    if lines and (frame := lines[0].frame) is not None and gutter(lines) is None:
        return [_in_frame(lines, frame)] * len(lines)
    middles = {key: gutter(page) for key, page in pages.items()}
    known = {(page[0].reach, middle) for key, page in pages.items() if (middle := middles[key]) is not None}
    groups: list[tuple[Sequence[PrintedLine], _Found]] = []
    for key, page in pages.items():
        margin, reach = min([line.start for line in page]), page[0].reach
        parts = _parted(page, middles[key] or _known_gutter(page, known), reach)
        groups += _evened([(members, _column(members, limit, margin)) for members, limit in parts])
    common = _with_common_edges({found for _, found in groups})
    columns: dict[int, Column] = {}
    for members, found in groups:
        columns.update(_of_lines(members, found, common[found]))
    return [columns[id(line)] for line in lines]


def _evened(
    columns: Sequence[tuple[Sequence[PrintedLine], _Found]],
) -> Iterator[tuple[Sequence[PrintedLine], _Found]]:
    """The columns of a page; one that is as wide as another whose end is sure ends as surely."""
    widths = [found.end - found.start for _, found in columns if found.is_sure]
    for members, found in columns:
        end = max(line.end for line in members)
        is_even = any(abs(end - found.start - width) < members[0].size for width in widths)
        yield members, found._replace(end=end, is_sure=True) if is_even and not found.is_sure else found


def _in_frame(lines: Sequence[PrintedLine], frame: Box) -> Column:
    """The column in a frame: up to its side if a line there breaks off a sentence, else lines end where they like."""
    start, em = min([line.start for line in lines]), lines[0].size
    end = frame.right - min(start - frame.left, _WIDEST_PADDING * em)
    is_wrapped = any(
        line.end > end - _NEAR_SIDE * em
        and line.text[-1] not in SENTENCE_END
        and (is_running(line.text) or ends_in_particle(line.text))
        for line in lines
    )
    return Column(start, end) if is_wrapped else Column(start, end + frame.right - frame.left, is_sure=False)


def _of_lines(lines: Sequence[PrintedLine], found: _Found, column: Column) -> Iterator[tuple[int, Column]]:
    """The column of each of these lines; one that goes beyond its edge was not wrapped there."""
    for line in lines:
        if line.end <= column.end + _FAR_OUT * line.size or _end_without_hanging(line) <= column.end:
            yield id(line), column
        else:
            yield id(line), Column(column.start, max(found.margin, line.end), is_sure=False)


def _known_gutter(page: Sequence[PrintedLine], known: Iterable[tuple[float, float]]) -> float | None:
    """The gutter of other pages of the same width on one that has few lines in a column, where none runs across it."""
    for reach, middle in sorted(known):
        if reach == page[0].reach and not any(_runs_across(line, middle) for line in page):
            return middle
    return None


def _parted(
    lines: Sequence[PrintedLine], middle: float | None, limit: float
) -> Iterator[tuple[Sequence[PrintedLine], float]]:
    """The lines of each column, and those that run across; each with the place where its room ends."""
    if middle is None:
        yield lines, limit
        return
    left, right, across = _sides(lines, middle)
    for side, end in ((left, middle), (right, limit)):
        if side:
            yield from _parted(side, gutter(side), end)
    if across:
        yield across, limit


def _runs_across(line: PrintedLine, middle: float) -> bool:
    return line.start < middle - 1 and line.end > middle


def _sides(lines: Sequence[PrintedLine], middle: float) -> tuple[list[PrintedLine], ...]:
    """The lines left and right of a gutter, and those that run across, with the short ones that belong to these."""
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    across: list[PrintedLine] = []
    ordered = sorted(lines, key=attrgetter("base"))
    for runs_across, group in groupby(ordered, key=lambda line: _runs_across(line, middle)):
        band = list(group)
        sides = [line for line in band if line.end <= middle], [line for line in band if line.end > middle]
        if runs_across or not (all(sides) or len(band) == len(lines) or _is_column(band)):
            across += band
        else:
            left += sides[0]
            right += sides[1]
    return left, right, across


def _is_column(band: Sequence[PrintedLine]) -> bool:
    """Whether lines with nothing beside them, between such that run across, are text of one column."""
    edge = max(line.end for line in band)
    full = sum(line.end > edge - line.size for line in band)
    return len(band) >= _FEWEST_ALONE and 2 * full >= len(band)


def _column(lines: Sequence[PrintedLine], limit: float, margin: float) -> _Found:
    """The column of these lines of a page; its end is shown by lines, or by the margins of the page."""
    start, em = min([line.start for line in lines]), lines[0].size
    ends = [line.end if line.text[-1] not in _HANGING else _end_without_hanging(line) for line in lines]
    ends.sort(reverse=True)
    likely = lines[0].reach - margin if limit == lines[0].reach else limit - em
    edge = _edge(ends, em)
    is_sure = edge is not None and (edge >= likely - _NEAR_MARGIN * em or _is_wrapped(lines, edge, start))
    is_list = len(lines) >= _MANY or ends[0] - start < _SHORT * (likely - start)
    end = edge if edge is not None and is_sure else max(likely, ends[0]) if is_list else ends[0]
    return _Found(start, end, limit, likely, is_sure)


def _edge(ends: Sequence[float], em: float) -> float | None:
    """The greatest line end that others confirm within an em and beyond which hardly any goes."""
    needed, most = max(1, len(ends) // 20), max(1, len(ends) // 10)
    pairs = zip(ends[: most + 1], ends[needed:], strict=False)
    return next((end for end, other in pairs if end - other < em), None)


def _end_without_hanging(line: PrintedLine) -> float:
    """Where the line ends without the marks that may hang over the edge."""
    marks = len(line.text) - len(line.text.rstrip(_HANGING))
    return line.end - line.size * marks


def _is_wrapped(lines: Sequence[PrintedLine], edge: float, start: float) -> bool:
    """Whether these lines are text wrapped at an edge far from the margin, and no list."""
    em = lines[0].size
    full = sum(line.end > edge - em and line.text[-1] not in SENTENCE_END for line in lines)
    return edge - start >= _NARROWEST * em and full >= max(2, _FULL_SHARE * len(lines))


def _with_common_edges(columns: set[_Found]) -> dict[_Found, Column]:
    """Columns with the same place on several pages share the edges of the widest of those that show their end."""
    kinds: list[list[_Found]] = []
    for column in sorted(columns, key=attrgetter("limit", "start")):
        same = [kind for kind in kinds if _are_one(kind[0], column)]
        if same:
            same[-1].append(column)
        else:
            kinds.append([column])
    return {column: _common(kind) for kind in kinds for column in kind}


def _are_one(one: _Found, other: _Found) -> bool:
    return abs(one.start - other.start) < _SAME_EDGE and abs(one.limit - other.limit) < _SAME_EDGE


def _common(kind: Sequence[_Found]) -> Column:
    sure = [column for column in kind if column.is_sure] or kind
    return Column(min(column.start for column in kind), max(column.end for column in sure), sure[0].is_sure)
