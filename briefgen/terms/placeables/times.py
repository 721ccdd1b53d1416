"""Times of day: １５時００分, 午後３時半, 15:30, 正午, ranges of them, and hours past midnight such as 25時."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan, impossible

__all__ = ["find_times"]

_N = "(?:[0-9]{1,2}|[〇零一二三四五六七八九十]{1,3})"
_NO_HOUR = "間|点|期|代|刻|速|差|局|世|折|下|給|限|短|報|的"
_NO_MINUTE = "間|野|類|析|割|担|離|散|隊|科|岐|断|布|の[0-9一二三四五六七八九十]"
_DIGITS = "[0-2][0-9][0-5][0-9]"
_CLOCK = re.compile(
    rf"(?<![0-9〇一二三四五六七八九十第])(?<![0-9][.,:])(?P<half>午前|午後)?"
    rf"(?:(?P<hour>{_N})時(?!{_NO_HOUR})(?:(?P<minute>{_N})分(?!{_NO_MINUTE})(?:(?P<second>{_N})秒)?|(?P<thirty>半))?"
    rf"|(?P<hour2>[0-9]{{1,2}}):(?P<minute2>[0-9]{{2}})(?::(?P<second2>[0-9]{{2}}))?(?![0-9:]))"
    "|(?P<noon>正午)"
    rf"|(?:(?<=時刻:)|(?<=時間:)|(?<=時間帯:)|(?<={_DIGITS}~))(?P<digits>{_DIGITS})(?![0-9])"
)
_NO_TIMES = re.compile("一時(?!一?[0-9一二三四五六七八九十]{1,3}分)|[一二三]時[^0-9分半(、。にかよま頃ご過前]")
_LINK = re.compile("から|~|-|より")
_TWELVE = re.compile("午後(?:12|十二)時(?![0-9一二三四五六七八九十半])")
_LATER_MINUTE = re.compile(rf"(?:から|~|-)(?P<minute>{_N})分(?!{_NO_MINUTE})(?=頃|ごろ|まで|の間|にかけ|$|[、。)])")
"""The end of a range within the hour: １１時２９分から３１分頃まで."""
_LATEST = 30


@dataclass(frozen=True, slots=True)
class _Time:
    start: int
    end: int
    hour: int
    minute: int
    second: int | None = None
    is_noon: bool = False


def find_times(scan: Scan) -> Iterator[Placeable]:
    """The times of the text, a range (１５時から１７時まで) as one."""
    times: list[_Time] = []
    for match in _CLOCK.finditer(scan.text):
        time = _read(match)
        if time is None:
            continue
        if time.hour >= _LATEST or time.minute > 59 or (time.second or 0) > 59:
            yield impossible(match.start(), match.end(), match[0], "there is no such time.")
            continue
        times.append(time)
        times += _later_minute(time, scan)
    yield from _joined(times, scan)


def _later_minute(time: _Time, scan: Scan) -> Iterator[_Time]:
    found = _LATER_MINUTE.match(scan.text, time.end)
    minute = _number(found["minute"]) if found else None
    if found and minute is not None and time.minute < minute <= 59 and scan.text[time.end - 1] == "分":
        yield _Time(found.start("minute"), found.end("minute") + 1, time.hour, minute)


def _read(match: re.Match[str]) -> _Time | None:
    if match["noon"]:
        return _Time(*match.span(), 12, 0, is_noon=True)
    if _NO_TIMES.match(match[0]):
        return None
    if match["digits"]:
        return _Time(*match.span(), int(match["digits"][:2]), int(match["digits"][2:]))
    hour = _number(match["hour"] or match["hour2"])
    minute = 30 if match["thirty"] else _number(match["minute"] or match["minute2"])
    seconds = match["second"] or match["second2"]
    if hour is None or (minute is None and (match["minute"] or match["minute2"])):
        return None
    if match["half"] == "午後" and (hour < 12 or (hour == 12 and minute is None)):
        hour += 12  # 午後12時 by itself is midnight; noon is 正午.
    return _Time(*match.span(), hour, minute or 0, _number(seconds))


def _number(text: str | None) -> int | None:
    value = parse_number(text) if text else None
    return None if value is None else int(value)


def _joined(times: list[_Time], scan: Scan) -> Iterator[Placeable]:
    at = 0
    while at < len(times):
        first, following = times[at], times[at + 1 : at + 2]
        link = scan.text[first.end : following[0].start] if following else ""
        if following and _LINK.fullmatch(link):
            yield _range(first, following[0], scan, is_from=link in ("から", "より"))
            at += 2
        else:
            placed = Placeable.of(first.start, first.end, _forms(first, scan), ConstraintKind.TIME)
            yield replace(placed, finding=_twelve_at_night(scan.text[first.start : first.end]))
            at += 1


def _range(first: _Time, last: _Time, scan: Scan, *, is_from: bool) -> Placeable:
    left, right = _forms(first, scan), _forms(last, scan)
    forms = [f"from {left[0]} to {right[0]}", f"{left[0]} to {right[0]}"]
    if not is_from:
        forms.reverse()
    links = ("to", "until", "through", "-")
    pairs = list(zip(left, right, strict=False))
    forms += [f"{one} {link} {about}{other}" for one, other in pairs for link in links for about in ("", "around ")]
    forms += [f"between {one} and {about}{other}" for one, other in pairs for about in ("", "around ")]
    forms += [f"{one}-{other}" for one, other in pairs]
    has_until = scan.text.startswith("まで", last.end)
    placed = Placeable.of(first.start, last.end + 2 * has_until, forms, ConstraintKind.TIME)
    return replace(placed, finding=_twelve_at_night(scan.text[first.start : last.end]))


def _twelve_at_night(source: str) -> Finding | None:
    """午後12時 is midnight by the letter of the rule, but now and then written for noon."""
    found = _TWELVE.search(source)
    if not found:
        return None
    message = f"{found[0]} was read as midnight; some writers mean noon by it."
    return Finding(Code.AMBIGUOUS_TIME, Severity.WARNING, message, hint="Check the time in the original.")


def _forms(time: _Time, scan: Scan) -> tuple[str, ...]:
    """The time in the style's clock and in the other one. 24:00 is written as such, 25:00 as 01:00 the next day."""
    next_day = " the next day" if time.hour > 24 else ""
    hour = time.hour - 24 if time.hour > 24 else time.hour
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


def _words(time: _Time) -> list[str]:
    if time.minute or time.second:
        return []
    return {12: ["noon", "midday", "12 noon"], 0: ["midnight"], 24: ["midnight"]}.get(time.hour, [])
