"""Glossary CSV: bytes to a Glossary and back. Faults are named as ``file:row:column``, and nothing is half read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.segment import Strength
from briefgen.terms.english import counted
from briefgen.terms.glossary.csv_table import Row, Table, read_table
from briefgen.terms.glossary.glossary import KINDS, STATUSES, Glossary, Term

__all__ = [
    "CHOICES", "COLUMNS", "DEFAULTS", "LISTS", "cells_of", "columns_of", "glossary_of", "plain_cells", "read_glossary",
    "term_of", "term_of_row", "write_glossary",
]  # fmt: skip

COLUMNS = (
    "ja", "en", "kind", "reading", "abbr", "variants", "accepted", "avoid", "domain", "status", "strength", "match",
    "source", "note",
)  # fmt: skip
"""The columns, by name and in any order; only ja and en are required. Lists are separated by ``|``."""

CHOICES = {"kind": KINDS, "status": STATUSES, "strength": ("must", "should"), "match": ("whole", "part")}
"""What the cells of a column may say, where that is settled."""
_BREAK = re.compile("\\s*[\n\r\t\v\f\x85\xa0\u2028\u2029]\\s*")
"""A line break, tab or no-break space, which spreadsheets and web pages leave in cells and no paper has in a term."""

LISTS = ("variants", "accepted", "avoid")
"""The columns that hold lists."""


def read_glossary(content: bytes, name: str, *, is_draft: bool = False) -> Outcome[Glossary]:
    """Read a glossary file. `name` is used in messages and, without its suffix, as the glossary's name.

    Of a draft, as of suggestions that somebody works through, rows without English are left out with a finding.

    UTF-8 (with or without byte order mark), UTF-16 with one, and CP932 are read, with comma, semicolon or tab between
    the fields. Rows without any text and rows whose first cell begins with ``#`` are skipped.

    Raises:
        GlossaryError: the message begins with file:row:column, row 1 being the header.
    """
    table = read_table(content, name)
    if is_draft:
        left_out = _unfinished(table.value)
        kept = replace(table.value, rows=tuple(row for row in table.value.rows if row not in left_out))
        return Outcome(glossary_of(kept), (*table.findings, *_left_out(left_out, name)))
    return Outcome(glossary_of(table.value), table.findings)


def glossary_of(table: Table) -> Glossary:
    """The entries of a table; errors as those of `read_glossary`."""
    columns, name = columns_of(table), table.name
    terms = [term_of_row(row, columns, name) for row in table.entries]
    return Glossary(name.rpartition("/")[2].rpartition(".")[0] or name, tuple(terms))


def _unfinished(table: Table) -> tuple[Row, ...]:
    """The entries without English."""
    at = columns_of(table)["en"]
    return tuple(row for row in table.entries if at < len(row.cells) and not row.cells[at])


def _left_out(rows: Sequence[Row], name: str) -> Iterator[Finding]:
    if rows:
        message = f"{counted(len(rows), 'row')} without English left out, {rows[0].cells[0]} first."
        place = Location(name, line=rows[0].line, column="en")
        yield Finding(Code.GLOSSARY_SKIPPED, Severity.WARNING, message, place, "Fill in en and import the file again.")


def write_glossary(glossary: Glossary) -> bytes:
    """The glossary as CSV in UTF-8 with all columns, read back by `read_glossary` to the same terms."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in glossary.terms:
        writer.writerow(cells_of(term).values())
    return buffer.getvalue().encode()


def cells_of(term: Term) -> dict[str, str]:
    """What stands in each column of a term's row; ``must`` and ``whole``, which empty cells mean, included."""
    cells = {column: getattr(term, column, "") for column in COLUMNS}
    cells |= {column: "|".join(cells[column]) for column in LISTS}
    return cells | {"strength": term.strength.name.lower(), "match": "part" if term.is_part else "whole"}


def plain_cells(term: Term) -> dict[str, str]:
    """Its cells that say something: those that are not empty and not what an empty cell means."""
    return {column: cell for column, cell in cells_of(term).items() if cell and cell != DEFAULTS[column]}


def columns_of(table: Table) -> dict[str, int]:
    """Which column is the how manieth.

    Raises:
        GlossaryError: there is no header, or it has an unknown column, one twice, or not those that are needed.
    """
    known = f"The first row must name the columns: {','.join(COLUMNS)}"
    if table.header is None:
        raise GlossaryError(f"{table.name}:1: the file is empty.", known)
    place = f"{table.name}:{table.header.line}"
    names = [name.lower() for name in table.header.cells]
    for number, column in enumerate(names):
        if column and column not in COLUMNS:
            raise GlossaryError(f"{place}:{column}: unknown column.", f"Known columns: {', '.join(COLUMNS)}")
        if column and column in names[:number]:
            raise GlossaryError(f"{place}:{column}: the column is there twice.", "Remove or rename one of the two.")
    for required in ("ja", "en"):
        if required not in names:
            raise GlossaryError(f"{place}:{required}: the column is missing.", known)
    return {name: number for number, name in enumerate(names) if name}


def term_of_row(row: Row, columns: Mapping[str, int], name: str) -> Term:
    """The term of a row; GlossaryError with file:row:column where it is none."""
    _check_width(row.cells, columns, f"{name}:{row.line}")
    return term_of({column: row.cells[number] for column, number in columns.items()}, f"{name}:{row.line}")


def term_of(cells: Mapping[str, str], place: str) -> Term:
    """The term of a row's cells by column, line breaks in them being spaces; `place` is ``file:row``.

    Raises:
        GlossaryError: a cell that is needed is empty, or one has a value that is not known.
    """
    values = {column: _without_breaks(value) for column, value in cells.items() if value}
    for required in ("ja", "en"):
        if not values.get(required):
            hint = "Every entry has its Japanese and its English."
            raise GlossaryError(f"{place}:{required}: the field is empty.", hint)
    for column, choices in CHOICES.items():
        if values.get(column) and values[column] not in choices:
            raise GlossaryError(f"{place}:{column}: unknown value {values[column]}.", f"Known: {', '.join(choices)}")
    lists = {column: _split(values.pop(column, "")) for column in LISTS}
    strength = Strength.SHOULD if values.pop("strength", "") == "should" else Strength.MUST
    is_part = values.pop("match", "") == "part"
    return Term(**values, **lists, strength=strength, is_part=is_part, origin=place)  # type: ignore[arg-type]


def _without_breaks(cell: str) -> str:
    return cell if cell.isprintable() else _BREAK.sub(" ", cell)


def _check_width(cells: Sequence[str], columns: Mapping[str, int], place: str) -> None:
    width = max(columns.values()) + 1
    if len(cells) < width:
        missing = next(column for column, number in columns.items() if number >= len(cells))
        hint = "Every row has as many fields as the header, empty ones included."
        raise GlossaryError(f"{place}:{missing}: the row has {len(cells)} of {counted(width, 'field')}.", hint)
    if any(cells[width:]):
        hint = "A field with a comma in it stands in quotation marks."
        raise GlossaryError(f"{place}: the row has {counted(len(cells), 'field')}, the header {width}.", hint)


def _split(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split("|") if item.strip()) if text else ()


DEFAULTS = cells_of(Term("", ""))
"""What an empty cell of each column means."""
