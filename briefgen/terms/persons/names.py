"""Names of persons: how a glossary entry or a reading gives surname and full name, and how the house writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.japanese.folding import fold, is_katakana
from briefgen.japanese.romaji import romanise_name
from briefgen.model.style import HouseStyle
from briefgen.terms.glossary.glossary import Term

__all__ = [
    "Name", "full_forms", "is_of", "name_forms", "name_of_reading", "name_of_term", "readings_in", "surname_forms",
]  # fmt: skip

_FURIGANA = re.compile(
    r"(?P<name>[一-龯々]{1,4}[ \u3000]?[一-龯々ぁ-ゖァ-ヺ]{1,4})[ \u3000]?"
    r"[(（](?P<reading>[ぁ-ゖー]+[・ \u3000･][ぁ-ゖー]+)[)）]"
)
_KANJI_NAME = re.compile("[一-龯々]{2,3}")
"""A Korean or Chinese name in kanji, whose surname is the first: 李在明 for イ・ジェミョン."""
_HONORIFICS = ("Mr.", "Ms.", "Mrs.", "Dr.")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in English in its parts; `is_surname_first` is true of Japanese, Korean, Chinese and other such names."""

    surname: str
    given: str = ""
    is_surname_first: bool = True
    is_japanese: bool = True
    honorific: str = ""
    """``Mr.`` or ``Ms.`` where the glossary's note says which; 氏 does not."""


def name_of_term(term: Term) -> Name:
    """The name of a glossary person.

    A space in the Japanese, or a note ``surname:Kim`` with the first English word, means that the surname comes first.
    Else the surname is what the note names, or the last English word.
    """
    ja, words = _normal(term.ja), term.en.split()
    honorific = next((word for word in _HONORIFICS if word in term.note), "")
    noted = term.remark("surname").split()
    is_japanese = " " in ja and bool(term.reading)
    if len(words) > 1 and (" " in ja or (noted and words[: len(noted)] == noted)):
        at = len(noted) or 1
        return Name(" ".join(words[:at]), " ".join(words[at:]), True, is_japanese, honorific)
    if len(words) == 1 or not (noted or "・" in ja):
        return Name(term.en, "", False, False, honorific)
    at = len(words) - (len(noted) or 1)
    return Name(" ".join(words[at:]), " ".join(words[:at]), False, False, honorific)


def is_of(person: Term, countries: Iterable[Term]) -> bool:
    """Whether the note on a person names one of the countries."""
    words = (word for country in countries for word in (country.en, country.adjective, country.abbr))
    return any(word and word in person.note for word in words)


def full_forms(term: Term) -> Iterator[str]:
    """The Japanese forms of a person that are the whole name."""
    yield term.ja
    yield from (variant for variant in term.variants if not _is_surname(variant, term))


def surname_forms(term: Term) -> Iterator[str]:
    """The Japanese forms of a person that are the surname alone."""
    ja = _normal(term.ja)
    if " " in ja:
        surname = ja.split(" ")[0]
        yield surname
        same_length = (_normal(variant) for variant in term.variants if len(_normal(variant)) == len(ja) - 1)
        yield from (variant[: len(surname)] for variant in same_length)
    elif "・" in ja:
        yield ja.split("・")[0 if name_of_term(term).is_surname_first else -1]
    else:
        yield ja
    yield from (variant for variant in term.variants if _is_surname(variant, term))
    yield from _other_surnames(term)
    if "・" in ja and name_of_term(term).is_surname_first:
        yield from {variant[0] for variant in term.variants if _KANJI_NAME.fullmatch(variant)}


def _other_surnames(term: Term) -> Iterator[str]:
    """The surname in another spelling of the whole name: カッチャー of フレッド・カッチャー."""
    parts = _normal(term.ja).split("・")
    at = 0 if name_of_term(term).is_surname_first else -1
    for variant in term.variants:
        others = _normal(variant).split("・")
        if len(parts) > 1 and len(others) == len(parts) and others[at] != parts[at] and len(others[at]) > 2:
            yield others[at]


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


def _is_surname(variant: str, term: Term) -> bool:
    """Whether a variant is the surname alone: the end of a name with ・, or katakana and = without one."""
    name, part = _normal(term.ja), _normal(variant)
    return "・" in name and (name.endswith(f"・{part}") or all(is_katakana(char) or char == "=" for char in part))


@lru_cache(maxsize=8192)
def _normal(text: str) -> str:
    """Folded, but with the spaces between the parts of a name."""
    return " ".join(fold(part).text for part in text.split())
