"""What the rules say of pairs that people wrote."""

import pytest

from briefgen.cli.loading import load_glossary
from briefgen.model.style import HouseStyle
from briefgen.terms.constraints import Constrainer
from briefgen.terms.persons.bearers import NOBODY
from training.corpora import Pair
from training.refused import objections


@pytest.fixture(scope="module")
def constrainer():
    return Constrainer(load_glossary(()).value, HouseStyle())


@pytest.mark.parametrize(
    ("ja", "en", "names"),
    [
        ("３隻が四日近く捜索した。", "Three ships searched for nearly 4 days.", []),
        ("３隻が四日近く捜索した。", "Three ships searched for nearly a week.", ["refused"]),
        ("修理は３日間では終わらなかった。", "The repair ended in 3 days.", ["negation"]),
    ],
)
def test_a_pair_is_refused_or_objected_to_where_it_says_otherwise(ja, en, names, constrainer):
    assert [name for name, _ in objections(Pair(ja, en), constrainer, NOBODY)] == names
