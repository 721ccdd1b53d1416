"""What belongs together in an English line: a number and what it counts, a month and its day, a word and its number."""

from __future__ import annotations

import re

__all__ = ["bound"]

_SMALL_WORDS = (
    "a|also|an|and|are|as|at|be|before|but|by|during|for|from|had|has|have|if|in|is|it|not|of|on|or|over|than|that|the|"
    "their|then|through|to|under|was|were|when|where|which|who|will|with|would"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMED = "Annex|Article|Chapter|Figure|No\\.|Note|Paragraph|Part|Photo|Row|Section|Table|page|row"
_BINDING = re.compile(
    rf"(?:(?<![\w.,/-])\d[\d,.]{{0,8}}(?= (?!(?:{_SMALL_WORDS})\b)(?:[a-z]{{2,12}}\b|[A-Z]{{1,3}}-\d))"
    rf"|\b(?:{_MONTHS}|{_NAMED})(?= \d)|[①-⑳](?= \S)) "
)
"""A stretch and the space behind it: a number before a word or designation, but not before a small word of grammar."""


def bound(text: str) -> str:
    """The text, as long as before, with no-break spaces where a line must not end."""
    return _BINDING.sub(lambda found: found[0][:-1] + "\u00a0", text)
