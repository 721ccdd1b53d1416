"""Ranks by the office or force beside them."""

import pytest

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.persons.ranks import fitting_rank, noted_rank
from briefgen.terms.persons.titles import TitlePhrase


def ranked(text, source, english, before=""):
    start = text.index(source)
    kind = ConstraintKind.PERSON
    return fitting_rank(text, Constraint(Span(start, start + len(source)), source, english, kind), before).english


@pytest.mark.parametrize(
    ("text", "source", "english", "expected"),
    [
        ("統合幕僚長　海将　齋藤　聡", "海将　齋藤　聡", "Vice Admiral Saito Akira", "Admiral Saito Akira"),
        ("航空幕僚長 空将", "空将", "Lieutenant General", "General"),
        ("陸上幕僚副長　陸将", "陸将", "Lieutenant General", "Lieutenant General"),
        ("統合幕僚長　海将補", "海将補", "Rear Admiral", "Rear Admiral"),
        ("仏海軍のデュポン大将", "デュポン大将", "General Dupont", "Admiral Dupont"),
        ("仏海軍のデュポン中将", "デュポン中将", "Lieutenant General Dupont", "Vice Admiral Dupont"),
        ("仏海軍と米陸軍のスミス大将", "スミス大将", "General Smith", "General Smith"),
        ("英国のスミス空軍大将", "スミス空軍大将", "General Smith", "Air Chief Marshal Smith"),
        ("豪空軍のスミス少将", "スミス少将", "Major General Smith", "Air Vice-Marshal Smith"),
        ("英国を訪れ、スミス空軍大将", "スミス空軍大将", "General Smith", "General Smith"),
        ("仏海軍の大将", "大将", "Commanding General", "Commanding General"),
        ("第９艦隊司令官のデュポン中将", "デュポン中将", "Lieutenant General Dupont", "Vice Admiral Dupont"),
        ("空母「サンタ・ルシア」艦長のスミス大佐", "スミス大佐", "Colonel Smith", "Captain Smith"),
        ("米沿岸警備隊のスミス大尉", "スミス大尉", "Captain Smith", "Lieutenant Smith"),
        ("スミス大佐（空母「サンタ・ルシア」艦長）", "スミス大佐", "Colonel Smith", "Captain Smith"),
        ("艦隊司令官を迎えた第２海兵師団のスミス少将", "スミス少将", "Major General Smith", "Major General Smith"),
        ("米陸軍のスミス大尉", "スミス大尉", "Captain Smith", "Captain Smith"),
        ("豪空軍のスミス中佐", "スミス中佐", "Lieutenant Colonel Smith", "Wing Commander Smith"),
        ("米空軍のスミス中佐", "スミス中佐", "Lieutenant Colonel Smith", "Lieutenant Colonel Smith"),
        ("英国のスミス空軍大佐", "スミス空軍大佐", "Colonel Smith", "Group Captain Smith"),
    ],
)
def test_the_word_before_decides(text, source, english, expected):
    assert ranked(text, source, english) == expected


def test_the_office_in_the_cell_before_decides():
    assert ranked("海将", "海将", "Vice Admiral", "統合幕僚長") == "Admiral"
    assert ranked("海将", "海将", "Vice Admiral", "自衛艦隊司令官") == "Vice Admiral"
    assert ranked("新任の海将", "海将", "Vice Admiral", "統合幕僚長") == "Vice Admiral"


@pytest.mark.parametrize(
    ("rank", "forms", "about", "expected"),
    [
        ("大将", ("General",), "Admiral, Commander of a fleet; Mr.", "Admiral"),
        ("大将", ("General",), "surname:Dupont; Admiral (France), Chief of Staff", "Admiral"),
        ("大将", ("General",), "General, Commander; earlier adviser to an Admiral", "General"),
        ("中将", ("Lieutenant General",), "Vice Admiral, Commander of a fleet", "Vice Admiral"),
        ("国防大臣", ("Defense Minister",), "Admiral; Defense Minister", "Defense Minister"),
    ],
)
def test_the_note_on_the_person_decides(rank, forms, about, expected):
    title = TitlePhrase(Span(0, 2), forms, is_composed=False, general=rank)

    assert noted_rank(title, about).forms[0] == expected
