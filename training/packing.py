"""Sentences laid end to end into rows of one length, so that hardly any of a batch is padding.

A row holds several sentences; each position knows its sentence by a number, and attention stays inside it. Every batch
has the same shape, which a compiled model wants (packing, Krell et al. 2021).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.network import BOS, EOS, Batch

__all__ = ["WIDTH", "Corpus", "fill_rows"]

WIDTH = 128
"""Positions of a row, on either side; the last of the source stays empty, so that empty targets have where to look."""
OPEN_ROWS = 24


def fill_rows(lengths: Iterable[tuple[int, int, int]]) -> Iterator[list[int]]:
    """Rows of sentence numbers from (number, source length, target length), each length with its end mark.

    The row with the least room that still takes the sentence gets it; of more than OPEN_ROWS the fullest is given out.
    """
    rows: list[tuple[int, int, list[int]]] = []
    for number, source, target in lengths:
        fitting = [row for row in rows if row[0] >= source and row[1] >= target]
        best = min(fitting, key=lambda row: row[0] + row[1], default=(WIDTH - 1, WIDTH, []))
        rows = [row for row in rows if row is not best]
        rows.append((best[0] - source, best[1] - target, [*best[2], number]))
        if len(rows) > OPEN_ROWS:
            fullest = min(rows, key=lambda row: min(row[0], row[1]))
            rows = [row for row in rows if row is not fullest]
            yield fullest[2]
    yield from (row[2] for row in rows)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Packed ids of both sides and the links between them; `backward` makes the English the source."""

    arrays: dict[str, np.ndarray]
    backward: bool = False

    @classmethod
    def load(cls, path: Path, backward: bool = False) -> Corpus:
        """Read a file written by `prepare.pack`."""
        with np.load(path) as packed:
            arrays = {name: packed[name] for name in packed.files}
        if backward:
            other = {"source": "target", "target": "source", "link": "link"}
            arrays = {
                f"{other[side]}_{kind}": array for (side, kind), array in ((n.split("_"), a) for n, a in arrays.items())
            }
        return cls(arrays, backward)

    def __len__(self) -> int:
        return len(self.arrays["source_offsets"]) - 1

    def ids(self, side: str, number: int) -> np.ndarray:
        """The ids of one sentence."""
        start, end = self.arrays[f"{side}_offsets"][number : number + 2]
        return self.arrays[f"{side}_ids"][start:end]

    def rows(self, order: Sequence[int] | np.ndarray) -> Iterator[list[int]]:
        """These sentences as rows."""
        source, target = (np.diff(self.arrays[f"{side}_offsets"]) + 1 for side in ("source", "target"))
        return fill_rows((int(number), int(source[number]), int(target[number])) for number in order)

    def batches(self, size: int, seed: int) -> Iterator[Batch]:
        """Batches of `size` rows, in random order, pass after pass without end."""
        rng = np.random.default_rng(seed)
        waiting: list[list[int]] = []
        while True:
            for row in self.rows(rng.permutation(len(self))):
                waiting.append(row)
                if len(waiting) == size:
                    yield self.batch(waiting)
                    waiting = []

    def batch(self, rows: Sequence[Sequence[int]]) -> Batch:
        """The tensors of some rows."""
        ids = np.zeros((7, len(rows), WIDTH), np.int64)
        links = np.zeros((len(rows), WIDTH, WIDTH), bool)
        for row, numbers in enumerate(rows):
            at, to = 0, 0
            for order, number in enumerate(numbers, start=1):
                source, target = self.ids("source", number), self.ids("target", number)
                end, stop = at + len(source) + 1, to + len(target) + 1
                ids[0:3, row, at:end] = [*source, EOS], [order] * (end - at), range(end - at)
                ids[3:6, row, to:stop] = [BOS, *target], [order] * (stop - to), range(stop - to)
                ids[6, row, to:stop] = [*target, EOS]
                for piece, first, last in self.ids("link", number):
                    if self.backward:
                        links[row, to + first : to + last, at + piece] = True
                    else:
                        links[row, to + piece, at + first : at + last] = True
                at, to = end, stop
        return Batch(*(torch.from_numpy(array) for array in ids), torch.from_numpy(links))
