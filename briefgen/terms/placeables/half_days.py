"""Hours that leave out their half of the day: 午後１時、３時 is 13:00 and 15:00, 午前１１時から２時 ends at 14:00.

So do hours behind a part of the day that stands by itself: 午後は２時から, 夜は７時.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.findings import Code, Finding, Severity
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = [
    "AFTERNOON",
    "BETWEEN_TIMES",
    "Time",
    "bare_hours",
    "carried",
    "in_half",
    "last_half",
    "past_noon",
    "same_half",
    "unsure_behind",
    "unsure_hours",
]

AFTERNOON = {"昼過ぎ": range(1, 6), "昼": range(1, 6), "夕方": range(1, 9), "夕刻": range(1, 9), "夕": range(1, 9),
              "夜": range(5, 12), "夜間": range(5, 12), "晩": range(5, 12), "深夜": range(9, 12),
              "午後": range(12)}  # fmt: skip
"""Which hours of a part of the day are past noon."""
_EVENING = 7
"""From this hour on a bare one behind noon may be of the morning."""
_BARE = re.compile("(?:1[01]|[1-9]|十一?|[一二三四五六七八九])(?:時|:)")
"""An hour before noon by its figure, without the zero of a clock of 24 hours."""
_BARE_OF_PART = re.compile(f"{_BARE.pattern}|[0零]時|0:")
_OTHER_DAY = re.compile("[。;翌]|[0-9一二三四五六七八九十昨前]日")
_ALONE = re.compile(
    "(?P<half>午前|午後)|(?:(?<![一-龯])|(?<=[)今昨同翌毎当曜])|(?<=曜日)|(?<=[0-9同翌当前]日))"
    "(?P<part>未明|明け方|早朝|朝|昼過ぎ|昼|夕方|夕刻|夕|夜間|深夜|夜|晩)(?=に?[はも]|から[はも]|に[入な]|[の、,:(])"
)
"""A part of the day by itself, which says of which half the hours behind it are."""
_GOVERNING = re.compile(
    "中?(?:(?:に|から)?[はもが]|の[^、。0-9「」でを]{1,8}[はもが]|、[^、。0-9「」]{1,12}[はもが]"
    "|に(?:入|な)[りっ]て?|[:()])?[、 ]?約?"
)
"""Between such a part and an hour that is surely of it."""
_OF_EVENT = re.compile("[^、。]{0,3}に?(?:発生し|起き|起こっ|あっ|行われ|開かれ)た[一-龯ァ-ヺ]")
"""Behind the hour of what happened at another time: 午後、首相は３時に起きた地震について."""
_LATE = 9
"""From this hour on one of the afternoon is seldom meant."""
_AT_NIGHT = re.compile("夜|[当宿]直|未明")
_REPORTED = re.compile("会見|発表|説明|報告|報じ|報道|によ[るり]|現在|時点|「|」|発生|起きた|起こった|あった")
"""Between two times of which the second may be of another time of the day: 午後３時の会見で、６時に起きた地震."""
_EARLY = re.compile("(?:[1-7]|[一二三四五六七])時(?:半|00分|30分)?")
_OF_MORNING = re.compile(
    "朝|未明|明け方|夜明け|日の出|日出|日没|午前|深夜|夜中|時点|現在|(?<![0-9])(?:0[0-9]?|1[3-9]|2[0-4])(?:時(?!間)|:[0-9]{2})|[0-9]?[1-46-9]分(?!間|の)"
)
"""What puts a bare hour into the morning: it says so, or its clock is one of 24 hours."""
_MEETING = re.compile("会[議合談見場食]|[式祭茶]典|開[会始演]|始ま|集合|面会|面談|受付|説明会|講[演座]|懇[親談]|表敬")
BETWEEN_TIMES = re.compile("(?P<about>頃|ごろ)?(?:(?P<from>から|より)|~|-)(?P<next>翌日?の?)?(?:同日?)?")
"""Between the two ends of a range of times."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day as the paper gives it, with its place in the folded text."""

    start: int
    end: int
    hour: int
    minute: int
    second: int | None = None
    is_noon: bool = False
    part: str = ""
    """The part of the day in which the paper puts it: 午後, 夜."""
    is_unsure: bool = False
    """Whether the half of the day may be the other one."""


