"""Line ends in Japanese and English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.writers.pdf.linebreaking import break_lines, hangs
from tests.writers.pdf.rules import broken_rule, mixed_texts

_CASES = Path(__file__).parents[2] / "cases" / "linebreaking" / "lines.txt"


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


def test_no_rule_is_broken_in_thousands_of_lines_of_mixed_text() -> None:
    count, broken = 0, []
    for text in mixed_texts():
        for width in range(14, 34):
            lines = _lines(text, width)
            count += len(lines)
            broken += [(width, *pair) for pair in pairwise(lines) if broken_rule(*pair)]
    assert count > 1000
    assert broken == []


def test_lines_together_are_the_text_and_fit() -> None:
    for text in mixed_texts():
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


def test_an_option_of_the_program_stays_whole() -> None:
    assert _lines("with --bottom-line", 8) == ["with ", "--bottom-line"]
    assert _lines("the Japan-Netherlands", 7) == ["the Japan-", "Netherlands"]


def test_lines_hang_by_less_width_up_to_the_end_of_the_first_paragraph() -> None:
    text = "・" + "国" * 8 + "\n" + "国" * 6
    ranges = break_lines(text, _advances(text), 5, 1)

    assert [text[start:end].rstrip() for start, end in ranges] == ["・国国国国", "国国国国", "国国国国国", "国"]
    assert [hangs(text, start) for start, _ in ranges] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("26 September 2025", 5.5, ["26", "September", "2025"]),
        ("26\u00a0September 2025", 5.5, ["26", "September", "2025"]),
        ("米軍（ＣＯＭＰＡＣ　ＣＯＥ）と", 9, ["米軍", "（ＣＯＭＰＡＣ", "ＣＯＥ）と"]),
        ("米国戦略軍（ＣＯＭＰＡＣ　ＣＯＥ）と", 12, ["米国戦略軍", "（ＣＯＭＰＡＣ　ＣＯＥ）", "と"]),
        ("米国戦略軍（ＣＯＭＰＡＣ ＣＯＥ）と", 12, ["米国戦略軍", "（ＣＯＭＰＡＣ ＣＯＥ）", "と"]),
        ("第１回ＡＢＣ　ＤＥＦＧＨ", 9, ["第１回ＡＢＣ", "ＤＥＦＧＨ"]),
    ],
)
def test_what_stays_together_gives_way_at_its_spaces_before_a_word_is_torn(
    text: str, width: float, lines: list[str]
) -> None:
    """A day and its month, both words of an acronym in full width."""
    assert [line.rstrip() for line in _lines(text, width)] == lines
