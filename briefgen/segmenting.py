"""SourceDocument -> SegmentedDocument: each block cut into sentences that together are its whole text."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.japanese.sentences import split_long, split_sentences
from briefgen.japanese.speakers import end_of_speaker, speakers_in
from briefgen.model.document import Block, SourceDocument
from briefgen.model.segment import Segment, SegmentedDocument, SegmentId, Span

__all__ = ["segment_document"]


def segment_document(document: SourceDocument, limit: int = 220) -> Outcome[SegmentedDocument]:
    """Return the document cut into segments: sentences, or clauses of a sentence of more than `limit` characters.

    The segments of a block tile its text; a block without text has none. Who speaks (○大臣　) is a segment. Each
    sentence that had to be cut is an info finding.
    """
    segments: list[Segment] = []
    findings: list[Finding] = []
    speakers = speakers_in(block.text for block in document.blocks if not block.label and block.cell is None)
    for block in document.blocks:
        spans: list[tuple[int, int]] = []
        for start, end in _sentences(block, speakers):
            pieces = split_long(block.text[start:end], limit)
            if len(pieces) > 1:
                findings.append(_split_finding(block, len(spans) + 1, (end - start, len(pieces)), document.name))
            spans.extend((start + piece_start, start + piece_end) for piece_start, piece_end in pieces)
        segments.extend(_segments(block, spans))
    return Outcome(SegmentedDocument(document, tuple(segments)), tuple(findings))


def _sentences(block: Block, speakers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block begin and end; who speaks is not given to a model as part of what is said."""
    speech = end_of_speaker(block.label, block.text, speakers) if block.cell is None else 0
    if speech:
        yield 0, speech
    for start, end in split_sentences(block.text[speech:]):
        yield speech + start, speech + end


def _segments(block: Block, spans: list[tuple[int, int]]) -> Iterator[Segment]:
    for number, (start, end) in enumerate(spans, start=1):
        yield Segment(_segment_id(block, number), block.id, Span(start, end), block.text[start:end])


def _segment_id(block: Block, number: int) -> SegmentId:
    return SegmentId(f"{block.id}.s{number:02d}")


def _split_finding(block: Block, number: int, size: tuple[int, int], name: str) -> Finding:
    characters, pieces = size
    return Finding(
        Code.SENTENCE_SPLIT,
        Severity.INFO,
        f"A sentence of {characters} characters was cut into {pieces} parts at its clauses.",
        Location(name, block.page, block.id, _segment_id(block, number)),
        "Read the parts together: what they refer to may stand in another part.",
    )
