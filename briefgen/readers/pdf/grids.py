"""Tables of a PDF page that are set without lines: rows of short pieces that begin at the same places.

At least three rows must share two columns. Rows that begin with a mark or a time are items of a list or a schedule:
their pieces are put together as one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.pdf.insets import Inset
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Box, Sheet
from briefgen.readers.pdf.tables import has_header
from briefgen.readers.structure.layout import Paragraph, text_width
from briefgen.readers.structure.marks import split_label

__all__ = ["begins_item", "level_rows", "take_grids"]

_FEWEST_ROWS = 3
_LONGEST_CELL = 30
_SAME = 0.6
"""Places that differ by less than so many em are the same."""
_PITCH = 2.6
"""Rows further apart than so many em belong to different tables."""
_TIME = re.compile(r"(?:午[前後])?[0-9０-９]{1,2}(?:[:：時]|[0-9０-９]{2}(?:[～〜－-]|$))")
_HEAD = 0.08
"""Above this share of the page stands the running head."""
_Row = list[PrintedLine]


@dataclass(slots=True)
class _Grid:
    """Rows that stand under each other, each with its pieces by column, and where the columns begin and end."""

    columns: list[tuple[float, float]]
    rows: list[dict[int, list[PrintedLine]]] = field(default_factory=list)
    lines: list[list[PrintedLine]] = field(default_factory=list)
    """The lines of the page each row is made of."""
    chapter: list[tuple[list[PrintedLine], dict[int, list[PrintedLine]]]] = field(default_factory=list)
    """The head of a chapter that stood as its first row: its lines, and its pieces by column."""
    above: _Row = field(default_factory=list)
    """What stands above the first of them."""

    def add(self, row: _Row) -> bool:
        """Add a row, or the rest of the cells above it; False when it does not fit."""
        cells = self._cells(row)
        if cells is None or (self.rows and not self._is_near(row)):
            return False
        if len(cells) > 1:
            self.rows.append({place: [line] for place, line in cells.items()})
            self.lines.append(list(row))
        elif not self._goes_on(*next(iter(cells.items()))):
            return False
        else:
            place, line = next(iter(cells.items()))
            self.rows[-1][place].append(line)
            self.lines[-1] += row
        for place, line in cells.items():
            start, end = self.columns[place]
            self.columns[place] = min(start, line.start), max(end, line.end)
        return True

    def _cells(self, row: _Row) -> dict[int, PrintedLine] | None:
        """The pieces by their column, those of one put together; None when one stands in none, or in several."""
        cells: dict[int, PrintedLine] = {}
        for line in [part for piece in row for part in self._parted(piece)]:
            over = self._over(line)
            if len(over) != 1 or any(place > over[0] for place in cells):
                return None
            cells[over[0]] = _beside(cells[over[0]], line) if over[0] in cells else line
        return cells

    def _over(self, line: PrintedLine) -> list[int]:
        """The columns in which a piece stands."""
        return [place for place, (start, end) in enumerate(self.columns) if line.start < end and line.end > start]

    def _parted(self, line: PrintedLine) -> list[PrintedLine]:
        """The line, or its parts where spaces in it are the room between columns: each space, or one of several."""
        over, words = self._over(line), line.text.split("\u3000")
        if len(words) == len(over) > 2:
            return [self._part(line, word, place) for word, place in zip(words, over, strict=True)]
        for count in range(1, len(words) if len(over) == 2 else 1):
            texts = "\u3000".join(words[:count]), "\u3000".join(words[count:])
            parts = [self._part(line, text, place) for text, place in zip(texts, over, strict=True)]
            if [self._over(part) for part in parts] == [[place] for place in over]:
                return parts
        return [line]

    def _part(self, line: PrintedLine, text: str, place: int) -> PrintedLine:
        """A part of a line that stands in a column: at its beginning, but the last where the line ends."""
        width = line.size * text_width(text)
        if line.text.endswith(text) and not line.text.startswith(text):
            return line._replace(text=text, start=line.end - width)
        start = line.start if line.text.startswith(text) else self.columns[place][0]
        return line._replace(text=text, start=start, end=start + width)

    def _is_near(self, row: _Row) -> bool:
        above = max((line for cell in self.rows[-1].values() for line in cell), key=lambda line: line.base)
        return row[0].base - above.base < _PITCH * max(above.size, row[0].size)

    def _goes_on(self, place: int, line: PrintedLine) -> bool:
        """Whether a single piece is the next line of a cell: under one that fills its column, but not in the first."""
        cell = self.rows[-1].get(place) if self.rows else None
        if cell is None or place == 0:
            return False
        is_under = abs(line.start - cell[-1].start) < _SAME * line.size
        return is_under and cell[-1].end > self.columns[place][1] - line.size

    def whole(self) -> _Grid:
        """The grid with the heads of its columns that stand as one line above it, and without the head of a chapter.

        A first row is such a head when it alone begins with a number (３　予算).
        """
        marked = [0 in row and split_label(row[0][0].text + "\u3000名") is not None for row in self.rows]
        if marked[:1] == [True] and not any(marked[1:]):
            self.chapter = [(self.lines.pop(0), self.rows.pop(0))]
        elif len(self.above) == 1 and self.rows and self._is_over(self.above[0]):
            heads = self._parted(self.above[0])
            self.rows.insert(0, {place: [head] for place, head in enumerate(heads)})
            self.lines.insert(0, self.above)
        self.above = []
        return self

    def _is_over(self, line: PrintedLine) -> bool:
        """Whether a line right above the grid has a word over each of its columns."""
        is_near = self.rows[0][min(self.rows[0])][0].base - line.base < _PITCH * line.size
        return is_near and _is_row([line]) and len(self._parted(line)) == len(self.columns) > 2

    def is_table(self) -> bool:
        """Whether three rows share two columns: pieces that begin, or end, at the same place."""
        cells = [[row[place][0] for row in self.rows if place in row] for place in range(len(self.columns))]
        return len(self.rows) >= _FEWEST_ROWS and sum(map(_is_shared, cells)) >= 2

    def is_list(self) -> bool:
        """Whether its rows, but perhaps the first, begin with a mark or a time."""
        first = [row[0][0].text if 0 in row else "" for row in self.rows[1:]]
        return all(map(begins_item, first))


def begins_item(text: str) -> bool:
    """Whether the first piece of a row is the mark of an item of a list, or the time of one of a schedule."""
    return split_label(f"{text}\u3000") is not None or _TIME.match(text) is not None


def take_grids(lines: Sequence[PrintedLine], sheet: Sheet) -> tuple[list[Inset], list[PrintedLine]]:
    """Return the tables set without lines, and the lines outside them; pages in columns have none."""
    rows = [] if any(line.is_vertical for line in lines) else level_rows(lines)
    if len(rows) in (0, len(lines)) or gutter(lines) is not None:
        return [], list(lines)
    insets: list[Inset] = []
    instead: dict[int, PrintedLine | None] = {}
    for grid in _grids(rows):
        instead |= {id(line): None for lines in grid.lines for line in lines}
        instead |= {id(line): None for lines, _ in grid.chapter for line in lines}
        instead |= {id(lines[0]): _as_line(row) for lines, row in grid.chapter}
        if grid.is_list():
            instead |= {id(lines[0]): _as_line(row) for lines, row in zip(grid.lines, grid.rows, strict=True)}
        else:
            insets.append(_inset(grid, sheet))
    kept = (instead.get(id(line), line) for line in lines)
    return insets, [line for line in kept if line is not None]


def _grids(rows: Sequence[_Row]) -> Iterator[_Grid]:
    """The tables and lists of a page from the top down."""
    grid = _Grid([])
    for above, row in zip([[], *rows], rows, strict=False):
        if not _is_row(row) or not grid.add(row):
            if grid.whole().is_table():
                yield grid
                above = []
            is_first = _is_row(row) and len(row) > 1
            grid = _Grid([(line.start, line.end) for line in row] if is_first else [], above=above)
            grid.add(row)
    if grid.whole().is_table():
        yield grid


def level_rows(lines: Sequence[PrintedLine]) -> list[_Row]:
    """The lines of each height from left to right, from the top down."""
    rows: list[_Row] = []
    for line in sorted(lines, key=attrgetter("base")):
        if rows and line.base - rows[-1][0].base < _SAME * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=attrgetter("start")) if len(row) > 1 else row for row in rows]


def _is_row(row: _Row) -> bool:
    return all(len(line.text) <= _LONGEST_CELL and "。" not in line.text and line.position > _HEAD for line in row)


def _is_shared(lines: Sequence[PrintedLine]) -> bool:
    """Whether enough of the pieces of a column begin, or end, at the same place."""
    return any(
        last - first < 2 * _SAME * lines[0].size
        for edges in (sorted(line.start for line in lines), sorted(line.end for line in lines))
        for first, last in zip(edges, edges[_FEWEST_ROWS - 1 :], strict=False)
    )


def _beside(line: PrintedLine, after: PrintedLine) -> PrintedLine:
    return line._replace(text=f"{line.text}\u3000{after.text}", end=after.end, ends_in_space=after.ends_in_space)


def _as_line(row: dict[int, list[PrintedLine]]) -> PrintedLine:
    """The pieces of a row as one line with wide spaces."""
    pieces = [line for place in sorted(row) for line in row[place]]
    text = "\u3000".join(line.text for line in pieces)
    return pieces[0]._replace(text=text, end=pieces[-1].end, ends_in_space=pieces[-1].ends_in_space)


def _inset(grid: _Grid, sheet: Sheet) -> Inset:
    rows = [{place: join_lines([line.text for line in row[place]]) for place in sorted(row)} for row in grid.rows]
    is_headed = has_header([[[text] for text in row.values()] for row in rows])
    cells = tuple(
        Paragraph(text, sheet.number, BlockKind.TABLE_CELL, cell=CellPlace(0, number, place, is_headed and number == 0))
        for number, row in enumerate(rows)
        for place, text in row.items()
    )
    lines = [line for row in grid.rows for cell in row.values() for line in cell]
    top, bottom = lines[0].base - lines[0].size, max(line.base for line in lines)
    return Inset(sheet.number, Box(grid.columns[0][0], top, grid.columns[-1][1], bottom), cells)
