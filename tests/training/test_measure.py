"""Measuring obedience: the constraints given are drawn alike each time and judged exactly."""

import random
import re

from tests.engines import FakeEngine
from training.annotate import Hit
from training.corpora import Pair
from training.measure import choose, measure, obeyed, write

PAIR = Pair("両大臣は防衛協力と訓練を確認した。", "The ministers confirmed defense cooperation and training.")
HITS = [Hit(4, 8, "defense cooperation", "x"), Hit(4, 6, "defense", "x"), Hit(9, 11, "training", "x")]


def test_constraints_are_written_in_place_of_the_japanese():
    assert write(PAIR, [HITS[0], HITS[2]]) == ("両大臣は<t> defense cooperation </t>と<t> training </t>を確認した。")


def test_chosen_hits_do_not_overlap_and_are_the_same_for_a_seed():
    for seed in range(30):
        chosen = choose(HITS, random.Random(seed))
        assert 1 <= len(chosen) <= 2
        assert not {HITS[0], HITS[1]} <= set(chosen)
        assert chosen == choose(HITS, random.Random(seed))


def test_obedience_is_exact_but_for_a_first_capital():
    assert obeyed("Training and defense cooperation were confirmed.", [HITS[0], HITS[2]])
    assert not obeyed("Trainings were confirmed in defence cooperation.", [HITS[0]])


def copying(given: str) -> str:
    """What stands between the markers, and all else."""
    return given.replace("<t>", "").replace("</t>", "")


def test_a_copying_engine_obeys_everything():
    figures = measure([PAIR], FakeEngine(copying), lambda pair: HITS, seed=1)

    assert figures["all_obeyed_once"] == figures["all_obeyed"] == 100.0
    assert figures["sentences_with_constraints"] == 1
    assert figures["bleu"] < 10


def test_what_is_lost_once_may_be_kept_in_a_further_writing():
    slots = FakeEngine(lambda given: copying(given) if re.search("<x[1-8]>", given) else "Nothing.")

    figures = measure([PAIR], slots, lambda pair: HITS, seed=1)

    assert (figures["all_obeyed_once"], figures["all_obeyed"]) == (0.0, 100.0)
