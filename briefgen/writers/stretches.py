"""The rows of a paper cut into stretches: text, which stands side by side, and tables small enough to stand as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from briefgen.model.briefing import Row
from briefgen.writers.languages import full_widths

__all__ = ["GridRow", "Stretch", "column_heads", "stretches"]

_PAGE = 57.0
"""Full-width characters that stand side by side on a page, in the type of tables of the house style."""
_LONGEST_CELL = 60.0
"""Full-width characters in a cell; columns with longer ones ask for more room."""
_NARROWEST, _WIDEST, _WIDEST_TEXT = 3.0, 14.0, 28.0
"""Full-width characters for which the text of a column asks."""
_MOST_LINES = 12
"""Lines of a long cell, both languages; more is text, which is better read side by side."""
_MARKS = 3.0
"""Full-width characters of the number and the mark before the Japanese."""
_GAP, _LATIN, _FIGURE = 1.2, 0.58, 1.0
"""Full-width characters between columns, of a letter in bold, and of what stands behind a mark at least."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table of the paper: the sentences of each cell."""

    cells: tuple[tuple[Row, ...], ...]
    is_header: bool
    """A head where every cell with text is one."""


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


def column_heads(rows: Iterable[Row]) -> Mapping[int, tuple[Row, ...]]:
    """The heads of its column, from the top, for each row that begins a cell below them in a table, by its number.

    For tables whose cells stand one below the other: which column each is of can be seen no more.
    """
    heads: defaultdict[tuple[int, int], tuple[Row, ...]] = defaultdict(tuple)
    found: dict[int, tuple[Row, ...]] = {}
    for row in rows:
        if row.cell is None:
            continue
        table, _, column = row.cell
        if row.is_header:
            heads[table, column] += (row,)
        elif row.begins_block and heads[table, column]:
            found[row.number] = heads[table, column]
    return found


def _stretch(rows: tuple[Row, ...]) -> Stretch:
    """Rows of the same table as a table if it is one that fits: several rows and columns, low cells, no pictures."""
    cells: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.cell:
            cells[row.cell[1:]].append(row)
    lines, columns = (sorted({place[axis] for place in cells}) for axis in (0, 1))
    if len(lines) < 2 or len(columns) < 2 or any(row.picture for row in rows):
        return Stretch(rows)
    cut = [tuple(tuple(cells[line, column]) for column in columns) for line in lines]
    grid = tuple(GridRow(line, all(row.is_header for cell in line for row in cell)) for line in cut)
    by_column = [[row.cells[index] for row in grid] for index in range(len(columns))]
    needs = [_GAP + max(map(_longest_word, column)) for column in by_column]
    widths = _widths([_wish(column) for column in by_column], needs)
    return Stretch(rows, grid, widths) if sum(needs) <= _PAGE and _is_low(by_column, widths) else Stretch(rows)


def _wish(column: Iterable[Sequence[Row]]) -> float:
    """The width for which a column asks."""
    longest = max(map(_width, column))
    return _MARKS + min(max(longest, _NARROWEST), _WIDEST if longest <= _LONGEST_CELL else _WIDEST_TEXT)


def _is_low(by_column: Iterable[Iterable[Sequence[Row]]], widths: Sequence[float]) -> bool:
    """Whether no long cell is higher than a table should have it."""
    rooms = (_PAGE * width / sum(widths) - _GAP for width in widths)
    return all(
        _width(cell) <= _LONGEST_CELL or sum(ceil(width / room) for width in _both_widths(cell)) <= _MOST_LINES
        for column, room in zip(by_column, rooms, strict=True)
        for cell in column
    )


def _widths(wishes: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """The widths as wished, unless a column would get less than it needs: then needs first, and shares of the rest."""
    if all(wish * _PAGE >= need * sum(wishes) for wish, need in zip(wishes, needs, strict=True)):
        return tuple(wishes)
    more = [max(wish - need, 0.0) for wish, need in zip(wishes, needs, strict=True)]
    share = (_PAGE - sum(needs)) / (sum(more) or 1.0)
    return tuple(need + share * wish for need, wish in zip(needs, more, strict=True))


def _width(cell: Iterable[Row]) -> float:
    """The longer of both languages in full-width characters."""
    return max(_both_widths(tuple(cell)))


def _both_widths(cell: Sequence[Row]) -> tuple[float, ...]:
    """Both languages in full-width characters."""
    texts = ("".join(row.ja_text for row in cell), " ".join(row.en_text for row in cell))
    return tuple(map(full_widths, texts))


def _longest_word(cell: Iterable[Row]) -> float:
    """Full-width characters of what no line end should part: an English word, the mark and what is right behind it."""
    letters = max((len(word) for row in cell for word in f"{row.portion} {row.en_text}".split()), default=0)
    return min(max(_MARKS + _FIGURE, _LATIN * letters), _WIDEST)
