"""Runs become lines, also those of damaged files: letters without a size, runs without letters."""

from __future__ import annotations

from briefgen.readers.pdf_layout import lay_out
from briefgen.readers.pdf_lines import printed_lines
from briefgen.readers.pdf_order import gutter
from briefgen.readers.pdf_runs import Run, Sheet

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
