"""Numbers that are not said in full: ５、６名, ２、３万人, 二、三十人, 二十五、六歳, of which one is meant; １万数千人.

The second is the next one after the first, and what stands before the first or behind the second belongs to both. So
each is read as if it stood there alone, 二十五歳 and 二十六歳, and the two readings are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.folding import Folded
from briefgen.japanese.numerals import ARABIC, NUMBER, parse_number
from briefgen.model.segment import AMOUNTS, ConstraintKind
from briefgen.terms.english import number_forms, spell
from briefgen.terms.placeables.common import ABOUT, Placeable, Scan, is_scaled
from briefgen.terms.placeables.counters import find_counted
from briefgen.terms.placeables.measures import find_measures
from briefgen.terms.placeables.money import find_money
from briefgen.terms.placeables.numbers import find_numbers
from briefgen.terms.placeables.periods import find_periods
from briefgen.terms.placeables.tenths import find_tenths

__all__ = ["find_odd", "find_pairs"]

_SCALE = "[十百千]?[万億兆]?)"
_KANJI = "[一二三四五六七八九十百千]{1,7}"
_NOT_MORE = "(?![0-9〇一二三四五六七八九十百千万億兆]|[.,・、][0-9〇一二三四五六七八九]|日(?!間)|年(?!間)|月|号|条|項)"
_PAIRS = (
    re.compile(
        rf"(?<![0-9A-Za-z.,:/・、~第数億兆-])(?P<prefix>(?:{ARABIC}[兆億])*[0-9]{{0,3}})(?P<low>[1-8])、(?P<high>[2-9])(?P<scale>0?{_SCALE}{_NOT_MORE}"
    ),
    re.compile(
        rf"(?<![〇一二三四五六七八九十百千万億兆・、~第数])(?P<prefix>(?:{_KANJI}[兆億])*(?:[二三四五六七八九]?[千百十])*)(?P<low>[一二三四五六七八])、"
        rf"(?P<high>[二三四五六七八九])(?P<scale>{_SCALE}{_NOT_MORE}"
    ),
    re.compile(
        rf"(?<![0-9A-Za-z.,:/・、~第数〇一二三四五六七八九十百千万億兆-])(?P<prefix>(?:(?:{ARABIC}|{_KANJI})[兆億])*(?:{ARABIC}|{_KANJI})万)"
        rf"(?P<low>[1-8一二三四五六七八])、(?P<high>[2-9二三四五六七八九])(?P<scale>[千百]){_NOT_MORE}"
    ),
)
_TENS = re.compile(
    r"(?<![0-9A-Za-z.,:/・、~第数億兆-])(?P<prefix>)(?P<low>[1-9]{1,2}0)、(?P<high>[1-9]{1,2}0)(?P<scale>)"
    r"(?=(?P<is_about>[^0-9、。]{1,3}?(?:規模|ほど|程度|くらい|ぐらい|前後|近く))|[^0-9、。])"
)
"""20、30人ほど; without such a word they may be a list, and the reader is told."""
_IN_THOUSANDS = re.compile(
    r"(?<![0-9A-Za-z.,:/・、~第図表問注数〇一二三四五六七八九十百千万億兆-])[1-9][0-9]{0,2}(?:、[0-9]{3})+(?![0-9]|[.,・、][0-9])"
)
"""２、５００人, which is 2,500 people, or two and five hundred; without anything that is counted it is a list."""
_TOUCHING = re.compile(
    rf"(?<![0-9A-Za-z.,:/・、~第数億兆-])(?P<prefix>)(?P<low>{ARABIC}[百千]?[万億兆]?)(?P<unit>(?:[^\W\d_〇一二三四五六七八九十百千万億兆年月日時ぁ-ゖ]|[かつ%]){{1,4}})"
    r"(?P<high>[0-9][0-9.,]*[百千]?[万億兆]?)(?P<scale>)(?=(?P=unit)(?![0-9]))"
)
"""２０名３０名: two amounts of one unit with nothing between them, one of them or both."""
_LISTED = re.compile("それぞれ|おのおの|各々|各[一-龯]|ずつ|順に|別に")
_FEW = re.compile(
    "(?:^|(?<=[、。はにもがで]))(?P<low>[1-4一二三四])、(?P<high>[2-5二三四五])(?=質問|お(?:尋|聞|伺|願)|伺|指摘|確認|申し上げ|の(?:質問|例|指摘|課題))"
)
"""A few of what is said, without a counter: 二、三質問がある."""
_ODD = re.compile(rf"(?<!第)(?P<number>{NUMBER})数(?P<scale>[十百千]?(?P<large>[万億兆]?))(?<!数)(?![万億兆十百千])")
_MORE_THAN = ("more than", "over", "upwards of", "in excess of", "some")
_FAMILIES = (find_periods, find_measures, find_counted, find_money, find_numbers, find_tenths)
_FORMS = 10


def find_pairs(scan: Scan) -> Iterator[Placeable]:
    """The pairs before a unit or counter that another family reads; any other may be a list.

    7、800人 and 2、500人 are left unread and reported: 7,800 with the comma of a vertical text, or two amounts.
    """
    for match in _IN_THOUSANDS.finditer(scan.text):
        if number := _alone(match, match[0].replace("、", ","), scan):
            yield _unsure(number, scan)
    yield from filter(None, map(_few, _FEW.finditer(scan.text)))
    for pattern in _PAIRS:
        for match in pattern.finditer(scan.text):
            low, high = (parse_number(match[place]) for place in ("low", "high"))
            if low is not None and high == low + 1 and (pair := _pair(match, scan)):
                yield pair
    yield from filter(None, (_touching(match, scan) for match in _TOUCHING.finditer(scan.text)))
    for match in _TENS.finditer(scan.text):
        if int(match["high"]) == int(match["low"]) + 10 and (pair := _pair(match, scan)):
            if match["is_about"]:
                yield pair
            elif not _LISTED.search(scan.text):
                yield replace(pair, finding=_maybe_list(scan.text[pair.start : pair.end], pair.english))


def _touching(match: re.Match[str], scan: Scan) -> Placeable | None:
    """``20 or 30 people`` for ２０名３０名, and told; unread where they do not rise, as １名１名 is each of them."""
    low, high = (parse_number(match[place]) for place in ("low", "high"))
    if not low or not high or not scan.folded.touches(match.start("high")) or not (pair := _pair(match, scan)):
        return None
    finding = _maybe_list(scan.text[pair.start : pair.end], pair.english)
    if low < high:
        return replace(pair, accepted=(*pair.accepted, pair.english.replace(" or ", " and ")), finding=finding)
    return replace(pair, english="", finding=None if low == high == 1 else _unsure(pair, scan).finding)


def _maybe_list(source: str, english: str) -> Finding:
    message = f"{source} was read as {english}; it may be a list of two."
    return Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the figure in the original.")


def _few(match: re.Match[str]) -> Placeable | None:
    low, high = (parse_number(match[place]) for place in ("low", "high"))
    if low is None or high != low + 1:
        return None
    pairs = [(spell(int(low)), spell(int(high))), (low, high)]
    forms = [f"{one} {link} {other}" for link in ("or", "to") for one, other in pairs]
    return Placeable.of(*match.span(), [*forms, "a couple of", "a few"], ConstraintKind.NUMBER)


def _unsure(read: Placeable, scan: Scan) -> Placeable:
    source = scan.text[read.start : read.end]
    message = f"{source} may be one amount or several, and was not read."
    finding = Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the figure in the original.")
    return Placeable(read.start, read.end, "", read.kind, finding=finding)


def find_odd(scan: Scan) -> Iterator[Placeable]:
    """Numbers whose smaller part is not said: １万数千人, １０億数千万円 (more than 1 billion yen)."""
    for match in scan.at_numbers(_ODD):
        number, large = match["number"], match["large"]
        if not is_scaled(number):
            number += large  # the scale is that of the number, too: ２千数百万
        elif large and parse_number(f"{number}1{large}") is None and (whole := parse_number(number)):
            number = f"{whole:f}{large}"  # so it is in 2万数千億
        elif parse_number(f"{number}1{large}") is None:
            continue
        value = parse_number(number)
        if value and not is_scaled(number):
            number = f"{value:f}"
        alone = _alone(match, number, scan) if value else None
        if alone:
            known = [form.removeprefix(f"{ABOUT[0]} ") for form in (alone.english, *alone.accepted)]
            forms = [f"{word} {form}" for form in known for word in _MORE_THAN]
            yield Placeable.of(alone.start, alone.end, forms, alone.kind)


def _pair(match: re.Match[str], scan: Scan) -> Placeable | None:
    texts = [match["prefix"] + match[place] + match["scale"] for place in ("low", "high")]
    value = parse_number(texts[0])
    low, high = (_alone(match, text, scan) for text in texts)
    if value is None or not low or not high or (low.kind, low.end) != (high.kind, high.end):
        return None
    amounts = number_forms(value, scaled=is_scaled(texts[0]))
    abouts = [word for word in ABOUT if f"{low.english} ".startswith(f"{word} {amounts[0]} ")]
    if not abouts and not f"{low.english} ".startswith(f"{amounts[0]} "):
        amounts = (low.english, *low.accepted)
    rights = [form.removeprefix(f"{ABOUT[0]} ") for form in (high.english, *high.accepted)]
    lefts = [f"{word} {amount}" for amount in amounts for word in ABOUT] if abouts else list(amounts)
    lefts += (low.english, *low.accepted)
    pairs = [(left, right) for left in lefts[:_FORMS] for right in dict.fromkeys(rights[:_FORMS])]
    forms = [f"{left}{link}{right}" for link in (" or ", " to ", "-") for left, right in pairs]
    return Placeable.of(low.start, low.end, forms, low.kind)


def _alone(match: re.Match[str], number: str, scan: Scan) -> Placeable | None:
    """How the number would be read in the place of the pair, with its place in the text as it is."""
    text, starts, ends = scan.text, scan.folded.starts, scan.folded.ends
    start, end = match.span()
    folded = Folded(
        text[:start] + number + text[end:],
        (*starts[:start], *[starts[start]] * len(number), *starts[end:]),
        (*ends[:start], *[ends[end - 1]] * len(number), *ends[end:]),
    )
    begins = (start, start - text.endswith("約", 0, start))
    read = [
        one
        for family in _FAMILIES
        for one in family(replace(scan, folded=folded))
        if one.start in begins and one.english and one.kind in AMOUNTS
        if one.kind is not ConstraintKind.NUMBER or family is find_counted or (is_scaled(number) and "分の" not in text)
    ]
    longest = max(read, key=lambda one: one.end - one.start, default=None)
    return longest and replace(longest, end=longest.end - len(number) + (end - start))
