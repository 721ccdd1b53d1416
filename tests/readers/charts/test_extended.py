"""The later charts of Word files: those that show each figure are tables, those that compute are left out."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from tests.readers.looks import SENTENCE, codes, read
from tests.readers.make import p, run
from tests.readers.make_charts import CX, docx_with_charts, drawn, shown

LEVEL = '<cx:lvl ptCount="9"{}>{}</cx:lvl>'


def level(*values: str | None, code: str = "") -> str:
    inner = "".join(f'<cx:pt idx="{n}">{value}</cx:pt>' for n, value in enumerate(values) if value is not None)
    return LEVEL.format(f' formatCode="{code}"' if code else "", inner)


def extended(kind: str, labels: str, figures: str, head: str = "収支") -> str:
    data = f'<cx:strDim type="cat"><cx:f>表!A2</cx:f>{labels}</cx:strDim>'
    data += f'<cx:numDim type="val"><cx:f>表!B2</cx:f>{figures}</cx:numDim>'
    title = f"<cx:title><cx:tx><cx:txData><cx:v>{head}</cx:v></cx:txData></cx:tx></cx:title>" if head else ""
    name = "<cx:tx><cx:txData><cx:f>表!B1</cx:f><cx:v>金額</cx:v></cx:txData></cx:tx>"
    series = f'<cx:series layoutId="{kind}">{name}<cx:dataId val="0"/></cx:series>'
    area = f"<cx:plotArea><cx:plotAreaRegion>{series}</cx:plotAreaRegion></cx:plotArea>"
    inner = f'<cx:chartData><cx:data id="0">{data}</cx:data></cx:chartData><cx:chart>{title}{area}</cx:chart>'
    return f'<cx:chartSpace xmlns:cx="{CX}">{inner}</cx:chartSpace>'


CHOICE = "<mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>".format(drawn("ex1", CX), run("使用できません"))
BODY = p(SENTENCE) + f"<w:p><mc:AlternateContent>{CHOICE}</mc:AlternateContent></w:p>"


@pytest.mark.parametrize(
    ("made", "lines"),
    [
        (
            extended("waterfall", level("前年度", "増減"), level("1200", "-30.5", code="#,##0.0;△#,##0.0")),
            ["収支", "|金額", "前年度|1,200.0", "増減|△30.5"],
        ),
        (
            extended("treemap", level("甲港", "乙港", "丙港") + level("北部", None, "南部"), level("1", "2", "3"), ""),
            ["|金額", "北部 甲港|1", "北部 乙港|2", "南部 丙港|3"],
        ),
        (extended("boxWhisker", level("甲"), level("1")), []),
        (extended("waterfall", "", ""), []),
        (extended("waterfall", level("甲"), level("1")).replace('dataId val="0"', 'dataId val="1"'), []),
    ],
)
def test_later_charts_that_show_each_figure_are_tables(made: str, lines: list[str]) -> None:
    content = docx_with_charts(BODY, {"ex1": made})
    assert shown(read(content, "a.docx")) == lines
    assert (Code.CHART_AS_TABLE in codes(content, "a.docx")) is bool(lines)
    assert (Code.PICTURE_DROPPED in codes(content, "a.docx")) is not bool(lines)
