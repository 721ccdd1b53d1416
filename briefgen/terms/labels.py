"""Labels of blocks in English: （１） → (1), （注１） → (Note 1), 別紙１ → Attachment 1, ア → a."""

from __future__ import annotations

import re
import unicodedata

from briefgen.japanese.folding import fold
from briefgen.japanese.numerals import parse_number
from briefgen.japanese.speakers import SPEAKING
from briefgen.terms.placeables.references import NAMED

__all__ = ["label_english"]

_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_FIXED = {
    "※": "Note:", "注": "Note:", "注)": "Note:", "(注)": "Note:", "○": "○", "◯": "○", "●": "●", "・": "•", "*": "*",
}  # fmt: skip
_NAMED = re.compile(rf"(\()?({'|'.join(sorted(NAMED, key=len, reverse=True))})第?([0-9]+(?:-[0-9]+)?)(\))?[:.]?")
_SPEAKER = re.compile(
    rf"(?P<open>[(【])?(?P<who>{'|'.join(sorted(SPEAKING, key=len, reverse=True))})(?P<number>[0-9]{{1,2}})? ?[)】:]?"
)
_REMARK = re.compile(r"[※*]([0-9]+)[.):]?")
_NUMBER = re.compile(r"(?P<open>\()?第?(?P<number>[0-9]+|[一二三四五六七八九十百]+)(?P<close>[).、]?)")
_LETTER = re.compile(rf"(?P<open>\()?(?P<letter>[{_KATAKANA}])(?P<close>[).、]?)")
_ROMAN = re.compile("([Ⅰ-Ⅻ])[.]?")
_N = "(?:[0-9]+|[一二三四五六七八九十百]+)"
_LEGAL = re.compile(f"第({_N})([編章節款条項部])((?:の{_N})*)")
_LEGAL_WORDS = {
    "編": "Part", "章": "Chapter", "節": "Section", "款": "Subsection", "条": "Article", "項": "Paragraph",
    "部": "Part",
}  # fmt: skip


def label_english(label: str) -> str:
    """The English of a block's label. A label of unknown form is given back folded, without a change of meaning."""
    text = fold(label).text
    if text in _FIXED:
        return _FIXED[text]
    for pattern, write in _WRITERS:
        match = pattern.fullmatch(text)
        if match:
            return write(match)
    return text


def _write_named(match: re.Match[str]) -> str:
    plain = f"{NAMED[match[2]]} {match[3]}"
    return f"({plain})" if match[1] and match[4] else plain


def _write_speaker(match: re.Match[str]) -> str:
    """``Q1:``, ``Reporter:``, ``(Q)``."""
    who, number = SPEAKING[match["who"]], match["number"] or ""
    text = f"{who}{' ' * (bool(number) and len(who) > 1)}{number}"
    return f"({text})" if match["open"] else f"{text}:"


def _bracketed(match: re.Match[str], text: str) -> str:
    if match["open"]:
        return f"({text})"
    return f"{text})" if match["close"] == ")" else f"{text}."


def _write_legal(match: re.Match[str]) -> str:
    """``Article 8-2`` for 第8条の2."""
    branches = "".join(f"-{parse_number(number)}" for number in match[3].split("の")[1:])
    return f"{_LEGAL_WORDS[match[2]]} {parse_number(match[1])}{branches}"


_WRITERS = (
    (_SPEAKER, _write_speaker),
    (_NAMED, _write_named),
    (_REMARK, lambda match: f"*{match[1]}"),
    (_LEGAL, _write_legal),
    (_NUMBER, lambda match: _bracketed(match, str(parse_number(match["number"])))),
    (_LETTER, lambda match: _bracketed(match, chr(ord("a") + _KATAKANA.index(match["letter"])))),
    (_ROMAN, lambda match: f"{unicodedata.normalize('NFKC', match[1])}."),
)
"""The forms of labels in the order in which they are tried."""
