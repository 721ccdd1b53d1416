"""Page and theme in, Word file out. The only import of python-docx among the writers; the body is made in `body`.

Limits, as far as Word goes: [x] real styles, fonts for both scripts, language of every run [x] repeated column heads
[x] fixed widths [x] links and bookmarks [x] findings as comments [x] notes as footnotes
[x] a reference document [ ] embedded fonts
[x] footnotes where a comment stands between two, which LibreOffice 7.4 mixes up: only if the theme says "always"
[ ] heads inside the rows in Word's navigation pane, which does not list what stands in tables (LibreOffice's does).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement, serialize_for_reading
from docx.parts.comments import CommentsPart
from docx.parts.numbering import NumberingPart
from docx.shared import Mm

from briefgen.errors import BriefingTemplateError
from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.model.document import Picture
from briefgen.model.output import OutputFile
from briefgen.model.page import Page, Run
from briefgen.writers.docx.body import BodyWriter, Surroundings
from briefgen.writers.docx.notes import footnotes_are_safe
from briefgen.writers.docx.styles import base_package, numbering_xml, word_styles
from briefgen.writers.docx.xml import (
    NAMESPACES,
    bookmark_names,
    field_xml,
    footnotes_xml,
    mm_twips,
    paragraph_xml,
    pt_twips,
)
from briefgen.writers.theme import Theme

__all__ = ["MEDIA_TYPE", "write_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_UNREADABLE_PICTURE = (
    UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError, LookupError, ArithmeticError,
    struct.error,
)  # fmt: skip
"""What python-docx raises for damaged pictures: its own errors, and those of its parsers, which it lets through."""

_ABOUT_COMMENTS = tuple(
    f"http://schemas.microsoft.com/office/{kind}"
    for kind in (
        "2011/relationships/commentsExtended", "2016/09/relationships/commentsIds",
        "2018/08/relationships/commentsExtensible",
    )
)  # fmt: skip

_BEHIND_FOOTNOTES = {
    qn(f"w:{name}") for name in ("endnotePr", "compat", "docVars", "rsids", "themeFontLang", "clrSchemeMapping")
}
"""Settings that stand behind those of footnotes; one of them is in every file that Word has written."""

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; the same bytes come out whenever they are made."""


def write_docx(page: Page, theme: Theme, created: datetime, reference: bytes | None = None) -> Outcome[OutputFile]:
    """The page as ``briefing.docx``; the same page, theme and time give the same bytes.

    With `reference`, a Word file, its styles, paper, header and footer are used and its text is dropped; styles it
    does not have come from the theme.

    Raises:
        BriefingTemplateError: the reference is no Word file.
    """
    document = _open(base_package(theme, page.language) if reference is None else reference)
    writing = _Writing(document, _fitted(theme, document), page)
    writing.fill_body(created)
    writing.fill_header_and_footer()
    _set_properties(document, page, created)
    content = io.BytesIO()
    document.save(content)
    packed = _repacked(content, document.part.partname.membername, writing.body)
    return Outcome(OutputFile("briefing.docx", MEDIA_TYPE, packed), tuple(writing.findings))


