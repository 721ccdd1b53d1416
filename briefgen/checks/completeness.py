"""Nothing Japanese is left over, and something came back."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment
from briefgen.verification import japanese_left

__all__ = ["check"]


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """EMPTY_TRANSLATION and JAPANESE_LEFT, both errors; rung 8 keeps Japanese on purpose and says so itself."""
    if not translated.english.strip():
        hint = "Translate this row by hand"
        yield Finding(Code.EMPTY_TRANSLATION, Severity.ERROR, "There is no English", where, hint)
    if translated.rung is Rung.SOURCE_KEPT:
        return
    if left := japanese_left(translated.english, translated.constraints):
        message = f"Japanese is left in the English: {' '.join(left)}"
        hint = "Add it to the glossary, or translate it by hand"
        yield Finding(Code.JAPANESE_LEFT, Severity.ERROR, message, where, hint)
