"""Dates in English: the forms of one date in the house style and beside it, and of ranges and lists of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.japanese.eras import WEEKDAYS
from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.model.style import HouseStyle
from briefgen.terms.english import MONTHS, WEEKDAY_NAMES, join_words, ordinal, ordinal_word, spell
from briefgen.terms.placeables.announced_days import is_announced, of_announcement
from briefgen.terms.placeables.common import MOVED, Placeable, Scan

__all__ = ["HOLIDAYS", "Day", "date_forms", "join_dates"]

_PARTS = {
    "上旬": "early", "初旬": "early", "中旬": "mid-", "下旬": "late", "末": "the end of", "半ば": "mid-",
    "初め": "the beginning of", "初頭": "the beginning of", "前半": "the first half of", "後半": "the second half of",
    "上期": "the first half of", "上半期": "the first half of", "下期": "the second half of",
    "下半期": "the second half of", "上中旬": "early to mid-", "中下旬": "mid- to late", "上下旬": "early to late",
    "春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter",
}  # fmt: skip
_HOLIDAYS = {
    "元日": "New Year's Day", "成人の日": "Coming of Age Day", "建国記念の日": "National Foundation Day",
    "天皇誕生日": "Emperor's Birthday", "春分の日": "Vernal Equinox Day", "昭和の日": "Showa Day",
    "憲法記念日": "Constitution Memorial Day", "みどりの日": "Greenery Day", "こどもの日": "Children's Day",
    "海の日": "Marine Day", "山の日": "Mountain Day", "敬老の日": "Respect for the Aged Day",
    "秋分の日": "Autumnal Equinox Day", "スポーツの日": "Sports Day", "文化の日": "Culture Day",
    "勤労感謝の日": "Labor Thanksgiving Day", "振替休日": "substitute holiday",
}  # fmt: skip
HOLIDAYS = "|".join(_HOLIDAYS)
"""Pattern of the holidays that may stand beside a weekday."""
_RELATIVES = {
    "一昨年": ("the year before last",), "昨年": ("last year",), "去年": ("last year",), "来年": ("next year",),
    "再来年": ("the year after next",), "今年": ("this year",), "本年": ("this year",),
    "同年": ("the same year", "that year"), "翌年": ("the following year",), "前年": ("the previous year",),
    "同月": ("the same month", "that month"), "今月": ("this month",), "本月": ("this month",),
    "翌々年": ("two years later", "two years after"), "前々年": ("two years earlier", "two years before"),
    "再来月": ("the month after next",), "先々月": ("the month before last",), "翌々月": ("two months later",),
    "来月": ("next month",), "先月": ("last month",), "翌月": ("the following month",), "前月": ("the previous month",),
}  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_YEARS_AWAY = {"一昨年": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2}
_RANGE = re.compile("から|~|-|より")
_BASE = re.compile("比(?![較例率重類べ])(?:で(?=、?約?[0-9一二三四五六七八九])|(?:で(?![はも]))?)")
"""Behind a date with which something is compared: 2013年度比."""
_COMPARED = (
    "compared with {}", "compared to {}", "from {} levels", "from the {} level", "from the level of {}",
    "relative to {}", "from {}", "over {}", "below {}", "above {}", "against {}", "on {}", "versus {}",
    "than in {}", "than {}", "as compared with {}", "in comparison with {}", "of the {} level", "of {} levels",
    "that of {}", "of {}",
)  # fmt: skip
_LUNAR = re.compile("(?:旧暦|陰暦|太陰暦)の?$")
_LIST = re.compile("及び|および|並びに|・|、|,|と|又は|または")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as the paper gives it, from a whole day to a mere year; None and empty mean not given."""

    start: int
    end: int
    source: str
    year: int | None = None
    is_fiscal: bool = False
    relative: str = ""
    """Year or month named by relation: 来年, 同月."""
    month: int | None = None
    day: int | None = None
    weekday: str = ""
    """In one character: 木."""
    holiday: str = ""
    """Named beside the weekday: （月・勤労感謝の日）."""
    part: str = ""
    """Part of the month or year: 上旬, 末."""
    is_contradictory: bool = False
    is_guessed: bool = False
    """Whether the year is the likely one of several: 26年 as 2026, 8年度 as FY2026."""

    @property
    def grain(self) -> str:
        """What it is exact to: ``day``, ``month``, ``fiscal`` or ``year``."""
        if self.day:
            return "day"
        return "month" if self.month else "fiscal" if self.is_fiscal else "year"


