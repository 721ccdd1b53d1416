"""Expansion: every slot is filled with what the product would compute, and the pair's hits say where."""

import random
from pathlib import Path

import pytest

from briefgen.model.segment import ConstraintKind
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.glossary.glossary import Glossary
from briefgen.translation.patterns import FITTING, read_patterns
from training.corpora import Pair
from training.domain import product_hits
from training.expand import Filler, expand_patterns

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def glossary():
    read = [read_glossary(path.read_bytes(), path.name).value for path in sorted((ROOT / "glossary").glob("*.csv"))]
    return Glossary().merged_with(read).value


@pytest.fixture(scope="module")
def filler(glossary):
    return Filler(Constrainer(glossary), glossary, random.Random(1))


def test_every_slot_kind_can_be_filled(filler):
    assert [kind for kind in FITTING if not filler.pool(kind, 60)] == []


def test_a_filling_is_what_the_product_computes(filler):
    found = {filling.ja: filling for filling in filler.pool("duration", 60)}

    assert all(filling.kind is ConstraintKind.DURATION for filling in found.values())
    assert all(("約" in ja) == ("approximately" in filling.en) for ja, filling in found.items())


def test_pairs_hold_their_hits(filler):
    """Each hit's Japanese and English stand in the pair."""
    ja = "{date}{time}から{duration}、{person1}は、{person2}と会談した。"
    line = f"{ja}\tOn {{date}}, {{person1}} met {{person2}} for {{duration}} from {{time}}."
    pairs = list(expand_patterns(read_patterns(line.encode(), "p"), filler, 20, random.Random(2)))

    assert len({pair.ja for pair, _ in pairs}) > 15
    for pair, hits in pairs:
        assert len(hits) == 5
        assert "{" not in pair.ja + pair.en
        assert all(hit.english in pair.en for hit in hits)
        assert sorted(hit.kind for hit in hits) == ["d", "d", "p", "p", "q"]


def test_product_hits_take_the_wording_of_the_english(glossary):
    """An accepted form that the English has is what the model is asked for."""
    pair = Pair("防衛省は、10月17日に発表した。", "The MOD announced it on 17 October.")

    hits = product_hits(pair, Constrainer(glossary))

    assert {"MOD", "17 October"} <= {hit.english for hit in hits}
