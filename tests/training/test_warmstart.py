"""Reading a package back: the weights that were packed, as near as int8 keeps them."""

import sys
import zipfile
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the product does not")

from training import warmstart  # noqa: E402
from training.export import Parts, pack_package  # noqa: E402
from training.network import Size, Transformer  # noqa: E402

SHIPPED = Path(__file__).parents[2] / "models" / "translate-ja_en.argosmodel"
FORWARD = Size(vocabulary=16_032, width=64, heads=1, inner=24, encoder_layers=3, decoder_layers=1)
BACKWARD = Size(vocabulary=16_032, width=64, heads=1, inner=16, encoder_layers=2, decoder_layers=2)


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """A package of two small models of unlike shapes, its vocabulary, and the weights that went in."""
    folder = tmp_path_factory.mktemp("packed")
    vocabulary, card, package = folder / "sp.model", folder / "card.md", folder / "own.argosmodel"
    with zipfile.ZipFile(SHIPPED) as shipped:
        vocabulary.write_bytes(shipped.read("translate-ja_en/sentencepiece.model"))
    card.write_text("# A model\n", encoding="utf-8")
    torch.manual_seed(3)
    states = [Transformer(size).state_dict() for size in (FORWARD, BACKWARD)]
    checkpoints = [folder / "forward.pt", folder / "backward.pt"]
    for state, checkpoint in zip(states, checkpoints, strict=True):
        torch.save(state, checkpoint)
    pack_package(Parts(checkpoints[0], vocabulary, card, checkpoints[1]), "9", package)
    return package, vocabulary.read_bytes(), states


def read_back(monkeypatch, package: Path, target: Path, *options: str) -> dict[str, torch.Tensor]:
    """What the command writes for this package."""
    monkeypatch.setattr(sys, "argv", ["warmstart", str(package), str(target), *options])
    warmstart.main()
    return torch.load(target)


@pytest.mark.parametrize(("options", "which"), [([], 0), (["--backward"], 1)])
def test_each_direction_comes_back_in_its_own_shape_with_its_weights(packed, tmp_path, monkeypatch, options, which):
    package, _, states = packed
    state = read_back(monkeypatch, package, tmp_path / "deep" / "again.pt", *options)
    assert Size.of(state) == (FORWARD, BACKWARD)[which]
    assert set(state) == set(states[which])
    for name, weight in states[which].items():
        assert torch.allclose(state[name], weight, atol=float(weight.abs().max()) / 127), name


def test_the_vocabulary_comes_out_as_it_went_in(packed, tmp_path, monkeypatch):
    package, vocabulary, _ = packed
    read_back(monkeypatch, package, tmp_path / "again.pt", "--vocabulary", str(tmp_path / "sp.model"))
    assert (tmp_path / "sp.model").read_bytes() == vocabulary
