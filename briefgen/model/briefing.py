"""A briefing: what the templates see, every word of it decided, nothing of it laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefgen.findings import Finding
from briefgen.model.document import BlockKind, Picture
from briefgen.model.segment import ConstraintKind, Doubt, Rung, SegmentId, Status

__all__ = [
    "Annex", "Briefing", "DesignationLine", "Heading", "Option", "Part", "Piece", "Provenance", "Row", "Sections",
    "SourceEntry", "TermUse",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell. `kind` is set where it was taken from the glossary or computed; `note` says from where."""

    text: str
    kind: ConstraintKind | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One segment side by side. Rows are numbered through the briefing from 1."""

    number: int
    segment: SegmentId
    kind: BlockKind
    level: int
    label_ja: str
    """The visible number of its block, on the first row of the block only."""
    label_en: str
    ja: tuple[Piece, ...]
    en: tuple[Piece, ...]
    status: Status
    rung: Rung
    findings: tuple[Finding, ...] = ()
    page: int | None = None
    begins_block: bool = True
    cell: tuple[int, int, int] | None = None
    """(table, row, column) for a table cell."""
    note_id: str = ""
    """On the first row of a note, the anchor that calls point to: ``note-1`` for 注１."""
    picture: Picture | None = None
    portion: str = ""
    """Portion mark, (U), where the marking scheme asks for one."""
    doubt: Doubt | None = None
    """What speaks against the English of a model, also where it is too little for a finding."""
    is_header: bool = False
    """A cell of the head of a table."""

    @property
    def ja_text(self) -> str:
        """The Japanese of the cell, without its label."""
        return "".join(piece.text for piece in self.ja)

    @property
    def en_text(self) -> str:
        """The English of the cell, without its label."""
        return "".join(piece.text for piece in self.en)


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A line of the source register."""

    number: int
    name: str
    title_ja: str
    title_en: str
    issuer_ja: str
    issuer_en: str
    issued: date | None
    issued_ja: str
    """The date of issue in era form, or empty."""
    reference: str
    address: str
    sha256: str
    pages: int | None
    content: bytes = field(default=b"", repr=False, compare=False)
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One source paper in the briefing: its register entry, its rows and the findings about it as a whole."""

    source: SourceEntry
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()

    def count(self, status: Status) -> int:
        """How many rows have this status."""
        return sum(row.status is status for row in self.rows)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary term, acronym or name used in this briefing."""

    ja: str
    en: str
    kind: ConstraintKind
    note: str
    expansion: str
    count: int
    first_row: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading block of the note, as given by its author; empty parts are not printed."""

    reference: str = ""
    originator: str = ""
    to: tuple[str, ...] = ()
    """Addressees for action."""
    copy: tuple[str, ...] = ()
    """Addressees for information."""
    subject: str = ""
    contact: str = ""
    """The point of contact."""
    deadline: str = ""
    """By when an answer or a decision is wanted, in the author's words."""


@dataclass(frozen=True, slots=True)
class Option:
    """A course of action to choose from."""

    title: str
    advantages: tuple[str, ...] = ()
    disadvantages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sections:
    """What people write into the note themselves, each part as paragraphs; briefgen never writes any of it."""

    purpose: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    considerations: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    recommendation: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    """The body of a memo."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything."""
        return self == Sections()


@dataclass(frozen=True, slots=True)
class DesignationLine:
    """A line of the block that some markings ask for on the first page; `value` is empty while nobody gave it."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A line of the annex list."""

    letter: str
    title: str
    name: str
    """File name."""
    pages: int | None = None
    sha256: str = ""
    place: str = "inside"
    """``inside`` the note, as ``pages`` of its own in the PDF, or ``separate``: sent beside it."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the briefing: the same values and sources give the same bytes."""

    version: str
    engine: str
    """Name and version of the model, ``none`` when no engine ran."""
    engine_hash: str
    glossary: str
    """Names of the glossary layers with their number of terms."""
    glossary_hash: str
    template: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a template may show."""

    title_en: str
    title_ja: str
    date: date
    date_ja: str
    marking: str
    """Marking as the scheme prints it, empty for none."""
    marking_colour: str
    """Colour of the banner, ``#rrggbb``."""
    heading: Heading
    bottom_line: str
    """The author's one to three sentences; empty when missing, which the note shows."""
    parts: tuple[Part, ...]
    terms: tuple[TermUse, ...]
    findings: tuple[Finding, ...]
    """Findings about no single row: sources, glossary, bottom line."""
    provenance: Provenance
    annexes: tuple[Annex, ...] = ()
    switched_off: frozenset[str] = frozenset()
    """Names of template sections the user does not want."""
    sections: Sections = Sections()
    designation: tuple[DesignationLine, ...] = ()
    """The block the marking asks for on the first page."""
    marks: tuple[str, ...] = ()
    """The marks of the banner, each with its scheme: ``US:SECRET``."""
    portion: str = ""
    """Portion mark of the title and of what people write, where the marking asks for portion marks."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all parts, in order."""
        return tuple(row for part in self.parts for row in part.rows)

    def count(self, status: Status) -> int:
        """How many rows of all parts have this status."""
        return sum(part.count(status) for part in self.parts)
