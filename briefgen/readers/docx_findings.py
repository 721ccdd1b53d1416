"""What was left out of a Word file, in words, and what its margins say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.document import Metadata
from briefgen.readers.docx_parts import W
from briefgen.readers.docx_text import LeftOut, TextReader
from briefgen.readers.furniture import dropped
from briefgen.readers.inline import GETA
from briefgen.readers.metadata import parse_dateline
from briefgen.readers.package import Package

__all__ = ["docx_findings", "with_margins"]


def docx_findings(package: Package, left_out: LeftOut, contents: Sequence[str]) -> Iterator[Finding]:
    """Give a finding for each kind of thing that was left out; `contents` are the lines of tables of contents."""
    name = package.name
    yield from _removed(left_out, name)
    comments = sum(_comment_count(package, path) for path in package.related("comments"))
    if comments:
        yield Finding(
            Code.COMMENTS_DROPPED, Severity.INFO, f"Left out: {_counted(comments, 'comment')}.", Location(name)
        )
    yield from _unread(left_out, name)
    heads = list(dict.fromkeys(_margin_texts(package)))
    if heads:
        yield dropped("running heads", heads, name)
    if contents:
        yield dropped("table of contents", contents, name)


def _removed(left_out: LeftOut, name: str) -> Iterator[Finding]:
    """What whoever wrote the paper took out of it."""
    counted = [
        (left_out.deletions, "tracked deletion", "tracked deletions"),
        (left_out.hidden, "stretch of hidden text", "stretches of hidden text"),
        (left_out.struck, "stretch of text that is struck through", "stretches of text that are struck through"),
    ]
    found = [_counted(count, one, many) for count, one, many in counted if count]
    if found:
        message = f"Left out: {', '.join(found)}."
        hint = "The note shows the text as it stands with all changes accepted."
        yield Finding(Code.DELETED_TEXT_DROPPED, Severity.INFO, message, Location(name), hint)


def _unread(left_out: LeftOut, name: str) -> Iterator[Finding]:
    """What belongs to the paper and cannot be shown."""
    counted = [
        (left_out.unreadable, "character of a symbol font", "characters of symbol fonts"),
        (left_out.formulas, "equation or field with a part", "equations or fields with parts"),
    ]
    for count, one, many in counted:
        if count:
            message = f"{_counted(count, one, many)} that cannot be read; shown as {GETA}."
            hint = "Compare these places with the paper."
            yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint)
    if left_out.embedded:
        parts = ", ".join(_counted(count, kind) for kind, count in left_out.embedded.items())
        message, hint = f"Left out with the text inside: {parts}.", "Copy what matters from the paper by hand."
        yield Finding(Code.PICTURE_DROPPED, Severity.WARNING, message, Location(name), hint)


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _comment_count(package: Package, path: str) -> int:
    root = package.xml(path)
    return 0 if root is None else len(root.findall(W + "comment"))


def with_margins(known: Metadata, package: Package) -> Metadata:
    """Return what the file says about itself, with number, issuer and day from lines of its headers before that."""
    lines = [line for line in map(parse_dateline, _margin_texts(package)) if line is not None]
    return replace(
        known,
        issuer=next((line.issuer for line in lines if line.issuer), known.issuer),
        issued=next((line.issued for line in lines if line.issued), known.issued),
        number=next((line.number for line in lines if line.number), known.number),
    )


def _margin_texts(package: Package) -> Iterator[str]:
    """The texts of headers and footers, and of the watermarks that stand there as drawn words."""
    for kind in ("header", "footer"):
        for path in package.related(kind):
            root = package.xml(path)
            for paragraph in root.iter(W + "p") if root is not None else ():
                inline = TextReader({}).read(paragraph)
                if text := inline.text.strip():
                    yield re.sub(r"[ \n]+", " ", text)
                yield from inline.words
