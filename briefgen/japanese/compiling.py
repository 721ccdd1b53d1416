"""Regular expressions that most texts do not need, compiled when the first text does.

One with a range of kanji takes a millisecond and more to compile, a tenth of the time of reading a page.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["compiled"]


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled once; `re` itself forgets all but the last five hundred."""
    return re.compile(pattern, flags)
