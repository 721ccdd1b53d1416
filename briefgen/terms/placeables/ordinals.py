"""Ordinals: 第３回, 四人目, ２番艦, 五期連続の三選, quarters, lists (第２・３師団), school years, ２号機, ７管."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.folding import is_katakana
from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import group_digits, join_words, ordinal, ordinal_word, roman_numerals, spell
from briefgen.terms.placeables.common import BEFORE_NUMBER, Placeable, Scan

__all__ = ["find_ordinals"]

_NO_ORDINAL = "-[0-9]|[0-9.,号章節編款図表類種案版]|条(?!約)|項(?!目)|弾道|部(?![隊門会])|回線"
_UNITS = (
    "師団|旅団|連隊|大隊|中隊|小隊|分隊|管区|航空|護衛隊|潜水隊|掃海隊|輸送隊|飛行隊|艦隊|戦隊|軍(?!事)|群|海兵|方面|空母打撃群"
    "|空挺|歩兵|普通科|機甲|戦車|特科|高射|施設|補給|術科|教育|警戒"
)
_KANJI_ORDINAL_OF = (
    f"[回次期世代位弾波陣報班]|段階?|{_UNITS}|四半期|日目|幕僚|工区|庁舎|会議室|岸壁|桟橋|滑走路|分科会|部会|小?委員会"
    "|の(?:要件|柱|理由|課題|目的|狙い)"
)
_KANJI = "[一二三四五六七八九十百]{1,5}"
_LINK = "(?:[・、,~]|及び|と|から)"
_NTH_MARK = "(?<![及落])(?<!^次)(?<![^0-9一二三四五六七八九十]次)第"
"""第 as the mark of an ordinal, and not the end of 次第, 及第 or 落第."""
_ORDINAL = re.compile(
    rf"{_NTH_MARK}(?P<number>[0-9]{{1,4}})(?:回目?|[期代位弾]|次(?!官|長(?!期)))?(?!{_NO_ORDINAL})"
    rf"|{_NTH_MARK}(?!一報)(?P<kanji>{_KANJI})(?={_KANJI_ORDINAL_OF})(?:回(?!線)目?|次(?!官|長(?!期)))?"
)
_ROMAN = re.compile("第(?P<roman>[Ⅰ-Ⅹ])(?=期|次|類|種|段階|フェーズ|世代)")
_LISTED = re.compile(
    rf"{_NTH_MARK}(?P<first>[0-9]{{1,3}}|{_KANJI})(?P<more>(?:{_LINK}(?:[0-9]{{1,3}}|{_KANJI}))+)"
    rf"(?=日(?!本)|[土日月火水木金]曜|[回次期代位班]|{_UNITS}|分科会|部会|委員会)"
)
"""Several of a kind that is named once, 第２・３師団."""

_LISTED_NUMBER = re.compile(rf"[0-9]+|{_KANJI}")
_COUNTED = (
    "番|回|人|名|件|日|年|隻|機|台|度|代|つ|週間|個|例|艦|発|点|基|行|合|両|段|校|社|期|冊|枚|任期|年度"
    "|[かカヶケ箇][国月所]"
)
_KANJI_RANK = "(?:[二三四五六七八九]|十(?=[一二三四五六七八九番回]))[一二三四五六七八九十]{0,2}"
_NTH = re.compile(
    rf"{BEFORE_NUMBER}(?P<number>(?:[0-9]{{1,2}}万)?[0-9]{{1,4}}|{_KANJI_RANK})(?:{_COUNTED})?目(?![的標指立撃途盛下前次線])"
)
_RANKED = re.compile(
    rf"(?P<number>[0-9]{{1,4}})"
    "(?:番艦|号機|次(?:隊|要員|派遣|補正|評価|募集|公募|募)|世(?![代界紀帯論])|階(?![建級層])|位(?![置相])|期(?=[)、。])|回(?=大会|総会|会合|協議))"
    rf"|(?<![第首単順正従])(?P<kanji>{_KANJI_RANK}|一(?=番艦|号機|位))"
    "(?:番艦|番機|号機|号艦|次隊|位(?![置相一])|階(?=[はがのにでへを、](?!.{0,3}[氏俊]))|世(?=[がはを、。)]))"
)
_TERM = re.compile(
    rf"(?P<number>[2-9]|[1-9][0-9]|{_KANJI_RANK})選"
    "(?:(?=[をに](?:果た|決め|目指|挑|期|狙|阻|懸け|向け)|不?出馬|[がは](?:決|確|なら|成)|禁止)|(?<=[がでは].選)(?=[、。]|$))"
)
"""A further term of office, 三選を果たす."""

_UNITS_OF_TIME = (
    ("合目", "station"),
    ("日目", "day"),
    ("年目", "year"),
    ("年度目", "fiscal year"),
    ("週目", "week"),
    ("週間目", "week"),
    ("期目", "term"),
)
_REACTORS = re.compile(
    "原発|原子力発電|原子炉|再稼働|廃炉|東電|東京電力|格納容器|デブリ|規制委"
    "|(?:柏崎刈羽|敦賀|高浜|大飯|美浜|川内|玄海|伊方|女川|志賀|東海第二|浜岡|島根|東通)"
    "(?=[1-7一二三四五六七][・、~とからび及1-7一二三四五六七号機]*号機)"
)
_REACTOR = re.compile(
    r"(?P<numbers>[1-9一二三四五六七](?:(?:(?:号機)?~|[・、,]|及び|と|号機から(?=[1-9]号機まで))[1-9一二三四五六七])*)号機(?:まで)?"
)
"""Reactors of a nuclear power plant, where the paper speaks of one: 福島第一原発２号機."""
_ROCKETS = re.compile("ロケット|打ち?上げ|人工衛星|測位衛星|探査機|宇宙")
_ROCKET = re.compile(rf"{BEFORE_NUMBER}(?P<number>[1-9][0-9]?)号機")
"""A rocket or satellite of a series, where the paper speaks of such: Ｈ３ロケット１４号機."""
_SCHOOLS = {"小学": "elementary school", "中学": "junior high school", "高校": "high school", "大学": "university"}
_SCHOOL_YEAR = re.compile(
    r"(?:(?P<school>小学|中学|大学|高校|高等学校)校?(?:(?P<first>[1-5一二三四五])年?(?P<link>~|から|・|、|と))?(?P<number>[1-6一二三四五六])年(?:(?P<pupils>生)(?!まれ)|(?=の(?:男|女|生徒|児童|学生|少年|少女|[長次三]?[男女息娘]|時)))"
    rf"|{BEFORE_NUMBER}(?:(?P<first2>[1-5一二三四五])年?(?P<link2>~|から|・|、|,|と))?(?P<number2>[1-6一二三四五六])年生(?![まれ存産き植草]|の[植草]|議員))(?P<noun>の(?:男|女|生徒|児童|学生|少年|少女))?"
)
_TOO_LARGE = 10_000
_SECONDARY = re.compile(r"(?P<number>[12一二])次(?=災害|避難|被害|資料|的)")
_ANNIVERSARY = re.compile(rf"(?P<number>{NUMBER})周年")
_QUARTER = re.compile(
    "(?:第(?P<first>[1-4一二三四])(?P<link>・|及び|と|、|~|から))?第?(?P<number>[1-4一二三四])・?四半期"
)

_MEMBER = re.compile(
    rf"(?:^|(?<=[○◯◎]))(?P<number>[0-9]{{1,2}}|{_KANJI})番(?=\([^()]{{2,14}}(?:君|議員|委員|さん|氏)\)|、?[一-龯ァ-ヺー]{{2,8}}(?:君|議員|委員)|議員|委員)"
)
"""The number of the seat of who speaks in minutes: ９番（山田太郎君）."""
_REGION = re.compile(
    "(?<![0-9.,一-龯])第?(?P<number>1[01]|[1-9]|十一?|[一二三四五六七八九])管(?=[はがも、]|と(?:海|警|消)|に(?:よると|よれば)|の(?:巡視|航空機|本部|発表))"
)
"""A regional headquarters of the coast guard by its short name, ７管."""
_AT_SEA = re.compile("海上保安|海保|巡視|救助|捜索|船|転覆|座礁|領海|水域|海域|遭難|潜水士")


def find_ordinals(scan: Scan) -> Iterator[Placeable]:
    """The ordinals of the text."""
    for pattern in (_ORDINAL, _NTH):
        for match in pattern.finditer(scan.text):
            number = parse_number(match["number"] or match["kanji"])
            if number:
                # The bare figure is no form of 17回目: "17 days" would count as it.
                nths = [form for form in _ordinal_forms(int(number)) if pattern is _ORDINAL or not form.isdigit()]
                yield Placeable.of(*match.span(), _with_unit(nths, match[0], int(number)), ConstraintKind.ORDINAL)
    for match in _ROMAN.finditer(scan.text):
        forms = (*_ordinal_forms(ord(match["roman"]) - ord("Ⅰ") + 1), "I")
        yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)
    yield from _find_listed(scan)
    yield from _find_reactors(scan)
    yield from _find_rockets(scan)
    for match in _SCHOOL_YEAR.finditer(scan.text):
        yield _school_year(match)
    for match in _QUARTER.finditer(scan.text):
        if match["first"] or match[0].startswith("第"):
            yield Placeable.of(*match.span(), _quarter_forms(match), ConstraintKind.ORDINAL)
    for match in _MEMBER.finditer(scan.text):
        seat = int(parse_number(match["number"]) or 0)
        yield Placeable.of(*match.span(), (f"No. {seat}", f"Number {seat}", f"#{seat}"), ConstraintKind.ORDINAL)
    yield from _find_ranked(scan)
    yield from _find_terms(scan)
    yield from _find_secondary(scan)
    yield from _find_regions(scan)


def _find_ranked(scan: Scan) -> Iterator[Placeable]:
    """Ranks and reigns; ``No. 15`` for 15号機, of which the 15th will launch would be a date."""
    for match in scan.at_numbers(_RANKED):
        group = "number" if match["number"] else "kanji"
        rank, (start, end) = int(parse_number(match[group]) or 0), match.span(group)
        forms = _ordinal_forms(rank)
        if start and is_katakana(scan.text[start - 1]) and scan.text.startswith("世", end):
            forms = (_of_reign(rank), *forms)
        if scan.text.startswith("号機", end):
            forms, end = (f"No. {rank}", *forms), end + len("号機")
        yield Placeable.of(start, end, forms, ConstraintKind.ORDINAL)


def _with_unit(nths: list[str], source: str, number: int) -> list[str]:
    """The ordinals with the day or year that 3日目 and 2年目 name: a third of anything else would count as them."""
    unit = next((name for ending, name in _UNITS_OF_TIME if source.endswith(ending)), "")
    if not unit:
        return nths
    words = ((ordinal_word(number), spell(number)),) if number < 100 else ()
    pairs = ((ordinal(number), str(number)), *words)
    counted = [f"{unit} {figure}" for _, figure in pairs]
    others = [f"{nth} {other}" for other in ("period", "phase", "stint") for nth, _ in pairs] if unit == "term" else []
    return [*(f"{nth} {unit}" for nth, _ in pairs), *counted, *map(str.title, counted), *others]


def _find_reactors(scan: Scan) -> Iterator[Placeable]:
    """``Unit 2``, ``Units 3 and 4`` where the text speaks of a nuclear power plant; elsewhere 号機 is an aircraft."""
    for match in scan.at_numbers(_REACTOR) if _REACTORS.search(scan.text) else ():
        numbers = [str(parse_number(number)) for number in re.findall("[1-9一二三四五六七]", match["numbers"])]
        is_range = bool(re.search("~|から", match["numbers"]))
        joined = f"{numbers[0]} to {numbers[-1]}" if is_range else join_words(numbers)
        several = "s" if len(numbers) > 1 else ""
        forms = [f"Unit{several} {joined}", f"unit{several} {joined}", f"Reactor{several} {joined}"]
        forms += [f"No. {joined} {noun}{several}" for noun in ("reactor", "unit")]
        forms += [f"reactor{several} No. {joined}", f"reactor{several} {joined}", f"No. {joined}", f"Nos. {joined}"]
        forms += [form.replace(" to ", link) for form in forms[:3] for link in (" through ", "-")] if is_range else []
        yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)


def _find_rockets(scan: Scan) -> Iterator[Placeable]:
    """``No. 14``; the 14th alone would be a day."""
    is_of_rockets = _ROCKETS.search(scan.text) and not _REACTORS.search(scan.text)
    for match in _ROCKET.finditer(scan.text) if is_of_rockets else ():
        number = int(match["number"])
        forms = (
            f"No. {number}",
            f"Flight {number}",
            f"Flight No. {number}",
            f"F{number}",
            ordinal(number),
            ordinal_word(number),
        )
        yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)


def _school_year(match: re.Match[str]) -> Placeable:
    """``second-year junior high school`` for 中学２年の女子, ``first-year students`` for １年生."""
    number = int(parse_number(match["number"] or match["number2"]) or 1)
    school = _SCHOOLS[match["school"].replace("高等学", "高")[:2]] if match["school"] else ""
    order = ("grade", "year") if school.startswith("elementary") else ("year", "grade")
    pairs = [(unit, spelled) for unit in order for spelled in (ordinal_word, ordinal)]
    years = [f"{spelled(number)}-{unit}" for unit, spelled in pairs]
    if first := int(parse_number(match["first"] or match["first2"] or "") or 0):
        link = "to" if (match["link"] or match["link2"]) in ("~", "から") else "and"
        years = [
            f"{spelled(first)}{dash} {link} {spelled(number)}-{unit}" for unit, spelled in pairs for dash in ("-", "")
        ]
    named = [f"{year} {school}".strip() for year in years]
    people = [f"{form} {noun}" for form in named for noun in ("students", "student", "pupils", "pupil", "children")]
    is_noun = not match["noun"] and (match["pupils"] or match["number2"])
    forms = [*people, *named] if is_noun else [*named, *people]
    forms += [year.replace("-", " ") for year in years] + years
    nth = ordinal_word(number)
    if first:
        forms += [f"{ordinal_word(first)} {link} {nth} graders", f"grades {first} {link} {number}"]
    else:
        forms += [f"{nth} grader", f"grade {number}", f"{nth} graders", f"{nth}-graders", f"{nth}-grader"]
    return Placeable.of(
        match.start(), match.start("noun") if match["noun"] else match.end(), forms, ConstraintKind.ORDINAL
    )


def _find_listed(scan: Scan) -> Iterator[Placeable]:
    """Every number of a list whose 第 stands once, each with what belongs to an ordinal."""
    for match in _LISTED.finditer(scan.text):
        numbers = [match.span("first")]
        numbers += [one.span() for one in _LISTED_NUMBER.finditer(scan.text, *match.span("more"))]
        for start, end in numbers:
            number = parse_number(scan.text[start:end])
            if number:
                first = start - (scan.text[start - 1] == "第")
                yield Placeable.of(first, end, _ordinal_forms(int(number)), ConstraintKind.ORDINAL)


def _of_reign(number: int) -> str:
    """``XIV`` for the 14 of レオ14世."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def _find_terms(scan: Scan) -> Iterator[Placeable]:
    """Anniversaries, and terms of office that are won again (三選 → third term)."""
    for match in scan.at_numbers(_ANNIVERSARY):
        number = parse_number(match["number"])
        if number and number < _TOO_LARGE:
            forms = [f"{nth} {word}" for nth in _ordinal_forms(int(number))[:2] for word in ("anniversary", "year")]
            forms += [f"{number}-year", f"{number} years", *_ordinal_forms(int(number))]
            yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)
    for match in scan.at_numbers(_TERM):
        nths = _ordinal_forms(int(parse_number(match["number"]) or 0))[:2][::-1]
        words = ("term", "straight term", "consecutive term", "election", "re-election")
        forms = [f"{nth} {word}" for word in words for nth in nths]
        yield Placeable.of(*match.span(), [*forms, *nths], ConstraintKind.ORDINAL)


