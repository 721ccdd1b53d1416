"""Tables of a PDF page: grids of drawn lines, with the text of each cell.

Lines that touch each other make a grid; where the line between two fields is missing, they are one cell. A single
frame around text is no table.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.pdf.lines import PrintedLine, printed_lines
from briefgen.readers.pdf.open_grids import cell_borders, head_above, with_open_sides
from briefgen.readers.pdf.order import in_reading_order
from briefgen.readers.pdf.rows import is_figure, row_breaks
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.structure.layout import Paragraph

__all__ = ["Table", "find_tables", "has_header", "outlines", "take_cells"]

_NEAR = 2.0
"""Lines that come so near, in points, touch each other."""
_MOST_RULES = 1500
"""A page with more drawn lines than this shows a chart or a map."""
_MOST_CELLS = 2000
_FULL = 1.6
"""A line of a cell that ends less than so many em before its border was broken by the setting."""
_TOUCHING = 0.1
"""Nearer to each other than so many em are letters of running text."""
_SAME_HEIGHT = 0.4
"""In em."""
_PITCH = 1.15
"""In em; lines stand further apart."""
_FAR = 4.0
"""A line that begins so many em behind the border is set at the right or in the middle, and was not broken."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid: the heights and places of its lines, and which cell each field belongs to."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]
    """For each row and column the number of the cell, which is that of its first field."""
    is_level: bool = False
    """It is drawn with level lines alone, and its head may stand above the first of them."""
    heads: int = 0
    """So many rows are known to be its head."""

    @property
    def box(self) -> Box:
        """The area it covers."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


def find_tables(rules: Sequence[Box]) -> list[Table]:
    """Return the tables that these thin lines draw, from top to bottom."""
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    groups = _touching(tuple(rules))
    closed = filter(None, map(_table, groups))
    level = (replace(table, is_level=True) for table in map(_table, cell_borders(groups)) if table is not None)
    return sorted([*closed, *level], key=lambda table: (table.rows[0], table.columns[0]))


def outlines(rules: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the frames that these thin lines draw; those that hang together below each other are in one list."""
    for group in _touching(tuple(rules)) if 4 <= len(rules) <= _MOST_RULES else []:
        *_, rows, columns = _grid(group)
        if len(rows) > 1 and len(columns) == 2:
            yield [Box(columns[0], top, columns[1], bottom) for top, bottom in pairwise(rows)]


@lru_cache(maxsize=1)
def _touching(rules: tuple[Box, ...]) -> list[list[Box]]:
    """The lines in groups that hang together; asked for tables and for frames."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        joined, members = rule, [rule]
        apart = []
        for box, group in groups:
            if _meet(box, rule) and any(_meet(other, rule) for other in group):
                joined, members = _around(joined, box), group + members
            else:
                apart.append((box, group))
        groups = [*apart, (joined, members)]
    return [members for _, members in groups]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left - _NEAR <= other.right
        and other.left - _NEAR <= one.right
        and one.top - _NEAR <= other.bottom
        and other.top - _NEAR <= one.bottom
    )


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom)
    )


def _table(rules: Sequence[Box]) -> Table | None:
    """The grid of these lines, or None when it has less than two columns."""
    level, upright, rows, columns = _grid(rules)
    if len(rows) < 2 or len(columns) < 3 or (len(rows) - 1) * (len(columns) - 1) > _MOST_CELLS:
        return None
    cells = _merged(rows, columns, level, upright)
    return Table(rows, columns, cells) if len({cell for row in cells for cell in row}) > 1 else None


def _grid(rules: Sequence[Box]) -> tuple[list[Box], list[Box], tuple[float, ...], tuple[float, ...]]:
    """The level and the upright ones of these lines, and the places of each, from the top and from the left."""
    level = [rule for rule in rules if rule.bottom - rule.top <= _NEAR]
    upright = [rule for rule in rules if rule.right - rule.left <= _NEAR < rule.bottom - rule.top]
    rows = _places([(rule.top + rule.bottom) / 2 for rule in level])
    columns = _places([(rule.left + rule.right) / 2 for rule in upright])
    reaches = dict.fromkeys(range(len(rows)), (math.inf, 0.0))
    for rule in level:
        at = bisect_right(rows, (rule.top + rule.bottom) / 2) - 1
        left, right = reaches[at]
        reaches[at] = min(left, rule.left), max(right, rule.right)
    return level, upright, rows, with_open_sides(columns, list(reaches.values()))


def _places(values: Sequence[float]) -> tuple[float, ...]:
    """The different places, those close together once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > 2 * _NEAR:
            places.append(value)
    return tuple(places)


