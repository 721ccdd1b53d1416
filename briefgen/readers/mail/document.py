"""A mail, from whatever format -> SourceDocument: subject as title, sender and day as metadata, the text as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind, Metadata, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.html.document import WebPage, read_page
from briefgen.readers.structure.document import Source, to_document
from briefgen.readers.structure.metadata import parse_dateline
from briefgen.readers.structure.paragraphs import Paragraph, rebuild_paragraphs
from briefgen.readers.text.document import check_text, text_lines

__all__ = ["Mail", "MailText", "mail_document"]

_PREFIXES = re.compile(r"^(?:(?:re|fwd?|aw|wg|転送|返信)\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of an answer or of a mail passed on."""
_HEADER = re.compile(
    r"(?:差出人|送信者|送信元|送信日時|日時|日付|件名|題名|宛先|送信先|写し|From|Sent|Date|Subject|To|Cc)\s*[:：]\s*\S.*",
    re.IGNORECASE,
)
_DIVIDER = re.compile(r"[-－ー―=_*]{3,}\s*\S.{0,40}?\s*[-－ー―=_*]{3,}|[^。]{0,20}(?:転送|元の)メッセージ[^。]{0,10}")
_WROTE = re.compile(
    r"[^。]{0,60}\d{4}[^。]{0,60}<[^\s<>@]{1,80}@[^\s<>@]{1,80}>[^。]{0,15}[:：]|[^。]{0,80}(?:wrote|のメール|さんは書きました)[:：]"
)
"""The line over what an answer quotes: day and sender."""
_QUOTED = re.compile(r"^[>＞][>＞ \u3000]*", re.MULTILINE)
_FEWEST_HEADERS = 2
_LONGEST_LINE = 300
_RAISED = re.compile(r"<su[pb]\b", re.IGNORECASE)
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


def mail_document(mail: Mail, source: Source) -> Outcome[SourceDocument]:
    """Return the document a mail makes; what the mail says of itself is its metadata.

    Raises:
        UnreadableDocumentError: it has no text, or is beyond the limits.
    """
    read = [_paragraphs(text, source.name, source.limits) for text in mail.texts]
    body = [paragraph for outcome in read for paragraph in outcome.value]
    if not any(paragraph.text for paragraph in body) and not mail.subject:
        names = f": {', '.join(mail.attachments[:5])}" if mail.attachments else ""
        raise UnreadableDocumentError(
            f"{source.name} is a mail without text", f"Save its attachments and give those{names}"
        )
    subject = _PREFIXES.sub("", mail.subject) or mail.subject
    title = [Paragraph(subject, kind=BlockKind.TITLE)] if subject else []
    known = Metadata(title=subject, issuer=mail.sender, issued=mail.sent)
    made = to_document([*title, *_with_headers(body)], replace(source, metadata=known, stated=True))
    findings = tuple(finding for outcome in read for finding in outcome.findings)
    return Outcome(made.value, findings + _attached(mail.attachments, source.name) + made.findings)


def _with_headers(body: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, the header of a mail inside this one (sender, day, subject) as lines about it."""
    found = list(body)
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and _matches(_HEADER, found[end]):
            end += 1
        is_quoted = end == start and _matches(_WROTE, found[start])
        end += int(is_quoted)
        if is_quoted or end - start >= _FEWEST_HEADERS:
            begin = start - 1 if start and _matches(_DIVIDER, found[start - 1]) else start
            end += int(end < len(found) and parse_dateline(found[end].text) is not None)
            found[begin:end] = [paragraph._replace(kind=BlockKind.DATELINE) for paragraph in found[begin:end]]
        start = end + 1
    return found


def _matches(pattern: re.Pattern[str], paragraph: Paragraph) -> bool:
    is_line = paragraph.cell is None and len(paragraph.text) <= _LONGEST_LINE
    return is_line and pattern.fullmatch(paragraph.text) is not None


def _paragraphs(text: MailText, name: str, limits: Limits) -> Outcome[Sequence[Paragraph]]:
    """The plain form, which holds what the sender wrote and no layout, unless it is a stub beside the HTML.

    Where the HTML has tables, or struck, raised or lowered text, plain text would join their figures.
    """
    page = read_page(text.html, name, limits) if text.html.strip() else None
    shown = sum(len(paragraph.text) for paragraph in page.value.paragraphs) if page is not None else 0
    is_stub = len(text.plain.strip()) < _SHORT * shown
    if page is not None and (is_stub or _RAISED.search(text.html) or _is_set_apart(page)):
        return Outcome(page.value.paragraphs, page.findings)
    check_text(text.plain, name, limits)
    return Outcome(rebuild_paragraphs(text_lines(_QUOTED.sub("", text.plain))))


def _is_set_apart(page: Outcome[WebPage]) -> bool:
    """Whether it has struck text or tables."""
    is_struck = any(finding.code is Code.DELETED_TEXT_DROPPED for finding in page.findings)
    return is_struck or any(paragraph.cell is not None for paragraph in page.value.paragraphs)


def _attached(names: Sequence[str], name: str) -> tuple[Finding, ...]:
    if not names:
        return ()
    shown = ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
    message = f"Left out: {len(names)} attachment{'s' * (len(names) > 1)}: {shown}."
    hint = "Save what belongs to the paper and give it as a source of its own."
    return (Finding(Code.ATTACHMENTS_LEFT_OUT, Severity.INFO, message, Location(name), hint),)
