"""What ReportLab cannot write, added with pikepdf: metadata, logical structure, attachments, encryption. Draws nothing.

Without a password the result says that it is PDF/A-2b (ISO 19005-2), with attachments PDF/A-3b (ISO 19005-3): the tests
list the clauses and check each, and run pikepdf's validator where its packages are there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefgen import __version__
from briefgen.errors import OutputError
from briefgen.model.output import OutputFile
from briefgen.model.page import Page
from briefgen.writers.pdf.profile import srgb_profile
from briefgen.writers.pdf.structure import DOCUMENT, Annotation, Mark, Node, Structure

__all__ = ["PdfOptions", "finish_pdf"]

_CHARACTERS = re.compile(rb"\d+ beginbfchar\n(.*?)\nendbfchar", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What a PDF needs beyond the page: its name, its date (with time zone, never the clock), what to attach."""

    created: datetime
    name: str = "briefing.pdf"
    attachments: tuple[OutputFile, ...] = ()
    """The sources of the briefing, for example; each name once."""
    password: str = field(default="", repr=False)
    """Needed to open the file, which is then encrypted (AES-256), no archival PDF, and other bytes every time."""


def finish_pdf(drawn: bytes, page: Page, structure: Structure, options: PdfOptions) -> bytes:
    """The drawn PDF made complete. The same input gives the same bytes, unless there is a password.

    Raises `OutputError` when pikepdf refuses, for example two attachments of the same name.
    """
    try:
        with pikepdf.open(io.BytesIO(drawn)) as pdf:
            _describe(pdf, page, options)
            _write_structure(pdf, structure)
            _tidy_sheets(pdf)
            _state_colours(pdf)
            _name_characters(pdf)
            _attach(pdf, options)
            return _saved(pdf, options.password)
    except (pikepdf.PdfError, ValueError) as error:
        raise OutputError(f"{options.name} cannot be finished: {error}") from error


def _saved(pdf: pikepdf.Pdf, password: str) -> bytes:
    file = io.BytesIO()
    # A key must be random, so an encrypted file cannot have an identifier made from its content.
    encryption = pikepdf.Encryption(owner=password, user=password, R=6) if password else None
    pdf.save(
        file,
        deterministic_id=not password,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        encryption=encryption,
    )
    return file.getvalue()


