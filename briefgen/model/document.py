"""A source paper as it was understood: metadata and blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

__all__ = ["Block", "BlockId", "BlockKind", "CellPlace", "Metadata", "Picture", "SourceDocument"]

BlockId = NewType("BlockId", str)


class BlockKind(StrEnum):
    """What part a block plays in the paper."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    NOTE = "note"
    """A numbered note, （注１）, or a footnote: `label` is its call."""
    REMARK = "remark"
    """A ※ remark."""
    CAPTION = "caption"
    TABLE_CELL = "table-cell"
    DATELINE = "dateline"
    """A line that only gives the date, the issuer or the number of the paper."""
    END = "end"
    """（以上）, （了）, 以上."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Which table of the paper, which row and column, counted from 0."""

    table: int
    row: int
    column: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the source, kept for the note."""

    content: bytes = field(repr=False)
    media_type: str = "image/png"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-sized piece of the paper.

    `label` holds the visible number or mark (``１．``, ``（１）``, ``①``, ``（注１）``, ``※``) as the paper has it;
    `text` is what follows, re-joined, without it. Both together are all characters the paper has there.
    """

    id: BlockId
    """``b0001`` and so on in reading order; the same bytes give the same ids."""
    kind: BlockKind
    text: str
    level: int = 0
    """Depth: 1 for ``１．`` heads, 2 for ``（１）`` below it, 0 where depth means nothing."""
    label: str = ""
    page: int | None = None
    """Page of the source on which the block begins, from 1."""
    cell: CellPlace | None = None
    picture: Picture | None = None
    reading: str = ""
    """Ruby readings of this block as ``漢字=かんじ`` separated by spaces."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the paper says about itself; empty where it does not."""

    title: str = ""
    issuer: str = ""
    issued: date | None = None
    number: str = ""
    """Document number as printed, for example 防防政第１２３号."""
    address: str = ""
    """Web address, when the paper gives one."""
    is_of_file: bool = False
    """Whether `issued` is the day on which the file was made: the paper may be of another year."""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A paper that was read: the blocks in reading order."""

    name: str
    """File name without folder, or ``stdin``."""
    sha256: str
    media_type: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    pages: int | None = None
    content: bytes = field(default=b"", repr=False, compare=False)
    """The bytes that were read, for attaching the source."""
