"""The reading corpus: each paper gives the blocks, metadata and findings of its side file, and loses nothing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from briefgen.findings import Outcome
from briefgen.model.document import SourceDocument
from briefgen.readers import read_document
from briefgen.readers.encoding.decoding import decode
from tests.readers.papers import CASES, PAPERS


def shown(outcome: Outcome[SourceDocument]) -> str:
    """What was read, a line for each block: kind, level, cell, label, text, reading."""
    known = outcome.value.metadata
    head = [f"title {known.title}", f"issuer {known.issuer}", f"issued {known.issued or ''}", f"number {known.number}"]
    rows = []
    for block in outcome.value.blocks:
        cell = f"{block.cell.table}:{block.cell.row}:{block.cell.column}" if block.cell else ""
        cell += " head" if block.cell and block.cell.is_header else ""
        rows.append("|".join((block.kind, str(block.level), cell, block.label, block.text, block.reading)))
    codes = [f"{finding.code} {finding.message}" for finding in outcome.findings]
    return "\n".join(line.rstrip() for line in [*head, "=", *rows, "=", *codes]) + "\n"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_as_its_side_file_says(name: str, request: pytest.FixtureRequest) -> None:
    file_name, content = PAPERS[name]()
    found = shown(read_document(content, file_name))
    side = CASES / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        side.write_text(found, encoding="utf-8")

    assert found == side.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_reading_twice_gives_the_same(name: str) -> None:
    file_name, content = PAPERS[name]()

    assert read_document(content, file_name) == read_document(content, file_name)


TEXTS = [name for name in PAPERS if PAPERS[name]()[0].endswith((".txt", ".md", ".doc")) or "." not in PAPERS[name]()[0]]


@pytest.mark.parametrize("name", TEXTS)
def test_no_letter_of_a_text_is_lost_and_the_order_is_kept(name: str) -> None:
    """Figures, kana and kanji: all are in the blocks or in what a finding says was left out; blocks come in order."""
    file_name, content = PAPERS[name]()
    outcome = read_document(content, file_name)
    source = _letters(_decoded(content))
    missing = Counter(source)
    missing.subtract(Counter(_letters("".join(b.label + b.text + b.reading for b in outcome.value.blocks))))
    lost = sum(count for count in missing.values() if count > 0)
    told = sum(int(n.replace(",", "")) for f in outcome.findings for n in re.findall(r"([\d,]+) characters", f.message))
    described = sum(len(_letters(note)) for note in re.findall(r"※［＃.*?］", _decoded(content)))
    address = len(_letters("".join(re.findall(r"\]\((.*?)\)", _decoded(content)))))
    assert lost <= told + described + address
    place = 0
    for block in outcome.value.blocks:
        start = source.find(_letters(block.text)[:8], place)
        is_changed = block.reading or "※" in _decoded(content)
        assert start >= place or is_changed
        place = max(place, start)


def _decoded(content: bytes) -> str:
    return decode(content).value


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
