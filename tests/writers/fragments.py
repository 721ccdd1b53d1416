"""Pages that hold one element each, for pictures that tell which element has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.cli.trying import example_briefing
from briefgen.model.briefing import DesignationLine
from briefgen.model.page import (
    BoxBlock,
    Element,
    Facts,
    HeadingBlock,
    ListBlock,
    Page,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Rule,
    SideBySide,
    SideRow,
    Table,
)
from tests.writers.looks import THEME, page_of
from tests.writers.pages import demo_page

__all__ = ["Fragment", "fragments"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A page with one element, and between which heights of the sheet, in mm, it may stand."""

    page: Page
    top: float
    bottom: float


def fragments() -> dict[str, Fragment]:
    """Every kind of element by its name: those of the demo page, then what single templates have."""
    demo, margins, height = demo_page(), THEME.margins, THEME.paper_mm[1]
    start, end = margins.top_mm, height - margins.bottom_mm
    style = THEME.styles.column_head
    heads = start + (style.before + style.leading + style.after) * 25.4 / 72
    (table,) = [element for element in demo.elements if isinstance(element, SideBySide)]
    made = {name: Fragment(Page("Element", parts), start, end) for name, parts in (*_blocks(demo), *_of_templates())}
    made |= {name: Fragment(Page("Element", parts), heads + 0.5, end) for name, parts in _rows(table)}
    return made | {
        "column heads": Fragment(Page("Element", (replace(table, rows=table.rows[-1:]),)), start, heads + 0.5),
        "banner": Fragment(replace(demo, elements=(), footer=()), 0, start),
        "footer": Fragment(replace(demo, elements=(), banner=None), end, height),
    }


def _blocks(demo: Page) -> Iterator[tuple[str, tuple[Element, ...]]]:
    names = {
        ParagraphStyle.TITLE: "title", ParagraphStyle.LONG_TITLE: "long title",
        ParagraphStyle.SUBTITLE: "subtitle", ParagraphStyle.SMALL: "source line",
        ParagraphStyle.BODY: "paragraph", ParagraphStyle.LEGEND: "legend", ParagraphStyle.CAPTION: "caption",
    }  # fmt: skip
    for element in demo.elements:
        match element:
            case ParagraphBlock():
                yield names[element.style], (element,)
            case HeadingBlock():
                yield f"heading {element.level}", (element,)
            case BoxBlock():
                yield f"box {element.kind}", (element,)
            case ListBlock():
                yield "numbered list" if element.is_numbered else "list", (element,)
            case Facts() | Table() | PictureBlock() | Rule():
                yield type(element).__name__.removesuffix("Block").lower(), (element,)


def _rows(table: SideBySide) -> Iterator[tuple[str, tuple[Element, ...]]]:
    """The first row of each kind in a table of its own; a sentence that goes on stands below the one before it."""
    seen = set()
    for before, row in zip((None, *table.rows), table.rows, strict=False):
        name = _name(row)
        if name not in seen:
            seen.add(name)
            rows = (before, row) if before and row.continues else (row,)
            yield name, (replace(table, rows=rows),)


def _name(row: SideRow) -> str:
    if row.heading_level:
        return f"heading row {row.heading_level}"
    if row.flags:
        return f"row with {row.flags[0].severity}"
    kind = "note" if row.is_note else "picture" if row.picture else "item" if row.indent else "row"
    return f"{kind} {'that goes on' if row.continues else row.status}"


def _of_templates() -> Iterator[tuple[str, tuple[Element, ...]]]:
    """Tables and boxes that stand in one template only."""
    example = example_briefing()
    designated = replace(example, designation=(DesignationLine("Controlled by", "Desk"), DesignationLine("POC")))
    decision, memo, review, marked = (
        [element for element in page_of(briefing, f"{name}.xml.j2", "pdf").elements if isinstance(element, kind)]
        for briefing, name, kind in (
            (example, "decision", Table), (example, "memo", Table), (example, "review", Table),
            (designated, "briefing", BoxBlock),
        )
    )  # fmt: skip
    yield from (("options", (decision[0],)), ("decision", (decision[1],)))
    yield from (("distribution list", (memo[0],)), ("list of annexes", (memo[1],)))
    yield from (("reviewer", (review[0],)), ("review table", (replace(review[1], rows=review[1].rows[:4]),)))
    yield "designation block", (marked[0],)