def _merged(
    rows: Sequence[float], columns: Sequence[float], level: Sequence[Box], upright: Sequence[Box]
) -> tuple[tuple[int, ...], ...]:
    """For each field the number of its cell: it goes with its neighbour where no line parts them."""
    width = len(columns) - 1
    owner = list(range((len(rows) - 1) * width))

    def first(field: int) -> int:
        while owner[field] != field:
            field = owner[field]
        return field

    def join(one: int, other: int) -> None:
        low, high = sorted((first(one), first(other)))
        owner[high] = low

    for row in range(len(rows) - 1):
        middle = (rows[row] + rows[row + 1]) / 2
        for column in range(1, width):
            if not any(_parts(rule, columns[column], middle) for rule in upright):
                join(row * width + column - 1, row * width + column)
    for column in range(width):
        middle = (columns[column] + columns[column + 1]) / 2
        for row in range(1, len(rows) - 1):
            if not any(_parts_level(rule, rows[row], middle) for rule in level):
                join((row - 1) * width + column, row * width + column)
    return tuple(tuple(first(row * width + column) for column in range(width)) for row in range(len(rows) - 1))


def _parts(rule: Box, place: float, height: float) -> bool:
    return abs((rule.left + rule.right) / 2 - place) <= 2 * _NEAR and rule.top - _NEAR <= height <= rule.bottom + _NEAR


def _parts_level(rule: Box, height: float, place: float) -> bool:
    return abs((rule.top + rule.bottom) / 2 - height) <= 2 * _NEAR and rule.left - _NEAR <= place <= rule.right + _NEAR


# ---------------------------------------------------------------- the text of the cells


def take_cells(table: Table, runs: Sequence[Run], sheet: Sheet) -> tuple[list[Paragraph], list[Run]]:
    """Return the cells as paragraphs, row by row, and the runs that stand outside the table.

    Where nothing but figures stands between the lines, they are the bars of a chart.
    """
    if table.is_level and (top := head_above(table.columns, table.rows[0], runs)) is not None:
        table = _with_head(table, top)
    held: list[Run] = []
    outside: list[Run] = []
    for run in runs:
        is_held = not run.is_slanted and _is_inside(run, table.box, sheet)
        (held if is_held else outside).append(run)
    if _is_drawn_over(table, held, sheet):
        return [], list(runs)
    inside = _inside(table, held, sheet)
    filled = list(filter(None, ("".join(part.text for part in parts).strip() for parts in inside.values())))
    if len(filled) < 2 or all(map(is_figure, filled)):
        return [], list(runs)
    if breaks := row_breaks(table.cells, inside, sheet):
        table = _with_breaks(table, breaks)
        inside = _inside(table, held, sheet)
    return list(_paragraphs(table, inside, sheet)), outside


def _with_head(table: Table, top: float) -> Table:
    """The table with a row of single cells above the others."""
    width = len(table.columns) - 1
    below = (tuple(cell + width for cell in row) for row in table.cells)
    return replace(table, rows=(top, *table.rows), cells=(tuple(range(width)), *below))


def _inside(table: Table, runs: Sequence[Run], sheet: Sheet) -> dict[int, list[Run]]:
    """The runs of each cell, cut at its borders."""
    inside: dict[int, list[Run]] = {}
    for run in runs:
        for part in _cut_at(run, table, sheet):
            inside.setdefault(_cell_of(part, table, sheet), []).append(part)
    return inside


def _is_drawn_over(table: Table, runs: Sequence[Run], sheet: Sheet) -> bool:
    """Whether text goes on over the sides of the fields in half of the rows: they mark words of running text."""
    crossed = {
        bisect_right(table.rows, run.bottom - run.size / 2)
        for run in runs
        if not run.is_vertical
        for one, other in pairwise(_cut_at(run, table, sheet))
        if other.left - one.right < _TOUCHING * run.size and one.text[-1:].strip() and other.text[:1].strip()
    }
    return 2 * len(crossed) >= len(table.rows) - 1


def _with_breaks(table: Table, breaks: Mapping[int, Sequence[float]]) -> Table:
    """The table with rows parted at these heights; the cells of such a row span no other."""
    width = len(table.columns) - 1
    cells: list[tuple[int, ...]] = []
    heights = list(table.rows[:1])
    first: dict[tuple[int, int], int] = {}
    for number, row in enumerate(table.cells):
        between = list(breaks.get(number, ()))
        for part in range(len(between) + 1):
            at = len(cells) * width
            cells.append(tuple(first.setdefault((cell, part), at + column) for column, cell in enumerate(row)))
        heights += [*between, table.rows[number + 1]]
    return replace(table, rows=tuple(heights), cells=tuple(cells))


def _middle(run: Run, sheet: Sheet) -> tuple[float, float]:
    """The middle of a run on the page, from the left and from the top."""
    along, across = (run.left + run.right) / 2, (run.top + run.bottom) / 2
    return (sheet.width - across, along) if run.is_vertical else (along, across)


