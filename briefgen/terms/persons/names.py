"""Names of persons: how a glossary entry or a reading gives surname and full name, and how the house writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.japanese.folding import fold, is_hiragana, is_kanji, is_katakana
from briefgen.japanese.romaji import romanise_name
from briefgen.model.segment import Span
from briefgen.model.style import HouseStyle
from briefgen.terms.glossary.glossary import Term
from briefgen.terms.persons.surnames import begins_with_surname

__all__ = [
    "Name", "full_forms", "goes_on", "is_of", "name_forms", "name_of_reading", "name_of_term", "readings_in",
    "surname_forms",
]  # fmt: skip

_FURIGANA = re.compile(
    r"(?P<before>[一-龯々ぁ-ゖァ-ヺ \u3000]{2,14}?)[ \u3000]?[(（](?P<reading>[ぁ-ゖー]+[・ \u3000･][ぁ-ゖー]+)[)）]"
)
_WRITTEN = re.compile(r"[一-龯々]{1,4}[ \u3000]?[一-龯々ぁ-ゖァ-ヺ]{1,4}")
"""A surname with a given name."""
_LETTER_READ = "[ぁ-ゖー]{1,5}"
_ENDS_OFFICE = tuple("長官臣監員相使補将佐尉")
_LONGEST_UNUSUAL = 6
"""Characters of a name whose surname is not among the usual ones, with the space in it."""
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


def readings_in(texts: Iterable[str], ends_in: Callable[[str], Container[int]] = lambda _: ()) -> dict[str, str]:
    """The readings that papers give in brackets after names: 山田 太郎（やまだ・たろう） gives 山田太郎 and 山田.

    `ends_in` tells where the words of a text end, 海上幕僚長山田太郎. A name with two readings has none.
    """
    readings: dict[str, str] = {}
    for text in texts:
        found = list(_FURIGANA.finditer(text))
        ends = ends_in(text) if found else ()
        for match in found:
            kana = _normal(match["reading"]).replace(" ", "・")
            parts = _normal(_name_read(text, Span(*match.span("before")), kana, ends)).split(" ")
            _add(readings, "".join(parts), kana)
            if len(parts) == 2:
                _add(readings, parts[0], kana.split("・")[0])
    return {written: kana for written, kana in readings.items() if written and kana}


def _name_read(text: str, before: Span, kana: str, ends: Container[int]) -> str:
    """The name at the end of what stands before a reading: the longest that may be read so, kanji in a kana or more.

    It begins where no kanji go before it or a word ends, best with a usual surname, else it is short; a usual surname
    may also stand behind any office.
    """
    starts = [at for at in range(before.start, before.end) if _may_be_read(text[at : before.end], kana)]
    bounded = [at for at in starts if at in ends or not goes_on(text, at)]
    usual = [at for at in starts if begins_with_surname(text[at : before.end], kana.split("・")[0])]
    best = [at for at in bounded if at in usual] or [at for at in usual if text[at - 1 : at] in _ENDS_OFFICE]
    short = [at for at in bounded if before.end - at <= _LONGEST_UNUSUAL]
    return next((text[at : before.end] for at in (*best, *short)), "")


def goes_on(text: str, start: int) -> bool:
    """Whether kanji that are no affix run on before a name, so that it may be the end of another one."""
    return start > 0 and is_kanji(text[start - 1]) and is_kanji(text[start]) and text[start - 1] not in "側前元新同故対"


def _add(readings: dict[str, str], written: str, kana: str) -> None:
    readings[written] = kana if readings.get(written, kana) == kana else ""


def _may_be_read(written: str, kana: str) -> bool:
    """Whether a name may have this reading; hiragana is read as it is."""
    if not _WRITTEN.fullmatch(written):
        return False
    parts, read = re.split("[ \u3000]", written), kana.split("・")
    pairs = zip(parts, read, strict=True) if len(parts) == 2 else [(written, "".join(read))]
    return all(
        re.fullmatch("".join(char if is_hiragana(char) else _LETTER_READ for char in part), reading)
        for part, reading in pairs
    )


def _is_surname(variant: str, term: Term) -> bool:
    """Whether a variant is the surname alone: the end of a name with ・, or katakana and = without one."""
    name, part = _normal(term.ja), _normal(variant)
    return "・" in name and (name.endswith(f"・{part}") or all(is_katakana(char) or char == "=" for char in part))


@lru_cache(maxsize=8192)
def _normal(text: str) -> str:
    """Folded, but with the spaces between the parts of a name."""
    return " ".join(fold(part).text for part in text.split())
