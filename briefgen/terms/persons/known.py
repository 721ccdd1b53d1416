"""A person of a paper, and what a reader must be told of how the name was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.findings import Code, Finding, Severity
from briefgen.model.segment import Span
from briefgen.terms.persons.names import Name

__all__ = ["KnownPerson", "reading_finding"]


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
