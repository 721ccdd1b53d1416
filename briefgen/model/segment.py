"""Sentences, their constraints, and their translations with the way each was reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

from briefgen.model.document import BlockId, SourceDocument

__all__ = [
    "AMOUNTS", "NOT_TRANSLATED", "TITLE_FROM", "Attempt", "Constraint", "ConstraintKind", "Doubt", "Likely", "Mark",
    "Rung", "Segment", "SegmentId", "SegmentedDocument", "Span", "Status", "Strength", "TranslatedDocument",
    "TranslatedSegment", "replaced",
]  # fmt: skip

SegmentId = NewType("SegmentId", str)
NOT_TRANSLATED = "[Not translated:"
"""Begins the English of a segment that has none and keeps its Japanese."""
TITLE_FROM = "title:"
"""Begins, in the note of a person, where the title comes from; behind where the name does."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def is_free(self, taken: Iterable[Span]) -> bool:
        """Whether it shares no character with any of these."""
        return not any(map(self.overlaps, taken))


def replaced(text: str, places: Iterable[tuple[Span, str]]) -> str:
    """The text with other words in place of spans that do not overlap."""
    for span, words in sorted(places, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or the whole text of a short block. The segments of a block tile its text."""

    id: SegmentId
    """Block id and number in the block: ``b0003.s02``."""
    block: BlockId
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SegmentedDocument:
    """A paper cut into segments, in reading order."""

    source: SourceDocument
    segments: tuple[Segment, ...]


class ConstraintKind(StrEnum):
    """What a constraint is, which decides its slot letter and how it is checked."""

    TERM = "term"
    ACRONYM = "acronym"
    PERSON = "person"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    NUMBER = "number"
    QUANTITY = "quantity"
    """A number with its counter or unit: 101 vehicles, 1,200 km."""
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    REFERENCE = "reference"
    """A note call, article, annex or document number."""
    COUNTRY = "country"
    NAME = "name"
    """A ship, aircraft, place or other proper name."""

    @property
    def slot(self) -> str:
        """The letter of its slot symbol: d date or time, q quantity, p person, x name or term."""
        return _SLOTS.get(self, "x")


_SLOTS = {
    ConstraintKind.PERSON: "p", ConstraintKind.DATE: "d", ConstraintKind.TIME: "d", ConstraintKind.DURATION: "q",
    ConstraintKind.NUMBER: "q", ConstraintKind.QUANTITY: "q", ConstraintKind.MONEY: "q", ConstraintKind.PERCENT: "q",
    ConstraintKind.ORDINAL: "q",
}  # fmt: skip


AMOUNTS = frozenset(
    {
        ConstraintKind.NUMBER, ConstraintKind.QUANTITY, ConstraintKind.MONEY, ConstraintKind.PERCENT,
        ConstraintKind.DURATION,
    }
)  # fmt: skip
"""Kinds that say how much or how many, and can be bounded, exceeded or shared out."""


class Strength(IntEnum):
    """MUST stand in the English or be reported as an error; a lost SHOULD is a warning for names, else a remark."""

    SHOULD = 1
    MUST = 2


@dataclass(frozen=True, slots=True)
class Constraint:
    """A stretch of a segment whose English is known beforehand.

    `english` is the preferred form; `accepted` are other forms that also satisfy it (an inflection, a long form).
    The constraints of a segment do not overlap and stand in source order.
    """

    span: Span
    source: str
    """The text under the span, as the paper has it."""
    english: str
    kind: ConstraintKind
    strength: Strength = Strength.MUST
    accepted: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    """Renderings the glossary forbids."""
    note: str = ""
    """Where the English comes from, for people: glossary entry, computation, reading."""
    expansion: str = ""
    """Long form of an acronym, given at its first use in a briefing."""
    attributive: str = ""
    """How a country stands before a noun: Ukrainian."""

    @classmethod
    def of(cls, text: str, span: Span, forms: Iterable[str], kind: ConstraintKind, note: str = "") -> Constraint:
        """That of a stretch of a text, whose preferred form is the first of several."""
        english, *accepted = dict.fromkeys(forms)
        return cls(span, text[span.start : span.end], english, kind, accepted=tuple(accepted), note=note)

    @property
    def forms(self) -> tuple[str, ...]:
        """All English that satisfies it, the preferred form first."""
        return (self.english, *self.accepted)


class Rung(IntEnum):
    """The rung of the ladder that gave the English."""

    MEMORY = 1
    WHOLE = 2
    """The segment is one term or one computed value."""
    PATTERN = 3
    INLINE = 4
    SLOTS = 5
    RERANKED = 6
    CLAUSES = 7
    SOURCE_KEPT = 8


class Status(StrEnum):
    """How far a row can be trusted, as printed in its margin."""

    REVIEWED = "reviewed"
    """A person has reviewed this translation before (translation memory)."""
    COMPUTED = "computed"
    """Glossary or arithmetic alone; no model was asked."""
    PATTERN = "pattern"
    """A reviewed sentence pattern with computed slots."""
    MACHINE = "machine"
    """The model's English, all constraints verified."""
    CHECK = "check"
    """Something could not be verified: the finding beside it says what."""
    DOUBTED = "doubted"
    """The model's English, most likely wrong: the finding beside it says what speaks against it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the English that satisfies a constraint (an index into the segment's constraints)."""

    span: Span
    constraint: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """One hypothesis on one rung: what the engine was given, what came back, what failed (empty when it won)."""

    rung: Rung
    given: str
    english: str
    failures: tuple[str, ...]
    score: float | None = None


class Likely(StrEnum):
    """What the model's English most likely is."""

    USABLE = "usable"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against the English of a model, beyond what can be verified."""

    likely: Likely
    likelihood: float
    """Probability that something in the row is wrong, missing or added, from 0 to 1, in hundredths."""
    missing: tuple[str, ...] = ()
    """Words of the Japanese for which no English was found."""
    unsupported: tuple[str, ...] = ()
    """Words of the English for which no Japanese was found."""
    unread: tuple[str, ...] = ()
    """Stretches of the Japanese that could not be read back from the English."""
    guessed: tuple[str, ...] = ()
    """Words of the Japanese that the texts of the project do not have, so that their English can only be guessed."""
    telling: tuple[str, ...] = ()
    """Those of `missing` and `unsupported` that are hardly ever so in right English, and mark a row by themselves."""
    exchanged: tuple[str, ...] = ()
    """Two figures, dates or persons of the English that have most likely changed places."""


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A segment with its English, the constraints it had to obey and the way it was reached."""

    segment: Segment
    english: str
    rung: Rung
    status: Status
    constraints: tuple[Constraint, ...] = ()
    marks: tuple[Mark, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    doubt: Doubt | None = None
    """None where no model was asked, or nothing is known of its doubt."""


@dataclass(frozen=True, slots=True)
class TranslatedDocument:
    """All segments of a paper, translated, in the same order and number."""

    source: SourceDocument
    segments: tuple[TranslatedSegment, ...]
