"""The rows and cells of a table of an OpenDocument text (part 3, 9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

__all__ = ["TABLE", "number", "rows"]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MAX_REPEATED = 100


def rows(table: etree._Element, is_header: bool = False) -> Iterator[list[tuple[etree._Element, int, bool]]]:
    """Each row: its cells, each with its column and whether the row is one of the head."""
    for element in table:
        if element.tag == TABLE + "table-row":
            yield list(_cells(element, is_header))
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from rows(element, is_header or element.tag == TABLE + "table-header-rows")


def _cells(row: etree._Element, is_header: bool) -> Iterator[tuple[etree._Element, int, bool]]:
    """The covered parts of merged cells are passed over."""
    column = 0
    for cell in row:
        if cell.tag == TABLE + "table-cell":
            yield cell, column, is_header
        column += min(number(cell.get(TABLE + "number-columns-repeated"), 1), _MAX_REPEATED)


def number(text: str | None, otherwise: int) -> int:
    """The number an attribute gives, or the other one."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else otherwise
