"""Characters of a PDF page with their boxes -> runs: stretches of text on one line, in one size, without gaps.

Whatever engine read the page gives `Characters`; from here on no engine is known. Vertical runs are turned, so that all
that follows sees lines from left to right: `lefts` and `rights` are measured along the line, `top` and `bottom` across
the lines in the direction of reading. All lengths are points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add, sub
from typing import NamedTuple

__all__ = ["Box", "Characters", "Look", "Run", "Sheet", "cut_runs", "is_wide", "one_each"]

_MIN_ROW = 3
"""So many characters side by side on a vertical page are a horizontal line; fewer are figures set upright (縦中横)."""
_REACH = 0.9
"""Characters further apart than so many of their heights do not stand in one run."""
_PITCH = 1.6
"""So many heights are from middle to middle of two characters in a column at most; over a space it is more."""
_SHIFT = 0.22
"""So much, in heights, may the boxes of two characters on one line differ at top and bottom."""
_WIDE = re.compile("[\u3000-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uff01-\uff60]+")
"""Text of these is wide without a look at each character; not all that is wide is among them."""
_WORD = "0-9A-Za-z"
_UNIT = re.compile(f"({_WIDE.pattern})|[{_WORD}]+|.", re.DOTALL)
_BELOW_THE_LINE = frozenset("gjpqyJQ")
"""Letters that go below the line on which the others stand."""
_WHOLE = 0.999
"""Of the size: so high is the box of a character that fills its place in a vertical line."""


class Look(NamedTuple):
    """How a character is drawn."""

    size: float
    is_bold: bool = False
    is_slanted: bool = False
    """Neither upright nor turned by a right angle, as in a watermark."""
    turn: int = 0
    """In degrees clockwise; 0 when it is upright or slanted."""


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in the order of the engine; boxes from its left edge, and upwards as in the file."""

    texts: Sequence[str]
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    head: float
    """Where the page begins at the top."""
    look: Callable[[int], Look]
    """The look of the character with this index; asked once for each run, because asking is slow."""
    made_up: Set[int] = frozenset()
    """Spaces and line ends that the engine put in because of a gap."""


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


@lru_cache(maxsize=16384)
def is_wide(character: str) -> bool:
    """Whether the character, or the first of several, is as wide as high: kanji, kana and full-width forms."""
    return bool(character) and unicodedata.east_asian_width(character[0]) in "WFA"


def cut_runs(characters: Characters, sheet: Sheet) -> list[Run]:
    """Return the runs of a page, in the order of the engine."""
    pieces = list(_pieces(characters))
    if _is_set_vertically(characters, pieces):
        return [run for row in _rows(characters, pieces) for run in _runs_of_row(characters, row, sheet)]
    return [_level_run(characters, part) for piece in pieces for part in _level_parts(piece)]


class _Piece(NamedTuple):
    """Characters from `start` to before `end`, side by side, below each other, or a single one."""

    start: int
    end: int
    is_down: bool
    after_space: bool
    sides: tuple[float, float] | None = None
    """Its top and bottom, or left and right edge when it goes down, where they are known."""


_PIECE = re.compile(r"[rdx](?:r+|d+)?")


def _pieces(characters: Characters) -> Iterator[_Piece]:
    """The pieces of a page; spaces at which the engine saw a gap stand between them."""
    end = -1
    for space in (*sorted(characters.made_up), len(characters.texts)):
        start, end = end + 1, space
        if end - start > 1:
            if sides := _row(characters, start, end):
                yield _Piece(start, end, False, start > 0, sides)
            elif sides := _column(characters, start, end):
                yield _Piece(start, end, True, start > 0, sides)
            else:
                yield from _broken(characters, start, end)
        elif start < end:
            yield _Piece(start, end, False, start > 0)


