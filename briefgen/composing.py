"""From translated papers and findings to one Briefing: rows, pieces, terms, first-use expansions. Lays nothing out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.japanese.eras import era_date
from briefgen.japanese.folding import fold
from briefgen.marking import Mark, Marking, marks_in, marks_in_furniture
from briefgen.model.briefing import (
    Briefing,
    DesignationLine,
    Heading,
    Part,
    Piece,
    Provenance,
    Row,
    Sections,
    SourceEntry,
    TermUse,
)
from briefgen.model.document import Block, BlockKind, SourceDocument
from briefgen.model.segment import (
    TITLE_FROM,
    Constraint,
    ConstraintKind,
    Status,
    Strength,
    TranslatedDocument,
    TranslatedSegment,
)
from briefgen.terms.labels import label_english

__all__ = ["Author", "compose_briefing", "raise_marking"]

_FILE_AND_LINE = re.compile(r"\w\.\w+:\d+$")
_KEPT = re.compile(r"\[([^][]+)\]")
"""A name that stands in the English as the Japanese has it, Minister [鳴瀬]: neither of the glossary nor computed."""
_TERMS = {
    ConstraintKind.TERM,
    ConstraintKind.ACRONYM,
    ConstraintKind.PERSON,
    ConstraintKind.NAME,
}


@dataclass(frozen=True, slots=True)
class Author:
    """What the people who send the note say in it; everything may be empty."""

    title: str = ""
    marking: Marking = field(default_factory=Marking)
    wants_portions: bool = False
    """Portion marks also where the scheme leaves them to the author."""
    known_marks: tuple[Mark, ...] = ()
    """The marks a paper may carry."""
    designation: Mapping[str, str] = field(default_factory=dict)
    """Values of the designation block by label in lower case."""
    heading: Heading = field(default_factory=Heading)
    bottom_line: str = ""
    sections: Sections = field(default_factory=Sections)
    switched_off: frozenset[str] = frozenset()

    @property
    def portion(self) -> str:
        """The portion mark of everything in the note, empty for none."""
        return self.marking.portion(is_wanted=self.wants_portions)

    @property
    def designation_block(self) -> tuple[DesignationLine, ...]:
        """The lines the marking asks for; those nobody gave a value are empty."""
        labels = self.marking.designation
        return tuple(DesignationLine(label, self.designation.get(label.casefold(), "")) for label in labels)


@dataclass(slots=True)
class _Uses:
    """Counts terms (but countries) and remembers which acronyms were expanded, through all parts of one briefing."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str], TermUse] = field(default_factory=dict)
    expanded: set[str] = field(default_factory=set)

    def see(self, constraint: Constraint, row: int) -> None:
        """Note one use of a term; remarks of the paper, (End), and names without English, [アルヴェリア], are none."""
        is_listed = constraint.kind in _TERMS and constraint.strength is Strength.MUST
        if not is_listed or constraint.english.startswith("(") or "[" in constraint.english:
            return
        key = (fold(constraint.source).text, constraint.english)
        self.counts[key] += 1
        self.first.setdefault(
            key,
            TermUse(
                constraint.source,
                constraint.english,
                constraint.kind,
                _short_note(constraint.note),
                constraint.expansion,
                0,
                row,
            ),
        )

    def terms(self) -> tuple[TermUse, ...]:
        """Every term used, in order of its English."""
        uses = (replace(use, count=self.counts[key]) for key, use in self.first.items())
        return tuple(sorted(uses, key=lambda use: (use.en.casefold(), use.ja)))


def raise_marking(
    author: Author, documents: Sequence[TranslatedDocument], read: Sequence[Finding] = ()
) -> Outcome[Author]:
    """The author's marking, no lower than any of a paper; a finding for each one raised.

    A paper is marked by a line of its own, or by what was left out of it according to the findings of its reading:
    running heads and feet, watermarks.
    """
    findings, marking = [], author.marking
    for source in (document.source for document in documents):
        lines = [block.label + block.text for block in source.blocks]
        left_out = [text for finding in read if finding.where.source == source.name for text in finding.texts]
        hint = f"The marking given was {author.marking.text or 'none'}; a note is marked as high as its highest source"
        for found, reason in (
            (marks_in(lines, author.known_marks), "this paper is"),
            (marks_in_furniture(left_out, author.known_marks), "this paper is, in a running head, foot or watermark"),
        ):
            raised = marking.raised_to([found])
            if raised != marking:
                message = f"The note is marked {raised.text} because {reason}"
                findings.append(Finding(Code.MARKING_RAISED, Severity.WARNING, message, Location(source.name), hint))
                marking = raised
    return Outcome(replace(author, marking=marking), tuple(findings))


