"""Puts the house rendering where the English has one that the glossary forbids, as far as that is safe.

Safe is a forbidden rendering of a constraint that stands nowhere else in the English, so that it is that constraint's
rendering; number, article, possessive and first capital go with it. Any other is left for the check to report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.english import MONTHS, plural, with_article
from briefgen.terms.verify import avoided_in, locate_all

__all__ = ["forbidden_in", "in_house_style", "mend_avoided"]

_ARTICLE = re.compile(r"\b(?P<article>[Aa]n?|[Tt]he) $")
_SPOKEN_WITH_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an MOU, a UN body."""
_LIKE_CONSONANT = re.compile("(?:uni|eu|us[ei]|one|ura|U\\.)", re.IGNORECASE)
_MONTH = f"(?:{'|'.join(MONTHS)})"
_ONE_DAY = re.compile(rf"(?:[A-Z][a-z]+day,? )?(?:{_MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH})(?:,? [0-9]{{4}})?")
_ONE_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?: [ap]\.m\.)?")


def forbidden_in(english: str, constraints: Sequence[Constraint], number: int) -> tuple[Span, ...]:
    """Where renderings stand that are forbidden for one of the constraints and that satisfy no other one.

    The China of 中国 is no forbidden rendering of 中国地方 beside it.
    """
    if not constraints[number].avoid:
        return ()
    places = [place for place in locate_all(english, constraints) if place]
    found = avoided_in(english, constraints[number])
    return tuple(span for span in found if span.is_free(places))


def mend_avoided(english: str, constraints: Sequence[Constraint]) -> str:
    """The English with the house rendering in place of a forbidden one, for each constraint that is missing."""
    for number, constraint in enumerate(constraints):
        if constraint.avoid and locate_all(english, constraints)[number] is None:
            for span in forbidden_in(english, constraints, number)[:1]:
                english = _replaced(english, span, constraint)
    return english


def in_house_style(english: str, constraints: Sequence[Constraint]) -> str:
    """The English with every single day and time of day as house style writes it: 17 October for October 17.

    A model may turn what it was given into the style it was trained on, which is right, but not the style asked for.
    """
    places = locate_all(english, constraints)
    wanted = [
        (place, constraint.english)
        for constraint, place in zip(constraints, places, strict=True)
        for form in (_ONE_DAY, _ONE_TIME)
        if place and form.fullmatch(constraint.english) and form.fullmatch(english[place.start : place.end])
    ]
    for place, form in sorted(wanted, reverse=True):
        after = english[place.end :]
        english = english[: place.start] + form + (after[1:] if form.endswith(".") and after.startswith(".") else after)
    return english


def _replaced(english: str, span: Span, constraint: Constraint) -> str:
    """The English with one forbidden rendering replaced; as it was where the house rendering has no such plural."""
    old, new = english[span.start : span.end], constraint.english
    before, after = english[: span.start], english[span.end :]
    is_plural = not any(len(old) == len(form) for form in constraint.avoid)
    if is_plural and (many := plural(new)) is None:
        return english
    new = many if is_plural and many else new
    article = _ARTICLE.search(before)
    if article and article["article"].lower() != "the":
        before = before[: article.start()] + _indefinite(article["article"], new) + " "
    elif not article and with_article(new) != new and with_article(old) == old and not before.endswith("-"):
        new = with_article(new)
    elif article and constraint.kind is ConstraintKind.COUNTRY and with_article(new) == new:
        before = before[: article.start()]
    if not before.strip() or before.rstrip().endswith((".", "?", "!")):
        new = new[:1].upper() + new[1:]
    if new.endswith("s") and after.startswith(("'s", "’s")):
        after = after[:1] + after[2:]
    return before + new + after


def _indefinite(article: str, name: str) -> str:
    """``a`` or ``an``, in the case it had."""
    first = name.split()[0]
    is_spelled = len(first) > 1 and first.isupper()
    is_vowel = first[0] in _SPOKEN_WITH_VOWEL if is_spelled else first[0].lower() in "aeiou"
    word = "an" if is_vowel and not (not is_spelled and _LIKE_CONSONANT.match(name)) else "a"
    return word.capitalize() if article[0].isupper() else word
