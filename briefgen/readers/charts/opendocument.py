"""The charts of OpenDocument texts: objects with a table of their own (OpenDocument 1.3 part 3, 11 and 16.29)."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from briefgen.readers.charts.points import PointReader, one_line, widened, with_words
from briefgen.readers.charts.tables import NOTHING, Chart, Points, Series
from briefgen.readers.odt.styles import OFFICE, STYLE, TEXT
from briefgen.readers.odt.tables import TABLE, number
from briefgen.readers.xlsx.format import column_number

__all__ = ["read_opendocument_chart"]

_CHART = "{urn:oasis:names:tc:opendocument:xmlns:chart:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_REPEATED = TABLE + "number-columns-repeated"
_AREA = re.compile(r"local-table\.\$?([A-Z]{1,2})\$?(\d{1,5})(?::(?:local-table)?\.\$?([A-Z]{1,2})\$?(\d{1,5}))?")
_PIES = {"chart:circle", "chart:ring"}
_UNREAD = {"chart:bubble", "chart:gantt"}
"""Charts of several columns a series."""
_DATES = {
    "year": ("yy", "yyyy"),
    "month": ("m", "mm"),
    "day": ("d", "dd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
}
"""The parts of a day in a format code, short and long."""


class _UnreadError(Exception):
    """The chart shows what its own table does not hold, or in a way that is not known here."""


def read_opendocument_chart(root: etree._Element, most: int) -> Chart | None:
    """Return the chart of an object with this root.

    None when it has none, more than `most` points, figures of a table elsewhere, or formats that are not known here.
    """
    chart = root.find(f"{OFFICE}body/{OFFICE}chart/{_CHART}chart")
    area = chart.find(_CHART + "plot-area") if chart is not None else None
    if chart is None or area is None:
        return None
    try:
        return _ObjectReader(root, chart, area, most).read()
    except _UnreadError:
        return None


class _ObjectReader:
    """Reads one chart from its table."""

    def __init__(self, root: etree._Element, chart: etree._Element, area: etree._Element, most: int) -> None:
        self._chart, self._area = chart, area
        self._points = PointReader(most)
        self._styles = {str(e.get(STYLE + "name", "")): e for e in root.iterfind(f".//{STYLE}style")}
        self._formats = {str(e.get(STYLE + "name", "")): e for e in root.iterfind(f".//{_NUMBER}*[@{STYLE}name]")}
        self._cells: dict[tuple[int, int], etree._Element] = {}
        for row, element in enumerate(chart.iterfind(f"{TABLE}table//{TABLE}table-row")):
            if any(cell.get(_REPEATED) is not None for cell in element):
                raise _UnreadError
            self._cells |= {(row, column): cell for column, cell in enumerate(element)}

    def read(self) -> Chart:
        """The chart, its subtitle as a word in the drawing."""
        title, subtitle = (_words(self._chart.find(_CHART + tag)) for tag in ("title", "subtitle"))
        notes = [subtitle] if subtitle else []
        axes = {str(axis.get(_CHART + "name", "")): axis for axis in self._area.iterchildren(_CHART + "axis")}
        if has_shares := self._property(self._area, "percentage") == "true":
            notes += [words for name, axis in axes.items() if name.endswith("-y") and (words := _title(axis))]
        series = [self._series(element, axes, has_shares) for element in self._area.iterchildren(_CHART + "series")]
        return Chart(title, series, self._points.unformatted, notes)

    def _series(self, element: etree._Element, axes: dict[str, etree._Element], has_shares: bool) -> Series:
        """A series; an axis of shares of 100 % says nothing of its figures."""
        self._points.begin_series()
        kind = str(element.get(_CHART + "class", self._chart.get(_CHART + "class", "")))
        if kind in _UNREAD or self._points.left < 0:
            raise _UnreadError
        across, along = axes.get("primary-x"), axes.get(str(element.get(_CHART + "attached-axis", "primary-y")))
        own = self._code(element)
        code = own if own != "General" or has_shares else widened(self._code(along))
        categories = element.find(_CHART + "domain")
        if categories is None and across is not None:
            categories = across.find(_CHART + "categories")
        places = "" if categories is None else str(categories.get(TABLE + "cell-range-address", ""))
        values = self._data(str(element.get(_CHART + "values-cell-range-address", "")), code)
        return Series(
            self._data(str(element.get(_CHART + "label-cell-address", "")), "General"),
            self._data(places, self._code(across)),
            replace(values, shown=with_words(values.shown, self._shares(element, kind))),
            unit="" if has_shares else _title(along),
            corner=_title(across),
        )

    def _shares(self, element: etree._Element, kind: str) -> dict[int, str]:
        """What each slice is of the pie, where labels say so."""
        if kind not in _PIES or "percentage" not in self._property(element, "data-label-number"):
            return {}
        cells = self._area_cells(str(element.get(_CHART + "values-cell-range-address", "")))
        return self._points.shares({place: str(cell.get(OFFICE + "value", "")) for place, cell in cells.items()}, "0%")

    def _data(self, address: str, code: str) -> Points:
        """The points of an area of the table of the chart."""
        if not address:
            return NOTHING
        cells = self._area_cells(address)
        texts = {place: self._text(cell, code) for place, cell in cells.items()}
        return Points({place: text for place, text in texts.items() if text}, stored=len(texts))

    def _area_cells(self, address: str) -> dict[int, etree._Element]:
        match = _AREA.fullmatch(address)
        if match is None:
            raise _UnreadError
        left, top, right, bottom = match.groups()
        column, first, last = column_number(left), int(top) - 1, int(bottom or top)
        if (right or left) != left or last - first > self._points.left:
            raise _UnreadError
        self._points.left -= last - first
        places = ((row - first, (row, column)) for row in range(first, last))
        return {number: self._cells[place] for number, place in places if place in self._cells}

    def _text(self, cell: etree._Element, code: str) -> str:
        value = cell.get(OFFICE + "value")
        words = "\n".join("".join(map(str, line.itertext())) for line in cell.iterchildren(TEXT + "p"))
        return one_line(words) if value is None else self._points.figure(str(value), code)

    # ------------------------------------------------------------ formats

    def _code(self, element: etree._Element | None) -> str:
        """The format code of an axis or series."""
        style = self._styles.get(str(element.get(_CHART + "style-name", ""))) if element is not None else None
        found = self._formats.get(str(style.get(STYLE + "data-style-name", ""))) if style is not None else None
        return "General" if found is None else "".join(map(_code_part, found.iterchildren(_NUMBER + "*"))) or "General"

    def _property(self, element: etree._Element, name: str) -> str:
        style = self._styles.get(str(element.get(_CHART + "style-name", "")))
        properties = style.find(STYLE + "chart-properties") if style is not None else None
        return "" if properties is None else str(properties.get(_CHART + name, ""))


def _code_part(part: etree._Element) -> str:
    """What a part of a format is in a format code of Excel.

    Raises:
        _UnreadError: it is one that is not known here.
    """
    name = etree.QName(part).localname
    text = str(part.text or "")
    if name in ("text", "currency-symbol"):
        return text if text == "%" else f'"{text}"' if text else ""
    if (
        name in _DATES
        and part.get(_NUMBER + "calendar", "gregorian") == "gregorian"
        and not part.get(_NUMBER + "textual")
    ):
        return _DATES[name][part.get(_NUMBER + "style") == "long"]
    if name != "number" or part.get(_NUMBER + "display-factor", "1") != "1" or len(part):
        raise _UnreadError
    places = part.get(_NUMBER + "decimal-places")
    whole = "#,##0" if part.get(_NUMBER + "grouping") == "true" else "0"
    if places is None:
        return "General" if whole == "0" else widened(whole)
    return f"{whole}.{'0' * min(number(str(places), 0), 10)}"


def _title(axis: etree._Element | None) -> str:
    return "" if axis is None else _words(axis.find(_CHART + "title"))


def _words(element: etree._Element | None) -> str:
    """The words of a title in one line."""
    lines = (
        ["".join(map(str, line.itertext())) for line in element.iterchildren(TEXT + "p")] if element is not None else []
    )
    return one_line("\n".join(lines))
