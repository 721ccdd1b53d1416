"""Upper bounds on what a source paper may hold, so that a hostile or broken file cannot exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT_LIMITS", "Limits"]

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the readers accept; beyond any of these they raise UnreadableDocumentError.

    The figures are far above any ministry paper (the Defense White Paper has some 600 pages and 1.2 million
    characters) and far below what would fill the memory of an office machine.
    """

    max_bytes: int = 200 * _MEGA
    """Size of the file."""
    max_unpacked_bytes: int = 500 * _MEGA
    """Size of all members of a zip container together."""
    max_members: int = 10_000
    """Number of members of a zip container."""
    max_pages: int = 3_000
    max_page_bytes: int = 20 * _MEGA
    """Drawing commands of one page of a PDF, unpacked; a dense page of text has 0.1 MB, a map some MB."""
    max_page_commands: int = 30_000
    """Pieces of text and saved states in the drawing commands of one page of a PDF."""
    max_characters: int = 20 * _MEGA
    """Characters of text in the whole paper."""
    max_line: int = 5 * _MEGA
    """Characters of one line of a text file."""
    max_depth: int = 200
    """Nesting of elements in XML and HTML."""
    max_picture_bytes: int = 20 * _MEGA
    """Size of one picture; a larger one is left out with a finding."""


DEFAULT_LIMITS = Limits()
