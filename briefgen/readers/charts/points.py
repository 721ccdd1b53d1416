"""The points of a chart: figures in their formats, labels on several levels, words with raised figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from lxml import etree

from briefgen.readers.inline.linear import lowered_text, raised_text
from briefgen.readers.structure.breaks import join_apart
from briefgen.readers.xlsx.format import plain_number, shown_number

__all__ = [
    "PointReader",
    "drawn_text",
    "joined_levels",
    "number",
    "one_line",
    "paragraph_text",
    "widened",
    "with_words",
]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FIGURE = re.compile(r"[-+]?(?:\d{1,50}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][-+]?\d{1,3})?")
_NO_FIGURE = re.compile(r"#|[-+]?(?:nan|inf)", re.IGNORECASE)
"""For an error (#N/A) and what is no number a chart shows a gap."""
_PLACES = re.compile(r'("[^"]*"|\\.|\[[^\]]*\])|([#0?][#0?,]*)(?:\.([#0?]*))?(,*)')
_MOST_LEVELS = 10
_LAST_PLACE = re.compile(r"\d{1,9}")


class PointReader:
    """Reads the points of one chart, up to `most`."""

    def __init__(self, most: int, from_1904: bool = False) -> None:
        self.left = most
        """How many more may be read; below 0 there were more."""
        self.unformatted = 0
        self._from_1904 = from_1904

    def taken(self, points: Iterable[etree._Element]) -> list[tuple[int, etree._Element]]:
        """Return points with their places; one without a place is none."""
        found = list(islice(points, max(self.left, 0) + 1))
        self.left -= len(found)
        return [(int(p.get("idx", "")), p) for p in found if _LAST_PLACE.fullmatch(str(p.get("idx", "")))]

    def levels(self, levels: Iterable[etree._Element]) -> list[etree._Element]:
        """Return the levels of labels from the outermost, which comes last; nobody writes more than a few."""
        found = list(islice(levels, _MOST_LEVELS + 1))
        if len(found) > _MOST_LEVELS:
            self.left = -1
        return found[_MOST_LEVELS - 1 :: -1]

    def begin_series(self) -> None:
        """Count a series as a point: there may be thousands without any."""
        self.left -= 1

    def figure(self, text: str, code: str, unit: Decimal = Decimal(1)) -> str:
        """Return what a chart shows of a figure, in parts of `unit`; of a word the word, of an error nothing."""
        value = number(text)
        if value is None:
            return "" if _NO_FIGURE.match(text.strip()) else one_line(text)
        plain = text.strip() if unit == 1 else str(value / unit)
        shown = shown_number(plain, code, self._from_1904)
        self.unformatted += shown is None
        return (plain_number(plain) if shown is None else shown).strip()

    def shares(self, figures: Mapping[int, str], code: str) -> dict[int, str]:
        """Return what each of the figures of a pie is of all of them."""
        sizes = {place: abs(number(text) or Decimal(0)) for place, text in figures.items()}
        whole = sum(sizes.values(), Decimal(0))
        return {place: self.figure(str(size / whole), code) for place, size in sizes.items() if size}


def number(text: str) -> Decimal | None:
    """Return the figure, None for a word, an error (#N/A) or what is no number."""
    return Decimal(text.strip()) if _FIGURE.fullmatch(text.strip()) else None


def widened(code: str) -> str:
    """Return the code with all places behind the point: the marks of an axis are round, its figures are not."""

    def places(match: re.Match[str]) -> str:
        kept, whole, behind, commas = match.groups()
        return kept or f"{whole}.{behind or ''}{'#' * 10}{commas}"

    return _PLACES.sub(places, code)


def one_line(text: str) -> str:
    """Return a label of several lines as one."""
    return join_apart(text.replace("_x000D_", "").splitlines())


def joined_levels(levels: Sequence[dict[int, str]]) -> dict[int, str]:
    """Return the labels of several levels as one each, the outermost first; it stands once for all below it."""
    shown: dict[int, str] = {}
    current = [""] * len(levels)
    for place in sorted(set().union(*levels)):
        current[-1:] = [""]
        for depth, level in enumerate(levels):
            if place in level:
                current[depth:] = [level[place], *[""] * (len(levels) - depth - 1)]
        shown[place] = " ".join(filter(None, current))
    return shown


def with_words(shown: Mapping[int, str], *words: Mapping[int, str]) -> dict[int, str]:
    """Return figures with what stands beside them in brackets; words that only repeat the figure go."""
    beside = {
        place: [w[place] for w in words if w.get(place, "") not in ("", figure)] for place, figure in shown.items()
    }
    return {place: figure + f"（{'、'.join(beside[place])}）" * bool(beside[place]) for place, figure in shown.items()}


def drawn_text(body: etree._Element | None) -> str:
    """Return the words of a DrawingML text body (ECMA-376 part 1, 21.1.2) in one line."""
    paragraphs = body.iterfind(_A + "p") if body is not None else ()
    return join_apart([line for paragraph in paragraphs for line in paragraph_text(paragraph).split("\n")])


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the words of one of its paragraphs, raised and lowered figures told apart."""
    text = ""
    for run in paragraph:
        if run.tag == _A + "br":
            text += "\n"
            continue
        words, look = str(run.findtext(_A + "t") or ""), run.find(_A + "rPr")
        shift = str(look.get("baseline", "0")) if look is not None else "0"
        if shift.strip("-0%") and words:
            words = lowered_text(words, text, "") if shift.startswith("-") else raised_text(words, text)
        text += words
    return text.strip()
