"""No number appears that the Japanese does not license, and none of the Japanese is lost."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.japanese.folding import fold
from briefgen.model.segment import TranslatedSegment
from briefgen.terms.figures import numbers_in, unlicensed_numbers

__all__ = ["check"]


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """NUMBER_NOT_IN_SOURCE (error) and NUMBER_MISSING (warning); what stands in constraints is checked by `terms`."""
    source, english = translated.segment.text, translated.english
    for span, _ in unlicensed_numbers(english, source, translated.constraints):
        yield Finding(
            Code.NUMBER_NOT_IN_SOURCE,
            Severity.ERROR,
            f"{english[span.start : span.end]} is not in the Japanese",
            where,
            "Compare the figures",
        )
    rest = source
    for constraint in reversed(translated.constraints):
        rest = rest[: constraint.span.start] + "\n" + rest[constraint.span.end :]
    present = {value for _, value in numbers_in(english)}
    for value in sorted({value for _, value in numbers_in(fold(rest).text)} - present):
        yield Finding(
            Code.NUMBER_MISSING,
            Severity.WARNING,
            f"{value} of the Japanese is not in the English",
            where,
            "Compare the figures",
        )
