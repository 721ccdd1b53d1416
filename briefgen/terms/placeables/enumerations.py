"""Points that are counted, 第五に、… and 三番目に、…, and what is second or third by its size: 二番目に長い橋."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import ordinal, ordinal_word
from briefgen.terms.placeables.common import BEFORE_NUMBER, Placeable, Scan

__all__ = ["find_enumerations"]

_N = "(?:[1-9][0-9]?|[一二三四五六七八九十]{1,2})"
_MOST = {
    "大き": ("largest", "biggest"), "長": ("longest",), "高": ("highest", "tallest"), "小さ": ("smallest",),
    "古": ("oldest",), "新し": ("newest",), "深": ("deepest",), "重": ("heaviest",), "速": ("fastest",),
    "若": ("youngest",), "短": ("shortest",), "低": ("lowest",), "重要": ("most important",),
}  # fmt: skip
_SIZE = re.compile(
    rf"{BEFORE_NUMBER}(?P<number>{_N})番目に(?P<size>{'|'.join(sorted(_MOST, key=len, reverse=True))})(?:[いな]|(?=く))"
)
_POINT = re.compile(
    rf"(?:^|(?<=[。「]))(?:第(?P<number>{_N})に|(?P<nth>{_N})番目に(?=、))"
    "(?!(?:重要|主要|有名|人気|優先)|[大多高長古新広強深速重]+[きしい])(?=、|[一-龯ァ-ヺ])"
)
"""What opens a sentence that makes a point; 第二に大きい is a size."""


def find_enumerations(scan: Scan) -> Iterator[Placeable]:
    """``fifth`` for 第五に、, and ``third largest`` for 三番目に大きい."""
    for match in _POINT.finditer(scan.text):
        if number := int(parse_number(match["number"] or match["nth"]) or 0):
            word, nth = ordinal_word(number), ordinal(number)
            forms = (word, f"{word}ly", nth, *(("first of all",) if number == 1 else ()))
            yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)
    for match in _SIZE.finditer(scan.text):
        if (number := int(parse_number(match["number"]) or 0)) > 1:
            nths = (ordinal_word(number), ordinal(number))
            forms = tuple(f"{nth}{gap}{most}" for most in _MOST[match["size"]] for nth in nths for gap in (" ", "-"))
            yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)
