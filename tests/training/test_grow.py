"""Growing a checkpoint: larger, and saying the same as before."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the product does not")

from training.grow import deepen, grow, widen  # noqa: E402
from training.network import Batch, Size, Transformer  # noqa: E402

SMALL = Size(vocabulary=40, width=64, heads=1, inner=8, encoder_layers=3, decoder_layers=1, positions=16)


def one_sentence() -> Batch:
    """A row of six pieces on each side, padded to eight."""
    ids = torch.tensor([[5, 6, 7, 8, 9, 3, 0, 0]])
    sentence, place = torch.tensor([[1, 1, 1, 1, 1, 1, 0, 0]]), torch.arange(8)[None]
    return Batch(ids, sentence, place, ids, sentence, place, ids, torch.zeros(1, 8, 8, dtype=torch.bool))


def model(state: dict[str, torch.Tensor]) -> Transformer:
    """A model of the size of these weights that holds them."""
    made = Transformer(Size.of(state)).eval()
    made.load_state_dict(state)
    return made


@pytest.fixture
def state():
    torch.manual_seed(3)
    return Transformer(SMALL).state_dict()


def test_the_size_of_a_checkpoint_is_read_from_its_weights(state):
    assert Size.of(state) == SMALL


def test_a_grown_model_says_the_same_as_before(state):
    grown = grow(state, inner=20, layers=5)
    assert (Size.of(grown).inner, Size.of(grown).encoder_layers) == (20, 5)
    before, after = (model(weights)(one_sentence())[0][:, :6] for weights in (state, grown))
    assert torch.allclose(before, after, atol=1e-5)


def test_what_is_new_can_be_trained(state):
    grown = model(grow(state, inner=20, layers=4)).train()
    grown(one_sentence())[0].square().sum().backward()
    assert grown.enc[3].ff.b.weight.grad.abs().sum() > 0
    assert grown.dec[0].ff.b.weight.grad[:, 8:].abs().sum() > 0


def test_every_layer_stands_in_its_order(state):
    deeper = deepen(state, 5)
    kept = [deeper[f"enc.{n}.sa.q.bias"] for n in range(5) if deeper[f"enc.{n}.sa.o.weight"].any()]
    assert [value.tolist() for value in kept] == [state[f"enc.{n}.sa.q.bias"].tolist() for n in range(3)]


@pytest.mark.parametrize(
    ("grown", "text"), [(lambda s: widen(s, 4), "more than 4"), (lambda s: deepen(s, 7), "3 layers")]
)
def test_what_cannot_be_grown_is_refused(state, grown, text):
    with pytest.raises(ValueError, match=text):
        grown(state)
