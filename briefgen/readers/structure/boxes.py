"""Tables drawn with characters (┌─┬─┐, │…│, +---+, |…|), with a frame or without: lines in, the cells out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.breaks import join_apart
from briefgen.readers.structure.layout import Line, Paragraph, text_width

__all__ = ["box_at", "box_paragraphs", "is_drawn", "unframed"]

_BARS = "│┃║|｜"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(r"[\u2500-\u257f\s]+|[-=+|:\s]+")
_HORIZONTAL = re.compile("[─━═┄┅┈┉╌╍]|[-=].*[+|]|[+|].*[-=]")
_CROSSING = re.compile(r"[^─━═┄┅┈┉╌╍\-=\s]+")
_PARTS = re.compile(f"[{_BARS}+\u2500-\u257f]")
"""What parts the columns of a row, or crosses a rule."""
_TOP = "┌┏╔╭"
_FIRST = frozenset((*map(chr, range(0x2500, 0x2580)), *_BARS, *"-=+:"))
"""What a drawn line begins with."""
_SLACK = 1.1
"""A line of framed text is full when no more than this is left of it, in em."""
_NEAR = 3
"""So near the top of a table without a frame is its first rule."""
_MOST_COLUMNS = 100
_Row = list[str]


def is_drawn(line: Line) -> bool:
    """Whether the line is a row between bars, or a rule, of a drawn table."""
    return line.text.lstrip()[:1] in _FIRST and (_is_rule(line) or _is_row(line))


def _is_rule(line: Line) -> bool:
    text = line.text.strip()
    return _RULE.fullmatch(text) is not None and _HORIZONTAL.search(text) is not None


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 1 and text[0] in _BARS and text[-1] in _BARS and not _is_rule(line)


def box_at(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from `start` on are drawn: rows and rules, two or more of them; 0 for none."""
    if _PARTS.search(lines[start].text) is None:
        return 0
    if not is_drawn(lines[start]) or not any(map(_is_row, lines[start : start + 2])):
        return _open_box_at(lines, start)
    end = start
    while end < len(lines) and is_drawn(lines[end]) and lines[end].page == lines[start].page:
        if end > start and lines[end].text.strip()[0] in _TOP:
            break
        end += 1
    return end - start if end - start > 1 else 0


def _open_box_at(lines: Sequence[Line], start: int) -> int:
    """How many lines are a table without a frame: rows with bars, and rules that they cross as often."""
    columns, end, rules = _columns(lines[start]), start, 0
    if not any(_is_rule(line) and _columns(line) == columns for line in lines[start : start + _NEAR]):
        return 0
    while end < len(lines) and columns > 1 and lines[end].page == lines[start].page:
        is_rule = _is_rule(lines[end])
        if _columns(lines[end]) != columns and not (is_rule and _columns(lines[end]) == 1):
            break
        rules += is_rule and _columns(lines[end]) == columns
        end += 1
    return end - start if rules and end - start > rules + 1 else 0


def _columns(line: Line) -> int:
    """How many columns the bars of a row, or the crossings of a rule, make."""
    text = line.text.strip()
    return len(list(filter(None, _CROSSING.split(text)))) if _is_rule(line) else len(_cells(line))


def unframed(lines: Sequence[Line]) -> list[Line]:
    """The lines, those in a frame of one column without what is drawn around them; empty ones in it go."""
    if not any(map(is_drawn, lines)):
        return list(lines)
    found: list[Line] = []
    index = 0
    while index < len(lines):
        box = lines[index : index + (box_at(lines, index) or 1)]
        index += len(box)
        if len(box) > 1 and all(_is_rule(line) or (_is_row(line) and len(_cells(line)) == 1) for line in box):
            found += [inside for inside in map(_inside, filter(_is_row, box)) if inside.text]
        else:
            found += box
    return found


def _inside(line: Line) -> Line:
    inside = line.text.strip()[1:-1]
    is_full = text_width(inside) - text_width(inside.rstrip()) < _SLACK
    indent = text_width(inside[: len(inside) - len(inside.lstrip())])
    return line._replace(text=inside.rstrip(), indent=indent, is_full=is_full)


def box_paragraphs(lines: Sequence[Line], table: int) -> Iterator[Paragraph]:
    """Yield the cells of a drawn table; each line as a paragraph where its rows have not equally many."""
    groups = _groups(lines)
    counts = {len(cells) for group in groups for cells in group}
    if len(counts) > 1 or max(counts) > _MOST_COLUMNS:
        for line in lines:
            if not _is_rule(line):
                yield Paragraph("\u3000".join(filter(None, _cells(line))), line.page)
        return
    is_headed = len(groups) == 2 and len(groups[0]) == 1
    for row, cells in enumerate(_rows(groups)):
        for column, text in enumerate(cells):
            place = CellPlace(table, row, column, is_header=is_headed and row == 0)
            yield Paragraph(text, lines[0].page, BlockKind.TABLE_CELL, cell=place)


def _cells(line: Line) -> _Row:
    text = line.text.strip()
    is_open = text[:1] not in _BARS, text[-1:] not in _BARS
    cells = [cell.strip() for cell in _BAR.split(text)]
    return cells[not is_open[0] : len(cells) - (not is_open[1])]


def _groups(lines: Sequence[Line]) -> list[list[_Row]]:
    """The cells of the lines between the rules."""
    groups: list[list[_Row]] = [[]]
    for line in lines:
        if not _is_rule(line):
            groups[-1].append(_cells(line))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _rows(groups: Sequence[Sequence[_Row]]) -> Iterator[_Row]:
    """The rows; several lines between two rules are one row, unless there is only the rule below the head."""
    for number, group in enumerate(groups):
        is_open = len(groups) <= 2 and number == len(groups) - 1
        rows: list[list[_Row]] = []
        for cells in group:
            if rows and (not is_open or not cells[0]):
                rows[-1].append(cells)
            else:
                rows.append([cells])
        for parts in rows:
            yield [join_apart(column) for column in zip(*parts, strict=True)]
