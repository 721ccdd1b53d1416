"""A mail, from whatever format -> SourceDocument: subject as title, sender and day as metadata, the text as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind, Metadata, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.html import read_page
from briefgen.readers.paragraphs import Paragraph, rebuild_paragraphs
from briefgen.readers.structure import Source, to_document
from briefgen.readers.text import check_text, text_lines

__all__ = ["Mail", "MailText", "mail_document"]

_SHORT = 0.5
"""A plain part with less of the text than this only says that the mail is to be read as HTML."""


@dataclass(frozen=True, slots=True)
class MailText:
    """One part of the text, in the forms the mail has it in; empty where it lacks one."""

    plain: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail file holds, everything decoded."""

    subject: str
    sender: str
    sent: date | None
    texts: tuple[MailText, ...]
    attachments: tuple[str, ...]
    """Names of the files that hang on it."""


def mail_document(mail: Mail, source: Source, limits: Limits) -> Outcome[SourceDocument]:
    """Return the document a mail makes.

    Raises:
        UnreadableDocumentError: it has no text, or is beyond the limits.
    """
    read = [_paragraphs(text, source.name, limits) for text in mail.texts]
    body = [paragraph for outcome in read for paragraph in outcome.value]
    if not any(paragraph.text for paragraph in body) and not mail.subject:
        names = f": {', '.join(mail.attachments[:5])}" if mail.attachments else ""
        raise UnreadableDocumentError(
            f"{source.name} is a mail without text", f"Save its attachments and give those{names}"
        )
    title = [Paragraph(mail.subject, kind=BlockKind.TITLE)] if mail.subject else []
    known = Metadata(title=mail.subject, issuer=mail.sender, issued=mail.sent)
    made = to_document(
        [*title, *body],
        Source(source.name, source.content, source.media_type, metadata=known, stated=True, limits=limits),
    )
    findings = tuple(finding for outcome in read for finding in outcome.findings)
    return Outcome(made.value, findings + _attached(mail.attachments, source.name) + made.findings)


def _paragraphs(text: MailText, name: str, limits: Limits) -> Outcome[Sequence[Paragraph]]:
    """The plain form, which holds what the sender wrote and no layout, unless it is a stub beside the HTML."""
    page = read_page(text.html, name, limits) if text.html.strip() else None
    shown = sum(len(paragraph.text) for paragraph in page.value.paragraphs) if page is not None else 0
    if page is not None and len(text.plain.strip()) < _SHORT * shown:
        return Outcome(page.value.paragraphs, page.findings)
    if page is not None and any(paragraph.cell is not None for paragraph in page.value.paragraphs):
        return Outcome(page.value.paragraphs, page.findings)
    check_text(text.plain, name, limits)
    return Outcome(rebuild_paragraphs(text_lines(text.plain)))


def _attached(names: Sequence[str], name: str) -> tuple[Finding, ...]:
    if not names:
        return ()
    shown = ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
    message = f"Left out: {len(names)} attachment{'s' * (len(names) > 1)}: {shown}."
    hint = "Save what belongs to the paper and give it as a source of its own."
    return (Finding(Code.ATTACHMENTS_LEFT_OUT, Severity.INFO, message, Location(name), hint),)
