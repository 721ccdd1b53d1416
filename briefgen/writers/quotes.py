"""Straight quotation marks and apostrophes of English text, as they are set in print."""

from __future__ import annotations

import re

__all__ = ["curled"]

_STRAIGHT = re.compile("(?<![\u3000-\u9fff\uff00-\uffef])[\"'](?![\u3000-\u9fff\uff00-\uffef])")
"""Beside Japanese they are part of it, and stay."""
_PAIRS = {'"': "“”", "'": "‘’"}
_BEFORE_OPENING = "([{-–—/‘“"


def curled(text: str) -> str:
    """The text with “ ” ‘ ’ for straight marks, as long as before; feet, inches, minutes and seconds keep theirs."""
    is_open = {'"': False, "'": False}

    def set_in_print(found: re.Match[str]) -> str:
        mark, before, after = found[0], text[: found.start()][-1:], text[found.end() :][:1]
        if _is_opening(before, after):
            is_year = mark == "'" and after.isdigit()
            is_open[mark] = is_open[mark] or not is_year
            return _PAIRS[mark][is_year]
        if before.isdigit() and not is_open[mark] and not (mark == "'" and after.isalpha()):
            return mark
        is_open[mark] = is_open[mark] and after.isalpha()
        return _PAIRS[mark][1]

    return _STRAIGHT.sub(set_in_print, text)


def _is_opening(before: str, after: str) -> bool:
    """Whether a mark between these characters opens; an empty one is the end of the text."""
    if not before or before.isspace() or before in _BEFORE_OPENING:
        return True
    return before in "\"'" and after.isalnum()
