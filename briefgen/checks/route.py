"""Reports segments that the ladder could only bring home by its last rungs, and reviewed English it refused."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment

__all__ = ["check"]


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """SOURCE_KEPT (error) for rung 8, STITCHED (warning) for rung 7, REVIEWED_REFUSED (warning); with the reasons."""
    refused = next((one.failures for one in translated.attempts if one.rung is Rung.MEMORY and one.failures), ())
    if refused:
        message = f"The reviewed English was not used: {'; '.join(refused)}"
        yield Finding(Code.REVIEWED_REFUSED, Severity.WARNING, message, where, "Mend it, or the glossary")
    if translated.rung is Rung.SOURCE_KEPT:
        whole = [attempt for attempt in translated.attempts if attempt.rung is not Rung.CLAUSES]
        tried = [attempt.failures for attempt in whole if attempt.failures]
        reasons = min(tried, key=len) if tried else ("no model was asked",)
        message = f"Not translated with certainty: {'; '.join(reasons)}"
        hint = "Read the Japanese and write the English by hand"
        yield Finding(Code.SOURCE_KEPT, Severity.ERROR, message, where, hint)
    elif translated.rung is Rung.CLAUSES:
        hint = "Check how the clauses hang together; the seams are semicolons"
        yield Finding(Code.STITCHED, Severity.WARNING, "Translated clause by clause", where, hint)
