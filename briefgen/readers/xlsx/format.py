"""A number in a cell of a workbook and its format -> what Excel shows: figures, percentages, dates in both calendars.

Format codes: ECMA-376 part 1, 18.8.31; the built-in ones, with those of the Japanese version: 18.8.30.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from briefgen.japanese.eras import ERAS, weekday

__all__ = ["BUILT_IN", "column_number", "plain_number", "shown_number"]

_ERA, _ERA_LONG, _JAPAN, _YEAR_MONTH, _MONTH_DAY = (
    "ge.m.d", 'ggge"年"m"月"d"日"', 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"',
)  # fmt: skip
BUILT_IN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _ERA, 28: _ERA_LONG, 29: _ERA_LONG, 30: "m/d/yy", 31: _JAPAN, 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"',
    34: _YEAR_MONTH, 35: _MONTH_DAY, 36: _ERA, 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss",
    49: "@", 50: _ERA, 51: _ERA_LONG, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _ERA_LONG, 55: _YEAR_MONTH, 56: _MONTH_DAY,
    57: _ERA, 58: _ERA_LONG,
}  # fmt: skip

_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|午前/午後|General|g{1,3}|e{1,2}|y{4}|y{2}|m{1,4}|d{1,4}|a{3,4}|h{1,2}|s{1,2}|E[+-]|.',
    re.DOTALL,
)
_DATE_TOKEN = re.compile(r"g+|e+|y+|m+|d+|a+|h+|s+|\[(?:h+|m+|s+)\]")
_PLACES = re.compile(r"[#0?,.]+")
_MOST_FIGURES = 20
"""Before the point, or zeros behind it."""
_LONGEST_CODE = 500
"""Twice as long as Excel takes one."""
_LAST_SERIAL = 2_958_465
"""The last day of the year 9999."""
_FALSE_LEAP_DAY = 60
"""Excel counts 29 February 1900, which never was."""


def column_number(letters: str) -> int:
    """Return the number of a column such as AB, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def plain_number(value: str) -> str:
    """The number without a format: no exponent, at most ten figures behind the point; other text unchanged."""
    try:
        number = Decimal(value)
        if not number.is_finite() or abs(number.adjusted()) > _MOST_FIGURES:
            return value
        text = format(number.quantize(Decimal(1)) if number == number.to_integral() else round(number, 10), "f")
    except InvalidOperation:
        return value
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_number(value: str, code: str, from_1904: bool) -> str | None:
    """What a number looks like in this format; None when the format asks for more than is known here."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _MOST_FIGURES or len(code) > _LONGEST_CODE:
        return None
    section, number = _section(code, number)
    tokens = _TOKEN.findall(section)
    if any(_DATE_TOKEN.fullmatch(token) for token in tokens):
        return _shown_date(number, tokens, from_1904)
    return _shown_figures(number, tokens)


def _section(code: str, number: Decimal) -> tuple[str, Decimal]:
    """The part of the code for numbers of this sign, and the number it is given."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if number < 0 and len(sections) > 1:
        return sections[1], -number
    return (sections[2] if number == 0 and len(sections) > 2 and sections[2] else sections[0]), number


def _literal(token: str) -> str | None:
    """What a token that is no place for a figure shows; None for one that is not known."""
    if token.startswith('"'):
        return token[1:-1]
    if token.startswith("\\"):
        return token[1:]
    if token.startswith(("_", "*")):
        return ""
    if token.startswith("["):
        currency = re.fullmatch(r"\[\$([^\]-]*)(?:-[^\]]*)?\]", token)
        if currency is not None:
            return currency[1]
        return "" if re.fullmatch(r"\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]", token) else None
    return token if not token.isascii() or token in " -+()$:/.'" else None


# ---------------------------------------------------------------- figures


def _shown_figures(number: Decimal, tokens: list[str]) -> str | None:
    places = _PLACES.search("".join(token for token in tokens if _PLACES.fullmatch(token)))
    if "/" in tokens or (places is not None and ("General" in tokens or "@" in tokens)):
        return None
    if places is None:
        plain = plain_number(str(number))
        parts = [plain if token in ("General", "@") else _literal(token) for token in tokens or ["General"]]
        return None if None in parts else "".join(map(str, parts))
    percent = tokens.count("%")
    try:
        figures = _figures(abs(number).scaleb(2 * percent), places[0])
    except InvalidOperation:  # more places than are computed exactly, or than Excel itself has
        return None
    shares = _shares([bool(_PLACES.fullmatch(token)) for token in tokens], figures, places[0])
    if shares is None:
        return None
    text = ""
    for token, share in zip(tokens, shares, strict=True):
        shown = "%" if token == "%" else share if _PLACES.fullmatch(token) else _literal(token)
        if shown is None:
            return None
        text += shown
    return ("-" if number < 0 and re.search("[1-9]", figures) else "") + text


