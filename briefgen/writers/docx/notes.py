"""Which notes of a paper become footnotes of the Word file; pure, no python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefgen.model.page import Element, Page, SideBySide, SideRow

__all__ = ["footnotes_are_safe", "note_rows"]


def note_rows(page: Iterable[Element]) -> dict[str, list[SideRow]]:
    """The rows of each note by the id of its first; a row that goes on with a note belongs to it."""
    notes: dict[str, list[SideRow]] = {}
    note: list[SideRow] = []
    for row in (row for row in _side_rows(page) if row.is_note):
        if row.continues and note:
            note.append(row)
        else:
            note = notes[row.id] = [row]
    return notes


def footnotes_are_safe(page: Page) -> bool:
    """Whether no comment stands between the first and the last footnote.

    If one does, LibreOffice 7.4 shows footnotes without their words, or with those of another one.
    """
    return "c" not in _signs(page).strip("c")


def _side_rows(elements: Iterable[Element]) -> Iterator[SideRow]:
    """A table of the paper may stand between a call and its note, so all side-by-side texts are one here."""
    return chain.from_iterable(element.rows for element in elements if isinstance(element, SideBySide))


def _signs(page: Page) -> str:
    """The page as ``n`` for each note that is called for the first time and ``c`` for the comments of a row."""
    waiting = set(note_rows(page.elements))
    signs = ""
    for row in _side_rows(page.elements):
        called = waiting & {run.link[1:] for run in row.en}
        waiting -= called
        signs += "n" * len(called) + "c" * bool(row.flags)
    return signs
