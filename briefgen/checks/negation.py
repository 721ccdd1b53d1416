"""A negation of the Japanese should be seen in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.model.segment import Rung, Status, TranslatedSegment

__all__ = ["check"]

# Verbal and adjectival negation at a clause end; not なければならない (must) nor 少なくない and 違いない (idioms).
_NEGATED = re.compile(
    r"(?<!少)(?<!違い)(?<!なければなら)(?<!なくてはなら)(?<!かもしれ)(?:ない|ません|なかった|ませんでした)(?=[。、」）]|と|旨|こと|もの|$)"
)
_NEGATION = re.compile(
    r"\b(?:not?|never|none|without|nothing|neither|nor|cannot|unable|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|in\w+ble|un\w+"
    r"|non\w*|dis\w+|\w+n['’]t|\w+less|yet to|free of|free from|prevent\w*|oppos\w*|avoid\w*)\b",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    "(?<!なければなら)(?<!なくてはなら)(?<!かもしれ)(?:ない|ざる)[^、。]{0,5}?(?:は|も)(?:ない|なかった|ありません)(?!か)"
    "|なく(?:は|も)ない"
)
"""支持しない国はない, 求めていないわけではない: both negations count."""


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """NEGATION_UNSURE (warning) where the model's English has no word of negation, or one for two of the Japanese.

    Constraints count as none.
    """
    if translated.status is Status.REVIEWED or translated.rung is Rung.SOURCE_KEPT:
        return
    source = translated.segment.text
    for constraint in reversed(translated.constraints):
        source = source[: constraint.span.start] + "■" + source[constraint.span.end :]
    shown = len(_NEGATION.findall(translated.english))
    message = ""
    if _DOUBLE.search(source):
        message = "The Japanese has two negations, and the English shows one" if shown == 1 else ""
    elif _NEGATED.search(source) and not shown:
        message = "The Japanese has a negation that the English does not show"
    if message:
        yield Finding(Code.NEGATION_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
