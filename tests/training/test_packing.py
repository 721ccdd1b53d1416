"""Packing: every sentence once, nothing over the edge of a row, and a row's sentences blind to each other."""

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the product does not")

from training.network import BOS, EOS, FIRST_SLOT, PAD, Candidates, Dropout, Size, Transformer  # noqa: E402
from training.packing import WIDTH, Corpus, fill_rows  # noqa: E402

SENTENCES = [([5, 6, 7], [8, 9]), ([10], [11, 12, 13]), ([14, 15], [16])]


def corpus_of(sentences, links=()):
    arrays = {}
    for name, rows in {
        "source": [s for s, _ in sentences],
        "target": [t for _, t in sentences],
        "link": links or [[] for _ in sentences],
    }.items():
        arrays[f"{name}_offsets"] = np.cumsum([0, *map(len, rows)])
        flat = np.array([item for row in rows for item in row], np.uint16)
        arrays[f"{name}_ids"] = flat.reshape(-1, 3) if name == "link" else flat
    return Corpus(arrays)


def small_model():
    torch.manual_seed(0)
    return Transformer(Size(vocabulary=32, width=16, heads=4, inner=32, encoder_layers=2, decoder_layers=2)).eval()


def test_every_sentence_stands_in_one_row_and_fits():
    rng = random.Random(3)
    lengths = [(number, rng.randint(2, 111), rng.randint(2, 111)) for number in range(500)]
    rows = list(fill_rows(lengths))
    assert sorted(number for row in rows for number in row) == list(range(500))
    by_number = {number: (source, target) for number, source, target in lengths}
    for row in rows:
        assert sum(by_number[number][0] for number in row) <= WIDTH - 1
        assert sum(by_number[number][1] for number in row) <= WIDTH


def test_ordinary_sentences_leave_little_padding():
    rng = random.Random(4)
    lengths = [(number, 2 + rng.randint(3, 60), 2 + rng.randint(3, 60)) for number in range(2000)]
    rows = list(fill_rows(lengths))
    used = sum(max(source, target) for _, source, target in lengths) / (len(rows) * WIDTH)
    assert used > 0.9


def test_a_batch_holds_ids_numbers_and_places():
    batch = corpus_of(SENTENCES).batch([[0, 1], [2]])
    assert batch.source[0, :7].tolist() == [5, 6, 7, EOS, 10, EOS, PAD]
    assert batch.source_sentence[0, :7].tolist() == [1, 1, 1, 1, 2, 2, 0]
    assert batch.source_place[0, :7].tolist() == [0, 1, 2, 3, 0, 1, 0]
    assert batch.target[0, :8].tolist() == [BOS, 8, 9, BOS, 11, 12, 13, PAD]
    assert batch.wanted[0, :8].tolist() == [8, 9, EOS, 11, 12, 13, EOS, PAD]
    assert batch.target[1, :3].tolist() == [BOS, 16, PAD]


def test_links_move_with_their_sentence():
    batch = corpus_of(SENTENCES, [[], [(1, 0, 1)], []]).batch([[0, 1]])
    assert torch.nonzero(batch.links[0]).tolist() == [[3 + 1, 4 + 0]]


def test_backward_the_english_is_the_source_and_links_turn_with_it(tmp_path):
    np.savez(tmp_path / "set.npz", **corpus_of(SENTENCES, [[], [(1, 0, 1)], []]).arrays)

    batch = Corpus.load(tmp_path / "set.npz", backward=True).batch([[0, 1]])

    assert batch.source[0, :7].tolist() == [8, 9, EOS, 11, 12, 13, EOS]
    assert batch.wanted[0, :6].tolist() == [5, 6, 7, EOS, 10, EOS]
    assert torch.nonzero(batch.links[0]).tolist() == [[4 + 0, 3 + 1]]


