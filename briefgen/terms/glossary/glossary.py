"""Glossary: the house's terms with their English, and the layering of several glossaries."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from operator import attrgetter

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.japanese.folding import fold
from briefgen.model.segment import ConstraintKind, Strength

__all__ = ["KINDS", "STATUSES", "Glossary", "Term", "fold_form", "lowered"]

KINDS = (
    "term", "organization", "unit", "title", "rank", "person", "place", "country", "exercise", "agreement",
    "equipment", "ship", "phrase", "acronym",
)  # fmt: skip
"""What a term can be."""

STATUSES = ("approved", "provisional", "proposed")
"""How settled a term is, the firmest first."""


_CONSTRAINT_KINDS = {
    "person": ConstraintKind.PERSON,
    "acronym": ConstraintKind.ACRONYM,
    "country": ConstraintKind.COUNTRY,
    "place": ConstraintKind.NAME,
}


@lru_cache(maxsize=100_000)
def fold_form(form: str) -> str:
    """The key under which a Japanese form is looked up: folded, without middle dots, in lower case."""
    if _PLAIN.fullmatch(form):
        return form.lower()
    return lowered(fold(form).text.replace("・", ""))


def lowered(text: str) -> str:
    """A text in lower case, character by character where it would be longer (İ)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_PLAIN = re.compile("(?:(?![髙德濵瀨邉邊])[一-龯々ぁ-ゖァ-ヺーA-Za-z0-9])+")
"""Forms that folding leaves as they are, told at once: most of a glossary."""


@dataclass(frozen=True, slots=True)
class Term:
    """A line of a glossary. Empty fields mean that the glossary says nothing."""

    ja: str
    en: str
    kind: str = "term"
    reading: str = ""
    """Kana reading; the parts of a name are separated by a space or ・."""
    abbr: str = ""
    """Abbreviation of the English, or of both: ``NATO``."""
    variants: tuple[str, ...] = ()
    """Other Japanese forms."""
    accepted: tuple[str, ...] = ()
    """Other English forms that are right, too."""
    avoid: tuple[str, ...] = ()
    """English renderings that must not be used."""
    domain: str = ""
    status: str = "approved"
    strength: Strength = Strength.MUST
    is_part: bool = False
    """True when the term may stand inside a longer kanji word (``match`` is ``part``)."""
    source: str = ""
    """Where the English was found."""
    note: str = ""
    """Free text, and remarks separated by semicolons: ``adj:Ukrainian`` (a country's form before a noun), ``short:米``
    (its form in compounds), ``surname:Kim`` (of a person), ``long:…`` (of an acronym), ``context:艦|港`` (only in
    sentences with one of these, or with ``!`` before them only without), ``case:exact`` or ``case:any`` and
    ``beside:name`` (of an office that counts only beside a name) or ``beside:full name`` (in katakana only beside a
    whole one, since トヨタ社長 is no Mr. Toyota)."""
    origin: str = ""
    """File and row, ``defence.csv:12``."""

    @property
    def key(self) -> str:
        """The folded Japanese, by which two lines are about the same term."""
        return fold_form(self.ja)

    def is_exact(self, form: str) -> bool:
        """Whether letter case counts in a form: as the note says, else in capitals and figures only (IT, IP4)."""
        case = self.remark("case")
        return case == "exact" or (case != "any" and form.isascii() and form.isupper())

    def fits(self, text: str) -> bool:
        """Whether its context allows it in a folded text; a term without a context is allowed everywhere."""
        words = [word.strip() for word in self.remark("context").split("|") if word.strip()]
        unwanted = [word[1:] for word in words if word.startswith("!")]
        wanted = [word for word in words if not word.startswith("!")]
        if any(fold_form(word) in text for word in unwanted):
            return False
        return not wanted or any(fold_form(word) in text for word in wanted)

    @property
    def constraint_kind(self) -> ConstraintKind:
        """The kind of the constraint it makes."""
        return _CONSTRAINT_KINDS.get(self.kind, ConstraintKind.TERM)

    def is_other_meaning(self, other: Term) -> bool:
        """Whether context or domain tell this term from another of the same Japanese, so that both may stand."""
        if self.remark("context") != other.remark("context"):
            return True
        return bool(self.domain and other.domain) and self.domain != other.domain and self.en != other.en

    def replaces(self, below: Term) -> bool:
        """Whether it takes the place of an entry of a lower layer: one with a context only of an equal context."""
        context = self.remark("context")
        return not context or context == below.remark("context")

    @property
    def adjective(self) -> str:
        """What stands before a noun: Ukrainian for ウクライナ; the English itself when nothing else is given."""
        return self.remark("adj") or self.en

    @property
    def long_form(self) -> str:
        """What an acronym is short for; empty when the glossary does not say."""
        forms = (self.remark("long"), self.remark("expansion"), self.en, *self.accepted)
        return next((form for form in forms if " " in form and form != self.abbr), "")

    @property
    def provenance(self) -> str:
        """Where it comes from and how settled it is, for people."""
        return "; ".join(filter(None, (self.origin, self.source, self.status)))

    def remark(self, name: str) -> str:
        """The value of a ``name: value`` remark in the note, remarks being separated by semicolons; or empty."""
        for remark in self.note.split(";") if name in self.note else ():
            key, colon, value = remark.partition(":")
            if colon and key.strip() == name:
                return value.strip()
        return ""

    @property
    def needs_name(self) -> bool:
        """Whether it counts only beside the name of a person: 選手 of 大和田選手, and not of 選手村."""
        return bool(self.remark("beside"))

    @property
    def place(self) -> Location:
        """Where its line is."""
        name, _, row = self.origin.rpartition(":")
        return Location(source=name or self.origin, line=int(row) if row.isdigit() else None)


