"""What of a sentence its English does not say: a model the other way round reads the Japanese back, piece by piece.

Constraints are left out; of them verification knows more than any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.model.segment import TranslatedSegment
from briefgen.translation.engines.engine import UNMARKED, Capabilities, Engine, ReadBack
from briefgen.translation.words import CONTENT
from briefgen.translation.writing import write_inline, write_plain

__all__ = ["NOTHING_UNREAD", "Unread", "read_rows_back", "unread_of"]

_UNREAD = -4.0
"""Log probability under which a piece counts as unread; from -3 to -5 right and wrong rows part about as well."""
_WORD_START = "\u2581"
"""What SentencePiece puts in place of a space."""
_MARKS = re.compile(r"[、。，．・：「」（）()\s]+")
_HIRAGANA_BEFORE = re.compile(r"^[ぁ-ん]+")
_LONG = 2
"""Characters from which a stretch is worth naming."""


@dataclass(frozen=True, slots=True)
class Unread:
    """How many pieces of the Japanese its English gives no hint of, and the stretches with content among them."""

    pieces: int
    stretches: tuple[str, ...] = ()


NOTHING_UNREAD = Unread(0)


def read_rows_back(rows: Sequence[TranslatedSegment], engine: Engine) -> list[Unread] | None:
    """What is unread of each row; None where the engine cannot read back.

    Raises:
        TranslationError: the engine stopped.
    """
    read = engine.read_back([(_given(row, engine.capabilities), row.english) for row in rows])
    return None if read is None else [unread_of(one, engine.capabilities.markers or UNMARKED) for one in read]


def unread_of(read: ReadBack, markers: tuple[str, str]) -> Unread:
    """What is unread of one sentence, whose constraints stand between these markers."""
    outside = list(_outside_markers(read, markers))
    stretches: list[str] = [""]
    for piece, score in outside:
        if score < _UNREAD:
            stretches[-1] += piece.replace(_WORD_START, "")
        elif stretches[-1]:
            stretches.append("")
    parts = (part for stretch in stretches for part in _MARKS.split(stretch) if CONTENT.search(part))
    named = (_HIRAGANA_BEFORE.sub("", part) for part in parts)
    return Unread(sum(score < _UNREAD for _, score in outside), tuple(s for s in named if len(s) >= _LONG))


def _given(row: TranslatedSegment, capabilities: Capabilities) -> str:
    """The Japanese with the English of every constraint in it, as the engine was taught to take constraints."""
    text = row.segment.text
    if capabilities.markers is None or not row.constraints:
        return write_plain(text).text
    return write_inline(text, row.constraints, replace(capabilities, slot=None)).text


def _outside_markers(read: ReadBack, markers: tuple[str, str]) -> Iterator[tuple[str, float]]:
    """The pieces that are no symbol and stand between no two markers; an empty one, which was read, for each symbol."""
    is_inside, (opening, closing) = False, markers
    for piece, score in read.pieces:
        if piece.startswith("<") and piece.endswith(">"):
            is_inside = piece == opening or (is_inside and piece != closing)
            yield "", 0.0
        elif not is_inside:
            yield piece, score
