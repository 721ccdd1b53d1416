"""The filters of the templates, as in ``{{ briefing.date|date_en }}``: small pure functions."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from briefgen.findings import Finding, Severity
from briefgen.model.briefing import Briefing, Piece, Row
from briefgen.model.document import BlockKind, Picture
from briefgen.model.segment import NOT_TRANSLATED, ConstraintKind, Rung, Status
from briefgen.writers.outlines import head_level, indents, key_points, leads, under_heads
from briefgen.writers.stretches import column_heads, stretches
from briefgen.writers.symbols import STATUS_SYMBOLS, STATUS_WORDS

__all__ = ["FILTERS", "MONTHS", "Tally", "date_in_words", "letter"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows or findings are of one kind, with the symbol and the words for it."""

    name: str
    symbol: str
    words: str
    count: int


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""Not from the locale, which may be any."""


def date_in_words(day: date, order: str = "dmy") -> str:
    """17 October 2024, or October 17, 2024."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}" if order == "dmy" else f"{month} {day.day}, {day.year}"


def letter(number: int) -> str:
    """The letter of an annex: A for 1, Z for 26, AA for 27."""
    rest, last = divmod(number - 1, 26)
    return (letter(rest) if rest else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[last]


_RUNG_WORDS = MappingProxyType({
    Rung.MEMORY: "reviewed before",
    Rung.WHOLE: "glossary or computed",
    Rung.PATTERN: "reviewed pattern",
    Rung.INLINE: "machine",
    Rung.SLOTS: "machine, terms slotted in",
    Rung.RERANKED: "machine, best of several",
    Rung.CLAUSES: "clause by clause",
    Rung.SOURCE_KEPT: "not translated with certainty",
})  # fmt: skip
"""The way a row got its English, in words for the person who corrects it."""


def _by_status(rows: Iterable[Row]) -> tuple[Tally, ...]:
    """How many rows have each status, in the order of trust; statuses that do not occur are left out."""
    counts = Counter(row.status for row in rows)
    return tuple(
        Tally(status.value, STATUS_SYMBOLS[status], STATUS_WORDS[status], counts[status])
        for status in Status
        if counts[status]
    )


def _by_severity(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """How many findings have each severity, the worst first, those that do not occur included."""
    counts = Counter(finding.severity for finding in findings)
    return tuple(
        Tally(one.name.lower(), "", one.word if counts[one] == 1 else f"{one.word}s", counts[one])
        for one in sorted(Severity, reverse=True)
    )


def _general_findings(briefing: Briefing) -> tuple[Finding, ...]:
    """The findings about no single row: those of the briefing and those of each paper, each once."""
    return tuple(dict.fromkeys((*briefing.findings, *(found for part in briefing.parts for found in part.findings))))


def _all_findings(briefing: Briefing) -> tuple[Finding, ...]:
    """Every finding once, those of the rows last."""
    of_rows = (finding for row in briefing.rows for finding in row.findings)
    return tuple(dict.fromkeys((*_general_findings(briefing), *of_rows)))


def _doubts(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The warnings and errors among the findings."""
    return tuple(finding for finding in findings if finding.severity >= Severity.WARNING)


def _flags(rows: Iterable[Row]) -> Mapping[int, tuple[Finding, ...]]:
    """The warnings and errors of each row by its number; what to do about a warning only where it is first said."""
    said: set[str | None] = set()
    flags: dict[int, tuple[Finding, ...]] = {}
    for row in rows:
        doubts = _doubts(row.findings)
        flags[row.number] = tuple(
            replace(doubt, hint=None) if doubt.severity is Severity.WARNING and doubt.hint in said else doubt
            for doubt in doubts
        )
        said.update(doubt.hint for doubt in doubts)
    return flags


def _in_words(finding: Finding) -> str:
    """Message and hint as sentences."""
    texts = [text for text in (finding.message, finding.hint) if text]
    return " ".join(text if text.endswith((".", "。", "?", "!")) else f"{text}." for text in texts)


def _hints_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with those of one hint together, which only the last of them keeps."""
    by_hint: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_hint[finding.hint].append(finding)
    return tuple(
        replace(finding, hint=None) if finding is not alike[-1] else finding
        for alike in by_hint.values()
        for finding in alike
    )


def _note_rows(rows: Iterable[Row]) -> Mapping[str, int]:
    """Row number by note id (``note-1``), so that a call can lead to its note."""
    return {row.note_id: row.number for row in rows if row.note_id}


def _with_brackets(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces, of which those that refer to something, as Note 1 does, hold the brackets right around them."""
    found = list(pieces)
    for place in range(1, len(found) - 1):
        before, piece, after = found[place - 1 : place + 2]
        is_plain = before.kind is None and after.kind is None
        if piece.kind is ConstraintKind.REFERENCE and is_plain and before.text[-1:] + after.text[:1] in ("()", "（）"):
            whole = replace(piece, text=before.text[-1] + piece.text + after.text[0])
            found[place - 1 : place + 2] = (
                replace(before, text=before.text[:-1]),
                whole,
                replace(after, text=after.text[1:]),
            )
    return tuple(piece for piece in found if piece.text)


def _called_row(piece: Piece, notes: Mapping[str, int]) -> int | None:
    """The row of the note that this piece, ``(Note 1)``, calls; None when it is no call or the note is not there."""
    return notes.get(f"note-{_called_note(piece)}")


def _called_note(piece: Piece) -> str:
    """The number of the note that this piece calls, empty when it is no call."""
    found = re.search(r"[Nn]ote (\d+)", piece.text) if piece.kind is ConstraintKind.REFERENCE else None
    return found[1] if found else ""


def _calling_rows(rows: Iterable[Row]) -> Mapping[str, int]:
    """Row number of the first call of each note by note id; 0 for no id and for notes that nothing calls."""
    calls: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        for number in (_called_note(piece) for piece in row.en if row.kind is not BlockKind.NOTE):
            if number and f"note-{number}" not in calls:
                calls[f"note-{number}"] = row.number
    return calls


def _remarks(rows: Iterable[Row]) -> tuple[tuple[tuple[str, ...], tuple[Row, ...]], ...]:
    """What was noticed in rows and is no doubt: each remark once, those on the same rows together."""
    found: defaultdict[str, dict[int, Row]] = defaultdict(dict)
    for row in rows:
        for finding in row.findings:
            if finding.severity < Severity.WARNING:
                found[_in_words(finding)][row.number] = row
    together: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for words, noted in found.items():
        together[tuple(noted)].append(words)
    return tuple((tuple(remarks), tuple(found[remarks[0]].values())) for remarks in together.values())


def _translated(title: str) -> str:
    """An English title, empty where it only says that there is none (rung 8) and repeats the Japanese."""
    return "" if title.startswith(NOT_TRANSLATED) else title


def _data_url(picture: Picture) -> str:
    """The picture itself in the form ``<picture src="…">`` takes."""
    return f"data:{picture.media_type};base64,{b64encode(picture.content).decode('ascii')}"


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType({
    "all_findings": _all_findings,
    "by_severity": _by_severity,
    "by_status": _by_status,
    "called_row": _called_row,
    "calling_rows": _calling_rows,
    "column_heads": column_heads,
    "data_url": _data_url,
    "date_en": date_in_words,
    "doubts": _doubts,
    "flags": _flags,
    "general_findings": _general_findings,
    "letter": letter,
    "rung": _RUNG_WORDS.__getitem__,
    "head_level": head_level,
    "hints_once": _hints_once,
    "in_words": _in_words,
    "indents": indents,
    "key_points": key_points,
    "leads": leads,
    "note_rows": _note_rows,
    "remarks": _remarks,
    "stretches": stretches,
    "symbol": STATUS_SYMBOLS.__getitem__,
    "translated": _translated,
    "under_heads": under_heads,
    "with_brackets": _with_brackets,
})  # fmt: skip
