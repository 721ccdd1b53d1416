"""Peoples and languages: フィリピン人 and エストニア語, which no name of the country stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.matching import TermMatch

__all__ = ["find_peoples"]

_BEHIND = re.compile("(?P<people>人(?![口工材的間権道類物数質気]))|語(?![らりるれろっ])")
_PEOPLES = {
    "Philippines": ("Filipino", "Philippine"), "United Kingdom": ("British", "Briton"), "Netherlands": ("Dutch",),
    "Spain": ("Spanish", "Spaniard"), "Poland": ("Polish", "Pole"), "Denmark": ("Danish", "Dane"),
    "Sweden": ("Swedish", "Swede"), "Finland": ("Finnish", "Finn"), "Türkiye": ("Turkish", "Turk"),
    "New Zealand": ("New Zealand", "New Zealander"), "United States": ("American", "U.S.", "US"),
    "Republic of Korea": ("South Korean", "Korean", "ROK"), "Thailand": ("Thai",),
    "Democratic People's Republic of Korea": ("North Korean",),
}  # fmt: skip
_OF_PEOPLE = ("s", " people", " national", " nationals", " citizen", " citizens")
_LANGUAGES = {"Philippines": ("Filipino", "Tagalog"), "Republic of Korea": ("Korean",), "Netherlands": ("Dutch",)}


def find_peoples(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """For each country with 人 or 語 directly behind it: its people or its language."""
    for match in matches:
        behind = _BEHIND.match(text, match.span.end) if match.term.kind == "country" else None
        if not behind or not match.term.adjective:
            continue
        names = (_PEOPLES if behind["people"] else _LANGUAGES).get(match.term.en, (match.term.adjective,))
        endings = _OF_PEOPLE if behind["people"] else (" language",)
        forms = (*names, *(f"{name}{ending}" for name in names for ending in endings))
        note = f"from {match.term.en}; {match.term.origin}"
        yield Constraint.of(text, Span(match.span.start, behind.end()), forms, ConstraintKind.COUNTRY, note)
