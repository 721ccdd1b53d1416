"""Estimates of lines in Word cells: wide characters count twice, and every line break begins a line."""

import pytest

from briefgen.model.page import Run
from briefgen.writers.docx.lines import estimated_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("日" * 10, 1), ("日" * 11, 2), ("x" * 20, 1), ("x" * 21, 2), ("日本\n日本", 2), ("日" * 9 + "ＡＢ", 2)],
)
def test_lines_of_ten_wide_characters(text, lines):
    assert estimated_lines([Run(text)], width=100.0, size=10.0) == lines


def test_runs_stand_in_one_line():
    assert estimated_lines([Run("日" * 6), Run("x" * 8)], width=100.0, size=10.0) == 1
