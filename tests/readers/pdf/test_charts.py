"""Charts drawn on a page: what is written in one is a table by its places; boxes, maps and tables are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.findings import Code
from briefgen.model.document import Block, BlockKind
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT
from tests.readers.pdf_papers import drawn

Drawing = Callable[[Canvas], None]
SIZE = 8.0
BASE, LEFT, STEP, BAR = 500.0, 120.0, 60.0, 24.0
YEARS = ("令和６年度", "令和７年度", "令和８年度")
COLORS = ("#204080", "#a04040", "#40a060")
BEFORE = "　海山省が受けた通報の件数は、次の図に示すとおり、三年続けて増えている。"
AFTER = "　通報の多くは北港の沖からのもので、海山省は巡視の回数を増やすこととしている。"


def words(canvas: Canvas, middle: float, height: float, text: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawCentredString(middle, height, text)


def around(canvas: Canvas) -> None:
    """Running text above and below, and a caption."""
    canvas.setFont(FONT, 10.5)
    canvas.drawString(60, 720, BEFORE)
    canvas.drawString(180, 440, "図１　通報の件数")
    canvas.drawString(60, 400, AFTER)


def scale(canvas: Canvas, figures: Sequence[str], is_at_right: bool = True) -> None:
    left = LEFT - 12
    for number, figure in enumerate(figures):
        canvas.setFont(FONT, SIZE)
        draw = canvas.drawRightString if is_at_right else canvas.drawString
        draw(left - 20 * (not is_at_right), BASE - 3 + 40 * number, figure)
        canvas.line(left + 2, BASE + 40 * number, LEFT + 3 * STEP, BASE + 40 * number)


def bar(canvas: Canvas, left: float, bottom: float, height: float, color: str = COLORS[0]) -> None:
    canvas.setFillColor(color)
    canvas.rect(left, bottom, BAR, height, stroke=0, fill=1)
    canvas.setFillColor("#000000")


def columns(canvas: Canvas, heights: Sequence[float] = (60, 90, 140), names: Sequence[str] = YEARS) -> None:
    """One bar for each year, its value above it."""
    for number, (height, name) in enumerate(zip(heights, names, strict=True)):
        left = LEFT + STEP * number
        bar(canvas, left, BASE, height)
        words(canvas, left + BAR / 2, BASE + height + 4, f"{height:.0f}件")
        words(canvas, left + BAR / 2, BASE - 14, name)


def stacked(canvas: Canvas, with_legend: bool = True) -> None:
    """Two series, the first value of the upper one missing."""
    for number, (low, high) in enumerate(((60, 0), (80, 20), (90, 40))):
        left = LEFT + STEP * number
        bar(canvas, left, BASE, low)
        words(canvas, left + BAR / 2, BASE + low / 2, str(low))
        if high:
            bar(canvas, left, BASE + low, high, COLORS[1])
            words(canvas, left + BAR / 2, BASE + low + high / 2 - 3, str(high))
        words(canvas, left + BAR / 2, BASE - 14, YEARS[number])
    for number, name in enumerate(("夜間", "昼間") if with_legend else ()):
        canvas.setFillColor(COLORS[1 - number])
        canvas.rect(LEFT + 3 * STEP - 20, BASE + 60 - 14 * number, 6, 6, stroke=0, fill=1)
        canvas.setFillColor("#000000")
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT + 3 * STEP - 10, BASE + 60 - 14 * number, name)


def level(canvas: Canvas) -> None:
    """Bars to the right, with a scale below them."""
    for number, (length, name) in enumerate(zip((60, 90, 140), ("北港", "南港", "西港"), strict=True)):
        bottom = BASE + 100 - 40 * number
        canvas.setFillColor(COLORS[0])
        canvas.rect(LEFT, bottom, length, 20, stroke=0, fill=1)
        canvas.setFillColor("#000000")
        canvas.setFont(FONT, SIZE)
        canvas.drawRightString(LEFT - 4, bottom + 7, name)
        canvas.drawString(LEFT + length + 4, bottom + 7, str(length))
    for number in range(4):
        words(canvas, LEFT + 50 * number, BASE - 10, str(50 * number))


def line(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(LEFT, BASE + 30)
    for number, height in enumerate((60, 45, 110), start=1):
        path.lineTo(LEFT + STEP * number, BASE + height)
    canvas.drawPath(path)
    for number in range(4):
        canvas.line(LEFT - 10, BASE + 40 * number, LEFT + 190, BASE + 40 * number)
    canvas.line(LEFT - 10, BASE, LEFT - 10, BASE + 120)
    for number, (height, name) in enumerate(zip((30, 60, 45, 110), ("４月", "５月", "６月", "７月"), strict=True)):
        words(canvas, LEFT + STEP * number, BASE + height + 5, str(height))
        words(canvas, LEFT + STEP * number, BASE - 14, name)


def pie(canvas: Canvas) -> None:
    begin = 90
    for number, (share, name) in enumerate(((50, "北港"), (30, "南港"), (20, "西港"))):
        canvas.setFillColor(COLORS[number])
        canvas.wedge(140, BASE, 260, BASE + 120, begin, 3.6 * share, stroke=0, fill=1)
        canvas.setFillColor("#000000")
        begin += 3.6 * share
        middle, height = ((165, 60), (235, 25), (228, 90))[number]
        words(canvas, middle, BASE + height, name)
        words(canvas, middle, BASE + height - 10, f"{share}％")


def read(*drawings: Drawing) -> tuple[tuple[Block, ...], list[str]]:
    def draw(canvas: Canvas) -> None:
        for drawing in (around, *drawings):
            drawing(canvas)

    outcome = read_pdf(drawn(draw), "paper.pdf", Limits())
    return outcome.value.blocks, [f.message for f in outcome.findings if f.code is Code.CHART_AS_TABLE]


def rows(blocks: Sequence[Block]) -> list[list[str]]:
    cells = [block for block in blocks if block.cell is not None]
    found = [["", "", ""] for _ in range(max((block.cell.row for block in cells if block.cell), default=-1) + 1)]
    for block in cells:
        assert block.cell is not None
        found[block.cell.row][block.cell.column] = block.label + block.text
    return [row[:2] if not any(row[2] for row in found) else row for row in found]


CHARTS: dict[str, tuple[Sequence[Drawing], list[list[str]]]] = {
    "columns with their values": ([columns], [["令和６年度", "60件"], ["令和７年度", "90件"], ["令和８年度", "140件"]]),
    "series told by their colours": (
        [stacked],
        [["", "夜間", "昼間"], ["令和６年度", "", "60"], ["令和７年度", "20", "80"], ["令和８年度", "40", "90"]],
    ),
    "series without a legend": (
        [lambda canvas: stacked(canvas, with_legend=False)],
        [["令和６年度", "60", ""], ["令和７年度", "20", "80"], ["令和８年度", "40", "90"]],
    ),
    "level bars": ([level], [["北港", "60"], ["南港", "90"], ["西港", "140"]]),
    "a line": ([line], [["４月", "30"], ["５月", "60"], ["６月", "45"], ["７月", "110"]]),
    "a pie": ([pie], [["西港", "20％"], ["北港", "50％"], ["南港", "30％"]]),
}


@pytest.mark.parametrize(("drawings", "wanted"), CHARTS.values(), ids=CHARTS)
def test_what_is_written_in_a_chart_is_a_table(drawings: Sequence[Drawing], wanted: list[list[str]]) -> None:
    blocks, findings = read(*drawings)

    assert rows(blocks) == wanted
    assert len(findings) == 1


def test_running_text_and_caption_stay_outside() -> None:
    blocks, _ = read(columns)

    texts = [block.label + block.text for block in blocks if block.cell is None]
    assert texts == [BEFORE.strip(), "図１　通報の件数", AFTER.strip()]
    assert blocks[-2].kind is BlockKind.CAPTION


@pytest.mark.parametrize("is_at_right", [True, False])
def test_the_figures_of_a_scale_go_with_a_finding(is_at_right: bool) -> None:
    blocks, findings = read(columns, lambda canvas: scale(canvas, ("0", "40", "80", "120", "160"), is_at_right))

    assert rows(blocks) == CHARTS["columns with their values"][1]
    assert findings == [
        "1 chart on page 1: what is written there stands as a table, put together by where it is drawn. Left out as "
        "figures of their scales: 160, 120, 80, 40, 0."
    ]


def test_figures_that_do_not_count_evenly_are_no_scale() -> None:
    blocks, findings = read(columns, lambda canvas: scale(canvas, ("0", "40", "90", "120", "160")))

    captions = [block.text for block in blocks if block.kind is BlockKind.CAPTION]
    assert captions[:5] == ["160", "120", "90", "40", "0"]
    assert "scales" not in findings[0]


def test_years_that_count_evenly_are_categories() -> None:
    blocks, _ = read(lambda canvas: columns(canvas, names=("2024", "2025", "2026")))

    assert [row[0] for row in rows(blocks)] == ["2024", "2025", "2026"]


def test_a_value_whose_bar_has_no_height_stays_with_its_category() -> None:
    blocks, _ = read(lambda canvas: columns(canvas, (0, 60, 90, 140), ("令和５年度", *YEARS)))

    assert rows(blocks)[0] == ["令和５年度", "0件"]


def test_names_over_two_lines_are_one() -> None:
    def second(canvas: Canvas) -> None:
        words(canvas, LEFT + BAR / 2, BASE - 23, "見込み")

    blocks, _ = read(columns, second)

    assert [row[0] for row in rows(blocks)] == ["令和６年度見込み", "令和７年度", "令和８年度"]
    assert len(blocks) == 3 + 2 * 3


# ---------------------------------------------------------------- what is no chart


def cells(canvas: Canvas) -> None:
    """A table with shaded cells of one height, beside each other."""
    for row, texts in enumerate((("区分", "件数", "前年"), ("北港", "120", "110"), ("南港", "90", "85"))):
        for column, text in enumerate(texts):
            canvas.setFillColor("#dddddd" if row == 0 else "#ffffff")
            canvas.rect(LEFT + STEP * column, BASE + 40 - 20 * row, STEP, 20, stroke=1, fill=1)
            canvas.setFillColor("#000000")
            words(canvas, LEFT + STEP * (column + 0.5), BASE + 47 - 20 * row, text)


def steps(canvas: Canvas) -> None:
    """Boxes of one size beside each other with arrows between them."""
    for number, text in enumerate(("通報", "確認", "出動")):
        canvas.rect(LEFT + 80 * number, BASE, 50, 30)
        words(canvas, LEFT + 80 * number + 25, BASE + 12, text)
        path = canvas.beginPath()
        path.moveTo(LEFT + 80 * number + 55, BASE + 10)
        path.lineTo(LEFT + 80 * number + 75, BASE + 15)
        path.lineTo(LEFT + 80 * number + 55, BASE + 20)
        canvas.drawPath(path, fill=1)


def rounded(canvas: Canvas) -> None:
    """Figures in a box with round corners."""
    canvas.roundRect(LEFT - 10, BASE - 10, 200, 80, 12)
    for number, text in enumerate(("受付　９時", "開会　10時", "閉会　12時")):
        canvas.setFont(FONT, SIZE)
        canvas.drawString(LEFT, BASE + 50 - 20 * number, text)


def over_text(canvas: Canvas) -> None:
    """Bars drawn over a sentence."""
    for number, height in enumerate((20, 30, 40)):
        bar(canvas, LEFT + STEP * number, BASE, height, "#ffee88")
    words(canvas, LEFT + 60, BASE + 6, "一、巡視の回数は、前年より三割増えて１２０回、")


@pytest.mark.parametrize("drawing", [cells, steps, rounded, over_text])
def test_what_is_no_chart_stays_as_it_is(drawing: Drawing) -> None:
    assert read(drawing)[1] == []


def test_a_page_that_draws_a_map_has_none() -> None:
    def many(canvas: Canvas) -> None:
        for number in range(501):
            canvas.rect(60 + number % 40, 60 + number // 40, 5, 5)

    assert read(columns, many)[1] == []