def _is_inside(run: Run, box: Box, sheet: Sheet) -> bool:
    left, top = _middle(run, sheet)
    return box.left - _NEAR <= left <= box.right + _NEAR and box.top - _NEAR <= top <= box.bottom + _NEAR


def _cell_of(run: Run, table: Table, sheet: Sheet) -> int:
    left, top = _middle(run, sheet)
    row = min(max(bisect_right(table.rows, top) - 1, 0), len(table.rows) - 2)
    column = min(max(bisect_right(table.columns, left) - 1, 0), len(table.columns) - 2)
    return table.cells[row][column]


def _cut_at(run: Run, table: Table, sheet: Sheet) -> Iterator[Run]:
    """The run in pieces of one cell each; most stand in one cell as they are."""
    if run.is_vertical or len(run.text) != len(run.lefts):
        yield run
        return
    start = 0
    cells = [
        _cell_of(run._replace(text=text, lefts=(left,), rights=(right,)), table, sheet)
        for text, left, right in zip(run.text, run.lefts, run.rights, strict=True)
    ]
    for index in range(1, len(cells) + 1):
        if index == len(cells) or cells[index] != cells[start]:
            yield run._replace(text=run.text[start:index], lefts=run.lefts[start:index], rights=run.rights[start:index])
            start = index


def _paragraphs(table: Table, inside: dict[int, list[Run]], sheet: Sheet) -> Iterator[Paragraph]:
    """The cells in the order in which they are read: of a table set vertically by columns, from the right."""
    numbers = sorted({cell for row in table.cells for cell in row})
    texts = {number: _texts(inside.get(number, []), _sides(number, table), sheet) for number in numbers}
    rows = table.cells
    if _is_set_vertically([run for runs in inside.values() for run in runs]):
        rows = tuple(zip(*(reversed(column) for column in table.cells), strict=True))
    is_headed = has_header([[texts[cell] for cell in dict.fromkeys(row)] for row in rows])
    heads = max(table.heads, int(is_headed))
    places: dict[int, CellPlace] = {}
    for row, cells in enumerate(rows):
        for column, number in enumerate(cells):
            places.setdefault(number, CellPlace(0, row, column, is_header=row < heads))
    for number, place in places.items():
        for text in texts[number]:
            yield Paragraph(text, sheet.number, BlockKind.TABLE_CELL, cell=place)


def _is_set_vertically(runs: Sequence[Run]) -> bool:
    vertical = sum(len(run.text) for run in runs if run.is_vertical)
    return 2 * vertical > sum(len(run.text) for run in runs)


def _sides(number: int, table: Table) -> tuple[float, float]:
    """The left and right border of a cell."""
    width = len(table.columns) - 1
    row, left = divmod(number, width)
    right = max(column for column in range(width) if table.cells[row][column] == number) + 1
    return table.columns[left], table.columns[right]


def _texts(runs: Sequence[Run], sides: tuple[float, float], sheet: Sheet) -> list[str]:
    """The paragraphs of a cell; a line that is not as wide as the cell ends one.

    `sides` are its left and right border. Figures below each other are set at the right, and each stays one.
    """
    left, right = sides
    pieces: list[list[PrintedLine]] = []
    for line in in_reading_order(printed_lines(runs, sheet)):
        before = pieces[-1][-1] if pieces else line
        is_wide = right - before.end < _FULL * line.size + line.first_unit and before.start - left < _FAR * line.size
        if pieces and _is_beside(before, line):
            pieces[-1][-1] = before._replace(text=f"{before.text}\u3000{line.text}", end=line.end)
        elif pieces and (
            _goes_down(before, line) or ((line.is_vertical or is_wide) and not _are_figures(before, line))
        ):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return [join_lines([line.text for line in piece]) for piece in pieces] or [""]


def _goes_down(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether two letters stand so close below each other that their word is set upright."""
    is_one = len(before.text) == len(line.text) == 1 and (before.text + line.text).isalpha()
    return is_one and line.base - before.base < _PITCH * line.size


def _are_figures(before: PrintedLine, line: PrintedLine) -> bool:
    return is_figure(before.text) and is_figure(line.text)


def _is_beside(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether the second of two lines goes on at the height of the first, behind a wide gap."""
    is_level = abs(line.base - before.base) < _SAME_HEIGHT * line.size
    return is_level and line.start >= before.end and not line.is_vertical


def has_header(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether the first row has no figures and most other rows have some."""
    has_figures = [any(re.search(r"[0-9０-９]", text) for cell in row for text in cell) for row in rows]
    return len(rows) > 1 and not has_figures[0] and sum(has_figures[1:]) * 2 > len(rows) - 1
