"""Plain tables of a Word file, and the facts at the head of a note, two a row; pure, no python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from briefgen.model.page import Fact, Facts, Flag, Run, Table, words_of
from briefgen.writers.docx.keeping import (
    KEEP,
    is_long,
    keeps_with_next,
    may_stay_with_what_follows,
    of_what_leads,
    plain_height,
    with_what_goes_on,
)  # fmt: skip
from briefgen.writers.docx.styles import joined_lines, spacing_xml
from briefgen.writers.docx.xml import Cell, borders, mm_twips, pt_twips, row_xml, table_xml
from briefgen.writers.languages import full_widths
from briefgen.writers.theme import Theme

__all__ = ["TextWriter", "facts_xml", "plain_table_xml"]

_CELL_GAP_MM = 3.5
_LABEL_MM = 18.5
_GAP_MM = 3.0
"""Between a value and the label right of it."""
_NARROWEST = 0.42
"""Share of the width that either pair of columns has at least."""
_PADDING = '<w:top w:w="20" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>'


class TextWriter(Protocol):
    """Sets what stands in the cells of a table; `properties` are those of the paragraph."""

    def paragraph(self, style: str, runs: Iterable[Run], properties: str = "", bookmark: str = "") -> str:
        """Runs in the style of a name, with a bookmark."""

    def flag(self, flag: Flag, properties: str) -> str:
        """What was found."""


def plain_table_xml(table: Table, theme: Theme, table_style: str, writer: TextWriter, keep: str) -> Iterator[str]:
    """The table; `keep` is what keeps its last rows with what follows, if they are low."""
    widths = [mm_twips(share * theme.text_width_mm) for share in table.widths]
    below_head, gap = (
        borders([("bottom", theme.lines.strong, theme.colours.text)]),
        (("right", mm_twips(_CELL_GAP_MM)),),
    )
    rows = []
    heights = [plain_height(row, widths, theme) for row in table.rows]
    together, leading = with_what_goes_on(table.rows, heights), of_what_leads(table.rows, heights)
    for place, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        following = table.rows[place + 1] if place + 1 < len(table.rows) else None
        kept = KEEP if keeps_with_next(table, place, (together[place], leading[place]), theme) else ""
        if not kept and may_stay_with_what_follows(table, place, height, theme):
            kept = keep
        style = "Table Head" if row.is_header else "Table Cell"
        line = below_head if row.is_header else joined_lines(row, following)
        cells = [
            Cell(
                writer.paragraph(style, runs, kept, row.id_of(column))
                + _flags_xml(row.flags_of(column), theme, writer, kept),
                line,
                gap,
            )
            for column, runs in enumerate(row.cells)
        ]
        rows.append(row_xml(cells, widths, is_header=row.is_header, may_split=is_long(height, theme)))
    rules = borders((side, theme.lines.thin, theme.colours.rule) for side in ("bottom", "insideH"))
    yield from table_xml(rows, widths, table_style, rules)


def _flags_xml(flags: Sequence[Flag], theme: Theme, writer: TextWriter, kept: str) -> str:
    """What was found in a cell; below the last of it the space that is below the text of cells."""
    looks = theme.styles
    last = kept + spacing_xml(replace(looks.flag, after=looks.table_cell.after))
    return "".join(writer.flag(flag, kept) for flag in flags[:-1]) + "".join(
        writer.flag(flag, last) for flag in flags[-1:]
    )


def facts_xml(
    facts: Facts, theme: Theme, table_style: str, paragraph: Callable[[str, Iterable[Run]], str]
) -> Iterator[str]:
    """The table; `paragraph` sets runs in the style of a name.

    Both columns are as wide, as those below are, unless a value needs more; one alone in a row gets the whole of it:
    Word breaks a date in Japanese anywhere, also before its last character, so it should fit on a line in any font.
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
    """Twips of the four columns: half the width for either pair, unless a value does not fit: then it gets more."""
    pairs = [facts[start : start + 2] for start in range(0, len(facts) - 1, 2)]
    left, right = (max((full_widths(words_of(pair[side].runs)) for pair in pairs), default=0.0) for side in (0, 1))
    label, room = mm_twips(_LABEL_MM), mm_twips(theme.text_width_mm)
    fits = max(left, right) * pt_twips(theme.styles.fact_value.size) <= room / 2 - label - mm_twips(_GAP_MM)
    share = 0.5 if fits else min(max(left / (left + right), _NARROWEST), 1 - _NARROWEST)
    middle = round(room * share)
    return label, middle - label, label, room - middle - label
