"""Dates in Japanese papers: finding and reading them. How they are written in English is in `date_forms`.

Read are western and era years, fiscal years, months, days with weekdays, parts of months (上旬), figures with dots or
slashes (令和6.3.31, 2024/10/17), and years named by relation (来年１月). A date that cannot be is reported.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.eras import ERA_NAMES, WEEKDAYS, western_year
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.bare_days import is_length_of_days, is_unsure, unsure
from briefgen.terms.placeables.common import Placeable, Scan, impossible, whole_number
from briefgen.terms.placeables.date_forms import HOLIDAYS, RELATIVES, Day
from briefgen.terms.placeables.date_groups import join_dates
from briefgen.terms.placeables.distant_years import find_distant_years, find_years_of_other_eras
from briefgen.terms.placeables.era_letters import find_lettered_years
from briefgen.terms.placeables.periods import COUNTED_YEARS
from briefgen.terms.placeables.short_years import find_short_years, unread_years
from briefgen.terms.placeables.year_lists import find_year_lists

__all__ = ["find_dates"]

_KANJI = "〇一二三四五六七八九十"
_N = f"(?:[0-9]{{1,2}}|[{_KANJI}]{{1,3}})"
_ERA_YEAR = f"(?:(?:{ERA_NAMES})(?:元|{_N})|[MTSHR](?=[0-9])[0-9]{{1,2}}(?=年))"
_TO_99 = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WESTERN = (
    f"(?:[12][0-9]{{3}}|[一二][〇一二三四五六七八九]{{3}}|千[六七八九]百{_TO_99}(?=年)|二千{_TO_99}(?=年)"
    "|(?:千[六七八九]百|二千)(?=年[一二三四五六七八九十]{1,2}月))"
)
"""Years in figures, also in kanji, and as treaties write them: 千九百六十年."""
_OF = f"(?:の(?={_N}[月日]))?"
_YEAR = (
    rf"(?:(?P<era>{_ERA_YEAR})(?:年?\((?P<era_western>{_WESTERN})年?\))?"
    rf"|(?:(?P<year0>{_WESTERN})年?(?P<yearlink>[~-]))?(?P<western>{_WESTERN})(?:年?\((?P<western_era>{_ERA_YEAR})年?\))?)"
    rf"(?:(?:年|(?<=年\)))(?!間|代|来(?![日年場訪援])|ぶり|生(?!まれ)|{COUNTED_YEARS})(?P<fiscal>度)?|(?P<fiscal_long>会計年度)){_OF}"
)
_BARE_FISCAL = f"(?P<barefiscal>{_N})年度(?!目|連続|間|ごと|続け|に(?:わた|及))"
_RELATIVE = f"(?P<relative>{RELATIVES}){_OF}"
_MONTH = (
    rf"(?:(?P<month0>{_N})(?P<monthlink>[~-])|(?<![図表注号例])(?P<months>{_N}(?:[・、,]{_N}){{0,10}})[・、,](?={_N}月(?!{_N}日)))?"
    rf"(?P<month>{_N})月(?!間|曜|面|刊|例|額|齢|見|光|以[上下内]|未満|を経過|を超え)"
)
_BESIDE_WEEKDAY = f"(?:[・,、](?P<holiday>{HOLIDAYS})|[・,、]?(?P<public>[祝休])日?)?"
_IN_BRACKETS = (
    rf"(?:\((?P<weekday>[{WEEKDAYS}])(?:曜日?)?{_BESIDE_WEEKDAY}\)(?:\((?P<public2>祝)日?\))?"
    rf"|\((?:祝日?[・、])?(?P<holiday2>{HOLIDAYS}|祝)日?(?:[・,、]?(?P<weekday3>[{WEEKDAYS}])(?:曜日?)?)?\))"
)
"""A weekday, a holiday or both behind a day: （月・祝）, （祝・月）, （祝）, （文化の日）."""
_WEEKDAY = rf"(?:{_IN_BRACKETS}|(?P<weekday2>[{WEEKDAYS}])曜日)"
_NO_DAY = "間|目|ぶり|以内|以上|程度|分|余|後|当たり|あたり|につき|平均|市|町|月|連続"
_NO_DAY_ALONE = "に?[0-9]+回|に[一二三1-3]度"
"""Behind a day without its month, which is a length of time then: ３日に１回, but 5月3日に1回目の会合."""

_DAY = (
    rf"(?:(?P<day0>{_N})(?P<daylink>[~・、,-]))?(?P<day>{_N})(?:の?両日|日)"
    rf"(?!{_NO_DAY})(?(month)|(?!{_NO_DAY_ALONE})){_WEEKDAY}?"
)
_NAMED = "(?<=年)の?(?P<named>元日(?!本)|元旦|大晦日|大みそか)"
_QUARTER = "の?第[1-4一二三四]・?四半期"
_SEASON = "(?<=年)[春夏秋冬](?![季闘休期先山物])"
_PARTS_OF_MONTH = "[上初]旬(?:~|-|から)[中下]旬(?:まで)?|中旬(?:~|-|から)下旬(?:まで)?|上中旬|中下旬"
_PARTS_OF_YEAR = f"{_QUARTER}|の?[上下]半?期|{_SEASON}"
_PART = f"(?P<part>{_PARTS_OF_YEAR}|{_PARTS_OF_MONTH}|上旬|初旬|中旬|下旬|末|半ば|初め(?!て)|初頭|前半|後半)"
_BETWEEN_PARTS = re.compile("旬(?:~|-|から)|まで")
_IN_LIST = "".join(
    rf"(?<!第[0-9{_KANJI}]{link})(?<!第[0-9{_KANJI}]{{2}}{link})" for link in ("[・、,~]", "及び", "と", "から")
)
"""No date begins behind the first number of 第２・３日."""
_NOT_AFTER = rf"(?:(?={ERA_NAMES})|(?<![0-9A-Za-z{_KANJI}百千第])(?<![0-9][.,:/-]){_IN_LIST})"
_DATE = re.compile(
    rf"{_NOT_AFTER}(?=[0-9{_KANJI}千MTSHR明大昭平令昨去再来今本同翌前先])"
    rf"(?:{_YEAR}|{_BARE_FISCAL}|{_RELATIVE})?(?:{_MONTH})?(?:{_PART}|{_DAY}|{_NAMED})?"
)
_FIGURES = re.compile(
    rf"{_NOT_AFTER}(?:(?P<era>{ERA_NAMES}|[MTSHR])(?P<era_year>元|[0-9]{{1,2}})|(?P<western>1[0-9]{{3}}|20[0-9]{{2}}))"
    rf"(?P<dot>[./-])(?P<month>[0-9]{{1,2}})(?P=dot)(?P<day>[0-9]{{1,2}})(?![0-9]|[./-][0-9]){_WEEKDAY}?"
)
_COMPACT = re.compile(
    r"(?<![0-9A-Za-z.,-])(?P<western>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?=時点|現在|付|版|更新|改[訂定])"
)
"""A date in eight figures: ２０２６１１２３時点."""
_MONTH_SLASH_DAY = re.compile(rf"(?<![0-9/])(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){_IN_BRACKETS}")
_INCIDENT = re.compile(
    rf"(?<![0-9{_KANJI}・.第])(?P<month>[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)[・.](?P<day>[1-3]?[0-9]|[{_KANJI}]{{1,3}})"
    "(?=事件|独立運動|運動|テロ|(?:米国?)?同時多発|大?震災|クーデター|事変|政変|虐殺|蜂起|声明|革命)"
)
"""The day that names an incident: 2・26事件, 9.11テロ."""
_DAY_AS_NAME = re.compile(
    "(?<![0-9・.第一-龯])(?P<month>[39三九])・(?P<day>11|一一)(?=[のをはがにでと以、。」)]|から|$)"
)
"""The two days that stand for what happened on them: 3・11の教訓."""
_QUOTED_DAY = re.compile(
    "(?:(?<=「)(?=(?:1・17|2・26|3・1|3・11|4・3|5・15|5・18|6・4|7・7|8・15|9・11|9・18|10・7|12・8)」)"
    "|(?<![0-9・.第])(?=[39][.]11(?:から[0-9]+年|以[降来]|の(?:教訓|被災|テロ))))(?P<month>[0-9]{1,2})[・.](?P<day>[0-9]{1,2})"
)
"""A day as the name of what happened on it: 「８・１５」, ９．１１から２５年."""
_DAY_OF_PROGRAM = re.compile(r"(?<=日\()(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=\))")
"""The date beside a day of a programme: 第1日(11/24)."""
_YEAR_OF_ERA = re.compile(f"(?:{ERA_NAMES})[0-9]{{1,2}}(?=[~・、](?:[0-9]|{ERA_NAMES}))")
_NO_TERM = "[間限待日初中前後目生入募講末手]|の?(?:期末|勤勉|支給|賞与)|の(?:入|募|講|生|学)"
_TERM = re.compile(f"期(?:の?第[1-4一二三四]・?四半期|(?!{_NO_TERM}))")
_OF_ACCOUNTS = re.compile("の?(?:決算|連結|業績)")
_MOST_DAYS = 14
"""Ranges of more days than these are dates: 20~21日で."""
_LINKS = ("~", "-", "・", "、")
_FEW_DAYS = re.compile("中(?![旬国東])|ほど|程度|くらい|ぐらい|かけ|かか|続|おき|前|後|のうち|で(?!開|行)")
_ERA = re.compile(f"{ERA_NAMES}|[MTSHR][0-9]")
_WESTERN_FISCAL = re.compile("(?<![0-9])20[0-9]{2}年度")
_EARLIEST_TO_COME = 10
"""From this year of Reiwa on a fiscal year was to come when this was written."""
_NO_DATES = re.compile(
    "二日[市酔灸]|四日市|八日市|十日[町戎夜]|三日(?:月|坊主|天下|ばしか|三晩)|六日の(?:菖蒲|あやめ)|一日|五月[雨晴病]|一月(?!一)"
)


def find_dates(scan: Scan) -> Iterator[Placeable]:
    """The dates of the text, ranges and lists of dates as one, and a finding for each date that cannot be.

    A fiscal year without its era (令和７年度から９年度) is of the era of the one before it, else of that of the paper.
    """
    lists = tuple(find_year_lists(scan))
    listed = {at for years in lists for at in range(years[0].start, years[-1].end)}
    days = [day for years in lists for day in years]
    others = (*find_short_years(scan), *find_distant_years(scan), *find_lettered_years(scan))
    days += [day for day in others if day.start not in listed]
    taken = {at for day in days for at in range(day.start, day.end)} | listed
    yield from unread_years(scan, days)
    yield from find_years_of_other_eras(scan)
    named = scan.year
    for pattern in (_DATE, _FIGURES, _COMPACT, _MONTH_SLASH_DAY, _DAY_OF_PROGRAM, _INCIDENT, _DAY_AS_NAME, _QUOTED_DAY):
        for match in pattern.finditer(scan.text):
            if match.start() in taken:
                continue
            read = _read(match, replace(scan, year=named))
            named = next((day.year for day in read if day.is_fiscal and day.year), named)
            fault = next((fault for day in read if (fault := _fault(day))), "")
            if fault:
                yield impossible(match.start(), match.end(), match[0], fault)
            elif read or not match.groupdict().get("barefiscal"):
                days += read
            else:
                yield Placeable(match.start(), match.end(), "", ConstraintKind.DATE)
    days = [_with_term(day, scan.text) for day in sorted(days, key=lambda day: day.start)]
    yield from (mismatch for day in days if (mismatch := _weekday_mismatch(day, scan)))
    yield from (_guess(day) for day in days if day.is_guessed)
    yield from (unsure(day) for day in days if is_unsure(day, days, scan.text))
    yield from _unread(days, scan.text)
    yield from join_dates(days, scan)


def _with_term(day: Day, text: str) -> Day:
    """A month that names the business year which ends in it, with what stands behind it (2026年3月期第3四半期)."""
    term = _TERM.match(text, day.end) if day.month and not (day.day or day.part or day.relative) else None
    is_named = term and (day.year or (_OF_ACCOUNTS.match(text, term.end()) and not text.endswith(_LINKS, 0, day.start)))
    return replace(day, end=term.end(), part=term[0]) if term and is_named else day


def _guess(day: Day) -> Placeable:
    """What to say of a year that the paper does not give in full."""
    year = f"FY{day.year}" if day.is_fiscal else str(day.year)
    message = f"{day.source} was read as {year}; the paper names neither its century nor its era."
    finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the year in the original.")
    return Placeable(day.start, day.start, "", ConstraintKind.DATE, finding=finding)


def _unread(days: Sequence[Day], text: str) -> Iterator[Placeable]:
    """A finding for each year of an era that was not read as a date: 昭和４２、３年頃."""
    read = {at for day in days for at in range(day.start, day.end)}
    for match in _YEAR_OF_ERA.finditer(text):
        if match.start() not in read:
            message = f"{match[0]} is a year of an era, and was not read as one."
            finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the year in the original.")
            yield Placeable(match.start(), match.start() + 2, "", ConstraintKind.DATE, finding=finding)


def _read(match: re.Match[str], scan: Scan) -> list[Day]:
    """The one or two days of a match (３～５日 has two); none when it is no date after all."""
    found = {name: text for name, text in match.groupdict().items() if text}
    if "named" in found:
        found |= {"month": "1", "day": "1"} if found["named"].startswith("元") else {"month": "12", "day": "31"}
    has_frame = any(name in found for name in ("era", "western", "barefiscal", "month"))
    has_frame = has_frame or ("part" in found and found.get("relative", "").endswith("月"))
    if _NO_DATES.match(match.string, match.start()) or not (has_frame or "day" in found):
        return []
    is_of_year = found.get("part", "").endswith("期")
    if "part" in found and (not has_frame or (is_of_year and "month" in found)):
        return []
    if set(found) == {"day0", "daylink", "day"} and _is_two_or_three(found, scan.text, match.span()):
        return []
    if set(found) == {"day"} and is_length_of_days(whole_number(found["day"]), scan.text, match.span()):
        return []
    day = Day(
        match.start(),
        match.end(),
        source=match[0],
        year=_year(found, scan),
        is_fiscal=any(name in found for name in ("fiscal", "fiscal_long", "barefiscal")),
        relative=found.get("relative", ""),
        month=whole_number(found.get("month")),
        day=whole_number(found.get("day")),
        weekday=next((found[name] for name in ("weekday", "weekday2", "weekday3") if name in found), ""),
        holiday=next((found[name] for name in ("holiday", "public", "holiday2", "public2") if name in found), ""),
        part=_part(found.get("part", "")),
        is_contradictory=_is_contradictory(found),
        is_guessed="barefiscal" in found and not scan.year,
    )
    if "barefiscal" in found:
        day = _of_western_count(day, match)
    if day.is_fiscal and day.year is None and "era" not in found:
        return []
    return _split(day, match, found)


def _part(written: str) -> str:
    """A part of a month or year as it is known: 上中旬 for 初旬から中旬まで."""
    part = _BETWEEN_PARTS.sub("", written.lstrip("の"))
    return part.replace("初", "上") if part in ("初中旬", "初下旬") else part


def _is_two_or_three(found: dict[str, str], text: str, place: tuple[int, int]) -> bool:
    """Whether two days side by side are no dates but two or three of them: 2、3日中に, 2~3日で復旧する."""
    first, last = whole_number(found["day0"]) or 0, whole_number(found["day"]) or 0
    is_few = first < last <= _MOST_DAYS and (found["daylink"] in "~-" or (last == first + 1 and last < 10))
    is_next = is_few and found["daylink"] in "、,"
    return is_few and (bool(is_next and _FEW_DAYS.match(text, place[1])) or is_length_of_days(None, text, place))


def _split(day: Day, match: re.Match[str], found: dict[str, str]) -> list[Day]:
    """Two dates where the first of the pair lacks its 日, 月 or 年 (３～５日, 4~6月, 2023~2027年度)."""
    if "daylink" in found:
        at = match.start("daylink")
        first = replace(day, end=at, day=whole_number(found["day0"]), weekday="")
        source = match.string[at + 1 : match.end()]
        return [first, replace(day, start=at + 1, source=source, year=None, month=None, relative="")]
    if "months" in found:
        return _month_list(day, match)
    if "monthlink" in found:
        at = match.start("monthlink")
        first = replace(day, end=at, month=whole_number(found["month0"]), day=None, weekday="", part="")
        return [first, replace(day, start=at + 1, source=match.string[at + 1 : match.end()], year=None, relative="")]
    if "yearlink" in found:
        at = match.start("yearlink")
        first = replace(day, end=at, year=whole_number(found["year0"]), month=None, day=None, weekday="", part="")
        return [first, replace(day, start=at + 1)]
    return [day]


def _month_list(day: Day, match: re.Match[str]) -> list[Day]:
    """The months whose 月 is written once (１０、１１月); the last alone where the numbers before it are none."""
    places = [place.span() for place in re.compile(_N).finditer(match.string, *match.span("months"))]
    numbers = [*(whole_number(match.string[start:end]) or 0 for start, end in places), day.month or 0]
    is_rising = all(1 <= one < other <= 12 or (one, other) == (12, 1) for one, other in pairwise(numbers))
    last = replace(day, start=match.start("month"), source=match.string[match.start("month") : match.end()])
    if not is_rising:
        return [last]
    firsts = [
        replace(day, start=start, end=end, month=number, part="")
        for (start, end), number in zip(places, numbers, strict=False)
    ]
    return [replace(firsts[0], start=match.start()), *firsts[1:], replace(last, year=None, relative="")]


def _year(found: dict[str, str], scan: Scan) -> int | None:
    if "western" in found:
        return whole_number(found["western"])
    if "era_year" in found:
        return western_year(found["era"], 1 if found["era_year"] == "元" else int(found["era_year"]))
    if "era" in found:
        return _era_year(found["era"])
    if "barefiscal" in found:
        return _fiscal_year(whole_number(found["barefiscal"]) or 0, scan)
    return None


def _fiscal_year(number: int, scan: Scan) -> int | None:
    """The year of 8年度 (of Reiwa) or 26年度 (2026) in a paper of about that time, or of an unknown one."""
    year = 2000 + number if number >= 20 else western_year("令和", number)
    return year if year and (not scan.year or abs(year - scan.year) <= 5) else None


def _of_western_count(day: Day, match: re.Match[str]) -> Day:
    """2013 for １３年度 in １３年度比 or beside 2030年度, where no era is named: that of Reiwa is yet to come."""
    number = whole_number(match["barefiscal"]) or 0
    is_compared = match.string.startswith("比", match.end())
    is_western = bool(_WESTERN_FISCAL.search(match.string)) and not _ERA.search(match.string)
    if number < _EARLIEST_TO_COME or number >= 20 or not (is_compared or is_western):
        return day
    return replace(day, year=2000 + number, is_guessed=True)


def _era_year(text: str) -> int | None:
    era, number = (text[:1], text[1:]) if text[0].isascii() else (text[:2], text[2:])
    return western_year(era, 1 if number == "元" else whole_number(number) or 0)


def _is_contradictory(found: dict[str, str]) -> bool:
    """Whether an era year and the western year beside it disagree."""
    if "era_western" in found:
        return _era_year(found["era"]) != whole_number(found["era_western"])
    return "western_era" in found and _era_year(found["western_era"]) != whole_number(found["western"])


def _fault(day: Day) -> str:
    """Why a date cannot be; empty when it can."""
    if day.is_contradictory:
        return "the era year and the western year disagree."
    if day.year is None and _ERA.match(day.source):
        return "the era has no such year."
    if day.month is not None and not 1 <= day.month <= 12:
        return "there is no such month."
    longest = monthrange(day.year or 2000, day.month)[1] if day.month else 31
    if day.day is not None and not 1 <= day.day <= longest:
        return "there is no such day."
    return ""


def _weekday_mismatch(day: Day, scan: Scan) -> Placeable | None:
    """A finding when the weekday is not that of the date.

    A date without a year is taken to be of the year of issue, or of the year after it (January to June) or before it
    (July to December), since papers announce and report across the new year.
    """
    if not (day.weekday and day.month and day.day):
        return None
    years = [day.year] if day.year else []
    if not years and scan.year and not day.relative:
        years = [scan.year, scan.year + (1 if day.month <= 6 else -1)]
    real = [WEEKDAYS[date(year, day.month, day.day).weekday()] for year in years if _exists(year, day)]
    if not real or day.weekday in real:
        return None
    finding = Finding(
        Code.WEEKDAY_MISMATCH,
        Severity.WARNING,
        f"{day.source}: {years[0]}年{day.month}月{day.day}日 was ({real[0]}). The weekday of the paper was kept.",
        hint="Check the date in the original.",
    )
    return Placeable(day.start, day.start, "", ConstraintKind.DATE, finding=finding)


def _exists(year: int, day: Day) -> bool:
    return bool(day.month and day.day and day.day <= monthrange(year, day.month)[1])
