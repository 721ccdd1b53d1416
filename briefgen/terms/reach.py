"""How far a term can stand alone in a run of kanji: what is left of the run must be words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.japanese.folding import KANJI_RUN, Folded, is_hiragana

__all__ = ["PARTICLES", "Reach"]

_AFFIXES = frozenset(
    "日米英仏独伊豪加印韓中露朝欧比越泰尼新旧対各両同前元副総全諸本当現故第約計他在駐訪来個艦"
    "等間的内外上下側用時後案策化性系型別発向付件及並又式製級宛社兼"
)
"""Single characters that go before or after a word without changing it: countries, 対 and 各; 等, 間 and 的."""
_LONG = 3
"""Characters of a term that is hardly part of another word."""
PARTICLES = frozenset("はがをにのともでやかへよ")


class Reach:
    """From which places of a text one comes to the borders of its kanji run by steps over known words.

    Steps are finds of the automaton and single affixes. 防衛 in 防衛省 does not fit, since 省 is no word; both do in
    防衛省自衛隊. Of a term of three characters and more it is asked only that it does not leave a single character,
    unless that begins a verb or adverb (中国軍機延べ); of shorter ones that another term goes on (海自佐世保警備隊).
    """

    def __init__(self, text: str, folded: Folded, spans: Sequence[tuple[int, int]]) -> None:
        self._text, self._spans = text, spans
        self._starts, self._ends = _run_borders(text, folded)
        steps = set(spans)
        steps |= {(at, at + 1) for at, char in enumerate(text) if char in _AFFIXES}
        self._from_left = [start == at for at, start in enumerate(self._starts)]
        for begin, end in sorted(steps, key=lambda step: step[1]):
            self._from_left[end] = self._from_left[end] or self._from_left[begin]
        self._to_right = [end == at for at, end in enumerate(self._ends)]
        for begin, end in sorted(steps, reverse=True):
            self._to_right[begin] = self._to_right[begin] or self._to_right[end]

    def ends_word(self, at: int, *, is_long: bool) -> bool:
        """Whether what stands in the run before `at` can be words of its own."""
        return self._from_left[at] or (is_long and at - self._starts[at] >= 2)

    def begins_word(self, at: int, *, is_long: bool) -> bool:
        """Whether what stands in the run from `at` on can be words of its own."""
        left = self._ends[at] - at
        if self._to_right[at] or (is_long and left >= 2):
            return True
        if is_long and left == 1:
            return self._is_stem(at)
        return left >= _LONG and any(start == at and end - at >= _LONG for start, end in self._spans)

    def _is_stem(self, at: int) -> bool:
        """Whether a single kanji goes on in hiragana that are no particle."""
        after = self._text[at + 1 : at + 2]
        return bool(after) and is_hiragana(after) and after not in PARTICLES


def _run_borders(text: str, folded: Folded) -> tuple[list[int], list[int]]:
    """For each border between characters, where the kanji run around it begins and ends (itself outside of runs)."""
    starts, ends = list(range(len(text) + 1)), list(range(len(text) + 1))
    for run in KANJI_RUN.finditer(text):
        breaks = [at for at in range(run.start() + 1, run.end()) if not folded.touches(at)]
        for start, end in pairwise((run.start(), *breaks, run.end())):
            starts[start + 1 : end] = [start] * (end - start - 1)
            ends[start + 1 : end] = [end] * (end - start - 1)
    return starts, ends