def date_forms(day: Day, scan: Scan) -> tuple[str, ...]:
    """The English of one date, the preferred form first."""
    if day.relative:
        return _relative_forms(day, scan)
    if day.part:
        return _part_forms(day, scan)
    if day.is_fiscal and not day.month:
        return tuple(
            form.format(day.year) for form in ("FY{}", "FY {}", "fiscal year {}", "fiscal {}", "fiscal {} year")
        )
    if not day.month and not day.day:
        return (str(day.year),)
    if not day.day:
        return _month_forms(day)
    return _day_forms(day, scan.style)


def _month_forms(day: Day) -> tuple[str, ...]:
    month = MONTHS[(day.month or 1) - 1]
    return (f"{month} {day.year}", f"{month} of {day.year}") if day.year else (month,)


def _day_forms(day: Day, style: HouseStyle) -> tuple[str, ...]:
    forms = _plain_day_forms(day, style)
    if not day.weekday:
        return forms
    name = WEEKDAY_NAMES[WEEKDAYS.index(day.weekday)]
    comma = "" if style.date_order == "dmy" and day.month else ","
    first = f"{name} {forms[0]}" if forms[0].startswith("the ") else f"{name}{comma} {forms[0]}"
    before = [f"{short} {form}" for short in (name, f"{name[:3]}.") for form in forms]
    after = [f"{form} {mark}" for form in forms for mark in (f"({name})", f"({name[:3]}.)", name)]
    holiday = f" ({_HOLIDAYS.get(day.holiday, 'public holiday')})" if day.holiday else ""
    return tuple(f"{form}{holiday}" for form in (first, *before, *after))


def _plain_day_forms(day: Day, style: HouseStyle) -> tuple[str, ...]:
    number, nth = day.day or 1, ordinal(day.day or 1)
    if not day.month:
        firsts = (f"the {ordinal_word(number)}", f"the {ordinal_word(number)} day")
        return (f"the {nth}", nth, str(number), *firsts, *([spell(number)] if number <= 20 else []))
    name = MONTHS[day.month - 1]
    year = f", {day.year}" if day.year else ""
    mdy, dmy = f"{name} {number}{year}", f"{number} {name}{year.replace(',', '')}"
    shorts = ("Sept", "Sep") if day.month == 9 else () if day.month == 5 else (name[:3],)
    forms = [mdy, dmy] if style.date_order == "mdy" else [dmy, mdy]
    for short in shorts:
        forms += [f"{short}. {number}{year}", f"{number} {short}.{year.replace(',', '')}"]
    forms += [f"{name} {nth}{year}", f"{nth} {name}{year.replace(',', '')}", f"{nth} of {name}{year}"]
    if day.year:
        forms.append(f"{day.year}-{day.month:02}-{number:02}")
    return tuple(forms)


def _relative_forms(day: Day, scan: Scan) -> tuple[str, ...]:
    """``January next year``. Which year that is, is not computed; the figure is accepted when it comes to the same."""
    words = _RELATIVES[day.relative]
    plain = replace(day, relative="")
    forms = date_forms(plain, scan)
    if day.relative.endswith("月") and day.part:
        return tuple(form for word in words for form in _parts_of(day.part, word))
    if day.relative.endswith("月"):
        return tuple(f"{form} of {word}" for word in words for form in forms) + forms
    made = [f"{form} of {word}" for word in words for form in forms] if day.day and words[0].startswith("the ") else []
    made += [f"{form} {word}" for word in words for form in forms]
    made += [f"{form} {link} {word}" for word in words for form in forms for link in ("of", "in")]
    if day.relative in _YEARS_AWAY and scan.year:
        made += date_forms(replace(plain, year=scan.year + _YEARS_AWAY[day.relative]), scan)
    return (*made, *forms)


