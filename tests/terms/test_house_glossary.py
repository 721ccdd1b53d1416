"""The built-in glossary at work: what whole phrases of papers come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.findings import Code
from briefgen.model.segment import Strength
from briefgen.resources import glossary_files
from briefgen.terms.constraints import Constrainer
from briefgen.terms.csv_format import read_glossary
from briefgen.terms.glossary import Glossary
from briefgen.terms.lint import lint
from briefgen.terms.persons import PersonFinder
from briefgen.terms.style import HouseStyle

CASES = Path(__file__).parent.parent / "cases" / "constraints" / "house_glossary.txt"


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
