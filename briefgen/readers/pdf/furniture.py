"""Running heads, running feet and page numbers of a printed paper: found by their place, left out with one finding."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefgen.findings import Finding, Outcome
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.structure.furniture import dropped

__all__ = ["drop_repeated_lines"]

_HEAD_END = 0.12
_FOOT_BEGIN = 0.88
_SHARE = 0.4
"""Of the pages: heads that differ on left and right pages stand on half of them each."""
_MAX_CHARACTERS = 80
_PAGE_NUMBER = re.compile(
    r"[-‐–—―ー(<]?\s*(?:p\.?\s*)?(\d{1,4})\s*(?:/\s*\d{1,4}\s*)?(?:ページ|頁)?\s*[-‐–—―ー)>]?", re.IGNORECASE
)
_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_ANNEX = re.compile(
    r"[(\[【〔<]?(?:別[紙添表記図冊]|(?:参考|補足|附属|付属)?資料|参考|様式|図|表|付録|附録|appendix|annex)\s*第?#号?"
    r"(?:[-‐‑–—―ー－の.]\s*#)*(?:号?様式)?[)\]】〕>]?|[(\[【〔<]?第#号様式[)\]】〕>]?",
    re.IGNORECASE,
)
"""What stands at the head of annexes that are one page each, figures as #; at the foot it numbers the pages of one."""
_Text = tuple[str, int, int]
"""A text, or one without its figures, of which the one with this index is so much more than the number of the page."""
_Place = tuple[_Text, int]
"""A text, and its height on the page in steps of about three points."""


def drop_repeated_lines(lines: Sequence[PrintedLine], pages: int, name: str) -> Outcome[list[PrintedLine]]:
    """Return the lines without those that stand at the same place of the page margin again and again.

    Args:
        lines: all lines of the paper, with their pages.
        pages: number of pages that have text.
        name: file name, for the finding.
    """
    marginal = [(line, _places(line)) for line in lines if _is_in_margin(line)]
    needed = max(2, round(_SHARE * pages))
    counts = Counter(text for _, places in marginal for text, _ in places)
    seen: dict[_Place, set[int]] = {}
    for line, places in marginal:
        for place in places:
            if counts[place[0]] >= needed:
                seen.setdefault(place, set()).add(line.page)
    repeated = {place for place in seen if _times(place, seen) >= needed}
    gone = [line for line, places in marginal if not repeated.isdisjoint(places) or _is_page_number(line)]
    if not gone:
        return Outcome(list(lines))
    kept = set(map(id, gone))
    return Outcome([line for line in lines if id(line) not in kept], (_finding(gone, name),))


def _times(place: _Place, seen: Mapping[_Place, set[int]]) -> int:
    """On how many pages the same text stands at this height, one step more or less."""
    text, step = place
    return len(set().union(*(seen.get((text, step + shift), set()) for shift in (-1, 0, 1))))


def _places(line: PrintedLine) -> list[_Place]:
    """What a line would have in common with others, were it furniture, each with its height on the page."""
    step = round(line.position * 280)
    return [(text, step) for text in _texts(unicodedata.normalize("NFKC", line.text), line)]


def _texts(text: str, line: PrintedLine) -> Iterator[_Text]:
    """The text as it is, and without its figures: all of them where it has no letters, else one that counts the pages.

    So 海山省　３ and 海山省　４ are one head on pages 3 and 4, but 別紙３ and 別紙４, ３．目的 and ５．目的 are two.
    """
    yield text, 0, 0
    figures = _FIGURES.findall(text)
    bare = _FIGURES.sub("#", text) if figures else text
    if figures and not _LETTER.search(text):
        yield bare, 0, 0
    elif figures and not (line.position < _HEAD_END and _ANNEX.fullmatch(bare)):
        for index, figure in enumerate(figures):
            yield bare, index, int(figure) - line.page


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
