"""No number appears that the Japanese does not license; none of the Japanese is lost, and no name in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checks.confidence import named_missing
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment
from briefgen.terms.figures import unlicensed_numbers
from briefgen.terms.losses import losses

__all__ = ["check"]

_COMPARE = "Compare the figures"


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """NUMBER_NOT_IN_SOURCE (error) and NUMBER_MISSING (error; a warning for what may be part of a name).

    Rung 8 has its own finding. A numeral in a word that the doubt of the row names, 三 of 三津原, is part of a name.
    """
    source, english = translated.segment.text, translated.english
    for span, _ in unlicensed_numbers(english, source, translated.constraints):
        message = f"{english[span.start : span.end]} is not in the Japanese"
        yield Finding(Code.NUMBER_NOT_IN_SOURCE, Severity.ERROR, message, where, _COMPARE)
    if translated.rung is Rung.SOURCE_KEPT:
        return
    named = named_missing(translated.doubt)
    for loss in losses(source, [constraint.span for constraint in translated.constraints], english):
        if not loss.is_sure and any(loss.written in word for word in named):
            continue
        severity = Severity.ERROR if loss.is_sure else Severity.WARNING
        message = f"{loss.written} of the Japanese is not in the English"
        yield Finding(Code.NUMBER_MISSING, severity, message, where, _COMPARE)
