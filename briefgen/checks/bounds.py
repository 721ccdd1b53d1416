"""What the Japanese says around a figure beyond the figure itself: every, rise and fall, beyond, about, and directions.

These words are verbs and particles that a sentence turns round as it likes, so they are no constraints; but a figure
without them says another thing, and so their loss is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.japanese.folding import fold
from briefgen.model.segment import AMOUNTS, Constraint, ConstraintKind, TranslatedSegment
from briefgen.terms.verify import locate_all

__all__ = ["faults"]

_UP = r"increas|grow|grew|r[io]se|rising|up\b|plus|\+|more|gain|add|rais|expan|higher|larger|greater|exceed|above"
_DOWN = (
    r"decreas|declin|reduc|fewer|less|drop|f[ea]ll|down\b|minus|cut|lower|smaller|short|below|under\b|shr[aiu]nk|loss"
)
_COUNTER = "[人名件個隻機台本枚回社校か国所両基門発]{0,2}"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word behind (or before) a figure, and the English of which one must be seen."""

    japanese: re.Pattern[str]
    english: re.Pattern[str]


def _word(japanese: str, english: str) -> _Word:
    return _Word(re.compile(japanese), re.compile(rf"\b(?:{english})" if english[0].isalpha() else english, re.I))


_BEHIND = (
    _word("に(?:[0-9]+|[一二三])[回度]", r"every|once|twice|times|per\b|each|annual|biennial|[a-z]+ly\b"),
    _word("(?<=[0-9万千百億][0-9万千百億])[^、。0-9]{0,6}(?:当たり|あたり)(?!前)", r"per\b|each|every|apiece|/"),
    _word("おき|置き(?![場換土])", r"every|interval|alternat|apart|other day"),
    _word(f"{_COUNTER}(?:の)?(?:増(?!強|援|派|設)|の?増加|増え)", _UP),
    _word(f"{_COUNTER}(?:の)?(?:減(?!速|給|刑|圧|災|税|衰)|の?減少|減っ|少な[いくか])", _DOWN),
    _word("(?<=[%割円度歳])台(?=[にでのをとまがへ、。])",
          r"range|level|between|or (?:more|higher|so)|mid|more than|bracket|some|s\b"),
    _word(r"[^\s、。がをに]{0,4}(?:当たり|あたり)", r"per\b|each|every|apiece|for (?:one|1|an?)\b|an?\b|/|[a-z]+ly\b"),
    _word("(?:(?<=[円銭])|[円銭])(?:の?円)?高(?![い-さ騰額値])", f"{_UP}|strong|appreciat|firm|climb|jump|advanc"),
    _word("(?:(?<=[円銭])|[円銭])(?:の?円)?安(?![い-さ全定値])",
          f"{_DOWN}|weak|depreciat|cheap|slid|slip|tumbl|plung|lost|lose|soft|off"),
    _word("以内", r"within|or less|up to|no more than|not more than|not exceed|less than|under|at most|maximum|limit"),
)  # fmt: skip
_SEVERAL = {
    "百数十(?![万億兆])": r"(?:over|than|above|exceed\w*|some) (?:a |one )?(?:100|hundred)|hundred and|150|100-odd",
    r"(?<![\d百千])数十(?![万億兆])": r"dozen|decades|tens of(?! thousands)|scores|several ten|multiple|\d0s",
    r"(?<![\d千万億])数百(?![万億兆])": r"hundred(?!s? (?:of )?thousand)",
    r"(?<![\d万億])数千(?![万億兆])": r"(?<!tens of )(?<!hundreds of )thousand",
    "数万": r"tens of thousands|\d0,000|several ten",
    "数十万": r"hundreds? of thousands|several hundred thousand|\d00,000",
    "数百万": r"(?<!tens of )(?<!hundreds of )million",
}
"""Numbers that are not said, with their magnitude: hundreds for 数百, and not for 百数十."""
_BEFORE = (
    _word("(?:おおむね|概ね|ほぼ|およそ|凡そ|おおよそ)$",
          r"approx|about|around|roughly|some|nearly|almost|general|largely|mostly|practically|virtually|essentially"
          r"|more or less|by and large"),
    _word("少なくとも$", r"at least|no less|no fewer|not less|minimum|least|or more|more than"),
    _word("(?:最大(?:でも?)?|最長(?:でも?)?|最多(?:でも?)?|多くても|最高)$",
          r"up to|max|at most|as (?:many|much|long|high) as|peak|longest|high|largest|greatest|top|ceiling|limit"),
    _word("(?:最短|最低|最小|最少)(?:でも?|限)?$",
          r"at least|minimum|shortest|lowest|smallest|no less|no fewer|not less|earliest|soonest|or more|least"),
    _word("毎時$", r"per hour|an hour|hourly|every hour|each hour|/h|km/h"),
)  # fmt: skip
_LABELS = {
    "負傷|重傷|軽傷|(?<!だ)けが": r"injur|wound|hurt|casualt",
    "(?<![不必決半])死(?:亡|者|傷)": r"kill|die[ds]?\b|dead|death|fatal|casualt|los[ets]+\b|lives|deceas",
    "行方不明": r"missing|unaccounted|disappear|whereabouts",
    "賛成": r"favo|support|for\b|agree|approv|yes|vote",
    "反対": r"against|oppos|object|disapprov|no\b|reject|vote",
    "棄権": "abst",
}
"""What a figure counts, where the loss of the word turns the sense round: 負傷者２９名 as 29 were killed."""
_SINCE = re.compile("(?:以降|以後|以来)")
_SAYS_SINCE = re.compile(
    r"\b(?:onwards?|after|afterwards?|since|from|later|subsequent\w*|begin\w*|start\w*|beyond|follow\w*|thereafter"
    r"|on or|henceforth|as of|at the earliest|until|post)\b|-on\b",
    re.IGNORECASE,
)
_SINCE_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|be considered)\b[^.;]{0,60}\bsince (?:around )?$", re.IGNORECASE
)
_UP_TO = re.compile("以前(?!から)")
_VERSION_UP_TO = re.compile("[A-Za-z][A-Za-z0-9 .]*[0-9]以前(?!から)")
_SAYS_UP_TO = re.compile(
    r"\b(?:(?:or|and) (?:earlier|before|prior|older|previous)|on or before|up to|until|by|no later|not later)\b", re.I
)
_NEXT_DAY = re.compile("翌(?:日|朝|晩)の?$")
_SAYS_NEXT = re.compile(r"\b(?:next|following|day after|morning after|overnight|later)\b", re.IGNORECASE)
_DIRECTIONS = {
    "北北西": r"north[- ]?north-?west|\bNNW\b", "北北東": r"north[- ]?north-?east|\bNNE\b",
    "東北東": r"east[- ]?north-?east|\bENE\b", "東南東": r"east[- ]?south-?east|\bESE\b",
    "南南東": r"south[- ]?south-?east|\bSSE\b", "南南西": r"south[- ]?south-?west|\bSSW\b",
    "西南西": r"west[- ]?south-?west|\bWSW\b", "西北西": r"west[- ]?north-?west|\bWNW\b",
    "(?<![北東])北東(?=方向|[へに](?!あ))": r"north-?east|\bNE\b",
    "(?<![南東])南東(?=方向|[へに](?!あ))": r"south-?east|\bSE\b",
    "(?<![北西])北西(?=方向|[へに](?!あ))": r"north-?west|\bNW\b",
    "(?<![南西])南西(?=方向|[へに](?!あ))": r"south-?west|\bSW\b",
}  # fmt: skip
_TIMES = {ConstraintKind.DATE, ConstraintKind.TIME}
_LICENCE = re.compile(
    "約|程度|頃|ごろ|前後|ほど|くらい|ぐらい|おおむね|概ね|ほぼ|およそ|おおよそ|以上|以下|以内|超|余|未満|[弱強]|[上下]回|越え|割|少なくとも|多くて"
    "|最[大長多高低少短小]|まで|達し|足らず|近[くい]|経た|たたな|下ら|足り|届か|内外|上限|下限|限度|数|計|たった|わずか|にも|及|何|不足|前|後|切[るっり]|過ぎ|満た|規模|基準|目安"
)
_MADE_UP = re.compile(
    r"\b(?:approximately|roughly|around|more than|less than|fewer than|at least|at most|nearly|almost|just over"
    r"|just under|up to) (?:the |a total of )?$",
    re.IGNORECASE,
)
_RATE = re.compile(r"\bper (hour|minute|second|day|week|month|year)\b", re.IGNORECASE)
_RATE_UNITS = {
    "hour": "時間|時速|毎時|一時|ノット|キロ|km|/h",
    "minute": "毎分|分間|分速|分当|分に|[1一]分|分あたり",
    "second": "秒|風",
    "day": "[1一各]日|毎日|日[額当量間に産]|(?<![0-9])日[0-9]|日平均|日あたり|/日",
    "week": "週",
    "month": "月[額間々当]|(?<![0-9])月[に約平0-9一二三四五六]|[かカヶ]月|毎月|月あたり",
    "year": "[1一各]年|年[間額率利産当]|(?<![0-9])年[に約数最平0-9一二三四五六]|毎年|年あたり",
}
"""Words that speak of a rate: the 時 of 17時 is none, nor the 月 of 9月24日."""
_OTHER_DAYS = re.compile("(?:日|週間|か月|年)(?:おき|置き)")


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where what stands around a figure is lost or made up, or can be read in two ways; each is told once."""
    yield from dict.fromkeys((*_lost(translated), *_made_up(translated), *_unclear(translated)))


def _lost(translated: TranslatedSegment) -> Iterator[str]:
    english = translated.english
    for japanese, said in (*_DIRECTIONS.items(), *_SEVERAL.items()):
        found = re.search(japanese, translated.segment.text)
        if found and not re.search(said, english, re.IGNORECASE):
            yield f"{found[0]} of the Japanese is not in the English as such"
    version = _VERSION_UP_TO.search(fold(translated.segment.text).text)
    if version and not _SAYS_UP_TO.search(english):
        yield f"{version[0]} takes in what it names; the English does not say so"
    for constraint in translated.constraints:
        if constraint.kind in AMOUNTS:
            yield from _lost_around(translated.segment.text, constraint, english)
            yield from _lost_labels(translated.segment.text, constraint, english)
        elif constraint.kind in _TIMES:
            yield from _lost_around_time(translated.segment.text, constraint, english)


def _lost_around(source: str, constraint: Constraint, english: str) -> Iterator[str]:
    """The words directly before and behind one figure that the English lacks."""
    before, behind = _around(source, constraint)
    for word in _BEFORE:
        found = word.japanese.search(before, 0, len(before) - len(fold(constraint.source).text))
        if found and not word.english.search(english):
            yield f"{found[0]} before {constraint.source} is not seen in the English"
    for word in _BEHIND:
        found = word.japanese.match(before + behind, len(before))
        if found and not word.english.search(english):
            yield f"{found[0]} behind {constraint.source} is not seen in the English"


def _lost_around_time(source: str, constraint: Constraint, english: str) -> Iterator[str]:
    """令和９年度以降 of which the English says the year alone, 翌朝６時 of which it says the hour alone."""
    since = _SINCE.match(source, constraint.span.end)
    if since and not _SAYS_SINCE.search(english):
        yield f"{since[0]} behind {constraint.source} is not seen in the English"
    place = locate_all(english, [constraint])[0] if since else None
    if since and place and _SINCE_TO_COME.search(english, 0, place.start):
        yield f"{constraint.source}{since[0]} is to come, and the English says since it"
    if _UP_TO.match(source, constraint.span.end) and not _SAYS_UP_TO.search(english):
        yield f"{constraint.source}以前 is up to {constraint.english} and takes it in; the English does not say so"
    following = _NEXT_DAY.search(source, 0, constraint.span.start) if constraint.kind is ConstraintKind.TIME else None
    if following and not _SAYS_NEXT.search(english):
        yield f"{following[0]} before {constraint.source} is not seen in the English"


def _lost_labels(source: str, constraint: Constraint, english: str) -> Iterator[str]:
    before, behind = source[: constraint.span.start], source[constraint.span.end :]
    for label, said in _LABELS.items():
        found = re.search(rf"({label})[^、。]{{0,3}}$", before) or re.match(rf"[^、。]{{0,4}}({label})", behind)
        if found and not re.search(rf"\b(?:{said})", english, re.IGNORECASE):
            yield f"{found[1]} beside {constraint.source} is not seen in the English"


def _around(source: str, constraint: Constraint) -> tuple[str, str]:
    """The folded text up to the end of a constraint, and that behind it."""
    return fold(source[: constraint.span.end]).text, fold(source[constraint.span.end :]).text


def _made_up(translated: TranslatedSegment) -> Iterator[str]:
    """A bound before a figure, or a rate, for which the Japanese has no word at all."""
    english, source = translated.english, fold(translated.segment.text).text
    for mark in () if _LICENCE.search(source) else translated.marks:
        found = _MADE_UP.search(english, 0, mark.span.start)
        if found and translated.constraints[mark.constraint].kind in AMOUNTS:
            yield f"“{found[0].strip()}” before {english[mark.span.start : mark.span.end]} is not in the Japanese"
    for found in _RATE.finditer(english):
        if not re.search(_RATE_UNITS[found[1].lower()], source):
            yield f"“{found[0]}” is not in the Japanese"


def _unclear(translated: TranslatedSegment) -> Iterator[str]:
    """２日おき, which some mean as every second and some as every third day."""
    for constraint in translated.constraints:
        text = fold(translated.segment.text[constraint.span.start :]).text
        found = re.match(rf"([0-9.]+|[二三四五六七八九十]+){_OTHER_DAYS.pattern}", text)
        if found and found[1] != "1":
            yield f"{found[0]} can mean at intervals of {constraint.english}, or with so many between"
