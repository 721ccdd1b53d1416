"""Each paper is another one, and Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.document import SourceDocument

__all__ = ["check_papers"]

_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")


def check_papers(papers: Iterable[SourceDocument]) -> Iterator[Finding]:
    """SAME_PAPER for bytes that came before under another name or twice; NO_JAPANESE; both warnings."""
    names: dict[str, str] = {}
    for paper in papers:
        where = Location(paper.name)
        if (first := names.setdefault(paper.sha256, paper.name)) != paper.name:
            message = f"It is the same paper as {first}, byte for byte"
            yield Finding(Code.SAME_PAPER, Severity.WARNING, message, where, "Leave one of them out")
        if not any(_JAPANESE.search(block.label + block.text) for block in paper.blocks):
            message = "The paper holds no Japanese; its text stands in both columns as it is"
            yield Finding(Code.NO_JAPANESE, Severity.WARNING, message, where, "Look whether it is the right file")
