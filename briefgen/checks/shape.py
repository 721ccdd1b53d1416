"""Length and repetition: signs that a model left something out or ran away."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment
from briefgen.verification import verify

__all__ = ["check"]

_CODES = {Code.TOO_SHORT: Severity.WARNING, Code.TOO_LONG: Severity.WARNING, Code.REPETITION: Severity.ERROR}


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """TOO_SHORT and TOO_LONG (warnings) and REPETITION (error); rung 8 has its own finding."""
    if translated.rung is Rung.SOURCE_KEPT:
        return
    for failure in verify(translated.segment.text, translated.english, translated.constraints).failures:
        if failure.code in _CODES:
            message = (
                f"The English is {failure.message}" if failure.code is not Code.REPETITION else "Words are repeated"
            )
            yield Finding(failure.code, _CODES[failure.code], message, where, "Compare with the Japanese")
