"""Characters that could not be read stand in the row as 〓: whatever the English says there is a guess."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import TranslatedSegment

__all__ = ["check"]

_GETA = "〓"
"""Printers' mark for a character that is not at hand, as the readers set it."""


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """UNREADABLE_CHARACTERS (warning) where the Japanese of a row has a 〓 that the English does not show."""
    if translated.segment.text.count(_GETA) > translated.english.count(_GETA):
        message = f"A character or formula of the Japanese could not be read ({_GETA}): the English there is a guess"
        yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, where, "Look it up in the paper")
