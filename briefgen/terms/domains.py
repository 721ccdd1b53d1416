"""Several meanings of one Japanese term: the one of the paper's domain is taken where that is plain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.terms.matching import Matcher, TermMatch

__all__ = ["PaperDomain"]

_LEAST_HITS = 3
"""Terms of a domain that a paper must hold; fewer say nothing."""
_LEAST_LEAD = 2.0
"""How many times as many as of the other domain in question."""


@dataclass(frozen=True)
class PaperDomain:
    """What a paper is about, by the domains of its terms of one meaning; counted only when a term asks for it."""

    texts: tuple[str, ...]
    matcher: Matcher

    @cached_property
    def hits(self) -> Counter[str]:
        """How many terms of each domain the paper holds, each term once."""
        matches = (match for text in self.texts for match in self.matcher.find(text) if not match.rivals)
        return Counter(filter(None, {match.term.key: match.term.domain for match in matches}.values()))

    def resolve(self, match: TermMatch) -> TermMatch:
        """The match with the one meaning that is of the paper's domain; as it was where that is not plain."""
        if not match.rivals:
            return match
        meanings = (match.term, *match.rivals)
        ranked = sorted({term.domain for term in meanings}, key=lambda domain: -self.hits[domain])
        first, second = self.hits[ranked[0]], self.hits[ranked[1]] if len(ranked) > 1 else 0
        own = [term for term in meanings if term.domain == ranked[0]]
        is_plain = bool(ranked[0]) and first >= _LEAST_HITS and first >= _LEAST_LEAD * second
        if not is_plain or len(ranked) == 1 or len({term.en for term in own}) > 1:
            return match
        return replace(match, term=own[0], rivals=())
