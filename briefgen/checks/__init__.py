"""Checks of a finished translation: one a file, each a generator of findings about one segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

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
from briefgen.findings import Finding, Location
from briefgen.model.segment import Rung, Status, TranslatedDocument, TranslatedSegment

__all__ = ["CHECKS", "Check", "check_document", "check_segment", "objections"]

Check = Callable[[TranslatedSegment, Location], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "route": route.check,
    "terms": terms.check,
    "numbers": numbers.check,
    "repeats": repeats.check,
    "completeness": completeness.check,
    "shape": shape.check,
    "negation": negation.check,
    "amounts": amounts.check,
    "bounds": bounds.check,
    "differences": differences.check,
    "lists": lists.check,
    "attachment": attachment.check,
    "recipients": recipients.check,
    "essentials": essentials.check,
    "persons": persons.check,
    "own-country": own_country.check,
    "forbidden": forbidden.check,
    "unreadable": unreadable.check,
    "confidence": confidence.check,
}
"""In the order their findings are shown."""


_OF_SENSE = (
    "attachment", "recipients", "amounts", "bounds", "differences", "lists", "negation", "essentials", "repeats",
    "persons", "own-country",
)  # fmt: skip
"""Those that doubt what the English says: not asked of what a person reviewed, nor where the Japanese was kept."""


def objections(segment: TranslatedSegment) -> int:
    """How many warnings a row would get that another hypothesis might not, by which the ladder chooses.

    Made-up words are none: they show that the model does not know what to say, which another hypothesis only hides.
    """
    bare = replace(segment, doubt=None)  # a lost word counts whoever would name it
    count = sum(1 for name in _OF_SENSE for _ in _found(name, bare, Location()))
    if (doubt := segment.doubt) is not None:
        count += sum(word in doubt.telling for word in doubt.missing) + bool(doubt.exchanged)
    return count


def check_segment(segment: TranslatedSegment, where: Location) -> tuple[Finding, ...]:
    """What all checks find in one segment."""
    return tuple(finding for name in CHECKS for finding in _found(name, segment, where))


def _found(name: str, segment: TranslatedSegment, where: Location) -> Iterator[Finding]:
    is_settled = segment.status is Status.REVIEWED or segment.rung is Rung.SOURCE_KEPT
    return iter(()) if is_settled and name in _OF_SENSE else CHECKS[name](segment, where)


def check_document(document: TranslatedDocument) -> tuple[Finding, ...]:
    """What all checks find in a document, in reading order; every finding names its segment."""
    pages = {block.id: block.page for block in document.source.blocks}
    findings: list[Finding] = []
    for translated in document.segments:
        segment = translated.segment
        where = Location(document.source.name, pages.get(segment.block), segment.block, segment.id)
        findings += check_segment(translated, where)
    return tuple(findings)
