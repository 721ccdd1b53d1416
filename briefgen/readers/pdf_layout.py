"""Glyphs of a PDF page -> lines -> lines with their place in the column, ready for `rebuild_paragraphs`.

Horizontal and vertical setting go the same way: `start` and `end` are measured along the line, `base` across the
lines in the direction of reading, all in points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefgen.readers.marks import split_label
from briefgen.readers.paragraphs import Line, text_width

__all__ = ["GETA", "Glyph", "PrintedLine", "lay_out", "part_footnotes", "printed_lines"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_CELL_GAP = 2.5
"""A gap of more than so many em separates two cells or columns."""
_MIN_ROW = 3
"""So many characters in a row on a vertical page are a horizontal line."""
_MIN_COLUMN_LINES = 4
_MIN_COLUMN_EM = 8.0
_NO_LINE_START = "、。，．,.：:；;？！?!」』）)〕］]｝}〉》】ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ・…‥％%"
_STEP = 0.6
"""A difference of more than so many em is an indent, not the setting."""
_MUCH_ROOM = 0.25
"""Of the width of the column."""
_HANGING = "、。，．」』）〕］｝〉》】"
_NO_LINE_END = "「『（(〔［[｛{〈《【"
_SENTENCE_END = "。．！？!?」』）)"


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
    is_hyphen: bool = False
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
    position: float
    """Place of its middle on the page, 0 at the top to 1 at the bottom."""
    first_unit: float = 0.0
    first_phrase: float = 0.0
    """The same with Latin words, which some programs keep together with their neighbours."""
    is_bold: bool = False
    is_vertical: bool = False


# ---------------------------------------------------------------- glyphs to lines


def printed_lines(glyphs: Sequence[Glyph], page: int, width: float, height: float) -> list[PrintedLine]:
    """Return the lines of a page in the order in which the file draws them."""
    lines: list[PrintedLine] = []
    for stretch, is_vertical in _stretches(glyphs):
        turned = [_turn(glyph, width) for glyph in stretch] if is_vertical else stretch
        for run in _runs(turned):
            lines.append(_printed_line(run, page, height, is_vertical))
    return lines


def _stretches(glyphs: Sequence[Glyph]) -> list[tuple[list[Glyph], bool]]:
    """Stretches of one direction, each with whether it is vertical; two figures side by side (縦中横) are no stretch."""
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
    """Glyphs of one line each, without spaces at the ends and without those that only the setting made."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not glyph.text.isspace() and not _goes_on(run, glyph):
            yield from _tidied(run)
            run = []
        run.append(glyph)
    yield from _tidied(run)


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


