"""What papers and reviewed sentences suggest for the glossary."""

from __future__ import annotations

import pytest

from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.upkeep.mining import mine
from briefgen.terms.upkeep.pairing import Pairs

PAPER = (
    "paper.txt",
    [
        "ＴＭＤＩ：Trial Maritime Data Initiative（試験海洋資料構想）を進める。",
        "カマラ国防大臣は、試験監視網の整備に触れた。",
        "両者は試験監視網及びＴＭＤＩを歓迎した。同訓練も行う。",
        "山川 太（やまかわ・ふとし）防衛大臣は訓練に出席した。",
    ],
)


@pytest.fixture(scope="module")
def candidates(glossary):
    return {one.ja: one for one in mine([PAPER], glossary, {})}


def test_acronyms_come_with_what_the_paper_says(candidates):
    one = candidates["TMDI"]

    assert (one.why, one.en, one.count) == ("acronym", "Trial Maritime Data Initiative", 2)
    assert one.cells["status"] == "proposed"
    assert one.cells["source"] == "paper.txt"
    assert candidates["試験海洋資料構想"].en == "Trial Maritime Data Initiative"


def test_names_before_titles_wait_for_their_english(candidates):
    one = candidates["カマラ"]

    assert (one.why, one.en, one.cells["kind"]) == ("person", "", "person")
    assert "Minister" in one.cells["note"]


def test_names_with_a_reading_are_romanised_and_given_once(candidates):
    one = candidates["山川太"]

    assert (one.en, one.cells["reading"]) == ("Yamakawa Futoshi", "やまかわ ふとし")
    assert "山川" not in candidates


def test_compounds_come_with_count_and_context(candidates):
    one = candidates["試験監視網"]

    assert (one.why, one.count, one.en) == ("compound", 2, "")
    assert one.contexts[0] == ("paper.txt", "カマラ国防大臣は、試験監視網の整備に触れた。")


def test_what_is_rare_or_known_is_not_suggested(glossary, candidates):
    more = Glossary("g", (*glossary.terms, Term("試験監視網", "trial watch net"), Term("TMDI", "TMDI", "acronym")))
    again = {one.ja for one in mine([PAPER], more, {})}

    assert not {"試験監視網", "TMDI"} & again
    assert "同訓練" not in candidates
    assert "試験監視網" not in {one.ja for one in mine([PAPER], glossary, {}, least=3)}


def test_a_name_is_no_part_of_a_compound(glossary):
    texts = ["カマラ国防大臣は述べた。", "試験機構カマラ試験部会の設置。", "カマラ試験部会の開催。"]

    assert "カマラ試験部会" not in {one.ja for one in mine([("p", texts)], glossary, {})}


def test_the_counter_of_a_figure_is_no_part_of_a_compound(glossary):
    texts = ["２０２３年試験策定の方針", "2024年試験策定"]

    assert [one.ja for one in mine([("p", texts)], glossary, {})] == ["試験策定"]


REVIEWED = {
    "試験監視網を整備する。": "Japan will build the Trial Watch Net.",
    "試験監視網の費用": "the cost of the Trial Watch Net",
    "試験計画を作る。": "Japan will draw up a plan.",
    "費用": "cost",
}


def test_reviewed_sentences_suggest_english_they_agree_on(glossary):
    (one,) = [one for one in mine([], glossary, REVIEWED) if one.ja == "試験監視網"]

    assert (one.en, one.contexts[0][0]) == ("Trial Watch Net", "reviewed sentences")


@pytest.mark.parametrize(("word", "english"), [("試験監視網", "Trial Watch Net"), ("試験計画", ""), ("訓練", "")])
def test_one_sentence_alone_suggests_nothing(word, english):
    assert Pairs(REVIEWED).suggest(word) == english


def test_a_phrase_that_stands_everywhere_is_not_suggested():
    sentences = {
        "甲の試験": "a test of Japan",
        "乙の試験": "another check of Japan",
        "丙": "Japan",
        "丁": "Japan",
        "戊": "Japan",
    }

    assert Pairs(sentences).suggest("の試験") == ""
