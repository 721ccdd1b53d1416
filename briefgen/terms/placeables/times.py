"""Times of day: １５時００分, 午後３時半, 15:30, 正午, 午前８時台, ranges of them, and hours past midnight (25時)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.folding import fold
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import MOVED, Placeable, Scan, impossible, whole_number
from briefgen.terms.placeables.half_days import (
    AFTERNOON,
    BETWEEN_TIMES,
    Time,
    bare_hours,
    carried,
    in_half,
    last_half,
    past_noon,
    same_half,
    unsure_behind,
    unsure_hours,
)
from briefgen.terms.placeables.numbers import OF_RATIOS

__all__ = ["find_times"]

_N = "(?:[0-9]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_NO_HOUR = "間|点|期|代|刻|速|差|局|世|折|下|給|限|短|報|的"
_NO_MINUTE = "間|野|類|析|割|担|離|散(?!会)|隊|科|岐|断|布|の[0-9一二三四五六七八九十]"
_NO_MINUTE_OF_DAY = _NO_MINUTE.rpartition("|の")[0]
"""Behind an hour no fraction can stand."""
_DIGITS = "(?:[01][0-9]|2[0-4])[0-5][0-9]"
_PARTS = "AM|PM|am|pm|午前|午後|未明|明け方|早朝|朝|昼過ぎ|昼|夕方|夕刻|夕|夜間|深夜|夜|晩"
_CLOCK = re.compile(
    rf"(?<![0-9〇一二三四五六七八九十第])(?<![0-9][.,:])(?:(?<![今昨毎翌前当同A-Za-z])(?P<part>{_PARTS})の? ?)?"
    rf"(?:(?P<hour>{_N})時(?!{_NO_HOUR})(?:(?P<minute>{_N})分(?!{_NO_MINUTE_OF_DAY})(?:(?P<second>{_N})秒)?|(?P<thirty>半))?"
    rf"|(?P<hour2>[0-9]{{1,2}}):(?P<minute2>[0-9]{{2}})(?::(?P<second2>[0-9]{{2}}))?(?![0-9:])"
    "(?: ?(?P<half>AM|PM|am|pm)(?![A-Za-z]))?)"
    "|(?P<noon>正午)"
    rf"|(?:(?<=日)|(?<=\)))(?P<dated>{_DIGITS})(?=から|より|~|まで|頃|ごろ|に|[、。)発着開終集必締]|現在|時点|[ZIJ]|$)"
    rf"|(?<![0-9A-Za-z.,~-])(?P<zone>{_DIGITS})(?=(?:[ZIJzi]|JST|UTC|GMT)(?![A-Za-z0-9])|\((?:現地|日本|JST|UTC|Z))"
    rf"|(?:(?<=時刻:)|(?<=時間:)|(?<=時間帯:)|(?<=時刻は)|(?<=日本時間)|(?<=現地時間)|(?<=標準時)|(?<=世界時)|(?<=JST)|(?<=UTC))"
    rf"(?P<digits>{_DIGITS})(?!~?[0-9]|年)"
    rf"|(?<![0-9A-Za-z.,~-])(?P<due>{_DIGITS})(?=必着|締切|頃|ごろ|時点)|(?<![0-9A-Za-z.,])(?P<hours>{_DIGITS})時(?!{_NO_HOUR})"
    rf"|^(?P<first>{_DIGITS})(?=、[^0-9]|[ \u3000](?![名人隻機台両件円個回号万億年月日時分秒])[一-龯ァ-ヺ第])"
    r"|(?:^|(?<=[、。(は]))(?P<night>0[0-9][0-5][0-9])(?=に(?!は?[0-9])|頃|ごろ|時点|現在|まで)"
)
_FOUR_FIGURES = re.compile(
    rf"(?<![0-9A-Za-z.,~-])(?P<first>{_DIGITS})(?:~|から|より)(?P<last>{_DIGITS})(?![0-9A-Za-z.,%億万年円人名隻機台件発個本ァ-ヺ])"
)
_ABOUT_TIMES = re.compile("時間帯|時間:|時刻|勤務|受付|開始|終了|集合|当直|飛行|訓練|射撃")
"""What is said where two numbers of four figures are times; a zero before the first says it as well."""
_NO_TIMES = re.compile(
    "一時(?!一?[0-9一二三四五六七八九十]{1,3}分)|[一二三]時[^0-9〇一二三四五六七八九十分半(、。にかよま頃ご過前]"
)
_SAME_HOUR = re.compile(
    rf"(?P<about>頃|ごろ)?(?:から|より|(?P<wave>~))(?P<same>同)?(?P<minute>{_N})分(?!{_NO_MINUTE})(?=(?P<until>(?:頃|ごろ)?まで)?)"
)
_UNTIL = re.compile("(?P<about>頃|ごろ)?(?:まで)?")
_UNTIL_BEYOND = re.compile("(?:(?P<past>過ぎ|すぎ)|前)(?:まで)?(?![一-龯])")
"""The end of a range that is a little after or before a time: 10時から正午過ぎまで."""
_PAST, _SHORT_OF = ("shortly after", "just after", "after"), ("shortly before", "just before", "before")
_ABOUT = ("around", "approximately", "about")
_WITHIN_HOUR = re.compile("(?<=時)台(?![湾風数頭所本])")
"""Some time of the hour: 午前８時台."""
_BESIDE_HOUR = re.compile("(?<=分)(?:(?P<past>過ぎ|すぎ)|前)(?![0-9一-龯])")
"""Minutes before or past the hour (９時１５分前), or shortly before or after the minute."""
_MOST_BEFORE, _MOST_PAST = 20, 25
"""From how many minutes on it is the minute and no longer the hour that is meant."""
_SAME_DAY = re.compile(r"[今昨毎翌前当同](?P<part>朝|夕|夜|晩)の?$")
_ZONE = re.compile("(?:[ZIzi]|JST|UTC|GMT)(?![A-Za-z0-9])")
_ZONES = {"Z": (" UTC", "Z", " Z", " GMT"), "UTC": (" UTC", "Z", " GMT"), "I": (" JST", "I", " I")}
"""What stands behind a time of the zone that a paper names; without it the time would be nine hours off."""
_TWELVE = re.compile("(?:午後|(?:深夜|夜間?|晩)の?)(?:12|十二)時(?![0-9一二三四五六七八九十半])|午前(?:12|十二)時")
_AFTER_MIDNIGHT = re.compile("(?<!深)(?:夜間?|晩)の?(?:[0-4]|[零〇一二三四])時(?!間)")
_LIKE_A_YEAR = re.compile("(?:19|20)[0-5][0-9]")
_LATEST = 30
_SHARES = re.compile("50:50(?![0-9:])")
"""Equal shares, which are no time."""


def find_times(scan: Scan) -> Iterator[Placeable]:
    """The times of the text, a range (１５時から１７時まで) as one."""
    times = list[Time]()
    for match in _CLOCK.finditer(scan.text):
        time = _read(match)
        if time is None or _is_ratio(match):
            continue
        if match["hour2"] and _SHARES.match(scan.text, match.start()):
            yield Placeable.of(
                *match.span(), (match[0], match[0].replace(":", "-"), "fifty-fifty"), ConstraintKind.NUMBER
            )
        elif _is_possible(time):
            times.append(time)
        else:
            yield impossible(match.start(), match.end(), match[0], "there is no such time.")
    times = [*in_half(sorted((*_of_four_figures(scan), *times), key=lambda time: time.start), scan.half)]
    doubts = [*unsure_hours(times, scan), *bare_hours(times, scan)]
    if times and scan.before:
        doubts += unsure_behind(_last_before(scan), times, scan)
    yield from dict.fromkeys(doubts)
    yield from _joined(carried(times, scan), scan)


def _is_possible(time: Time) -> bool:
    return time.hour < _LATEST and time.minute <= 59 and (time.second or 0) <= 59


def _of_four_figures(scan: Scan) -> Iterator[Time]:
    """The ends of ranges of four figures: 0830~1215."""
    for match in _FOUR_FIGURES.finditer(scan.text):
        if match["first"][0] == "0" or _ABOUT_TIMES.search(scan.text):
            yield _of_figures(match, "first")
            yield _of_figures(match, "last")


def _last_before(scan: Scan) -> Time | None:
    """The last time, or part of the day by itself, of the sentence before."""
    before = replace(scan, folded=fold(scan.before), before="")
    times = (_read(match) for match in _CLOCK.finditer(before.text) if not _is_ratio(match))
    return last_half([time for time in times if time and _is_possible(time)], before)


def _is_ratio(match: re.Match[str]) -> bool:
    """Whether figures with a colon cannot be hours and minutes, or make up a hundred beyond them: 50:50, 25:75.

    Nor are they hours and minutes where the text speaks of ratios and says no part of the day.
    """
    if match["hour2"] and not match["part"] and OF_RATIOS.search(match.string):
        return True
    hour, minute = (int(match[part] or 0) for part in ("hour2", "minute2"))
    return hour >= _LATEST or (minute > 59 and hour + minute == 100)


def _of_figures(match: re.Match[str], group: str) -> Time:
    """0830 as a time."""
    return Time(*match.span(group), int(match[group][:2]), int(match[group][2:]))


def _read(match: re.Match[str]) -> Time | None:
    if match["noon"]:
        return Time(*match.span(), 12, 0, is_noon=True)
    if _NO_TIMES.match(match[0]):
        return None
    for figures in ("digits", "due", "hours", "dated", "zone", "first", "night"):
        if match[figures]:
            return replace(_of_figures(match, figures), end=match.end())
    hour = whole_number(match["hour"] or match["hour2"])
    minute = 30 if match["thirty"] else whole_number(match["minute"] or match["minute2"])
    seconds = match["second"] or match["second2"]
    if hour is None or (minute is None and (match["minute"] or match["minute2"])):
        return None
    half = {"A": "午前", "P": "午後"}.get((match["half"] or match["part"] or " ")[0].upper(), "")
    part = half or match["part"] or _part_before(match)
    hour = 0 if half == "午前" and hour == 12 else hour  # 12:30 a.m.; of 午前12時 the reader is told
    return Time(*match.span(), _hour_of_day(hour, minute, part), minute or 0, whole_number(seconds), part=part)


def _part_before(match: re.Match[str]) -> str:
    """The part of the day that stands in 今夜 and its like before a time."""
    found = _SAME_DAY.search(match.string, 0, match.start())
    return found["part"] if found else ""


def _hour_of_day(hour: int, minute: int | None, part: str) -> int:
    """夜８時 is 20; 午後12時 and 夜12時 by themselves are midnight, 24, since noon is 正午."""
    if hour in AFTERNOON.get(part, ()):
        return hour + 12
    if hour == 12 and part in ("午後", "夜", "夜間", "晩", "深夜"):
        return 24 if minute is None else 12 if part == "午後" else 0
    return hour


def _joined(times: list[Time], scan: Scan) -> Iterator[Placeable]:
    at = 0
    while at < len(times):
        first, following = times[at], times[at + 1 : at + 2]
        ending = _same_hour(first, scan)
        if ending:
            yield _range(first, ending, scan)
            at += 1
        elif following and BETWEEN_TIMES.fullmatch(scan.text, first.end, following[0].start):
            last = same_half(first, following[0], scan)
            if MOVED.match(scan.text, last.end):
                yield from (_single(one, scan) for one in (first, last))
            else:
                yield _range(first, last, scan)
            yield from past_noon(first, following[0], last)
            at += 2
        else:
            yield _within_hour(first, scan) or _beside_hour(first, scan) or _single(first, scan)
            at += 1


def _single(time: Time, scan: Scan) -> Placeable:
    zone = _ZONE.match(scan.text, time.end)
    forms = _zoned(_forms(time, scan), zone[0]) if zone else _forms(time, scan)
    placed = Placeable.of(time.start, zone.end() if zone else time.end, forms, ConstraintKind.TIME)
    return replace(placed, finding=_doubt(scan.text[time.start : time.end]))


def _within_hour(time: Time, scan: Scan) -> Placeable | None:
    """``between 08:00 and 08:59`` for 午前８時台."""
    match = _WITHIN_HOUR.match(scan.text, time.end)
    if not match:
        return None
    begins = _forms(time, scan)
    forms = [
        f"between {one} and {other}"
        for end in (replace(time, minute=59), replace(time, hour=time.hour + 1))
        for one, other in zip(begins, _forms(end, scan), strict=False)
    ]
    forms += [f"the {one} hour" for one in begins] + [f"the hour from {one}" for one in begins]
    forms += [
        f"{word} {one}" for one in begins for word in ("some time after", "sometime after", "shortly after", "after")
    ]
    return Placeable.of(time.start, match.end(), forms, ConstraintKind.TIME)


def _beside_hour(time: Time, scan: Scan) -> Placeable | None:
    """``15 minutes before 09:00`` for ９時１５分前, which some mean as shortly before 09:15, and the reader is told."""
    match = _BESIDE_HOUR.match(scan.text, time.end)
    most = _MOST_PAST if match and match["past"] else _MOST_BEFORE
    if not match or time.second is not None or time.minute % 5 or not 0 < time.minute <= most:
        return None
    hour, sides = replace(time, minute=0), ("past", "after") if match["past"] else ("before", "to")
    minutes = time if match["past"] else replace(time, hour=(time.hour - 1) % 24, minute=60 - time.minute)
    forms = [f"{time.minute} minutes {side} {form}" for side in sides for form in _forms(hour, scan)]
    forms += _forms(minutes, scan)
    source = scan.text[time.start : match.end()]
    other = f"shortly {'after' if match['past'] else 'before'} {_forms(time, scan)[0]}"
    message = f"{source} was read as {forms[0]}; it may be {other}."
    finding = Finding(Code.AMBIGUOUS_TIME, Severity.WARNING, message, hint="Check the time in the original.")
    return replace(Placeable.of(time.start, match.end(), forms, ConstraintKind.TIME), finding=finding)


def _zoned(forms: Sequence[str], zone: str) -> list[str]:
    """The forms of a time with its zone behind them: 23:59 UTC for 2359Z, 17:00 JST for 1700I."""
    names = _ZONES.get(zone.upper(), (f" {zone}",))
    return [f"{form}{name}" for form in forms for name in names]


def _same_hour(first: Time, scan: Scan) -> Time | None:
    """The end of a range whose hour is that of its beginning (13時24分から27分まで)."""
    match = _SAME_HOUR.match(scan.text, first.end)
    minute = whole_number(match["minute"]) if match else None
    is_end = match is not None and (match["wave"] or match["until"] or match["same"])
    if not match or not is_end or minute is None or not first.minute < minute < 60:
        return None
    return replace(first, start=match.start("minute"), end=match.end(), minute=minute)


def _range(first: Time, last: Time, scan: Scan) -> Placeable:
    """A range as one; where the paper says 頃 of its beginning, both ends are around a time."""
    left, right = _forms(first, scan), _forms(last, scan)
    link = BETWEEN_TIMES.match(scan.text, first.end)
    if link and link["next"]:
        left, right = _into_next_day(left, right)
    forms = [f"from {left[0]} to {right[0]}", f"{left[0]} to {right[0]}"]
    if not (link and link["from"]):
        forms.reverse()
    if link and link["about"]:
        forms = [
            f"{word}{about} {one} to {more}{other}"
            for word in ("from ", "")
            for about in _ABOUT
            for one, other in zip(left, right, strict=False)
            for more in (f"{about} ", "")
        ]
    links = ("to", "until", "through", "-")
    pairs = list(zip(left, right, strict=False))
    if beyond := _UNTIL_BEYOND.match(scan.text, last.end):
        words = [f"to {word}" for word in (_PAST if beyond["past"] else _SHORT_OF)]
        abouts = [f"{about} " for about in _ABOUT] if link and link["about"] else [""]
        forms = [
            f"{begin}{about}{one} {word} {other}"
            for begin in ("from ", "")
            for about in abouts
            for word in words
            for one, other in pairs
        ]
        return Placeable.of(first.start, beyond.end(), forms, ConstraintKind.TIME)
    forms += [f"{one} {link} {about}{other}" for one, other in pairs for link in links for about in ("", "around ")]
    forms += [f"between {one} and {about}{other}" for one, other in pairs for about in ("", "around ")]
    forms += [f"{one}-{other}" for one, other in pairs]
    until = _UNTIL.match(scan.text, last.end)
    is_whole = until is not None and bool(not until["about"] or (link and link["about"]))
    end = until.end() if until and is_whole else last.end
    placed = Placeable.of(first.start, end, forms, ConstraintKind.TIME)
    return replace(placed, finding=_doubt(scan.text[first.start : last.end]))


def _into_next_day(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """``20:00 to 08:00 the next day`` for ２０時から翌８時; the two lists keep their pairs."""
    words = (" the next day", " the following day", " the next morning", " the following morning", "")
    pairs = [(one, other + word) for word in words for one, other in zip(left, right, strict=False)]
    return tuple(one for one, _ in pairs), tuple(other for _, other in pairs)


def _doubt(source: str) -> Finding | None:
    """午後12時 is midnight by the rule, but now and then written for noon; 夜１時 is of the next day, 1945 a year."""
    if _LIKE_A_YEAR.fullmatch(source):
        message = f"{source} was read as a time of day; it may be a year."
        return Finding(Code.AMBIGUOUS_TIME, Severity.WARNING, message, hint="Check the original.")
    found = _TWELVE.search(source) or _AFTER_MIDNIGHT.search(source)
    if not found:
        return None
    read, other = ("noon", "midnight") if found[0].startswith("午前") else ("midnight", "noon")
    message = f"{found[0]} was read as {read}; some writers mean {other} by it."
    if not found[0].startswith("午"):
        message = f"{found[0]} was read as an hour at or after midnight, which may be of the next day."
    return Finding(Code.AMBIGUOUS_TIME, Severity.WARNING, message, hint="Check the time in the original.")


def _forms(time: Time, scan: Scan) -> tuple[str, ...]:
    """The time in the style's clock and in the other one. 24:00 is written as such, 25:00 as 01:00 the next day.

    12 a.m. would be the midnight at which the day begins, so 24:00 is none without the words that say which it is.
    """
    if (time.hour, time.minute, time.second or 0) == (24, 0, 0):
        ends = [f"{form} {words}" for form in ("12:00 a.m.", "12 a.m.", "00:00") for words in _NEXT_DAY]
        figures = ("24:00", "24:00", "2400", "midnight")
        return (*(("24:00", "midnight", *figures) if scan.style.clock == "12" else figures), *ends)
    next_day = " the next day" if time.hour >= 24 else ""
    hour = time.hour - 24 if time.hour >= 24 else time.hour
    seconds = "" if time.second is None else f":{time.second:02}"
    minutes = f"{time.minute:02}{seconds}"
    day_clock = [f"{hour:02}:{minutes}", f"{hour}:{minutes}", f"{hour:02}{time.minute:02}{seconds}"]
    half = "a.m." if hour % 24 < 12 else "p.m."
    half_clock = [f"{hour % 12 or 12}:{minutes} {half}"]
    if not time.minute and time.second is None:
        half_clock.append(f"{hour % 12 or 12} {half}")
    words = _words(time)
    forms = half_clock + day_clock if scan.style.clock == "12" else day_clock + half_clock
    made = words + forms if time.is_noon else forms + words
    return tuple(form + next_day for form in made) + (tuple(made) if next_day else ())


_NEXT_DAY = ("the next day", "the following day", "midnight")


def _words(time: Time) -> list[str]:
    if time.minute or time.second:
        return []
    return {12: ["noon", "midday", "12 noon"], 0: ["midnight"]}.get(time.hour, [])
