"""Outlook mail files (.msg) -> SourceDocument.

The streams and property tags are those of [MS-OXMSG] and [MS-OXPROPS]: ``__substg1.0_PPPPTTTT`` holds property PPPP
with type TTTT (001F Unicode, 001E bytes of a code page, 0102 binary); times lie in the properties stream.
"""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Finding, Outcome
from briefgen.model.document import SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.encoding.decoding import decode
from briefgen.readers.html.head import claimed_charset
from briefgen.readers.inline.left_out import removed_findings, unread_findings
from briefgen.readers.mail.document import Mail, MailText, mail_document
from briefgen.readers.mail.rtf import decompressed, rtf_text
from briefgen.readers.ole import OleFile, open_ole
from briefgen.readers.properties import japan_day
from briefgen.readers.structure.document import Source

__all__ = ["read_msg"]

_MEDIA_TYPE = "application/vnd.ms-outlook"
_PROPERTIES = "__properties_version1.0"
_SUBJECT, _BODY, _RTF, _HTML = "0037", "1000", "1009", "1013"
_SENDERS = ("0042", "0C1A", "5D01", "0C1F")
"""Represented sender, sender, address, address as the server has it."""
_NAMES = ("3707", "3704", "3001")
"""Long name, short name and display name of an attachment."""
_TIMES = (0x0039_0040, 0x0E06_0040)
"""Sent, delivered."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_BYTES_A_CHARACTER = 4
"""RTF writes a character of Japanese as two escapes of four bytes, but most of a mail are its tags."""
_ROOT_HEADER, _PROPERTY = 32, 16


def read_msg(content: bytes, name: str, limits: Limits) -> Outcome[SourceDocument]:
    """Return the document an Outlook mail makes; its attachments are named in a finding and not read.

    Raises:
        UnreadableDocumentError: it is damaged, has no text, or only text in RTF that cannot be unpacked.
    """
    mail = _Message(open_ole(content, name), name)
    text = MailText(mail.text(_BODY), mail.html())
    if not (text.plain.strip() or text.html.strip()):
        text = mail.rich_text(_BYTES_A_CHARACTER * limits.max_characters)
    whole = Mail(
        subject=" ".join(mail.text(_SUBJECT).split()),
        sender=next((sender for sender in map(mail.text, _SENDERS) if sender), ""),
        sent=mail.sent(),
        texts=(text,),
        attachments=tuple(mail.attachments()),
    )
    document = mail_document(whole, Source(name, content, _MEDIA_TYPE, limits=limits))
    return Outcome(document.value, tuple(mail.findings) + document.findings)


class _Message:
    """The properties of the mail."""

    def __init__(self, file: OleFile, name: str) -> None:
        self._file, self._name = file, name
        self.findings: list[Finding] = []

    def text(self, tag: str, *folder: str) -> str:
        """A property that is text, empty when it is missing."""
        unicode = self._file.read(*folder, f"__substg1.0_{tag}001F")
        if unicode is not None:
            return unicode.decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n")
        old = (self._file.read(*folder, f"__substg1.0_{tag}001E") or b"").rstrip(b"\0")
        return self._decoded(old, "") if old.strip() else ""

    def html(self) -> str:
        """The HTML form of the text, empty when it is missing."""
        content = self._file.read(f"__substg1.0_{_HTML}0102") or b""
        return self._decoded(content, claimed_charset(content)) if content.strip() else self.text(_HTML)

    def rich_text(self, most: int) -> MailText:
        """The text that is kept as compressed RTF only, of up to `most` bytes; empty when there is none.

        Raises:
            UnreadableDocumentError: it is damaged or larger.
        """
        packed = self._file.read(f"__substg1.0_{_RTF}0102") or b""
        if not packed:
            return MailText()
        content = decompressed(packed, most)
        if content is None:
            raise UnreadableDocumentError(
                f"{self._name} holds its text as RTF that is damaged or too large",
                "Open it in Outlook, save it as .html or .txt, and give that",
            )
        found = rtf_text(content)
        self.findings += removed_findings(found.left_out, self._name)
        self.findings += unread_findings(found.left_out, self._name)
        return MailText(html=found.text) if found.is_html else MailText(plain=found.text)

    def _decoded(self, content: bytes, claimed: str) -> str:
        decoded = decode(content, self._name, claimed)
        self.findings += [finding for finding in decoded.findings if finding not in self.findings]
        return decoded.value

    def sent(self) -> date | None:
        """The day in Japan on which it was sent, else delivered."""
        raw = self._file.read(_PROPERTIES) or b""
        times = {}
        for offset in range(_ROOT_HEADER, len(raw) - _PROPERTY + 1, _PROPERTY):
            tag, _, ticks = struct.unpack_from("<IIQ", raw, offset)
            times[tag] = ticks
        ticks = next((times[tag] for tag in _TIMES if times.get(tag)), 0)
        try:
            return japan_day((_EPOCH + timedelta(microseconds=ticks // 10)).isoformat()) if ticks else None
        except OverflowError:
            return None

    def attachments(self) -> list[str]:
        """The names of the files that hang on it, in their order."""
        folders = sorted(name for name in self._file.names() if name.startswith("__attach_version1.0_"))
        named = (next((text for text in (self.text(tag, f) for tag in _NAMES) if text), "(no name)") for f in folders)
        return [" ".join(text.split()) for text in named]
