"""Scales without a figure: the units of tables, 金額（億円） and 億円単位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.measures import SYMBOL_UNITS, WORD_UNITS, unit_names
from briefgen.terms.placeables.money import CURRENCIES

__all__ = ["SCALE", "SCALE_NAMES", "find_scales", "power_of"]


def _raised(symbol: str) -> str:
    return symbol.replace("m2", "m²").replace("m3", "m³")


_THINGS = {
    "人": "people", "名": "people", "人日": "person-days", "人泊": "person-nights", "人回": "person-visits",
    "人キロ": "passenger-kilometers", "トンキロ": "ton-kilometers", "件": "cases", "台": "vehicles", "戸": "houses",
    "世帯": "households", "隻": "ships", "機": "aircraft", "社": "companies", "校": "schools", "棟": "buildings",
    "回": "times", "総トン": "gross tons", "トン": "tons", "t": "tons", "kl": "kl", "TEU": "TEU", "ha": "hectares",
}  # fmt: skip
_UNITS = {
    **{symbol: (_raised(symbol), ConstraintKind.QUANTITY) for symbol in SYMBOL_UNITS},
    **{word: (unit_names(one, Decimal(2), "us")[0], ConstraintKind.QUANTITY) for word, (one, _) in WORD_UNITS.items()},
    **{unit: (words, ConstraintKind.QUANTITY) for unit, words in _THINGS.items()},
    **{unit: (words, ConstraintKind.MONEY) for unit, (words, _, _) in CURRENCIES.items()},
}
"""The units of tables; without a scale, (メートル), there is nothing to be wrong."""
_PER = {"日": "day", "年": "year", "月": "month", "時": "hour", "秒": "second", "人": "person"}
_POWERS = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}
SCALE = "(?P<tens>[十百千]?)(?P<myriads>[万億兆]?)"
"""Pattern of a power of ten, 千, 億 or 百億; `power_of` reads it."""
SCALE_NAMES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
"""The English of powers of ten."""
_UNIT = f"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"

_OF_TABLE = re.compile(
    rf"(?:(?<=[(\[、,・])(?:単位[:=はが]?)?|(?<=単位)[:=はが]?|^(?=[万億兆])){SCALE}{_UNIT}(?:/(?P<per>[{''.join(_PER)}]))?"
    r"(?=[)\]、,・]|$)"
)
"""（億円）, （単位：千人、百万円）, 単位は億円; without a scale, （人）, there is nothing to be wrong."""
_STEP = re.compile(rf"(?<![0-9〇一二三四五六七八九十百千万億兆数何幾]){SCALE}{_UNIT}(?=単位)")
_SYMBOL = re.compile(rf"(?<=[(\[])(?:{'|'.join(re.escape(one) for one in SYMBOL_UNITS if len(one) > 1)})(?=[)\]])")
"""A unit by itself, （μg/m³）, which a small model spells otherwise."""


def find_scales(scan: Scan) -> Iterator[Placeable]:
    """The units of tables in the text."""
    steps = _STEP.finditer(scan.text) if "単位" in scan.text else ()
    for match in (*_OF_TABLE.finditer(scan.text), *steps):
        if power := power_of(match):
            words, kind = _UNITS[match["unit"]]
            per = _PER.get(match.groupdict().get("per") or "")
            tails = [f" {link} {per}" for link in ("per", "a", "each")] if per else [""]
            forms = [f"{amount} {words}{tail}" for tail in tails for amount in _units(power)]
            yield Placeable.of(match.start("tens"), match.end(), forms, kind)
    for match in _SYMBOL.finditer(scan.text):
        yield Placeable.of(*match.span(), (_raised(match[0]), match[0]), ConstraintKind.QUANTITY)


def power_of(match: re.Match[str]) -> int:
    """The power of ten that `SCALE` matched: 8 for 億, 10 for 百億."""
    return _POWERS[match["tens"]] + _POWERS[match["myriads"]]


def _units(power: int) -> list[str]:
    """The scale as a unit: 100 million for 億, with the figure written out as a second form."""
    name, rest = SCALE_NAMES.get(power - power % 3, ""), 10 ** (power % 3)
    written = f"{10**power:,}"
    if power == 4 or not name:
        return [written, *([f"{rest} {name}"] if name else [])]
    return [name if rest == 1 else f"{rest} {name}", written, f"one {name}" if rest == 1 else f"{rest}-{name}"]
