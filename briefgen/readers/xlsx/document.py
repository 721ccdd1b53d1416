"""Excel bytes (.xlsx) -> SourceDocument: each sheet as a head, its lines and its table, as Excel shows them.

[x] figures, percentages and dates in their formats, both calendars    [x] phonetic guides left out, text boxes kept
[x] lines above and below a table as paragraphs, raised characters     [x] charts as tables, where they repeat none
[-] hidden rows, columns and sheets, struck text, comments, printed headers and footers, pictures: left out and told
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind, CellPlace, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.charts.reading import ChartReader
from briefgen.readers.charts.tables import Chart
from briefgen.readers.docx.parts import to_int
from briefgen.readers.inline.rules import GETA
from briefgen.readers.inline.struck import struck_findings
from briefgen.readers.package import Package, open_package
from briefgen.readers.structure.breaks import join_manual_breaks
from briefgen.readers.structure.document import Source, to_document
from briefgen.readers.structure.furniture import dropped_findings
from briefgen.readers.structure.metadata import parse_dateline
from briefgen.readers.structure.paragraphs import Paragraph
from briefgen.readers.xlsx.charts import drop_substitutes, repeats_cells
from briefgen.readers.xlsx.format import BUILT_IN, column_number, plain_number, shown_number
from briefgen.readers.xlsx.tables import Row, has_figures, parts
from briefgen.readers.xlsx.text import PLAIN, RichText, Run, S, is_struck, rich_text

__all__ = ["read_xlsx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORKBOOK = "xl/workbook.xml"
_MAX_COLUMN = 16_384
_MOST_PLACES = 10
_HEAD_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z])')
"""Font, colour, size, and fields such as the page number."""


def read_xlsx(content: bytes, name: str, limits: Limits) -> Outcome[SourceDocument]:
    """Return the paper an Excel workbook holds.

    Raises:
        UnreadableDocumentError: it is damaged, protected by a password, hostile or beyond the limits, or empty.
    """
    package = open_package(content, name, limits)
    book = _Book(package)
    paragraphs = [paragraph for sheet in book.sheets for paragraph in sheet.paragraphs(len(book.sheets) > 1)]
    if not any(paragraph.text for paragraph in paragraphs):
        raise UnreadableDocumentError(f"{name} has no text in its visible cells", "Check that it is the right file")
    source = Source(name, content, _MEDIA_TYPE, metadata=package.metadata("docProps/core.xml"), limits=limits)
    made = to_document(paragraphs, source)
    return Outcome(made.value, (*_findings(book.left_out, name), *book.chart_reader.findings(), *made.findings))


@dataclass(slots=True)
class _LeftOut:
    hidden: int = 0
    """Cells in hidden rows, columns and sheets."""
    comments: int = 0
    pictures: int = 0
    """Pictures, and charts that cannot be read."""
    unformatted: list[str] = field(default_factory=list)
    """Places of numbers whose format is not known."""
    struck: list[str] = field(default_factory=list)
    """Texts that are struck through."""
    uncomputed: int = 0
    """Formulas without a stored result."""
    heads: list[str] = field(default_factory=list)
    """Texts of printed headers and footers."""


@dataclass(frozen=True, slots=True)
class _CellStyle:
    """What matters here of the style of a cell."""

    code: str = "General"
    """The format code of its numbers."""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The visible cells of a sheet by row and column, the texts of its text boxes, and its charts."""

    name: str
    number: int
    cells: dict[tuple[int, int], str]
    boxes: tuple[str, ...] = ()
    hidden: Sequence[int] = ()
    """Numbers of its hidden rows, in order."""
    covered: frozenset[int] = frozenset()
    """Columns which merged cells take that begin in another."""
    charts: tuple[Chart, ...] = ()
    drawn: tuple[Paragraph, ...] = ()
    """What is read of the charts."""

    def paragraphs(self, with_head: bool) -> Iterator[Paragraph]:
        """Its name where there are others, its tables, the cells above and below them as lines, boxes, charts."""
        if with_head and (self.cells or self.boxes or self.drawn):
            yield Paragraph(self.name, kind=BlockKind.HEADING, level=1)
        rows: dict[int, Row] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append((column, self.cells[row, column]))
        is_top = self.number == 0 and any(len(row) > 1 for row in rows.values())
        for part in parts(rows, self.hidden, self.covered):
            if part.is_table:
                yield from self._table(part.rows)
            cells = [text for row in part.rows if not part.is_table for _, text in row]
            lines = [line for text in cells for line in text.split("\n") if line.strip()]
            first = next((n for n, line in enumerate(lines) if parse_dateline(line) is None), None) if is_top else None
            for number, line in enumerate(lines):
                is_title = number == first and not line.endswith("。")
                yield Paragraph(line, kind=BlockKind.TITLE if is_title else None, gap_before=1.0)
            is_top = is_top and not part.is_table and first is None
        yield from (Paragraph(box) for box in self.boxes)
        yield from self.drawn

    def _table(self, table: Sequence[Row]) -> Iterator[Paragraph]:
        first, *others = table
        has_header = bool(others) and not has_figures(first) and any(map(has_figures, others))
        left = min(column for row in table for column, _ in row)
        for number, row in enumerate(table):
            for column, text in row:
                place = CellPlace(self.number, number, column - left, is_header=has_header and number == 0)
                for piece in join_manual_breaks(text.split("\n")):
                    yield Paragraph(piece, kind=BlockKind.TABLE_CELL, cell=place)


