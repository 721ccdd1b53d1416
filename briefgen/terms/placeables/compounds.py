"""Several figures that make one: ５メートル３０センチ, ２度３０分, ３泊４日, 地上３３階地下３階, ３県１２市５町."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import group_digits, in_words, join_words
from briefgen.terms.placeables.common import Placeable, Scan, placed
from briefgen.terms.placeables.measures import unit_names

__all__ = ["find_compounds"]

_Unit = tuple[str, str]
_UNITS: tuple[tuple[str, str, _Unit, _Unit, int], ...] = (
    ("キロメートル|キロ|km", "メートル|m", ("kilometer", "km"), ("meter", "m"), 1000),
    ("メートル|m", "センチメートル|センチ|cm", ("meter", "m"), ("centimeter", "cm"), 100),
    ("センチメートル|センチ|cm", "ミリメートル|ミリ|mm", ("centimeter", "cm"), ("millimeter", "mm"), 10),
    ("トン|t", "キログラム|キロ|kg", ("ton", "t"), ("kilogram", "kg"), 1000),
    ("キログラム|キロ|kg", "グラム|g", ("kilogram", "kg"), ("gram", "g"), 1000),
    ("フィート|ft", "インチ", ("foot", "ft"), ("inch", "in"), 12),
)
"""A unit, the smaller one behind it, the English and the symbol of each, and how many of the one make the other."""
_NO_LENGTH = "[ァ-ヺーA-Za-z/]|級|爆弾|[爆砲]弾"
_PATTERNS = tuple(
    re.compile(rf"(?P<large>{NUMBER})(?:{large})(?P<small>{NUMBER})(?:{small})(?!{_NO_LENGTH})")
    for large, small, *_ in _UNITS
)
_ANGLE = re.compile(r"(?P<large>[0-9]{1,3})度(?P<small>[0-5]?[0-9])分(?![間の])")
_HUNDREDTHS = re.compile(r"(?:(?P<minutes>[0-9]{1,2})分)?(?P<seconds>[0-9]{1,2})秒(?P<part>[0-9]{2})(?![0-9.,])")
"""A time in a race: ９秒９８, １分４３秒５５."""
_STORIES = re.compile(rf"地上(?P<above>{NUMBER})階(?:建て)?(?:、|・)?(?:地下(?P<below>{NUMBER})階(?:建て)?|(?<=建て))")
"""The stories of a building: 地上３３階地下３階."""
_STAY = re.compile(rf"(?P<nights>{NUMBER})泊(?:機中泊)?(?P<days>{NUMBER})日間?")
_MUNICIPALITIES = (
    ("都道府県|都府県|道府県|都県|府県|道県|県", "prefecture", "prefectures"), ("市(?!町|区町)", "city", "cities"),
    ("特別区|区(?!画|間|域)", "ward", "wards"), ("町(?![村歩])", "town", "towns"), ("村", "village", "villages"),
)  # fmt: skip
_PLACES = re.compile(
    r"(?<!第)" + "".join(f"(?:(?P<{one}>{NUMBER})(?:{unit}))?" for unit, one, _ in _MUNICIPALITIES) + "(?![一-龯])"
)
"""Prefectures, cities, towns and villages in one row: ３県１２市５町."""
_ALWAYS = re.compile("(?<![0-9.,])24時間、?365日")
_INCHES = 12
_IN_THE_AIR = 3
_OF_ANGLES = re.compile("傾|角|方位|緯度|経度|針路|仰|俯|ずれ|ズレ")


def find_compounds(scan: Scan) -> Iterator[Placeable]:
    """The measures of the text in two units, as ``5 meters 30 centimeters``."""
    for pattern, (_, _, large, small, ratio) in zip(_PATTERNS, _UNITS, strict=True):
        for match in scan.at_numbers(pattern):
            one, other = parse_number(match["large"]), parse_number(match["small"])
            if one is None or other is None or not other < ratio:
                continue
            forms = list(_forms(one, other, (large, small), scan.style.spelling))
            if ratio != _INCHES:
                total = group_digits((one + other / ratio).normalize())
                names = unit_names(large[0], Decimal(2), scan.style.spelling)
                forms += [f"{total} {name}" for name in (*names, large[1])] + [f"{total}-{large[0]}"]
            yield placed(scan, match.span(), forms, ConstraintKind.QUANTITY)
    yield from _find_others(scan)
    yield from _find_stays(scan)
    for match in scan.at_numbers(_ANGLE) if _OF_ANGLES.search(scan.text) else ():
        degrees, minutes = Decimal(match["large"]), Decimal(match["small"])
        forms = list(_forms(degrees, minutes, (("degree", "°"), ("minute", "′")), scan.style.spelling))
        yield Placeable.of(*match.span(), [*forms, f"{degrees}°{minutes}′"], ConstraintKind.QUANTITY)


def _find_others(scan: Scan) -> Iterator[Placeable]:
    """Times of a race, and the stories of buildings."""
    for match in scan.at_numbers(_HUNDREDTHS):
        seconds = f"{match['seconds']}.{match['part']} seconds"
        minutes = match["minutes"]
        forms = [seconds]
        if minutes:
            unit = f"minute{'' if minutes == '1' else 's'}"
            forms = [f"{minutes} {unit}{link}{seconds}" for link in (" and ", " ", ", ")]
            forms.append(f"{minutes}:{match['seconds']:0>2}.{match['part']}")
        yield Placeable.of(*match.span(), forms, ConstraintKind.DURATION)
    for match in _STORIES.finditer(scan.text):
        above, below = (parse_number(match[part] or "0") for part in ("above", "below"))
        forms = [f"{above} {noun} above ground" for noun in ("stories", "floors", "storeys", "levels")]
        if below:
            forms = [
                f"{form} and {below}{more}" for form in forms for more in (" below", " basement levels", " underground")
            ]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)


def _find_stays(scan: Scan) -> Iterator[Placeable]:
    """``4 days and 3 nights`` for ３泊４日; nights may be spent in the air. And 24時間365日, 3県12市."""
    for match in scan.at_numbers(_STAY):
        nights, days = parse_number(match["nights"]), parse_number(match["days"])
        if nights and days and 1 <= days - nights <= _IN_THE_AIR:
            yield Placeable.of(*match.span(), _stay_forms(nights, days), ConstraintKind.DURATION)
    for match in scan.at_numbers(_PLACES):
        counted = [(parse_number(match[one]), one, more) for _, one, more in _MUNICIPALITIES if match[one]]
        if len(counted) > 1 and all(number for number, _, _ in counted):
            parts = [f"{number} {one if number == 1 else more}" for number, one, more in counted]
            yield Placeable.of(*match.span(), (join_words(parts), ", ".join(parts)), ConstraintKind.QUANTITY)
    for match in _ALWAYS.finditer(scan.text):
        forms = ("24 hours a day, 365 days a year", "around the clock, 365 days a year", "24/7", "24 hours a day")
        yield Placeable.of(*match.span(), forms, ConstraintKind.DURATION)


def _stay_forms(nights: Decimal, days: Decimal) -> Iterator[str]:
    for write in (group_digits, in_words):
        pair = [f"{write(days)} days", f"{write(nights)} night{'' if nights == 1 else 's'}"]
        yield from (link.join(one) for link in (" and ", ", ") for one in (pair, pair[::-1]))
        yield f"{write(days)}-day"


def _forms(one: Decimal, other: Decimal, units: tuple[_Unit, _Unit], spelling: str) -> Iterator[str]:
    """``5 meters 30 centimeters``, ``5 meters and 30 centimeters``, ``5 m 30 cm``."""
    (large, long), (small, short) = units
    left, right = group_digits(one), group_digits(other)
    for link in (" ", " and ", ", "):
        for first, second in zip(unit_names(large, one, spelling), unit_names(small, other, spelling), strict=True):
            yield f"{left} {first}{link}{right} {second}"
    yield from (f"{left} {long} {right} {short}", f"{left}{long}{right}{short}", f"{left}-{large}-{right}-{small}")
