"""Markdown files -> documents: the marks of headings, emphasis, links and code go, their text stays."""

from __future__ import annotations

import re

from briefgen.findings import Outcome
from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, SourceDocument
from briefgen.readers.layout import Paragraph
from briefgen.readers.limits import DEFAULT_LIMITS, Limits
from briefgen.readers.structure import Source, to_document
from briefgen.readers.text import decode_text

__all__ = ["read_markdown"]

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,3}[.)])\s+(.*)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_FENCE = re.compile(r"\s*(?:```|~~~).*")
_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<(https?://[^>]+)>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\*)\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def read_markdown(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Outcome[SourceDocument]:
    """Return the document a Markdown file holds: ``#`` the title, ``##`` heads of level 1, and so on.

    Raises UnreadableDocumentError as `read_text` does.
    """
    decoded = decode_text(content, name, limits)
    document = to_document(_paragraphs(decoded.value), Source(name, content, "text/markdown", limits=limits))
    return Outcome(document.value, decoded.findings + document.findings)


def _paragraphs(text: str) -> list[Paragraph]:
    """Heads, items and paragraphs; a paragraph ends at an empty line, a head, an item or two spaces at a line end."""
    paragraphs: list[Paragraph] = []
    rows: list[str] = []
    gap = 0.0

    def end_paragraph() -> None:
        if rows:
            paragraphs.append(Paragraph(_plain(join_lines(rows)), gap_before=gap))
            rows.clear()

    for row in text.split("\n"):
        special = _special(row)
        if special is not None or not row.strip() or _RULE.fullmatch(row) or _FENCE.fullmatch(row):
            end_paragraph()
            gap = 1.0
        if special is not None:
            paragraphs.append(special)
        elif row.strip() and not _RULE.fullmatch(row) and not _FENCE.fullmatch(row):
            rows.append(row.strip().removeprefix("> "))
            if row.endswith("  "):
                end_paragraph()
                gap = 0.0
    end_paragraph()
    return paragraphs


def _special(row: str) -> Paragraph | None:
    """The head or list item in this row, or None."""
    heading = _HEADING.fullmatch(row.strip())
    if heading is not None:
        level = len(heading[1]) - 1
        kind = BlockKind.HEADING if level else BlockKind.TITLE
        return Paragraph(_plain(heading[2]), kind=kind, level=level, gap_before=1.0)
    item = _ITEM.fullmatch(row)
    if item is not None and not _RULE.fullmatch(row):
        level = len(item[1].expandtabs(4)) // 2 + 1
        return Paragraph(_plain(item[3]), kind=BlockKind.LIST_ITEM, level=level, label=item[2])
    return None


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
