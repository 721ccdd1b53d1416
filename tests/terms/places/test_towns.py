"""Towns by their usual reading."""

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.terms.places.towns import find_towns

READINGS = {
    "輪島": "ワジマ",
    "金沢": "カナザワ",
    "昭和町": "ショウワマチ",
    "敦化": "トンカ",
    "真珠": "シンジュ",
    "呉": "クレ",
}


def read(text):
    return tuple(
        (text.index(name), text.index(name) + len(name), kana) for name, kana in READINGS.items() if name in text
    )


def test_a_town_has_its_usual_reading_and_a_finding():
    outcome = find_towns("輪島港に入った。", (), read)

    (town,) = outcome.value
    assert (town.source, town.english, town.kind) == ("輪島", "Wajima", ConstraintKind.NAME)
    assert town.strength is Strength.SHOULD
    assert "Wajima City" in town.accepted
    (finding,) = outcome.findings
    assert (finding.code, finding.severity) == (Code.READING_UNVERIFIED, Severity.INFO)
    assert "輪島" in finding.message
    assert "Wajima" in finding.message


def test_what_is_part_of_the_name_is_translated():
    (town,) = find_towns("広島県呉市昭和町", (), read).value

    assert (town.english, town.accepted) == ("Showa Town", ("Showa-machi", "Showa", "Showa City"))


@pytest.mark.parametrize("text", ["中国の敦化で", "吉林省敦化市で"])
def test_a_town_abroad_is_not_read_but_reported(text):
    outcome = find_towns(text, (), read)

    assert outcome.value == ()
    assert [finding.code for finding in outcome.findings] == [Code.NAME_UNKNOWN]


@pytest.mark.parametrize("text", ["真珠湾で", "呉に", "大金沢山"])
def test_a_part_of_a_longer_word_is_no_town(text):
    """Nor is a single kanji."""
    assert find_towns(text, (), read) == find_towns("", (), read)


def test_what_is_known_is_not_read_again():
    known = Constraint(Span(0, 2), "輪島", "Wajima", ConstraintKind.NAME)

    assert find_towns("輪島で", (known,), read).value == ()


def test_without_a_reader_there_are_none():
    assert find_towns("輪島で", (), None).value == ()


def test_a_word_in_katakana_that_may_be_a_name_is_reported():
    outcome = find_towns("ラファール戦闘機", (), lambda _: ((0, 5, ""),))

    assert outcome.value == ()
    assert [(finding.code, finding.severity) for finding in outcome.findings] == [(Code.NAME_UNKNOWN, Severity.INFO)]


def test_a_known_word_in_katakana_is_not():
    known = Constraint(Span(0, 5), "ラファール", "Rafale", ConstraintKind.NAME)

    assert find_towns("ラファール戦闘機", (known,), lambda _: ((0, 5, ""),)).findings == ()
