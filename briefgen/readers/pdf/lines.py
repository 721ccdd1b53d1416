"""Runs of a PDF page -> printed lines: spaces that only the setting made are gone, raised figures are marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from briefgen.readers.inline.linear import raised_text
from briefgen.readers.pdf.pieces import is_wide
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.spaces import spaces
from briefgen.readers.structure.marks import Style, split_label

__all__ = ["PrintedLine", "printed_lines"]

_CELL_GAP = 2.5
"""A gap of more than so many em separates two cells or columns."""
_FIGURE_GAP = 1.2
"""The same between figures."""
_FIGURE = re.compile(r"[▲△+＋\-－−]?[0-9０-９][0-9０-９,，.．]*[%％]?")
_NAME_GAP = 3.5
"""The same between two letters of a name, which is set as wide as five."""
_LONGEST_LABEL = 13
_ENDED_LABEL = tuple("）)答問：．")
"""Behind a label that ends so stands a figure as well as a word; 12 and ３４ are two cells."""
_ANY_TEXT = "それは。"
_TIME = re.compile(r"[0-9０-９]{1,2}[:：][0-9０-９]{2}(?:[～〜－-](?:[0-9０-９]{1,2}[:：][0-9０-９]{2})?)?")
_WIDEST_GAP = 6.0
"""The same behind a full-width space."""
_SMALLEST = 1.0
"""In points; letters of a damaged file may have no size at all."""
_LONGEST_UNIT = 60
"""Line breaking is looked at within so many characters."""
_RAISED = 0.88
"""So small, in sizes of the line, are raised figures at most: HTML sets them in 0.83."""
_CALL = re.compile(r"[注※＊*†‡0-9０-９,，、・~〜+\-−－（）()〔〕\[\]]+")
_Number = TypeVar("_Number", bool, float)
_SIZE: Callable[[Run], float] = attrgetter("size")
_BOTTOM: Callable[[Run], float] = attrgetter("bottom")
_IS_BOLD: Callable[[Run], bool] = attrgetter("is_bold")
_NO_LINE_START = "、。，．,.：:；;？！?!」』）)〕］]｝}〉》】ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ・…‥％%"
_NO_LINE_END = "「『（(〔［[｛{〈《【"


class PrintedLine(NamedTuple):
    """One line of one column: `start` and `end` along the line, `base` across the lines, in points.

    `first_unit` is the width of what had to stay together at its beginning.
    """

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
    is_aside: bool = False
    """It stands on its side or upside down beside the text."""
    frame: Box | None = None
    """The frame drawn around it and others."""
    limit: float | None = None
    """Where the text beside it begins, at which it was wrapped."""


def printed_lines(runs: Sequence[Run], sheet: Sheet) -> list[PrintedLine]:
    """Return the lines of a page in the order in which the file draws them; slanted runs are no part of them."""
    lines: list[PrintedLine] = []
    for group in _lines_of_runs(run for run in runs if not run.is_slanted):
        line = _printed_line(group, sheet)
        if line is not None:
            lines.append(line)
    return lines


def _lines_of_runs(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs of one line each; spaces belong to the line before them."""
    line: list[Run] = []
    before: Run | None = None
    for run in runs:
        is_shown = not run.text.isspace()
        if line and is_shown and (before is None or not _goes_on(line, before, run)):
            yield line
            line = []
        line.append(run)
        before = run if is_shown else before
    if line:
        yield line


def _goes_on(line: Sequence[Run], before: Run, run: Run) -> bool:
    """Whether the run stands on the line, to the right of its last text `before` and not far away."""
    em, gap = before.size if before.size > run.size else run.size, run.lefts[0] - before.rights[-1]
    if before.is_vertical != run.is_vertical or not (-1.2 * em < gap < _WIDEST_GAP * em or _is_one_sign(before, run)):
        return False
    shared = min(before.bottom, run.bottom) - max(before.top, run.top)
    if shared <= 0.4 * min(before.size, run.size, before.bottom - before.top, run.bottom - run.top):
        return False
    return (
        (gap < _CELL_GAP * em and not (gap > _FIGURE_GAP * em and _are_figures(before, run)))
        or _ends_in_wide_space(line, before)
        or _is_name(line, run, gap / em)
        or _is_label(line, run)
    )


