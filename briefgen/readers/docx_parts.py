"""The parts of a Word file: the zip container and its XML, read within the limits and never trusted."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.model.document import Metadata
from briefgen.readers.limits import Limits
from briefgen.readers.properties import japan_day, sane_issuer, sane_title

__all__ = ["MC", "Package", "Style", "W", "core_metadata", "is_on", "open_package", "read_styles", "to_int", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_T = TypeVar("_T")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE = b"\xd0\xcf\x11\xe0"
_AGAIN = "Fetch the file again, or open it in Word or LibreOffice and save a new copy"


@dataclass(frozen=True, slots=True)
class Package:
    """The members of the container that were unpacked, by their path."""

    name: str
    limits: Limits
    members: dict[str, bytes] = field(repr=False)

    def xml(self, path: str) -> etree._Element | None:
        """The root of an XML part, or None when there is no such part.

        Raises:
            UnreadableDocumentError: it is not well-formed, declares a document type, or is nested too deeply.
        """
        content = self.members.get(path)
        if content is None:
            return None
        content = content.replace(_STRICT, W[1:-1].encode())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as exc:
            raise UnreadableDocumentError(f"{self.name} is damaged: {path} is not well-formed XML", _AGAIN) from exc
        if root.getroottree().docinfo.doctype:
            raise UnreadableDocumentError(f"{self.name} is refused: {path} declares a document type", _AGAIN)
        _check_depth(root, self.name, self.limits)
        return root

    def related(self, kind: str) -> Iterator[str]:
        """Paths of the parts which the main part refers to under this relationship type (``header``, ``footnotes``)."""
        rels = self.xml("word/_rels/document.xml.rels")
        for rel in rels if rels is not None else ():
            if str(rel.get("Type", "")).endswith(f"/{kind}"):
                target = str(rel.get("Target", ""))
                yield target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")


def open_package(content: bytes, name: str, limits: Limits) -> Package:
    """Return the XML members of a .docx.

    Raises:
        UnreadableDocumentError: the container is damaged, encrypted, not of Word, or would unpack beyond the limits.
    """
    if content.startswith(_OLE):
        raise _ole_error(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _unpacked(archive, name, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as exc:
        raise UnreadableDocumentError(f"{name} is damaged or cut off: it cannot be unpacked", _AGAIN) from exc
    if "word/document.xml" not in members:
        raise UnreadableDocumentError(f"{name} is no Word file: it has no word/document.xml", _AGAIN)
    return Package(name, limits, members)


def _ole_error(content: bytes, name: str) -> UnreadableDocumentError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return UnreadableDocumentError(
            f"{name} is protected by a password", "Open it in Word and save a copy without the password"
        )
    return UnreadableDocumentError(
        f"{name} is an old Word file (.doc)", "Convert it: soffice --headless --convert-to docx " + name
    )


def _unpacked(archive: zipfile.ZipFile, name: str, limits: Limits) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > limits.max_members or sum(entry.file_size for entry in entries) > limits.max_unpacked_bytes:
        raise UnreadableDocumentError(
            f"{name} would unpack to more than {limits.max_unpacked_bytes // 1_000_000} MB or {limits.max_members} "
            "parts, and is refused",
            "Save it again with smaller pictures, or split it",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableDocumentError(f"{name} is protected by a password", "Save a copy without the password")
    members: dict[str, bytes] = {}
    left = limits.max_unpacked_bytes
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as stream:
                members[entry.filename] = stream.read(left + 1)
            left -= len(members[entry.filename])
            if left < 0:
                raise UnreadableDocumentError(f"{name} unpacks to more than it says, and is refused", _AGAIN)
    return members


def _check_depth(root: etree._Element, name: str, limits: Limits) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.max_depth:
            raise UnreadableDocumentError(f"{name} is nested more than {limits.max_depth} levels deep", _AGAIN)


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """The attribute of the main namespace, None when element or attribute is missing."""
    found = element.get(W + attribute) if element is not None else None
    return None if found is None else str(found)


def to_int(text: str | None) -> int | None:
    """The number, None when it is missing or none."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as w:b is on; None when it is not there."""
    return None if element is None else value(element) not in {"0", "false", "off"}


# ---------------------------------------------------------------- styles


@dataclass(frozen=True, slots=True)
class Style:
    """What matters here of a style, with what it inherits; None where nothing is said."""

    name: str = ""
    outline: int | None = None
    """0 for a heading of the first level, 9 for body text."""
    number: tuple[str | None, int | None] = (None, None)
    """numId and level of its list."""
    size: float | None = None
    """In half points."""
    is_bold: bool | None = None
    is_hidden: bool | None = None


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Return all styles by id, inheritance (basedOn) resolved."""
    elements = {value(e, "styleId") or "": e for e in (root.iter(W + "style") if root is not None else ())}
    return {style_id: _resolved(style_id, elements) for style_id in elements}


def _resolved(style_id: str, elements: dict[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    current: str | None = style_id
    while current in elements and elements[current] not in chain:
        chain.append(elements[current])
        current = value(chain[-1].find(W + "basedOn"))
    styles = [_own(element) for element in chain]
    return Style(
        styles[0].name,
        _first([style.outline for style in styles]),
        (_first([style.number[0] for style in styles]), _first([style.number[1] for style in styles])),
        _first([style.size for style in styles]),
        _first([style.is_bold for style in styles]),
        _first([style.is_hidden for style in styles]),
    )


def _first(values: Sequence[_T | None]) -> _T | None:
    return next((found for found in values if found is not None), None)


def _own(element: etree._Element) -> Style:
    name = value(element.find(W + "name")) or ""
    outline = to_int(value(element.find(f"{W}pPr/{W}outlineLvl")))
    match = re.fullmatch(r"(?:heading|見出し)\s*([1-9])", name, re.IGNORECASE)
    number = element.find(f"{W}pPr/{W}numPr")
    size = to_int(value(element.find(f"{W}rPr/{W}sz")))
    return Style(
        name,
        outline if outline is not None or match is None else int(match[1]) - 1,
        (value(number.find(W + "numId")), to_int(value(number.find(W + "ilvl"))))
        if number is not None
        else (None, None),
        size,
        is_on(element.find(f"{W}rPr/{W}b")),
        is_on(element.find(f"{W}rPr/{W}vanish")),
    )


# ---------------------------------------------------------------- properties


def core_metadata(root: etree._Element | None) -> Metadata:
    """Title, author and day of creation from docProps/core.xml, where they can belong to the paper."""
    if root is None:
        return Metadata()
    title, author = (root.findtext(_DC + tag) or "" for tag in ("title", "creator"))
    return Metadata(
        title=sane_title(title),
        issuer=sane_issuer(author),
        issued=japan_day(root.findtext(_DCTERMS + "created") or ""),
    )
