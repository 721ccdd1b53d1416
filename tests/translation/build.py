"""Short ways to make segments and constraints for tests."""

from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import (
    Constraint,
    ConstraintKind,
    Segment,
    SegmentedDocument,
    SegmentId,
    Span,
    Strength,
)
from briefgen.terms.verify import locate_all


def bind(text: str, source: str, english: str, kind: str = "term", **more) -> Constraint:
    """A constraint on the first place `source` stands in `text`."""
    start = text.index(source)
    return Constraint(Span(start, start + len(source)), source, english, ConstraintKind(kind), **more)


def should(text: str, source: str, english: str) -> Constraint:
    return bind(text, source, english, strength=Strength.SHOULD)


def document(*texts: str, name: str = "paper.txt") -> SegmentedDocument:
    """A paper of one-segment paragraphs."""
    blocks = tuple(Block(BlockId(f"b{n:04d}"), BlockKind.PARAGRAPH, text, page=1) for n, text in enumerate(texts, 1))
    segments = tuple(
        Segment(SegmentId(f"{block.id}.s01"), block.id, Span(0, len(block.text)), block.text) for block in blocks
    )
    return SegmentedDocument(SourceDocument(name, "0" * 64, "text/plain", blocks), segments)


def constraints_of(
    segmented: SegmentedDocument, *own: tuple[Constraint, ...]
) -> dict[SegmentId, tuple[Constraint, ...]]:
    return {segment.id: found for segment, found in zip(segmented.segments, own, strict=True)}


def stands_in(english: str, constraint: Constraint) -> Span | None:
    """Where the English satisfies the constraint; None if nowhere."""
    return locate_all(english, [constraint])[0]
