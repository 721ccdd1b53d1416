"""Tables whose cells are set apart with commas (RFC 4180): lines in, the cells out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.layout import GAP, Line, Paragraph

__all__ = ["comma_cells", "comma_rows_at"]

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_COMMA_BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
"""A comma that groups no digits of a figure."""
_CLAUSE = re.compile(r"[ぁ-ん],|, ")
"""A comma of running text: behind a clause, or before a space."""
_FIGURE = re.compile(r"[0-9０-９]")


def comma_rows_at(lines: Sequence[Line], start: int) -> int:
    """Return how many lines of a text from `start` on are rows with equally many cells, three or more; 0 for none."""
    columns, end = len(_cells(lines[start])), start
    if columns < _FEWEST_COLUMNS:
        return 0
    while end < len(lines) and len(_cells(lines[end])) == columns and (end == start or lines[end].gap_before <= GAP):
        end += 1
    clauses = sum(_CLAUSE.search(line.text) is not None for line in lines[start:end])
    return end - start if end - start >= _FEWEST_ROWS and 2 * clauses < end - start else 0


def comma_cells(rows: Sequence[Line], table: int) -> Iterator[Paragraph]:
    """Yield the cells that are not empty; the first row is a head when it has no figures and another has."""
    has_head = not _FIGURE.search(rows[0].text) and any(_FIGURE.search(row.text) for row in rows)
    for number, row in enumerate(rows):
        for column, text in ((column, text) for column, text in enumerate(_cells(row)) if text.strip()):
            place = CellPlace(table, number, column, is_header=has_head and number == 0)
            yield Paragraph(join_lines([text]), row.page, BlockKind.TABLE_CELL, cell=place)


def _cells(line: Line) -> list[str]:
    text = line.text.strip()
    if line.is_full is not None or not _COMMA_BETWEEN.search(text):
        return []
    try:
        cells = next(csv.reader([text], strict=True), [])
    except csv.Error:
        return []
    return [] if any("。" in cell for cell in cells) else cells
