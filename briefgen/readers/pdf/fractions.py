"""Fractions of a PDF page, one part over a line and one under it, set into the text beside them: 2/3, (A+B)/100."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.readers.inline.linear import fraction
from briefgen.readers.pdf.runs import Box, Run

__all__ = ["set_fractions"]

_THIN = 2.0
"""In points; so near to each other are lines that touch, too."""
_LONGEST = 200.0
"""In points."""
_REACH = 30.0
"""In points; the letters of no fraction stand further from its line."""
_MOST_RULES = 300
"""A page with more short lines than this shows a chart or a map."""
_NEAR = 0.7
"""So many em from the line stand its two parts at most."""
_OVER = 0.3
"""So many em may a part reach over the line, or over its end."""
_BARE = 0.8
"""So many em is the line longer than the wider part at most."""
_BESIDE = 1.0
"""So many em from its ends stands the text it belongs to."""
_FIGURE = re.compile(r"[0-9０-９][0-9０-９.,．，]{0,9}")
_TERM = re.compile(r"[^。、]{1,40}")
_SIGNS = frozenset("=＝≒≈×*＊+＋-－−÷・(（")
"""Beside one of these a line between words or letters is that of a fraction."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The runs of a page by their lower and by their upper edges."""

    by_bottom: Sequence[Run]
    by_top: Sequence[Run]
    bottoms: Sequence[float]
    tops: Sequence[float]


def set_fractions(runs: Sequence[Run], rules: Sequence[Box]) -> list[Run]:
    """Return the runs with each fraction as one run in the line beside it; `rules` are the thin lines of the page."""
    short = [rule for rule in rules if rule.bottom - rule.top <= _THIN < rule.right - rule.left < _LONGEST]
    made = list(runs)
    if not short or len(short) > _MOST_RULES:
        return made
    text = _text(run for run in runs if run.text.strip() and not run.is_vertical and not run.is_slanted)
    uprights = [rule for rule in rules if rule.right - rule.left <= _THIN < rule.bottom - rule.top]
    for rule in short:
        upper, lower = _parts(rule, text)
        if not upper or not lower or any(_meets(rule, upright) for upright in uprights):
            continue
        beside = [run for run in made if _is_beside(run, rule)]
        if beside and (run := _fraction(upper, lower, beside)) is not None:
            gone = {id(part) for part in (*upper, *lower)}
            at = next(n for n, other in enumerate(made) if other is beside[0])
            made.insert(at + 1 if beside[0].left < rule.left else at, run)
            made = [other for other in made if id(other) not in gone]
    return made


def _text(runs: Iterable[Run]) -> _Text:
    by_bottom = sorted(runs, key=lambda run: run.bottom)
    by_top = sorted(by_bottom, key=lambda run: run.top)
    return _Text(by_bottom, by_top, [run.bottom for run in by_bottom], [run.top for run in by_top])


def _parts(rule: Box, text: _Text) -> tuple[list[Run], list[Run]]:
    """The runs right above a line and right below it, from left to right; none when it is longer than these."""
    above = text.by_bottom[bisect_left(text.bottoms, rule.top - _REACH) : bisect_right(text.bottoms, rule.top + _REACH)]
    below = text.by_top[bisect_left(text.tops, rule.top - _REACH) : bisect_right(text.tops, rule.top + _REACH)]
    upper = [run for run in above if -_OVER < (rule.top - run.bottom) / run.size < _NEAR and _is_within(run, rule)]
    lower = [run for run in below if -_OVER < (run.top - rule.bottom) / run.size < _NEAR and _is_within(run, rule)]
    parts = [sorted(part, key=lambda run: run.left) for part in (upper, lower)]
    if not all(parts):
        return [], []
    widest = max(part[-1].right - part[0].left for part in parts)
    is_fitting = rule.right - rule.left < widest + _BARE * parts[0][0].size
    return (parts[0], parts[1]) if is_fitting else ([], [])


def _is_within(run: Run, rule: Box) -> bool:
    return rule.left - _OVER * run.size < run.left and run.right < rule.right + _OVER * run.size


def _meets(rule: Box, upright: Box) -> bool:
    """Whether the line is the side of a cell."""
    is_level = upright.top - _THIN <= rule.top <= upright.bottom + _THIN
    return is_level and min(abs(upright.left - rule.left), abs(upright.left - rule.right)) <= 2 * _THIN


def _is_beside(run: Run, rule: Box) -> bool:
    """Whether the line stands right before or behind a run, at half its height."""
    if run.is_vertical or not run.text.strip() or not run.top < rule.top < run.bottom:
        return False
    return min(abs(rule.left - run.right), abs(run.left - rule.right)) < _BESIDE * run.size


def _fraction(upper: Sequence[Run], lower: Sequence[Run], beside: Sequence[Run]) -> Run | None:
    """The fraction as a run on the line of the text beside it; None where these are two lines of text."""
    names = ["".join(run.text for run in part).strip() for part in (upper, lower)]
    left = min(part[0].left for part in (upper, lower))
    right = max(part[-1].right for part in (upper, lower))
    before = next((run.text.strip()[-1] for run in beside if run.right < left + run.size and run.left < left), "")
    behind = next((run.text.strip()[0] for run in beside if run.left > left), "")
    if not all(map(_FIGURE.fullmatch, names)) and not ({before, behind} & _SIGNS and all(map(_TERM.fullmatch, names))):
        return None
    text = fraction(*names)
    if before.isdigit() or behind.isdigit():
        text = f"({text})"
    step = (right - left) / len(text)
    edges = [left + step * number for number in range(len(text) + 1)]
    line = beside[0]
    return line._replace(text=text, lefts=edges[:-1], rights=edges[1:], reading="", after_space=False)
