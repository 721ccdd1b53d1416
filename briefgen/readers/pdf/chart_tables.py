"""The labels of a chart -> a table: one row for each category, with the values that stand over it, or beside it.

What belongs to a category is what stands at its place. The series of a value is told by the colour of the bar it stands
in or at, where the legend has it. Figures of a scale, evenly set and evenly counted, say nothing and are left out.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.pdf.calls import Color
from briefgen.readers.pdf.rows import is_figure
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.shapes import Shape
from briefgen.readers.structure.layout import Paragraph

__all__ = ["Along", "Label", "Plot", "Words", "set_table", "without_scales"]

_FEWEST_STEPS = 3
"""So many figures make a scale."""
_FEWEST_CATEGORIES = 2
_EVEN, _ROUGHLY = 0.03, 0.25
"""Of a step: so far a figure of a scale may stand from its place, and a category of a line."""
_ON_LINE = 0.4
"""In em: figures whose edges differ by less stand on one line."""
_LARGEST_KEY, _KEY_GAP, _AT_END = 1.3, 0.6, 1.5
"""In em: the coloured area before a name in the legend, the middle of the room behind it, and the room between the end
of a bar and its value."""
_LEVEL = 0.5
"""In em."""
_BELOW = 1.4
"""In em, from base to base: so near below its name stands the figure of a piece of a pie."""
_NUMBER = re.compile(r"[-−－▲△]?[0-9][0-9,]*(?:\.[0-9]+)?")
_MINUS = str.maketrans("−－▲△", "----")


class Along(Enum):
    """Which way the categories of a chart follow each other."""

    ACROSS = "across"
    DOWN = "down"
    UNKNOWN = "unknown"


class Label(NamedTuple):
    """Words that stand together in a chart."""

    text: str
    box: Box
    size: float
    runs: tuple[Run, ...]

    @property
    def across(self) -> float:
        """Its middle, from the left."""
        return (self.box.left + self.box.right) / 2

    @property
    def down(self) -> float:
        """Its middle, from the top."""
        return (self.box.top + self.box.bottom) / 2


Words = Sequence[Label]


def without_scales(labels: Words, drawn: Box, along: Along) -> tuple[list[Label], tuple[str, ...]]:
    """Return the labels without the figures of scales, and these; what runs along the categories is no scale.

    `drawn` is the area of the bars or curves; a scale stands outside.
    """
    if along is Along.DOWN:
        outside = [label for label in labels if not drawn.top < label.down < drawn.bottom]
        scales = list(_scales((label.box.bottom, label.across, label) for label in outside))
    else:
        outside = [label for label in labels if not drawn.left < label.across < drawn.right]
        scales = list(_scales((label.box.right, label.down, label) for label in outside))
        at_left = list(_scales((label.box.left, label.down, label) for label in outside))
        scales = at_left if len(at_left) > len(scales) else [*scales, *(at for at in at_left if at not in scales)]
    return [label for label in labels if label not in scales], tuple(label.text for label in scales)


def _scales(placed: Iterable[tuple[float, float, Label]]) -> Iterator[Label]:
    """Yield the figures that stand on one line, given first, in even steps, given second, and count evenly."""
    lines: list[list[tuple[float, float, Label]]] = []
    for line, step, label in sorted(placed, key=lambda place: place[:2]):
        if _number(label.text) is None:
            continue
        if lines and line - lines[-1][0][0] < _ON_LINE * label.size:
            lines[-1].append((line, step, label))
        else:
            lines.append([(line, step, label)])
    for members in lines:
        figures = [(step, label) for _, step, label in sorted(members, key=lambda place: place[1])]
        steps, counts = [step for step, _ in figures], [_number(label.text) or 0.0 for _, label in figures]
        if len(figures) >= _FEWEST_STEPS and _are_even(steps) and _are_even(counts):
            yield from (label for _, label in figures)


def _number(text: str) -> float | None:
    """The number a label is, without the sign of percent."""
    plain = unicodedata.normalize("NFKC", text).removesuffix("%")
    return float(plain.replace(",", "").translate(_MINUS)) if _NUMBER.fullmatch(plain) else None


def _are_even(values: Sequence[float], within: float = _EVEN) -> bool:
    """Whether the values follow each other in steps of one size."""
    step = (values[-1] - values[0]) / (len(values) - 1)
    return step != 0 and all(abs(after - before - step) <= within * abs(step) for before, after in pairwise(values))


# ---------------------------------------------------------------- the table


class Plot(NamedTuple):
    """What is drawn in a chart: the area of its bars or curves, which way its categories go, all filled areas."""

    box: Box
    along: Along
    shapes: Sequence[Shape]

    @property
    def is_down(self) -> bool:
        """Whether the categories stand below each other."""
        return self.along is Along.DOWN

    def place(self, label: Label) -> float:
        """Where a label stands along the categories."""
        return label.down if self.is_down else label.across

    @property
    def ends(self) -> tuple[float, float]:
        """Where the categories begin and end."""
        return (self.box.top, self.box.bottom) if self.is_down else (self.box.left, self.box.right)


class _Table(NamedTuple):
    rows: list[list[str]]
    labels: list[Label]
    """Those that stand in it."""
    is_headed: bool = False


_Legend = dict[Color | None, Label]


def set_table(labels: Words, plot: Plot, sheet: Sheet) -> Iterator[Paragraph]:
    """Yield the labels of a chart: those outside the table as captions, then its cells.

    Without categories each label has a row, with its figure.
    """
    ordered = sorted(labels, key=lambda label: (round(label.down), label.across))
    categories = _down(ordered, plot.box) if plot.is_down else _across(ordered, plot)
    table = _with_series(ordered, categories, plot) if categories else _pairs(ordered)
    for label in ordered:
        if label not in table.labels:
            yield Paragraph(label.text, sheet.number, BlockKind.CAPTION)
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            if text:
                place = CellPlace(0, row, column, is_header=table.is_headed and row == 0)
                yield Paragraph(text, sheet.number, BlockKind.TABLE_CELL, cell=place)


def _across(labels: Words, plot: Plot) -> list[Label]:
    """The categories under what is drawn, from the left: the first row of labels there, and what goes on below it."""
    below = [label for label in labels if label.box.top > plot.box.bottom - _LEVEL * label.size]
    levels: list[list[Label]] = []
    for label in below:
        if levels and label.down - levels[-1][0].down < _LEVEL * label.size:
            levels[-1].append(label)
        else:
            levels.append([label])
    rows = (sorted(level, key=lambda label: label.across) for level in levels)
    if plot.along is Along.UNKNOWN:
        rows = (row for row in rows if len(row) > _FEWEST_CATEGORIES and _are_even([at.across for at in row], _ROUGHLY))
    row = next((row for row in rows if len(row) >= _FEWEST_CATEGORIES), [])
    return [_with_next_line(label, below) for label in row]


def _with_next_line(label: Label, below: Words) -> Label:
    """The label with the one right below it, as one."""
    for other in below:
        is_under = abs(other.across - label.across) < _LEVEL * label.size and other.down > label.down
        if is_under and other.down - label.down < _BELOW * label.size and not is_figure(label.text):
            return label._replace(text=label.text + other.text, runs=label.runs + other.runs)
    return label


def _down(labels: Words, drawn: Box) -> list[Label]:
    """The categories beside what is drawn, from the top."""
    beside = [label for label in labels if label.box.right < drawn.left + _LEVEL * label.size]
    beside = [label for label in beside if drawn.top - label.size < label.down < drawn.bottom + label.size]
    return beside if len(beside) >= _FEWEST_CATEGORIES else []


def _with_series(labels: Words, categories: Words, plot: Plot) -> _Table:
    """A row for each category: its name, and the figures at its place, below the names of their series if told."""
    values = _values(labels, categories, plot)
    of_categories = {id(run) for category in categories for run in category.runs}
    named = [label for label in labels if id(label.runs[0]) in of_categories]
    named += [value for own in values for value in own]
    legend = _legend(labels, plot.shapes)
    series = [{_series(value, plot): value.text for value in own} for own in values]
    pairs = list(zip(categories, values, series, strict=True))
    is_told = len(legend) > 1 and any(values)
    if is_told and all(len(told) == len(own) and told.keys() <= legend.keys() for _, own, told in pairs):
        head = ["", *(label.text for label in legend.values())]
        rows = [[category.text, *(told.get(fill, "") for fill in legend)] for category, _, told in pairs]
        return _Table([head, *rows], [*named, *legend.values()], is_headed=True)
    return _Table([[category.text, *(value.text for value in own)] for category, own, _ in pairs], named)


def _values(labels: Words, categories: Words, plot: Plot) -> list[Words]:
    """For each category the figures at its place: above its name, or behind it where the names stand at the left."""
    places, size = [plot.place(category) for category in categories], categories[0].size
    begin, end = min(plot.ends[0], places[0]) - size, max(plot.ends[1], places[-1]) + size
    edges = [begin, *((before + after) / 2 for before, after in pairwise(places)), end]
    figures = [label for label in labels if is_figure(label.text)]
    values: list[Words] = []
    for category, (start, stop) in zip(categories, pairwise(edges), strict=True):
        own = [label for label in figures if start <= plot.place(label) < stop]
        if plot.is_down:
            own = [label for label in own if label.across > category.across]
        else:
            own = [label for label in own if label.down < category.down]
        values.append(_in_order(own, plot))
    return values


def _in_order(values: Words, plot: Plot) -> Words:
    """The values of a category: those beside each other along the categories in that order, else the other way."""
    along = [plot.place(value) for value in values]
    is_beside = len(values) > 1 and max(along) - min(along) > _LEVEL * values[0].size
    return sorted(values, key=lambda value: value.down if is_beside is plot.is_down else value.across)


def _legend(labels: Words, shapes: Sequence[Shape]) -> _Legend:
    """What the colours mean: the labels behind a small filled area."""
    return {shape.fill: label for label in labels for shape in shapes if shape.fill and _is_key(shape.box, label)}


def _is_key(box: Box, label: Label) -> bool:
    is_small = max(box.right - box.left, box.bottom - box.top) < _LARGEST_KEY * label.size
    is_before = abs(label.box.left - box.right - _KEY_GAP * label.size) <= _KEY_GAP * label.size
    return is_small and is_before and box.top < label.down < box.bottom


def _series(value: Label, plot: Plot) -> Color | None:
    """The colour of the bar in which a value stands, or else of that at the end of which it stands."""
    bars = [bar for bar in plot.shapes if bar.fill and not bar.is_free and _area(bar.box) < _area(plot.box)]
    near = [(_distance(value, bar.box, plot.is_down), bar) for bar in bars]
    inside = min((bar for gap, bar in near if gap < 0), key=lambda bar: _area(bar.box), default=None)
    at_end = min((at for at in near if 0 <= at[0] < _AT_END * value.size), key=lambda at: at[0], default=None)
    return inside.fill if inside else at_end[1].fill if at_end else None


def _distance(value: Label, bar: Box, is_down: bool) -> float:
    """How far before the end of a bar a value stands; below 0 when it stands in it."""
    if is_down:
        is_level, is_inside = bar.top < value.down < bar.bottom, value.across > bar.left
        gap = value.box.left - bar.right
    else:
        is_level, is_inside = bar.left < value.across < bar.right, value.down < bar.bottom
        gap = bar.top - value.box.bottom
    return gap if is_level and is_inside else math.inf


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _pairs(labels: Words) -> _Table:
    """A row for each name with the figure right below it, and for each figure without a name; or for each label."""
    named = [(name, figure) for name in labels for figure in labels if _is_figure_of(name, figure)]
    used = [label for pair in named for label in pair]
    alone = [label for label in labels if label not in used and (is_figure(label.text) or not named)]
    rows = [*named, *((label,) for label in alone)]
    return _Table([[label.text for label in row] for row in rows], [*used, *alone])


def _is_figure_of(name: Label, label: Label) -> bool:
    is_under = abs(label.across - name.across) < _LEVEL * name.size and label.down > name.down
    is_name = is_figure(label.text) and not is_figure(name.text)
    return is_name and is_under and label.down - name.down < _BELOW * name.size
