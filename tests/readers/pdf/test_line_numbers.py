"""Numbers of lines in the margin go, with a finding; numbered items and the first column of a table stay."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_drawn

SIZE = 10.5
PITCH = 17
FULL = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
REST = "結果を公表する。"
BODY = ["　" + FULL[1:], FULL, FULL, REST] * 3
WHOLE = [FULL[1:] + FULL + FULL + REST] * 3
Items = list[tuple[float, float, float, str]]


def read(items: Items) -> tuple[list[str], list[str]]:
    """The blocks, and what was left out as numbers of lines."""
    outcome = read_pdf(pdf_drawn(items), "paper.pdf", Limits())
    gone = [finding for finding in outcome.findings if finding.code is Code.FURNITURE_DROPPED]
    return [block.label + block.text for block in outcome.value.blocks], [text for f in gone for text in f.texts]


def body(lines: list[str], left: float = 80) -> Items:
    return [(left, 760 - PITCH * number, SIZE, line) for number, line in enumerate(lines)]


def numbers(step: int, count: int, size: float, figures: str = "0123456789") -> Items:
    table = str.maketrans("0123456789", figures)
    return [
        (62, 760 - PITCH * (number - 1), size, str(number).translate(table)) for number in range(step, count + 1, step)
    ]


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("figures", ["0123456789", "０１２３４５６７８９"])
def test_numbers_of_lines_are_left_out_with_a_finding(step: int, figures: str) -> None:
    gone = numbers(step, len(BODY), 7, figures)
    assert read([*body(BODY), *gone]) == (WHOLE, [text for *_, text in gone])


def test_numbers_of_lines_drawn_with_their_lines_are_left_out_too() -> None:
    together = sorted([*body(BODY), *numbers(5, len(BODY), 7)], key=lambda item: (-item[1], item[0]))
    assert read(together) == (WHOLE, ["5", "10"])


@pytest.mark.parametrize(
    "lines",
    [
        numbers(1, 5, SIZE) + body(["会合の趣旨", "観測の体制", "船舶の増備", "予算の概要", "今後の予定"]),
        [(62.0, 760 - PITCH * number, 8.0, str(5 * number + 5)) for number in range(4)]
        + [(90.0, 760 - PITCH * number, 8.0, "隻を増備する計画") for number in range(4)],
        [*body(BODY), (62.0, 760 - PITCH * 4, 8.0, "2024"), (62.0, 760 - PITCH * 5, 8.0, "2034")],
    ],
    ids=["items", "a table", "years"],
)
def test_figures_that_count_no_lines_stay(lines: Items) -> None:
    texts, gone = read(lines)
    figures = [text for *_, text in lines if text.isdecimal()]
    assert not gone
    assert all(any(figure in text for text in texts) for figure in figures)
