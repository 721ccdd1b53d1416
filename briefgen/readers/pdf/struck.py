"""Lines drawn through the text of a PDF page: what is struck through is marked, and goes when the lines are made.

A program draws such a line from the first to the last character it strikes, through their middle. What is struck
keeps its room until the lines of the page are known, since a gap would part them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from briefgen.readers.pdf.insets import Inset
from briefgen.readers.pdf.lines import PrintedLine
from briefgen.readers.pdf.runs import Box, Run, Sheet

__all__ = ["mark_struck", "without_struck"]

_MARK = "\U000f5781"
"""Stands for a character that is struck through; a private one of plane 15, which no font of a paper has."""
_MIDDLE = (0.3, 0.75)
"""Between these parts of its height from the top does a line strike a character; one below underlines it."""
_NEAR = 1.0
"""Lines that come so near, in points, touch each other."""
_MOST_RULES = 1500
"""A page with more drawn lines than this shows a chart or a map."""
_SLACK = 0.35
"""So many em may the line be longer or shorter than what it strikes."""


def mark_struck(runs: Sequence[Run], rules: Sequence[Box], sheet: Sheet) -> tuple[list[Run], list[str]]:
    """Return the runs with a mark for each character that one of these thin lines strikes through, and these texts."""
    marked, texts = list(runs), []
    for places in _struck(rules, runs, sheet):
        struck = "".join(marked[number].text[begin:end] for number, begin, end in places)
        texts.append(struck.replace(_MARK, "").strip())
        for number, begin, end in places:
            text = marked[number].text
            marked[number] = marked[number]._replace(text=text[:begin] + _MARK * (end - begin) + text[end:])
    return marked, list(filter(None, texts))


def without_struck(lines: Sequence[PrintedLine], insets: Sequence[Inset]) -> tuple[list[PrintedLine], list[Inset]]:
    """Return the lines and the insets without the marks, and without lines of nothing else."""
    kept = [line._replace(text=line.text.replace(_MARK, "")) for line in lines]
    cells = [
        replace(inset, paragraphs=tuple(p._replace(text=p.text.replace(_MARK, "")) for p in inset.paragraphs))
        for inset in insets
    ]
    return [line for line in kept if line.text.strip()], cells


_Place = tuple[int, int, int]
"""A stretch of a run: the number of the run, and where the stretch begins and ends."""


def _struck(rules: Sequence[Box], runs: Sequence[Run], sheet: Sheet) -> list[list[_Place]]:
    """What each of the lines strikes through that begin and end where characters do, and are no sides of a frame.

    Where most lines through the middle of characters do not, they are those of a map or a chart.
    """
    if len(rules) > _MOST_RULES or not runs:
        return []
    is_vertical = runs[0].is_vertical
    if is_vertical:
        rules = [_turned(rule, sheet) for rule in rules]
    along = sorted((rule for rule in rules if rule.bottom - rule.top < rule.right - rule.left), key=_middle)
    heights = list(map(_middle, along))
    hits: dict[Box, list[_Place]] = {}
    for number, run in enumerate(runs):
        height = run.bottom - run.top
        first = bisect_left(heights, run.top + _MIDDLE[0] * height)
        last = bisect_left(heights, run.top + _MIDDLE[1] * height, first)
        for rule in along[first:last]:
            if (place := _covered(rule, run, number)) and run.is_vertical is is_vertical:
                hits.setdefault(rule, []).append(place)
    struck = [places for rule, places in hits.items() if _is_fitting(rule, places, runs) and not _is_side(rule, rules)]
    return struck if 2 * len(struck) > len(hits) else []


def _middle(rule: Box) -> float:
    return (rule.top + rule.bottom) / 2


def _is_side(rule: Box, rules: Sequence[Box]) -> bool:
    """Whether a line across this one meets an end of it, as in a frame or a table."""
    return any(
        other.bottom - other.top > other.right - other.left
        and other.top - _NEAR < _middle(rule) < other.bottom + _NEAR
        and min(abs(other.left - rule.left), abs(other.right - rule.right)) < _NEAR
        for other in rules
    )


def _turned(rule: Box, sheet: Sheet) -> Box:
    """An upright line as the runs of a vertical page have it: down the line is to the right."""
    return Box(rule.top, sheet.width - rule.right, rule.bottom, sheet.width - rule.left)


def _covered(rule: Box, run: Run, number: int) -> _Place | None:
    """The characters of a run whose middle stands over the line."""
    if rule.right < run.left or rule.left > run.right or len(run.text) != len(run.lefts):
        return None
    middles = [(left + right) / 2 for left, right in zip(run.lefts, run.rights, strict=True)]
    inside = [index for index, middle in enumerate(middles) if rule.left < middle < rule.right]
    return (number, inside[0], inside[-1] + 1) if inside else None


def _is_fitting(rule: Box, places: Sequence[_Place], runs: Sequence[Run]) -> bool:
    """Whether a line is as long as what it strikes through."""
    (first, begin, _), (last, _, end) = places[0], places[-1]
    slack = _SLACK * runs[first].size
    return abs(runs[first].lefts[begin] - rule.left) < slack and abs(runs[last].rights[end - 1] - rule.right) < slack