def carried(times: Sequence[Time], scan: Scan) -> list[Time]:
    """The times, with the afternoon carried on to bare hours behind it: 午後１時、３時, 午後は１時から.

    It is that of the time before, where the bare one is no earlier, or that of a part of the day by itself.
    """
    read: list[Time] = []
    for time in times:
        before = read[-1] if read else None
        word = None if time.part or time.is_noon else _part_alone(scan.text, before.end if before else 0, time.start)
        if word:
            read.append(_of_part(word, time, scan))
            continue
        is_of_it = before and _is_bare_behind(before, time, scan) and _is_afternoon(before)
        later = replace(time, hour=time.hour + 12, part="午後")
        read.append(later if before and is_of_it and _goes_on(before, later, scan) else time)
    return read


def in_half(times: Sequence[Time], half: str) -> Sequence[Time]:
    """The times of a cell, those that do not say their half of the day in that of its head, unless they go back then.

    １１時～１時 under 午前 begins in it.
    """
    read = [_in_half(time, half) for time in times]
    if [*map(_clock, read)] == sorted(map(_clock, read)):
        return read
    return [*read[:1], *times[1:]] if half == "午前" else times


def _clock(time: Time) -> tuple[int, int]:
    return time.hour, time.minute


def _in_half(time: Time, half: str) -> Time:
    if not half or time.part or time.is_noon or time.hour >= 12:
        return time
    return replace(time, part=half, hour=time.hour + 12 * (half == "午後"))


