"""English and Japanese in one text, told apart: they need another font and another language tag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from briefgen.model.page import Run

__all__ = ["by_language", "full_widths"]

_WIDE = "[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_JAPANESE_INSIDE = re.compile(f"({_WIDE}+(?:[0-9]+{_WIDE}+)*)")
"""Japanese inside English text, with the digits between its characters: 令和6年10月21日."""


def by_language(run: Run) -> Iterator[Run]:
    """An English run, with the Japanese inside it as runs of their own."""
    if run.language != "en":
        yield run
        return
    for text in _JAPANESE_INSIDE.split(run.text):
        if text:
            yield replace(run, text=text, language="ja" if _JAPANESE_INSIDE.match(text) else "en")


def full_widths(text: str) -> float:
    """How many full-width characters of Japanese are as wide as the text, estimated: any other is half of one."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5 for character in text)
