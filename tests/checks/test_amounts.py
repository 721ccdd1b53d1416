"""What the sentence says of its figures."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.verification import verify


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        (
            "誘導弾３基と１個中隊を展開した。",
            "One 3 missiles and company were deployed.",
            "3 missiles and one company were deployed.",
        ),
        ("戦闘機２４機と車両１２両が来た。", "24 12 fighters came.", "24 fighters and 12 vehicles came."),
        ("１回につき５万円だった。", "It was 50,000 yen per person.", "It was 50,000 yen per time."),
        ("１２隻がＭ３．２の２日後に来た。", "12 came 2 days after M 3.2.", "12 came 2 days after M 3.2."),
    ],
)
def test_two_figures_side_by_side(ja, wrong, right):
    def found(english):
        constraints = find_placeables(ja, HouseStyle()).value
        segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
        marks = verify(ja, english, constraints).marks
        row = TranslatedSegment(segment, english, Rung.INLINE, Status.MACHINE, constraints, marks)
        return [one.code for one in CHECKS["amounts"](row, Location())]

    assert found(wrong) == [Code.BOUND_UNSURE] * (wrong != right)
    assert found(right) == []
