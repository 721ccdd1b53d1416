"""What a sheet holds for a chart besides it, and whether their figures stand in cells that are read anyway."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from lxml import etree

from briefgen.readers.charts.tables import Chart, Points
from briefgen.readers.docx.parts import MC
from briefgen.readers.xlsx.format import column_number

__all__ = ["Cells", "drop_substitutes", "repeats_cells"]

Cells = Mapping[str, Collection[tuple[int, int]]]
"""Row and column of the cells that are read, by the name of their sheet."""
_MOST_CELLS = 10_000
"""That a chart takes from one area."""
_AREA = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,()]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?,?")


def drop_substitutes(drawing: etree._Element) -> None:
    """Take out of a drawing what stands there for programs that do not know a chart: a box that says so."""
    for choice in drawing.iter(MC + "Choice"):
        if next(choice.iter("{*}chart"), None) is not None:
            for substitute in choice.itersiblings(MC + "Fallback"):
                substitute.clear()


def repeats_cells(chart: Chart, cells: Cells) -> bool:
    """Return whether all that a chart shows stands in cells that are read."""
    has_figures = any(_filled(series.values, cells) for series in chart.series)
    return has_figures and all(_stands(points, cells) for series in chart.series for points in series.points)


def _stands(points: Points, cells: Cells) -> bool:
    """Whether as many cells are read as the chart keeps a copy of: what it shows of hidden ones is not."""
    if not points.formula:
        return not points.stored
    filled = _filled(points, cells)
    return filled is not None and filled >= (points.stored or 0)


def _filled(points: Points, cells: Cells) -> int | None:
    """How many cells are read of those that the points come from; None where that cannot be told."""
    formula = points.formula.removeprefix("(").removesuffix(")")
    count = end = 0
    for area in _AREA.finditer(formula):
        quoted, plain, left, top, right, bottom = area.groups()
        sheet = cells.get((quoted or "").replace("''", "'") or plain)
        rows = range(int(top) - 1, int(bottom or top))
        columns = range(column_number(left), column_number(right or left) + 1)
        if area.start() != end or sheet is None or len(rows) * len(columns) > _MOST_CELLS:
            return None
        count += sum((row, column) in sheet for row in rows for column in columns)
        end = area.end()
    return count if end == len(formula) else None
