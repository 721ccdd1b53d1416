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
_BARE = {ConstraintKind.PERSON, ConstraintKind.COUNTRY}
_BARE_ALONE = {ConstraintKind.NAME, ConstraintKind.REFERENCE}
_NAMES = {ConstraintKind.NAME, ConstraintKind.TERM}
_NO_NOUN = r"(?=[,.;:)]|$| (?:in|on|at|of|to|and|or|for|from|by|with|was|is|were|are|has|had|have|will|would)\b)"
"""What follows a name that stands for itself; before a noun it may take the noun's article: the Kadena runway."""
_PREPOSITION = r"\b(?:in|of|to|off|near|over|on|at|from|across|through|into|around|with|by|for|under|between)"


def tidy(english: str, source: str, constraints: Sequence[Constraint]) -> str:
    """The English with its small faults mended; nothing of its meaning is touched.

    A person with title, a country, a place and an article of a law take no article; the United States, the British Army
    and the like do. A sentence of the Japanese ends as a sentence, a head without 。 does not.
    """
    text = re.sub(r"\s+([,.;:%)\]])(?=\s|$)", r"\1", " ".join(english.split()))
    text = _AFTER_OPENING.sub("", text)
    text = _QUOTED.sub(r'"\1"', text) if text.count('"') % 2 == 0 else text
    text = _DOUBLE_PREPOSITION.sub("", text)
    text = _DOUBLE_ARTICLE.sub(r"\1", text)
    text = _with_articles(text, constraints)
    return _ended(text[:1].upper() + text[1:], source.strip())


def _with_articles(text: str, constraints: Sequence[Constraint]) -> str:
    """Articles before names, where the rule is sure."""
    for kind, name in {(c.kind, c.english) for c in constraints}:
        body, takes_article = re.escape(name), with_article(name) != name
        if kind in _BARE and not takes_article:
            text = re.sub(rf"\b[Tt]he (?={body}(?![\w-]| [A-Z]))", "", text)
        elif kind in _BARE_ALONE and not takes_article and name[:1].isupper():
            text = re.sub(rf"\b(?:[Tt]he|[Aa]n?) (?={body}{_NO_NOUN})", "", text)
        elif kind in _NAMES and takes_article:
            text = re.sub(rf"({_PREPOSITION}) (?={body}(?![\w-]| [A-Z]))", r"\1 the ", text)
    return text


def _ended(text: str, source: str) -> str:
    if source.endswith(("。", "．")) and text and not _ENDS.search(text):
        return text + "."
    is_one_line = text.endswith(".") and text.count(". ") == 0 and not _ABBREVIATION.search(text)
    if is_one_line and source and not source.endswith(("。", "．", ".", "」", "）", ")")):
        return text[:-1]
    return text
