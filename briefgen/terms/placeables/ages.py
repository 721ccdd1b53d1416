"""Ages: decades of a life (20代後半, ３０～４０代), who is in one, and bounds (18歳以上); men and women (男５名)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.numerals import ARABIC, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import number_forms, spell
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_ages", "find_sexes"]

_NUMBER = ConstraintKind.NUMBER

_DECADE_OF_LIFE = re.compile(
    r"(?<![0-9.,第一二三四五六七八九十])(?P<decade>[1-9]0|[二三四五六七八九]?十)[歳才]?代(?!目|表|理)(?:の?(?P<part>前半|半ば|後半))?"
)
_DECADES_OF_LIFE = re.compile(
    r"(?<![0-9.,第])(?P<low>[1-8]0)(?:[歳才]?代(?:の?(?P<lowpart>前半|半ば|後半))?(?P<range>~|-|から)|(?P<link>[~、・-]))"
    r"(?P<decade>[2-9]0)[歳才]?代(?!目|表|理)(?:の?(?P<part>前半|半ば|後半))?(?:まで)?"
)
_PERSON_OF_DECADE = re.compile(
    rf"(?<!代)(?<![代0][、・~とや-])(?<!から)(?<!及び){_DECADE_OF_LIFE.pattern}の?(?P<sex>男性|女性|[男女](?![一-龯]))(?![一-龯ァ-ヺー])"
    "(?P<several>ら|たち|約?(?:[2-9二三四五六七八九十]|[1一][0-9十百千])|の(?:割合|比率|[0-9一二三四五六七八九]人に|うち|間)|が多|に多|では)?"
)
_SEXES = {"男": ("man", "men", "male", "his"), "女": ("woman", "women", "female", "her")}
_OF_A_SEX = re.compile(
    rf"(?:(?<![一-龯ァ-ヺー])|(?<=[名人計])|(?<=[0-9]))(?<!雌雄)(?P<sex>[男女])(?P<number>{ARABIC})[名人]?"
    "(?=[、。,)・及と]|[男女][0-9]|の(?:計|合計)|である|だった|で[、。す]|が|$)"
)
_TEENS = 10
_BOUND = re.compile("以[上下]")
_BOUNDS = {
    "以上": ("or older", "or over", "and over", "and older", "or above"),
    "以下": ("or younger", "or under", "and under"),
}
_PARTS_OF_LIFE = {"": ("",), "前半": ("early ",), "半ば": ("mid-", "mid "), "後半": ("late ",)}
_YEARS_OF_AGE = "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,5})"
_AGE = re.compile(rf"(?P<number>{_YEARS_OF_AGE})[歳才](?P<bound>以上|以下|未満|超(?=[のがをはにもで、。)]|$))")
_AGES = re.compile(
    rf"(?P<low>{_YEARS_OF_AGE})[歳才]以上(?:、|で|かつ)*(?P<high>{_YEARS_OF_AGE})[歳才](?P<bound>未満|以下)"
)


def find_ages(scan: Scan) -> Iterator[Placeable]:
    """Decades of a life, those who are in one, and ages with their bounds."""
    for match in _DECADE_OF_LIFE.finditer(scan.text):
        bound = _BOUND.match(scan.text, match.end())
        forms = _decade_forms(match["decade"], match["part"])
        bounded = [f"{form} {word}" for form in forms for word in _BOUNDS.get(bound[0] if bound else "", ())]
        yield Placeable.of(match.start(), bound.end() if bound and bounded else match.end(), bounded or forms, _NUMBER)
    for match in _DECADES_OF_LIFE.finditer(scan.text):
        if match["low"] < match["decade"]:
            yield Placeable.of(*match.span(), _decades_forms(match), _NUMBER)
    for match in _PERSON_OF_DECADE.finditer(scan.text):
        yield Placeable.of(match.start(), match.end("sex"), _person_forms(match), _NUMBER)
    for match in scan.at_numbers(_AGE):
        if age := parse_number(match["number"]):
            yield Placeable.of(*match.span(), _age_forms(f"{age}", match["bound"]), ConstraintKind.QUANTITY)
    for match in scan.at_numbers(_AGES):
        low, high = parse_number(match["low"]), parse_number(match["high"])
        lows = [f"{low} {word}" for word in ("or older", "or over", "and over")]
        highs = list(_age_forms(f"{high}", match["bound"]))
        forms = [f"{low} {link} {high}" for high in highs for low in lows for link in ("and", "but")]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)


def find_sexes(scan: Scan) -> Iterator[Placeable]:
    """``5 men`` for 男５名; the noun goes with its figure, so that the two cannot change places: 男５名女２名."""
    for match in _OF_A_SEX.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            one, more, adjective, _ = _SEXES[match["sex"]]
            nouns, amounts = (one, adjective) if value == 1 else (more, f"{adjective}s"), number_forms(value)
            forms = [f"{amount} {noun}" for noun in nouns for amount in amounts]
            forms += [f"{noun}{link}{amount}" for noun in nouns for link in (": ", " ") for amount in amounts]
            yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)


def _decade_forms(written: str, part: str | None) -> list[str]:
    """``20s``, ``early twenties``."""
    decade = int(parse_number(written) or 0)
    words = "teens" if decade == _TEENS else spell(decade).removesuffix("y") + "ies"
    names = (words, f"{decade}s") if decade == _TEENS else (f"{decade}s", words)
    return [f"{one}{name}" for one in _PARTS_OF_LIFE[part or ""] for name in names]


def _decades_forms(match: re.Match[str]) -> Iterator[str]:
    """``20s to 30s`` for 20代から30代 and 20～30代, ``20s and 30s`` for 20、30代."""
    is_list = match["link"] in ("、", "・")
    for link in (" and ", " or ", " to ") if is_list else (" to ", " through ", "-", " or ", " and "):
        for low in _decade_forms(match["low"], match["lowpart"]):
            yield from (f"{low}{link}{high}" for high in _decade_forms(match["decade"], match["part"]))


def _person_forms(match: re.Match[str]) -> list[str]:
    """``man in his 20s`` for 20代の男性, ``women in their 20s`` where more than one is meant."""
    one, more, adjective, his = _SEXES[match["sex"][0]]
    names = _decade_forms(match["decade"], match["part"])
    single = [f"{noun} in {his} {name}" for noun in (one, adjective) for name in names]
    several = [
        f"{noun} in {whose} {name}" for noun in (more, f"{adjective}s") for whose in ("their", "the") for name in names
    ]
    if match["several"]:
        return [*several, *single]
    is_counted = match.string[match.end() :][:1].isdigit()
    return [*([] if is_counted else [f"a {single[0]}"]), *single, *several]


def _age_forms(number: str, bound: str) -> Iterator[str]:
    """18歳以上 as ``18 years of age or older``."""
    years = "year" if number == "1" else "years"
    for word in _BOUNDS.get(bound, ()):
        for noun in (f" {years} of age", f" {years} old", f" {years}", ""):
            yield f"{number}{noun} {word}"
    befores = {"未満": ("under", "younger than"), "超": ("over", "older than", "more than")}
    for noun in (f" {years} of age", ""):
        yield from (f"{word} {number}{noun}" for word in befores.get(bound, ()))
