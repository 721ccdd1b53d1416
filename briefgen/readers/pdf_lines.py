"""Glyphs of a PDF page -> printed lines: spaces that only the setting made are gone, raised figures are marked.

Horizontal and vertical setting go the same way: `start` and `end` are measured along the line, `base` across the
lines in the direction of reading, all in points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefgen.readers.inline import raised_figures

__all__ = ["Glyph", "PrintedLine", "printed_lines"]

_CELL_GAP = 2.5
"""A gap of more than so many em separates two cells or columns."""
_MIN_ROW = 3
"""So many characters in a row on a vertical page are a horizontal line."""
_NO_LINE_START = "、。，．,.：:；;？！?!」』）)〕］]｝}〉》】ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ・…‥％%"
_NO_LINE_END = "「『（(〔［[｛{〈《【"


class Glyph(NamedTuple):
    """One character with its box on the upright page, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_generated: bool = False
    """A space that pdfium put in because of a gap."""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of one column. `first_unit` is the width of what had to stay together at its beginning."""

    text: str
    page: int
    start: float
    end: float
    base: float
    size: float
    reach: float
    """Length of the page along the line."""
    position: float
    """Place of its middle on the page, 0 at the top to 1 at the bottom."""
    first_unit: float = 0.0
    first_phrase: float = 0.0
    """The same with Latin words, which some programs keep together with their neighbours."""
    is_bold: bool = False
    is_vertical: bool = False
    ends_in_space: bool = False
    """The file itself has a space behind the last character; Word writes one for the mark that ends a paragraph."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    page: int
    width: float
    height: float


def printed_lines(glyphs: Sequence[Glyph], page: int, width: float, height: float) -> list[PrintedLine]:
    """Return the lines of a page in the order in which the file draws them."""
    lines: list[PrintedLine] = []
    for stretch, is_vertical in _stretches(glyphs):
        turned = [_turn(glyph, width) for glyph in stretch] if is_vertical else stretch
        for run in _runs(turned):
            shown = _without_setting(run)
            if shown:
                line = _printed_line(shown, _Sheet(page, width, height), is_vertical)
                lines.append(replace(line, ends_in_space=run[-1].text.isspace() and not run[-1].is_generated))
    return lines


