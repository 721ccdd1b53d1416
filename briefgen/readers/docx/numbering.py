"""The visible numbers of Word lists: numbering.xml and the order of the paragraphs -> １．, （１）, ア, ①, 1.2.

Formats and their names: ECMA-376 part 1, 17.18.59 (ST_NumberFormat); counting and restarting: 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from briefgen.readers.docx.parts import W, is_on, to_int, value

__all__ = ["Numbering", "bullet_mark", "format_number", "read_numbering"]

_LEVELS = 9
_MOST_LETTERS = 30
_LAST_NUMBER = 32_767
"""The highest number a list may begin with (ECMA-376 part 1, 20.1.10.63)."""
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HALF_KATAKANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_FULL_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_CIRCLED_KANJI = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_TRADITIONAL = "甲乙丙丁戊己庚辛壬癸"
_ZODIAC = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SYMBOLS = {
    "\uf0b7": "・", "\uf0a7": "■", "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf075": "◆", "\uf0d8": "➢",
    "\uf0fc": "✓", "\uf0e0": "→", "\uf0e8": "⇒", "\uf09f": "・", "\uf02d": "-", "\uf0a8": "□", "\uf0fe": "☑",
}  # fmt: skip
"""Characters of the fonts Symbol and Wingdings, which have no Unicode value of their own."""


def bullet_mark(text: str) -> str | None:
    """The character a symbol font shows at this private code point; other text unchanged; None when unknown."""
    if re.fullmatch(r"[\uf020-\uf0ff]", text):
        return _SYMBOLS.get(text)
    return text


def _in_series(series: str) -> Callable[[int], str]:
    return lambda number: series[number - 1] if 0 < number <= len(series) else str(number)


def _letter(number: int) -> str:
    """Letters a to z, then aa, bb, as Word goes on after z, up to thirty of them; beyond, figures."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if 0 <= times < _MOST_LETTERS else str(number)


def _roman(number: int) -> str:
    if number > _LAST_NUMBER:
        return str(number)
    text = ""
    for figure, letters in _ROMAN:
        count, number = divmod(number, figure) if number > 0 else (0, 0)
        text += letters * count
    return text


def _kanji_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(abs(number)))


def _kanji(number: int) -> str:
    """十, 十一, 二十, 百二: counting numbers up to 9999."""
    if not 0 < number < 10_000:
        return _kanji_digits(number)
    text = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("" if digit == 1 and unit else _DIGITS[digit]) + unit
    return text


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _in_series(_CIRCLED),
    "decimalEnclosedCircleChinese": _in_series(_CIRCLED),
    "decimalEnclosedParen": _in_series(_PARENTHESISED),
    "decimalEnclosedFullstop": _in_series(_FULL_STOP),
    "ideographEnclosedCircle": _in_series(_CIRCLED_KANJI),
    "ideographTraditional": _in_series(_TRADITIONAL),
    "ideographZodiac": _in_series(_ZODIAC),
    "ideographDigital": _kanji_digits,
    "japaneseDigitalTenThousand": _kanji_digits,
    "japaneseCounting": _kanji,
    "chineseCounting": _kanji,
    "chineseCountingThousand": _kanji,
    "taiwaneseCounting": _kanji,
    "aiueo": _in_series(_HALF_KATAKANA),
    "aiueoFullWidth": _in_series(_KATAKANA),
    "iroha": _in_series(_HALF_IROHA),
    "irohaFullWidth": _in_series(_IROHA),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "none": lambda _: "",
}


def format_number(number: int, form: str) -> str:
    """Return the number in a format named as in ECMA-376; an unknown name gives plain figures."""
    return _FORMATS.get(form, str)(number)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True
    is_legal: bool = False
    """Every number in its label is shown in plain figures."""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    overrides: dict[int, int]
    """Start values this list sets anew, by level."""


@dataclass(slots=True)
class Numbering:
    """Lists of a Word file with their counters; ask for the labels in the order of the paragraphs."""

    lists: dict[str, _List]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def is_bullet(self, number_id: str, level: int) -> bool:
        """Whether the level of this list has a mark and no number."""
        found = self.lists.get(number_id)
        return found is not None and found.levels.get(level, _Level()).form == "bullet"

    def label(self, number_id: str, level: int) -> str:
        """Count the next paragraph of this list and level, and return what Word shows before it; empty for none."""
        found = self.lists.get(number_id)
        if found is None or level not in found.levels:
            return ""
        own = found.levels[level]
        if own.form == "bullet":
            return bullet_mark(own.text.strip()) or "・"
        counts = self._counts.setdefault(found.abstract, {})
        self._advance(found, number_id, level, counts)
        return re.sub(r"%([1-9])", lambda match: _shown(found, own, int(match[1]) - 1, counts), own.text).strip()

    def _advance(self, found: _List, number_id: str, level: int, counts: dict[int, int]) -> None:
        start = found.levels[level].start
        if level in found.overrides and (number_id, level) not in self._started:
            counts[level] = found.overrides[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        self._started.add((number_id, level))
        for deeper in range(level + 1, _LEVELS):
            if found.levels.get(deeper, _Level()).restarts:
                counts.pop(deeper, None)


def _shown(found: _List, own: _Level, level: int, counts: dict[int, int]) -> str:
    other = found.levels.get(level, _Level())
    number = counts.get(level, found.overrides.get(level, other.start))
    return str(number) if own.is_legal else format_number(number, other.form)


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists of numbering.xml; none when the part is missing."""
    if root is None:
        return Numbering({})
    abstracts = {value(element, "abstractNumId") or "": element for element in root.iterchildren(W + "abstractNum")}
    linked = {value(element.find(W + "styleLink")): element for element in abstracts.values()}
    lists: dict[str, _List] = {}
    for element in root.iterchildren(W + "num"):
        abstract = value(element.find(W + "abstractNumId")) or ""
        source = abstracts.get(abstract)
        if source is not None:
            link = value(source.find(W + "numStyleLink"))
            source = source if link is None else linked.get(link, source)
            lists[value(element, "numId") or ""] = _list(abstract, source, element)
    return Numbering(lists)


def _list(abstract: str, source: etree._Element, number: etree._Element) -> _List:
    levels = dict(_level(element) for element in source.iterchildren(W + "lvl"))
    overrides: dict[int, int] = {}
    for override in number.iterchildren(W + "lvlOverride"):
        level = to_int(value(override, "ilvl")) or 0
        start = to_int(value(override.find(W + "startOverride")))
        if start is not None:
            overrides[level] = start
        own = override.find(W + "lvl")
        if own is not None:
            levels[level] = _level(own)[1]
    return _List(abstract, levels, overrides)


def _level(element: etree._Element) -> tuple[int, _Level]:
    start = to_int(value(element.find(W + "start")))
    return to_int(value(element, "ilvl")) or 0, _Level(
        start=1 if start is None else start,
        form=value(element.find(W + "numFmt")) or "decimal",
        text=value(element.find(W + "lvlText")) or "",
        restarts=value(element.find(W + "lvlRestart")) != "0",
        is_legal=bool(is_on(element.find(W + "isLgl"))),
    )
