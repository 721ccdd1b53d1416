"""Sentence and clause boundaries; whatever the text, the spans tile it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.sentences import split_long, split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["会談した。", "次回は来年である。"],
        ["訓練を行った。　", "終わり。"],
        ["「行く。必ず行く。」と述べた。", "以上。"],
        ["方針（令和７年。改定済み）に基づく。", "以上"],
        ["本当か？", "確かである！", "続ける。"],
        ["「前進！」の精神で進む。", "以上。"],
        ["どうする？と尋ねた。"],
        ["続く……。", "終わり。"],
        ["なぜ!? ", "分からない。"],
        ["長さは１２．５ｍ、幅は3.5mである。", "以上。"],
        ["U.S. forces took part. ", "No. 3 followed, cf. Annex 1. ", "The end."],
        ["Japan vs. Australia. ", "訓練は続く。"],
        ["See www.example.jp/?q=1 for more. ", "詳細は別紙。"],
        ["Gen. Sato met Dr. Lee at 10 a.m. on Monday."],
        ["括弧が閉じない（注の文。", "次の文。"],
        ["１行目\n", "２行目"],
        ["東京で開催した．", "次回は大阪である．"],
        ["了。）"],
        ["概要"],
        [],
    ],
)
def test_sentences(expected):
    """Joined and cut again, the sentences are the same."""
    assert sentences("".join(expected)) == expected


TEXTS = st.text("東京の会談。、！？!?.．「」（）()【】ABab 12\n　…；", max_size=80)


@given(TEXTS)
def test_sentences_tile_the_text(text):
    """No character is lost or doubled, no sentence is empty."""
    spans = split_sentences(text)

    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]


@given(TEXTS, st.integers(1, 30))
def test_clauses_tile_the_text_and_keep_the_limit(text, limit):
    """Whatever the text holds, no piece is longer than the engine takes."""
    spans = split_long(text, limit)

    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= limit for start, end in spans)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("訓練は順調であったが、天候が悪化し、中止した。", 16, ["訓練は順調であったが、", "天候が悪化し、中止した。"]),
        ("甲、乙、丙の三か国；東京、大阪の二都市", 14, ["甲、乙、丙の三か国；", "東京、大阪の二都市"]),
        ("会合（甲国、乙国、丙国）に出席し、議論した。", 18, ["会合（甲国、乙国、丙国）に出席し、", "議論した。"]),
        ("支援額は１２３４５６７円であった", 9, ["支援額は", "１２３４５６７円で", "あった"]),
        ("短い文。", 10, ["短い文。"]),
    ],
)
def test_long_sentences_are_cut_at_clauses(text, limit, pieces):
    """；before clause ends before any 、; outside of brackets; figures stay whole."""
    assert [text[start:end] for start, end in split_long(text, limit)] == pieces


def test_a_limit_below_one_is_refused():
    """No piece could hold a character."""
    with pytest.raises(ValueError, match="leaves no text"):
        split_long("文", 0)


def test_many_brackets_take_no_long_time():
    """Unclosed brackets by the thousand must not make the work quadratic."""
    text = "「（" * 20_000 + "」" * 20_000 + "。" * 5

    assert sum(end - start for start, end in split_sentences(text)) == len(text)
