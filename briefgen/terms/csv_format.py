"""Glossary CSV: bytes to a Glossary and back. Faults are named as ``file:row:column``, and nothing is half read."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.segment import Strength
from briefgen.terms.glossary import KINDS, STATUSES, Glossary, Term

__all__ = ["COLUMNS", "read_glossary", "write_glossary"]

COLUMNS = (
    "ja", "en", "kind", "reading", "abbr", "variants", "accepted", "avoid", "domain", "status", "strength", "match",
    "source", "note",
)  # fmt: skip
"""The columns, by name and in any order; only ja and en are required. Lists are separated by ``|``."""

_CHOICES = {
    "kind": KINDS,
    "status": STATUSES,
    "strength": ("must", "should"),
    "match": ("whole", "part"),
}
_LISTS = ("variants", "accepted", "avoid")
_BYTE_LIMIT = 50_000_000


def read_glossary(content: bytes, name: str) -> Outcome[Glossary]:
    """Read a glossary file. `name` is used in messages and, without its suffix, as the glossary's name.

    UTF-8 (with or without byte order mark), UTF-16 with one, and CP932 are read, with comma, semicolon or tab between
    the fields. Rows without any text and rows whose first cell begins with ``#`` are skipped.

    Raises:
        GlossaryError: the message begins with file:row:column, row 1 being the header.
    """
    if len(content) > _BYTE_LIMIT:
        raise GlossaryError(f"{name}: a glossary of more than {_BYTE_LIMIT // 10**6} MB is not read.")
    text, findings = _decode(content, name)
    rows = _rows(text, name)
    if not rows:
        raise GlossaryError(
            f"{name}:1: the file is empty.", f"The first row must name the columns: {','.join(COLUMNS)}"
        )
    line, header = rows[0]
    columns = _columns(header, f"{name}:{line}")
    terms = [_term(cells, columns, name, line) for line, cells in rows[1:]]
    return Outcome(Glossary(name.rpartition("/")[2].rpartition(".")[0] or name, tuple(terms)), findings)


def write_glossary(glossary: Glossary) -> bytes:
    """The glossary as CSV in UTF-8 with all columns, read back by `read_glossary` to the same terms."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in glossary.terms:
        writer.writerow([_WRITERS[column](term) for column in COLUMNS])
    return buffer.getvalue().encode()


_WRITERS: dict[str, Callable[[Term], str]] = {
    "ja": lambda term: term.ja,
    "en": lambda term: term.en,
    "kind": lambda term: term.kind,
    "reading": lambda term: term.reading,
    "abbr": lambda term: term.abbr,
    "variants": lambda term: "|".join(term.variants),
    "accepted": lambda term: "|".join(term.accepted),
    "avoid": lambda term: "|".join(term.avoid),
    "domain": lambda term: term.domain,
    "status": lambda term: term.status,
    "strength": lambda term: term.strength.name.lower(),
    "match": lambda term: "part" if term.is_part else "whole",
    "source": lambda term: term.source,
    "note": lambda term: term.note,
}


def _decode(content: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        has_utf16_mark = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if has_utf16_mark else "utf-8-sig"), ()
    except UnicodeDecodeError as not_utf8:
        try:
            text = content.decode("cp932")
        except UnicodeDecodeError:
            line = content.count(b"\n", 0, not_utf8.start) + 1
            raise GlossaryError(
                f"{name}:{line}: the text is neither UTF-8 nor CP932 (Shift_JIS).",
                "Save it as UTF-8: in Excel, 'CSV UTF-8 (comma delimited)'.",
            ) from not_utf8
    message = "The glossary was read as CP932 (Shift_JIS)."
    return text, (Finding(Code.ENCODING, Severity.INFO, message, Location(name), "Save it as UTF-8 to be sure."),)


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The rows that hold text, each with the number of its first line."""
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as fault:
        hint = "A quotation mark inside a field is written twice, and the field stands in quotation marks."
        raise GlossaryError(f"{name}:{line}: the row cannot be read as CSV ({fault}).", hint) from fault
    return rows


def _columns(header: list[str], place: str) -> dict[str, int]:
    names = [name.lower() for name in header]
    for number, column in enumerate(names):
        if column and column not in COLUMNS:
            raise GlossaryError(f"{place}:{column}: unknown column.", f"Known columns: {', '.join(COLUMNS)}")
        if column in names[:number]:
            raise GlossaryError(f"{place}:{column}: the column is there twice.")
    for required in ("ja", "en"):
        if required not in names:
            hint = f"The first row must name the columns: {','.join(COLUMNS)}"
            raise GlossaryError(f"{place}:{required}: the column is missing.", hint)
    return {name: number for number, name in enumerate(names) if name}


def _term(cells: list[str], columns: dict[str, int], name: str, line: int) -> Term:
    place = f"{name}:{line}"
    _check_width(cells, columns, place)
    values = {column: cells[number] for column, number in columns.items()}
    for required in ("ja", "en"):
        if not values[required]:
            raise GlossaryError(f"{place}:{required}: the field is empty.")
    for column, choices in _CHOICES.items():
        if values.get(column) and values[column] not in choices:
            raise GlossaryError(f"{place}:{column}: unknown value {values[column]}.", f"Known: {', '.join(choices)}")
    lists = {column: _split(values.pop(column, "")) for column in _LISTS}
    strength = Strength.SHOULD if values.pop("strength", "") == "should" else Strength.MUST
    is_part = values.pop("match", "") == "part"
    plain = {column: value for column, value in values.items() if value}
    return Term(**plain, **lists, strength=strength, is_part=is_part, origin=place)  # type: ignore[arg-type]


def _check_width(cells: list[str], columns: dict[str, int], place: str) -> None:
    width = max(columns.values()) + 1
    if len(cells) < width:
        missing = next(column for column, number in columns.items() if number >= len(cells))
        hint = "Every row has as many fields as the header, empty ones included."
        raise GlossaryError(f"{place}:{missing}: the row has {len(cells)} of {width} fields.", hint)
    if any(cells[width:]):
        hint = "A field with a comma in it stands in quotation marks."
        raise GlossaryError(f"{place}: the row has {len(cells)} fields, the header {width}.", hint)


def _split(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split("|") if item.strip())
