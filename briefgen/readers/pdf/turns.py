"""Which way the text of a page is turned: what stands on its side or upside down is read the right way round.

A wide table is often set sideways on an upright page, with the number of the page upright below it; labels of axes and
tabs at the edge read upwards. A page is turned by its text; what stands otherwise on it is cut into runs by itself.
All turns are degrees clockwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from briefgen.readers.pdf.pieces import Characters
from briefgen.readers.pdf.runs import Box, Sheet

__all__ = ["Edges", "Turn", "by_turn"]

_SAMPLED = 9
_FEWEST = 3
"""Fewer characters that stand otherwise are ornaments in the text."""
_MARGIN = 0.12
"""Of the height of a page: there heads and numbers stand."""

Edges = tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float]]
"""Left, top, right and bottom edges of boxes, upwards as in the file."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From the coordinates of the file to a page as it is read, measured from its top left corner."""

    rotation: int
    width: float
    height: float
    left: float
    bottom: float
    """The corner of the page in the file."""

    def turned(self, degrees: int) -> Turn:
        """The page turned further."""
        is_on_side = degrees % 180 == 90
        width, height = (self.height, self.width) if is_on_side else (self.width, self.height)
        return replace(self, rotation=(self.rotation + degrees) % 360, width=width, height=height)

    def sheet(self, number: int) -> Sheet:
        """The page with this number."""
        return Sheet(number, self.width, self.height)

    def edges(self, boxes: Edges) -> tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float], float]:
        """The edges of many boxes as shown, but measured upwards, and where the page begins at the top."""
        if self.rotation == 0 and not self.left:
            return *boxes, self.height + self.bottom
        shown = list(map(self.box, *boxes))
        return (
            [box.left for box in shown],
            [-box.top for box in shown],
            [box.right for box in shown],
            [-box.bottom for box in shown],
            0.0,
        )

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box as shown."""
        left, right, top, bottom = left - self.left, right - self.left, top - self.bottom, bottom - self.bottom
        if self.rotation == 90:
            return Box(bottom, left, top, right)
        if self.rotation == 180:
            return Box(self.width - right, bottom, self.width - left, top)
        if self.rotation == 270:
            return Box(self.width - top, self.height - right, self.width - bottom, self.height - left)
        return Box(left, self.height - top, right, self.height - bottom)


def by_turn(characters: Characters, boxes: Edges, turn: Turn, seen: Set[int]) -> list[tuple[Turn, Characters]]:
    """Return the characters of a page that are read together, each with the page as they see it; the body comes first.

    What goes down an upright page stays with the rest, as in vertical setting. Nothing comes back where that is all.

    Args:
        characters: of the page as it is shown.
        boxes: their edges in the file.
        turn: the page as it is shown.
        seen: turns of characters in the file, as far as anything was asked for its look.
    """
    count = len(characters.texts)
    if not any(_is_read_otherwise((own + turn.rotation) % 360, characters, turn) for own in seen):
        return []
    turns: list[int] = []
    for index, text in enumerate(characters.texts):
        turns.append(turns[-1] if turns and not text.strip() else _turn_at(characters, index, turn))
    shown = Counter(own for own, text in zip(turns, characters.texts, strict=True) if text.strip())
    main = _main_turn(shown, turns, characters, turn)
    kept = {own for own in shown if own == main or shown[own] < _FEWEST or (main == 0 and own == 90)}
    groups: dict[int, list[int]] = {main: []}
    for index in range(count):
        groups.setdefault(main if turns[index] in kept else turns[index], []).append(index)
    if main == 0 and len(groups) == 1:
        return []
    return [_as_seen(characters, boxes, turn.turned(-own % 360), indices) for own, indices in groups.items()]


def _is_read_otherwise(own: int, characters: Characters, turn: Turn) -> bool:
    """Whether a turn that was seen is no upright text, and not what goes down beside upright text."""
    if own != 90:
        return own in (180, 270)
    count = len(characters.texts)
    sample = [_turn_at(characters, index, turn) for index in range(0, count, count // _SAMPLED + 1)]
    return 2 * sample.count(90) > len(sample)


def _turn_at(characters: Characters, index: int, turn: Turn) -> int:
    return (characters.look(index).turn + turn.rotation) % 360


def _main_turn(shown: Counter[int], turns: Sequence[int], characters: Characters, turn: Turn) -> int:
    """The turn of most characters; text that goes down is vertical where upright text stands in the body, too."""
    main = max(shown, key=lambda own: (shown[own], own == 0), default=0)
    if main != 90:
        return main
    places = (
        (characters.head - top) / turn.height for top, own in zip(characters.tops, turns, strict=True) if own == 0
    )
    return 0 if any(_MARGIN < place < 1 - _MARGIN for place in places) else main


def _as_seen(characters: Characters, boxes: Edges, turn: Turn, indices: Sequence[int]) -> tuple[Turn, Characters]:
    """Some of the characters of a page, on the page turned so that they stand upright."""
    edges = tuple([side[index] for index in indices] for side in boxes)
    left, top, right, bottom, head = turn.edges((edges[0], edges[1], edges[2], edges[3]))
    made_up = {place for place, index in enumerate(indices) if index in characters.made_up}
    texts = [characters.texts[index] for index in indices]
    seen = Characters(
        "".join(texts) if isinstance(characters.texts, str) else texts,
        left,
        top,
        right,
        bottom,
        head,
        lambda place: characters.look(indices[place]),
        made_up,
    )
    return turn, seen
