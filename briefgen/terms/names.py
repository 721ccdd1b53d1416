"""Names of persons: how a glossary entry or a reading gives surname and full name, and how the house writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.japanese.folding import fold
from briefgen.japanese.romaji import romanise_name
from briefgen.terms.glossary import Term
from briefgen.terms.style import HouseStyle

__all__ = ["Name", "name_forms", "name_of_reading", "name_of_term", "readings_in", "surname_forms"]

_FURIGANA = re.compile(
    r"(?P<name>[一-龯々]{1,4}[ \u3000]?[一-龯々ぁ-ゖァ-ヺ]{1,4})[ \u3000]?[(（](?P<reading>[ぁ-ゖァ-ヺー]+[・ \u3000･][ぁ-ゖァ-ヺー]+)[)）]"
)
SURNAME_FIRST = "surname-first"
"""A remark in the note of a person whose name has ・ but begins with the surname: キム・ソンホ."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in English in its parts; `is_surname_first` is true of Japanese, Korean, Chinese and other such names."""

    surname: str
    given: str = ""
    is_surname_first: bool = True
    is_japanese: bool = True
    honorific: str = "Mr."


def name_of_term(term: Term) -> Name:
    """The name of a glossary person. A space in the Japanese, or the remark ``surname-first``, puts the surname first."""
    is_japanese = " " in _normal(term.ja)
    surname_first = is_japanese or SURNAME_FIRST in term.note
    honorific = next((word for word in ("Ms.", "Mrs.", "Dr.") if word in term.note), "Mr.")
    words = term.en.split()
    if len(words) == 1:
        return Name(term.en, "", surname_first, is_japanese, honorific)
    if surname_first:
        return Name(words[0], " ".join(words[1:]), True, is_japanese, honorific)
    if "・" not in _normal(term.ja):
        return Name(term.en, "", False, False, honorific)
    at = _surname_at(term)
    return Name(" ".join(words[at:]), " ".join(words[:at]), False, False, honorific)


def _surname_at(term: Term) -> int:
    """Where the surname begins among the English words: the last part of the Japanese is the surname."""
    parts, words = _normal(term.ja).split("・"), term.en.split()
    return len(words) - 1 if len(parts) >= 2 else 0


def surname_forms(term: Term) -> Iterator[str]:
    """The Japanese forms of a person that are the surname alone; variants without a separator count as such."""
    ja = _normal(term.ja)
    if " " in ja:
        yield ja.split(" ")[0]
    elif "・" in ja:
        yield ja.split("・")[0 if SURNAME_FIRST in term.note else -1]
    else:
        yield ja
    for variant in term.variants:
        if not re.search("[ ・]", _normal(variant)) and len(variant) < len(ja):
            yield variant


def name_of_reading(reading: str, style: HouseStyle) -> Name:
    """The name that a reading in kana (なかたに・げん) gives in Hepburn."""
    surname, _, given = romanise_name(reading, macrons=style.macrons).partition(" ")
    return Name(surname, given)


def name_forms(name: Name, style: HouseStyle, *, is_full: bool) -> tuple[str, ...]:
    """The name in the house's order and capitals, then in the other orders; the surname alone when not `is_full`."""
    plain, capital = name.surname, name.surname.upper()
    surnames = (capital, plain) if style.capital_surnames else (plain, capital)
    if not is_full or not name.given:
        return surnames
    family_first = name.is_surname_first and not (name.is_japanese and style.name_order == "given-first")
    orders = ["{surname} {given}", "{given} {surname}"]
    if not family_first:
        orders.reverse()
    if not name.is_surname_first:
        del orders[1:]
    return tuple(order.format(surname=surname, given=name.given) for order in orders for surname in surnames)


def readings_in(texts: Iterable[str]) -> dict[str, str]:
    """The readings that papers give in brackets after names: 山田 太郎（やまだ・たろう） gives 山田太郎 and 山田."""
    readings: dict[str, str] = {}
    for text in texts:
        for match in _FURIGANA.finditer(text):
            kana = _normal(match["reading"]).replace(" ", "・")
            parts = _normal(match["name"]).split(" ")
            readings["".join(parts)] = kana
            if len(parts) == 2:
                readings[parts[0]] = kana.split("・")[0]
    return readings


def _normal(text: str) -> str:
    """Folded, but with the spaces between the parts of a name."""
    return " ".join(fold(part).text for part in text.split())
