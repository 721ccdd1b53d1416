"""Titles and names put together: which comes first, what also counts as right, and what stays in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.model.segment import TITLE_FROM, Constraint, ConstraintKind, Span
from briefgen.terms.persons.titles import TitlePhrase

__all__ = [
    "HONORIFIC", "addressed", "both_orders", "bracketed", "office_constraints", "person_constraint", "then_office",
    "with_title",
]  # fmt: skip

HONORIFIC = re.compile(r"[ \u3000]?(?:(?:氏|さん|様|女史)(?![名族子])|君(?![主臨]))")
_THEN = re.compile(r"[ \u3000]?[(（]当時[)）]")
_COMES_AFTER = re.compile(r",|(?<!Minister)(?<!Ministers)(?<!Secretary)(?<!President) of ")
_SEVERAL_COUNTRIES = re.compile("(?<!訪)(?<!来)日・?(?:[米英仏独伊豪加印韓中露比越蘭][・、]?)*$")
_MEETING = re.compile("会談|会合|会議|協議|対話")


def with_title(title: str, name: str) -> str:
    """Title before name, as Minister of Defense; Chief of Staff, Joint Staff and Commander of the X come after it."""
    first, second = both_orders(title, name)
    return second if _COMES_AFTER.search(title) else first


def both_orders(title: str, name: str) -> tuple[str, str]:
    """Title before name, and behind it with a comma."""
    return f"{title} {name}", f"{name}, {title}"


def person_constraint(text: str, span: Span, forms: Iterable[str], note: str) -> Constraint:
    """A person, with the first of the forms as the English and the others accepted."""
    return Constraint.of(text, span, forms, ConstraintKind.PERSON, note)


def office_constraints(text: str, phrase: TitlePhrase) -> Iterator[Constraint]:
    """An office without a name whose English is put together; not in 米国防大臣会談, where ministers meet."""
    if phrase.parts:
        yield from (constraint for part in phrase.parts for constraint in office_constraints(text, part))
        return
    is_several = bool(_SEVERAL_COUNTRIES.search(text[: phrase.span.start]))
    if phrase.is_composed and not is_several and not _MEETING.match(text, phrase.span.end):
        forms = (*phrase.forms, *_in_small_letters(phrase))
        constraint = person_constraint(text, phrase.span, forms, f"{TITLE_FROM} {phrase.origin}")
        yield replace(constraint, kind=ConstraintKind.TERM, strength=phrase.strength)


def _in_small_letters(phrase: TitlePhrase) -> Iterator[str]:
    """``Dutch defense minister``, ``former defense minister``."""
    for office in sorted(phrase.office, key=len, reverse=True):
        yield from (form.replace(office, office.lower()) for form in phrase.forms if office in form)
    if not phrase.office:
        yield from (form.lower() for form in phrase.forms)


def bracketed(text: str, span: Span, phrase: TitlePhrase) -> Constraint:
    """A title with a name that nobody knows: the name stays as it is written, in brackets, and is not made up."""
    name = f"[{text[span.start : span.end]}]"
    forms = [with_title(title, name) for title in phrase.forms]
    forms += [form for title in phrase.forms for form in both_orders(title, name)]
    end = max(span.end, phrase.span.end)
    polite = HONORIFIC.match(text, end)
    whole = Span(min(span.start, phrase.span.start), polite.end() if polite else end)
    return then_office(
        text,
        person_constraint(text, whole, forms, f"name not in the glossary, no reading; {TITLE_FROM} {phrase.origin}"),
    )


def then_office(text: str, titled: Constraint) -> Constraint:
    """The office of a person that he held at the time, 中谷防衛大臣（当時）: ``then Defense Minister Nakatani``."""
    found = _THEN.match(text, titled.span.end)
    if not found:
        return titled
    names = titled.forms
    forms = [f"then {name}" for name in names] + [f"then-{name}" for name in names]
    forms += [f"{name}{words}" for words in (" (then)", " (at the time)", " at the time", ", then") for name in names]
    return person_constraint(text, Span(titled.span.start, found.end()), forms, titled.note)


def addressed(text: str, name: Span, whole: Span) -> Constraint:
    """A name with 氏 that nobody knows: as it is written, in brackets."""
    english = f"[{text[name.start : name.end]}]"
    forms = (english, f"Mr. {english}", f"Ms. {english}")
    return person_constraint(text, whole, forms, "name not in the glossary, no reading")
