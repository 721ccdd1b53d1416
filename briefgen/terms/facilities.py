"""Bases, camps, airports and training areas by their place, where the glossary has only the place: 岩国基地."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.japanese.folding import is_kanji
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.matching import TermMatch

__all__ = ["find_facilities"]

_NAMES = {
    "空軍基地": ("{} Air Base", "{} Air Force Base", "Air Base {}"),
    "海軍基地": ("{} Naval Base", "Naval Base {}", "{} Navy Base", "Naval Station {}"),
    "陸軍基地": ("{} Army Base", "Fort {}"),
    "航空基地": ("{} Air Base", "{} Air Station"),
    "基地": ("{} Base", "{} Air Base", "{} Naval Base", "{} Air Station", "base in {}"),
    "駐屯地": ("Camp {}",),
    "分屯地": ("Sub-Camp {}", "{} Sub Camp", "{} Vice-Camp"),
    "分屯基地": ("{} Sub Base", "{} Sub-Base"),
    "演習場": ("{} Maneuver Area", "{} Training Area", "{} Exercise Area"),
    "飛行場": ("{} Airfield", "{} Air Field"),
    "空港": ("{} Airport", "{} International Airport"),
}
_FACILITY = re.compile(rf"(?P<name>{'|'.join(_NAMES)})(?![局問対司隊])")


def find_facilities(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """A place with the facility directly behind it, as one; the bare place and the wider words are accepted."""
    for match in matches:
        is_place = match.term.kind == "place" and not is_kanji(text[match.span.start - 1 : match.span.start] or " ")
        found = _FACILITY.match(text, match.span.end) if is_place else None
        if found:
            place = match.term.en.removesuffix(" City").removesuffix(" Island")
            english, *accepted = (name.format(place) for name in _NAMES[found["name"]])
            span = Span(match.span.start, found.end())
            note = "; ".join(part for part in (match.term.origin, match.term.source) if part)
            yield Constraint(
                span, text[span.start : span.end], english, ConstraintKind.NAME, accepted=tuple(accepted), note=note
            )
