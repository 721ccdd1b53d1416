"""Amounts that the paper says in words and not in figures: 倍額, 半減, 過半数, 半年, 三相, and a lone 一年.

They vary with the sentence more than figures do, so all but the year are asked for and not required; what the English
lacks of them is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.model.segment import ConstraintKind, Strength
from briefgen.terms.placeables.common import Placeable, Scan, placed

__all__ = ["find_spelled"]

_DOUBLE = ("double", "doubled", "doubles", "doubling", "twice", "two times", "2 times", "twofold", "two-fold")
_HALF = ("half", "halves", "50 percent", "50%", "fifty percent")
_SIX_MONTHS = ("half a year", "half year", "half-year", "six months", "6 months", "six-month", "6-month", "semiannual")
_WORDS: tuple[tuple[str, ConstraintKind, tuple[str, ...]], ...] = (
    ("(?<![0-9数一二三四五六七八九十])倍(?:額|増|加)", ConstraintKind.QUANTITY, _DOUBLE),
    ("(?<![前後大])半(?:減(?![期速])|額)", ConstraintKind.QUANTITY, ("halved", "halve", "halves", "halving", *_HALF)),
    ("過半数?", ConstraintKind.QUANTITY, ("majority", "more than half", "over half", "most")),
    ("(?<!過)半(?:数|分(?=以[上下]))", ConstraintKind.QUANTITY, _HALF),
    (
        "(?<![前後上下か年0-9])半年(?!度)",
        ConstraintKind.DURATION,
        (*_SIX_MONTHS, "semi-annual", "twice a year", "biannual"),
    ),
    ("単相(?=交流|[0-9])", ConstraintKind.QUANTITY, ("single-phase", "single phase")),
    ("三相(?=交流|[0-9]|誘導)", ConstraintKind.QUANTITY, ("three-phase", "three phase", "3-phase", "3 phase")),
)
_SPELLED = tuple((re.compile(pattern), kind, forms) for pattern, kind, forms in _WORDS)
_ONE_YEAR = re.compile(
    "(?<![0-9〇一二三四五六七八九十百千万第])一年(?=と[すしな]|(?:の)?(?:延長|契約|任期|期間|猶予|短縮|延期|計画|経過)|で(?:は|結論|完了|終)"
    "|を(?:経過|超え|限度|要)|ほど|程度|余り|弱|強|遅れ|早く|[、。)]|$)(?!、[一二三四五六七八九])"
)
"""A lone 一年 that is a length of time, and not the year in 一年中 and 一年を通じて."""
_YEAR_FORMS = (
    "1 year",
    "one year",
    "one-year",
    "1-year",
    "a year",
    "another year",
    "the past year",
    "12 months",
    "twelve months",
)


def find_spelled(scan: Scan) -> Iterator[Placeable]:
    """The amounts in words, and each 一年 that counts a year."""
    for pattern, kind, forms in _SPELLED:
        for match in pattern.finditer(scan.text):
            yield replace(placed(scan, match.span(), forms, kind), strength=Strength.SHOULD)
    for match in _ONE_YEAR.finditer(scan.text):
        yield Placeable.of(*match.span(), _YEAR_FORMS, ConstraintKind.DURATION)