def _row(characters: Characters, start: int, end: int) -> tuple[float, float] | None:
    """Top and bottom when all these characters stand to the right of the one before; never where `_steps` says no.

    Most text stands so, and a look at all of it together is quicker than single steps. The edges hardly differ, and
    then nothing finds the least and the greatest of them as quickly as `sorted`.

    Some fonts have a low box for a low mark, 、 or 一; so of wide characters it is the widths that tell the size, and
    some height must be common to all.
    """
    tops, bottoms = characters.tops[start:end], characters.bottoms[start:end]
    if tops[-1] < bottoms[0]:
        return None
    tops, bottoms = sorted(tops), sorted(bottoms)
    em = tops[0] - bottoms[-1]
    if em <= 0:
        return None
    lefts, rights = characters.lefts[start:end], characters.rights[start:end]
    if max(tops[-1] - tops[0], bottoms[-1] - bottoms[0]) >= _SHIFT * em:
        widths = sorted(map(sub, rights, lefts))
        em = widths[0]
        is_even = widths[-1] - em <= _SHIFT * widths[-1]
        if not (is_even and _WIDE.fullmatch(one_each(characters.texts[start:end]))):
            return None
    gaps = sorted(map(sub, lefts[1:], rights))
    if gaps and not -_REACH * em < gaps[0] <= gaps[-1] < _REACH * em:
        return None
    return characters.head - tops[-1], characters.head - bottoms[0]


def _column(characters: Characters, start: int, end: int) -> tuple[float, float] | None:
    """Left and right edge when all these characters stand below the one before; never where `_steps` says no."""
    tops, bottoms = characters.tops[start:end], characters.bottoms[start:end]
    if tops[-1] > bottoms[0]:
        return None
    height = max(map(sub, tops, bottoms))
    middles = list(map(add, tops, bottoms))
    pitches = sorted(map(sub, middles, middles[1:]))
    lefts, rights = sorted(characters.lefts[start:end]), sorted(characters.rights[start:end])
    if not 2 * _SHIFT * height < pitches[0] <= pitches[-1] < 2 * _PITCH * height:
        return None
    if not max(lefts[-1] - lefts[0], rights[-1] - rights[0]) < _SHIFT * height:
        return None
    return lefts[0], rights[-1]


def _broken(characters: Characters, start: int, end: int) -> Iterator[_Piece]:
    """The pieces of characters that are neither one row nor one column."""
    units = list(_units(characters, start, end))
    if len(units) == 1:
        sides = characters.head - units[0].top, characters.head - units[0].bottom
        yield _Piece(start, end, False, start > 0, sides)
        return
    steps = _steps(units)
    for match in _PIECE.finditer("".join(steps)):
        first, last = match.start(), match.end() - 1
        is_down = last > first and steps[first + 1] == "d"
        yield _Piece(units[first].start, units[last].end, is_down, first == 0 < start)


