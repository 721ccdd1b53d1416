"""Engines for tests: one that knows some sentences, and several that fail in the ways real ones do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefgen.errors import TranslationError
from briefgen.translation.engines.engine import Capabilities, Hypothesis, ReadBack

TRAINED = Capabilities(markers=("<t>", "</t>"), slot="<{kind}{number}>", slots_per_kind=8)


_PIECE = re.compile(r"</?\w+>|.")


class FakeEngine:
    """Answers with a function of the sentence; remembers what it was given."""

    name, fingerprint = "fake 1", "0" * 64

    def __init__(self, answer: Callable[[str], str | Sequence[str]], capabilities: Capabilities = TRAINED) -> None:
        self.answer, self.capabilities = answer, capabilities
        self.given: list[str] = []

    def translate(self, sentences: Sequence[str], hypotheses: int = 1) -> list[tuple[Hypothesis, ...]]:
        self.given += sentences
        return [self._hypotheses(sentence, hypotheses) for sentence in sentences]

    def read_back(self, pairs: Sequence[tuple[str, str]]) -> list[ReadBack] | None:
        return None

    def _hypotheses(self, sentence: str, count: int) -> tuple[Hypothesis, ...]:
        answers = self.answer(sentence)
        listed = [answers] if isinstance(answers, str) else list(answers)
        return tuple(Hypothesis(text, -0.1 * n) for n, text in enumerate(listed[:count], 1))


def dictionary(table: dict[str, str], default: str = "") -> FakeEngine:
    """An engine that knows some sentences by what it is given."""
    return FakeEngine(lambda sentence: table.get(sentence, default))


def empty() -> FakeEngine:
    """Nothing comes back."""
    return FakeEngine(lambda sentence: "")


def runaway() -> FakeEngine:
    """The same words over and over."""
    return FakeEngine(lambda sentence: "the meeting of the meeting of the meeting of the meeting")


def inventor() -> FakeEngine:
    """Makes up a figure."""
    return FakeEngine(lambda sentence: "They met 47 times and agreed on the plan for security cooperation.")


class ReadingBack(FakeEngine):
    """Reads back every piece with one score for each English, and remembers the pairs; its hypotheses carry it, too."""

    def __init__(self, answer: Callable[[str], str | Sequence[str]], scores: Callable[[str], float]) -> None:
        super().__init__(answer)
        self.scores = scores
        self.pairs: list[tuple[str, str]] = []

    def read_back(self, pairs: Sequence[tuple[str, str]]) -> list[ReadBack] | None:
        self.pairs += pairs
        return [
            ReadBack(tuple((piece, self.scores(english)) for piece in _PIECE.findall(given)))
            for given, english in pairs
        ]

    def _hypotheses(self, sentence: str, count: int) -> tuple[Hypothesis, ...]:
        found = super()._hypotheses(sentence, count)
        return tuple(replace(one, backward=self.scores(one.text)) for one in found)


class Stopping(FakeEngine):
    """Stops in the middle."""

    def __init__(self) -> None:
        super().__init__(lambda sentence: "")

    def translate(self, sentences: Sequence[str], hypotheses: int = 1) -> list[tuple[Hypothesis, ...]]:
        raise TranslationError("The translation engine stopped", "Try again")
