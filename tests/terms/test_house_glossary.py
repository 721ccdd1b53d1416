"""The built-in glossary at work: what whole phrases of papers come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.findings import Code
from briefgen.japanese.folding import is_hiragana
from briefgen.model.segment import Strength
from briefgen.model.style import HouseStyle
from briefgen.resources import glossary_files
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.glossary.glossary import Glossary
from briefgen.terms.persons.persons import PersonFinder
from briefgen.terms.upkeep.lint import lint
from briefgen.terms.verify import locate_all

CASES = Path(__file__).parent.parent / "cases" / "constraints" / "house_glossary.txt"


FIELDS = (
    "administration", "agriculture", "consular", "cyber", "disaster", "economy", "education", "energy", "environment",
    "equipment", "general", "health", "law", "personnel", "police", "procurement", "science", "transport",
)  # fmt: skip
"""The files of words by field."""


def read_cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def house() -> Glossary:
    first, *others = [read_glossary(path.read_bytes(), path.name).value for path in glossary_files()]
    return first.merged_with(others).value


@pytest.fixture(scope="module")
def constrainer(house):
    return Constrainer(house)


@pytest.mark.parametrize(("source", "expected"), read_cases())
def test_case(source, expected, constrainer):
    """Exactly these constraints, with their strength."""
    found = constrainer.constrain_text(source, 2024)
    marks = {Strength.MUST: "", Strength.SHOULD: " (should)"}

    assert " ; ".join(one.english + marks[one.strength] for one in found) == (expected if expected != "-" else "")


def test_acronyms_have_their_expansion(constrainer):
    found = {one.english: one.expansion for one in constrainer.constrain_text("IP4、ITPP、STRATCOM COE")}

    assert found == {
        "IP4": "Indo-Pacific Four",
        "ITPP": "Individually Tailored Partnership Programme",
        "STRATCOM COE": "Strategic Communications Centre of Excellence",
    }


def test_a_surname_of_two_people_is_reported_where_no_country_tells_them_apart(house):
    finder = PersonFinder(house, HouseStyle())

    assert [finding.code for finding in finder.find("シン国防大臣は").findings] == [Code.AMBIGUOUS_TERM]
    assert finder.find("インドのシン国防大臣は").findings == ()


def test_the_built_in_glossary_has_no_lint(house):
    assert [str(finding.where) for finding in lint(house)] == []


def test_common_nouns_only_should_stand_there(house):
    """Words whose English varies with the sentence are no errors when they are missing."""
    common = {"発表", "担当者", "隊員", "支援", "協力", "会談", "部隊", "艦艇", "航空機", "情報共有", "訓練"}

    assert {term.ja for term in house.terms if term.ja in common and term.strength is Strength.MUST} == set()


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("余震に注意", "Watch out for aftershocks."),
        ("下請企業", "subcontractors"),
        ("同社の子会社", "its subsidiaries"),
        ("温室効果ガス", "greenhouse gases"),
        ("給水車２両", "two water trucks"),
        ("開札日時", "the dates and times of bid opening; the date and time of bid opening"),
        ("仮設住宅", "Temporary housing units were built."),
        ("殺処分した", "Some 30,000 chickens were culled."),
        ("殉職者", "those who died in the line of duty"),
    ],
)
def test_plurals_and_inflections_are_right_too(source, english, constrainer):
    found = constrainer.constrain_text(source, 2024)

    assert None not in locate_all(english, [one for one in found if one.strength is Strength.MUST])


def test_words_by_field_stand_in_a_sentence_as_they_are(house):
    """No article, one meaning each, with the place where the English was found."""
    words = [term for term in house.terms if term.origin.partition(".")[0] in FIELDS]
    first = {term.en.split()[0] for term in words}

    assert len(words) > 900
    assert first.isdisjoint({"a", "an", "the", "A", "An", "The"})
    assert [term.ja for term in words if not term.source or term.status != "provisional"] == []


def test_words_by_field_are_nouns(house):
    """None ends inside a verb: what ends in hiragana is a noun made of one (通行止め) or of an adjective (深さ)."""
    ends = {
        term.ja[-1]
        for term in house.terms
        if term.origin.partition(".")[0] in FIELDS and is_hiragana(term.ja[-1]) and term.strength is Strength.MUST
    }

    assert ends.isdisjoint("うくすつぬむるでだた")
