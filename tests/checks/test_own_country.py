"""我が国 in a quotation is the country of who speaks."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind

SAID = "“It is beneficial to Japan, too.”"


def messages(ja, en, constraints=()):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, Rung.INLINE, Status.MACHINE, constraints, verify(ja, en, constraints).marks)
    found = list(CHECKS["own-country"](row, Location()))
    assert all((one.code, one.severity) == (Code.SENSE_UNSURE, Severity.WARNING) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("ja", "who"),
    [
        ("駐日大使は「我が国にも有益だ」と語った。", "駐日大使"),
        ("会談の後、ハヴリル国防次官は、学校を見学し、「わが国にも有益だ」と語った。", "ハヴリル国防次官"),
        ("フィリピンの外相が「我が国にも有益だ」と語った。", "フィリピンの外相"),
    ],
)
def test_of_who_comes_from_elsewhere_it_may_not_be_japan(ja, who):
    country = (bind(ja, "フィリピン", "the Philippines", "country"),) if "フィリピン" in ja else ()
    (message,) = messages(ja, f"He said {SAID}", country)

    assert message.endswith(f"is said by {who}, so it may not be Japan")


@pytest.mark.parametrize(
    "ja",
    [
        "大臣は「我が国にも有益だ」と語った。",
        "フィリピンの演習で、統合幕僚長は「我が国にも有益だ」と語った。",
        "駐日大使は、我が国の機体を視察した。",
        "駐日大使は「有益だ」と語り、大臣は「我が国も同じだ」と述べた。",
    ],
)
def test_of_others_it_is(ja):
    country = (bind(ja, "フィリピン", "the Philippines", "country"),) if "フィリピン" in ja else ()

    assert messages(ja, f"He said {SAID}", country) == []


def test_english_without_japan_is_not_asked():
    assert messages("駐日大使は「我が国にも有益だ」と語った。", "He said “It is beneficial to our country.”") == []
