"""Numbers without a unit, percentages, fractions, multiples, ratios, and figures that are no amounts: 3次元, 1佐."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.numerals import ARABIC, KANJI_DECIMAL, NUMBER, parse_fraction, parse_number
from briefgen.model.segment import ConstraintKind, Strength
from briefgen.terms.english import group_digits, in_words, number_forms, ordinal_word, spell
from briefgen.terms.placeables.common import Placeable, Scan, about_forms, is_scaled, placed

__all__ = ["MIXED", "OF_RATIOS", "find_numbers", "percentage"]

MIXED = rf"{ARABIC}[十百千]?(?:[万億兆](?:{ARABIC}[十百千]?)?)*"
"""Pattern of a number that begins in Arabic figures: 82万5千."""
_BARE = re.compile(rf"(?P<number>{MIXED})(?:(?<=[万億兆])|(?![A-Za-z]))(?![0-9十百千万億兆]|[.,][0-9])")
_NAMED_YEAR = re.compile(
    r"(?<![約計数全均])(?:19|20)[0-9]{2}(?![0-9,.ァ-ヺー一-龯]|つ)|(?<=[「『])[0-9]{4}(?=[」』])"
    r"|[0-9]{4}(?=委員会)|(?<=[A-Za-z] )[0-9]{4,}(?![0-9,.])|(?<=決議)[0-9]{3,4}(?![0-9,.])"
)
"""The year of an exercise or a paper, 防衛白書２０２３, and other names: 「１２３４」, JIS Z 8301, 決議２７９７."""
_PERCENT = re.compile(rf"(?P<number>{KANJI_DECIMAL}|{NUMBER})(?:(?:%|パーセント)(?!ポイント)|プロセント)")
_FRACTION = re.compile(rf"(?P<fraction>{NUMBER}分の{NUMBER})(?!回(?![答収復転])|便)")
_TIMES = re.compile(rf"(?P<number>{KANJI_DECIMAL}|{NUMBER})倍(?!率)")
_LEADING_ZERO = re.compile(r"(?<![0-9A-Za-z.,:-])(?P<number>0[0-9]+)(?![0-9A-Za-z.,:-])")
_EACH_ONE = re.compile(r"(?<![0-9.,第])1(?=[一-龯ァ-ヺー]{1,4}(?:当たり|あたり|につき)|日も早)")
_RANK = re.compile(r"(?<![0-9])[1-3一二三]等?[陸海空]?[佐尉曹士](?![渡気])")
_DIMENSIONS = re.compile(r"(?<![0-9第一二三四五六七八九十])(?P<number>[2-4二三四])次元")
_PILLARS = re.compile(r"(?<![0-9第一二三四五六七八九十])(?P<number>[2-9二三四五六七八九])(?:本柱|つの柱)")
_SLASHED = re.compile(
    r"(?<![0-9/A-Za-z.])(?P<above>[0-9]{1,2})/(?P<below>[0-9]{1,3}(?:,[0-9]{3})*)(?![0-9/(A-Za-z.月])"
)
_DENOMINATORS = {2: "half", 4: "quarter"}
_ROW = re.compile(
    r"(?<![0-9一二三四五六七八九十百第])(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})の"
    "(?P<noun>項(?!目)|表(?![現情彰明題紙示裏舞])|欄|部(?![隊屋品分下局署門]))"
)
_PARTS_OF_TABLES = {"項": "row", "欄": "column", "表": "table", "部": "part"}
"""The number of a row or part of a table: 別表第二の三の項."""
_ADDED = re.compile(
    rf"(?<![第各])(?P<number>{NUMBER})(?P<unit>[条項号章節款目表])(?=を(?:加え|追加|削|起こ|設け|新設|挿入|繰り))"
)
"""How many articles a law is given or loses: 次に一号を加える."""
_PROVISIONS = {"条": "article", "項": "paragraph", "号": "item", "章": "chapter"}
_OF_A_YEAR = re.compile(r"(?:(?<=[ァ-ヺー])|(?<=\())(?:19|20)[0-9]{2}(?=[はがをにのともで、。)」]|$)")
"""The year in the name of an exercise, or in brackets: リムパック2024."""
_EXERCISE_ROUND = re.compile("(?<=[ァ-ヺー])[0-9]{2}-[0-9]{1,2}(?=[はがをにのともで、。)」]|$)")

_RATIO = re.compile(
    r"(?<![0-9A-Za-z:.,→-])(?:[0-9]{1,3}:[0-9]|[0-9]:[0-9]{3}|(?:[3-9][0-9]|[0-9]{3}):[0-9]{2,3}|(?:1:99|2:98|5:95|10:90|15:85|20:80|25:75))"
    "(?![0-9:.,→A-Za-z%ァ-ヺー]|(?![比割程])[一-龯])"
)
"""A ratio, which can be no time of day: 50:50, 7:3, 16:9."""
_ANY_RATIO = re.compile("(?<![0-9A-Za-z:.,→-])[0-9]{1,4}(?:\\.[0-9]+)?:[0-9]{1,4}(?:\\.[0-9]+)?(?![0-9:.,→A-Za-z%])")
OF_RATIOS = re.compile("比率|混合比|混合割合|希釈|縮尺|倍率|割合[はがを:]|(?<![対相類])比[はがを:]")
"""What a text speaks of whose figures with a colon are ratios, whatever they are: 比率は1:30."""
_VERSUS = re.compile(
    r"(?<![0-9.,第〇一二三四五六七八九十百千])(?P<one>[0-9]{1,3}|[一二三四五六七八九])対(?P<other>[0-9]{1,3}|[一二三四五六七八九])"
    r"(?![0-9.,〇一二三四五六七八九十百千]|[かカヶケヵ箇]国|[%国人名])"
)
"""Shares, votes and scores: ３対１; １対１ of people who meet is one-on-one."""
_BASE_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?P<fiscal>度)?(?:平均)?=(?P<level>100?(?:\.0)?)(?![0-9.])")
"""The year with which an index begins: 2020年=100."""

_DOTTED = re.compile(
    r"(?<![0-9・.,第問注図表式紙添料番])(?P<first>[0-9]{1,2})・(?P<second>[0-9]{1,2})(?![0-9・])(?=[がはをにのとでも、。)]|だ|$)"
)
"""Two figures with a middle dot and without a unit: a decimal (１・２０), or a list (３・４)."""


def find_numbers(scan: Scan) -> Iterator[Placeable]:
    """Percentages, fractions, and the numbers that stand without any unit or counter."""
    yield from _find_percentages(scan)
    yield from _find_fractions(scan)
    yield from _find_labels(scan)
    yield from _find_parts(scan)
    yield from _find_ratios(scan)
    for match in _DOTTED.finditer(scan.text):
        if int(match["second"]) != int(match["first"]) + 1:
            yield Placeable(match.start(), match.start(), "", ConstraintKind.NUMBER, finding=_which_dot(match[0]))
    for pattern in (_OF_A_YEAR, _EXERCISE_ROUND):
        for match in pattern.finditer(scan.text):
            yield Placeable.of(*match.span(), (match[0],), ConstraintKind.NUMBER)
    for match in scan.at_numbers(_BARE):
        value = parse_number(match["number"])
        if value is not None:
            start, forms = about_forms(scan, match.start(), number_forms(value, scaled=is_scaled(match["number"])))
            if _NAMED_YEAR.match(scan.text, match.start()):
                forms = (match[0], *forms)
            yield Placeable.of(start, match.end(), forms, ConstraintKind.NUMBER)


def _which_dot(source: str) -> Finding:
    message = f"{source} may be a decimal or two numbers; the paper names no unit."
    return Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the figure in the original.")


def _find_ratios(scan: Scan) -> Iterator[Placeable]:
    """Ratios (50:50, ３対１), and the base of an index (2020年=100)."""
    pattern = _ANY_RATIO if OF_RATIOS.search(scan.text) else _RATIO
    for match in pattern.finditer(scan.text):
        one, other = match[0].split(":")
        forms = [match[0], *(f"{one}{link}{other}" for link in (" to ", "-", "/"))]
        yield Placeable.of(*match.span(), forms, ConstraintKind.NUMBER)
    for match in _VERSUS.finditer(scan.text):
        left, right = (parse_number(match[side]) or Decimal(0) for side in ("one", "other"))
        forms = ["one-on-one", "one-to-one"] if left == right == 1 else []
        forms += [f"{left}{link}{right}" for link in (" to ", "-", "-to-")] + [f"{in_words(left)} to {in_words(right)}"]
        yield Placeable.of(*match.span(), forms, ConstraintKind.NUMBER)
    for match in _BASE_YEAR.finditer(scan.text):
        year = "FY" * bool(match["fiscal"]) + match["year"]
        forms = [f"{year}{link}{match['level']}" for link in (" = ", "=")]
        yield Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE)


def _find_percentages(scan: Scan) -> Iterator[Placeable]:
    for match in scan.at_numbers(_PERCENT):
        value = parse_number(match["number"])
        if value is not None:
            yield percentage(match, value, scan)


def percentage(match: re.Match[str], value: Decimal, scan: Scan) -> Placeable:
    """The share that a match writes, `value` in percent."""
    preferred, other = ("per cent", "percent") if scan.style.spelling == "uk" else ("percent", "per cent")
    amounts = number_forms(value)
    forms = [f"{amount} {word}" for word in (preferred, other) for amount in amounts]
    forms += [f"{amounts[0]}%", f"{amounts[0]} %"]
    return placed(scan, match.span(), forms, ConstraintKind.PERCENT)


def _find_fractions(scan: Scan) -> Iterator[Placeable]:
    for match in scan.at_numbers(_FRACTION):
        if parse_fraction(match["fraction"]) is None:
            continue
        below, above = (parse_number(text) or Decimal(0) for text in match["fraction"].split("分の"))
        yield placed(scan, match.span(), _fraction_forms(above, below), ConstraintKind.NUMBER)
    for match in _SLASHED.finditer(scan.text):
        forms = (match[0], *_fraction_forms(Decimal(match["above"]), Decimal(match["below"].replace(",", ""))))
        yield Placeable.of(*match.span(), forms, ConstraintKind.NUMBER)
    for match in scan.at_numbers(_TIMES):
        value = parse_number(match["number"])
        if value is not None:
            yield placed(scan, match.span(), _multiple_forms(value), ConstraintKind.QUANTITY)


def _fraction_forms(numerator: Decimal, denominator: Decimal) -> tuple[str, ...]:
    """``two-thirds``, beyond twenty ``3/100``, with decimals ``1/1.5``."""
    above, below = int(numerator), int(denominator)
    figures, plain = f"{group_digits(numerator)}/{group_digits(denominator)}", f"{numerator:f}/{denominator:f}"
    is_whole = above == numerator and below == denominator
    if not (is_whole and 1 <= above <= 20 and 2 <= below <= 20):
        return (figures, plain)
    name = _DENOMINATORS.get(below, ordinal_word(below))
    names = name if above == 1 else "halves" if name == "half" else f"{name}s"
    forms = [f"{spell(above)}-{names}", f"{spell(above)} {names}", figures]
    if below == 4:
        forms.append(f"{spell(above)} fourth{'' if above == 1 else 's'}")
    if above == 1:
        forms += [f"{'an' if below == 8 else 'a'} {name}"] + (["half"] if below == 2 else [])
    return tuple(forms)


def _multiple_forms(value: Decimal) -> tuple[str, ...]:
    amounts = number_forms(value)
    times = "time" if value == 1 else "times"
    forms = [f"{amount} {times}" for amount in amounts] + [f"{amount}-fold" for amount in amounts]
    forms += [f"{amounts[0]}x", f"{amounts[-1]}fold"]
    names = {2: ("double", "doubled", "doubling", "twice", "twofold"), 3: ("triple", "tripled"), 4: ("quadruple",)}
    return (*forms, *names.get(int(value) if value == int(value) else 0, ()))


def _find_labels(scan: Scan) -> Iterator[Placeable]:
    """Figures that are no amounts: 20代, 3次元, 三本柱, a zero before them, ranks (1佐) and one of each (1部につき)."""
    for match in _DIMENSIONS.finditer(scan.text):
        number = int(parse_number(match["number"]) or 0)
        forms = [f"{spell(number)}-dimensional", f"{number}-dimensional", f"{number}D", f"{number}-D"]
        yield replace(Placeable.of(*match.span(), forms, ConstraintKind.NUMBER), strength=Strength.SHOULD)
    for match in _PILLARS.finditer(scan.text):
        number = int(parse_number(match["number"]) or 0)
        forms = [
            f"{count} {noun}"
            for noun in ("pillars", "main pillars", "key pillars")
            for count in (spell(number), number)
        ]
        yield Placeable.of(*match.span(), [*forms, f"{spell(number)}-pillar"], ConstraintKind.QUANTITY)
    for match in _LEADING_ZERO.finditer(scan.text):
        yield Placeable.of(*match.span(), (match["number"],), ConstraintKind.NUMBER)
    for pattern in (_RANK, _EACH_ONE):
        for match in pattern.finditer(scan.text):
            yield Placeable(*match.span(), "", ConstraintKind.NUMBER)


def _find_parts(scan: Scan) -> Iterator[Placeable]:
    """Rows of tables (三の項), and articles that a law is given or loses (一条を加える)."""
    for match in _ROW.finditer(scan.text):
        if value := parse_number(match["number"]):
            noun = _PARTS_OF_TABLES[match["noun"]]
            forms = [f"{one} {value}" for one in (noun, noun.title(), f"the {noun}", "item", "Item")]
            yield Placeable.of(*match.span(), forms, ConstraintKind.REFERENCE)
    for match in _ADDED.finditer(scan.text):
        value = parse_number(match["number"])
        noun = _PROVISIONS.get(match["unit"], "")
        if value and noun:
            yield Placeable.of(*match.span(), _added_forms(value, noun), ConstraintKind.NUMBER)
        elif value:
            articles = ("a", "an") if value == 1 else ()
            yield Placeable.of(*match.span("number"), (*number_forms(value), *articles), ConstraintKind.NUMBER)


def _added_forms(value: Decimal, noun: str) -> Iterator[str]:
    """``one article`` for 一条; the figure alone would be the number of an article."""
    counts = (spell(int(value)), *number_forms(value))
    counts += ("an" if noun[0] in "ai" else "a", "a", "the", "the following") if value == 1 else ()
    for word in ("", "new ", "additional ", "further ", "more ", "following "):
        yield from (f"{count} {word}{noun}{'s' * (value != 1)}" for count in counts)
