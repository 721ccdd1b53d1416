"""Boxes in reading order in, sheets out: which box, or which part of it, stands where on which sheet. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.errors import OutputError
from briefgen.writers.pdf.boxes import EMPTY, Box

__all__ = ["Bookmark", "Flow", "Placed", "Sheet", "paginate"]

_KEPT_WHOLE = 1 / 6
"""A box up to this share of the sheet moves to the next one rather than being cut: a row is best read in one piece."""
_LONGEST_CHAIN = 4
"""So many heads in a row are kept with what follows."""


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
    begins_sheet: bool = False
    heads: Box | None = None
    """Drawn at the top of every sheet on which this box, or the rest of it, comes first."""
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


def paginate(flows: Sequence[Flow], height: float) -> tuple[Sheet, ...]:
    """The sheets that hold the flows, at least one; linear in their number.

    Heads stay with what follows them. Raises `OutputError` naming the flow of which nothing fits on a whole sheet.
    """
    layout = _Layout(flows, height)
    for index in range(len(flows)):
        layout.place(index)
    return layout.finish()


@dataclass(slots=True)
class _Layout:
    """The sheets so far, and how far down the current one is filled."""

    flows: Sequence[Flow]
    height: float
    sheets: list[Sheet] = field(default_factory=list)
    sheet: list[Placed] = field(default_factory=list)
    filled: float = 0.0
    is_fresh: bool = True
    """Nothing but repeated heads stands on the sheet."""
    last_after: float = 0.0

    def place(self, index: int) -> None:
        """Put the flow on this sheet, on the next one, or cut over several."""
        flow = self.flows[index]
        gap = 0.0 if self.is_fresh else max(flow.before, self.last_after)
        if not self.is_fresh and (flow.begins_sheet or not self._can_begin(index, self._room() - gap, 0)):
            self._next_sheet()
            gap = 0.0
        if self.is_fresh:
            self._repeat_heads(flow)
        self.filled += gap
        self._put(flow)
        self.last_after = flow.after

    def finish(self) -> tuple[Sheet, ...]:
        """All sheets."""
        return (*self.sheets, tuple(self.sheet))

    def _room(self) -> float:
        return self.height - self.filled

    def _can_begin(self, index: int, room: float, chain: int) -> bool:
        """Whether the flow may begin with so much room left: whole, or as a good part, and its followers with it."""
        flow = self.flows[index]
        size = flow.box.height
        if size > room:
            return size > self.height * _KEPT_WHOLE and flow.box.cut(room)[0] is not None
        if not flow.keeps_with_next or index + 1 == len(self.flows) or chain == _LONGEST_CHAIN:
            return True
        gap = max(flow.after, self.flows[index + 1].before)
        return self._can_begin(index + 1, room - size - gap, chain + 1)

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

    def _add(self, placed: Placed) -> None:
        self.sheet.append(placed)
        self.filled += placed.box.height
        self.is_fresh = self.is_fresh and placed.is_repeated

    def _repeat_heads(self, flow: Flow) -> None:
        if flow.heads is not None and not self.sheet:
            self._add(Placed(flow.heads, self.filled, is_repeated=True))

    def _next_sheet(self) -> None:
        self.sheets.append(tuple(self.sheet))
        self.sheet = []
        self.filled = 0.0
        self.is_fresh = True
