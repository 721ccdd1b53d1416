"""Muon: momentum whose matrices are made orthogonal before each update (Jordan et al. 2024, Newton-Schulz of degree 5).

An update of Adam follows a few strong directions of a matrix; here all directions count alike, and as many tokens teach
more. The size of an update is matched to that of Adam (Liu et al. 2025, "Muon is scalable for LLM training"), so that
both share one rate.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor, nn

__all__ = ["Muon", "matrices"]

_STEPS = ((3.4445, -4.7750, 2.0315),) * 5
"""The coefficients of each step, from Jordan et al.: singular values end between 0.7 and 1.2."""
_LIKE_ADAM = 0.2
"""The root mean square of an entry of Adam's updates."""


def matrices(model: nn.Module) -> list[nn.Parameter]:
    """The weights that map activations to activations; embeddings, biases and norms are left to Adam."""
    return [m.weight for m in model.modules() if isinstance(m, nn.Linear)]


class Muon(torch.optim.Optimizer):
    """Updates matrices; `lr` is a rate that would suit Adam."""

    def __init__(
        self, parameters: Iterable[nn.Parameter], lr: float, momentum: float = 0.95, weight_decay: float = 0.01
    ) -> None:
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self) -> None:  # type: ignore[override]
        """One update of each matrix that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[tuple[int, ...], list[nn.Parameter]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    by_shape.setdefault(tuple(matrix.shape), []).append(matrix)
            for alike in by_shape.values():
                directions = orthogonal(torch.stack([self._direction(matrix, group["momentum"]) for matrix in alike]))
                for matrix, direction in zip(alike, directions, strict=True):
                    matrix.mul_(1 - group["lr"] * group["weight_decay"])
                    matrix.add_(direction, alpha=-group["lr"] * _LIKE_ADAM * math.sqrt(max(matrix.shape)))

    def _direction(self, matrix: nn.Parameter, momentum: float) -> Tensor:
        """Where the gradients of late point, a step ahead (Nesterov)."""
        gradient, state = matrix.grad, self.state[matrix]
        assert gradient is not None
        if "gradients" not in state:
            state["gradients"] = torch.zeros_like(matrix)
        gathered: Tensor = state["gradients"].mul_(momentum).add_(gradient)
        return gradient.add(gathered, alpha=momentum)


def orthogonal(stack: Tensor) -> Tensor:
    """The nearest matrices, about, whose singular values are all one; in bf16 within, as both papers do."""
    is_tall = stack.shape[1] > stack.shape[2]
    x = (stack.transpose(1, 2) if is_tall else stack).bfloat16()
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for first, third, fifth in _STEPS:
        gram = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=third, alpha=fifth), x, beta=first)
    return (x.transpose(1, 2) if is_tall else x).float()
