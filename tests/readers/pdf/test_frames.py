"""Frames: what stands in one is read by itself, at its place, and text outside runs on around it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT

SIZE, PITCH, WIDTH = 10.0, 16.0, 44
TEXT = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換したうえで結果を"
FULL, REST = TEXT[:WIDTH], "公表した。"
Drawing = Callable[[Canvas], None]


def texts(*pages: Sequence[Drawing]) -> list[str]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in pages:
        canvas.setFont(FONT, SIZE)
        for draw in page:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return [block.label + block.text for block in read_pdf(buffer.getvalue(), "paper.pdf", Limits()).value.blocks]


def text(top: float, *lines: str, left: float = 60.0) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(left, top - PITCH * number, line)

    return draw


def frame(top: float, *lines: str, left: float = 60.0, width: float = 180.0) -> Drawing:
    """Lines in a frame whose upper side is an em above the first."""

    def draw(canvas: Canvas) -> None:
        height = PITCH * len(lines) + 8
        canvas.rect(left - 5, top + 14 - height, width + 10, height)
        text(top, *lines, left=left)(canvas)

    return draw


def wrapped(line: str) -> list[str]:
    return [line[at : at + 18] for at in range(0, len(line), 18)]


LEFT = "観測所の職員を三百六十名から四百二十名に増やし、採用は令和九年度から北港で行う。"
RIGHT = "無人機八機を導入し夜間の監視に当て、費用は約八十五億円と見込み三年間で順次配備する。"


def test_frames_side_by_side_are_read_one_after_the_other_and_their_sentences_are_whole() -> None:
    boxes = [frame(700, "人員", *wrapped(LEFT)), frame(700, "装備", *wrapped(RIGHT), left=260)]
    below = text(600, "　" + FULL[1:], FULL, REST)
    assert texts([text(760, "　" + FULL[1:], REST), *boxes, below]) == [
        FULL[1:] + REST, "人員", LEFT, "装備", RIGHT, FULL[1:] + FULL + REST,
    ]  # fmt: skip


def test_the_last_item_of_a_frame_is_not_joined_to_what_stands_below() -> None:
    one = frame(720, "【現状】", "・職員三百六十名によって監視を行って", width=180)
    other = frame(670, "今後の対策としては次の三つの柱を考え", "ることとした。", width=180)
    assert texts([text(760, "沿岸監視プラン"), one, other, text(600, "次回は七月に開く。")]) == [
        "沿岸監視プラン", "【現状】", "・職員三百六十名によって監視を行って",
        "今後の対策としては次の三つの柱を考えることとした。", "次回は七月に開く。",
    ]  # fmt: skip


def test_lines_of_a_frame_that_fits_the_longest_are_not_joined() -> None:
    lines = [
        "（担当）",
        "沿岸局監視課　岬、山本",
        "課長補佐　山本一郎（内線四五一五）",
        "電話　０３－００００",
        "ＦＡＸ　０３－１１１１",
    ]
    made = texts([text(760, "　" + FULL[1:], REST), frame(700, *lines, left=300, width=170)])
    assert made == [FULL[1:] + REST, *lines]


def test_a_sentence_runs_on_around_a_frame_at_the_foot_of_a_page() -> None:
    column = frame(200, "コラム", *wrapped(LEFT))
    assert texts([text(760, *["　" + FULL[1:], FULL] * 1), column], [text(760, FULL, REST)]) == [
        FULL[1:] + FULL + FULL + REST, "コラム", LEFT,
    ]  # fmt: skip


def test_a_sentence_above_a_frame_ends_its_paragraph() -> None:
    made = texts([text(760, "次のとおりとする。"), frame(720, "人員", *wrapped(LEFT)), text(600, "以上を公表する。")])
    assert made == ["次のとおりとする。", "人員", LEFT, "以上を公表する。"]


def test_a_frame_at_the_foot_of_a_column_stands_before_the_next_column() -> None:
    half = FULL[:20]
    left = text(760, "　" + half[1:], half, REST, "　" + half[1:], half, REST)
    right = text(760, *["　" + half[1:], half, half, half, half, half, half, half, half, REST], left=275)
    assert texts([left, frame(650, "人員", *wrapped(LEFT)), right]) == [
        half[1:] + half + REST, half[1:] + half + REST, "人員", LEFT, half[1:] + half * 8 + REST,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "box",
    [(40.0, 60.0, 515.0, 740.0), (250.0, 650.0, 100.0, 80.0), (58.0, 741.0, 445.0, 15.0)],
    ids=["around the page", "drawn over the text", "around one line"],
)
def test_other_boxes_do_not_tear_the_text(box: tuple[float, float, float, float]) -> None:
    body = text(760, "　" + FULL[1:], FULL, FULL, FULL, FULL, FULL, REST)
    assert texts([body, lambda canvas: canvas.rect(*box)]) == [FULL[1:] + 5 * FULL + REST]
