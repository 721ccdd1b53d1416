"""What belongs together in an English line: a number and what it counts, the parts of a date, a word and its number."""

from __future__ import annotations

import re

from briefgen.writers.filters import MONTHS

__all__ = ["LONGEST", "LONGEST_KEPT_NAME", "bound"]

LONGEST = 24
"""Characters of what stays together; more would leave holes in lines, or fit into no column."""

LONGEST_KEPT_NAME = 8
"""Characters of a Japanese name in an English text that stay in one line."""
_SMALL_WORDS = (
    "a|also|an|and|are|as|at|be|before|but|by|during|for|from|had|has|have|if|in|is|it|not|of|on|or|over|than|that|the|"
    "their|then|through|to|under|was|were|when|where|which|who|will|with|would"
)
_MONTHS = "|".join(MONTHS)
_NAMED = "Annex|Article|Chapter|Figure|No\\.|Note|Paragraph|Part|Photo|Row|Section|Table|ext\\.|page|row"
_COUNTED = rf"(?!(?:{_SMALL_WORDS})\b)(?:[A-Za-z][a-z]{{1,11}}\b|[A-Z]{{2,11}}\b|[A-Z]{{1,3}}-\d)"
_BINDING = re.compile(
    rf"(?:(?<![\w.,/-])\d(?:[\d,.]{{0,7}}\d)?(?:st|nd|rd|th)?(?= {_COUNTED})"
    rf"|\b(?:{_MONTHS}) \d{{1,2}},(?= \d{{4}}\b)"
    rf"|\b(?:{_MONTHS}|{_NAMED})(?= \d)"
    r"|\b[A-Z]{3,9}(?= [A-Z]{2,4}\b)"
    r"|[①-⑳](?= \S)) "
    r"| (?=[①-⑳](?:\n|\Z)|--[a-z])"
)
"""A stretch and the space behind it: a number before a word, name or designation, but not before a small word of
grammar; a date; what has a number; an acronym before another. Or a space before a number that ends a line or before
an option of a command."""
_UNBROKEN = re.compile("[^ \n\u3000-\u9fff\uff00-\uffef]+")


def bound(text: str, longest: int = LONGEST) -> str:
    """The text, as long as before, with no-break spaces where a line must not end.

    Where more than `longest` characters would stay together, the spaces among them stay as they are.
    """
    made = _BINDING.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return _UNBROKEN.sub(
        lambda found: found[0] if len(found[0]) <= longest else text[found.start() : found.end()], made
    )
