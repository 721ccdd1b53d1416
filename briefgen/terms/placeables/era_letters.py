"""Years of eras without 年, by their letters, and months behind a point: 令和８, H30～R5, R8.4～R9.3, Ｒ８概算要求."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.eras import ERA_NAMES, western_year
from briefgen.terms.placeables.common import Scan
from briefgen.terms.placeables.date_forms import Day

__all__ = ["find_lettered_years"]

_NUMBER = "(?:元|[0-9]{1,2})"
_BEGINS = "(?<![0-9A-Za-z./])"
_MONTH = rf"{_NUMBER}\.(?:1[0-2]|0?[1-9])(?![0-9.A-Za-z])"
_LINK = "(?:~|-|から)"
_MONTHS = re.compile(
    rf"{_BEGINS}(?:{ERA_NAMES}){_MONTH}(?![倍度点%])"
    rf"|{_BEGINS}(?<!から)[SHR]{_MONTH}(?={_LINK}[HR]{_MONTH}|から(?![0-9]+\.)|より|まで|以[降来]|現在|時点|付|末|[上中下]旬)"
    rf"|(?:(?<=[~-])|(?<=から))[HR]{_MONTH}"
)
"""A letter needs a range or what stands behind dates: a point alone makes a decimal."""
_TWO_ERAS = re.compile(rf"{_BEGINS}(?<!から)(?:S{_NUMBER}{_LINK}H|H{_NUMBER}{_LINK}R){_NUMBER}(?![0-9A-Za-z./-]|年)")
_BUDGETS = re.compile(rf"{_BEGINS}(?:{ERA_NAMES}|[HR]){_NUMBER}(?=(?:当初|補正|概算|予算|要求|決算))")
_BARE = re.compile(
    rf"{_BEGINS}(?:{ERA_NAMES}){_NUMBER}(?=$|[~-]|[(](?![0-9])|から(?:{ERA_NAMES})|まで)|(?<=[~-])(?:{ERA_NAMES}){_NUMBER}(?![0-9.年])"
    rf"|^[令平昭]{_NUMBER}(?=$|[~-]|[(](?![0-9]))"
)
"""Heads of tables and names of columns in charts leave 年 out; one kanji means an era where nothing else stands."""
_YEAR = re.compile(
    rf"(?P<era>{ERA_NAMES}|[SHR令平昭])(?P<year>{_NUMBER})(?:\.(?P<month>[0-9]+)(?P<part>末|[上中下]旬)?)?"
)


def find_lettered_years(scan: Scan) -> Iterator[Day]:
    """The months and years, those of budgets as fiscal years, in the order of the text for each kind."""
    for pattern in (_MONTHS, _TWO_ERAS, _BUDGETS, _BARE):
        for match in pattern.finditer(scan.text):
            for one in _YEAR.finditer(scan.text, match.start(), match.end() + len("上旬")):
                year = western_year(one["era"], 1 if one["year"] == "元" else int(one["year"]))
                month = int(one["month"]) if one["month"] else None
                if year:
                    yield Day(
                        *one.span(), one[0], year, month=month, part=one["part"] or "", is_fiscal=pattern is _BUDGETS
                    )
