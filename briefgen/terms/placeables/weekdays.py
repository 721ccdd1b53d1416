"""Weekdays that are listed or counted (月・水・金曜日, 第１、第３水曜日), and days or years named by relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.japanese.eras import WEEKDAYS, western_year
from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.english import MONTHS, WEEKDAY_NAMES, join_words, ordinal, ordinal_word
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["are_weekdays", "find_weekdays", "weekday_alone"]

_DAY = f"[{WEEKDAYS}]"
_LINK = "(?:[・、,~]|及び|並びに|と|から)"
_LISTED = re.compile(
    rf"(?:(?P<every>毎週)|(?<![一-龯・]))の?(?P<days>{_DAY}(?:曜日?)?(?:{_LINK}{_DAY}(?:曜日?)?){{1,6}})(?:(?<=曜)(?!日)|(?<=曜日))(?:まで)?(?!{_LINK}祝)"
    rf"|(?P<each>毎週)の?(?P<short>{_DAY}(?:{_LINK}{_DAY}){{1,6}})曜?(?=[にのはがを、。)]|$)|(?<=\()(?P<span>{_DAY}~{_DAY})(?=[、)])"
)
_FEWEST_ALONE = 4
_EVERY_OTHER = re.compile(rf"隔週の?(?P<day>{_DAY})曜日?")
_NTH = re.compile(
    r"(?:(?:(?P<era>昭和|平成|令和)(?P<era_year>[0-9]{1,2})年|(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9])(?P<month>[0-9]{1,2})月の?"
    rf"|(?P<each>毎月|各月)の?)?第(?P<numbers>[1-5一二三四五](?:{_LINK}第?[1-5一二三四五])*)(?P<day>{_DAY})曜日?"
)
_WEEKEND = re.compile(
    "(?<![一-龯])(?:土[・、,]?日|土曜日?[・、,]?日曜日?)[・、,]?(?:及び|並びに)?祝祭?日?(?![賀勝福杯典儀])"
)
_WEEKENDS = (
    "Saturdays, Sundays and public holidays", "Saturdays, Sundays and national holidays",
    "Saturdays, Sundays and holidays", "Saturday, Sunday and public holidays", "Saturday, Sunday and holidays",
    "weekends and public holidays", "weekends and national holidays", "weekends and holidays",
    "Saturdays, Sundays, and public holidays", "Saturdays, Sundays, and national holidays",
    "Saturdays, Sundays, and holidays",
)  # fmt: skip
_RELATED = {
    "先々週": ("the week before last", "two weeks ago", "two weeks earlier"),
    "再来週": ("the week after next", "in two weeks", "two weeks from now", "two weeks later"),
    "翌々週": ("two weeks later", "the week after next", "the second week after", "after two weeks"),
    "先々月": ("the month before last", "two months ago", "two months earlier"),
    "再来月": ("the month after next", "the month after", "in two months", "two months from now", "two months later"),
    "翌々月": ("two months later", "the month after next", "the second month after", "the month after that"),
    "翌々日": ("two days later", "two days after", "the day after next", "the second day after", "the day after that"),
    "翌々年": ("two years later", "two years after", "the year after next", "the second year after"),
    "前々日": ("two days before", "two days earlier", "two days prior", "the day before last"),
    "前々年": ("two years before", "two years earlier", "two years prior", "the year before last"),
    "一昨年": ("the year before last", "two years ago", "two years earlier"),
    "一昨年度": ("the fiscal year before last", "two fiscal years ago", "two fiscal years earlier"),
    "再来年": ("the year after next", "two years from now", "in two years"),
    "再来年度": ("the fiscal year after next", "two fiscal years from now", "in two fiscal years"),
    "翌々年度": ("two fiscal years later", "the fiscal year after next", "the second fiscal year after"),
    "前々年度": ("two fiscal years before", "two fiscal years earlier", "the fiscal year before last"),
    "元": ("New Year's Day", "New Year’s Day", "January 1", "January 1st", "Jan. 1", "1 January", "New Year"),
    "大": ("New Year's Eve", "New Year’s Eve", "December 31", "December 31st", "Dec. 31", "31 December"),
}
"""Only those of which the model does not know the English."""
_RELATION = re.compile(
    rf"(?P<word>(?:先々|再来|翌々)週)(?:の?(?P<day>{_DAY})曜日?)?|(?P<month>先々月|再来月|翌々月|翌々日|前々日)"
    "|(?P<year>[翌前]々年度?|一昨年度?|再来年度?)"
    r"|(?<![一-龯])(?P<newyear>元|大)(?:(?<=元)[日旦]|(?<=大)(?:晦日|みそか))(?=[にのはがをかもまよで~、。・)(]|未明|早朝|朝|夕|深夜|夜|午|$)"
)


def find_weekdays(scan: Scan) -> Iterator[Placeable]:
    """The lists and ranges of weekdays, the counted ones, and the words of relation."""
    for match in _LISTED.finditer(scan.text):
        yield _listed(match)
    for match in _WEEKEND.finditer(scan.text):
        yield Placeable.of(*match.span(), _WEEKENDS, ConstraintKind.DATE)
    for match in _EVERY_OTHER.finditer(scan.text):
        name = _name(match["day"])
        forms = [f"{each} {name}" for each in ("every other", "every second")]
        forms += [
            f"{name}s every other week",
            f"alternate {name}s",
            f"{name} every other week",
            f"{name} every two weeks",
        ]
        yield Placeable.of(*match.span(), forms, ConstraintKind.DATE)
    for match in _NTH.finditer(scan.text):
        yield _counted(match)
    for match in _RELATION.finditer(scan.text):
        words = _RELATED[match["word"] or match["month"] or match["year"] or match["newyear"]]
        if match["day"]:
            words = tuple(f"{_name(match['day'])} {link}{word}" for link in ("of ", "", "in ") for word in words)
        yield Placeable.of(*match.span(), words, ConstraintKind.DATE)


def are_weekdays(texts: Iterable[str]) -> bool:
    """Whether 月, 火 and their like, where they are all of a text, are weekdays: the heads of a timetable have several.

    A paper in which fewer than four of the letters stand alone may mean fire, water or gold.
    """
    return len({text.strip() for text in texts} & set(WEEKDAYS)) >= _FEWEST_ALONE


def weekday_alone(text: str) -> Iterator[Constraint]:
    """The weekday that is all of a text."""
    letter = text.strip()
    if len(letter) == 1 and letter in WEEKDAYS:
        start, name = text.index(letter), _name(letter)
        accepted = (name[:3], f"{name[:3]}.", f"{name}s")
        yield Constraint(Span(start, start + 1), letter, name, ConstraintKind.DATE, accepted=accepted, note="computed")


def _name(letter: str) -> str:
    return WEEKDAY_NAMES[WEEKDAYS.index(letter)]


def _listed(match: re.Match[str]) -> Placeable:
    """``Monday to Friday``; ``every Monday, Wednesday and Friday`` for 毎週月・水・金曜日."""
    source = match["days"] or match["short"] or match["span"]
    names = [_name(letter) for letter in re.findall(rf"{_DAY}(?!曜)(?<!曜日)|{_DAY}(?=曜)", source)]
    is_range = len(names) == 2 and bool(re.search("~|から", source))
    variants = [names, [f"{name}s" for name in names]]
    forms = [join_words(variant) for variant in variants]
    if is_range:
        forms = [f"{one} {link} {other}" for link in ("to", "through", "until") for one, other in variants]
        forms += [f"from {form}" for form in forms] + [f"{names[0]}-{names[1]}"]
    else:
        forms += [form.replace(" and ", ", and ") for form in forms]
    each = [f"every {form}" for form in forms if not form.startswith("from ")]
    return Placeable.of(
        *match.span(), [*each, *forms] if match["every"] or match["each"] else [*forms, *each], ConstraintKind.DATE
    )


def _counted(match: re.Match[str]) -> Placeable:
    """``the first and third Wednesdays of every month``."""
    numbers = [int(parse_number(number) or 1) for number in re.findall("[1-5一二三四五]", match["numbers"])]
    name = _name(match["day"]) + ("s" if len(numbers) > 1 else "")
    link = " to " if re.search("~|から", match["numbers"]) else ""
    counted = [
        f"the {link.join(nths) if link else join_words(nths)} {one}"
        for one in dict.fromkeys((name, _name(match["day"])))
        for nths in ([nth(number) for number in numbers] for nth in (ordinal_word, ordinal))
    ]
    if match["each"]:
        counted = [f"{form} {tail}" for form in counted for tail in ("of every month", "of each month", "every month")]
    elif match["month"]:
        year = western_year(match["era"], int(match["era_year"])) if match["era"] else match["year"]
        month = MONTHS[(int(match["month"]) - 1) % 12] + (f" {year}" if year else "")
        counted = [f"{form} {tail} {month}" for form in counted for tail in ("of", "in")]
    return Placeable.of(
        *match.span(), [*counted, *(form.removeprefix("the ") for form in counted)], ConstraintKind.DATE
    )
