"""Charts of Word files as tables: titles, series, categories, formats, units, labels."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from tests.readers.looks import SENTENCE, codes, read
from tests.readers.make import p
from tests.readers.make_charts import (
    axis,
    chart,
    docx_with_charts,
    drawn,
    figures,
    levels,
    plot,
    points,
    series,
    shown,
    texts,
    title,
)

BODY = p(SENTENCE) + f"<w:p>{drawn('c1')}</w:p>"
CATEGORIES, VALUES = axis(1, kind="catAx"), axis(2)
BUDGET = series("予算", [12.5, 14])


def table(*inside: str, head: str = "", before: str = "") -> list[str]:
    return shown(read(docx_with_charts(BODY, {"c1": chart(*inside, head=head, before=before)}), "a.docx"))


def test_a_chart_is_its_title_and_a_table_with_a_head() -> None:
    content = docx_with_charts(BODY, {"c1": chart(plot(BUDGET), CATEGORIES, VALUES, head="予算の推移")})
    blocks = read(content, "a.docx").blocks[1:]
    assert (blocks[0].kind, blocks[0].text) == (BlockKind.CAPTION, "予算の推移")
    assert [(b.cell.row, b.cell.column, b.cell.is_header, b.text) for b in blocks[1:] if b.cell] == [
        (0, 1, True, "予算"),
        (1, 0, False, "令和６年度"),
        (1, 1, False, "12.5"),
        (2, 0, False, "令和７年度"),
        (2, 1, False, "14"),
    ]
    found = codes(content, "a.docx")
    assert "1 chart (予算の推移)" in found[Code.CHART_AS_TABLE]
    assert Code.PICTURE_DROPPED not in found


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        # bars and a line on the same categories, on the axes of their own
        (
            [
                plot(series("予算", figures([1234.5, 2345.25], "#,##0.0"))),
                plot(series("伸び率", figures([0.123, 0.2], "0.0%")), kind="lineChart", axes=(3, 4)),
                axis(1, title("年度"), "catAx") + axis(2, title("億円")),
                axis(3, title("年") + '<c:delete val="1"/>', "catAx") + axis(4, title("（前年度比）")),
            ],
            ["年度|予算（億円）|伸び率（前年度比）", "令和６年度|1,234.5|12.3%", "令和７年度|2,345.3|20.0%"],
        ),
        # a name that holds the unit, and none
        (
            [plot(series("予算（億円）", [1, 2]), series("", [3, 4])), CATEGORIES, axis(2, title("（億円）"))],
            ["|予算（億円）|（億円）", "令和６年度|1|3", "令和７年度|2|4"],
        ),
        # a name that only begins like the unit, one that is in the words of the axis, one that is all of them
        (
            [plot(series("人件費", [1, 2]), series("人", [3, 4])), CATEGORIES, axis(2, title("人件費（人）"))],
            ["|人件費（人）|人（人件費（人））", "令和６年度|1|3", "令和７年度|2|4"],
        ),
        (
            [plot(series("人件費", [1], ["春"]), series("人", [2], ["春"])), axis(2, title("人"))],
            ["|人件費（人）|人", "春|1|2"],
        ),
        # other categories, then none of its own: the axis shows those of the first
        (
            [plot(BUDGET, series("隻数", [3], ["春"]), series("機数", [5, 6], ""))],
            ["|予算|機数", "令和６年度|12.5|5", "令和７年度|14|6", "|隻数", "春|3"],
        ),
        ([plot(series("隻数", [3, 4], ""))], ["|隻数", "1|3", "2|4"]),
        # gaps and errors
        (
            [plot(series("隻数", [None, "#N/A"]), series("機数", [2, 3]))],
            ["|隻数|機数", "令和６年度||2", "令和７年度||3"],
        ),
        # levels of labels
        (
            [plot(series("件数", [1, 2, 3, 4], levels(["上", "下", "上", "下"], ["６年", None, "７年", None])))],
            ["|件数", "６年 上|1", "６年 下|2", "７年 上|3", "７年 下|4"],
        ),
        (
            [plot(series("件数", [1, 2], levels(["合計", None], ["春季", "春季"], ["６年", "７年"])))],
            ["|件数", "６年 春季 合計|1", "７年 春季|2"],
        ),
        # days: the format of the axis goes before that of the cells
        (
            [
                plot(series("隻数", [3, 4], figures([45748, 45778])), kind="areaChart"),
                axis(1, '<c:numFmt formatCode="yyyy&quot;年&quot;m&quot;月&quot;" sourceLinked="0"/>', "dateAx"),
            ],
            ["|隻数", "2025年4月|3", "2025年5月|4"],
        ),
        # a name and figures the chart holds by itself, a name in two cells
        (
            ['<c:barChart><c:ser><c:tx><c:v>隻数</c:v></c:tx><c:val><c:numLit><c:formatCode>0.0</c:formatCode>'
             f'{points([1, 2])}</c:numLit></c:val></c:ser></c:barChart>'],
            ["|隻数", "1|1.0", "2|2.0"],
        ),
        (
            [f"<c:barChart><c:ser><c:tx>{texts(['６年', '実績'], '表!$B$1:$B$2')}</c:tx><c:val>{figures([7])}</c:val>"
             "</c:ser></c:barChart>"],
            ["|６年 実績", "1|7"],
        ),
    ],
)  # fmt: skip
def test_series_become_columns_and_categories_rows(inside: list[str], lines: list[str]) -> None:
    assert table(*inside) == lines


def xy(name: str, across: list[float | None], along: list[float | None], sizes: str = "") -> str:
    inner = f"<c:xVal>{figures(across)}</c:xVal><c:yVal>{figures(along)}</c:yVal>{sizes}"
    return f"<c:ser><c:tx>{texts([name], '表!$B$1')}</c:tx>{inner}</c:ser>"


def test_points_in_the_plane_have_their_first_coordinate_as_category() -> None:
    axes = axis(1, title("水深（m）") + '<c:axPos val="b"/>'), axis(2, title("ノット") + '<c:axPos val="l"/>')
    lines = ["水深（m）|実測（ノット）|計算（ノット）", "1.5|10|11", "2.5|20|21", "水深（m）|後日（ノット）", "3|30"]
    assert table(plot(xy("実測", [3], [30]), kind="scatterChart", axes=(2, 1)), *axes)[0] == "水深（m）|実測（ノット）"
    same = xy("実測", [1.5, 2.5], [10, 20]), xy("計算", [1.5, 2.5], [11, 21]), xy("後日", [3], [30])
    assert table(plot(*same, kind="scatterChart"), *axes) == lines


def test_the_sizes_of_bubbles_are_a_column_without_a_head() -> None:
    sizes = f"<c:bubbleSize>{figures([7, 8])}</c:bubbleSize>"
    made = table(plot(xy("甲港", [1, 2], [3, 4], sizes), xy("乙港", [1, 2], [5, 6]), kind="bubbleChart"))
    assert made == ["|甲港||乙港", "1|3|7|5", "2|4|8|6"]


def form(code: str, is_linked: int = 0) -> str:
    return f'<c:numFmt formatCode="{code}" sourceLinked="{is_linked}"/>'


LABELS = '<c:dLbls>{}<c:showVal val="{}"/><c:showPercent val="{}"/></c:dLbls>'


@pytest.mark.parametrize(
    ("kind", "labels", "cells"),
    [
        ("pieChart", LABELS.format("", 0, 1), ["30（25%）", "90（75%）"]),
        ("pieChart", LABELS.format(form("0.0%"), 0, 1), ["30（25.0%）", "90（75.0%）"]),
        ("doughnutChart", LABELS.format(form("0&quot;人&quot;"), 1, 1), ["30人（25%）", "90人（75%）"]),
        ("pieChart", LABELS.format("", 1, 0), ["30", "90"]),
        ("barChart", LABELS.format("", 0, 1), ["30", "90"]),
        ("barChart", LABELS.format(form("0.0"), 1, 0), ["30.0", "90.0"]),
        ("barChart", LABELS.format(form("0.0", 1), 1, 0), ["30", "90"]),
        ("barChart", LABELS.format(form("0.0"), 0, 0), ["30", "90"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_of_plot", [True, False])
def test_labels_give_format_and_shares(kind: str, labels: str, cells: list[str], is_of_plot: bool) -> None:
    own = series("人員", [30, 90], more="" if is_of_plot else labels)
    assert [line.partition("|")[2] for line in table(plot(own, labels * is_of_plot, kind=kind))[1:]] == cells


OWN = '<c:dLbl><c:idx val="1"/><c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r>{}</a:p></c:rich></c:tx></c:dLbl>'
RANGE = (
    "<c15:datalabelsRange><c15:dlblRangeCache>"
    + points(["暫定", None]).replace("暫定", "暫定値")
    + "</c15:dlblRangeCache></c15:datalabelsRange>"
)


@pytest.mark.parametrize(
    ("inside", "cells"),
    [
        (f"<c:dLbls>{OWN.format('うち新規５件', '')}</c:dLbls>", ["30", "90（うち新規５件）"]),
        (f"<c:dLbls>{OWN.format('90', '')}</c:dLbls>", ["30", "90"]),
        (f"<c:dLbls>{OWN.format('', '')}</c:dLbls>", ["30", "90"]),
        (f"<c:dLbls>{OWN.format('計', '<a:fld><a:t>[値]</a:t></a:fld>')}</c:dLbls>", ["30", "90"]),
        (
            f'<c:dLbls><c15:showDataLabelsRange val="1"/></c:dLbls><c:extLst><c:ext>{RANGE}</c:ext></c:extLst>',
            ["30（暫定値）", "90"],
        ),
        (f"<c:extLst><c:ext>{RANGE}</c:ext></c:extLst>", ["30", "90"]),
    ],
)
def test_words_at_single_points_stand_behind_the_figure(inside: str, cells: list[str]) -> None:
    made = table(plot(series("人員", [30, 90], more=inside)))
    assert [line.partition("|")[2] for line in made[1:]] == cells


def units(inside: str) -> str:
    return f"<c:dispUnits>{inside}</c:dispUnits>"


@pytest.mark.parametrize(
    ("inside", "values", "lines"),
    [
        # the format of the axis with all figures: its unit, its percentages, its thousands
        (form("0&quot;億円&quot;"), [12.34, 5], ["|予算", "令和６年度|12.34億円", "令和７年度|5億円"]),
        (form("0%"), [0.254, 1], ["|予算", "令和６年度|25.4%", "令和７年度|100%"]),
        (form("#,##0,") + title("千円"), [1234567, 2000], ["|予算（千円）", "令和６年度|1,234.567", "令和７年度|2"]),
        (form("_ #,##0_ ;_ -#,##0_ "), [1, 2], ["|予算", "令和６年度|1", "令和７年度|2"]),
        (form("#,##0;△#,##0"), [-1.5, 2], ["|予算", "令和６年度|△1.5", "令和７年度|2"]),
        (form("0%", 1), [0.254, 1], ["|予算", "令和６年度|0.254", "令和７年度|1"]),
        # units of the axis
        (
            units('<c:builtInUnit val="hundredMillions"/><c:dispUnitsLbl/>'),
            [1250000000, 900000000],
            ["|予算（億）", "令和６年度|12.5", "令和７年度|9"],
        ),
        (
            title("（億円）") + units('<c:builtInUnit val="hundredMillions"/><c:dispUnitsLbl/>'),
            [1250000000, 900000000],
            ["|予算（億円）", "令和６年度|12.5", "令和７年度|9"],
        ),
        (
            units(f'<c:custUnit val="10000"/>{title("万人").replace("c:title", "c:dispUnitsLbl")}'),
            [15000, 900],
            ["|予算（万人）", "令和６年度|1.5", "令和７年度|0.09"],
        ),
        # what is not shown
        (title("億円") + '<c:delete val="1"/>', [1, 2], ["|予算", "令和６年度|1", "令和７年度|2"]),
        ('<c:delete val="1"/>' + units('<c:builtInUnit val="thousands"/>'), [1000, 2000], []),
    ],
)
def test_the_axis_of_the_figures_gives_unit_and_format(inside: str, values: list[float], lines: list[str]) -> None:
    assert table(plot(series("予算", values)), CATEGORIES, axis(2, inside)) == lines


def test_the_axis_of_shares_says_nothing_of_the_figures() -> None:
    bars = plot('<c:grouping val="percentStacked"/>', series("人員", [30, 90]))
    made = table(bars, CATEGORIES, axis(2, title("構成比（％）") + form("0%")))
    assert made == ["構成比（％）", "|人員", "令和６年度|30", "令和７年度|90"]


def test_a_format_that_is_not_known_is_told() -> None:
    content = docx_with_charts(BODY, {"c1": chart(plot(series("隻数", figures([0.5], "?/?"))))})
    assert shown(read(content, "a.docx"))[1] == "令和６年度|0.5"
    assert "format" in codes(content, "a.docx")[Code.UNREADABLE_CHARACTERS]


def test_days_may_count_from_1904() -> None:
    days = series("隻数", [3], figures([44286], "yyyy/m/d"))
    assert table(plot(days), before='<c:date1904 val="1"/>') == ["|隻数", "2025/4/1|3"]


@pytest.mark.parametrize(
    ("head", "shown_as"),
    [
        ("<a:r><a:t>km</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>2</a:t></a:r>", "km²"),
        ("<a:r><a:t>予算</a:t></a:r><a:br/><a:r><a:t>の推移</a:t></a:r>", "予算の推移"),
        ("<a:r><a:t>CO</a:t></a:r><a:r><a:rPr baseline='-25000'/><a:t>2</a:t></a:r>", "CO2"),
    ],
)  # fmt: skip
def test_words_of_a_title_are_one_line(head: str, shown_as: str) -> None:
    assert table(plot(BUDGET), head=head)[0] == shown_as


def test_the_title_may_be_that_of_a_cell() -> None:
    head = f"<c:title><c:tx>{texts(['予算の推移'], '表!$A$1')}</c:tx></c:title>"
    xml = chart(plot(BUDGET)).replace("<c:chart>", f"<c:chart>{head}")
    assert shown(read(docx_with_charts(BODY, {"c1": xml}), "a.docx"))[0] == "予算の推移"
