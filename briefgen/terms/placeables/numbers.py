"""Numbers without a unit, money, percentages, fractions, multiples and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import ARABIC, NUMBER, parse_fraction, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import group_digits, number_forms, ordinal, ordinal_word, spell
from briefgen.terms.placeables.common import Placeable, Scan, about_forms

__all__ = ["BEFORE_NUMBER", "find_numbers"]

BEFORE_NUMBER = r"(?<![0-9A-Za-z〇一二三四五六七八九十百千万億兆])(?<![0-9][.,])(?<![A-Za-z]-)"
"""Look-behind: a number does not begin inside a number or inside a name such as F-35."""

_MIXED = rf"{ARABIC}[十百千]?(?:[万億兆](?:{ARABIC}[十百千]?)?)*"
_BARE = re.compile(rf"{BEFORE_NUMBER}(?P<number>{_MIXED})(?![0-9A-Za-z]|[.,][0-9])")
_CURRENCIES = {
    "円": ("yen", "¥", "JPY"), "米ドル": ("U.S. dollars", "US$", "USD"), "ドル": ("dollars", "$", "USD"),
    "豪ドル": ("Australian dollars", "A$", "AUD"), "ユーロ": ("euros", "€", "EUR"),
    "英ポンド": ("pounds", "£", "GBP"), "ウォン": ("won", "₩", "KRW"), "人民元": ("yuan", "¥", "CNY"),
    "ルーブル": ("rubles", "₽", "RUB"), "スイスフラン": ("Swiss francs", "CHF", "CHF"),
}  # fmt: skip
_MONEY = re.compile(rf"{BEFORE_NUMBER}(?P<number>{NUMBER})(?P<unit>{'|'.join(_CURRENCIES)})(?!高|安|滑|形|卓|筒|陣|熟)")
_SIGNED_MONEY = re.compile(rf"(?P<sign>[¥$€£])(?P<number>{ARABIC})")
_PERCENT = re.compile(rf"{BEFORE_NUMBER}(?P<number>{NUMBER})(?:%|パーセント(?!ポイント)|プロセント)")
_TENTHS = re.compile(rf"{BEFORE_NUMBER}(?P<tenths>{NUMBER})割(?:(?P<hundredths>{NUMBER})分)?(?![合りれ引当高安譲腹烹])")
_FRACTION = re.compile(rf"{BEFORE_NUMBER}(?P<fraction>{NUMBER}分の{NUMBER})")
_TIMES = re.compile(rf"{BEFORE_NUMBER}(?P<number>{NUMBER})倍(?!率)")
_NO_ORDINAL = "[0-9.,条項号章節編款図表類種案版弾]|部(?![隊門会])|回線"
_KANJI_ORDINAL_OF = (
    "[回次期世代位]|師団|旅団|連隊|大隊|中隊|管区|航空団|航空群|護衛隊|潜水隊|艦隊|四半期|海兵|方面|空母打撃群"
)
_ORDINAL = re.compile(
    rf"第(?P<number>[0-9]{{1,4}})(?:回目?|[次期代位])?(?!{_NO_ORDINAL})"
    rf"|第(?P<kanji>[一二三四五六七八九十百]{{1,5}})(?={_KANJI_ORDINAL_OF})(?:回(?!線)目?|次)?"
)
_COUNTED = "番|回|人|名|件|日|年|隻|機|台|度|代|つ|週間|個|例|艦|[かカヶケ箇][国月所]"
_NTH = re.compile(
    rf"{BEFORE_NUMBER}(?P<number>[0-9]{{1,4}}|[二三四五六七八九十]{{1,3}})(?:{_COUNTED})?目(?![的標指立撃途盛下前次線])"
)
_DENOMINATORS = {2: "half", 4: "quarter"}


def find_numbers(scan: Scan) -> Iterator[Placeable]:
    """Money, percentages, fractions, ordinals, and the numbers that stand without any unit or counter."""
    yield from _find_money(scan)
    yield from _find_percentages(scan)
    yield from _find_fractions(scan)
    yield from _find_ordinals(scan)
    for match in _BARE.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            start, forms = about_forms(scan, match.start(), number_forms(value, scaled=_is_scaled(match["number"])))
            yield Placeable.of(start, match.end(), forms, ConstraintKind.NUMBER)


def _is_scaled(number: str) -> bool:
    """Whether the paper itself counts in 万, 億 or 兆, so that the English counts in millions and billions."""
    return any(unit in number for unit in "万億兆")


def _find_money(scan: Scan) -> Iterator[Placeable]:
    for match in _MONEY.finditer(scan.text):
        value = parse_number(match["number"])
        if value is None:
            continue
        words, sign, code = _CURRENCIES[match["unit"]]
        amounts = number_forms(value, scaled=_is_scaled(match["number"]))
        forms = [f"{amount} {name}" for amount in amounts for name in (words, words.rpartition(" ")[2])]
        forms += [f"{sign}{amount}" for amount in amounts] + [f"{code} {amount}" for amount in amounts]
        if code == "USD":
            forms += [f"{amount} {name}" for amount in amounts for name in ("US dollars", "U.S. dollars")]
            forms += [f"{name}{amount}" for amount in amounts for name in ("US$", "$", "US $")]
        start, accepted = about_forms(scan, match.start(), forms)
        yield Placeable.of(start, match.end(), accepted, ConstraintKind.MONEY)
    for match in _SIGNED_MONEY.finditer(scan.text):
        amount = match["number"]
        yield Placeable.of(*match.span(), (f"{match['sign']}{amount}", amount), ConstraintKind.MONEY)


def _find_percentages(scan: Scan) -> Iterator[Placeable]:
    for match in _PERCENT.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            yield _percentage(match, value, scan)
    for match in _TENTHS.finditer(scan.text):
        tenths, hundredths = parse_number(match["tenths"]), parse_number(match["hundredths"] or "0")
        if tenths is not None and hundredths is not None:
            yield _percentage(match, tenths * 10 + hundredths, scan)


def _percentage(match: re.Match[str], value: Decimal, scan: Scan) -> Placeable:
    preferred, other = ("per cent", "percent") if scan.style.spelling == "uk" else ("percent", "per cent")
    amounts = number_forms(value)
    forms = [f"{amount} {word}" for word in (preferred, other) for amount in amounts]
    forms += [f"{amounts[0]}%", f"{amounts[0]} %"]
    start, accepted = about_forms(scan, match.start(), forms)
    return Placeable.of(start, match.end(), accepted, ConstraintKind.PERCENT)


def _find_fractions(scan: Scan) -> Iterator[Placeable]:
    for match in _FRACTION.finditer(scan.text):
        if parse_fraction(match["fraction"]) is None:
            continue
        below, above = (int(parse_number(text) or 0) for text in match["fraction"].split("分の"))
        start, forms = about_forms(scan, match.start(), _fraction_forms(above, below))
        yield Placeable.of(start, match.end(), forms, ConstraintKind.NUMBER)
    for match in _TIMES.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            start, forms = about_forms(scan, match.start(), _multiple_forms(value))
            yield Placeable.of(start, match.end(), forms, ConstraintKind.QUANTITY)


def _fraction_forms(above: int, below: int) -> tuple[str, ...]:
    """``two-thirds``, beyond twenty ``3/100``."""
    figures = f"{above}/{below}"
    if not (1 <= above <= 20 and 2 <= below <= 20):
        return (figures,)
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
    forms = [f"{amount} times" for amount in amounts] + [f"{amount}-fold" for amount in amounts]
    forms += [f"{amounts[0]}x", f"{amounts[-1]}fold"]
    names = {2: ("double", "doubled", "doubling", "twice", "twofold"), 3: ("triple", "tripled"), 4: ("quadruple",)}
    return (*forms, *names.get(int(value) if value == int(value) else 0, ()))


def _find_ordinals(scan: Scan) -> Iterator[Placeable]:
    for match in _ORDINAL.finditer(scan.text):
        number = parse_number(match["number"] or match["kanji"])
        if number:
            yield Placeable.of(*match.span(), _ordinal_forms(int(number)), ConstraintKind.ORDINAL)
    for match in _NTH.finditer(scan.text):
        number = parse_number(match["number"])
        if number:
            yield Placeable.of(*match.span(), _ordinal_forms(int(number)), ConstraintKind.ORDINAL)


def _ordinal_forms(number: int) -> tuple[str, ...]:
    forms = [ordinal(number)] + ([ordinal_word(number)] if number < 100 else [])
    return (*forms, f"No. {number}", group_digits(Decimal(number)))
