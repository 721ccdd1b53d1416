"""Editing a glossary file row by row: every row that is not touched keeps its bytes, so a comparison shows one line.

Of a touched row the fields that are not named keep theirs, too. A column the file does not have yet is added at its
right end, in every row.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import category

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.terms.glossary.csv_format import COLUMNS, columns_of, term_of, term_of_row
from briefgen.terms.glossary.csv_table import Row, Table, encode_row, is_remark, raw_fields, read_table
from briefgen.terms.glossary.glossary import Glossary, Term, fold_form
from briefgen.terms.upkeep.lint import lint_entry

__all__ = [
    "Edits", "add_row", "change_row", "check_entry", "edit_table", "find_row", "open_table", "remove_row", "terms_like",
    "terms_written",
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


def _rows_like(table: Table, ja: str) -> tuple[Row, ...]:
    at, key = columns_of(table)["ja"], fold_form(ja)
    return tuple(row for row in table.entries if at < len(row.cells) and fold_form(row.cells[at]) == key)


def terms_like(table: Table, ja: str) -> tuple[Term, ...]:
    """The entries of this Japanese, width and spaces aside."""
    columns = columns_of(table)
    return tuple(term_of_row(row, columns, table.name) for row in _rows_like(table, ja))


def terms_written(table: Table, forms: Iterable[str]) -> tuple[Term, ...]:
    """The terms of which one of these is the Japanese or a variant, width and spaces aside."""
    columns, keys = columns_of(table), {fold_form(form) for form in forms}
    places = [columns[name] for name in ("ja", "variants") if name in columns]

    def is_written(row: Row) -> bool:
        cells = [row.cells[at] for at in places if at < len(row.cells) and row.cells[at]]
        return any(fold_form(form) in keys for cell in cells for form in cell.split("|"))

    return tuple(term_of_row(row, columns, table.name) for row in table.entries if is_written(row))


def find_row(table: Table, ja: str, line: int | None = None) -> Row:
    """The one row of this Japanese, or of several the one in that line.

    Raises:
        GlossaryError: there is none, or there are several and no line was named.
    """
    rows = [row for row in _rows_like(table, ja) if line in (None, row.line)]
    if len(rows) == 1:
        return rows[0]
    if not rows:
        where = f" in row {line}" if line else ""
        others = ", ".join(f"{term.origin} ({term.ja})" for term in terms_written(table, [ja]))
        hint = f"It stands in {others}" if others else f"briefgen glossary find {ja} looks in all glossaries"
        raise GlossaryError(f"{table.name}: there is no entry {ja}{where}.", hint)
    lines = ", ".join(str(row.line) for row in rows)
    raise GlossaryError(f"{table.name}: {ja} stands in the rows {lines}.", "Say which with --row")


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be done to a table, rows named by their lines."""

    changed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """New values of some cells of a row, by column."""
    removed: frozenset[int] = frozenset()
    added: tuple[Mapping[str, str], ...] = ()
    """Cells of rows that go to the end."""


def add_row(table: Table, cells: Mapping[str, str]) -> Table:
    """The table with one more row at its end; errors as those of `edit_table`."""
    return edit_table(table, Edits(added=(cells,)))


def change_row(table: Table, row: Row, cells: Mapping[str, str]) -> Table:
    """The table with other values in some cells of a row; errors as those of `edit_table`."""
    return edit_table(table, Edits(changed={row.line: cells}))


def remove_row(table: Table, row: Row) -> Table:
    """The table without a row."""
    return edit_table(table, Edits(removed=frozenset({row.line})))


def edit_table(table: Table, edits: Edits) -> Table:
    """The table with all edits made.

    Raises:
        GlossaryError: a value cannot stand in its column, or a character not in the encoding of the file.
    """
    table = _with_columns(table, (name for cells in (*edits.changed.values(), *edits.added) for name in cells))
    kept = [row for row in table.rows if row.line not in edits.removed]
    columns = columns_of(table)
    rows = [
        _changed(row, edits.changed[row.line], columns, table) if row.line in edits.changed else row for row in kept
    ]
    rows += _added(rows[-1], edits.added, columns, table)
    return replace(table, rows=tuple(rows))


def _changed(row: Row, cells: Mapping[str, str], columns: Mapping[str, int], table: Table) -> Row:
    place, text = f"{table.name}:{row.line}", table.text_of(row)
    _check({name: row.cells[at] for name, at in columns.items()} | dict(cells), cells, columns, place)
    fields, new = raw_fields(text, table.delimiter), list(row.cells)
    for column, value in cells.items():
        if new[columns[column]] != value:
            new[columns[column]], fields[columns[column]] = value, _written(value, table)
    return replace(row, raw=encode_row(fields, _end(text), table, place), cells=tuple(new))


