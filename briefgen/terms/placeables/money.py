"""Money: amounts in the currencies of the world, with their names, signs and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import ARABIC, NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import number_forms
from briefgen.terms.placeables.common import Placeable, Scan, is_scaled, placed
from briefgen.terms.placeables.numbers import MIXED

__all__ = ["CURRENCIES", "CURRENCY_CODES", "find_money"]

CURRENCIES = {
    "円": ("yen", "¥", "JPY"), "米ドル": ("U.S. dollars", "US$", "USD"), "ドル": ("dollars", "$", "USD"),
    "豪ドル": ("Australian dollars", "A$", "AUD"), "NZドル": ("NZ dollars", "NZ$", "NZD"),
    "ニュージーランドドル": ("New Zealand dollars", "NZ$", "NZD"), "カナダドル": ("Canadian dollars", "C$", "CAD"),
    "加ドル": ("Canadian dollars", "C$", "CAD"), "台湾ドル": ("Taiwan dollars", "NT$", "TWD"),
    "ユーロ": ("euros", "€", "EUR"), "英ポンド": ("pounds", "£", "GBP"), "ポンド": ("pounds", "£", "GBP"),
    "ウォン": ("won", "₩", "KRW"), "人民元": ("yuan", "¥", "CNY"), "元": ("yuan", "¥", "CNY"),
    "クローナ": ("kronor", "SEK ", "SEK"), "ルピー": ("rupees", "₹", "INR"), "ズロチ": ("zlotys", "PLN ", "PLN"),
    "ルーブル": ("rubles", "₽", "RUB"), "スイスフラン": ("Swiss francs", "CHF", "CHF"),
    "クローネ": ("kroner", "kr ", "DKK"), "香港ドル": ("Hong Kong dollars", "HK$", "HKD"),
    "シンガポールドル": ("Singapore dollars", "S$", "SGD"), "星ドル": ("Singapore dollars", "S$", "SGD"),
    "リアル": ("rials", "IRR ", "IRR"), "リヤル": ("riyals", "SAR ", "SAR"), "ディルハム": ("dirhams", "AED ", "AED"),
    "トルコリラ": ("Turkish lira", "₺", "TRY"), "リラ": ("lira", "₺", "TRY"), "ペソ": ("pesos", "₱", "PHP"),
    "バーツ": ("baht", "฿", "THB"), "ドン": ("dong", "₫", "VND"), "ルピア": ("rupiah", "Rp ", "IDR"),
    "リンギット": ("ringgit", "RM", "MYR"), "フォリント": ("forints", "HUF ", "HUF"),
    "コルナ": ("koruna", "CZK ", "CZK"), "シェケル": ("shekels", "₪", "ILS"), "フリブニャ": ("hryvnias", "₴", "UAH"),
    "フリヴニャ": ("hryvnias", "₴", "UAH"), "レアル": ("reais", "R$", "BRL"), "フラン": ("francs", "CHF", "CHF"),
    "ディナール": ("dinars", "KWD ", "KWD"), "シリング": ("shillings", "KES ", "KES"),
    "台湾元": ("New Taiwan dollars", "NT$", "TWD"), "セント": ("cents", "¢", "USc"),
}  # fmt: skip
"""The name in the plural, the sign and the code of each currency."""

_CENTS = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MONEY = re.compile(
    rf"(?P<number>{NUMBER})(?P<more>余り?)?(?P<unit>{'|'.join(CURRENCIES)})"
    rf"(?![ァ-ヺー]|高|安|滑|形|卓|筒|陣|熟|年|首|帥|国|統|防|大|素)(?<![一-龯ァ-ヺー]一円)(?:(?P<cents>{_CENTS})(?:(?:銭|セント)?(?:~|から)(?P<cents_to>{_CENTS}))?(?:銭|セント))?"
)
CURRENCY_CODES = ("USD", "EUR", "JPY", "GBP", "AUD", "CNY", "KRW", "CHF", "NZD", "SGD", "HKD", "TWD", "INR")
"""The codes that mean nothing else in the papers; AED and SAR do."""

_SIGNS = {sign: name for name, (_, sign, _) in reversed(CURRENCIES.items()) if not sign.strip().isalnum()}
_SIGNS |= {"¥": "円", "$": "ドル"}
_NAMES = {code: name for name, (_, _, code) in reversed(CURRENCIES.items()) if code in CURRENCY_CODES} | _SIGNS
_SIGN = f"(?<![A-Za-z])(?:{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})"
_SIGNED_MONEY = re.compile(
    rf"(?P<sign>{_SIGN})[ \u3000]?(?P<number>{MIXED})(?:[~-](?P=sign)?(?P<last>{MIXED}))?"
    "(?![0-9十百千万億兆]|[.,][0-9])(?:円|米?ドル)?"
)
_CODED_MONEY = re.compile(rf"(?P<number>{MIXED}) ?(?P<sign>{'|'.join(CURRENCY_CODES)})(?![A-Za-z0-9])")
_FORMS = 6
_SCALE = re.compile("[十百千]?[万億兆]$|[十百千]$")
_SEN = re.compile(rf"(?:(?P<low>{NUMBER})(?:~|から))?(?P<number>{NUMBER})銭(?![湯形硬貨銅も])")
"""Hundredths of a yen by themselves: ８０銭円高; no coin and no bath."""
_SEN_IN_A_YEN = 100


def find_money(scan: Scan) -> Iterator[Placeable]:
    """The amounts of money in the text."""
    for match in scan.at_numbers(_MONEY):
        value = parse_number(match["number"])
        if value is not None and (match["unit"] != "元" or match["number"][0].isdigit()):
            yield placed(scan, match.span(), _named_forms(match, value), ConstraintKind.MONEY)
    for match in scan.at_numbers(_SEN):
        yield from _sen(match, scan)
    for match in (*_SIGNED_MONEY.finditer(scan.text), *scan.at_numbers(_CODED_MONEY)):
        if signed := _signed_forms(match):
            yield placed(scan, match.span(), signed, ConstraintKind.MONEY)


def _sen(match: re.Match[str], scan: Scan) -> Iterator[Placeable]:
    """``0.80 yen`` for 80銭, ``0.80 to 0.85 yen`` for 80～85銭; nothing where it is a yen or more."""
    sen = [parse_number(match[name]) for name in ("low", "number") if match[name]]
    values = [value for value in sen if value is not None and value < _SEN_IN_A_YEN]
    if len(values) < len(sen):
        return
    in_yen = [f"{value / _SEN_IN_A_YEN:,.2f}" for value in values]
    in_sen = [number_forms(value)[0] for value in values]
    forms = [f"{link.join(in_yen)} yen" for link in (" to ", "-")]
    forms += [f"{link.join(in_sen)} {noun}" for link in (" to ", "-") for noun in ("sen", "hundredths of a yen")]
    if len(values) == 1:
        forms += [f"¥{in_yen[0]}", f"{(values[0] / _SEN_IN_A_YEN).normalize():f} yen"]
    yield placed(scan, match.span(), forms, ConstraintKind.MONEY)


def _named_forms(match: re.Match[str], value: Decimal) -> list[str]:
    """An amount before the name of its currency: 7,127億円, 20余円, 140円50銭～60銭."""
    if not match["cents"]:
        forms = _forms(match["unit"], match["number"], value)
    else:
        low, high = (value + (parse_number(match[cents] or "0") or 0) / Decimal(100) for cents in ("cents", "cents_to"))
        forms = _forms(match["unit"], match["number"], high if match["cents_to"] else low, has_cents=True)
        if match["cents_to"]:
            forms = [f"{low:,.2f} {link} {form}" for link in ("to", "-") for form in forms]
    if match["more"]:
        forms = [f"{word} {form}" for word in ("more than", "over", "just over") for form in forms]
    return forms


def _signed_forms(match: re.Match[str]) -> list[str]:
    """An amount behind the sign or beside the code of its currency: ¥500億, US$1～2億, EUR5億; none if no number."""
    sign, last = match["sign"], match.groupdict().get("last")
    number = match["number"]
    if last and (scale := _SCALE.search(last)) and not _SCALE.search(number):
        number += scale[0]  # the scale is that of both
    forms = _with_sign(sign, number)
    if not last or not forms:
        return forms
    highs = [form for one in _with_sign(sign, last) for form in dict.fromkeys((one, one.removeprefix(sign).strip()))]
    return [f"{low} {link} {high}" for link in ("to", "-") for low in forms[:_FORMS] for high in highs[:_FORMS]]


def _with_sign(sign: str, number: str) -> list[str]:
    """The sign as it is written first, then the other forms of the currency."""
    value = parse_number(number)
    if value is None:
        return []
    gap = " " if sign in CURRENCY_CODES else ""
    amounts = number_forms(value, scaled=is_scaled(number))
    written = [number] if re.fullmatch(ARABIC, number) else []
    return [f"{sign}{gap}{amount}" for amount in (*written, *amounts)] + _forms(_NAMES[sign], number, value)


def _forms(unit: str, number: str, value: Decimal, has_cents: bool = False) -> list[str]:
    """The amount with the name, the sign and the code of its currency, the preferred form first.

    With `has_cents` both decimals stand, as rates of exchange are written: 152.10 yen.
    """
    words, sign, code = CURRENCIES[unit]
    amounts = number_forms(value, scaled=is_scaled(number))
    short = words.rpartition(" ")[2]
    if value != value.to_integral_value():
        amounts = (f"{value:,.2f}", *amounts) if has_cents else (*amounts, f"{value:,.2f}")
    forms = [f"{amount} {name}" for amount in amounts for name in (words, short, f"New {words}")]
    forms += [f"{amount} {name.removesuffix('s')}" for amount in amounts for name in (words, short)]
    if value == 1:
        one = short.removesuffix("s")
        forms = [f"{amounts[0]} {words.removesuffix('s')}", *forms, *(f"{word} {one}" for word in ("a", "the", "per"))]
    forms += [f"{sign}{amount}" for amount in amounts] + [f"{code} {amount}" for amount in amounts]
    if code == "USD":
        forms += [f"{amount} {name}" for amount in amounts for name in ("US dollars", "U.S. dollars")]
        forms += [f"{name}{amount}" for amount in amounts for name in ("US$", "$", "US $")]
    return forms
