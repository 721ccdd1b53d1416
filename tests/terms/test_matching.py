"""Where terms stand: width and dots folded, word borders by script, the longest first."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.segment import Span, Strength
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher

CASES = Path(__file__).parent.parent / "cases" / "matching"


def read_cases() -> list[tuple[str, str]]:
    lines = [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def matcher(glossary):
    return Matcher(Glossary("small", tuple(term for term in glossary.terms if term.kind not in ("title", "person"))
                            + tuple(term for term in glossary.terms if "事務総長" in term.ja)))  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), read_cases())
def test_case(source, expected, matcher):
    """An abbreviation that stands in the text itself is shown instead of the English it is short for."""
    found = [m.term.abbr if m.form == m.term.abbr else m.term.en for m in matcher.find(source)]

    assert (" ; ".join(found) or "-") == expected


def test_span_is_that_of_the_source():
    """Half-width kana with voicing marks and a variation selector keep their places."""
    (match,) = Matcher(Glossary("g", (Term("ガイド", "guide"),))).find("　ｶﾞｲﾄﾞ\ufe00と")

    assert match.span == Span(1, 7)


def test_part_terms_stand_inside_longer_words():
    whole, part = (Glossary("g", (Term("鉄帽", "helmet", is_part=is_part),)) for is_part in (False, True))

    assert Matcher(whole).find("新型鉄帽班") == ()
    assert [match.term.en for match in Matcher(part).find("新型鉄帽班")] == ["helmet"]


def test_part_terms_do_not_break_common_words():
    assert Matcher(Glossary("g", (Term("米軍", "U.S. Forces", is_part=True),))).find("米軍事施設") == ()


@pytest.mark.parametrize(
    ("term", "inside", "alone"),
    [
        ("海の日", "日本海の日本側", "海の日は休館"),
        ("成人の日", "成人の日本人", "成人の日、式典"),
        ("台風の目", "台風の目的地", "台風の目に入った"),
    ],
)
def test_a_term_does_not_end_inside_a_common_word(term, inside, alone):
    matcher = Matcher(Glossary("g", (Term(term, "found"),)))

    assert [matcher.find(inside), len(matcher.find(alone))] == [(), 1]


def test_rivals_are_named_and_the_firmer_status_wins():
    terms = (Term("演練", "drill", status="proposed"), Term("演練", "rehearsal", status="approved"))
    (match,) = Matcher(Glossary("g", terms)).find("演練")

    assert match.term.en == "rehearsal"
    assert [term.en for term in match.rivals] == ["drill"]


def test_own_japanese_goes_before_a_variant():
    terms = (Term("総合演習", "general exercise", variants=("大演習",)), Term("大演習", "grand exercise"))

    assert [match.term.en for match in Matcher(Glossary("g", terms)).find("大演習")] == ["grand exercise"]


def test_empty_glossary_finds_nothing():
    assert Matcher(Glossary()).find("何もない") == ()


@given(st.text(alphabet="防衛省自隊日本ＮＡＴＯNATO・のカナー 1１", max_size=30))
def test_matches_never_overlap_and_fold_to_their_form(text):
    terms = (Term("防衛省", "MOD"), Term("防衛", "defense"), Term("NATO", "NATO"), Term("日本", "Japan"))
    matches = Matcher(Glossary("g", terms)).find(text)

    assert all(a.span.end <= b.span.start for a, b in pairwise(matches))
    assert all(match.form in ("防衛省", "防衛", "NATO", "日本") for match in matches)


def test_twenty_thousand_terms_and_many_pages_are_no_trouble():
    """A long text is matched in one pass: the number of matches is what it must be."""
    terms = tuple(Term(f"第{number}号計画書", f"plan {number}") for number in range(20_000))

    assert len(Matcher(Glossary("g", terms)).find("第77号計画書を見る。" * 500)) == 500


def test_a_term_does_not_take_the_end_of_a_longer_word():
    """法の支配 in 国際法の支配: 法 belongs to 国際法."""
    matcher = Matcher(Glossary("g", (Term("国際法", "international law"), Term("法の支配", "rule of law"))))

    assert [match.term.en for match in matcher.find("国際法の支配と法の支配")] == ["international law", "rule of law"]


def found(text: str, *terms: Term) -> list[str]:
    return [match.term.en for match in Matcher(Glossary("g", terms)).find(text)]


def test_a_context_says_in_which_sentences_a_term_counts():
    """The meaning that asks for a context goes before the one that stands everywhere."""
    ship = Term("規程", "standing orders", note="context:艦|ＳＨＩＰ")
    other = Term("規程", "bylaws")

    assert found("艦の規程", ship, other) == ["standing orders"]
    assert found("shipの規程", other, ship) == ["standing orders"]
    assert found("会社の規程", ship, other) == ["bylaws"]
    assert found("会社の規程", ship) == []


def test_a_context_may_exclude():
    term = Term("規程", "bylaws", note="MOD usage; context:!艦")

    assert found("会社の規程", term) == ["bylaws"]
    assert found("艦の規程", term) == []


def test_letter_case_counts_as_the_note_says():
    """By itself only in capitals."""
    assert found("ITとit", Term("IT", "information technology")) == ["information technology"]
    assert found("ITとit", Term("IT", "information technology", note="case:any")) == ["information technology"] * 2
    assert found("Aegisとaegis", Term("Aegis", "Aegis")) == ["Aegis"] * 2
    assert found("Aegisとaegis", Term("Aegis", "Aegis", note="case:exact")) == ["Aegis"]


def test_an_ordinary_word_joined_to_a_stranger_is_part_of_a_name():
    """A middle dot between two words that are known divides them; a person's given name is none of them."""
    building = Term("ビル", "building", strength=Strength.SHOULD)
    others = (Term("クレーン", "crane", strength=Strength.SHOULD), Term("カイト", "Kite", kind="person"))

    assert found("ビル・ナダルがビルを", building) == ["building"]
    assert found("ナダル・ビル", building) == []
    assert found("ビル・クレーン", building, *others) == ["building", "crane"]
    assert found("ビル・カイト", building, *others) == ["Kite"]
    assert found("ビル・ナダル", Term("ビル", "Bill")) == ["Bill"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("空母ジョージ・ワシントンが入港", []),
        ("ワシントン・ポスト紙", []),
        ("ワシントン・ニューヨーク間", ["Washington, D.C.", "New York"]),
        ("パリ・マッチ", ["Paris"]),
        ("クーパー　ワシントン", ["Washington, D.C."]),
        ("米国・ワシントン", ["Washington, D.C."]),
    ],
)
def test_a_place_is_no_part_of_a_longer_name(source, expected):
    places = [("ワシントン", "Washington, D.C."), ("ニューヨーク", "New York"), ("パリ", "Paris")]

    assert found(source, *(Term(ja, en, "place") for ja, en in places)) == expected


@pytest.mark.parametrize(
    ("source", "is_found"), [("海外相互", False), ("環境相当の", False), ("環境相は", True), ("外相会談", True)]
)
def test_an_office_does_not_take_the_beginning_of_a_word(source, is_found):
    """相 ends 外相 and begins 相互."""
    offices = [Term(ja, "Minister", "title", is_part=True) for ja in ("外相", "環境相")]

    assert bool(found(source, *offices)) is is_found


def test_a_town_is_no_end_of_a_longer_name():
    matcher = Matcher(
        Glossary("g", (Term("鳴浜市", "Naruhama City", "place"), Term("沖県", "Oki Prefecture", "place")))
    )

    assert [match.term.en for match in matcher.find("沖県鳴浜市")] == ["Oki Prefecture", "Naruhama City"]
    assert matcher.find("近井鳴浜市で") == ()
