"""Pieces of a PDF page -> runs: stretches of text on one line, in one size, without gaps.

Vertical runs are turned, so that all that follows sees lines from left to right: `lefts` and `rights` are measured
along the line, `top` and `bottom` across the lines in the direction of reading. All lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add, sub
from typing import NamedTuple

from briefgen.readers.pdf.pieces import WIDE, Characters, Piece, cut_pieces, is_wide

__all__ = ["Box", "Run", "Sheet", "cut_runs"]

_MIN_ROW = 3
"""So many characters side by side on a vertical page are a horizontal line; fewer are figures set upright (縦中横)."""
_WHOLE = 0.999
"""Of the size: so high is the box of a character that fills its place in a vertical line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the paper: its number from 1 and its size as shown."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """An area of the page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Run(NamedTuple):
    """A stretch of characters on one line."""

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    top: float
    bottom: float
    size: float
    is_bold: bool = False
    is_vertical: bool = False
    after_space: bool = False
    """The engine saw a gap before it that may be a space between Latin words."""
    is_slanted: bool = False
    reading: str = ""
    """The ruby that stands over it."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.rights[-1]


def cut_runs(characters: Characters, sheet: Sheet) -> list[Run]:
    """Return the runs of a page, in the order of the engine."""
    pieces = list(cut_pieces(characters))
    if _is_set_vertically(characters, pieces):
        return [run for row in _rows(characters, pieces) for run in _runs_of_row(characters, row, sheet)]
    return [_level_run(characters, part) for piece in pieces for part in _level_parts(piece)]


def _is_set_vertically(characters: Characters, pieces: Sequence[Piece]) -> bool:
    """Whether most characters stand below, not beside, the one before."""
    balance = sum([(end - start - 1) * (1 if is_down else -1) for start, end, is_down, _, _ in pieces])
    if abs(balance) >= len(pieces):
        return balance > 0
    for before, after in pairwise(pieces):
        last, first = before.end - 1, after.start
        across = characters.lefts[first] - characters.lefts[last]
        down = characters.tops[first] - characters.tops[last]
        if 0 < max(abs(across), abs(down)) < 3 * (characters.tops[last] - characters.bottoms[last]):
            balance += 1 if abs(down) > abs(across) else -1
    return balance > 0


def _level_parts(piece: Piece) -> Iterable[Piece]:
    """The piece, on a horizontal page; what stands below each other there are single characters."""
    if not piece.is_down:
        return (piece,)
    return (
        Piece(index, index + 1, False, piece.after_space and index == piece.start)
        for index in range(piece.start, piece.end)
    )


def _rows(characters: Characters, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a vertical page, those that stand beside each other together."""
    row: list[Piece] = []
    for piece in pieces:
        if row and not (_is_level(row[-1]) and _is_level(piece) and _is_right_of(characters, row[-1], piece)):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _is_level(piece: Piece) -> bool:
    return not piece.is_down or piece.end - piece.start == 1


def _is_right_of(characters: Characters, before: Piece, piece: Piece) -> bool:
    last, first = before.end - 1, piece.start
    height = characters.tops[last] - characters.bottoms[last]
    shared = min(characters.tops[last], characters.tops[first]) - max(
        characters.bottoms[last], characters.bottoms[first]
    )
    return shared > 0.5 * height and 0 < characters.lefts[first] - characters.lefts[last] < 3 * height


def _runs_of_row(characters: Characters, row: Sequence[Piece], sheet: Sheet) -> Iterator[Run]:
    """Level runs of a row of several characters, upright runs of anything else on a vertical page."""
    is_line = _is_level(row[0]) and sum(piece.end - piece.start for piece in row) >= _MIN_ROW
    return (_level_run(characters, piece) if is_line else _upright_run(characters, piece, sheet) for piece in row)


def _level_run(characters: Characters, piece: Piece) -> Run:
    start, end, _, after_space, sides = piece
    if sides is None:
        sides = characters.head - max(characters.tops[start:end]), characters.head - min(characters.bottoms[start:end])
    size, is_bold, is_slanted, _ = characters.look(start)
    return Run(
        _joined(characters.texts[start:end]),
        characters.lefts[start:end],
        characters.rights[start:end],
        *sides,
        size,
        is_bold,
        False,
        after_space,
        is_slanted,
    )


def _joined(texts: Sequence[str]) -> str:
    return texts if isinstance(texts, str) else "".join(texts)


def _upright_run(characters: Characters, piece: Piece, sheet: Sheet) -> Run:
    """A run of a vertical page, turned: down the line is to the right, and the next line is below."""
    start, end, is_down, after_space, sides = piece
    if not is_down or sides is None:
        sides = min(characters.lefts[start:end]), max(characters.rights[start:end])
    size, is_bold, is_slanted, _ = characters.look(start)
    left, right = sides
    return Run(
        _joined(characters.texts[start:end]),
        *_places(characters, start, end, size),
        sheet.width - right,
        sheet.width - left,
        size,
        is_bold,
        True,
        after_space,
        is_slanted,
    )


def _places(characters: Characters, start: int, end: int, size: float) -> tuple[list[float], list[float]]:
    """Where the characters of a column begin and end from the head of the page; the wide ones fill their place."""
    head, tops, bottoms = characters.head, characters.tops[start:end], characters.bottoms[start:end]
    heights = list(map(sub, tops, bottoms))
    if min(heights) >= _WHOLE * size:
        return [head - top for top in tops], [head - bottom for bottom in bottoms]
    texts = characters.texts[start:end]
    if max(heights) < size and WIDE.fullmatch(_joined(texts)):
        middles = [height / 2 for height in map(add, tops, bottoms)]
        begin, stop = head - size / 2, head + size / 2
        return [begin - middle for middle in middles], [stop - middle for middle in middles]
    widths = zip(heights, texts, strict=True)
    pads = [(size - height) / 2 if height < size and is_wide(text) else 0.0 for height, text in widths]
    return (
        [head - top - pad for top, pad in zip(tops, pads, strict=True)],
        [head - bottom + pad for bottom, pad in zip(bottoms, pads, strict=True)],
    )
