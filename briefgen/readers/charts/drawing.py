"""The charts of Word and Excel: chart parts in the namespace c (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from lxml import etree

from briefgen.readers.charts.points import PointReader, drawn_text, joined_levels, number, one_line, widened, with_words
from briefgen.readers.charts.tables import NOTHING, Chart, Points, Series

__all__ = ["read_drawn_chart"]

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_PIES = {_C + tag for tag in ("pieChart", "pie3DChart", "ofPieChart", "doughnutChart")}
_AXES = [_C + tag for tag in ("catAx", "dateAx", "valAx", "serAx")]
_MOST_AXES = 20
_UNITS = {
    "hundreds": (2, "百"), "thousands": (3, "千"), "tenThousands": (4, "万"), "hundredThousands": (5, "十万"),
    "millions": (6, "百万"), "tenMillions": (7, "千万"), "hundredMillions": (8, "億"), "billions": (9, "十億"),
    "trillions": (12, "兆"),
}  # fmt: skip
"""Units in which an axis shows its figures (21.2.3.5): the power of ten, and what Excel writes beside it."""
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Axis:
    """What an axis says about its figures."""

    title: str = ""
    code: str = ""
    """Its own format code, with all places behind the point; empty where it follows the cells."""
    unit: Decimal = _ONE
    rank: int = 2
    """How surely it is that of the categories: 0 by its kind, 1 by its place below or above."""


_NO_AXIS = _Axis()


@dataclass(frozen=True, slots=True)
class _Labels:
    """What stands beside the points of a series."""

    code: str = ""
    """Their own format code, empty where they follow the cells."""
    has_values: bool = False
    has_shares: bool = False


def read_drawn_chart(root: etree._Element, most: int) -> Chart | None:
    """Return the chart of a part with this root.

    None when it has none, more than `most` points, or figures in a unit that its axis does not show.
    """
    area = root.find(f"{_C}chart/{_C}plotArea")
    if area is None:
        return None
    drawn = list(islice(area.iterchildren(*_AXES), _MOST_AXES))
    axes = {_value(axis, "axId"): _axis(axis) for axis in drawn}
    if None in axes.values():
        return None
    points = PointReader(most, _is_on(root, "date1904"))
    series: list[Series] = []
    notes: list[str] = []
    for plot in (element for element in area if element.find(_C + "ser") is not None):
        numbers = [str(number.get("val", "")) for number in islice(plot.iterchildren(_C + "axId"), _MOST_AXES)]
        reader = _PlotReader(points, plot, [axes.get(number) or _NO_AXIS for number in numbers])
        notes += reader.notes
        for element in plot.iterchildren(_C + "ser"):
            points.begin_series()
            series.append(reader.series(element))
            if points.left < 0:
                return None
    title = _title(root.find(f"{_C}chart/{_C}title"))
    return Chart(title, _with_categories(series), points.unformatted, tuple(dict.fromkeys(notes)))


class _PlotReader:
    """Reads the series of one plot, the bars or lines on the same axes."""

    def __init__(self, points: PointReader, plot: etree._Element, axes: list[_Axis]) -> None:
        self._points = points
        self._plot = plot
        self._labels = _labels(plot) or _Labels()
        self._across = min(axes, key=lambda axis: axis.rank, default=_NO_AXIS)
        self._along = next((axis for axis in axes if axis is not self._across), _NO_AXIS)
        self.notes: list[str] = []
        """Words of an axis that say nothing of the figures: those of shares of 100 % do not."""
        if _value(plot, "grouping") == "percentStacked":
            self.notes += [self._along.title] if self._along.title else []
            self._along = _NO_AXIS

    def series(self, element: etree._Element) -> Series:
        """What a c:ser shows."""
        labels = _labels(element) or self._labels
        code = labels.code if labels.has_values else self._along.code
        values = self._data(_first(element, "val", "yVal"), code, self._along.unit)
        return Series(
            self._name(element.find(_C + "tx")),
            self._data(_first(element, "cat", "xVal"), self._across.code, self._across.unit),
            replace(values, shown=with_words(values.shown, self._shares(element, labels), dict(_own_labels(element)))),
            self._data(element.find(_C + "bubbleSize"), "", _ONE),
            self._along.title,
            self._across.title,
        )

    def _name(self, element: etree._Element | None) -> Points:
        if element is None or element.find(_C + "v") is None:
            return self._data(element, "", _ONE)
        return Points({0: one_line(element.findtext(_C + "v") or "")}, stored=1)

    def _data(self, element: etree._Element | None, code: str, unit: Decimal) -> Points:
        """The points below c:tx, c:cat, c:val and the like, which refer to cells or hold all themselves."""
        source = next(element.iterchildren("{*}*"), None) if element is not None else None
        if source is None:
            return NOTHING
        formula = source.findtext(_C + "f") or ""
        copies = source.iterchildren(_C + "strCache", _C + "numCache", _C + "multiLvlStrCache")
        copy = next(copies, None if formula else source)
        if copy is None:
            return Points({}, formula, None)
        before = self._points.left
        levels = [self._texts(level, "", unit) for level in self._points.levels(copy.iterchildren(_C + "lvl"))]
        shown = joined_levels(levels) if levels else self._texts(copy, code, unit)
        return Points(shown, formula, before - self._points.left)

    def _texts(self, copy: etree._Element, code: str, unit: Decimal) -> dict[int, str]:
        is_figure = copy.tag in (_C + "numCache", _C + "numLit")
        usual = copy.findtext(_C + "formatCode") or "General"
        texts: dict[int, str] = {}
        for place, point in self._points.taken(copy.iterchildren(_C + "pt")):
            text = point.findtext(_C + "v") or ""
            own = code or str(point.get("formatCode", usual))
            texts[place] = self._points.figure(text, own, unit) if is_figure else one_line(text)
        return {place: text for place, text in texts.items() if text}

    def _shares(self, element: etree._Element, labels: _Labels) -> dict[int, str]:
        """What each slice is of the pie, where labels say so."""
        if not labels.has_shares or self._plot.tag not in _PIES:
            return {}
        points = self._points.taken(element.iterfind(f"{_C}val/*/{_C}numCache/{_C}pt"))
        code = labels.code if labels.code and not labels.has_values else "0%"
        return self._points.shares({place: point.findtext(_C + "v") or "" for place, point in points}, code)


def _with_categories(series: list[Series]) -> list[Series]:
    """The series, those without categories of their own with those of the first: an axis shows only these."""
    first = next((one.categories for one in series if one.categories.shown), NOTHING)
    return [replace(one, categories=first) if one.categories is NOTHING else one for one in series]


def _own_labels(series: etree._Element) -> Iterator[tuple[int, str]]:
    """The words people gave single points: cells of their own, or text; text with fields repeats what is known."""
    cells = series.iterfind(f"{_C}extLst/{_C}ext/{_C15}datalabelsRange/{_C15}dlblRangeCache/{_C}pt")
    if any(show.get("val") not in ("0", "false") for show in series.iter(_C15 + "showDataLabelsRange")):
        yield from ((_place(cell.get("idx")), one_line(cell.findtext(_C + "v") or "")) for cell in cells)
    for label in series.iterfind(f"{_C}dLbls/{_C}dLbl"):
        body = label.find(f"{_C}tx/{_C}rich")
        if body is not None and next(body.iter("{*}fld"), None) is None:
            yield _place(_value(label, "idx")), drawn_text(body)


def _labels(element: etree._Element) -> _Labels | None:
    """The labels of a series or of all series of a plot; None where it does not speak of them."""
    labels = element.find(_C + "dLbls")
    if labels is None:
        return None
    return _Labels(_own_code(labels), _is_on(labels, "showVal"), _is_on(labels, "showPercent"))


def _axis(element: etree._Element) -> _Axis | None:
    """What an axis says; None where it is not shown, but gives its figures another unit."""
    units = element.find(_C + "dispUnits")
    is_shown = not _is_on(element, "delete")
    if units is not None and not is_shown:
        return None
    power, name = _UNITS.get(_value(units, "builtInUnit"), (0, ""))
    custom = number(_value(units, "custUnit"))
    unit = custom if custom is not None and custom > 0 else _ONE.scaleb(power)
    title = _title(element.find(_C + "title")) if is_shown else ""
    label = units.find(_C + "dispUnitsLbl") if units is not None else None
    name = "" if label is None else _title(label) or name
    if name and name not in title:
        title = f"{title}（{name}）" if title else name
    rank = 0 if element.tag in (_C + "catAx", _C + "dateAx") else 1 if _value(element, "axPos") in ("b", "t") else 2
    return _Axis(title, widened(_own_code(element)), unit, rank)


def _own_code(element: etree._Element) -> str:
    """The format code of labels or of an axis, empty where it is that of the cells."""
    form = element.find(_C + "numFmt")
    code = "" if form is None or form.get("sourceLinked") in ("1", "true") else str(form.get("formatCode", ""))
    return "" if code == "General" else code


def _title(element: etree._Element | None) -> str:
    """The words of a title, typed or those of a cell; empty for one that only repeats the name of the series."""
    words = element.find(_C + "tx") if element is not None else None
    if words is None:
        return ""
    cells = (one_line(text.text or "") for text in words.iterfind(f"{_C}strRef/{_C}strCache/{_C}pt/{_C}v"))
    return drawn_text(words.find(_C + "rich")) or " ".join(cells)


def _first(element: etree._Element, *names: str) -> etree._Element | None:
    return next(element.iterchildren(*(_C + name for name in names)), None)


def _value(element: etree._Element | None, name: str) -> str:
    child = element.find(_C + name) if element is not None else None
    return "" if child is None else str(child.get("val", ""))


def _place(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else -1


def _is_on(element: etree._Element, name: str) -> bool:
    """Whether a switch is on: it is there, and not off (21.2.2.*, the default is true)."""
    child = element.find(_C + name)
    return child is not None and child.get("val") not in ("0", "false")