def _are_figures(before: Run, run: Run) -> bool:
    """Whether both are whole figures, which side by side are two."""
    return _FIGURE.fullmatch(before.text.strip()) is not None and _FIGURE.fullmatch(run.text.strip()) is not None


def _is_one_sign(before: Run, run: Run) -> bool:
    """Whether the last and the first character of two runs are drawn as one (――)."""
    return before.lefts[-1] == run.lefts[0] and before.rights[-1] == run.rights[0]


def _is_name(line: Sequence[Run], run: Run, gap: float) -> bool:
    """Whether two letters far apart behind other text are a name, as in 大臣　森　　　進; the gap in em."""
    return len(line) > 1 and gap < _NAME_GAP and _is_kanji(run.text.strip()) and _is_kanji(line[-1].text.strip())


def _is_kanji(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"


def _is_label(line: Sequence[Run], run: Run) -> bool:
    """Whether all of a line is the number, the speaker or the time of the text that stands behind a tab."""
    text, first = "".join(part.text for part in line).strip(), run.text.strip()[:1]
    if (
        len(text) > _LONGEST_LABEL
        or not is_wide(first)
        or not (first.isalpha() or first in "「『【〔" or text[-1:] in _ENDED_LABEL)
    ):
        return False
    label = split_label(f"{text}\u3000{_ANY_TEXT}")
    if label is None:
        return _TIME.fullmatch(text) is not None
    return label.rest == _ANY_TEXT or label.style is Style.SPEAKER


def _ends_in_wide_space(line: Sequence[Run], before: Run) -> bool:
    spaces = (other.text for other in line[-2:] if other.text.isspace())
    return "\u3000" in before.text[len(before.text.rstrip()) :] or any("\u3000" in space for space in spaces)


def _printed_line(runs: Sequence[Run], sheet: Sheet) -> PrintedLine | None:
    """The line these runs make, without spaces at its ends; None when it is nothing but spaces."""
    shown = _without_outer_spaces(runs)
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    size, base, is_bold = _usual_setting(shown)
    unit, phrase = _first_widths(shown)
    start, end = first.lefts[0], last.rights[-1]
    middle = (start + end) / 2 if first.is_vertical else base - size / 2
    return PrintedLine(
        _line_text(shown, size, base),
        sheet.number,
        start,
        end,
        base,
        size,
        sheet.height if first.is_vertical else sheet.width,
        min(max(middle / sheet.height, 0.0), 1.0) if sheet.height else 0.0,
        unit,
        phrase,
        is_bold,
        first.is_vertical,
        runs[-1].text[-1:].isspace(),
    )


def _without_outer_spaces(runs: Sequence[Run]) -> Sequence[Run]:
    if runs[0].text[:1].strip() and runs[-1].text[-1:].strip():
        return runs
    shown = list(runs)
    while shown and not shown[0].text.strip():
        shown.pop(0)
    while shown and not shown[-1].text.strip():
        shown.pop()
    if shown:
        shown[0] = _trimmed(shown[0], len(shown[0].text) - len(shown[0].text.lstrip()), len(shown[0].text))
        shown[-1] = _trimmed(shown[-1], 0, len(shown[-1].text.rstrip()))
    return shown


def _trimmed(run: Run, begin: int, end: int) -> Run:
    """The run from `begin` to before `end`, where characters and edges match one to one: with ligatures they do not."""
    text = run.text
    if (begin == 0 and end == len(text)) or len(text) != len(run.lefts):
        return run
    return run._replace(text=text[begin:end], lefts=run.lefts[begin:end], rights=run.rights[begin:end])


def _usual_setting(runs: Sequence[Run]) -> tuple[float, float, bool]:
    """Size and base of the middle character of a line, and whether it is bold."""
    if len(runs) == 1:
        return max(runs[0].size, _SMALLEST), runs[0].bottom, runs[0].is_bold
    size, base, first = _usual(runs, _SIZE), _usual(runs, _BOTTOM), runs[0]
    if size < _RAISED * first.size and first.bottom - base > 0.2 * first.size:  # a figure with a long note call
        size, base = first.size, first.bottom
    return max(size, _SMALLEST), base, _usual(runs, _IS_BOLD)


def _usual(runs: Sequence[Run], of: Callable[[Run], _Number]) -> _Number:
    """What the middle character has, when the characters are ordered by it."""
    values = list(map(of, runs))
    if values.count(values[0]) == len(values):
        return values[0]
    weights = [len(run.text) for run in runs]
    half, seen = sum(weights) / 2, 0
    for value, weight in sorted(zip(values, weights, strict=True)):
        seen += weight
        if seen > half:
            return value
    return values[-1]


def _first_widths(runs: Sequence[Run]) -> tuple[float, float]:
    """Width of what line breaking keeps together at the beginning of the line, without and with Latin words."""
    first = runs[0]
    if _may_part(first.text[:2]):
        width = first.rights[0] - first.lefts[0]
        return width, width
    opening = _opening(runs)
    return _width_up_to(runs, _first_unit(opening)), _width_up_to(runs, _first_phrase(opening))


@lru_cache(maxsize=4096)
def _may_part(pair: str) -> bool:
    """Whether a line may be broken between these two characters, both of them wide."""
    one, two = pair[:1], pair[1:]
    return is_wide(one) and is_wide(two) and one not in _NO_LINE_END and two not in _NO_LINE_START


def _opening(runs: Sequence[Run]) -> str:
    """The first characters of the line, as many as line breaking looks at."""
    text = ""
    for run in runs:
        text += run.text
        if len(text) > _LONGEST_UNIT:
            break
    return text[:_LONGEST_UNIT]


def _width_up_to(runs: Sequence[Run], count: int) -> float:
    """Width of the first `count` characters."""
    left = count
    for run in runs:
        if left <= len(run.rights):
            return run.rights[left - 1] - runs[0].left
        left -= len(run.rights)
    return runs[-1].right - runs[0].left


def _first_unit(text: str) -> int:
    """Number of the characters that line breaking keeps together at the beginning of the line."""
    index, last = 0, len(text) - 1
    while index < last and text[index] in _NO_LINE_END:
        index += 1
    while index < last and not is_wide(text[index]) and _is_inside_word(text[index + 1]):
        index += 1
    while index < last and text[index + 1] in _NO_LINE_START:
        index += 1
    return index + 1


def _first_phrase(text: str) -> int:
    """Number of the characters up to the end of the Latin words that begin the line or follow its first character."""
    index = 1
    while index < len(text) and not is_wide(text[index]):
        index += 1
    return index


def _is_inside_word(text: str) -> bool:
    return not is_wide(text) and not text.isspace()


def _line_text(runs: Sequence[Run], size: float, base: float) -> str:
    """The characters of the line; raised figures become （注n）, or ² behind a Latin letter or figure (km²)."""
    if len(runs) == 1 and runs[0].size == size and not runs[0].reading:
        return _with_voicing(runs[0].text)
    text, raised = "", ""
    for run, space in zip(runs, spaces(runs), strict=True):
        is_raised = run.size < _RAISED * size and base - run.bottom > 0.2 * size and _CALL.fullmatch(run.text)
        if raised and not is_raised:
            text, raised = text + raised_text(raised, text), ""
        if is_raised:
            raised += run.text
        else:
            is_apart = not (text[-1:].isspace() or run.text[:1].isspace())
            text += (space if is_apart else "") + (f"｜{run.text}《{run.reading}》" if run.reading else run.text)
    if raised:
        text += raised_text(raised, text)
    return _with_voicing(text)


def _with_voicing(text: str) -> str:
    """か + combining voicing mark as one character; nothing else is normalised."""
    if "\u3099" not in text and "\u309a" not in text:
        return text
    return re.sub(r".[\u3099\u309a]", lambda match: unicodedata.normalize("NFC", match[0]), text)
