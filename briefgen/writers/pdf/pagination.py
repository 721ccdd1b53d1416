"""Boxes in reading order in, sheets out: which box, or which part of it, stands where on which sheet. Draws nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from briefgen.errors import OutputError
from briefgen.writers.pdf.boxes import EMPTY, Box

__all__ = ["LOW_ROW", "Bookmark", "Flow", "Placed", "Sheet", "paginate"]

_LONGEST_CHAIN = 5
"""So many heads in a row are kept with what follows."""


LOW_ROW = 60.0
"""Points up to which the last row of a table but one stays with the last, which would stand alone on a sheet."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; levels count from 0."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A box and how it wants to be placed."""

    box: Box
    name: str = ""
    """What to call it in a message."""
    before: float = 0.0
    """White space above, in points; between two boxes the larger of the two wishes counts."""
    after: float = 0.0
    keeps_with_next: bool = False
    kept_whole: float = 1 / 6
    """Up to this share of a sheet the box moves to the next one rather than being cut: it is best read in one piece."""
    begins_sheet: bool = False
    heads: Box | None = None
    """Drawn at the top of every sheet on which this box, or the rest of it, comes first."""
    close: Box | None = None
    """Drawn below it where a sheet ends there: a line that it does not have before what follows."""
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A box, or part of one, with its distance from the top of the text area."""

    box: Box
    top: float
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    is_repeated: bool = False
    """Heads drawn again, which are no content."""


Sheet = tuple[Placed, ...]


def paginate(flows: Iterable[Flow], height: float) -> Iterator[Sheet]:
    """The sheets that hold the flows, at least one, each as soon as it is full; linear in the number of flows.

    Heads stay with what follows them. Raises `OutputError` naming the flow of which nothing fits on a whole sheet.
    """
    coming = iter(flows)
    window = deque(islice(coming, _LONGEST_CHAIN + 1))
    layout = _Layout(height)
    while window:
        layout.place(window)
        yield from layout.take_finished()
        window.popleft()
        window.extend(islice(coming, 1))
    yield tuple(layout.sheet)


@dataclass(slots=True)
class _Layout:
    """The sheets that are full, and how far down the current one is filled."""

    height: float
    finished: list[Sheet] = field(default_factory=list)
    sheet: list[Placed] = field(default_factory=list)
    filled: float = 0.0
    is_fresh: bool = True
    """Nothing but repeated heads stands on the sheet."""
    last_after: float = 0.0
    close: Box | None = None
    """Of the flow that stands last on the sheet, whole or with its end."""

    def place(self, window: Sequence[Flow]) -> None:
        """Put the first flow on this sheet, on the next one, or cut over several; the others follow it."""
        flow = window[0]
        gap = 0.0 if self.is_fresh else max(flow.before, self.last_after)
        if not self.is_fresh and (flow.begins_sheet or not self._can_begin(tuple(window), self._room() - gap)):
            self._next_sheet()
            gap = 0.0
        if self.is_fresh:
            self._repeat_heads(flow)
        self.filled += gap
        self._put(flow)
        self.last_after = flow.after

    def take_finished(self) -> list[Sheet]:
        """The sheets that became full since they were last taken."""
        taken, self.finished = self.finished, []
        return taken

    def _room(self) -> float:
        return self.height - self.filled

    def _can_begin(self, flows: Sequence[Flow], room: float) -> bool:
        """Whether the first may begin with so much room left: whole, or as a good part, and its followers with it."""
        flow, followers = flows[0], flows[1:]
        size = flow.box.height
        if size > room:
            return size > self.height * flow.kept_whole and flow.box.cut(room)[0] is not None
        if not flow.keeps_with_next or not followers:
            return True
        return self._can_begin(followers, room - size - max(flow.after, followers[0].before))

    def _put(self, flow: Flow) -> None:
        """Add the box to the sheet, and what does not fit to the following sheets."""
        rest, anchors, bookmark = flow.box, flow.anchors, flow.bookmark
        while rest.height > self._room() + 1e-6:
            part, left_over = rest.cut(self._room())
            if part is not None:
                self._add(Placed(part, self.filled, anchors, bookmark))
                rest, anchors, bookmark = left_over, (), None
            elif self.is_fresh:
                raise OutputError(
                    f"{flow.name or 'an element'} does not fit on a sheet of paper",
                    "smaller sizes or margins in house.toml make room",
                )
            self._next_sheet()
            self._repeat_heads(flow)
        if rest is not EMPTY:
            self._add(Placed(rest, self.filled, anchors, bookmark))
        self.close = flow.close

    def _add(self, placed: Placed) -> None:
        self.sheet.append(placed)
        self.filled += placed.box.height
        self.is_fresh = self.is_fresh and placed.is_repeated
        self.close = None

    def _repeat_heads(self, flow: Flow) -> None:
        if flow.heads is not None and not self.sheet:
            self._add(Placed(flow.heads, self.filled, is_repeated=True))

    def _next_sheet(self) -> None:
        if self.close:
            self._add(Placed(self.close, self.filled))
        self.finished.append(tuple(self.sheet))
        self.sheet = []
        self.filled = 0.0
        self.is_fresh = True
