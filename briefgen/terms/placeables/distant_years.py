"""Years far from ours: 794年に遷都, 西暦300年頃, 紀元前300年 (300 B.C.), 皇紀2600年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan, about_forms
from briefgen.terms.placeables.date_forms import Day
from briefgen.terms.placeables.short_years import HAPPENED, NO_LENGTH, YEAR_BY_THEN

__all__ = ["find_distant_years", "find_years_of_other_eras"]

_AT_THE_TIME = (
    f"{YEAR_BY_THEN}|までに|頃|ごろ|以降|以来|時点|末|初頭|春|夏|秋|冬|生まれ|[0-9]{{1,2}}月|{HAPPENED}"
    "|(?:から|~|-)[0-9]{3,4}年(?!間)|の[^、。]{0,8}(?:改新|遷都|の[乱変役]|の戦い|即位)"
)
_YEAR = re.compile(
    rf"(?:西暦(?P<named>[1-9][0-9]{{0,3}})|(?<![0-9.,A-Za-z第約]){NO_LENGTH}(?P<year>[1-9](?!00)[0-9]{{2}}))年(?!間|度)"
    r"(?:(?P<month>[0-9]{1,2})月)?"
)
"""A round hundred without 西暦 is more often a length of time: 100年に向けて."""
_DATED = re.compile(_AT_THE_TIME)
_AT_THE_BEGINNING = re.compile("(?:^|。)$")
_OTHER_ERA = re.compile(rf"(?P<era>紀元前|皇紀)約?(?P<number>{NUMBER})年(?!間)")
_OTHER_ERAS = {
    "紀元前": ("{} B.C.", "{} BC", "{} B.C.E.", "{} BCE"),
    "皇紀": ("Imperial Year {}", "the imperial year {}", "imperial year {}"),
}


def find_distant_years(scan: Scan) -> Iterator[Day]:
    """The years of three figures that are dates by what stands beside them; all others are lengths of time."""
    for match in _YEAR.finditer(scan.text):
        begins = _AT_THE_BEGINNING.search(scan.text, 0, match.start()) and scan.text.startswith("、", match.end())
        month = int(match["month"]) if match["month"] else None
        if match["named"] or month or begins or _DATED.match(scan.text, match.end()):
            year = int(match["named"] or match["year"])
            yield Day(*match.span(), source=match[0], year=year, month=month)


def find_years_of_other_eras(scan: Scan) -> Iterator[Placeable]:
    """The years before Christ, and those of the imperial era as they are counted there."""
    for match in _OTHER_ERA.finditer(scan.text):
        if (number := parse_number(match["number"])) is not None:
            forms = [form.format(number) for form in _OTHER_ERAS[match["era"]]]
            if "約" in match[0]:
                forms = list(about_forms(scan, match.start("number"), forms)[1])
            yield Placeable.of(*match.span(), forms, ConstraintKind.DATE)
