"""How often, and one of how many: 年２回, 月に一度, ５年に１度, 数年に一度, ３人に１人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.eras import ERA_NAMES
from briefgen.japanese.numerals import ARABIC, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import group_digits, in_words
from briefgen.terms.placeables.common import Placeable, Scan, placed

__all__ = ["find_frequencies"]

_KANJI = "〇一二三四五六七八九十百千万"
_N = rf"(?:{ARABIC}|[{_KANJI}]{{1,8}})"
_TIMES = rf"(?P<number>[0-9]{{1,3}}|[{_KANJI}]{{1,5}})(?P<counter>回(?![目戦線数転答路])|度(?![目数合]))"
_NO_YEAR = "同本昨来今先翌前隔当去近例晩少青老中学周幾往暦満正"
"""What makes another word of 年, 月 or 週: 去年に一度."""
_A_UNIT = re.compile(rf"(?<![0-9.,第半数何かカヶケヵ箇{_NO_YEAR}{_KANJI}])毎?(?P<unit>年|月|週)に?{_TIMES}")
_UNITS = {"年": "year", "月": "month", "週": "week", "日": "day", "時間": "hour", "分": "minute", "秒": "second"}
_RATE = re.compile("の(?:割合?|頻度|ペース|間隔|周期)|ずつ")
_RULE = re.compile(f"{_RATE.pattern}|程度|ほど|くらい|ぐらい|は|の|に(?:限|制限|減|とど|増|抑)|と(?:決|さ|定)|へ|から")
"""Behind a frequency: what makes it one whatever stands before it, and what is said of a rule and not of a day."""
_SEVERAL_UNITS = re.compile(
    rf"(?<![0-9.,:第月年時半数何治正和成A-Z{_KANJI}])(?:(?P<every>{_N}|数)[かカヶケ箇ヵ]?(?P<unit>年|(?<=[かカヶケヵ箇])月|週|日|時間|分|秒)(?P<length>間)?|(?P<half>半年))"
    rf"に{_TIMES}(?!(?:から|~|、|・|ないし)[0-9{_KANJI}]+[回度])(?P<bound>以[上下内])?"
)
_OF_ANGLES = re.compile("(?:ほど|程度|以上|以下|も|ずつ)*(?:上[がげ昇]|下[がげ降]|高|低|傾|ずれ|動|回転)")
"""Behind degrees: １００年に１度上昇した."""
_ADVERBS = {"year": ("annually", "yearly", "annual"), "month": ("monthly",), "week": ("weekly",)}
_CALENDAR_YEAR = re.compile("(?:0[0-9]|[0-9]{4}|[2-4][1-46-9])年")
"""What is, or may be, a year of the calendar and no number of years: 2024年に１回."""
_ERA_YEAR = re.compile(f"(?:{ERA_NAMES})(?:元|[0-9]{{1,2}})年(?!間)")
"""Before years that may be of the same era: 令和５年に１回、６年に２回."""
_BOUNDS = {"以上": "at least ", "以下": "at most ", "以内": "at most "}
_EACH_TIME = re.compile(
    rf"(?<![0-9.,第・数何年月週日に{_KANJI}])[1一]回(?:当たり|あたり|につき)?(?P<about>約?)(?P<number>{_N})(?P<unit>時間(?P<half>半)?|分間?|秒間?)(?![0-9{_KANJI}]|の[0-9{_KANJI}])"
)
"""How long each time lasts: １回９０分."""
_ONCE_MORE = re.compile("もう[1一]回(?![目戦])")
_ONE_IN = re.compile(
    rf"(?<![0-9.,第数何{_KANJI}])(?P<of>{_N})(?P<counter>人|名|世帯|社|校|件|隻|機|台|軒|戸|組|[かカヶケヵ箇]国|[かカヶケヵ箇]所)"
    r"に(?P<one>[0-9]{1,2}|[一二三四五六七八九])(?P=counter)"
    "(?:(?P<bound>以[上下])|(?=近く|弱|強|余り|ほど|程度|の割合|[がは]|を占|に(?:上|達|当|満|及)|$)|(?P<single>)(?=[もをのだで、。)]|と(?:な|い|推|み|され)|から|に[すも]))"
)
"""The share of things of one kind: ３人に１人. In ２人に１台 and 機に１名 something is handed out."""


def find_frequencies(scan: Scan) -> Iterator[Placeable]:
    """``twice a year`` for 年２回, ``once every 5 years`` for ５年に１度, ``one in three`` for ３人に１人."""
    for pattern in (_A_UNIT, _SEVERAL_UNITS):
        for match in pattern.finditer(scan.text):
            if forms := _often(match):
                yield placed(scan, match.span(), forms, ConstraintKind.DURATION)
    for match in _EACH_TIME.finditer(scan.text):
        number = parse_number(match["number"])
        if number:
            yield Placeable.of(*match.span(), _each_time(match, number), ConstraintKind.DURATION)
    for match in _ONCE_MORE.finditer(scan.text):
        again = ("once more", "one more time", "once again", "again", "another time")
        yield Placeable.of(*match.span(), again, ConstraintKind.NUMBER)
    for match in _ONE_IN.finditer(scan.text):
        one, of = parse_number(match["one"]), parse_number(match["of"])
        if one and of and one < of and (one == 1 or match["single"] is None):
            shares = _one_in(one, of, _BOUNDS.get(match["bound"] or "", ""))
            yield placed(scan, match.span(), shares, ConstraintKind.QUANTITY)


def _often(match: re.Match[str]) -> list[str]:
    """``3 times a month``, ``at least once every 6 months``; nothing where it may be a date, or is no number."""
    found = match.groupdict()
    number = parse_number(match["number"])
    every = Decimal(6) if found.get("half") else parse_number((found.get("every") or "1").replace("数", "2"))
    if number is None or not 0 < number < 100 or not every or _is_other(match):
        return []
    unit = "month" if found.get("half") else _UNITS[match["unit"]]
    said = {1: ["once"], 2: ["twice"]}.get(int(number), [])
    said += [f"{amount} time{'' if number == 1 else 's'}" for amount in (number, in_words(number))]
    bound = _BOUNDS.get(found.get("bound") or "", "")
    if every == 1:
        forms = [f"{one} {each} {unit}" for one in said for each in _each(unit)]
        forms += [f"{one} {adverb}" for one in said for adverb in _ADVERBS.get(unit, ())]
        forms += [*_ADVERBS.get(unit, ()), f"every {unit}", f"each {unit}"] if number == 1 else []
    else:
        counts = ("few", "several") if found.get("every") == "数" else (group_digits(every), in_words(every))
        lengths = list(dict.fromkeys(f"{amount} {unit}s" for amount in counts))
        links = ("every", "in", "per") if number == 1 else ("in", "every", "per")
        forms = [f"{one} {link} {length}" for link in links for one in said for length in lengths]
        forms += [f"every {length}" for length in lengths] if number == 1 else []
    return [f"{bound}{form}" for form in forms]


def _each_time(match: re.Match[str], number: Decimal) -> Iterator[str]:
    """``90 minutes each``."""
    unit = match["unit"].removesuffix("半").removesuffix("間" if match["unit"][0] != "時" else "")
    number += Decimal("0.5") if match["half"] else 0
    for write in (group_digits, in_words):
        length = f"{'approximately ' * bool(match['about'])}{write(number)} {_UNITS[unit]}{'' if number == 1 else 's'}"
        yield from (f"{length} {each}" for each in ("each", "each time", "per session", "at a time", "per time"))


def _each(unit: str) -> tuple[str, ...]:
    return ("an" if unit == "hour" else "a", "per", "each", "every")


def _is_other(match: re.Match[str]) -> bool:
    """Whether it is or may be a date (2024年に１回, ３日に１回発射した), degrees, or a count of one year."""
    found, text, end = match.groupdict(), match.string, match.end()
    if match["number"] in ("1", "一") and text.startswith("も", end) and found.get("every"):
        return True  # 三年間に一度も使われなかった is never in three years
    if _RATE.match(text, end):
        return bool(_CALENDAR_YEAR.match(text, match.start()))
    if text.startswith("の", end) and found.get("every") and match["number"] not in ("1", "一"):
        return True  # 1日に58回の突撃 are assaults and no times
    if match["counter"] == "度" and (found.get("unit") in ("時間", "分", "秒") or _OF_ANGLES.match(text, end)):
        return True
    if found.get("length") and match["unit"] in "年月" and found["every"] in ("1", "一"):
        return True
    if found.get("every") and match["unit"] == "年" and _ERA_YEAR.search(text, 0, match.start()):
        return not _RULE.match(text, end)
    is_day = found.get("every") and match["unit"] == "日"
    return bool(is_day and not _RULE.match(text, end)) or bool(_CALENDAR_YEAR.match(text, match.start()))


def _one_in(one: Decimal, of: Decimal, bound: str) -> Iterator[str]:
    """``at least one in five``."""
    for link in ("in", "out of", "in every", "of every", "out of every"):
        for whole in (in_words(of), group_digits(of)):
            yield from (f"{bound}{part} {link} {whole}" for part in (in_words(one), group_digits(one)))
