"""Tenths, hundredths and thousandths in 割, 分 and 厘: ３割５分, 打率３割２分８厘, 年利５分, ８分どおり, ５分咲き."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import ABOUT, Placeable, Scan
from briefgen.terms.placeables.numbers import percentage

__all__ = ["find_tenths"]

_NO_TENTHS = "[合れ当譲腹烹]|り(?![増引])|[高安](?![いくか])"
_N = "[0-9一二三四五六七八九]"
_TENTHS = re.compile(
    rf"(?:(?P<low>[1-9一二三四五六七八])(?P<link>[~、]))?(?P<tenths>{NUMBER})割"
    rf"(?:(?P<hundredths>{NUMBER})分(?!間|の[0-9一二三四五六七八九]))?(?:(?P<thousandths>{_N})厘)?(?!{_NO_TENTHS})"
)
_INTEREST = re.compile(
    "(?:年利|月利|日利|利率|金利|利息|利子|利回り|税率|関税|配当)[はがを:、]?(?:年|月|約)?"
    rf"(?P<kept>(?P<hundredths>{_N})分(?:(?P<thousandths>{_N})厘)?)(?=[でとをにもだか。、)]|の(?![0-9])|$)"
)
"""A rate of interest, whose 分 are hundredths: 年利５分２厘."""
_NINETY_NINE = re.compile("[9九]分[9九]厘")
_OFF = re.compile("引き?(?![き上下当揚抜取渡出締込受継])")
"""Behind tenths by which a price is lower: ２割引, ３割引き."""
_POINT = re.compile(r"(?:打率|勝率|出塁率|長打率)[はがを:]?(?P<kept>\.(?P<figures>[0-9]{3}))(?![0-9])")
_OF_TEN = re.compile(rf"(?<!腹)(?P<tenths>{_N})分(?:(?P<bloom>咲き?)|ど[おう]り|通り|方(?![面向々位法針]))")
"""So many tenths done, or in bloom, and no minutes: ８分どおり, ７分咲き."""
_AVERAGE = re.compile("(?:打率|勝率|出塁率|長打率)[はがを:、]?(?:通算)?$")


def find_tenths(scan: Scan) -> Iterator[Placeable]:
    """The shares in tenths of the text, as percentages; averages of sports as ``.328``."""
    for match in scan.at_numbers(_TENTHS):
        whole = percentage(match, _value(match), scan)
        if match["low"]:
            yield _range(whole, match)
        elif _AVERAGE.search(scan.text, 0, match.start()):
            figures = f"{int(_value(match) * 10):03}"
            yield whole.said((f".{figures}", f"0.{figures}", *whole.forms))
        elif off := _OFF.match(scan.text, match.end()):
            wordings = ("{} off", "{} discount", "discount of {}")
            yield whole.said((wording.format(form) for wording in wordings for form in whole.forms), end=off.end())
        else:
            yield whole
    for match in _POINT.finditer(scan.text):
        yield Placeable.of(*match.span("kept"), (match["kept"], f"0.{match['figures']}"), ConstraintKind.PERCENT)
    for match in _INTEREST.finditer(scan.text):
        rate = percentage(match, _value(match), scan)
        yield replace(rate, start=match.start("kept"))
    for match in scan.at_numbers(_NINETY_NINE):
        yield percentage(match, Decimal(99), scan)
    for match in scan.at_numbers(_OF_TEN):
        share = percentage(match, _value(match), scan)
        state = " in bloom" if match["bloom"] else ""
        yield share.said(f"{form}{state}" for form in share.forms)


def _value(match: re.Match[str]) -> Decimal:
    """The value in percent."""
    parts = match.groupdict()
    tenths, hundredths, thousandths = (
        parse_number(parts.get(part) or "0") or Decimal(0) for part in ("tenths", "hundredths", "thousandths")
    )
    whole = tenths * 10 + hundredths
    return whole + thousandths / 10 if thousandths else whole


def _range(high: Placeable, match: re.Match[str]) -> Placeable:
    """``70 to 80 percent`` for 7～8割, ``20 or 30 percent`` for 2、3割."""
    low = int(parse_number(match["low"]) or 0) * 10
    links = ("to", "or", "-") if match["link"] == "~" else ("or", "to", "-")
    parted = [_about_parted(form) for form in high.forms]
    forms = [f"{about}{low} {link} {form}" for link in links for about, form in parted]
    forms += [f"from {form}" for form in forms[:2]] + [f"{about}{low}% to {form}" for about, form in parted]
    return high.said(forms)


def _about_parted(form: str) -> tuple[str, str]:
    """``approximately`` and its like before an amount, and the amount."""
    word = next((f"{word} " for word in ABOUT if form.startswith(f"{word} ")), "")
    return word, form.removeprefix(word)
