"""OpenDocument bytes (.odt) -> SourceDocument: the final version of the text, as its reader sees it.

[x] paragraphs, heads and their levels, visible numbers, lists    [x] tables, merged cells once
[x] foot notes and end notes with their calls                     [x] text boxes, sections, links, ruby
[x] insertions kept; deletions, struck and hidden text left out   [x] tables of contents left out with a finding
[x] formulas in one line of text, charts as tables                [x] raised characters, choices of forms
[-] comments, headers and footers, pictures: left out with a finding
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.charts.reading import ChartReader
from briefgen.readers.html.math import formula_findings, formula_text, is_plain_formula, set_apart
from briefgen.readers.inline.linear import raised_text
from briefgen.readers.inline.struck import struck_findings
from briefgen.readers.inline.symbol_fonts import spelt
from briefgen.readers.odt.forms import CHOICES, choice, read_controls
from briefgen.readers.odt.styles import OFFICE, STYLE, TEXT, OdtStyle, read_lists, read_odt_styles
from briefgen.readers.odt.tables import TABLE, number, rows
from briefgen.readers.package import Package, open_package
from briefgen.readers.structure.document import Source, gathered, to_document
from briefgen.readers.structure.furniture import dropped_findings
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.office import as_note, broken, cell_paragraphs, rejoined, with_relative_sizes

__all__ = ["read_odt"]

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_BODY_POINTS = 10.5
_MOST_SPACES = 8
"""So many spaces are as wide a gap as any more of them."""
_KINDS = {
    "title": BlockKind.TITLE, "表題": BlockKind.TITLE, "caption": BlockKind.CAPTION, "illustration": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION, "図表番号": BlockKind.CAPTION,
}  # fmt: skip
_CONTENTS = re.compile(r"(?:table-of-content|illustration-index|table-index|object-index|alphabetical-index)$")
_SILENT = {
    TEXT + "ruby-text", TEXT + "note-citation", _SVG + "title", _SVG + "desc", TEXT + "tracked-changes",
    TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", OFFICE + "forms",
}  # fmt: skip
_MARKS = {TEXT + "s", TEXT + "tab", TEXT + "line-break", TEXT + "note"}


def read_odt(content: bytes, name: str, limits: Limits) -> Outcome[SourceDocument]:
    """Return the paper an OpenDocument text holds.

    Raises:
        UnreadableDocumentError: it is damaged, protected by a password, hostile or beyond the limits, or has no text.
    """
    package = open_package(content, name, limits)
    if b"encryption-data" in package.members.get("META-INF/manifest.xml", b""):
        raise UnreadableDocumentError(f"{name} is protected by a password", "Save a copy without the password")
    reader = _BodyReader(package)
    paragraphs = reader.read()
    if not any(paragraph.text for paragraph in paragraphs):
        raise UnreadableDocumentError(f"{name} has no text", "Check that it is the right file")
    made = to_document(
        paragraphs, Source(name, content, _MEDIA_TYPE, metadata=package.metadata("meta.xml"), limits=limits)
    )
    return Outcome(made.value, (*reader.findings(), *made.findings))


@dataclass(slots=True)
class _Inline:
    """The text of a paragraph and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    """Label and body of each note it calls."""
    boxes: list[etree._Element] = field(default_factory=list)
    bold: int = 0
    """Characters in bold spans."""
    is_struck: bool = False
    """Whether what comes next is struck through."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def since(self, mark: int) -> str:
        """What was added after the first `mark` pieces."""
        return "".join(self.pieces[mark:])


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item a paragraph begins: its label, its depth, whether it has a number."""

    label: str = ""
    level: int = 0
    is_numbered: bool = False


