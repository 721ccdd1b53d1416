"""Whether a figure, date or person that stands in the English stands there for the right thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import AMOUNTS, ConstraintKind, Rung, Status, TranslatedSegment

__all__ = ["check"]

_ENDS = AMOUNTS | {ConstraintKind.DATE, ConstraintKind.TIME}
_UNTIL = re.compile("[人名件個隻機台本枚回社校か国所両基門発頭羽]{0,2}まで")
_FROM = re.compile(r"\bfrom (?:the |around |about )?$", re.IGNORECASE)


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """ATTACHMENT_UNSURE (warning) where two have most likely changed places, or an end has become a beginning."""
    if translated.status is Status.REVIEWED or translated.rung is Rung.SOURCE_KEPT:
        return
    for message in (*_exchanged(translated), *_turned(translated)):
        yield Finding(Code.ATTACHMENT_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")


def _exchanged(translated: TranslatedSegment) -> Iterator[str]:
    if translated.exchanged:
        one, other = (translated.english[mark.span.start : mark.span.end] for mark in translated.exchanged)
        yield f"“{one}” and “{other}” may each belong to what the other stands with"


def _turned(translated: TranslatedSegment) -> Iterator[str]:
    """６時まで as from 06:00."""
    for mark in translated.marks:
        constraint = translated.constraints[mark.constraint]
        is_end = constraint.kind in _ENDS and _UNTIL.match(translated.segment.text, constraint.span.end)
        if is_end and _FROM.search(translated.english, 0, mark.span.start):
            yield f"{constraint.source}まで is an end, and the English begins with it: “from {constraint.english}”"
