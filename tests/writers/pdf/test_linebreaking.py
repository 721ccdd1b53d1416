"""Line ends in Japanese and English."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.writers.pdf.linebreaking import break_lines

_CASES = Path(__file__).parents[2] / "cases" / "linebreaking" / "lines.txt"

# Written out here once more, from the standard, so that a slip in the product's table is seen.
_NEVER_FIRST = set("、。，．・：；？！ゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ)]}!?,.:;％°…")
_NEVER_LAST = set("（〔［｛〈《「『【‘“([{￥＄$")
_CLAUSES_JA = (
    "関係国は、訓練計画（第３版）を調整し、",
    "「自由で開かれた国際秩序」の維持・強化に向け、",
    "１４時３０分（現地時間）から約２時間２０分間、",
    "サイバー防衛協力センター（ＣＣＤＣＯＥ）へ派遣する。",
    "総額は約２億３，０００万円（１ドル＝１５５円換算）となる。",
    "チェック・アンド・バランスを、",
    "部隊間交流……とりわけ寄港――を進める。",
    "『年次報告』【概要】では、",
    "ＩＴＰＰ（注１）に基づき、",
    "我が国！？と〔各国〕が々ゝ",
    "対象は1,200 km²（F-35を含む）である。",
    "Individually Tailored Partnership Programmeを",
    "詳細はhttps://www.example.go.jp/j/approach/2024/0523_a-outline.htmlに",
    "第１２回会合、",
    "ニュージーランド、ウェールズ、ヴァッハウ、",
    "￥５００及び$3.5 millionを、",
)
_CLAUSES_EN = (
    "the Indo-Pacific Four (IP4), ",
    "about ¥230 million ",
    "at 14:30 (local time) ",
    "“a free and open order” ",
    "defence ministers’ meeting; ",
    "a state-of-the-art radar, ",
    "by 1 April each year. ",
    "see https://www.example.org/a/b-c_d.html ",
)


def _advances(text: str) -> list[float]:
    return [1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text]


def _lines(text: str, width: float) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, _advances(text), width)]


def _cases() -> Iterator[object]:
    text = _CASES.read_text(encoding="utf-8")
    for found in re.finditer(r"^--- ([^\n]+) \(([\d.]+)\) ---\n(.+?)\n#\n(.+?)\n(?=\n|\Z)", text, re.M | re.S):
        name, width, paragraph, lines = found.groups()
        yield pytest.param(float(width), paragraph, lines.split("\n"), id=name)


@pytest.mark.parametrize(("width", "text", "lines"), list(_cases()))
def test_lines_break_as_in_the_case_file(width: float, text: str, lines: list[str]) -> None:
    assert [line.rstrip() for line in _lines(text, width)] == lines


def _mixed_texts() -> list[str]:
    choose = random.Random(6)
    texts = ["".join(choose.choices(_CLAUSES_JA, k=12)) for _ in range(12)]
    texts += ["".join(choose.choices(_CLAUSES_EN, k=12)) for _ in range(4)]
    return texts + ["".join(choose.choices(_CLAUSES_JA + _CLAUSES_EN, k=12)) for _ in range(4)]


def test_no_rule_is_broken_in_thousands_of_lines_of_mixed_text() -> None:
    count, broken = 0, []
    for text in _mixed_texts():
        for width in range(14, 34):
            lines = _lines(text, width)
            count += len(lines)
            broken += [(width, *pair) for pair in pairwise(lines) if _breaks_rule(*pair, width)]
    assert count > 1000
    assert broken == []


def _breaks_rule(line: str, following: str, width: float) -> bool:
    if following[0] in _NEVER_FIRST or line[-1] in _NEVER_LAST:
        return True
    if line[-1] + following[0] in {"……", "――"}:
        return True
    if line[-1] not in _ASCII or following[0] not in _ASCII:
        return False
    run = re.search(r"[!-~]*$", line)[0] + re.match(r"[!-~]*", following)[0]
    if re.search(r"[/_]|\.html", run):
        return line[-1] not in "/-_."
    return not re.search(r"[A-Za-z]{2}-$", line) or not re.match(r"[A-Za-z]{2}", following)


_ASCII = {chr(code) for code in range(33, 127)}


def test_lines_together_are_the_text_and_fit() -> None:
    for text in _mixed_texts():
        for width in (3, 9, 24):
            advances = _advances(text)
            ranges = break_lines(text, advances, width)
            assert [start for start, _ in ranges] == [0, *(end for _, end in ranges[:-1])]
            assert ranges[-1][1] == len(text)
            for start, end in ranges:
                shown = text[start:end].rstrip().rstrip("、。，．")
                assert sum(advances[start : start + len(shown)]) <= width


def test_a_newline_ends_its_line_and_is_part_of_it() -> None:
    assert _lines("前文\n\n本文\n", 8) == ["前文\n", "\n", "本文\n"]


def test_a_newline_after_a_full_line_makes_no_empty_line() -> None:
    assert _lines("abcd \nef", 2) == ["abcd \n", "ef"]


def test_nothing_gives_no_lines() -> None:
    assert break_lines("", [], 5) == []


def test_brackets_wider_than_the_line_still_come_to_an_end() -> None:
    assert "".join(_lines("「" * 30 + "」" * 30, 4)) == "「" * 30 + "」" * 30
