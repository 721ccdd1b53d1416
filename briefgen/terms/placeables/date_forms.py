"""Dates in English: the forms of one date in the house style and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.japanese.eras import WEEKDAYS
from briefgen.japanese.numerals import parse_number
from briefgen.model.style import HouseStyle
from briefgen.terms.english import MONTHS, WEEKDAY_NAMES, ordinal, ordinal_word, spell
from briefgen.terms.placeables.common import Scan

__all__ = ["HOLIDAYS", "RELATIVES", "RELATIVE_WORDS", "YEARS_AWAY", "Day", "date_forms", "day_forms"]

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
RELATIVE_WORDS = {
    "一昨年": ("the year before last",), "昨年": ("last year",), "去年": ("last year",), "来年": ("next year",),
    "再来年": ("the year after next",), "今年": ("this year",), "本年": ("this year",),
    "同年": ("the same year", "that year"), "翌年": ("the following year",), "前年": ("the previous year",),
    "同月": ("the same month", "that month"), "今月": ("this month",), "本月": ("this month",),
    "翌々年": ("two years later", "two years after"), "前々年": ("two years earlier", "two years before"),
    "再来月": ("the month after next",), "先々月": ("the month before last",), "翌々月": ("two months later",),
    "来月": ("next month",), "先月": ("last month",), "翌月": ("the following month",), "前月": ("the previous month",),
}  # fmt: skip
RELATIVES = "|".join(sorted(RELATIVE_WORDS, key=len, reverse=True))
"""Pattern of the years and months named by relation."""
_SEASONS = ("spring", "summer", "autumn", "winter")
YEARS_AWAY = {"一昨年": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2}


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
    return day_forms(day, scan.style)


def _month_forms(day: Day) -> tuple[str, ...]:
    month = MONTHS[(day.month or 1) - 1]
    return (f"{month} {day.year}", f"{month} of {day.year}") if day.year else (month,)


def day_forms(day: Day, style: HouseStyle) -> tuple[str, ...]:
    """The forms of a day by itself, with its weekday and holiday, the preferred one first."""
    forms = _plain_day_forms(day, style)
    holiday = f" ({_HOLIDAYS.get(day.holiday, 'holiday' if day.holiday == '休' else 'public holiday')})" * bool(
        day.holiday
    )
    if not day.weekday:
        return tuple(f"{form}{holiday}" for form in forms)
    name = WEEKDAY_NAMES[WEEKDAYS.index(day.weekday)]
    comma = "" if style.date_order == "dmy" and day.month else ","
    first = f"{name} {forms[0]}" if forms[0].startswith("the ") else f"{name}{comma} {forms[0]}"
    before = [f"{short} {form}" for short in (name, f"{name[:3]}.") for form in forms]
    after = [f"{form} {mark}" for form in forms for mark in (f"({name})", f"({name[:3]}.)", name)]
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
    words = RELATIVE_WORDS[day.relative]
    plain = replace(day, relative="")
    forms = date_forms(plain, scan)
    if day.relative.endswith("月") and day.part:
        return tuple(form for word in words for form in _parts_of(day.part, word))
    if day.relative.endswith("月"):
        return tuple(f"{form} of {word}" for word in words for form in forms) + forms
    made = [f"{form} {word}" for word in words for form in forms]
    made += [f"{form} {link} {word}" for word in words for form in forms for link in ("of", "in")]
    if day.relative in YEARS_AWAY and scan.year:
        made += date_forms(replace(plain, year=scan.year + YEARS_AWAY[day.relative]), scan)
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
