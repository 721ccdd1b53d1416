"""Folding: what looks alike becomes alike, and places are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.folding import KANJI_RUN, fold, is_cjk, is_hiragana, is_kanji, is_katakana


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("ＮＡＴＯ", "NATO"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("１，２３４．５", "1,234.5"),
        ("センタ－の", "センターの"),
        ("コミュニケ―ション", "コミュニケーション"),
        ("ウメロフ･ウクライナ", "ウメロフ・ウクライナ"),
        ("IP‐4", "IP-4"),
        ("Ｆー１５", "F-15"),
        ("ジャン＝ピエール", "ジャン・ピエール"),
        ("Ａ＝Ｂ", "A=B"),
        ("中谷　元", "中谷元"),
        ("STRATCOM  COE", "STRATCOM COE"),
        ("１０ 月", "10月"),
        ("⻑官と⺠間", "長官と民間"),
        ("⼈事", "人事"),
        ("葛\U000e0100城", "葛城"),
        ("髙橋", "高橋"),
        ("①案", "①案"),
        ("10²と½", "10²と½"),
        ("㎞", "km"),
        ("“引用”", '"引用"'),
        (" 前後 ", "前後"),
        ("", ""),
    ],
)
def test_fold(source, folded):
    assert fold(source).text == folded


def test_places_point_into_the_source():
    """A voicing mark belongs to its letter; a symbol that becomes two letters gives both the same place."""
    folded = fold("約１０㎞ｶﾞ")

    assert folded.text == "約10kmガ"
    assert folded.source_span(3, 5) == (3, 4)
    assert folded.source_span(5, 6) == (4, 6)


def test_touches_tells_left_out_spaces():
    folded = fold("計画 三")

    assert [folded.touches(at) for at in range(4)] == [False, True, False, False]


def test_what_is_written_anew_comes_from_the_whole_stretch():
    folded = fold("約十・四分").rewritten(1, 4, "10.4")
    assert folded.text == "約10.4分"
    assert [folded.source_span(at, at + 1) for at in (0, 1, 4, 5)] == [(0, 1), (1, 4), (1, 4), (4, 5)]


def test_without_leaves_characters_out_and_keeps_places():
    folded = fold("欧州・大西洋").without("・")

    assert folded.text == "欧州大西洋"
    assert folded.source_span(2, 3) == (3, 4)


@given(st.text(max_size=40))
def test_every_folded_character_has_an_ordered_place(text):
    folded = fold(text)

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.lists(st.sampled_from([*"防衛ａA１・ー－カ①〜", "ｶﾞ"]), max_size=30))
def test_folding_twice_changes_nothing_more(pieces):
    once = fold("".join(pieces)).text

    assert fold(once).text == once


def test_a_run_of_kanji_is_of_kanji():
    """Each character that one of the two takes for kanji the other does, too."""
    chars = "亜々〆㐀䶿一鿿𠀀〇ー、あアA㋿\U0010ffff"

    assert [char for char in chars if KANJI_RUN.fullmatch(char)] == [char for char in chars if is_kanji(char)]


def test_scripts():
    assert is_kanji("衛")
    assert is_kanji("々")
    assert is_katakana("ー")
    assert is_hiragana("の")
    assert is_cjk("、")
    assert not any(test("A") for test in (is_kanji, is_katakana, is_hiragana, is_cjk))
