"""One or more constraints that the engine is given as one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from briefgen.model.segment import ConstraintKind, Span

__all__ = ["Group", "between", "fold"]


@dataclass(frozen=True, slots=True)
class Group:
    """One or more constraints under one span, with the English of all of it and the letter of its slot."""

    span: Span
    english: str
    slot: str
    kind: ConstraintKind | None
    """The kind of its members or of its head, None for a mixture or a list."""
    attributive: str = ""
    """How a country stands before a noun: Ukrainian."""


def between(text: str, first: Group, second: Group) -> str:
    """The folded text between two groups, without spaces."""
    return fold(text[first.span.end : second.span.start])


def fold(text: str) -> str:
    """Text in one width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())