def _part_forms(day: Day, scan: Scan) -> tuple[str, ...]:
    if day.part.startswith("期"):
        return _term_forms(day)
    if day.part.endswith("四半期"):
        return _quarter_forms(day, scan)
    word = _PARTS[day.part]
    wholes = date_forms(replace(day, part=""), scan) if day.year or day.month else ("",)
    if word in _SEASONS:
        names = (word, "fall") if word == "autumn" else (word,)
        made = [f"{name} {link}{whole}".strip() for link in ("", "of ") for name in names for whole in wholes]
        return (*made, *(f"the {form}" for form in made))
    made = [f"{word}{'' if word.endswith('-') else ' '}{whole}" for whole in wholes]
    made += [f"the {form}" for form in made if not form.startswith("the ")]
    if day.part in ("初め", "初頭"):
        made += [f"{other} {whole}" for other in ("early", "early in", "start of", "the start of") for whole in wholes]
    if day.part == "末":
        made += [f"{other} {whole}" for other in ("late", "end of", "end") for whole in wholes]
    if word == "mid-":
        made += [f"the middle of {whole}" for whole in wholes]
    return tuple(made)


def _term_forms(day: Day) -> tuple[str, ...]:
    """``the fiscal year ending March 2026`` for 2026年3月期, also with a quarter of it."""
    months = _month_forms(replace(day, part="")) if day.year else (f"in {MONTHS[(day.month or 1) - 1]}",)
    nouns = ("fiscal year", "business year", "financial year", "year")
    terms = [f"{noun} {verb} {month}" for noun in nouns for verb in ("ending", "ended") for month in months]
    if day.part == "期":
        return (*(f"the {term}" for term in terms), *terms)
    number = int(parse_number(day.part.rpartition("第")[2][0]) or 1)
    quarters = [f"{word} quarter" for word in (ordinal_word(number), ordinal(number))]
    made = [f"{quarter} {link} the {term}" for quarter in quarters for term in terms for link in ("of", "in")]
    return (*(f"the {form}" for form in made), *made)


def _parts_of(part: str, month: str) -> Iterator[str]:
    """``the middle of next month``."""
    word = _PARTS[part]
    if word.endswith("to mid-"):
        yield f"early to the middle of {month}"
        return
    if word == "mid-":
        yield from (f"the middle of {month}", f"mid-{month.removeprefix('the ')}")
        return
    yield from (f"{word} {month}", f"{word} in {month}")
    yield from (f"the {word} part of {month}",) if word in ("early", "late") else ()


def _quarter_forms(day: Day, scan: Scan) -> tuple[str, ...]:
    """``the second quarter of FY2025``."""
    number = int(parse_number(day.part[1]) or 1)
    wholes = date_forms(replace(day, part=""), scan)
    quarters = [f"{word} quarter" for word in (ordinal_word(number), ordinal(number))]
    made = [f"the {quarter} of {whole}" for quarter in quarters for whole in wholes]
    made += [f"{quarter} of {whole}" for quarter in quarters for whole in wholes]
    made += [f"{whole} {quarter}" for quarter in quarters for whole in wholes]
    return (*made, *(f"{quarter}{link}{whole}" for quarter in (f"Q{number}", f"{number}Q") for whole in wholes
                     for link in (" ", " of ")))  # fmt: skip


def join_dates(days: Sequence[Day], scan: Scan) -> Iterator[Placeable]:
    """One placeable for each date, range (１７日から２０日まで) or list (１７日及び１８日); `days` in text order."""
    at = 0
    while at < len(days):
        group, links = [days[at]], list[str]()
        while at + len(group) < len(days):
            following = days[at + len(group)]
            link = scan.text[group[-1].end : following.start]
            if _is_moved(group[-1], following, scan) or not _is_linked(group, links, link, following):
                break
            if not links and is_announced(link, following.end, scan):
                yield of_announcement(group[0].start, following.end, scan)
                break
            group.append(replace(following, relative=""))
            links.append(link)
        yield _joined(group, links, scan)
        at += len(group)