def compose_briefing(
    documents: Sequence[TranslatedDocument],
    findings: Sequence[Finding],
    author: Author,
    provenance: Provenance,
    today: date,
) -> Briefing:
    """One briefing of all papers; each segment is in it exactly once, each finding beside its row or in the summary.

    An unknown name is told in its first row; the status of the others is that of rows which need a check as well.
    """
    uses, parts, number = _Uses(), [], 1
    for index, document in enumerate(documents, 1):
        part = _compose_part(document, index, number, findings, uses)
        number += len(part.rows)
        parts.append(part)
    placed = {id(finding) for part in parts for row in part.rows for finding in row.findings}
    general = tuple(f for f in findings if id(f) not in placed)
    parts = [_told_once(part) for part in parts]
    title_en, title_ja = _titles([part.source for part in parts])
    return Briefing(
        title_en=author.title or author.heading.subject or title_en,
        title_ja=title_ja,
        date=today,
        date_ja=era_date(today),
        marking=author.marking.text,
        marking_colour=author.marking.colour,
        heading=author.heading,
        bottom_line=author.bottom_line,
        parts=tuple(_with_portions(part, author.portion) for part in parts),
        terms=uses.terms(),
        findings=general,
        provenance=provenance,
        switched_off=author.switched_off,
        sections=author.sections,
        designation=author.designation_block,
        marks=author.marking.names,
        portion=author.portion,
    )


def _told_once(part: Part) -> Part:
    """The part without findings on unknown names that an earlier row has, where a row keeps the name in brackets."""
    told: set[str] = set()
    rows = []
    for row in part.rows:
        kept = _KEPT.findall(row.en_text)
        names = {f.message: re.sub(r"\s", "", f.message) for f in row.findings if f.code is Code.NAME_UNKNOWN}
        again = {one for one in names if names[one] in told and one.startswith(tuple(kept))}
        rows.append(replace(row, findings=tuple(f for f in row.findings if f.message not in again)))
        told.update(names.values())
    return replace(part, rows=tuple(rows))


def _titles(sources: Sequence[SourceEntry]) -> tuple[str, str]:
    """The English and the Japanese title of the first paper, with a word on how many others there are."""
    if not sources:
        return "", ""
    first, others = sources[0], len(sources) - 1
    title_en, title_ja = first.title_en or first.name, first.title_ja
    if others:
        title_en += f" and {others} more paper{'s' * (others > 1)}"
        title_ja += f"　ほか{others}件" if title_ja else ""
    return title_en, title_ja


def _with_portions(part: Part, portion: str) -> Part:
    """Every row with the portion mark of the note: a program cannot know that a row deserves a lower one."""
    return replace(part, rows=tuple(replace(row, portion=portion) for row in part.rows)) if portion else part


def _compose_part(
    document: TranslatedDocument, index: int, first_row: int, findings: Sequence[Finding], uses: _Uses
) -> Part:
    source = document.source
    own = [finding for finding in findings if finding.where.source == source.name]
    by_segment: dict[str, list[Finding]] = {}
    for finding in own:
        if finding.where.segment:
            by_segment.setdefault(finding.where.segment, []).append(finding)
    blocks = {block.id: block for block in source.blocks}
    rows, seen = [], set()
    for number, translated in enumerate(document.segments, first_row):
        block = blocks[translated.segment.block]
        noted = tuple(by_segment.get(translated.segment.id, ()))
        rows.append(_row(number, translated, block, noted, uses, begins=block.id not in seen))
        seen.add(block.id)
    whole = tuple(finding for finding in own if not finding.where.segment)
    return Part(_source_entry(source, rows, index), tuple(rows), whole)


def _row(
    number: int, translated: TranslatedSegment, block: Block, findings: tuple[Finding, ...], uses: _Uses, begins: bool
) -> Row:
    for constraint in translated.constraints:
        uses.see(constraint, number)
    return Row(
        number=number,
        segment=translated.segment.id,
        kind=block.kind,
        level=block.level,
        label_ja=block.label if begins else "",
        label_en=label_english(block.label) if begins and block.label else "",
        ja=_ja_pieces(translated),
        en=_en_pieces(translated, uses),
        status=_status(translated, findings),
        rung=translated.rung,
        findings=findings,
        page=block.page,
        begins_block=begins,
        cell=(block.cell.table, block.cell.row, block.cell.column) if block.cell else None,
        note_id=_note_id(block) if begins else "",
        picture=block.picture if begins else None,
        doubt=translated.doubt,
        is_header=bool(block.cell and block.cell.is_header),
    )


