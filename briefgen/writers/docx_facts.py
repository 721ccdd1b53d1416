"""The facts at the head of a note as a Word table: two a row, between two rules. Pure, no python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefgen.model.page import Fact, Facts, Run
from briefgen.writers.docx_lines import estimated_width
from briefgen.writers.docx_xml import Cell, borders, mm_twips, row_xml, table_xml
from briefgen.writers.theme import Theme

__all__ = ["facts_xml"]

_LABEL_MM = 18.5
_GAP_MM = 3.0
"""Between a value and the label right of it."""
_NARROWEST = 0.42
"""Share of the width that either pair of columns has at least."""
_PADDING = '<w:top w:w="20" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>'


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
