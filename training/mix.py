"""Mixes the weights of checkpoints of one history: ``python -m training.mix OUT.pt A.pt=0.6 B.pt=0.25 C.pt=0.15``.

Runs that go on from each other's weights lie in one valley, and a mean of them is better than any (model soups,
Wortsman et al. 2022). What the last run has learned by heart of pairs that come round often is evened out by the
earlier ones. Shares are chosen by the loss on the validation pairs; they must sum to one.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

__all__ = ["mix", "read_weights"]


def read_weights(path: Path) -> dict[str, Tensor]:
    """The weights of a checkpoint, be it ``last.pt`` or an average."""
    state = torch.load(path, map_location="cpu")
    weights: dict[str, Tensor] = state.get("model", state)
    return weights


def mix(parts: Sequence[tuple[dict[str, Tensor], float]]) -> dict[str, Tensor]:
    """The weighted mean of weights of the same shapes.

    Raises:
        ValueError: the shares do not sum to one, or the weights have other names.
    """
    if not math.isclose(sum(share for _, share in parts), 1.0):
        raise ValueError("the shares must sum to one")
    names = parts[0][0].keys()
    if any(weights.keys() != names for weights, _ in parts):
        raise ValueError("the checkpoints are of different models")
    return {name: sum((weights[name].float() * share for weights, share in parts), torch.tensor(0.0)) for name in names}


def main() -> None:
    """Read, mix, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("parts", nargs="+", help="CHECKPOINT=SHARE")
    options = parser.parse_args()
    split = [part.rpartition("=") for part in options.parts]
    torch.save(mix([(read_weights(Path(path)), float(share)) for path, _, share in split]), options.target)


if __name__ == "__main__":
    main()