_content_of = attrgetter(*(column.name for column in fields(Term) if column.name != "origin"))
"""The values of a term but for its place, in the order of the fields; the place is the last of them."""


@dataclass(frozen=True)
class Glossary:
    """Terms in file order, under a name such as ``defence`` or ``defence + house``."""

    name: str = "empty"
    terms: tuple[Term, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of what the terms say, in hexadecimal; names of files play no part in it."""
        digest = hashlib.sha256()
        for term in self.terms:
            digest.update(repr((*_content_of(term), "")).encode())
        return digest.hexdigest()

    @cached_property
    def english(self) -> dict[str, str]:
        """The English of every Japanese form and abbreviation, by the key of the form."""
        return {
            fold_form(form): term.en for term in self.terms for form in (term.ja, *term.variants, term.abbr) if form
        }

    def of_kind(self, *kinds: str) -> tuple[Term, ...]:
        """The terms of these kinds."""
        return tuple(term for term in self.terms if term.kind in kinds)

    def merged_with(self, layers: Iterable[Glossary]) -> Outcome[Glossary]:
        """This glossary with others laid over it: for the same Japanese the later layer wins, with a finding.

        Entries of another context stay below those of the later layer that have one; see `Term.replaces`.
        """
        name, findings = self.name, list[Finding]()
        keyed = [(term.key, term) for term in self.terms]
        for layer in layers:
            laid = [(term.key, term) for term in layer.terms]
            over = dict[str, list[Term]]()
            for key, term in laid:
                over.setdefault(key, []).append(term)
            kept, below = list[tuple[str, Term]](), list[tuple[str, Term]]()
            for key, term in keyed:
                winners = [above for above in over.get(key, ()) if above.replaces(term)]
                if winners:
                    findings.append(_overridden(term, winners[-1]))
                else:
                    (below if key in over else kept).append((key, term))
            keyed = kept + laid + below
            name = layer.name if name == "empty" else f"{name} + {layer.name}"
        return Outcome(Glossary(name, tuple(term for _, term in keyed)), tuple(findings))


def _overridden(below: Term, above: Term) -> Finding:
    return Finding(
        Code.GLOSSARY_OVERRIDDEN,
        Severity.INFO,
        f"{above.ja} = {above.en} replaces {below.en} ({below.origin}).",
        above.place,
    )
