"""Goldens: what is understood of each sample, and what is computed of it without a model."""

from pathlib import Path

import pytest

from briefgen.cli.loading import load_glossary
from briefgen.readers import read_document
from briefgen.readers.outline import outline
from briefgen.segmenting import segment_document
from briefgen.terms.constraints import Constrainer

SAMPLES = Path(__file__).parent.parent / "samples"
PAPERS = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".pdf", ".docx", ".html"))


@pytest.fixture(scope="module")
def constrainer():
    return Constrainer(load_glossary([str(SAMPLES / "glossary.csv")]).value)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_outline_and_constraints(path, golden, constrainer):
    """Blocks with kind and level, then each segment's constraints."""
    read = read_document(path.read_bytes(), path.name)
    segmented = segment_document(read.value).value
    found = constrainer.constrain(segmented).value
    lines = [outline(read.value, read.findings), ""]
    for segment in segmented.segments:
        lines += [f"{segment.id} {segment.text.strip()}"]
        lines += [f"  {c.kind} {c.strength.name.lower()} {c.source} = {c.english}" for c in found[segment.id]]

    text = "\n".join(lines) + "\n"

    assert segmented.segments
    assert text == golden(f"{path.name}.txt", text)
