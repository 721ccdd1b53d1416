"""Looking up terms by a piece of their Japanese, reading, English or abbreviation."""

from __future__ import annotations

from briefgen.terms.glossary.glossary import Glossary, Term, fold_form

__all__ = ["find_terms"]


def find_terms(glossary: Glossary, query: str) -> tuple[Term, ...]:
    """The terms that hold the query anywhere, width and case aside: whole forms first, then beginnings, then others."""
    key = fold_form(query)
    if not key:
        return ()
    ranked = [
        (rank, number, term) for number, term in enumerate(glossary.terms) if (rank := _rank(term, key)) is not None
    ]
    return tuple(term for _, _, term in sorted(ranked, key=lambda one: one[:2]))


def _rank(term: Term, key: str) -> int | None:
    forms = [fold_form(form) for form in (term.ja, term.en, term.reading, term.abbr, *term.variants, *term.accepted)]
    if key in forms:
        return 0
    if any(form.startswith(key) for form in forms):
        return 1
    return 2 if any(key in form for form in forms) else None
