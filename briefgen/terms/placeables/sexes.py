"""Men and women with the figure of each, which are no names of what is counted: 男５名女２名, 合計１０（うち女３）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.numerals import ARABIC, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import number_forms
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_sexes"]

_ONE = rf"(?P<sex>[男女])(?P<number>{ARABIC})(?P<counter>[名人]?)"
_SEXES = re.compile(
    rf"(?:(?<![一-龯ァ-ヺー])|(?<=[名人計])|(?<=[0-9]))(?<!雌雄){_ONE}(?=[、。,)・及と]|[男女][0-9]|の(?:計|合計)|である|だった|で[、。す]|が|$)"
)
_NOUNS = {"男": (("man", "men"), ("male", "males")), "女": (("woman", "women"), ("female", "females"))}


def find_sexes(scan: Scan) -> Iterator[Placeable]:
    """``5 men`` for 男５名; the noun goes with its figure, so that the two cannot change places."""
    for match in _SEXES.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            amounts = number_forms(value)
            nouns = [one if value == 1 else more for one, more in _NOUNS[match["sex"]]]
            forms = [f"{amount} {noun}" for noun in nouns for amount in amounts]
            forms += [f"{noun}{link}{amount}" for noun in nouns for link in (": ", " ") for amount in amounts]
            yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)
