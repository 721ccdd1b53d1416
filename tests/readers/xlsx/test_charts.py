"""Charts of workbooks: tables, but for those that show cells which are read anyway."""

from __future__ import annotations

import time

import pytest

from briefgen.findings import Code
from tests.readers.looks import codes, read, refusal
from tests.readers.make_charts import YEARS, chart, figures, frame, plot, series, shown, texts, xlsx_with_chart
from tests.readers.make_office import Cell

SHEET: list[list[Cell]] = [["実績の概要"], [], ["年度", "予算"], ["令和６年度", 12.5], ["令和７年度", 14]]
TABLE = ["年度|予算", "令和６年度|12.5", "令和７年度|14"]
DRAWN = ["|予算", "令和６年度|12.5", "令和７年度|14"]


def book(made: str, **others: str) -> bytes:
    """A workbook with a chart on its first sheet, and a second sheet 裏 with the same rows."""
    return xlsx_with_chart({"表 '１'": SHEET, "裏": SHEET}, made, **others)


def bars(sheet: str = "'表 ''１'''!", copies: bool = True) -> str:
    """A chart of the figures of a sheet."""
    categories = texts(YEARS, f"{sheet}$A$4:$A$5")
    inside = f"<c:tx>{texts(['予算'], f'{sheet}$B$3')}</c:tx><c:cat>{categories}</c:cat>"
    inside += f"<c:val>{figures([12.5, 14], cells=f'{sheet}$B$4:$B$5')}</c:val>"
    if not copies:
        for tag in ("strCache", "numCache"):
            while f"<c:{tag}>" in inside:
                inside = inside[: inside.index(f"<c:{tag}>")] + inside[inside.index(f"</c:{tag}>") + len(tag) + 5 :]
    return chart(plot(f"<c:ser>{inside}</c:ser>"), head="予算の推移")


def first_sheet(content: bytes) -> list[str]:
    """What stands on the first sheet below its table."""
    lines = shown(read(content, "a.xlsx"))
    end = lines.index("裏") if "裏" in lines else len(lines)
    return lines[lines.index(TABLE[-1]) + 1 : end]


@pytest.mark.parametrize(
    "made",
    [
        bars(),
        bars(copies=False),
        bars("裏!"),
        bars("裏!").replace("裏!$B$4:$B$5", "(裏!$B$4,裏!$B$5)"),
    ],
)  # fmt: skip
def test_a_chart_of_cells_that_are_read_gives_its_title(made: str) -> None:
    assert first_sheet(book(made)) == ["予算の推移"]
    found = codes(book(made), "a.xlsx")
    assert "its title alone" in found[Code.CHART_AS_TABLE]
    assert Code.PICTURE_DROPPED not in found


@pytest.mark.parametrize(
    ("made", "others"),
    [
        (bars("裏!"), {"state": "hidden"}),  # the second sheet
        (bars("別!"), {}),
        (bars("[1]裏!"), {}),
        (bars().replace("$B$4:$B$5", "$B$7:$B$8"), {}),
        (bars().replace("'表 ''１'''!$B$4:$B$5", "予算額"), {}),
        (bars().replace("$B$5</c:f>", "$B$1048576</c:f>"), {}),
        (chart(plot(series("予算", [12.5, 14], texts(["令和６年度", "令和７年度"]))), head="予算の推移"), {}),
    ],
)
def test_a_chart_of_other_figures_is_a_table(made: str, others: dict[str, str]) -> None:
    content = book(made, **others)
    assert first_sheet(content) == ["予算の推移", *DRAWN]
    assert "予算の推移" in codes(content, "a.xlsx")[Code.CHART_AS_TABLE]


def test_formulas_without_end_take_no_time() -> None:
    wide = "裏!$A$1:$XFD$1048576," * 2_000
    many = "".join(series("予算", f"<c:numRef><c:f>裏!$A${n}:$Z$300</c:f></c:numRef>") for n in range(1, 300))
    before = time.process_time()
    for made in (chart(plot(many)), bars().replace("<c:f>", f"<c:f>{wide}{'あ' * 500_000}")):
        assert Code.CHART_AS_TABLE in codes(book(made), "a.xlsx") or Code.PICTURE_DROPPED in codes(book(made), "a.xlsx")
    assert time.process_time() - before < 10


def test_a_chart_drawn_without_end_is_refused() -> None:
    assert "50,000 cells" in refusal(book(bars("別!"), drawing=frame("c1") * 10_000), "a.xlsx")


def test_a_chart_shows_the_figures_of_hidden_rows_only_if_it_keeps_them() -> None:
    hidden = '<row r="9" hidden="1"><c r="A9"><v>1</v></c><c r="B9"><v>7</v></c></row>'
    both = bars().replace("$5</c:f>", "$9</c:f>")
    assert first_sheet(book(both, rows=hidden)) == ["予算の推移"]
    more = both.replace("<c:v>14</c:v></c:pt>", '<c:v>14</c:v></c:pt><c:pt idx="5"><c:v>7</c:v></c:pt>')
    assert first_sheet(book(more, rows=hidden)) == ["予算の推移", *DRAWN, "|7"]


@pytest.mark.parametrize("made", [bars("別!", copies=False), "<broken", chart()])
def test_a_chart_without_figures_is_left_out_and_told(made: str) -> None:
    assert first_sheet(book(made)) == []
    found = codes(book(made), "a.xlsx")
    assert "1 picture(s) or chart(s)" in found[Code.PICTURE_DROPPED]
    assert Code.CHART_AS_TABLE not in found


def test_what_stands_there_for_older_programs_is_no_text() -> None:
    box = '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>{}</a:t></a:r></a:p>'
    choice = "<mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    drawing = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{}'
    drawing = drawing.format(choice.format(frame("c1"), box.format("このグラフは利用できません。")))
    drawing += choice.format(box.format("速報"), "") + "</mc:AlternateContent>"
    assert first_sheet(book(bars(), drawing=drawing)) == ["速報", "予算の推移"]
