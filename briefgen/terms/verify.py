"""Where the English holds what the constraints ask for, and where it holds what the glossary forbids.

Forms are compared with tolerance for what changes nothing: hyphen or space, kind of quotation mark, an optional comma,
an abbreviation's full stop, a plural s on a term, a capital where the form has a small letter. A capital of the form
must be a capital in the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefgen.model.segment import Constraint, ConstraintKind, Span

__all__ = ["avoided_in", "find_form", "locate_all"]

_PLURAL_KINDS = frozenset({ConstraintKind.TERM, ConstraintKind.ACRONYM, ConstraintKind.NAME})
_PROPER_KINDS = frozenset({ConstraintKind.PERSON, ConstraintKind.REFERENCE, ConstraintKind.COUNTRY})
_NO_CASE_KINDS = frozenset(ConstraintKind) - _PLURAL_KINDS - _PROPER_KINDS
_SEPARATOR = r"(?:,?[\s\u00a0]+|[-\u2010-\u2015])"
_SOFT = {
    "'": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]', ".": r"\.?", ",": ",?", "-": _SEPARATOR,
    "–": _SEPARATOR,
}  # fmt: skip
_ARTICLES = ("a", "an")
_NO_COUNT = (
    r"(?!\s+(?:(?:grand|large|small|great|good|wide|certain|further|record)\s+)?"
    r"(?:total|sum|number|series|variety|range|lot|few|couple|pair|dozen|hundred|thousand|million|billion)\b)"
)
"""No form that is an article alone counts one thing in a total of, a series of or a hundred."""
_NO_OTHER_UNIT = (
    r"(?![\s-]+(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)"
    r"|people|percent|per cent|yen|dollars|euros|times)\b|\s?%)"
)
"""A length of time without its unit, as the English of 3年 may have it, is none before another unit: 3 months."""
_NO_LENGTH = r"(?!(?:\s+|[-\u2010-\u2015])(?:[a-z]+\s+)?days?\b)"
"""A date is none where days follow it: the 16 of for 16 days, the five of five straight days."""
_ORDINAL = re.compile(r"(?:\dst|nd|rd|th|first)$")
_NEGATIVE = re.compile(r"-\d")
_MINUS = r"(?<!\w)[-\u2212]"
"""The sign of a number below zero, for which no space will do."""
_ES_ENDS = ("s", "x", "ch", "sh")


def locate_all(english: str, constraints: Sequence[Constraint]) -> tuple[Span | None, ...]:
    """For each constraint the stretch of the English that satisfies it, no character of it used twice.

    The longest forms are placed first, so that the 17 of October 17 is not taken for another 17.
    """
    return _located(english, tuple(constraints))


@lru_cache(maxsize=1024)
def _located(english: str, constraints: tuple[Constraint, ...]) -> tuple[Span | None, ...]:
    """`locate_all`, remembered: one hypothesis is mended, tidied, verified and checked, mostly unchanged."""
    located: list[Span | None] = [None] * len(constraints)
    used: list[Span] = []
    for at in sorted(range(len(constraints)), key=lambda i: (-len(constraints[i].english), i)):
        kind, forms = constraints[at].kind, constraints[at].forms
        found = (span for form in forms for span in find_form(english, form, kind) if span.is_free(used))
        located[at] = next(found, None)
        used += [span for span in located[at : at + 1] if span]
    return tuple(located)


def avoided_in(english: str, constraint: Constraint) -> tuple[Span, ...]:
    """Where renderings stand that the glossary forbids for this constraint."""
    allowed = [span for form in constraint.forms for span in find_form(english, form)]
    found = [span for form in constraint.avoid for span in find_form(english, form)]
    return tuple(span for span in found if span.is_free(allowed))


def find_form(english: str, form: str, kind: ConstraintKind = ConstraintKind.TERM) -> Iterator[Span]:
    """Where a form stands in the English as whole words."""
    lowered = english.lower()
    if not all(word in lowered for word in _words(form)):
        return
    for match in _pattern(form, kind).finditer(english):
        yield Span(*match.span())


@lru_cache(maxsize=16384)
def _words(form: str) -> tuple[str, ...]:
    """The runs of letters and figures of a form, the longest first, less a y that may be ies.

    Where one of them is absent, no pattern is compiled.
    """
    words = re.findall(r"[^\W_]+", form.lower())
    return tuple(sorted({word.removesuffix("y") for word in words}, key=len, reverse=True))


@lru_cache(maxsize=16384)
def _pattern(form: str, kind: ConstraintKind) -> re.Pattern[str]:
    """A form as a pattern. Figures must not go on to either side: 5 is not found in 5.2, 15 or 5:30."""
    body = "".join(_letter(char, kind) for char in re.sub(r"\s+", " ", form.strip()))
    if _NEGATIVE.match(form):
        body = _MINUS + body.removeprefix(_SEPARATOR)
    body = re.sub(f"(?:{re.escape(_SOFT[','])})?{re.escape(_SEPARATOR)}", lambda _: _SEPARATOR, body)
    if kind in _PLURAL_KINDS:
        body = _with_plural(body, form)
    before = r"(?<!\w)(?<!\d[.,:])" if form[:1].isalnum() else ""
    after = r"(?!\w)(?![.,:]\d)" if form[-1:].isalnum() else ""
    after += _NO_COUNT if form.lower() in _ARTICLES else ""
    after += _NO_OTHER_UNIT if kind is ConstraintKind.DURATION and " " not in form else ""
    after += _NO_LENGTH if kind is ConstraintKind.DATE and not _ORDINAL.search(form) else ""
    return re.compile(f"{before}{body}{after}")


def _letter(char: str, kind: ConstraintKind) -> str:
    if char == " ":
        return _SEPARATOR
    if char in _SOFT:
        return _SOFT[char]
    if char.isalpha() and (char.islower() or kind in _NO_CASE_KINDS) and len(char.upper()) == 1:
        return f"[{char.lower()}{char.upper()}]"
    return re.escape(char)


def _with_plural(body: str, form: str) -> str:
    """The pattern of a form that may also stand in the plural: s, es, or ies for a y after a consonant."""
    if form[-1:].isdigit() and any(map(str.isalpha, form)):
        return f"{body}s?"  # two F-35s
    if not form[-1:].isalpha():
        return body
    if re.search("[^aeiou]y$", form):
        return f"{body.removesuffix('[yY]')}(?:y|ies)"
    return f"{body}(?:es)?" if form.endswith(_ES_ENDS) else f"{body}s?"
