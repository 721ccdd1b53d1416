"""Small mends that need no model: spaces, articles before names, the first capital, the full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.terms.english import with_article

__all__ = ["tidy"]

_AFTER_OPENING = re.compile(r"(?<=[(\[“])\s+")
_QUOTED = re.compile(r'"\s*([^"]*?)\s*"')
_DOUBLE_PREPOSITION = re.compile(r"\b(?:at|on|in) (?=(?:shortly |just )?(?:before|after) \d)")
_DOUBLE_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?) (?:[Tt]he|[Aa]n?)\b(?! [a-z]+\))")
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Ltd|Co|etc|No))\.?$")
_BARE = (ConstraintKind.PERSON, ConstraintKind.COUNTRY)


def tidy(english: str, source: str, constraints: Sequence[Constraint]) -> str:
    """The English with its small faults mended; nothing of its meaning is touched.

    A person with title and a country take no article (the United States and the like do). A sentence of the Japanese
    ends as a sentence, a head without 。 does not.
    """
    text = re.sub(r"\s+([,.;:%)\]])(?=\s|$)", r"\1", " ".join(english.split()))
    text = _AFTER_OPENING.sub("", text)
    text = _QUOTED.sub(r'"\1"', text) if text.count('"') % 2 == 0 else text
    text = _DOUBLE_PREPOSITION.sub("", text)
    text = _DOUBLE_ARTICLE.sub(r"\1", text)
    for name in {c.english for c in constraints if c.kind in _BARE and with_article(c.english) == c.english}:
        text = re.sub(rf"\b[Tt]he (?={re.escape(name)}(?![\w-]| [A-Z]))", "", text)
    return _ended(text[:1].upper() + text[1:], source.strip())


def _ended(text: str, source: str) -> str:
    if source.endswith(("。", "．")) and text and not _ENDS.search(text):
        return text + "."
    is_one_line = text.endswith(".") and text.count(". ") == 0 and not _ABBREVIATION.search(text)
    if is_one_line and source and not source.endswith(("。", "．", ".", "」", "）", ")")):
        return text[:-1]
    return text