def _added(last: Row, added: Sequence[Mapping[str, str]], columns: Mapping[str, int], table: Table) -> Iterator[Row]:
    """The new rows. After a last row without a line end they are set off by one, and the file again ends without."""
    text, end = table.text_of(last), table.line_end
    line = last.line + max(1, len(list(io.StringIO(text, newline=""))))
    before, after = ("", end) if _end(text) else (end, "")
    for cells in added:
        place = f"{table.name}:{line}"
        _check(cells, cells, columns, place)
        fields = [""] * (max(columns.values()) + 1)
        plain = list(fields)
        for column, value in cells.items():
            plain[columns[column]], fields[columns[column]] = value, _written(value, table)
        raw = before.encode(table.encoding) + encode_row(fields, after, table, place)
        yield Row(line, raw, tuple(plain))
        line += 1


def check_entry(term: Term, twins: Iterable[Term], layers: Sequence[Glossary]) -> tuple[Finding, ...]:
    """What is to be said about a new or changed entry before it is written.

    `twins` are the other entries of the same file that share a Japanese form with it, `layers` those of the other
    glossaries with its Japanese. An error must not be written; a warning may be, when the user says so.
    """
    return (*lint_entry(term), *_clashes(term, twins), *_overlaps(term, layers))


def _clashes(term: Term, twins: Iterable[Term]) -> Iterator[Finding]:
    for twin in twins:
        if twin.key != term.key:
            yield from _shared(term, twin)
            continue
        if term.is_other_meaning(twin):
            continue
        code = Code.GLOSSARY_DUPLICATE if twin.en == term.en else Code.GLOSSARY_CONFLICT
        message = f"{term.ja} stands already in {twin.origin} as {twin.en}."
        yield Finding(
            code,
            Severity.ERROR,
            message,
            replace(term.place, column="ja"),
            "Change that row, with glossary edit, or give each its context or domain.",
        )


def _shared(term: Term, twin: Term) -> Iterator[Finding]:
    """A warning where a variant of one of two entries is a form of the other and their English is not the same."""
    theirs = {fold_form(form) for form in (twin.ja, *twin.variants)}
    form = next((form for form in (term.ja, *term.variants) if fold_form(form) in theirs), "")
    if form and twin.en != term.en:
        message = f"{form} stands in {twin.origin} for {twin.en}, too."
        place = replace(term.place, column="ja" if form == term.ja else "variants")
        hint = "Leave it out of one of the two rows."
        yield Finding(Code.GLOSSARY_CONFLICT, Severity.WARNING, message, place, hint)


def _overlaps(term: Term, layers: Sequence[Glossary]) -> Iterator[Finding]:
    for other in (other for layer in layers for other in layer.terms):
        place = replace(term.place, column="en")
        if other.en == term.en:
            message = f"{term.ja} is {other.en} in {other.origin} already."
            yield Finding(Code.GLOSSARY_DUPLICATE, Severity.WARNING, message, place, "There is no need for it here.")
        elif term.replaces(other):
            message = f"{term.ja} is {other.en} in {other.origin}, {term.en} here."
            yield Finding(Code.GLOSSARY_OVERRIDDEN, Severity.WARNING, message, place, "The later file wins.")


def _check(cells: Mapping[str, str], new: Mapping[str, str], columns: Mapping[str, int], place: str) -> None:
    """GlossaryError where the new cells would not be read back as they are."""
    term_of(cells, place)
    for column, value in new.items():
        if any(category(char) == "Cc" for char in value) or value != value.strip():
            message = f"{place}:{column}: a field is one line without tabs, control characters and spaces around it."
            raise GlossaryError(message, "Write a space where the line ends or the tab is")
    for column in ("ja", *(name for name, at in columns.items() if at == 0)):
        if is_remark(cells.get(column, "")):
            raise GlossaryError(f"{place}:{column}: a row that begins with # or sep= is no entry.", "Leave it out")


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


def _written(value: str, table: Table) -> str:
    """A field as the file writes fields: in quotation marks where needed, or always where its header has them."""
    always = table.header is not None and table.text_of(table.header).startswith('"')
    if always or any(char in value for char in ('"', table.delimiter)):
        return '"' + value.replace('"', '""') + '"'
    return value


def _end(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]
