"""What the ladder needs of a translation engine, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["UNMARKED", "Capabilities", "Engine", "Hypothesis"]

UNMARKED = ("", "")
"""Markers of an engine that was trained with none, but mostly copies English that stands in the Japanese."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One candidate translation of one sentence; `score` is the mean log probability of a piece."""

    text: str
    score: float | None = None
    was_truncated: bool = False
    """True when the input was longer than the engine takes, or the output ran into its limit."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """How constraints can be written into what the engine is given.

    `markers` are the two symbols round an inline constraint, when the model was trained to obey them.
    `slot` is the shape of a symbol that the model was trained with, with ``{kind}`` and ``{number}`` in it, and
    `slots_per_kind` how many of a kind one sentence can hold. `symbols` are placeholders of any kind that were found to
    survive an engine without trained slots, in the order in which they are used.
    """

    markers: tuple[str, str] | None = None
    slot: str | None = None
    slots_per_kind: int = 0
    symbols: tuple[str, ...] = ()

    @property
    def masks(self) -> bool:
        """Whether a constraint can be given as a symbol."""
        return self.slot is not None or bool(self.symbols)


class Engine(Protocol):
    """A translator of sentences. It is given folded text and gives, for each sentence in order, its n best."""

    @property
    def name(self) -> str:
        """Name and version, as printed in the note."""
        ...

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the model, so that a note says exactly what made it."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """How constraints can be written for this engine."""
        ...

    def translate(self, sentences: Sequence[str], hypotheses: int = 1) -> list[tuple[Hypothesis, ...]]:
        """The `hypotheses` best translations of each sentence, best first.

        Raises:
            TranslationError: the engine stopped.
        """
        ...
