"""Annotation: what is written into a training pair is what the product will write, and nothing is lost."""

import random
import re

from training.annotate import CLOSE, OPEN, SLOTS, Hit, LexiconFinder, annotate, find_figures
from training.corpora import Pair, fold, is_clean, without_near_twins

TALKS = Pair("10月17日、中谷防衛大臣は2,500人と会った。", "On October 17, Defense Minister Nakatani met 2,500 people.")


def test_figures_are_found_with_their_english_form():
    hits = {(TALKS.ja[h.start : h.end], h.english, h.kind) for h in find_figures(TALKS)}

    assert {("10月17日", "October 17", "d"), ("2,500", "2,500", "q")} <= hits


def test_a_figure_that_the_english_does_not_have_is_no_hit():
    assert find_figures(Pair("3隻が参加した。", "Three vessels took part.")) == []


def test_lexicon_hits_keep_the_case_of_the_english_and_whole_words():
    finder = LexiconFinder({"防衛大臣": [("defense minister", "x")], "会う": [("met", "x")]})

    (hit,) = finder(TALKS)
    assert (TALKS.ja[hit.start : hit.end], hit.english) == ("防衛大臣", "Defense Minister")


def test_annotated_pairs_can_be_undone():
    """Every marker closes, every slot stands once on each side, and filling the slots gives the first pair back."""
    hits = [*find_figures(TALKS), Hit(7, 13, "Defense Minister Nakatani", "p")]
    forms = set()
    for seed in range(60):
        pair = annotate(TALKS, hits, random.Random(seed))
        slots = [slot for slot in SLOTS if slot in pair.ja]
        forms.add((bool(slots), OPEN in pair.ja))
        assert pair.ja.count(OPEN) == pair.ja.count(CLOSE)
        assert all(pair.ja.count(slot) == pair.en.count(slot) == 1 for slot in slots)
        assert re.sub(r"<[dqpx]\d>", "@", pair.en).count("@") == len(slots)
        if not slots:
            assert pair.en == TALKS.en

    assert forms == {(False, False), (False, True), (True, False), (True, True)}


def test_hits_that_overlap_are_not_both_taken():
    hits = [Hit(7, 13, "Defense Minister Nakatani", "p"), Hit(9, 13, "Defense Minister", "x")]

    assert all(annotate(TALKS, hits, random.Random(seed)).ja.count(OPEN) <= 1 for seed in range(30))


def test_unclean_pairs_are_seen():
    assert is_clean(TALKS)
    assert not is_clean(Pair("両大臣は会談した。", "両大臣 met."))
    assert not is_clean(Pair("No Japanese here at all", "No Japanese here at all"))
    assert not is_clean(Pair("両大臣は協力の強化について一致した。", "Yes."))


def test_near_twins_of_held_out_sentences_are_left_out():
    twin = Pair("10月17日、中谷防衛大臣は2,500人の隊員と会った。", "On October 17, …")
    other = Pair("護衛艦が港に入った。", "A destroyer entered the port.")

    assert without_near_twins([twin, other], [TALKS]) == [other]


def test_folding_is_what_the_engine_is_given():
    assert fold("ＮＡＴＯ　と\t協力") == "NATO と 協力"


def test_links_say_which_stretch_of_the_english_says_what():
    hits = [*find_figures(TALKS), Hit(7, 13, "Defense Minister Nakatani", "p")]
    for seed in range(40):
        pair = annotate(TALKS, hits, random.Random(seed))
        said = {(pair.ja[slice(*link.ja)], pair.en[slice(*link.en)]) for link in pair.links}
        assert len(said) == 3
        for ja, en in said:
            assert ja == en or (ja, en) in {
                ("10月17日", "October 17"), ("2,500", "2,500"), ("中谷防衛大臣", "Defense Minister Nakatani"),
            }  # fmt: skip


def test_a_plain_pair_is_linked_too():
    pair = annotate(TALKS, find_figures(TALKS), random.Random(1), limit=0)

    assert (pair.ja, pair.en) == (TALKS.ja, TALKS.en)
    assert [pair.ja[slice(*link.ja)] for link in pair.links] == ["10月17日", "2,500"]
