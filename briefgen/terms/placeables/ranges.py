"""Ranges of amounts, 10～20人, and amounts that become others, ３から５億円に引き上げる."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import AMOUNTS, ConstraintKind
from briefgen.terms.english import number_forms
from briefgen.terms.placeables.common import ABOUT, MOVED, Placeable, Scan, is_scaled

__all__ = ["join_ranges"]

_FORMS = 8
_DIGITS = re.compile("約?(?P<digits>[0-9][0-9,.]*)")
_DECADE = re.compile("[0-9]+0s")
_UNIT = re.compile("(?P<digits>[0-9][0-9,.]*)(?P<unit>[十百千]?[万億兆]|[十百千]|割)")

_SOME = rf"(?:{NUMBER}|数[十百千]?[万億兆]?)"
_FROM_TO = re.compile(
    rf"約?(?P<low>{_SOME})(?P<unit>[^0-9〇一二三四五六七八九十百千万億兆、。()]{{1,8}}?)から約?(?P<high>{_SOME})(?P=unit)"
)
_BOUND = "程度|規模|ほど|前後|余り?|近く|弱|強|超|台|以[上下]|未満"
_CHANGED = re.compile(
    f"(?:{_BOUND})*(?:へ|に(?!対|わた|及|達|上る|お[いけ]|つ[いき]|かけ|よ[りる])|まで|と[すしな]|[増減上下引値伸縮拡回改変移転落戻選抽延高低短長早遅]|を(?:選|抽|除|超|突破|[上下]回))"
)
"""Behind two amounts of which the second is what became of the first: ３隻から５隻に, 100円から120円値上がりした."""
_OF_CHANGE = re.compile(
    "[^。]*?(?:増[やえ強員]|増加|減[らっ少]|拡[大充]|縮小|削減|引き?[上下]|改[めま]|変更|移行|上昇|下落|短縮)"
)
_ADVERBS = "それぞれ|大幅に|段階的に|順次|さらに|急"
_BECAME = re.compile(
    f"へ|に(?:{_ADVERBS})?(?:(?P<more>引き?上|[値繰上]り?上|増|拡|伸|延|上昇|上が|倍増|強化)|(?P<less>引き?下|[値繰切]り?下|減|縮|短縮|削|下落|下が|低下|圧縮|半減|絞)"
    "|改め|変更|変わ|見直|修正|訂正)"
)
"""Behind two amounts of which only the second has its unit, where it is what the first became."""
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "month": 2_592_000, "year": 31_536_000,
}  # fmt: skip
_LENGTH = re.compile(rf"(?:approximately )?(?P<number>[0-9.]+) (?P<unit>{'|'.join(_SECONDS)})s?\b")


def join_ranges(placeables: Sequence[Placeable], scan: Scan) -> Iterator[Placeable]:
    """Two amounts with a wave or から … まで between them as one: 10～20人 is 10 to 20 people."""
    at = 0
    while at < len(placeables):
        first, following = placeables[at], placeables[at + 1 : at + 2]
        joined = _joined(first, following[0], scan) if following else None
        yield joined or first
        at += 2 if joined else 1


def _joined(first: Placeable, last: Placeable, scan: Scan) -> Placeable | None:
    if first.kind not in AMOUNTS or last.kind not in AMOUNTS or not (first.english and last.english):
        return None
    if became := _became(first, last, scan):
        return became
    is_rising = _is_rising(first, last, scan)
    if not (is_rising or first.kind in (ConstraintKind.NUMBER, last.kind)) or _DECADE.fullmatch(last.english):
        return None
    link, end = scan.text[first.end : last.start], last.end
    if link in ("から", "より") and scan.text.startswith("まで", end):
        end += 2
    elif is_rising or (link == "から" and (_are_fractions(first, last, scan) or _share_unit(first, last, scan))):
        pass
    elif link not in ("~", "ないし", "乃至") and not (link == "-" and last.kind is not ConstraintKind.NUMBER):
        return None
    lefts, rights = list(_left_forms(first, last, scan)), (last.english, *last.accepted)
    return Placeable.of(first.start, end, _range_forms(lefts, rights), last.kind)


def _became(first: Placeable, last: Placeable, scan: Scan) -> Placeable | None:
    """``from 300 million to 500 million yen`` for ３から５億円に引き上げる; ２から３倍に増えた is a range."""
    found = _BECAME.match(scan.text, last.end) if scan.text[first.end : last.start] == "から" else None
    is_amount = last.kind not in (ConstraintKind.NUMBER, ConstraintKind.DURATION)
    bare, high = _DIGITS.fullmatch(scan.text, first.start, first.end), _DIGITS.match(scan.text, last.start)
    if not (found and is_amount and bare and high) or scan.text[last.end - 1] == "倍":
        return None
    is_rising = _is_less(bare["digits"], high["digits"])
    if found["less"] if is_rising else not found["less"]:
        return None
    noun = last.english.rpartition(" ")[2]
    lefts = list(_left_forms(first, last, scan, is_range=False))
    lefts += [f"{left} {noun}" for left in lefts]
    forms = [f"from {left} to {right}" for left in lefts[:_FORMS] for right in (last.english, *last.accepted)[:_FORMS]]
    return Placeable.of(first.start, last.end, forms, last.kind)


def _left_forms(first: Placeable, last: Placeable, scan: Scan, is_range: bool = True) -> Iterator[str]:
    """The first amount without the noun of the second, and in its unit: the 5 of 5～6億円 is 500 million."""
    digits = _DIGITS.fullmatch(scan.text, first.start, first.end)
    unit = _UNIT.match(scan.text, last.start)
    if digits and unit and (not is_range or _is_less(digits["digits"], unit["digits"])):
        value = parse_number(digits["digits"] + unit["unit"].replace("割", "十"))
        if value is not None:
            about = f"{ABOUT[0]} " if scan.text[first.start] == "約" else ""
            yield from (about + form for form in number_forms(value, scaled=unit["unit"][-1] in "万億兆"))
            return
    if (
        last.kind is ConstraintKind.NUMBER is not first.kind
        and digits is None
        and (bare := _FROM_TO.match(scan.text, first.start))
    ):
        yield from number_forms(parse_number(bare["low"]) or Decimal(0), scaled=is_scaled(bare["low"]))
    noun = "" if " and " in last.english else last.english.rpartition(" ")[2]
    for form in (first.english, *first.accepted):
        yield form.removesuffix(f" {noun}")
    yield from (first.english, *first.accepted)


def _is_rising(first: Placeable, last: Placeable, scan: Scan) -> bool:
    """Whether から joins two amounts of one unit without まで (10日から14日かかる); none in ３隻から５隻に."""
    if first.kind is last.kind is ConstraintKind.DURATION:
        lengths = [_seconds(one) for one in (first, last)]
        behind = scan.text[last.end :].removeprefix("分")
        is_from = scan.text[first.end : last.start] == "から" and not behind.startswith(("へ", "に"))
        return is_from and None not in lengths and lengths == sorted(set(lengths), key=lambda one: one or 0)
    found = _FROM_TO.match(scan.text, first.start)
    if not found or not found.start("high") - 1 <= last.start <= found.start("high"):
        return False
    low, high = (parse_number(found[part].replace("数", "1")) for part in ("low", "high"))
    is_changed = _CHANGED.match(scan.text, found.end()) or _OF_CHANGE.match(scan.text, found.end())
    return low is not None and high is not None and low < high and not is_changed


def _seconds(length: Placeable) -> Decimal | None:
    """A length of time in one unit, for comparison only."""
    found = _LENGTH.match(length.english)
    return Decimal(found["number"]) * _SECONDS[found["unit"]] if found else None


def _are_fractions(first: Placeable, last: Placeable, scan: Scan) -> bool:
    """Whether から joins two fractions (10分の1から5分の1の減給); none is joined in ２分の１から３分の１に."""
    is_moved = scan.text.startswith(("へ", "に", "まで"), last.end)
    return not is_moved and all("分の" in scan.text[one.start : one.end] for one in (first, last))


def _share_unit(first: Placeable, last: Placeable, scan: Scan) -> bool:
    """Whether から joins two figures of which only the second has its unit: ３から５％, whatever the sentence says."""
    left, right = _DIGITS.fullmatch(scan.text, first.start, first.end), _DIGITS.match(scan.text, last.start)
    is_amount = last.kind not in (ConstraintKind.NUMBER, ConstraintKind.DURATION)
    if last.kind is ConstraintKind.PERCENT and MOVED.match(scan.text, last.end):
        return False  # １０から２０％に引き上げた
    return bool(is_amount and left and right and _is_less(left["digits"], right["digits"]))


def _is_less(left: str, right: str) -> bool:
    one, other = parse_number(left), parse_number(right)
    return one is not None and other is not None and one < other


def _range_forms(lefts: Iterable[str], rights: Sequence[str]) -> Iterator[str]:
    """The preferred form first; a form for each side at least, the commonest ones with each other."""
    lefts = list(dict.fromkeys(lefts))
    yield f"{lefts[0]} to {rights[0]}"
    for left in lefts[:8]:
        for right in rights[:10]:
            for wording in ("{} to {}", "from {} to {}", "between {} and {}", "{}-{}", "{} or {}", "{} through {}"):
                yield wording.format(left, right)
