"""The items ①②③ of a list in running text must each stand behind its own number, and two things stay two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.japanese.folding import fold
from briefgen.model.segment import Span, TranslatedSegment
from briefgen.terms.english import SMALL_WORDS

__all__ = ["faults"]

_NUMBER = re.compile(r"[①-⑳]|[(（][0-9０-９]{1,2}[)）]")
_WORD = re.compile(r"\w+")
_WORDS_AT_LEAST, _WORDS_A_CHARACTER = 4, 0.9
"""English words an item may have: more than any item of a list in the project's pairs."""
_BETWEEN_ITEMS = re.compile(r"(?:[,;:.]|[,;]? (?:and|or))$")
_BOTH_BELOW = re.compile(
    "(?P<one>概要|要旨|結果|内容|目的|日程|日時|場所|経緯|写真|一覧|資料|部隊|参加者|出席者|連絡先|問合せ先)(?:と|及び|並びに|および)"
    "(?!なっ|し[てた])(?P<other>[^、。はがを]{2,20})は、?(?:下記|以下|次|別紙|別添)の?(?:とおり|通り)"
)
"""Two things that follow below, of which the English must not make one: 会談の概要と公開された写真は下記のとおり."""
_BOTH = re.compile(r"\b(?:and|as well as|along with|together with|both|with)\b|&|,", re.IGNORECASE)


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where the model moved the numbers, left one alone, or put it into the middle of an item, or made one of two."""
    both = _BOTH_BELOW.search(fold(translated.segment.text).text)
    if both and not _BOTH.search(translated.english):
        yield f"Two things follow in the Japanese, {both['one']} and {both['other']}, and the English has one"
    yield from _numbered(translated)


def _numbered(translated: TranslatedSegment) -> Iterator[str]:
    marks = [
        (translated.constraints[mark.constraint].span, mark.span)
        for mark in translated.marks
        if _NUMBER.fullmatch(translated.constraints[mark.constraint].source)
    ]
    places = [place for _, place in sorted(marks)]
    if len(places) < 2:
        return
    if reason := _fault(translated.english, places) or _overlong(translated, sorted(marks)):
        yield f"The items of the list may be mixed up: {reason}"


def _fault(english: str, places: list[Span]) -> str:
    """What is wrong with the numbers at `places`, given in the order of the Japanese; empty when nothing is."""
    if any(a.start > b.start for a, b in pairwise(places)):
        return "their numbers stand in another order"
    for place, following in pairwise([*places, Span(len(english), len(english))]):
        number = english[place.start : place.end]
        item = english[place.end : following.start]
        if SMALL_WORDS.issuperset(word.lower() for word in _WORD.findall(item)):
            return f"nothing stands behind {number}"
        if following.start < len(english) and not _BETWEEN_ITEMS.search(item.rstrip()):
            return f"the item behind {number} does not end before {english[following.start : following.end]}"
    return ""


def _overlong(translated: TranslatedSegment, marks: list[tuple[Span, Span]]) -> str:
    """Which item has far more words than its Japanese: what belongs to the whole list stands inside of it."""
    for (source, place), (next_source, following) in pairwise(marks):
        words = len(_WORD.findall(translated.english, place.end, following.start))
        if words > _WORDS_AT_LEAST + _WORDS_A_CHARACTER * (next_source.start - source.end):
            return f"more stands behind {translated.english[place.start : place.end]} than its item"
    return ""
