"""Links between the call of a note and the note itself, as Word, LibreOffice and converters of Markdown write them."""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

__all__ = ["is_note_link", "note_call"]

_PLACE = re.compile(r"#(?:_?(?:ftn|edn)|sd(?:foot|end)note|fn|(?:foot|end)[_-]?note|cite_)", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\])]?")


def is_note_link(element: etree._Element) -> bool:
    """Whether the element leads from a call to its note or back."""
    return element.tag == "a" and _PLACE.match(element.get("href") or "") is not None


def note_call(text: str) -> str:
    """Return the number such a link shows as a call, （注1）, which joins no figure; any other text as it is."""
    number = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return f"（注{number[1]}）" if number is not None else text
