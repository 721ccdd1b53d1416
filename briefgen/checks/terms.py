"""Every constraint must stand in the English."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checks.confidence import named_missing
from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Constraint, ConstraintKind, Strength, TranslatedSegment
from briefgen.terms.places.countries import missing_countries
from briefgen.terms.places.towns import USUAL_READING
from briefgen.terms.verify import locate_all

__all__ = ["check"]

_DATES = (ConstraintKind.DATE, ConstraintKind.TIME)


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """DATE_MISSING or TERM_MISSING: an error for a MUST, a warning for a name or country that SHOULD, else a remark.

    A term that only should stand there, and that the doubt of the row names, is told there.
    """
    named = named_missing(translated.doubt)
    places = locate_all(translated.english, translated.constraints)
    for constraint, place in zip(translated.constraints, places, strict=True):
        must = constraint.strength is Strength.MUST
        if place is None and (must or constraint.source not in named):
            missed = Severity.WARNING if _is_name(constraint, translated.english) else Severity.INFO
            is_doubt = must or missed is Severity.WARNING
            state = "is not in the English" if is_doubt else "is said in other words, or left out"
            code = Code.DATE_MISSING if constraint.kind in _DATES else Code.TERM_MISSING
            message = f"“{constraint.english}” ({constraint.source}) {state}"
            hint = "Correct the English by hand" if is_doubt else None
            yield Finding(code, Severity.ERROR if must else missed, message, where, hint)


def _is_name(constraint: Constraint, english: str) -> bool:
    """Whether a term is a person or a town, or names a country that the English does not: 訪台, visit to Taiwan."""
    is_read = constraint.kind is ConstraintKind.PERSON or constraint.note.startswith(USUAL_READING)
    return is_read or bool(missing_countries(constraint.english, english))
