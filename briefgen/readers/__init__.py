"""Reading: the bytes of a source paper -> Outcome[SourceDocument], whatever kind of file it is.

What the bytes are decides, the suffix only helps where they say nothing. The reader modules are imported when they
are needed, because the libraries behind them are slow to load.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from briefgen.errors import UnreadableDocumentError, UnsupportedFormatError
from briefgen.findings import Outcome
from briefgen.model.document import SourceDocument
from briefgen.readers.encoding import is_utf16
from briefgen.readers.limits import DEFAULT_LIMITS, Limits

__all__ = ["SUFFIXES", "Limits", "read_document"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A kind of file that is read, where its reader is, and how it is known."""

    kind: str
    module: str
    function: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    has_pictures: bool = False
    """Its pictures can be carried over."""


@dataclass(frozen=True, slots=True)
class _Unread:
    """A kind of file that is not read, how it is known, and the way out."""

    kind: str
    recognises: Callable[[bytes], bool]
    hint: str


_SNIFFED = 4096
_PICTURE_HINT = (
    "Run text recognition with Japanese first (for example: ocrmypdf -l jpn --image-dpi 300 picture.png paper.pdf) "
    "and give the PDF it makes."
)
_OFFICE_HINT = (
    "Save it as .docx in Word or LibreOffice (soffice --headless --convert-to docx FILE) and give that; print "
    "spreadsheets and slides to PDF."
)


def _begins(*magics: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(magics)


def _is_pdf(content: bytes) -> bool:
    """The mark may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13); a text can name it, too."""
    before, mark, _ = content[:1024].partition(b"%PDF-")
    return bool(mark) and (not before.strip(b"\xef\xbb\xbf\0 \t\r\n") or b" obj" in content)


def _zip_names(content: bytes) -> frozenset[str]:
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset({"damaged"})


def _is_docx(content: bytes) -> bool:
    names = _zip_names(content)
    return "word/document.xml" in names or (
        "[Content_Types].xml" in names and any(n.startswith("word/") for n in names)
    )


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|meta)\b",
    re.I | re.S,
)


def _is_html(content: bytes) -> bool:
    head = content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    return _HTML.match(head) is not None


def _by_suffix_only(_content: bytes) -> bool:
    return False


_READERS = (
    _Reader("PDF", "briefgen.readers.pdf", "read_pdf", (".pdf",), _is_pdf, has_pictures=True),
    _Reader("Word", "briefgen.readers.docx", "read_docx", (".docx", ".docm", ".dotx"), _is_docx),
    _Reader("HTML", "briefgen.readers.html", "read_html", (".html", ".htm", ".xhtml"), _is_html),
    _Reader("Markdown", "briefgen.readers.markdown", "read_markdown", (".md", ".markdown"), _by_suffix_only),
    _Reader("text", "briefgen.readers.text", "read_text", (".txt", ".text", ""), _by_suffix_only),
)

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in _READERS for suffix in reader.suffixes if suffix)
"""The suffixes of files that are read, for help texts and for picking papers out of a folder."""

