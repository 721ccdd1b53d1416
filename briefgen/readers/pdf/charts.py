"""Charts drawn on a PDF page: bars, lines, pies. What is written in one comes as a table, by the places of the words.

A chart is known by what a table has not: filled bars of one width from one base, of unlike lengths, with room between
them; or curves and slanting lines with figures. Its words are short: where a sentence stands, it is no chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from briefgen.readers.pdf.chart_tables import Along, Label, Plot, Words, set_table, without_scales
from briefgen.readers.pdf.insets import is_caption
from briefgen.readers.pdf.rows import is_figure
from briefgen.readers.pdf.runs import Box, Run, Sheet
from briefgen.readers.pdf.shapes import Shape
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.marks import split_label

__all__ = ["Chart", "take_charts"]

_SAME = 1.0
"""In points."""
_ROOM = 0.1
"""Of their width, between bars."""
_FEWEST_BARS = 3
_UNLIKE = 2.0
"""In points, between the longest and the shortest bar."""
_WIDEST_BAR = 0.25
"""Of the page."""
_SMALLEST = 20.0
"""Both sides of a curve, in points."""
_SMALLEST_DRAWING = 40.0
"""The same of all that is drawn freely in a chart."""
_LARGEST = 0.6
"""Of the page; a larger frame is drawn around all of it."""
_LONGEST = 16
"""Characters of a label."""
_WORD_GAP, _LINE_GAP = 0.5, 1.2
"""In em: what stands nearer is one label, or one line."""
_NEAR_BESIDE, _NEAR_BELOW, _NEAR_DRAWN = 3.0, 1.5, 3.0
"""So near a chart stands what belongs to it: labels in em, drawn lines in points."""
_MOST_ROUNDS = 8
_FEWEST_LABELS = 3
_FEWEST_FIGURES = 3


class Chart(NamedTuple):
    """A chart: the area it covers, its labels as paragraphs, and the figures of its scales, which are left out."""

    box: Box
    paragraphs: tuple[Paragraph, ...]
    scales: tuple[str, ...]


class _Seed(NamedTuple):
    """What tells that a chart is drawn: its bars or curves."""

    box: Box
    along: Along


def take_charts(
    shapes: Sequence[Shape], rules: Sequence[Box], runs: Sequence[Run], sheet: Sheet
) -> tuple[list[Chart], list[Run], tuple[Box, ...]]:
    """Return the charts of a page, the runs outside them, and the thin lines outside them; vertical text has none."""
    charts: list[Chart] = []
    left, lines = list(runs), tuple(rules)
    if not shapes or any(run.is_vertical for run in runs):
        return charts, left, lines
    for seed in _seeds(shapes, sheet):
        words = list(_words(left, _LINE_GAP))
        box = _area(seed, shapes, lines, words, sheet)
        if box is None:
            continue
        labels = [label for label in _words(left, _WORD_GAP) if _holds(box, label.box)]
        labels = [label for label in labels if any(_is_label(word) and _holds(word.box, label.box) for word in words)]
        kept, scales = without_scales(labels, seed.box, seed.along)
        if len(labels) < _FEWEST_LABELS or not _has_figures(labels):
            continue
        charts.append(Chart(box, tuple(set_table(kept, Plot(*seed, shapes), sheet)), scales))
        taken = {id(run) for label in labels for run in label.runs}
        left = [run for run in left if id(run) not in taken]
        lines = tuple(line for line in lines if not _holds(box, line))
    return charts, left, lines


def _has_figures(labels: Sequence[Label]) -> bool:
    figures = sum(is_figure(label.text) for label in labels)
    return figures >= _FEWEST_FIGURES and 3 * figures >= len(labels)


# ---------------------------------------------------------------- what is drawn


def _seeds(shapes: Sequence[Shape], sheet: Sheet) -> Iterator[_Seed]:
    """Yield what may be a chart, those with bars first; what stands in two frames is apart."""
    bars = [shape.box for shape in shapes if shape.fill and not shape.is_free]
    frames = _frames(shapes, sheet)
    found: list[Box] = []
    for along in (Along.ACROSS, Along.DOWN):
        for group in _in_frames(list(_bars(bars, along, sheet)), frames):
            found.append(_around(group))
            yield _Seed(found[-1], along)
    curves = [shape.box for shape in shapes if shape.is_free and _is_large(shape.box, _SMALLEST)]
    curves = [box for box in curves if not any(_holds(other, box) for other in found)]
    for group in _in_frames(curves, frames):
        for touching in _touching(group):
            if _is_large(box := _around(touching), _SMALLEST_DRAWING):
                yield _Seed(box, Along.UNKNOWN)


def _frames(shapes: Sequence[Shape], sheet: Sheet) -> list[Box]:
    """The rectangles in which a chart may stand, the largest first."""
    boxes = (shape.box for shape in shapes if not shape.is_free)
    return sorted((box for box in boxes if _size(box) < _LARGEST * sheet.width * sheet.height), key=_size, reverse=True)


def _in_frames(boxes: Sequence[Box], frames: Sequence[Box]) -> Iterator[list[Box]]:
    """The boxes in groups, those in the same largest frame together."""
    groups: dict[Box | None, list[Box]] = {}
    for box in boxes:
        frame = next((frame for frame in frames if frame != box and _holds(frame, box)), None)
        groups.setdefault(frame, []).append(box)
    yield from groups.values()


def _bars(boxes: Sequence[Box], along: Along, sheet: Sheet) -> Iterator[Box]:
    """Those that are bars beside each other (or below each other): one base, one width, unlike lengths."""
    sides = [_as_upright(box) if along is Along.DOWN else box for box in boxes]
    widest = _WIDEST_BAR * (sheet.height if along is Along.DOWN else sheet.width)
    used: set[int] = set()
    for number, side in enumerate(sides):
        alike = [at for at, other in enumerate(sides) if at not in used and _is_alike(side, other)]
        members = sorted((sides[at] for at in alike), key=attrgetter("left"))
        if number not in used and side.right - side.left < widest and _are_bars(members):
            used.update(alike)
            yield from (boxes[at] for at in alike)


def _as_upright(box: Box) -> Box:
    """The box with what is down across, and its left side below."""
    return Box(box.top, -box.right, box.bottom, -box.left)


def _is_alike(box: Box, other: Box) -> bool:
    width, other_width = box.right - box.left, other.right - other.left
    return abs(box.bottom - other.bottom) < _SAME and abs(width - other_width) < _SAME


def _are_bars(members: Sequence[Box]) -> bool:
    if len(members) < _FEWEST_BARS:
        return False
    lengths = [box.bottom - box.top for box in members]
    room = _ROOM * (members[0].right - members[0].left)
    gaps = [after.left - before.right for before, after in pairwise(members)]
    return max(lengths) - min(lengths) > _UNLIKE and min(gaps) > -_SAME and sum(gap > room for gap in gaps) > 1


def _touching(boxes: Sequence[Box]) -> list[list[Box]]:
    """The boxes in groups that hang together."""
    groups: list[list[Box]] = []
    for box in boxes:
        near = [group for group in groups if any(_meets(box, other, _NEAR_DRAWN, _NEAR_DRAWN) for other in group)]
        groups = [group for group in groups if group not in near] + [[box, *(other for g in near for other in g)]]
    return groups


# ---------------------------------------------------------------- what belongs to it


def _area(seed: _Seed, shapes: Sequence[Shape], rules: Sequence[Box], words: Words, sheet: Sheet) -> Box | None:
    """The area of a chart: the frame around it, or what stands near; None when a sentence stands in it."""
    sentences = [word.box for word in words if not _is_label(word)]
    if any(_holds(seed.box, box) for box in sentences):
        return None
    around = (frame for frame in _frames(shapes, sheet) if _holds(frame, seed.box) and _size(frame) > _size(seed.box))
    frame = next((f for f in around if not any(_holds(f, box) for box in sentences)), None)
    labels = [
        word.box for word in words if _is_label(word) and (is_figure(word.text) or split_label(word.text) is None)
    ]
    if frame is not None and sum(_holds(frame, box) for box in labels) >= _FEWEST_LABELS:
        return frame
    drawn = [*rules, *(shape.box for shape in shapes)]
    drawn = [box for box in drawn if not any(_holds(box, other) for other in sentences) and not _is_wide(box, sheet)]
    return _grown(frame or seed.box, drawn, [(word.box, word.size) for word in words if word.box in labels])


def _is_wide(box: Box, sheet: Sheet) -> bool:
    return _size(box) >= _LARGEST * sheet.width * sheet.height


def _grown(box: Box, drawn: Sequence[Box], labels: Sequence[tuple[Box, float]]) -> Box:
    """The box with all that is drawn on from it, and the labels near it."""
    for _ in range(_MOST_ROUNDS):
        near = [other for other in drawn if _meets(box, other, _NEAR_DRAWN, _NEAR_DRAWN)]
        near += [other for other, size in labels if _meets(box, other, _NEAR_BESIDE * size, _NEAR_BELOW * size)]
        wider = _around([box, *near])
        if wider == box:
            break
        box = wider
    return box


def _is_label(word: Label) -> bool:
    """Whether the words of a line may stand in a chart: they are short, no sentence, no caption."""
    parts = [len(part.text) for part in _words(word.runs, _WORD_GAP)]
    is_short = len(word.text) <= _LONGEST or (len(parts) > 2 and max(parts) <= _LONGEST)
    return is_short and not any(mark in word.text for mark in "。、") and not is_caption(word.text)


def _words(runs: Iterable[Run], gap: float) -> Iterator[Label]:
    """The runs that stand so near each other on a line, in em, together."""
    word: list[Run] = []
    for run in sorted((run for run in runs if run.text.strip()), key=lambda run: (round(run.bottom), run.left)):
        if word and not (
            abs(run.bottom - word[-1].bottom) < _SAME and 0 < run.left - word[-1].left < _reach(word, gap)
        ):
            yield _label(word)
            word = []
        word.append(run)
    if word:
        yield _label(word)


def _reach(word: Sequence[Run], gap: float) -> float:
    """How far behind the beginning of its last run the next one may begin."""
    return word[-1].right - word[-1].left + gap * word[-1].size


def _label(runs: Sequence[Run]) -> Label:
    text = runs[0].text + "".join(" " * run.after_space + run.text for run in runs[1:])
    box = Box(runs[0].left, min(run.top for run in runs), runs[-1].right, max(run.bottom for run in runs))
    return Label(text.strip(), box, runs[0].size, tuple(runs))


# ---------------------------------------------------------------- boxes


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _is_large(box: Box, side: float) -> bool:
    return min(box.right - box.left, box.bottom - box.top) >= side


def _holds(box: Box, other: Box) -> bool:
    """Whether the middle of the other stands in the box."""
    across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom


def _meets(box: Box, other: Box, across: float, down: float) -> bool:
    """Whether the other stands in the box, or so near beside it, or over or under it."""
    is_level = other.left <= box.right + across and other.right >= box.left - across
    return is_level and other.top <= box.bottom + down and other.bottom >= box.top - down


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
