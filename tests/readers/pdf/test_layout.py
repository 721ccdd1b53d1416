"""Which lines of a PDF go on in the next: titles broken by hand, entries of contents, names at the right."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_drawn

PITCH = 20
FULL = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
REST = "結果を公表する。"
FIRST, SECOND, LAST = (
    "沿岸の監視及び救難の体制の整備に関する法律施行規則",
    "の一部改正に伴う指定海域の巡視に係る申請",
    "の手続について",
)
LEFT = (A4[0] - 10.5 * len(FULL)) / 2
Items = list[tuple[float, float, float, str]]


def texts(*items: Items) -> list[str]:
    page = [item for group in items for item in group]
    return [block.label + block.text for block in read_pdf(pdf_drawn(page), "paper.pdf", Limits()).value.blocks]


def body(top: float) -> Items:
    return [(LEFT, top - PITCH * number, 10.5, line) for number, line in enumerate([FULL, FULL, REST] * 2)]


def centred(top: float, size: float, lines: Sequence[str]) -> Items:
    return [((A4[0] - size * len(line)) / 2, top - PITCH * number, size, line) for number, line in enumerate(lines)]


@pytest.mark.parametrize("size", [10.5, 12.0, 16.0])
def test_a_centred_title_that_is_broken_by_hand_is_one(size: float) -> None:
    lines = (FIRST, SECOND, LAST)
    assert texts(centred(760, size, lines), body(640))[0] == "".join(lines)


@pytest.mark.parametrize(
    "after",
    ["（海山省沿岸局決定）", "令和６年７月１日", "海山省沿岸局長", "―岬の教訓を各国へ―", "１．会合の趣旨"],
)
def test_what_stands_below_a_title_is_no_more_of_it(after: str) -> None:
    assert texts(centred(760, 10.5, (FIRST, after)), body(640))[:2] == [FIRST, after]


def test_a_title_that_is_over_is_over() -> None:
    assert texts(centred(760, 12, (FIRST + "について", "沿岸局")), body(640))[:2] == [FIRST + "について", "沿岸局"]


def test_names_at_the_right_stand_for_themselves_where_they_end_together() -> None:
    names = ["海山省沿岸監視局長", "（公　印　省　略）"]
    right: Items = [
        (LEFT + 10.5 * (len(FULL) - 9), 700 - PITCH * number, 10.5, name) for number, name in enumerate(names)
    ]
    assert names[0] in texts(right, body(640))


@pytest.mark.parametrize("dots", ["…", "・", "．", ".", "‥", ". "])
def test_entries_of_contents_are_one_each(dots: str) -> None:
    entries = [("第１章　総則", "１"), ("第２章　観測の体制", "１２"), ("参考資料", "101")]
    lines: Items = []
    for number, (name, page) in enumerate(entries):
        wide = sum(1.0 if ord(letter) > 0x7F else 0.5 for letter in name + page)
        each = 0.5 * len(dots) if dots.startswith(".") else 1.0
        lines.append((LEFT, 740 - PITCH * number, 10.5, name + dots * int((len(FULL) - wide) / each) + page))
    assert [text.replace("　", "") for text in texts(lines, body(600))[:3]] == [
        (name + page).replace("　", "") for name, page in entries
    ]