def _find_secondary(scan: Scan) -> Iterator[Placeable]:
    """``secondary`` for the 2次 of 2次災害."""
    for match in scan.at_numbers(_SECONDARY):
        rank = int(parse_number(match["number"]) or 1)
        forms = (("primary", "secondary")[rank - 1], *_ordinal_forms(rank))
        yield Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL)


def _find_regions(scan: Scan) -> Iterator[Placeable]:
    """``the 7th Regional Coast Guard Headquarters`` for 7管, with a finding where nothing else is of the sea."""
    for match in _REGION.finditer(scan.text):
        number = int(parse_number(match["number"]) or 1)
        names = [f"{nth} Regional Coast Guard Headquarters" for nth in (ordinal(number), ordinal_word(number))]
        forms = [f"{article}{name}" for article in ("the ", "") for name in names]
        finding = None if _AT_SEA.search(scan.text) else _which_region(match[0], forms[0])
        yield replace(Placeable.of(*match.span(), forms, ConstraintKind.ORDINAL), finding=finding)


def _which_region(source: str, english: str) -> Finding:
    message = f"{source} was read as {english}; it may be a number of pipes."
    return Finding(Code.AMBIGUOUS_TERM, Severity.WARNING, message, hint="Check the sentence in the original.")


def _quarter_forms(match: re.Match[str]) -> list[str]:
    """``second quarter``; ``second and third quarters`` for 第２・第３四半期."""
    last, first = int(parse_number(match["number"]) or 0), int(parse_number(match["first"] or "0") or 0)
    if not first:
        return [f"{ordinal_word(last)} quarter", f"{ordinal(last)} quarter", f"Q{last}", f"{last}Q"]
    link = "to" if match["link"] in ("~", "から") else "and"
    pairs = [(nth(first), nth(last)) for nth in (ordinal_word, ordinal)]
    forms = [f"{one} {link} {other} {noun}" for noun in ("quarters", "quarter") for one, other in pairs]
    forms += [f"{one} {link} the {other} quarters" for one, other in pairs]
    return [*forms, f"Q{first} {link} Q{last}", f"{first}Q {link} {last}Q", f"Q{first}-Q{last}"]


def _ordinal_forms(number: int) -> tuple[str, ...]:
    forms = [ordinal(number)] + ([ordinal_word(number)] if number < 100 else [])
    return (*forms, f"No. {number}", f"number {spell(number)}" if number < 100 else f"number {number}",
            group_digits(Decimal(number)), *roman_numerals(number))  # fmt: skip