def _describe(pdf: pikepdf.Pdf, page: Page, options: PdfOptions) -> None:
    """Title, author, subject, keywords and dates, in both places where a PDF has them; language; window title."""
    created, producer = options.created, f"briefgen {__version__}"
    date = pikepdf.models.metadata.encode_pdf_date(created)
    described = {"Title": page.title, "Author": page.author, "Subject": page.subject, "Keywords": page.keywords}
    described |= {"Creator": producer, "Producer": producer, "CreationDate": date, "ModDate": date}
    known = {f"/{key}": String(value) for key, value in described.items() if value}
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(known))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["xmp:MetadataDate"] = created.isoformat()
        metadata["dc:language"] = [page.language, "ja"]
        if not options.password:
            metadata["pdfaid:part"] = "3" if options.attachments else "2"
            metadata["pdfaid:conformance"] = "B"
    pdf.Root.Lang = String(page.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _write_structure(pdf: pikepdf.Pdf, structure: Structure) -> None:
    """The structure tree and, for the content of each sheet and each link, the way back into it (14.7.4)."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    scopes = {
        scope: pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name(f"/{scope}"))) for scope in ("Row", "Column")
    }
    # Shared objects: a value of its own in each element would take a third of a kilobyte of memory each time.
    roles = {role: pdf.make_indirect(Name(f"/{role}")) for role in dict.fromkeys(node.role for node in structure.nodes)}
    languages = {language: pdf.make_indirect(String(language)) for language in ("en", "ja")}
    elements: list[pikepdf.Dictionary] = []
    for node in structure.nodes:
        element = pdf.make_indirect(Dictionary(S=roles[node.role], P=elements[node.parent] if elements else root))
        if node.language:
            element.Lang = languages[node.language]
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.scope:
            element.A = scopes[node.scope]
        elements.append(element)
    owners = _OwnerTables(pdf)
    for node, element in zip(structure.nodes, elements, strict=True):
        kids = owners.kids(node, element, elements)
        element.K = kids[0] if len(kids) == 1 else Array(kids)
    root.K = elements[DOCUMENT]
    root.ParentTree = owners.parent_tree()
    root.ParentTreeNextKey = len(pdf.pages) + len(owners.links)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _OwnerTables:
    """Which element owns which marked content and which link; keys of the parent tree: sheets first, then links."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.sheets = [page.obj for page in pdf.pages]
        self.marks: list[dict[int, pikepdf.Object]] = [{} for _ in self.sheets]
        self.links: list[pikepdf.Object] = []
        for number, sheet in enumerate(self.sheets):
            sheet.StructParents = number
            sheet.Tabs = Name.S

    def kids(self, node: Node, owner: pikepdf.Object, elements: Sequence[pikepdf.Object]) -> list[pikepdf.Object | int]:
        """What an element says it holds, where content on the sheet on which it begins needs its number only."""
        first = next((kid.sheet for kid in node.kids if isinstance(kid, Mark)), None)
        if first is not None:
            owner.Pg = self.sheets[first]
        return [elements[kid] if isinstance(kid, int) else self._reference(kid, owner, first) for kid in node.kids]

    def _reference(self, kid: Mark | Annotation, owner: pikepdf.Object, first: int | None) -> pikepdf.Object | int:
        """What an element's list of kids says for content or a link; the way back is noted."""
        sheet = self.sheets[kid.sheet]
        if isinstance(kid, Mark):
            self.marks[kid.sheet][kid.number] = owner
            return kid.number if kid.sheet == first else Dictionary(Type=Name.MCR, Pg=sheet, MCID=kid.number)
        link = sheet.Annots[kid.number]
        link.StructParent = len(self.sheets) + len(self.links)
        self.links.append(owner)
        return Dictionary(Type=Name.OBJR, Pg=sheet, Obj=link)

    def parent_tree(self) -> pikepdf.Object:
        """The number tree from keys to owners."""
        numbers = Array()
        for key, marks in enumerate(self.marks):
            numbers.append(key)
            numbers.append(self.pdf.make_indirect(Array([marks[number] for number in sorted(marks)])))
        for key, owner in enumerate(self.links, len(self.sheets)):
            numbers.append(key)
            numbers.append(owner)
        return self.pdf.make_indirect(Dictionary(Nums=numbers))


def _tidy_sheets(pdf: pikepdf.Pdf) -> None:
    """Give every link the flag "print" (ISO 19005-2, 6.3.2), and drop the empty transition that ReportLab writes."""
    for sheet in pdf.pages:
        for annotation in sheet.obj.get("/Annots", Array()):
            annotation.F = 4
        if Name.Trans in sheet.obj:
            del sheet.obj.Trans


def _state_colours(pdf: pikepdf.Pdf) -> None:
    """Say which red, green and blue are meant (ISO 19005-2, 6.2.4.3)."""
    profile = pdf.make_stream(srgb_profile(), N=3)
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=name, Info=name)
    intent.DestOutputProfile = profile
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _name_characters(pdf: pikepdf.Pdf) -> None:
    """Say in UTF-16 which characters the fonts draw, so that 𠮷 is copied and found as 𠮷 (9.10.3).

    ReportLab writes a code point of five digits, of which viewers take four, and blocks of more lines than the hundred
    that are allowed (Adobe Technical Note 5014, "beginbfchar").
    """
    for font in pdf.pages[0].Resources.Font.values():
        if Name.ToUnicode in font:
            font.ToUnicode.write(_CHARACTERS.sub(_in_utf_16, bytes(font.ToUnicode.get_stream_buffer())))


def _in_utf_16(block: re.Match[bytes]) -> bytes:
    """The lines of a block, ``<code> <code point>``, in blocks of a hundred with the characters in UTF-16."""
    lines = [
        b"<%s> <%s>" % (code, chr(int(point, 16)).encode("utf-16-be").hex().upper().encode())
        for code, point in re.findall(rb"<(\w+)> <(\w+)>", block[1])
    ]
    parts = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in parts)


def _attach(pdf: pikepdf.Pdf, options: PdfOptions) -> None:
    """Put the files into the PDF as its sources."""
    _refuse_duplicates(options.attachments)
    associated = Array()
    for attachment in options.attachments:
        file = pikepdf.AttachedFileSpec(
            pdf,
            attachment.content,
            description="Source of this note",
            filename=attachment.name,
            mime_type=attachment.media_type,
            creation_date=pikepdf.models.metadata.encode_pdf_date(options.created),
            mod_date=pikepdf.models.metadata.encode_pdf_date(options.created),
        )
        file.relationship = Name.Source
        pdf.attachments[attachment.name] = file
        associated.append(pdf.attachments[attachment.name].obj)
    if options.attachments:
        pdf.Root.AF = associated


def _refuse_duplicates(attachments: Sequence[OutputFile]) -> None:
    names = [attachment.name for attachment in attachments]
    for name in names:
        if names.count(name) > 1:
            raise OutputError(f"two attachments are named {name}", "give the sources different file names")
