"""Other spellings of a form: long vowels at the end of loanwords, hyphens for middle dots, type numbers without one."""

from __future__ import annotations

import pytest

from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher
from briefgen.terms.spellings import other_spellings


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("サーバー", ["サーバ"]),
        ("セキュリティ", ["セキュリティー"]),
        ("サーバ室", ["サーバー室"]),
        ("ブルー・フラッグ", ["ブルーーフラッグ"]),
        ("F-15戦闘機", ["F15戦闘機"]),
        ("ＰＡＣ－３", ["PAC3"]),
        ("C-2", []),
        ("バレー", []),
        ("ミサイル", []),
        ("スロー作戦", []),
        ("防衛省", []),
    ],
)
def test_other_spellings(form, expected):
    assert list(other_spellings(form)) == expected


def test_few_spellings_of_a_long_form_are_looked_at():
    assert len(list(other_spellings("サーバー・" * 9))) == 15


def found(text: str, *terms: Term) -> list[str]:
    return [match.term.en for match in Matcher(Glossary("g", terms)).find(text)]


@pytest.mark.parametrize("text", ["レーダで探知", "対空レーダーで", "レーダ―で", "ﾚｰﾀﾞ局"])
def test_a_final_vowel_may_be_long_or_not(text):
    assert found(text, Term("レーダー", "radar")) == ["radar"]
    assert found(text, Term("レーダ", "radar")) == ["radar"]


@pytest.mark.parametrize("joint", ["・", "･", "＝", "=", "゠", "-", "‐", ""])
def test_words_in_katakana_may_be_joined_by_any_mark(joint):
    assert found(f"ユーロ{joint}アトランティック地域", Term("ユーロ・アトランティック", "Euro-Atlantic")) == [
        "Euro-Atlantic"
    ]


@pytest.mark.parametrize(
    "text", ["F-15戦闘機", "Ｆ－１５戦闘機", "Fー15戦闘機", "F15戦闘機", "Ｆ１５戦闘機", "F‐15戦闘機"]
)
def test_a_type_number_is_found_with_and_without_its_hyphen(text):
    assert found(f"空自の{text}が", Term("F-15戦闘機", "F-15 fighter")) == ["F-15 fighter"]


def test_what_the_glossary_writes_goes_before_another_spelling():
    terms = (Term("コンピューター", "computing machine"), Term("コンピュータ", "computer"))

    assert found("コンピューターとコンピュータ", *terms) == ["computing machine", "computer"]


def test_case_and_word_borders_hold_for_other_spellings_too():
    assert found("pac3とPAC3とPAC33", Term("PAC-3", "PAC-3")) == ["PAC-3"]
    assert found("スーパーレーダサイト", Term("レーダー", "radar")) == []


def test_names_of_places_are_spelt_in_one_way():
    """ローマー is a person."""
    assert found("ローマー氏", Term("ローマ", "Rome", kind="place")) == []
    assert found("ローマ市", Term("ローマ", "Rome", kind="place")) == ["Rome"]
