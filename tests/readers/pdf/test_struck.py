"""Lines drawn through the text of a page: what they strike goes with a finding; other lines change nothing."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.findings import Code
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.struck import mark_struck
from tests.readers.make import FONT
from tests.readers.pdf_papers import drawn

SHEET = Sheet(1, 595.0, 842.0)
EM = 10.0


def run(text: str, left: float, is_vertical: bool = False) -> Run:
    edges = [left + EM * number for number in range(len(text) + 1)]
    return Run(text, edges[:-1], edges[1:], 100.0, 110.0, EM, is_vertical=is_vertical)


LINE = (run("定員", 60), run("３００３５０名とする", 80))
LINES = {
    "through figures": ([Box(80, 105.5, 110, 106)], ["３００"]),
    "through the end of one run and the begin of the next": ([Box(70, 105.5, 110, 106)], ["員３００"]),
    "drawn as a thick one": ([Box(80, 104.5, 110, 104.5), Box(80, 106, 110, 106)], ["３００"]),
    "below": ([Box(80, 109, 110, 109)], []),
    "above": ([Box(80, 101, 110, 101)], []),
    "a side of a table": ([Box(40, 105.5, 400, 106)], []),
    "up": ([Box(80, 60, 80, 140)], []),
    "of a map": ([Box(80, 105.5, 110, 106), Box(66, 104, 95, 104), Box(20, 105, 300, 105)], []),
}


@pytest.mark.parametrize(("rules", "struck"), LINES.values(), ids=LINES)
def test_a_line_through_the_middle_of_letters_strikes_them(rules: list[Box], struck: list[str]) -> None:
    assert mark_struck(LINE, rules, SHEET)[1] == struck


def test_a_line_down_a_vertical_column_strikes_it() -> None:
    line, beside = [Box(595 - 105.5, 80, 595 - 105, 110)], [Box(595 - 100, 80, 595 - 100, 110)]
    column = [run("定員３００名", 60, is_vertical=True)]
    assert [mark_struck(column, rules, SHEET)[1] for rules in (line, beside)] == [["３００"], []]


def test_struck_figures_go_with_a_finding_and_what_stands_beside_them_is_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 10)
        canvas.drawString(60, 700, "定員は三百名とする。経費は千二百円、千円である。")
        canvas.line(190, 704, 240, 704)
        canvas.line(60, 698, 90, 698)

    outcome = read_pdf(drawn(draw), "paper.pdf", Limits())

    assert [block.text for block in outcome.value.blocks] == ["定員は三百名とする。経費は千円である。"]
    found = next(finding for finding in outcome.findings if finding.code is Code.DELETED_TEXT_DROPPED)
    assert found.texts == ("千二百円、",)
