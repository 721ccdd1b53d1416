"""Tables of a PDF page set without lines whose cells hold wrapped text: a name, and columns of text behind it.

A row begins at each name in the first column and ends before the next; all of its cells begin at one height.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.pdf.grids import begins_item, level_rows
from briefgen.readers.pdf.insets import Inset
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.runs import Box, Sheet
from briefgen.readers.structure.layout import Paragraph

__all__ = ["take_wrapped_grids"]

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
"""A name with a single text behind it needs no table to be read in order."""
_LONGEST_NAME = 12
_SAME = 0.6
"""Places that differ by less than so many em are the same."""
_PITCH = 2.0
"""Lines further apart than so many em are not of one cell."""
_MOST_ABOVE = 6
"""So many heights above the first row without empty cells may be rows with some."""
_Row = list[list[PrintedLine]]
"""The lines of a row at each height."""


def take_wrapped_grids(lines: Sequence[PrintedLine], sheet: Sheet) -> tuple[list[Inset], list[PrintedLine]]:
    """Return the tables of wrapped text set without lines, and the lines outside them."""
    is_plain = len({round(line.base) for line in lines}) == len(lines) or any(line.is_vertical for line in lines)
    levels = [] if is_plain else level_rows(lines)
    insets: list[Inset] = []
    taken: set[int] = set()
    end = 0
    for at, level in enumerate(levels):
        if at < end or len(level) < _FEWEST_COLUMNS:
            continue
        starts = [line.start for line in level]
        begin = _first(levels, max(end, at - _MOST_ABOVE), at, starts)
        if rows := _rows_of(levels[begin:], starts):
            insets.append(_inset(rows, starts, sheet))
            taken.update(id(line) for row in rows for level in row for line in level)
            end = begin + sum(map(len, rows))
    return insets, [line for line in lines if id(line) not in taken]


def _first(levels: Sequence[list[PrintedLine]], end: int, at: int, starts: Sequence[float]) -> int:
    """The first height, from `end` on, of rows with empty cells above one at `at` that has all."""
    first = at
    while first > end and _places(levels[first - 1], starts) and _is_near(levels[first - 1], levels[first], 2 * _PITCH):
        first -= 1
    return next((n for n in range(first, at) if _places(levels[n], starts)[0] == 0), at)


def _is_near(above: Sequence[PrintedLine], level: Sequence[PrintedLine], pitch: float) -> bool:
    return level[0].base - above[0].base < pitch * level[0].size


def _rows_of(levels: Sequence[list[PrintedLine]], starts: Sequence[float]) -> list[_Row]:
    """The rows of a table that begins at the first of these heights; none when it is no such table."""
    rows: list[_Row] = []
    for above, level in zip([*levels[:1], *levels], levels, strict=False):
        places = _places(level, starts)
        if not places or (places[0] == 0 and len(level[0].text) > _LONGEST_NAME):
            break
        if places[0] == 0 and len(places) > 1:
            rows.append([level])
        elif places[0] and _is_near(above, level, _PITCH):
            rows[-1].append(level)
        else:
            break
    is_wrapped = 2 * sum(len(row) > 1 for row in rows) > len(rows) >= _FEWEST_ROWS
    is_list = all(begins_item(row[0][0].text) for row in rows)
    return rows if is_wrapped and not is_list else []


def _places(level: Sequence[PrintedLine], starts: Sequence[float]) -> list[int]:
    """The column of each of these lines; empty when one begins in none of its own, or runs into the next."""
    places = []
    for line in level:
        at = [n for n, start in enumerate(starts) if abs(line.start - start) < _SAME * line.size]
        if len(at) != 1 or (at[0] + 1 < len(starts) and line.end > starts[at[0] + 1]):
            return []
        places += at
    return places if all(one < other for one, other in pairwise(places)) else []


def _inset(rows: Sequence[_Row], starts: Sequence[float], sheet: Sheet) -> Inset:
    cells = []
    for number, row in enumerate(rows):
        texts: dict[int, list[str]] = {}
        for level in row:
            for place, line in zip(_places(level, starts), level, strict=True):
                texts.setdefault(place, []).append(line.text)
        cells += [
            Paragraph(join_lines(texts[place]), sheet.number, BlockKind.TABLE_CELL, cell=CellPlace(0, number, place))
            for place in sorted(texts)
        ]
    lines = [line for row in rows for level in row for line in level]
    box = Box(starts[0], lines[0].base - lines[0].size, max(line.end for line in lines), lines[-1].base)
    return Inset(sheet.number, box, tuple(cells))
