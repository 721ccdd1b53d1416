"""What a drawn area of a PDF page is: a rectangle (cell, frame, bar), or drawn freely (a curve, a wedge, an arrow)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.readers.pdf.calls import CURVE, STRAIGHT, Color, Handle, fill_of, outline_of
from briefgen.readers.pdf.runs import Box

__all__ = ["Shape", "shapes_of"]

_MOST_SEGMENTS = 64
"""So many tell what a path is."""
_MOST_SIDES = 6
"""A rectangle has four, often one more that closes it, and one more when it begins within a side."""
_FEWEST_STRAIGHT = 4
_SAME = 0.1
"""In points."""
_Segments = Sequence[tuple[int, float, float]]


class Shape(NamedTuple):
    """A drawn area that is more than a line."""

    box: Box
    fill: Color | None
    """Of its inside, where it is filled."""
    is_free: bool
    """Drawn with curves or slanting lines; else it is a rectangle."""


def shapes_of(areas: Iterable[tuple[Handle, Box]]) -> Iterator[Shape]:
    """Yield the rectangles and the freely drawn ones of these areas; what has straight sides otherwise is neither."""
    for handle, box in areas:
        is_filled, segments = outline_of(handle, _MOST_SEGMENTS)
        if not segments:
            continue
        is_rectangle = _is_rectangle(segments)
        if is_rectangle or not _is_outline(segments, is_filled):
            yield Shape(box, fill_of(handle) if is_filled else None, not is_rectangle)


def _is_rectangle(segments: _Segments) -> bool:
    """Whether the path goes along the sides of the area it covers, through its four corners."""
    across, up = [round(x, 1) for _, x, _ in segments], [round(y, 1) for _, _, y in segments]
    sides, levels = {min(across), max(across)}, {min(up), max(up)}
    corners = {end for end in zip(across, up, strict=True) if end[0] in sides and end[1] in levels}
    is_along = all(x in sides or y in levels for x, y in zip(across, up, strict=True))
    is_straight = all(kind != CURVE for kind, _, _ in segments)
    return is_straight and is_along and len(corners) == 4 and len(segments) <= _MOST_SIDES


def _is_outline(segments: _Segments, is_filled: bool) -> bool:
    """Whether the path is closed and has straight sides: so is what is drawn around text, corners rounded or not."""
    (_, left, bottom), (_, right, top) = segments[0], segments[-1]
    is_closed = is_filled or (abs(left - right) < _SAME and abs(bottom - top) < _SAME)
    return is_closed and _count_straight(segments) >= _FEWEST_STRAIGHT


def _count_straight(segments: _Segments) -> int:
    return sum(
        kind == STRAIGHT and (abs(across - left) < _SAME) != (abs(up - bottom) < _SAME)
        for (_, left, bottom), (kind, across, up) in pairwise(segments)
    )
