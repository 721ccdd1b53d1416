"""Characters of symbol fonts by font and place."""

from __future__ import annotations

import pytest

from briefgen.readers.inline.symbol_fonts import symbol_character


@pytest.mark.parametrize(
    ("font", "place", "character"),
    [
        ("Symbol", 0xF06C, "λ"),
        ("Symbol", 0xF06E, "ν"),
        ("Symbol", 0xF06D, "μ"),
        ("symbol", 0xB1, "±"),
        ("Symbol", 0xF0B0, "°"),
        ("Symbol", 0xF0B3, "≥"),
        ("Wingdings", 0xF06C, "●"),
        ("Wingdings", 0xF06E, "■"),
        ("Wingdings", 0xF081, "①"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings 2", 0xF06A, "①"),
        ("Wingdings 3", 0xF07D, None),
        ("Webdings", 0x61, None),
        ("ＭＳ 明朝", 0xF0FC, None),
        ("Segoe UI Symbol", 0x2611, "☑"),
        ("Wingdings", 0x2611, "☑"),
        ("ＭＳ 明朝", 0xE001, None),
        ("ＭＳ 明朝", 0xFFFD, None),
        ("", 0x41, "A"),
        ("", 0x7, None),
    ],
)
def test_characters_by_font_and_place(font: str, place: int, character: str | None) -> None:
    assert symbol_character(font, place) == character
