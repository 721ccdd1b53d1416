"""The later charts of Word and Excel (treemap, waterfall): chart parts in the namespace cx ([MS-ODRAWXML] 2.24.3)."""

from __future__ import annotations

from lxml import etree

from briefgen.readers.charts.points import PointReader, drawn_text, joined_levels, one_line
from briefgen.readers.charts.tables import NOTHING, Chart, Points, Series

__all__ = ["read_extended_chart"]

_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_READ = ("waterfall", "treemap", "sunburst", "funnel", "regionMap")
"""Those that show each figure; the others show what they compute of them."""


def read_extended_chart(root: etree._Element, most: int) -> Chart | None:
    """Return the chart of a part with this root.

    None when it has none, more than `most` points, or shows what is computed: classes, quartiles.
    """
    points = PointReader(most)
    data = {str(part.get("id", "")): part for part in root.iterfind(f"{_CX}chartData/{_CX}data")}
    series: list[Series] = []
    for element in root.iterfind(f"{_CX}chart/{_CX}plotArea/{_CX}plotAreaRegion/{_CX}series"):
        number = element.find(_CX + "dataId")
        part = data.get(str(number.get("val", ""))) if number is not None else None
        if part is None or element.get("layoutId") not in _READ:
            return None
        points.begin_series()
        name = Points({0: words}, stored=1) if (words := _words(element)) else NOTHING
        labels = part.find(f"{_CX}strDim[@type='cat']")
        series.append(Series(name, _points(labels, points), _points(part.find(_CX + "numDim"), points)))
        if points.left < 0:
            return None
    return Chart(_words(root.find(f"{_CX}chart/{_CX}title")), series, points.unformatted)


def _points(dimension: etree._Element | None, points: PointReader) -> Points:
    """The labels or figures of a dimension."""
    if dimension is None:
        return NOTHING
    formula, levels = dimension.findtext(_CX + "f") or "", points.levels(dimension.iterchildren(_CX + "lvl"))
    before = points.left
    is_figure = dimension.tag == _CX + "numDim"
    shown: list[dict[int, str]] = []
    for level in levels:
        code = str(level.get("formatCode", "General"))
        texts = {place: point.text or "" for place, point in points.taken(level.iterchildren(_CX + "pt"))}
        made = {place: points.figure(text, code) if is_figure else one_line(text) for place, text in texts.items()}
        shown.append({place: text for place, text in made.items() if text})
    return Points(joined_levels(shown) if shown else {}, formula, before - points.left if levels else None)


def _words(element: etree._Element | None) -> str:
    """The words of a title or the name of a series."""
    words = element.find(_CX + "tx") if element is not None else None
    if words is None:
        return ""
    return drawn_text(words.find(_CX + "rich")) or one_line(words.findtext(f"{_CX}txData/{_CX}v") or "")
