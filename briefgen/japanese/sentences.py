"""Sentence and clause boundaries in Japanese text with Latin in it; the spans found tile the text."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["split_long", "split_sentences"]

_PAIRS = dict(zip("「『（(【〔［[〈《“‘〝｢", "」』）)】〕］]〉》”’〟｣", strict=True))
_EITHER = frozenset('"”')
"""Quotes that open and close alike; behind a figure they close only, since 5" is a length."""
_CLOSERS = frozenset(_PAIRS.values())
_FULL_STOPS = frozenset("。｡")
_CALLS = frozenset("！？‼⁇⁈⁉")
_ASCII_CALLS = frozenset("!?")
_TRAILING = frozenset("。｡！？!?‼⁇⁈⁉") | _CLOSERS
_GOES_ON = re.compile(
    r"(?!はい|はじ|はた|でも|です|でき|では、|とても|とにか|ところ|とき|とりわ|なお|なぜ|なに|なん|なら|なる|もちろ|もし|もう|もっと|"
    r"かつ|かな|かり|がん|やは|やが|やっと|のち|へい|にもか|がし|が、)(?:[とのなかがはをにもへでや]|って)"
)
"""After ！ or ？ particles carry the sentence on: 「続けよう！」の精神, 本当か？と尋ねた. はい begins a new one."""
_ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|Nos?|vs|etc|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Sgt|Hon|Amb|Sen|Rep|Gov|Pres|Min|"
    r"St|Mt|Ft|Ave|Rd|Bldg|Arts?|Secs?|Vols?|Figs?|Eqs?|Ch|Para|Ref|Ver|Rev|Ext|Tel|Dept|Univ|pp|cf|al|Inc|Ltd|Co|Corp|"
    r"Jr|Sr|approx|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$",
    re.IGNORECASE,
)
_WINDOW = 12
"""So many characters before a full stop decide what it is."""
_NUMBERED = re.compile(r"(?:^|[.。!?\n])\s*(?:\d{1,3}|[ivxIVX]{1,4})$")
"""The number of an item at the beginning of a sentence: 1. Purpose."""
_MARK = re.compile(
    r"(?:^|[\s。．])(?:[ぁ-んァ-ヶ一-龠]|[（(〔][^（(〔）)〕]{1,3}[）)〕]|第[^第]{1,5}[条項章節編款目号部])$"
)
"""The mark of an item: ア．目的, 一．目的, （１）．目的, 第三章．総則."""
_JAPANESE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff）」』】〕]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences: half-open, in order, together the whole text; none for an empty text.

    A sentence ends after 。！？ with the closing brackets and quotes that follow, after a Latin full stop with a space
    behind it, after a bracket that holds a whole sentence, （詳細は別紙。）, and at a line end; never inside brackets
    or quotes that are closed again. White space belongs to the sentence before it.
    """
    inside = _inside_brackets(text)
    spans: list[tuple[int, int]] = []
    start = position = 0
    while position < len(text):
        end = _end_of_aside(text, inside, position) if position == start else None
        if end is None and not inside[position]:
            end = _end_of_sentence(text, position)
        if end is None:
            position += 1
            continue
        position = _skip_space(text, end)
        if text[start:position].strip() or not spans:
            spans.append((start, position))
            start = position
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _inside_brackets(text: str) -> list[bool]:
    """For each character whether it stands inside a pair of brackets; brackets without a partner do not count."""
    inside = [0] * (len(text) + 1)
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for position, character in enumerate(text):
        if character in _PAIRS:
            stack.append((_PAIRS[character], position))
            waiting[_PAIRS[character]] += 1
        elif waiting[character]:
            closer = ""
            while closer != character:
                closer, begin = stack.pop()
                waiting[closer] -= 1
            inside[begin] += 1
            inside[position] -= 1
        elif character in _EITHER and not text[position - 1 : position].isdigit():
            stack.append((character, position))
            waiting[character] += 1
    result: list[bool] = []
    level = 0
    for change in inside[:-1]:
        level += change
        result.append(level > 0)
    return result


def _end_of_aside(text: str, inside: list[bool], position: int) -> int | None:
    """The end of the bracket that begins here when it holds a whole sentence; None when it does not."""
    if text[position] not in "（(" or not inside[position]:
        return None
    closer = inside.index(False, position)
    end = _skip_trailing(text, closer + 1)
    return end if text[closer - 1] in _FULL_STOPS and not _GOES_ON.match(text, end) else None


def _end_of_sentence(text: str, position: int) -> int | None:
    """The end of the sentence that this character closes, without the white space behind it; None if it closes none."""
    character = text[position]
    if character == "\n":
        return position + 1
    if character in _FULL_STOPS:
        return _skip_trailing(text, position + 1)
    if character in _CALLS or character in _ASCII_CALLS:
        return _end_of_call(text, position)
    if character in ".．" and position > 0 and _JAPANESE.match(text[position - 1]):
        return _end_of_japanese(text, position)
    return _end_of_latin(text, position) if character == "." else None


def _end_of_call(text: str, position: int) -> int | None:
    end = _skip_trailing(text, position + 1)
    if _GOES_ON.match(text, end):
        return None
    is_latin = text[position] in _ASCII_CALLS and not (position > 0 and _JAPANESE.match(text[position - 1]))
    return None if is_latin and end < len(text) and not text[end].isspace() else end


def _end_of_japanese(text: str, position: int) -> int | None:
    """Some papers write ． for 。; behind the mark of an item, before Latin and in a row of dots it closes nothing."""
    following = text[position + 1 : position + 2]
    before = ("x" if position > _WINDOW else "") + text[max(0, position - _WINDOW) : position]
    if following in (".", "．") or (following.isascii() and following.isalnum()) or _MARK.search(before):
        return None
    return _skip_trailing(text, position + 1)


def _end_of_latin(text: str, position: int) -> int | None:
    """A full stop closes a Latin sentence before a space and a capital, a figure or Japanese.

    Not in No. 3 or U.S., not between figures (2026. 11. 22), and not before a particle (see example.jp. を参照).
    """
    end = position + 1
    while end < len(text) and (text[end] in _CLOSERS or text[end] in "\"'"):
        end += 1
    if end < len(text) and not text[end].isspace():
        return None
    before = text[max(0, position - _WINDOW) : position]
    if _ABBREVIATION.search(before) or not before.strip() or text[position - 1] == ".":
        return None
    if _NUMBERED.search(("" if position <= _WINDOW else " x") + before):
        return None
    begin = _skip_space(text, end)
    following = text[begin : begin + 1]
    is_date = text[position - 1].isdigit() and following.isdigit()
    return None if is_date or following.islower() or _GOES_ON.match(text, begin) else end


def _skip_trailing(text: str, position: int) -> int:
    while position < len(text) and text[position] in _TRAILING:
        position += 1
    return position


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


_CUTS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (re.compile(r"[；;]\s*"), False),
    (re.compile(r"(?:が|し|り|て|で|き|み|え|ため|ところ|ものの|ともに|ほか|つつ|けれど|ば|際|結果)、"), False),
    (re.compile(r"[。｡！？](?=[^」』）)。｡！？…とのをに])"), True),
    (re.compile(r"、\s*|[，,](?=\s)\s*|(?<=[^0-9０-９])，"), False),
    (
        re.compile(
            r"(?<=[をにはがでと])(?=[\u30a1-\u30fa\u4e00-\u9fffＡ-Ｚ０-９A-Z0-9])(?![関対基伴係際])|"
            r"・|(?<![0-9０-９])[／/]|(?<![0-9０-９.,])\s+"
        ),
        False,
    ),
)
"""Places where a long sentence may be cut, best first, and whether the place may stand inside brackets."""
_WHOLE = re.compile(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ.,．，／/ァ-ヺー]{2}|.[\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Two characters that stay together: of a figure or word, or a letter and its voicing mark or variant."""


def split_long(text: str, limit: int) -> list[tuple[int, int]]:
    """Return spans of at most `limit` characters that tile the text, cut at the ends of clauses where there are any.

    Best is ；, then 、 after a clause (…したが、 …て、), then 。 inside a quote, then any 、, then a place between
    words; outside of brackets before inside. Figures and Latin words are cut only when longer than the limit. Raises
    ValueError for a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"a limit of {limit} characters leaves no text")
    inside = _inside_brackets(text)
    spans: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > limit:
        end = _cut(text, inside, start, start + limit)
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _cut(text: str, inside: list[bool], start: int, latest: int) -> int:
    """The best place for a cut in the last two thirds of the stretch."""
    earliest = start + max(1, (latest - start) // 3)
    for in_brackets in (False, True):
        for pattern, is_always in _CUTS:
            ends = [match.end() for match in pattern.finditer(text, start, latest)]
            places = [end for end in ends if earliest <= end and (in_brackets or is_always or not inside[end - 1])]
            if places:
                return places[-1]
    return next((end for end in range(latest, start, -1) if not _WHOLE.match(text, end - 1)), latest)
