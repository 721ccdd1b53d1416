"""Packing: ids of both sides, and links from target pieces to source pieces."""

import random

import numpy as np
import pytest
import sentencepiece

from training.annotate import annotate, find_figures
from training.corpora import Link, Pair
from training.domain import product_hits, vary, with_groups
from training.expand import Filler
from training.prepare import encode, link_pieces, load_product, pack, split_validation

PAIRS = [
    Pair(f"{day}日、第{day}護衛隊は訓練を実施した。", f"On the {day}th, Escort Division {day} conducted training.")
    for day in range(4, 29)
]


@pytest.fixture(scope="module")
def pieces(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pieces")
    (folder / "text.txt").write_text("".join(f"{p.ja}\n{p.en}\n" for p in PAIRS), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "text.txt"), model_prefix=str(folder / "sp"), vocab_size=400, byte_fallback=True,
        user_defined_symbols=["<t>", "</t>"], pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=2,
        split_digits=True, hard_vocab_limit=False,
    )  # fmt: skip
    return sentencepiece.SentencePieceProcessor(model_file=str(folder / "sp.model"))


def test_pieces_know_the_bytes_they_cover(pieces):
    text = "7日、訓練を実施した。"
    found = encode(text, pieces, sampled=False)

    assert "".join(text.encode()[a:b].decode() for a, b in found.spans) == text
    assert list(found.within(0, 1)) == [n for n, (a, b) in enumerate(found.spans) if a < 1 < b + 1 and b > 0]
    assert list(found.within(0, 0)) == []


def test_a_constraint_copied_piece_by_piece_is_linked_piece_by_piece(pieces):
    pair = Pair("<t> training </t>を実施した。", "They conducted training.", (Link((4, 12), (15, 23)),))
    source, target = encode(pair.ja, pieces, False), encode(pair.en, pieces, False)
    rows = link_pieces(pair, source, target)

    assert {target.ids[t] for t, _, _ in rows} <= set(source.ids)
    assert all(end == first + 1 and source.ids[first] == target.ids[t] for t, first, end in rows)


def test_other_links_point_at_the_whole_stretch(pieces):
    pair = Pair("訓練を実施した。", "They conducted training.", (Link((0, 2), (15, 23)),))
    source, target = encode(pair.ja, pieces, False), encode(pair.en, pieces, False)
    rows = link_pieces(pair, source, target)

    assert rows
    assert {(first, end) for _, first, end in rows} == {(source.within(0, 6).start, source.within(0, 6).stop)}


def test_packing_keeps_both_sides_and_leaves_out_what_is_too_long(pieces, tmp_path):
    count = pack([*PAIRS, Pair("訓練を実施した。" * 80, "They trained.")], pieces, tmp_path / "train.npz", PAIRS[:3])

    with np.load(tmp_path / "train.npz") as packed:
        assert count == len(PAIRS) + 3 == len(packed["source_offsets"]) - 1
        first = packed["target_ids"][: packed["target_offsets"][1]].tolist()
        assert pieces.decode(first) == PAIRS[0].en
        assert packed["link_ids"].shape == (0, 3)


def test_held_out_pairs_leave_no_near_twin_behind():
    kept, held_out = split_validation([*PAIRS, Pair("全く別の文である。", "A different sentence.")], count=5)

    assert len(held_out) == 5
    assert not set(held_out) & set(kept)
    assert all(pair.ja.startswith("全く") for pair in kept) or any(p.ja.startswith("全く") for p in held_out)


@pytest.fixture(scope="module")
def product(request):
    return load_product(request.config.rootpath / "glossary")


def test_varied_pairs_change_both_sides_together(product):
    """A person, a day or a sum changed in the Japanese is changed in the English, and every hit still stands."""
    constrainer, glossary = product
    pair = Pair(
        "中谷防衛大臣は10月17日、100億円の支援を説明した。",
        "On October 17, Defense Minister Nakatani explained the 10 billion yen in support.",
    )
    hits = [*product_hits(pair, constrainer)]
    assert {hit.filling for hit in hits} >= {"person", "day", "money"}
    filler, rng, seen = Filler(constrainer, glossary, random.Random(5)), random.Random(5), set()
    for _ in range(12):
        varied, moved = vary(pair, hits, filler, rng)
        seen.add(varied)
        for hit in moved:
            assert hit.english in varied.en
            (constraint,) = constrainer.constrain_text(varied.ja[hit.start : hit.end])[:1]
            assert constraint.english == hit.english

    assert len(seen) > 8


def test_figures_keep_their_place_when_names_change(product):
    constrainer, glossary = product
    pair = Pair("中谷防衛大臣は2,500人と会った。", "Defense Minister Nakatani met 2,500 people.")
    hits = [*product_hits(pair, constrainer), *find_figures(pair)]
    varied, moved = vary(pair, hits, Filler(constrainer, glossary, random.Random(2)), random.Random(4))

    assert all(hit.english in varied.en for hit in moved)
    assert any(varied.ja[hit.start : hit.end].startswith("2,500") for hit in moved)


def test_a_list_is_worded_as_the_product_words_it_and_is_one_constraint(product):
    constrainer, _ = product
    pair = Pair("日本、豪州及び韓国が参加した。", "The participants were Japan, Australia, and the ROK.")
    grouped = with_groups(pair, constrainer)
    assert grouped.en == "The participants were Japan, Australia and the Republic of Korea."

    hits = product_hits(grouped, constrainer)
    assert ("日本、豪州及び韓国", "Japan, Australia and the Republic of Korea") in {
        (pair.ja[hit.start : hit.end], hit.english) for hit in hits
    }


def test_what_is_given_inline_is_what_the_product_would_give(product):
    """The reference may say Japanese where the product writes Japan; as a slot it could not be undone."""
    constrainer, _ = product
    pair = Pair("日本の国民は歓迎した。", "The Japanese people welcomed it.")
    (hit,) = (h for h in product_hits(pair, constrainer) if pair.ja[h.start : h.end] == "日本")
    assert (hit.english, hit.given) == ("Japanese", "Japan")

    written = {annotate(pair, [hit], random.Random(seed)) for seed in range(30)}
    assert {p.ja for p in written} == {pair.ja, "<t> Japan </t>の国民は歓迎した。"}
    assert {p.en for p in written} == {pair.en}
    assert {p.en[slice(*link.en)] for p in written for link in p.links} == {"Japanese"}
