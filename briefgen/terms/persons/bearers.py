"""Persons whom the English names and the Japanese does not: of the glossary's people, those that come from nowhere.

A small model that meets 大臣 alone likes to put in a minister it has often seen. Surnames that are everyday words in
English, or shorter than three letters, are let be: they would be found where nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.segment import Span
from briefgen.terms.glossary.glossary import Glossary, fold_form
from briefgen.terms.persons.names import full_forms, name_of_term, surname_forms

__all__ = ["NOBODY", "People", "people_of"]

_EVERYDAY = frozenset({"Brown", "Cooper", "George", "Glass", "Gram", "Little", "Park", "Turner", "Wang", "Yamato"})


@dataclass(frozen=True)
class People:
    """The surnames of persons in English, each with the folded Japanese forms that account for it."""

    forms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted((re.escape(surname) for surname, _ in self.forms), key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")

    @cached_property
    def _sources(self) -> dict[str, tuple[str, ...]]:
        return dict(self.forms)

    def unlicensed(self, english: str, source: str, known: Iterable[str]) -> Iterator[tuple[Span, str]]:
        """Where the English names one of them whom neither the Japanese nor a known form (of a constraint) names."""
        found = list(self._pattern.finditer(english)) if self.forms else []
        if not found:
            return
        folded, allowed = fold_form(source), " ".join(known)
        for match in found:
            is_named = any(form in folded for form in self._sources[match[0]])
            if not is_named and not re.search(rf"\b{re.escape(match[0])}\b", allowed, re.IGNORECASE):
                yield Span(*match.span()), match[0]


NOBODY = People()
"""For texts without a glossary of persons."""


def people_of(glossary: Glossary) -> People:
    """The persons of a glossary."""
    forms: dict[str, list[str]] = {}
    for term in glossary.of_kind("person"):
        surname = name_of_term(term).surname
        if len(surname) > 2 and surname not in _EVERYDAY:
            forms.setdefault(surname, []).extend(fold_form(form) for form in (*full_forms(term), *surname_forms(term)))
    return People(tuple((surname, tuple(dict.fromkeys(own))) for surname, own in forms.items()))