class _Book:
    """The parts of the workbook, read in order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._characters = self._filled = 0
        self.left_out = _LeftOut()
        self.chart_reader = ChartReader(package)
        root = package.xml(_WORKBOOK)
        if root is None:
            raise UnreadableDocumentError(f"{package.name} is no Excel workbook", "Save it again in Excel as .xlsx")
        relations = package.relations(_WORKBOOK)
        paths = {relation.kind: relation.path for relation in relations}
        shared = package.elements(paths.get("sharedStrings", "xl/sharedStrings.xml"), S + "si")
        self._strings = list(map(rich_text, shared))
        self._styles = _cell_styles(package.xml(paths.get("styles", "xl/styles.xml")))
        properties = root.find(S + "workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        by_id = {relation.id: relation.path for relation in relations}
        sheets = [
            self._sheet(number, str(sheet.get("name", "")), by_id.get(str(sheet.get(_R + "id", "")), ""), sheet)
            for number, sheet in enumerate(root.iterfind(f"{S}sheets/{S}sheet"))
        ]

        cells = {sheet.name: sheet.cells for sheet in sheets if sheet.cells}
        charts = {id(chart): chart for sheet in sheets for chart in sheet.charts}
        repeated = {number for number, chart in charts.items() if repeats_cells(chart, cells)}
        self.sheets = [replace(sheet, drawn=tuple(self._drawn(sheet.charts, repeated))) for sheet in sheets]

    def _sheet(self, number: int, name: str, path: str, entry: etree._Element) -> _Sheet:
        root = self._package.xml(path)
        if root is None:
            return _Sheet(name, number, {})
        cells = dict(self._cells(root, name))
        self.left_out.heads += _heads(root)
        if entry.get("state") in ("hidden", "veryHidden"):
            self.left_out.hidden += len(cells)
            return _Sheet(name, number, {})
        parts = self._package.relations(path)
        comments = (self._package.elements(part.path, S + "comment") for part in parts if part.kind == "comments")
        self.left_out.comments += sum(len(list(of_part)) for of_part in comments)
        drawings = [part.path for part in parts if part.kind == "drawing"]
        charts = tuple(chart for drawing in drawings for chart in self._charts(drawing))
        boxes = tuple(text for drawing in drawings for text in self._boxes(drawing))
        return _Sheet(name, number, cells, boxes, *_places(root), charts)

    def _boxes(self, path: str) -> Iterator[str]:
        root = self._package.xml(path)
        if root is None:
            return
        drop_substitutes(root)
        self.left_out.pictures += len(list(root.iter(_A + "blip")))
        for paragraph in root.iter(_A + "p"):
            text = "".join(str(run.text or "") for run in paragraph.iter(_A + "t")).strip()
            if text:
                yield text

    def _charts(self, path: str) -> Iterator[Chart]:
        """The charts of a drawing; those that cannot be read are counted."""
        root = self._package.xml(path)
        found = self.chart_reader.charts(path)
        for chart in root.iter("{*}chart") if root is not None else ():
            number = str(chart.get(_R + "id", ""))
            self.left_out.pictures += number not in found
            yield from (found[number],) if number in found else ()

    def _drawn(self, charts: Iterable[Chart], repeated: Collection[int]) -> Iterator[Paragraph]:
        """What is read of charts: the title where cells that are read have the figures (by their id), else a table."""
        for chart in charts:
            if id(chart) in repeated:
                paragraphs = self.chart_reader.title(chart)
            elif chart.is_stored:
                paragraphs = self.chart_reader.table(chart)
            else:
                self.left_out.pictures += 1
                continue
            for paragraph in paragraphs:
                self._counted(paragraph.text)
                yield paragraph

    # ------------------------------------------------------------ cells

    def _cells(self, root: etree._Element, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
        hidden = _hidden_columns(root)
        row_number = -1
        for row in root.iterfind(f"{S}sheetData/{S}row"):
            given = to_int(row.get("r"))
            row_number = given - 1 if given is not None and given > 0 else row_number + 1
            column = -1
            for cell in row.iterchildren(S + "c"):
                column = _column(cell.get("r"), column + 1)
                text, struck = self._text(cell, sheet)
                text = text.strip()
                self.left_out.struck += struck
                if text and (row.get("hidden") in ("1", "true") or column in hidden):
                    self.left_out.hidden += 1
                elif text:
                    yield (row_number, column), self._counted(text)

    def _counted(self, text: str) -> str:
        """The text; a long one that thousands of cells share is long thousands of times."""
        self._characters += len(text)
        self._filled += 1
        limits = self._package.limits
        if self._characters > limits.max_characters or self._filled > limits.max_lines:
            raise UnreadableDocumentError(
                f"{self._package.name} has more than {limits.max_lines:,} cells "
                f"or {limits.max_characters:,} characters.",
                "Split it, or save the sheets that matter in a workbook of their own.",
            )
        return text

    def _text(self, cell: etree._Element, sheet: str) -> tuple[str, tuple[str, ...]]:
        """What stands in a cell, and what is struck through in it."""
        index = to_int(cell.get("s")) or 0
        style = self._styles[index] if 0 <= index < len(self._styles) else _CellStyle()
        return self._content(cell, style, f"{sheet}!{cell.get('r', '?')}").shown(style.is_struck)

    def _content(self, cell: etree._Element, style: _CellStyle, place: str) -> RichText:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inline = cell.find(S + "is")
            return rich_text(inline) if inline is not None else PLAIN
        value = cell.findtext(S + "v")
        if value is None or (kind == "n" and not value):
            self.left_out.uncomputed += cell.find(S + "f") is not None
            return RichText((Run(GETA),)) if cell.find(S + "f") is not None else PLAIN
        if kind == "s":
            index = to_int(value)
            is_known = index is not None and 0 <= index < len(self._strings)
            return self._strings[index or 0] if is_known else RichText((Run(GETA),))
        if kind == "b":
            value = "TRUE" if value == "1" else "FALSE"
        return RichText((Run(self._number(value, style.code, place) if kind == "n" else value),))

    def _number(self, value: str, code: str, place: str) -> str:
        shown = shown_number(value, code, self._from_1904)
        if shown is None:
            self.left_out.unformatted.append(place)
        return plain_number(value) if shown is None else shown


def _heads(root: etree._Element) -> list[str]:
    """The texts of printed headers and footers, each of their three parts for itself, without codes (18.3.1.39)."""
    entries = (str(entry.text or "") for part in root.iterfind(S + "headerFooter") for entry in part)
    texts = (_HEAD_CODE.sub("", text).strip() for entry in entries for text in re.split(r"&[LCR]", entry))
    return list(filter(None, texts))


def _cell_styles(root: etree._Element | None) -> list[_CellStyle]:
    """Format code and strike of each cell style."""
    if root is None:
        return []
    own = {to_int(e.get("numFmtId")): str(e.get("formatCode", "")) for e in root.iterfind(f"{S}numFmts/{S}numFmt")}
    struck = {number for number, font in enumerate(root.iterfind(f"{S}fonts/{S}font")) if is_struck(font)}
    styles = []
    for element in root.iterfind(f"{S}cellXfs/{S}xf"):
        number = to_int(element.get("numFmtId")) or 0
        code = own.get(number) or BUILT_IN.get(number, "\0")
        styles.append(_CellStyle(code, to_int(element.get("fontId")) in struck))
    return styles


def _places(root: etree._Element) -> tuple[list[int], frozenset[int]]:
    """The numbers of hidden rows, and the columns which merged cells take that begin in another."""
    rows = root.iterfind(f"{S}sheetData/{S}row")
    hidden = sorted({(to_int(row.get("r")) or 0) - 1 for row in rows if row.get("hidden") in ("1", "true")})
    merged = [str(cell.get("ref", "")).partition(":") for cell in root.iterfind(f"{S}mergeCells/{S}mergeCell")]
    return hidden, _in_ranges((_column(first, 0) + 1, _column(last, 0) + 1) for first, _, last in merged if last)


def _hidden_columns(root: etree._Element) -> frozenset[int]:
    """The numbers of hidden columns, counted from 0."""
    columns = [column for column in root.iterfind(f"{S}cols/{S}col") if column.get("hidden") in ("1", "true")]
    ranges = ((to_int(column.get("min")), to_int(column.get("max"))) for column in columns)
    return _in_ranges((first - 1, last) for first, last in ranges if first is not None and last is not None)


def _in_ranges(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The columns from the first to before the second of each range; they may overlap thousands of times."""
    begins, ends = Counter[int](), Counter[int]()
    for first, end in ranges:
        begins[max(first, 0)] += 1
        ends[max(first, min(end, _MAX_COLUMN))] += 1
    depth = accumulate(begins[column] - ends[column] for column in range(_MAX_COLUMN))
    return frozenset(column for column, open_ranges in enumerate(depth) if open_ranges > 0) if begins else frozenset()


