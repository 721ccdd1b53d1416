"""Reading: the bytes of a source paper -> Outcome[SourceDocument], whatever kind of file it is.

What the bytes are decides, the suffix only helps where they say nothing. The reader modules are imported when they
are needed, because the libraries behind them are slow to load.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from briefgen.errors import UnreadableDocumentError, UnsupportedFormatError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import SourceDocument
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers import sniffing
from briefgen.readers.inline.private_use import without_private
from briefgen.readers.ole import unread_error
from briefgen.readers.pictures import Neighbours, no_neighbours

__all__ = ["SUFFIXES", "Limits", "read_document", "read_sheet"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A kind of file that is read, where its reader is, and how it is known."""

    kind: str
    function: str
    """Its place in this package."""
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    has_pictures: bool = False
    """Its pictures can be carried over."""
    has_neighbours: bool = False
    """They may be files beside it."""


def _by_suffix_only(_content: bytes) -> bool:
    return False


_READERS = (
    _Reader("PDF", "pdf.document.read_pdf", (".pdf",), sniffing.is_pdf, has_pictures=True),
    _Reader("Word", "docx.document.read_docx", (".docx", ".docm", ".dotx"), sniffing.is_docx, has_pictures=True),
    _Reader("Excel", "xlsx.document.read_xlsx", (".xlsx", ".xlsm"), sniffing.is_xlsx),
    _Reader("OpenDocument", "odt.document.read_odt", (".odt",), sniffing.is_odt),
    _Reader("Outlook mail", "mail.msg.read_msg", (".msg",), sniffing.is_msg),
    _Reader("mail", "mail.eml.read_eml", (".eml", ".mht", ".mhtml"), sniffing.is_eml, True),
    _Reader("HTML", "html.document.read_html", (".html", ".htm", ".xhtml"), sniffing.is_html, True, True),
    _Reader("Markdown", "text.markdown.read_markdown", (".md", ".markdown"), _by_suffix_only),
    _Reader("text", "text.document.read_text", (".txt", ".text", ""), _by_suffix_only),
)
_BINARY = {"PDF", "Word", "Excel", "OpenDocument", "Outlook mail"}
_OTHER_SUFFIXES = (".doc", ".xls", ".ppt", ".rtf", ".jtd", ".pptx", ".ods", ".png", ".jpg", ".zip")
"""Suffixes of kinds that are not read, which some programs give to text and web pages."""

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in _READERS for suffix in reader.suffixes if suffix)
"""The suffixes of files that are read, for help texts and for picking papers out of a folder."""


def read_document(
    content: bytes,
    name: str,
    limits: Limits = DEFAULT_LIMITS,
    pictures: bool = False,
    beside: Neighbours = no_neighbours,
) -> Outcome[SourceDocument]:
    """Return the document these bytes hold; `name` is the file name without folder.

    With `pictures`, those of a PDF, Word file or web page that have a caption stand in the block of the caption;
    `beside` gives the files that lie beside a web page.

    Raises UnsupportedFormatError for a kind of file that is not read, UnreadableDocumentError for one that is empty,
    damaged, encrypted or too large, NoTextLayerError for pictures of text. Each error has a hint with the way out.
    A note that briefgen made is refused, too.
    """
    if len(content) <= limits.max_bytes and sniffing.is_own_note(content):
        hint = "Name the papers alone: -o gives notes a folder of their own; corrections in one go with --memory."
        raise UnsupportedFormatError(f"{name} is a note that briefgen made, not a paper.", hint)
    return _read(content, name, limits, (pictures, beside))


def read_sheet(content: bytes, name: str) -> SourceDocument:
    """A note that briefgen made and a person wrote into, read as a paper is; errors as `read_document` has them."""
    return _read(content, name, DEFAULT_LIMITS, (False, no_neighbours)).value


def _read(content: bytes, name: str, limits: Limits, wishes: tuple[bool, Neighbours]) -> Outcome[SourceDocument]:
    if not content.strip(b"\0 \t\r\n\f"):
        raise UnreadableDocumentError(f"{name} is empty.", "Fetch or export it again.")
    if len(content) > limits.max_bytes:
        raise UnreadableDocumentError(
            f"{name} has {len(content) / 1e6:,.0f} MB; at most {limits.max_bytes / 1e6:,.0f} MB are read.",
            "Split the paper, or take out its pictures.",
        )
    reader = _find_reader(content, name)
    module, _, function = reader.function.rpartition(".")
    read: Callable[..., Outcome[SourceDocument]] = getattr(import_module(f"{__name__}.{module}"), function)
    taken = wishes[: reader.has_pictures + reader.has_neighbours]
    outcome = without_private(read(content, name, limits, *taken))
    return Outcome(outcome.value, (*_other_kind(reader, name), *outcome.findings))


def _other_kind(reader: _Reader, name: str) -> tuple[Finding, ...]:
    """A finding when the suffix says another kind than the bytes do."""
    suffix = _suffix(name)
    own = next((other for other in _READERS if suffix and suffix in other.suffixes), None)
    if (own is None and suffix not in _OTHER_SUFFIXES) or own is reader:
        return ()
    message = f"It calls itself {suffix}, but is {_with_article(reader.kind)} file; it was read as that."
    return (Finding(Code.FILE_KIND, Severity.INFO, message, Location(name)),)


def _find_reader(content: bytes, name: str) -> _Reader:
    suffix = _suffix(name)
    for reader in _READERS:
        if reader.recognises(content):
            return reader
    if sniffing.is_ole(content):
        raise unread_error(content, name)
    for unread in sniffing.UNREAD:
        if unread.recognises(content):
            raise UnsupportedFormatError(_what_it_is(name, suffix, unread.kind), unread.hint)
    if sniffing.is_cut_zip(content):
        raise UnreadableDocumentError(
            f"{name} is damaged or cut off: it cannot be unpacked.", "Fetch or export it again."
        )
    if sniffing.is_binary(content):
        raise _binary_error(name, suffix)
    by_suffix = next((reader for reader in _READERS if suffix in reader.suffixes), None)
    if by_suffix is not None and by_suffix.kind not in _BINARY:
        return by_suffix
    return _READERS[-1]


def _suffix(name: str) -> str:
    _, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot else ""


def _with_article(kind: str) -> str:
    return f"{'an' if kind.startswith(('E', 'HTML', 'O')) else 'a'} {kind}"


def _what_it_is(name: str, suffix: str, kind: str) -> str:
    expected = next((reader.kind for reader in _READERS if suffix and suffix in reader.suffixes), None)
    return (
        f"{name} is {kind}, not {_with_article(expected)} file."
        if expected
        else f"{name} is {kind}, which is not read."
    )


def _binary_error(name: str, suffix: str) -> UnreadableDocumentError | UnsupportedFormatError:
    if any(suffix in reader.suffixes for reader in _READERS if reader.kind in _BINARY):
        return UnreadableDocumentError(
            f"{name} is damaged: it does not begin as a {suffix} file does.", "Fetch or export it again."
        )
    return UnsupportedFormatError(
        f"{name} is a binary file of an unknown kind.",
        "Give a PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt), mail, HTML or text file.",
    )
