"""What the rules refuse or object to in pairs that people wrote: a fault of a rule, or of a pair.

`python -m training.refused training/data` prints one line for each: the rule, what it says, both sentences.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefgen.checks import CHECKS
from briefgen.cli.loading import load_glossary
from briefgen.findings import Location
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import Rung, Segment, SegmentedDocument, SegmentId, Span, Status, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.constraints import Constrainer
from briefgen.terms.persons.bearers import People, people_of
from briefgen.verification import verify
from training.corpora import Pair, read_domain

__all__ = ["objections"]


def objections(pair: Pair, constrainer: Constrainer, people: People) -> Iterator[tuple[str, str]]:
    """The name of each rule and what it says of a pair, whose Japanese stands alone."""
    block = Block(BlockId("b0001"), BlockKind.PARAGRAPH, pair.ja)
    one = Segment(SegmentId(f"{block.id}.s01"), block.id, Span(0, len(pair.ja)), pair.ja)
    document = SegmentedDocument(SourceDocument("pair", "0" * 64, "text/plain", (block,)), (one,))
    constraints = constrainer.constrain(document).value[one.id]
    verdict = verify(one.text, pair.en, constraints, False, people)
    if not verdict.passes:
        yield from (("refused", failure.message) for failure in verdict.failures)
        return
    row = TranslatedSegment(one, pair.en, Rung.INLINE, Status.MACHINE, constraints, verdict.marks)
    for name, check in CHECKS.items():
        yield from ((name, finding.message) for finding in check(row, Location()))


def main() -> None:
    """Print what the rules say of the pairs of a folder, and how often each rule says anything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    glossary = load_glossary(()).value
    constrainer, people = Constrainer(glossary, HouseStyle()), people_of(glossary)
    counts: Counter[str] = Counter()
    for pair in read_domain(parser.parse_args().folder):
        for name, message in objections(pair, constrainer, people):
            counts[name] += 1
            print(name, message, pair.ja, pair.en, sep="\t")
    print(dict(counts))


if __name__ == "__main__":
    main()
