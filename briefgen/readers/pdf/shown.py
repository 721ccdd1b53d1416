"""What of the text of a page is shown: nothing beyond its edges, and once what is drawn twice, a little aside.

Sheets of two pages that were cut into pages keep the text of both; a crop box hides the half. A shadow, and letters
made bold by some programs, are the same text once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.readers.pdf.runs import Box, Run, Sheet

__all__ = ["first_ones", "is_copy", "is_on_sheet", "runs_on_sheet"]

_NEAR = 0.25
"""Copies lie less than so much of the height, and of the width of a character, apart."""
_SAME = 0.1
"""So much may copies differ in size."""
_CELL = 12.0
"""In points; a copy is looked for in the cells around its own, far enough for letters of 48 points."""
_Edges = tuple[float, float, float, float]
"""Left, top, right, bottom, measured upwards."""


def runs_on_sheet(runs: list[Run], sheet: Sheet) -> tuple[list[Run], int]:
    """Return the runs of which something stands on the page, and how many characters but spaces the others have."""
    hidden = {number for number, run in enumerate(runs) if not _is_shown(run, sheet)}
    if not hidden:
        return runs, 0
    kept = [run for number, run in enumerate(runs) if number not in hidden]
    return kept, sum(len("".join(runs[number].text.split())) for number in hidden)


def _is_shown(run: Run, sheet: Sheet) -> bool:
    along, across = (sheet.height, sheet.width) if run.is_vertical else (sheet.width, sheet.height)
    return run.rights[-1] > 0 and run.lefts[0] < along and run.bottom > 0 and run.top < across


def is_on_sheet(box: Box, sheet: Sheet) -> bool:
    """Whether something of this area stands on the page."""
    return box.right > 0 and box.bottom > 0 and box.left < sheet.width and box.top < sheet.height


def is_copy(place: _Edges, other: _Edges) -> bool:
    """Whether two texts of one line lie over each other and are of one size."""
    left, top, right, bottom = place
    width, height = right - left, top - bottom
    return (
        abs(other[0] - left) < _NEAR * min(width, height)
        and abs(other[1] - top) < _NEAR * height
        and abs(other[2] - other[0] - width) < _SAME * width
        and abs(other[1] - other[3] - height) < _SAME * height
    )


def first_ones(texts: Sequence[str], places: Sequence[_Edges]) -> Iterator[int]:
    """Yield the indices of the characters that lie over no character of the same kind before them."""
    seen: dict[tuple[str, int, int], list[_Edges]] = {}
    for index, (text, place) in enumerate(zip(texts, places, strict=True)):
        column, row = int(place[0] // _CELL), int(place[1] // _CELL)
        around = ((text, column + right, row + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
        if not any(is_copy(place, other) for key in around for other in seen.get(key, ())):
            seen.setdefault((text, column, row), []).append(place)
            yield index
