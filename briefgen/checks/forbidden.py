"""Renderings the glossary forbids do not appear."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import TranslatedSegment
from briefgen.terms.mending import forbidden_in

__all__ = ["check"]


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """FORBIDDEN_RENDERING (warning) for each `avoid` form of a constraint found outside the English of any."""
    for number, constraint in enumerate(translated.constraints):
        for span in forbidden_in(translated.english, translated.constraints, number):
            form = translated.english[span.start : span.end]
            message = f"“{form}” is not the house rendering of {constraint.source}: “{constraint.english}”"
            yield Finding(Code.FORBIDDEN_RENDERING, Severity.WARNING, message, where, "Use the house rendering")
