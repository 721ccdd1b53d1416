"""Which notes of a paper become footnotes of the Word file; pure, no python-docx."""

from __future__ import annotations

from briefgen.model.page import Page, SideBySide, SideRow

__all__ = ["footnotes_are_safe", "note_rows"]


def note_rows(block: SideBySide) -> dict[str, list[SideRow]]:
    """The rows of each note by the id of its first; a row that goes on with a note belongs to it."""
    notes: dict[str, list[SideRow]] = {}
    note: list[SideRow] = []
    for row in (row for row in block.rows if row.is_note):
        if row.continues and note:
            note.append(row)
        else:
            note = notes[row.id] = [row]
    return notes


def footnotes_are_safe(page: Page) -> bool:
    """Whether no comment stands between the first and the last footnote.

    If one does, LibreOffice 7.4 shows footnotes without their words, or with those of another one.
    """
    signs = "".join(_signs(element) for element in page.elements if isinstance(element, SideBySide))
    return "c" not in signs.strip("c")


def _signs(table: SideBySide) -> str:
    """The table as ``n`` for each note that is called for the first time and ``c`` for the comments of a row."""
    waiting = set(note_rows(table))
    signs = ""
    for row in table.rows:
        called = waiting & {run.link[1:] for run in row.en}
        waiting -= called
        signs += "n" * len(called) + "c" * bool(row.flags)
    return signs
