"""Differences between glossaries, and merging one into another cell by cell, with or without a common base.

An entry is known by its folded Japanese; where a file has it several times, by its place among them. With a base, what
only one side changed is taken; what both changed differently is a conflict. Without one, an empty cell gives way to a
full one, and two different values are a conflict. Lists never conflict: they get the items of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Severity
from briefgen.terms.glossary.csv_format import COLUMNS, DEFAULTS, LISTS, glossary_of, plain_cells
from briefgen.terms.glossary.csv_table import Table
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.upkeep.editing import Edits, edit_table

__all__ = ["Difference", "Merged", "compare", "merge"]

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that is not the same on both sides; `before` is None for a new one, `after` for one that is gone."""

    before: Term | None
    after: Term | None
    columns: tuple[tuple[str, str, str], ...] = ()
    """Column, value before, value after, of an entry that is on both sides."""

    def __str__(self) -> str:
        """``+ 演習 = exercise``, ``- …``, or ``~ 演習: en: exercise → drill``."""
        if self.before is None and self.after is not None:
            return f"+ {self.after.ja} = {self.after.en}"
        if self.before is not None and self.after is None:
            return f"- {self.before.ja} = {self.before.en}"
        told = "; ".join(f"{name}: {old or '(empty)'} → {new or '(empty)'}" for name, old, new in self.columns)
        return f"~ {self.before.ja if self.before else ''}: {told}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The table after a merge, what changed in it, and what the two sides do not agree on."""

    table: Table
    differences: tuple[Difference, ...]
    conflicts: tuple[Finding, ...]


@dataclass
class _Work:
    """What a merge has decided so far."""

    prefer: str
    changed: dict[int, dict[str, str]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: list[dict[str, str]] = field(default_factory=list)
    conflicts: list[Finding] = field(default_factory=list)


def compare(before: Glossary, after: Glossary) -> tuple[Difference, ...]:
    """What is different, in the order of `before`, then what is new in the order of `after`."""
    old, new = _by_key(before), _by_key(after)
    found = []
    for key, term in old.items():
        if key not in new:
            found.append(Difference(term, None))
        elif columns := _different(plain_cells(term), plain_cells(new[key])):
            found.append(Difference(term, new[key], columns))
    return (*found, *(Difference(None, term) for key, term in new.items() if key not in old))


def merge(ours: Table, theirs: Glossary, base: Glossary | None = None, prefer: str = "") -> Merged:
    """Bring what `theirs` says into our table, every row that stays the same keeping its bytes.

    `prefer` is ``ours`` or ``theirs`` for cells on which the two do not agree; otherwise ours stays and the
    disagreement is a conflict.

    Raises:
        GlossaryError: a value of theirs cannot be written into our file.
    """
    mine, other, common = _by_key(glossary_of(ours)), _by_key(theirs), _by_key(base or Glossary())
    work = _Work(prefer)
    for key, term in mine.items():
        if key in other:
            _merge_cells(term, other[key], common.get(key), work)
        elif key in common:
            _gone_from_theirs(term, common[key], work)
    for key, term in other.items():
        if key not in mine and (key not in common or _changed_since(term, common[key], work)):
            work.added.append(plain_cells(term))
    table = edit_table(ours, Edits(work.changed, frozenset(work.removed), tuple(work.added)))
    if not (work.changed or work.removed or work.added):
        table = ours
    return Merged(table, compare(glossary_of(ours), glossary_of(table)), tuple(work.conflicts))


def _merge_cells(mine: Term, other: Term, common: Term | None, work: _Work) -> None:
    ours, theirs = plain_cells(mine), plain_cells(other)
    base = plain_cells(common) if common else {"ja": mine.ja}
    for column in COLUMNS:
        old, here, there = (cells.get(column, "") for cells in (base, ours, theirs))
        if here == there or there == old or (column == "ja" and common is None):
            continue
        if column in LISTS:
            there = _joined(old, here, there)
            if there == here:
                continue
        elif here != old and work.prefer != "theirs":
            message = f"{mine.ja}: {column} is {here or '(empty)'} here, {there or '(empty)'} in {other.origin}."
            work.conflicts += [] if work.prefer else [_conflict(mine, column, message)]
            continue
        work.changed.setdefault(_line(mine), {})[column] = there


def _joined(old: str, here: str, there: str) -> str:
    """A list with the items of both sides, less those that one of them took out of the common one."""
    before, mine, other = (text.split("|") if text else [] for text in (old, here, there))
    kept = [item for item in mine if item in other or item not in before]
    return "|".join([*kept, *(item for item in other if item not in mine and item not in before)])


def _gone_from_theirs(mine: Term, common: Term, work: _Work) -> None:
    """An entry that they removed: it goes, unless it was changed here."""
    if plain_cells(mine) == plain_cells(common) or work.prefer == "theirs":
        work.removed.add(_line(mine))
    elif not work.prefer:
        work.conflicts.append(_conflict(mine, "ja", f"{mine.ja} was changed here and removed there."))


def _changed_since(other: Term, common: Term, work: _Work) -> bool:
    """Whether an entry that was removed here comes back, since they changed it."""
    if plain_cells(other) == plain_cells(common) or work.prefer == "ours":
        return False
    if not work.prefer:
        work.conflicts.append(_conflict(other, "ja", f"{other.ja} was removed here and changed there."))
    return work.prefer == "theirs"


def _conflict(term: Term, column: str, message: str) -> Finding:
    hint = "Say --prefer ours or --prefer theirs, or set it right by hand."
    return Finding(Code.GLOSSARY_CONFLICT, Severity.ERROR, message, replace(term.place, column=column), hint)


def _different(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (column, old.get(column) or DEFAULTS[column], new.get(column) or DEFAULTS[column])
        for column in COLUMNS
        if old.get(column) != new.get(column)
    )


def _by_key(glossary: Glossary) -> dict[_Key, Term]:
    terms: dict[_Key, Term] = {}
    counts: dict[str, int] = {}
    for term in glossary.terms:
        counts[term.key] = counts.get(term.key, 0) + 1
        terms[term.key, counts[term.key]] = term
    return terms


def _line(term: Term) -> int:
    if term.place.line is None:
        raise GlossaryError(f"{term.origin}: the entry has no row.")
    return term.place.line