class _BodyReader:
    """Walks the text once, in order, and keeps what the findings need."""

    def __init__(self, package: Package) -> None:
        self._package = package
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
        body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
        if content is None or body is None:
            raise UnreadableDocumentError(f"{package.name} is no OpenDocument text", "Save it again as .odt")
        parts = [content] if styles is None else [styles, content]
        self._body, self._controls = body, read_controls(content)
        self._styles, self._lists = read_odt_styles(parts), read_lists(parts)
        self._endnotes: list[Paragraph] = []
        self._notes, self._tables = 0, count()
        self._comments = self._pictures = self._hidden = 0
        self._deletions = len(list(body.iter(TEXT + "deletion")))
        self._contents: list[str] = []
        self._struck: list[str] = []
        self._formulas: list[str] = []
        self._objects: dict[str, str | None] = {}
        """Formulas by the place of their object."""
        self._charts = ChartReader(package)

    def read(self) -> list[Paragraph]:
        """The paragraphs of the file, end notes last."""
        paragraphs = rejoined(gathered(self._blocks(self._body), self._package.name, self._package.limits))
        return with_relative_sizes(paragraphs) + self._endnotes

    def _blocks(self, parent: Iterable[etree._Element], item: _Item = _Item()) -> Iterator[Paragraph]:
        """The paragraphs of a body, section, cell, text box, note or list item."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SILENT:
                continue
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(element, item)
                item = replace(item, label="")
            elif tag == TEXT + "list":
                yield from self._list(element, "", 1)
            elif tag == TABLE + "table":
                yield from cell_paragraphs(list(rows(element)), self._blocks, self._tables)
            elif _CONTENTS.search(tag):
                self._contents += [text for p in element.iter(TEXT + "p") if (text := self._own_text(p))]
            elif element.get(TEXT + "display") == "none":
                self._hidden += 1
            elif tag == _DRAW + "object":
                yield from self._charts.object_table(str(element.get(_XLINK + "href", "")))
            elif tag == _DRAW + "frame":
                inline = _Inline()
                self._walk(element, inline)
                yield from (p for box in inline.boxes for p in self._blocks(box))
            else:
                yield from self._blocks(element)

    # ------------------------------------------------------------ paragraphs

    def _paragraph(self, element: etree._Element, item: _Item) -> Iterator[Paragraph]:
        style = self._style("paragraph", element)
        inline = _Inline(is_struck=style.is_struck is True)
        self._add(element.text, inline)
        for child in element:
            self._walk(child, inline)
        if style.is_hidden:
            self._hidden += 1
        elif inline.text.strip():
            yield from self._pieces(element, inline, style, item)
        for box in inline.boxes:
            yield from self._blocks(box)
        for label, note in inline.notes:
            made = as_note(self._blocks(note.iterfind(TEXT + "note-body")), label)
            if note.get(TEXT + "note-class") == "endnote":
                self._endnotes += made
            else:
                yield from made

    def _pieces(self, element: etree._Element, inline: _Inline, style: OdtStyle, item: _Item) -> Iterator[Paragraph]:
        kind = next((_KINDS[name] for name in style.names if name in _KINDS), None)
        level, label = 0, item.label
        if element.tag == TEXT + "h":
            kind, level = BlockKind.HEADING, max(1, number(element.get(TEXT + "outline-level"), 1))
            label = label or self._lists.outline_label(level)
        elif kind is None and item.label and not item.is_numbered:
            kind, level = BlockKind.LIST_ITEM, item.level
        is_bold = bool(style.is_bold) or inline.bold * 10 > 9 * len(re.sub(r"\s", "", inline.text))
        reading, size = " ".join(inline.readings), style.size or _BODY_POINTS
        paragraph = Paragraph("", kind=kind, level=level, label=label, size=size, is_bold=is_bold, reading=reading)
        yield from broken(paragraph, inline.text)

    def _style(self, family: str, element: etree._Element) -> OdtStyle:
        return self._styles.get((family, str(element.get(TEXT + "style-name", ""))), OdtStyle())

    # ------------------------------------------------------------ running text

    def _add(self, text: str | None, inline: _Inline) -> None:
        """White space as OpenDocument means it: any run of it is one space (part 3, 6.1.2)."""
        if text:
            (self._struck if inline.is_struck else inline.pieces).append(re.sub(r"[ \t\r\n]+", " ", text))

    def _walk(self, element: etree._Element, inline: _Inline) -> None:
        tag = element.tag
        if tag in CHOICES:
            self._add(choice(element, self._controls), inline)
        elif isinstance(tag, str) and tag not in (_SILENT | _MARKS if inline.is_struck else _SILENT):
            self._element(element, tag, inline)
        self._add(element.tail, inline)

    def _element(self, element: etree._Element, tag: str, inline: _Inline) -> None:
        if tag == TEXT + "s":
            if inline.pieces[-1:] != [" " * _MOST_SPACES]:
                inline.pieces.append(" " * min(number(element.get(TEXT + "c"), 1), _MOST_SPACES))
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            inline.pieces.append("\t" if tag == TEXT + "tab" else "\n")
        elif tag == OFFICE + "annotation":
            self._comments += 1
        elif tag == TEXT + "note":
            self._notes += 1
            label = f"（注{self._notes}）"
            inline.pieces.append(label)
            inline.notes.append((label, element))
        elif tag == _DRAW + "image":
            self._pictures += 1
        elif tag.startswith(_DRAW) and self._is_box(element):
            inline.boxes.append(element)
        elif tag == TEXT + "ruby":
            self._ruby(element, inline)
        elif tag != _DRAW + "frame" or not self._add_formula(element, inline):
            self._span(element, inline)

    def _span(self, element: etree._Element, inline: _Inline) -> None:
        style = self._style("text", element) if element.tag == TEXT + "span" else OdtStyle()
        if style.is_hidden or element.tag == TEXT + "hidden-text":
            self._hidden += 1
            return
        mark, was_struck = len(inline.pieces), inline.is_struck
        inline.is_struck = was_struck if style.is_struck is None else style.is_struck
        self._add(element.text, inline)
        for child in element:
            self._walk(child, inline)
        inline.is_struck = was_struck
        if style.font:
            inline.pieces[mark:] = [spelt(piece, style.font) for piece in inline.pieces[mark:]]
        if style.is_raised:
            before = "".join(inline.pieces[max(0, mark - 3) : mark])
            inline.pieces[mark:] = [raised_text(inline.since(mark), before)]
        inline.bold += len(re.sub(r"\s", "", inline.since(mark))) if style.is_bold else 0

    def _ruby(self, element: etree._Element, inline: _Inline) -> None:
        mark = len(inline.pieces)
        base = element.find(TEXT + "ruby-base")
        if base is not None:
            self._span(base, inline)
        reading = " ".join("".join(map(str, element.xpath("string(*[local-name()='ruby-text'])"))).split())
        written = inline.since(mark).strip()
        if reading and written:
            inline.readings.append(f"{written}={reading}")

    def _add_formula(self, frame: etree._Element, inline: _Inline) -> bool:
        """Add the formula a frame holds, apart from a figure before it; False for any other frame."""
        for element in frame.iterchildren(_DRAW + "object"):
            inside = next(element.iterchildren("{http://www.w3.org/1998/Math/MathML}math"), None)
            formula = self._formula(str(element.get(_XLINK + "href", ""))) if inside is None else formula_text(inside)
            if formula is not None:
                self._formulas += [] if is_plain_formula(formula) else [formula]
                inline.pieces.append(set_apart(formula, inline.text, frame.tail or ""))
                return True
        return False

    def _formula(self, place: str) -> str | None:
        """The formula of an object, None for any other; each object is read once, however often it is shown."""
        if place not in self._objects:
            try:
                root = self._package.xml(f"{place.removeprefix('./')}/content.xml")
            except UnreadableDocumentError:
                root = None
            name = "" if root is None else etree.QName(root).localname
            self._objects[place] = formula_text(root) if root is not None and name == "math" else None
        return self._objects[place]

    def _is_box(self, element: etree._Element) -> bool:
        objects = element.iterchildren(_DRAW + "object")
        has_chart = any(self._charts.object_chart(str(entry.get(_XLINK + "href", ""))) for entry in objects)
        return has_chart or next(element.iterchildren(TEXT + "p", TEXT + "list"), None) is not None

    def _own_text(self, paragraph: etree._Element) -> str:
        inline = _Inline()
        self._span(paragraph, inline)
        return " ".join(inline.text.split())

    # ------------------------------------------------------------ lists

    def _list(self, element: etree._Element, inherited: str, level: int) -> Iterator[Paragraph]:
        style = str(element.get(TEXT + "style-name", "")) or inherited
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list")
        if level == 1 and not goes_on:
            self._lists.restart(style)
        for entry in element:
            if entry.tag == TEXT + "list-header":
                yield from self._blocks(entry)
            elif entry.tag == TEXT + "list-item":
                yield from self._list_item(entry, style, level)

    def _list_item(self, entry: etree._Element, style: str, level: int) -> Iterator[Paragraph]:
        children = list(entry)
        item = _Item()
        for place, child in enumerate(children):
            if child.tag == TEXT + "list":
                yield from self._list(child, style, level + 1)
                continue
            if place == 0:
                start = number(entry.get(TEXT + "start-value"), -1)
                label = self._lists.label(style, level, start if start >= 0 else None)
                item = _Item(label, level, self._lists.is_numbered(style, level))
            yield from self._blocks([child], item)
            item = replace(item, label="")

    # ------------------------------------------------------------ findings

    def findings(self) -> Iterator[Finding]:
        """What was left out."""
        where = Location(self._package.name)
        if self._deletions or self._hidden:
            message = f"Left out: {self._deletions} tracked deletion(s) and {self._hidden} stretch(es) of hidden text."
            hint = "The note shows the text as it stands with all changes accepted."
            yield Finding(Code.DELETED_TEXT_DROPPED, Severity.INFO, message, where, hint)
        yield from struck_findings(self._struck, self._package.name)
        yield from formula_findings(self._formulas, self._package.name)
        yield from self._charts.findings()
        if self._comments:
            yield Finding(Code.COMMENTS_DROPPED, Severity.INFO, f"Left out: {self._comments} comment(s).", where)
        if self._pictures:
            message = f"Left out: {self._pictures} picture(s), with any text they show."
            yield Finding(Code.PICTURE_DROPPED, Severity.INFO, message, where)
        yield from dropped_findings("running heads", list(dict.fromkeys(self._margin_texts())), self._package.name)
        yield from dropped_findings("table of contents", self._contents, self._package.name)

    def _margin_texts(self) -> Iterator[str]:
        names = (STYLE + name for name in ("header", "footer", "header-first", "footer-first"))
        for part in self._package.elements("styles.xml", *names):
            yield from (text for p in part.iter(TEXT + "p") if (text := self._own_text(p)))
