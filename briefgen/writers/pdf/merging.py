"""PDFs put into a PDF: their pages behind an anchor, with outline, page labels and structure. Draws nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from briefgen.errors import OutputError, UnreadableDocumentError

__all__ = ["Insert", "count_pages", "insert_pdfs"]


@dataclass(frozen=True, slots=True)
class Insert:
    """An annex of the first PDF: the heading it begins with, and a PDF to be put behind the sheet of that heading."""

    heading: str
    """As the outline has it."""
    letter: str
    """Its pages are labelled A-1, A-2 …"""
    name: str = ""
    content: bytes = field(default=b"", repr=False)
    """Empty for an annex that stands in the first PDF already."""


def count_pages(content: bytes, name: str) -> int:
    """How many pages a PDF has.

    Raises:
        UnreadableDocumentError: it cannot be opened, or asks for a password.
    """
    with _opened(content, name) as pdf:
        return len(pdf.pages)


def insert_pdfs(content: bytes, annexes: Sequence[Insert]) -> bytes:
    """The PDF with the others put in; the same input gives the same bytes.

    `annexes` come in the order of the pages. What is put in keeps its outline and its web links; its form fields and
    its tags are left out.

    Raises:
        UnreadableDocumentError: one of the PDFs cannot be opened.
        OutputError: a heading is not in the outline of the PDF, or pikepdf refuses.
    """
    try:
        with _opened(content, "the memo") as pdf:
            starts = _sheets(pdf, [annex.heading for annex in annexes])
            labels, shift = [(0, "")], 0
            for annex, start in zip(annexes, starts, strict=True):
                labels.append((start + shift, f"{annex.letter}-"))
                if annex.content:
                    shift += _insert(pdf, annex, start + shift + 1)
            _label(pdf, labels)
            file = io.BytesIO()
            pdf.save(
                file, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate
            )
    except pikepdf.PdfError as error:
        raise OutputError(f"the annexes cannot be put into the PDF: {error}") from error
    return file.getvalue()


def _opened(content: bytes, name: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as error:
        raise UnreadableDocumentError(f"{name} is protected by a password", "Save it without one") from error
    except pikepdf.PdfError as error:
        raise UnreadableDocumentError(f"{name} is no PDF that can be read", "Save it as PDF again") from error


def _sheets(pdf: pikepdf.Pdf, headings: Sequence[str]) -> list[int]:
    """The numbers, from 0, of the sheets on which these headings stand, found in the outline one after the other."""
    with pdf.open_outline() as outline:
        entries = iter([(str(item.title), _target(pdf, item)) for item in _flat(outline.root)])
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    sheets = []
    for heading in headings:
        target = next((target for title, target in entries if title == heading), None)
        if target is None:
            raise OutputError(f"“{heading}” is not in the outline of the PDF")
        sheets.append(numbers[target.objgen])
    return sheets


def _flat(items: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    """The entries with those below them, in reading order."""
    for item in items:
        yield item
        yield from _flat(item.children)


def _insert(pdf: pikepdf.Pdf, insert: Insert, position: int) -> int:
    """Put the pages of one PDF before the page at `position`; how many they are."""
    with _opened(insert.content, insert.name) as other:
        titles = _titles(other)
        count = len(other.pages)
        for number, page in enumerate(other.pages):
            pdf.pages.insert(position + number, page)
    for number in range(count):
        sheet = pdf.pages[position + number].obj
        for key in ("/StructParents", "/Tabs"):
            if key in sheet:
                del sheet[key]
    _bookmark(pdf, insert, titles, position)
    return count


def _titles(other: pikepdf.Pdf) -> list[tuple[str, int]]:
    """(title, page from 0) of the first level of the outline, as far as it leads to pages."""
    sheets = {page.obj.objgen: number for number, page in enumerate(other.pages)}
    titles = []
    with other.open_outline() as outline:
        for item in outline.root:
            target = _target(other, item)
            if target is not None and target.objgen in sheets:
                titles.append((str(item.title), sheets[target.objgen]))
    return titles


def _target(pdf: pikepdf.Pdf, item: OutlineItem) -> pikepdf.Object | None:
    """The page an entry of an outline leads to, when it says so directly or by a name of the older kind."""
    place: object = item.destination
    if place is None and item.action is not None:
        place = item.action.get("/D")
    if isinstance(place, String | Name):
        place = pdf.Root.get("/Dests", Dictionary()).get(f"/{str(place).removeprefix('/')}")
    if isinstance(place, Dictionary):
        place = place.get("/D")
    return place[0] if isinstance(place, Array) and len(place) and isinstance(place[0], Dictionary) else None


def _bookmark(pdf: pikepdf.Pdf, insert: Insert, titles: Sequence[tuple[str, int]], position: int) -> None:
    """The entries of the PDF that was put in, below the entry of its annex."""
    with pdf.open_outline() as outline:
        parent = next(item for item in _flat(outline.root) if str(item.title) == insert.heading)
        parent.children += [OutlineItem(title, position + page, "Fit") for title, page in titles or [(insert.name, 0)]]


def _label(pdf: pikepdf.Pdf, labels: Sequence[tuple[int, str]]) -> None:
    """Page labels (12.4.2), counted from 1 after each prefix: 1, 2 … for the memo, A-1, A-2 … for each annex."""
    numbers = Array()
    for start, prefix in labels:
        numbers.append(start)
        numbers.append(Dictionary(S=Name.D, P=String(prefix)) if prefix else Dictionary(S=Name.D))
    pdf.Root.PageLabels = pdf.make_indirect(Dictionary(Nums=numbers))
