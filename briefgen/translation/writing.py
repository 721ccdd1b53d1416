"""Writes constraints into what the engine is given, and takes them out of what comes back.

Three shapes: plain (nothing written), inline (the English between two markers in place of the Japanese, for engines
trained to obey it) and slots (one symbol each, filled in after decoding).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.model.segment import Constraint, Span, Strength
from briefgen.translation.engine import Capabilities
from briefgen.translation.grouping import Group, group_constraints

__all__ = ["Written", "fill_slots", "write_inline", "write_plain", "write_slots"]


_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_REMARK = re.compile(r"[（(①-⑳]")
_PARTICLES = "はがをにのでともへやか"


@dataclass(frozen=True, slots=True)
class Written:
    """What the engine is given, and what each slot symbol in it stands for."""

    text: str
    slots: tuple[tuple[str, str], ...] = ()
    tail: str = ""
    """English of a remark at the end of the segment, （概要） or ①, which the engine is not given."""


def write_plain(text: str) -> Written:
    """The folded text without any constraint."""
    return Written(_fold(text))


def write_inline(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written:
    """The English of each group of MUST constraints, and of each SHOULD noun, between the engine's two markers."""
    assert capabilities.markers is not None
    before, after = capabilities.markers
    text, groups, tail = _without_tail(text, group_constraints(text, constraints))
    given = [(group.span, group.english) for group in groups]
    given += [
        (c.span, c.english)
        for c in constraints
        if c.strength is Strength.SHOULD
        and c.span.end <= len(text)
        and _is_noun(text, c.span)
        and not any(c.span.overlaps(s) for s, _ in given)
    ]
    return Written(
        _replace(text, [(span, f"{before} {english} {after}") for span, english in sorted(given)]), tail=tail
    )


def write_slots(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written | None:
    """One symbol for each group of MUST constraints; None when the engine has too few symbols of a kind.

    Slots are numbered by kind in source order, which is how a trained engine learned them.
    """
    assert capabilities.slot is not None
    replaced: list[tuple[Span, str]] = []
    slots: list[tuple[str, str]] = []
    counts: dict[str, int] = {}
    text, groups, tail = _without_tail(text, group_constraints(text, constraints))
    for group in groups:
        counts[group.slot] = counts.get(group.slot, 0) + 1
        if counts[group.slot] > capabilities.slots_per_kind:
            return None
        symbol = capabilities.slot.format(kind=group.slot, number=counts[group.slot])
        replaced.append((group.span, symbol))
        slots.append((symbol, group.english))
    return Written(_replace(text, replaced), tuple(slots), tail)


def _without_tail(text: str, groups: tuple[Group, ...]) -> tuple[str, tuple[Group, ...], str]:
    """The text and groups without a last group, in brackets or a circled number, that ends the text; its English."""
    if len(groups) > 1 or (groups and groups[0].span.start > 0):
        last = groups[-1]
        if last.span.end == len(text.rstrip()) and _REMARK.match(text, last.span.start):
            return text[: last.span.start], groups[:-1], f" {last.english}"
    return text, groups, ""


def _is_noun(text: str, span: Span) -> bool:
    """Whether a term is used as a noun: what follows is a particle, a mark, a kanji or katakana, not an ending."""
    last, following = text[span.end - 1], text[span.end : span.end + 1]
    return not _HIRAGANA.match(last) and (not following or not _HIRAGANA.match(following) or following in _PARTICLES)


def fill_slots(english: str, written: Written) -> str | None:
    """The English with every slot filled; None unless each slot came back exactly once."""
    if any(english.count(symbol) != 1 for symbol, _ in written.slots):
        return None
    values = dict(written.slots)
    if written.tail:
        english = english.rstrip(". ") + written.tail
    if not values:
        return english
    pattern = re.compile("|".join(re.escape(symbol) for symbol in values))
    filled = pattern.sub(lambda found: values[found[0]], english)
    return filled[:1].upper() + filled[1:]


def _replace(text: str, replaced: Sequence[tuple[Span, str]]) -> str:
    parts, last = [], 0
    for span, put in replaced:
        parts += [_fold(text[last : span.start]), put]
        last = span.end
    return "".join([*parts, _fold(text[last:])])


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
