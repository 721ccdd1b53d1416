"""Ministers of several fields: 外務・貿易大臣 is Minister of Foreign Affairs and Trade, from the ministers of each.

The fields are those of the glossary's ministers (貿易大臣, Minister of Trade); a field that it does not have is left to
the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.model.segment import Span
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import TermMatch

__all__ = ["Portfolios"]

_FIELD = re.compile("Minister (?:of|for) (?P<field>(?:the )?[A-Z].*)")
_OFFICES = {
    "副大臣": (
        "title",
        "Deputy Minister of {}",
        ("Vice Minister of {}", "State Minister for {}", "Deputy Minister for {}"),
    ),
    "大臣": ("title", "Minister of {}", ("Minister for {}", "{} Minister")),
    "相": ("title", "Minister of {}", ("Minister for {}", "{} Minister")),
    "省": ("organization", "Ministry of {}", ("{} Ministry", "Ministry for {}")),
}


@dataclass(frozen=True)
class Portfolios:
    """The fields of ministers, each with its English."""

    fields: dict[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, glossary: Glossary) -> Portfolios:
        """Those of a glossary; 外務 is Foreign Affairs."""
        fields: dict[str, str] = {}
        for term in glossary.of_kind("title"):
            found = next(filter(None, map(_FIELD.fullmatch, (term.en, *term.accepted))), None)
            if found and term.ja.endswith("大臣") and " and " not in found["field"] and "・" not in term.ja:
                fields.setdefault(term.ja.removesuffix("大臣"), found["field"])
        one = "|".join(sorted(map(re.escape, fields), key=len, reverse=True)) or "(?!)"
        offices = "|".join(_OFFICES)
        return cls(fields, re.compile(f"(?P<fields>(?:{one})(?:・(?:{one}))+)(?:担当)?(?P<office>{offices})(?![庁令])"))

    def find(self, text: str) -> Iterator[TermMatch]:
        """The offices and ministries of several fields in a text, as terms with their English."""
        for match in self.pattern.finditer(text) if "・" in text else ():
            *first, last = (self.fields[field] for field in match["fields"].split("・"))
            kind, form, others = _OFFICES[match["office"]]
            several = f"{', '.join(first)} and {last}"
            accepted = tuple(other.format(several) for other in others)
            term = Term(match[0], form.format(several), kind, accepted=accepted, origin="ministers of each field")
            yield TermMatch(Span(*match.span()), term, match[0])
