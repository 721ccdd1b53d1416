"""Peoples and languages."""

import pytest

from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher
from briefgen.terms.places.peoples import find_peoples

LANDS = Glossary(
    "g",
    (
        Term("フィリピン", "Philippines", "country", note="adj:Philippine"),
        Term("ロシア", "Russia", "country", note="adj:Russian"),
        Term("ハワイ", "Hawaii", "place"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("フィリピン人船員", [("フィリピン人", "Filipino")]),
        ("ロシア人２名", [("ロシア人", "Russian")]),
        ("ロシア語とフィリピン語", [("ロシア語", "Russian"), ("フィリピン語", "Filipino")]),
        ("フィリピン人材", []),
        ("ロシア人口", []),
        ("ロシアで語る", []),
        ("ハワイ人", []),
    ],
)
def test_country_and_people(text, expected):
    found = find_peoples(text, Matcher(LANDS).find_all(text))

    assert [(one.source, one.english) for one in found] == expected
