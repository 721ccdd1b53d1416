"""All placeables of a text: each family finds its own, and of two that overlap the longer one stays."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.findings import Outcome
from briefgen.japanese.folding import Folded
from briefgen.model.segment import Constraint, Span
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables.ages import find_ages, find_sexes
from briefgen.terms.placeables.answers import find_answers
from briefgen.terms.placeables.beside import with_words_beside
from briefgen.terms.placeables.bounds import join_bounds
from briefgen.terms.placeables.centuries import find_centuries
from briefgen.terms.placeables.codes import find_codes
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.compounds import find_compounds
from briefgen.terms.placeables.counters import find_counted
from briefgen.terms.placeables.dates import find_dates
from briefgen.terms.placeables.enumerations import find_enumerations
from briefgen.terms.placeables.exponents import find_exponents
from briefgen.terms.placeables.frequencies import find_frequencies
from briefgen.terms.placeables.hints import find_hints
from briefgen.terms.placeables.identifiers import find_identifiers
from briefgen.terms.placeables.measures import find_measures
from briefgen.terms.placeables.money import find_money
from briefgen.terms.placeables.numbers import find_numbers
from briefgen.terms.placeables.ordinals import find_ordinals
from briefgen.terms.placeables.pairs import find_odd, find_pairs
from briefgen.terms.placeables.periods import find_periods
from briefgen.terms.placeables.preparing import prepare
from briefgen.terms.placeables.qualifiers import qualify
from briefgen.terms.placeables.ranges import join_ranges
from briefgen.terms.placeables.references import find_references
from briefgen.terms.placeables.scales import find_scales
from briefgen.terms.placeables.seasons import find_seasons
from briefgen.terms.placeables.spelled import find_spelled
from briefgen.terms.placeables.tenths import find_tenths
from briefgen.terms.placeables.times import find_times
from briefgen.terms.placeables.versions import find_versions
from briefgen.terms.placeables.weekdays import find_weekdays
from briefgen.terms.placeables.years_and_months import find_unsure_months, find_years_and_months

__all__ = ["find_placeables"]

_FAMILIES = (
    find_years_and_months, find_exponents, find_tenths, find_compounds,
    find_dates, find_unsure_months, find_weekdays, find_times, find_references, find_identifiers, find_codes,
    find_frequencies, find_periods, find_centuries, find_measures, find_ordinals, find_scales, find_counted, find_money,
    find_numbers, find_ages, find_spelled, find_pairs, find_odd, find_hints, find_versions,
    find_enumerations, find_seasons, find_answers, find_sexes,
)  # fmt: skip


def find_placeables(
    text: str, style: HouseStyle, year: int | None = None, before: str = "", half: str = ""
) -> Outcome[tuple[Constraint, ...]]:
    """The placeables of a text in source order, without overlaps, and what could not be placed as findings.

    `year` is the year in which the paper was issued; weekdays of dates without a year are checked against it.
    `before` is the sentence before the text in its paragraph; `half` is 午前 or 午後 for times that leave it to the
    head of their column.
    """
    folded = prepare(text)
    scan = Scan(folded, style, year, before, half)
    found = [placeable for family in _FAMILIES for placeable in family(scan)]
    joined = list(join_bounds(list(join_ranges(_without_overlaps(found), scan)), scan))
    findings = tuple(one.finding for one in found if one.finding and _still_holds(one, joined))
    kept = [with_words_beside(qualify(placeable, scan), scan) for placeable in joined if placeable.english]
    return Outcome(tuple(_constraint(text, folded, placeable) for placeable in kept), findings)


def _still_holds(noticed: Placeable, joined: Sequence[Placeable]) -> bool:
    """Whether what was noticed of a place is of the kind that the place was read as in the end."""
    if noticed.end > noticed.start:
        return True
    return any(one.start <= noticed.start < one.end and one.kind is noticed.kind for one in joined)


def _without_overlaps(found: list[Placeable]) -> list[Placeable]:
    """The longest first; of two of equal length the one of the earlier family."""
    taken: set[int] = set()
    kept: list[Placeable] = []
    for placeable in sorted(found, key=lambda one: one.start - one.end):
        place = range(placeable.start, placeable.end)
        if place and taken.isdisjoint(place):
            taken.update(place)
            kept.append(placeable)
    return sorted(kept, key=lambda one: one.start)


def _constraint(text: str, folded: Folded, placeable: Placeable) -> Constraint:
    start, end = folded.source_span(placeable.start, placeable.end)
    return Constraint(
        Span(start, end),
        text[start:end],
        placeable.english,
        placeable.kind,
        placeable.strength,
        placeable.accepted,
        note=placeable.note or "computed",
    )
