"""One page of a PDF -> what the paper needs of it: lines, tables, captioned pictures. No page knows of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from briefgen.readers.pdf.beside import with_beside, with_limits
from briefgen.readers.pdf.charts import take_charts
from briefgen.readers.pdf.fractions import set_fractions
from briefgen.readers.pdf.frames import take_framed
from briefgen.readers.pdf.garbled import without_garbled
from briefgen.readers.pdf.grids import take_grids
from briefgen.readers.pdf.insets import Inset, find_captions
from briefgen.readers.pdf.line_numbers import take_line_numbers
from briefgen.readers.pdf.lines import PrintedLine, printed_lines
from briefgen.readers.pdf.order import in_reading_order, row_gutters
from briefgen.readers.pdf.pdfium import PdfPage, read_page
from briefgen.readers.pdf.ruby import set_ruby
from briefgen.readers.pdf.ruled import ruled_tables
from briefgen.readers.pdf.runs import Run, Sheet
from briefgen.readers.pdf.struck import mark_struck, without_struck
from briefgen.readers.pdf.tables import find_tables, take_cells
from briefgen.readers.pdf.wrapped_grids import take_wrapped_grids

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["ReadPage", "read_once", "reread"]

_MOST_OBJECTS = 4000
"""The second engine takes a second for so many objects of a page."""
_NARROWEST_GUTTER = 0.6
"""In em."""
_FEWEST_GAPS = 4
"""In so many lines a gap ends at one place where it is a gutter."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as it is used, cut into lines. `page` is without runs, which take room."""

    page: PdfPage
    slanted: str
    """The text that stands slanted."""
    lines: list[PrintedLine]
    insets: list[Inset]
    is_second: bool = False
    """It is by the second engine."""
    line_numbers: tuple[str, ...] = ()
    """The numbers of its lines, which are left out."""
    garbled: int = 0
    """So many of its characters cannot be what its print shows; they stand as 〓, and others may be wrong, too."""

    struck: tuple[str, ...] = ()
    """What is struck through, which is left out."""
    charts: int = 0
    scales: tuple[str, ...] = ()
    """The figures of the scales of its charts, which are left out."""

    @property
    def number(self) -> int:
        """Page number, from 1."""
        return self.page.sheet.number

    @property
    def pictures(self) -> int:
        """How many of its pictures are carried over."""
        return sum(paragraph.picture is not None for inset in self.insets for paragraph in inset.paragraphs)

    @property
    def is_picture(self) -> bool:
        """Whether it shows something, but has no text."""
        return self.page.objects > 0 and not self.lines and not self.insets

    @property
    def is_doubtful(self) -> bool:
        """Whether the second engine may give more of it."""
        return _is_doubtful(self.page)


def read_once(document: PdfDocument, number: int, most_bytes: int = 0) -> ReadPage:
    """Return the page with this number by the first engine; pictures of up to so many bytes come with their content."""
    return _cut(read_page(document, number, most_bytes), is_second=False)


def reread(read: ReadPage, content: bytes) -> ReadPage | None:
    """Return the page by the second engine, when that gives more characters that can be read."""
    from briefgen.readers.pdf.miner import reread_page

    page = read.page
    runs, characters, unreadable = reread_page(content, page.sheet)
    if characters - unreadable <= page.characters - page.unreadable:
        return None
    return _cut(replace(page, runs=runs, characters=characters, unreadable=unreadable), is_second=True)


def _is_doubtful(page: PdfPage) -> bool:
    is_plain = not page.is_turned and not page.asides
    return (page.is_lossy or page.unreadable > 0) and is_plain and page.objects <= _MOST_OBJECTS


def _lines(runs: Sequence[Run], sheet: Sheet) -> list[PrintedLine]:
    """The lines of a page; those of columns that are drawn row by row do not run over the gutters."""
    lines = printed_lines(runs, sheet)
    places = _gap_ends(runs)
    gutters = row_gutters(_cut_lines(runs, places, sheet) if places else lines)
    return _cut_lines(runs, gutters, sheet) if gutters else lines


