"""The marks of the margin, the same in every format, and what they mean in words.

All of them are in JIS X 0208, so that every Japanese font has them, and they differ in shape, not only in colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.model.segment import Status

__all__ = ["FLAG_SYMBOL", "STATUS_SYMBOLS", "STATUS_WORDS", "TO_CHECK", "bullet_of", "flag_sign"]

FLAG_SYMBOL = "▲"
"""Stands before every warning."""

STATUS_SYMBOLS: Mapping[str, str] = MappingProxyType({
    Status.REVIEWED: "●",
    Status.COMPUTED: "◆",
    Status.PATTERN: "◎",
    Status.MACHINE: "○",
    Status.CHECK: FLAG_SYMBOL,
    Status.DOUBTED: "×",
})  # fmt: skip

STATUS_WORDS: Mapping[str, str] = MappingProxyType({
    Status.REVIEWED: "reviewed",
    Status.COMPUTED: "glossary or computed",
    Status.PATTERN: "reviewed pattern",
    Status.MACHINE: "machine, figures and fixed terms found by rule",
    Status.CHECK: "to check",
    Status.DOUBTED: "machine, most likely wrong or incomplete",
})  # fmt: skip

TO_CHECK = frozenset({Status.CHECK, Status.DOUBTED})
"""The statuses of rows that must not be used before a person has read them against the Japanese."""

_BULLETS = ("・", "• ")


def flag_sign(severity: str) -> str:
    """What stands before a flag: the symbol of warnings, before a mere remark a dash."""
    return "–" if severity == "info" else FLAG_SYMBOL


def bullet_of(text: str) -> str:
    """The bullet with which a text begins, the space behind it included, or nothing."""
    return next((bullet for bullet in _BULLETS if text.startswith(bullet)), "")
