"""Characters that stand for another one (Kangxi radicals, compatibility ideographs) and ruby in brackets."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold_ideographs", "lift_ruby"]

_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲⻳⺀⺒⺓⺗⺝⺞⺼⻏⻖⻞",
        "母民虎西角長青食鬼麦黄斉歯竜亀龟冫巳幺心月歺月阝阝食",
        strict=True,
    )
)
"""CJK Radicals Supplement: Unicode gives no decomposition, but PDF producers write them for the kanji."""

_KANJI = "\u3005-\u3007\u3013\u3400-\u9fff\U00020000-\U0003ffff"
_RUBY = re.compile(rf"(?:[｜|]([^｜|《》\n]{{1,30}})|([{_KANJI}]{{1,20}}))《([ぁ-ゖァ-ヺー・ゝゞ　 ]{{1,40}})》")


def fold_ideographs(text: str) -> str:
    """Return the text with Kangxi radicals (U+2F00) and compatibility ideographs (U+F900) as ordinary kanji.

    Fonts of some PDF producers map 長 to ⾧; a glossary term would not be found. Nothing else is normalised: the
    paper keeps its full-width letters and its ①.
    """
    return "".join(map(_fold, text)) if any(ord(character) > 0x2E7F for character in text) else text


def _fold(character: str) -> str:
    if "\u2f00" <= character <= "\u2fd5" or "\uf900" <= character <= "\ufad9" or character >= "\U0002f800":
        if character >= "\U0002fa20":
            return character
        return unicodedata.normalize("NFKC", character)
    return _RADICALS.get(character, character)


def lift_ruby(text: str) -> tuple[str, str]:
    """Return the text without its 漢字《かんじ》 readings, and these as ``漢字=かんじ`` separated by spaces."""
    readings: list[str] = []

    def lift(match: re.Match[str]) -> str:
        base = match[1] or match[2]
        readings.append(f"{base}={match[3].strip()}")
        return base

    return _RUBY.sub(lift, text), " ".join(readings)
