"""Amounts that are only hinted at: 数百億円, 数％, 数倍, 十数％, 数千万人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import number_forms
from briefgen.terms.placeables.common import Placeable, Scan, is_scaled
from briefgen.terms.placeables.measures import SYMBOL_UNITS, UNIT_WORDS, WORD_UNITS, unit_names
from briefgen.terms.placeables.money import CURRENCIES
from briefgen.terms.placeables.scales import SCALE, SCALE_NAMES, power_of

__all__ = ["find_hints"]

_NOT_A_NOUN = "(?<![人件回総隻機台員個点枚戸口度指画])"
_MONEY = re.compile(rf"{_NOT_A_NOUN}数{SCALE}(?P<unit>円|米?ドル|ユーロ)(?![ァ-ヺー])")
_PEOPLE = re.compile(rf"{_NOT_A_NOUN}(?<![一-龯ァ-ヺー])数{SCALE}(?P<unit>[人名])(?![一-龯]|の)")
"""From ten thousand on, where the model loses the magnitude; 数千万人の避難民 needs the noun behind it."""
_SHARES = {
    "%": ("percent", "per cent"), "パーセント": ("percent", "per cent"), "ポイント": ("points", "percentage points"),
    "倍": ("times", "fold"),
}  # fmt: skip
_SHARE = re.compile(rf"(?:(?<![一-龯])|(?<=約))数(?P<tens>十?)(?P<unit>{'|'.join(_SHARES)})(?!率|ポイント)")
_UNITS = "|".join((*_SHARES, *UNIT_WORDS, *SYMBOL_UNITS, *CURRENCIES))
_ODD = re.compile(rf"(?P<number>{NUMBER})数(?P<unit>{_UNITS})(?![ァ-ヺーA-Za-z]|率)")
_MYRIAD = 4
_MORE_THAN = ("more than", "over", "upwards of", "some")


def find_hints(scan: Scan) -> Iterator[Placeable]:
    """The amounts hinted at in the text: ``several percent``, ``tens of millions of people``."""
    for match in _MONEY.finditer(scan.text):
        if (power := power_of(match)) >= 2:
            yield Placeable.of(*match.span(), _hints(power, CURRENCIES[match["unit"]][0]), ConstraintKind.MONEY)
    for match in _PEOPLE.finditer(scan.text):
        if (power := power_of(match)) >= _MYRIAD:
            yield Placeable.of(*match.span(), _hints(power, "people"), ConstraintKind.QUANTITY)
    for match in _SHARE.finditer(scan.text):
        names = _SHARES[match["unit"]]
        counts = ("tens of", "dozens of", "several tens of") if match["tens"] else ("several", "a few")
        forms = [f"{count} {name}" for name in names for count in counts]
        yield Placeable.of(*match.span(), forms, _kind(match["unit"]))
    for match in scan.at_numbers(_ODD):
        value = parse_number(match["number"])
        if value is not None:
            amounts = number_forms(value, scaled=is_scaled(match["number"]))
            forms = [
                f"{word} {amount} {name}"
                for name in _names(match["unit"], scan)
                for word in _MORE_THAN
                for amount in amounts
            ]
            yield Placeable.of(*match.span(), forms, _kind(match["unit"]))


def _names(unit: str, scan: Scan) -> tuple[str, ...]:
    """The English of a unit in the plural."""
    if unit in _SHARES:
        return _SHARES[unit]
    if unit in CURRENCIES:
        return (CURRENCIES[unit][0],)
    return unit_names(WORD_UNITS[unit][0], Decimal(2), scan.style.spelling) if unit in WORD_UNITS else (unit,)


def _kind(unit: str) -> ConstraintKind:
    if unit in CURRENCIES:
        return ConstraintKind.MONEY
    return ConstraintKind.PERCENT if unit in ("%", "パーセント") else ConstraintKind.QUANTITY


def _hints(power: int, words: str) -> list[str]:
    """A few times ten to this power: several thousand people for 数千人, hundreds of millions of yen for 数億円."""
    name = SCALE_NAMES.get(power - power % 3)
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
