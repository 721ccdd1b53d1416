"""The elements of a page except the side-by-side text: each in, boxes with their wishes for placing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.model.page import (
    CLOSING_ROWS,
    LOW_CLOSING,
    LOW_END,
    BoxBlock,
    Element,
    Fact,
    Facts,
    HeadingBlock,
    ListBlock,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Rule,
    Run,
    SideBySide,
    Table,
    closing_parts,
    heading_depths,
    leads_in,
    words_of,
)
from briefgen.writers.pdf.boxes import Beside, Box, Edge, Framed, Spacer, Stack
from briefgen.writers.pdf.pagination import LOW_ROW, Bookmark, Flow
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.pdf.pictures import set_picture
from briefgen.writers.pdf.rows import set_rows
from briefgen.writers.pdf.structure import DOCUMENT
from briefgen.writers.pdf.tables import set_table
from briefgen.writers.theme import ColourName, Theme, points

__all__ = ["set_elements"]

_LABEL_GAP = 12.0
_CELL_GAP = 10.0
_BULLET_INDENT = 4.0
_BULLET_GAP = 5.0


def set_elements(elements: Sequence[Element], setter: Typesetter) -> Iterator[Flow]:
    """All elements as flows, in order; page breaks become a wish of the flow that follows."""
    depths = heading_depths(elements)
    composer = _Composer(setter, depths)
    begins_sheet = False
    closing = {place for part in closing_parts(elements) for place in part}
    rows, ending = list[Flow](), list[Flow]()
    neighbours = zip((None, *elements), elements, (*elements[1:], None), strict=False)
    for place, (before, element, following) in enumerate(neighbours):
        if isinstance(element, PageBreak):
            begins_sheet = True
            continue
        flows = set_rows(element, setter, depths) if isinstance(element, SideBySide) else composer.set(element)
        is_before_closing = isinstance(element, Table) and place + 1 in closing
        for flow in flows:
            keeps = flow.keeps_with_next or leads_in(element, before, following)
            placed = replace(flow, begins_sheet=begins_sheet, keeps_with_next=keeps)
            begins_sheet = False
            if place in closing:
                ending.append(placed)
            elif is_before_closing:
                rows.append(placed)
            else:
                yield placed
        if place in closing and place + 1 not in closing:
            yield from _closing(rows, ending, setter.theme)
            rows, ending = [], []


def _closing(rows: Sequence[Flow], ending: Sequence[Flow], theme: Theme) -> Iterator[Flow]:
    """A closing part, and the table before it: a low part in one piece, with low last rows of the table."""
    whole = _together(ending)
    is_low = whole.box.height <= LOW_CLOSING * points(theme.text_height_mm)
    yield from rows[:-CLOSING_ROWS]
    for row in rows[-CLOSING_ROWS:]:
        yield replace(row, keeps_with_next=row.keeps_with_next or (is_low and row.box.height <= LOW_ROW / 2))
    yield from [whole] if is_low else _flowing(ending, theme.styles.body.leading)


def _together(flows: Sequence[Flow]) -> Flow:
    """The flows as one that no page end cuts."""
    boxes = [flows[0].box]
    for before, flow in pairwise(flows):
        boxes += [Spacer(max(before.after, flow.before)), flow.box]
    anchors = tuple(name for flow in flows for name in flow.anchors)
    whole = replace(flows[0], box=Stack(tuple(boxes)), anchors=anchors, after=flows[-1].after)
    return replace(whole, keeps_with_next=False, kept_whole=1.0)


def _flowing(flows: Sequence[Flow], line: float) -> Iterator[Flow]:
    """A heading and what stands below it, of which two lines stay with it and no low end stands alone on a sheet."""
    last = len(flows) - 1
    for place, flow in enumerate(flows):
        is_one_line = place == 1 and flow.box.height < 2 * line
        is_before_low_end = place + 1 == last and flows[last].box.height < LOW_END * line
        keeps = flow.keeps_with_next or is_one_line or is_before_low_end
        yield replace(flow, keeps_with_next=keeps and place < last, kept_whole=0.0 if place < last else flow.kept_whole)


@dataclass(frozen=True, slots=True)
class _Composer:
    """What is needed to set an element."""

    setter: Typesetter
    depths: Iterator[int]
    """Of the headings that follow."""

    def set(self, element: Element) -> Iterator[Flow]:
        """The flows of an element that is neither a page break nor side-by-side text."""
        match element:
            case ParagraphBlock():
                yield self.paragraph(element)
            case HeadingBlock():
                yield self.heading(element)
            case BoxBlock():
                yield self.box(element)
            case Facts():
                yield self.facts(element)
            case Table():
                yield from set_table(element, self.setter)
            case ListBlock():
                yield from self.list(element)
            case PictureBlock():
                yield self.picture(element)
            case Rule():
                gap = self.setter.theme.spaces.between_blocks
                yield Flow(
                    Framed(Spacer(0.0), self.setter.text_width, top_edge=self.setter.edge()), before=gap, after=gap
                )

    def paragraph(self, block: ParagraphBlock) -> Flow:
        """A paragraph in its style; title and subtitle stay with what follows."""
        style = self.setter.theme.styles.paragraph(block.style)
        node = self.setter.structure.add("H1" if block.style.is_title else "P")
        return Flow(
            self.setter.paragraph(block.runs, style, self.setter.text_width, node),
            "a paragraph",
            style.before,
            style.after,
            keeps_with_next=block.style.is_title or block.style is ParagraphStyle.SUBTITLE,
            anchors=_anchors(block.id),
        )

    def heading(self, block: HeadingBlock) -> Flow:
        """A heading of the note, which stays with what follows."""
        style = self.setter.theme.styles.heading(block.level)
        depth = next(self.depths)
        node = self.setter.structure.add(f"H{depth + 1}")
        return Flow(
            self.setter.paragraph(block.runs, style, self.setter.text_width, node),
            "a heading",
            style.before,
            style.after,
            keeps_with_next=True,
            anchors=_anchors(block.id),
            bookmark=Bookmark(" ".join(words_of(block.runs).split()), depth - 1),
        )

    def box(self, block: BoxBlock) -> Flow:
        """Paragraphs on a tinted ground with a bar at the left (the bottom line), or in a thin frame."""
        theme = self.setter.theme
        padding = theme.spaces.box_padding
        is_bottom_line = block.kind == "bottom-line"
        left = padding + (theme.lines.bar if is_bottom_line else 0.0)
        boxes: list[Box] = []
        for index, paragraph in enumerate(block.paragraphs):
            style = theme.styles.paragraph(paragraph.style)
            if index:
                boxes.append(Spacer(style.after))
            node = self.setter.structure.add("P")
            emphasis = ColourName.ACCENT if is_bottom_line else None
            boxes.append(
                self.setter.paragraph(paragraph.runs, style, self.setter.text_width - left - padding, node, emphasis)
            )
        framed = Framed(Stack(tuple(boxes)), self.setter.text_width, padding * 0.75, padding * 0.75, left)
        if is_bottom_line:
            bar = Edge(theme.lines.bar, theme.colours.accent)
            framed = replace(framed, ground=theme.colours.tint, bar=bar)
        else:
            framed = replace(framed, frame=self.setter.edge())
        gap = theme.spaces.between_blocks
        anchors = tuple(paragraph.id for paragraph in block.paragraphs if paragraph.id)
        return Flow(framed, "a box", gap, gap, anchors=anchors)

    def facts(self, block: Facts) -> Flow:
        """Two facts to a line, between two lines; one alone has the line for itself."""
        style = self.setter.theme.styles.fact_label
        labels = [self.setter.width(Run(fact.label), style) for fact in block.facts]
        label_width = min(max(labels, default=0.0) + _LABEL_GAP, self.setter.text_width / 5)
        half = self.setter.text_width / 2
        rows: list[Box] = []
        for index in range(0, len(block.facts), 2):
            pair = block.facts[index : index + 2]
            width = half if len(pair) == 2 else self.setter.text_width
            places = [(side * half, width, label_width) for side in range(len(pair))]
            cells = [cell for fact, place in zip(pair, places, strict=True) for cell in self.fact(fact, place)]
            rows.append(Beside(tuple(cells)))
        framed = Framed(
            Stack(tuple(rows)),
            self.setter.text_width,
            2.5,
            2.5,
            top_edge=self.setter.edge(is_strong=True),
            bottom_edge=self.setter.edge(),
        )
        gap = self.setter.theme.spaces.between_blocks
        return Flow(framed, "the facts", gap / 2, gap)

    def fact(self, fact: Fact, place: tuple[float, float, float]) -> list[tuple[float, Box]]:
        """Label and value; `place`: their distance from the left, their width and that of the label."""
        x, width, label_width = place
        styles = self.setter.theme.styles
        node = self.setter.structure.add("P")
        value_width = width - label_width - _CELL_GAP
        return [
            (x, self.setter.paragraph((Run(fact.label),), styles.fact_label, label_width - _LABEL_GAP, node)),
            (x + label_width, self.setter.paragraph(fact.runs, styles.fact_value, value_width, node)),
        ]

    def list(self, block: ListBlock) -> Iterator[Flow]:
        """Items with bullets, or with numbers aligned at their dots; the last one begins no sheet."""
        style = self.setter.theme.styles.body
        parent = self.setter.structure.add("L")
        marks = [Run(f"{number}." if block.is_numbered else "•") for number in range(1, len(block.items) + 1)]
        mark_width = max((self.setter.width(mark, style) for mark in marks), default=0.0)
        indent = _BULLET_INDENT + mark_width + _BULLET_GAP
        for index, (mark, runs) in enumerate(zip(marks, block.items, strict=True)):
            item = self.setter.structure.add("LI", parent)
            x = _BULLET_INDENT + mark_width - self.setter.width(mark, style)
            label = self.setter.line([(x, mark)], style, self.setter.structure.add("Lbl", item))
            body = self.setter.structure.add("LBody", item)
            text = self.setter.paragraph(runs, style, self.setter.text_width - indent, body)
            after = style.after if index + 1 == len(marks) else style.after / 2.5
            item_box = Beside(((0.0, label), (indent, text)))
            is_last_but_one = index + 2 == len(marks)
            yield Flow(item_box, "an item of a list", style.before, after, keeps_with_next=is_last_but_one)

    def picture(self, block: PictureBlock) -> Flow:
        """A picture with its caption below."""
        style = self.setter.theme.styles.caption
        self.setter.place = "a picture"
        picture = set_picture(block.picture, self.setter, self.setter.text_width, (DOCUMENT, words_of(block.caption)))
        self.setter.place = ""
        node = self.setter.structure.add("Caption")
        caption = self.setter.paragraph(block.caption, style, self.setter.text_width, node)
        gap = self.setter.theme.spaces.between_blocks
        return Flow(Stack((picture, Spacer(style.before), caption)), "a picture", gap, gap)


def _anchors(id_: str) -> tuple[str, ...]:
    return (id_,) if id_ else ()
