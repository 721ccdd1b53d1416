"""Figures, names and phrases that the English says more often than the Japanese does."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, Strength, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.verification import verify
from tests.translation.build import bind


def messages(ja, en, *named, rung=Rung.INLINE, status=Status.MACHINE, **more):
    terms = tuple(bind(ja, *one, **more) for one in named) or find_placeables(ja, HouseStyle()).value
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, rung, status, terms, verify(ja, en, terms).marks)
    found = list(CHECKS["repeats"](row, Location()))
    assert all((one.code, one.severity) == (Code.REPETITION, Severity.WARNING) for one in found)
    return [one.message for one in found]


def test_a_figure_said_twice_is_told():
    assert messages("全体の約５６％を占める。", "About 56 percent of all account for 56 percent.") == [
        "56 stands 2 times in the English and not so often in the Japanese"
    ]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("全体の約５６％を占める。", "It accounts for about 56 percent."),
        ("東部も西部も２１名である。２１名が残る。", "East and west have 21; 21 remain."),
        ("７月１２日から１２日間行う。", "It lasts for 12 days from July 12."),
        ("令和７年から７年間とする。", "It is for 7 years from 2025."),
        ("東側に３隻、西側にも３隻いる。", "3 are east, 3 west and 3 elsewhere."),
    ],
)
def test_what_the_japanese_says_as_often_and_single_digits_are_not(ja, en):
    assert messages(ja, en) == []


GABON = ("ガボン", "Gabon", "country")
MINISTERS = ("国防大臣", "Defense Minister")
VISITS, GEAR = ("往来", "exchange of visits"), ("装備", "equipment")


@pytest.mark.parametrize(
    ("ja", "wrong", "right", "named"),
    [
        ("来週、ガボンを訪問します。", "Gabon will visit Gabon next week.", "I will visit Gabon next week.", GABON),
        (
            "両国の国防大臣と会談する。",
            "The Defense Ministers meet with the Defense Ministers.",
            "They meet with the Defense Ministers.",
            MINISTERS,
        ),
        ("港の工事を急ぐ。", "It hurries the harbor works of the harbor works.", "It hurries the harbor works.", None),
    ],
)
def test_a_name_or_phrase_said_twice_is_told(ja, wrong, right, named):
    names = [named] if named else []

    assert len(messages(ja, wrong, *names)) == 1
    assert messages(ja, right, *names) == []


def test_of_words_that_only_should_stand_those_of_several_words_are_told():
    should = {"strength": Strength.SHOULD}

    assert len(messages("往来を促す。", "The exchange of visits is an exchange of visits.", VISITS, **should)) == 1
    assert messages("装備を更新する。", "Equipment becomes new equipment.", GEAR, **should) == []


def test_a_term_said_once_with_a_capital_and_once_without_is_told():
    twice = "The Defense Ministers meet the defense ministers."

    assert len(messages("両国の国防大臣と会談する。", twice, MINISTERS, accepted=("defense minister",))) == 1


@pytest.mark.parametrize(
    ("ja", "en", "named"),
    [
        ("ガボンは同国の港を開いた。", "Gabon opened the harbor of Gabon.", GABON),
        ("「港湾協定（ＰＡ：Port Accord）」", "Port Accord (PA: Port Accord)", ("港湾協定", "Port Accord")),
        ("「計画（ＰＬＡ：Plan Of Ours）」", "Plan of Ours (PLA: Plan Of Ours)", ("計画", "scheme")),
        ("我が国は支援を続ける。", "Japan will continue Japan's support.", ("我が国", "Japan", "country")),
        ("岸壁工事も道路工事も終えた。", "The works of the quay and the works of the road ended.", ("岸壁", "quay")),
    ],
)
def test_what_english_has_to_say_again_is_not(ja, en, named):
    assert messages(ja, en, named) == []


@pytest.mark.parametrize(
    ("en", "is_found"),
    [
        ("Five of the subsidy subsidies were paid.", True),
        ("Subsidies were paid.", False),
        ("It avoided naming names.", False),
        ("Gabon's order had had its effect.", False),
    ],
)
def test_a_word_beside_a_form_of_itself_is_told(en, is_found):
    assert bool(messages("補助金が払われた。", en)) is is_found


def test_a_name_beside_a_word_like_it_is_none():
    assert messages("合衆国は述べた。", "The United States stated it.", ("合衆国", "United States", "country")) == []
