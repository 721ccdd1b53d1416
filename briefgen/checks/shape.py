"""Length, repetition, brackets and ends: signs that a model left something out or ran away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.japanese.folding import fold
from briefgen.model.segment import Rung, TranslatedSegment
from briefgen.verification import verify

__all__ = ["check"]

_CODES = {Code.TOO_SHORT: Severity.WARNING, Code.TOO_LONG: Severity.WARNING, Code.REPETITION: Severity.ERROR}
_BROKEN_OFF = re.compile(
    r"^(?!.*\b(?:not|much)\b.*\bbut because\b).*"
    r"\b(?P<end>(?:and|but),? (?:if|because(?! of)|unless|although)(?: [^\s,;]+){1,10})$",
    re.IGNORECASE,
)
"""The last clause of a sentence that says why or when, and no longer what. Of 78,644 pairs 4 end so."""


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """TOO_SHORT, TOO_LONG, SENSE_UNSURE for a bracket or an end (warnings), REPETITION (error); not of rung 8.

    A bracket that the English opens or closes alone may have lost what stood in it; none of 40,000 pairs has one.
    """
    if translated.rung is Rung.SOURCE_KEPT:
        return
    for failure in verify(translated.segment.text, translated.english, translated.constraints).failures:
        if failure.code in _CODES:
            message = (
                f"The English is {failure.message}" if failure.code is not Code.REPETITION else "Words are repeated"
            )
            yield Finding(failure.code, _CODES[failure.code], message, where, "Compare with the Japanese")
    text = fold(translated.segment.text).text
    if text.count("(") == text.count(")") and translated.english.count("(") != translated.english.count(")"):
        message = "A bracket of the English is not closed, or not opened"
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
    if broken := _BROKEN_OFF.search(translated.english.rstrip('."”')):
        message = f"The English breaks off: “{broken['end']}”"
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
