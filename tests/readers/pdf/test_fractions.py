"""Fractions with a drawn line go into the line of text beside them; other lines change nothing."""

from __future__ import annotations

import pytest

from briefgen.readers.pdf.fractions import set_fractions
from briefgen.readers.pdf.lines import printed_lines
from briefgen.readers.pdf.runs import Box, Run, Sheet

SHEET = Sheet(1, 595.0, 842.0)
EM = 10.0
LINE = Box(160, 133, 170, 133.7)


def run(text: str, left: float, bottom: float = 138.0) -> Run:
    edges = [left + EM * number for number in range(len(text) + 1)]
    return Run(text, edges[:-1], edges[1:], bottom - EM, bottom, EM)


def lines(runs: list[Run], *rules: Box) -> list[str]:
    return [line.text for line in printed_lines(set_fractions(runs, rules), SHEET)]


@pytest.mark.parametrize(
    ("before", "upper", "lower", "after", "shown"),
    [
        ("出席した議員のうち", "2", "3", "以上の賛成", "出席した議員のうち2/3以上の賛成"),
        ("ある装置の長さは３", "１", "２", "メートル", "ある装置の長さは３(１/２)メートル"),
        ("達成率（％）は次＝", "A", "B", "×100", "達成率（％）は次＝A/B×100"),
    ],
)
def test_a_fraction_stands_in_its_line(before: str, upper: str, lower: str, after: str, shown: str) -> None:
    runs = [run(before, 160 - EM * len(before)), run(upper, 160, 132), run(lower, 160, 147), run(after, 170)]

    assert lines(runs, LINE) == [shown]


def test_terms_of_several_pieces_are_whole() -> None:
    runs = [
        run("率＝", 120), run("実績", 140, 132), run("＋", 160, 132), run("予定", 170, 132), run("目標", 155, 147),
        run("とする。", 190),
    ]  # fmt: skip

    assert lines(runs, Box(140, 133, 190, 133.7)) == ["率＝(実績＋予定)/目標とする。"]


@pytest.mark.parametrize(
    ("runs", "rules"),
    [
        pytest.param(
            [run("合計", 140), run("12", 160, 132), run("35", 160, 147)], [Box(150, 133, 300, 133)], id="long"
        ),
        pytest.param(
            [run("合計", 140), run("2", 160, 132), run("3", 160, 147)], [LINE, Box(160, 120, 160, 150)], id="a cell"
        ),
        pytest.param([run("2", 160, 132), run("3", 160, 147)], [LINE], id="nothing beside"),
        pytest.param([run("会長", 140), run("岬", 160, 132), run("浜", 160, 147)], [LINE], id="names"),
        pytest.param([run("注記の", 130), run("2", 160, 132)], [LINE], id="underlined"),
    ],
)
def test_other_lines_change_nothing(runs: list[Run], rules: list[Box]) -> None:
    assert set_fractions(runs, rules) == runs
