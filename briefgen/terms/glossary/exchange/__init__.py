"""Glossaries as other programs know them: TBX, UTX, TSV, Excel. What briefgen writes, it reads back without loss."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from briefgen.errors import UsageError
from briefgen.findings import Outcome
from briefgen.terms.glossary.csv_format import read_glossary, write_glossary
from briefgen.terms.glossary.glossary import Glossary

__all__ = ["FORMATS", "OLD_TBX", "format_of", "read_exchange", "read_layer", "write_exchange"]

FORMATS = ("csv", "tbx", "tsv", "utx", "xlsx")
"""The formats, named as the endings of their files."""

OLD_TBX = "tbx-2008"
"""TBX of 2008, which has the same ending."""


def format_of(name: str) -> str:
    """The format of a file by its ending; ``.tbx.xml`` and ``.xml`` are TBX, ``.txt`` is TSV.

    Raises:
        UsageError: the ending says nothing.
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    found = {"xml": "tbx", "txt": "tsv", "xlsm": "xlsx"}.get(ending, ending)
    if found not in FORMATS:
        raise UsageError(f"{name}: the ending does not name a glossary format", f"There are: {', '.join(FORMATS)}")
    return found


def read_exchange(content: bytes, name: str, *, is_draft: bool = False) -> Outcome[Glossary]:
    """The glossary in a file of any format; an entry that has not both languages is left out with a finding.

    Of our own columns, in CSV and Excel, it is left out of a draft only.

    Raises:
        GlossaryError: it cannot be read; the message begins with the place.
        UsageError: its ending says nothing.
    """
    form = format_of(name)
    if form == "tbx":
        from briefgen.terms.glossary.exchange.tbx import read_tbx

        return read_tbx(content, name)
    if form == "xlsx":
        from briefgen.terms.glossary.exchange.xlsx import read_xlsx

        return read_xlsx(content, name, is_draft=is_draft)
    if form == "utx":
        from briefgen.terms.glossary.exchange.utx import read_utx

        return read_utx(content, name)
    if form == "tsv":
        from briefgen.terms.glossary.exchange.tsv import read_tsv

        return read_tsv(content, name)
    return read_glossary(content, name, is_draft=is_draft)


def read_layer(content: bytes, name: str) -> Outcome[Glossary]:
    """The glossary in a file, taken for CSV where its ending says nothing else; errors as those of `read_exchange`."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return read_exchange(content, name) if ending in FORMATS else read_glossary(content, name)


def write_exchange(glossary: Glossary, form: str, created: date) -> bytes:
    """The file in one of `FORMATS` or as `OLD_TBX`; `created` goes into formats that carry a date.

    Raises:
        GlossaryError: the format cannot hold what is in the glossary.
    """
    if form in ("tbx", OLD_TBX):
        from briefgen.terms.glossary.exchange.tbx import write_tbx

        return write_tbx(glossary, is_old=form == OLD_TBX)
    if form == "xlsx":
        from briefgen.terms.glossary.exchange.xlsx import write_xlsx

        return write_xlsx(glossary, created)
    if form == "utx":
        from briefgen.terms.glossary.exchange.utx import write_utx

        return write_utx(glossary, created)
    if form == "tsv":
        from briefgen.terms.glossary.exchange.tsv import write_tsv

        return write_tsv(glossary)
    return write_glossary(glossary)
