"""Bases, airports, courts, offices and their like by their place, where the glossary has only the place: 岩国基地."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.japanese.folding import is_kanji
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.matching import TermMatch

__all__ = ["FACILITIES", "find_facilities"]

FACILITIES = {
    "空軍基地": ("{} Air Base", "{} Air Force Base", "Air Base {}"),
    "海軍基地": ("{} Naval Base", "Naval Base {}", "{} Navy Base", "Naval Station {}"),
    "陸軍基地": ("{} Army Base", "Fort {}"), "航空基地": ("{} Air Base", "{} Air Station"),
    "基地": ("{} Base", "{} Air Base", "{} Naval Base", "{} Air Station", "base in {}"), "駐屯地": ("Camp {}",),
    "分屯地": ("Sub-Camp {}", "{} Sub Camp", "{} Vice-Camp"), "分屯基地": ("{} Sub Base", "{} Sub-Base"),
    "演習場": ("{} Maneuver Area", "{} Training Area", "{} Exercise Area"), "飛行場": ("{} Airfield", "{} Air Field"),
    "空港": ("{} Airport", "{} International Airport"), "高等裁判所": ("{} High Court",), "高裁": ("{} High Court",),
    "地方裁判所": ("{} District Court",), "地裁": ("{} District Court",), "家庭裁判所": ("{} Family Court",),
    "家裁": ("{} Family Court",), "簡易裁判所": ("{} Summary Court",),
    "高等検察庁": ("{} High Public Prosecutors Office",), "高検": ("{} High Public Prosecutors Office",),
    "地方検察庁": ("{} District Public Prosecutors Office",), "地検": ("{} District Public Prosecutors Office",),
    "商工会議所": ("{} Chamber of Commerce and Industry",), "税関": ("{} Customs",), "税務署": ("{} Tax Office",),
    "国税局": ("{} Regional Taxation Bureau",), "刑務所": ("{} Prison",),
    "拘置所": ("{} Detention House", "{} Detention Center"), "検疫所": ("{} Quarantine Station",),
    "地方気象台": ("{} Local Meteorological Office", "{} Meteorological Office"),
    "管区気象台": ("{} Regional Headquarters of the Japan Meteorological Agency",),
    "海上保安部": ("{} Coast Guard Office",), "海上保安署": ("{} Coast Guard Station",),
    "警察署": ("{} Police Station",), "消防署": ("{} Fire Station",), "市役所": ("{} City Hall",),
    "公民館": ("{} Community Center", "{} Public Hall", "{} Community Hall"), "支所": ("{} Branch Office", "{} Branch"),
    "出張所": ("{} Branch Office", "{} Sub-branch Office", "{} Branch"),
    "小学校": ("{} Elementary School", "{} Primary School"), "中学校": ("{} Junior High School", "{} Middle School"),
    "観測局": ("{} Monitoring Station", "{} Observation Station"),
    "測定局": ("{} Monitoring Station", "{} Measuring Station"), "観測所": ("{} Observatory", "{} Observation Station"),
    "灯台": ("{} Lighthouse",), "漁港": ("{} Fishing Port", "{} Fishing Harbor"), "駅": ("{} Station",),
}  # fmt: skip
"""Of each facility the official form, then others that are right; courts as the Supreme Court of Japan writes them."""
_KIND_OF_PLACE = re.compile(" (?:City|Island|Prefecture)$")
_FACILITY = re.compile(rf"(?P<name>{'|'.join(FACILITIES)})(?![局問対司隊長員伝])")


def find_facilities(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """A place with the facility directly behind it, as one; the bare place and the wider words are accepted."""
    for match in matches:
        is_place = match.term.kind == "place" and not is_kanji(text[match.span.start - 1 : match.span.start] or " ")
        found = _FACILITY.match(text, match.span.end) if is_place else None
        if found:
            place = match.term.en
            if match.form.endswith(("市", "島", "県")) or not place.endswith(" Island"):
                place = _KIND_OF_PLACE.sub("", place)
            forms = (name.format(place) for name in FACILITIES[found["name"]])
            span = Span(match.span.start, found.end())
            note = "; ".join(filter(None, (match.term.origin, match.term.source)))
            yield Constraint.of(text, span, forms, ConstraintKind.NAME, note)
