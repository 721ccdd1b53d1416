"""Acronyms that a paper defines itself become a glossary layer for that paper.

Understood are ``ITPP: Individually Tailored Partnership Programme（国別適合…計画）``, ``IP4: Indo-Pacific Four``, both
the other way round or in brackets, the Japanese name before a bracket with both, a colon that slipped by one letter, as
in ``(ITPPI: ndividually …)``, and an acronym for a Japanese name alone: 海洋状況把握（ＭＤＡ）.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.japanese.folding import fold
from briefgen.terms.glossary.glossary import Term, fold_form

__all__ = ["find_acronyms"]

_ACRONYM = r"[A-Z][A-Za-z0-9&/-]{0,10}[A-Za-z0-9]"
_LONG_FORM = r"[A-Za-z][A-Za-z0-9'&/,.-]*(?:[ -][A-Za-z0-9'&/,.-]+)+"
_PAIR = re.compile(rf"(?<![A-Za-z0-9/])(?P<acronym>{_ACRONYM})(?: ?[:;=] ?|, |、|\()(?P<long>{_LONG_FORM})")
_SWAPPED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<long>[A-Z][A-Za-z'/]*+(?:(?: ?-++ ?| )[A-Za-z'/]++)*+)"
    rf"(?:(?: ?[:;=、] ?|, | ?\()(?P<acronym>{_ACRONYM})(?=[)、。]|$))?"
)
"""A long form without an acronym is passed over as a whole, so that no part of it is tried again."""
_SHORT = r"[A-Z][A-Z0-9/-]{1,7}"
_JAPANESE_ONLY = re.compile(
    r"(?:「(?P<quoted>[^「」()]+)」?|(?P<plain>[一-龯々ァ-ヺー・]+))"
    rf"\((?:以下、?)?「?(?P<acronym>{_SHORT})」?(?:と(?:いう|略す|略称する)。?)?\)"
    rf"|(?<![A-Za-z0-9/])(?P<first>{_SHORT})\((?P<inside>[一-龯々ァ-ヺー・]{{3,}})\)"
)
_NAME_AFTER = re.compile(r" ?\((?P<ja>[^()]*[一-龯ァ-ヺ][^()]*)\)")
_DESCRIBES = re.compile("[がをは、。]|した|(?<!に[関対])する|[0-9](?:[かカヶケ]国|名|人|社|年)")
"""What a bracket says of a thing, not how it is called: 24か国が出資する基金."""
_NAME_BEFORE = re.compile(r"(?:「(?P<quoted>[^「」()]+)|(?P<plain>[一-龯々ァ-ヺー・A-Z]+))\($")
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "by", "with", "at", "de"])

_DEFINED = Term("", "", status="proposed", origin="this paper", source="defined in the paper")
"""What all terms have that a paper defines."""


def find_acronyms(texts: Iterable[str], known: Mapping[str, str] | None = None) -> Outcome[tuple[Term, ...]]:
    """The acronyms defined in the texts as terms (kind ``acronym``), without those that the glossary has.

    `known` is the English of the glossary by folded Japanese; an acronym given for one of its names is short for that
    English. Each gives an info finding; where a misplaced colon was set right, a warning.
    """
    known = known or {}
    terms: dict[str, Term] = {}
    findings: list[Finding] = []
    folded = [fold(text).text for text in texts]
    for text in folded:
        for acronym, long, ja, slipped in _definitions(text):
            key, is_known = fold_form(acronym), fold_form(acronym) in known
            if key not in terms and not is_known:
                terms[key] = _term(acronym, long, ja)
                findings.append(_finding(acronym, long, is_mended=bool(slipped)))
                if ja and fold_form(ja) not in known:
                    both = (f"{long} ({acronym})",)
                    terms[fold_form(ja)] = replace(_DEFINED, ja=ja, en=long, abbr=acronym, accepted=both)
            if slipped and fold_form(slipped) not in terms:
                terms[fold_form(slipped)] = replace(_DEFINED, ja=slipped, en=f"{acronym}: {long}")
                findings += [_finding(acronym, long, is_mended=True)] * is_known
    for acronym, ja in (found for text in folded for found in _japanese_only(text, known)):
        key = fold_form(acronym)
        if key not in terms and key not in known:
            long = known.get(fold_form(ja), "")
            terms[key] = _term(acronym, long, ja)
            findings.append(_finding(acronym, long or ja, is_mended=False))
    return Outcome(tuple(terms.values()), tuple(findings))


def _japanese_only(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Acronyms given for a Japanese name, with the longest end of the name that the glossary knows, else all of it.

    A name that the glossary knows counts only when the acronym fits its English: 大臣（NATO） defines nothing.
    """
    for match in _JAPANESE_ONLY.finditer(text):
        acronym = match["acronym"] or match["first"]
        name = match["quoted"] or match["plain"] or match["inside"]
        ends = [name] if match["quoted"] or match["inside"] else [name[at:] for at in range(len(name) - 1)]
        ja = next((end for end in ends if fold_form(end) in known), "")
        if ja and _fits(acronym, known[fold_form(ja)]):
            yield acronym, ja
        elif not ja and (match["quoted"] or match["inside"] or "以下" in match[0]):
            yield acronym, name


