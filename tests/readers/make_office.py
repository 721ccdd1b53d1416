"""Small builders of Excel, OpenDocument, mail and compound files for the tests; the papers in them are invented."""

from __future__ import annotations

import io
import itertools
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

# ---------------------------------------------------------------- Excel

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Cell = str | int | float | tuple[float, str] | None
"""A text, a number, a number with its format code, or nothing."""


def xlsx_from(sheets: Mapping[str, Sequence[Sequence[Cell]]], **parts: str) -> bytes:
    """A workbook of these sheets; texts go into the shared strings.

    `parts` replace or add to what is made: ``cols`` goes before the rows of every sheet, ``rows`` behind them,
    ``merged`` is a range of merged cells, ``state`` is the state of the last sheet,
    ``properties`` stands in the workbook, ``core`` is docProps/core.xml, ``styles`` is xl/styles.xml.
    """
    strings: list[str] = []
    formats: list[str] = ["General"]
    bodies = [_rows(rows, strings, formats) for rows in sheets.values()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", _workbook(list(sheets), parts))
        links = [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        links += [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
        archive.writestr("xl/_rels/workbook.xml.rels", _links(links))
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_S}">{"".join(map(_string, strings))}</sst>')
        archive.writestr("xl/styles.xml", parts.get("styles") or _styles(formats))
        merged = f'<mergeCells><mergeCell ref="{parts["merged"]}"/></mergeCells>' if "merged" in parts else ""
        for number, body in enumerate(bodies, start=1):
            inner = f"{parts.get('cols', '')}<sheetData>{body}{parts.get('rows', '')}</sheetData>{merged}"
            archive.writestr(f"xl/worksheets/sheet{number}.xml", f'<worksheet xmlns="{_S}">{inner}</worksheet>')
        for path, part in parts.items():
            if "/" in path:
                archive.writestr(path, part)
    return buffer.getvalue()


def _workbook(names: Sequence[str], parts: Mapping[str, str]) -> str:
    states = {len(names): parts.get("state", "visible")}
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" state="{states.get(n, "visible")}" r:id="r{n + 1}"/>'
        for n, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{_S}" xmlns:r="{_R}">{parts.get("properties", "")}<sheets>{sheets}</sheets></workbook>'


def _links(links: Sequence[tuple[str, str]]) -> str:
    rows = (f'<Relationship Id="r{n}" Type="{_R}/{kind}" Target="{path}"/>' for n, (kind, path) in enumerate(links))
    return f"<Relationships>{''.join(rows)}</Relationships>"


def _string(text: str) -> str:
    return text if text.startswith("<si>") else f"<si><t>{escape(text)}</t></si>"


def _styles(formats: Sequence[str]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(formats)
    )
    own = "".join(f'<xf numFmtId="{164 + n if n else 0}"/>' for n in range(len(formats)))
    return f'<styleSheet xmlns="{_S}"><numFmts>{codes}</numFmts><cellXfs>{own}</cellXfs></styleSheet>'


def _rows(rows: Sequence[Sequence[Cell]], strings: list[str], formats: list[str]) -> str:
    text = ""
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            _cell(cell, f"{chr(65 + column)}{number}", strings, formats)
            for column, cell in enumerate(row)
            if cell is not None
        )
        text += f'<row r="{number}">{cells}</row>'
    return text


def _cell(cell: Cell, place: str, strings: list[str], formats: list[str]) -> str:
    if isinstance(cell, str):
        strings.append(cell)
        return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
    value, code = cell if isinstance(cell, tuple) else (cell, "General")
    if code not in formats:
        formats.append(code)
    return f'<c r="{place}" s="{formats.index(code)}"><v>{value}</v></c>'


# ---------------------------------------------------------------- OpenDocument

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:style="{_ODF}:style:1.0" xmlns:draw="{_ODF}:drawing:1.0" xmlns:svg="{_ODF}:svg-compatible:1.0" '
    f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt_from(body: str, styles: str = "", own_styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text with this body; `styles` are its automatic ones, `own_styles` the inside of styles.xml.

    `meta` is the inside of office:meta, `manifest` that of the manifest; other parts have a path.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
        content += f"<office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"<office:document-content {_SPACES}>{content}</office:document-content>")
        archive.writestr("styles.xml", f"<office:document-styles {_SPACES}>{own_styles}</office:document-styles>")
        meta = f"<office:meta>{parts.get('meta', '')}</office:meta>"
        archive.writestr("meta.xml", f"<office:document-meta {_SPACES}>{meta}</office:document-meta>")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{parts.get('manifest', '')}</manifest>")
        for path, part in parts.items():
            if "/" in path:
                archive.writestr(path, part)
    return buffer.getvalue()


def op(text: str, style: str = "") -> str:
    """A paragraph of an OpenDocument text; the text may hold elements."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def oh(text: str, level: int = 1) -> str:
    """A head of an OpenDocument text."""
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


# ---------------------------------------------------------------- compound files and Outlook mails

_FREE, _END, _FAT, _NO = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512


def ole_from(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams; a path with a slash lies in a storage. Every stream lies in whole sectors."""
    names: list[str] = []
    for path in streams:
        folder, slash, _ = path.partition("/")
        names += [name for name in ((folder,) if slash else ()) if name not in names] + [path]
    data, fat, starts = b"", [], {}
    for path, content in streams.items():
        count = max(1, -(-len(content) // _SECTOR))
        starts[path] = len(fat)
        fat += [*range(len(fat) + 1, len(fat) + count), _END]
        data += content.ljust(count * _SECTOR, b"\0")
    directory = _directory(names, streams, starts)
    first = len(fat)
    count = len(directory) // _SECTOR
    fat += [*range(first + 1, first + count), _END]
    tables = -(-(len(fat) + 8) // 128)
    places = list(range(len(fat), len(fat) + tables))
    fat += [_FAT] * tables
    fat += [_FREE] * (tables * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, tables, first, 0, 0, _END, 0, _END, 0)
    header += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    return header + data + directory + struct.pack(f"<{len(fat)}I", *fat)


def _directory(names: Sequence[str], streams: Mapping[str, bytes], starts: Mapping[str, int]) -> bytes:
    """The root and the entries, siblings chained to the right."""
    inside = {name: [n for n, path in enumerate(names, 1) if path.rpartition("/")[0] == name] for name in ["", *names]}
    right = {n: after for group in inside.values() for n, after in itertools.pairwise(group)}
    entries = [_entry("Root Entry", 5, (_NO, next(iter(inside[""]), _NO)), _END, 0)]
    for number, path in enumerate(names, 1):
        links = (right.get(number, _NO), next(iter(inside[path]), _NO) if path not in streams else _NO)
        size = len(streams.get(path, b""))
        kind = 2 if path in streams else 1
        entries.append(_entry(path.rpartition("/")[2], kind, links, starts.get(path, 0), size))
    blank = (-len(entries)) % 4
    return b"".join(entries) + b"\0" * 128 * blank


def _entry(name: str, kind: int, links: tuple[int, int], start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    right, child = links
    return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(raw), kind, 1, _NO, right, child, start, size)


def msg_from(subject: str, body: str, attachments: Sequence[str] = (), **others: bytes) -> bytes:
    """An Outlook mail; `others` are further streams by property tag and type, ``p10130102=b"<html>…"``."""
    sent = struct.pack("<IIQ", 0x0039_0040, 6, 133_736_148_000_000_000)
    streams = {
        "__properties_version1.0": b"\0" * 32 + sent,
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "海山省　広報室".encode("utf-16-le"),
    }
    if body:
        streams["__substg1.0_1000001F"] = body.encode("utf-16-le")
    for number, name in enumerate(attachments):
        streams[f"__attach_version1.0_#{number:08X}/__substg1.0_3707001F"] = name.encode("utf-16-le")
    return ole_from(streams | {f"__substg1.0_{tag[1:]}": content for tag, content in others.items()})


def packed_rtf(rtf: str) -> bytes:
    """Compressed RTF as Outlook keeps it, without any reference back."""
    raw = rtf.encode("ascii")
    body = b"".join(b"\0" + raw[place : place + 8] for place in range(0, len(raw), 8))
    return struct.pack("<II4sI", len(body) + 12, len(raw), b"LZFu", 0) + body
