"""Every constraint must stand in the English."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checks.confidence import named_missing
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Constraint, ConstraintKind, Status, Strength, TranslatedSegment
from briefgen.terms.places.countries import missing_countries
from briefgen.terms.places.towns import USUAL_READING
from briefgen.terms.verify import locate_all

__all__ = ["check"]

_DATES = (ConstraintKind.DATE, ConstraintKind.TIME)


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """DATE_MISSING or TERM_MISSING: an error for a MUST, else a warning; a remark where no model wrote the English.

    A term that only should stand there, and that the doubt of the row names, is told there.
    Of 16 judged rows that no other check marks and that lack a term, 7 are not right; of 437 others 72.
    """
    is_machine, named = translated.status is Status.MACHINE, named_missing(translated.doubt)
    places = locate_all(translated.english, translated.constraints)
    for constraint, place in zip(translated.constraints, places, strict=True):
        must = constraint.strength is Strength.MUST
        if place is None and (must or constraint.source not in named):
            is_lost = must or _is_name(constraint, translated.english)
            state = "is not in the English" if is_lost else "is said in other words, or left out"
            is_remark = not is_machine and not is_lost
            yield Finding(
                Code.DATE_MISSING if constraint.kind in _DATES else Code.TERM_MISSING,
                Severity.ERROR if must else Severity.INFO if is_remark else Severity.WARNING,
                f"“{constraint.english}” ({constraint.source}) {state}",
                where,
                None if is_remark else "Correct the English by hand" if is_lost else "Compare with the Japanese",
            )


def _is_name(constraint: Constraint, english: str) -> bool:
    """Whether a term is a person or a town, or names a country that the English does not: 訪台, visit to Taiwan."""
    is_read = constraint.kind is ConstraintKind.PERSON or constraint.note.startswith(USUAL_READING)
    return is_read or bool(missing_countries(constraint.english, english))
