"""Runs of one printed line -> the spaces between them: browsers, tabs and vertical setting leave a gap alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.readers.pdf.pieces import is_wide
from briefgen.readers.pdf.runs import Run

__all__ = ["spaces"]

_WORD_GAP = 0.9
"""A gap of more than so many em between words is one that the author made."""
_NARROW_GAP = 0.4
"""So many em between a number and the text behind it are a space; so are they beside a bracket, whose own room a
browser takes from the space."""
_HALF_GAP = 0.2
"""More than so many em between words or figures, where the engine saw a gap and those beside it are none, are half a
space, and no more than `_NARROW_GAP` between single letters."""
_WIDER = 1.4
"""So many times wider than the gaps beside it is a gap between words whose letters are spread out."""
_SMALLEST = 1.0
"""In points; letters of a damaged file may have no size at all."""
_CLOSING = tuple("）」』】〕］")
_SINGLE = re.compile(r"[^0-9０-９]")
"""A letter by itself, of a word that is spread out over a cell."""
_LABEL = re.compile(r"[0-9０-９]{1,2}[．.]?|[ア-ン]|[①-⑳]|[（(][0-9０-９ア-ン一-十]{1,2}[）)]")
_KANA = re.compile(r"[ア-ン]")
"""May be the first letter of a word that is spread out, レ ー ダ ー."""
_LETTER = re.compile(r"[（(「【〔［]?(?:.|[!-~]{1,4})[）)」】〕］]?")
"""What a word that is spread out is made of: single characters, and short figures or Latin words, with brackets."""


def spaces(runs: Sequence[Run]) -> list[str]:
    """Return the space before each run: between Latin words one, between Japanese words a full-width one.

    Single letters far apart are a word that is spread out, 海 山 省; １　日　時　　令和８年 are three words.
    """
    gaps = [0.0, *[(run.lefts[0] - before.rights[-1]) / max(run.size, _SMALLEST) for before, run in pairwise(runs)]]
    made = [
        "" if not run.after_space or index == 0 else _half_space(runs, gaps, index) for index, run in enumerate(runs)
    ]
    if max(gaps) > _NARROW_GAP:
        starts = [0, *(index for index, gap in enumerate(gaps) if gap > _NARROW_GAP), len(runs)]
        pieces = ["".join(run.text for run in runs[a:b]) for a, b in pairwise(starts)]
        between = [gaps[start] for start in starts[1:-1]]
        for number, start in enumerate(starts[1:-1]):
            if _is_space(pieces[number:], between[max(number - 1, 0) : number + 2], between[number], number == 0):
                made[start] = "\u3000"
    return made


def _half_space(runs: Sequence[Run], gaps: Sequence[float], index: int) -> str:
    """A space where the engine saw a gap before this run: between Latin words, or between others where it is alone."""
    before, run = runs[index - 1], runs[index]
    last, first = before.text[-1:], run.text[:1]
    if not is_wide(last) and not is_wide(first):
        return " "
    is_pair = last.isalnum() and first.isalnum() and (is_wide(last) == is_wide(first) or (last + first).isdecimal())
    if not is_pair or gaps[index] <= _HALF_GAP:
        return ""
    is_spread = any(_SINGLE.fullmatch(part.text.strip()) for part in (before, run))
    if gaps[index] > (_NARROW_GAP if is_spread else _WORD_GAP):
        return ""
    inside = [*_inner_gap(before, -1), *_inner_gap(run, 1)]
    around = inside or [*gaps[index - 1 : index], *gaps[index + 1 : index + 2]]
    return " " if gaps[index] > 2 * max(around) else ""


def _inner_gap(run: Run, side: int) -> list[float]:
    """The gap between the last two characters of a run, or for side 1 the first two; none for a single one."""
    at = 1 if side > 0 else -1
    return [(run.lefts[at] - run.rights[at - 1]) / max(run.size, _SMALLEST)] if len(run.lefts) > 1 else []


def _is_space(pieces: Sequence[str], around: Sequence[float], gap: float, is_first: bool) -> bool:
    """Whether the gap between the first two of these pieces is a space; `around` are its width and those beside it."""
    before, after = pieces[0].strip(), pieces[1].strip()
    if is_first and _LABEL.fullmatch(before) and not after[:1].isdigit():
        return len(after) > 1 or (len(pieces) > 2 and _KANA.match(before) is None and _is_spread(after, pieces[2]))
    if gap <= _WORD_GAP:
        return before[-1:] in _CLOSING and is_wide(after)
    return not (_LETTER.fullmatch(before) and _LETTER.fullmatch(after)) or gap >= _WIDER * min(around)


def _is_spread(letter: str, following: str) -> bool:
    """Whether a letter begins a word that is spread out, 日　時, and is no unit of a figure before it, ５ 月 １ 日."""
    return is_wide(letter) and is_wide(following) and not following[:1].isdigit() and len(following.strip()) == 1
