"""Differences and least amounts: 目標を５％上回った is 5 percent above the target, 千件を下らない at least a thousand.

A model takes the difference for a level, or turns round who is ahead. Only the form is held against the Japanese; who
is ahead of whom is for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.folding import fold
from briefgen.model.segment import AMOUNTS, TranslatedSegment

__all__ = ["faults"]

_OBJECT = re.compile("を(?:約|およそ|なお|さらに|更に|大幅に|実に)?$")
_EXCEEDS = re.compile("[^、。をがはに続連倍]{0,3}(?:も|近く|ほど|余り|以上)?(?P<way>上回|下回)[らりるっ]")
_NOT_BELOW = re.compile("[^、。がはに]{0,3}を下(?:ら(?:ない|ず|なかった)|りません)")
_BY = re.compile(
    r"\b(?:by|of|down|up|some)(?: (?:about|approximately|roughly|around|nearly|almost|over|more than|as much as"
    r"|at least|an?|little|just|slightly))*\s$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\s?(?:\w+ ){0,4}?(?:above|below|higher|lower|more|less|over|under|fewer|short|up|down|greater|smaller|ahead"
    r"|behind|beyond|in excess|better|worse|longer|shorter|faster|slower|larger)\b",
    re.IGNORECASE,
)
_WAYS = {
    "上回": "exceed|surpass|above|over|higher|more|greater|ahead|beat|outstrip|outpac|outperform|top|up\\b|better|larg"
    "|lead|beyond|long|fast|excess",
    "下回": "below|under|lower|less|fewer|short|down|fell|fall|miss|behind|small|worse|trail|slow",
}
_AT_LEAST = re.compile(
    r"\b(?:no (?:fewer|less|lower|smaller)|not (?:be )?(?:fewer|less|below|lower)|at least|or more|more than|over"
    r"|exceed\w*|minimum|(?:n['’]t|not) (?:fall|drop|go) below)\b",
    re.IGNORECASE,
)


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where the English does not say a difference as one, or a least amount as a bound."""
    source, english = translated.segment.text, translated.english
    places = {mark.constraint: mark.span for mark in translated.marks}
    for number, one in enumerate(translated.constraints):
        behind = fold(source[one.span.end :]).text
        if one.kind not in AMOUNTS:
            continue
        if (found := _NOT_BELOW.match(behind)) and not _AT_LEAST.search(english):
            yield f"{found[0]} behind {one.source} is not seen in the English"
        exceeds = _EXCEEDS.match(behind) if _OBJECT.search(source, 0, one.span.start) else None
        if not exceeds or one.source.endswith("倍"):
            continue
        place = places.get(number)
        is_said = re.search(rf"\b(?:{_WAYS[exceeds['way']]})", english, re.IGNORECASE)
        is_difference = place and (_BY.search(english, 0, place.start) or _THAN.match(english, place.end))
        if not (is_said and (is_difference or place is None)):
            yield f"{one.source} is by how much, with {exceeds['way']}, which the English may not say"