def _gap_ends(runs: Sequence[Run]) -> list[float]:
    """The places at which, in several lines, text goes on behind a gap that may be a gutter."""
    ends = Counter(
        round(run.lefts[0])
        for before, run in pairwise(runs)
        if run.lefts[0] - before.rights[-1] > _NARROWEST_GUTTER * run.size
        and abs(run.bottom - before.bottom) < run.size
    )
    return [place for place, count in ends.items() if count >= _FEWEST_GAPS]


def _cut_lines(runs: Sequence[Run], places: Sequence[float], sheet: Sheet) -> list[PrintedLine]:
    """The lines of runs, none of which goes over one of these places."""
    starts = [
        at + 1
        for at, (before, run) in enumerate(pairwise(runs))
        if any(before.right < place <= run.left + 1 for place in places)
    ]
    parts = (runs[begin:end] for begin, end in pairwise([0, *starts, len(runs)]))
    return [line for part in parts for line in printed_lines(part, sheet)]


def _asides(page: PdfPage) -> list[PrintedLine]:
    """The lines that stand otherwise than the rest, each on the page as it sees it; they share no column with these."""
    is_vertical = any(run.is_vertical for run in page.runs[:1])
    return [
        line._replace(is_aside=True, is_vertical=not is_vertical)
        for sheet, runs in page.asides
        for line in in_reading_order(printed_lines(runs, sheet))
    ]


def _grids(lines: Sequence[PrintedLine], sheet: Sheet) -> tuple[list[Inset], list[PrintedLine]]:
    """The tables set without lines in the text and in each frame, and the lines outside them."""
    insets: list[Inset] = []
    left: list[PrintedLine] = []
    for _, part in groupby(lines, key=attrgetter("frame")):
        wrapped, outside = take_wrapped_grids(list(part), sheet)
        grids, outside = take_grids(outside, sheet)
        insets += wrapped + grids
        left += outside
    return insets, left


def _cut(page: PdfPage, is_second: bool) -> ReadPage:
    """The page in lines, tables and captioned pictures; what the second engine would ask of it is kept."""
    runs, numbers = take_line_numbers(page.runs)
    runs, garbled = without_garbled(runs)
    charts, runs, rules = take_charts(page.shapes, page.rules, runs, page.sheet)
    runs, struck = mark_struck(runs, rules, page.sheet) if rules else (runs, [])
    runs = set_ruby(set_fractions(runs, rules) if rules else runs)
    insets = [Inset(page.sheet.number, chart.box, chart.paragraphs) for chart in charts]
    for table in (*find_tables(rules), *ruled_tables(rules, runs)):
        cells, runs = take_cells(table, runs, page.sheet)
        if cells:
            insets.append(Inset(page.sheet.number, table.box, tuple(cells)))
    framed, outside = take_framed(rules, runs, page.sheet)
    lines = with_beside(in_reading_order(_lines(outside, page.sheet), page.overlay.is_set))
    boxes = [box for box, _ in framed] + [inset.box for inset in insets] + [box for box, _ in page.pictures]
    lines = with_limits(lines, boxes) if boxes else lines
    for box, inside in framed:
        lines += [line._replace(frame=box) for line in in_reading_order(_lines(inside, page.sheet))]
    captioned, lines = find_captions(page.pictures, lines, page.sheet)
    grids, lines = _grids(lines, page.sheet)
    insets += captioned + grids
    if struck:
        lines, insets = without_struck(lines, insets)
    lines += _asides(page)
    slanted = "".join(run.text for run in page.runs if run.is_slanted).strip()
    kept = (
        replace(page, runs=[], asides=())
        if _is_doubtful(page)
        else replace(page, runs=[], asides=(), rules=(), shapes=())
    )
    scales = tuple(scale for chart in charts for scale in chart.scales)
    return ReadPage(kept, slanted, lines, insets, is_second, numbers, garbled, tuple(struck), len(charts), scales)
