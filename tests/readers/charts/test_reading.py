"""Where charts stand in the paper, which are left out, and what hostile ones cost."""

from __future__ import annotations

import time

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from briefgen.readers import read_document
from tests.readers.looks import SENTENCE, codes, read
from tests.readers.make import drawing, p
from tests.readers.make_charts import (
    chart,
    docx_with_charts,
    drawn,
    figures,
    levels,
    plot,
    points,
    relations,
    series,
    shown,
)

CHART = f"<w:p>{drawn('c1')}</w:p>"
BUDGET = chart(plot(series("予算", [12.5, 14])), head="予算の推移")
LINES = ["予算の推移", "|予算", "令和６年度|12.5", "令和７年度|14"]


def lines(body: str, made: str = BUDGET, **others: str) -> list[str]:
    return shown(read(docx_with_charts(p(SENTENCE) + body, {"c1": made}, **others), "a.docx"))


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("前の文である。") + CHART + p("図１　予算"), ["前の文である。", *LINES, "図１　予算"]),
        (CHART + CHART, [*LINES, *LINES]),
        # in a text box, in a frame of one cell, in a cell beside another
        (f"<w:p><w:r><w:pict><w:txbxContent>{CHART}</w:txbxContent></w:pict></w:r></w:p>", LINES),
        (f"<w:tbl><w:tr>{cell(CHART)}</w:tr></w:tbl>", LINES),
        (
            f"<w:tbl><w:tr>{cell(p('左'))}{cell(CHART)}{cell(p('右'))}</w:tr></w:tbl>",
            ["左|予算の推移|右", *LINES[1:]],
        ),
        # deleted and hidden ones are none
        (f"<w:p><w:del>{drawn('c1')}</w:del></w:p>", []),
    ],
)
def test_a_chart_stands_where_it_is_drawn(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_words_drawn_into_a_chart_stand_above_its_table() -> None:
    shapes = '<c:s xmlns:c="c" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    shapes += "<a:p><a:r><a:t>（単位：億円）</a:t></a:r></a:p><a:p/></c:s>"
    links = f"<Relationships>{relations({'d1': 'chartUserShapes'})}</Relationships>"
    others = {"word/charts/_rels/c1.xml.rels": links, "word/charts/d1.xml": shapes}
    assert lines(CHART, **others) == [LINES[0], "（単位：億円）", *LINES[1:]]


def test_the_title_of_a_chart_is_not_the_caption_of_a_picture() -> None:
    body = p(SENTENCE) + f"<w:p>{drawing('x.png')}</w:p>" + CHART
    outcome = read_document(docx_with_charts(body, {"c1": BUDGET}), "a.docx", pictures=True)
    assert not any(block.picture for block in outcome.value.blocks)
    assert [b.text for b in outcome.value.blocks if b.kind is BlockKind.CAPTION] == ["予算の推移"]


NO_COPY = "<c:numRef><c:f>表!$B$2</c:f></c:numRef>"
MANY = "".join(f'<c:pt idx="{n}"><c:v>1</c:v></c:pt>' for n in range(30_000))
BOMB = '<!DOCTYPE c [<!ENTITY a "あああ">]>'


@pytest.mark.parametrize(
    "made",
    [
        chart(plot(series("予算", NO_COPY))),
        chart(plot(series("予算", [1, 2]), series("人員", NO_COPY))),
        chart(plot(series("予算", [1, 2], "<c:strRef><c:f>表!$A$2</c:f></c:strRef>"))),
        chart(plot(series("予算", figures([]).replace('val="0"', 'val="4000000000"')))),
        chart(plot(series("予算", [1, 2]).replace('idx="', 'idx="-'))),
        chart(),
        chart(plot(series("予算", f"<c:numLit>{MANY}</c:numLit>", ""))),
        chart(plot(*[series("予算", [1, 2])] * 5_000)),
        chart(f"<c:barChart>{'<c:ser/>' * 100_000}{series('予算', [1])}</c:barChart>"),
        chart(plot(series("予算", [1, 2], levels(*[["春", "夏"]] * 50)))),
        BOMB + BUDGET,
        "<c" * 300 + BUDGET,
        "",
    ],
)
def test_a_chart_whose_figures_the_file_does_not_hold_is_left_out_and_told(made: str) -> None:
    content = docx_with_charts(p(SENTENCE) + CHART, {"c1": made})
    assert shown(read(content, "a.docx")) == []
    found = codes(content, "a.docx")
    assert found[Code.PICTURE_DROPPED] == "Left out with the text inside: 1 chart."
    assert Code.CHART_AS_TABLE not in found


def test_a_chart_of_a_foot_note_is_left_out() -> None:
    """Its id is one of the relations of the notes."""
    call = '<w:p><w:r><w:t>会合</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    note = f'<w:footnote w:id="1">{p("注の文である。")}{CHART}</w:footnote>'
    content = docx_with_charts(p(SENTENCE) + call, {"c1": BUDGET}, footnotes=note)
    assert any(block.text == "注の文である。" for block in read(content, "a.docx").blocks)
    assert not any("予算" in block.text for block in read(content, "a.docx").blocks)
    assert "1 chart" in codes(content, "a.docx")[Code.PICTURE_DROPPED]


def test_many_charts_of_many_points_take_no_time() -> None:
    """A hundred parts, of which each has a row and a column of its own for every point, each drawn ten times."""
    spread = [
        f'<c:ser><c:val><c:numLit><c:pt idx="{n}"><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser>' for n in range(900)
    ]
    charts = {f"c{number}": chart(f"<c:barChart>{''.join(spread)}</c:barChart>") for number in range(100)}
    body = p(SENTENCE) + "".join(f"<w:p>{drawn(name)}</w:p>" for name in charts)
    before = time.process_time()
    made = read(docx_with_charts(body, charts), "a.docx")
    assert time.process_time() - before < 10
    assert 10_000 < len(made.blocks) < 50_000


def test_points_far_apart_are_rows_below_each_other() -> None:
    far = figures([]).replace(
        "</c:numCache>", points([3]).replace('"0"', '"900000000"') + points([1]) + "</c:numCache>"
    )
    assert lines(CHART, chart(plot(series("予算", far, "")))) == ["|予算", "1|1", "900000001|3"]
