"""Sheets with everything that stands on every one of them: banner, footer, page numbers; and the outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefgen.model.page import Page, Run
from briefgen.writers.pdf.boxes import TextBox
from briefgen.writers.pdf.elements import set_elements
from briefgen.writers.pdf.pagination import Flow, Placed, Sheet, paginate
from briefgen.writers.pdf.paragraphs import Typesetter
from briefgen.writers.pdf.surface import BASELINE, Surface
from briefgen.writers.theme import Style, points

__all__ = ["draw_document"]

_ANCHOR_SPACE = 6.0
"""Points left above the target of a link when a viewer jumps there."""
_FOOTER_SHARE = 0.8
"""Of the text width, for the left part of the footer."""


def draw_document(page: Page, setter: Typesetter) -> bytes:
    """The whole page, set, cut into sheets and drawn: a PDF that still lacks metadata and structure.

    Sheet by sheet, so that no more than one of them is ever laid out in memory; the page numbers, which need the number
    of sheets, come last.
    """
    width_mm, height_mm = setter.theme.paper_mm
    surface = Surface(points(width_mm), points(height_mm), setter.faces.regular.name, setter.structure)
    drawing = _Drawing(page, setter, surface)
    height = points(setter.theme.text_height_mm) - drawing.footer_excess
    for sheet in paginate(_named(set_elements(page.elements, setter)), height):
        drawing.sheet(sheet)
        drawing.furniture()
        surface.finish_sheet()
    for number in range(surface.sheets):
        with surface.on_finished_sheet(number):
            drawing.page_number(number)
    return surface.finish()


def _named(flows: Iterable[Flow]) -> Iterator[Flow]:
    """The flows with an anchor for every bookmark."""
    for number, flow in enumerate(flows):
        yield replace(flow, anchors=(f"bookmark.{number}",)) if flow.bookmark and not flow.anchors else flow


@dataclass(frozen=True)
class _Drawing:
    """What is needed to draw sheets."""

    page: Page
    setter: Typesetter
    surface: Surface
    inserted: dict[int, int] = field(default_factory=dict)
    """How many pages of others are put behind a sheet, by its number from 0."""

    @cached_property
    def footer(self) -> TextBox:
        """The left part of the footer, which grows upwards."""
        theme = self.setter.theme
        return self.setter.paragraph(self.page.footer, theme.styles.footer, self.setter.text_width * _FOOTER_SHARE)

    @property
    def footer_top(self) -> float:
        """The top of the line with the page number."""
        theme = self.setter.theme
        return _top(points(theme.paper_mm[1] - theme.margins.footer_mm), theme.styles.footer)

    @property
    def footer_excess(self) -> float:
        """How much of the text area a footer of more than two lines takes away."""
        return max(self.footer.height - 2 * self.setter.theme.styles.footer.leading, 0.0)

    def sheet(self, sheet: Sheet) -> None:
        """The boxes of a sheet; repeated heads last, so that their line lies above others."""
        for placed in sorted(sheet, key=lambda placed: placed.is_repeated):
            self.placed(placed)

    def placed(self, placed: Placed) -> None:
        """A box at its place, with its anchors and its bookmark."""
        margins = self.setter.theme.margins
        top = points(margins.top_mm) + placed.top
        for anchor in placed.anchors:
            self.surface.anchor(anchor, top - _ANCHOR_SPACE)
            if anchor in self.page.inserted:
                self.inserted[self.surface.sheets] = self.page.inserted[anchor]
        if placed.bookmark:
            self.surface.bookmark(placed.bookmark.title, placed.anchors[0], placed.bookmark.level)
        self.surface.is_repeating = placed.is_repeated
        placed.box.draw(self.surface, points(margins.left_mm), top)
        self.surface.is_repeating = False

    def furniture(self) -> None:
        """Banner at top and bottom, and the left part of the footer."""
        theme = self.setter.theme
        self.banner(points(theme.margins.banner_mm))
        self.banner(points(theme.paper_mm[1] - theme.margins.banner_mm))
        footer, style = self.footer, theme.styles.footer
        top = self.footer_top - max(footer.height - style.leading, 0.0)
        footer.draw(self.surface, points(theme.margins.left_mm), top)

    def page_number(self, number: int) -> None:
        """Page 2 of 5 on sheet 1, at the right end of the footer; pages put in before it count."""
        theme = self.setter.theme
        before = sum(pages for sheet, pages in self.inserted.items() if sheet < number)
        run = Run(f"Page {number + 1 + before} of {self.surface.sheets + sum(self.inserted.values())}")
        x = self.setter.text_width - self.setter.width(run, theme.styles.footer)
        line = self.setter.line([(x, run)], theme.styles.footer)
        line.draw(self.surface, points(theme.margins.left_mm), self.footer_top)

    def banner(self, middle: float) -> None:
        """The marking, centred, in its colour; a long one is made smaller rather than cut."""
        if self.page.banner is None:
            return
        style = self.setter.theme.styles.banner
        run = Run(self.page.banner.text)
        width, widest = self.setter.width(run, style), self.setter.text_width
        if width > widest:
            style = replace(style, size=style.size * widest / width)
        x = (points(self.setter.theme.paper_mm[0]) - min(width, widest)) / 2
        (fragment,) = self.setter.line([(x, run)], style).lines[0]
        line = (replace(fragment, colour=self.page.banner.colour),)
        self.surface.text((line,), 0.0, _top(middle, style), style.leading)


def _top(middle: float, style: Style) -> float:
    """The top of a line of which the capitals, 0.73 of the size high, are centred at `middle`."""
    return middle + 0.365 * style.size - BASELINE * style.leading
