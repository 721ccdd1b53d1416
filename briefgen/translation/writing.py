"""Writes constraints into what the engine is given, and takes them out of what comes back.

Three shapes: plain (nothing written), inline (the English between two markers in place of the Japanese, for engines
trained to obey it) and slots (one symbol each, filled in after decoding).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model.segment import Constraint, Strength
from briefgen.translation.engine import Capabilities

__all__ = ["Written", "fill_slots", "write_inline", "write_plain", "write_slots"]


@dataclass(frozen=True, slots=True)
class Written:
    """What the engine is given, and what each slot symbol in it stands for."""

    text: str
    slots: tuple[tuple[str, str], ...] = ()


def write_plain(text: str) -> Written:
    """The folded text without any constraint."""
    return Written(_fold(text))


def write_inline(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written:
    """Each constraint's English between the engine's two markers, in place of its Japanese."""
    assert capabilities.markers is not None
    before, after = capabilities.markers
    return Written(_replace(text, [(c, f"{before} {c.english} {after}") for c in constraints]))


def write_slots(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written | None:
    """One symbol for each MUST constraint; None when there are more of a kind than the engine has symbols for.

    Slots are numbered by kind in source order, which is how a trained engine learned them.
    """
    assert capabilities.slot is not None
    replaced: list[tuple[Constraint, str]] = []
    counts: dict[str, int] = {}
    for constraint in constraints:
        if constraint.strength is not Strength.MUST:
            continue
        kind = constraint.kind.slot
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > capabilities.slots_per_kind:
            return None
        replaced.append((constraint, capabilities.slot.format(kind=kind, number=counts[kind])))
    slots = tuple((symbol, constraint.english) for constraint, symbol in replaced)
    return Written(_replace(text, replaced), slots)


def fill_slots(english: str, written: Written) -> str | None:
    """The English with every slot filled; None unless each slot came back exactly once."""
    if any(english.count(symbol) != 1 for symbol, _ in written.slots):
        return None
    values = dict(written.slots)
    if not values:
        return english
    pattern = re.compile("|".join(re.escape(symbol) for symbol in values))
    filled = pattern.sub(lambda found: values[found[0]], english)
    return filled[:1].upper() + filled[1:]


def _replace(text: str, replaced: Sequence[tuple[Constraint, str]]) -> str:
    parts, last = [], 0
    for constraint, put in replaced:
        parts += [_fold(text[last : constraint.span.start]), put]
        last = constraint.span.end
    return "".join([*parts, _fold(text[last:])])


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
