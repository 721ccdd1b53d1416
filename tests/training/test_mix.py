"""Mixing checkpoints: a weighted mean, of the same model only."""

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the product does not")

from training.mix import mix, read_weights  # noqa: E402

A, B = {"w": torch.tensor([1.0, 2.0])}, {"w": torch.tensor([3.0, 6.0])}


def test_the_mean_is_weighted():
    assert mix([(A, 0.75), (B, 0.25)])["w"].tolist() == [1.5, 3.0]


def test_one_alone_stays_as_it_is():
    assert mix([(A, 1.0)])["w"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize("parts", [[(A, 0.5), (B, 0.4)], [(A, 0.5), ({"v": B["w"]}, 0.5)]], ids=["shares", "names"])
def test_what_cannot_be_mixed_is_refused(parts):
    with pytest.raises(ValueError, match=r"must sum|different models"):
        mix(parts)


def test_a_whole_checkpoint_and_an_average_are_both_read(tmp_path):
    torch.save({"model": A, "update": 3}, tmp_path / "last.pt")
    torch.save(A, tmp_path / "average.pt")
    assert read_weights(tmp_path / "last.pt")["w"].tolist() == read_weights(tmp_path / "average.pt")["w"].tolist()
