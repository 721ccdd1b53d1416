"""Lines whose pieces stand far apart: rows of a table set with spaces, and captions of pictures side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.japanese.lines import SPREAD_LABELS, join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.layout import GAP, PICTURE_GAP, Line, Paragraph, text_width
from briefgen.readers.structure.marks import split_label

__all__ = ["caption_row", "table_at", "table_cells"]

_WIDE_SPACE = re.compile(r"[ \u00a0]*\t[ \t]*|[ \u00a0]{2,}|[ \u3000]*\u3000[ \u3000]+")
_SPACE = re.compile(r"[ \u00a0\t\u3000]")
_LONGEST_CELL = 30
_LONGEST_PART = 4
"""A cell that is itself set in parts is a name or word spread out (岬　　花　子), of few letters each."""
_FIVE_WIDE = re.compile(r"^(\w)[ \u3000](\w)[ \u3000](\w{2,3})$")
"""A name set as wide as five characters (北　野　由美子)."""
_KANJI = re.compile("[\u4e00-\u9fff]")
_FEWEST_ROWS = 2
_SAME_PLACE = 0.6
"""Cells of one column begin within so many em of each other."""


def _pieces(line: Line) -> list[str]:
    text = line.text.strip()
    return [piece for _, piece in _places(line)] if _SPACE.search(text) else [text] * bool(text)


def _places(line: Line) -> list[tuple[float, str]]:
    """The pieces with the place at which each begins, in em; a label of two letters set apart is one (新　　職)."""
    text = line.text.strip()
    gaps = list(_WIDE_SPACE.finditer(text))
    begins, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    places: list[tuple[float, str]] = []
    place, last = 0.0, 0
    for begin, end in zip(begins, ends, strict=True):
        piece = text[begin:end]
        place, last = place + text_width(text[last:begin]), begin
        if places and places[-1][1] + piece in SPREAD_LABELS:
            places[-1] = (places[-1][0], places[-1][1] + piece)
        elif piece:
            places.append((place, piece))
    return places


def _cells(line: Line, head: Line) -> list[str]:
    """The cells of a row: its pieces, or those that stand under the pieces of the first row when it has others."""
    pieces, columns = _pieces(line), len(_pieces(head))
    if len(pieces) > columns:
        return _under(line, head)
    if len(pieces) < columns:
        return [_joined([piece]) for piece in _between_tabs(line, head) or _with_gaps(line, head)]
    return [_joined([piece]) for piece in pieces]


def _between_tabs(line: Line, head: Line) -> list[str]:
    """The cells of a line that has as many tabs as one without empty cells; empty when it has not."""
    cells, heads = ([cell.strip() for cell in row.text.split("\t")] for row in (line, head))
    return cells if len(cells) == len(heads) > 1 and all(heads) and cells[0] else []


def _with_gaps(line: Line, head: Line) -> list[str]:
    """The cells of a line of which some are empty, each below one piece of another; empty where that is not sure."""
    columns = list(_stretches(head))
    cells = [""] * len(columns)
    for begin, end, piece in _stretches(line):
        over = [number for number, (left, right, _) in enumerate(columns) if begin < right and left < end]
        if len(over) != 1 or cells[over[0]]:
            return []
        cells[over[0]] = piece
    is_sure = line.is_full is None and "\t" not in line.text + head.text
    return cells if is_sure and cells[0] and any(cells[1:]) else []


def _stretches(line: Line) -> Iterator[tuple[float, float, str]]:
    """Where each piece of a line of a text file begins and ends, in em."""
    for place, piece in _places(line):
        yield line.indent + place, line.indent + place + text_width(piece), piece


def _under(line: Line, head: Line) -> list[str]:
    """The cells of a line in the columns whose heads are the pieces of another; empty when it has no such columns."""
    cells: list[list[str]] = []
    starts = [place for place, _ in _places(head)]
    for place, piece in _places(line):
        if len(cells) < len(starts) and abs(place - starts[len(cells)]) <= _SAME_PLACE:
            cells.append([piece])
        elif cells:
            cells[-1].append(piece)
    is_whole = len(cells) == len(starts) and all(
        len(parts) == 1 or all(len("".join(part.split())) <= _LONGEST_PART for part in parts) for parts in cells
    )
    return [_joined(parts) for parts in cells] if is_whole else []


def _joined(parts: Sequence[str]) -> str:
    """A cell of its parts, the letters of each pushed together."""
    if len(parts) == 1:
        return _FIVE_WIDE.sub("\\1\\2\u3000\\3", parts[0])
    return "\u3000".join("".join(part.split()) for part in parts)


def caption_row(line: Line) -> tuple[Paragraph, ...]:
    """Return the captions in a line that stands under pictures side by side; none when it is no such line."""
    pieces = _pieces(line)
    if line.gap_before < PICTURE_GAP or len(pieces) < 2:
        return ()
    if any(piece.endswith("。") or split_label(piece) for piece in pieces):
        return ()
    return tuple(
        Paragraph(join_lines([piece]), line.page, BlockKind.CAPTION, gap_before=line.gap_before) for piece in pieces
    )


def table_at(lines: Sequence[Line], start: int) -> int:
    """Return how many lines from `start` on are rows of a table: short pieces below each other, no gaps; 0 for none."""
    first, end, whole = lines[start], start, 0
    columns = len(_pieces(first))
    if columns < 2:
        return 0
    if _has_corner(lines[start : start + 1 + _FEWEST_ROWS]):
        return 1 + table_at(lines, start + 1)
    while end < len(lines) and (end == start or _follows(lines[end - 1], lines[end])) and _is_row(lines[end], first):
        whole += len(_pieces(lines[end])) >= columns
        end += 1
    return end - start if whole >= _FEWEST_ROWS else 0


def _has_corner(rows: Sequence[Line]) -> bool:
    """Whether the first row is the head of the others with nothing above their first column."""
    head, *others = rows
    names = _pieces(head)
    if len(names) < 2 or len(others) < _FEWEST_ROWS or head.is_full is not None or not _is_row(head, head):
        return False
    return all(
        _follows(above, row)
        and len(_pieces(row)) == len(names) + 1
        and _is_row(row, others[0])
        and next(_stretches(row))[1] <= head.indent
        for above, row in zip(rows, others, strict=False)
    )


def _follows(above: Line, below: Line) -> bool:
    return below.gap_before <= GAP and below.page == above.page


def _is_row(line: Line, first: Line) -> bool:
    pieces = _cells(line, first)
    return (
        len(pieces) >= 2
        and split_label(line.text.strip()) is None
        and not all(map(_KANJI.fullmatch, pieces))  # a word spread out, 会　　長
        and all(len(piece) <= _LONGEST_CELL and "。" not in piece for piece in pieces)
    )


def table_cells(rows: Sequence[Line], table: int) -> Iterator[Paragraph]:
    """Yield the cells of these rows; the first row is a header when it has no figures and the others do."""
    has_corner = _has_corner(rows[: 1 + _FEWEST_ROWS])
    has_header = has_corner or (not _has_figures(rows[:1]) and all(_has_figures([row]) for row in rows[1:]))
    for row_number, row in enumerate(rows):
        cells = ["", *_pieces(row)] if has_corner and row_number == 0 else _cells(row, rows[has_corner])
        for column, piece in enumerate(cells):
            place = CellPlace(table, row_number, column, is_header=has_header and row_number == 0)
            yield Paragraph(join_lines([piece]), row.page, BlockKind.TABLE_CELL, cell=place)


def _has_figures(rows: Sequence[Line]) -> bool:
    return any(re.search(r"[0-9０-９一二三四五六七八九十]", row.text) for row in rows)
