"""What was left out of a Word file, in words, and what its margins say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.document import Metadata
from briefgen.readers.docx.parts import W
from briefgen.readers.docx.text import TextReader
from briefgen.readers.inline.left_out import LeftOut, counted, removed_findings, unread_findings
from briefgen.readers.package import Package
from briefgen.readers.structure.furniture import dropped_findings
from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["docx_findings", "with_margins"]


def docx_findings(package: Package, left_out: LeftOut, contents: Sequence[str]) -> Iterator[Finding]:
    """Give a finding for each kind of thing that was left out; `contents` are the lines of tables of contents."""
    name = package.name
    yield from removed_findings(left_out, name)
    comments = sum(1 for path in package.related("comments") for _ in package.elements(path, W + "comment"))
    if comments:
        yield Finding(
            Code.COMMENTS_DROPPED, Severity.INFO, f"Left out: {counted(comments, 'comment')}.", Location(name)
        )
    yield from unread_findings(left_out, name)
    yield from dropped_findings("running heads", list(dict.fromkeys(_margin_texts(package))), name)
    yield from dropped_findings("table of contents", contents, name)


def with_margins(known: Metadata, package: Package) -> Metadata:
    """Return what the file says about itself, with number, issuer and day from lines of its headers before that."""
    lines = [line for line in map(parse_dateline, _margin_texts(package)) if line is not None]
    stated = next((line.issued for line in lines if line.issued), None)
    return replace(
        known,
        issuer=next((line.issuer for line in lines if line.issuer), known.issuer),
        issued=stated or known.issued,
        is_of_file=known.is_of_file and stated is None,
        number=next((line.number for line in lines if line.number), known.number),
    )


def _margin_texts(package: Package) -> Iterator[str]:
    """The texts of headers and footers, and of the watermarks that stand there as drawn words."""
    for kind in ("header", "footer"):
        for path in package.related(kind):
            for paragraph in package.elements(path, W + "p"):
                inline = TextReader({}).read(paragraph)
                if text := inline.text.strip():
                    yield re.sub(r"[ \n]+", " ", text)
                yield from inline.words
