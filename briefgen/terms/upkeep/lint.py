"""Lint: what in a glossary will not work as its author expects. Each finding names file, row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.folding import has_japanese, is_japanese_alone
from briefgen.terms.glossary.csv_format import plain_cells
from briefgen.terms.glossary.glossary import Glossary, Term, fold_form
from briefgen.terms.matching import Matcher

__all__ = ["find_unused", "lint", "lint_entry", "refuse_swapped"]

_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000-\u303f]")


def lint(glossary: Glossary) -> tuple[Finding, ...]:
    """The doubtful places of a glossary, in the order of its rows."""
    found = [*_duplicates(glossary), *_variants(glossary), *_shadowed(glossary)]
    found += (finding for term in glossary.terms for finding in lint_entry(term))
    return tuple(sorted(found, key=lambda one: (one.where.source, one.where.line or 0, one.code)))


def lint_entry(term: Term) -> tuple[Finding, ...]:
    """What is doubtful in an entry by itself, whatever else its glossary holds."""
    return tuple(finding for rule in _ENTRY_RULES for finding in rule(term))


def refuse_swapped(glossary: Glossary) -> None:
    """Refuse a glossary that would put Japanese into the English column; Japanese beside English may be meant.

    Raises:
        GlossaryError: the English of an entry is Japanese alone.
    """
    for term in glossary.terms:
        if is_japanese_alone(term.en):
            hint = "Are ja and en the wrong way round? briefgen glossary lint names all such rows"
            raise GlossaryError(f"{term.origin}:en: the English of {term.ja} is Japanese: {term.en}", hint)


def find_unused(glossary: Glossary, texts: Iterable[str]) -> tuple[Finding, ...]:
    """A note on each entry that stands in none of the texts."""
    matcher = Matcher(glossary, beside_names=True)
    used = {match.term.origin for text in texts for match in matcher.find_all(text)}
    message = "{} stands in none of the papers."
    return tuple(
        _at(term, "ja", (Code.GLOSSARY_UNUSED, Severity.INFO), message.format(term.ja), "Is the entry still needed?")
        for term in glossary.terms
        if term.origin not in used
    )


def _duplicates(glossary: Glossary) -> Iterator[Finding]:
    """The same Japanese twice in the same context and domain: harmless with the same English, else a conflict."""
    for terms in _by_form(glossary).values():
        for number, term in enumerate(terms):
            first = next((one for one in terms[:number] if not term.is_other_meaning(one)), None)
            if first is None:
                continue
            if term.en == first.en:
                message = f"{term.ja} stands already in {first.origin} with the same English."
                hint = "Remove one of the two rows."
                yield _at(term, "ja", (Code.GLOSSARY_DUPLICATE, Severity.WARNING), message, hint)
            else:
                message = f"{term.ja} is {term.en} here and {first.en} in {first.origin}."
                hint = "Keep one of them, with the other in its accepted column, or give each its context or domain."
                yield _at(term, "en", (Code.GLOSSARY_CONFLICT, Severity.ERROR), message, hint)


def _by_form(glossary: Glossary) -> dict[str, list[Term]]:
    """Terms by folded Japanese."""
    forms: dict[str, list[Term]] = defaultdict(list)
    for term in glossary.terms:
        forms[term.key].append(term)
    return forms


def _variants(glossary: Glossary) -> Iterator[Finding]:
    """A variant that is another term's Japanese is never used."""
    forms = _by_form(glossary)
    for term in glossary.terms:
        for variant in term.variants:
            others = [other for other in forms.get(fold_form(variant), ()) if other is not term and other.en != term.en]
            if others:
                message = f"The variant {variant} is a term of its own in {others[0].origin} ({others[0].en})."
                hint = "Remove the variant, or the other row."
                yield _at(term, "variants", (Code.GLOSSARY_CONFLICT, Severity.WARNING), message, hint)


