"""What stands together on a sheet: its tables below and beside each other, and the cells that are lines around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["Part", "Row", "has_figures", "parts"]

Row = list[tuple[int, str]]
"""The cells of a row that are not empty: column and text."""
_FIGURE = re.compile(r"[0-9０-９]")
_ASIDE = re.compile(r"[（(].*[）)]|.{0,6}単位.*|.*(?:現在|時点)", re.DOTALL)
"""What stands beside the name of a table and not in it: its unit, its day."""
_NAME_OF_DAY = re.compile(r".*(?:日時|日付|年月日|[期月]日|時点)")
"""Names the day beside it, so that both are a row of a form and no name of a table."""
_NOTE_MARK = re.compile(r"[（(]?(?:注|※|＊|\*)\s?[0-9０-９]{0,2}[）)]?[:：．.]?")
_NEAR = 4
_MOST_GAPS = 20
"""Of a sheet with tables beside each other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or rows whose cells are lines."""

    rows: Sequence[Row]
    is_table: bool


def parts(rows: Mapping[int, Row], hidden: Sequence[int], covered: frozenset[int]) -> Iterator[Part]:
    """Return the parts of a sheet from its rows by number.

    A table begins below an empty row with a head of its own, or with a line and more cells below that, and anywhere
    with a line and a head. `hidden` are the numbers of hidden rows in order: they are no empty ones. `covered` are the
    columns which a merged cell of another column takes.
    """
    numbers = sorted(rows)
    ordered = [_with_mark(rows[number]) for number in numbers]
    start = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or _begins(ordered, index, _is_apart(numbers, index, hidden)):
            yield from _block(ordered[start:index], covered)
            start = index


def _with_mark(row: Row) -> Row:
    """The row, the mark of a note with the text in the next cell."""
    if len(row) != 2 or _NOTE_MARK.fullmatch(row[0][1]) is None:
        return row
    (column, mark), (_, text) = row
    return [(column, f"{mark}\u3000{text}" if mark.isalnum() else mark + text)]


def has_figures(row: Row) -> bool:
    """Whether any cell has a figure."""
    return any(_FIGURE.search(text) for _, text in row)


def _is_apart(numbers: Sequence[int], index: int, hidden: Sequence[int]) -> bool:
    """Whether an empty row stands before this one."""
    above, number = numbers[index - 1], numbers[index]
    return number - above - 1 > bisect_left(hidden, number) - bisect_left(hidden, above)


def _begins(rows: Sequence[Row], index: int, is_apart: bool) -> bool:
    """Whether a table, or the line above it, begins in this row, which may stand apart from that above."""
    is_wide = len(rows[index]) > 1
    is_name = not has_figures(rows[index]) or all(_is_aside(text) for _, text in rows[index][1:])
    if is_apart and is_name and _is_head(rows, index + 1):
        return True
    if is_wide:
        return is_apart and _is_head(rows, index)
    return _is_head(rows, index + 1) or (is_apart and index + 1 < len(rows) and len(rows[index + 1]) > 1)


def _is_head(rows: Sequence[Row], index: int) -> bool:
    """Whether a row can name columns: several cells without figures, of which the row below it has some."""
    head, below = [*rows[index : index + 2], [], []][:2]
    return len(head) > 1 and not has_figures(head) and has_figures(below)


def _block(rows: Sequence[Row], covered: frozenset[int]) -> Iterator[Part]:
    """The lines and the table of rows that stand together: a table reaches from the first row of several cells on."""
    wide = [number for number, row in enumerate(rows) if len(row) > 1]
    while wide and _is_beside([rows[number] for number in wide[:_NEAR]], wide[0] == 0):
        wide.pop(0)
    first, end = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
    yield Part(rows[:first], False)
    if first < end:
        yield from (Part(table, True) for table in _beside_each_other(rows[first:end], covered))
    yield Part(rows[end:], False)


def _is_beside(rows: Sequence[Row], has_title: bool) -> bool:
    """Whether the first row, `has_title` without its first cell, holds unit and day of a table with more columns."""
    row, *below = rows
    is_narrow = not below or len(row) < max(map(len, below))
    is_named = has_title and _NAME_OF_DAY.fullmatch(row[0][1]) is None
    return is_narrow and all(_is_aside(text) for _, text in (row[1:] if is_named else row))


def _is_aside(text: str) -> bool:
    line = parse_dateline(text)
    return _ASIDE.fullmatch(text) is not None or (line is not None and line.issued is not None)


def _beside_each_other(rows: Sequence[Row], covered: frozenset[int]) -> Iterator[Sequence[Row]]:
    """The tables that an empty column parts, where what is behind it has a first column of names as well."""
    columns = sorted({column for row in rows for column, _ in row})
    left = columns[0]
    gaps = [second for first, second in pairwise(columns) if not covered.issuperset(range(first + 1, second))]
    for column in gaps[:_MOST_GAPS]:
        part, rest = _between(rows, left, column), _between(rows, column, columns[-1] + 1)
        if _names_rows(part, left) and _names_rows(rest, column):
            yield part
            rows, left = rest, column
    yield rows


def _between(rows: Sequence[Row], begin: int, end: int) -> list[Row]:
    found = [[cell for cell in row if begin <= cell[0] < end] for row in rows]
    return [row for row in found if row]


def _names_rows(rows: Sequence[Row], first: int) -> bool:
    """Whether these are a table with a head, a name in every row of its first column, and figures in the others."""
    named = [row[0][0] == first and re.search(r"[^\W\d_]", row[0][1]) is not None for row in rows]
    is_table = len(rows) > 1 and all(len(row) > 1 for row in rows)
    return is_table and all(named) and not has_figures(rows[0]) and any(has_figures(row[1:]) for row in rows[1:])
