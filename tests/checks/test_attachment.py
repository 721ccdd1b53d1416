"""What stands in the English for another thing is shown, with both figures named."""

import pytest

from briefgen.checks import attachment
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind

MOVED = "機体は３千メートルまで降下した。"


def row(ja, en, *constraints, rung=Rung.INLINE, status=Status.MACHINE, are_exchanged=False):
    marks = verify(ja, en, constraints).marks
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    return TranslatedSegment(segment, en, rung, status, constraints, marks, exchanged=marks if are_exchanged else ())


def messages(one):
    found = list(attachment.check(one, Location()))
    assert all((each.code, each.severity) == (Code.ATTACHMENT_UNSURE, Severity.WARNING) for each in found)
    return [each.message for each in found]


def test_what_has_changed_places_is_named():
    ja = "先方５名、当方６名"
    figures = bind(ja, "５", "5", "number"), bind(ja, "６", "6", "number")

    assert messages(row(ja, "6 on their side, 5 on ours", *figures, are_exchanged=True)) == [
        "“5” and “6” may each belong to what the other stands with"
    ]
    assert messages(row(ja, "5 on their side, 6 on ours", *figures)) == []


def test_an_end_that_has_become_a_beginning_is_shown():
    height = bind(MOVED, "３千メートル", "3,000 meters", "quantity")

    assert len(messages(row(MOVED, "The aircraft descended from 3,000 meters.", height))) == 1
    assert messages(row(MOVED, "The aircraft descended to 3,000 meters.", height)) == []


def test_a_beginning_may_be_one():
    ja = "機体は３千メートルから降下した。"

    assert (
        messages(row(ja, "It descended from 3,000 meters.", bind(ja, "３千メートル", "3,000 meters", "quantity"))) == []
    )


@pytest.mark.parametrize("way", [{"rung": Rung.SOURCE_KEPT}, {"status": Status.REVIEWED}])
def test_rows_that_no_model_made_are_passed_over(way):
    height = bind(MOVED, "３千メートル", "3,000 meters", "quantity")

    assert messages(row(MOVED, "It descended from 3,000 meters.", height, **way)) == []
