"""Ships that the glossary does not have: Japanese ships are named in kana, so their Latin letters are certain.

おおよど is Oyodo, as the Maritime Self-Defense Force and the Japan Coast Guard write their ships: Hepburn, no macrons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.romaji import romanise_name
from briefgen.model.segment import Constraint, ConstraintKind, Span

__all__ = ["find_ships"]

_NAME = re.compile("(?<=[「『])[ぁ-ゖー]{2,8}(?=[」』])")
_SHIP = re.compile("艦|艇|船|護衛隊|掃海隊|潜水隊|海上自衛隊|海自|海上保安|海保")


def find_ships(text: str) -> Iterator[Constraint]:
    """Names in hiragana in quotation marks, where a ship or the body it belongs to is named before them."""
    word = _SHIP.search(text)
    for match in _NAME.finditer(text, word.end()) if word else ():
        english = romanise_name(match[0])
        yield Constraint(
            Span(*match.span()),
            match[0],
            english,
            ConstraintKind.NAME,
            accepted=(f"JS {english}", f"JCG {english}"),
            note="kana, romanised",
        )
