"""Exports, trade and investment towards a country: 対米輸出, whose direction a small model turns round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.english import with_article
from briefgen.terms.glossary.glossary import Term, fold_form
from briefgen.terms.matching import TermMatch

__all__ = ["find_dealings"]

_DEALINGS = {
    "輸出額": ("value of exports to", "export value to"), "輸出量": ("volume of exports to", "export volume to"),
    "輸出": ("exports to", "export to", "exporting to"), "輸入額": ("value of imports from", "import value from"),
    "輸入量": ("volume of imports from", "import volume from"),
    "輸入": ("imports from", "import from", "importing from"), "貿易黒字": ("trade surplus with",),
    "貿易赤字": ("trade deficit with",), "貿易": ("trade with",), "黒字": ("surplus with",), "赤字": ("deficit with",),
    "直接投資": ("direct investment in",), "投資": ("investment in", "investments in", "investing in"),
}  # fmt: skip
"""What one has with a country, and the English with its preposition."""
_DEALING = re.compile(
    f"の?(?P<dealing>{'|'.join(_DEALINGS)})(?!す[るべ]|し[たてな、]|さ[れせ])(?:(?![一-龯々ァ-ヺー])|(?=[増減等]))"
)
_TOWARDS = re.compile("(?<![相反敵絶一])対(?P<letter>[一-龯ロ])?")
_LETTERS = {None: "", "ロ": "露"}
_SPELT = 3
"""Letters up to which an abbreviation is hardly ever said as a word."""
_KINDS = ("country", "place", "organization", "acronym")


def find_dealings(text: str, matches: Iterable[TermMatch], letters: Mapping[str, Term]) -> Iterator[Constraint]:
    """For each 対 with a country and what one has with it behind it: exports to the United States.

    `letters` are the countries in one character. Longer words such as 対米輸出規制 are let be.
    """
    ends = {match.span.start: match for match in matches if match.term.kind in _KINDS}
    for towards in _TOWARDS.finditer(text):
        named = ends.get(towards.start() + 1)
        term = named.term if named else letters.get(_LETTERS.get(towards["letter"], towards["letter"]))
        dealing = _DEALING.match(text, named.span.end if named else towards.end()) if term else None
        if term and dealing:
            span = Span(towards.start(), dealing.end())
            wordings = _DEALINGS[dealing["dealing"]]
            names = tuple(_names(term, text[span.start + 1 :]))
            forms = (f"{words} {name}" for words in wordings for name in names)
            yield Constraint.of(text, span, forms, ConstraintKind.TERM, f"from {term.en}; {term.origin}")


def _names(term: Term, behind: str) -> Iterator[str]:
    """The forms of a country with and without an article; first its abbreviation, where that is what is written."""
    forms = [term.en, *term.accepted]
    if term.abbr:
        forms.insert(0 if fold_form(behind).startswith(fold_form(term.abbr)) else 1, term.abbr)
    names = (name for form in forms for name in (_with_article(form), form, f"the {form}"))
    yield from dict.fromkeys(names)


def _with_article(name: str) -> str:
    """The EU, whose letters are said one by one, and NATO, which is said as a word."""
    return f"the {name}" if name.isupper() and len(name) <= _SPELT else with_article(name)
