"""How the rows of a paper hang together: which row leads to the next, how far each stands in, what a digest says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.model.briefing import Row
from briefgen.model.document import BlockKind

__all__ = ["Group", "KeyPoint", "head_level", "indents", "key_points", "leads", "under_heads"]

_ITEMS = {BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.REMARK, BlockKind.TABLE_CELL}
"""What stands in further than the text around it."""
_DEEPEST = 6
_FIGURES = re.compile("[0-9０-９]+")

_NO_POINTS = {
    BlockKind.TITLE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.TABLE_CELL, BlockKind.NOTE, BlockKind.REMARK,
    BlockKind.END,
}  # fmt: skip
"""What is never the point of a section."""

_NEVER_ABOVE_TABLES = {BlockKind.TABLE_CELL, BlockKind.NOTE, BlockKind.REMARK, BlockKind.END}

_POINTS_AHEAD = re.compile(
    r"(以下|次|下記|左記)の(とお|通|[^、。]{0,6}(点|項目|事項|取組|措置|内容|分野|日程|議題|もの|件|表|図))"
)
"""次の３点, 以下の取組: what they mean comes below."""
_ONLY_LEADS = re.compile(r"([：:]|^[^、。]{0,24}(以下|次|下記|左記)の?(とお|通)り(です|である|であります)?。?)$")
"""The end of a sentence that says nothing but that something follows: 活動状況は以下のとおり。"""
_TOTALS = ("計", "合計", "総計", "総数", "全体")


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together: a head of the paper (None before the first) and the rows below it."""

    head: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """What a section says first."""

    heads: tuple[Row, ...]
    """The head of the section, and above it those of sections with no text of their own."""
    rows: tuple[Row, ...]
    """One row, or the cells of a line of a table."""


def head_level(row: Row) -> int:
    """1 to 3 for a title or head of the paper, 0 for every other row."""
    if row.kind is BlockKind.TITLE:
        return 1
    return min(max(row.level, 1), 3) if row.kind is BlockKind.HEADING else 0


def under_heads(rows: Iterable[Row]) -> tuple[Group, ...]:
    """The rows grouped under the heads of the paper, for an outline."""
    groups: list[tuple[Row | None, list[Row]]] = [(None, [])]
    for row in rows:
        if row.kind is BlockKind.HEADING:
            groups.append((row, []))
        else:
            groups[-1][1].append(row)
    return tuple(Group(head, tuple(below)) for head, below in groups if head or below)


def indents(rows: Iterable[Row]) -> Mapping[int, int]:
    """How many steps each row stands in, by its number: lists and notes by one, lists in lists by more.

    Below heads of the second level and deeper, a sentence in one section stands in like the lists of its sisters: it is
    one more of what they list. Items marked as paragraphs of the same paper are, （１）, stand as far out as those.
    """
    found: dict[int, int] = {}
    rows = tuple(rows)
    marks = {_mark(row) for row in rows if row.kind is BlockKind.PARAGRAPH and row.label_ja}
    groups = _with_parents(under_heads(rows))
    with_lists = {parent for parent, group in groups if parent and _is_list(group)}
    for parent, group in groups:
        items = [row for row in group.rows if row.kind is BlockKind.LIST_ITEM]
        outermost = min((row.level for row in items), default=0)
        first_step = 0 if any(_mark(row) in marks for row in items if row.level == outermost) else 1
        for row in group.rows:
            if row.kind is BlockKind.LIST_ITEM:
                found[row.number] = min(first_step + row.level - outermost, _DEEPEST)
            else:
                stands_in = row.kind in _ITEMS or (row.kind is BlockKind.PARAGRAPH and parent in with_lists)
                found[row.number] = int(stands_in)
    return found


def _mark(row: Row) -> str:
    """The form of a label, its figures aside: （#） for （１） and （12）."""
    return _FIGURES.sub("#", row.label_ja)


def _with_parents(groups: Iterable[Group]) -> list[tuple[tuple[int, int] | None, Group]]:
    """Each group below a head of the second level or deeper with what its sisters share: head above and level."""
    found: list[tuple[tuple[int, int] | None, Group]] = []
    above = 0
    for group in groups:
        level = head_level(group.head) if group.head else 0
        if group.head and level == 1:
            above = group.head.number
        found.append(((above, level) if level > 1 else None, group))
    return found


def _is_list(group: Group) -> bool:
    """Whether the text of a section is nothing but a list."""
    text = [row for row in group.rows if row.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    return bool(text) and all(row.kind is BlockKind.LIST_ITEM for row in text)


def leads(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the rows that lead to the table, the list or the numbered paragraphs right below them.

    Whatever stands right above a table does, such as its caption or its unit; not a note or a picture.
    """
    return frozenset(
        row.number
        for row, following in pairwise(rows)
        if following.kind is not BlockKind.HEADING and (_is_above_table(row, following) or _is_lead(row, following))
    )


def _is_above_table(row: Row, following: Row) -> bool:
    return following.kind is BlockKind.TABLE_CELL and row.kind not in _NEVER_ABOVE_TABLES and not row.picture


def _is_lead(row: Row, following: Row | None) -> bool:
    """Whether a row says what follows: by its end, or by a word such as 次の before something listed."""
    if row.kind is not BlockKind.PARAGRAPH and row.kind is not BlockKind.LIST_ITEM:
        return False
    begins_list = following is not None and (
        following.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
        or (following.kind is BlockKind.PARAGRAPH and following.label_ja != "")
    )
    return bool(_ONLY_LEADS.search(row.ja_text)) or (begins_list and bool(_POINTS_AHEAD.search(row.ja_text)))


def key_points(rows: Iterable[Row]) -> tuple[KeyPoint, ...]:
    """What each section says first: its first sentence that does not only lead to others, or a line of its table.

    A head with nothing below it but other heads stands before the first of these; one with nothing at all is left out.
    """
    found: list[KeyPoint] = []
    waiting: list[Row] = []
    for group in under_heads(rows):
        if group.head:
            waiting = [head for head in waiting if head_level(head) < head_level(group.head)]
            waiting.append(group.head)
        if point := _point(group.rows):
            found.append(KeyPoint(tuple(waiting), point))
            waiting = []
    return tuple(found)


def _point(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The row, or the cells of a table, that say most about a section; empty where there is nothing."""
    said = [
        row
        for row, following in zip(rows, (*rows[1:], None), strict=False)
        if row.kind not in _NO_POINTS and not _is_lead(row, following)
    ]
    return (said[0],) if said else _line_of_table(rows)


def _line_of_table(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The totals of the first table, else its heads; the rows that lead there where there is no table."""
    lines = list(_lines(rows))
    totals = [line for line in lines if line[0].ja_text in _TOTALS]
    return (totals or lines or [()])[0]


def _lines(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows of the first table."""
    places = [(row.cell[:2], row) for row in rows if row.cell]
    for line in dict.fromkeys(place for place, _ in places):
        if line[0] == places[0][0][0]:
            yield tuple(row for place, row in places if place == line)
