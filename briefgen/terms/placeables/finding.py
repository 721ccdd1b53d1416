"""All placeables of a text: each family finds its own, and of two that overlap the longer one stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.findings import Outcome
from briefgen.japanese.folding import Folded, fold
from briefgen.model.segment import Constraint, Span
from briefgen.terms.placeables.codes import find_codes
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.counters import find_counted
from briefgen.terms.placeables.dates import find_dates
from briefgen.terms.placeables.measures import find_measures
from briefgen.terms.placeables.money import find_money
from briefgen.terms.placeables.numbers import find_numbers
from briefgen.terms.placeables.ordinals import find_ordinals
from briefgen.terms.placeables.periods import find_periods
from briefgen.terms.placeables.qualifiers import join_ranges, qualify
from briefgen.terms.placeables.references import NAMED, find_references
from briefgen.terms.placeables.scales import find_scales
from briefgen.terms.placeables.spelled import find_spelled
from briefgen.terms.placeables.times import find_times
from briefgen.terms.placeables.weekdays import find_weekdays
from briefgen.terms.placeables.years_and_months import find_unsure_months, find_years_and_months
from briefgen.terms.style import HouseStyle

__all__ = ["find_placeables"]

_LABEL = re.compile(rf"(?:{'|'.join(NAMED)})第?[0-9]{{1,3}}(?:-[0-9]{{1,2}})*")
_LABEL_COLON = re.compile(f"({_LABEL.pattern}):")
_FIGURES = re.compile("[〇一二三四五六七八九十百千万億兆]{2}")
_HOUR_AND_MINUTE = re.compile("(?:[01][0-9]|2[0-4])[0-5][0-9](?![0-9])")
_FAMILIES = (
    find_years_and_months,
    find_dates, find_unsure_months, find_weekdays, find_times, find_references, find_codes, find_periods, find_measures,
    find_ordinals, find_scales, find_counted, find_money, find_numbers, find_spelled,
)  # fmt: skip


def find_placeables(text: str, style: HouseStyle, year: int | None = None) -> Outcome[tuple[Constraint, ...]]:
    """The placeables of a text in source order, without overlaps, and what could not be placed as findings.

    `year` is the year in which the paper was issued; weekdays of dates without a year are checked against it.
    """
    folded = _with_gaps(_with_labels_apart(fold(text)))
    scan = Scan(folded, style, year)
    found = [placeable for family in _FAMILIES for placeable in family(scan)]
    joined = list(join_ranges(_without_overlaps(found), scan))
    findings = tuple(one.finding for one in found if one.finding and _still_holds(one, joined))
    kept = [qualify(placeable, scan) for placeable in joined if placeable.english]
    return Outcome(tuple(_constraint(text, folded, placeable) for placeable in kept), findings)


def _with_labels_apart(folded: Folded) -> Folded:
    """The text with a wide colon behind each label, so that none takes 資料２：１５ for a time of day."""
    return replace(folded, text=_LABEL_COLON.sub(lambda match: f"{match[1]}：", folded.text))


def _with_gaps(folded: Folded) -> Folded:
    """The text with a wide space for the space behind a label or a first time, and for one between figures in kanji.

    They are no words in 図表１　日本, and no number in 別表第二　三の項; ０６４０　第１４連隊 begins with a time.
    """
    text = folded.text
    gaps = {label.end() for label in _LABEL.finditer(text)}
    gaps |= {at + 1 for at in range(len(text)) if _FIGURES.match(text, at)}
    gaps |= {4} if _HOUR_AND_MINUTE.match(text) else set()
    for at in sorted((at for at in gaps if at < len(text) and not folded.touches(at)), reverse=True):
        place = folded.starts[at]
        folded = Folded(
            f"{folded.text[:at]}\u3000{folded.text[at:]}",
            (*folded.starts[:at], place, *folded.starts[at:]),
            (*folded.ends[:at], place, *folded.ends[at:]),
        )
    return folded


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
