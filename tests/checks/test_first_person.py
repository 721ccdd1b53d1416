"""An "I" that nobody in the Japanese says is told; one that somebody says, feels or quotes is not."""

import pytest

from briefgen.checks import first_person
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.verification import verify
from tests.translation.build import bind


def messages(ja, en, constraints=()):
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    marks = verify(ja, en, constraints).marks
    row = TranslatedSegment(segment, en, Rung.INLINE, Status.MACHINE, constraints, marks)
    found = list(first_person.check(row, Location()))
    assert all((one.code, one.severity) == (Code.SENSE_UNSURE, Severity.WARNING) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("ja", "en", "said"),
    [
        ("負傷者に日本人は含まれていませんでした。", "I didn't include Japanese among the injured.", "I"),
        ("様式は窓口で配布する。", "My form is handed out at the counter.", "My"),
        ("費用は後日請求される。", "I'll be charged for the cost later.", "I'll"),
    ],
)
def test_nobody_says_it(ja, en, said):
    assert messages(ja, en) == [f"Nobody in the Japanese says “{said}”"]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("私は反対した。", "I objected."),
        ("計画は妥当だと思う。", "I think the plan is sound."),
        ("予算の概要を説明いたします。", "I will explain the outline of the budget."),
        ("隊員は「行きたい」と述べた。", "The member said, “I want to go.”"),
        ("回答を差し控えたい。", "I would like to refrain from answering."),
        ("マイナンバーカードを配る。", "My Number Cards are handed out."),
        ("様式１は窓口で配布する。", "Form I-1 is handed out at the counter."),
    ],
)
def test_somebody_says_it_or_it_is_no_person(ja, en):
    assert messages(ja, en) == []


def test_what_the_glossary_gave_is_no_person():
    ja = "第１軍団が参加した。"

    assert messages(ja, "I Corps took part.", (bind(ja, "第１軍団", "I Corps"),)) == []
