"""What of the constraints written into a sentence an answer lost."""

import pytest

from briefgen.translation.engines.engine import Capabilities
from briefgen.translation.obedience import count_lost

TRAINED = Capabilities(markers=("<t>", "</t>"), slot="<{kind}{number}>", slots_per_kind=8)
GIVEN = "<d1>、<t> Defense Minister </t>は<t> NATO </t>を訪問した。"


@pytest.mark.parametrize(
    ("english", "lost"),
    [
        ("On <d1>, the Defense Minister visited NATO.", 0),
        ("On <d1>, the Minister of Defense visited NATO.", 1),
        ("The Defense Minister visited NATO.", 1),
        ("On <d1> and <d1>, the Defense Minister visited NATO.", 1),
        ("He went there.", 3),
    ],
    ids=["all", "a term said otherwise", "a slot lost", "a slot doubled", "nothing"],
)
def test_each_lost_constraint_counts_once(english, lost):
    assert count_lost(GIVEN, english, TRAINED) == lost


def test_a_capital_at_the_start_of_a_sentence_is_no_loss():
    assert count_lost("<t> joint training </t>を実施した。", "Joint training was conducted.", TRAINED) == 0


def test_an_engine_that_was_not_trained_to_obey_loses_nothing():
    assert count_lost(GIVEN, "He went there.", Capabilities(symbols=("X1", "X2"))) == 0


def test_what_only_looks_like_a_slot_is_none():
    assert count_lost("<D1>と<d>を見よ。", "See them.", TRAINED) == 0
