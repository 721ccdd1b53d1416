"""How many lines a text takes in a cell, estimated: Word breaks lines only when it shows the file. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from briefgen.model.page import Element, HeadingBlock, ListBlock, ParagraphBlock, Run, words_of
from briefgen.writers.languages import full_widths
from briefgen.writers.theme import Style, Theme, points

__all__ = ["estimated_height", "estimated_lines"]


def estimated_lines(runs: Iterable[Run], width: float, size: float) -> int:
    """Lines of these runs at this type size in a cell of this width, both in points."""
    text = words_of(runs)
    return sum(max(math.ceil(full_widths(line) * size / width), 1) for line in text.split("\n"))


def estimated_height(elements: Iterable[Element], theme: Theme) -> float:
    """The share of a page that these paragraphs, headings and lists take."""
    width = points(theme.text_width_mm)
    height = 0.0
    for runs, style in _paragraphs(elements, theme):
        height += style.before + estimated_lines(runs, width, style.size) * style.leading + style.after
    return height / points(theme.text_height_mm)


def _paragraphs(elements: Iterable[Element], theme: Theme) -> Iterator[tuple[tuple[Run, ...], Style]]:
    """Paragraphs, headings and items with their styles."""
    for element in elements:
        match element:
            case ListBlock():
                yield from ((item, theme.styles.body) for item in element.items)
            case HeadingBlock():
                yield element.runs, theme.styles.heading(element.level)
            case ParagraphBlock():
                yield element.runs, theme.styles.paragraph(element.style)
