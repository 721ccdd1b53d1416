"""Kana to Latin letters in modified Hepburn, as ministries write names: no macrons, n before b, m and p.

Long o and u are shortened (おおた → Ota, ゆうき → Yuki), ei and ii are written out (Niigata), except where the second
vowel begins another word, as in いのうえ (Inoue) and まつうら (Matsuura).
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["romanise", "romanise_name"]

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
_KANA = {kana: onset + vowel for onset, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)} | {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu", "ぁ": "a", "ぃ": "i", "ぅ": "u",
    "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_PAIRS = {
    "うぃ": "wi", "うぇ": "we", "うぉ": "wo", "ゔぁ": "va", "ゔぃ": "vi", "ゔぇ": "ve", "ゔぉ": "vo", "ふぁ": "fa",
    "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di", "とぅ": "tu", "どぅ": "du", "しぇ": "she",
    "じぇ": "je", "ちぇ": "che", "つぁ": "tsa",
}  # fmt: skip
# Readings in which うえ, うち and うら are words of their own (上, 内, 浦).
_NEW_WORD = re.compile("(?<=[^のつ])の(?=う[えち]$)|つ(?=う[らち])")
_MACRONS = str.maketrans("aiueo", "āīūēō")


def romanise(reading: str, *, macrons: bool = False) -> str:
    """A reading in kana as lower-case Latin letters; characters that are no kana stay as they are."""
    kana = "".join(_to_hiragana(char) for char in unicodedata.normalize("NFKC", reading))
    kana = _NEW_WORD.sub(lambda match: match[0] + "'", kana)
    return _join_vowels("".join(_syllables(kana)), macrons=macrons).replace("'", "'" if macrons else "")


def romanise_name(reading: str, *, macrons: bool = False) -> str:
    """A name of one or more parts, ``なかたに・げん``, as ``Nakatani Gen``."""
    parts = re.split(r"[\s・･,、]+", reading.strip())
    return " ".join(romanise(part, macrons=macrons).capitalize() for part in parts if part)


def _to_hiragana(char: str) -> str:
    return chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char


def _syllables(kana: str) -> list[str]:
    syllables: list[str] = []
    double, at = False, 0
    while at < len(kana):
        if kana[at] == "っ":
            double, at = True, at + 1
            continue
        syllable, length = _syllable(kana, at)
        if double:
            syllable = ("t" if syllable.startswith("ch") else syllable[:1]) + syllable
        if syllable == "n" and kana[at + 1 : at + 2] in tuple("あいうえおやゆよ"):
            syllable = "n'"
        syllables.append(syllable)
        double, at = False, at + length
    return syllables


def _syllable(kana: str, at: int) -> tuple[str, int]:
    pair = kana[at : at + 2]
    if pair in _PAIRS:
        return _PAIRS[pair], 2
    first = _KANA.get(kana[at], kana[at])
    if len(pair) == 2 and pair[1] in "ゃゅょ" and first.endswith("i"):
        glide = {"ゃ": "a", "ゅ": "u", "ょ": "o"}[pair[1]]
        return (first[:-1] + glide if first in ("shi", "chi", "ji") else first[:-1] + "y" + glide), 2
    return first, 1


def _join_vowels(text: str, *, macrons: bool) -> str:
    def long(match: re.Match[str]) -> str:
        vowel = match[0][0]
        return vowel.translate(_MACRONS) if macrons else vowel

    return re.sub("[aiueo]ー", long, re.sub("o[ou]|uu", long, text)).replace("ー", "")
