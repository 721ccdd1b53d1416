"""Checks of a finished translation: one a file, each a generator of findings, or faults, of one segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefgen.checks import (
    amounts,
    attachment,
    bounds,
    completeness,
    confidence,
    differences,
    essentials,
    forbidden,
    lists,
    negation,
    numbers,
    own_country,
    persons,
    recipients,
    repeats,
    route,
    shape,
    terms,
    unreadable,
)
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, Status, TranslatedDocument, TranslatedSegment

__all__ = ["CHECKS", "Check", "check_document", "check_segment", "objections"]

Check = Callable[[TranslatedSegment, Location], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class _Doubts:
    """A check that doubts what the English says: a warning for each fault that it finds.

    It is not asked of what a person reviewed, nor where the Japanese was kept.
    """

    code: Code
    faults: Callable[[TranslatedSegment], Iterator[str]]
    hint: str = "Compare with the Japanese"

    def __call__(self, translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
        is_settled = translated.status is Status.REVIEWED or translated.rung is Rung.SOURCE_KEPT
        for fault in () if is_settled else self.faults(translated):
            yield Finding(self.code, Severity.WARNING, fault, where, self.hint)


_COMPARE_FIGURE = "Compare the figure with the Japanese"
CHECKS: dict[str, Check] = {
    "route": route.check,
    "terms": terms.check,
    "numbers": numbers.check,
    "repeats": _Doubts(Code.REPETITION, repeats.faults),
    "completeness": completeness.check,
    "shape": shape.check,
    "negation": _Doubts(Code.NEGATION_UNSURE, negation.faults),
    "amounts": _Doubts(Code.BOUND_UNSURE, amounts.faults),
    "bounds": _Doubts(Code.BOUND_UNSURE, bounds.faults, _COMPARE_FIGURE),
    "differences": _Doubts(Code.BOUND_UNSURE, differences.faults, _COMPARE_FIGURE),
    "lists": _Doubts(Code.LIST_UNSURE, lists.faults, "Compare them with the Japanese one by one"),
    "attachment": _Doubts(Code.ATTACHMENT_UNSURE, attachment.faults),
    "recipients": _Doubts(Code.ATTACHMENT_UNSURE, recipients.faults),
    "essentials": _Doubts(Code.SENSE_UNSURE, essentials.faults),
    "persons": _Doubts(Code.SENSE_UNSURE, persons.faults),
    "own-country": _Doubts(Code.SENSE_UNSURE, own_country.faults),
    "forbidden": forbidden.check,
    "unreadable": unreadable.check,
    "confidence": confidence.check,
}
"""In the order their findings are shown."""


def objections(segment: TranslatedSegment) -> int:
    """How many warnings a row would get that another hypothesis might not, by which the ladder chooses.

    Made-up words are none: they show that the model does not know what to say, which another hypothesis only hides.
    """
    bare = replace(segment, doubt=None)  # a lost word counts whoever would name it
    checks = (check for check in CHECKS.values() if isinstance(check, _Doubts))
    count = sum(1 for check in checks for _ in check(bare, Location()))
    if (doubt := segment.doubt) is not None:
        count += sum(word in doubt.telling for word in doubt.missing) + bool(doubt.exchanged)
    return count


def check_segment(segment: TranslatedSegment, where: Location) -> tuple[Finding, ...]:
    """What all checks find in one segment."""
    return tuple(finding for check in CHECKS.values() for finding in check(segment, where))


def check_document(document: TranslatedDocument) -> tuple[Finding, ...]:
    """What all checks find in a document, in reading order; every finding names its segment."""
    pages = {block.id: block.page for block in document.source.blocks}
    findings: list[Finding] = []
    for translated in document.segments:
        segment = translated.segment
        where = Location(document.source.name, pages.get(segment.block), segment.block, segment.id)
        findings += check_segment(translated, where)
    return tuple(findings)
