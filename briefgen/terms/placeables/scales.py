"""Scales without a figure: the units of tables, 金額（億円） and 億円単位, and amounts only hinted at, 数百億円."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_scales"]

_UNITS = {
    "円": ("yen", ConstraintKind.MONEY), "ドル": ("dollars", ConstraintKind.MONEY),
    "米ドル": ("U.S. dollars", ConstraintKind.MONEY), "ユーロ": ("euros", ConstraintKind.MONEY),
    "人キロ": ("passenger-kilometers", ConstraintKind.QUANTITY),
    "トンキロ": ("ton-kilometers", ConstraintKind.QUANTITY),
    "人": ("people", ConstraintKind.QUANTITY), "人日": ("person-days", ConstraintKind.QUANTITY),
    "件": ("cases", ConstraintKind.QUANTITY), "台": ("vehicles", ConstraintKind.QUANTITY),
    "戸": ("houses", ConstraintKind.QUANTITY), "世帯": ("households", ConstraintKind.QUANTITY),
    "トン": ("tons", ConstraintKind.QUANTITY), "t": ("tons", ConstraintKind.QUANTITY),
    "kW": ("kW", ConstraintKind.QUANTITY), "kWh": ("kWh", ConstraintKind.QUANTITY),
    "kl": ("kl", ConstraintKind.QUANTITY), "キロリットル": ("kiloliters", ConstraintKind.QUANTITY),
    "ヘクタール": ("hectares", ConstraintKind.QUANTITY), "ha": ("hectares", ConstraintKind.QUANTITY),
    "平方メートル": ("square meters", ConstraintKind.QUANTITY), "m²": ("m²", ConstraintKind.QUANTITY),
}  # fmt: skip
_POWERS = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}
_SCALE = "(?P<tens>[十百千]?)(?P<myriads>[万億兆]?)"
_UNIT = f"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"

_OF_TABLE = re.compile(rf"(?:(?<=[(\[、,・])(?:単位[:はが]?)?|(?<=単位)[:はが]?){_SCALE}{_UNIT}(?=[)\]、,・]|$)")
"""（億円）, （単位：千人、百万円）, 単位は億円; without a scale, （人）, there is nothing to be wrong."""
_STEP = re.compile(rf"(?<![0-9〇一二三四五六七八九十百千万億兆数何幾]){_SCALE}{_UNIT}(?=単位)")
_SEVERAL = re.compile(rf"(?<![人件回総隻機台員個点枚戸口度指])数{_SCALE}(?P<unit>円|米?ドル|ユーロ)(?![ァ-ヺー])")
"""Of money only: 数千人 may be thousands of miners."""
_NAMES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


def find_scales(scan: Scan) -> Iterator[Placeable]:
    """The units of tables and the amounts hinted at in the text."""
    for match in (*_OF_TABLE.finditer(scan.text), *_STEP.finditer(scan.text)):
        if power := _power(match):
            words, kind = _UNITS[match["unit"]]
            forms = [f"{amount} {words}" for amount in _units(power)]
            yield Placeable.of(match.start("tens"), match.end(), forms, kind)
    for match in _SEVERAL.finditer(scan.text):
        if (power := _power(match)) >= 2:
            words, kind = _UNITS[match["unit"]]
            yield Placeable.of(*match.span(), _hints(power, words), kind)


def _power(match: re.Match[str]) -> int:
    """Of ten: 8 for 億, 10 for 百億."""
    return _POWERS[match["tens"]] + _POWERS[match["myriads"]]


def _units(power: int) -> list[str]:
    """The scale as a unit: 100 million for 億, with the figure written out as a second form."""
    name, rest = _NAMES.get(power - power % 3, ""), 10 ** (power % 3)
    written = f"{10**power:,}"
    if power == 4 or not name:
        return [written, *([f"{rest} {name}"] if name else [])]
    return [name if rest == 1 else f"{rest} {name}", written, f"one {name}" if rest == 1 else f"{rest}-{name}"]


def _hints(power: int, words: str) -> list[str]:
    """A few times ten to this power: several thousand people for 数千人, hundreds of millions of yen for 数億円."""
    name = _NAMES.get(power - power % 3)
    if name is None:
        return [f"{word} hundred {words}" for word in ("several", "a few")] + [f"hundreds of {words}"]
    several = [f"{word} {name} {words}" for word in ("several", "a few")]
    if power % 3 == 0:
        return [*several, f"{name}s of {words}"]
    tens = ("tens", "hundreds")[power % 3 - 1]
    amounts = [f"{tens} of {name}s of {words}"]
    return (
        amounts
        + [f"{word} {tens} of {name}s of {words}" for word in ("several", "a few")]
        + ([f"{word} hundred {name} {words}" for word in ("several", "a few")] if power % 3 == 2 else [])
    )
