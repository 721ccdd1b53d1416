"""The charts of a file -> tables of the figures that the file holds for them, and the findings that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.readers.charts.drawing import read_drawn_chart
from briefgen.readers.charts.extended import read_extended_chart
from briefgen.readers.charts.opendocument import read_opendocument_chart
from briefgen.readers.charts.points import one_line, paragraph_text
from briefgen.readers.charts.tables import Chart, chart_head, chart_tables
from briefgen.readers.inline.left_out import counted
from briefgen.readers.package import Package
from briefgen.readers.structure.layout import Paragraph

__all__ = ["MOST_POINTS", "ChartReader"]

MOST_POINTS = 2_000
"""Of one chart; a table of more is none that people read."""
_MOST_IN_FILE = 20_000
_FIRST_TABLE = 1_000_000
"""Number of the first table of a chart, beyond those that the readers give."""
_MOST_NAMED = 5
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {"chart": read_drawn_chart, "chartEx": read_extended_chart}
"""What reads a part by the kind of its relation."""
Reader = Callable[[etree._Element, int], Chart | None]


class ChartReader:
    """Reads the charts of one file, each part once, and keeps what the findings need."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._charts: dict[str, Chart | None] = {}
        self._drawn: set[str] = set()
        """Parts with words drawn into a chart."""
        self._left = _MOST_IN_FILE
        self._tables = 0
        self._made: list[str] = []
        """Titles of the charts that became tables."""
        self._repeated = self._unformatted = 0

    def charts(self, part: str) -> dict[str, Chart]:
        """Return the charts a part refers to, by the ids of its relations.

        Those that are damaged, have too many points, or show what the file does not hold are left out.
        """
        relations = [relation for relation in self._package.relations(part) if relation.kind in _KINDS]
        found = ((relation.id, self._read(relation.path, _KINDS[relation.kind])) for relation in relations)
        return {number: chart for number, chart in found if chart is not None}

    def object_chart(self, place: str) -> Chart | None:
        """Return the chart of an OpenDocument object, None as for those left out in `charts`."""
        chart = self._read(f"{place.removeprefix('./')}/content.xml", read_opendocument_chart)
        return chart if chart is not None and chart.is_stored else None

    def object_table(self, place: str) -> Iterator[Paragraph]:
        """Return the chart of an OpenDocument object as its title and its tables; nothing when it has none."""
        chart = self.object_chart(place)
        return iter(()) if chart is None else self.table(chart)

    def table(self, chart: Chart) -> Iterator[Paragraph]:
        """Return the chart as its title and its tables."""
        tables = chart_tables(chart, _FIRST_TABLE + self._tables)
        self._tables += len(tables)
        self._made.append(chart.title)
        self._unformatted += chart.unformatted
        yield from chart_head(chart)
        yield from (cell for table in tables for cell in table)

    def title(self, chart: Chart) -> Iterator[Paragraph]:
        """Return the title alone of a chart whose figures stand in a table of the paper."""
        self._repeated += 1
        yield from chart_head(chart)

    def findings(self) -> Iterator[Finding]:
        """Say which tables come from charts."""
        where = Location(self._package.name)
        if self._made:
            titles = list(filter(None, self._made))
            named = "; ".join(titles[:_MOST_NAMED]) + "; …" * (len(titles) > _MOST_NAMED)
            message = f"Read as a table of the figures behind it: {counted(len(self._made), 'chart')}"
            message += f" ({named})." if named else "."
            yield Finding(Code.CHART_AS_TABLE, Severity.INFO, message, where, "Compare the table with the chart.")
        if self._repeated:
            message = (
                f"Read by its title alone, since its figures stand in a table here: {counted(self._repeated, 'chart')}."
            )
            yield Finding(Code.CHART_AS_TABLE, Severity.INFO, message, where)
        if self._unformatted:
            message = f"Figures of charts whose format is not known here stand without it: {self._unformatted}."
            yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, where, "Compare them with the paper.")

    def _read(self, path: str, reader: Reader) -> Chart | None:
        if path not in self._charts:
            chart = self._parsed(path, reader) if self._left > 0 else None
            self._left -= sum(p.stored or 0 for s in chart.series for p in s.points) if chart is not None else 0
            self._charts[path] = chart
        return self._charts[path]

    def _parsed(self, path: str, reader: Reader) -> Chart | None:
        """The chart with what is drawn into it; one whose parts are damaged or hostile is left out, not the paper."""
        try:
            root = self._package.xml(path)
            chart = reader(root, MOST_POINTS) if root is not None else None
            relations = self._package.relations(path) if chart is not None else ()
            shapes = next((relation.path for relation in relations if relation.kind == "chartUserShapes"), "")
            return chart if chart is None or not shapes else replace(chart, notes=(*chart.notes, *self._words(shapes)))
        except UnreadableDocumentError:
            return None

    def _words(self, path: str) -> Sequence[str]:
        """The words of what people drew into a chart, such as the unit of its figures; of each part once."""
        root = self._package.xml(path) if path not in self._drawn else None
        self._drawn.add(path)
        found = (one_line(paragraph_text(paragraph)) for paragraph in root.iter(_A + "p")) if root is not None else ()
        return tuple(filter(None, found))
