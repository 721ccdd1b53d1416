"""What the tests of the readers look at."""

from __future__ import annotations

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code
from briefgen.model.document import Block, BlockKind, SourceDocument
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers import read_document

SENTENCE = "海山省は、沿岸監視に関する会合を開催した。"


def read(content: bytes, name: str) -> SourceDocument:
    return read_document(content, name).value


def codes(content: bytes, name: str) -> dict[Code, str]:
    return {finding.code: finding.message for finding in read_document(content, name).findings}


def texts(document: SourceDocument) -> list[str]:
    return [block.label + block.text for block in document.blocks]


def only(document: SourceDocument, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


def refusal(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(content, name, limits)
    assert caught.value.hint
    return caught.value.message
