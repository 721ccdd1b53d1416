"""Runs of kanji and katakana in a text, and which of them no term of the glossary reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.japanese.folding import is_kanji, is_katakana
from briefgen.model.segment import Span

__all__ = ["letters_in", "uncovered_runs"]

_JOINS = "・ノヶケ"


def letters_in(text: str) -> frozenset[int]:
    """Where kanji and katakana stand."""
    return frozenset(at for at, char in enumerate(text) if is_kanji(char) or is_katakana(char))


def uncovered_runs(text: str, covered: Iterable[Span]) -> Iterator[Span]:
    """The runs of kanji and katakana of which at least one letter lies in none of the spans, each as a whole."""
    taken = {at for span in covered for at in range(span.start, span.end)}
    letters = letters_in(text)
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and (end in letters or (end > start and text[end] in _JOINS and end + 1 in letters)):
            end += 1
        if end > start and not taken.issuperset(range(start, end)):
            yield Span(start, end)
        start = max(end, start + 1)
