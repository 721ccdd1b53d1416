"""Characters of a PDF page with their boxes -> pieces: those that stand beside each other, or below each other.

Whatever engine read the page gives `Characters`; from here on no engine is known. All lengths are points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add, sub
from typing import NamedTuple

__all__ = ["WIDE", "Characters", "Look", "Piece", "cut_pieces", "is_wide", "one_each"]

_REACH = 0.9
"""Characters further apart than so many of their heights do not stand in one run."""
_PITCH = 1.6
"""So many heights are from middle to middle of two characters in a column at most; over a space it is more."""
_SHIFT = 0.22
"""So much, in heights, may the boxes of two characters on one line differ at top and bottom."""
_NARROWER = 0.12
"""By more than so many widths is a character of smaller letters narrower; raised figures of a browser are by 0.17."""
WIDE = re.compile("[\u3000-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uff01-\uff60]+")
"""Text of these is wide without a look at each character; not all that is wide is among them."""
_UNIT = re.compile(f"({WIDE.pattern})|[0-9A-Za-z]+|.", re.DOTALL)
_BELOW_THE_LINE = frozenset("gjpqyJQ")
"""Letters that go below the line on which the others stand."""


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


@lru_cache(maxsize=16384)
def is_wide(character: str) -> bool:
    """Whether the character, or the first of several, is as wide as high: kanji, kana and full-width forms."""
    return bool(character) and unicodedata.east_asian_width(character[0]) in "WFA"


def one_each(texts: Sequence[str]) -> str:
    """One character for each text, so that places match."""
    return texts if isinstance(texts, str) else "".join(text if len(text) == 1 else "-" for text in texts)


class Piece(NamedTuple):
    """Characters from `start` to before `end`, side by side, below each other, or a single one."""

    start: int
    end: int
    is_down: bool
    after_space: bool
    sides: tuple[float, float] | None = None
    """Its top and bottom, or left and right edge when it goes down, where they are known."""


_PIECE = re.compile(r"[rdx](?:r+|d+)?")


def cut_pieces(characters: Characters) -> Iterator[Piece]:
    """Return the pieces of a page; spaces at which the engine saw a gap stand between them."""
    end = -1
    for space in (*sorted(characters.made_up), len(characters.texts)):
        start, end = end + 1, space
        if end - start > 1:
            if sides := _row(characters, start, end):
                yield Piece(start, end, False, start > 0, sides)
            elif sides := _column(characters, start, end):
                yield Piece(start, end, True, start > 0, sides)
            else:
                yield from _broken(characters, start, end)
        elif start < end:
            yield Piece(start, end, False, start > 0)


def _row(characters: Characters, start: int, end: int) -> tuple[float, float] | None:
    """Top and bottom when all these characters stand to the right of the one before; never where `_steps` says no.

    Most text stands so, and a look at all of it together is quicker than single steps. The edges hardly differ, and
    then nothing finds the least and the greatest of them as quickly as `sorted`.
    """
    tops, bottoms = characters.tops[start:end], characters.bottoms[start:end]
    if tops[-1] < bottoms[0]:
        return None
    if tops[0] != tops[-1] and WIDE.fullmatch(one_each(characters.texts[start:end])):  # each as high as it is drawn
        sides = _wide_row(characters, start, end)
        if sides:
            return sides
    tops, bottoms = sorted(tops), sorted(bottoms)
    height = tops[0] - bottoms[-1]
    if not max(tops[-1] - tops[0], bottoms[-1] - bottoms[0]) < _SHIFT * height:
        return None
    if not _is_close(characters, start, end, height):
        return None
    return characters.head - tops[-1], characters.head - bottoms[0]


def _wide_row(characters: Characters, start: int, end: int) -> tuple[float, float] | None:
    """Top and bottom of wide characters that are of one size and each to the right of the one before.

    Some fonts have a low box for a low mark, 、 or 一; so it is the widths that tell the size, and some height must be
    common to all.
    """
    tops, bottoms = sorted(characters.tops[start:end]), sorted(characters.bottoms[start:end])
    widths = sorted(map(sub, characters.rights[start:end], characters.lefts[start:end]))
    if tops[0] <= bottoms[-1] or widths[-1] - widths[0] > _NARROWER * widths[-1]:
        return None
    if not _is_close(characters, start, end, widths[0]):
        return None
    return characters.head - tops[-1], characters.head - bottoms[0]


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
    if not _is_close(characters, start, end, height):
        return None
    return characters.head - max(tops), characters.head - min(bottoms)


def _is_close(characters: Characters, start: int, end: int, em: float) -> bool:
    """Whether none of these characters overlaps the one before, or stands away from it, by much."""
    gaps: list[float] = sorted(map(sub, characters.lefts[start + 1 : end], characters.rights[start:end]))
    return gaps[0] > -_REACH * em and gaps[-1] < _REACH * em


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


def _broken(characters: Characters, start: int, end: int) -> Iterator[Piece]:
    """The pieces of characters that are neither one row nor one column."""
    units = list(_units(characters, start, end))
    if len(units) == 1:
        sides = characters.head - units[0].top, characters.head - units[0].bottom
        yield Piece(start, end, False, start > 0, sides)
        return
    steps = _steps(units)
    for match in _PIECE.finditer("".join(steps)):
        first, last = match.start(), match.end() - 1
        is_down = last > first and steps[first + 1] == "d"
        yield Piece(units[first].start, units[last].end, is_down, first == 0 < start)


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
            sides = (_wide_row if match.lastindex else _word)(characters, begin, stop)
        if sides:
            top, bottom = characters.head - sides[0], characters.head - sides[1]
            yield _Unit(begin, stop, characters.lefts[begin], top, characters.rights[stop - 1], bottom)
        else:
            yield from [_unit(characters, index) for index in range(begin, stop)]


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
