"""A chart as it was read, and the table it makes: a row for each category, a column for each series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.layout import Paragraph

__all__ = ["NOTHING", "Chart", "Points", "Series", "chart_head", "chart_tables"]

_BRACKETS = (("（", "）"), ("(", ")"), ("［", "］"), ("[", "]"), ("〔", "〕"))


@dataclass(frozen=True, slots=True)
class Points:
    """What a chart shows of the cells of a row or column, by their place in it."""

    shown: Mapping[int, str]
    formula: str = ""
    """The cells of the workbook; empty where the chart alone holds what it shows."""
    stored: int | None = 0
    """How many cells the chart keeps a copy of, None where it keeps none at all."""

    @property
    def text(self) -> str:
        """All of it, as the name of a series."""
        return " ".join(filter(None, self.shown.values()))


NOTHING = Points({})


@dataclass(frozen=True, slots=True)
class Series:
    """A row of bars, a line, the slices of a pie."""

    name: Points
    categories: Points
    values: Points
    sizes: Points = NOTHING
    """Of bubbles."""
    unit: str = ""
    """Title of the axis of its values."""
    corner: str = ""
    """Title of the axis of its categories."""

    @property
    def points(self) -> tuple[Points, ...]:
        """All that it shows."""
        return self.name, self.categories, self.values, self.sizes

    @property
    def head(self) -> str:
        """Its name with what its axis says of the figures: 予算（億円）."""
        name, unit = self.name.text, self.unit
        bare = unit[1:-1] if (unit[:1], unit[-1:]) in _BRACKETS else unit
        is_said = name == bare or any(opened + bare + closed in name for opened, closed in _BRACKETS)
        if not name or unit.startswith(tuple(name + opened for opened, _ in _BRACKETS)):
            return unit
        return name if not bare or is_said else f"{name}（{bare}）"


@dataclass(frozen=True, slots=True)
class Chart:
    """The series of a chart in order, and the words around them."""

    title: str
    series: Sequence[Series]
    unformatted: int = 0
    """How many figures have a format that is not known."""
    notes: Sequence[str] = ()
    """What is written into the drawing."""

    @property
    def is_stored(self) -> bool:
        """Whether the file holds all that the chart shows."""
        points = [points for series in self.series for points in series.points]
        return all(p.stored is not None for p in points) and any(series.values.shown for series in self.series)


def chart_head(chart: Chart) -> Iterator[Paragraph]:
    """Return the title as a caption and what is written into the drawing."""
    if chart.title:
        yield Paragraph(chart.title, kind=BlockKind.CAPTION)
    yield from (Paragraph(note) for note in chart.notes)


def chart_tables(chart: Chart, first: int) -> list[list[Paragraph]]:
    """Return the tables of a chart, numbered from `first`: one for all series that have the same categories."""
    groups: dict[tuple[tuple[int, str], ...], list[Series]] = {}
    for series in (one for one in chart.series if one.head or one.values.shown):
        groups.setdefault(tuple(sorted(series.categories.shown.items())), []).append(series)
    return [list(_cells(group, first + number)) for number, group in enumerate(groups.values())]


def _cells(group: Sequence[Series], table: int) -> Iterator[Paragraph]:
    """The head and the rows of one table; what is empty is no cell."""
    columns: list[tuple[str, Mapping[int, str]]] = []
    for series in group:
        columns += [(series.head, series.values.shown)] + [("", series.sizes.shown)] * bool(series.sizes.shown)
    places = sorted({place for _, shown in columns for place in shown} | set(group[0].categories.shown))
    categories = group[0].categories.shown or {place: str(place + 1) for place in places}
    rows: dict[int, list[tuple[int, str]]] = {place: [(0, categories.get(place, ""))] for place in places}
    for column, (_, shown) in enumerate(columns, start=1):
        for place, text in shown.items():
            rows[place].append((column, text))
    corner = next((series.corner for series in group if series.corner), "")
    heads = list(enumerate([corner, *(head for head, _ in columns)]))
    for row, cells in enumerate([heads, *rows.values()]):
        for column, text in cells:
            if text:
                yield Paragraph(text, kind=BlockKind.TABLE_CELL, cell=CellPlace(table, row, column, row == 0))
