"""Plain tables: rows in, boxes with their wishes for placing out; header rows on every sheet, no row alone on one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.model.page import Table, TableRow, words_of
from briefgen.writers.pdf.boxes import BELOW_HEADS, Beside, Box, Framed, Noted, Spacer, Stack, TextBox, spaced
from briefgen.writers.pdf.flags import set_flags
from briefgen.writers.pdf.pagination import LOW_ROW, Flow
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.theme import Style

__all__ = ["set_table"]

_CELL_GAP = 10.0
_KEPT_ROW, _KEPT_NUMBERED = 1 / 3, 1 / 5
"""Share of a sheet up to which a row stays whole; less where its number can be printed again."""
_NARROW = 0.1
_NUMBER_LINES = 2
"""A first column of up to this share of the width and so many lines holds numbers, which are printed again where a page
end cuts a row; anything longer is text that goes on, and might fill a sheet again and again."""


def set_table(block: Table, setter: Typesetter) -> Iterator[Flow]:
    """A flow for each row, which has in it the rows that go on with it."""
    rows = _with_what_goes_on(block.rows)
    table = _Rows(setter, block.widths, setter.structure.add("Table"))
    boxes = [table.row(parts) for parts in rows]
    gap, last = setter.theme.spaces.between_blocks, len(boxes) - 1
    header_count = next((index for index, parts in enumerate(rows) if not parts[0].is_header), len(rows))
    heads = spaced(Stack(tuple(boxes[:header_count]))) if 0 < header_count <= last else None
    for index, (parts, box) in enumerate(zip(rows, boxes, strict=True)):
        is_low_last_but_one = index + 1 == last and box.height <= LOW_ROW
        keeps = any(row.keeps_with_next for row in parts) or index <= header_count or is_low_last_but_one
        yield Flow(
            box,
            "a row of a table",
            before=gap / 2 if index == 0 else 0.0,
            after=gap if index == last else BELOW_HEADS if index + 1 == header_count else 0.0,
            kept_whole=_KEPT_NUMBERED if block.widths[0] <= _NARROW else _KEPT_ROW,
            keeps_with_next=keeps and index < last,
            heads=heads if index >= header_count else None,
            anchors=tuple(name for row in parts for name in row.ids if name),
        )


def _with_what_goes_on(rows: Iterable[TableRow]) -> list[list[TableRow]]:
    """Each row with those that go on with it."""
    found: list[list[TableRow]] = []
    for row in rows:
        if row.continues and found:
            found[-1].append(row)
        else:
            found.append([row])
    return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is needed to set the rows of one table."""

    setter: Typesetter
    widths: Sequence[float]
    table: int
    """Its node in the document's structure."""

    def row(self, parts: Sequence[TableRow]) -> Box:
        """A row and, below the text of its cells, what goes on with it; a thin line below, a strong one below heads."""
        styles, first = self.setter.theme.styles, parts[0]
        style = styles.table_head if first.is_header else styles.table_cell
        nodes = [self.nodes(row) for row in parts]
        cells = []
        for column in range(len(first.cells)):
            texts = [(row, of[column]) for row, of in zip(parts, nodes, strict=True)]
            cells.append((sum(self.widths[:column]) * self.setter.text_width, self.cell(texts, style, column)))
        inner = self.numbered(cells, words_of(first.cells[0]), style) or Beside(tuple(cells))
        edge = self.setter.edge(is_strong=first.is_header)
        return Framed(inner, self.setter.text_width, style.before, style.after, bottom_edge=edge)

    def nodes(self, row: TableRow) -> list[int]:
        """A new node for each cell of a row."""
        parent = self.setter.structure.add("TR", self.table)
        role, scope = ("TH", "Column") if row.is_header else ("TD", "")
        return [self.setter.structure.add(role, parent, scope=scope) for _ in row.cells]

    def cell(self, parts: Sequence[tuple[TableRow, int]], style: Style, column: int) -> Box:
        """The text of a cell, each part with its node; below it stands what goes on with it."""
        width = self.widths[column] * self.setter.text_width - _CELL_GAP
        boxes: list[Box] = []
        for row, node in parts:
            flags = row.flags_of(column)
            if row.cells[column] or not boxes:
                text_node = self.setter.structure.add("P", node) if flags else node
                boxes += [Spacer(style.before), self.setter.paragraph(row.cells[column], style, width, text_node)]
            boxes += set_flags(flags, self.setter, width, node)
        _, text, *below = boxes
        assert isinstance(text, TextBox)
        return Noted(text, Stack(tuple(below)), name_it=len(parts) > 1) if below else text

    def numbered(self, cells: Sequence[tuple[float, Box]], number: str, style: Style) -> Beside | None:
        """The cells with the first one as a number in the margin, if it is one."""
        (_, margin), *others = cells
        is_low = isinstance(margin, TextBox) and len(margin.lines) <= _NUMBER_LINES
        if isinstance(margin, TextBox) and is_low and others and self.widths[0] <= _NARROW:
            again = self.setter.goes_on(style, self.widths[0] * self.setter.text_width, number)
            return Beside(tuple(others), margin, again, is_parallel=True)
        return None
