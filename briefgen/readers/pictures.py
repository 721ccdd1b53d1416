"""Pictures of papers: which kinds a note can show, where those beside a page come from, and what is left out."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.document import Picture

__all__ = ["Neighbours", "known_picture", "no_neighbours", "picture_findings"]

Neighbours = Callable[[str], bytes | None]
"""Gives the file at a place relative to the paper (``page_files/1.png``), None when there is none."""
_MEDIA_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""How the files begin that every kind of note can show."""


def no_neighbours(_place: str) -> bytes | None:
    """A paper of which only the bytes are known has no files beside it."""
    return None


def known_picture(content: bytes) -> Picture | None:
    """Return the picture these bytes are, or None when they are neither PNG nor JPEG."""
    media_type = next((kind for beginning, kind in _MEDIA_TYPES.items() if content.startswith(beginning)), None)
    return Picture(content, media_type) if media_type is not None else None


def picture_findings(missing: int, is_wanted: bool, name: str) -> tuple[Finding, ...]:
    """The finding for pictures that are left out, none for 0; `is_wanted` is whether captioned ones were asked for."""
    if not missing:
        return ()
    reason = " (no caption, too large, damaged, or neither PNG nor JPEG)" if is_wanted else ""
    message = f"Left out: {missing} picture{'s' * (missing > 1)}{reason}, with any text they show."
    hint = "Copy them from the paper by hand if they matter."
    if not is_wanted:
        hint = "Keep those with a caption: --pictures."
    return (Finding(Code.PICTURE_DROPPED, Severity.INFO, message, Location(name), hint),)
