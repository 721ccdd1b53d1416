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
"""To which one chart refers."""
_AREA = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,()]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?,?")


def drop_substitutes(drawing: etree._Element) -> None:
    """Take out of a drawing what stands there for programs that do not know a chart: a box that says so."""
    for choice in drawing.iter(MC + "Choice"):
        if next(choice.iter("{*}chart"), None) is not None:
            for substitute in choice.itersiblings(MC + "Fallback"):
                substitute.clear()


def repeats_cells(chart: Chart, cells: Cells) -> bool:
    """Return whether all that a chart shows stands in cells that are read."""
    counter = _Counter(cells)
    has_figures = any(counter.filled(series.values.formula) for series in chart.series)
    return has_figures and all(counter.holds(points) for series in chart.series for points in series.points)


class _Counter:
    """Counts the cells that a chart refers to, up to a limit."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._left = _MOST_CELLS
        self._counts: dict[str, int | None] = {}

    def holds(self, points: Points) -> bool:
        """Whether as many cells are read as the chart keeps a copy of: what it shows of hidden ones is not."""
        if not points.formula:
            return not points.stored
        count = self.filled(points.formula)
        return count is not None and count >= (points.stored or 0)

    def filled(self, formula: str) -> int | None:
        """How many of the cells a formula names are read; None where that cannot be told."""
        if formula not in self._counts:
            self._counts[formula] = self._counted(formula.removeprefix("(").removesuffix(")"))
        return self._counts[formula]

    def _counted(self, formula: str) -> int | None:
        count = end = 0
        while (area := _AREA.match(formula, end)) is not None:
            quoted, plain, left, top, right, bottom = area.groups()
            sheet = self._cells.get((quoted or "").replace("''", "'") or plain)
            rows = range(int(top) - 1, int(bottom or top))
            columns = range(column_number(left), column_number(right or left) + 1)
            self._left -= max(len(rows) * len(columns), 1)
            if sheet is None or self._left < 0:
                return None
            count += sum((row, column) in sheet for row in rows for column in columns)
            end = area.end()
        return count if end == len(formula) else None
