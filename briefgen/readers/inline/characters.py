"""Ruby in brackets: readings that stand in the text."""

from __future__ import annotations

import re

__all__ = ["lift_ruby"]

_KANJI = "\u3005-\u3007\u3013\u3400-\u9fff\U00020000-\U0003ffff"
_RUBY = re.compile(rf"(?:[｜|]([^｜|《》\n]{{1,30}})|([{_KANJI}]{{1,20}}))《([ぁ-ゖァ-ヺー・ゝゞ　 ]{{1,40}})》")


def lift_ruby(text: str) -> tuple[str, str]:
    """Return the text without its 漢字《かんじ》 readings, and these as ``漢字=かんじ`` separated by spaces."""
    readings: list[str] = []

    def lift(match: re.Match[str]) -> str:
        base = match[1] or match[2]
        readings.append(f"{base}={match[3].strip()}")
        return base

    return _RUBY.sub(lift, text), " ".join(readings)