def _open(content: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BriefingTemplateError("the reference document is no Word file", "Save it as .docx in Word") from error


@dataclass(slots=True)
class _Writing:
    """One document being filled."""

    document: Document
    theme: Theme
    page: Page
    findings: list[Finding] = field(default_factory=list)
    body: io.BytesIO = field(default_factory=io.BytesIO)
    """The elements as XML; they go into the file as they are, for a tree of them would take much memory."""
    _body: BodyWriter = field(init=False)
    _pictures: int = field(init=False)
    """Number of the last picture."""

    def __post_init__(self) -> None:
        around = Surroundings(
            theme=self.theme,
            language=self.page.language,
            style_ids=_add_styles(self.document, self.theme),
            bookmarks=bookmark_names(self.page.ids()),
            first_list=_first_free_list(self.document),
            link=self._relate,
            draw=self._draw,
            has_footnotes=self._has_footnotes(),
        )
        self._body = BodyWriter(around)
        self._pictures = _largest_picture(self.document)

    def _has_footnotes(self) -> bool:
        wanted = self.theme.word.footnotes
        return wanted == "always" or (wanted == "safe" and footnotes_are_safe(self.page))

    def _relate(self, address: str) -> str:
        """The id of the relationship to a web address."""
        return str(self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def fill_body(self, created: datetime) -> None:
        """The elements instead of what was there, then the comments and lists they call for."""
        for piece in self._body.body(self.page.elements):
            self.body.write(piece.encode())
        self.document.element.body.clear_content()
        self.document.element.body.get_or_add_sectPr()
        _put_comments(self.document, self._comments(created))
        _put_footnotes(self.document, self._body.footnotes)
        if self._body.lists:
            _add_lists(self.document, self._body.around.first_list, tuple(self._body.lists))

    def _comments(self, created: datetime) -> str:
        """The comments, numbered from 0 in the order of the text."""
        date, style = _utc(created).strftime("%Y-%m-%dT%H:%M:%SZ"), self._body.around.style_ids["annotation text"]
        return "".join(
            f'<w:comment w:id="{number}" w:author="briefgen" w:initials="bg" w:date="{date}">'
            + paragraph_xml(style, self._body.runs([Run(text)]))
            + "</w:comment>"
            for number, text in enumerate(self._body.comments)
        )

    def fill_header_and_footer(self) -> None:
        """The banner above and below every page; the stamp and the page number above the lower banner."""
        # A header is a part of its own, to which the link addresses of the body mean nothing.
        stamp = self._body.runs(replace(run, link="") for run in self.page.footer)
        before, between = (self._body.runs([Run(text)]) for text in ("Page ", " of "))
        pages = f"{before}{field_xml('PAGE')}{between}{field_xml('NUMPAGES')}"
        footer = paragraph_xml(self._body.around.style_ids["stamp"], f"{stamp}<w:r><w:tab/></w:r>{pages}")
        for header_of_page, footer_of_page in _headers_and_footers(self.document):
            _put(header_of_page, self._banner(0), at_top=True)
            _put(footer_of_page, footer + self._banner(self._footer_gap()), at_top=False)

    def _banner(self, before: int) -> str:
        banner = self.page.banner
        if banner is None:
            return ""
        runs = self._body.runs([Run(banner.text, language="ja")])
        coloured = runs.replace("<w:lang ", f'<w:color w:val="{banner.colour.lstrip("#")}"/><w:lang ')
        return paragraph_xml(self._body.around.style_ids["banner"], coloured, f'<w:spacing w:before="{before}"/>')

    def _footer_gap(self) -> int:
        """Twips between the footer line and the lower banner that bring both to the heights of the theme."""
        margins, styles = self.theme.margins, self.theme.styles
        lines = (styles.footer.leading + styles.banner.leading) / 2
        return max(mm_twips(margins.footer_mm - margins.banner_mm) - pt_twips(lines), 0)

    def _draw(self, picture: Picture, room_mm: tuple[float, float], words: str) -> str:
        """The drawing of a picture, made smaller where it does not fit; a finding when it cannot be read."""
        try:
            inline = self.document.part.new_pic_inline(io.BytesIO(picture.content))
            width, height = inline.extent.cx, inline.extent.cy
            shrink = min(Mm(room_mm[0]) / width, Mm(room_mm[1]) / height, 1.0)
        except _UNREADABLE_PICTURE:
            message = f"A picture ({picture.media_type}) cannot be shown in Word"
            self.findings.append(Finding(Code.PICTURE_DROPPED, Severity.WARNING, message))
            return ""
        self._pictures += 1
        for size in (inline.extent, *inline.iter(qn("a:ext"))):
            size.set("cx", str(round(width * shrink)))
            size.set("cy", str(round(height * shrink)))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Picture {self._pictures}")
        inline.docPr.set("descr", words)
        return f"<w:r><w:drawing>{serialize_for_reading(inline)}</w:drawing></w:r>"


# -- the package ---------------------------------------------------------------------------------------------------


def _parse(name: str, content: str) -> list[BaseOxmlElement]:
    """The children of an element of this name with this content."""
    return list(parse_xml(f"<{name} {NAMESPACES}>{content}</{name}>"))


def _fitted(theme: Theme, document: Document) -> Theme:
    """The theme with the text width of the document, which a reference may have made another."""
    section = document.sections[-1]
    if section.page_width is None or section.left_margin is None or section.right_margin is None:
        return theme
    width_mm = (section.page_width - section.left_margin - section.right_margin) / Mm(1)
    right_mm = theme.paper_mm[0] - theme.margins.left_mm - width_mm
    if abs(right_mm - theme.margins.right_mm) < 1:
        return theme
    return replace(theme, margins=replace(theme.margins, right_mm=right_mm))


def _add_styles(document: Document, theme: Theme) -> Mapping[str, str]:
    """Style ids by lower-case name, after the styles that the document lacks were added."""
    root = document.styles.element
    ids = {style.find(qn("w:name")).get(qn("w:val")).lower(): style.get(qn("w:styleId")) for style in root.style_lst}
    missing = [style for style in word_styles(theme) if style.name.lower() not in ids]
    taken = set(ids.values())
    ids |= {style.name.lower(): f"{style.id}Briefgen" if style.id in taken else style.id for style in missing}
    root.extend(_parse("w:styles", "".join(style.xml(ids, is_default=False) for style in missing)))
    return ids


def _find_part(document: Document, kind: str) -> XmlPart | None:
    """The part of the document that has this relationship to it."""
    parts = (relationship.target_part for relationship in document.part.rels.values() if relationship.reltype == kind)
    return next(parts, None)


def _first_free_list(document: Document) -> int:
    """A number above those of all lists and list definitions of the document."""
    part = _find_part(document, RELATIONSHIP_TYPE.NUMBERING)
    names = "./w:num/@w:numId | ./w:abstractNum/@w:abstractNumId"
    return max((int(number) for number in part.element.xpath(names)), default=0) + 1 if part else 1


def _add_lists(document: Document, first: int, lists: tuple[bool, ...]) -> None:
    """Definitions before the first list, lists at the end: the order the schema wants."""
    definitions, numbers = numbering_xml(first, lists)
    part = _find_part(document, RELATIONSHIP_TYPE.NUMBERING)
    if part is None:
        name, element = PackURI("/word/numbering.xml"), parse_xml(f"<w:numbering {NAMESPACES}/>")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    _insert(part.element, _parse("w:numbering", definitions), {qn("w:num")})
    part.element.extend(_parse("w:numbering", numbers))


def _insert(root: BaseOxmlElement, elements: Sequence[BaseOxmlElement], behind: Collection[str]) -> None:
    """Put these elements before the first child with one of the names, else at the end."""
    place = next((place for place, child in enumerate(root) if child.tag in behind), len(root))
    root[place:place] = elements


def _put_comments(document: Document, comments: str) -> None:
    """These comments in place of those the document had, whose threads and times stand in parts of their own."""
    _drop_relationships(document, _ABOUT_COMMENTS)
    part = _find_part(document, RELATIONSHIP_TYPE.COMMENTS)
    if part is None:
        if not comments:
            return
        part = CommentsPart.default(document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    part.element[:] = _parse("w:comments", comments)


def _put_footnotes(document: Document, footnotes: Sequence[str]) -> None:
    """These footnotes, numbered from 1, in place of those the document had."""
    _drop_relationships(document, (RELATIONSHIP_TYPE.FOOTNOTES,))
    _name_separators(document, is_needed=bool(footnotes))
    if not footnotes:
        return
    content = footnotes_xml(footnotes).encode()
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _drop_relationships(document: Document, kinds: Sequence[str]) -> None:
    for name, relationship in list(document.part.rels.items()):
        if relationship.reltype in kinds:
            document.part.rels.pop(name)


def _name_separators(document: Document, *, is_needed: bool) -> None:
    """The lines above the footnotes named in the settings, as Word does it; none of those of a reference."""
    settings = document.settings.element
    properties = settings.find(qn("w:footnotePr"))
    if properties is None:
        if not is_needed:
            return
        (properties,) = _parse("w:settings", "<w:footnotePr/>")
        _insert(settings, [properties], _BEHIND_FOOTNOTES)
    for separator in properties.findall(qn("w:footnote")):
        properties.remove(separator)
    if is_needed:
        properties.extend(_parse("w:footnotePr", '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'))


def _largest_picture(document: Document) -> int:
    """The largest number of a picture in the headers and footers, which is a reference's logo."""
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    parts = (rel.target_part for rel in document.part.rels.values() if rel.reltype in kinds)
    numbers = (picture.get("id") for part in parts for picture in part.element.iter(qn("wp:docPr")))
    return max((int(number) for number in numbers if number.isdigit()), default=0)


def _headers_and_footers(document: Document) -> Iterator[tuple[XmlPart, XmlPart]]:
    """The header and footer of the last section, also those of first and even pages where they differ."""
    section = document.sections[-1]
    pairs = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pairs.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        pairs.append((section.even_page_header, section.even_page_footer))
    for header, footer in pairs:
        for part in (header, footer):
            if part.is_linked_to_previous:
                part.is_linked_to_previous = False
                del part.part.element[:]
        yield header.part, footer.part


def _put(part: XmlPart, content: str, *, at_top: bool) -> None:
    """Paragraphs at the top or at the bottom of a header or footer; Word wants at least one there."""
    root = part.element
    elements = _parse("w:hdr", content or ("" if len(root) else "<w:p/>"))
    place = 0 if at_top else len(root)
    root[place:place] = elements


def _set_properties(document: Document, page: Page, created: datetime) -> None:
    properties = document.core_properties
    properties.title, properties.subject = page.title[:255], page.subject[:255]
    properties.keywords = page.keywords[:255]
    properties.author, properties.last_modified_by = page.author[:255], page.author[:255]
    properties.language, properties.comments, properties.revision = page.language, "", 1
    properties.created = properties.modified = _utc(created)


def _utc(moment: datetime) -> datetime:
    """The moment in UTC without its zone, as Word's properties hold it; a moment without zone is taken as UTC."""
    in_utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return in_utc.replace(tzinfo=None, microsecond=0)


def _repacked(content: io.BytesIO, main: str, body: io.BytesIO) -> bytes:
    """The same package with fixed times, so that the same parts give the same bytes, and `body` in its main part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            before, after = _around_body(old.read(name)) if name == main else (old.read(name), b"")
            with new.open(entry, "w") as part:
                part.write(before)
                if name == main:
                    part.write(body.getbuffer())
                part.write(after)
    return packed.getvalue()


def _around_body(part: bytes) -> tuple[bytes, bytes]:
    """The main part, of which the body is empty but for its section, cut in two, with the prefixes the body needs."""
    head, opened, rest = part.partition(b"<w:body>")
    if not opened:
        raise BriefingTemplateError("the reference document has no body that Word wrote", "Save it anew in Word")
    declared = head.rpartition(b"<w:document")[2]
    missing = [name for name in NAMESPACES.split() if name.encode() not in declared]
    head = head.replace(b"<w:document", f"<w:document {' '.join(missing)}".encode(), 1) if missing else head
    return head + opened, rest
