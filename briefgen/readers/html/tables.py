"""The tables of a web page: which of them only arrange the page, and the places of the cells of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefgen.model.document import CellPlace
from briefgen.readers.html.elements import is_tag, plain_text, whole_number

__all__ = ["HEADS", "Table", "has_columns", "is_layout"]

HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAX_SPAN = 200
_LONG_CELL = 400
_FEWEST_ROWS = 3
_FEWEST_PLAIN = 6
"""So many cells has a table for each that holds another table."""


@dataclass(slots=True)
class Table:
    """Counts rows and columns of the table with this number while its cells come one by one."""

    number: int
    row: int = -1
    column: int = 0
    spans: dict[int, int] = field(default_factory=dict)
    """Last row which a merged cell takes in each column."""

    def begin_row(self) -> None:
        """Go on to the next row."""
        self.row, self.column = self.row + 1, 0

    def place(self, cell: etree._Element) -> CellPlace:
        """Return where the next cell stands; cells may stand in a table without a row."""
        self.row = max(self.row, 0)
        while self.spans.get(self.column, -1) >= self.row:
            self.column += 1
        place = CellPlace(self.number, self.row, self.column, cell.tag == "th")
        for column in range(self.column, self.column + _span(cell, "colspan")):
            self.spans[column] = self.row + _span(cell, "rowspan") - 1
        self.column += _span(cell, "colspan")
        return place


def is_layout(table: etree._Element) -> bool:
    """Whether the table only arranges the page: it holds tables in few cells, heads or long text, or is a frame."""
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    cells = list(_own_cells(table))
    nested = sum(next(cell.iterdescendants("table"), None) is not None for cell in cells)
    if nested * _FEWEST_PLAIN > len(cells) or next(table.iterdescendants(*HEADS), None) is not None:
        return True
    has_head = any(cell.tag == "th" for cell in cells)
    return len(cells) <= 1 or (not has_head and any(len(plain_text(cell)) > _LONG_CELL for cell in cells))


def has_columns(table: etree._Element) -> bool:
    """Whether the table has several cells in each of several rows, and does not only arrange the page."""
    rows = Counter(cell.getparent() for cell in _own_cells(table))
    return sum(count > 1 for count in rows.values()) >= _FEWEST_ROWS and not is_layout(table)


def _own_cells(table: etree._Element) -> Iterator[etree._Element]:
    """Its cells without those of tables inside it; they may stand outside of rows."""
    waiting = [table]
    while waiting:
        for element in waiting.pop():
            if is_tag(element, "td", "th"):
                yield element
            elif is_tag(element, "tbody", "thead", "tfoot", "tr", "form"):
                waiting.append(element)


def _span(element: etree._Element, attribute: str) -> int:
    return min(max(whole_number(element, attribute, 1), 1), _MAX_SPAN)
