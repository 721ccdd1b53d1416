"""The model says how sure it was of a sentence; below a bound the row asks to be read."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, TranslatedSegment

__all__ = ["LEAST_SCORE", "check"]

LEAST_SCORE = -0.60
"""Mean log probability of a piece. Of the validation rows 108 above it have chrF 64.1, 184 below it 50.5."""

_BY_ENGINE = {Rung.INLINE, Rung.SLOTS, Rung.RERANKED}


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """LOW_CONFIDENCE (warning) where the hypothesis that won scored under `LEAST_SCORE`."""
    if translated.rung not in _BY_ENGINE or not translated.attempts:
        return
    score = translated.attempts[-1].score
    if score is not None and score < LEAST_SCORE:
        yield Finding(
            Code.LOW_CONFIDENCE,
            Severity.WARNING,
            "The model was not sure; only figures, names and terms are verified",
            where,
            "Compare with the Japanese",
        )
