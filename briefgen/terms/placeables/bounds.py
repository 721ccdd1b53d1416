"""A lower and an upper bound as one: １００人以上２００人未満, １８歳以上６０歳未満, ３年以上５年以下.

Apart from each other each would be right and the sentence wrong, for in the Japanese both bound the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.japanese.numerals import KANJI_DIGITS
from briefgen.model.segment import AMOUNTS
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.qualifiers import with_counter

__all__ = ["join_bounds"]

_AT_LEAST = ("at least", "not less than", "no less than", "no fewer than")
_LOWER = {"以上": _AT_LEAST, "超": ("more than", "over", "exceeding"), "を超え": ("more than", "over", "exceeding")}
_UPPER = {
    "未満": ("less than", "fewer than", "under", "below"),
    "以下": ("at most", "not more than", "no more than", "up to"),
    "以内": ("at most", "not more than", "no more than", "within"),
}
_LOWER_BOUND = re.compile("(?P<lower>以上|超|を超え)、?(?:かつ、?)?")
_UPPER_BOUND = re.compile("(?P<upper>未満|以下|以内)(?!の?(?:通り|とおり|よう))")
_AMOUNT = re.compile("(?:[a-z]+ )??[0-9][0-9,.]*(?: (?:m|b|tr)illion)?")
_FIGURES = re.compile(f"約?[0-9.,{KANJI_DIGITS}]+")
_FORMS = 8


def join_bounds(placeables: Sequence[Placeable], scan: Scan) -> Iterator[Placeable]:
    """The placeables in the order of the text, two amounts of one kind with both their bounds as one."""
    at = 0
    while at < len(placeables):
        joined = _joined(placeables[at], placeables[at + 1], scan) if at + 1 < len(placeables) else None
        yield joined or placeables[at]
        at += 2 if joined else 1


def _joined(first: Placeable, last: Placeable, scan: Scan) -> Placeable | None:
    if not {first.kind, last.kind} <= AMOUNTS or not (first.english and last.english):
        return None
    low, high = with_counter(first, scan), with_counter(last, scan)
    if _unit(low, scan) not in ("", _unit(high, scan)):
        return None
    lower = _LOWER_BOUND.fullmatch(scan.text, low.end, high.start)
    upper = _UPPER_BOUND.match(scan.text, high.end)
    if not lower or not upper:
        return None
    amount = _AMOUNT.match(low.english)
    lows = ([amount[0]] if amount else []) + [*low.forms]
    words = [(one, other) for one in _LOWER[lower["lower"]] for other in _UPPER[upper["upper"]]]
    pairs = [(left, right) for left in lows[:_FORMS] for right in high.forms[:_FORMS]]
    forms = [f"{one} {left} and {other} {right}" for left, right in pairs for one, other in words]
    forms += [f"{one} {left} but {other} {right}" for left, right in pairs for one, other in words]
    return Placeable.of(low.start, upper.end(), forms, high.kind)


def _unit(placeable: Placeable, scan: Scan) -> str:
    """What stands behind the figures of an amount, as the text has it."""
    return _FIGURES.sub("", scan.text[placeable.start : placeable.end], count=1)