def _shares(are_places: list[bool], figures: str, places: str) -> list[str] | None:
    """What of the figures stands at each token: all at the first place, or one at each where text parts the places.

    The first place takes those that are left over (000-0000). None where a point or comma stands among parted places.
    """
    first, last = are_places.index(True), len(are_places) - are_places[::-1].index(True)
    shares = [""] * len(are_places)
    if not all(are_places[first:last]):
        if re.search("[.,]", places):
            return None
        for index in range(last - 1, first, -1):
            if are_places[index]:
                figures, shares[index] = figures[:-1], figures[-1:]
    shares[first] = figures
    return shares


def _figures(number: Decimal, places: str) -> str:
    """The number at these places: ``#,##0.00`` and the like; commas at the end of a part divide by a thousand each."""
    whole, _, behind = places.partition(".")
    thousands = sum(len(part) - len(part.rstrip(",")) for part in (whole, behind))
    whole = whole.rstrip(",")
    most, least = sum(c in "#0?" for c in behind), behind.count("0")
    rounded = number.scaleb(-3 * thousands).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    left, _, right = format(rounded, "f").partition(".")
    left = left.lstrip("0").rjust(whole.count("0"), "0") if left.strip("0") or whole else left
    if "," in whole:
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", left)
    while len(right) > least and right.endswith("0"):
        right = right[:-1]
    return left + ("." + right if right else "")


# ---------------------------------------------------------------- dates


def _moment(number: Decimal, from_1904: bool) -> datetime | None:
    if not 0 <= number <= _LAST_SERIAL:
        return None
    year, day = (1904, 1) if from_1904 else (1899, 31 if number < _FALSE_LEAP_DAY else 30)
    first = datetime(year, 1 if from_1904 else 12, day)  # noqa: DTZ001 - a workbook knows no time zone
    try:
        return first + timedelta(seconds=int((number * 86_400).to_integral_value(ROUND_HALF_UP)))
    except OverflowError:
        return None


def _shown_date(number: Decimal, tokens: list[str], from_1904: bool) -> str | None:
    moment = _moment(number, from_1904)
    if moment is None:
        return None
    text = ""
    has_half = any(token in ("AM/PM", "午前/午後") for token in tokens)
    has_first_year = any("gannen" in token for token in tokens)
    for index, token in enumerate(tokens):
        shown = _date_part(moment, _minutes(tokens, index), has_half)
        if shown == "1" and token == "e" and has_first_year:
            shown = "元"
        if shown is None:
            shown = _elapsed(number, token) or _literal(token)
        if shown is None:
            return None
        text += shown
    return text


def _elapsed(number: Decimal, token: str) -> str | None:
    """Whole hours, minutes or seconds since the beginning ([h], [mm]); None for any other token."""
    unit = {"[h": 3600, "[m": 60, "[s": 1}.get(token[:2]) if _DATE_TOKEN.fullmatch(token) else None
    if unit is None:
        return None
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    return str(seconds // unit).rjust(len(token) - 2, "0")


def _minutes(tokens: list[str], index: int) -> str:
    """The token, an m written M where it stands for minutes: after hours or before seconds."""
    token = tokens[index]
    if token not in ("m", "mm"):
        return token
    letters = [(place, other) for place, other in enumerate(tokens) if _DATE_TOKEN.fullmatch(other)]
    before = next((other for place, other in reversed(letters) if place < index), "")
    after = next((other for place, other in letters if place > index), "")
    return token.upper() if before.strip("[]")[:1] == "h" or after[:1] == "s" else token


def _date_part(moment: datetime, token: str, has_half: bool) -> str | None:
    era = next((era for era in ERAS if moment.date() >= era.begins), None)
    hour = (moment.hour % 12 or 12) if has_half else moment.hour
    day = weekday(moment.date())
    parts = {
        "yyyy": f"{moment.year}", "yy": f"{moment.year % 100:02d}", "m": f"{moment.month}", "mm": f"{moment.month:02d}",
        "mmm": moment.strftime("%b"), "mmmm": moment.strftime("%B"), "d": f"{moment.day}", "dd": f"{moment.day:02d}",
        "ddd": moment.strftime("%a"), "dddd": moment.strftime("%A"), "aaa": day, "aaaa": f"{day}曜日",
        "h": f"{hour}", "hh": f"{hour:02d}", "M": f"{moment.minute}", "MM": f"{moment.minute:02d}",
        "s": f"{moment.second}", "ss": f"{moment.second:02d}",
        "AM/PM": "AM" if moment.hour < 12 else "PM", "午前/午後": "午前" if moment.hour < 12 else "午後",
    }  # fmt: skip
    if era is not None:
        year = moment.year - era.begins.year + 1
        parts |= {"g": era.letter, "gg": era.name[0], "ggg": era.name, "e": f"{year}", "ee": f"{year:02d}"}
    return parts.get(token)
