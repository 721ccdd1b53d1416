"""Japanese numerals: full-width, with commas, kanji, and mixed with 万 億 兆; values are exact."""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from briefgen.japanese.folding import fold

__all__ = [
    "ARABIC",
    "EXACT",
    "KANJI_DECIMAL",
    "KANJI_DIGITS",
    "NUMBER",
    "POSITIONAL",
    "figures_of",
    "parse_fraction",
    "parse_number",
]

KANJI_DIGITS = "〇零一二三四五六七八九十百千万億兆壱弐参拾"
"""Characters that can be part of a number written in kanji."""

POSITIONAL = "〇一二三四五六七八九"
"""Kanji that can stand for a figure each, the zero first."""

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""Pattern of a number in (folded) Arabic figures."""

NUMBER = rf"(?:{ARABIC}(?:[十百千万億兆](?:{ARABIC})?)*|[〇零一二三四五六七八九十百千壱弐参拾][{KANJI_DIGITS}]*)"
"""Pattern of a number in folded text; `parse_number` says whether it is a well-formed one."""

KANJI_DECIMAL = "[〇一二三四五六七八九十百]{1,5}・[〇一二三四五六七八九]{1,3}"
"""Pattern of a number in kanji with a middle dot for its decimal point (九七・三); elsewhere the dot makes a list."""

_LONGEST = 900
EXACT = Context(prec=1000)
"""The context for arithmetic on numbers of a text, under which nothing is rounded."""

_TO_FIGURES = str.maketrans(POSITIONAL + "、", "0123456789,")
_DIGITS = {char: value for value, char in enumerate(POSITIONAL)} | {"零": 0, "壱": 1, "弐": 2, "参": 3}
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_TOKEN = re.compile(rf"({ARABIC})|([〇零一二三四五六七八九壱弐参]+)|([十拾百千])|([万億兆])")


def figures_of(text: str) -> str:
    """A number in kanji, one for each figure, in Arabic figures of the same length: ``247,154`` for 二四七、一五四."""
    return text.translate(_TO_FIGURES)


@lru_cache(maxsize=4096)
def parse_number(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else; None when it is none, or badly formed.

    ``１，２３４``, ``千二百三十``, ``九七・三``, ``１兆２，３４５億``, ``3.5万`` and ``5千万`` are numbers,
    ``万``, ``1,23`` and ``2億3兆`` are not.
    """
    folded = fold(text).text
    if re.fullmatch(KANJI_DECIMAL, folded):
        whole, _, decimals = folded.partition("・")
        value = parse_number(whole)
        return None if value is None else value + Decimal("0." + "".join(str(_DIGITS[char]) for char in decimals))
    tokens = list(_TOKEN.finditer(folded))
    if not tokens or len(folded) > _LONGEST or "".join(match[0] for match in tokens) != folded:
        return None
    with localcontext(EXACT):
        return _add_up(tokens)


def _add_up(tokens: list[re.Match[str]]) -> Decimal | None:
    """Sum of the groups before 兆, 億 and 万 and the rest; units must come in falling order."""
    total, group = Decimal(0), _Group()
    last_large = 10**16
    for match in tokens:
        arabic, digits, small, large = match.groups()
        if large:
            unit = _LARGE[large]
            if group.is_empty or unit >= last_large:
                return None
            total, last_large, group = total + group.value * unit, unit, _Group()
        elif not (
            group.add_unit(_SMALL[small]) if small else group.add_digits(_value(arabic, digits), len(digits or ""))
        ):
            return None
    value = total + group.value
    return value.to_integral_value() if total and value == value.to_integral_value() else value


def _value(arabic: str | None, digits: str) -> Decimal:
    if arabic:
        return Decimal(arabic.replace(",", ""))
    return Decimal("".join(str(_DIGITS[char]) for char in digits))


class _Group:
    """The part of a number before 万, 億 or 兆: digits and 十 百 千 in falling order."""

    def __init__(self) -> None:
        self._sum = Decimal(0)
        self._pending: Decimal | None = None
        self._is_positional = False
        self._last_unit = 10**4
        self.is_empty = True

    def add_digits(self, value: Decimal, kanji: int) -> bool:
        """Take figures, so many of them in kanji; False when figures stand there already, or 二十五六 is 25 or 26."""
        if self._pending is not None or (kanji > 1 and self._sum):
            return False
        self._pending, self.is_empty, self._is_positional = value, False, kanji > 1
        return True

    def add_unit(self, unit: int) -> bool:
        """Take 十, 百 or 千; False when it is not smaller than the one before, or 二三百 is 200 or 300."""
        if unit >= self._last_unit or self._is_positional:
            return False
        self._sum += (1 if self._pending is None else self._pending) * unit
        self._pending, self._last_unit, self.is_empty = None, unit, False
        return True

    @property
    def value(self) -> Decimal:
        """What the group comes to."""
        return self._sum + (self._pending or 0)


def parse_fraction(text: str) -> Fraction | None:
    """The value of ``３分の１`` or ``三分の二`` (denominator first); None for anything else or a zero denominator."""
    denominator, found, numerator = fold(text).text.partition("分の")
    below, above = parse_number(denominator), parse_number(numerator)
    if not found or not below or above is None:
        return None
    return Fraction(above) / Fraction(below)
