import pytest

torch = pytest.importorskip("torch", reason="the model is trained where torch is installed")

from training.muon import Muon, matrices, orthogonal  # noqa: E402
from training.network import Size, Transformer  # noqa: E402

SMALL = Size(vocabulary=64, width=64, heads=1, inner=96, encoder_layers=1, decoder_layers=1, positions=16)


@pytest.mark.parametrize("shape", [(3, 32, 80), (3, 80, 32), (2, 32, 32)])
def test_singular_values_become_about_one(shape):
    torch.manual_seed(1)

    made = orthogonal(torch.randn(shape) * 7.0)

    values = torch.linalg.svdvals(made)
    assert made.shape == shape
    assert values.min() > 0.3
    assert values.max() < 1.3


def test_directions_are_kept():
    torch.manual_seed(1)
    left, right = (torch.linalg.qr(torch.randn(24, 24))[0] for _ in range(2))
    uneven = left @ torch.diag(torch.linspace(0.2, 3.0, 24)) @ right

    (made,) = orthogonal(uneven[None])

    assert torch.dist(made, left @ right) < 0.5 * torch.dist(uneven, left @ right)


def test_embeddings_biases_and_norms_are_no_matrices():
    model = Transformer(SMALL)

    found = {id(weight) for weight in matrices(model)}

    for name, weight in model.named_parameters():
        assert (id(weight) in found) == (weight.ndim == 2 and name != "emb.weight"), name


def test_an_update_is_as_large_as_one_of_adam():
    torch.manual_seed(1)
    matrix = torch.nn.Parameter(torch.zeros(48, 96))
    matrix.grad = torch.randn(48, 96) * 1e-4

    Muon([matrix], lr=1e-3, weight_decay=0.0).step()

    assert matrix.detach().square().mean().sqrt().item() == pytest.approx(0.2e-3, rel=0.2)


def test_a_small_problem_is_learned():
    torch.manual_seed(1)
    wanted, given = torch.randn(16, 24), torch.randn(24, 200)
    matrix = torch.nn.Parameter(torch.zeros(16, 24))
    optimiser = Muon([matrix], lr=0.5, weight_decay=0.0)
    losses = []
    for step in range(60):
        optimiser.param_groups[0]["lr"] = 0.5 * (1 - step / 60)
        loss = ((matrix @ given - wanted @ given) ** 2).mean()
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()

    assert losses[-1] < 0.01 * losses[0]


def test_a_matrix_without_a_gradient_stays():
    matrix = torch.nn.Parameter(torch.ones(4, 4))

    Muon([matrix], lr=1.0).step()

    assert torch.equal(matrix.detach(), torch.ones(4, 4))
