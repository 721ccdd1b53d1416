"""Figures that the English says more often than the Japanese does."""

import pytest

from briefgen.checks import repeats
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables


def messages(ja, en, rung=Rung.INLINE, status=Status.MACHINE):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, rung, status, find_placeables(ja, HouseStyle()).value)
    found = list(repeats.check(row, Location()))
    assert all((one.code, one.severity) == (Code.REPETITION, Severity.WARNING) for one in found)
    return [one.message for one in found]


def test_a_figure_said_twice_is_told():
    assert messages("全体の約５６％を占める。", "About 56 percent of all account for 56 percent.") == [
        "56 stands 2 times in the English and not so often in the Japanese"
    ]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("全体の約５６％を占める。", "It accounts for about 56 percent."),
        ("東部も西部も２１名である。２１名が残る。", "East and west have 21; 21 remain."),
        ("７月１２日から１２日間行う。", "It lasts for 12 days from July 12."),
        ("令和７年から７年間とする。", "It is for 7 years from 2025."),
        ("東側に３隻、西側にも３隻いる。", "3 are east, 3 west and 3 elsewhere."),
    ],
)
def test_what_the_japanese_says_as_often_and_single_digits_are_not(ja, en):
    assert messages(ja, en) == []
