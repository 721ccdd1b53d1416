"""Differences and least amounts that the English does not say as such."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind


def messages(ja, figure, english, en, status=Status.MACHINE):
    own = (bind(ja, figure, english, "quantity"),)
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, Rung.INLINE, status, own, verify(ja, en, own).marks)
    found = list(CHECKS["differences"](row, Location()))
    assert all(each.code is Code.BOUND_UNSURE for each in found)
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("ja", "en", "is_found"),
    [
        ("目標を５票上回った。", "The target exceeded 5 votes.", True),
        ("目標を５票上回った。", "It exceeded the target by 5 votes.", False),
        ("目標を５票上回った。", "It was 5 votes above the target.", False),
        ("次点を約５票上回った。", "It ranked second by 5 votes.", True),
        ("前年を５票下回った。", "It was down 5 votes from the previous year.", False),
        ("前年を５票下回った。", "It exceeded the previous year by 5 votes.", True),
        ("得票は５票を上回った。", "There were more than 5 votes.", False),
        ("基準を５票続けて上回った。", "It exceeded the standard 5 votes running.", False),
        ("反対は５票を下らない。", "There are not 5 votes against it.", True),
        ("反対は５票を下らない。", "There are no fewer than 5 votes against it.", False),
    ],
)
def test_a_difference_is_said_as_one(ja, en, is_found):
    assert bool(messages(ja, "５票", "5 votes", en)) is is_found
