"""What the ladder needs of a translation engine, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["UNMARKED", "Capabilities", "Engine", "Hypothesis", "ReadBack", "Tokenizer"]

_BACKWARD_SHARE = 0.35
"""What the backward score counts beside the forward one; on the validation pairs 0.2 to 0.5 make no difference."""
UNMARKED = ("", "")
"""Markers of an engine that was trained with none, but mostly copies English that stands in the Japanese."""


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Text to pieces and back, as two functions."""

    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One candidate translation of one sentence; `score` is the mean log probability of a piece."""

    text: str
    score: float | None = None
    was_truncated: bool = False
    """True when the input was longer than the engine takes, or the output ran into its limit."""
    backward: float | None = None
    """The mean log probability of a piece of the sentence, read back from this English; None where nothing can."""

    @property
    def merit(self) -> float:
        """Both scores together (noisy channel, Yee et al. 2019): by it hypotheses of one sentence are ordered."""
        return (self.score or 0.0) + _BACKWARD_SHARE * (self.backward or 0.0)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How well a sentence could be read back from its English: its pieces, each with its log probability."""

    pieces: tuple[tuple[str, float], ...]


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

    def read_back(self, pairs: Sequence[tuple[str, str]]) -> list[ReadBack] | None:
        """How well each sentence, written as `translate` is given it, is read back from its English.

        None where the engine has no model from English to Japanese.

        Raises:
            TranslationError: the engine stopped.
        """
        ...
