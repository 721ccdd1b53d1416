"""Notes of the Aozora Bunko kind in plain text: characters that are not at hand, and remarks for the setter.

The forms are those of the library's manual for annotations (注記一覧): ``※［＃「てへん＋劣」、第3水準1-84-77］``
names a place in JIS X 0213 (plane, row, cell), ``※［＃…、U+6DC4、…］`` a code point; ``［＃３字下げ］`` speaks to the
setter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.readers.inline.rules import GETA
from briefgen.readers.structure.furniture import dropped_findings

__all__ = ["resolve_notes"]

_GAIJI = re.compile(r"※［＃([^［］\n]{1,200})］")
_REMARK = re.compile(r"［＃[^［］\n]{1,200}］")
_PLACE = re.compile(r"(?:第[34]水準|補助漢字)?\s*([12])-(\d{1,2})-(\d{1,2})")
_CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})", re.IGNORECASE)
_DESCRIPTION = re.compile(r"「[^」]*」")


def resolve_notes(text: str, name: str) -> Outcome[str]:
    """Return the text with each named character in its place, 〓 for one that cannot be found, without remarks.

    What became 〓 is a warning, the remarks left out are a finding.
    """
    if "［＃" not in text:
        return Outcome(text)
    unknown: list[str] = []

    def resolve(match: re.Match[str]) -> str:
        character = _character(match[1])
        if character is None:
            unknown.append(match[1])
        return character or GETA

    resolved = _GAIJI.sub(resolve, text)
    remarks = [match[0] for match in _REMARK.finditer(resolved)]
    return Outcome(_REMARK.sub("", resolved), tuple(_findings(unknown, remarks, name)))


def _findings(unknown: list[str], remarks: list[str], name: str) -> Iterator[Finding]:
    if unknown:
        shown = "; ".join(unknown[:5])
        message = f"{len(unknown)} described character(s) could not be found and stand as {GETA}: {shown}."
        hint = "Look the character up and put it into the text."
        yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint)
    yield from dropped_findings("remarks for the setter", remarks, name)


def _character(note: str) -> str | None:
    """The character a note names by its code point or its place in JIS X 0213; None for a mere description."""
    folded = unicodedata.normalize("NFKC", _DESCRIPTION.sub("", note))
    point = _CODE_POINT.search(folded)
    if point is not None:
        number = int(point[1], 16)
        is_character = number <= 0x10FFFF and unicodedata.category(chr(number)) not in ("Cs", "Co", "Cn", "Cc")
        return chr(number) if is_character else None
    place = _PLACE.search(folded)
    return _at_place(*(int(figures) for figures in place.groups())) if place is not None else None


def _at_place(plane: int, row: int, cell: int) -> str | None:
    if not (1 <= row <= 94 and 1 <= cell <= 94):
        return None
    raised = bytes((row + 0xA0, cell + 0xA0))
    try:
        return (raised if plane == 1 else b"\x8f" + raised).decode("euc_jis_2004")
    except UnicodeDecodeError:
        return None
