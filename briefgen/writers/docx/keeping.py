"""What of a table stays in one piece or with its neighbours over the ends of pages in Word; pure.

By heights that are estimated, for Word breaks lines only when it shows the file. Where a row does go on over a page,
its style leaves two lines of a cell on either side in Word; LibreOffice 7.4 heeds that outside of tables only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from briefgen.model.page import (
    CLOSING_ROWS,
    LOW_CLOSING,
    LOW_END,
    Element,
    Flag,
    SideRow,
    Table,
    TableRow,
    closing_parts,
    words_of,
)
from briefgen.writers.docx.lines import estimated_height, estimated_lines
from briefgen.writers.theme import Theme, points

__all__ = [
    "KEEP", "KEEP_LINES", "KEEP_WHOLE", "LOW_ROW", "ROW_PICTURE_MM", "SideKeeping", "closing_kept", "is_long",
    "keeps_with_next", "last_leading", "may_stay_with_what_follows", "of_what_leads", "plain_height",
    "with_what_goes_on",
]  # fmt: skip

KEEP = "<w:keepNext/>"
"""Keeps a row with the next: Word asks every paragraph of it, LibreOffice the first."""

KEEP_LINES = "<w:keepLines/>"
"""Keeps a paragraph in one piece."""

KEEP_WHOLE = f"{KEEP}{KEEP_LINES}"

LOW_ROW = 4
"""Lines up to which the last row of a table but one stays with the last, which would stand alone on a page."""

ROW_PICTURE_MM = 60.0
"""Greatest height of a picture in a row."""

_LONG_SIDE_ROW, _LONG_ROW = 1 / 2, 1 / 4
"""Shares of a page from which a row may be split: moved whole, it would leave as much of a page empty. A row of a text
stays whole longer, for Word cannot set its number again where it goes on; one in 200 passes a third of a page."""


@dataclass(frozen=True, slots=True)
class SideKeeping:
    """The rows of a side-by-side text, with the widths of the text of its two columns in points."""

    rows: Sequence[SideRow]
    widths: tuple[float, float]
    theme: Theme
    is_before_table: bool
    """Whether a table of the paper follows."""

    def height(self, row: SideRow) -> float:
        """Points of its higher cell."""
        theme, looks = self.theme, self.theme.styles
        japanese, english = (width - points(row.indent * theme.columns.indent_mm) for width in self.widths)
        picture = points(ROW_PICTURE_MM) if row.picture else 0.0
        left = estimated_lines(row.ja, japanese, looks.japanese.size) * looks.japanese.leading + picture
        right = estimated_lines(row.en, english, looks.english.size) * looks.english.leading
        return max(left, right + _flags_height(row.flags, english, theme))

    def may_split(self, place: int, height: float) -> bool:
        """Whether a page may end within a row: a high one.

        Heads and what stands right before a table are kept whole by their paragraphs instead: asked of the row,
        LibreOffice keeps its table with nothing.
        """
        row, is_last = self.rows[place], place + 1 == len(self.rows)
        is_high = height > _LONG_SIDE_ROW * points(self.theme.text_height_mm)
        return is_high or row.heading_level > 0 or (is_last and self.is_before_table)

    def keeps(self, place: int, height: float) -> bool:
        """Whether no page may end below it: a head, what leads into items or a table, the last but one if it is low."""
        row = self.rows[place]
        if row.heading_level:
            return True
        if height > _LONG_SIDE_ROW * points(self.theme.text_height_mm):
            return False
        if place + 1 == len(self.rows):
            return self.is_before_table
        following = self.rows[place + 1]
        is_last = place + 2 == len(self.rows) and not following.heading_level
        is_low = height <= LOW_ROW * self.theme.styles.english.leading
        return row.keeps_with_next or (is_last and is_low) or _leads_into(row, following)


def _leads_into(row: SideRow, following: SideRow) -> bool:
    """Whether it ends in a colon or the first item of a list comes next."""
    return words_of(row.ja).rstrip().endswith(("：", ":")) or (following.indent > row.indent and not following.is_note)


def last_leading(rows: Sequence[SideRow], *, is_before_table: bool) -> int:
    """How many rows at the end lead into the table that follows: a last row that is no head, and the heads above.

    0 where there is nothing else, or no table.
    """
    if not rows or not is_before_table:
        return 0
    above = rows if rows[-1].heading_level else rows[:-1]
    count = len(rows) - len(above) + sum(1 for _ in takewhile(lambda row: row.heading_level > 0, reversed(above)))
    return count if count < len(rows) else 0


def plain_height(row: TableRow, widths: Sequence[int], theme: Theme) -> float:
    """Points of the highest cell of a row of a plain table; `widths` in twips."""
    look = theme.styles.table_cell
    heights = (
        estimated_lines(runs, width / 20, look.size) * look.leading
        + _flags_height(row.flags_of(column), width / 20, theme)
        for column, (runs, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return max(heights)


def _flags_height(flags: Iterable[Flag], width: float, theme: Theme) -> float:
    """Points of what was found, in a cell of this width in points."""
    look = theme.styles.flag
    return sum(estimated_lines(flag.runs, width, look.size) * look.leading + look.before for flag in flags)


def with_what_goes_on(rows: Sequence[TableRow], heights: Sequence[float]) -> list[float]:
    """The height of each row of a plain table together with the rows below it that go on with it."""
    found: list[float] = []
    for place in reversed(range(len(rows))):
        goes_on = place + 1 < len(rows) and rows[place + 1].continues
        found.append(heights[place] + (found[-1] if goes_on else 0.0))
    return found[::-1]


def of_what_leads(rows: Sequence[TableRow], heights: Sequence[float]) -> list[float]:
    """The height of the rows directly above each row of a plain table that keep with it: heads."""
    found = [0.0]
    for row, height in zip(rows[:-1], heights[:-1], strict=True):
        found.append(found[-1] + height if row.keeps_with_next else 0.0)
    return found


def keeps_with_next(table: Table, place: int, heights: tuple[float, float], theme: Theme) -> bool:
    """Whether no page may end below a row of a plain table. `heights`: with what goes on with it, of what leads to it.

    If it says so, the next goes on with it and all of that is no longer than a row that stays whole, it is the first
    below the heads, or it is the last but one and low.
    """
    rows = table.rows
    if place + 1 == len(rows):
        return False
    height, leading = heights
    goes_on = rows[place + 1].continues and not is_long(leading + height, theme)
    is_below_heads = place > 0 and rows[place - 1].is_header
    is_last_but_one = place + 2 == len(rows) and height <= LOW_ROW * theme.styles.table_cell.leading
    return rows[place].keeps_with_next or goes_on or is_below_heads or is_last_but_one


def is_long(height: float, theme: Theme) -> bool:
    """Whether a page may end within a row of a plain table."""
    return height > _LONG_ROW * points(theme.text_height_mm)


def may_stay_with_what_follows(table: Table, place: int, height: float, theme: Theme) -> bool:
    """Whether it is one of the low last rows, which stay with a closing part below."""
    lines = height / theme.styles.table_cell.leading
    return place >= len(table.rows) - CLOSING_ROWS and lines <= LOW_ROW / 2


def closing_kept(elements: Sequence[Element], theme: Theme) -> Mapping[int, str]:
    """What keeps the elements of each closing part together, and the table before a low one with it, by place."""
    kept: dict[int, str] = {}
    for part in closing_parts(elements):
        if estimated_height(elements[part.start : part.stop], theme) > LOW_CLOSING:
            kept |= _flowing_kept(elements, part, theme)
            continue
        kept |= dict.fromkeys(part, KEEP_WHOLE) | {part[-1]: KEEP_LINES}
        if part.start and isinstance(elements[part.start - 1], Table):
            kept[part.start - 1] = KEEP
    return kept


def _flowing_kept(elements: Sequence[Element], part: range, theme: Theme) -> Mapping[int, str]:
    """Below the heading of a higher part, a single line stays with the next, and the last but one with a low end."""
    line = theme.styles.body.leading / points(theme.text_height_mm)
    heights = {place: estimated_height([elements[place]], theme) for place in (part[1], part[-1])} if part[1:] else {}
    kept = {place: KEEP for place in part[1:2] if place < part[-1] and heights[place] < 2 * line}
    if len(part) > 2 and heights[part[-1]] < LOW_END * line:
        kept[part[-2]] = KEEP
    return kept
