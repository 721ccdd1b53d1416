"""The rows of a paper cut into stretches: text, which stands side by side, and tables small enough to stand as such."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.model.briefing import Row

__all__ = ["GridRow", "Stretch", "stretches"]

_MOST_COLUMNS = 7
_LONGEST_CELL = 60.0
"""Full-width characters in a cell; longer ones are text, which is better read side by side."""
_NARROWEST, _WIDEST = 3.0, 14.0
"""Full-width characters for which the text of a column asks."""
_MARKS = 3.0
"""Full-width characters of the number and the mark before the Japanese."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table of the paper: the sentences of each cell."""

    cells: tuple[tuple[Row, ...], ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows in order; of a table also its grid, and widths of which only the proportions count."""

    rows: tuple[Row, ...]
    grid: tuple[GridRow, ...] = ()
    widths: tuple[float, ...] = ()


def stretches(rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """Every row once, in order; text and tables take turns, or tables follow each other."""
    found: list[Stretch] = []
    for _, group in groupby(rows, key=lambda row: row.cell[0] if row.cell else None):
        stretch = _stretch(tuple(group))
        if found and not (found[-1].grid or stretch.grid):
            stretch = Stretch(found.pop().rows + stretch.rows)
        found.append(stretch)
    return tuple(found)


def _stretch(rows: tuple[Row, ...]) -> Stretch:
    """Rows of the same table as a table if it is one that fits: several rows and columns, short cells, no pictures."""
    cells: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.cell:
            cells[row.cell[1:]].append(row)
    lines, columns = (sorted({place[axis] for place in cells}) for axis in (0, 1))
    fits = len(lines) > 1 and 1 < len(columns) <= _MOST_COLUMNS and not any(row.picture for row in rows)
    if not fits or any(_width(cell) > _LONGEST_CELL for cell in cells.values()):
        return Stretch(rows)
    grid = tuple(_grid_row([tuple(cells[line, column]) for column in columns]) for line in lines)
    wishes = (max(_width(row.cells[index]) for row in grid) for index in range(len(columns)))
    return Stretch(rows, grid, tuple(_MARKS + min(max(wish, _NARROWEST), _WIDEST) for wish in wishes))


def _grid_row(cells: Sequence[tuple[Row, ...]]) -> GridRow:
    """A head where every cell with text is one."""
    return GridRow(tuple(cells), all(row.is_header for cell in cells for row in cell))


def _width(cell: Iterable[Row]) -> float:
    """The longer of both languages in full-width characters."""
    rows = tuple(cell)
    texts = ("".join(row.ja_text for row in rows), " ".join(row.en_text for row in rows))
    return max(
        sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5 for character in text) for text in texts
    )
