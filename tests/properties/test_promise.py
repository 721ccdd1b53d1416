"""The promise as a property: whatever an engine says, a MUST constraint is in the English or in an error finding."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.checks import check_document
from briefgen.findings import Severity
from briefgen.model.segment import Strength
from briefgen.terms.verify import locate_all
from briefgen.translation.ladder import Means, translate_document
from tests.engines import FakeEngine
from tests.translation.build import bind, constraints_of, document

TEXT = "１０月１７日、中谷防衛大臣は、日本と豪州の防衛協力について、１２機の派遣を発表しました。"
OWN = (
    bind(TEXT, "１０月１７日", "October 17", "date"),
    bind(TEXT, "中谷防衛大臣", "Defense Minister Nakatani", "person"),
    bind(TEXT, "日本", "Japan", "country"),
    bind(TEXT, "豪州", "Australia", "country"),
    bind(TEXT, "１２機", "12 aircraft", "quantity"),
)
WORDS = st.lists(
    st.sampled_from(
        [
            "<d1>",
            "<p1>",
            "<x1>",
            "<q1>",
            "October 17",
            "Defense Minister Nakatani",
            "Japan",
            "and",
            "Australia",
            "12",
            "12 aircraft",
            "47",
            "announced",
            "the dispatch of",
            "on",
            "cooperation",
            "大臣",
            "the",
            ".",
        ]
    ),
    max_size=16,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_must_constraint_comes_back_or_is_reported(answers):
    segmented = document(TEXT)
    engine = FakeEngine(lambda _given: answers)

    translated = translate_document(segmented, constraints_of(segmented, OWN), Means(engine)).value
    findings = [f for f in check_document(translated) if f.severity is Severity.ERROR]

    (row,) = translated.segments
    places = locate_all(row.english, OWN)
    missing = [c for c, place in zip(OWN, places, strict=True) if place is None and c.strength is Strength.MUST]
    assert not missing or findings
    assert "47" not in row.english or findings
