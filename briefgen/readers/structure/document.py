"""Paragraphs -> the blocks and metadata of a paper; the rules are the same for every kind of file.

What is recognised: title; dates, issuer and number around it; heads and numbered paragraphs with their level; list
items; notes and remarks; captions; the closing mark. What is not part of the paper goes, with a finding.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.japanese.lines import tidy_spaces
from briefgen.japanese.radicals import fold_ideographs
from briefgen.model.document import Block, BlockId, BlockKind, Metadata, SourceDocument
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers.inline.rules import calls_behind_units, lift_ruby
from briefgen.readers.structure.furniture import drop_page_furniture, drop_web_furniture
from briefgen.readers.structure.kinds import classify
from briefgen.readers.structure.marks import Style, split_label
from briefgen.readers.structure.metadata import parse_dateline
from briefgen.readers.structure.paragraphs import Line, Paragraph, rebuild_paragraphs
from briefgen.readers.structure.table_heads import with_head_rows

__all__ = ["Line", "Paragraph", "Source", "gathered", "read_lines", "rebuild_paragraphs", "recognise", "to_document"]

_LONGEST_HEAD = 10
"""Lines and cells that may stand above the text."""
_NOTHING = Metadata()
_RULE = re.compile(r"([-=*#~_+.・－＝＊＃～＿―─━ー…☆★◇◆■□])\1{4,}|-{2,}|([*＊☆★◇◆])(?:[ \u3000]*\2)+")
"""A line drawn with characters (**********, ◇　◇　◇): it parts, but says nothing."""

_CELL_LABELS = frozenset({Style.NUMBER, Style.PAREN, Style.CIRCLED, Style.KANA, Style.HALF_PAREN, Style.PAREN_KANA})
_FEWEST_BEHIND_LABEL = 4
"""With fewer characters behind it, a number in a cell may be the figure they count."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document is made from."""

    name: str
    content: bytes
    media_type: str
    pages: int | None = None
    metadata: Metadata = _NOTHING
    """What the file format itself says (HTML head, Word core properties); it fills what the text does not give."""
    stated: bool = False
    """Whether the format states it for this very paper (mail headers): then it goes before the text."""
    limits: Limits = DEFAULT_LIMITS


def read_lines(lines: Sequence[Line], source: Source) -> Outcome[SourceDocument]:
    """Return the document these lines of a page or text file make: furniture dropped, paragraphs re-joined."""
    kept = drop_page_furniture(lines, source.name)
    document = to_document(rebuild_paragraphs(kept.value), source)
    return Outcome(document.value, kept.findings + document.findings)


def to_document(paragraphs: Sequence[Paragraph], source: Source) -> Outcome[SourceDocument]:
    """Return the document these finished paragraphs make (Word and HTML, tables included).

    Raises UnreadableDocumentError when they are more than the limits allow.
    """
    paragraphs = gathered(paragraphs, source.name, source.limits)
    recognised = recognise(paragraphs, source.name, source.metadata, source.stated)
    metadata, blocks = recognised.value
    digest = hashlib.sha256(source.content).hexdigest()
    document = SourceDocument(
        source.name, digest, source.media_type, blocks, metadata, source.pages, content=source.content
    )
    return Outcome(document, recognised.findings)


def gathered(paragraphs: Iterable[Paragraph], name: str, limits: Limits) -> list[Paragraph]:
    """The paragraphs as a list; what would go beyond the limits is not even made.

    Raises:
        UnreadableDocumentError: they are too many, or have too many characters.
    """
    found: list[Paragraph] = []
    characters = 0
    for paragraph in paragraphs:
        found.append(paragraph)
        characters += len(paragraph.text)
        if len(found) > limits.max_lines or characters > limits.max_characters:
            raise UnreadableDocumentError(
                f"{name} has more than {limits.max_lines:,} paragraphs or {limits.max_characters:,} characters.",
                "Split it.",
            )
    return found


def recognise(
    paragraphs: Sequence[Paragraph], name: str, known: Metadata = _NOTHING, stated: bool = False
) -> Outcome[tuple[Metadata, tuple[Block, ...]]]:
    """Return metadata and blocks of these paragraphs; `known` and `stated` are as in `Source`."""
    kept = drop_web_furniture([_clean(paragraph) for paragraph in paragraphs], name)
    paragraphs = [p for p in map(_with_reading, kept.value) if p.cell or p.picture or not _is_blank(p)]
    classified = classify(_with_open_head(paragraphs))
    classified = tuple(with_head_rows(list(_with_own_tables(classified))))
    blocks = tuple(_block(number, paragraph) for number, paragraph in enumerate(classified, start=1))
    in_text, is_guessed = _metadata(blocks)
    metadata = _filled(known, in_text) if stated else _filled(in_text, known)
    is_from_file = not stated and metadata.issued is not None and in_text.issued is None
    metadata = replace(metadata, is_of_file=is_from_file and known.is_of_file)
    findings = (
        kept.findings
        + tuple(_metadata_findings(metadata, is_from_file, name))
        + ((_guess(metadata, name),) if is_guessed and metadata.issued == in_text.issued else ())
        + tuple(_notes_without_call(blocks, name))
    )
    return Outcome((metadata, blocks), findings)


