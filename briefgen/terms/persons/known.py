"""A person of a paper, and what a reader must be told of how the name was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.findings import Code, Finding, Severity
from briefgen.model.segment import Span
from briefgen.terms.persons.names import Name

__all__ = ["READ_ALIKE", "KnownPerson", "reading_finding"]

_LIST = (
    "佐藤 鈴木 田中 伊藤 渡辺 山本 加藤 吉田 吉村 山口 松本 井上 木村 清水 斎藤 齋藤 池田 橋本 石川 山下 小川 前田 岡田"
    " 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 西村 藤井 岡本 三浦 原田 松田 中野 小池 小泉 小野寺 小野田 安倍"
    " 岸田 石破 岩屋 木原 宮澤 森田 稲田 浜田 酒井 赤澤 若林 荒井 南雲 広瀬 市川 島田 岡野 松野 湯浅 飯田 本田"
)
READ_ALIKE = frozenset(_LIST.split())
"""Surnames that all their bearers read alike: 小野寺選手 is right whoever it is; 中谷 may be Nakatani or Nakaya."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A name in the text: where it stands and what it is in English."""

    span: Span
    name: Name
    is_full: bool
    note: str
    is_verified: bool = True
    is_guessed: bool = False
    """True when the reading is only the usual one."""
    others: tuple[Name, ...] = ()
    """Other persons of this surname in the glossary."""
    about: str = ""
    """What the glossary notes on the person."""
    is_any: bool = False
    """True when it may be another of this surname: one kanji and no country of the person in the text (李大統領), or
    an office that is none of the person's (中谷選手)."""


def reading_finding(text: str, person: KnownPerson) -> Iterator[Finding]:
    """What is unsure of a person: whose surname it is, or how it is read."""
    written = text[person.span.start : person.span.end]
    english, *others = (f"{name.surname} {name.given}".strip() for name in (person.name, *person.others))
    doubt = f"was taken for {english}; many have this surname" if person.is_any else ""
    if any(other.surname != person.name.surname for other in person.others):
        doubt = f"may be {english} or {', '.join(others)}"
    if doubt:
        hint = "Check the name in the original."
        yield Finding(Code.AMBIGUOUS_TERM, Severity.WARNING, f"{written} {doubt}.", hint=hint)
    if person.is_guessed:
        message = f"{written} is given its usual reading, {english}; the reading is unverified."
        hint = "Check how the person reads the name, and add it to the glossary."
        yield Finding(Code.READING_UNVERIFIED, Severity.WARNING, message, hint=hint)
    elif not person.is_verified:
        message = f"{written} is romanised as {english} from its reading; the person's own spelling may differ."
        yield Finding(Code.READING_UNVERIFIED, Severity.INFO, message, hint="Add the person to the glossary.")
