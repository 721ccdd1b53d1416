"""Word bytes (.docx) -> SourceDocument: the final version of the text, as its reader sees it.

[x] paragraphs, heads and their levels, visible numbers, lists    [x] tables, merged cells once; a frame is plain text
[x] foot notes and end notes with their calls                     [x] text boxes once, content controls, links, ruby
[x] insertions kept; deletions, struck and hidden text left out   [x] field results; tables of contents left out
[x] equations and EQ fields in one line, choices of forms         [x] symbol fonts, raised and lowered characters
[x] pictures with their captions, where asked for                 [x] charts as tables of the figures the file holds
[-] comments, headers and footers, pictures without a caption, diagrams: left out with a finding
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Outcome
from briefgen.model.document import BlockKind, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.charts.reading import ChartReader
from briefgen.readers.docx.fields import endless_fields
from briefgen.readers.docx.findings import docx_findings, with_margins
from briefgen.readers.docx.numbering import Numbering, read_numbering
from briefgen.readers.docx.parts import MC, Style, W, is_on, list_number, read_styles, to_int, value
from briefgen.readers.docx.pictures import joined_with_captions, load_pictures
from briefgen.readers.docx.text import CHART, Inline, TextReader, chosen_branch
from briefgen.readers.package import Package, open_package
from briefgen.readers.pictures import picture_findings
from briefgen.readers.structure.document import Source, gathered, to_document
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.office import as_note, broken, cell_paragraphs, rejoined, with_relative_sizes

__all__ = ["read_docx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_BODY_HALF_POINTS = 21.0
_KINDS = {
    "title": BlockKind.TITLE, "表題": BlockKind.TITLE, "caption": BlockKind.CAPTION, "図表番号": BlockKind.CAPTION,
}  # fmt: skip
_CONTENTS = re.compile(r"(?:toc|目次)\s*\d|table of figures|図表目次", re.IGNORECASE)


def read_docx(content: bytes, name: str, limits: Limits, pictures: bool = False) -> Outcome[SourceDocument]:
    """Return the paper a Word file holds; with `pictures`, its pictures stand in the blocks of their captions.

    Raises:
        UnreadableDocumentError: it is damaged, protected by a password, hostile or beyond the limits, or has no text.
    """
    package = open_package(content, name, limits)
    if _MAIN not in package.members:
        raise UnreadableDocumentError(
            f"{name} is no Word file: it has no word/document.xml", "Fetch it again, or save it in Word as .docx"
        )
    reader = _BodyReader(package, pictures)
    paragraphs = reader.read()
    if not any(paragraph.text for paragraph in paragraphs):
        raise UnreadableDocumentError(f"{name} has no text", "Check that it is the right file")
    known = with_margins(package.metadata("docProps/core.xml"), package)
    source = Source(name, content, _MEDIA_TYPE, metadata=known, limits=limits)
    made = to_document(paragraphs, source)
    missing = reader.text.pictures - sum(paragraph.picture is not None for paragraph in paragraphs)
    left_out = (*docx_findings(package, reader.text.left_out, reader.contents), *reader.chart_reader.findings())
    return Outcome(made.value, (*left_out, *picture_findings(missing, pictures, name), *made.findings))


@dataclass(frozen=True, slots=True)
class _Look:
    """What the properties of a paragraph say, with those of its style."""

    style: Style = field(default_factory=Style)
    outline: int | None = None
    number: tuple[str, int] | None = None
    """numId and level of its list."""

    @property
    def kind(self) -> BlockKind | None:
        """The part it plays by its style, None for running text."""
        if self.outline is not None and 0 <= self.outline < 9:
            return BlockKind.HEADING
        return _KINDS.get(self.style.name.lower())


class _BodyReader:
    """Walks the main part once, in order, and keeps what the findings need."""

    def __init__(self, package: Package, pictures: bool) -> None:
        self._package = package
        self._images = load_pictures(package) if pictures else {}
        self._styles = read_styles(package.xml("word/styles.xml"))
        self._numbering: Numbering = read_numbering(package.xml("word/numbering.xml"))
        self._notes = {kind: _notes(package, kind) for kind in ("footnote", "endnote")}
        self._endnotes: list[Paragraph] = []
        self._called: deque[tuple[str, str, str]] = deque()
        """Notes that wait for their turn: kind, id and label."""
        self._is_in_note = False
        self._tables = count()
        self._carried: tuple[str, Inline, _Look] | None = None
        """Text of a paragraph whose end mark was deleted, or of a large initial: it goes on in the next one."""
        self._bodies = list(package.elements(_MAIN, W + "body"))[:1]
        stories = [*self._bodies, *(note for notes in self._notes.values() for note in notes.values())]
        self.chart_reader = ChartReader(package)
        self._charts = {number: chart for number, chart in self.chart_reader.charts(_MAIN).items() if chart.is_stored}
        self.text = TextReader(self._styles, endless_fields(stories), self._charts)
        self.contents: list[str] = []
        """Lines of tables of contents, which are left out."""

    def read(self) -> list[Paragraph]:
        """The paragraphs of the file, end notes last."""
        blocks = (paragraph for body in self._bodies for paragraph in self._story(body))
        paragraphs = gathered(blocks, self._package.name, self._package.limits)
        paragraphs = with_relative_sizes(rejoined(joined_with_captions(paragraphs)))
        return paragraphs + self._endnotes

    def _story(self, parent: Iterable[etree._Element]) -> Iterator[Paragraph]:
        """The paragraphs of a body, a cell, a text box or a note, out of which no text is carried."""
        outer, self._carried = self._carried, None
        yield from self._blocks(parent)
        yield from self._rest()
        self._carried = outer

    def _rest(self) -> Iterator[Paragraph]:
        """The text that was carried as a paragraph of its own: no other follows that it could go on in."""
        if self._carried is not None:
            (text, inline, look), self._carried = self._carried, None
            yield from self._pieces(text, inline, look)

    def _blocks(self, parent: Iterable[etree._Element]) -> Iterator[Paragraph]:
        """The paragraphs of a story or of a content control in it."""
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element)
            elif tag == W + "tbl":
                yield from self._rest()
                rows = [list(_cells(row)) for row in _rows(element, self.text)]
                yield from cell_paragraphs(rows, self._story, self._tables)
            elif tag == MC + "AlternateContent":
                yield from self._blocks(chosen_branch(element))
            elif tag in (W + "del", W + "moveFrom"):
                self.text.left_out.deletions += 1
            elif isinstance(tag, str) and tag not in (W + "sdtPr", W + "sectPr"):
                self.text.count_embedded(tag)
                yield from self._blocks(element)

    # ------------------------------------------------------------ paragraphs

    def _paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        look = self._look(element.find(W + "pPr"))
        inline = self.text.read(element)
        text = inline.text
        if self._carried is not None:
            (before, carried, _), self._carried = self._carried, None
            text, inline.readings = before + text, carried.readings + inline.readings
        if _CONTENTS.match(look.style.name):
            self.contents.extend([text.strip()] if text.strip() else [])
        elif element.find(f"{W}pPr/{W}rPr/{W}del") is not None or _is_initial(element):
            self._carried = (text, inline, look) if text.strip() else None
        elif text.strip() or not is_on(element.find(f"{W}pPr/{W}rPr/{W}vanish")):
            yield from self._pieces(text, inline, look)
        yield from (Paragraph(words) for words in inline.words)
        yield from self._pictures(inline)
        yield from self._tables_of_charts(inline)
        for box in inline.boxes:
            yield from self._story(box)
        yield from self._called_notes(inline)

    def _pieces(self, text: str, inline: Inline, look: _Look) -> Iterator[Paragraph]:
        """The paragraph, in several pieces where its manual line breaks end something; an empty one is counted."""
        label = self._numbering.label(*look.number) if look.number is not None else ""
        if not text.strip():
            return
        bold = inline.is_bold if inline.is_bold is not None else look.style.is_bold
        paragraph = Paragraph(
            "",
            kind=look.kind,
            level=look.outline + 1 if look.outline is not None and look.kind is BlockKind.HEADING else 0,
            label=label,
            size=inline.size or look.style.size or _BODY_HALF_POINTS,
            is_bold=bool(bold),
            reading=" ".join(inline.readings),
        )
        if look.number is not None and look.kind is None and self._numbering.is_bullet(*look.number):
            paragraph = paragraph._replace(kind=BlockKind.LIST_ITEM, level=look.number[1] + 1)
        yield from broken(paragraph, text)

    def _pictures(self, inline: Inline) -> Iterator[Paragraph]:
        """A paragraph without text for each picture that is wanted and can be had."""
        for number in inline.pictures:
            if number in self._images:
                yield Paragraph("", picture=self._images[number])

    def _tables_of_charts(self, inline: Inline) -> Iterator[Paragraph]:
        """The tables of its charts, behind nothing, so that no picture before them takes the title for its caption."""
        for number in inline.charts:
            if self._is_in_note:  # whose relations are others
                self.text.count_embedded(CHART)
            else:
                yield Paragraph("")
                yield from self.chart_reader.table(self._charts[number])

    def _called_notes(self, inline: Inline) -> Iterator[Paragraph]:
        """The notes that a paragraph calls, then those that they call: notes within notes would have no end."""
        self._called.extend(inline.notes)
        while self._called and not self._is_in_note:
            kind, note_id, label = self._called.popleft()
            note = self._notes[kind].pop(note_id, None)
            self._is_in_note = True
            blocks = [] if note is None else [block for block in self._story(note) if block.picture is None]
            self._is_in_note = False
            mark = self.text.marks.get((kind, note_id), "")
            if mark and blocks and blocks[0].text.startswith(mark):
                blocks[0] = blocks[0]._replace(text=blocks[0].text.removeprefix(mark).lstrip())
            if kind == "endnote":
                self._endnotes += as_note(blocks, label)
            else:
                yield from as_note(blocks, label)

    def _look(self, properties: etree._Element | None) -> _Look:
        if properties is None:
            return _Look(self._styles.get("", Style()))
        style = self._styles.get(value(properties.find(W + "pStyle")) or "", Style())
        outline = to_int(value(properties.find(W + "outlineLvl")))
        own = list_number(properties)
        number_id = own[0] or style.number[0]
        level = own[1] if own[1] is not None else style.number[1]
        return _Look(
            style,
            outline if outline is not None else style.outline,
            (number_id, level or 0) if number_id not in (None, "0") else None,
        )


def _is_initial(paragraph: etree._Element) -> bool:
    """Whether it is the first letter of the next paragraph, set large in a frame of its own."""
    return value(paragraph.find(f"{W}pPr/{W}framePr"), "dropCap") in ("drop", "margin")


def _rows(table: etree._Element, text: TextReader) -> Iterator[etree._Element]:
    """The rows of a table, those in content controls too; deleted rows are counted and left out."""
    for element in table:
        if element.tag == W + "tr":
            if element.find(f"{W}trPr/{W}del") is None:
                yield element
            else:
                text.left_out.deletions += 1
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _rows(element, text)


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, int, bool]]:
    """Each cell with its grid column and whether its row is a head; the lower parts of merged cells are left out."""
    is_header = bool(is_on(row.find(f"{W}trPr/{W}tblHeader")))
    column = to_int(value(row.find(f"{W}trPr/{W}gridBefore"))) or 0
    for cell in row.iterfind(f".//{W}tc"):
        if next(cell.iterancestors(W + "tr")) is not row:
            continue
        merges = [cell.find(f"{W}tcPr/{W}{tag}") for tag in ("vMerge", "hMerge")]
        if not any(merge is not None and value(merge) != "restart" for merge in merges):
            yield cell, column, is_header
        column += to_int(value(cell.find(f"{W}tcPr/{W}gridSpan"))) or 1


def _notes(package: Package, kind: str) -> dict[str, etree._Element]:
    """Foot notes or end notes by id, without the separators."""
    found: dict[str, etree._Element] = {}
    for path in package.related(kind + "s"):
        for element in package.elements(path, W + kind):
            if value(element, "type") in (None, "normal"):
                found[value(element, "id") or ""] = element
    return found
