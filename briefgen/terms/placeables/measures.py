"""Measures: a number with a unit of length, area, weight, speed and so on, coordinates and earthquake figures.

A unit written with a Latin symbol keeps its symbol (１，２００ｋｍ → 1,200 km), one in katakana becomes a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.numerals import ARABIC, KANJI_DECIMAL, NUMBER, parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.english import number_forms
from briefgen.terms.placeables.common import ABOUT, Placeable, Scan, is_scaled, placed
from briefgen.terms.placeables.numbers import MIXED

__all__ = ["SYMBOL_UNITS", "UNIT_WORDS", "WORD_UNITS", "find_measures", "unit_forms", "unit_names"]

_WORDS = {
    "キロメートル": ("kilometer", "km"), "センチメートル": ("centimeter", "cm"), "ミリメートル": ("millimeter", "mm"),
    "メートル": ("meter", "m"), "平方キロメートル": ("square kilometer", "km²"), "平方メートル": ("square meter", "m²"),
    "立方メートル": ("cubic meter", "m³"), "ヘクタール": ("hectare", "ha"), "海里": ("nautical mile", "nm"),
    "カイリ": ("nautical mile", "nm"), "立米": ("cubic meter", "m³"), "平米": ("square meter", "m²"),
    "坪": ("tsubo", "tsubo"), "ヘクトリットル": ("hectoliter", "hL"), "ミリバール": ("millibar", "mbar"),
    "マイル": ("mile", "mi"), "フィート": ("foot", "ft"), "インチ": ("inch", "in"), "キログラム": ("kilogram", "kg"),
    "グラム": ("gram", "g"), "トン": ("ton", "t"), "リットル": ("liter", "L"), "キロリットル": ("kiloliter", "kL"),
    "ノット": ("knot", "kt"), "ヘルツ": ("hertz", "Hz"), "ワット": ("watt", "W"), "キロワット": ("kilowatt", "kW"),
    "メガワット": ("megawatt", "MW"), "ヘクトパスカル": ("hectopascal", "hPa"), "バレル": ("barrel", "bbl"),
    "ギガバイト": ("gigabyte", "GB"), "テラバイト": ("terabyte", "TB"), "馬力": ("horsepower", "hp"),
    "ダース": ("dozen", "doz."),
    "ポイント": ("point", "pt"), "パーセントポイント": ("percentage point", "pp"),
    "%ポイント": ("percentage point", "pp"),
    "マイクロシーベルト": ("microsievert", "μSv"), "ナノグラム": ("nanogram", "ng"), "ミリグラム": ("milligram", "mg"),
    "ナノメートル": ("nanometer", "nm"), "マイクロメートル": ("micrometer", "μm"), "メガビット": ("megabit", "Mb"),
    "ギガビット": ("gigabit", "Gb"), "デシベル": ("decibel", "dB"),
    "ボルト": ("volt", "V"), "キロボルト": ("kilovolt", "kV"),
    "アンペア": ("ampere", "A"), "キロヘルツ": ("kilohertz", "kHz"), "メガヘルツ": ("megahertz", "MHz"),
    "ギガヘルツ": ("gigahertz", "GHz"), "ギガワット": ("gigawatt", "GW"), "キロワット時": ("kilowatt-hour", "kWh"),
    "メガワット時": ("megawatt-hour", "MWh"), "シーベルト": ("sievert", "Sv"),
    "ミリシーベルト": ("millisievert", "mSv"),
    "ベクレル": ("becquerel", "Bq"), "キロパスカル": ("kilopascal", "kPa"), "メガパスカル": ("megapascal", "MPa"),
    "キロバイト": ("kilobyte", "KB"), "メガバイト": ("megabyte", "MB"), "ペタバイト": ("petabyte", "PB"),
    "マイクログラム": ("microgram", "μg"), "ミリリットル": ("milliliter", "mL"), "ガロン": ("gallon", "gal"),
    "ヤード": ("yard", "yd"), "エーカー": ("acre", "ac"), "オンス": ("ounce", "oz"), "カロリー": ("calorie", "cal"),
    "キロカロリー": ("kilocalorie", "kcal"), "キロトン": ("kiloton", "kt"), "メガトン": ("megaton", "Mt"),
    "センチ": ("centimeter", "cm"), "平方キロ": ("square kilometer", "km²"), "平方マイル": ("square mile", "sq mi"),
    "カラット": ("carat", "ct"), "ニュートン": ("newton", "N"), "ミリ秒": ("millisecond", "ms"),
    "トンキロ": ("ton-kilometer", "tkm"),
    "人キロ": ("passenger-kilometer", "pkm"), "人日": ("person-day", "man-day"), "人月": ("person-month", "man-month"),
    "ルーメン": ("lumen", "lm"), "ピクセル": ("pixel", "px"), "気圧": ("atmosphere", "atm"),
}  # fmt: skip
_UNCHANGED = ("tsubo", "dozen", "horsepower", "hertz", "kilohertz", "megahertz", "gigahertz")
_SYMBOLS = (
    "km2", "km²", "km/h", "km", "cm", "mm", "m2", "m²", "m³", "m3", "m/s", "m", "kg", "g", "t", "nm", "NM", "kt", "kts",
    "ft", "ha", "MHz", "GHz", "kHz", "Hz", "kW", "MW", "GW", "kV", "V", "hPa", "GB", "TB", "MB", "Gbps", "Mbps", "L",
    "kL", "ng/L", "mg/L", "dB", "dBm", "℃", "°C", "度C", "mW", "W", "kWh", "MWh", "GWh", "kbps", "Tbps", "THz", "GPa",
    "kN", "rpm", "Ah", "mAh", "MJ", "GJ", "kcal", "ppm", "ppb", "dBi", "μm", "ms", "PB", "kPa", "MPa",
    "mSv", "μSv", "kl", "mL", "ml", "mg/m3", "mg/m³", "μg/m3", "μg/m³", "mSv/h", "μSv/h", "Sv/h", "Sv", "Bq/kg", "Bq/L",
    "mg", "μg", "ng", "cc", "mmHg", "kJ", "Wh", "TEU", "DWT", "GT", "‰", "m³/s", "m3/s",
    "Bq/m3", "Bq/m³", "Bq/m2", "Bq", "m/秒", "km/秒", "km/時", "km/s", "t/h", "kg/m3", "kg/m³", "kWh/m2", "W/m2",
)  # fmt: skip
WORD_UNITS = _WORDS
"""Of each unit that is written as a word its English in the singular, and its symbol."""
UNIT_WORDS = tuple(sorted(_WORDS, key=len, reverse=True))
"""The units that are written as words, the longest first."""
SYMBOL_UNITS = tuple(sorted(_SYMBOLS, key=len, reverse=True))
"""The units that are written with Latin symbols, the longest first."""
_NO_UNIT = (
    "(?<=センチ)[ァ-ヺー]|(?<=キロ)[ァ-ヺー]|(?<=気圧)配|(?<=人[日月])[本曜給数程系米中韓露豪印収額例間刊末初上下]"
)
_WORD_UNIT, _SYMBOL_UNIT = "|".join(UNIT_WORDS), "|".join(SYMBOL_UNITS)
_WORD = re.compile(rf"(?P<number>{KANJI_DECIMAL}|{NUMBER})(?P<unit>{_WORD_UNIT})(?!{_NO_UNIT})")
_SYMBOL = re.compile(
    rf"(?P<number>[二三四五六七八九十百千]{{2,6}}|{MIXED})(?P<unit>{_SYMBOL_UNIT})(?![A-Za-z0-9]|/[A-Za-z])"
)
_AND_A_HALF = re.compile("(?<=トン|[0-9]t)半(?![径数分額島年ば導世永期端])")
"""Behind tons: ３トン半トラック."""
_SPEED = re.compile(
    rf"(?P<per>[時秒]速|毎[時秒])約?(?:(?P<low>{NUMBER})(?:km|キロ(?:メートル)?|m|メートル)?(?:~|から))?"
    rf"(?P<number>{NUMBER})(?P<unit>km|キロ(?:メートル)?|m|メートル)(?![A-Za-z/])"
)
_WIND = re.compile(rf"風速(?:[はが:、]|で)?約?(?P<number>{NUMBER})(?:メートル|m)(?![A-Za-z/])")
"""A speed whose second goes without saying."""
_AND_CENTIMETERS = re.compile(
    r"(?P<whole>[0-9]{1,3})(?:メートル|m)(?P<part>[0-9]{2})(?=[のがをはにでともへ、。,)」~]|から|まで|以[上下]|程度|ほど|$)"
)
"""Meters with two decimals behind them, and no second unit: 1メートル50."""
_HEADING = re.compile(r"(?:針路|進路|方位)[はをがに:]?(?:真方位)?(?P<number>0[0-9]{2}|[12][0-9]{2}|3[0-5][0-9]|360)度")
"""Three figures of a compass: 針路090度."""
_BITS = re.compile(rf"(?:毎秒|秒間)約?(?P<number>{NUMBER})(?P<scale>キロ|メガ|ギガ|テラ)ビット")
_BIT_SCALES = {"キロ": ("kilo", "kbps"), "メガ": ("mega", "Mbps"), "ギガ": ("giga", "Gbps"), "テラ": ("tera", "Tbps")}
_KILO = re.compile(rf"(?P<number>{NUMBER})(?:キロ|(?P<mm>ミリ))(?![ァ-ヺー])")
_FAR = re.compile(
    "距離|射程|航続|飛距離|行動半径|範囲|移動|深さ|震源|全長|海岸|沖|沿|飛|離れ|圏|先|[東西南北]|前線|国境|高度|線|[道幅列]|長さ|ファイバー|走|半径|航|進"
)
_RANGE = re.compile("(?:射程|距離|高度|全長|半径|延長)(?:は|が|:)?$")
_OTHER_LENGTH = re.compile("[0-9](?:海里|マイル|km|キロメートル|メートル)")
_HEAVY = re.compile(
    "重[量さ]|体重|質量|炸薬|食べ物|ウラン|プルトニウム|弾頭|覚醒剤|コカイン|麻薬|[火爆]薬|物資|積載|搭載|食料|荷|(?<!誘導)弾(?!道)|袋|肉|麦|土の?嚢|土のう|資材"
)
_OF_MILLIMETERS = re.compile("毎時|1時間に|雨|降水|積雪|水位|口径|[砲銃弾]|厚さ|鋼板")
_LOAD = re.compile("(?:級?爆弾|不発弾|焼夷弾|分?の(?:荷|貨物|物資|食[料糧]|資材|弾頭|[火爆]薬|覚醒剤|コカイン))")
_WAY = re.compile(
    "(?:ほど)?(?:進|先|手前|沖|離れ|飛|走|(?:ごと|おき)に[並設置]|[長短][いくか]|圏|移動|航|泳|歩|[東西南北]|の(?:距離|地点|海域|沖|空域|区間|道|範囲))"
)
"""What a number of キロ right before it can only weigh, and what it can only be the length of."""
_OF_ATHLETES = re.compile("柔道|レスリング|ボクシング|テコンドー|空手|重量挙げ|ウエイトリフティング|階級")
"""What a text speaks of whose 級 behind キロ is a class of weight: 男子66キロ級."""
_KILO_PRICED = re.compile(rf"(?<![0-9.,])1キロ(?=約?{NUMBER}(?:円|ドル|ユーロ|元))")
_FARE = re.compile("運賃|料金|タクシー|走行")
_CELSIUS = re.compile(rf"(?P<side>摂氏|氷点下|零下|華氏)(?P<number>{ARABIC})度(?![0-9])")
_WARMTH = re.compile(
    rf"(?<![年月週])(?<![年月週日回人]に)(?P<number>{ARABIC})度(?![0-9目合数量近]|以(?![上下]))(?:C(?![A-Za-z]))?"
)
_OF_WARMTH = re.compile("気温|水温|体温|室温|海水温|温度|猛暑|真夏日|冷え込|平年|産業革命|温暖化")
_THAN = re.compile("(?:より|比べ)[てもは、約]*$")
_HIGHER = re.compile("(?:ほど|前後|程度|以上|近く|余り|も)?[高低][いくかけ]")
"""Before and behind degrees of anything, where the number is no number of times: 昨日より２度高い."""
_OF_ANGLES = re.compile("角度|仰角|俯角|方位|傾|視野")
_OF_TURNS = re.compile("旋回|回転")
"""What turns by few degrees is said to turn so many times: ３度旋回した."""
_FEW_TURNS = 9
_MACH = re.compile(rf"(?:マッハ|Mach )(?P<number>{ARABIC})(?![0-9A-Za-z])")
_SOURCES_OF_ARC = (
    r"(?P<degrees>[0-9]{1,3}(?:\.[0-9]+)?|[〇一二三四五六七八九十百]{1,6})度"
    r"(?:(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?|[〇一二三四五六七八九十]{1,4})分)?(?:(?P<seconds>[0-9]{1,2}|[〇一二三四五六七八九十]{1,4})秒)?"
)
_COORDINATE = re.compile(rf"(?P<side>北緯|南緯|東経|西経){_SOURCES_OF_ARC}")
_LAST_COORDINATE = re.compile(rf"(?:~|から|-){_SOURCES_OF_ARC}(?:まで)?")
"""The end of a range of coordinates whose side is named once: 北緯25度10分～26度30分."""
_SIDES = {
    "北緯": ("N", "north", "latitude"), "南緯": ("S", "south", "latitude"), "東経": ("E", "east", "longitude"),
    "西経": ("W", "west", "longitude"),
}  # fmt: skip
_ARC: tuple[tuple[str, str], ...] = (("degrees", "°"), ("minutes", "′"), ("seconds", "″"))
_ARC_FIGURE = r"[0-9]{1,2}(?:\.[0-9]+)?"
_SYMBOLIC = re.compile(
    rf"(?<![0-9.])(?P<figures>[0-9]{{1,3}}°(?:{_ARC_FIGURE}'(?:{_ARC_FIGURE}(?:''|\"))?)?)(?P<side>[NSEW])(?![A-Za-z])"
)
"""Coordinates written with the signs: 34°23′05″N."""
_MAGNITUDE = re.compile(rf"(?:マグニチュード|(?<![A-Za-z])M(?=[0-9]\.[0-9]))(?P<number>{ARABIC})(?![0-9A-Za-z])")
_INTENSITY = re.compile("震度(?P<number>[0-7])(?P<half>[強弱])?")
_SHAKING = re.compile("(?<![0-9.,])(?P<number>[56])(?P<half>[強弱])(?=[のをでがはと、。]|$)")
"""An intensity behind one that was named as such: 震度６弱、…では５強の揺れ."""


def find_measures(scan: Scan) -> Iterator[Placeable]:
    """The numbers with a unit of measure."""
    yield from _find_winds(scan)
    for pattern in (_WORD, _SYMBOL):
        for match in scan.at_numbers(pattern):
            value = parse_number(match["number"])
            if value is not None:
                half = _AND_A_HALF.match(scan.text, match.end())
                value += Decimal("0.5") if half else 0
                amounts = number_forms(value) if half else _amounts(match, value)
                forms = unit_forms(match["unit"], amounts, value, scan)
                yield placed(scan, (match.start(), (half or match).end()), forms, ConstraintKind.QUANTITY)
    for match in scan.at_numbers(_AND_CENTIMETERS):
        value = Decimal(f"{match['whole']}.{match['part']}")
        amounts = (f"{value}", f"{value.normalize():f}")
        yield placed(scan, match.span(), unit_forms("メートル", amounts, value, scan), ConstraintKind.QUANTITY)
    yield from _find_short_units(scan)
    yield from _find_rates(scan)
    yield from _find_places(scan)
    yield from _find_earthquakes(scan)


def _find_winds(scan: Scan) -> Iterator[Placeable]:
    """The speed of wind: 最大風速40メートル is ``40 m/s``."""
    for match in _WIND.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            units = ("m/s", "meters per second", "metres per second", "m per second")
            forms = [f"{amount} {unit}" for unit in units for amount in number_forms(value)]
            yield placed(scan, (match.start("number"), match.end()), forms, ConstraintKind.QUANTITY)


def _find_short_units(scan: Scan) -> Iterator[Placeable]:
    """キロ and ミリ by themselves: kilometers or kilograms, by what the text speaks of, where it leaves no doubt."""
    for match in () if _FARE.search(scan.text) else _KILO_PRICED.finditer(scan.text):
        priced = [f"{word} {unit}" for unit in ("kilogram", "kg") for word in ("per", "a", "1", "one", "each")]
        yield Placeable.of(*match.span(), priced, ConstraintKind.QUANTITY)
    for match in scan.at_numbers(_KILO):
        value = parse_number(match["number"])
        around = scan.text[max(0, match.start() - 20) : match.end() + 15]
        is_far = _is_far(match, scan.text)
        is_classed = scan.text.startswith("級", match.end()) and bool(_OF_ATHLETES.search(scan.text))
        is_far, is_heavy = is_far and not is_classed, is_classed or _is_heavy(match, around)
        unit = "キロメートル" if is_far else "キログラム"
        if match["mm"]:
            unit, is_far, is_heavy = "ミリメートル", bool(_OF_MILLIMETERS.search(scan.text)), False
        if value is not None and not match["mm"] and is_far == is_heavy:
            yield Placeable(match.start(), match.start(), "", ConstraintKind.NUMBER, finding=_which_kilo(match[0]))
        elif value is not None and is_far != is_heavy:
            forms = unit_forms(unit, _amounts(match, value), value, scan)
            yield placed(scan, match.span(), forms, ConstraintKind.QUANTITY)


def _which_kilo(source: str) -> Finding:
    message = f"{source} may be kilometers or kilograms; the paper does not say."
    return Finding(Code.AMBIGUOUS_UNIT, Severity.WARNING, message, hint="Check the unit in the original.")


def _is_heavy(match: re.Match[str], around: str) -> bool:
    """Whether what stands around a number of キロ speaks of a weight, and nothing right beside it of a distance."""
    is_way = _RANGE.search(match.string, 0, match.start()) or _WAY.match(match.string, match.end())
    return not is_way and bool(_HEAVY.search(around) or _LOAD.match(match.string, match.end()))


def _is_far(match: re.Match[str], text: str) -> bool:
    """Whether what stands around a number of キロ speaks of a distance; a bomb or a load behind it has a weight."""
    around = text[max(0, match.start() - 20) : match.end() + 15]
    if _RANGE.search(text, 0, match.start()) or _WAY.match(text, match.end()):
        return True
    is_far = bool(_FAR.search(around) or _OTHER_LENGTH.search(text))
    return is_far and not _LOAD.match(text, match.end())


def _find_rates(scan: Scan) -> Iterator[Placeable]:
    """Speeds (時速80km → 80 km/h, マッハ５ → Mach 5) and temperatures (摂氏25度 → 25 °C)."""
    for match in _SPEED.finditer(scan.text):
        value = parse_number(match["number"])
        if value is None or (match["low"] and parse_number(match["low"]) is None):
            continue
        symbol = "km" if match["unit"][0] in "kキ" else "m"
        names = unit_names("kilometer" if symbol == "km" else "meter", value, scan.style.spelling)
        hour, article = ("hour", "an") if "時" in match["per"] else ("second", "a")
        units = [f"{symbol}/{hour[0]}", f"{symbol} per {hour}"]
        units += [f"{name} {link} {hour}" for name in names for link in ("per", article)]
        forms = [f"{amount} {unit}" for unit in units for amount in number_forms(value)]
        if match["low"]:
            low = number_forms(parse_number(match["low"]) or value)[0]
            forms = [f"{low} {link} {form}" for link in ("to", "-") for form in forms]
        if "約" in match[0]:
            forms = [f"{word} {form}" for form in forms for word in ABOUT]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)
    for match in _BITS.finditer(scan.text):
        value = parse_number(match["number"])
        if value is not None:
            scale, symbol = _BIT_SCALES[match["scale"]]
            forms = [f"{amount} {scale}bits per second" for amount in number_forms(value)]
            yield Placeable.of(*match.span(), [*forms, f"{match['number']} {symbol}"], ConstraintKind.QUANTITY)
    yield from _find_degrees(scan)
    for match in _MACH.finditer(scan.text):
        yield Placeable.of(*match.span(), (f"Mach {match['number']}",), ConstraintKind.QUANTITY)
    for match in _CELSIUS.finditer(scan.text):
        scale, letter = ("Fahrenheit", "F") if match["side"] == "華氏" else ("Celsius", "C")
        number = "minus " * (is_below := match["side"] in ("氷点下", "零下")) + match["number"]
        forms = [f"{number} °{letter}", f"{number}°{letter}", f"{number} degrees {scale}", f"{number} degrees"]
        if is_below:
            forms = [*forms[2:], *forms[:2], f"{match['number']} degrees below zero", f"{match['number']} below zero"]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)


def _find_degrees(scan: Scan) -> Iterator[Placeable]:
    """Degrees without a scale, by what the text speaks of: 気温35度, 仰角45度, 針路090度."""
    for match in _HEADING.finditer(scan.text):
        number = match["number"]
        forms = [f"{number} degrees", f"{number}°", f"{number} deg", number]
        yield Placeable.of(match.start("number"), match.end(), forms, ConstraintKind.QUANTITY)
    is_warm, is_angle, is_turn = (bool(of.search(scan.text)) for of in (_OF_WARMTH, _OF_ANGLES, _OF_TURNS))
    is_read = is_warm != (is_angle or is_turn)
    for match in scan.at_numbers(_WARMTH):
        number = match["number"]
        is_more = _THAN.search(scan.text, 0, match.start()) and _HIGHER.match(scan.text, match.end())
        if not (is_read or is_more):
            continue
        if is_turn and not is_angle and Decimal(number.replace(",", "")) <= _FEW_TURNS:
            continue
        degrees = "degree" if number == "1" else "degrees"
        forms = [f"{number} {degrees}", f"{number}°", f"{number}-degree"]
        if is_warm and is_read:
            forms = [f"{number} {degrees} Celsius", f"{number} °C", f"{number}°C", *forms]
        yield placed(scan, match.span(), forms, ConstraintKind.QUANTITY)


def _amounts(match: re.Match[str], value: Decimal) -> tuple[str, ...]:
    return number_forms(value, scaled=is_scaled(match["number"]))


def unit_forms(unit: str, amounts: tuple[str, ...], value: Decimal, scan: Scan) -> list[str]:
    """The amounts of a value with its unit, one of the words or one of the symbols, the preferred form first."""
    if unit not in _WORDS:
        return _symbol_forms(unit, amounts, value, scan)
    one, symbol = _WORDS[unit]
    names = unit_names(one, value, scan.style.spelling)
    if one == "point":
        names += ("percentage point" if value == 1 else "percentage points",)
    forms = [f"{amount} {name}" for name in names for amount in amounts]
    forms += [f"{one_of} {names[0]}" for one_of in ("per", "a", "an", "each") if value == 1]
    forms += [f"{amount} {symbol}" for amount in amounts]
    return [*forms, *(f"{amount}-{unit_names(one, Decimal(1), scan.style.spelling)[0]}" for amount in amounts)]


def _symbol_forms(written: str, amounts: tuple[str, ...], value: Decimal, scan: Scan) -> list[str]:
    unit = written.replace("m2", "m²").replace("m3", "m³").replace("秒", "s").replace("時", "h")
    symbol = {"kl": "kL", "ml": "mL", "℃": "°C", "度C": "°C"}.get(unit, unit)
    names = [
        name
        for one, short in _WORDS.values()
        if short == symbol
        for name in unit_names(one, value, scan.style.spelling)
    ]
    forms = [f"{amount} {name}" for name in (symbol, *names) for amount in amounts]
    forms += [f"{one_of} {symbol}" for one_of in ("per", "a", "each") if value == 1]
    return [*forms, *(f"{amount}{symbol}" for amount in amounts)]


def unit_names(one: str, value: Decimal, spelling: str) -> tuple[str, ...]:
    """The unit in the singular or plural, in the spelling of the house and in the other."""
    name = one
    if value != 1 and one not in _UNCHANGED:
        name = {"foot": "feet", "inch": "inches"}.get(one, f"{one}s")
    british = name.replace("meter", "metre").replace("liter", "litre").replace("ton", "tonne")
    if "ton" in name:
        return (name, british)
    return (british, name) if spelling == "uk" else (name, british)


def _find_places(scan: Scan) -> Iterator[Placeable]:
    """Latitudes and longitudes: 北緯38度15分 → 38°15′ N."""
    for match in _COORDINATE.finditer(scan.text):
        letter, _, _ = _SIDES[match["side"]]
        last = _LAST_COORDINATE.match(scan.text, match.end())
        forms = list(_arc_forms(match, match["side"]))
        if last:
            pairs = list(zip(forms, _arc_forms(last, match["side"]), strict=True))
            pairs += [(one.removesuffix(letter).strip(), other) for one, other in pairs]
            forms = [f"{one} {link} {other}" for link in ("to", "-") for one, other in pairs]
            forms += [f"between {one} and {other}" for one, other in pairs]
        yield Placeable.of(match.start(), (last or match).end(), forms, ConstraintKind.QUANTITY)
    for match in _SYMBOLIC.finditer(scan.text):
        typed = match["figures"].replace("''", '"')
        figures = typed.replace('"', "″").replace("'", "′")
        forms = [f"{form}{gap}{match['side']}" for form in (figures, typed) for gap in (" ", "")]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)


def _arc_forms(match: re.Match[str], named: str) -> Iterator[str]:
    """``38°15′ N`` and its like for what a match holds of degrees, minutes and seconds."""
    letter, side, kind = _SIDES[named]
    given = [(_arc_figure(match[name]), name, sign) for name, sign in _ARC if match[name]]
    compact = "".join(text + sign for text, _, sign in given)
    spoken = " ".join(f"{text} {name if float(text) != 1 else name[:-1]}" for text, name, _ in given)
    typed = compact.replace("′", "'").replace("″", '"')
    yield from (f"{figures}{gap}{letter}" for figures in (compact, typed) for gap in (" ", ""))
    yield from (f"{spoken} {side} {kind}", f"{spoken} {side}", f"{kind} {spoken} {side}")


def _arc_figure(text: str) -> str:
    """The figure as it is written, one in kanji in figures."""
    return text if text[0].isdigit() else str(parse_number(text))


def _find_earthquakes(scan: Scan) -> Iterator[Placeable]:
    """Magnitudes, and intensities on the scale of the Japan Meteorological Agency (震度６強 → 6 Upper)."""
    for match in _MAGNITUDE.finditer(scan.text):
        number = match["number"]
        forms = [f"magnitude {number}", f"magnitude of {number}", f"M{number}"]
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)
    shaking = list(_SHAKING.finditer(scan.text)) if "震度" in scan.text else []
    for match in [*_INTENSITY.finditer(scan.text), *shaking]:
        half = {"強": "Upper", "弱": "Lower"}.get(match["half"] or "", "")
        degree = f"{match['number']} {half}".strip()
        forms = [f"seismic intensity {degree}", f"seismic intensity of {degree}", f"intensity {degree}", degree]
        forms += [f"{half} {match['number']}"] if half else []
        yield Placeable.of(*match.span(), forms, ConstraintKind.QUANTITY)
