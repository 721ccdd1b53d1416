"""Years whose 年 or 年度 is written once for several: 令和５～９年度, 令和７・８・９年度, ２０２４、２５年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.japanese.eras import ERA_NAMES, western_year
from briefgen.japanese.numerals import parse_number
from briefgen.terms.placeables.common import Scan
from briefgen.terms.placeables.date_forms import Day

__all__ = ["find_year_lists"]

_ERA = f"{ERA_NAMES}|[MTSHR](?=[0-9元])"
_N = "(?:元|[一二][〇一二三四五六七八九]{3}|20[0-9]{2}|19[0-9]{2}|[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_LINK = "(?:[~・、,-]|及び|並びに|と|又は|から)"
_YEARS = re.compile(
    rf"(?<![0-9A-Za-z〇一二三四五六七八九十第])(?<![0-9][.,:/・、~-])(?P<years>(?:{_ERA})?{_N}(?:{_LINK}(?:{_ERA})?{_N})+)"
    r"(?:両|各|の各)?(?P<unit>会計年度|年度|年)(?!間|目|代|来(?![日年場訪援])|ぶり|生(?!まれ)|以[上下内]|未満|程度|前(?!半)|連続|分|ごと|物|債|[0-9]{1,2}月)"
)
_FULL_YEARS = re.compile(
    rf"(?<![0-9A-Za-z〇一二三四五六七八九十第])(?P<years>(?:20[0-9]{{2}}|(?:{_ERA}){_N})年(?:から|~|-){_N})"
    r"(?P<unit>年度|年)(?=まで|にかけて|末|度|[)」]|$)(?!間)"
)
"""Two years of which the second leaves out its century or era: ２０２３年から２５年まで, 令和７年から９年まで."""
_IN_A_ROW = re.compile(
    rf"(?<![0-9A-Za-z〇一二三四五六七八九十第])(?P<years>(?:20[0-9]{{2}}|19[0-9]{{2}}|(?:{_ERA}){_N})(?P<unit>年度?)(?:(?:{_ERA})?{_N}(?P=unit))*(?:{_ERA})?{_N})(?P=unit)"
    "(?![間目代来度ぶごぐ生以未程前後連分物債半余越任計経]|[0-9]{1,2}月)"
)
"""Years with nothing between them, each the next one after that before it: ２０２４年２５年, 令和６年度７年度."""
_ONE = re.compile(rf"(?P<era>{_ERA})?(?P<number>{_N})(?=$|年|{_LINK})")
_LONGEST = 30
"""A list of years that runs over more than these is none."""
_NEAR = 5


def find_year_lists(scan: Scan) -> Iterator[list[Day]]:
    """The years of each list in the order of the text, each with the place of its own figure; the last has the unit.

    The era or the century is that of the year before. Without any, a fiscal year in one or two figures is of Reiwa (or,
    from 20 on, of this century) where the paper is of about that time, and is guessed.
    """
    for match in (*_IN_A_ROW.finditer(scan.text), *_YEARS.finditer(scan.text), *_FULL_YEARS.finditer(scan.text)):
        days = _read(match, scan)
        years = [day.year for day in days if day.year]
        is_list = len(years) == len(days) >= 2 and years == sorted(set(years))
        is_list &= match.re is not _IN_A_ROW or _are_in_a_row(days, scan)
        if is_list and years[-1] - years[0] <= _LONGEST:
            yield days


def _are_in_a_row(days: Sequence[Day], scan: Scan) -> bool:
    return all(day.year == (before.year or 0) + 1 and scan.folded.touches(day.start) for before, day in pairwise(days))


def _read(match: re.Match[str], scan: Scan) -> list[Day]:
    days: list[Day] = []
    is_fiscal, era = match["unit"] != "年", ""
    parts = list(_ONE.finditer(match.string, *match.span("years")))
    is_bare = not parts[0]["era"] and len(parts[0]["number"]) < len("2000")
    for part in parts:
        era = part["era"] or era
        year = _guessed(part, scan, is_fiscal) if is_bare and not era else _year(part, era, days)
        unit = next((unit for unit in ("年度", "年") if match.string.startswith(unit, part.end())), "")
        end = match.end() if part is parts[-1] else part.end() + len(unit)
        is_last_guess = is_bare and part is parts[-1] and not scan.year
        days.append(Day(part.start(), end, match[0], year, is_fiscal=is_fiscal, is_guessed=is_last_guess))
    return days


def _year(part: re.Match[str], era: str, before: Sequence[Day]) -> int | None:
    number = 1 if part["number"] == "元" else int(parse_number(part["number"]) or 0)
    if era:
        return western_year(era, number)
    if number >= 1000 or not before or not before[-1].year:
        return number if number >= 1000 else None
    return before[-1].year // 100 * 100 + number


def _guessed(part: re.Match[str], scan: Scan, is_fiscal: bool) -> int | None:
    number = int(parse_number(part["number"]) or 0)
    year = 2000 + number if number >= 20 else western_year("令和", number)
    return year if is_fiscal and year and (not scan.year or abs(year - scan.year) <= _NEAR) else None