def _column(reference: str | None, following: int) -> int:
    """The column of a reference such as B7, counted from 0; the one after the last cell when there is none."""
    letters = re.match(r"[A-Z]{1,3}", reference or "")
    return following if letters is None else column_number(letters[0])


def _findings(left_out: _LeftOut, name: str) -> Iterator[Finding]:
    places = ", ".join(left_out.unformatted[:_MOST_PLACES]) + " …" * (len(left_out.unformatted) > _MOST_PLACES)
    rows = (
        (left_out.hidden, Code.DELETED_TEXT_DROPPED, Severity.INFO,
         "Left out: {} cell(s) in hidden rows, columns or sheets.", "Show them in Excel if they belong to the paper."),
        (left_out.comments, Code.COMMENTS_DROPPED, Severity.INFO, "Left out: {} comment(s).", None),
        (left_out.pictures, Code.PICTURE_DROPPED, Severity.INFO,
         "Left out: {} picture(s) or chart(s), with any text they show.", None),
        (len(left_out.unformatted), Code.UNREADABLE_CHARACTERS, Severity.WARNING,
         f"{{}} number(s) have a format that is not known here and stand without it: {places}.",
         "Compare them with the workbook."),
        (left_out.uncomputed, Code.UNREADABLE_CHARACTERS, Severity.WARNING,
         f"{{}} formula(s) have no stored result; shown as {GETA}.", "Open and save the workbook in Excel."),
    )  # fmt: skip
    for count, code, severity, message, hint in rows:
        if count:
            yield Finding(code, severity, message.replace("{}", str(count), 1), Location(name), hint)
    yield from struck_findings(left_out.struck, name)
    yield from dropped_findings("running heads", list(dict.fromkeys(left_out.heads)), name)
