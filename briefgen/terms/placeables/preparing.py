"""The folded text as the families of placeables read it: figures in one writing, and gaps where no number goes on.

Figures are replaced one by one (二四七、一五四 → 247,154; ３・２％ → 3.2%): every character keeps its source.
A wide space stands where a label, an acronym or another figure ends: ＬＮＧ７万トン is LNG and 70,000 tons.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.japanese.compiling import compiled
from briefgen.japanese.eras import ERA_NAMES
from briefgen.japanese.folding import Folded, fold
from briefgen.japanese.numerals import ARABIC, KANJI_DECIMAL, POSITIONAL, figures_of, parse_number
from briefgen.terms.placeables.measures import SYMBOL_UNITS, UNIT_WORDS
from briefgen.terms.placeables.money import CURRENCIES
from briefgen.terms.placeables.periods import NO_MINUTE
from briefgen.terms.placeables.references import NAMED
from briefgen.terms.placeables.short_years import COUNTED, FULL_YEAR, HAPPENED

__all__ = ["prepare"]

_LABEL = re.compile(rf"(?:{'|'.join(NAMED)})第?(?:[0-9]{{1,3}}(?:-[0-9]{{1,2}})*|[一二三四五六七八九十]{{1,3}})")
_ERA_NAME = re.compile(ERA_NAMES)
_LABEL_COLON = re.compile(f"({_LABEL.pattern}):")
_HOUR_AND_MINUTE = re.compile("(?:[01][0-9]|2[0-4])[0-5][0-9](?![0-9])")

_KANJI = "〇一二三四五六七八九十百千万億兆"
_ENDS_IN_ONE = re.compile(f"(?:唯|統|単|均|同|随|画|逐)一(?=[{_KANJI}])")
"""A word, and behind it a number: 統一三十年."""
_BETWEEN_KANJI = re.compile(f"(?<=[{_KANJI}])(?=[{_KANJI}])")
_GROUPS = f"[{POSITIONAL}]{{1,3}}(?:[、,][{POSITIONAL}]{{3}})*"
_IN_THOUSANDS = re.compile(
    rf"(?<![第数何幾{_KANJI}、])(?:{_GROUPS}|[{POSITIONAL}]{{1,4}})(?:[兆億万](?:{_GROUPS}|[{POSITIONAL}]{{1,4}}))*[兆億万]?"
    rf"(?![{_KANJI}])(?!(?<=、[{POSITIONAL}]{{3}})、[{_KANJI}])"
)
"""A number in kanji with its thousands set apart, as vertical papers have it: 二四七、一五四, 一兆二、三四五億."""
_OF_ARABIC = re.compile(
    r"(?<=[0-9][兆億万])[0-9]{1,3}、[0-9]{3}(?![0-9])"
    r"|(?<![0-9A-Za-z.,・、:/~第数図表問注号-])[1-9][0-9]{0,2}(?:、[0-9]{3})*、"
    r"(?:000(?![0-9])|(?<!^[0-9]、)[0-9]{2}[1-9](?=[万億]?円|[人名票戸]|世帯))"
)
"""Thousands set apart so in Arabic figures that are no list: １万２、３００人, ２０、０００円, ３、４５６人."""
_OF_BOTH = re.compile(
    rf"(?<=[{_KANJI}][兆億万])[{POSITIONAL}]{{1,3}}(?P<comma>、)[{POSITIONAL}]{{3}}(?=[億万円人名トドキ])"
)
"""Thousands set apart behind a number that is written with 十: 十二億三、四五六万円."""
_KANJI_DECADE = re.compile(rf"(?<![{_KANJI}第])(?:[一二][{POSITIONAL}]{{2}}|[二三四五六七八九])〇(?=年代)")
_KANJI_YEAR = re.compile(
    rf"(?<![{_KANJI}0-9第])(?<![{POSITIONAL}]~)(?P<year>[{POSITIONAL}]{{2}})年(?!間|度?[{_KANJI}]*月の懲役)"
)
"""A number of years, or a year of which only two figures are written: 一五年 is 2015 or 15 years."""
_YEARS_BEFORE = re.compile(
    "(?:約|数|およそ|ほぼ|計|満|築|最[長大低短]|原則|平均|通算|さらに|あと|向こう|この|ここ|過去|今後|戦後|懲役|禁錮|拘禁刑|刑期|実刑|任期|在任|在位|勤続"
    "|創業|期間|建国|樹立|船齢|艦歴|建造|(?<!年)(?<!月)から|して)$"
)
_YEAR_BEHIND = re.compile(
    rf"年(?:[{_KANJI}]{{1,3}}月|以[降来後]|版|比(?![べ較率])|時点|現在|末|初頭|前半|後半|[春夏秋冬](?![季闘休])|卒|入省|生まれ|安保|体制|は過去|{HAPPENED}"
    rf"|から(?:〇|一|二){{0,2}}[{POSITIONAL}]{{2}}年)"
)
_MAY_BE_IN = re.compile("年(?:[、。)はのにまと]|から|度)")
"""Behind a year after a full one; ２５年で完成した and ２５年も続いた are lengths."""
_UNITS = f"(?:{'|'.join(sorted((*UNIT_WORDS, 'キロ', 'ミリ', *CURRENCIES), key=len, reverse=True))})(?![ァ-ヺー帥首])"
_SHARES = "%|パーセント|倍|ポイント|割"
_DECIMAL_UNIT = rf"{_SHARES}|[千百]?[万億兆]|度(?!目)|{_UNITS}|(?:{'|'.join(SYMBOL_UNITS)})(?![A-Za-z])"
_DOTTED = re.compile(
    rf"(?<![0-9・.,第{_KANJI}])(?P<whole>[0-9]{{1,4}}|[{POSITIONAL}]{{1,4}})(?P<dot>・)(?P<part>[0-9]{{1,3}}|[{POSITIONAL}]{{1,3}})"
    rf"(?![0-9・{_KANJI}]{{2}})(?={_DECIMAL_UNIT})"
    r"|(?:マグニチュード|(?<![A-Za-z])M)[0-9](?P<point>・)[0-9](?![0-9・])|(?<![0-9・.,第])0(?P<zero>・)[0-9]+(?![0-9・])"
)
"""A decimal with a middle dot for its point, as newspapers have it: before a share, a scale or a unit it is no list."""

_OF_DECIMALS = (
    f"{_DECIMAL_UNIT}|分(?!{NO_MINUTE}|の[0-9一二三四五六七八九十])|秒|時間|[かカヶケ箇]月|週間|日[間分]|年(?![生次度組卒])|歳|人|名|隻|機|件|台|両|基"
    "|発|回(?!戦)|社|校|棟|戸|個|点|票|[かカヶケ箇][所国]|世帯|杯|頭|枚"
)
_KANJI_DECIMAL = re.compile(
    rf"(?<![0-9・.,第{_KANJI}])(?P<number>{KANJI_DECIMAL})(?![・{POSITIONAL}十])(?={_OF_DECIMALS})"
    rf"|(?<=マグニチュード)(?P<magnitude>{KANJI_DECIMAL})"
)
_KANJI_RANGE = re.compile(
    rf"(?<![{_KANJI}0-9第、~-])(?P<low>[{_KANJI}]{{1,4}})(?P<link>[~、-])(?P<high>[{_KANJI}]{{1,4}})(?=年|日|{_OF_DECIMALS})"
)
_HALF_DAY_RANGE = re.compile(
    rf"午[前後](?P<hour>[0-9]{{1,2}}|[{POSITIONAL}十]{{1,3}})(?=[~-](?:[0-9]{{1,2}}|[{POSITIONAL}十]{{1,3}})時(?!間))"
)
"""The first hour of a range that says 時 once: 午後6～8時."""
_KANJI_POINT = re.compile(rf"(?<=[{POSITIONAL}十])[.](?=[{POSITIONAL}])")
_OF_AVERAGES = re.compile("(?:平均|年間|月間|当たり|あたり|につき|約|およそ|わずか|合計特殊出生率)[はがを、:で]*$")
"""Before a number that is a decimal, although the figures beside its dot follow each other: 年間一・二隻."""

_FORMULA = "CO2|CH4|N2O|NO2|SO2|SF6|NF3|H2O|PM2\\.5|PM10|G7|G20"
_TYPES = "MiG|MIG|PAC|Mk|MK|AAV|BTR|BMP|BMD"
_THINGS = (
    "台(?!湾|風)|隻|両(?![国者])|基(?![地本準盤])|門(?![前戸])|名(?![古称])|人(?![工員])|社|校|棟|件|回(?!収)|セル|世帯|団体|原則|項目|分野|分の[0-9]"
    "|[かカヶケヵ箇][国所]|[かカヶケヵ箇]?年(?:間|連続)|[かカヶケヵ箇]月|週間|日間|時間|分間"
)
_AIRBORNE = "UAV|UAS|USV|UUV|UGV|AUV|ROV|ICBM|SLBM|IRBM|MRBM|SRBM|SAM|SSM|ASM|LCAC|LCU|SSN|SSBN|AWACS|eVTOL"
_COUNT = rf"{ARABIC}[十百千]?"
_ACRONYM_COUNTED = re.compile(
    rf"(?:(?<![0-9A-Za-z./_@-])|(?<=[0-9][mc]m))(?:"
    rf"(?:{_FORMULA})(?P<behind>)(?={_COUNT}(?:{_SHARES}|[万億兆]|{_UNITS}|{_THINGS}))"
    rf"|(?!(?:{_FORMULA})(?![0-9]))[A-Za-z]{{1,8}}(?P<scaled>)(?={_COUNT}(?:[万億兆](?![一全]|が一)|{_SHARES}))"
    rf"|(?!{_TYPES}|(?:{_FORMULA})(?![0-9]))(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]{{2,8}}(?P<counted>)(?={_COUNT}(?:{_UNITS}|{_THINGS}))"
    rf"|(?:{_AIRBORNE})(?P<flown>)(?=[0-9]{{1,4}}[機発艇])"
    r"|[A-Z][A-Za-z]{0,5}-?[0-9]{1,4}[A-Z]{1,3}(?P<typed>)(?=[0-9]{1,3}[機隻両台基門発]))"
)
"""An acronym or a type, and directly behind it how much or how many: ＧＤＰ２％, ＵＡＶ３機, Ｆ－３５Ａ６機."""


def prepare(text: str) -> Folded:
    """The text folded, its figures in one writing, its labels, acronyms and figures apart from what follows them."""
    folded = _with_hours(_with_ranges(_with_decimals(_with_years(fold(text)))))
    written = _IN_THOUSANDS.sub(_set_apart, folded.text)
    written = _OF_ARABIC.sub(lambda match: figures_of(match[0]), written)
    written = _KANJI_DECADE.sub(lambda match: figures_of(match[0]), written)
    written = _DOTTED.sub(lambda match: figures_of(match[0].replace("・", ".")), written)
    written = _LABEL_COLON.sub(lambda match: f"{match[1]}：", written)  # or 資料２：１５ would be a time of day
    return _with_gaps(_without_commas(replace(folded, text=written)))


def _set_apart(match: re.Match[str]) -> str:
    return figures_of(match[0]) if {"、", ","} & set(match[0]) else match[0]


def _with_years(folded: Folded) -> Folded:
    """The text with an apostrophe for what two figures of a year in kanji leave out: '94年 for 九四年の核危機.

    Where nothing tells a year from a number of years, boxes stand for the figures, which nothing reads. Where an era
    is named, they may be of it, and stay.
    """
    text = folded.text
    for match in () if _ERA_NAME.search(text) else reversed(list(_KANJI_YEAR.finditer(text))):
        is_zero = match["year"].startswith("〇")
        if not is_zero and compiled(COUNTED).match(text, match.end()) and not _YEAR_BEHIND.match(text, match.end() - 1):
            continue
        if _YEARS_BEFORE.search(text, 0, match.start()):
            continue
        is_next = _MAY_BE_IN.match(text, match.end() - 1) and FULL_YEAR.search(text, 0, match.start())
        is_year = is_zero or is_next or _YEAR_BEHIND.match(text, match.end() - 1)
        figures = f"'{figures_of(match['year'])}" if is_year else "□□"
        folded = folded.rewritten(*match.span("year"), figures)
    return folded


def _with_decimals(folded: Folded) -> Folded:
    """The text with the decimals that are written in kanji in Arabic figures: 10.4分 for 十・四分."""
    for match in reversed(list(_KANJI_POINT.finditer(folded.text))):
        folded = folded.rewritten(*match.span(), "・")
    for match in reversed(list(_KANJI_DECIMAL.finditer(folded.text))):
        source = match["number"] or match["magnitude"]
        value = parse_number(source)
        if value is not None and (match["magnitude"] or not _may_be_list(match)):
            folded = folded.rewritten(match.start(), match.start() + len(source), str(value))
    return folded


def _with_ranges(folded: Folded) -> Folded:
    """The text with Arabic figures for the ranges in kanji: 2~3か月 for 二～三か月, 2、3年 for 二、三年."""
    for match in reversed(list(_KANJI_RANGE.finditer(folded.text))):
        low, high = parse_number(match["low"]), parse_number(match["high"])
        if low is None or high is None or not low < high:
            continue
        if match["link"] != "、" or (high == low + 1 and len(match["low"]) == len(match["high"]) == 1):
            folded = folded.rewritten(*match.span("high"), str(high)).rewritten(*match.span("low"), str(low))
    return folded


def _with_hours(folded: Folded) -> Folded:
    """The text with 時 behind the first hour of 午後6～8時, too."""
    for match in reversed(list(_HALF_DAY_RANGE.finditer(folded.text))):
        folded = folded.rewritten(*match.span("hour"), f"{match['hour']}時")
    return folded


def _may_be_list(match: re.Match[str]) -> bool:
    """Whether it may be one or the next of what is counted, 三・四人, and no decimal."""
    first, _, second = match["number"].partition("・")
    is_next = len(second) == 1 and parse_number(second) == (parse_number(first) or 0) + 1
    is_share = compiled(_DECIMAL_UNIT).match(match.string, match.end())
    return is_next and not is_share and not _OF_AVERAGES.search(match.string, 0, match.start())


def _without_commas(folded: Folded) -> Folded:
    """The text without the commas for thousands that have no place between figures and tens in kanji."""
    for at in sorted((match.start("comma") for match in _OF_BOTH.finditer(folded.text)), reverse=True):
        text, starts, ends = folded.text, folded.starts, folded.ends
        folded = Folded(text[:at] + text[at + 1 :], (*starts[:at], *starts[at + 1 :]), (*ends[: at - 1], *ends[at:]))
    return folded


def _with_gaps(folded: Folded) -> Folded:
    """The text with a wide space for the space behind a label or a first time, and for one between figures in kanji.

    They are no words in 図表１　日本, and no number in 別表第二　三の項; ０６４０　第１４連隊 begins with a time.
    Between an acronym and a number of things one stands where the paper has no space.
    """
    text = folded.text
    gaps = {label.end() for label in _LABEL.finditer(text)}
    gaps |= {between.start() for between in _BETWEEN_KANJI.finditer(text)}
    ended = {word.end() for word in _ENDS_IN_ONE.finditer(text)}
    gaps |= {4} if _HOUR_AND_MINUTE.match(text) else set()
    gaps = {at for at in gaps if at < len(text) and not folded.touches(at)}
    gaps |= ended | {match.end() for match in _ACRONYM_COUNTED.finditer(text)}
    for at in sorted(gaps, reverse=True):
        place = folded.starts[at]
        folded = Folded(
            f"{folded.text[:at]}\u3000{folded.text[at:]}",
            (*folded.starts[:at], place, *folded.starts[at:]),
            (*folded.ends[:at], place, *folded.ends[at:]),
        )
    return folded
