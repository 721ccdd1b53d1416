"""Tab-separated glossaries: ours with a header; those of OmegaT and DeepL without one, as source, target, note."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from briefgen.errors import GlossaryError
from briefgen.findings import Outcome
from briefgen.terms.glossary.csv_format import COLUMNS, cells_of, read_glossary, term_of
from briefgen.terms.glossary.csv_table import read_table
from briefgen.terms.glossary.glossary import Glossary, Term

__all__ = ["read_tsv", "write_rows", "write_tsv"]


def read_tsv(content: bytes, name: str) -> Outcome[Glossary]:
    """A tab-separated file with a header, or without one: Japanese, English and, if it is there, a note.

    Raises:
        GlossaryError: the message begins with file:row.
    """
    try:
        table = read_table(content, name)
    except GlossaryError as fault:
        # Files without a header know no quotation marks, which may therefore stand anywhere.
        try:
            return Outcome(Glossary(name, tuple(_plain_rows(content.decode("utf-8-sig"), name))))
        except UnicodeDecodeError:
            raise fault from None
    header = table.value.header
    if header and {"ja", "en"} <= {cell.lower() for cell in header.cells}:
        return read_glossary(content, name)
    text = content[len(table.value.mark) :].decode(table.value.encoding)
    return Outcome(Glossary(name, tuple(_plain_rows(text, name))))


def write_tsv(glossary: Glossary) -> bytes:
    """All columns, tabs between them, a header above."""
    return write_rows([COLUMNS, *(tuple(cells_of(term).values()) for term in glossary.terms)])


def write_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells as a tab-separated file."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


def _plain_rows(text: str, name: str) -> Iterator[Term]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        ja, tab, rest = line.partition("\t")
        if not tab:
            hint = f"Japanese TAB English, or a header with these columns: {', '.join(COLUMNS)}"
            raise GlossaryError(f"{name}:{number}: the row has no tab.", hint)
        en, _, note = rest.partition("\t")
        cells = {"ja": ja.strip(), "en": en.strip(), "note": note.replace("\t", " ").strip()}
        yield term_of(cells, f"{name}:{number}")
