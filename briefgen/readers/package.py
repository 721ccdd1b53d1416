"""The parts of an office file (.docx, .xlsx, .odt): a zip container of XML, read within the limits and never trusted.

Refused before they cost anything: containers that would unpack beyond the limits, XML that declares a document type
(entity bombs), that has too many tags, or that is nested too deeply.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefgen.errors import UnreadableDocumentError
from briefgen.model.document import Metadata
from briefgen.model.limits import Limits
from briefgen.readers.properties import japan_day, sane_issuer, sane_title

__all__ = ["Package", "Relation", "open_package"]

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|spreadsheetml|drawingml|officeDocument)/")
"""Namespaces of the strict variant of ISO/IEC 29500, which differ from those all programs write."""
_AGAIN = "Fetch the file again, or open it in Word or LibreOffice and save a new copy"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What unpacking raises for a container that is damaged or cut off."""
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another: its id, the last word of its type (``header``), and the path."""

    id: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Package:
    """The XML members of the container, by their path; other members are unpacked when they are asked for."""

    name: str
    limits: Limits
    members: dict[str, bytes] = field(repr=False)
    content: bytes = field(default=b"", repr=False)
    """The container itself."""

    def xml(self, path: str) -> etree._Element | None:
        """The root of an XML part, or None when there is no such part.

        Raises:
            UnreadableDocumentError: it is not well-formed, declares a document type, or is beyond the limits.
        """
        content = self.members.get(path)
        if content is None:
            return None
        if content.count(b"<") + content.count(b"=") > self.limits.max_nodes:
            raise UnreadableDocumentError(
                f"{self.name} is refused: {path} has more than {self.limits.max_nodes:,} tags and attributes",
                "Split it, or print it to a PDF and give that",
            )
        if b"<!DOCTYPE" in content:
            raise self._declared(path)
        root = self._parsed(content, path)
        if root.getroottree().docinfo.doctype:
            raise self._declared(path)
        self._check_depth(root)
        return root

    def elements(self, path: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of these names in an XML part, in order; none when there is no such part."""
        root = self.xml(path)
        return iter(()) if root is None else root.iter(*tags)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part refers to inside the container; external targets are left out."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        found = []
        for element in root if root is not None else ():
            if element.get("TargetMode") == "External":
                continue
            target = str(element.get("Target", ""))
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found.append(Relation(str(element.get("Id", "")), str(element.get("Type", "")).rpartition("/")[2], path))
        return tuple(found)

    def related(self, kind: str) -> Iterator[str]:
        """Paths of the parts which the main part of a Word file refers to under this type (``header``)."""
        return (relation.path for relation in self.relations("word/document.xml") if relation.kind == kind)

    def metadata(self, path: str) -> Metadata:
        """What an XML part says of the file, by names that office programs share: title, author, day of creation.

        OpenDocument tells who created it from who saved it last.
        """
        told = {etree.QName(element).localname: str(element.text or "") for element in self.elements(path, "{*}*")}
        return Metadata(
            title=sane_title(told.get("title", "")),
            issuer=sane_issuer(told.get("initial-creator") or told.get("creator", "")),
            issued=japan_day(told.get("created") or told.get("creation-date", "")),
            is_of_file=True,
        )

    def pictures(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Path and content of these members, without those that are damaged or larger than pictures may be."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            for entry in archive.infolist():
                if entry.filename in paths and entry.compress_type in _PLAIN_METHODS:
                    try:
                        with archive.open(entry) as stream:
                            content = stream.read(self.limits.max_picture_bytes + 1)
                    except _DAMAGE:
                        continue
                    if len(content) <= self.limits.max_picture_bytes:
                        yield entry.filename, content

    def _parsed(self, content: bytes, path: str) -> etree._Element:
        content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as exc:
            raise UnreadableDocumentError(f"{self.name} is damaged: {path} is not well-formed XML", _AGAIN) from exc

    def _declared(self, path: str) -> UnreadableDocumentError:
        return UnreadableDocumentError(f"{self.name} is refused: {path} declares a document type", _AGAIN)

    def _check_depth(self, root: etree._Element) -> None:
        """The walkers recurse; asked of the parser's own tree, since a walk from here would take half a second."""
        if root.xpath(f"boolean({'/*' * (self.limits.max_depth + 1)})"):
            raise UnreadableDocumentError(
                f"{self.name} is nested more than {self.limits.max_depth} levels deep", _AGAIN
            )


def open_package(content: bytes, name: str, limits: Limits) -> Package:
    """Return the XML members of an office file.

    Raises:
        UnreadableDocumentError: the container is damaged, encrypted, or would unpack beyond the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Package(name, limits, _unpacked(archive, name, limits), content)
    except _DAMAGE as exc:
        raise UnreadableDocumentError(f"{name} is damaged or cut off: it cannot be unpacked", _AGAIN) from exc


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
    left = limits.max_xml_bytes
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")) and entry.compress_type in _PLAIN_METHODS:
            with archive.open(entry) as stream:
                members[entry.filename] = stream.read(left + 1)
            left -= len(members[entry.filename])
            if left < 0:
                raise UnreadableDocumentError(
                    f"{name} would unpack to more than {limits.max_xml_bytes // 1_000_000} MB of text, and is refused",
                    "Split it, or print it to a PDF and give that",
                )
    return members
