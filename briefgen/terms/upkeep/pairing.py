"""The English that reviewed sentences agree on for a Japanese word.

A phrase is suggested when it stands in the English of the sentences that hold the word and hardly anywhere else (Dice
coefficient of at least 0.8, two sentences or more); of equally good ones the longest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

__all__ = ["Pairs"]

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’./&-]*[A-Za-z0-9]|[A-Za-z0-9]")
_LONGEST = 6
_LEAST_SENTENCES = 2
_LEAST_DICE = 0.8
_EDGES = frozenset(
    [
        "a", "an", "and", "as", "at", "be", "been", "by", "for", "from", "has", "have", "he", "in", "into", "is", "it",
        "its", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to", "was", "were", "which", "will",
        "with",
    ]
)  # fmt: skip


class Pairs:
    """Reviewed sentences with the phrases of their English; made once, asked for many words."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._japanese = list(sentences)
        self._phrases = [frozenset(_phrases(english)) for english in sentences.values()]
        self._where: dict[str, int] = defaultdict(int)
        for phrases in self._phrases:
            for phrase in phrases:
                self._where[phrase] += 1

    def suggest(self, word: str) -> str:
        """The phrase that goes with the word, or nothing."""
        holding = [phrases for ja, phrases in zip(self._japanese, self._phrases, strict=True) if word in ja]
        if len(holding) < _LEAST_SENTENCES:
            return ""
        shared: dict[str, int] = defaultdict(int)
        for phrases in holding:
            for phrase in phrases:
                shared[phrase] += 1
        scored = [(2 * n / (len(holding) + self._where[phrase]), len(phrase), phrase) for phrase, n in shared.items()]
        dice, _, best = max(scored, default=(0.0, 0, ""))
        return best if dice >= _LEAST_DICE else ""


def _phrases(english: str) -> Iterator[str]:
    """Runs of one to six words that neither begin nor end with a function word and cross no punctuation."""
    for part in re.split(r"[,;:()\"“”]|\.(?:\s|$)", english):
        words = _WORD.findall(part)
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                if words[start].lower() not in _EDGES and words[end - 1].lower() not in _EDGES:
                    yield " ".join(words[start:end])
