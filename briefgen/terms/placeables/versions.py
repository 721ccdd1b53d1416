"""Versions of programs and their bounds: バージョン８．４．７以前の８．４系, Ver.3.1およびそれ以降, 2.0から2.6.3まで.

So are bare numbers of three parts, 7.2.11以前, and half-years, 23H2以降.

以前, 以下 and 以降 take the version named with them, 未満 and より前 do not; a small model writes before for either.
The words are those of the advisories of JPCERT/CC and of their English, such as ``version 3.2.1 or earlier``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_versions"]

_NUMBER = r"[0-9]+(?:\.[0-9]+)*(?:\.[xX])?(?![0-9.])"
_HEAD = r"(?:バージョン|ヴァージョン|(?<![A-Za-z])(?:[Vv]er(?:sion)?\.? ?|[vV]\.?(?=[0-9])))"
_AND = "(?:(?:及び|および|と|、)?それ)?"
_BOUNDS = {
    f"{_AND}(?:以前|以下)": ("or earlier", "and earlier", "and older", "or older", "and below", "or below"),
    f"{_AND}(?:以降|以上|以後)": ("or later", "and later", "and newer", "or newer", "and above", "or above"),
    "未満|より(?: )?も?(?:前|古い)": ("before", "earlier than", "prior to", "older than", "below"),
    "より(?: )?も?(?:後|新しい)": ("after", "later than", "newer than"),
}
_BOUND = "|".join(f"(?P<b{n}>{words})" for n, words in enumerate(_BOUNDS))
_SERIES = rf"の(?:(?:バージョン|版)の)?(?P<series>{_NUMBER})系(?![統列])"
_OF_VERSIONS = "(?:の(?:バージョン|版)(?![の数]))?"
_BOUNDED = re.compile(
    rf"(?:{_HEAD}(?P<one>{_NUMBER})"
    rf"|(?<![0-9.第度率約])(?P<bare>{_NUMBER})(?=[^、。]{{2,6}}の(?:全ての|すべての)?(?:バージョン|版))"
    r"|(?<![0-9A-Za-z./:_\\\-第度率約])(?!(?:19|20)[0-9]{2}\.)"
    r"(?P<dotted>[0-9]+(?:\.[0-9]+){2,}|(?:[A-Z][A-Za-z]+ (?:[0-9]+ )?)?[0-9]{2}H[12])(?![0-9A-Za-z]))"
    rf" ?(?:{_BOUND})(?!から)(?:{_SERIES}|{_OF_VERSIONS})"
)
_RANGE = re.compile(
    rf"{_HEAD}(?P<one>{_NUMBER})(?:から|[~～-]){_HEAD}?(?P<other>{_NUMBER})(?:まで)?{_OF_VERSIONS}(?![にへ]更新|へ|に(?:更|移|切|変|上|改|アップ))"
)
_DOTTED = r"[0-9]+(?:\.[0-9]+){2,}(?![0-9A-Za-z.])"
_BARE_RANGE = re.compile(rf"(?<![0-9A-Za-z./:_@-])(?P<one>{_DOTTED})(?:から|~)(?P<other>{_DOTTED})(?:まで)?(?![にへ])")
_ANY_HEAD = re.compile(_HEAD)
_ALONE = re.compile(rf"(?<![0-9.第]){_NUMBER}系(?![統列])")


def find_versions(scan: Scan) -> Iterator[Placeable]:
    """The versions of the text that are bounded, and series where the text speaks of versions."""
    for match in _BOUNDED.finditer(scan.text):
        yield Placeable.of(*match.span(), _bounded_forms(match), ConstraintKind.REFERENCE)
    for pattern, heads in ((_RANGE, ("versions ", "version ", "")), (_BARE_RANGE, ("", "versions ", "version "))):
        for match in pattern.finditer(scan.text):
            one, other = match["one"], match["other"]
            spans = [f"{one} {word} {other}" for word in ("to", "through", "up to")] + [f"from {one} to {other}"]
            spans.append(f"{one}-{other}")
            forms = (f"{head}{span}" for head in heads for span in spans)
            yield Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE)
    for match in _ALONE.finditer(scan.text) if _ANY_HEAD.search(scan.text) else ():
        number = match[0].removesuffix("系")
        yield Placeable.of(*match.span(), (f"{number} series", f"{number}.x"), ConstraintKind.REFERENCE)


def _bounded_forms(match: re.Match[str]) -> Iterator[str]:
    """``version 8.4.7 or earlier of the 8.4 series``, and other words for the same bound."""
    number = match["one"] or match["bare"] or match["dotted"]
    bounds = next(forms for n, forms in enumerate(_BOUNDS.values()) if match[f"b{n}"])
    series = f" of the {match['series']} series" if match["series"] else ""
    is_behind = bounds[0].startswith("or")
    if match["dotted"] and is_behind:
        yield f"{number} {bounds[1]}{series}"
    heads = ("version ", "versions ") if is_behind else ("versions ", "version ")
    for head in (*heads, "") if match["dotted"] else heads:
        for bound in bounds:
            yield f"{head}{number} {bound}{series}" if is_behind else f"{head}{bound} {number}{series}"
