"""Years whose century or era the paper leaves out: ７２年の国交正常化, 2027年3月から30年3月, ９．９．２２現在."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.compiling import compiled
from briefgen.japanese.eras import ERA_NAMES, western_year
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan, whole_number
from briefgen.terms.placeables.date_forms import Day
from briefgen.terms.placeables.periods import COUNTED_YEARS

__all__ = ["COUNTED", "FULL_YEAR", "HAPPENED", "NO_LENGTH", "YEAR_BY_THEN", "find_short_years", "unread_years"]

_EVENTS = (
    "着工|着手|開始|完成|完了|就役|引き?渡し|配備|退役|運用|発効|開業|開催|開港|大統領選|総選挙|中間選挙|選挙|五輪|万博|大会|合意|侵攻|併合"
    "|政変|開戦|停戦|調印|署名|改定|策定|発足|撤退|地震|震災|豪雨|予算|防衛大綱"
)
_FOUNDINGS = (
    "(?:湾岸|朝鮮|ベトナム|中東|イラク)戦争|国交|正常化|返還|革命|独立(?![闘運])|建国|事件|事故|危機|クーデター|政権交代|条約|協定|共同声明|共同宣言|台風|噴火|制定|施行|公布|成立|結成"
    "|設立|創設|創立|開館|就任|辞任|首脳会談|サミット|法改正|民主化|統一|崩壊|終戦|敗戦|終結|締結"
)
"""Further events that are named by their year, and hardly ever by how long they took."""
YEAR_BY_THEN = "に(?!わた|及|当|あた|な|達|上|相|一|[0-9]+[回度人])"
"""Behind a year of the calendar, and no length of time (１０年にわたり)."""
HAPPENED = f"(?:の[^、。0-9をはがでに]{{0,12}}?|{YEAR_BY_THEN}[^、。0-9]{{0,8}}?)(?:{_EVENTS}|{_FOUNDINGS})"
"""Behind a year of the calendar: what happened in it."""
_NO_YEAR = "(?<![0-9.,A-Za-z第約])"
NO_LENGTH = "(?<![一-龯])(?<!から)(?<!ここ)(?<!この)(?<!次の)(?<!(?:過去|今後|最初|最後)の)(?<!むね)(?<!よそ)(?<!ほぼ)"
"""What does not stand before a year: 戦後８０年に, 過去10年に, 次の５０年に are lengths of time."""
_DONE = (
    f"(?<![をが]..年)(?<!(?:期間|任期|刑期|年限|寿命|年数|保証)は..年){YEAR_BY_THEN}"
    "(?!は|延|短|減|増|縮|伸|引き?[上下]|改め|変更|設定|決[まめ]|分け|[しすさ]|限|固|倍|満|対|加え|比|足|[0-9])"
    "[^。]{1,40}[^。いく]た(?:。|[一-龯ァ-ヺ「]|と(?!き)|が、|$)"
)
"""Behind a year of the calendar: something in the past, whatever it is (１４年に閣議決定された)."""
_PART = "末|初頭|前半|後半|[春夏秋冬](?![季闘休期先山物])"
_FROM_TEN = f"[01][0-9](?=年(?:以降|以来|までに|頃|ごろ))|{NO_LENGTH}1[0-9](?=年(?:{HAPPENED}|{_DONE}))"
_FROM_FIFTY = (
    f"{NO_LENGTH}(?:6[5-9]|[7-9][0-9]|(?:5[0-9]|6[0-4])(?:(?!年に(?!は|向け|実質))|(?=年{HAPPENED})))"
    "(?!年[0-9]{1,2}月)"
)
_LIKELY_YEAR = re.compile(
    rf"{_NO_YEAR}(?P<short>[2-4][0-9]|0[1-9]|{_FROM_TEN}|{_FROM_FIFTY})年"
    rf"(?:(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日(?!間))?|(?P<part>{_PART})"
    r"|(?<=[2-4][0-9]年)(?=(?:から|~)[2-4][0-9]年(?:まで|にかけて))"
    rf"|(?<=[2-4][0-9]年から[2-4][0-9]年)(?=まで|にかけて)|(?=予算|の(?:夏|春|秋|冬|初め|末|年初)|{HAPPENED}|{YEAR_BY_THEN}|までに|から(?![0-9])|以降|以来|頃|ごろ|版|比(?![べ較率])|時点)"
    "|(?<=0[1-9]年)(?![度代目間]))"
)
"""A year in two figures that is a date by what follows, where the paper names no era."""
_SHORT_YEAR = re.compile(
    rf"{_NO_YEAR}(?:[0-9]{{2}}年(?=[0-9]{{1,2}}月|予算)|0[1-9]年(?![度代目間])|[4-9][0-9]年(?={YEAR_BY_THEN}))"
)
"""A year in two figures, of an era or a century that the paper does not name."""
_OF_A_LENGTH = (
    "の(?:歴史|伝統|節目|生涯|人生|歩み|経験|間|長|寿命|刑|時|月日|年月|歳月|仕事|在位|賃借|契約|任期|保証|債"
    "|勤務|耐用|軍歴|うち)"
)
_MAY_BE_YEAR = re.compile(
    rf"{_NO_YEAR}{NO_LENGTH}(?:[5-9][0-9]年(?=の)"
    r"|1[0-9]年(?=に(?:改め|変更|設定|決[まめ]))"
    r"|2[1-9]年(?=[のは]|が(?!過|経)|と[0-9]{2}年|まで|[上下]期|(?<=\([0-9]{2}年)[、)]))"
    f"(?!{_OF_A_LENGTH})"
)
"""What may be a year of the last century, or a late one, or a length of time."""
_LONG_AGO = re.compile(
    "年(?:[0-9一二三四五六七八九十]{1,3}月)?(?:[0-9一二三四五六七八九十]{1,3}日)?[のに][^、。0-9]{0,8}?(?:終戦|敗戦|降伏|建国|独立|革命|成立|結成|創設|開戦)"
)
"""Behind a year from 30 on that is of the last century: ４５年の終戦."""
_AHEAD = re.compile("年(?:まで(?:に|の)|に(?:は|向け|実質|[^。]*(?:見通|見込|予測|目標|目指|達成)))")
"""Behind a year that is yet to come: ５０年までに."""
_SAME_CENTURY = re.compile(
    r"(?<![0-9])20(?P<known>[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:から|より|~|及び|と|、)"
    r"(?P<date>(?P<short>[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)"
)
"""A year in two figures behind one of four, and later than that: 2027年3月から30年3月."""
_ERA_YEAR = re.compile(f"(?P<era>{ERA_NAMES})(?P<number>元|[0-9]{{1,2}})(?:年|(?=[.]))")
_OF_ERA = re.compile(
    rf"{_NO_YEAR}(?<![治正和成])(?<!(?:懲役|禁錮|禁刑|任期))(?P<short>[1-9][0-9]?)年(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日(?!間))?"
)
"""A date that may be of the era named before it: 令和5年4月から6年3月."""
_TWO_OF_ERA = re.compile(
    rf"{_NO_YEAR}(?<![一-龯])(?P<first>[1-9][0-9]?)年(?:と|及び|、|・)(?P<second>[1-9][0-9]?)年(?=に(?!わた|及|一|[0-9])|の両年)"
)
"""Two years in a row that may be of the era named before them: 13年と14年に."""
_LINK = re.compile(r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:\([月火水木金土日]\))?(?:から|より|~|及び|と|、|・)")
_KANJI_N = "[一二三四五六七八九十]{1,3}"
_YEAR_OF_ERA = re.compile(f"(?P<era>{ERA_NAMES})(?P<number>元|[0-9]{{1,2}}|{_KANJI_N})年")
COUNTED = (
    "[間度ぶ後前目代半生連続余未越弱強超ごおほ程以計物債式号]|分(?!の)|[かカヶケヵ]|が?[経過たか]|は(?:経|過|か)"
    f"|に(?:わた|及|当|あた|な|達|上|相|満|一|短|延|[0-9]+[回度人])|を(?:経|過|超|要|か|迎)|{_OF_A_LENGTH}|{COUNTED_YEARS}"
)
_BARE_YEAR = re.compile(
    rf"(?<![0-9.,:A-Za-z第約一二三四五六七八九十治正和成])(?P<short>[1-9][0-9]?|{_KANJI_N})年(?!{COUNTED}|[0-9一二三四五六七八九十]{{1,2}}月)"
)
"""A year that may be of the era named before it: 令和６年及び７年の調査."""
_AND = re.compile("(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:及び|並びに|と|又は|または|・)")
_THEN = re.compile(f"{YEAR_BY_THEN}|まで|以[降来]|頃|ごろ|末|初|春|夏|秋|冬")
_MOST_YEARS_ON = 3
"""So many years behind one of an era are likely of it, too."""
_AS_OF = re.compile(
    r"(?<![0-9.,A-Za-z第])(?P<short>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<day>[0-9]{1,2})"
    r"(?=(?: *\([月火水木金土日]\))? *(?:[0-9]{1,2}(?:時|:[0-9]{2})|現在|時点)|\([月火水木金土日]\))"
)
"""The date over a report of the situation, its era left out: ９．９．２２　１９時００分現在."""
_HEAD_DATE = re.compile(r"\s*(?P<short>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<day>[0-9]{1,2})\s*")
"""The date that is all of a line, ８．１１．１８; one only where it is of the year of issue."""
_SHORTENED = re.compile(
    "['’‘](?P<short>[0-9]{2})年(?!度)(?:(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
    "(?:(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日(?!間))?)?"
)
"""A year whose century an apostrophe stands for: ’26年."""
FULL_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)|(?:一九|二〇)[〇一二三四五六七八九]{2}(?=年)")
_WESTERN_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_ERA_NAMED = re.compile(f"{ERA_NAMES}|(?<![A-Za-z])[MTSHR][0-9]{{1,2}}[年.]")
_ERA = re.compile(f"{ERA_NAMES}|[MTSHR][0-9]")
_REIWA = 2019
_NEAR = 20
"""A full year of the paper within so many years of the one read says that it was read rightly."""


def find_short_years(scan: Scan) -> Iterator[Day]:
    """The dates whose year is short, each with the likely one; guessed where no full year beside it says as much."""
    yield from _same_century(scan)
    of_era = [*_same_era(scan), *_two_of_era(scan)]
    yield from of_era
    known = {day.start for day in of_era}
    yield from (day for day, is_then in _bare_years(scan) if is_then and day.start not in known)
    yield from _likely_years(scan)
    yield from _as_of(scan)
    for match in _SHORTENED.finditer(scan.text):
        year = _century(match, scan.text) + int(match["short"])
        month, day = whole_number(match["month"]), whole_number(match["day"])
        if _is_day(year, month, day):
            yield Day(*match.span(), source=match[0], year=year, month=month, day=day)


def unread_years(scan: Scan, days: Sequence[Day]) -> Iterator[Placeable]:
    """The years in two figures that are none of `days`: left to the translation, or lengths that may be years."""
    read = {day.start for day in days}
    lengths = [(match.start(), match[0]) for match in _MAY_BE_YEAR.finditer(scan.text)]
    lengths += [(day.start, day.source) for day, is_then in _bare_years(scan) if not is_then and day.start not in read]
    for start, source in lengths:
        message = f"{source} was read as a length of time; it may be a year."
        finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the sentence in the original.")
        yield Placeable(start, start, "", ConstraintKind.DURATION, finding=finding)
    for pattern in (_SHORT_YEAR, _LIKELY_YEAR):
        for match in pattern.finditer(scan.text):
            if match.start() not in read:
                yield Placeable(match.start(), scan.text.index("年", match.start()) + 1, "", ConstraintKind.DATE)


def _same_century(scan: Scan) -> Iterator[Day]:
    """The dates whose year leaves out the 20 of a year before it; none where the text has a year of an era."""
    for match in _SAME_CENTURY.finditer(scan.text):
        if int(match["known"]) <= int(match["short"]) <= int(match["known"]) + 20 and not _ERA.search(scan.text):
            month, day = int(match["month"]), int(match["day"]) if match["day"] else None
            year = 2000 + int(match["short"])
            yield Day(*match.span("date"), source=match["date"], year=year, month=month, day=day)


def _same_era(scan: Scan) -> Iterator[Day]:
    """The dates whose year is of the era last named before them, and no earlier; guessed unless the two are linked."""
    for match in _OF_ERA.finditer(scan.text):
        named = list(_ERA_YEAR.finditer(scan.text, 0, match.start()))
        if not named:
            continue
        era, number = named[-1]["era"], named[-1]["number"]
        known, year = western_year(era, 1 if number == "元" else int(number)), western_year(era, int(match["short"]))
        month, day = int(match["month"]), int(match["day"]) if match["day"] else None
        if known and year and known <= year <= known + _NEAR and _is_day(year, month, day):
            is_linked = _LINK.fullmatch(scan.text, named[-1].end(), match.start())
            given = Day(*match.span(), source=match[0], year=year, month=month, day=day)
            yield replace(given, is_guessed=not is_linked)


def _two_of_era(scan: Scan) -> Iterator[Day]:
    """Two years in a row, of the era last named before them and no earlier; guessed, since they may be lengths."""
    for match in _TWO_OF_ERA.finditer(scan.text):
        named = list(_ERA_YEAR.finditer(scan.text, 0, match.start()))
        if not named or int(match["second"]) != int(match["first"]) + 1:
            continue
        known = 1 if named[-1]["number"] == "元" else int(named[-1]["number"])
        for part in ("first", "second"):
            year = western_year(named[-1]["era"], int(match[part]))
            if year and known <= int(match[part]) <= known + _NEAR:
                source = f"{match[part]}年"
                yield Day(match.start(part), match.end(part) + 1, source=source, year=year, is_guessed=True)


def _bare_years(scan: Scan) -> Iterator[tuple[Day, bool]]:
    """Each bare year that may be of the era of a year shortly before it in the sentence, and whether it is read as one.

    It is one behind 及び and its like, and by what follows it: 令和６年に始まり、７年に終わった; that is a guess.
    """
    named: tuple[int, str, int] | None = None
    for match in sorted((*_YEAR_OF_ERA.finditer(scan.text), *_BARE_YEAR.finditer(scan.text)), key=re.Match.start):
        if "era" in match.re.groupindex:
            number = 1 if match["number"] == "元" else whole_number(match["number"])
            named = (match.end(), match["era"], number or 0)
            continue
        number = whole_number(match["short"])
        if not named or not number or "。" in scan.text[named[0] : match.start()]:
            continue
        end, era, known = named
        year = western_year(era, number)
        if year and known < number <= known + _MOST_YEARS_ON:
            is_listed = scan.text[end : match.start()] == "、"
            is_linked = bool(_AND.fullmatch(scan.text, end, match.start())) or (is_listed and number == known + 1)
            is_alone = end == match.start() or compiled(NO_LENGTH).match(scan.text, match.start())
            is_then = is_linked or is_listed or bool(is_alone and _THEN.match(scan.text, match.end()))
            if is_then or is_alone:
                yield Day(*match.span(), source=match[0], year=year, is_guessed=not is_linked), is_then
            named = (match.end(), era, number) if is_then else named


def _likely_years(scan: Scan) -> Iterator[Day]:
    """Years in two figures; none where an era is named, or where the paper is older.

    From 50 on they are of the last century, as in the newspapers, unless they are yet to come (５０年までに).
    """
    if _ERA_NAMED.search(scan.text) or (scan.year and scan.year < _REIWA):
        return
    for match in _LIKELY_YEAR.finditer(scan.text):
        month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
        is_past = _is_past(int(match["short"]), scan.text, match.end("short"))
        year = (1900 if is_past else 2000) + int(match["short"])
        if _is_day(year, month, day):
            is_known = any(abs(int(known) - year) <= _NEAR for known in _WESTERN_YEAR.findall(scan.text))
            given = Day(*match.span(), source=match[0], year=year, month=month, day=day)
            yield replace(given, part=match["part"] or "", is_guessed=not is_known)


def _is_day(year: int, month: int | None, day: int | None) -> bool:
    """Whether there is such a month, and such a day in it, of those that are given."""
    return month is None or (1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year, month)[1]))


def _century(match: re.Match[str], text: str) -> int:
    """The century of a year in two figures: that of a full year before it, where it is no earlier than that one."""
    for known in reversed([whole_number(full[0]) or 0 for full in FULL_YEAR.finditer(text, 0, match.start())]):
        if known % 100 <= int(match["short"]):
            return known - known % 100
    return 1900 if _is_past(int(match["short"]), text, match.end("short")) else 2000


def _is_past(short: int, text: str, end: int) -> bool:
    """Whether a year in two figures is of the last century."""
    if short >= 50:
        return not _AHEAD.match(text, end)
    return short >= 30 and bool(_LONG_AGO.match(text, end))


def _as_of(scan: Scan) -> Iterator[Day]:
    """The dates of reports whose era is left out: of Reiwa, and from 20 on of this century."""
    head = _HEAD_DATE.fullmatch(scan.text)
    for match in [head] if head else _AS_OF.finditer(scan.text):
        short, month, day = (int(match[part]) for part in ("short", "month", "day"))
        year = short + (_REIWA - 1 if short < 20 else 2000)
        if short and _is_day(year, month, day) and (match is not head or year == scan.year):
            span = match.start("short"), match.end("day")
            source = scan.text[span[0] : span[1]]
            yield Day(*span, source=source, year=year, month=month, day=day, is_guessed=True)