_UNREAD = (
    _Unread("a PNG picture", _begins(b"\x89PNG\r\n\x1a\n"), _PICTURE_HINT),
    _Unread("a JPEG picture", _begins(b"\xff\xd8\xff"), _PICTURE_HINT),
    _Unread("a GIF picture", _begins(b"GIF87a", b"GIF89a"), _PICTURE_HINT),
    _Unread("a TIFF picture", _begins(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), _PICTURE_HINT),
    _Unread("a BMP picture", lambda content: content.startswith(b"BM") and b"\0" in content[:32], _PICTURE_HINT),
    _Unread("a WebP picture", lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", _PICTURE_HINT),
    _Unread("a HEIF picture", lambda content: content[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}, _PICTURE_HINT),
    _Unread("an old Office file (.doc, .xls, .ppt) or an encrypted one", _begins(b"\xd0\xcf\x11\xe0"), _OFFICE_HINT),
    _Unread("an RTF file", _begins(b"{\\rtf"), _OFFICE_HINT),
    _Unread("an Excel workbook", lambda content: "xl/workbook.xml" in _zip_names(content), _OFFICE_HINT),
    _Unread("a PowerPoint file", lambda content: "ppt/presentation.xml" in _zip_names(content), _OFFICE_HINT),
    _Unread("an OpenDocument file", lambda content: {"content.xml", "mimetype"} <= _zip_names(content), _OFFICE_HINT),
    _Unread(
        "an Ichitaro file",
        _begins(b"DOC\x1aJS"),
        "Save it as .docx or PDF in Ichitaro and give that.",
    ),
    _Unread(
        "a zip archive",
        lambda content: bool(_zip_names(content) - {"damaged"}),
        "Unpack it and give the papers inside.",
    ),
    _Unread(
        "a 7z, RAR or gzip archive",
        _begins(b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b"),
        "Unpack it and give the papers inside.",
    ),
    _Unread("a program", _begins(b"MZ\x90", b"\x7fELF"), "Give a PDF, Word, HTML or text file."),
)


def read_document(
    content: bytes, name: str, limits: Limits = DEFAULT_LIMITS, pictures: bool = False
) -> Outcome[SourceDocument]:
    """Return the document these bytes hold; `name` is the file name without folder.

    With `pictures`, those of a PDF that have a caption stand in the block of the caption.

    Raises UnsupportedFormatError for a kind of file that is not read, UnreadableDocumentError for one that is empty,
    damaged, encrypted or too large, NoTextLayerError for pictures of text. Each error has a hint with the way out.
    """
    if not content.strip(b"\0 \t\r\n\f"):
        raise UnreadableDocumentError(f"{name} is empty.", "Fetch or export it again.")
    if len(content) > limits.max_bytes:
        raise UnreadableDocumentError(
            f"{name} has {len(content) / 1e6:,.0f} MB; at most {limits.max_bytes / 1e6:,.0f} MB are read.",
            "Split the paper, or take out its pictures.",
        )
    reader = _find_reader(content, name)
    read: Callable[..., Outcome[SourceDocument]] = getattr(import_module(reader.module), reader.function)
    return read(content, name, limits, pictures) if reader.has_pictures else read(content, name, limits)


def _find_reader(content: bytes, name: str) -> _Reader:
    suffix = _suffix(name)
    for reader in _READERS:
        if reader.recognises(content):
            return reader
    for unread in _UNREAD:
        if unread.recognises(content):
            raise UnsupportedFormatError(_what_it_is(name, suffix, unread.kind), unread.hint)
    if _is_binary(content):
        raise _binary_error(name, suffix)
    by_suffix = next((reader for reader in _READERS if suffix in reader.suffixes), None)
    if by_suffix is not None and by_suffix.kind not in {"PDF", "Word"}:
        return by_suffix
    return _READERS[-1]


def _suffix(name: str) -> str:
    _, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot else ""


def _what_it_is(name: str, suffix: str, kind: str) -> str:
    expected = next((reader.kind for reader in _READERS if suffix and suffix in reader.suffixes), None)
    return f"{name} is {kind}, not a {expected} file." if expected else f"{name} is {kind}, which is not read."


def _binary_error(name: str, suffix: str) -> UnreadableDocumentError | UnsupportedFormatError:
    if suffix in {".pdf", ".docx", ".docm"}:
        return UnreadableDocumentError(
            f"{name} is damaged: it does not begin as a {suffix} file does.", "Fetch or export it again."
        )
    return UnsupportedFormatError(
        f"{name} is a binary file of an unknown kind.", "Give a PDF, Word (.docx), HTML or text file."
    )


def _is_binary(content: bytes) -> bool:
    """Whether the bytes cannot be text: control characters that no encoding of Japanese uses."""
    head = content[:_SNIFFED]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    if b"\0" in head:
        return not is_utf16(head)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x1a\x0b" for byte in head)
    return controls * 20 > len(head)
