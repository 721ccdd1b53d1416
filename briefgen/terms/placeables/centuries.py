"""Centuries of the calendar (二十一世紀), and centuries as a length of time (１世紀にわたり, 四半世紀)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import ordinal, ordinal_word, spell
from briefgen.terms.placeables.common import Placeable, Scan, placed

__all__ = ["find_centuries"]

_KANJI = "〇一二三四五六七八九十百千万"
_CENTURY = re.compile(rf"(?<![0-9{_KANJI}])(?P<century>[0-9]{{1,2}}|[{_KANJI}]{{1,3}})世紀")
_LENGTH = re.compile(
    "以[上下]|未満|余り?|あまり|弱|強|半(?!ば)|間|ぶり|近[くい]|ほど|程度|もの|前(?!半)|に(?:わたり|わたる|わたっ|及[ぶびん])|を(?:超え|経)"
    "|の(?:歴史|時[間を]|歳月|長[いき]|伝統|歩み)|が(?:過ぎ|経)"
)
"""What follows centuries that are counted."""
_AN_ERA = re.compile("(?:紀元前?|西暦|紀元後|第|今|前|来)$")
_BEFORE_CHRIST = re.compile("紀元前第?$")
_QUARTER = re.compile("四半世紀")
_QUARTER_FORMS = ("a quarter of a century", "a quarter century", "quarter century", "quarter of a century",
                  "quarter-century", "25 years", "twenty-five years")  # fmt: skip


def find_centuries(scan: Scan) -> Iterator[Placeable]:
    """The centuries of the text, those of the calendar as dates."""
    for match in _QUARTER.finditer(scan.text):
        yield placed(scan, match.span(), _QUARTER_FORMS, ConstraintKind.DURATION)
    for match in _CENTURY.finditer(scan.text):
        number = int(parse_number(match["century"]) or 0)
        if not 0 < number < 100:
            continue
        if _LENGTH.match(scan.text, match.end()) and not _AN_ERA.search(scan.text, 0, match.start()):
            yield placed(scan, match.span(), _length_forms(number), ConstraintKind.DURATION)
        else:
            before = _BEFORE_CHRIST.search(scan.text, 0, match.start())
            eras = (" B.C.", " BC", " B.C.E.", " BCE") if before else ("",)
            forms = tuple(f"{nth} century{era}" for era in eras for nth in (ordinal(number), ordinal_word(number)))
            start = before.start() if before else match.start()
            yield Placeable.of(start, match.end(), (*(f"the {form}" for form in forms), *forms), ConstraintKind.DATE)


def _length_forms(number: int) -> tuple[str, ...]:
    noun = "century" if number == 1 else "centuries"
    articles = ("a century", "the century") if number == 1 else ()
    return (f"{spell(number)} {noun}", f"{number} {noun}", *articles, f"{number * 100} years")