def _definitions(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Acronym, long form, Japanese name (or empty) and, where the colon slipped, the definition as it stands."""
    for match in _PAIR.finditer(text):
        acronym, long = match["acronym"], match["long"].strip(" ,.-/")
        mended = _mend(acronym, long)
        if mended:
            yield *mended, _japanese_name(text, match), text[match.start() : match.start("long") + len(long)]
        elif _fits(acronym, long):
            yield acronym, long, _japanese_name(text, match), ""
    for match in _SWAPPED.finditer(text):
        if match["acronym"] and re.search("[ -]", match["long"]) and _fits(match["acronym"], match["long"]):
            yield match["acronym"], match["long"], "", ""


def _fits(acronym: str, long: str) -> bool:
    """Whether the letters of the acronym come in order in the long form, the first ones at the beginning of both."""
    words = [word for word in re.split(r"[ /-]+", long) if word]
    capitals = [char.lower() for char in acronym if char.isalpha() and char.isupper()]
    if not words or len(capitals) < 2 or capitals[0] != words[0][0].lower():
        return False
    initials = [word[0].lower() for word in words if word.lower() not in _SMALL_WORDS]
    at, all_letters = 0, long.lower()
    for letter in capitals:
        at = all_letters.find(letter, at) + 1
        if not at:
            return False
    return len(capitals) <= len(initials) + 2


def _mend(acronym: str, long: str) -> tuple[str, str] | None:
    """``ITPPI: ndividually Tailored …`` with its colon one letter further left; None where nothing has slipped."""
    if not long[0].islower() or len(acronym) < 3 or not acronym[-1].isupper():
        return None
    candidate = acronym[:-1], acronym[-1] + long
    return candidate if _fits(*candidate) else None


def _japanese_name(text: str, match: re.Match[str]) -> str:
    """The Japanese name in a bracket after the long form, or before the bracket that holds the definition."""
    after = _NAME_AFTER.match(text, match.end())
    if after:
        return "" if _DESCRIBES.search(after["ja"]) else after["ja"].strip()
    before = _NAME_BEFORE.search(text[: match.start()])
    if not before:
        return ""
    return (before["quoted"] or before["plain"] or "").strip("・")


def _term(acronym: str, long: str, ja: str) -> Term:
    source = f"{ja}, {_DEFINED.source}" if ja else _DEFINED.source
    return replace(_DEFINED, ja=acronym, en=long or acronym, kind="acronym", abbr=acronym, source=source, note=ja)


def _finding(acronym: str, long: str, *, is_mended: bool) -> Finding:
    if is_mended:
        message = f"The paper's definition of {acronym} has a misplaced colon; it was read as {acronym}: {long}."
        return Finding(Code.ACRONYM_FOUND, Severity.WARNING, message, hint="Check the definition in the original.")
    message = f"The paper defines {acronym} as {long}."
    hint = "If the house uses it: “briefgen glossary mine PAPER --accept”."
    return Finding(Code.ACRONYM_FOUND, Severity.INFO, message, hint=hint)
