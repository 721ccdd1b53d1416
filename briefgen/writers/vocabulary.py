"""The closed vocabulary of the markup: which element may stand where, with which attributes.

This table is the only definition; `markup` checks against it and templates/README.md is tested against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["BLOCKS", "INLINE", "VOCABULARY", "ElementRule"]

BLOCKS = ("h1", "h2", "h3", "p", "box", "facts", "sidebyside", "table", "list", "picture", "pagebreak", "rule")
INLINE = ("b", "i", "sup", "br", "a", "term", "caution", "muted", "ja", "en")


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What an element may hold."""

    children: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    """Attributes it must have."""
    optional: tuple[str, ...] = ()
    """Attributes it may have."""
    holds_text: bool = False

    @property
    def attributes(self) -> tuple[str, ...]:
        """All attributes it may have."""
        return self.required + self.optional


def _inline(required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> ElementRule:
    return ElementRule(INLINE, required, optional, holds_text=True)


VOCABULARY: Mapping[str, ElementRule] = MappingProxyType({
    "page": ElementRule(
        ("banner", "footer", *BLOCKS), required=("title",), optional=("language", "subject", "author", "keywords")
    ),
    "banner": ElementRule(optional=("colour",), holds_text=True),
    "footer": _inline(),
    "h1": _inline(optional=("id",)),
    "h2": _inline(optional=("id",)),
    "h3": _inline(optional=("id",)),
    "p": _inline(optional=("style", "id")),
    "box": ElementRule(("p",), required=("kind",)),
    "facts": ElementRule(("fact",)),
    "fact": _inline(required=("label",)),
    "sidebyside": ElementRule(("row",), required=("head-ja", "head-en")),
    "row": ElementRule(
        ("ja", "en", "flag", "picture"),
        required=("number", "status"),
        optional=("level", "indent", "continues", "keep", "note", "id"),
    ),
    "flag": _inline(required=("severity",), optional=("doubted",)),
    "table": ElementRule(("tr",), required=("widths",)),
    "tr": ElementRule(("th", "td"), optional=("keep", "continues")),
    "th": ElementRule((*INLINE, "flag"), optional=("id",), holds_text=True),
    "td": ElementRule((*INLINE, "flag"), optional=("id",), holds_text=True),
    "list": ElementRule(("item",), optional=("numbered",)),
    "item": _inline(),
    "picture": _inline(required=("src",)),
    "pagebreak": ElementRule(),
    "rule": ElementRule(),
    "only": ElementRule(required=("for",)),
    "b": _inline(),
    "i": _inline(),
    "sup": _inline(),
    "br": ElementRule(),
    "a": _inline(required=("href",)),
    "term": _inline(optional=("note",)),
    "caution": _inline(),
    "muted": _inline(),
    "ja": _inline(),
    "en": _inline(),
})  # fmt: skip
"""Every element. ``only`` may stand anywhere and holds what its parent may hold."""
