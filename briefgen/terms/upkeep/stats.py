"""Figures about a glossary: what it holds, and how much of a set of papers it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.terms.glossary.glossary import Glossary
from briefgen.terms.matching import Matcher
from briefgen.terms.upkeep.runs import letters_in, uncovered_runs

__all__ = ["Coverage", "count_terms", "measure_coverage"]

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Coverage:
    """A paper against a glossary, counted in kanji and katakana."""

    paper: str
    letters: int
    covered: int
    terms: int
    """Different entries found in the paper."""
    uncovered: tuple[str, ...]
    """The words that are not covered most often, at most five."""

    @property
    def share(self) -> float:
        """Covered letters to all letters, 0 to 1."""
        return self.covered / self.letters if self.letters else 0.0


def count_terms(glossary: Glossary) -> dict[str, dict[str, int]]:
    """Numbers of entries by ``file``, ``kind`` and ``status``, the largest first."""
    return {
        "file": _counted(term.place.source or glossary.name for term in glossary.terms),
        "kind": _counted(term.kind for term in glossary.terms),
        "status": _counted(term.status for term in glossary.terms),
    }


def measure_coverage(glossary: Glossary, papers: Iterable[tuple[str, Sequence[str]]]) -> tuple[Coverage, ...]:
    """How much of each paper (its name and its sentences) stands in an entry of the glossary."""
    matcher = Matcher(glossary)
    return tuple(_cover(matcher, name, texts) for name, texts in papers)


def _cover(matcher: Matcher, name: str, texts: Sequence[str]) -> Coverage:
    letters = covered = 0
    used: set[str] = set()
    missing: Counter[str] = Counter()
    for text in texts:
        matches = matcher.find_all(text)
        spans = [match.span for match in matches]
        here = letters_in(text)
        letters += len(here)
        covered += len(here.intersection(at for span in spans for at in range(span.start, span.end)))
        used |= {match.term.origin for match in matches}
        missing.update(text[run.start : run.end] for run in uncovered_runs(text, spans) if run.end - run.start > 1)
    return Coverage(name, letters, covered, len(used), tuple(word for word, _ in missing.most_common(_SHOWN)))


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())