def _tidied(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    kept = [
        glyph
        for index, glyph in enumerate(run)
        if not (glyph.is_generated and glyph.text.isspace() and _is_beside_wide(run, index))
    ]
    while kept and kept[0].text.isspace():
        kept.pop(0)
    while kept and kept[-1].text.isspace():
        kept.pop()
    if kept:
        yield kept


def _is_beside_wide(run: Sequence[Glyph], index: int) -> bool:
    around = [run[place].text for place in (index - 1, index + 1) if 0 <= place < len(run)]
    return len(around) < 2 or any(_is_wide(text) or text.isspace() for text in around)


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in "WFA"


def _printed_line(run: Sequence[Glyph], page: int, height: float, is_vertical: bool) -> PrintedLine:
    size = median(glyph.size for glyph in run)
    base = median(glyph.bottom for glyph in run)
    middle = (run[0].left + run[-1].right) / 2 if is_vertical else base - size / 2
    return PrintedLine(
        text=_line_text(run, size, base),
        page=page,
        start=run[0].left,
        end=run[-1].right,
        base=base,
        size=size,
        position=min(max(middle / height, 0.0), 1.0) if height else 0.0,
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


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _line_text(run: Sequence[Glyph], size: float, base: float) -> str:
    """The characters of the line; raised figures become （注n）, or ² behind a Latin letter or figure (km²)."""
    pieces: list[str] = []
    raised = ""
    for glyph in run:
        is_raised = glyph.size < 0.75 * size and base - glyph.bottom > 0.2 * size and glyph.text.isdigit()
        if raised and not is_raised:
            pieces.append(_raised_text(raised, pieces))
            raised = ""
        if is_raised:
            raised += glyph.text
        else:
            pieces.append("-" if glyph.is_hyphen else glyph.text)
    if raised:
        pieces.append(_raised_text(raised, pieces))
    return _with_voicing("".join(pieces))


def _raised_text(figures: str, before: Sequence[str]) -> str:
    is_power = bool(before) and re.match(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ㎞㎝㎜]", before[-1][-1]) is not None
    plain = unicodedata.normalize("NFKC", figures)
    if is_power:
        return plain.translate(_SUPERSCRIPTS)
    return plain if before and before[-1][-1] in "注※＊*" else f"（注{plain}）"


def _with_voicing(text: str) -> str:
    """か + combining voicing mark as one character; nothing else is normalised."""
    return re.sub(r".[\u3099\u309a]", lambda match: unicodedata.normalize("NFC", match[0]), text)


# ---------------------------------------------------------------- lines to their place in the column


@dataclass(frozen=True, slots=True)
class _Column:
    start: float
    end: float


def lay_out(lines: Sequence[PrintedLine]) -> list[Line]:
    """Return the lines with indent, gap, relative size and fullness, in the same order."""
    if not lines:
        return []
    body = _body_size(lines)
    columns = _with_common_edges(_columns_of_lines(lines))
    pitch = _usual_pitch(lines, columns)
    placed = [_placed(line, column, body) for line, column in zip(lines, columns, strict=True)]
    laid: list[Line] = []
    run = 1
    for index, line in enumerate(lines):
        runs_on = _runs_on(placed[index : index + 3], run)
        gap = _gap(lines[index - 1], line, pitch) if index else 0.0
        laid.append(
            Line(
                line.text,
                line.page,
                indent=placed[index].indent,
                gap_before=gap,
                size=line.size / body,
                is_bold=line.is_bold,
                is_full=runs_on,
                position=line.position,
            )
        )
        run = run + 1 if runs_on else 1
    return laid


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line and its place in its column."""

    line: PrintedLine
    column: _Column
    indent: float
    """From the edge of the column, in em."""
    is_title: bool


def _placed(line: PrintedLine, column: _Column, body: float) -> _Placed:
    return _Placed(line, column, max(line.start - column.start, 0.0) / line.size, line.size > 1.15 * body)


def _body_size(lines: Sequence[PrintedLine]) -> float:
    """The size in which most characters are set."""
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[round(line.size, 1)] = sizes.get(round(line.size, 1), 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) or 1.0


def _usual_pitch(lines: Sequence[PrintedLine], columns: Sequence[_Column]) -> float:
    """The usual distance from line to line, in points; 0 when no two lines follow each other."""
    steps = [
        after.base - before.base
        for (before, left), (after, right) in pairwise(zip(lines, columns, strict=True))
        if before.page == after.page and left == right and after.base > before.base
    ]
    return median(steps) if steps else 0.0


def _gap(before: PrintedLine | None, line: PrintedLine, pitch: float) -> float:
    if before is None or before.page != line.page or line.base <= before.base or not pitch:
        return 0.0
    return max((line.base - before.base) / max(pitch, line.size) - 1.0, 0.0)


def _runs_on(ahead: Sequence[_Placed], run: int) -> bool:
    """Whether the second of these lines continues the paragraph of the first, which is line number `run` of it."""
    if len(ahead) < 2:
        return False
    here, after = ahead[:2]
    if here.line.is_vertical != after.line.is_vertical or _steps_back(here, after):
        return False
    if here.is_title and after.is_title:
        return _is_same_title(here.line, after.line)
    return not _has_room(here, after) and not _is_set_anew(here, after, run) and not _are_first_lines(ahead, run)


def _are_first_lines(ahead: Sequence[_Placed], run: int) -> bool:
    """Whether a whole paragraph of one indented line is followed by the indented first line of the next."""
    if run > 1 or len(ahead) < 3 or ahead[0].line.text[-1] not in _SENTENCE_END:
        return False
    first, second, third = (placed.indent for placed in ahead)
    return first > _STEP and abs(second - first) < _STEP and third < second - _STEP


def _steps_back(here: _Placed, after: _Placed) -> bool:
    """Whether the next line of the same column stands beside or above this one: another cell, not the next line."""
    is_same_column = here.line.page == after.line.page and here.column == after.column
    return is_same_column and after.line.base < here.line.base + 0.5 * here.line.size


def _is_same_title(line: PrintedLine, after: PrintedLine) -> bool:
    """Whether both large lines stand close together: a title is broken by hand, and centred."""
    is_alike = abs(line.size - after.size) < 0.05 * line.size
    return is_alike and line.page == after.page and 0 < after.base - line.base < 2.2 * line.size


def _has_room(here: _Placed, after: _Placed) -> bool:
    """Whether the beginning of the next line would have found room: the line was ended on purpose.

    Some programs move a Latin phrase with its neighbours to the next line; so without the end of a sentence there
    must be much room, or the look of a new paragraph.
    """
    line = here.line
    room = here.column.end - line.end
    if line.text[-1] in _SENTENCE_END:
        return room >= after.line.first_unit + 0.1 * line.size
    is_wide = room >= _MUCH_ROOM * (here.column.end - here.column.start)
    looks_new = is_wide or _label_width(after.line) > 0 or _is_indented(here, after)
    return looks_new and room >= max(after.line.first_unit, after.line.first_phrase) + 0.5 * line.size


def _is_set_anew(here: _Placed, after: _Placed, run: int) -> bool:
    """Whether indent or label of the next line shows a new paragraph although this line is full."""
    if run > 1 and after.indent - here.indent < -_STEP:
        return True
    is_end = here.line.text[-1] in _SENTENCE_END
    return is_end and (_is_indented(here, after, run) or _label_width(after.line) > 0)


def _is_indented(here: _Placed, after: _Placed, run: int = 1) -> bool:
    """Whether the next line is indented against this one, and not only hanging behind the label of this one."""
    step = after.indent - here.indent
    hanging = _label_width(here.line) if run == 1 else 0.0
    return step > _STEP and (hanging == 0 or step < 1 + _STEP < hanging)


def _label_width(line: PrintedLine) -> float:
    """Width of the number or mark that begins the line, in em; 0 without one."""
    label = split_label(line.text)
    return text_width(label.mark) if label is not None else 0.0


# ---------------------------------------------------------------- foot notes

_NOTE_MARK = re.compile(r"（注|[（(]?注\s*[0-9０-９]|[0-9０-９]{1,2}(?:[\s　）)]|(?=[^0-9０-９]))|[※＊*]")


def part_footnotes(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of the body and those of the foot notes: smaller, at the foot of a page, begun by a note mark."""
    if not lines:
        return [], []
    body = _body_size(lines)
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    notes = {id(line) for page in pages.values() for line in _footnotes(page, body)}
    return [line for line in lines if id(line) not in notes], [line for line in lines if id(line) in notes]


def _footnotes(page: Sequence[PrintedLine], body: float) -> list[PrintedLine]:
    """The run of small lines with which the page ends, from its first note mark on."""
    lowest = max((line.base for line in page if line.size > 0.93 * body), default=0.0)
    small = [line for line in page if line.size <= 0.93 * body and line.base > lowest and line.position > 0.5]
    first = next((index for index, line in enumerate(small) if _NOTE_MARK.match(line.text)), len(small))
    return small[first:]


# ---------------------------------------------------------------- columns


def _columns_of_lines(lines: Sequence[PrintedLine]) -> list[_Column]:
    """The column of each line; every page is looked at by itself."""
    pages: dict[tuple[int, bool], list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault((line.page, line.is_vertical), []).append(index)
    found: dict[int, _Column] = {}
    for indices in pages.values():
        for group in _split_columns([lines[index] for index in indices], indices):
            members = [lines[index] for index in group]
            column = _Column(min(line.start for line in members), _right_edge(members))
            found.update(dict.fromkeys(group, column))
    return [found[index] for index in range(len(lines))]


def _split_columns(lines: Sequence[PrintedLine], indices: Sequence[int]) -> Iterator[list[int]]:
    """Groups of indices, one for each column, and one for the lines that run across both."""
    gutter = _gutter(lines)
    if gutter is None:
        yield list(indices)
        return
    sides: tuple[list[int], list[int], list[int]] = ([], [], [])
    for index, line in zip(indices, lines, strict=True):
        sides[0 if line.end <= gutter else 1 if line.start >= gutter - 1 else 2].append(index)
    by_index = dict(zip(indices, lines, strict=True))
    for side in sides[:2]:
        yield from _split_columns([by_index[index] for index in side], side)
    if sides[2]:
        yield sides[2]


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Where the right column begins, or None: few lines cross it, and both sides are wide and have several lines."""
    best: tuple[int, float] | None = None
    for start in {line.start for line in lines}:
        left = [line for line in lines if line.end <= start]
        right = [line for line in lines if line.start >= start - 1]
        across = len(lines) - len(left) - len(right)
        if _is_column(left) and _is_column(right) and across <= 0.3 * len(lines):
            best = min(best or (across, start), (across, start))
    return best[1] if best is not None else None


def _is_column(lines: Sequence[PrintedLine]) -> bool:
    wide = [line for line in lines if line.end - line.start >= _MIN_COLUMN_EM * line.size]
    return len(wide) >= _MIN_COLUMN_LINES and len(wide) * 2 >= len(lines)


def _right_edge(lines: Sequence[PrintedLine]) -> float:
    """The greatest line end that others confirm within an em; marks that may hang over the edge do not count."""
    ends = sorted(map(_end_without_hanging, lines), reverse=True)
    em, needed = lines[0].size, max(1, len(lines) // 20)
    return next((end for end, other in zip(ends, ends[needed:], strict=False) if end - other < em), ends[0])


def _end_without_hanging(line: PrintedLine) -> float:
    marks = len(line.text) - len(line.text.rstrip(_HANGING))
    return line.end - line.size * marks


def _with_common_edges(columns: Sequence[_Column]) -> list[_Column]:
    """Columns that begin at the same place on several pages share the edges of the widest of them."""
    kinds: list[list[float]] = []
    for start, end in sorted({(column.start, column.end) for column in columns}):
        if kinds and start - kinds[-1][0] < 8:
            kinds[-1][1] = max(kinds[-1][1], end)
        else:
            kinds.append([start, end])
    return [_common(column, kinds) for column in columns]


def _common(column: _Column, kinds: Sequence[Sequence[float]]) -> _Column:
    start, end = next(kind for kind in reversed(kinds) if kind[0] <= column.start)
    return _Column(start, end)
