"""The side-by-side text: rows in, boxes out. Number and status in the margin, Japanese left, English right, level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.model.page import Role, Run, SideBySide, SideRow, words_of
from briefgen.writers.pdf.boxes import Beside, Box, Edge, Framed, Noted, Spacer, Stack, TextBox, spaced
from briefgen.writers.pdf.flags import set_flags
from briefgen.writers.pdf.pagination import LOW_ROW, Bookmark, Flow
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.pdf.pictures import set_picture
from briefgen.writers.pdf.structure import ARTIFACT
from briefgen.writers.symbols import STATUS_SYMBOLS, TO_CHECK
from briefgen.writers.theme import Style, Theme, points

__all__ = ["set_rows"]

_SYMBOL_GAP = 8.0
"""Points between the status symbol and the Japanese."""
_KEPT_PICTURE = 1.0
"""Share of a sheet up to which a row with a picture stays whole: its text is the caption, which belongs below it."""
_HIGHEST_LEAD = 2 * LOW_ROW
"""Points up to which a row that leads to a table or a list stays with it; a higher one would leave too large a gap."""


_Around = tuple[SideRow | None, SideRow | None]
"""The rows before and behind a row."""


def set_rows(block: SideBySide, setter: Typesetter, depths: Iterator[int]) -> Iterator[Flow]:
    """The heads of the columns and every row. `depths` are those of the headings that follow."""
    rows = _Rows(setter, _Columns.of(setter.theme), setter.structure.add("Table"), depths)
    if block.rows:
        heads = rows.heads(block)
        yield Flow(heads, "the column heads", before=setter.theme.spaces.between_blocks / 2, keeps_with_next=True)
        neighbours = zip((None, *block.rows), (*block.rows[1:], None), strict=False)
        for index, (row, around) in enumerate(zip(block.rows, neighbours, strict=True)):
            setter.place = f"row {row.number}"
            flow = rows.flow(row, around, heads)
            is_kept = _keeps(block.rows[index:], flow.box.height)
            yield replace(flow, keeps_with_next=True) if is_kept else flow
        setter.place = ""


def _keeps(rows: Sequence[SideRow], height: float) -> bool:
    """Whether the first of the rows that are left stays with the next: a low one with the last, and one that leads."""
    first, last = rows[0], rows[-1]
    would_leave_one = len(rows) == 2 and not (last.heading_level or last.keeps_with_next) and height <= LOW_ROW
    return would_leave_one or (first.keeps_with_next and height <= _HIGHEST_LEAD)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand, in points from the left margin."""

    japanese: float
    japanese_width: float
    english: float
    english_width: float

    @classmethod
    def of(cls, theme: Theme) -> _Columns:
        """The columns of a theme."""
        left, (japanese, english) = theme.columns.number_mm, theme.side_widths_mm
        right = left + japanese + theme.columns.gap_mm
        return cls(points(left), points(japanese), points(right), points(english))

    @property
    def width(self) -> float:
        """From the left margin to the end of the English."""
        return self.english + self.english_width


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is needed to set the rows of one table."""

    setter: Typesetter
    columns: _Columns
    table: int
    """The table's node in the document's structure."""
    depths: Iterator[int]
    """Of the heads that follow."""

    def heads(self, block: SideBySide) -> Box:
        """The heads of the columns, with a strong line below."""
        setter, columns = self.setter, self.columns
        style = setter.theme.styles.column_head
        parent = setter.structure.add("TR", self.table)
        setter.structure.add("TD", parent)
        japanese = setter.structure.add("TH", parent, "ja", scope="Column")
        english = setter.structure.add("TH", parent, "en", scope="Column")
        cells = Beside((
            (columns.japanese, setter.paragraph(block.head_ja, style, columns.japanese_width, japanese)),
            (columns.english, setter.paragraph(block.head_en, style, columns.english_width, english)),
        ))  # fmt: skip
        return Framed(cells, columns.width, style.before, style.after, bottom_edge=setter.edge(is_strong=True))

    def flow(self, row: SideRow, around: _Around, heads: Box) -> Flow:
        """A row and how it wants to be placed."""
        title = " ".join(words_of(row.en or row.ja).split())
        depth = next(self.depths) if row.heading_level else 0
        flow = Flow(
            self.row(row, around, depth),
            self.setter.place,
            keeps_with_next=bool(row.heading_level),
            heads=spaced(heads) if row.continues else heads,
            anchors=(row.id,) if row.id else (),
            bookmark=Bookmark(title, depth - 1) if depth else None,
            close=self.close() if around[1] and around[1].continues else None,
        )
        return replace(flow, kept_whole=_KEPT_PICTURE) if row.picture else flow

    def row(self, row: SideRow, around: _Around, depth: int) -> Box:
        """Margin and both cells, the picture above them, the line below; `depth` is that of a head, else 0."""
        theme, columns = self.setter.theme, self.columns
        spaces, (previous, following) = theme.spaces, around
        head = theme.styles.row_head(row.heading_level) if row.heading_level else None
        parent = self.setter.structure.add("TR", self.table)
        margin = self.margin(row, head or theme.styles.english, self.setter.structure.add("TH", parent, scope="Row"))
        indent = row.indent * points(theme.columns.indent_mm)
        cell = self.setter.structure.add("TD", parent, "ja")
        picture = self.picture(row, cell)
        japanese = self.japanese(row, head or theme.styles.japanese, self.head_node(depth, cell), indent)
        english = self.english(row, head or theme.styles.english, (parent, depth), indent)
        cells = ((columns.japanese + indent, japanese), (columns.english + indent, english))
        inner: Box = Beside(cells, margin, self.margin_again(row, head or theme.styles.english), is_parallel=True)
        if picture:
            inner = Stack((Beside(((columns.japanese, picture),)), Spacer(spaces.row_below), inner))
        continues = row.continues and previous is not None
        above = head.before if head else spaces.row_joined if continues else spaces.row_above
        below = head.after if head else spaces.row_below
        return Framed(inner, columns.width, above, below, bottom_edge=self.bottom_edge(row, following))

    def margin(self, row: SideRow, style: Style, node: int = ARTIFACT) -> TextBox:
        """The number and the symbol of the status, level with the first line of the row."""
        number = replace(self.setter.theme.styles.number, leading=style.leading)
        role = Role.CAUTION if row.status in TO_CHECK else Role.PLAIN
        symbol = Run(STATUS_SYMBOLS.get(row.status, ""), role=role)
        x = self.columns.japanese - _SYMBOL_GAP - self.setter.width(symbol, number)
        x = max(x, self.setter.width(Run(row.number), number) + 2)
        return self.setter.line([(0.0, Run(row.number)), (x, symbol)], number, node)

    def margin_again(self, row: SideRow, style: Style) -> TextBox:
        """Number and symbol of a row that goes on on the next sheet, with “cont.” below, as no part of the text."""
        margin = self.margin(row, style)
        return replace(margin, lines=margin.lines + self.setter.goes_on(style, self.columns.japanese).lines)

    def picture(self, row: SideRow, cell: int) -> Box | None:
        """The picture of a row, over both columns, described by the English below it; part of the Japanese cell."""
        if not row.picture:
            return None
        words = words_of(row.en)
        return set_picture(row.picture, self.setter, self.columns.width - self.columns.japanese, (cell, words))

    def japanese(self, row: SideRow, style: Style, node: int, indent: float) -> Box:
        """The Japanese cell."""
        return self.setter.paragraph(row.ja, style, self.columns.japanese_width - indent, node)

    def english(self, row: SideRow, style: Style, place: tuple[int, int], indent: float) -> Box:
        """The English cell with its flags below. `place`: the row's node, and the depth of a head."""
        parent, depth = place
        cell = self.setter.structure.add("TD", parent, "en")
        width = self.columns.english_width - indent
        if not row.flags:
            return self.setter.paragraph(row.en, style, width, self.head_node(depth, cell))
        node = self.head_node(depth, cell) if depth else self.setter.structure.add("P", cell)
        text = self.setter.paragraph(row.en, style, width, node)
        return Noted(text, Stack(set_flags(row.flags, self.setter, width, cell)))

    def head_node(self, depth: int, cell: int) -> int:
        """The node of the text of a cell: a heading; else the cell itself, which keeps long notes small."""
        return self.setter.structure.add(f"H{min(depth + 1, 6)}", cell) if depth else cell

    def bottom_edge(self, row: SideRow, following: SideRow | None) -> Edge:
        """The line below a row, also where it ends a sheet: in the accent colour below heads of the first level.

        None between another head and its text, nor inside a paragraph.
        """
        if row.heading_level == 1:
            return Edge(self.setter.theme.lines.strong, self.setter.theme.colours.accent)
        if following and (following.continues or (row.heading_level and not following.heading_level)):
            return Edge()
        return self.setter.edge()

    def close(self) -> Box:
        """The line below a row of a paragraph that goes on on the next sheet."""
        return Framed(Spacer(0.0), self.columns.width, bottom_edge=self.setter.edge())
