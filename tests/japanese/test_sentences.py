"""Sentence and clause boundaries; whatever the text, the spans tile it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.sentences import split_long, split_sentences

CASES = Path(__file__).parents[1] / "cases" / "sentences"


def cases(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("case", cases("sentences.txt"))
def test_sentences(case):
    """Joined and cut again, the sentences are the same."""
    text = case.replace("|", "")

    assert "|".join(text[start:end] for start, end in split_sentences(text)) == case


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("text", ["（" * 40_000 + "」" * 40_000, "「（" * 40_000 + "』" * 40_000 + "」。" * 40_000])
def test_brackets_without_a_partner_are_looked_for_once(text):
    assert "".join(text[start:end] for start, end in split_sentences(text)) == text


def test_an_empty_text_has_no_sentence():
    assert split_sentences("") == []


TEXTS = st.text('東京の会談。、！？!?.．「」（）()【】“”"ABab 12\n　…；', max_size=80)


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


@pytest.mark.parametrize("case", cases("long.txt"))
def test_long_sentences_are_cut_at_clauses(case):
    """；before clause ends, then 。 in a quote, before any 、; outside of brackets; figures stay whole."""
    limit, pieces = case.split("\t")
    text = pieces.replace("|", "")

    assert "|".join(text[start:end] for start, end in split_long(text, int(limit))) == pieces


def test_a_limit_below_one_is_refused():
    """No piece could hold a character."""
    with pytest.raises(ValueError, match="leaves no text"):
        split_long("文", 0)


def test_many_brackets_take_no_long_time():
    """Unclosed brackets by the thousand must not make the work quadratic."""
    text = "「（" * 20_000 + "」" * 20_000 + "。" * 5

    assert sum(end - start for start, end in split_sentences(text)) == len(text)


def test_an_open_bracket_swallows_nothing():
    """However much follows, every sentence behind it stands alone."""
    assert len(split_sentences("会談した（詳細は「未定。" + "次の文である。" * 500)) == 501
