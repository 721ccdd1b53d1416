"""Tables without lines whose cells hold wrapped text are read row by row; columns of running text are none."""

from __future__ import annotations

import pytest

from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.runs import Sheet
from briefgen.readers.pdf.wrapped_grids import take_wrapped_grids

SHEET = Sheet(1, 595.0, 842.0)
OPINION = ("監視を強化するため、装置を", "増やすべきである。夜間の", "見張りも要る。")
ANSWER = ("御意見のとおり、八基に", "増やす。")


def line(text: str, start: float, base: float) -> PrintedLine:
    return PrintedLine(text, 1, start, start + 10 * len(text), base, 10.0, 595.0, base / 842)


def page(names: list[str], starts: tuple[float, ...] = (60, 110, 300), pitch: float = 14) -> list[PrintedLine]:
    """Rows of a name, an opinion in three lines and an answer in two, column by column as two columns are read."""
    rows = [(name, 100 + 60 * number) for number, name in enumerate(names)]
    left = [
        line(text, start, base + pitch * number)
        for name, base in rows
        for start, texts in ((starts[0], (name,)), (starts[1], OPINION))
        for number, text in enumerate(texts)
    ]
    return left + [line(text, starts[2], base + pitch * n) for _, base in rows for n, text in enumerate(ANSWER)]


def test_the_cells_of_each_row_are_whole_and_in_order() -> None:
    below = line("以上の意見を踏まえ、装置を八基に増やすこととした。", 60, 400)
    insets, left = take_wrapped_grids([*page(["論点一", "論点二", "論点三"]), below], SHEET)

    assert left == [below]
    (inset,) = insets
    texts = ["".join(OPINION), "".join(ANSWER)]
    assert [(cell.cell.row, cell.cell.column, cell.text) for cell in inset.paragraphs if cell.cell is not None] == [
        (row, column, text)
        for row, name in enumerate(["論点一", "論点二", "論点三"])
        for column, text in enumerate([name, *texts])
    ]


def test_a_first_row_may_have_empty_cells() -> None:
    above = [line("論点零", 60, 75), line("なし", 300, 75)]
    (inset,), left = take_wrapped_grids([*above, *page(["論点一", "論点二", "論点三"])], SHEET)

    assert left == []
    assert [cell.text for cell in inset.paragraphs][:3] == ["論点零", "なし", "論点一"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(page(["論点一", "論点二"]), id="two rows"),
        pytest.param(page(["（１）", "（２）", "（３）"]), id="items of a list"),
        pytest.param(page(["10:00", "11:00", "12:00"]), id="a schedule"),
        pytest.param(page(["監視を強化するための新しい装置", "論点二", "論点三"]), id="running text"),
        pytest.param([one for one in page(["一", "二", "三"]) if one.start < 200], id="two columns"),
        pytest.param(page(["論点一", "論点二", "論点三"], pitch=24), id="far apart"),
    ],
)
def test_other_lines_are_none(lines: list[PrintedLine]) -> None:
    assert take_wrapped_grids(lines, SHEET) == ([], lines)
