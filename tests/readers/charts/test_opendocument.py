"""Charts of OpenDocument texts, read from the table each keeps for itself."""

from __future__ import annotations

import time

import pytest

from briefgen.findings import Code
from tests.readers.looks import SENTENCE, codes, read
from tests.readers.make_charts import (
    OBJECT,
    OBJECT_CATEGORIES,
    OBJECT_X,
    OBJECT_Y,
    object_chart,
    object_series,
    object_title,
    shown,
)
from tests.readers.make_office import odt_from, op


def style(name: str, inside: str) -> str:
    """A style of numbers, and the style that has it."""
    return f'<number:n-style style:name="N{name}">{inside}</number:n-style><style:style style:name="{name}" ' + (
        f'style:data-style-name="N{name}"/>'
    )


def paper(content: str, place: str = "") -> bytes:
    return odt_from(op(SENTENCE) + (place or op(OBJECT)), **{"Object 1/content.xml": content})


NUMBER = '<number:number number:min-integer-digits="1"{}/>'
PERCENT = style("C", NUMBER.format(' number:decimal-places="1"') + "<number:text>%</number:text>")
REPEATED = 'table:number-columns-repeated="2"'
AXES = OBJECT_X.format(OBJECT_CATEGORIES) + OBJECT_Y.format("")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            object_chart(AXES, object_series("B"), object_series("C"), head="実績", styles=PERCENT),
            ["実績", "|隻数|割合", "６年|3|25.4%", "７年|1250.5"],
        ),
        # titles of axes, a format of the axis
        (
            object_chart(
                OBJECT_X.format(object_title("年度") + OBJECT_CATEGORIES) + OBJECT_Y.format(object_title("（隻）")),
                object_series("B"),
                styles=style("y", NUMBER.format(' number:grouping="true"') + "<number:text>隻</number:text>"),
            ),
            ["年度|隻数（隻）", "６年|3隻", "７年|1,250.5隻"],
        ),
        # days
        (
            object_chart(
                AXES,
                object_series("B"),
                styles=style("x", '<number:year number:style="long"/><number:text>年</number:text><number:month/>'),
                rows=[["", "隻数"], [45748, 1], [45778, 2]],
            ),
            ["|隻数", "2025年4|1", "2025年5|2"],
        ),
        # points in the plane
        (
            object_chart(AXES, object_series("B", '<chart:domain table:cell-range-address="local-table.$C$2:.$C$3"/>')),
            ["|隻数", "0.254|3", "|1250.5"],
        ),
        # shares of 100 %
        (
            object_chart(
                OBJECT_X.format(OBJECT_CATEGORIES) + OBJECT_Y.format(object_title("％")),
                object_series("B"),
                area="area",
                styles='<style:style style:name="area"><style:chart-properties chart:percentage="true"/></style:style>',
            ),
            ["％", "|隻数", "６年|3", "７年|1250.5"],
        ),
        # shares of a pie, a subtitle
        (
            object_chart(
                AXES,
                object_series("B", rest='chart:class="chart:circle"'),
                styles='<style:style style:name="B"><style:chart-properties '
                'chart:data-label-number="value-and-percentage"/></style:style>',
                rows=[["", "隻数"], ["６年", 3], ["７年", 9]],
            ).replace("<chart:plot-area", "<chart:subtitle><text:p>速報</text:p></chart:subtitle><chart:plot-area"),
            ["速報", "|隻数", "６年|3（25%）", "７年|9（75%）"],
        ),
        # what is not read: figures of another table, formats that are not known, bubbles, cells that stand for several
        (object_chart(AXES, object_series("B").replace("local-table", "表1")), []),
        (object_chart(AXES, object_series("B"), styles=style("B", NUMBER.format(' number:display-factor="1000"'))), []),
        (object_chart(AXES, object_series("B"), styles=style("B", "<number:fraction/>")), []),
        (object_chart(AXES, object_series("B", rest='chart:class="chart:bubble"')), []),
        (object_chart(AXES, object_series("B")).replace("table-cell>", f"table-cell {REPEATED}>", 1), []),
        (object_chart(AXES, object_series("B").replace("$B$3", "$C$3")), []),
        (object_chart(AXES), []),
        ("<broken", []),
    ],
)  # fmt: skip
def test_a_chart_is_read_from_its_own_table(content: str, lines: list[str]) -> None:
    assert shown(read(paper(content), "a.odt")) == lines
    found = codes(paper(content), "a.odt")
    assert (Code.CHART_AS_TABLE in found) is bool(lines)
    assert (Code.PICTURE_DROPPED in found) is not bool(lines)


def test_a_chart_beside_the_paragraphs_is_read_as_well() -> None:
    assert shown(read(paper(object_chart(AXES, object_series("B")), OBJECT), "a.odt")) == [
        "|隻数",
        "６年|3",
        "７年|1250.5",
    ]


@pytest.mark.parametrize(
    "content", [object_chart(AXES, "<chart:series/>" * 100_000), "<x>" + "<y/>" * 100_000 + "</x>"]
)
def test_an_object_that_is_shown_often_is_read_once(content: str) -> None:
    before = time.process_time()
    read(paper(content, OBJECT * 3_000), "a.odt")
    assert time.process_time() - before < 10
