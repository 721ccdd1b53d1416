"""Mail files (.eml) and saved web pages in their form (.mht) -> SourceDocument.

The standard library parses them, with our own care for charsets.

Japanese mails state one charset and use another, put vendor characters into ISO-2022-JP, and write headers in raw
bytes; names of attachments come in both RFC 2047 and RFC 2231 form.
"""

from __future__ import annotations

import binascii
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Finding, Outcome
from briefgen.model.document import Metadata, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.encoding.decoding import decode, decode_word
from briefgen.readers.html.document import WebPage, page_document, read_page
from briefgen.readers.html.head import claimed_charset
from briefgen.readers.html.pictures import PagePictures, lift_pictures
from briefgen.readers.mail.document import Mail, MailText, mail_document
from briefgen.readers.pictures import no_neighbours
from briefgen.readers.properties import japan_day
from briefgen.readers.structure.document import Source

__all__ = ["read_eml"]

_MEDIA_TYPE = "message/rfc822"
_MAX_DEPTH = 20
_LINES_A_PART = 100
"""So many lines with the look of a header or boundary, on average, may each part have."""
_LONGEST_HEADER = 5_000
"""Characters of a header that are read."""
_FIELD = re.compile(rb"\n[A-Za-z][A-Za-z0-9-]{0,60}:")
_NESTING = re.compile(rb"boundary\s*=|message/(?:rfc822|global|partial)", re.IGNORECASE)


def read_eml(content: bytes, name: str, limits: Limits, pictures: bool = False) -> Outcome[SourceDocument]:
    """Return the document a mail or saved page makes; attachments of a mail are named in a finding and not read.

    With `pictures`, those of a saved page that have a caption stand in the block of the caption.

    Raises:
        UnreadableDocumentError: it is encrypted, has no text, or is beyond the limits.
    """
    _check_size(content, name, limits)
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        reader = _Parts(name, limits)
        texts = tuple(reader.texts(message, 0))
    except (MessageError, RecursionError, ValueError, LookupError) as exc:
        raise UnreadableDocumentError(
            f"{name} is a damaged mail", "Save it again in the mail program, as .eml or .html"
        ) from exc
    source = Source(name, content, _MEDIA_TYPE, limits=limits)
    if _is_saved_page(message) and (html := next((text.html for text in texts if text.html), "")):
        source = replace(source, metadata=Metadata(address=_page_address(message)))
        document = page_document(_saved_page(html, message, source, pictures), source)
        return Outcome(document.value, tuple(dict.fromkeys(reader.findings)) + document.findings)
    mail = Mail(
        subject=_one_line(_header(message, "Subject")),
        sender=_sender(_header(message, "From")),
        sent=_sent(_header(message, "Date")),
        texts=texts,
        attachments=tuple(reader.attachments),
    )
    document = mail_document(mail, source)
    return Outcome(document.value, tuple(dict.fromkeys(reader.findings)) + document.findings)


def _check_size(content: bytes, name: str, limits: Limits) -> None:
    """Refuse what the parser of the standard library would take minutes or gigabytes for."""
    if len(content) > limits.max_mail_bytes:
        raise UnreadableDocumentError(
            f"{name} is a mail of more than {limits.max_mail_bytes / 1e6:,.0f} MB, and is not read.",
            "Save the text of the mail as .txt or .html and give that",
        )
    if content.count(b"\n--") > _LINES_A_PART * limits.max_mail_parts:
        raise _too_many(name, limits)
    for pattern, most in ((_NESTING, limits.max_mail_parts), (_FIELD, _LINES_A_PART * limits.max_mail_parts)):
        if sum(1 for _ in islice(pattern.finditer(content), most + 1)) > most:
            raise _too_many(name, limits)


def _too_many(name: str, limits: Limits) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name} has more than {limits.max_mail_parts} parts, or parts nested more than {_MAX_DEPTH} deep",
        "Save the text of the mail as .txt or .html and give that",
    )


@dataclass(slots=True)
class _Parts:
    """Walks the parts of a mail and keeps what is left out."""

    name: str
    limits: Limits
    attachments: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    seen: int = 0

    def texts(self, part: Message, depth: int) -> Iterator[MailText]:
        """The parts that show text, in order; the forms of one alternative together."""
        self.seen += 1
        if depth > _MAX_DEPTH or self.seen > self.limits.max_mail_parts:
            raise _too_many(self.name, self.limits)
        kind = part.get_content_type()
        if kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
            raise UnreadableDocumentError(
                f"{self.name} is an encrypted mail", "Open it in the mail program and save it without encryption"
            )
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            text = self._decoded(part, kind)
            yield MailText(plain=text) if kind == "text/plain" else MailText(html=text)
        elif kind.startswith("multipart/") and part.is_multipart():
            yield from self._of_children(part, kind, depth)
        elif not kind.startswith("multipart/"):
            self.attachments.append(_file_name(part) or _inner_subject(part) or f"({kind})")

    def _of_children(self, part: Message, kind: str, depth: int) -> Iterator[MailText]:
        children = part.get_payload()
        found = [text for child in children if isinstance(child, Message) for text in self.texts(child, depth + 1)]
        if kind != "multipart/alternative":
            yield from found
            return
        plain = "\n".join(text.plain for text in found if text.plain)
        yield MailText(plain, next((text.html for text in found if text.html), ""))

    def _decoded(self, part: Message, kind: str) -> str:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if not content.strip():
            return ""
        claimed = part.get_param("charset")
        stated = claimed if isinstance(claimed, str) else ""
        if kind == "text/html" and not stated:
            stated = claimed_charset(content)
        decoded = decode(content, self.name, stated)
        self.findings += decoded.findings
        return _unfolded(decoded.value) if part.get_param("format") == "flowed" else decoded.value


