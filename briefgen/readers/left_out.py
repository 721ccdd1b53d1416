"""What was left out of the text of a Word file or of RTF, and the findings that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.readers.inline import GETA

__all__ = ["LeftOut", "counted", "removed_findings", "unread_findings"]


@dataclass(slots=True)
class LeftOut:
    """How much was left out of the text of the whole file."""

    deletions: int = 0
    """Tracked deletions and moves."""
    hidden: int = 0
    """Stretches of hidden text."""
    struck: int = 0
    """Stretches of text that are struck through."""
    unreadable: int = 0
    """Characters of symbol fonts without a known meaning."""
    formulas: int = 0
    """Equations, and fields that hold one, with a part that no line of text can show."""
    embedded: dict[str, int] = field(default_factory=dict)
    """How many documents, diagrams and charts with text of their own."""


def removed_findings(left_out: LeftOut, name: str) -> Iterator[Finding]:
    """Give the finding for what whoever wrote the paper took out of it."""
    found = []
    if left_out.deletions or left_out.hidden:
        found += [
            counted(left_out.deletions, "tracked deletion"),
            counted(left_out.hidden, "stretch of hidden text", "stretches of hidden text"),
        ]
    if left_out.struck:
        found.append(counted(left_out.struck, "stretch of struck text", "stretches of struck text"))
    if found:
        message = f"Left out: {' and '.join(found)}."
        hint = "The note shows the text as it stands with all changes accepted."
        yield Finding(Code.DELETED_TEXT_DROPPED, Severity.INFO, message, Location(name), hint)


def unread_findings(left_out: LeftOut, name: str) -> Iterator[Finding]:
    """Give the findings for what belongs to the paper and cannot be shown."""
    kinds = [
        (left_out.unreadable, "character of a symbol font", "characters of symbol fonts"),
        (left_out.formulas, "equation or field", "equations or fields"),
    ]
    for count, one, many in kinds:
        if count:
            message = f"{counted(count, one, many)} cannot be read; shown as {GETA}."
            hint = "Compare these places with the paper."
            yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint)
    if left_out.embedded:
        parts = ", ".join(counted(count, kind) for kind, count in left_out.embedded.items())
        message, hint = f"Left out with the text inside: {parts}.", "Copy what matters from the paper by hand."
        yield Finding(Code.PICTURE_DROPPED, Severity.WARNING, message, Location(name), hint)


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: 1 chart, 2 charts."""
    return f"{count} {one if count == 1 else many or one + 's'}"
