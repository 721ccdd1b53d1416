"""Sentence patterns with typed slots (rung 3): a sentence whose constraints fit the slots needs no model.

A file of patterns has one a line, Japanese TAB English TAB topic; slots are ``{person1}`` and the like, the same on
both sides; ``#`` begins a comment. The trainer expands the same file into training pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.errors import UsageError
from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.terms.english import with_article

__all__ = ["FITTING", "Pattern", "PatternMemory", "read_patterns"]

_SLOT = re.compile(r"\{([a-z]+)\d*\}")

_ANY_NAME = frozenset({ConstraintKind.TERM, ConstraintKind.NAME, ConstraintKind.ACRONYM, ConstraintKind.COUNTRY})
_OF_ONE_KIND = ("date", "time", "duration", "person", "number", "quantity", "money", "percent", "ordinal", "reference")
FITTING = {name: frozenset({ConstraintKind(name)}) for name in _OF_ONE_KIND} | dict.fromkeys(
    ("place", "country", "organization", "unit", "exercise", "ship", "equipment", "agreement", "meeting", "term"),
    _ANY_NAME,
)
"""Which kinds of constraint may stand in which slot."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A bilingual sentence with slots; `literal` is its longest literal stretch, for a quick refusal."""

    ja: str
    en: str
    topic: str
    slots: tuple[str, ...]
    literal: str

    def values_in(self, folded: str) -> re.Match[str] | None:
        """The stretches of a folded sentence that stand in the slots, as groups; None where it is another sentence."""
        return _expression(self.ja).fullmatch(folded)

    def filled(self, values: Sequence[str]) -> str:
        """The English with a value for each slot, in Japanese order, with articles and first capital put right."""
        english = self.en
        for slot, value in zip(self.slots, values, strict=True):
            kind = slot[1:-1].rstrip("0123456789")
            if kind == "country" and with_article(value) != value:
                english = re.sub(rf"(?<!-)(?<!the ){re.escape(slot)}", r"the \g<0>", english)
            if kind == "unit" and value[-1:].isdigit():
                english = english.replace(f"the {slot}", slot).replace(f"The {slot}", slot)
            english = english.replace(slot, value)
        english = re.sub(r"\b([Tt]he) [Tt]he\b", r"\1", english)
        return english[:1].upper() + english[1:]


def read_patterns(content: bytes, name: str) -> tuple[Pattern, ...]:
    """The patterns of a file.

    Raises:
        UsageError: a line is not a pattern; the message begins with file:line.
    """
    patterns = []
    for number, line in enumerate(content.decode("utf-8-sig").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            patterns.append(_read_line(line, f"{name}:{number}"))
    return tuple(patterns)


def _read_line(line: str, where: str) -> Pattern:
    cells = line.split("\t")
    if len(cells) < 2:
        raise UsageError(f"{where}: a pattern is Japanese TAB English", "Put one tab between the two")
    ja, en = unicodedata.normalize("NFKC", cells[0]).strip(), cells[1].strip()
    slots = [found[0] for found in _SLOT.finditer(ja)]
    if sorted(slots) != sorted(found[0] for found in _SLOT.finditer(en)) or len(set(slots)) != len(slots):
        raise UsageError(f"{where}: the slots of the two sides differ", "Each slot stands once on each side")
    unknown = [found[1] for found in _SLOT.finditer(ja) if found[1] not in FITTING]
    if unknown:
        raise UsageError(f"{where}: there is no slot {{{unknown[0]}}}", f"Slots are: {', '.join(FITTING)}")
    topic = cells[2].strip() if len(cells) > 2 else ""
    return Pattern(ja, en, topic, tuple(slots), max(_literals(ja), key=len))


@cache
def _expression(ja: str) -> re.Pattern[str]:
    """A pattern as a regular expression, made when a sentence first has its longest literal stretch: few ever do."""
    return re.compile("(.+?)".join(map(re.escape, _literals(ja))))


def _literals(ja: str) -> list[str]:
    """What stands between the slots."""
    return _SLOT.sub("\n", ja).split("\n")


class PatternMemory:
    """Looks up the pattern a sentence fits."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns

    def candidates(self, text: str, constraints: Sequence[Constraint]) -> Iterator[str]:
        """The English of every pattern whose slots are exactly constraints of the right kinds, in file order."""
        folded, spans = _fold_with_spans(text.strip(), len(text) - len(text.lstrip()), constraints)
        for pattern in self._patterns:
            if pattern.literal in folded and (english := _fill(pattern, folded, spans)) is not None:
                yield english


def _fold_with_spans(
    text: str, shift: int, constraints: Sequence[Constraint]
) -> tuple[str, dict[tuple[int, int], Constraint]]:
    """The folded text, and its constraints by folded span."""
    folded, spans, last = "", {}, 0
    for constraint in constraints:
        start, end = constraint.span.start - shift, constraint.span.end - shift
        folded += unicodedata.normalize("NFKC", text[last:start])
        begin = len(folded)
        folded += unicodedata.normalize("NFKC", text[start:end])
        spans[begin, len(folded)] = constraint
        last = end
    return folded + unicodedata.normalize("NFKC", text[last:]), spans


def _fill(pattern: Pattern, folded: str, spans: dict[tuple[int, int], Constraint]) -> str | None:
    found = pattern.values_in(folded)
    if found is None:
        return None
    values = []
    for number, slot in enumerate(pattern.slots, 1):
        constraint = spans.get(found.span(number))
        if constraint is None or constraint.kind not in FITTING[slot[1:-1].rstrip("0123456789")]:
            return None
        values.append(constraint.english)
    return pattern.filled(values)
