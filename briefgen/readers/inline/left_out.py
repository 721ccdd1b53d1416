"""What was left out of the text of a Word file or of RTF, and the findings that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.readers.inline.rules import GETA
from briefgen.readers.inline.struck import struck_findings

__all__ = ["LeftOut", "counted", "removed_findings", "unread_findings"]


@dataclass(slots=True)
class LeftOut:
    """How much was left out of the text of the whole file."""

    deletions: int = 0
    """Tracked deletions and moves."""
    hidden: int = 0
    """Stretches of hidden text."""
    struck: list[str] = field(default_factory=list)
    """Texts that are struck through."""
    unreadable: int = 0
    """Characters of symbol fonts without a known meaning."""
    formulas: int = 0
    """Equations, and fields that hold one, with a part that no line of text can show."""
    embedded: Counter[str] = field(default_factory=Counter)
    """How many documents, diagrams and charts with text of their own."""

    def strike(self, text: str, goes_on: bool) -> None:
        """Keep a text that is struck through; where it `goes_on`, it is one with the last."""
        if goes_on and self.struck:
            self.struck[-1] += text
        elif text.strip():
            self.struck.append(text)


def removed_findings(left_out: LeftOut, name: str) -> Iterator[Finding]:
    """Give the findings for what whoever wrote the paper took out of it."""
    if left_out.deletions or left_out.hidden:
        deletions = counted(left_out.deletions, "tracked deletion")
        hidden = counted(left_out.hidden, "stretch of hidden text", "stretches of hidden text")
        message = f"Left out: {deletions} and {hidden}."
        hint = "The note shows the text as it stands with all changes accepted."
        yield Finding(Code.DELETED_TEXT_DROPPED, Severity.INFO, message, Location(name), hint)
    yield from struck_findings(left_out.struck, name)


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