def test_batches_go_on_pass_after_pass():
    batches = corpus_of(SENTENCES).batches(2, seed=1)
    seen = [next(batches) for _ in range(4)]
    assert all(batch.source.shape == (2, WIDTH) for batch in seen)
    starts = sum(int((batch.target == BOS).sum()) for batch in seen)
    assert starts >= 2 * 4  # at least one sentence a row


def test_a_row_gives_each_sentence_what_it_gets_alone():
    corpus, model = corpus_of(SENTENCES), small_model()
    with torch.no_grad():
        together, _ = model(corpus.batch([[0, 1, 2]]))
        alone = [model(corpus.batch([[number]]))[0][0, : len(t) + 1] for number, (_, t) in enumerate(SENTENCES)]
    assert torch.allclose(together[0, : 3 + 4 + 2], torch.cat(alone), atol=1e-5)


def test_the_loss_leaves_padding_out():
    corpus, model = corpus_of(SENTENCES), small_model()
    with torch.no_grad():
        one_row = model.loss(corpus.batch([[0, 1, 2]]), smoothing=0.0)
        three_rows = model.loss(corpus.batch([[0], [1], [2]]), smoothing=0.0)
    assert torch.allclose(one_row, three_rows, atol=1e-4)


def test_guidance_lowers_the_loss_of_one_who_looks_where_the_link_points():
    corpus, model = corpus_of(SENTENCES, [[(0, 0, 4)], [(0, 0, 2)], [(0, 0, 3)]]), small_model()
    with torch.no_grad():
        wide = model.loss(corpus.batch([[0], [1], [2]]), smoothing=0.0)
        plain = model.loss(corpus.batch([[0], [1], [2]]), smoothing=0.0, guided=False)
    assert torch.allclose(wide, plain, atol=1e-5)  # a link to the whole sentence asks for nothing


def test_candidates_hold_all_that_is_wanted_and_the_weight_of_the_rest():
    batch = corpus_of(SENTENCES).batch([[0, 1], [2]])
    among = Candidates.drawn(batch, 20, 32)
    assert len(among.ids) == len(set(among.ids.tolist())) == 20
    assert torch.equal(among.ids[among.wanted], batch.wanted)
    assert among.ids[0] == PAD
    used = len(torch.unique(batch.wanted))
    assert among.weight[used:].exp().sum() == pytest.approx(32 - used, rel=1e-4)


def test_among_all_candidates_the_loss_is_the_whole_one():
    corpus, model = corpus_of(SENTENCES), small_model()
    batch = corpus.batch([[0, 1, 2]])
    with torch.no_grad():
        some = model.loss(batch, Candidates.drawn(batch, 32, 32), smoothing=0.0)
        every = model.loss(batch, smoothing=0.0)
    assert torch.allclose(some, every, atol=1e-4)


def test_a_constraint_symbol_counts_twice_in_training_only():
    loss_of = {}
    for last in (FIRST_SLOT, FIRST_SLOT - 1):
        torch.manual_seed(5)
        model = Transformer(Size(16_002, 16, 2, 32, 1, 1, 64)).eval()
        batch = corpus_of([([5, 6], [7, last])]).batch([[0]])
        with torch.no_grad():
            each = [model.loss(batch, smoothing=0.0, guided=guided).item() for guided in (True, False)]
        loss_of[last] = each[0] - each[1]
    assert abs(loss_of[FIRST_SLOT]) > 1e-4
    assert loss_of[FIRST_SLOT - 1] == pytest.approx(0.0, abs=1e-4)


def test_dropout_drops_the_same_channels_along_a_row_and_nothing_in_evaluation():
    drop, x = Dropout(0.5), torch.ones(2, 5, 64)
    torch.manual_seed(3)
    dropped = drop(x)
    assert torch.equal(dropped, dropped[:, :1].expand_as(dropped))
    assert set(dropped.unique().tolist()) == {0.0, 2.0}
    assert torch.equal(drop.eval()(x), x)
