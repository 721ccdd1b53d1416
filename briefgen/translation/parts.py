"""Segments in parts that go up the ladder by themselves, and the English of such parts put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefgen.japanese.sentences import split_long
from briefgen.model.segment import Constraint, Segment, Span
from briefgen.translation.grouping import group_constraints
from briefgen.translation.wholes import moved

__all__ = ["clauses_of", "part_of", "stitched", "under"]

_SMALL_START = re.compile(r"(?:The|A|An|In|It|This|These|For|At|To|On|He|She|They|We|There|As|Under|Based|And|While)\b")


def part_of(segment: Segment, constraints: Iterable[Constraint], span: Span) -> tuple[Segment, tuple[Constraint, ...]]:
    """A stretch of a segment as a segment of its own, with its constraints."""
    own = (moved(c, -span.start) for c in constraints if span.start <= c.span.start < span.end)
    return Segment(segment.id, segment.block, span, segment.text[span.start : span.end]), tuple(own)


def clauses_of(
    segment: Segment, constraints: Sequence[Constraint], limit: int
) -> list[tuple[Segment, tuple[Constraint, ...]]]:
    """The clauses of up to `limit` characters; a cut never goes through a constraint or a list of them."""
    spans: list[Span] = []
    whole = [group.span for group in group_constraints(segment.text, constraints)]
    whole += [constraint.span for constraint in constraints]
    for start, end in split_long(segment.text, limit):
        if spans and any(span.start < start < span.end for span in whole):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return [part_of(segment, constraints, span) for span in spans]


def under(head: str, english: str) -> str:
    """What stands under a head, behind it; small words lose their capital behind one that ends in a comma."""
    if head.endswith(", "):
        english = _SMALL_START.sub(lambda found: found[0].lower(), english)
    return head + english


def stitched(clauses: Sequence[str]) -> str:
    """Clauses joined by semicolons, so that a reader sees the seams; small words lose their capital behind one."""
    first, *others = (clause.strip().rstrip(".;,") for clause in clauses)
    lowered = [_SMALL_START.sub(lambda found: found[0].lower(), clause) for clause in others]
    return "; ".join([first, *lowered]) + "."
