"""A finished file, still in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["OutputFile"]


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file name without folder, its media type and its bytes; only `briefgen.files` writes it."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
