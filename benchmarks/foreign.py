"""A trained engine treated like a foreign one, to tell what its markers are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.translation.engines.engine import Capabilities, Engine, Hypothesis, ReadBack
from briefgen.translation.engines.probing import SHAPES, probe_engine


@dataclass(frozen=True)
class _OtherCapabilities:
    """An engine that is said to have other capabilities than its own."""

    engine: Engine
    capabilities: Capabilities

    @property
    def name(self) -> str:
        """The name of the engine itself."""
        return self.engine.name

    @property
    def fingerprint(self) -> str:
        """That of the engine itself."""
        return self.engine.fingerprint

    def translate(self, sentences: Sequence[str], hypotheses: int = 1) -> list[tuple[Hypothesis, ...]]:
        """What the engine itself says."""
        return self.engine.translate(sentences, hypotheses)

    def read_back(self, pairs: Sequence[tuple[str, str]]) -> list[ReadBack] | None:
        """What the engine itself reads back."""
        return self.engine.read_back(pairs)


def without_markers(engine: Engine) -> Engine:
    """A trained engine treated like a foreign one: probed, and masked with what survives.

    Shapes that the engine was trained with are not tried, since no foreign engine would know them.
    """
    trained = engine.capabilities.slot
    known = {trained.format(kind="x", number=1)} if trained else set()
    shapes = {name: symbols for name, symbols in SHAPES.items() if known.isdisjoint(symbols)}
    return _OtherCapabilities(engine, probe_engine(engine, shapes).capabilities())
