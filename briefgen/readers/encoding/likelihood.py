"""How likely a text is as Japanese writing: what tells the right encoding of some bytes from the wrong ones.

A character has the chance of its class (hiragana, frequent kanji, half-width kana, ...), raised where the character
before it is of a class it usually stands beside. All candidates are readings of the same bytes, so that their natural
logarithms can be compared directly: a difference of 7 means odds of a thousand to one.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from briefgen.readers.encoding.common_kanji import COMMON, FREQUENT

__all__ = ["log_likelihood"]


class _Class(Enum):
    """Classes of characters with the logarithm of the chance of one of them, rounded, from counts of papers."""

    HIRAGANA = -5.0
    KATAKANA = -6.6
    FREQUENT = -7.0
    COMMON = -9.3
    RARE = -14.0
    STOP = -4.6
    MARK = -7.5
    SPACE = -4.5
    DIGIT = -6.0
    LATIN = -6.5
    WIDE = -7.0
    HALF_KANA = -9.5
    ACCENTED = -11.0
    SIGN = -10.5
    OTHER = -16.0
    CONTROL = -25.0


_SPANS = (
    ("\t\n\r\f", _Class.SPACE), (" \u3000", _Class.SPACE), ("0-9", _Class.DIGIT), ("A-Za-z", _Class.LATIN),
    ("!-/:-@\\[-`{-~", _Class.MARK), ("ぁ-ゖ", _Class.HIRAGANA), ("ァ-ヺー・", _Class.KATAKANA),
    ("、。", _Class.STOP), ("「」『』（）々〇【】〔〕～〜－―…‥：；？！，．％〈〉《》ゝゞヽヾ", _Class.MARK),
    ("０-９Ａ-Ｚａ-ｚ", _Class.WIDE), ("\uff61-\uff9f", _Class.HALF_KANA),
    ("À-ÖØ-öø-ſ", _Class.ACCENTED),
    ("§°±´¶×÷¥£©®·–—‘’“”†‡•′″※←-⇿∀-⋿①-⓿■-◿☆★○●℃№℡Ⅰ-ⅿ㈠-㏿€", _Class.SIGN),
    ("Α-ωА-яёЁ─-╿〒〓〃〄-〇＂-／：-＠［-｀｛-｠￠-￦", _Class.SIGN),
)  # fmt: skip
_PATTERN = re.compile("|".join(f"([{span}])" for span, _ in _SPANS))
_BESIDE = {
    (_Class.HALF_KANA, _Class.HALF_KANA): 4.5, (_Class.LATIN, _Class.LATIN): 2.0, (_Class.DIGIT, _Class.DIGIT): 2.0,
    (_Class.WIDE, _Class.WIDE): 2.5, (_Class.KATAKANA, _Class.KATAKANA): 2.2, (_Class.HIRAGANA, _Class.HIRAGANA): 0.7,
    (_Class.FREQUENT, _Class.FREQUENT): 0.7, (_Class.FREQUENT, _Class.COMMON): 0.7,
    (_Class.COMMON, _Class.FREQUENT): 0.7, (_Class.COMMON, _Class.COMMON): 0.7,
    (_Class.LATIN, _Class.ACCENTED): 3.0, (_Class.ACCENTED, _Class.LATIN): 1.5, (_Class.SPACE, _Class.SPACE): 3.0,
    (_Class.KATAKANA, _Class.HALF_KANA): -4.0, (_Class.HALF_KANA, _Class.KATAKANA): -4.0,
    (_Class.HIRAGANA, _Class.HALF_KANA): -2.0, (_Class.HALF_KANA, _Class.HIRAGANA): -2.0,
    (_Class.HALF_KANA, _Class.RARE): -3.0, (_Class.RARE, _Class.HALF_KANA): -3.0,
    (_Class.ACCENTED, _Class.ACCENTED): -2.0,
}  # fmt: skip


def log_likelihood(text: str) -> float:
    """Return the natural logarithm of the chance that this stands in a Japanese paper; 0 for an empty text."""
    total = 0.0
    before: _Class | None = None
    for character in text:
        own = _class_of(character)
        total += own.value
        if before is not None:
            total += _BESIDE.get((before, own), 0.0)
        before = own
    return total


@lru_cache(maxsize=20_000)
def _class_of(character: str) -> _Class:
    if character in FREQUENT:
        return _Class.FREQUENT
    if character in COMMON:
        return _Class.COMMON
    if "\u3400" <= character <= "\u9fff":
        return _Class.RARE
    match = _PATTERN.match(character)
    if match is not None and match.lastindex is not None:
        return _SPANS[match.lastindex - 1][1]
    return _Class.CONTROL if character < " " or "\x7f" <= character <= "\x9f" else _Class.OTHER
