"""A glossary file as it is written: each row with its own bytes, so that what is not edited stays as it was.

Read are UTF-8 (with or without byte order mark), UTF-16 with one, and CP932, with comma, semicolon or tab between the
fields, any line end, and Excel's ``sep=;`` line. `write_table` gives back every byte that `read_table` was given.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Location, Outcome, Severity

__all__ = ["Row", "Table", "encode_row", "is_remark", "raw_fields", "read_table", "write_table"]

_BYTE_LIMIT = 50_000_000
_FIELD_LIMIT = 100_000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"(?:\r\n|\r|\n)?\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A record of the file: the number of its first line, its bytes with the line end, its fields without spaces."""

    line: int
    raw: bytes
    cells: tuple[str, ...]

    @property
    def is_entry(self) -> bool:
        """Whether it holds an entry (or the header): it has text and is no remark."""
        return any(self.cells) and not is_remark(self.cells[0])


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file, remarks and empty rows included, and how the file is written."""

    name: str
    rows: tuple[Row, ...] = ()
    encoding: str = "utf-8"
    mark: bytes = b""
    delimiter: str = ","

    @property
    def header(self) -> Row | None:
        """The first row with text, which names the columns."""
        return next((row for row in self.rows if row.is_entry), None)

    @property
    def entries(self) -> tuple[Row, ...]:
        """The rows with text below the header."""
        return tuple(row for row in self.rows if row.is_entry)[1:]

    @property
    def line_end(self) -> str:
        """How the lines end: as the header does."""
        end = _LINE_END.search(self.text_of(self.header)) if self.header else None
        return (end[0] if end else "") or "\n"

    def text_of(self, row: Row) -> str:
        """The row as text, line end included."""
        return row.raw.decode(self.encoding)


def is_remark(first: str) -> bool:
    """Whether a record whose first field is this is passed over: a remark, or the line of Excel."""
    return first.startswith("#") or first.lower() == "sep="


def read_table(content: bytes, name: str) -> Outcome[Table]:
    """The rows of a file. `name` is used in messages.

    Raises:
        GlossaryError: it is too large, in no known encoding, or no CSV; the message begins with file:row:column.
    """
    if len(content) > _BYTE_LIMIT:
        raise GlossaryError(f"{name}: a glossary of more than {_BYTE_LIMIT // 10**6} MB is not read.")
    mark, encoding, findings = _encoding(content, name)
    lines = _lines(content[len(mark) :], encoding)
    texts = [line.decode(encoding) for line in lines]
    delimiter = _delimiter(texts)
    rows = tuple(_rows(lines, texts, delimiter, name))
    return Outcome(Table(name, rows, encoding, mark, delimiter), findings)


def write_table(table: Table) -> bytes:
    """The bytes of the file."""
    return table.mark + b"".join(row.raw for row in table.rows)


def raw_fields(text: str, delimiter: str) -> list[str]:
    """The fields of a well-formed record as they are written, quotation marks included; the line end is left out."""
    fields, at = [], 0
    while match := _field(delimiter).match(text, at):
        fields.append(match["field"])
        at = match.end()
        if not match["next"]:
            break
    return fields


def encode_row(fields: Sequence[str], end: str, table: Table, place: str) -> bytes:
    """The bytes of a record of written fields.

    Raises:
        GlossaryError: the encoding of the file does not have one of the characters.
    """
    try:
        return (table.delimiter.join(fields) + end).encode(table.encoding)
    except UnicodeEncodeError as exc:
        raise GlossaryError(
            f"{place}: the file is in {table.encoding.upper()}, which has no “{exc.object[exc.start]}”.",
            "Save it as UTF-8 first: in Excel, 'CSV UTF-8 (comma delimited)'.",
        ) from exc


def _encoding(content: bytes, name: str) -> tuple[bytes, str, tuple[Finding, ...]]:
    """Byte order mark, codec, and what is to be said about it."""
    mark, encoding = next(((mark, codec) for mark, codec in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    try:
        content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, len(mark) + fault.start) + 1
        hint = "Save it as UTF-8: in Excel, 'CSV UTF-8 (comma delimited)'."
        try:
            content.decode("cp932")
        except UnicodeDecodeError:
            raise GlossaryError(f"{name}:{line}: the text is neither UTF-8 nor CP932 (Shift_JIS).", hint) from fault
        message = "The glossary was read as CP932 (Shift_JIS)."
        found = Finding(Code.ENCODING, Severity.INFO, message, Location(name), "Save it as UTF-8 to be sure.")
        return b"", "cp932", (found,)
    return mark, encoding, ()


def _lines(body: bytes, encoding: str) -> list[bytes]:
    """The lines with their ends. No byte of a longer UTF-8 or CP932 character is a line end."""
    if encoding.startswith("utf-16"):
        return [line.encode(encoding) for line in io.StringIO(body.decode(encoding), newline="")]
    return body.splitlines(keepends=True)


def _delimiter(lines: Sequence[str]) -> str:
    first = next((line for line in lines if line.strip() and not line.startswith(("#", "sep="))), "")
    return max(",;\t", key=first.count)


def _rows(lines: Sequence[bytes], texts: Sequence[str], delimiter: str, name: str) -> Iterator[Row]:
    """The records, each of one or several lines."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(iter(texts), delimiter=delimiter, strict=True)
    header: tuple[str, ...] = ()
    began = 0
    try:
        for cells in reader:
            raw = lines[began] if reader.line_num == began + 1 else b"".join(lines[began : reader.line_num])
            row = Row(began + 1, raw, tuple(map(str.strip, cells)))
            header = header or (row.cells if row.is_entry else ())
            if b"\0" in raw:
                _check_nul(row, header, name)
            yield row
            began = reader.line_num
    except csv.Error as fault:
        place = f"{name}:{began + 1}:{_column(header, _faulty_field(''.join(texts[began:]), delimiter))}"
        if "field limit" in str(fault):
            message = f"{place}: the field has more than {_FIELD_LIMIT:,} characters."
            raise GlossaryError(message, "Is a quotation mark left open?") from fault
        reason = "is left open" if "end of data" in str(fault) else "stands inside the field"
        hint = "One that is meant is written twice, and the whole field stands in quotation marks."
        raise GlossaryError(f"{place}: a quotation mark {reason}.", hint) from fault


def _check_nul(row: Row, header: Sequence[str], name: str) -> None:
    for number, cell in enumerate(row.cells):
        if "\0" in cell:
            place = f"{name}:{row.line}:{_column(header, number)}"
            raise GlossaryError(f"{place}: the field holds a NUL character.", "Is this a CSV file? Save it once more.")


def _faulty_field(text: str, delimiter: str) -> int:
    """The number of the first field of a record that is no field, or too long."""
    at = number = 0
    while (match := _field(delimiter).match(text, at)) and len(match["field"]) <= _FIELD_LIMIT and match["next"]:
        at, number = match.end(), number + 1
    return number


def _column(header: Sequence[str], number: int) -> str:
    name = header[number].lower() if number < len(header) else ""
    return name if name and name.isprintable() else str(number + 1)


@lru_cache
def _field(delimiter: str) -> re.Pattern[str]:
    """A field, and the delimiter after it (empty at the end of the record)."""
    stop = re.escape(delimiter)
    return re.compile(rf'(?P<field>"(?:[^"]|"")*"|(?!")[^{stop}\r\n]*)(?:(?P<next>{stop})|(?=\r|\n|\Z))')
