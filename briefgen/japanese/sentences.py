"""Sentence and clause boundaries in Japanese text with Latin in it; the spans found tile the text."""

from __future__ import annotations

import re

__all__ = ["split_long", "split_sentences"]

_PAIRS = dict(zip("「『（(【〔［[〈《“｢", "」』）)】〕］]〉》”｣", strict=True))
_CLOSERS = frozenset(_PAIRS.values())
_FULL_STOPS = frozenset("。｡")
_CALLS = frozenset("！？‼⁇⁈⁉")
_ASCII_CALLS = frozenset("!?")
_TRAILING = frozenset("。｡！？!?‼⁇⁈⁉") | _CLOSERS
_GOES_ON = re.compile(r"[とのなかがはをにもへでや]|って")
"""After ！ or ？ these carry the sentence on: 「続けよう！」の精神, 本当か？と尋ねた."""
_ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|No|Nos|vs|etc|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Sgt|Hon|Amb|Sen|Rep|Gov|St|Mt|Ft|Art|"
    r"Sec|Vol|Fig|Ch|pp|cf|al|Inc|Ltd|Co|Corp|Jr|Sr|approx|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$",
    re.IGNORECASE,
)
_WINDOW = 12
"""So many characters before a full stop decide what it is."""
_NUMBERED = re.compile(r"(?:^|[.。!?\n])\s*(?:\d{1,3}|[ivxIVX]{1,4})$")
"""The number of an item at the beginning of a sentence: 1. Purpose."""
_JAPANESE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff）」』】〕]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences: half-open, in order, together the whole text; none for an empty text.

    A sentence ends after 。！？ with the closing brackets and quotes that follow, after a Latin full stop with a space
    behind it, and at a line end; never inside brackets or quotes that are closed again. White space belongs to the
    sentence before it.
    """
    inside = _inside_brackets(text)
    spans: list[tuple[int, int]] = []
    start = position = 0
    while position < len(text):
        end = _end_of_sentence(text, position) if not inside[position] else None
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
    for position, character in enumerate(text):
        if character in _PAIRS:
            stack.append((_PAIRS[character], position))
        elif character in _CLOSERS:
            depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == character), None)
            if depth is not None:
                inside[stack[depth][1]] += 1
                inside[position] -= 1
                del stack[depth:]
    result: list[bool] = []
    level = 0
    for change in inside[:-1]:
        level += change
        result.append(level > 0)
    return result


def _end_of_sentence(text: str, position: int) -> int | None:
    """The end of the sentence that this character closes, without the white space behind it; None if it closes none."""
    character = text[position]
    if character == "\n":
        return position + 1
    if character in _FULL_STOPS:
        return _skip_trailing(text, position + 1)
    if character in _CALLS or character in _ASCII_CALLS:
        return _end_of_call(text, position)
    if character == ".":
        return _end_of_latin(text, position)
    if character == "．":
        is_stop = position > 0 and _JAPANESE.match(text[position - 1]) and text[position + 1 : position + 2] != "．"
        return _skip_trailing(text, position + 1) if is_stop else None
    return None


def _end_of_call(text: str, position: int) -> int | None:
    end = _skip_trailing(text, position + 1)
    if _GOES_ON.match(text, end):
        return None
    is_latin = text[position] in _ASCII_CALLS and not (position > 0 and _JAPANESE.match(text[position - 1]))
    return None if is_latin and end < len(text) and not text[end].isspace() else end


def _end_of_latin(text: str, position: int) -> int | None:
    """A full stop closes a Latin sentence before a space and a capital, a figure or Japanese; not in No. 3 or U.S."""
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
    following = text[_skip_space(text, end) :][:1]
    return end if not following or not following.islower() else None


def _skip_trailing(text: str, position: int) -> int:
    while position < len(text) and text[position] in _TRAILING:
        position += 1
    return position


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


_CLAUSE_MARKS: tuple[re.Pattern[str], ...] = (
    re.compile(r"[；;]\s*"),
    re.compile(r"(?:が|し|り|て|で|き|み|え|ため|ところ|ものの|ともに|ほか|つつ|けれど|ば|際|結果)、"),
    re.compile(r"、\s*|[，,](?=\s)\s*|(?<=[^0-9０-９])，"),
    re.compile(r"(?<=[をにはがでと])(?=[\u30a1-\u30fa\u4e00-\u9fffＡ-Ｚ０-９])|[・／/]|\s+"),
)
"""Places where a long sentence may be cut, best first."""


def split_long(text: str, limit: int) -> list[tuple[int, int]]:
    """Return spans of at most `limit` characters that tile the text, cut at the ends of clauses where there are any.

    Best is ；, then 、 after a clause (…したが、 …て、), then any 、, then a place between words; outside of brackets
    before inside. Figures and Latin words are cut only when longer than the limit. Raises ValueError for a limit
    below 1.
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
    for avoid_brackets in (True, False):
        for pattern in _CLAUSE_MARKS:
            ends = [match.end() for match in pattern.finditer(text, start, latest)]
            places = [end for end in ends if earliest <= end and not (avoid_brackets and inside[end - 1])]
            if places:
                return places[-1]
    for end in range(latest, earliest, -1):
        if not re.match(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ.,．，ァ-ヺー]{2}", text[end - 1 : end + 1]):
            return end
    return latest
