"""Markdown files -> documents: the marks of headings, emphasis, links and code go, their text stays.

Front matter, comments and struck text are left out with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import BlockKind, CellPlace, Metadata, SourceDocument
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers.inline.struck import struck_findings
from briefgen.readers.properties import japan_day, sane_title
from briefgen.readers.structure.breaks import join_manual_breaks
from briefgen.readers.structure.document import Source, to_document
from briefgen.readers.structure.furniture import dropped_findings
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.text.document import decode_text
from briefgen.readers.text.markdown_inline import Plain, plain_inline

__all__ = ["read_markdown"]

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,3}[.)])\s+(.*)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_FENCE = re.compile(r"\s*(?:```|~~~).*")
_ROW = re.compile(r"\s*\|(.+)\|\s*")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_BOXES = {"[x] ": "☑", "[X] ": "☑", "[ ] ": "☐"}
"""Items of a list that is ticked off."""
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})\s*")
"""The line under a head: === the title, --- a head of level 1."""
_HARD_BREAK = re.compile(r"(?:  |(?<!\\)\\)$")
_REFERENCE = re.compile(
    r"^ {0,3}\[([^\[\]^\n][^\[\]\n]{0,100})\]:[ \t]*<?(?:https?:|mailto:|[./#])[^\s>]*>?(?:[ \t]+\"[^\"\n]*\")?[ \t]*$",
    re.MULTILINE,
)
"""Where the target of a link by name stands: [1]: https://…."""
_LINK_BY_NAME = re.compile(r"\[([^\[\]\n]{1,1000})\](?:\[([^\[\]\n]{0,100})\])?")
_FRONT_MATTER = re.compile(r"\s{0,100}---[ \t]*\n((?:[^\n]{0,2000}\n){1,200}?)---[ \t]*(?:\n|$)")
_FIELD = re.compile(r"^([A-Za-z]{1,30}):[ \t]*(.{1,300})$", re.MULTILINE)
_TABLE_RULE = re.compile(r"(?=.*(?:\||--))\s*+\|?\s*+(?::?-++:?\s*+\|?\s*+)++")
_INLINE = (
    (re.compile(r"!?\[([^\[\]]{0,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s+\"[^\"]{0,200}\")?\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,1000})>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)((?s:.){1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\*)\*(?=[^\s*])((?s:.){1,1000}?)(?<=[^\s*])\*(?!\*)"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)((?s:.){1,1000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(?<!`)`++([^`]{1,1000})`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|])"), r"\1"),
)
"""The marks inside a line; bounded, so that a line without ends costs no more than its length."""


def read_markdown(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Outcome[SourceDocument]:
    """Return the document a Markdown file holds: ``#`` the title, ``##`` heads of level 1, and so on.

    Raises UnreadableDocumentError as `read_text` does.
    """
    decoded = decode_text(content, name, limits)
    front = _FRONT_MATTER.match(decoded.value)
    plain = plain_inline(decoded.value[front.end() :] if front is not None else decoded.value)
    paragraphs = _paragraphs(_without_references(plain.text))
    if not paragraphs:
        raise UnreadableDocumentError(f"{name} holds marks and no text.", "Check that it is the right file.")
    known = _known(front[1]) if front is not None else Metadata()
    document = to_document(paragraphs, Source(name, content, "text/markdown", metadata=known, limits=limits))
    findings = (*_left_out(front[1] if front is not None else "", plain, name), *document.findings)
    return Outcome(document.value, decoded.findings + findings)


def _known(front_matter: str) -> Metadata:
    """Title and day of issue as the front matter gives them."""
    values = {match[1].lower(): match[2].strip(" \"'") for match in _FIELD.finditer(front_matter)}
    return Metadata(title=sane_title(values.get("title", "")), issued=japan_day(values.get("date", "")))


def _left_out(front_matter: str, plain: Plain, name: str) -> Iterator[Finding]:
    lines = [line for line in front_matter.split("\n") if line.strip()]
    yield from dropped_findings("front matter", lines, name)
    if plain.comments:
        message = f"Left out: {plain.comments} comment(s)."
        yield Finding(Code.COMMENTS_DROPPED, Severity.INFO, message, Location(name))
    yield from struck_findings(plain.struck, name)


def _without_references(text: str) -> str:
    """The text without the targets of links by name, and these as the text that they show."""
    names = {match[1].lower() for match in _REFERENCE.finditer(text)}
    if not names:
        return text
    return _LINK_BY_NAME.sub(
        lambda match: match[1] if (match[2] or match[1]).lower() in names else match[0], _REFERENCE.sub("", text)
    )


def _paragraphs(text: str) -> list[Paragraph]:
    """Heads, items and paragraphs; a paragraph or item ends at an empty line, a head, an item or a hard line break.

    Its lines are joined as those of other formats: names, entries and dates on lines of their own stay apart.
    """
    paragraphs: list[Paragraph] = []
    opened = Paragraph("")
    rows: list[str] = []
    gap = 0.0

    def end_paragraph() -> None:
        nonlocal opened
        pieces = join_manual_breaks(_plain("\n".join(rows)).split("\n"))
        paragraphs.extend(opened._replace(text=piece) for piece in pieces[:1])
        paragraphs.extend(Paragraph(piece) for piece in pieces[1:])
        opened = Paragraph("", gap_before=gap)
        rows.clear()

    quotes = [match[0] if (match := _QUOTE.match(row)) else "" for row in text.split("\n")]
    lines = [row[len(quote) :] for row, quote in zip(text.split("\n"), quotes, strict=True)]
    tables = _tables(lines)
    for number, row in enumerate(lines):
        if quotes[number].count(">") != quotes[number - 1].count(">"):
            end_paragraph()
        if number in tables:
            end_paragraph()
            paragraphs.extend(tables[number])
            continue
        is_underlined = len(rows) == 1 and opened.kind is None and _UNDERLINE.fullmatch(row) is not None
        special = _head(rows.pop(), 0 if "=" in row else 1) if is_underlined else _special(row)
        is_mark = _RULE.fullmatch(row) is not None or _FENCE.fullmatch(row) is not None
        if special is not None or is_mark or not row.strip():
            gap = 1.0
            end_paragraph()
        if special is not None and special.kind is BlockKind.LIST_ITEM:
            opened = special
            rows.append(special.text)
        elif special is not None:
            paragraphs.append(special)
        elif row.strip() and not is_mark:
            rows.append(row.strip())
        if rows and _HARD_BREAK.search(row):
            rows[-1] = rows[-1].removesuffix("\\")
            gap = 0.0
            end_paragraph()
    end_paragraph()
    return paragraphs


def _tables(rows: Sequence[str]) -> dict[int, list[Paragraph]]:
    """The cells of pipe tables by the number of their row; the rule under the head gives none."""
    found: dict[int, list[Paragraph]] = {}
    first = count = 0
    for number, row in enumerate(rows):
        is_head = number + 1 < len(rows) and _TABLE_RULE.fullmatch(rows[number + 1]) is not None and "|" in row
        if number - 1 not in found and is_head:
            first, count = number, count + 1
        elif number - 1 not in found or not row.strip() or "|" not in row:
            continue
        if number == first + 1:
            found[number] = []
            continue
        line = number - first - (number > first)
        cells = re.split(r"(?<!\\)\|", match[1] if (match := _ROW.fullmatch(row)) is not None else row)
        found[number] = [
            Paragraph(text, kind=BlockKind.TABLE_CELL, cell=CellPlace(count - 1, line, column, line == 0))
            for column, text in enumerate(map(_plain, map(str.strip, cells)))
            if text
        ]
    return found


def _special(row: str) -> Paragraph | None:
    """The head or list item in this row, or None."""
    heading = _HEADING.fullmatch(row.strip())
    if heading is not None:
        return _head(heading[2].rstrip("#").rstrip(), len(heading[1]) - 1)
    item = _ITEM.fullmatch(row)
    if item is not None and not _RULE.fullmatch(row):
        level = len(item[1].expandtabs(4)) // 2 + 1
        box = _BOXES.get(item[3][:4])
        text, label = (item[3], item[2]) if box is None else (item[3][4:].lstrip(), box)
        return Paragraph(text, kind=BlockKind.LIST_ITEM, level=level, label=label)
    return None


def _head(text: str, level: int) -> Paragraph:
    return Paragraph(_plain(text), kind=BlockKind.HEADING if level else BlockKind.TITLE, level=level, gap_before=1.0)


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
