"""What kind of file some bytes are: marks at the beginning, names in a zip container, the header of a mail."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from briefgen.readers.encoding.decoding import is_utf16
from briefgen.readers.ole import MAGIC

__all__ = [
    "UNREAD", "Unread", "is_binary", "is_cut_zip", "is_docx", "is_eml", "is_html", "is_msg", "is_odt", "is_ole",
    "is_own_note", "is_pdf", "is_xlsx",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """A kind of file that is not read, how it is known, and the way out."""

    kind: str
    recognises: Callable[[bytes], bool]
    hint: str


_MADE_BY_US = re.compile(rb"<pdf:Producer[^>]*>briefgen [\d.]+</pdf:Producer>")
_PAGE_BY_US = b'<meta name="generator" content="briefgen '
_DATA_BY_US = b'"format": "briefgen-briefing"'
_STYLES_BY_US = (b'w:val="Side Japanese"', b'w:val="Side English"')
_MOST_OF_STYLES = 2_000_000
_SNIFFED = 4096
_PICTURE_HINT = (
    "Run text recognition with Japanese first (for example: ocrmypdf -l jpn --image-dpi 300 picture.png paper.pdf) "
    "and give the PDF it makes."
)
_UNPACK_HINT = "Unpack it and give the papers inside."
_OFFICE_HINT = "Save it as {0} in Office or LibreOffice (soffice --headless --convert-to {0} FILE) and give that."


def _begins(*magics: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(magics)


def is_pdf(content: bytes) -> bool:
    """The mark may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13); a text can name it, too."""
    before, mark, _ = content[:1024].partition(b"%PDF-")
    return bool(mark) and (not before.strip(b"\xef\xbb\xbf\0 \t\r\n") or b" obj" in content)


_CUT = frozenset({"damaged"})


@lru_cache(maxsize=1)
def _zip_names(content: bytes) -> frozenset[str]:
    """The members of a zip container, for all who ask about the same file; none for any other file."""
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return frozenset()
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return _CUT


def is_own_note(content: bytes) -> bool:
    """Whether briefgen made it: the description of a PDF/A, which lies unpacked, the head of a page or of JSON says so.

    A Word file is known by names of our styles, which stay in it when a person writes into it and saves it.
    """
    if is_docx(content):
        styles = _styles(content)
        return all(name in styles for name in _STYLES_BY_US)
    if is_pdf(content):
        return b">briefgen " in content and _MADE_BY_US.search(content) is not None
    head = content[:_SNIFFED]
    return _PAGE_BY_US in head or (head.lstrip().startswith(b"{") and _DATA_BY_US in head)


def _styles(content: bytes) -> bytes:
    """The styles of a Word file, as far as one of ours is long; none where they are damaged."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/styles.xml") as part:
            return part.read(_MOST_OF_STYLES)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError, OSError):
        return b""


def is_docx(content: bytes) -> bool:
    """Whether it is a Word file in XML."""
    names = _zip_names(content)
    return "word/document.xml" in names or (
        "[Content_Types].xml" in names and any(n.startswith("word/") for n in names)
    )


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|article|main|div|meta)\b",
    re.I | re.S,
)


def is_html(content: bytes) -> bool:
    """Whether it begins as a web page does."""
    head = content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    return _HTML.match(head) is not None


# ---------------------------------------------------------------- office files and mails


def is_xlsx(content: bytes) -> bool:
    """Whether it is an Excel workbook in XML."""
    return "xl/workbook.xml" in _zip_names(content)


def is_odt(content: bytes) -> bool:
    """Whether it is an OpenDocument text: its media type stands first in the container, uncompressed."""
    return b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200] and "content.xml" in _zip_names(content)


def _is_open(content: bytes, kind: bytes) -> bool:
    """Whether it is an OpenDocument file of another kind than a text."""
    return b"mimetypeapplication/vnd.oasis.opendocument." + kind in content[:200] and bool(_zip_names(content))


def is_ole(content: bytes) -> bool:
    """Whether it is a compound file of some older or protected Office program."""
    return content.startswith(MAGIC[:4])


def is_msg(content: bytes) -> bool:
    """Whether it is a compound file with the properties of a mail."""
    return content.startswith(MAGIC) and "__properties_version1.0".encode("utf-16-le") in content


_FIELD = re.compile(rb"(?:From \S|[A-Za-z][A-Za-z0-9-]{1,40}:)")
_SURE_FIELD = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
_USUAL_FIELD = re.compile(rb"^(?:From|To|Subject|Date|Cc):", re.IGNORECASE | re.MULTILINE)


def is_eml(content: bytes) -> bool:
    """Whether these bytes begin with the header of a mail."""
    head = re.split(rb"\r?\n\r?\n|\r\r", content[:20_000].removeprefix(b"\xef\xbb\xbf"), maxsplit=1)[0]
    if _FIELD.match(head) is None or _USUAL_FIELD.search(head) is None:
        return False
    return _SURE_FIELD.search(head) is not None


# ---------------------------------------------------------------- what is not read

UNREAD = (
    Unread("a PNG picture", _begins(b"\x89PNG\r\n\x1a\n"), _PICTURE_HINT),
    Unread("a JPEG picture", _begins(b"\xff\xd8\xff"), _PICTURE_HINT),
    Unread("a GIF picture", _begins(b"GIF87a", b"GIF89a"), _PICTURE_HINT),
    Unread("a TIFF picture", _begins(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), _PICTURE_HINT),
    Unread("a BMP picture", lambda content: content.startswith(b"BM") and b"\0" in content[:32], _PICTURE_HINT),
    Unread("a WebP picture", lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", _PICTURE_HINT),
    Unread("a HEIF picture", lambda content: content[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}, _PICTURE_HINT),
    Unread("an RTF file", _begins(b"{\\rtf"), _OFFICE_HINT.format("docx")),
    Unread(
        "a PowerPoint file", lambda content: "ppt/presentation.xml" in _zip_names(content), _OFFICE_HINT.format("pdf")
    ),
    Unread(
        "a binary Excel file", lambda content: "xl/workbook.bin" in _zip_names(content), _OFFICE_HINT.format("xlsx")
    ),
    Unread("an OpenDocument spreadsheet", lambda c: _is_open(c, b"spreadsheet"), _OFFICE_HINT.format("xlsx")),
    Unread("an OpenDocument presentation", lambda c: _is_open(c, b"presentation"), _OFFICE_HINT.format("pdf")),
    Unread(
        "an OpenDocument file",
        lambda content: {"content.xml", "mimetype"} <= _zip_names(content),
        _OFFICE_HINT.format("docx"),
    ),
    Unread("an Ichitaro file", _begins(b"DOC\x1aJS"), "Save it as .docx or PDF in Ichitaro and give that."),
    Unread("a zip archive", lambda content: bool(_zip_names(content) - _CUT), _UNPACK_HINT),
    Unread("a 7z, RAR or gzip archive", _begins(b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b"), _UNPACK_HINT),
    Unread("a program", _begins(b"MZ\x90", b"\x7fELF"), "Give a PDF, Word, HTML or text file."),
)


def is_cut_zip(content: bytes) -> bool:
    """Whether it begins as a zip container (.docx, .xlsx, .odt), but cannot be opened: its end is missing."""
    return _zip_names(content) is _CUT


def is_binary(content: bytes) -> bool:
    """Whether the bytes cannot be text: control characters that no encoding of Japanese uses."""
    head = content[:_SNIFFED]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    if is_utf16(head):
        return False
    if b"\0" in head:
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x1a\x0b" for byte in head)
    return controls * 20 > len(head)
