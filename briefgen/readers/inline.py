"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["GETA", "calls_behind_units", "raised_figures"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HAS_POWER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ㎞㎝㎜)）\]］]$|(?:^|[^0-9０-９.．,，])(?:10|１０)$")
"""Behind a unit, a bracket, or ten."""
_UNIT = (
    "[兆億万千百]*(?:円|ドル|ユーロ|メートル|キロ|トン|パーセント|ポイント|[かカヵヶケ箇]国|[かカヵヶケ箇]所|[かカヵヶケ箇]月|"
    "時間|世帯|[件名人隻機回年月日時分秒台校社倍割戸頭歳位枚本個度両羽匹基発杯冊棟着号兆億万%％℃㎡㎢㎞])"
)
_CALL_BEFORE_UNIT = re.compile(rf"(?<=[0-9０-９])(（(?:注[0-9,、・~〜\-]+|[※＊*†‡][0-9,、・~〜\-]*)）)({_UNIT})")


def raised_figures(figures: str, before: str) -> str:
    """Return raised figures so that they cannot be read as part of a number; `before` is what stands in front of them.

    Behind a unit, a bracket or ten they are a power (km², 10⁶), behind 注 or ※ they stay, elsewhere, behind other
    figures too, they call a note: （注1）.
    """
    plain = unicodedata.normalize("NFKC", figures)
    if _HAS_POWER.search(before):
        return plain.translate(_SUPERSCRIPTS)
    return plain if before.endswith(("注", "※", "＊", "*")) else f"（注{plain}）"


def calls_behind_units(text: str) -> str:
    """Return the text with the call of a note behind the unit of a figure, not between the two: ３４億円（注2）."""
    return _CALL_BEFORE_UNIT.sub(r"\2\1", text) if "）" in text else text
