"""Words in Latin letters in a Japanese sentence stand as they are in the English: VPN, SecureGate, Exchange Server.

They are names. Of 837 in the pairs of the project that no glossary has, the English of 766 has them as they are
written, and nearly all others are the everyday words left out here; a model writes WPS for a VPN it does not know.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.matching import TermMatch

__all__ = ["find_latin"]

_NARROW = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFF01, 0xFF5F), 0x3000)}
"""Full-width letters, figures and signs, one for one."""
_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-龯]")
_WORD = "(?:[a-z]{1,2}(?=[A-Z]))?[A-Z][A-Za-z]*(?:[0-9]+[A-Za-z]+)*(?:[&'-][A-Za-z]+)*'?"
_NAME = re.compile(
    rf"(?<![A-Za-z0-9._/@:%#&=?-])(?<![a-z] ){_WORD}(?: (?:(?:of|the|and|for|&) ){{0,2}}{_WORD}){{0,7}}"
    "(?![A-Za-z_@%=&'-]| [a-z]|[./:][A-Za-z0-9])"
)
"""Figures behind a name are their own: ICBM1発 is one of them."""
_EVERYDAY = frozenset(
    {
        "AM", "CM", "COE", "FAX", "Fax", "GMT", "GW", "HP", "JST", "NO", "No", "NY", "OB", "OG", "OL", "PC", "PK", "PM",
        "PR", "SF", "TEL", "Tel", "UTC", "Ver", "Vol",
    }
)  # fmt: skip
"""Words of Japanese that English has another one for, and marks of times and numbers."""


def find_latin(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """The names in Latin letters of a text, as they are written, but for terms; none where it is all English."""
    terms = {match.span for match in matches}
    narrow = text.translate(_NARROW)
    for match in _NAME.finditer(narrow) if _JAPANESE.search(text) else ():
        span = Span(*match.span())
        if len(match[0]) > 1 and match[0] not in _EVERYDAY and span not in terms:
            yield Constraint.of(text, span, (match[0],), ConstraintKind.NAME, "as written")
