"""Running heads, running feet and page numbers of a printed paper: found by their place, left out with one finding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from briefgen.findings import Finding, Outcome
from briefgen.readers.furniture import dropped
from briefgen.readers.pdf_lines import PrintedLine

__all__ = ["drop_repeated_lines"]

_HEAD_END = 0.12
_FOOT_BEGIN = 0.88
_SHARE = 0.4
"""Of the pages: heads that differ on left and right pages stand on half of them each."""
_MAX_CHARACTERS = 80
_PAGE_NUMBER = re.compile(
    r"[-‐–—―ー(<]?\s*(?:p\.?\s*)?(\d{1,4})\s*(?:/\s*\d{1,4}\s*)?(?:ページ|頁)?\s*[-‐–—―ー)>]?", re.IGNORECASE
)
_Place = tuple[str, int]
"""The text of a line without its figures, and its height on the page in steps of about three points."""


def drop_repeated_lines(lines: Sequence[PrintedLine], pages: int, name: str) -> Outcome[list[PrintedLine]]:
    """Return the lines without those that stand at the same place of the page margin again and again.

    Args:
        lines: all lines of the paper, with their pages.
        pages: number of pages that have text.
        name: file name, for the finding.
    """
    seen: dict[_Place, set[int]] = {}
    marginal = [(line, _place(line)) for line in lines if _is_in_margin(line)]
    for line, place in marginal:
        seen.setdefault(place, set()).add(line.page)
    needed = max(2, round(_SHARE * pages))
    repeated = {place for place in seen if _times(place, seen) >= needed}
    gone = [line for line, place in marginal if place in repeated or _is_page_number(line)]
    if not gone:
        return Outcome(list(lines))
    kept = set(map(id, gone))
    return Outcome([line for line in lines if id(line) not in kept], (_finding(gone, name),))


def _times(place: _Place, seen: Mapping[_Place, set[int]]) -> int:
    """On how many pages the same text stands at this height, one step more or less."""
    text, step = place
    return len(set().union(*(seen.get((text, step + shift), set()) for shift in (-1, 0, 1))))


def _place(line: PrintedLine) -> _Place:
    return re.sub(r"\d+", "#", unicodedata.normalize("NFKC", line.text)), round(line.position * 280)


def _is_in_margin(line: PrintedLine) -> bool:
    return (line.position < _HEAD_END or line.position > _FOOT_BEGIN) and len(line.text) <= _MAX_CHARACTERS


def _is_page_number(line: PrintedLine) -> bool:
    """Whether the line is nothing but the number of its own page, at the very edge."""
    if 0.08 < line.position < 0.92:
        return False
    match = _PAGE_NUMBER.fullmatch(unicodedata.normalize("NFKC", line.text).strip())
    return match is not None and int(match[1]) == line.page


def _finding(gone: Sequence[PrintedLine], name: str) -> Finding:
    texts = list(dict.fromkeys(line.text for line in gone))
    numbers = [text for text in texts if _PAGE_NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())]
    heads = [text for text in texts if text not in numbers]
    kind = " and ".join(filter(None, ("running heads" if heads else "", "page numbers" if numbers else "")))
    return dropped(kind, heads + numbers, name)
