"""Excel workbooks, by openpyxl: one sheet, a row a term, lists to choose from where a column has fixed values."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from briefgen.errors import GlossaryError
from briefgen.findings import Outcome
from briefgen.terms.glossary.csv_format import CHOICES, COLUMNS, cells_of, read_glossary
from briefgen.terms.glossary.exchange.tsv import write_rows
from briefgen.terms.glossary.glossary import Glossary

__all__ = ["read_xlsx", "write_xlsx"]

_WIDTHS = {"ja": 30, "en": 45, "accepted": 40, "variants": 25, "avoid": 20, "source": 25, "note": 40}
_UNPACKED_LIMIT = 200_000_000
_FAULTS = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, EOFError, OSError, RuntimeError,
)  # fmt: skip
"""What zipfile, zlib and openpyxl raise at damaged workbooks, found by damaging them; SyntaxError is that of XML."""


def read_xlsx(content: bytes, name: str, *, is_draft: bool = False) -> Outcome[Glossary]:
    """The first sheet that has the columns ja and en in its first row; of a draft without rows that lack English.

    Raises:
        GlossaryError: it is no workbook, or a row is no term; the message begins with file:row:column.
    """
    hint = "Save it in Excel as .xlsx."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED_LIMIT:
                raise GlossaryError(f"{name}: a workbook of more than {_UNPACKED_LIMIT // 10**6} MB is not read.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of a workbook that have nothing to do with its cells
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = [list(_cells(sheet)) for sheet in book.worksheets]
    except _FAULTS as exc:
        raise GlossaryError(f"{name}: the workbook cannot be read ({' '.join(str(exc).split())}).", hint) from exc
    for rows in sheets:
        if rows and {"ja", "en"} <= {cell.strip().lower() for cell in rows[0]}:
            return read_glossary(write_rows(rows), name, is_draft=is_draft)
    raise GlossaryError(
        f"{name}:1: no sheet has the columns ja and en in its first row.", f"Columns: {', '.join(COLUMNS)}"
    )


def write_xlsx(glossary: Glossary, created: date) -> bytes:
    """A workbook with header, filter, fixed first row and lists to choose from.

    Raises:
        GlossaryError: a term holds a control character, which Excel does not take.
    """
    book = Workbook()
    book.properties.creator = "briefgen"
    book.properties.created = book.properties.modified = datetime(created.year, created.month, created.day)  # noqa: DTZ001
    sheet = book.active
    sheet.title = "glossary"
    sheet.append(list(COLUMNS))
    for number, term in enumerate(glossary.terms, 2):
        for column, cell in enumerate(cells_of(term).values(), 1):
            _put(sheet, (number, column), cell, term.origin)
    _dress(sheet, len(glossary.terms) + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cells(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401 - a sheet of openpyxl
    """The rows of a sheet as text; every row, so that row numbers stay."""
    for row in sheet.iter_rows(values_only=True):
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _put(sheet: Any, place: tuple[int, int], text: str, origin: str) -> None:  # noqa: ANN401 - a sheet of openpyxl
    """A cell that is text whatever it begins with: no formula, no number."""
    if not text:
        return
    try:
        cell = sheet.cell(*place, text)
    except IllegalCharacterError as exc:
        raise GlossaryError(f"{origin}: Excel does not take the control character in this entry.") from exc
    cell.data_type = "s"


def _dress(sheet: Any, rows: int) -> None:  # noqa: ANN401 - a sheet of openpyxl
    for number, column in enumerate(COLUMNS, 1):
        head = sheet.cell(1, number)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79")
        head.alignment = Alignment(vertical="center")
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, 13)
        if column in CHOICES:
            choices = DataValidation(type="list", formula1=f'"{",".join(CHOICES[column])}"', allow_blank=True)
            choices.add(f"{letter}2:{letter}{rows + 1000}")
            sheet.add_data_validation(choices)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows}"