def _is_moved(first: Day, last: Day, scan: Scan) -> bool:
    """Whether the second date takes the place of the first, ６日から９日に延期; 12日から4日に短縮 are lengths."""
    is_from = _RANGE.fullmatch(scan.text, first.end, last.start) and MOVED.match(scan.text, last.end)
    is_length = not (first.month or last.month) and (first.day or 0) > (last.day or 0)
    return bool(is_from) and (not is_length or scan.text.startswith("へ", last.end))


def _is_linked(group: Sequence[Day], links: Sequence[str], link: str, following: Day) -> bool:
    """Whether a date goes on with those before it: the same grain, no other relation than the same month or year."""
    first = group[0]
    if following.relative not in ("", "同月", "同年") or following.grain != first.grain or first.part or following.part:
        return False
    is_end = bool(links and _RANGE.fullmatch(links[-1]))
    return bool(_LIST.fullmatch(link)) or (not is_end and bool(_RANGE.fullmatch(link)))


def _joined(group: Sequence[Day], links: Sequence[str], scan: Scan) -> Placeable:
    start, end = group[0].start, group[-1].end
    is_range = bool(links and _RANGE.fullmatch(links[0]))
    end += 2 * (bool(links and _RANGE.fullmatch(links[-1])) and scan.text.startswith("まで", end))
    if is_range and not (group[0].month or group[1].month) and (group[0].day or 0) > (group[1].day or 0):
        return Placeable(start, end, "", ConstraintKind.DATE)  # Lengths: 12日から4日に短縮.
    forms = _related_forms(group, links, scan) if links and group[0].relative else ()
    forms += _group_forms(group, links, scan)
    base = _BASE.match(scan.text, end)
    if base and not links and group[0].grain in ("year", "fiscal"):
        forms = tuple(wording.format(form) for wording in _COMPARED for form in forms)
        end = base.end()
    lunar = _LUNAR.search(scan.text, 0, start) if group[0].month else None
    if lunar:
        words = ("on the lunar calendar", "of the lunar calendar", "in the lunar calendar", "on the old calendar")
        start, forms = lunar.start(), tuple(f"{form} {word}" for form in forms for word in words)
    return Placeable.of(start, end, forms, ConstraintKind.DATE)


def _related_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """``from January to June this year``: the year or month named by relation once for all, when it is that of all."""
    first = group[0]
    plain = [replace(first, relative=""), *group[1:]]
    is_month = first.relative.endswith("月")
    if any(day.month for day in plain) if is_month else plain != sorted(plain, key=lambda day: day.month or 0):
        return ()
    forms = _group_forms(plain, links, scan)
    links_between = ("of",) if is_month else ("", "of", "in")
    named = [f"{form} {link} {word}" for link in links_between for word in _RELATIVES[first.relative] for form in forms]
    if first.relative in _YEARS_AWAY and scan.year:
        named += _group_forms(
            [replace(plain[0], year=scan.year + _YEARS_AWAY[first.relative]), *group[1:]], links, scan
        )
    return tuple(" ".join(form.split()) for form in named) + forms


def _group_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """The forms of a date, a range or a list of dates."""
    if not links or _are_one_year(group):
        return date_forms(group[0], scan)
    if len(links) > 1 and any(_RANGE.fullmatch(link) for link in links):
        return _mixed_forms(group, links, scan)
    if _RANGE.fullmatch(links[0]):
        return _range_forms(group[0], group[1], scan, is_from=links[0] in ("から", "より"))
    last = "or" if any(link in ("又は", "または") for link in links) else "and"
    variants = (_spread(group, scan, 0), _spread(group, scan, 1), [date_forms(day, scan)[0] for day in group])
    forms = tuple(join_words(variant, last) for variant in variants)
    forms += tuple(form.replace(f" {last} ", f", {last} ") for form in forms)
    if len(group) == 2:
        lefts, rights = date_forms(group[0], scan)[:3], _last_forms(group, scan)
        forms += tuple(f"{left} {last} {right}" for left in lefts for right in rights)
    return forms


