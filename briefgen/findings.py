"""Findings: what a stage noticed, to be shown in the note and on the terminal. Nothing here prints.

A finding never stops the run (an exception does that, see `errors`); it names the place, the trouble and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Generic, TypeVar

__all__ = ["Code", "Finding", "Location", "Outcome", "Severity"]


T = TypeVar("T")


class Severity(IntEnum):
    """How much a finding matters: an error means the row must not be used unread."""

    INFO = 10
    WARNING = 20
    ERROR = 30

    @property
    def word(self) -> str:
        """What people are told it is."""
        return "remark" if self is Severity.INFO else self.name.lower()


class Code(StrEnum):
    """Every kind of finding; the value is what JSON output and documentation use."""

    # reading
    FILE_KIND = "file-kind"
    ENCODING = "encoding"
    FURNITURE_DROPPED = "furniture-dropped"
    DELETED_TEXT_DROPPED = "deleted-text-dropped"
    COMMENTS_DROPPED = "comments-dropped"
    PAGE_WITHOUT_TEXT = "page-without-text"
    UNREADABLE_CHARACTERS = "unreadable-characters"
    OTHER_ENGINE_USED = "other-engine-used"
    METADATA_UNSURE = "metadata-unsure"
    NOTE_WITHOUT_CALL = "note-without-call"
    PICTURE_DROPPED = "picture-dropped"
    CHART_AS_TABLE = "chart-as-table"
    ATTACHMENTS_LEFT_OUT = "attachments-left-out"
    TEXT_BEHIND_WALL = "text-behind-wall"
    SAME_PAPER = "same-paper"
    NO_JAPANESE = "no-japanese"
    # segmenting
    SENTENCE_SPLIT = "sentence-split"
    # glossary
    GLOSSARY_DUPLICATE = "glossary-duplicate"
    GLOSSARY_CONFLICT = "glossary-conflict"
    GLOSSARY_SHORT_TERM = "glossary-short-term"
    GLOSSARY_SHADOWED = "glossary-shadowed"
    GLOSSARY_SWAPPED = "glossary-swapped"
    GLOSSARY_FULL_WIDTH = "glossary-full-width"
    GLOSSARY_INVISIBLE = "glossary-invisible"
    GLOSSARY_NO_EXPANSION = "glossary-no-expansion"
    GLOSSARY_UNUSED = "glossary-unused"
    GLOSSARY_OVERRIDDEN = "glossary-overridden"
    GLOSSARY_SKIPPED = "glossary-skipped"
    # constraints
    WEEKDAY_MISMATCH = "weekday-mismatch"
    IMPOSSIBLE_DATE = "impossible-date"
    AMBIGUOUS_DATE = "ambiguous-date"
    AMBIGUOUS_TIME = "ambiguous-time"
    AMBIGUOUS_UNIT = "ambiguous-unit"
    READING_UNVERIFIED = "reading-unverified"
    NAME_UNKNOWN = "name-unknown"
    AMBIGUOUS_TERM = "ambiguous-term"
    ACRONYM_FOUND = "acronym-found"
    # translation and checks
    TERM_MISSING = "term-missing"
    SOURCE_KEPT = "source-kept"
    NUMBER_MISSING = "number-missing"
    NUMBER_NOT_IN_SOURCE = "number-not-in-source"
    DATE_MISSING = "date-missing"
    JAPANESE_LEFT = "japanese-left"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    REPETITION = "repetition"
    INPUT_TRUNCATED = "input-truncated"
    EMPTY_TRANSLATION = "empty-translation"
    FORBIDDEN_RENDERING = "forbidden-rendering"
    STITCHED = "stitched"
    REVIEWED_REFUSED = "reviewed-refused"
    NEGATION_UNSURE = "negation-unsure"
    BOUND_UNSURE = "bound-unsure"
    LIST_UNSURE = "list-unsure"
    ATTACHMENT_UNSURE = "attachment-unsure"
    SENSE_UNSURE = "sense-unsure"
    UNKNOWN_WORD = "unknown-word"
    LOW_CONFIDENCE = "low-confidence"
    LIKELY_WRONG = "likely-wrong"
    # output
    MISSING_GLYPH = "missing-glyph"
    PART_NOT_SHOWN = "part-not-shown"
    BOTTOM_LINE_MISSING = "bottom-line-missing"
    MARKING_RAISED = "marking-raised"
    MARKING_UNREAD = "marking-unread"
    ANNEX_SEPARATE = "annex-separate"


@dataclass(frozen=True, slots=True)
class Location:
    """Where in which source: any part may be unknown."""

    source: str = ""
    """File name of the paper, glossary or template, as the user knows it."""
    page: int | None = None
    block: str | None = None
    segment: str | None = None
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """The place in a form people paste into an editor: ``file:line:column`` or ``file p. 2 b0007.s01``."""
        text = self.source
        if self.line is not None:
            text += f":{self.line}" + (f":{self.column}" if self.column else "")
        if self.page is not None:
            text += f" p. {self.page}"
        if self.segment or self.block:
            text += f" {self.segment or self.block}"
        return text.strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: `message` is a plain sentence, `hint` says what to do about it."""

    code: Code
    severity: Severity
    message: str
    where: Location = Location()
    hint: str | None = None
    texts: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """Everything that was left out of a paper, where the message can name only some of it."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage made, and what it noticed on the way."""

    value: T
    findings: tuple[Finding, ...] = ()
