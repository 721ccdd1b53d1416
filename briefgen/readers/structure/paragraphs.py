"""Lines of a page or text file -> paragraphs, re-joined where only the setting broke them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.japanese.lines import join_lines
from briefgen.readers.structure.boxes import box_at, box_paragraphs, is_drawn, unframed
from briefgen.readers.structure.breaks import (
    FINISHED,
    NO_LINE_END,
    NO_LINE_START,
    TERMINAL,
    begins_entry,
    ends_in_particle,
    is_cut,
    is_running,
)
from briefgen.readers.structure.columns import caption_row, table_at, table_cells
from briefgen.readers.structure.comma_rows import comma_cells, comma_rows_at
from briefgen.readers.structure.layout import GAP, PICTURE_GAP, SIZE_STEP, Line, Paragraph, text_width
from briefgen.readers.structure.marks import split_label
from briefgen.readers.structure.metadata import parse_dateline

__all__ = ["Line", "Paragraph", "rebuild_paragraphs", "text_width"]

_SLACK = 1.1
"""Half-width spaces and hanging punctuation make full lines differ by about one character."""
_FEWEST_FULL_LINES = 3
_USUAL_WIDTH = 30
"""A page of A4 has lines of 36 to 45 characters; fewer full lines are proof enough than in narrower text (in em)."""
_DOTS = ("・", "･", "•")
_MOSTLY = 0.8
"""So wide, in widths of the first, are the lines of a paragraph that go on."""
_HANGING_SLACK = 2.1
"""So much do the ends of hanging lines differ, which have narrower space."""
_MOST_HANGING = 20
_FINAL = re.compile(r"[うくぐすつぬぶむるただい]$")
"""A verb or adjective at the end of a line, which may end a sentence."""
_NARROWEST = 15
"""Narrower text is a list, not wrapped text (in em)."""


def rebuild_paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of these lines, in order; empty lines have been turned into `gap_before` by the caller."""
    lines = unframed([line for line in lines if line.text.strip()])
    setting = _measure(lines)
    paragraphs: list[Paragraph] = []
    tables = 0
    for group in _groups(lines, setting):
        if group.cells is not None:
            paragraphs.extend(group.cells(group.lines, tables))
            tables += 1
        elif len(group.lines) == 1 and (captions := caption_row(group.lines[0])):
            paragraphs.extend(captions)
        else:
            paragraphs.append(_paragraph(group.lines))
    return tuple(paragraphs)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text was set: where its lines were wrapped, and whether a space at a line end ends a paragraph."""

    width: float | None
    space_ends_paragraph: bool


@dataclass(frozen=True, slots=True)
class _Group:
    lines: Sequence[Line]
    cells: Callable[[Sequence[Line], int], Iterable[Paragraph]] | None = None
    """What makes the cells of a table of them, which has a number."""


_TABLES = ((box_at, box_paragraphs), (table_at, table_cells), (comma_rows_at, comma_cells))
"""How many lines are a table of each kind, and its cells."""


def _measure(lines: Sequence[Line]) -> _Setting:
    if all(line.is_full is not None for line in lines):
        return _Setting(None, False)
    lines = [line for line in lines if not is_drawn(line)]
    width = _column_width(lines)
    if width is None:
        return _Setting(None, False)
    # Word writes a paragraph mark into a PDF as a space: then short lines end in one, and full lines do not.
    spaced = {is_full: [0, 0] for is_full in (False, True)}
    for line in lines:
        counts = spaced[_width(line) > width - _SLACK]
        counts[line.text.endswith(" ")] += 1
    (short_without, short_with), (full_without, full_with) = spaced[False], spaced[True]
    return _Setting(width, short_with > 4 * short_without and full_without > 4 * full_with)


def _column_width(lines: Sequence[Line]) -> float | None:
    """The width at which the text was wrapped, or None when its lines are whole paragraphs.

    Wrapped text has several lines of nearly the greatest width that end in the middle of a sentence, and they are a
    good part of its long lines. One line or a tenth of them may be wider, where columns or pictures stand in the way.
    """
    unfinished = Counter(_width(line) for line in lines if not line.text.strip().endswith(FINISHED))
    everything = Counter(_width(line) for line in lines)
    best: tuple[int, float] | None = None
    for width in unfinished:
        wider = sum(count for other, count in everything.items() if other > width + 1)
        long = sum(count for other, count in everything.items() if other > 0.6 * width)
        near = sum(unfinished[width - step / 2] for step in range(3))
        fewest = _FEWEST_FULL_LINES if width >= _USUAL_WIDTH else 2 * _FEWEST_FULL_LINES
        if width >= _NARROWEST and wider <= max(1, len(lines) / 10) and near >= max(fewest, long / 4):
            best = max(best or (0, 0.0), (near, width))
    return best[1] if best is not None else None


def _width(line: Line) -> float:
    return round(2 * (line.indent + text_width(line.text.strip()))) / 2


def _groups(lines: Sequence[Line], setting: _Setting) -> Iterator[_Group]:
    """The lines of each paragraph, and those of each table."""
    index = 0
    while index < len(lines):
        found = ((rows, cells) for rows_at, cells in _TABLES if (rows := rows_at(lines, index)))
        rows, cells = next(found, (0, None))
        end = index + max(rows, 1)
        while not rows and _goes_on(lines, index, end, setting):
            end += 1
        yield _Group(lines[index:end], cells)
        index = end


def _goes_on(lines: Sequence[Line], start: int, end: int, setting: _Setting) -> bool:
    """Whether the line at `end` belongs to the paragraph that begins at `start`."""
    if end >= len(lines) or box_at(lines, end):
        return False
    return _hangs(lines, start, end) or not _begins_paragraph(lines[start], lines[end - 1], lines[end], setting)


def _begins_paragraph(first: Line, previous: Line, line: Line, setting: _Setting) -> bool:
    """Whether the line begins a paragraph, and is not the next of that which `first` begins and `previous` goes on."""
    if abs(previous.size - line.size) > SIZE_STEP or previous.is_bold != line.is_bold:
        return True
    if not _is_full(previous, line, setting.width):
        is_next = is_cut(previous.text, line.text, line.gap_before > GAP) or _is_flush(first, previous, line)
        return line.gap_before >= PICTURE_GAP or not is_next
    if setting.space_ends_paragraph and previous.text.endswith(" "):
        return True
    if not previous.text.strip().endswith(FINISHED):
        is_below_date = previous is first and line.gap_before > GAP and parse_dateline(previous.text) is not None
        return is_below_date or _begins_after_open_line(line) or _is_next_entry(previous, line)
    if line.gap_before > GAP or _has_label(line):
        return True
    is_first_of_hanging = previous is first and _has_label(previous)
    is_further_in = line.indent > previous.indent + GAP or (
        _is_indented(line) and (previous is first or not _is_indented(previous))
    )
    return is_further_in and not is_first_of_hanging


def _begins_after_open_line(line: Line) -> bool:
    """After a full line without a full stop, a gap is a page break, unless a label or a caption follows it.

    Without a gap a dot begins an item: line breaking never leaves it at the head of a line that goes on.
    """
    if line.gap_before <= GAP:
        return line.text.strip().startswith(_DOTS) and _has_label(line)
    is_running = "、" in line.text or line.text.strip().endswith(TERMINAL)
    return _has_label(line) or (line.gap_before >= PICTURE_GAP and not is_running)


def _is_indented(line: Line) -> bool:
    """Whether a line of a text file begins with a space, as a paragraph does; elsewhere `indent` tells."""
    return line.is_full is None and line.text.startswith("\u3000")


def _is_flush(first: Line, previous: Line, line: Line) -> bool:
    """Whether a line of a text file stands further out than the first of its paragraph, which had no room for it."""
    is_further_out = _is_indented(first) and line.indent <= first.indent - GAP
    if not is_further_out or line.gap_before > GAP or line.is_full is not None:
        return False
    width, text = text_width(first.text), previous.text.strip()
    is_long = width >= _NARROWEST and text_width(previous.text) >= _MOSTLY * width
    return (
        is_long
        and is_running(first.text)
        and not text.endswith(TERMINAL)
        and not _has_label(line)
        and not begins_entry(line.text.strip())
    )


def _hangs(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a line of a text file stands in the text behind a mark, whose lines are of one width and a sentence."""
    first = lines[start]
    if lines[end].is_full is not None or end - start >= _MOST_HANGING or not _has_label(first):
        return False
    text = "".join(line.text.strip() for line in lines[start:end])
    if text.endswith(TERMINAL) or not is_running(text):
        return False
    last = next((n for n in range(end, min(end + _MOST_HANGING, len(lines))) if _ends_sentence(lines[n])), end)
    hanging = lines[start + 1 : last + 1]
    if not _ends_sentence(lines[last]) or any(not _is_inside(line, first) for line in hanging):
        return False
    edges = [line.indent + text_width(line.text.strip()) for line in lines[start : last + 1]]
    is_even = max(edges[:-1]) - min(edges[:-1]) <= _HANGING_SLACK and edges[-1] <= max(edges[:-1]) + _SLACK
    return is_even and (len(hanging) > 1 or _FINAL.search(text) is None)