def _are_one_year(group: Sequence[Day]) -> bool:
    """Whether all are one and the same year by two eras: 平成３１年・令和元年."""
    return group[0].grain in ("year", "fiscal") and len({(day.year, day.part) for day in group}) == 1


def _mixed_forms(group: Sequence[Day], links: Sequence[str], scan: Scan) -> tuple[str, ...]:
    """A list in which some are ranges: ``March 5 to 7 and March 9`` for 3月5日から7日、9日."""
    items: list[list[Day]] = [[group[0]]]
    for link, day in zip(links, _filled(group)[1:], strict=True):
        if _RANGE.fullmatch(link):
            items[-1].append(day)
        else:
            items.append([day])
    bare = [[replace(day, year=None) if day.grain == "day" else day for day in item] for item in items]
    lists = [[" to ".join(_spread(item, scan, order)) for item in bare] for order in (0, 1)]
    lists += [[texts[0], *(re.sub(f" ?(?:{'|'.join(MONTHS)}) ?", "", text) for text in texts[1:])] for texts in lists]
    year = f", {group[0].year}" if group[0].grain == "day" and group[0].year else ""
    forms = [join_words(texts) + year for texts in lists]
    return tuple(dict.fromkeys([*forms, *(form.replace(" and ", ", and ") for form in forms)]))


def _range_forms(first: Day, last: Day, scan: Scan, *, is_from: bool) -> tuple[str, ...]:
    left, right = _spread((first, last), scan, 0)
    forms = [f"from {left} to {right}", f"{left} to {right}"]
    if not is_from:
        forms.reverse()
    lefts = [left, *date_forms(first, scan)[:3]]
    rights = [right, *_last_forms((first, last), scan)]
    for one in lefts:
        for other in rights:
            forms += [f"{one} {link} {other}" for link in ("to", "through", "until", "-")]
            forms += [f"between {one} and {other}", f"{one}-{other}"]
    return tuple(forms)


def _spread(group: Sequence[Day], scan: Scan, order: int) -> list[str]:
    """The dates of a group without what is said once for all of them: October 17 and 18, 2024."""
    style = (
        scan.style if not order else replace(scan.style, date_order="dmy" if scan.style.date_order == "mdy" else "mdy")
    )
    full = _filled(group)
    year, is_same_year = full[0].year, len({day.year for day in full}) == 1
    is_same_month = len({day.month for day in full}) == 1
    if group[0].grain != "day" or not full[0].month:
        return [date_forms(day, scan)[0] for day in (full if group[0].grain != "month" else _without_years(full))]
    if any(day.weekday for day in full) or not is_same_month:
        bare = _without_years(full) if is_same_year else full
        texts = [_day_forms(day, style)[0] for day in bare]
    elif style.date_order == "mdy":
        texts = [_day_forms(replace(full[0], year=None), style)[0], *(str(day.day) for day in full[1:])]
    else:
        texts = [*(str(day.day) for day in full[:-1]), _day_forms(replace(full[-1], year=None), style)[0]]
    if year and is_same_year:
        texts[-1] += f", {year}" if style.date_order == "mdy" else f" {year}"
    return texts


def _without_years(days: Sequence[Day]) -> list[Day]:
    """Only the last one keeps its year, when it is the year of all."""
    if len({day.year for day in days}) > 1:
        return list(days)
    return [replace(day, year=None) for day in days[:-1]] + [
        days[-1] if days[-1].grain == "month" else replace(days[-1], year=None)
    ]


def _filled(group: Sequence[Day]) -> list[Day]:
    """Each date with the year and month of the one before it, where it gives none."""
    filled = [group[0]]
    for day in group[1:]:
        before = filled[-1]
        month = day.month or before.month
        later = bool(month and before.month and month >= before.month)
        year = day.year or (before.year if later or not month else None)
        filled.append(replace(day, month=month, year=year))
    return filled


def _last_forms(group: Sequence[Day], scan: Scan) -> tuple[str, ...]:
    """Some forms of the last date of a group, in full and as written."""
    return tuple(dict.fromkeys((*date_forms(_filled(group)[-1], scan)[:3], *date_forms(group[-1], scan)[:3])))
