"""Whether an engine did as it was told: which constraints written into what it was given are missing from its answer.

The ladder verifies the English of a row against its constraints; this looks at one hypothesis alone, so that of
several equally cheap ones those that obey come first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.translation.engines.engine import Capabilities

__all__ = ["count_lost"]


def count_lost(given: str, english: str, capabilities: Capabilities) -> int:
    """How many inline constraints of `given` are not in `english` letter by letter, and slots not exactly once.

    A capital at the start of a constraint is free, since it may begin the sentence. Symbols that an engine was not
    trained with are not looked at.
    """
    asked = [found.strip() for found in _inline(capabilities).findall(given)] if capabilities.markers else []
    lost = sum(text not in english and text[:1].upper() + text[1:] not in english for text in asked)
    slots = _slots(capabilities.slot).findall(given) if capabilities.slot else []
    return lost + sum(english.count(slot) != 1 for slot in slots)


@lru_cache(maxsize=8)
def _inline(capabilities: Capabilities) -> re.Pattern[str]:
    assert capabilities.markers is not None
    before, after = map(re.escape, capabilities.markers)
    return re.compile(f"{before}(.*?){after}")


@lru_cache(maxsize=8)
def _slots(shape: str) -> re.Pattern[str]:
    before, between, after = (re.escape(part) for part in re.split(r"\{kind\}|\{number\}", shape))
    return re.compile(f"{before}[a-z]{between}[0-9]+{after}")