def _part_alone(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last part of the day by itself in a stretch, unless another day is spoken of behind it."""
    words = [word for word in _ALONE.finditer(text, start, end) if not _OTHER_DAY.search(text, word.end(), end)]
    return words[-1] if words else None


def _of_part(word: re.Match[str], time: Time, scan: Scan) -> Time:
    """A time behind a part of the day; past noon where its hour can be bare and of that part."""
    part = word["half"] or word["part"]
    if not _BARE_OF_PART.match(scan.text, time.start) or time.hour not in AFTERNOON.get(part, ()):
        return replace(time, part=part) if (time.hour >= 12) == (part in AFTERNOON) else time
    is_governed = bool(_GOVERNING.fullmatch(scan.text, word.end(), time.start))
    if not is_governed and _REPORTED.search(scan.text, word.end(), time.start):
        return replace(time, is_unsure=True)
    is_unsure = not is_governed or bool(_OF_EVENT.match(scan.text, time.end)) or (part == "午後" and time.hour >= _LATE)
    return replace(time, hour=time.hour + 12, part=part, is_unsure=is_unsure)


def _goes_on(before: Time, later: Time, scan: Scan) -> bool:
    """Whether a time is of the same afternoon as the one before it."""
    is_late = before.is_noon and later.hour >= _EVENING + 12
    is_reported = _REPORTED.search(scan.text, before.end, later.start)
    return (later.hour, later.minute) >= (before.hour, before.minute) and not is_late and not is_reported


def _is_bare_behind(before: Time, time: Time, scan: Scan) -> bool:
    """Whether an hour has no part of the day and stands behind another of the same sentence and day."""
    is_bare = not time.part and not time.is_noon and bool(_BARE.match(scan.text, time.start))
    return is_bare and not _OTHER_DAY.search(scan.text, before.end, time.start)


def unsure_hours(times: Sequence[Time], scan: Scan) -> Iterator[Placeable]:
    """What to say of a bare hour behind 午後 or 午前 that may be of the other half of the day, or of another day."""
    read = carried(times, scan)
    yield from (_unsure(time, scan) for time in read if time.is_unsure)
    for before, time in pairwise(read):
        is_linked = BETWEEN_TIMES.fullmatch(scan.text, before.end, time.start)
        is_told = time.is_unsure or is_linked
        if _is_bare_behind(before, time, scan) and _may_be_later(before, time) and not is_told:
            yield _unsure(time, scan)


def bare_hours(times: Sequence[Time], scan: Scan) -> Iterator[Placeable]:
    """What to say of ５時, read as 05:00, that may be 17:00; directly behind a day only where people meet then."""
    if _OF_MORNING.search(scan.text):
        return
    for time in carried(times, scan)[:1]:
        said = scan.text[time.start : time.end]
        is_dated = scan.text[: time.start].endswith(("日", "日の", ")")) and (
            "分" in said or not _MEETING.search(scan.text)
        )
        if not time.part and _EARLY.fullmatch(said) and not is_dated:
            yield _unsure(time, scan)


def unsure_behind(before: Time | None, times: Sequence[Time], scan: Scan) -> Iterator[Placeable]:
    """What to say of a bare first hour behind a sentence that ends in `before`: 午後３時に出発する。到着は５時."""
    first = next(iter(carried(times, scan)), None)
    is_bare = first and not (first.part or first.is_noon or first.is_unsure) and _BARE.match(scan.text, first.start)
    if before and first and is_bare and not _OTHER_DAY.search(scan.text, 0, first.start):
        yield from (_unsure(first, scan) for _ in range(_may_be_later(before, first)))


def last_half(times: Sequence[Time], scan: Scan) -> Time | None:
    """The last time of a sentence, or the part of the day that stands by itself behind it, as its first hour."""
    last = next(reversed(carried(times, scan)), None)
    word = _part_alone(scan.text, last.end if last else 0, len(scan.text.rstrip("。")))
    if not word:
        return last
    part = word["half"] or word["part"]
    return Time(*word.span(), 12 if part in AFTERNOON else 0, 0, part=part)


def _may_be_later(before: Time, time: Time) -> bool:
    """Whether a bare hour behind another time may be of the afternoon."""
    is_earlier = before.part in ("午前", "朝") and (time.hour, time.minute) < (before.hour, before.minute)
    return _is_afternoon(before) or is_earlier


def _unsure(time: Time, scan: Scan) -> Placeable:
    other = "morning" if time.hour >= 12 else "afternoon"
    said = scan.text[time.start : time.end]
    return _told(time, f"{said} was read as {time.hour:02}:{time.minute:02}; it may be of the {other}.")


def _told(time: Time, message: str) -> Placeable:
    finding = Finding(Code.AMBIGUOUS_TIME, Severity.WARNING, message, hint="Check the time in the original.")
    return Placeable(time.start, time.start, "", ConstraintKind.TIME, finding=finding)


def _is_afternoon(time: Time) -> bool:
    return time.is_noon or (time.part in AFTERNOON and time.hour >= 12)


def same_half(first: Time, last: Time, scan: Scan) -> Time:
    """The end of a range that goes on past noon: 午後１時から３時 ends at 15:00, 午前１１時から２時 at 14:00.

    So it does where nothing says which half of the day it is, 平日９時から５時, unless both ends are of 24 hours.
    """
    if _OTHER_DAY.search(scan.text, first.end, last.start):
        return last
    is_bare = not first.part and all(_BARE.match(scan.text, time.start) for time in (first, last))
    is_bare = is_bare and not _AT_NIGHT.search(scan.text)
    is_past_noon = (first.part in ("午前", "朝") or is_bare) and 0 < last.hour < first.hour < 12
    is_open = (_is_afternoon(first) or is_past_noon) and not last.part and last.hour < 12
    is_later = (last.hour + 12, last.minute) > (first.hour, first.minute)
    return replace(last, hour=last.hour + 12) if is_open and is_later else last


def past_noon(first: Time, written: Time, last: Time) -> Iterator[Placeable]:
    """What to say of a range that begins before noon and ends after it, without a word of it: 午前１１時～２時."""
    if first.hour < 12 and last.hour != written.hour:
        message = f"The end of the range at {first.hour}:{first.minute:02} was read as {last.hour}:{last.minute:02}."
        yield _told(first, message)
