"""Upper bounds on what a source paper may hold, so that a hostile or broken file cannot exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT_LIMITS", "Limits"]

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the readers accept; beyond any of these they raise UnreadableDocumentError.

    The figures are above any ministry paper (the Defense White Paper has some 600 pages and 1.2 million characters),
    and such that a file at a limit is read or refused within 5 seconds and 500 MB on an office machine. All can be
    set in the table ``[limits]`` of a settings file.
    """

    max_bytes: int = 200 * _MEGA
    """Size of the file."""
    max_unpacked_bytes: int = 500 * _MEGA
    """Size of all members of a zip container together, as the container states it."""
    max_xml_bytes: int = 60 * _MEGA
    """Size of the XML in a zip container that is really unpacked."""
    max_members: int = 10_000
    """Number of members of a zip container."""
    max_nodes: int = 1_000_000
    """Tags and attributes of one XML part."""
    max_html_tags: int = 250_000
    """Tags of a web page; reading it takes longer than reading XML, since its main part has to be found."""
    max_depth: int = 200
    """Nesting of elements in XML; the parser itself stops at 255."""
    max_html_depth: int = 1_000
    """Nesting of elements in HTML, where forgotten end tags nest; the parser itself stops at 2,048."""
    max_pages: int = 3_000
    """Pages of a PDF."""
    max_page_bytes: int = 20 * _MEGA
    """Drawing commands of one page of a PDF, unpacked; a dense page of text has 0.1 MB, a map some MB."""
    max_page_commands: int = 30_000
    """Pieces of text and saved states in the drawing commands of one page of a PDF."""
    max_characters: int = 3 * _MEGA
    """Characters of text in the whole paper."""
    max_lines: int = 50_000
    """Lines of a text file that are not empty; paragraphs and cells of any other file."""
    max_line: int = 2 * _MEGA
    """Characters of one line of a text file."""
    max_mail_bytes: int = 40 * _MEGA
    """Size of a mail with its attachments; its parser takes eight times as much memory."""
    max_mail_parts: int = 500
    """Parts of a mail, attachments included."""
    max_picture_bytes: int = 20 * _MEGA
    """Size of one picture; a larger one is left out with a finding."""


DEFAULT_LIMITS = Limits()
