"""How many lines a text takes in a cell, estimated: Word breaks lines only when it shows the file. Pure."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

from briefgen.model.page import Run

__all__ = ["estimated_lines"]

_LATIN_WIDTH = 0.5
"""Mean width of a letter in sizes of its type; kana and kanji are as wide as their size."""


def estimated_lines(runs: Iterable[Run], width: float, size: float) -> int:
    """Lines of these runs at this type size in a cell of this width, both in points."""
    text = "".join(run.text for run in runs)
    return sum(max(math.ceil(_width(line) * size / width), 1) for line in text.split("\n"))


def _width(line: str) -> float:
    """In sizes of the type."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WF" else _LATIN_WIDTH for character in line)
