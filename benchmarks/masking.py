"""What trained markers are worth: the ladder on a test file, with them and with the placeholders that a probe finds.

The second column treats the same model like a published package: probed, then masked with what survives.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.foreign import without_markers
from briefgen.cli.loading import load_glossary
from briefgen.cli.scoring import read_test_file
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import Rung, Segment, SegmentedDocument, SegmentId, Span
from briefgen.terms.constraints import Constrainer
from briefgen.translation.engines.engine import Engine
from briefgen.translation.engines.models import built_in_model, open_model
from briefgen.translation.ladder import Means, translate_document

ROOT = Path(__file__).parent.parent


def shares(engine: Engine, sentences: Sequence[str]) -> dict[str, float]:
    """Percent of the sentences that each rung brought home."""
    blocks = tuple(Block(BlockId(f"b{n}"), BlockKind.PARAGRAPH, text) for n, text in enumerate(sentences))
    segments = tuple(
        Segment(SegmentId(f"{block.id}.s01"), block.id, Span(0, len(block.text)), block.text) for block in blocks
    )
    segmented = SegmentedDocument(SourceDocument("test", "", "text/plain", blocks), segments)
    constraints = Constrainer(load_glossary(()).value).constrain(segmented).value
    translated = translate_document(segmented, constraints, Means(engine)).value.segments
    counts = Counter(segment.rung for segment in translated)
    return {rung.name.lower(): round(100 * counts[rung] / len(translated), 1) for rung in Rung if counts[rung]}


def main() -> None:
    """Print both columns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="?", default=ROOT / "training" / "data" / "validation" / "domain.tsv")
    sentences = [ja for ja, _ in read_test_file(parser.parse_args().pairs)]
    engine = open_model(built_in_model())
    trained, masked = shares(engine, sentences), shares(without_markers(engine), sentences)
    print(f"{len(sentences)} sentences, percent by rung{'trained':>16}{'probed':>10}")
    for rung in dict.fromkeys([*trained, *masked]):
        print(f"  {rung:<36}{trained.get(rung, 0.0):>8}{masked.get(rung, 0.0):>10}")


if __name__ == "__main__":
    main()
