"""Seasons of a year named by relation: 昨春 is the spring of last year, which "last spring" need not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_seasons"]

_YEARS = {
    "昨年": "last year", "去年": "last year", "昨": "last year", "一昨年": "the year before last",
    "今年": "this year", "本年": "this year", "今": "this year", "来年": "next year", "来": "next year",
    "再来年": "the year after next", "同年": "that year", "翌年": "the following year", "前年": "the previous year",
}  # fmt: skip
_SEASONS = {"春": ("spring",), "夏": ("summer",), "秋": ("autumn", "fall"), "冬": ("winter",)}
_LONG = "|".join(sorted((year for year in _YEARS if len(year) > 1), key=len, reverse=True))
_SEASON = re.compile(
    rf"(?:(?P<year>{_LONG})の?|(?<![一-龯々])(?P<short>[昨今来]))(?P<season>[春夏秋冬])"
    "(?=[、。)」]|[のはがをにでともへ](?!夏|秋|冬|甲子園|大会)|から|まで|以[降来]|にも|[ごこ頃]|[0-9A-Zァ-ヶ]|$)"
)
_SHORT = {"last year": "last", "this year": "this", "next year": "next"}
_UNSURE = ("last year", "春夏")
"""The last spring or summer may be that of this year."""


def find_seasons(scan: Scan) -> Iterator[Placeable]:
    """The seasons of the text, with their year, as dates."""
    for match in _SEASON.finditer(scan.text):
        year = _YEARS[match["year"] or match["short"]]
        seasons = _SEASONS[match["season"]]
        forms = [f"{the}{season} of {year}" for the in ("the ", "") for season in seasons]
        if year in _SHORT and not (year == _UNSURE[0] and match["season"] in _UNSURE[1]):
            forms += [f"{_SHORT[year]} {season}" for season in seasons]
        forms += [form for season in seasons for form in (f"{season} {year}", f"{year}'s {season}")]
        yield Placeable.of(match.start(), match.end(), forms, ConstraintKind.DATE)
