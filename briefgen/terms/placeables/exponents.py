"""Powers in the signs of the paper, and with a unit: 10⁶, ２×10³, 約10⁻³, 10⁶Bq, 10^6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import ARABIC
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan, about_forms
from briefgen.terms.placeables.measures import SYMBOL_UNITS, UNIT_WORDS, unit_forms
from briefgen.terms.placeables.numbers import BEFORE_NUMBER

__all__ = ["find_exponents"]

_POWER = re.compile(
    rf"{BEFORE_NUMBER}(?:(?P<factor>{ARABIC})(?:×|x(?=10)))?(?P<base>{ARABIC})"
    r"(?P<sign>[⁺⁻]?[⁰¹²³⁴-⁹]+|\^\(?[-+]?[0-9]+\)?)(?![⁰¹²³⁴-⁹⁺⁻])"
    rf"(?:(?P<unit>{'|'.join(UNIT_WORDS)})|(?P<symbol>{'|'.join(SYMBOL_UNITS)})(?![A-Za-z0-9]|/[A-Za-z]))?"
)
_MANY = Decimal(10)
"""A power is followed by the plural."""


def find_exponents(scan: Scan) -> Iterator[Placeable]:
    """The powers of the text, each as it is written, since no other way to write it is as sure."""
    for match in _POWER.finditer(scan.text):
        power = match["base"] + match["sign"]
        amounts = [power]
        if factor := match["factor"]:
            amounts = [f"{factor}{sign}{power}" for sign in ("×", " × ", "x", " x ")]
        unit = match["unit"] or match["symbol"]
        forms = unit_forms(unit, tuple(amounts), _MANY, scan) if unit else amounts
        start, accepted = about_forms(scan, match.start(), forms)
        kind = ConstraintKind.QUANTITY if unit else ConstraintKind.NUMBER
        yield Placeable.of(start, match.end(), accepted, kind)
