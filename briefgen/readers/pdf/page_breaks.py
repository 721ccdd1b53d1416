"""Rows of a table that a page break has parted: their sentences are made whole again, on the page where they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.japanese.lines import join_lines
from briefgen.readers.structure.layout import Paragraph

__all__ = ["with_whole_rows"]

_SHORTEST = 8
"""A sentence that goes on over the page has at least so many characters before it."""
_ENDS = ("。", "．", "」", "）", ")", "】")

_Row = dict[int, list[Paragraph]]
"""The paragraphs of each column."""


def with_whole_rows(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs; what a table on the next page says first goes to the row it continues.

    It does when it ends a sentence that the last row of the page has begun, in every column that says anything.
    The head row that the next page repeats stays with the rows that follow it.
    """
    above: list[_Row] = []
    for rows in _tables(paragraphs):
        if isinstance(rows, Paragraph):
            yield from _flat(above)
            yield rows
            above = []
            continue
        first = 1 if above and _texts(rows[0]) == _texts(above[0]) else 0
        if above and len(rows) > first and _continues(above[-1], rows[first]):
            above[-1] = {column: _joined(cell, rows[first].get(column, [])) for column, cell in above[-1].items()}
            rows = rows[:first] + [_moved_up(row) for row in rows[first + 1 :]]
        yield from _flat(above)
        above = rows
    yield from _flat(above)


def _tables(paragraphs: Iterable[Paragraph]) -> Iterator[list[_Row] | Paragraph]:
    """The rows of each table, and each paragraph that is no cell; a table begins where the cells begin anew."""
    rows: list[_Row] = []
    last = (-1, -1)
    for paragraph in paragraphs:
        cell = paragraph.cell
        if rows and (cell is None or (cell.row, cell.column) < last):
            yield rows
            rows = []
        if cell is None:
            yield paragraph
            continue
        if not rows or cell.row != last[0]:
            rows.append({})
        rows[-1].setdefault(cell.column, []).append(paragraph)
        last = (cell.row, cell.column)
    if rows:
        yield rows


def _texts(row: _Row) -> list[str]:
    return [paragraph.text for cell in row.values() for paragraph in cell]


def _flat(rows: Sequence[_Row]) -> Iterator[Paragraph]:
    for row in rows:
        for cell in row.values():
            yield from cell


def _continues(above: _Row, row: _Row) -> bool:
    """Whether each column of the row is empty or ends the sentence that stands above it."""
    shown = {column: cell for column, cell in row.items() if any(paragraph.text.strip() for paragraph in cell)}
    return bool(shown) and all(_goes_on(above.get(column, []), cell) for column, cell in shown.items())


def _goes_on(above: Sequence[Paragraph], cell: Sequence[Paragraph]) -> bool:
    text = above[-1].text.strip() if above else ""
    is_open = len(text) >= _SHORTEST and not text.endswith(_ENDS)
    return is_open and cell[0].text.rstrip().endswith("。")


def _joined(above: list[Paragraph], cell: list[Paragraph]) -> list[Paragraph]:
    if not any(paragraph.text.strip() for paragraph in cell):
        return above
    whole = above[-1]._replace(text=join_lines([above[-1].text, cell[0].text]))
    place = above[-1].cell
    return [*above[:-1], whole, *(paragraph._replace(cell=place) for paragraph in cell[1:])]


def _moved_up(row: _Row) -> _Row:
    return {
        column: [p._replace(cell=replace(p.cell, row=p.cell.row - 1)) if p.cell else p for p in cell]
        for column, cell in row.items()
    }
