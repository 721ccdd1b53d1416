"""What stands on a page: boxes that know their height, can be cut in two at a height, and draw themselves.

All are frozen, measure in points, and are drawn from their upper left corner. Nothing here breaks lines or pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from briefgen.writers.pdf.structure import ARTIFACT
from briefgen.writers.pdf.surface import Line, Surface

__all__ = [
    "BELOW_HEADS", "EMPTY", "Beside", "Box", "Edge", "Framed", "Noted", "PictureBox", "Spacer", "Stack", "TextBox",
    "spaced",
]  # fmt: skip

_FEWEST_LINES = 2
"""A paragraph cut at a page end leaves at least this many lines on either side."""

BELOW_HEADS = 2.0
"""Points between heads and what stands below them without a line of its own, on the first sheet as on others."""

_LOW_PAIR = 140.0
"""Points up to which texts that go along with each other stay whole where one of them is too short to go on."""

_LONGEST_NOTES = 150.0
"""Points; longer notes are cut themselves: kept whole they would leave a quarter of a page white."""


class Box(Protocol):
    """Anything with a place on the page."""

    @property
    def height(self) -> float:
        """Its height."""

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """The part that fits into `room` (None: nothing does) and the rest, which is `EMPTY` when all fits."""

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw it with its upper left corner there; `top` grows downwards."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """White space."""

    height: float

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Space is never carried over to the next page."""
        return Spacer(max(min(self.height, room), 0.0)), EMPTY

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Nothing to draw."""


EMPTY = Spacer(0.0)


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text at equal distances, belonging to a node of the document's structure."""

    lines: tuple[Line, ...]
    leading: float
    node: int = ARTIFACT
    tail: int = 0
    """So many lines at the end are a short paragraph of their own, which does not count where the text is cut."""

    @property
    def height(self) -> float:
        """Lines times leading."""
        return len(self.lines) * self.leading

    @property
    def last_cut(self) -> int:
        """Behind how many lines it can be cut at most; behind fewer than the fewest where it cannot be cut."""
        return len(self.lines) - self.tail - _FEWEST_LINES

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Cut between lines, leaving no line alone."""
        if int(room / self.leading + 1e-6) >= len(self.lines):
            return self, EMPTY
        fitting = self.fitting(room)
        return (None, self) if fitting < _FEWEST_LINES else self.parted(fitting)

    def fitting(self, room: float) -> int:
        """How many lines fit when enough are to be left over."""
        return min(int(room / self.leading + 1e-6), self.last_cut)

    def parted(self, count: int) -> tuple[TextBox, TextBox]:
        """The first so many lines, and the others."""
        return replace(self, lines=self.lines[:count], tail=0), replace(self, lines=self.lines[count:])

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw the lines, marked with their node."""
        surface.text(self.lines, x, top, self.leading, self.node)


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture in the size in which it is printed."""

    content: bytes = field(repr=False)
    width: float
    height: float
    node: int = ARTIFACT

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """A picture stays whole."""
        return (self, EMPTY) if self.height <= room else (None, self)

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw the picture."""
        surface.picture(self.content, (x, top, self.width, self.height), self.node)


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes one below the other."""

    boxes: tuple[Box, ...]

    @property
    def height(self) -> float:
        """The sum of the heights."""
        return sum(box.height for box in self.boxes)

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Cut between boxes, or inside the one that does not fit."""
        for index, box in enumerate(self.boxes):
            if box.height > room + 1e-6:
                part, rest = box.cut(room)
                head = self.boxes[:index] if part is None else (*self.boxes[:index], part)
                if not any(not isinstance(kept, Spacer) for kept in head):
                    return None, self
                return Stack(head), Stack((rest, *self.boxes[index + 1 :]))
            room -= box.height
        return self, EMPTY

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw them from top to bottom."""
        for box in self.boxes:
            box.draw(surface, x, top)
            top += box.height


def spaced(heads: Box) -> Stack:
    """Heads as they are repeated above what has no line and little space above it."""
    return Stack((heads, Spacer(BELOW_HEADS)))


@dataclass(frozen=True, slots=True)
class Noted:
    """A text with what must be said of it below: a cut leaves the notes with lines of the text."""

    text: TextBox
    notes: Stack
    name_it: bool = False
    """The notes name the text, so that they may go on without it."""

    @property
    def height(self) -> float:
        """Both."""
        return self.text.height + self.notes.height

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Cut the text; below a whole one the notes, if they name it or are too long for any sheet."""
        if self.height <= room + 1e-6:
            return self, EMPTY
        if self.name_it or self.notes.height > _LONGEST_NOTES:
            begun, others = self.notes.cut(room - self.text.height)
            if begun is not None:
                return Stack((self.text, begun)), others
        fitting = self.text.fitting(room)
        if fitting < _FEWEST_LINES:
            return None, self
        part, rest = self.text.parted(fitting)
        return part, replace(self, text=rest)

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw the text, then the notes."""
        self.text.draw(surface, x, top)
        self.notes.draw(surface, x, top + self.text.height)


@dataclass(frozen=True, slots=True)
class Beside:
    """Boxes next to each other, each with its distance from the left; all begin at the top.

    `margin` is printed at the left, and `margin_again` at the left of what goes on when a page end cuts the boxes.
    """

    cells: tuple[tuple[float, Box], ...]
    margin: TextBox | None = None
    margin_again: TextBox | None = None
    is_parallel: bool = False
    """The texts go along with each other, as a translation and its original: a cut is as far through all of them, so
    that the next sheet shows no empty cell that looks as if nothing belonged there."""

    @property
    def height(self) -> float:
        """The height of the tallest."""
        heights = [box.height for _, box in self.cells]
        return max([*heights, self.margin.height if self.margin else 0.0])

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Cut each at the same height; if one cannot be cut there, none is."""
        if self.height <= room + 1e-6:
            return self, EMPTY
        if self.is_parallel and self.height <= _LOW_PAIR and any(_is_short(box) for _, box in self.cells):
            return None, self
        cuts: list[tuple[Box, Box]] = []
        for _, box in self.cells:
            head, rest = box.cut(room)
            if head is None:
                return None, self
            cuts.append((head, rest))
        if self.is_parallel:
            cuts = _aligned([box for _, box in self.cells], cuts)
        places = [x for x, _ in self.cells]
        heads = tuple((x, head) for x, (head, _) in zip(places, cuts, strict=True))
        rests = tuple((x, rest) for x, (_, rest) in zip(places, cuts, strict=True))
        return replace(self, cells=heads), replace(self, cells=rests, margin=self.margin_again)

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw them from left to right."""
        if self.margin:
            self.margin.draw(surface, x, top)
        for distance, box in self.cells:
            box.draw(surface, x + distance, top)


def _aligned(boxes: Sequence[Box], cuts: list[tuple[Box, Box]]) -> list[tuple[Box, Box]]:
    """The cuts of texts that go along with each other: all as far through as the one that got least far.

    A text too short to leave lines on either side stays as it is.
    """
    shares = [_share(head, rest) for head, rest in cuts]
    least = min(shares)
    return [_cut_at(box, least) if share > least else cut for box, share, cut in zip(boxes, shares, cuts, strict=True)]


def _share(head: Box, rest: Box) -> float:
    """How far a cut is through the text, notes below it not counted; 1 where it is cut behind the text."""
    first, second = _text_of(head), _text_of(rest)
    return first.height / (first.height + second.height) if first and second else 1.0


def _cut_at(box: Box, share: float) -> tuple[Box, Box]:
    """The text of a box cut after that share of its lines, its notes with the second part."""
    text = _text_of(box)
    if text is None or text.last_cut < _FEWEST_LINES:
        return box, EMPTY
    part, rest = text.parted(min(max(round(share * len(text.lines)), _FEWEST_LINES), text.last_cut))
    return part, replace(box, text=rest) if isinstance(box, Noted) else rest


def _is_short(box: Box) -> bool:
    """Whether it holds a text of so few lines that it ends before a cut."""
    text = _text_of(box)
    return text is not None and any(text.lines) and text.last_cut < _FEWEST_LINES


def _text_of(box: Box) -> TextBox | None:
    """The text of a box that holds one, without its notes."""
    text = box.text if isinstance(box, Noted) else box
    return text if isinstance(text, TextBox) else None


@dataclass(frozen=True, slots=True)
class Edge:
    """A horizontal line; none when its thickness is 0."""

    thickness: float = 0.0
    colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class Framed:
    """A box with space around it, and lines, ground, bar or frame."""

    inner: Box
    width: float
    above: float = 0.0
    below: float = 0.0
    left: float = 0.0
    top_edge: Edge = Edge()
    bottom_edge: Edge = Edge()
    ground: str = ""
    """Colour behind everything; empty for none."""
    bar: Edge = Edge()
    """A vertical bar along the left side."""
    frame: Edge = Edge()
    """A line around everything."""

    @property
    def height(self) -> float:
        """The inner height with the space around it."""
        return self.above + self.inner.height + self.below

    def cut(self, room: float) -> tuple[Box | None, Box]:
        """Cut the inner box; the parts have no line where they were cut, but ground, bar and frame."""
        if self.height <= room + 1e-6:
            return self, EMPTY
        head, rest = self.inner.cut(room - self.above - self.below)
        if head is None or rest is EMPTY:
            return None, self
        return replace(self, inner=head, bottom_edge=Edge()), replace(self, inner=rest, top_edge=Edge())

    def draw(self, surface: Surface, x: float, top: float) -> None:
        """Draw ground, lines and bar, then the inner box."""
        height = self.height
        if self.ground:
            surface.ground((x, top, self.width, height), self.ground)
        if self.bar.thickness:
            surface.ground((x, top, self.bar.thickness, height), self.bar.colour)
        if self.frame.thickness:
            surface.frame((x, top, self.width, height), self.frame.thickness, self.frame.colour)
        for edge, y in ((self.top_edge, top), (self.bottom_edge, top + height)):
            if edge.thickness:
                surface.rule((x, y, self.width), edge.thickness, edge.colour)
        self.inner.draw(surface, x + self.left, top + self.above)
