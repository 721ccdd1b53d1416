"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from briefgen.japanese.lines import join_lines
from briefgen.readers.marks import split_label

__all__ = ["GETA", "begins_entry", "calls_behind_units", "join_manual_breaks", "raised_figures"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_SHORT = 20
"""Two lines of fewer characters, neither of them a sentence, were broken on purpose (日時：… / 場所：…)."""
_ENTRY = re.compile(r"[^\s：:。、「」\d]{1,8}[：:]")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HAS_POWER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ㎞㎝㎜)）\]］]$|(?:^|[^0-9０-９.．,，])(?:10|１０)$")
"""Behind a unit, a bracket, or ten."""
_UNIT = (
    "[兆億万千百]*(?:円|ドル|ユーロ|メートル|キロ|トン|パーセント|ポイント|[かカヵヶケ箇]国|[かカヵヶケ箇]所|[かカヵヶケ箇]月|"
    "時間|世帯|[件名人隻機回年月日時分秒台校社倍割戸棟頭歳位枚本個度兆億万%％℃㎡㎢㎞])"
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


def join_manual_breaks(lines: Sequence[str]) -> list[str]:
    """Return the pieces of a paragraph with manual line breaks; most such breaks only wrap the text.

    A new piece begins with a number or mark, with the indent of a paragraph behind a sentence or a short line, and
    between two short lines that are no sentences.
    """
    groups: list[list[str]] = []
    for raw in lines:
        line = raw.strip()
        if not line:
            continue
        is_indented = raw.startswith("\u3000")
        if groups and not (_is_set_apart(groups[-1][-1], line) or (is_indented and _is_whole(groups[-1][-1]))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def begins_entry(line: str) -> bool:
    """Whether a line begins with the name of its value: 電話：…, 担当者：…."""
    return _ENTRY.match(line) is not None


def _is_whole(line: str) -> bool:
    return line.endswith(("。", "」", "）")) or (len(line) < _SHORT and "、" not in line)


def _is_set_apart(before: str, line: str) -> bool:
    if split_label(line) is not None or (len(before) < 2 * _SHORT and not before.endswith("、") and begins_entry(line)):
        return True
    return len(before) < _SHORT and len(line) < _SHORT and not before.endswith("。") and not line.endswith("。")
