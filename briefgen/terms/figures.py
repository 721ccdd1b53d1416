"""Figures in English: every number with its value, and what neither source nor constraints account for.

Accounted for must be numbers in figures and words, every other digit (the 47 of F-47), hundreds and thousands without a
figure, and the names of months, weekdays and countries.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from briefgen.japanese.folding import fold
from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import Constraint, Span
from briefgen.terms.english import MONTHS, SCALES, WEEKDAY_NAMES, ordinal_word, spell
from briefgen.terms.places.countries import unlicensed_countries

__all__ = ["canonical", "names_no_number", "numbers_in", "unlicensed_numbers"]

_WORD_VALUES = {spell(number): number for number in range(2, 100)} | {"dozen": 12}
_ORDINAL_VALUES = {ordinal_word(number): number for number in range(3, 100)}
_SCALE_VALUES = {word: int(value) for word, value in SCALES} | {"thousand": 1000, "hundred": 100}
_FIGURE = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?:st|nd|rd|th|s|x|fold)\b)?(?!\w|[.,]\d)(?:[ -](?P<scale>{'|'.join(_SCALE_VALUES)})s?\b)?"
)
_UNITS_JOINED = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?=(?:km|cm|mm|kg|m|t|nm|pm|am|[KMGT]B|MW|kW|[kMG]?Hz)\b)"
)
_CLOCK = re.compile(
    r"(?<![\w:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d|:\d)(?:\s*(?P<half>[ap])\.?m\b)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BEFORE_SCALE = "a|one|some|half a|several|many|tens of|hundreds of|thousands of"
_SCALE_WORD = re.compile(
    rf"\b(?:(?:{_BEFORE_SCALE}) )?(?P<scale>hundred|thousand|million|billion|trillion|dozen)s?\b", re.IGNORECASE
)
_LARGE = re.compile("[百千万億兆]|数十|十数|[0-9]{3}")
_MONTH = re.compile(rf"\b(?:{'|'.join(name for name in MONTHS if name != 'May')})\b|\bMay(?= [0-9])|(?<=in )May\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})s?\b")
_MONTH_NUMBER = re.compile("([0-9]{1,2}|[一二三四五六七八九十]{1,2})(?=[月./~・、-])")
_WEEKDAY_LETTER = re.compile("([月火水木金土日])(?:曜|[・、]?[祝休]?日?\\))")
_WEEKEND = re.compile("土[・、]?日(?!本)|週末")
_THE_TWO = re.compile(r"the two", re.IGNORECASE)
"""The two sides: Japanese leaves such subjects out."""
_BOTH = re.compile(r"[両双]|相互|半|間で|との間")
"""Words that speak of two without a numeral: 両大臣, 双方."""
_SAID_OTHERWISE = ((_BOTH, "2"), (re.compile("十数|数十"), "12"), (re.compile("立体|三つ巴"), "3"))
"""Numbers that Japanese and English name by other words: dozens for 数十, three-dimensional for 立体."""
_NO_NUMBERS = re.compile(
    "[数何幾][十百千万億兆]+|千葉|百里|三沢|三重県|四国[地沖東西南北電]|九州|八戸|五島|六本木|二本松|三菱|三井|三原市|二宮|五十嵐|六ヶ所|八王子|八丈|八重"
    "|七尾|[一三八]千代(?!田)|千歳|千島|十勝|十条[台駐]|十日市|四日市|八日市|五輪|一票の格差|三つ巴|六[ヶケ]所(?!で)|九度山|十分(?:[なに]|で(?![終済着始行到]))|(?<=[0-9〇一二三四五六七八九十])四半期"
)
"""Numerals in names, and 数十, which says no number."""
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
            if span.is_free(found):
                found[span] = canonical(_value(match))
    return tuple(sorted(found.items()))


def unlicensed_numbers(english: str, source: str, constraints: Iterable[Constraint]) -> tuple[tuple[Span, str], ...]:
    """What of the English comes from nowhere: it is in no constraint's English and not in the Japanese.

    Numbers come with their values; other digits, scales, months, weekdays and countries as they are written.
    """
    forms = [form for c in constraints for form in (c.english, c.expansion, *c.accepted) if form]
    numbers = numbers_in(english)
    licensed = _source_values(source)
    if any(value not in licensed for _, value in numbers):
        licensed = licensed.union(value for form in forms for _, value in numbers_in(form))
    strays = [
        (span, value)
        for span, value in numbers
        if value not in licensed and not _THE_TWO.fullmatch(english, max(0, span.start - 4), span.end)
    ]
    known = [span for span, _ in numbers]
    folded = fold(source).text
    others = [*_other_digits(english, source, forms), *_other_words(english, folded, forms)]
    others += unlicensed_countries(english, folded, forms)
    strays += [(span, text) for span, text in others if span.is_free(known)]
    return tuple(sorted(strays))


def _other_digits(english: str, source: str, forms: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Runs of digits that stand in neither text; those of numbers among them."""
    licensed = set(_DIGITS.findall(fold(source).text)).union(*map(_DIGITS.findall, forms))
    for match in _DIGITS.finditer(english):
        if unicodedata.normalize("NFKC", match[0]) not in licensed:
            yield Span(*match.span()), match[0]


def _other_words(english: str, source: str, forms: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Scales without a figure where the Japanese has no large number, and months and weekdays that it does not name."""
    allowed = " ".join(forms)
    for match in () if _LARGE.search(source) else _SCALE_WORD.finditer(english):
        if match["scale"].lower() not in allowed.lower():
            yield Span(*match.span()), match[0]
    numbers = {parse_number(found) for found in _MONTH_NUMBER.findall(source)}
    for match in _MONTH.finditer(english):
        if MONTHS.index(match[0]) + 1 not in numbers and match[0] not in allowed:
            yield Span(*match.span()), match[0]
    letters = {"月火水木金土日".index(found) for found in _WEEKDAY_LETTER.findall(source)}
    letters |= {5, 6} if _WEEKEND.search(source) else set()
    for match in _WEEKDAY.finditer(english):
        name = match[0].removesuffix("s")
        if WEEKDAY_NAMES.index(name) not in letters and name not in allowed:
            yield Span(*match.span()), match[0]


def names_no_number(text: str) -> str:
    """A folded Japanese text without the names and idioms whose numerals are no numbers."""
    return _NO_NUMBERS.sub("□", text)


@lru_cache(maxsize=1024)
def _source_values(source: str) -> frozenset[str]:
    """Every value that a number of the Japanese could stand for, alone or as a part of a larger one."""
    text = names_no_number(fold(source).text)
    values: set[str] = {value for _, value in numbers_in(text)}
    values.update(value for pattern, value in _SAID_OTHERWISE if pattern.search(source))
    for match in re.finditer(rf"{NUMBER}|\d+(?:\.\d+)?|[一二三四五六七八九十]", text):
        value = parse_number(match[0])
        if value is not None:
            values.add(canonical(value))
    return frozenset(values)


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


def canonical(value: Decimal) -> str:
    """A value as a key, without zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