def _with_open_head(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, those of a table above the text as lines where all it holds is the date, issuer and class."""
    lines = [parse_dateline(paragraph.text) for paragraph in paragraphs[:_LONGEST_HEAD]]
    ends = (index for index, line in enumerate(lines) if line is None and paragraphs[index].text)
    end = next(ends, 0)
    below = {paragraph.cell.table for paragraph in paragraphs[end:] if paragraph.cell is not None}
    head = [p.cell is not None and p.cell.table not in below for p in paragraphs[:end]]
    if not any(is_cell and line is not None and line.issued for is_cell, line in zip(head, lines, strict=False)):
        return paragraphs
    opened = [p._replace(cell=None, kind=None) if is_cell else p for p, is_cell in zip(paragraphs, head, strict=False)]
    return [*(p for p in opened if p.cell or p.text), *paragraphs[end:]]


def _with_own_tables(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Tables numbered through the paper; readers that read it in pieces number them in each piece from 0.

    A new table begins where the place goes back: its cells come in the order of rows and columns.
    """
    numbers: dict[int, int] = {}
    last: dict[int, tuple[int, int]] = {}
    count = 0
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None:
            yield paragraph
            continue
        if cell.table not in numbers or (cell.row, cell.column) < last[cell.table]:
            numbers[cell.table], count = count, count + 1
        last[cell.table] = (cell.row, cell.column)
        yield paragraph._replace(cell=replace(cell, table=numbers[cell.table]))


def _clean(paragraph: Paragraph) -> Paragraph:
    kind = BlockKind.TABLE_CELL if paragraph.cell is not None else paragraph.kind
    text = calls_behind_units(tidy_spaces(fold_ideographs(paragraph.text)))
    label = fold_ideographs(paragraph.label.strip()) if paragraph.label else ""
    if kind is BlockKind.TABLE_CELL and not label:
        label, text = _cell_label(text)
    if (kind, text, label) == (paragraph.kind, paragraph.text, paragraph.label):
        return paragraph
    return paragraph._replace(kind=kind, text=text, label=label)


def _cell_label(text: str) -> tuple[str, str]:
    """The number that begins the text of a cell, and the rest; a figure with its unit is none (５　名)."""
    label = split_label(text)
    if label is None or label.style not in _CELL_LABELS or len(label.rest) < _FEWEST_BEHIND_LABEL:
        return "", text
    is_apart = text[len(label.mark) :][:1] == "\u3000" or label.style not in (Style.NUMBER, Style.KANA)
    return (label.mark, label.rest) if is_apart else ("", text)


def _is_blank(paragraph: Paragraph) -> bool:
    return not (paragraph.label + paragraph.text) or _RULE.fullmatch(paragraph.text) is not None


def _with_reading(paragraph: Paragraph) -> Paragraph:
    if "《" not in paragraph.text:
        return paragraph
    text, reading = lift_ruby(paragraph.text)
    return paragraph._replace(text=text, reading=" ".join(filter(None, (paragraph.reading, reading))))


def _block(number: int, paragraph: Paragraph) -> Block:
    return Block(
        BlockId(f"b{number:04d}"),
        paragraph.kind or BlockKind.PARAGRAPH,
        paragraph.text,
        paragraph.level,
        paragraph.label,
        paragraph.page,
        paragraph.cell,
        paragraph.picture,
        paragraph.reading,
    )


def _metadata(blocks: Sequence[Block]) -> tuple[Metadata, bool]:
    """What the lines of the paper say about it, and whether the year of the date is guessed."""
    title = "".join(block.text for block in blocks if block.kind is BlockKind.TITLE)
    parsed = [parse_dateline(block.text) for block in blocks if block.kind is BlockKind.DATELINE]
    lines = [line for line in parsed if line is not None]
    issuer = next((line.issuer for line in lines if line.issuer), "")
    number = next((line.number for line in lines if line.number), "")
    stated = next((line.issued for line in lines if line.issued), None)
    guessed = next((line.guessed for line in lines if line.guessed), None)
    return Metadata(title, issuer, stated or guessed, number), stated is None and guessed is not None


def _guess(metadata: Metadata, name: str) -> Finding:
    message = f"The date of issue was read as {metadata.issued}; its line names neither century nor era."
    return Finding(Code.METADATA_UNSURE, Severity.WARNING, message, Location(name), "Check the year in the original.")


def _filled(first: Metadata, second: Metadata) -> Metadata:
    """The first, with the second where it says nothing."""
    return Metadata(*(getattr(first, f.name) or getattr(second, f.name) for f in fields(Metadata)))


def _metadata_findings(metadata: Metadata, is_from_file: bool, name: str) -> list[Finding]:
    missing = [
        (not metadata.title, "No title was found", "Give the title when building the briefing."),
        (
            not metadata.issuer,
            "The issuer is not stated in a line of its own",
            "Give the issuer by hand if it matters.",
        ),
        (
            metadata.issued is None,
            "The date of issue is not stated with its year",
            "Give the date by hand if it matters.",
        ),
        (
            is_from_file,
            "The date of issue was taken from the properties of the file",
            "Compare it with the paper.",
        ),
    ]
    return [
        Finding(Code.METADATA_UNSURE, Severity.INFO, f"{message}.", Location(name), hint)
        for is_so, message, hint in missing
        if is_so
    ]


def _notes_without_call(blocks: Sequence[Block], name: str) -> list[Finding]:
    """Numbered notes whose mark occurs nowhere else in the paper."""
    if not any(block.kind is BlockKind.NOTE for block in blocks):
        return []
    calls = set(re.findall(r"注\d+|\*\d+", _fold("\n".join(block.text for block in blocks))))
    return [
        Finding(
            Code.NOTE_WITHOUT_CALL,
            Severity.INFO,
            f"Note {block.label} is not called anywhere in the paper.",
            Location(name, block.page, block.id),
            "Look up in the paper what the note belongs to.",
        )
        for block in blocks
        if block.kind is BlockKind.NOTE and not calls.issuperset(re.findall(r"注\d+|\*\d+", _fold(block.label)))
    ]


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
