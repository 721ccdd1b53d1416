"""Lengths of time in years and months as laws and sentences have them, without か: 懲役３年６月, 一年六月を超えない."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.eras import ERA_NAMES
from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan
from briefgen.terms.placeables.periods import duration_forms

__all__ = ["find_unsure_months", "find_years_and_months"]

_KANJI = "〇一二三四五六七八九十百千万"
_N = rf"(?:[0-9]{{1,4}}|[{_KANJI}]{{1,8}})"
_PENALTY = "懲役|禁錮|拘禁刑|拘留|停職|減給|謹慎|執行猶予|[業免営]務?停止|指名停止|資格停止"
_MONTHS = re.compile(rf"(?<![0-9{_KANJI}第])(?:(?P<year>{_N})年)?(?P<month>{_N})月(?![0-9{_KANJI}上中下初末半])")
_AFTER = re.compile(rf"を超え|を経過|以[上下内]|未満|の(?:{_PENALTY}|刑)|に処")
_AFTER_A_YEAR = re.compile("の?(?:実刑|判決|有罪|刑|期間|任期|猶予)|とする|を要")
"""Behind months with their years; behind months alone it may be a judgment in June."""
_BEFORE = re.compile(rf"(?:{_PENALTY})(?:期間)?[はがを:(・、]?$")
_DIRECTLY = re.compile(rf"(?:{_PENALTY})(?:期間)?$")
_BEFORE_A_YEAR = re.compile(rf"(?:{_PENALTY}|任期|期間|刑期|年限|時効|求刑)[^、。]{{0,6}}$")
_NO_LENGTH = re.compile("に(?!処|す)|から|まで|以[降来]|現在|時点|付|分")
_PREDICATE = re.compile("で(?:ある|あ[っり]|した|す)|だった|と(?:する|し|な)|を(?:科|言い|求)|間?[。、)]|$")
_ERA = re.compile(f"(?:{ERA_NAMES}|[MTSHR])$")
_FEW_YEARS = 19
"""Two figures from 20 on are a year of this century, unless a penalty stands beside them."""


def find_years_and_months(scan: Scan) -> Iterator[Placeable]:
    """Months that are a length of time; all others are dates."""
    for match, amounts in _counted(scan):
        if _is_length(match):
            months = sum(number * (12 if unit == "year" else 1) for number, unit in amounts)
            forms = (*duration_forms(amounts), f"{months} months")
            yield Placeable.of(*match.span(), forms, ConstraintKind.DURATION)


def find_unsure_months(scan: Scan) -> Iterator[Placeable]:
    """Years and months that are a length of time or a date without its era: unread and reported where nothing tells."""
    for match, amounts in _counted(scan):
        is_both = len(amounts) == 2 and amounts[0][0] <= _FEW_YEARS and match["year"][0] != "0"
        if is_both and not _is_length(match):
            message = f"{match[0]} may be a length of time or a date without its era, and was not read."
            finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the original.")
            yield Placeable(*match.span(), "", ConstraintKind.DURATION)
            yield Placeable(match.start(), match.start(), "", ConstraintKind.DURATION, finding=finding)


def _counted(scan: Scan) -> Iterator[tuple[re.Match[str], list[tuple[Decimal, str]]]]:
    """The months of the text, with the years before them, whose numbers may count time."""
    for match in _MONTHS.finditer(scan.text):
        parts = [(parse_number(match[unit] or "0"), unit) for unit in ("year", "month")]
        amounts = [(number, unit) for number, unit in parts if number]
        if amounts and amounts[0][0] < 100 and not _ERA.search(scan.text, 0, match.start()):
            yield match, amounts


def _is_length(match: re.Match[str]) -> bool:
    """Whether the months stand beside a penalty or a term, or are what the sentence says of one."""
    text, end, before = match.string, match.end(), match.string[: match.start()]
    if _AFTER.match(text, end):
        return True
    if match["year"] and (_AFTER_A_YEAR.match(text, end) or _BEFORE_A_YEAR.search(before)):
        return True
    if _DIRECTLY.search(before) and not _NO_LENGTH.match(text, end):
        return True
    is_predicate = bool(_PREDICATE.match(text, end))
    return is_predicate and bool(_BEFORE.search(before) or re.search(_PENALTY, before.rpartition("。")[2]))
