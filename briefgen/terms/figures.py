"""Figures in English: every number with its value, and those that neither source nor constraints account for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from briefgen.japanese.folding import fold
from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import Constraint, Span
from briefgen.terms.english import SCALES, ordinal_word, spell

__all__ = ["numbers_in", "unlicensed_numbers", "written_figures"]

_WORD_VALUES = {spell(number): number for number in range(2, 100)} | {"dozen": 12}
_ORDINAL_VALUES = {ordinal_word(number): number for number in range(3, 100)}
_SCALE_VALUES = {word: int(value) for word, value in SCALES} | {"thousand": 1000, "hundred": 100}
_FIGURE = re.compile(
    r"(?<![\w.,])(?<!\w-)(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?:st|nd|rd|th|s|x|fold)\b)?(?!\w)(?:[ -](?P<scale>{'|'.join(_SCALE_VALUES)})s?\b)?",
)
_UNITS_JOINED = re.compile(
    r"(?<![\w.,])(?<!\w-)(?P<figure>\d+(?:[.,]\d+)*)(?=(?:km|cm|mm|kg|m|t|nm|pm|am|GB|MW|kW|Hz)\b)"
)
_CLOCK = re.compile(
    r"(?<![\w:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:])(?:\s*(?P<half>[ap])\.?m\b)?", re.IGNORECASE
)
_THE_TWO = re.compile(r"the two", re.IGNORECASE)
"""The two sides: Japanese leaves such subjects out."""
_BOTH = re.compile(r"[両双]|相互|半|間で|との間")
"""Words that speak of two without a numeral: 両大臣, 双方."""
_WORDS = "|".join(sorted((*_WORD_VALUES, *_ORDINAL_VALUES), key=len, reverse=True))
_WORD = re.compile(rf"\b(?P<word>{_WORDS})\b(?:[ -](?P<scale>{'|'.join(_SCALE_VALUES)})\b)?", re.IGNORECASE)


@lru_cache(maxsize=32768)
def numbers_in(english: str) -> tuple[tuple[Span, str], ...]:
    """The numbers of an English text with their values, in order: ``712.7 billion`` is ``712700000000``.

    Times are ``15:00`` in the 24-hour clock. Figures inside names (F-35, IP4) are no numbers, nor are the words one,
    first and second, which are mostly something else.
    """
    found: dict[Span, str] = {}
    for match in _CLOCK.finditer(english):
        found[Span(*match.span())] = _clock(match)
    for pattern in (_FIGURE, _UNITS_JOINED, _WORD):
        for match in pattern.finditer(english):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in found):
                found[span] = _canonical(_value(match))
    return tuple(sorted(found.items()))


def unlicensed_numbers(english: str, source: str, constraints: Iterable[Constraint]) -> tuple[tuple[Span, str], ...]:
    """The numbers of the English that come from nowhere: in no constraint's English and not in the Japanese."""
    licensed = _source_values(source)
    for constraint in constraints:
        for form in (constraint.english, constraint.expansion, *constraint.accepted):
            licensed.update(value for _, value in numbers_in(form))
    return tuple(
        (span, value)
        for span, value in numbers_in(english)
        if value not in licensed and not _THE_TWO.fullmatch(english, max(0, span.start - 4), span.end)
    )


def written_figures(source: str) -> dict[str, str]:
    """The Arabic figures of a Japanese text as they are written, by their value; those in names (UH-1) are none."""
    found: dict[str, str] = {}
    text = fold(source).text
    for match in re.finditer(NUMBER, text):
        is_name = re.search(r"[A-Za-z]-?$", text[: match.start()])
        value = parse_number(match[0]) if match[0][0].isdigit() and not is_name else None
        if value is not None:
            found[_canonical(value)] = match[0]
    return found


def _source_values(source: str) -> set[str]:
    """Every value that a number of the Japanese could stand for, alone or as a part of a larger one."""
    text = fold(source).text
    values: set[str] = {value for _, value in numbers_in(text)}
    if _BOTH.search(text):
        values.add("2")
    for match in re.finditer(rf"{NUMBER}|\d+(?:\.\d+)?|[一二三四五六七八九十]", text):
        value = parse_number(match[0])
        if value is not None:
            values.add(_canonical(value))
    return values


def _value(match: re.Match[str]) -> Decimal:
    parts = match.groupdict()
    if parts.get("figure"):
        value = Decimal(parts["figure"].replace(",", ""))
    else:
        word = parts["word"].lower()
        value = Decimal(_WORD_VALUES.get(word) or _ORDINAL_VALUES[word])
    scale = parts.get("scale")
    return value * _SCALE_VALUES[scale.lower()] if scale else value


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{match['minute']}"


def _canonical(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