class _Unit(NamedTuple):
    """Wide characters or the letters of a word side by side, or a single one of any kind, and the box around them."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


def _units(characters: Characters, start: int, end: int) -> Iterator[_Unit]:
    """The stretches of wide characters, and of letters and figures, that stand on one line; all others one by one."""
    for match in _UNIT.finditer(one_each(characters.texts[start:end])):
        begin, stop = start + match.start(), start + match.end()
        sides = None
        if stop - begin > 1:
            sides = (_row if match.lastindex else _word)(characters, begin, stop)
        if sides:
            top, bottom = characters.head - sides[0], characters.head - sides[1]
            yield _Unit(begin, stop, characters.lefts[begin], top, characters.rights[stop - 1], bottom)
        else:
            yield from [_unit(characters, index) for index in range(begin, stop)]


def _word(characters: Characters, start: int, end: int) -> tuple[float, float] | None:
    """Top and bottom of letters and figures whose boxes fit them closely, when all stand on one line side by side.

    What is raised or lowered does not stand on it.
    """
    tops, bottoms = characters.tops[start:end], characters.bottoms[start:end]
    if tops[-1] < bottoms[0]:
        return None
    height, line = min(tops) - max(bottoms), max(bottoms)
    on_line = [
        bottom for bottom, text in zip(bottoms, characters.texts[start:end], strict=True) if text not in _BELOW_THE_LINE
    ]
    if height <= 0 or line - min(on_line, default=line) >= _SHIFT * height:
        return None
    gaps = list(map(sub, characters.lefts[start + 1 : end], characters.rights[start:end]))
    if not -_REACH * height < min(gaps) <= max(gaps) < _REACH * height:
        return None
    return characters.head - max(tops), characters.head - min(bottoms)


def _unit(characters: Characters, index: int) -> _Unit:
    edges = (characters.lefts, characters.tops, characters.rights, characters.bottoms)
    return _Unit(index, index + 1, *[side[index] for side in edges])


def _steps(units: Sequence[_Unit]) -> list[str]:
    """How each unit stands to the one before: ``r`` to the right of it, ``d`` below it, ``x`` for elsewhere."""
    steps = ["x"]
    for before, unit in pairwise(units):
        height = before.top - before.bottom
        shift, reach = _SHIFT * height, _REACH * height
        is_near = -reach < unit.left - before.right < reach
        if is_near and abs(unit.bottom - before.bottom) < shift and abs(unit.top - before.top) < shift:
            steps.append("r")
        else:
            steps.append("d" if _is_below(before, unit) else "x")
    return steps


def _is_below(before: _Unit, unit: _Unit) -> bool:
    """Whether both are single characters and this one stands below the other, without a space between."""
    em = max(before.top - before.bottom, before.right - before.left)
    pitch = (before.top + before.bottom - unit.top - unit.bottom) / 2
    is_aligned = max(abs(unit.left - before.left), abs(unit.right - before.right)) < _SHIFT * em
    return is_aligned and _SHIFT * em < pitch < _PITCH * em and before.end - before.start == unit.end - unit.start == 1


def _is_set_vertically(characters: Characters, pieces: Sequence[_Piece]) -> bool:
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


def _level_parts(piece: _Piece) -> Iterable[_Piece]:
    """The piece, on a horizontal page; what stands below each other there are single characters."""
    if not piece.is_down:
        return (piece,)
    return (
        _Piece(index, index + 1, False, piece.after_space and index == piece.start)
        for index in range(piece.start, piece.end)
    )


def _rows(characters: Characters, pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces of a vertical page, those that stand beside each other together."""
    row: list[_Piece] = []
    for piece in pieces:
        if row and not (_is_level(row[-1]) and _is_level(piece) and _is_right_of(characters, row[-1], piece)):
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _is_level(piece: _Piece) -> bool:
    return not piece.is_down or piece.end - piece.start == 1


def _is_right_of(characters: Characters, before: _Piece, piece: _Piece) -> bool:
    last, first = before.end - 1, piece.start
    height = characters.tops[last] - characters.bottoms[last]
    shared = min(characters.tops[last], characters.tops[first]) - max(
        characters.bottoms[last], characters.bottoms[first]
    )
    return shared > 0.5 * height and 0 < characters.lefts[first] - characters.lefts[last] < 3 * height


def _runs_of_row(characters: Characters, row: Sequence[_Piece], sheet: Sheet) -> Iterator[Run]:
    """Level runs of a row of several characters, upright runs of anything else on a vertical page."""
    is_line = _is_level(row[0]) and sum(piece.end - piece.start for piece in row) >= _MIN_ROW
    return (_level_run(characters, piece) if is_line else _upright_run(characters, piece, sheet) for piece in row)


def _level_run(characters: Characters, piece: _Piece) -> Run:
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


def one_each(texts: Sequence[str]) -> str:
    """One character for each text, so that places match."""
    return texts if isinstance(texts, str) else "".join(text if len(text) == 1 else "-" for text in texts)


def _joined(texts: Sequence[str]) -> str:
    return texts if isinstance(texts, str) else "".join(texts)


def _upright_run(characters: Characters, piece: _Piece, sheet: Sheet) -> Run:
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
    if max(heights) < size and _WIDE.fullmatch(_joined(texts)):
        middles = [height / 2 for height in map(add, tops, bottoms)]
        begin, stop = head - size / 2, head + size / 2
        return [begin - middle for middle in middles], [stop - middle for middle in middles]
    widths = zip(heights, texts, strict=True)
    pads = [(size - height) / 2 if height < size and is_wide(text) else 0.0 for height, text in widths]
    return (
        [head - top - pad for top, pad in zip(tops, pads, strict=True)],
        [head - bottom + pad for bottom, pad in zip(bottoms, pads, strict=True)],
    )
