"""Fields of a Word file while they are open, and what the old form fields show (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from briefgen.readers.docx.parts import W, is_on, to_int, value

__all__ = ["Field", "begun_field", "endless_fields"]

_CHECKED, _UNCHECKED = "☑", "□"


@dataclass(slots=True)
class Field:
    """A field between its beginning and its end."""

    code: str = ""
    """Its instruction."""
    choice: str = ""
    """What a form field shows: the entry that was chosen, a box with or without its check."""
    is_result: bool = False
    """Whether its instruction is over."""
    is_shown: bool = False
    """Whether its result has any text."""


def begun_field(mark: etree._Element) -> Field:
    """Return the field that a w:fldChar begins."""
    form = mark.find(W + "ffData")
    if form is None:
        return Field()
    entries, box = form.find(W + "ddList"), form.find(W + "checkBox")
    if entries is not None:
        names = [value(entry) or "" for entry in entries.iterchildren(W + "listEntry")]
        chosen = entries.find(W + "result")
        number = to_int(value(chosen if chosen is not None else entries.find(W + "default"))) or 0
        return Field(choice=names[number] if 0 <= number < len(names) else "")
    if box is not None:
        state = box.find(W + "checked")
        return Field(choice=_CHECKED if is_on(state if state is not None else box.find(W + "default")) else _UNCHECKED)
    return Field()


def endless_fields(stories: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Return each w:fldChar that begins a field which no other ends, or only a deleted one; they begin none."""
    found: list[etree._Element] = []
    for story in stories:
        begun: list[etree._Element] = []
        for mark in story.iter(W + "fldChar"):
            if next(mark.iterancestors(W + "del", W + "moveFrom"), None) is not None:
                continue
            kind = value(mark, "fldCharType")
            if kind == "begin":
                begun.append(mark)
            elif kind == "end" and begun:
                begun.pop()
        found += begun
    return frozenset(found)
