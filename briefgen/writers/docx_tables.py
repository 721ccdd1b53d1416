"""Plain tables of a Word file, and the facts at the head of a note, two a row; pure, no python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from briefgen.model.page import CLOSING_ROWS, Fact, Facts, Run, SideRow, Table, TableRow
from briefgen.writers.docx_lines import estimated_lines, estimated_width
from briefgen.writers.docx_styles import joined_lines
from briefgen.writers.docx_xml import Cell, borders, mm_twips, row_xml, table_xml
from briefgen.writers.theme import Theme

__all__ = ["KEEP", "LONG_ROW", "LOW_ROW", "facts_xml", "last_heads", "plain_table_xml"]

KEEP = "<w:keepNext/>"
"""Keeps a row with the next: Word asks every paragraph of it, LibreOffice the first."""

LONG_ROW = 12
"""Lines from which a row of a table may be split over two pages; LibreOffice may leave a single one behind."""

LOW_ROW = 4
"""Lines up to which the last row of a table but one stays with the last, which would stand alone on a page."""

_CELL_GAP_MM = 2.5
_LABEL_MM = 18.5
_GAP_MM = 3.0
"""Between a value and the label right of it."""
_NARROWEST = 0.42
"""Share of the width that either pair of columns has at least."""
_PADDING = '<w:top w:w="20" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>'


def plain_table_xml(
    table: Table, theme: Theme, table_style: str, paragraph: Callable[[str, Iterable[Run], str, str], str], keep: str
) -> Iterator[str]:
    """The table; `paragraph` sets runs in the style of a name, with properties and a bookmark.

    `keep` is what keeps its last rows with what follows, if they are low.
    """
    widths = [mm_twips(share * theme.text_width_mm) for share in table.widths]
    below_head, gap = (
        borders([("bottom", theme.lines.strong, theme.colours.text)]),
        (("right", mm_twips(_CELL_GAP_MM)),),
    )
    rows = []
    for place, row in enumerate(table.rows):
        following = table.rows[place + 1] if place + 1 < len(table.rows) else None
        lines = _lines(row, widths, theme)
        kept = _keeping(table, place, lines, keep)
        style = "Table Head" if row.is_header else "Table Cell"
        line = below_head if row.is_header else joined_lines(row, following)
        cells = [
            Cell(paragraph(style, runs, kept, row.id_of(column)), line, gap) for column, runs in enumerate(row.cells)
        ]
        rows.append(row_xml(cells, widths, is_header=row.is_header, may_split=lines > LONG_ROW))
    rules = borders((side, theme.lines.thin, theme.colours.rule) for side in ("bottom", "insideH"))
    yield from table_xml(rows, widths, table_style, rules)


def _keeping(table: Table, place: int, lines: int, keep: str) -> str:
    """What keeps a row with the next: if it says so, the first below the heads, a low last but one, the last ones."""
    rows = table.rows
    is_below_heads = place > 0 and rows[place - 1].is_header
    is_last_but_one = place == len(rows) - 2 and lines <= LOW_ROW
    if place + 1 < len(rows) and (rows[place].keeps_with_next or is_below_heads or is_last_but_one):
        return KEEP
    return keep if place >= len(rows) - CLOSING_ROWS and lines <= LOW_ROW / 2 else ""


def _lines(row: TableRow, widths: Sequence[int], theme: Theme) -> int:
    """Lines of its longest cell, estimated."""
    size = theme.styles.table_cell.size
    return max(estimated_lines(runs, width / 20, size) for runs, width in zip(row.cells, widths, strict=True))


def last_heads(rows: Sequence[SideRow]) -> int:
    """How many heads of the paper stand at the end of these rows; none where there is nothing else."""
    count = sum(1 for _ in takewhile(lambda row: row.heading_level > 0, reversed(rows)))
    return count if count < len(rows) else 0


def facts_xml(
    facts: Facts, theme: Theme, table_style: str, paragraph: Callable[[str, Iterable[Run]], str]
) -> Iterator[str]:
    """The table; `paragraph` sets runs in the style of a name.

    The wider values get the wider columns and one alone in a row the whole of it: Word breaks a date in Japanese
    anywhere, also before its last character, so it should fit on a line whatever the font.
    """
    if not facts.facts:
        return
    widths = _widths(facts.facts, theme)
    rows = (
        row_xml(list(_cells(facts.facts[start : start + 2], paragraph)), widths)
        for start in range(0, len(facts.facts), 2)
    )
    rules = [("top", theme.lines.strong, theme.colours.text), ("bottom", theme.lines.thin, theme.colours.rule)]
    yield from table_xml(rows, widths, table_style, borders(rules), _PADDING)


def _cells(pair: Sequence[Fact], paragraph: Callable[[str, Iterable[Run]], str]) -> Iterator[Cell]:
    """Label and value of each."""
    for place, fact in enumerate(pair):
        yield Cell(paragraph("Fact Label", (Run(fact.label),)))
        gap = (("right", mm_twips(_GAP_MM)),) if place == 0 else ()
        yield Cell(paragraph("Fact Value", fact.runs), margins=gap, span=1 if len(pair) == 2 else 3)


def _widths(facts: Sequence[Fact], theme: Theme) -> tuple[int, int, int, int]:
    """Twips of the four columns: those of the longer values are wider."""
    pairs = [facts[start : start + 2] for start in range(0, len(facts) - 1, 2)]
    left, right = (max((estimated_width(pair[side].runs) for pair in pairs), default=1.0) for side in (0, 1))
    share = min(max(left / ((left + right) or 1.0), _NARROWEST), 1 - _NARROWEST)
    label, room = mm_twips(_LABEL_MM), mm_twips(theme.text_width_mm)
    middle = round(room * share)
    return label, middle - label, label, room - middle - label
