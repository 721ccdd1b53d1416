"""Lines whose pieces stand far apart: rows of a table set with spaces, and captions of pictures side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.layout import GAP, PICTURE_GAP, Line, Paragraph
from briefgen.readers.marks import split_label

__all__ = ["caption_row", "table_at", "table_cells"]

_WIDE_SPACE = re.compile(r"[ \u00a0]*\t[ \t]*|[ \u00a0]{2,}|[ \u3000]*\u3000[ \u3000]+")
_SPACE = re.compile(r"[ \u00a0\t\u3000]")
_LONGEST_CELL = 30
_FEWEST_ROWS = 2


def _pieces(line: Line) -> list[str]:
    text = line.text.strip()
    return [piece for piece in _WIDE_SPACE.split(text) if piece] if _SPACE.search(text) else [text]


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
    """Return how many lines from `start` on are rows of a table: equally many short pieces, no gaps; 0 for none."""
    columns = len(_pieces(lines[start]))
    end = start
    while end < len(lines) and (end == start or _follows(lines[end - 1], lines[end])) and _is_row(lines[end], columns):
        end += 1
    return end - start if end - start >= _FEWEST_ROWS else 0


def _follows(above: Line, below: Line) -> bool:
    return below.gap_before <= GAP and below.page == above.page


def _is_row(line: Line, columns: int) -> bool:
    pieces = _pieces(line)
    return (
        len(pieces) == columns >= 2
        and split_label(line.text.strip()) is None
        and all(len(piece) <= _LONGEST_CELL and "。" not in piece for piece in pieces)
    )


def table_cells(rows: Sequence[Line], table: int) -> Iterator[Paragraph]:
    """Yield the cells of these rows; the first row is a header when it has no figures and the others do."""
    has_header = not _has_figures(rows[:1]) and all(_has_figures([row]) for row in rows[1:])
    for row_number, row in enumerate(rows):
        for column, piece in enumerate(_pieces(row)):
            place = CellPlace(table, row_number, column, is_header=has_header and row_number == 0)
            yield Paragraph(join_lines([piece]), row.page, BlockKind.TABLE_CELL, cell=place)


def _has_figures(rows: Sequence[Line]) -> bool:
    return any(re.search(r"[0-9０-９一二三四五六七八九十]", row.text) for row in rows)
