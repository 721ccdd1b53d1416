"""Powers in the signs of the paper, and with a unit: 10⁶, ２×10³, 約10⁻³, 10⁶Bq, 10^6; and in words, 10の6乗."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import ARABIC
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import ordinal
from briefgen.terms.placeables.common import Placeable, Scan, placed
from briefgen.terms.placeables.measures import SYMBOL_UNITS, UNIT_WORDS, unit_forms

__all__ = ["find_exponents"]

_POWER = re.compile(
    rf"(?:(?P<factor>{ARABIC})(?:×|x(?=10)))?(?P<base>{ARABIC})"
    r"(?P<sign>[⁺⁻]?[⁰¹²³⁴-⁹]+|\^\(?[-+]?[0-9]+\)?)(?![⁰¹²³⁴-⁹⁺⁻])"
    rf"(?:(?P<unit>{'|'.join(UNIT_WORDS)})|(?P<symbol>{'|'.join(SYMBOL_UNITS)})(?![A-Za-z0-9]|/[A-Za-z]))?"
)
_SPOKEN = re.compile(
    rf"(?:(?P<factor>{ARABIC})(?:×|x(?=10)))?(?P<base>[0-9]{{1,4}})の(?P<sign>-|マイナス)?(?P<power>[0-9]{{1,3}})乗"
)
"""A power in words: １０の－６乗, ３×10の8乗."""
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MANY = Decimal(10)
"""A power is followed by the plural."""


def find_exponents(scan: Scan) -> Iterator[Placeable]:
    """The powers of the text, each as it is written, since no other way to write it is as sure."""
    for match in scan.at_numbers(_POWER):
        power = match["base"] + match["sign"]
        amounts = [power]
        if factor := match["factor"]:
            amounts = [f"{factor}{sign}{power}" for sign in ("×", " × ", "x", " x ")]
        unit = match["unit"] or match["symbol"]
        forms = unit_forms(unit, tuple(amounts), _MANY, scan) if unit else amounts
        kind = ConstraintKind.QUANTITY if unit else ConstraintKind.NUMBER
        yield placed(scan, match.span(), forms, kind)
    for match in scan.at_numbers(_SPOKEN):
        yield placed(scan, match.span(), _spoken_forms(match), ConstraintKind.NUMBER)


def _spoken_forms(match: re.Match[str]) -> Iterator[str]:
    """``10⁻⁶``, ``10 to the minus 6th power``."""
    factor, base, power = match["factor"], match["base"], match["power"]
    figures = ("-" if match["sign"] else "") + power
    nth = f"{'minus ' * bool(match['sign'])}{ordinal(int(power))} power"
    powers = (
        base + figures.translate(_RAISED),
        f"{base}^{figures}",
        f"{base} to the {nth}",
        f"{base} to the power of {figures}",
    )
    signs = ("×", " × ", "x", " x ", " times ") if factor else ("",)
    yield from (f"{factor or ''}{sign}{form}" for form in powers for sign in signs)
