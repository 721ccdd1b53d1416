"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re

__all__ = ["GETA", "calls_behind_units"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_UNIT = (
    "[兆億万千百]*(?:円|ドル|ユーロ|メートル|キロ|トン|パーセント|ポイント|[かカヵヶケ箇]国|[かカヵヶケ箇]所|[かカヵヶケ箇]月|"
    "時間|世帯|[件名人隻機回年月日時分秒台校社倍割戸頭歳位枚本個度両羽匹基発杯冊棟着号兆億万%％℃㎡㎢㎞])"
)
_CALL_BEFORE_UNIT = re.compile(rf"（(?<=[0-9０-９]（)((?:注[0-9,、・~〜\-]+|[※＊*†‡][0-9,、・~〜\-]*)）)({_UNIT})")
"""Begins with the bracket itself, for which to look is quicker than for what stands before it."""


def calls_behind_units(text: str) -> str:
    """Return the text with the call of a note behind the unit of a figure, not between the two: ３４億円（注2）."""
    return _CALL_BEFORE_UNIT.sub(r"\2（\1", text) if "）" in text else text
