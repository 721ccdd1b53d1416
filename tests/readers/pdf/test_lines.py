"""Runs become lines, also those of damaged files: letters without a size, runs without letters."""

from __future__ import annotations

import pytest

from briefgen.readers.pdf.layout import lay_out
from briefgen.readers.pdf.lines import printed_lines
from briefgen.readers.pdf.order import gutter
from briefgen.readers.pdf.runs import Run, Sheet

SHEET = Sheet(1, 595.0, 842.0)


def run(text: str, left: float, bottom: float, size: float = 10.0) -> Run:
    edges = [left + size * number for number in range(max(len(text), 1) + 1)]
    return Run(text, edges[:-1], edges[1:], bottom - size, bottom, size)


def test_letters_without_a_size_have_one() -> None:
    lines = printed_lines([run("会合", 60.0, 100.0 + 20 * number, 0.0) for number in range(12)], SHEET)

    assert len(lines) == 12
    assert all(line.size > 0 for line in lines)
    assert gutter(lines) is None
    assert [line.text for line in lay_out(lines)] == ["会合"] * 12


def test_runs_without_letters_make_no_line() -> None:
    assert printed_lines([run("", 60.0, 100.0), run(" ", 70.0, 100.0)], SHEET) == []
    assert [line.text for line in printed_lines([run("", 50.0, 100.0), run("会合", 60.0, 100.0)], SHEET)] == ["会合"]


@pytest.mark.parametrize(
    ("first", "rest", "gap", "expected"),
    [
        ("２", "市長は報告する。", 10.0, "２\u3000市長は報告する。"),
        ("ア", "補助率", 10.0, "ア\u3000補助率"),
        ("（１）", "定額", 7.0, "（１）\u3000定額"),
        ("２", "市長は報告する。", 2.0, "２市長は報告する。"),
        ("海", "省", 10.0, "海省"),
        ("作成率", "５０％", 10.0, "作成率\u3000５０％"),
    ],
    ids=["number", "kana", "bracket", "no gap", "a word spread out", "browsers leave out full-width spaces"],
)
def test_a_gap_behind_a_number_is_a_space(first: str, rest: str, gap: float, expected: str) -> None:
    runs = [run(first, 60.0, 100.0), run(rest, 60.0 + 10.0 * len(first) + gap, 100.0)]

    assert [line.text for line in printed_lines(runs, SHEET)] == [expected]


@pytest.mark.parametrize(
    ("figure", "call", "rest", "expected"),
    [
        ("採択は３２０", "1)", "件", "採択は３２０（注1）件"),
        ("予算額は３４", "注2", "億円", "予算額は３４（注2）億円"),
        ("7", "注2", "", "7（注2）"),
        ("9", "3", "", "9（注3）"),
        ("面積は120km", "2", "である", "面積は120km²である"),
    ],
)
def test_raised_text_calls_a_note_or_is_a_power(figure: str, call: str, rest: str, expected: str) -> None:
    end = 60.0 + 10.0 * len(figure)
    runs = [run(figure, 60.0, 100.0), run(call, end, 96.0, 6.0)]
    runs += [run(rest, end + 6.0 * len(call), 100.0)] if rest else []

    assert [line.text for line in printed_lines(runs, SHEET)] == [expected]


@pytest.mark.parametrize("gap", [22.0, 30.0, 45.0])
@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("１", "この告示は、公布の日から施行する。"),
        ("（１）", "件名"),
        ("第１条", "この規則は、施設の管理について定める。"),
        ("・", "観測所"),
        ("答", "八十五億円です。"),
        ("答", "１，２００時間です。"),
        ("○岬会長", "開会いたします。"),
        ("09:40", "羽田空港着"),
        ("10:00～11:30", "会談"),
    ],
)
def test_a_tab_does_not_part_a_label_from_its_text(label: str, text: str, gap: float) -> None:
    runs = [run(label, 60.0, 100.0), run(text, 60.0 + 10.0 * len(label) + gap, 100.0)]

    assert [line.text.replace("\u3000", "") for line in printed_lines(runs, SHEET)] == [label + text]


@pytest.mark.parametrize(
    ("first", "second"), [("１２", "３４"), ("北港", "南浜"), ("担当者", "岬"), ("１２", "△３"), ("500", "図１")]
)
def test_a_wide_gap_parts_cells(first: str, second: str) -> None:
    runs = [run(first, 60.0, 100.0), run(second, 60.0 + 10.0 * len(first) + 30.0, 100.0)]

    assert [line.text for line in printed_lines(runs, SHEET)] == [first, second]