def _stretches(glyphs: Sequence[Glyph]) -> list[tuple[list[Glyph], bool]]:
    """Stretches of one direction, each with whether it is vertical; two figures side by side (縦中横) are none."""
    if not _is_set_vertically(glyphs):
        return [(list(glyphs), False)]
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        if rows and _is_right_of(rows[-1][-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    stretches: list[tuple[list[Glyph], bool]] = []
    for row in rows:
        is_vertical = len(row) < _MIN_ROW
        if stretches and stretches[-1][1] == is_vertical:
            stretches[-1][0].extend(row)
        else:
            stretches.append((row, is_vertical))
    return stretches


def _is_right_of(before: Glyph, glyph: Glyph) -> bool:
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    return shared > 0.5 * glyph.size and 0 < glyph.left - before.left < 3 * before.size


def _is_set_vertically(glyphs: Sequence[Glyph]) -> bool:
    """Whether most characters stand below, not beside, the one before."""
    balance = 0
    for before, after in pairwise(glyphs):
        across, down = after.left - before.left, after.top - before.top
        if 0 < max(abs(across), abs(down)) < 3 * before.size:
            balance += 1 if abs(down) > abs(across) else -1
    return balance > 0


def _turn(glyph: Glyph, width: float) -> Glyph:
    """The glyph as if the vertical page were set horizontally: down the line is to the right, next line is below."""
    middle, half = (glyph.top + glyph.bottom) / 2, (glyph.bottom - glyph.top) / 2
    reach = max(glyph.size / 2, half) if _is_wide(glyph.text) else half
    return glyph._replace(
        left=middle - reach, right=middle + reach, top=width - glyph.right, bottom=width - glyph.left
    )  # fmt: skip


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one line each, with the spaces behind them."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not glyph.text.isspace() and not _goes_on(run, glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _goes_on(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether the glyph stands on the line of the run, to the right of it and not far away."""
    before = next((other for other in reversed(run) if not other.text.isspace()), None)
    if before is None:
        return False
    em = max(before.size, glyph.size)
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    is_beside = shared > 0.4 * min(before.size, glyph.size)
    reach = _CELL_GAP * em if not any(other.text == "\u3000" for other in run[-3:]) else 6 * em
    return is_beside and -1.2 * em < glyph.left - before.right < reach


def _without_setting(run: Sequence[Glyph]) -> list[Glyph]:
    """The run without spaces at its ends and without those inside that only the setting made."""
    kept = [
        glyph
        for index, glyph in enumerate(run)
        if not (glyph.is_generated and glyph.text.isspace() and _is_beside_wide(run, index))
    ]
    while kept and kept[0].text.isspace():
        kept.pop(0)
    while kept and kept[-1].text.isspace():
        kept.pop()
    return kept


def _is_beside_wide(run: Sequence[Glyph], index: int) -> bool:
    around = [run[place].text for place in (index - 1, index + 1) if 0 <= place < len(run)]
    return len(around) < 2 or any(_is_wide(text) or text.isspace() for text in around)


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in "WFA"


def _printed_line(run: Sequence[Glyph], sheet: _Sheet, is_vertical: bool) -> PrintedLine:
    size = median(glyph.size for glyph in run)
    base = median(glyph.bottom for glyph in run)
    middle = (run[0].left + run[-1].right) / 2 if is_vertical else base - size / 2
    return PrintedLine(
        text=_line_text(run, size, base),
        page=sheet.page,
        start=run[0].left,
        end=run[-1].right,
        base=base,
        size=size,
        reach=sheet.height if is_vertical else sheet.width,
        position=min(max(middle / sheet.height, 0.0), 1.0) if sheet.height else 0.0,
        first_unit=_first_unit(run),
        first_phrase=_first_phrase(run),
        is_bold=sum(glyph.is_bold for glyph in run) * 2 > len(run),
        is_vertical=is_vertical,
    )


def _first_unit(run: Sequence[Glyph]) -> float:
    """Width of the characters that line breaking keeps together at the beginning of the line."""
    texts = [glyph.text for glyph in run]
    index = 0
    while index < len(run) - 1 and texts[index] in _NO_LINE_END:
        index += 1
    while index < len(run) - 1 and not _is_wide(texts[index]) and _is_inside_word(texts[index + 1]):
        index += 1
    while index < len(run) - 1 and texts[index + 1] in _NO_LINE_START:
        index += 1
    return run[index].right - run[0].left


def _first_phrase(run: Sequence[Glyph]) -> float:
    """Width up to the end of the Latin words that begin the line or follow its first character."""
    index = 1
    while index < len(run) and not _is_wide(run[index].text):
        index += 1
    return run[index - 1].right - run[0].left


def _is_inside_word(text: str) -> bool:
    return not _is_wide(text) and not text.isspace()


def _line_text(run: Sequence[Glyph], size: float, base: float) -> str:
    """The characters of the line; raised figures become （注n）, or ² behind a Latin letter or figure (km²)."""
    pieces: list[str] = []
    raised = ""
    for glyph in run:
        is_raised = glyph.size < 0.75 * size and base - glyph.bottom > 0.2 * size and glyph.text.isdigit()
        if raised and not is_raised:
            pieces.append(raised_figures(raised, "".join(pieces[-1:])))
            raised = ""
        if is_raised:
            raised += glyph.text
        else:
            pieces.append(glyph.text)
    if raised:
        pieces.append(raised_figures(raised, "".join(pieces[-1:])))
    return _with_voicing("".join(pieces))


def _with_voicing(text: str) -> str:
    """か + combining voicing mark as one character; nothing else is normalised."""
    return re.sub(r".[\u3099\u309a]", lambda match: unicodedata.normalize("NFC", match[0]), text)
