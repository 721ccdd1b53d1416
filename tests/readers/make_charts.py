"""Small builders of the charts of office files for the tests; the figures in them are invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from briefgen.model.document import SourceDocument
from tests.readers.make import docx_from
from tests.readers.make_office import Cell, xlsx_from

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
YEARS = ("令和６年度", "令和７年度")
Value = str | float | None
"""What one point shows; nothing for one that is missing."""


def points(values: Sequence[Value]) -> str:
    """The points of a row or column."""
    return "".join(
        f'<c:pt idx="{place}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )


def texts(values: Sequence[Value], cells: str = "") -> str:
    """Texts, of cells where these are named."""
    inner = f'<c:ptCount val="{len(values)}"/>{points(values)}'
    return f"<c:strRef><c:f>{cells}</c:f><c:strCache>{inner}</c:strCache></c:strRef>" if cells else _literal(inner)


def _literal(inner: str) -> str:
    return f"<c:strLit>{inner}</c:strLit>"


def figures(values: Sequence[Value], code: str = "General", cells: str = "表!$B$2") -> str:
    """Figures of cells, with their format code."""
    inner = f'<c:formatCode>{escape(code)}</c:formatCode><c:ptCount val="{len(values)}"/>{points(values)}'
    return f"<c:numRef><c:f>{cells}</c:f><c:numCache>{inner}</c:numCache></c:numRef>"


def levels(*rows: Sequence[Value]) -> str:
    """Labels on several levels, the innermost first."""
    inner = "".join(f"<c:lvl>{points(row)}</c:lvl>" for row in rows)
    cache = f'<c:multiLvlStrCache><c:ptCount val="{len(rows[0])}"/>{inner}</c:multiLvlStrCache>'
    return f"<c:multiLvlStrRef><c:f>表!$A$2:$B$9</c:f>{cache}</c:multiLvlStrRef>"


def series(name: str, values: Sequence[Value] | str, categories: Sequence[Value] | str = YEARS, more: str = "") -> str:
    """A series; values and categories may be XML, `more` stands before them."""
    shown = values if isinstance(values, str) else figures(values)
    labels = categories if isinstance(categories, str) else texts(categories, "表!$A$2") if categories else ""
    tx = f"<c:tx>{texts([name], '表!$B$1')}</c:tx>" if name else ""
    cat = f"<c:cat>{labels}</c:cat>" if labels else ""
    return f"<c:ser>{tx}{more}{cat}<c:val>{shown}</c:val></c:ser>"


def title(words: str) -> str:
    """A typed title of a chart or axis; the words may be runs."""
    runs = words if words.startswith("<") else f"<a:r><a:t>{escape(words)}</a:t></a:r>"
    return f"<c:title><c:tx><c:rich><a:p>{runs}</a:p></c:rich></c:tx></c:title>"


def plot(*inside: str, kind: str = "barChart", axes: Sequence[int] = (1, 2)) -> str:
    """A plot of series and what else stands in it."""
    inner = [*inside, *(f'<c:axId val="{number}"/>' for number in axes)]
    return f"<c:{kind}>{''.join(inner)}</c:{kind}>"


def axis(number: int, inside: str = "", kind: str = "valAx") -> str:
    """An axis."""
    return f'<c:{kind}><c:axId val="{number}"/>{inside}</c:{kind}>'


def chart(*inside: str, head: str = "", before: str = "") -> str:
    """A chart part: plots and axes, with a title; `before` stands before the chart."""
    spaces = f'xmlns:c="{C}" xmlns:a="{_A}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
    top = title(head) if head else ""
    area = f"<c:plotArea>{''.join(inside)}</c:plotArea>"
    return f"<c:chartSpace {spaces}>{before}<c:chart>{top}{area}</c:chart></c:chartSpace>"


def frame(number: str, space: str = C) -> str:
    """A graphic that refers to a chart."""
    reference = f'<c:chart xmlns:c="{space}" xmlns:r="{_R}" r:id="{number}"/>'
    return f'<a:graphic xmlns:a="{_A}"><a:graphicData>{reference}</a:graphicData></a:graphic>'


def drawn(number: str, space: str = C) -> str:
    """A Word run with a chart."""
    return f"<w:r><w:drawing>{frame(number, space)}</w:drawing></w:r>"


def relations(kinds: Mapping[str, str]) -> str:
    """Relations to charts: the kind by the id, which is the name of the file in ``charts`` as well."""
    return "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="../charts/{name}.xml"/>' for name, kind in kinds.items()
    )


def docx_with_charts(body: str, charts: Mapping[str, str], **others: str) -> bytes:
    """A Word file with charts by the ids of their relations; `others` are parts by their path, or as in `docx_from`."""
    kinds = {name: "chartEx" if name.startswith("ex") else "chart" for name in charts}
    made = {f"word/charts/{name}.xml": chart for name, chart in charts.items()}
    made |= {path: part for path, part in others.items() if "/" in path}
    own = {name: part for name, part in others.items() if "/" not in name}
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx_from(body, **own))) as plain,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in plain.namelist():
            content = plain.read(name).decode()
            if name == "word/_rels/document.xml.rels":
                links = relations(kinds).replace("../charts", "charts")
                content = content.replace("</Relationships>", f"{links}</Relationships>")
            archive.writestr(name, content)
        for name, content in made.items():
            archive.writestr(name, content)
    return buffer.getvalue()


# ---------------------------------------------------------------- Excel


def xlsx_with_chart(
    sheets: Mapping[str, Sequence[Sequence[Cell]]], made: str, drawing: str = "", **others: str
) -> bytes:
    """A workbook with a chart on its first sheet; `drawing` is what is drawn there, `others` are as in `xlsx_from`."""
    link = '<Relationship Id="d" Type="x/drawing" Target="../drawings/drawing1.xml"/>'
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{link}</Relationships>",
        "xl/drawings/drawing1.xml": f"<wsDr>{drawing or frame('c1')}</wsDr>",
        "xl/drawings/_rels/drawing1.xml.rels": f"<Relationships>{relations({'c1': 'chart'})}</Relationships>",
        "xl/charts/c1.xml": made,
    }
    return xlsx_from(sheets, **parts, **others)


# ---------------------------------------------------------------- OpenDocument

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_OBJECT_SPACES = " ".join(
    f'xmlns:{name}="{_ODF}:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("chart", "chart"),
        ("number", "datastyle"),
    )
)  # fmt: skip
OBJECT = (
    '<draw:frame><draw:object xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1"/>'
    "<draw:image/></draw:frame>"
)
OBJECT_X = '<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="x">{}</chart:axis>'
OBJECT_Y = '<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="y">{}</chart:axis>'
OBJECT_CATEGORIES = '<chart:categories table:cell-range-address="local-table.$A$2:.$A$3"/>'
OBJECT_ROWS = [["", "隻数", "割合"], ["６年", 3, 0.254], ["７年", 1250.5, "NaN"]]


def _object_cell(value: str | float) -> str:
    is_text = isinstance(value, str) and value != "NaN"
    kind = "" if is_text else f' office:value-type="float" office:value="{value}"'
    return f"<table:table-cell{kind}><text:p>{value}</text:p></table:table-cell>"


def object_series(column: str, inside: str = "", rest: str = "") -> str:
    """A series of a column of the table; its style has the name of the column."""
    places = f'chart:values-cell-range-address="local-table.${column}$2:.${column}$3"'
    label = f'chart:label-cell-address="local-table.${column}$1"'
    return f'<chart:series {places} {label} chart:style-name="{column}" {rest}>{inside}</chart:series>'


def object_title(words: str) -> str:
    """A title of a chart or axis."""
    return f"<chart:title><text:p>{words}</text:p></chart:title>" if words else ""


def object_chart(
    *inside: str, styles: str = "", head: str = "", rows: list[list[str | float]] = OBJECT_ROWS, area: str = ""
) -> str:
    """The content of an object: a chart with these axes and series, and its table."""
    lines = "".join(f"<table:table-row>{''.join(map(_object_cell, row))}</table:table-row>" for row in rows)
    table = f'<table:table table:name="local-table"><table:table-rows>{lines}</table:table-rows></table:table>'
    plots = f'<chart:plot-area chart:style-name="{area}">{"".join(inside)}</chart:plot-area>'
    made = f'<chart:chart chart:class="chart:bar">{object_title(head)}{plots}{table}</chart:chart>'
    body = f"<office:body><office:chart>{made}</office:chart></office:body>"
    return f"<office:document-content {_OBJECT_SPACES}>{styles}{body}</office:document-content>"


def shown(document: SourceDocument) -> list[str]:
    """The blocks behind the first, the cells of a row as one line."""
    rows: dict[tuple[int, int] | int, str] = {}
    for number, block in enumerate(document.blocks[1:]):
        key = (block.cell.table, block.cell.row) if block.cell else number
        before = rows.get(key, "")
        rows[key] = before + "|" * (block.cell.column - before.count("|") if block.cell else 0) + block.text
    return list(rows.values())
