"""Makes a checkpoint larger without changing what it computes, so that a run can go on with more room.

New units of a feed-forward map and new layers get weights of their own on the way in and none on the way out
(Net2Net, Chen et al. 2016): the larger model says what the smaller one said, until it is trained.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from training.network import Size

__all__ = ["deepen", "grow", "widen"]

_WAYS_OUT = ("sa.o", "ff.b")
"""The maps of an encoder layer whose results are added to what flows past it."""


def widen(state: Mapping[str, Tensor], inner: int) -> dict[str, Tensor]:
    """The weights with `inner` units in every feed-forward map; the new ones are drawn at random.

    Raises:
        ValueError: there are more of them already.
    """
    wider = dict(state)
    for name in [name for name in state if name.endswith("ff.a.weight")]:
        layer, (units, width) = name.removesuffix("a.weight"), state[name].shape
        if units > inner:
            raise ValueError(f"{layer} has {units} units, more than {inner}")
        added = torch.empty(inner - units, width).uniform_(-1, 1) / math.sqrt(width)
        wider[name] = torch.cat([state[name].float(), added])
        wider[f"{layer}a.bias"] = torch.cat([state[f"{layer}a.bias"].float(), torch.zeros(inner - units)])
        wider[f"{layer}b.weight"] = torch.cat([state[f"{layer}b.weight"].float(), torch.zeros(width, inner - units)], 1)
    return wider


def deepen(state: Mapping[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The weights with `layers` encoder layers; each new one is a copy of the one below that adds nothing yet.

    Raises:
        ValueError: there are more of them already, or less than half.
    """
    present = Size.of(state).encoder_layers
    if not present <= layers <= 2 * present:
        raise ValueError(f"{present} layers cannot become {layers}")
    doubled = {present - 1 - number * present // (layers - present) for number in range(layers - present)}
    deeper = {name: value for name, value in state.items() if not name.startswith("enc.")}
    place = 0
    for number in range(present):
        own = {name.split(".", 2)[2]: value for name, value in state.items() if name.startswith(f"enc.{number}.")}
        for copy in range(2 if number in doubled else 1):
            for name, value in own.items():
                adds = copy and name.startswith(_WAYS_OUT)
                deeper[f"enc.{place}.{name}"] = torch.zeros_like(value) if adds else value.clone()
            place += 1
    return deeper


def grow(state: Mapping[str, Tensor], inner: int, layers: int) -> dict[str, Tensor]:
    """The weights with more encoder layers and wider feed-forward maps."""
    return widen(deepen(state, layers), inner)


def main() -> None:
    """Write the grown checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="average.pt of a run")
    parser.add_argument("target", type=Path)
    parser.add_argument("--inner", type=int, default=Size().inner, help="units of a feed-forward map")
    parser.add_argument("--layers", type=int, default=Size().encoder_layers, help="layers of the encoder")
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.save(grow(torch.load(options.checkpoint, map_location="cpu"), options.inner, options.layers), options.target)


if __name__ == "__main__":
    main()
