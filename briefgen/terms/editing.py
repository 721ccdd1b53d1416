"""Editing a glossary file row by row: every row that is not touched keeps its bytes, so a comparison shows one line.

Of a touched row the fields that are not named keep theirs, too. A column the file does not have yet is added at its
right end, in every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.terms.csv_format import COLUMNS, columns_of, term_of, term_of_row
from briefgen.terms.csv_table import Row, Table, encode_row, raw_fields, read_table
from briefgen.terms.glossary import Glossary, Term, fold_form
from briefgen.terms.lint import lint_entry

__all__ = [
    "add_row", "change_row", "check_entry", "find_row", "open_table", "remove_row", "row_of", "rows_like", "terms_like",
]  # fmt: skip


def open_table(content: bytes, name: str) -> Outcome[Table]:
    """The table of a file to be edited; of an empty or new file, a table with all columns and no entry.

    Raises:
        GlossaryError: it is no glossary.
    """
    outcome = read_table(content, name)
    if not content.strip():
        return read_table((",".join(COLUMNS) + "\n").encode(), name)
    columns_of(outcome.value)
    return outcome


def rows_like(table: Table, ja: str) -> tuple[Row, ...]:
    """The entries of this Japanese, width and spaces aside."""
    at, key = columns_of(table)["ja"], fold_form(ja)
    return tuple(row for row in table.entries if at < len(row.cells) and fold_form(row.cells[at]) == key)


def terms_like(table: Table, ja: str) -> tuple[Term, ...]:
    """The terms of `rows_like`."""
    columns = columns_of(table)
    return tuple(term_of_row(row, columns, table.name) for row in rows_like(table, ja))


def find_row(table: Table, ja: str, line: int | None = None) -> Row:
    """The one row of this Japanese, or of several the one in that line.

    Raises:
        GlossaryError: there is none, or there are several and no line was named.
    """
    rows = [row for row in rows_like(table, ja) if line in (None, row.line)]
    if len(rows) == 1:
        return rows[0]
    if not rows:
        where = f" in row {line}" if line else ""
        raise GlossaryError(
            f"{table.name}: there is no entry {ja}{where}.", f"briefgen glossary find {ja} shows where it is"
        )
    lines = ", ".join(str(row.line) for row in rows)
    raise GlossaryError(f"{table.name}: {ja} stands in the rows {lines}.", "Say which with --row")


def row_of(table: Table, line: int) -> Row:
    """The entry that begins in that line; GlossaryError where none does."""
    for row in table.entries:
        if row.line == line:
            return row
    raise GlossaryError(f"{table.name}:{line}: there is no entry in this row.")


def add_row(table: Table, cells: Mapping[str, str]) -> Table:
    """The table with one more row at its end.

    Raises:
        GlossaryError: a value cannot stand in its column, or a character not in the encoding of the file.
    """
    table = _with_columns(table, cells)
    columns, last = columns_of(table), table.rows[-1]
    line = last.line + max(1, len(table.text_of(last).splitlines()))
    place = f"{table.name}:{line}"
    fields = [""] * (max(columns.values()) + 1)
    _check(cells, place)
    for column, value in cells.items():
        fields[columns[column]] = _written(value, table)
    end, rows = table.line_end, table.rows
    if not _end(table.text_of(last)):
        # The file ends without a line end: the last row gets one, and the new one is written as the last one was.
        rows = (*rows[:-1], replace(last, raw=last.raw + end.encode(table.encoding)))
        end = ""
    row = Row(line, encode_row(fields, end, table, place), tuple(cells.get(name, "") for name in columns))
    return replace(table, rows=(*rows, row))


def change_row(table: Table, row: Row, cells: Mapping[str, str]) -> Table:
    """The table with other values in some cells of a row; errors as those of `add_row`."""
    table = _with_columns(table, cells)
    row = row_of(table, row.line)
    columns, place = columns_of(table), f"{table.name}:{row.line}"
    _check({name: row.cells[at] for name, at in columns.items()} | dict(cells), place)
    text = table.text_of(row)
    fields, changed = raw_fields(text, table.delimiter), list(row.cells)
    for column, value in cells.items():
        if changed[columns[column]] != value:
            changed[columns[column]], fields[columns[column]] = value, _written(value, table)
    return _with(table, row, replace(row, raw=encode_row(fields, _end(text), table, place), cells=tuple(changed)))


def remove_row(table: Table, row: Row) -> Table:
    """The table without a row."""
    return replace(table, rows=tuple(other for other in table.rows if other.line != row.line))


def check_entry(term: Term, twins: Iterable[Term], layers: Sequence[Glossary]) -> tuple[Finding, ...]:
    """What is to be said about a new or changed entry before it is written.

    `twins` are the other entries of the same file with its Japanese, `layers` those of the other glossaries. An error
    must not be written; a warning may be, when the user says so.
    """
    return (*lint_entry(term), *_clashes(term, twins), *_overlaps(term, layers))


def _clashes(term: Term, twins: Iterable[Term]) -> Iterator[Finding]:
    for twin in twins:
        code = Code.GLOSSARY_DUPLICATE if twin.en == term.en else Code.GLOSSARY_CONFLICT
        message = f"{term.ja} stands already in {twin.origin} as {twin.en}."
        yield Finding(
            code, Severity.ERROR, message, replace(term.place, column="ja"), "Change that row: glossary edit."
        )


def _overlaps(term: Term, layers: Sequence[Glossary]) -> Iterator[Finding]:
    for other in (other for layer in layers for other in layer.terms):
        place = replace(term.place, column="en")
        if other.en == term.en:
            message = f"{term.ja} is {other.en} in {other.origin} already."
            yield Finding(Code.GLOSSARY_DUPLICATE, Severity.WARNING, message, place, "There is no need for it here.")
        else:
            message = f"{term.ja} is {other.en} in {other.origin}, {term.en} here."
            yield Finding(Code.GLOSSARY_OVERRIDDEN, Severity.WARNING, message, place, "The later file wins.")


def _check(cells: Mapping[str, str], place: str) -> None:
    """GlossaryError where the cells would not be read back as they are."""
    term_of(cells, place)
    for column, value in cells.items():
        if any(char in value for char in "\0\r\n\t") or value != value.strip():
            raise GlossaryError(f"{place}:{column}: a field is one line without tabs and spaces around it.")
    if cells["ja"].startswith("#"):
        raise GlossaryError(f"{place}:ja: a row that begins with # is a remark.")


def _with_columns(table: Table, names: Iterable[str]) -> Table:
    """The table with the columns that it does not have yet, empty in every row, in the order of `COLUMNS`."""
    wanted = set(names)
    new = [name for name in COLUMNS if name in wanted and name not in columns_of(table)]
    if not new or table.header is None:
        return table
    width = len(table.header.cells)

    def widened(row: Row) -> Row:
        more = new if row is table.header else [""] * len(new)
        more = [""] * (width - len(row.cells)) + more
        text = table.text_of(row)
        fields = [*raw_fields(text, table.delimiter)[:width], *more]
        raw = encode_row(fields, _end(text), table, f"{table.name}:{row.line}")
        return replace(row, raw=raw, cells=(*row.cells[:width], *more))

    return replace(table, rows=tuple(widened(row) if row.is_entry else row for row in table.rows))


def _with(table: Table, old: Row, new: Row) -> Table:
    at = next(at for at, row in enumerate(table.rows) if row.line == old.line)
    return replace(table, rows=(*table.rows[:at], new, *table.rows[at + 1 :]))


def _written(value: str, table: Table) -> str:
    """A field as the file writes fields: in quotation marks where needed, or always where its header has them."""
    always = table.header is not None and table.text_of(table.header).startswith('"')
    if always or any(char in value for char in ('"', table.delimiter)):
        return '"' + value.replace('"', '""') + '"'
    return value


def _end(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]
