"""Where lines end: a text and the width of each character in, ranges of characters out. Draws nothing.

Rules: JIS X 4051:2004, 6.1 (characters that may not begin or end a line, characters that stay together, hanging 、 and
。), and for Latin text the plain one: a line ends at a space or after a hyphen inside a word. A word, a number with its
unit and a web address are cut only when they are wider than the line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, takewhile

from briefgen.writers.binding import LONGEST_KEPT_NAME
from briefgen.writers.filters import MONTHS

__all__ = ["HANGING", "NO_LINE_END", "NO_LINE_START", "break_lines", "can_break", "hangs", "is_word_character"]

NO_LINE_START = frozenset(
    "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗｠»°′″℃％‰％¢"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､･ﾞﾟｰｧｨｩｪｫｬｭｮｯ｣)]}!?,.:;%…‥–〜～‐‼⁇⁈⁉—―"
)
"""JIS X 4051 classes of closing brackets, hyphens, dividers, middle dots, full stops, commas, iteration marks, the
prolonged sound mark and small kana; dashes and leaders are added because English sets them at a line end."""

NO_LINE_END = frozenset("（〔［｛〈《「『【〘〖｟«‘“｢([{￥＄＠＃￡$#£€¥№§")
"""Opening brackets and signs that stand before a number."""

HANGING = frozenset("、。，．｡､")
"""One of these may hang over the end of a full line (JIS X 4051:2004, 8.1 c)."""

_TOGETHER = frozenset("…‥—―─")
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")
_MULTIPLIERS = frozenset("十百千万億兆")
_COUNTERS = frozenset(
    "年月日時分秒週歳才人名回度次号件個台隻機両艘艦本枚冊点社校館店国州県市町村者項条章節款円弗枠棟戸頭匹割倍階"
    "条位級世代か国カヵヶケ箇個所％℃㎞㎡㎏㍍㌔種類基発門丁番線席票条字頁期訓報"
) | _MULTIPLIERS  # fmt: skip
_COUNTER_BEGINNINGS = frozenset("かカヵヶケ箇")
_UNITS = frozenset((
    "km", "km²", "km2", "m", "m²", "cm", "mm", "nm", "nmi", "kg", "g", "t", "kt", "Mt", "ha", "kW", "MW", "GW", "MWh",
    "GWh", "Hz", "kHz", "MHz", "GHz", "ft", "lb", "kn", "knots", "kph", "km/h", "%", "°C", "yen", "million", "billion",
    "trillion", "a.m.", "p.m.",
))  # fmt: skip
_TIMES = re.compile(r"\d+回")
_CAPITALS, _LAST_WORD = re.compile("[Ａ-Ｚ]{3}"), re.compile("[Ａ-Ｚ]{2,4}(?![０-９Ａ-Ｚａ-ｚ])")
_DIGIT_SEPARATORS = frozenset("，．：、,.:")
_ADDRESS_CUTS = frozenset("/-_.?&=")
_LONGEST_WORD = 60
_LONGEST_COMPOUND = 13
"""Letters, hyphen included, up to which a word such as Indo-Pacific is not broken at its hyphen."""
_PERIODS = frozenset("年月週日")
_OPENING, _CLOSING = "([{“‘", ")]}”’,.;:"
_TOLERANCE = 1e-6


def break_lines(text: str, advances: Sequence[float], width: float, hang: float = 0.0) -> list[tuple[int, int]]:
    """The lines of a paragraph as half-open ranges; together they are the whole text, spaces at line ends included.

    `advances` holds the width of each character, in the unit of `width`. A newline ends its line. Linear in the text.
    The lines of the first paragraph, its first line excepted, are less wide by `hang`.
    """
    edges = [0.0, *accumulate(advances)]
    lines = []
    start = 0
    while start < len(text):
        end = _line_end(text, edges, start, width - hang if hangs(text, start) else width)
        lines.append((start, end))
        start = end
    return lines


def hangs(text: str, start: int) -> bool:
    """Whether the line that begins at `start` is one of the first paragraph of the text, but not its first."""
    return start > 0 and text.find("\n", 0, start) < 0


def can_break(text: str, index: int) -> bool:
    """Whether a line may end before the character at `index` (0 < index < len(text))."""
    before, after = text[index - 1], text[index]
    if before == "\n":
        return True
    if _is_space(after) or after in NO_LINE_START or _is_combining(after) or before in NO_LINE_END:
        return False
    if before in _GLUE or after in _GLUE or (before in _TOGETHER and after in _TOGETHER):
        return False
    if _is_space(before):
        return not (_is_before_unit(text, index) or _is_after_month(text, index) or _is_in_acronym(text, index))
    if _is_in_number(text, index) or _is_in_kept_name(text, index):
        return False
    if is_word_character(before) and is_word_character(after):
        return before in "-‐—…" and _is_in_hyphenated_word(text, index)
    return True


@lru_cache(maxsize=8192)
def is_word_character(character: str) -> bool:
    """Whether it belongs to runs that stay together: Latin and other alphabets, digits, their signs, in any width."""
    code = ord(character)
    if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A or character == "－":
        return True
    if character.isspace() or character in "\u00a0\u202f":
        return False
    return code < 0x2190 or 0x2C00 <= code < 0x2E80


def _line_end(text: str, edges: list[float], start: int, width: float) -> int:
    """The end of the line that begins at `start`."""
    fitting = bisect_right(edges, edges[start] + width + _TOLERANCE, start + 1) - 1
    newline = text.find("\n", start, fitting + 1)
    if newline >= 0:
        return newline + 1
    fitting = _skip_spaces(text, fitting)
    if fitting >= len(text) or text[fitting - 1] == "\n":
        return fitting
    end = _last_break(text, start, fitting)
    return _skip_spaces(text, end)


def _last_break(text: str, start: int, fitting: int) -> int:
    """The best place to end a line of which the characters up to `fitting` fit."""
    if text[fitting] in HANGING and fitting > start and (fitting + 1 == len(text) or can_break(text, fitting + 1)):
        return fitting + 1
    for index in range(fitting, start, -1):
        if can_break(text, index):
            return index
    for index in range(fitting, start, -1):
        if text[index - 1].isspace():
            return index
    for index in range(fitting, start + 1, -1):
        if text[index - 1] in _ADDRESS_CUTS and text[index] not in _ADDRESS_CUTS:
            return index
    for index in range(fitting, start, -1):
        if not (text[index] in NO_LINE_START or _is_combining(text[index]) or text[index - 1] in NO_LINE_END):
            return index
    return max(fitting, start + 1)


def _skip_spaces(text: str, index: int) -> int:
    """Past the spaces at a line end, and past the newline that follows them."""
    while index < len(text) and _is_space(text[index]):
        index += 1
        if text[index - 1] == "\n":
            break
    return index


def _is_space(character: str) -> bool:
    return character.isspace() and character not in _GLUE


def _is_combining(character: str) -> bool:
    return unicodedata.combining(character) != 0


def _is_in_number(text: str, index: int) -> bool:
    """Inside ３，０００ and 年２回, between a number and its counter (２億円, １２カ国), or 第 and its number."""
    before, after = text[index - 1], text[index]
    earlier = text[index - 2] if index > 1 else ""
    if before.isdecimal():
        return after in _COUNTERS
    if before in _MULTIPLIERS or before in _COUNTER_BEGINNINGS:
        return after in _COUNTERS and (earlier.isdecimal() or earlier in _MULTIPLIERS)
    if before in _PERIODS and not earlier.isdecimal():
        return bool(_TIMES.match(text, index))
    return after.isdecimal() and (before == "第" or (before in _DIGIT_SEPARATORS and earlier.isdecimal()))


def _is_in_kept_name(text: str, index: int) -> bool:
    """Inside a short name that an English text keeps in Japanese, in brackets: [アルヴェリア]."""
    begin = text.rfind("[", max(index - LONGEST_KEPT_NAME - 1, 0), index)
    end = text.find("]", index, begin + LONGEST_KEPT_NAME + 2) if begin >= 0 else -1
    return end >= 0 and not re.search(r"[\]\s]", text[begin:end])


def _is_before_unit(text: str, index: int) -> bool:
    """Whether the space before `index` stands between a number and its unit, or a day and its month."""
    if index < 2 or not text[index - 2].isdecimal() or text[index - 1] != " ":
        return False
    end = index
    while end < len(text) and not text[end].isspace() and is_word_character(text[end]) and end - index < 12:
        end += 1
    word = text[index:end]
    bare = word.rstrip(").,;:’”")
    return word in _UNITS or bare in _UNITS or bare in MONTHS


def _is_after_month(text: str, index: int) -> bool:
    """Whether the space before `index` stands between a month and a day, as in October 17 (but not October 2024)."""
    if text[index - 1] != " " or not text[index].isdecimal() or not text.endswith(MONTHS, 0, index - 1):
        return False
    return not text[index : index + 4].isdecimal() or len(text) < index + 4


def _is_in_acronym(text: str, index: int) -> bool:
    """Whether the space before `index` stands inside a full-width acronym of two words, ＳＴＲＡＴＣＯＭ　ＣＯＥ."""
    return "Ａ" <= text[index] <= "Ｚ" and bool(
        _CAPITALS.fullmatch(text, max(index - 4, 0), index - 1) and _LAST_WORD.match(text, index)
    )


def _is_in_hyphenated_word(text: str, index: int) -> bool:
    """Whether a line may end behind the hyphen or dash before `index`: it joins words of letters, and enough of them.

    An address, a designation such as F-35, and an option of the program such as --bottom-line stay whole.
    """
    left = _word_beside(text[max(0, index - 1 - _LONGEST_WORD) : index - 1], from_end=True)
    right = _word_beside(text[index : index + _LONGEST_WORD], from_end=False)
    if "/" in left + right or "@" in left + right or left.startswith("--"):
        return False
    if len(left.lstrip(_OPENING)) + 1 + len(right.rstrip(_CLOSING)) <= _LONGEST_COMPOUND:
        return False
    return len(left) > 1 and left[-2:].isalpha() and len(right) > 1 and right[:2].isalpha()


def _word_beside(text: str, *, from_end: bool) -> str:
    """The word characters at the beginning or the end of a text."""
    word = "".join(takewhile(is_word_character, reversed(text) if from_end else text))
    return word[::-1] if from_end else word
