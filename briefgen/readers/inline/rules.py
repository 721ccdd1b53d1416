"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re

from briefgen.japanese.compiling import compiled

__all__ = ["GETA", "calls_behind_units", "lift_ruby"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_UNIT = (
    "[兆億万千百]*(?:円|ドル|ユーロ|メートル|キロ|トン|パーセント|ポイント|[かカヵヶケ箇]国|[かカヵヶケ箇]所|[かカヵヶケ箇]月|"
    "時間|世帯|[件名人隻機回年月日時分秒台校社倍割戸頭歳位枚本個度両羽匹基発杯冊棟着号兆億万%％℃㎡㎢㎞])"
)
_CALL_BEFORE_UNIT = rf"（(?<=[0-9０-９]（)((?:注[0-9,、・~〜\-]+|[※＊*†‡][0-9,、・~〜\-]*)）)({_UNIT})"
"""Begins with the bracket itself, for which to look is quicker than for what stands before it."""
_KANJI = "\u3005-\u3007\u3013\u3400-\u9fff\U00020000-\U0003ffff"
_RUBY = rf"(?:[｜|]([^｜|《》\n]{{1,30}})|([{_KANJI}]{{1,20}}))《([ぁ-ゖァ-ヺー・ゝゞ　 ]{{1,40}})》"


def calls_behind_units(text: str) -> str:
    """Return the text with the call of a note behind the unit of a figure, not between the two: ３４億円（注2）."""
    return compiled(_CALL_BEFORE_UNIT).sub(r"\2（\1", text) if "）" in text else text


def lift_ruby(text: str) -> tuple[str, str]:
    """Return the text without its 漢字《かんじ》 readings, and these as ``漢字=かんじ`` separated by spaces."""
    readings: list[str] = []

    def lift(match: re.Match[str]) -> str:
        base = match[1] or match[2]
        readings.append(f"{base}={match[3].strip()}")
        return base

    return compiled(_RUBY).sub(lift, text), " ".join(readings)
