"""Words beside a date, time or number that belong to it: 同日午後３時, 翌１７日, ７～９月期, ９，８１２回, １０時以降.

Left to the translation, the day became what arrives (翌日午前３時に到着した: the following day arrived), 翌１７日（火）
the following Tuesday, and one cell of a column had its counter while the next had none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["with_words_beside"]

_DAYS = {
    "同日": ("the same day", "on the same day", "that day", "of the same day", "on that day"),
    "翌日": ("the next day", "the following day", "on the next day", "on the following day"),
    "前日": ("the day before", "the previous day", "on the day before", "on the previous day"),
}
_DAY_BEFORE = re.compile(rf"(?:^|(?<=[、。(はがに]))(?P<day>{'|'.join(_DAYS)})の?$")
_NEXT = re.compile("(?<![一-龯])翌$")
_DAY_ALONE = re.compile("[0-9]{1,2}日")
_TERM = re.compile("期(?![間限末待日首別初])")
_MONTHS = re.compile(r"(?P<first>[A-Z][a-z]+) to (?P<last>[A-Z][a-z]+)(?: (?P<year>[0-9]{4}))?")
_COUNTERS = {
    "回": "time", "件": "case", "便": "flight", "枚": "sheet", "冊": "volume", "羽": "bird", "票": "vote", "席": "seat",
    "戸": "household", "両": "vehicle", "台": "unit", "基": "unit", "点": "", "本": "", "通": "", "頭": "",
}  # fmt: skip
"""What is counted in a cell that holds nothing else; no noun where many things are counted so (３６通)."""
_CELL_END = re.compile(f"(?P<counter>[{''.join(_COUNTERS)}])\\s*")
_BOUNDS = {
    "以前": ("{} or earlier", "{} and earlier", "on or before {}", "in or before {}", "at or before {}", "up to {}"),
    "以降": ("{} or later", "{} and later", "{} onward", "on or after {}", "from {} onward", "from {}", "since {}"),
}
_BOUND_END = re.compile("(?P<bound>以前|以降|以後)\\s*")
_QUARTERS = ("1", "3"), ("4", "6"), ("7", "9"), ("10", "12")


def with_words_beside(placeable: Placeable, scan: Scan) -> Placeable:
    """The date or time with such words, where they stand; without them its forms count as right, too."""
    if placeable.kind in (ConstraintKind.DATE, ConstraintKind.TIME) and (bounded := _bounded(placeable, scan)):
        return bounded
    if placeable.kind is ConstraintKind.TIME:
        return _of_day(placeable, scan)
    if placeable.kind is ConstraintKind.NUMBER:
        return _of_cell(placeable, scan)
    return _of_months(_next(placeable, scan), scan) if placeable.kind is ConstraintKind.DATE else placeable


def _of_day(time: Placeable, scan: Scan) -> Placeable:
    """``03:00 the next day`` for 翌日午前３時."""
    found = _DAY_BEFORE.search(scan.text, 0, time.start)
    if not found or "day" in time.english:
        return time
    said = (f"{form} {words}" for words in _DAYS[found["day"]] for form in time.forms[:4])
    return time.said((*said, *time.forms), found.start())


def _of_cell(number: Placeable, scan: Scan) -> Placeable:
    """``9,812 times`` for ９，８１２回, so that all cells of a column say the same."""
    found = _CELL_END.fullmatch(scan.text, number.end)
    if not found or scan.text[: number.start].strip():
        return number
    noun = _COUNTERS[found["counter"]]
    noun += "s" * bool(noun and number.english not in ("1", "one"))
    said = (f"{form} {noun}".strip() for form in number.forms)
    return number.said((*said, *number.forms), end=found.end("counter"))


def _bounded(one: Placeable, scan: Scan) -> Placeable | None:
    """``October 1, 2026 or earlier`` for 2026年10月1日以前 where that is all of a text; the day counts, too."""
    found = _BOUND_END.fullmatch(scan.text, one.end)
    if not found or scan.text[: one.start].strip():
        return None
    wordings = _BOUNDS[found["bound"].replace("後", "降")]
    forms = [wording.format(form) for wording in wordings for form in (one.english, *one.accepted)]
    return replace(one, end=found.end("bound"), english=forms[0], accepted=tuple(forms[1:]))


def _next(day: Placeable, scan: Scan) -> Placeable:
    """``the next day, Tuesday the 17th`` for 翌１７日（火）."""
    found = _NEXT.search(scan.text, 0, day.start)
    if not found or not _DAY_ALONE.match(scan.text, day.start):
        return day
    said = (f"{words}, {form}" for words in ("the next day", "the following day") for form in day.forms[:4])
    return day.said((*said, *day.forms), found.start())


def _of_months(months: Placeable, scan: Scan) -> Placeable:
    """``July to September quarter of 2026`` for ２０２６年７～９月期; of other lengths ``period``."""
    found, term = _MONTHS.fullmatch(months.english), _TERM.match(scan.text, months.end)
    if not found or not term:
        return months
    numbers = re.findall("[0-9]+", scan.text[months.start : months.end])[-2:]
    noun = "quarter" if tuple(numbers) in _QUARTERS else "period"
    year = f" of {found['year']}" if found["year"] else ""
    first, last = found["first"], found["last"]
    spans = (f"{first} to {last}", f"{first}-{last}", f"{first} through {last}")
    forms = (f"{span} {word}{year}" for word in (noun, "period", "quarter") for span in spans)
    return months.said((*forms, *months.forms), end=term.end())
