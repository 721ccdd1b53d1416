"""The logical structure of a tagged PDF (ISO 32000-1, 14.7): what is a heading, a cell, a paragraph, in which language.

Built while the page is laid out and drawn; `finishing` writes it into the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["ARTIFACT", "DOCUMENT", "Annotation", "Mark", "Node", "Structure"]

ARTIFACT = -1
"""The node of what is no content: banners, rules, repeated heads."""
DOCUMENT = 0
"""The node of the whole."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the content of a sheet: sheets and, on each of them, marks are counted from 0."""

    sheet: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a sheet; sheets and, on each of them, annotations are counted from 0."""

    sheet: int
    number: int


@dataclass(slots=True)
class Node:
    """A structure element: a standard type such as ``H1`` or ``TD``, its parent, its language if it has its own."""

    role: str
    parent: int
    language: str = ""
    alternative: str = ""
    """Words for those who cannot see a figure."""
    scope: str = ""
    """Of a header cell: ``Row`` or ``Column``."""
    kids: list[int | Mark | Annotation] = field(default_factory=list)
    """What it holds in reading order: the numbers of other nodes, and content."""


@dataclass(slots=True)
class Structure:
    """The tree so far, nodes before their children."""

    nodes: list[Node] = field(default_factory=lambda: [Node("Document", ARTIFACT)])

    def add(self, role: str, parent: int = DOCUMENT, language: str = "", *, words: str = "", scope: str = "") -> int:
        """A new last child of `parent`; its number."""
        number = len(self.nodes)
        self.nodes.append(Node(role, parent, language, words, scope))
        self.nodes[parent].kids.append(number)
        return number

    def language_of(self, node: int) -> str:
        """``en`` or ``ja``: its own language, or the nearest one above it."""
        while node >= DOCUMENT:
            if self.nodes[node].language:
                return self.nodes[node].language
            node = self.nodes[node].parent
        return "en"