def _short_terms(term: Term) -> Iterator[Finding]:
    """A single character stands inside too many words."""
    for column, form in (("ja", term.ja), *(("variants", variant) for variant in term.variants)):
        if len(fold_form(form)) == 1 and term.kind != "country":
            message = f"{form} is a single character and will be found where it means something else."
            yield _at(term, column, (Code.GLOSSARY_SHORT_TERM, Severity.WARNING), message, "Use a longer form.")


def _shadowed(glossary: Glossary) -> Iterator[Finding]:
    """A term that its own glossary never lets through: its place is taken by a longer or an equal one."""
    matcher = Matcher(glossary, beside_names=True)
    for term in glossary.terms:
        if term.kind != "person" and not any(match.term.key == term.key for match in matcher.find(term.ja)):
            winner = next(iter(matcher.find(term.ja)), None)
            if winner is None or winner.term.en == term.en:
                continue
            message = f"{term.ja} is never found: {winner.term.ja} ({winner.term.origin}) is found in its place."
            yield _at(term, "ja", (Code.GLOSSARY_SHADOWED, Severity.WARNING), message, "Remove or rename one of them.")


def _swapped(term: Term) -> Iterator[Finding]:
    """Japanese in the English column."""
    if has_japanese(term.en):
        message = f"The English of {term.ja} holds Japanese: {term.en}."
        hint = "Are ja and en the wrong way round?"
        yield _at(term, "en", (Code.GLOSSARY_SWAPPED, Severity.ERROR), message, hint)
    for form in (*term.accepted, *term.avoid):
        if has_japanese(form):
            column = "accepted" if form in term.accepted else "avoid"
            message = f"{form} is Japanese, but {column} lists English forms."
            yield _at(term, column, (Code.GLOSSARY_SWAPPED, Severity.ERROR), message, "Put it into variants.")


def _full_width(term: Term) -> Iterator[Finding]:
    """Full-width letters, figures or punctuation in English."""
    for column, forms in (("en", (term.en,)), ("abbr", (term.abbr,)), ("accepted", term.accepted)):
        if any(_FULL_WIDTH.search(form) for form in forms):
            message = f"The English of {term.ja} has full-width characters."
            yield _at(term, column, (Code.GLOSSARY_FULL_WIDTH, Severity.WARNING), message, "Write them half-width.")


def _contradictions(term: Term) -> Iterator[Finding]:
    """A form that is right and wrong at once."""
    right = {form.lower() for form in (term.en, term.abbr, *term.accepted)}
    for form in (form for form in term.avoid if form.lower() in right):
        message = f"{form} is both a right form of {term.ja} and one to avoid."
        yield _at(term, "avoid", (Code.GLOSSARY_CONFLICT, Severity.ERROR), message, "Take it out of one of the two.")


def _invisible(term: Term) -> Iterator[Finding]:
    """Control characters and those without width, which come along when words are copied from pages."""
    for column, cell in plain_cells(term).items():
        for char in dict.fromkeys(_INVISIBLE.findall(cell)):
            message = f"The {column} of {term.ja} holds an invisible character (U+{ord(char):04X})."
            yield _at(term, column, (Code.GLOSSARY_INVISIBLE, Severity.WARNING), message, "Type it anew.")


def _no_expansion(term: Term) -> Iterator[Finding]:
    """An acronym that cannot be written out at its first use."""
    if term.kind == "acronym" and not term.long_form:
        message = f"The acronym {term.en} has no long form."
        hint = "Put the long form into en and the acronym into abbr, or the long form into accepted."
        yield _at(term, "en", (Code.GLOSSARY_NO_EXPANSION, Severity.WARNING), message, hint)


def _at(term: Term, column: str, kind: tuple[Code, Severity], message: str, hint: str) -> Finding:
    return Finding(*kind, message, replace(term.place, column=column), hint)


_ENTRY_RULES = (_short_terms, _swapped, _full_width, _contradictions, _invisible, _no_expansion)
"""The rules that look at one entry alone."""
