"""Writes constraints into what the engine is given, and takes them out of what comes back.

Three shapes: plain (nothing written), inline (the English between two markers in place of the Japanese, for engines
trained to obey it) and slots (one symbol each, filled in after decoding; trained, or found by `probing`).
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.model.segment import Constraint, Span, Strength
from briefgen.terms.placeables.references import NAMED
from briefgen.translation.engines.engine import Capabilities
from briefgen.translation.group import Group
from briefgen.translation.grouping import group_constraints
from briefgen.translation.wording.idioms import figures_in
from briefgen.translation.wording.rewording import reword

__all__ = [
    "MIXED", "Written", "fill_slots", "symbol_pattern", "write_inline", "write_mixed", "write_plain", "write_slots",
]  # fmt: skip


_LONGEST_INLINE = 3
"""Words that an engine copies well from between its markers; longer English is given as a slot, where it has slots.

Tried on the validation pairs with 1, 3, 5, 8 and 12.
"""
MIXED = 4
"""Further writings of a sentence: of 45 validation pairs that lost a constraint inline, 4 rescue 35, 8 rescue 39."""
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_NOT_ENGLISH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff①-⑳]")
_REMARK = re.compile(r"[（(①-⑳]")
_PARTICLES = "はがをにのでともへやか"
_NOUN_ENDINGS = "きしちみりぎじびえけせめれげべさ"
"""Hiragana with which a noun made of a verb ends (通行止め, 引渡し), and one of degree (深さ)."""
_HEAD = re.compile(rf"(?:{'|'.join(sorted(set(NAMED.values())))}) \S+$")
_RUNS_ON = re.compile("(?<=まで)(?=[一-龯々ァ-ヶーA-Za-zＡ-Ｚ])|(?<=[年月]間)(?=[一-龯々]{2,8}を)")
"""Behind a period that a noun follows without a pause: ３日から５日まで訓練を would be training from the 3rd to 5th."""
_HEAD_GAP = re.compile(r"\s*[\s:：．]\s*(?=[^\sぁ-ゖ、。])")
_UNINFLECTED = "んかこごろ"
"""Hiragana with which no verb, adjective or adverb of the glossary ends, so that what ends so is a noun: 麻しん."""
_AFTER_NOUNS = "はがをのとにで"
"""Particles that stand after such a noun, not after the verb: 通行止めと, but 引き渡し、."""
_AFTER_NOUNS_ALONE = "はを"
"""Particles that stand after no verb and no adjective, with which a word in any ending is a noun: 車いすを."""


@dataclass(frozen=True, slots=True)
class _Bare:
    """A text with the groups that the engine is given, without what it is not: a label before and a remark behind."""

    text: str
    groups: tuple[Group, ...]
    tail: str = ""
    head: str = ""
    start: int = 0
    """Characters of the label and of the gap behind it."""

    @classmethod
    def of(cls, text: str, groups: tuple[Group, ...]) -> _Bare:
        """Without a first group that numbers a table or figure, 表１　予算の推移, and one in brackets at the end."""
        first = groups[0] if groups else None
        gap = _HEAD_GAP.match(text, first.span.end) if first else None
        if first and gap and not text[: first.span.start].strip() and _HEAD.match(first.english):
            rest = cls.of(text, groups[1:])
            return replace(rest, head=f"{first.english}: ", start=gap.end())
        if len(groups) > 1 or (first and first.span.start > 0):
            last = groups[-1]
            if last.span.end == len(text.rstrip()) and _REMARK.match(text, last.span.start):
                return cls(text[: last.span.start], groups[:-1], f" {last.english}")
        return cls(text, groups)

    def replace(self, replaced: Iterable[tuple[Span, str]]) -> str:
        """The folded text in words the engine knows, with stretches replaced."""
        rest = [
            (
                Span(span.start - self.start, span.end - self.start),
                put + "、" * bool(_RUNS_ON.match(self.text, span.end)),
            )
            for span, put in replaced
        ]
        return _replace(self.text[self.start :], sorted(rest))


@dataclass(frozen=True, slots=True)
class Written:
    """What the engine is given, and what each slot symbol in it stands for."""

    text: str
    slots: tuple[tuple[str, str], ...] = ()
    tail: str = ""
    """English of a remark at the end of the segment, （概要） or ①, which the engine is not given."""
    head: str = ""
    """English of a label before the segment, 表１, which the engine is not given either."""


def write_plain(text: str) -> Written:
    """The folded text without any constraint, in words the engine knows."""
    return Written(_replace(text, ()))


def write_inline(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written:
    """The English of each group of MUST constraints, and of each SHOULD noun, between the engine's two markers.

    What has more than _LONGEST_INLINE words, or holds a name left in Japanese, becomes a slot.
    """
    bare = _Bare.of(text, group_constraints(text, constraints))
    return _write_marked(bare, constraints, capabilities, _long_as_slots(bare.groups, capabilities))


def _write_marked(
    bare: _Bare, constraints: Sequence[Constraint], capabilities: Capabilities, symbols: Mapping[Span, str]
) -> Written:
    """The groups that have a symbol as slots, the others and the SHOULD nouns between markers."""
    assert capabilities.markers is not None
    before, after = capabilities.markers
    groups, figures = bare.groups, figures_in(bare.text)
    given = [(group.span, group.english) for group in groups if group.span not in symbols]
    given += [
        (c.span, c.english)
        for c in constraints
        if c.strength is Strength.SHOULD
        and bare.start <= c.span.start
        and c.span.end <= len(bare.text)
        and _is_noun(bare.text, c.span)
        and c.span.is_free((*figures, *(group.span for group in groups)))
    ]
    marked = [(span, " ".join(filter(None, (before, english, after)))) for span, english in given]
    slots = tuple((symbols[group.span], group.english) for group in groups if group.span in symbols)
    return Written(bare.replace([*marked, *symbols.items()]), slots, bare.tail, bare.head)


def _long_as_slots(groups: Sequence[Group], capabilities: Capabilities) -> dict[Span, str]:
    """The symbols of the groups that an engine cannot copy letter by letter, by span, as far as there are any."""
    long = [group for group in groups if _is_long(group)]
    symbols = _trained_symbols(long, capabilities) if capabilities.slot else ()
    return dict(zip((group.span for group in long), symbols, strict=False))


def _is_long(group: Group) -> bool:
    return len(group.english.split()) > _LONGEST_INLINE or bool(_NOT_ENGLISH.search(group.english))


def write_slots(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Written | None:
    """One symbol for each group of MUST constraints; None when the engine has too few symbols.

    Trained slots are numbered by kind in source order, which is how an engine learned them; others as they come.
    """
    bare = _Bare.of(text, group_constraints(text, constraints))
    groups = bare.groups
    symbols = _trained_symbols(groups, capabilities) if capabilities.slot else capabilities.symbols[: len(groups)]
    if len(symbols) < len(groups):
        return None
    replaced = [(group.span, symbol) for group, symbol in zip(groups, symbols, strict=True)]
    slots = tuple((symbol, group.english) for group, symbol in zip(groups, symbols, strict=True))
    return Written(bare.replace(replaced), slots, bare.tail, bare.head)


def write_mixed(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> tuple[Written, ...]:
    """Further ways to write what `write_inline` writes: each group inline or as a slot, and slots numbered, by lot.

    What a model loses in one writing it keeps in another. The same text gives the same writings; there are none when
    nothing is to be written, or the engine was not trained to both forms.
    """
    bare = _Bare.of(text, group_constraints(text, constraints))
    groups = bare.groups
    if not groups or capabilities.slot is None or capabilities.markers is None:
        return ()
    lots = random.Random(text)
    drawn = [_drawn_symbols(groups, capabilities, lots) for _ in range(3 * MIXED)]
    writings = dict.fromkeys(
        _write_marked(bare, constraints, capabilities, symbols)
        for symbols in (_long_as_slots(groups, capabilities), *drawn)
    )
    return tuple(writings)[1 : 1 + MIXED]  # the first is that of `write_inline`


def _drawn_symbols(groups: Sequence[Group], capabilities: Capabilities, lots: random.Random) -> dict[Span, str]:
    """A symbol for every long group and for every other by the toss of a coin, as far as there are any of its kind."""
    assert capabilities.slot is not None
    count, symbols = capabilities.slots_per_kind, {}
    free = {kind: lots.sample(range(1, count + 1), count) for kind in sorted({group.slot for group in groups})}
    for group in groups:
        if (_is_long(group) or lots.random() < 0.5) and free[group.slot]:
            symbols[group.span] = capabilities.slot.format(kind=group.slot, number=free[group.slot].pop())
    return symbols


def _trained_symbols(groups: Sequence[Group], capabilities: Capabilities) -> tuple[str, ...]:
    """The symbols of the groups, up to the first that has none left of its kind."""
    assert capabilities.slot is not None
    symbols: list[str] = []
    counts: dict[str, int] = {}
    for group in groups:
        counts[group.slot] = counts.get(group.slot, 0) + 1
        if counts[group.slot] > capabilities.slots_per_kind:
            break
        symbols.append(capabilities.slot.format(kind=group.slot, number=counts[group.slot]))
    return tuple(symbols)


def _is_noun(text: str, span: Span) -> bool:
    """Whether a term is used as a noun: what follows is a particle, a mark, a kanji or katakana, not an ending."""
    last, following = text[span.end - 1], text[span.end : span.end + 1]
    if _HIRAGANA.match(last) and last not in _UNINFLECTED:
        after = _AFTER_NOUNS if last in _NOUN_ENDINGS else _AFTER_NOUNS_ALONE
        return bool(following) and following in after
    return not following or not _HIRAGANA.match(following) or following in _PARTICLES


def fill_slots(english: str, written: Written) -> str | None:
    """The English with every slot filled; None unless each slot came back exactly once."""
    if any(len(symbol_pattern(symbol).findall(english)) != 1 for symbol, _ in written.slots):
        return None
    if written.tail:
        english = english.rstrip(". ") + written.tail
    places = {symbol_pattern(symbol).search(english): value for symbol, value in written.slots}
    found = sorted((place.span(), value) for place, value in places.items() if place is not None)
    parts, last = [], 0
    for (start, end), value in found:
        parts += [english[last:start], value]
        last = end
    filled = "".join([*parts, english[last:]])
    return written.head + (filled[:1].upper() + filled[1:] if found or written.head else filled)


@lru_cache(maxsize=256)
def symbol_pattern(symbol: str) -> re.Pattern[str]:
    """Where a symbol stands as a word of its own; an engine may change its case or put spaces inside its brackets."""
    body = r"\s?".join(re.escape(part) for part in re.findall(r"[A-Za-z0-9]+|.", symbol))
    before, after = (r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])") if symbol[0].isalnum() else ("", "")
    return re.compile(f"{before}{body}{after}", re.IGNORECASE)


def _replace(text: str, replaced: Sequence[tuple[Span, str]]) -> str:
    """The folded text in words the engine knows, with stretches replaced.

    Between two Latin words that would run together stands a space.
    """
    between, last = [], 0
    for span, _ in replaced:
        between.append(_fold(text[last : span.start]))
        last = span.end
    first, *others = reword([*between, _fold(text[last:])])
    joined = first
    for (_, put), following in zip(replaced, others, strict=True):
        for part in (put, following):
            joined += " " * (_is_latin(joined[-1:]) and _is_latin(part[:1])) + part
    return joined


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
