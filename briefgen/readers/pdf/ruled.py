"""Tables of a PDF page between level lines alone: one above the head, one below it, one at the foot (booktabs).

The room between the pieces of text parts the columns, and their heights the rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.readers.pdf.pieces import is_wide
from briefgen.readers.pdf.runs import Box, Run
from briefgen.readers.pdf.tables import Table

__all__ = ["ruled_tables"]

_NEAR = 2.0
"""Lines that come so near, in points, touch each other; thicker ones are drawn as two."""
_THICK = 5.0
"""In points; a higher upright line is the side of a box."""
_MOST_RULES = 500
"""A page with more drawn lines than this shows a chart, a map or grids."""
_FEWEST_LINES = 3
_GAP = 0.25
"""Columns stand so many em apart at least."""
_WORD_GAP = 0.4
"""The same between Latin words, where a space may be."""
_LONGEST_NAME = 30
_HIGHEST_HEAD = 5.0
"""In em."""
_SAME_LINE = 0.6
"""Bases that differ by less than so many em are of one line."""
_PITCH = 1.2
"""A line so many times further below than others begins a row."""
_COVERED = 0.25
"""Of a column; a line that covers less of it belongs to the one beside it."""
_Line = list[Run]


class _Text(NamedTuple):
    """Runs by the height of their middle, and these heights."""

    runs: Sequence[Run]
    middles: Sequence[float]


def ruled_tables(rules: Sequence[Box], runs: Sequence[Run]) -> Iterator[Table]:
    """Yield the tables of the runs that these thin lines draw, from top to bottom; none that has upright lines."""
    if not _FEWEST_LINES <= len(rules) <= _MOST_RULES:
        return
    text = _text(run for run in runs if run.text.strip() and not run.is_vertical and not run.is_slanted)
    lines = _level_lines(rules)
    while len(lines) >= _FEWEST_LINES:
        own = [line for line in lines if _has_ends(line, lines[0])]
        table, used = _table(own, lines, [rule for rule in rules if rule.bottom - rule.top > _THICK], text)
        if table is not None:
            yield table
        done = own[: used - 1] if table is not None else own[:1]
        lines = [line for line in lines if line not in done]


def _level_lines(rules: Sequence[Box]) -> list[Box]:
    """The level lines from top to bottom, those joined that touch at one height."""
    joined: list[Box] = []
    for rule in sorted((r for r in rules if r.bottom - r.top <= _NEAR), key=lambda rule: (rule.top, rule.left)):
        at = next((n for n, line in enumerate(joined) if _touches(line, rule)), None)
        if at is None:
            joined.append(rule)
        else:
            line = joined[at]
            ends = min(line.left, rule.left), max(line.right, rule.right)
            joined[at] = Box(ends[0], line.top, ends[1], max(line.bottom, rule.bottom))
    return joined


def _touches(line: Box, rule: Box) -> bool:
    is_level = rule.top - line.bottom <= 2 * _NEAR
    return is_level and line.left - _NEAR <= rule.right and rule.left <= line.right + _NEAR


def _has_ends(line: Box, other: Box) -> bool:
    return abs(line.left - other.left) <= 2 * _NEAR and abs(line.right - other.right) <= 2 * _NEAR


def _is_part(line: Box, whole: Box) -> bool:
    return whole.left - _NEAR <= line.left and line.right <= whole.right + _NEAR and not _has_ends(line, whole)


def _table(own: Sequence[Box], lines: Sequence[Box], uprights: Sequence[Box], text: _Text) -> tuple[Table | None, int]:
    """The table that begins with the first of these lines of one width, and how many of them it has."""
    if len(own) < _FEWEST_LINES:
        return None, 0
    top, under, foot = own[:_FEWEST_LINES]
    parts = [line for line in lines if top.bottom < line.top < under.top - _NEAR and _is_part(line, top)]
    names, body = _between(top, under, text), _between(under, foot, text)
    spans = _body_spans(body)
    columns = _columns(names, spans, top, parts)
    is_row = len(spans) > 1 and len(_pieces(_lines(body)[0])) > 1
    if len(columns) < 3 or not is_row or any(_crosses(rule, top, foot) for rule in uprights):
        return None, 0
    used = _FEWEST_LINES
    while used < len(own) and (more := _between(own[used - 1], own[used], text)):
        wider = _spans([*spans, *_body_spans(more)], more[0].size)
        if len(wider) != len(spans) or len(found := _columns(names, wider, top, parts)) != len(columns):
            break
        spans, columns, used = wider, found, used + 1
    head, cells = _head(top, under, parts, columns)
    heights = [*head]
    for above, below in pairwise(own[1:used]):
        heights += [*_row_heights(_between(above, below, text), columns), below.bottom]
    width = len(columns) - 1
    cells += [tuple(range(row * width, (row + 1) * width)) for row in range(len(cells), len(heights) - 1)]
    has_own_lines = len(heights) - len(head) == used - 2
    return Table(tuple(heights), tuple(columns), tuple(cells), heads=0 if has_own_lines else len(head) - 1), used


def _crosses(rule: Box, top: Box, foot: Box) -> bool:
    is_inside = top.left - _NEAR <= rule.left <= top.right + _NEAR
    return is_inside and rule.top < foot.top and rule.bottom > top.bottom


def _text(runs: Iterable[Run]) -> _Text:
    ordered = sorted(runs, key=_middle)
    return _Text(ordered, [_middle(run) for run in ordered])


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def _between(above: Box, below: Box, text: _Text) -> list[Run]:
    """The runs between two lines."""
    inside = text.runs[bisect_right(text.middles, above.top) : bisect_left(text.middles, below.bottom)]
    return [run for run in inside if above.left - run.size < run.left and run.right < above.right + run.size]


def _columns(head: Sequence[Run], body: Sequence[tuple[float, float]], top: Box, parts: Sequence[Box]) -> list[float]:
    """Where the columns begin and end: in the room that head and body leave; empty when there is no head or body.

    What stands in the head over one of its short lines, `parts`, spans columns and tells none.
    """
    if not head or not body or max(run.bottom for run in head) - top.bottom > _HIGHEST_HEAD * head[0].size:
        return []
    names = [run for run in head if not any(_is_over(run, part) for part in parts)]
    at = [[n for n, (left, right) in enumerate(body) if run.left < right and left < run.right] for run in names]
    single = [(run.left, run.right) for run, over in zip(names, at, strict=True) if len(over) < 2]
    spans = _spans([*body, *single], head[0].size)
    is_head = all(len(run.text) <= _LONGEST_NAME and "。" not in run.text for run in head)
    if not is_head or len({over[0] for over in at if over}) < 2:
        return []
    return [top.left, *((one[1] + other[0]) / 2 for one, other in pairwise(spans)), top.right]


def _body_spans(runs: Sequence[Run]) -> list[tuple[float, float]]:
    """Where the columns of these rows begin and end."""
    return _spans([piece for line in _lines(runs) for piece in _pieces(line)], runs[0].size) if runs else []


def _shared(part: Box, left: float, right: float) -> float:
    """The share of a column over which a line goes."""
    return (min(part.right, right) - max(part.left, left)) / (right - left)


def _is_over(run: Run, part: Box) -> bool:
    return run.bottom <= part.bottom + _NEAR and part.left < (run.left + run.right) / 2 < part.right


def _pieces(line: _Line) -> list[tuple[float, float]]:
    """Where the pieces of a line begin and end; what stands between Latin words is the room of a space."""
    pieces: list[tuple[float, float]] = []
    last = ""
    for run in sorted(line, key=lambda run: run.left):
        is_word = bool(last) and not (is_wide(last) and is_wide(run.text[:1]))
        if pieces and is_word and run.left - pieces[-1][1] < _WORD_GAP * run.size:
            pieces[-1] = pieces[-1][0], run.right
        else:
            pieces.append((run.left, run.right))
        last = run.text[-1:]
    return pieces


def _spans(parts: Sequence[tuple[float, float]], em: float) -> list[tuple[float, float]]:
    """The parts from left to right, those joined that leave no room between them."""
    spans: list[tuple[float, float]] = []
    for left, right in sorted(parts):
        if spans and left - spans[-1][1] < _GAP * em:
            spans[-1] = spans[-1][0], max(spans[-1][1], right)
        else:
            spans.append((left, right))
    return spans


def _lines(runs: Sequence[Run]) -> list[_Line]:
    """The runs of each height, from the top down."""
    lines: list[_Line] = []
    for run in sorted(runs, key=lambda run: run.bottom):
        if lines and run.bottom - lines[-1][0].bottom < _SAME_LINE * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _row_heights(runs: Sequence[Run], columns: Sequence[float]) -> Iterator[float]:
    """The heights between the rows of a body: above each line that begins in the first column or stands far below.

    A line goes on with the first column where the one above it filled that, and it is no further below than others.
    """
    lines = _lines(runs)
    firsts = [[run for run in line if run.left < columns[1]] for line in lines]
    pitches = [below[0].bottom - above[0].bottom for above, below in pairwise(lines)]
    is_even = all(firsts) and all(len(line) > len(first) for line, first in zip(lines, firsts, strict=True))
    for at, (above, below) in enumerate(pairwise(lines)):
        is_far = pitches[at] > _PITCH * min(pitches) and any(firsts[1:])
        is_full = any(run.right > columns[1] - 2 * run.size for run in firsts[at])
        if is_even or is_far or (firsts[at + 1] and not (is_full and max(pitches) > _PITCH * min(pitches))):
            yield (max(run.bottom for run in above) + min(run.top for run in below)) / 2


def _head(
    top: Box, under: Box, parts: Sequence[Box], columns: Sequence[float]
) -> tuple[list[float], list[tuple[int, ...]]]:
    """The heights of the head and its cells; a short line in it stands under a name that spans the columns below."""
    width = len(columns) - 1
    if not parts:
        return [top.top, under.bottom], [tuple(range(width))]
    upper, lower = list(range(width)), list(range(width))
    for part in parts:
        at = [n for n, (left, right) in enumerate(pairwise(columns)) if _shared(part, left, right) > _COVERED]
        for column in at:
            upper[column], lower[column] = at[0], width + column
    return [top.top, parts[0].top, under.bottom], [tuple(upper), tuple(lower)]
