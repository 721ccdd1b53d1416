"""No number appears that the Japanese does not license, and none of the Japanese is lost."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment
from briefgen.terms.figures import numbers_in, unlicensed_numbers, written_figures

__all__ = ["check"]


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """NUMBER_NOT_IN_SOURCE (error) and NUMBER_MISSING (warning); rung 8 has its own finding."""
    source, english = translated.segment.text, translated.english
    for span, _ in unlicensed_numbers(english, source, translated.constraints):
        yield Finding(
            Code.NUMBER_NOT_IN_SOURCE,
            Severity.ERROR,
            f"{english[span.start : span.end]} is not in the Japanese",
            where,
            "Compare the figures",
        )
    if translated.rung is Rung.SOURCE_KEPT:
        return
    rest = source
    for constraint in reversed(translated.constraints):
        rest = rest[: constraint.span.start] + "\n" + rest[constraint.span.end :]
    present = {value for _, value in numbers_in(english)}
    for value, written in written_figures(rest).items():
        if value in present:
            continue
        yield Finding(
            Code.NUMBER_MISSING,
            Severity.WARNING,
            f"{written} of the Japanese is not in the English",
            where,
            "Compare the figures",
        )
