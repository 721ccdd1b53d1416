"""Periods: durations (２時間３０分間, １年半) and decades (1990年代前半)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.eras import ERA_NAMES, western_year
from briefgen.japanese.numerals import ARABIC, parse_number
from briefgen.model.segment import ConstraintKind, Strength
from briefgen.terms.english import group_digits, in_words, join_words, ordinal, ordinal_word, spell
from briefgen.terms.placeables.bare_days import EACH_DAY, LENGTH_BEFORE, LENGTH_MARKS, MUCH, NAMED_DAY, NO_TIME
from briefgen.terms.placeables.common import Placeable, Scan, placed

__all__ = ["COUNTED_YEARS", "NO_MINUTE", "duration_forms", "find_periods"]

_KANJI = "〇一二三四五六七八九十百千万"
_N = rf"(?:{ARABIC}(?:[十百千]?万(?:{ARABIC})?)?[十百千]?|[{_KANJI}]{{1,8}})"
_AMOUNT = r"(?=以内|以上|以下|未満|ぶり|余り?|程度|弱|強|半|後|前後|[・、]?[0-9]+(?:か|カ|ヶ|ケ|箇|ヵ)月)"
NO_MINUTE = "[野類析割担離散隊科岐断布権量解団]"
"""Behind 分 where it counts no minutes."""
COUNTED_YEARS = (
    "前(?![半期後場年])|の(?:歴史|伝統|歳月|時を|長)|続[いくけ]|を(?:生き|超え|経|過ぎ)"
    "|(?:以上|余り?)(?:前|も|続|の歴史|に?(?:わた|及))"
)
"""Pattern of what follows 年 where years are counted, however many."""
_UNITS = (
    (
        "year",
        rf"(?:年|[かカヶケ箇ヵ]年(?!度|計画|目))(?:間|{_AMOUNT}|(?=前(?:[倒のにかと、よまはも。]|$))|(?=来(?![日年月場訪客]))|(?![度代予生次目式金齢号賀期末初中内始々前頭来頃]|[0-9{_KANJI}]{{1,3}}月|[0-9A-Z]{{1,2}}組))",
    ),
    ("month", r"(?:か|カ|ヶ|ケ|箇|ヵ|ヵ)月(?!目)間?"),
    ("week", r"週(?:間|(?![目末刊明次報休番]))(?!目)"),
    ("day", rf"日(?:間|{_AMOUNT})(?!目)"),
    ("hour", r"時間(?![帯割外軸差給的目])"),
    ("minute", rf"分(?:間(?!に合|違)|(?!間に合|間違|{NO_MINUTE}|の[0-9一二三四五六七八九十]))"),
    ("second", r"秒(?!速)間?"),
)
_CHAIN = "".join(f"(?:(?P<{unit}>{_N}){tail})?" for unit, tail in _UNITS)
_HALF = "(?P<half>半(?![額減分数期径島ば世導永端官球信]))?"
_DURATION = re.compile(rf"(?<![0-9{_KANJI}万億兆第数何同])(?<![0-9][.,:])(?=[0-9{_KANJI}]){_CHAIN}{_HALF}")

_ODD = re.compile(
    rf"(?<![0-9.,第{_KANJI}])(?P<number>{_N})(?:有余|余|数)(?P<unit>年|日|か月|時間|分|週間)間?(?![度代])"
)

_LONG_DAYS = re.compile(
    rf"(?<![0-9.,第{_KANJI}数何])(?P<day>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{3,}}|3[2-9]|[4-9][0-9]"
    rf"|(?!百日|二百[一二]?十日)[{_KANJI}]{{0,3}}[百千万][{_KANJI}]{{0,5}})日(?!目)間?"
)
"""Days beyond those of a month; 百日 and 二百十日 are days with names."""
_ONE_DAY = "(?<![0-9.,第月年〇一二三四五六七八九十])[1一]日"
_DAYS = re.compile(
    rf"(?<![0-9.,第月年{_KANJI}])(?P<day>[0-9]{{1,2}}|[{_KANJI}]{{1,3}})日"
    rf"(?={LENGTH_MARKS}|当たり|あたり|につき|平均|に?[0-9]+回|に[一二三1-3]度)"
    rf"|(?:{LENGTH_BEFORE})(?P<day2>[0-9]{{1,2}}|[{_KANJI}]{{1,3}})日(?!目|{NAMED_DAY})間?"
)
_PER_DAY = re.compile(rf"{_ONE_DAY}(?=当たり|あたり|につき|の?(?:{MUCH})|約?[0-9]{NO_TIME}|に{EACH_DAY})")
_EACH = re.compile("当たり|あたり|につき")
_BESIDE_ONE = (
    (re.compile("今後|向こう|次|この先|これから|むこう|翌|先"), ("next", "coming", "following")),
    (re.compile("過去|直近|この|ここ|昨|前|去|最近"), ("past", "last", "previous")),
    (re.compile("最初|初|冒頭|開始|当初|就任"), ("first",)),
    (re.compile("[毎各半に]|ごと|おき|置き|[度回]|平均|あたり|当たり|[0-9],"), ("every", "each", "per")),
)
"""Words near a single year or hour, and what it may be called beside them."""
_NEAR = 8
_IN_ONE_DAY = re.compile(rf"{_ONE_DAY}(?=だけで|で約?[0-9,.]+[^0-9,.年周歳か])")
_EVERY_OTHER_DAY = re.compile(rf"{_ONE_DAY}(?:おき|置き)")
_SAME_HOUR = re.compile("(?:同[0-9]{1,2}分)|[0-9]{1,2}分(?=頃|ごろ)")
_IN_A_ROW = re.compile(
    rf"(?<![0-9.,第{_KANJI}])(?P<number>{_N})(?P<unit>年度?|日間?|か月|週間?|回|期|夜|晩)(?:連続|(?=続[伸落]))"
)
_UNIT_NAMES = {
    "月": "month", "年": "year", "日": "day", "か": "month", "週": "week", "回": "time", "期": "term", "夜": "night",
    "晩": "night",
}  # fmt: skip
_NO_KANJI = re.compile(
    "十分(?!間)|[一二三五]分(?!間)|一年(?![一二三四五六七八九十]か月)|百年|千年|万|一時(?!間[0-9一二三四五六七八九十])"
    "|(?:十年一[日昔]|三年(?:寝太郎|坂)|[七百]年戦争|三十年戦争|九分九厘|[一二三四五六七八九]分(?=[一-龯ァ-ヺ])"
    "(?![一二三四五六七八九十]{1,3}秒|[間後前以程遅早延経休半弱強余未超内毎差頃過待走歩停着発])"
    "|[一二三四五六七八九]分[さしすせ])"
)
"""Words in kanji that count no time: 十分, 六分儀, 四分五裂, 七分咲き, 八分目, 三分する, 三十年戦争."""
_FISCAL_YEARS = re.compile(rf"(?<![0-9.,第{_KANJI}])(?P<number>{_N})[かカヶケ箇ヵ]年度(?P<within>以内)?")
_TWO_OR_THREE = re.compile(
    r"(?<![0-9.,第])(?P<low>[1-9])[、,](?P<high>[2-9])(?P<unit>年|日|か月|時間|分(?!の[0-9])|週間)間?(?![度代、]|生(?!き))"
)
_DECADE = re.compile(
    r"(?<![0-9〇一二三四五六七八九和成正治])(?P<decade>[12][0-9]{2}0|[2-9]0|[一二][〇一二三四五六七八九]{2}〇|[二三四五六七八九]〇)年代(?P<part>初頭|初め|前半|半ば|中頃|後半|末)?"
)
_DECADES = re.compile(
    r"(?<![0-9.,〇一二三四五六七八九和成正治])(?P<low>[12][0-9]{2}0)(?P<link>[~、・-]|から)(?P<decade>[12][0-9]{2}0|[2-9]0)年代(?!前|後|半|初|末|中)"
)
_ERA_DECADE = re.compile(f"(?P<era>{ERA_NAMES})(?P<decade>[1-6]0)年代(?P<part>前半|半ば|後半)?")
_ERA_PARTS = {"": "", "前半": "the first half of ", "半ば": "the middle of ", "後半": "the second half of "}
_DECADE_PARTS = {"初": "early ", "前": "early ", "半": "mid-", "中": "mid-", "後": "late ", "末": "late "}
_PER_DAY_FORMS = ("per day", "a day", "daily", "each day", "every day", "1 day", "one day", "day")
_HALVES = {"year": (6, "month"), "hour": (30, "minute"), "minute": (30, "second")}
_LAST_YEAR = 2999
_MAY_BE_HALVED = ("year", "month", "week", "day", "hour", "minute")


def find_periods(scan: Scan) -> Iterator[Placeable]:
    """The durations and decades of the text."""
    yield from _find_rates(scan)
    for pattern in (_DURATION, _LONG_DAYS, _DAYS) if "日" in scan.text else (_DURATION,):
        for match in pattern.finditer(scan.text):
            yield from _read_duration(match, scan)
    yield from _find_lengths(scan)
    yield from _find_decades(scan)
    for match in _ERA_DECADE.finditer(scan.text):
        yield from _era_decade(match)


def _find_decades(scan: Scan) -> Iterator[Placeable]:
    """The decades, two of them (1980～90年代) as one."""
    taken: set[int] = set()
    for match in _DECADES.finditer(scan.text):
        low, high = match["low"], match["low"][: 4 - len(match["decade"])] + match["decade"]
        if low < high:
            link = "and" if match["link"] in "、・" else "to"
            forms = [f"the {low}s {link} the {high}s", f"the {low}s {link} {high}s", f"{low}s {link} {high}s"]
            taken.add(match.start("decade"))
            yield Placeable.of(*match.span(), forms, ConstraintKind.DATE)
    for match in _DECADE.finditer(scan.text):
        if match.start() not in taken:
            yield _decade(match)


def _decade(match: re.Match[str]) -> Placeable:
    """``the early 2030s``; a decade in two figures is of this century up to the forties, and reported."""
    decade = str(parse_number(match["decade"]))
    full = decade if len(decade) == 4 else f"{'20' if decade < '50' else '19'}{decade}"
    name = f"{_DECADE_PARTS[match['part'][0]] if match['part'] else ''}{full}s"
    read = Placeable.of(*match.span(), (f"the {name}", name), ConstraintKind.DATE)
    if full == decade or _full_decade_before(match, full):
        return read
    message = f"{match[0]} was read as the {name}; the paper does not name the century."
    finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the decade in the original.")
    return replace(read, finding=finding)


def _full_decade_before(match: re.Match[str], full: str) -> bool:
    """Whether a decade in full, of the same century and no later, stands before one in two figures."""
    before = (str(parse_number(one["decade"])) for one in _DECADE.finditer(match.string, 0, match.start()))
    return any(len(one) == 4 and one[:2] == full[:2] and one <= full for one in before)


def _era_decade(match: re.Match[str]) -> Iterator[Placeable]:
    """``1975 to 1984`` for 昭和50年代, whose ten years begin in the middle of a western decade."""
    first = western_year(match["era"], int(match["decade"]))
    last = western_year(match["era"], int(match["decade"]) + 9)
    if first and last:
        part = _ERA_PARTS[match["part"] or ""]
        spans = (f"{first} to {last}", f"{first}-{last}", f"the years {first} to {last}", f"the {match['decade']}s")
        forms = [f"{part}{years}" for years in spans]
        yield Placeable.of(*match.span(), forms, ConstraintKind.DATE)


def _find_rates(scan: Scan) -> Iterator[Placeable]:
    """Each day (1日15分), every other day, years in a row (3年連続), and minutes of an hour named before (同45分頃)."""
    for match in _PER_DAY.finditer(scan.text):
        daily = Placeable.of(*match.span(), _PER_DAY_FORMS, ConstraintKind.DURATION)
        yield replace(daily, strength=Strength.SHOULD)
    for match in _IN_ONE_DAY.finditer(scan.text):
        yield Placeable.of(*match.span(), duration_forms([(Decimal(1), "day")]), ConstraintKind.DURATION)
    for match in _EVERY_OTHER_DAY.finditer(scan.text):
        yield Placeable.of(*match.span(), ("every other day", "every second day"), ConstraintKind.DURATION)
    for match in _SAME_HOUR.finditer(scan.text):
        if scan.text[: match.start()].endswith(("から", "~")) or match[0].startswith("同"):
            yield Placeable(*match.span(), "", ConstraintKind.TIME)
    for match in _ODD.finditer(scan.text):
        if (number := parse_number(match["number"])) is not None:
            yield Placeable.of(*match.span(), _odd_forms(number, match["unit"]), ConstraintKind.DURATION)
    for match in _IN_A_ROW.finditer(scan.text):
        number, unit = parse_number(match["number"]), _UNIT_NAMES[match["unit"][0]]
        if number is not None and 1 < number < 10_000:
            yield Placeable.of(*match.span(), _row_forms(int(number), unit), ConstraintKind.DURATION)


def _find_lengths(scan: Scan) -> Iterator[Placeable]:
    """Fiscal years that are counted (5か年度), and 2、3週間, which is two or three."""
    for match in _FISCAL_YEARS.finditer(scan.text):
        if (number := parse_number(match["number"])) is not None:
            forms = [f"{amount} fiscal year{'' if number == 1 else 's'}" for amount in (number, in_words(number))]
            within = [f"{word} {form}" for word in ("within", "up to", "not more than") for form in forms]
            yield Placeable.of(*match.span(), within if match["within"] else forms, ConstraintKind.DURATION)
    for match in _TWO_OR_THREE.finditer(scan.text):
        low, high = Decimal(match["low"]), Decimal(match["high"])
        if high == low + 1:
            unit = {"時間": "hour", "分": "minute"}.get(match["unit"]) or _UNIT_NAMES[match["unit"][0]]
            pairs = [(low, high), (spell(int(low)), spell(int(high)))]
            forms = [f"{one} {link} {other} {unit}s" for link in ("or", "to") for one, other in pairs]
            yield Placeable.of(*match.span(), [*forms, f"{low}-{high} {unit}s"], ConstraintKind.DURATION)


def _odd_forms(number: Decimal, written: str) -> list[str]:
    """``more than 20 years`` for 二十余年."""
    unit = {"時間": "hour", "分": "minute"}.get(written) or _UNIT_NAMES[written[0]]
    forms = [f"{word} {amount}" for word in ("more than", "over") for amount in duration_forms([(number, unit)])[:2]]
    return [*forms, f"{group_digits(number)}-odd {unit}s", f"some {group_digits(number)} {unit}s"]


def _row_forms(number: int, unit: str) -> list[str]:
    """``3 consecutive years``, ``third straight year``."""
    counts, nths = [str(number), spell(number)] if number < 100 else [f"{number:,}"], [ordinal(number)]
    nths += [ordinal_word(number)] if number < 100 else []
    words = ("consecutive", "straight", "successive")
    forms = [f"{count} {word} {unit}s" for word in words for count in counts]
    forms += [f"{nth} {word} {unit}" for word in words for nth in nths]
    return [*forms, *(f"{count} {unit}s" for count in counts), *nths]


def _read_duration(match: re.Match[str], scan: Scan) -> Iterator[Placeable]:
    parts = [
        (parse_number(text), unit.rstrip("2")) for unit, text in match.groupdict().items() if text and unit != "half"
    ]
    is_word = _NO_KANJI.match(scan.text, match.start()) and not re.match("[^年分]+[年分]間", match[0])
    if not parts or is_word or _is_minute_of_hour(match, scan) or _is_year_number(match, parts):
        return
    amounts = [(number, unit) for number, unit in parts if number is not None]
    has_half = bool(match.groupdict().get("half"))
    if len(amounts) < len(parts) or (has_half and amounts[-1][1] not in _MAY_BE_HALVED):
        return
    forms = _half_forms(amounts) if has_half else duration_forms(amounts)
    forms += tuple(_forms_beside(amounts, scan.text, match))
    each = _EACH.match(scan.text, match.end())
    if each and len(amounts) == 1 and amounts[0][0] == 1:
        forms = (*(f"{word} {amounts[0][1]}" for word in ("per", "each", "every")), *forms)
        yield Placeable.of(match.start(), each.end(), forms, ConstraintKind.DURATION)
        return
    yield placed(scan, match.span(), forms, ConstraintKind.DURATION)


def _forms_beside(amounts: Sequence[tuple[Decimal, str]], text: str, match: re.Match[str]) -> Iterator[str]:
    """``next year`` for 今後1年, ``every hour`` for 1時間ごと: no lengths of time without those words."""
    (number, unit), *more = amounts
    if number == 1 and not more:
        for beside, words in _BESIDE_ONE:
            if beside.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
                yield from (f"{word} {unit}" for word in words)


def _is_minute_of_hour(match: re.Match[str], scan: Scan) -> bool:
    """Whether the minutes belong to a time of day before them (１５時３０分), or are games drawn (５勝３敗２分)."""
    return scan.text.endswith(("時", "敗", "勝"), 0, match.start())


def _is_year_number(match: re.Match[str], parts: list[tuple[Decimal | None, str]]) -> bool:
    """Whether it may be a year of the calendar: 1000 to 2999 before 年, where nothing says that years are counted."""
    number, unit = parts[0]
    if unit != "year" or number is None or not 1000 <= number <= _LAST_YEAR or "," in match[0]:
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_counted = before.endswith("約") or match[0].endswith("間") or after.startswith(("前の", "前に", "前、"))
    return not (is_counted or re.match(COUNTED_YEARS, after))


def duration_forms(amounts: Sequence[tuple[Decimal, str]]) -> tuple[str, ...]:
    """``2 hours and 30 minutes`` and its like in words; for a single amount also ``30-minute``."""
    figures = [_count(number, unit) for number, unit in amounts]
    forms = [join_words(figures), " ".join(figures)]
    words = [_count(number, unit, is_spelled=True) for number, unit in amounts]
    mixed = [_count(number, unit, is_spelled=number < 10) for number, unit in amounts]
    forms += [join_words(words), " ".join(words), join_words(mixed), " ".join(mixed)]
    if len(amounts) == 1:
        number, unit = amounts[0]
        forms += [f"{text}-{unit}" for text in (group_digits(number), in_words(number))]
        forms += _single_forms(unit) if number == 1 else (group_digits(number), in_words(number))
        forms += _long_forms(number, unit)
    return tuple(forms)


def _single_forms(unit: str) -> Iterator[str]:
    """``an hour``, ``a full year``."""
    for word in ("an" if unit == "hour" else "a", "a full", "the", "a whole", "another"):
        yield f"{word} {unit}"


def _long_forms(number: Decimal, unit: str) -> Iterator[str]:
    """``third anniversary`` for 3 years, ``decade`` for ten, ``around the clock`` for 24 hours, 14 days for 2 weeks."""
    if unit == "year" and number == int(number) and 0 < number < 100:
        for nth in (ordinal(int(number)), ordinal_word(int(number))):
            yield from (f"{nth} anniversary", f"{nth} year")
        if number % 10 == 0:
            yield "decade" if number == 10 else f"{in_words(number / 10)} decades"
    if unit == "hour" and number == 24:
        yield from ("around the clock", "around-the-clock", "round the clock", "round-the-clock")
    if unit == "week":
        yield f"{group_digits(number * 7)} days"
        yield from ("weeklong", "week-long") if number == 1 else ()


def _half_forms(amounts: list[tuple[Decimal, str]]) -> tuple[str, ...]:
    """１年半 as ``1 year and 6 months`` and as ``one and a half years``."""
    number, unit = amounts[-1]
    rest, smaller = _HALVES.get(unit, (0, ""))
    forms = list(duration_forms([*amounts, (Decimal(rest), smaller)])) if rest else []
    if len(amounts) == 1:
        forms += [f"{text} and a half {unit}s" for text in (group_digits(number), in_words(number))]
        forms.append(f"{number + Decimal('0.5')} {unit}s")
        forms += [f"{group_digits(Decimal(rest * 2) * number + rest)} {smaller}s"] if rest else []
        if number == 1:
            forms.append(f"{'an' if unit == 'hour' else 'a'} {unit} and a half")
    return tuple(forms)


def _count(number: Decimal, unit: str, *, is_spelled: bool = False) -> str:
    text = in_words(number) if is_spelled else group_digits(number)
    return f"{text} {unit}{'' if number == 1 else 's'}"
