"""A document as plain text, one block a line: what was understood of a paper, for people to check."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.findings import Finding
from briefgen.model.document import Block, Metadata, SourceDocument

__all__ = ["outline"]


def outline(document: SourceDocument, findings: Sequence[Finding]) -> str:
    """Return the outline: metadata, a line for each block (id, kind, level, page, label, text), findings."""
    head = [f"{document.name}  {document.media_type}  sha256 {document.sha256[:12]}…", *_metadata(document.metadata)]
    blocks = [_block(block) for block in document.blocks]
    noticed = [f"{finding.severity.word}: {finding.message}" for finding in findings]
    parts = ["\n".join(part) for part in (head, blocks, noticed) if part]
    return "\n\n".join(parts) + "\n"


def _metadata(metadata: Metadata) -> list[str]:
    rows = (
        ("title", metadata.title),
        ("issuer", metadata.issuer),
        ("issued", metadata.issued.isoformat() if metadata.issued else ""),
        ("number", metadata.number),
        ("address", metadata.address),
    )
    return [f"{name:<8}{value or '—'}" for name, value in rows]


def _block(block: Block) -> str:
    kind = block.kind.value + (f" {block.level}" if block.level else "")
    if block.cell is not None:
        kind += f" {block.cell.table}:{block.cell.row}:{block.cell.column}" + (
            " header" if block.cell.is_header else ""
        )
    page = f"p{block.page}" if block.page is not None else ""
    extras = (" [picture]" if block.picture else "") + (f" [{block.reading}]" if block.reading else "")
    text = f"{block.label} {block.text}".strip().replace("\n", " ⏎ ")
    return f"{block.id}  {kind:<16} {page:<4} {text}{extras}".rstrip()
