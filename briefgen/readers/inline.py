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
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[+\-−]?[0-9]+")
_HAS_POWER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ㎞㎝㎜]$|(?:^|[^0-9０-９.．,，])(?:10|１０)$")
"""Behind a unit, or ten."""
_CALL = re.compile(r"[（(〔\[]?注?(?P<mark>[※＊*†‡]?)(?P<figures>[0-9]+(?:[,、・~〜\-][0-9]+)*)?[）)〕\]]?")
_UNIT = (
    "[兆億万千百]*(?:円|ドル|ユーロ|メートル|キロ|トン|パーセント|ポイント|[かカヵヶケ箇]国|[かカヵヶケ箇]所|[かカヵヶケ箇]月|"
    "時間|世帯|[件名人隻機回年月日時分秒台校社倍割戸棟頭歳位枚本個度兆億万%％℃㎡㎢㎞])"
)
_CALL_BEFORE_UNIT = re.compile(rf"(?<=[0-9０-９])(（(?:注[0-9,、・~〜\-]+|[※＊*†‡])）)({_UNIT})")


def raised_figures(text: str, before: str) -> str:
    """Return raised text so that it cannot be read as part of a number; `before` is what stands in front of it.

    Figures behind a unit or ten, and those with a sign, are a power (km², 10⁻³). Others call a note, with or without
    a bracket or mark of their own: （注1）; behind 注 or ※ they stay as they are. What is neither stays, too (1st).
    """
    plain = unicodedata.normalize("NFKC", text.strip())
    if _POWER.fullmatch(plain) and (not plain.isdigit() or _HAS_POWER.search(before)):
        return plain.translate(_SUPERSCRIPTS)
    call = _CALL.fullmatch(plain)
    if call is None or not (call["figures"] or call["mark"]):
        return text
    if before.endswith(("注", "※", "＊", "*")):
        return plain
    return f"（注{call['figures']}）" if call["figures"] else f"（{call['mark']}）"


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
