"""Persons that come from nowhere."""

import pytest

from briefgen.terms.persons.bearers import NOBODY, people_of


@pytest.mark.parametrize(
    ("english", "source", "strays"),
    [
        ("Minister Nakatani met with Rutte.", "大臣は会談した。", ["Nakatani", "Rutte"]),
        ("Minister Nakatani met with Rutte.", "中谷大臣はルッテ事務総長と会談した。", []),
        ("Minister Nakatani met with Rutte.", "中谷 元大臣はマルク・ルッテ氏と会談した。", []),
        ("He met with the Secretary General.", "事務総長と会談した。", []),
        ("the Nakatanis", "一家", []),
    ],
)
def test_persons_of_the_glossary(english, source, strays, glossary):
    assert [name for _, name in people_of(glossary).unlicensed(english, source, ())] == strays


def test_a_person_of_a_constraint_is_accounted_for(glossary):
    people = people_of(glossary)

    assert list(people.unlicensed("Minister Nakatani", "同大臣", ["Minister NAKATANI Gen"])) == []


def test_nobody_is_ever_missed():
    assert list(NOBODY.unlicensed("Minister Nakatani", "大臣", ())) == []