def _status(translated: TranslatedSegment, findings: Sequence[Finding]) -> Status:
    if any(finding.code is Code.LIKELY_WRONG for finding in findings):
        return Status.DOUBTED
    return Status.CHECK if any(finding.severity >= Severity.WARNING for finding in findings) else translated.status


def _short_note(note: str) -> str:
    """Where a term comes from, without file and line: that is for the glossary's editors, and in the other formats.

    A title that is in no glossary as a whole, 新事務総長, has the file and line of its last word only.
    """
    parts = [part for part in note.split("; ") if not _FILE_AND_LINE.search(part) and part != "approved"]
    is_said_twice = "this paper" in parts and any("defined in the paper" in part for part in parts)
    words = "; ".join(part for part in parts if not (is_said_twice and part == "this paper"))
    return words or ("put together from its parts" if TITLE_FROM in note else "")


def _note_id(block: Block) -> str:
    digits = re.sub(r"\D", "", block.label)
    return f"note-{int(digits)}" if block.kind is BlockKind.NOTE and digits else ""


def _ja_pieces(translated: TranslatedSegment) -> tuple[Piece, ...]:
    text = translated.segment.text
    marked = {mark.constraint for mark in translated.marks}
    pieces, last = [], 0
    for index, constraint in enumerate(translated.constraints):
        pieces.append(Piece(text[last : constraint.span.start]))
        piece = Piece(text[constraint.span.start : constraint.span.end], constraint.kind, constraint.note)
        kept = _KEPT.findall(constraint.english)
        pieces += _without(kept, piece) if index in marked else [replace(piece, kind=None)]
        last = constraint.span.end
    return _stripped([*pieces, Piece(text[last:])])


def _en_pieces(translated: TranslatedSegment, uses: _Uses) -> tuple[Piece, ...]:
    english, pieces, last = translated.english, [], 0
    for mark in sorted(translated.marks, key=lambda m: m.span):
        if mark.span.start < last:
            continue
        constraint = translated.constraints[mark.constraint]
        pieces.append(Piece(english[last : mark.span.start]))
        text = english[mark.span.start : mark.span.end]
        if english[last : mark.span.start] == " (" and last and english.startswith(")", mark.span.end):
            uses.expanded.add(text)  # the paper gives it behind its name
        text = _expanded(text, constraint, english, uses)
        piece = Piece(text, constraint.kind, f"{constraint.source}: {constraint.note}".rstrip(": "))
        pieces += _without([found[0] for found in _KEPT.finditer(text)], piece)
        last = mark.span.end
    return _stripped([*pieces, Piece(english[last:])])


def _without(kept: Sequence[str], piece: Piece) -> Iterator[Piece]:
    """The piece, cut so that the names kept in Japanese are of no kind."""
    for part in re.split(f"({'|'.join(map(re.escape, kept))})", piece.text) if kept else [piece.text]:
        yield replace(piece, text=part, kind=None if part in kept else piece.kind)


def _expanded(text: str, constraint: Constraint, english: str, uses: _Uses) -> str:
    """An acronym with its long form before it, at its first use in the briefing."""
    if not constraint.expansion or constraint.expansion == text or text in uses.expanded:
        return text
    uses.expanded.add(text)
    if constraint.expansion.casefold() in english.casefold() or len(text) > 12:
        return text
    return f"{constraint.expansion} ({text})"


def _stripped(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty ones, and without white space at either end of the cell."""
    kept = [piece for piece in pieces if piece.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(piece for piece in kept if piece.text)


def _issuer_en(issuer: str, rows: Sequence[Row]) -> str:
    """The English of the line that names the issuer, if no model had a part in it; else empty."""
    known = (row.en_text for row in rows if row.ja_text == issuer and row.status in (Status.REVIEWED, Status.COMPUTED))
    return next(known, "") if issuer else ""


def _source_entry(source: SourceDocument, rows: Sequence[Row], index: int) -> SourceEntry:
    about = source.metadata
    titles = [row for row in rows if row.kind is BlockKind.TITLE]
    return SourceEntry(
        number=index,
        name=source.name,
        title_ja=about.title or "".join(row.ja_text for row in titles),
        title_en=" ".join(row.en_text for row in titles),
        issuer_ja=about.issuer,
        issuer_en=_issuer_en(about.issuer, rows),
        issued=about.issued,
        issued_ja=era_date(about.issued) if about.issued else "",
        reference=about.number,
        address=about.address,
        sha256=source.sha256,
        pages=source.pages,
        content=source.content,
        media_type=source.media_type,
    )
