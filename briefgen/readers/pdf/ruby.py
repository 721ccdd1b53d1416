"""Ruby of a PDF page: small kana over (in vertical setting beside) the characters whose reading they are.

The base stays in the text, the reading goes with it as a note of its own, so that it neither tears the line nor is read
twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefgen.readers.pdf.runs import Run

__all__ = ["set_ruby"]

_DOTS = "•●○◦◉﹅﹆・"
"""Set over characters to stress them (圏点); they are no reading."""
_KANA = re.compile(rf"[ぁ-ゖァ-ヺー・ゝゞ\s]+|[{_DOTS}\s]+")
_SMALL = 0.62
"""Ruby has up to so many times the size of its base."""
_CENTRED = 0.15
"""In em."""
_REACH = 0.6
"""The foot of the ruby is at most so many em away from the head of the base."""


def set_ruby(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with the ruby among them taken out and set as `reading` of the run it stands over."""
    usual = _usual_size(runs)
    small = [run for run in runs if run.size < 0.9 * usual and _KANA.fullmatch(run.text) and run.text.strip()]
    if not small:
        return list(runs)
    chains = list(_chained(small))
    runs = list(_with_whole_bases(runs, chains))
    large = sorted((run for run in runs if run.size * _SMALL >= small[0].size), key=lambda run: run.top)
    tops = [run.top for run in large]
    readings: dict[int, list[tuple[int, int, str]]] = {}
    taken: set[int] = set()
    for ruby in chains:
        found = _base_of(ruby[0], ruby[-1], large, tops)
        if found is not None and _fits(ruby, *found):
            base, start, end = found
            reading = "".join(run.text.strip() for run in ruby).strip(_DOTS)
            readings.setdefault(id(base), []).append((start, end, reading))
            taken.update(map(id, ruby))
    return [part for run in runs if id(run) not in taken for part in _with_readings(run, readings.get(id(run), []))]


def _usual_size(runs: Sequence[Run]) -> float:
    """The size in which most characters of the page are set."""
    exact: dict[float, int] = {}
    for run in runs:
        exact[run.size] = exact.get(run.size, 0) + len(run.text)
    counts: dict[float, int] = {}
    for size, characters in exact.items():
        counts[round(size, 1)] = counts.get(round(size, 1), 0) + characters
    return max(counts, key=counts.__getitem__, default=0.0)


def _chained(small: Sequence[Run]) -> Iterator[list[Run]]:
    """Small runs side by side are the ruby of one stretch."""
    chain: list[Run] = []
    for run in small:
        if chain and not _is_beside(chain[-1], run):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def _is_beside(before: Run, run: Run) -> bool:
    is_level = abs(run.bottom - before.bottom) < 0.5 * run.size
    is_next = -0.3 * run.size <= run.left - before.right < 0.8 * run.size
    return is_level and run.is_vertical == before.is_vertical and is_next


def _with_whole_bases(runs: Sequence[Run], chains: Sequence[Sequence[Run]]) -> Iterator[Run]:
    """The runs, those side by side under the same ruby as one: programs draw letters set apart by ruby one by one."""
    rubies = sorted(((chain[0].bottom, chain[0], chain[-1]) for chain in chains), key=lambda ruby: ruby[0])
    bottoms = [bottom for bottom, _, _ in rubies]
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and _is_split(waiting, run) and _is_bridged(waiting, run, rubies, bottoms):
            waiting = waiting._replace(
                text=waiting.text + run.text,
                lefts=[*waiting.lefts, *run.lefts],
                rights=[*waiting.rights, *run.rights],
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _is_split(before: Run, run: Run) -> bool:
    """Whether two runs are of one line and stand so near that nothing but ruby set them apart."""
    is_level = abs(run.bottom - before.bottom) < 0.3 * run.size and run.is_vertical == before.is_vertical
    is_alike = abs(run.size - before.size) < 0.05 * run.size and run.is_bold == before.is_bold
    is_whole = len(run.text) == len(run.lefts) and len(before.text) == len(before.lefts)
    return is_level and is_alike and is_whole and 0 <= run.left - before.right < 0.6 * run.size


def _is_bridged(before: Run, run: Run, rubies: Sequence[tuple[float, Run, Run]], bottoms: Sequence[float]) -> bool:
    """Whether a ruby stands over the end of the first run and the beginning of the second."""
    reach = _REACH * before.size
    around = slice(bisect_left(bottoms, before.top - reach), bisect_right(bottoms, before.top + reach))
    if not (before.lefts and run.lefts):
        return False
    begin, end = (before.lefts[-1] + before.rights[-1]) / 2, (run.lefts[0] + run.rights[0]) / 2
    return any(first.left <= begin and end <= last.right for _, first, last in rubies[around])


def _base_of(first: Run, last: Run, large: Sequence[Run], tops: Sequence[float]) -> tuple[Run, int, int] | None:
    """The run under this ruby and the stretch of its characters that lie under it."""
    size = first.size / _SMALL
    low, high = first.bottom - _REACH * size, first.bottom + _REACH * size
    for base in large[bisect_left(tops, low) : bisect_right(tops, high)]:
        if base.is_vertical != first.is_vertical or len(base.text) != len(base.lefts):
            continue
        under = [
            index
            for index, (left, right) in enumerate(zip(base.lefts, base.rights, strict=True))
            if first.left - 0.3 * first.size <= (left + right) / 2 <= last.right + 0.3 * first.size
        ]
        if under and not any(character.isspace() for character in base.text[under[0] : under[-1] + 1]):
            return base, under[0], under[-1] + 1
    return None


def _fits(ruby: Sequence[Run], base: Run, start: int, end: int) -> bool:
    """Whether these are no dots, or one over the middle of each character: those of a list stand elsewhere."""
    text = "".join(run.text.strip() for run in ruby)
    if text.strip(_DOTS):
        return True
    aside = (ruby[0].lefts[0] + ruby[0].rights[0] - base.lefts[start] - base.rights[start]) / 2
    return len(text) == end - start and abs(aside) < _CENTRED * base.size


def _with_readings(run: Run, readings: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
    """The run in parts, those with a reading by themselves."""
    begin = 0
    for start, end, reading in sorted(readings):
        if start < begin:
            continue
        if start > begin:
            yield _part(run, begin, start)
        yield _part(run, start, end)._replace(reading=reading)
        begin = end
    if begin < len(run.text) or not run.text:
        yield _part(run, begin, len(run.text)) if begin else run


def _part(run: Run, start: int, end: int) -> Run:
    return run._replace(
        text=run.text[start:end],
        lefts=run.lefts[start:end],
        rights=run.rights[start:end],
        after_space=run.after_space and start == 0,
    )