def _ends_sentence(line: Line) -> bool:
    return line.text.strip().endswith("。")


def _is_inside(line: Line, first: Line) -> bool:
    """Whether it stands further in than the mark that begins the first, right under the line above, without its own."""
    text = line.text.strip()
    is_under = line.gap_before <= GAP and line.page == first.page and line.indent > first.indent
    return is_under and not _has_label(line) and not begins_entry(text)


def _is_next_entry(previous: Line, line: Line) -> bool:
    """A line such as 電話：… begins anew where the lines are too short for running text."""
    if not begins_entry(line.text.strip()):
        return False
    return text_width(previous.text) < _USUAL_WIDTH and not ends_in_particle(previous.text.strip())


def _has_label(line: Line) -> bool:
    return split_label(line.text.strip()) is not None


def _is_full(line: Line, following: Line, width: float | None) -> bool:
    """Whether the line was broken because the next unit did not fit, and not because a paragraph ended.

    A line that begins in the right half of a text is a date or name set there, which ends near the edge by nature.
    """
    if line.is_full is not None or width is None:
        return bool(line.is_full)
    if line.indent > width / 2:
        return False
    return _width(line) + text_width(_first_unit(following.text.strip())) > width - _SLACK


_UNIT = re.compile(rf"[{re.escape(NO_LINE_END)}]*(?:[!-~]+|.)[{re.escape(NO_LINE_START)}]*")


def _first_unit(text: str) -> str:
    """What had to go to the next line together: a Latin word, or a character with those that may not begin a line."""
    match = _UNIT.match(text)
    return match[0] if match is not None else text[:1]


def _paragraph(group: Sequence[Line]) -> Paragraph:
    first = group[0]
    return Paragraph(
        join_lines([line.text for line in group]),
        first.page,
        indent=first.indent,
        gap_before=first.gap_before,
        size=first.size,
        is_bold=first.is_bold,
    )
