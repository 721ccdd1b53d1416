"""Printed lines -> lines with their place in the column, ready for `rebuild_paragraphs`; foot notes set apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import compress, groupby, pairwise
from operator import attrgetter, not_
from statistics import median
from typing import NamedTuple

from briefgen.readers.pdf.columns import SENTENCE_END, Column, columns_of_lines
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.structure.breaks import is_running
from briefgen.readers.structure.marks import split_label
from briefgen.readers.structure.metadata import parse_dateline
from briefgen.readers.structure.paragraphs import Line, text_width

__all__ = ["body_size", "lay_out", "part_footnotes"]

_MIN_FULL = 2
"""So many lines of running text that end at the same place show where a column ends."""
_STEP = 0.6
"""A difference of more than so many em is an indent, not the setting."""
_FAR = 4.0
"""Further in than so many em stand lines that are centred or at the right, not the first lines of paragraphs; a
sentence that ends so far above the next line, over a table, a frame or a picture, ends its paragraph."""
_MUCH_ROOM = 0.25
"""Of the width of the column."""
_MUCH_ROOM_IN_LIST = 0.1
"""The same where no lines show that text is wrapped there."""


def lay_out(lines: Sequence[PrintedLine], body: float = 0.0) -> list[Line]:
    """Return the lines with indent, gap, relative size and fullness, in the same order.

    Sizes are relative to `body`, the size of the text in points, or to that of most of these lines.
    """
    if not lines:
        return []
    body = body or body_size(lines)
    columns = columns_of_lines(lines)
    pitch = _usual_pitch(lines, columns)
    placed = [_placed(line, column, body) for line, column in zip(lines, columns, strict=True)]
    rooms = [_has_room(here, after) for here, after in pairwise(placed)]
    is_marked = _has_paragraph_marks(placed, rooms)
    laid: list[Line] = []
    run = 1
    for index, (line, text, _, indent, _) in enumerate(placed):
        ahead = placed[index : index + 3]
        runs_on = len(ahead) > 1 and _runs_on(ahead, run, rooms[index]) and not (is_marked and line.ends_in_space)
        step = line.base - lines[index - 1].base if index else 0.0
        gap = _gap(lines[index - 1], line, pitch) if step > pitch else 0.0
        laid.append(
            Line(
                text,
                line.page,
                indent,
                gap,
                line.size / body,
                line.is_bold,
                runs_on,
                line.position,
            )
        )
        run = run + 1 if runs_on else 1
    return laid


_LEADER = re.compile(
    r"[\s　]*(?:[…‥]{2,}|[.．・･·]{4,}|(?:[.．・･·] ){4,})[\s　]*(?=[-－(（]?[0-9０-９ivxⅰ-ⅻ]{1,5}[-－)）]?$)"
)
"""The dots that lead from an entry of a list of contents to its page."""
_DOTS = re.compile(r"[…‥]{2}|(?:[.．・･·] ?){4}")
_PAGE_END = frozenset("0123456789０１２３４５６７８９ivxⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ-－)）")
"""Such an entry ends in one of these."""
_CENTRED = 2.0
"""Centred lines begin further in than so many em."""
_WIDE_TITLE = 0.4
"""Of the column; a shorter centred line was not broken."""
_NARROW_AT_RIGHT = 0.36
"""Of the column; wider text in the right half may be wrapped beside a picture."""
_TITLE_END = re.compile(r"(?:[。．！？!?）)」』】］〕〉》]|について)$")
_APART = re.compile(r"[（(【［〔〈《＜「『―—–‐～〜－※＊*]")
"""What a line begins with that is no more of a title: a subtitle, a remark."""


_END = re.compile(r"[（(](?:了|以上|終|終わり)[）)]|以上")
"""A line of its own with which a paper ends."""


class _Placed(NamedTuple):
    """A line and its place in its column."""

    line: PrintedLine
    text: str
    """Without the dots that lead to a page."""
    column: Column
    indent: float
    """From the edge of the column, in em."""
    is_title: bool


def _placed(line: PrintedLine, column: Column, body: float) -> _Placed:
    inward = line.start - column.start
    indent = inward / line.size if inward > 0 else 0.0
    return _Placed(line, _without_leader(line.text), column, indent, line.size > 1.15 * body)


def body_size(lines: Sequence[PrintedLine]) -> float:
    """Return the size in which most characters are set, in points."""
    exact: dict[float, int] = {}
    for line in lines:
        exact[line.size] = exact.get(line.size, 0) + len(line.text)
    sizes: dict[float, int] = {}
    for size, characters in exact.items():
        sizes[round(size, 1)] = sizes.get(round(size, 1), 0) + characters
    return max(sizes, key=lambda size: (sizes[size], size)) or 1.0


def _usual_pitch(lines: Sequence[PrintedLine], columns: Sequence[Column]) -> float:
    """The usual distance from line to line, in points; 0 when no two lines follow each other."""
    steps = [
        after.base - before.base
        for before, after, left, right in zip(lines, lines[1:], columns, columns[1:], strict=False)
        if after.base > before.base and before.page == after.page and left == right
    ]
    return median(steps) if steps else 0.0


def _gap(before: PrintedLine, line: PrintedLine, pitch: float) -> float:
    step = line.base - before.base
    if before.page != line.page or not pitch:
        return 0.0
    return max(step / max(pitch, line.size) - 1.0, 0.0)


def _runs_on(ahead: Sequence[_Placed], run: int, has_room: bool) -> bool:
    """Whether the second of these lines continues the paragraph of the first, which is line number `run` of it."""
    here, after = ahead[0], ahead[1]
    is_by_hand = here.indent > _CENTRED and _is_broken_by_hand(here, after)
    if has_room and not here.is_title and not is_by_hand:
        return False
    line, following = here.line, after.line
    if line.text[-1] in SENTENCE_END and line.page == following.page and following.base - line.base > _FAR * line.size:
        return False
    is_other_cell = following.base < line.base + 0.5 * line.size and line.page == following.page
    is_back = line.page == following.page and after.column.end <= line.start and following.base > line.base
    if line.is_vertical != following.is_vertical or is_back or (is_other_cell and here.column == after.column):
        return False
    if here.is_title or after.is_title:
        return here.is_title and after.is_title and _is_same_title(line, following)
    if is_by_hand:
        return True
    if has_room or here.text != line.text or _is_set_at_right(here):
        return False
    return not _is_set_anew(here, after, run) and not _are_first_lines(ahead, run)


def _without_leader(text: str) -> str:
    """The text itself, or an entry of a list of contents with a space for the dots before its page."""
    is_likely = text[-1] in _PAGE_END and _DOTS.search(text) is not None
    return _LEADER.sub("\u3000", text) if is_likely else text


def _has_paragraph_marks(placed: Sequence[_Placed], rooms: Sequence[bool]) -> bool:
    """Whether a space behind a line marks the end of a paragraph: short lines have one, full lines do not."""
    spaces = [here.line.ends_in_space for here in placed[:-1]]
    short = list(compress(spaces, rooms))
    full = list(compress(spaces, map(not_, rooms)))
    return sum(short) > 0.7 * len(short) and len(full) >= _MIN_FULL and sum(full) < 0.3 * len(full)


def _are_first_lines(ahead: Sequence[_Placed], run: int) -> bool:
    """Whether a whole paragraph of one indented line is followed by the indented first line of the next."""
    if run > 1 or len(ahead) < 3 or ahead[0].line.text[-1] not in SENTENCE_END:
        return False
    first, second, third = (placed.indent for placed in ahead)
    return first > _STEP and abs(second - first) < _STEP and third < second - _STEP


def _is_same_title(line: PrintedLine, after: PrintedLine) -> bool:
    """Whether both large lines stand close together: a title is broken by hand, and centred."""
    is_alike = abs(line.size - after.size) < 0.05 * line.size and split_label(after.text) is None
    return is_alike and line.page == after.page and 0 < after.base - line.base < 2.2 * line.size


def _is_broken_by_hand(here: _Placed, after: _Placed) -> bool:
    """Whether two centred lines are a title of the size of the text, or hardly larger, that was broken by hand."""
    line, following = here.line, after.line
    return (
        here.column == after.column
        and _is_centred(here)
        and _is_centred(after)
        and line.end - line.start >= _WIDE_TITLE * (here.column.end - here.column.start)
        and line.is_bold == following.is_bold
        and _is_same_title(line, following)
        and _TITLE_END.search(line.text) is None
        and _APART.match(following.text) is None
        and parse_dateline(following.text) is None
    )


def _is_centred(placed: _Placed) -> bool:
    line, column = placed.line, placed.column
    aside = (line.start + line.end - column.start - column.end) / 2
    return abs(aside) < _STEP * line.size and placed.indent > _CENTRED


def _is_set_at_right(placed: _Placed) -> bool:
    """Whether a short line begins in the right half: a date or a name, which ends at the edge by nature."""
    line, (start, end, _) = placed.line, placed.column
    return line.start > (start + end) / 2 and line.end - line.start < _NARROW_AT_RIGHT * (end - start)


def _has_room(here: _Placed, after: _Placed) -> bool:
    """Whether the beginning of the next line would have found room: the line was ended on purpose.

    Some programs move a Latin phrase with its neighbours to the next line; so without the end of a sentence there
    must be much room, or the look of a new paragraph.
    """
    line = here.line
    room = (here.column.end if line.limit is None else line.limit - line.size) - line.end
    if line.text[-1] in SENTENCE_END:
        return _END.fullmatch(after.line.text) is not None or room >= after.line.first_unit + 0.1 * line.size
    if room < max(after.line.first_unit, after.line.first_phrase) + 0.5 * line.size:
        return False
    if "\u3000" in line.text and "\u3000" in after.line.text and not is_running(line.text):
        return True  # two entries, each a name with its value
    much = _MUCH_ROOM if here.column.is_sure else _MUCH_ROOM_IN_LIST
    is_wide = room >= much * (here.column.end - here.column.start)
    return is_wide or _label_width(after.line) > 0 or _is_indented(here, after)


def _is_set_anew(here: _Placed, after: _Placed, run: int) -> bool:
    """Whether indent or label of the next line shows a new paragraph although this line is full."""
    step = after.indent - here.indent
    if step < -_STEP and (run > 1 or here.indent > _FAR):
        return True
    if step > _STEP and here.indent > _FAR:
        return True
    is_end = here.line.text[-1] in SENTENCE_END
    return is_end and (_is_indented(here, after, run) or _label_width(after.line) > 0)


def _is_indented(here: _Placed, after: _Placed, run: int = 1) -> bool:
    """Whether the next line is indented against this one, and not only hanging behind the label of this one."""
    step = after.indent - here.indent
    hanging = _label_width(here.line) if run == 1 else 0.0
    return step > _STEP and (hanging == 0 or step < 1 + _STEP < hanging or step > hanging + _FAR)


def _label_width(line: PrintedLine) -> float:
    """Width of the number or mark that begins the line, in em; 0 without one."""
    label = split_label(line.text)
    return text_width(label.mark) if label is not None else 0.0


# ---------------------------------------------------------------- foot notes

_FOOT_BEGIN = 0.93
"""Below this share of the page stands the running foot."""
_NOTE_MARK = re.compile(r"（注|[（(]?注\s*[0-9０-９]|[0-9０-９]{1,2}(?=[^0-9０-９])|[※＊*]")
_NOTE_FIGURE = re.compile(r"([0-9０-９]{1,2})[\s　)）.．]*(?=[^0-9０-９\s])")


def part_footnotes(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of the body and those of the foot notes: small, at the foot of a page, begun by a note mark.

    What stands on its side beside the text, the labels of an axis, interrupts it no more than these and goes with them.

    The bare figure of a note that is called in the body, （注1）, gets the form of its call.
    """
    if not lines:
        return [], []
    body = body_size(lines)
    text = [line for line in lines if not line.is_aside and line.frame is None]
    notes = {id(line) for line in lines if line.is_aside}
    for _, page in groupby(text, key=attrgetter("page")):
        notes.update(map(id, _footnotes(list(page), body)))
    if not notes:
        return list(lines), []
    kept = [line for line in lines if id(line) not in notes]
    calls = set(re.findall(r"（注([0-9]+)）", "".join(line.text for line in kept)))
    return kept, [_with_mark(line, calls) for line in lines if id(line) in notes]


def _footnotes(page: Sequence[PrintedLine], body: float) -> list[PrintedLine]:
    """The run of small lines with which the page ends, from its first note mark on."""
    small = [line for line in page if line.size <= 0.93 * body and line.position > 0.5]
    if not small:
        return []
    lowest = max((line.base for line in page if line.size > 0.93 * body and line.position < _FOOT_BEGIN), default=0.0)
    below = [line for line in small if line.base > lowest]
    first = next((index for index, line in enumerate(below) if _NOTE_MARK.match(line.text)), len(below))
    return below[first:]


def _with_mark(line: PrintedLine, calls: Set[str]) -> PrintedLine:
    match = None if line.is_aside else _NOTE_FIGURE.match(line.text)
    figures = unicodedata.normalize("NFKC", match[1]) if match is not None else ""
    if match is None or figures not in calls:
        return line
    return line._replace(text=f"（注{figures}）{line.text[match.end() :]}")