# ---------------------------------------------------------------- saved web pages (RFC 2557)


def _is_saved_page(message: Message) -> bool:
    """Whether a browser wrote it: it names itself or the address of the page, and nobody as sender."""
    sender = _header(message, "From").strip(' <"').lower()
    is_named = sender.startswith("saved by ") or bool(_header(message, "Snapshot-Content-Location"))
    return is_named or (
        not sender and message.get_content_type() == "multipart/related" and bool(_page_address(message))
    )


def _page_address(message: Message) -> str:
    """The address of the page on the web; empty where it was a file."""
    parts = (part for part in message.walk() if part.get_content_type() == "text/html")
    places = [_header(message, "Snapshot-Content-Location"), *(_header(part, "Content-Location") for part in parts)]
    return next((place for place in map(str.strip, places[:2]) if re.match(r"https?://\S+$", place)), "")


def _absolute(base: str, address: str) -> str:
    """An address as seen from the page at `base`."""
    place = re.match(r"([a-z]+://[^/]+)([^?#]*)", base)
    if place is None or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
        return address
    return place[1] + posixpath.normpath(posixpath.join("/", posixpath.dirname(place[2]), address))


def _saved_page(html: str, message: Message, source: Source, pictures: bool) -> Outcome[WebPage]:
    """The page with its pictures where they are wanted: parts named by Content-Location or Content-ID."""
    text, inside = lift_pictures(html.encode("utf-8", "replace"))
    base, parts = source.metadata.address, {}
    for part in message.walk() if pictures else ():
        if part.get_content_maintype() == "image":
            parts[_absolute(base, _header(part, "Content-Location").strip())] = part
            parts["cid:" + _header(part, "Content-ID").strip(" <>")] = part

    def archived(address: str) -> bytes | None:
        part = parts.get(_absolute(base, address.strip()))
        payload = part.get_payload(decode=True) if part is not None else None
        return payload if isinstance(payload, bytes) else None

    wanted = PagePictures(inside, no_neighbours, source.limits.max_picture_bytes, archived) if pictures else None
    return read_page(text.decode(), source.name, source.limits, wanted)


# ---------------------------------------------------------------- headers


def _header(message: Message, wanted: str) -> str:
    """The first header of this name, decoded; empty for none."""
    raw = next((str(value) for name, value in message.raw_items() if name.lower() == wanted.lower()), "")
    return _decoded_words(raw[:_LONGEST_HEADER])


def _decoded_words(raw: str) -> str:
    if raw.isascii():
        try:
            chunks = decode_header(raw)
        except (MessageError, binascii.Error, ValueError, LookupError):
            return raw
        return "".join(
            chunk if isinstance(chunk, str) else decode_word(chunk, charset or "") for chunk, charset in chunks
        )
    return decode_word(raw.encode("utf-8", "surrogateescape"), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sender(text: str) -> str:
    """The name beside the address, else the address."""
    shown, address = parseaddr(_one_line(text))
    return _one_line(shown) or address


def _sent(text: str) -> date | None:
    try:
        return japan_day(parsedate_to_datetime(text.strip()).isoformat()) if text.strip() else None
    except (ValueError, TypeError, OverflowError):
        return None


def _file_name(part: Message) -> str:
    try:
        return _one_line(_decoded_words((part.get_filename() or "")[:_LONGEST_HEADER]))
    except (ValueError, TypeError, LookupError):
        return ""


def _inner_subject(part: Message) -> str:
    """The subject of a mail that hangs on this one; empty for anything else."""
    inner = part.get_payload()
    message = inner[0] if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner else None
    subject = _one_line(_header(message, "Subject")) if isinstance(message, Message) else ""
    return f"mail “{subject}”" if subject else ""


def _unfolded(text: str) -> str:
    """Text of RFC 3676: a space at a line end means that the paragraph goes on, where it is quoted as deep."""
    lines: list[str] = []
    for line in text.split("\n"):
        before, depth = lines[-1] if lines else "", len(line) - len(line.lstrip(">"))
        is_open = before.endswith(" ") and before != "-- " and before.startswith(">" * depth)
        if is_open and line[depth:].strip() and before[depth] != ">":
            lines[-1] += line[depth:].removeprefix(" ") if depth else line
        else:
            lines.append(line)
    return "\n".join(lines)
