"""Two things that are said to follow stay two; the numbers of a list are tested in `test_checks.py`."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment


def messages(ja: str, en: str) -> list[str]:
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    found = list(CHECKS["lists"](TranslatedSegment(segment, en, Rung.INLINE, Status.MACHINE), Location()))
    assert all(one.code is Code.LIST_UNSURE for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        (
            "会談の概要と公開された写真は下記のとおり。",
            "Photographs released as an outline of the meeting are as follows.",
            "The outline of the meeting and the photographs released are as follows.",
        ),
        (
            "日程及び参加部隊は、別紙のとおりです。",
            "The units of the schedule are as shown in the attachment.",
            "The schedule and the participating units are as shown in the attachment.",
        ),
    ],
)
def test_two_things_that_follow_are_two(ja: str, wrong: str, right: str) -> None:
    assert len(messages(ja, wrong)) == 1
    assert messages(ja, right) == []


@pytest.mark.parametrize("ja", ["概要は以下のとおり。", "大臣と会談した結果の概要は以下のとおり。"])
def test_one_thing_is_one(ja: str) -> None:
    assert messages(ja, "The outline is as follows.") == []
