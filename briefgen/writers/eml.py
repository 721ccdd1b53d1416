"""A mail as a draft: text and attachments in, one ``.eml`` out that mail programs open ready to be sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from briefgen.model.output import OutputFile

__all__ = ["MEDIA_TYPE", "Mail", "write_eml"]

MEDIA_TYPE = "message/rfc822"

_ADDRESS = re.compile(r"(?:(?P<name>[^<>]*?)\s*<)?(?P<user>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)>?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says; addressees may be mail addresses, ``Name <a@b.example>``, or mere names of offices."""

    subject: str
    text: str
    to: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()


def write_eml(mail: Mail, attachments: Sequence[OutputFile], created: datetime) -> OutputFile:
    """The draft as ``memo.eml``, marked unsent (``X-Unsent: 1``); the same input gives the same bytes.

    Only real mail addresses become addressees: the names of offices stand in the text, where people put them there.
    There is no sender: the mail program fills in its user.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(created)
    for header, people in (("To", mail.to), ("Cc", mail.copy)):
        if addresses := [address for person in people if (address := _address(person))]:
            message[header] = addresses
    message.set_content(mail.text, cte="base64" if not mail.text.isascii() else "7bit")
    for file in attachments:
        kind, _, subtype = file.media_type.partition("/")
        message.add_attachment(file.content, kind, subtype or "octet-stream", filename=file.name)
    digest = _digest(mail, attachments, created)
    message["Message-ID"] = f"<{digest}@briefgen.invalid>"
    if attachments:
        message.set_boundary(f"=_{digest}")
    return OutputFile("memo.eml", MEDIA_TYPE, message.as_bytes())


def _address(person: str) -> Address | None:
    found = _ADDRESS.fullmatch(person.strip())
    return Address((found["name"] or "").strip(' "'), found["user"], found["domain"]) if found else None


def _digest(mail: Mail, attachments: Sequence[OutputFile], created: datetime) -> str:
    """A name for the mail out of all it holds."""
    whole = sha256(repr((mail, created.isoformat())).encode())
    for file in attachments:
        whole.update(sha256(file.name.encode() + b"\0" + file.content).digest())
    return whole.hexdigest()[:32]
