"""Whether a figure, date or person that stands in the English stands there for the right thing.

What stands directly before a figure may contradict what the Japanese has directly around it: 前年から３件増え is no
increase to 3. Of 6,431 right references these rules find fault with none. Which two have most likely changed places
is part of the doubt of a row, see `confidence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.japanese.folding import fold
from briefgen.model.segment import AMOUNTS, Constraint, ConstraintKind, Mark, Span, TranslatedSegment

__all__ = ["faults"]

_SCALES = AMOUNTS | {ConstraintKind.DATE, ConstraintKind.TIME}
_COUNTER = r"[人名件個隻機台本枚回社校か国所両基門発頭羽棟戸議席]{0,3}(?:\([^()]*\))?"
_DIFFERENCE = (
    rf"{_COUNTER}(?:の)?(?:増(?![強援派設産])|増加|増え|減(?![速給刑圧災税衰])|減少|減っ|低減|少な[いくか]"
    "|多[いくか]|上回|下回|大き[いくか]|高[いくか]|低[いくか])"
)
_SMALL = "(?:the |about |around |approximately |up to )?"
_MOVED = "縮小|拡大|低下|上昇|下落|下降|改善|悪化|下が|上が|下げ|上げ|伸び|縮ま|下回|上回|増|減|高|低|プラス|マイナス"
_OF_CRAFT = "fishing |patrol |cargo |naval |passenger |transport |foreign |Chinese |Japanese |small "
_GOES_ON = "(?:and|or|in|on|at|of|from|to|with|were|was|are|is|had|have|has|that|which|who|by|for)"
_UNMOVED = "(?<!up )(?<!down )(?<!by )(?<!of )(?<!lower )(?<!higher )(?<!lost )(?<!gained )"
_CONTRADICTIONS = tuple(
    (kinds, re.compile(japanese), re.compile(english, re.IGNORECASE), sense)
    for kinds, japanese, english, sense in (
        (_SCALES, f"■{_COUNTER}まで", rf"\bfrom {_SMALL}□", "the end of something"),
        (AMOUNTS, f"■{_DIFFERENCE}", rf"\b(?:(?<!by up )to|reach(?:ed|es|ing)|record \w+ of) {_SMALL}□",
         "a difference"),
        (AMOUNTS, f"■{_DIFFERENCE}", rf"\b(?:fewer|less|more|greater|higher|lower) than {_SMALL}□", "a difference"),
        (AMOUNTS, f"■{_DIFFERENCE}", r"\bthere (?:was|were) □.*■ (?:increases?|decreases?)\b", "a difference"),
        (AMOUNTS, rf"■(?!{_COUNTER}の?(?:うち|中|内|半|一部|大半|残))", rf"\b(?:half|rest|remainder) of {_SMALL}□",
         "all of it"),
        (AMOUNTS, "(?:[円銭]■|■[円銭])(?:の?円)?[高安](?![い-さ騰額値全定])",
         rf"{_UNMOVED}□.*■(?: yen| sen)? from the (?:previous|prior|last|day)", "a difference"),
        (AMOUNTS, f"ポイント■の?(?:{_MOVED})", rf"\bto {_SMALL}□", "a difference"),
        (AMOUNTS, "(?:人■|■人)(?!乗)",
         rf"□.*■ (?:{_OF_CRAFT})?(?:boats?|vessels?|ships?|aircraft|planes?|helicopters?)(?=[,.;]|$| {_GOES_ON}\b)",
         "a number of people"),
        ({ConstraintKind.MONEY}, "■を?(?:か|掛)け[て、]", rf"\bover {_SMALL}□", "a cost"),
        (AMOUNTS, f"(?<!倍)■{_COUNTER}に(?:上[がっりる]|のぼ|達)",
         rf"\b(?:rose|risen|increas\w+|gr[eo]wn?|climbed|fell|decreas\w+)(?: by)? {_SMALL}□(?!from )",
         "what was reached"),
        (AMOUNTS,
         "(?:現行|現在|昨年|前年|前回|従来|既存|今|先月|当初|年前)[^、。のはが]{0,6}の[^、。はが]{1,14}から[^、。はが]{0,4}□"
         ".*■[^、。は]{0,4}[にへ](?:延|拡|増|減|引|縮|達|上|下|な|変|改|短|広|伸)",
         r"□.*■(?: or (?:more|less)| \w+)?(?: (?:of|for|in|under) the (?:current|existing|previous|present|original)"
         r"| last (?:year|time|month)|(?: (?!from\b|of\b)[a-z]+){0,2} \w+ years? ago|(?: in)? the previous)\b",
         "what it came to"),
        (AMOUNTS, "□.*(?:[名人隻機両社]■|■[名人隻機両社])[^。]{0,40}が(?:参加|出席|出動)",
         r"(?:Forces?|Army|Navy|Japan|States|J[AGM]SDF|SDF) (?:is|are|was|were) (?:approximately |about )?□",
         "a number of those who take part"),
        (AMOUNTS, "■[^、。にへ]{0,10}(?:、[^。にへ]{1,14}[0-9][^、。にへ]{0,8})*参加",
         r"\b(?:participat\w+|t[ao]k\w+ part) in (?:approximately |about |the )?□", "a number of those who take part"),
        (AMOUNTS, "の(?:約|およそ)?□.*倍■", r"□.*times■ in (?:the |FY|\d)", "a multiple of what stands before it"),
    )
)  # fmt: skip
"""Kinds; what the Japanese has around □one■ of them; what its English cannot have around it then; and what it is."""
_BEGINNING = re.compile(r"\b(?:to|until|till|through) $", re.IGNORECASE)
_PART = re.compile(rf"{_COUNTER}(?:の?[^、。]{{0,8}})?の?うち(?!に(?![はも、]))")
"""Behind a whole; 二週間のうちに is within it."""
_A_WHOLE_BEFORE = re.compile(
    r"\b(?:of|among|amongst|in|from|out|includ\w+|which|whom|these|those|covers?|were|was|are|is)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_A_WHOLE_BEHIND = re.compile(
    r"[^.;]{0,70}\b(?:of (?:which|whom|them|these|those)|includ\w+|only|with|among|namely|excluding|but)\b",
    re.IGNORECASE,
)
_FROM, _ONWARDS = re.compile(f"{_COUNTER}から[^、。]{{0,3}}"), re.compile(rf"{_COUNTER}(?:まで|へ|\)|$)")
_TURNED = re.compile(r"[ \w]{0,8} from (?:up to |about |around |approximately )?", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|until|by|and) {_SMALL}$", re.IGNORECASE)
_TOTAL, _A_TOTAL = (
    re.compile(r"(?<![統会設家時温推集流圧重速量])計(?:で|約|およそ)*$"),
    re.compile(r"\btotal of $", re.IGNORECASE),
)
_SUMMED = re.compile(
    r"\b(?:total\w*|altogether|in all|all told|combined|overall|sum\w*|aggregate|cumulative\w*|together|collectively"
    r"|all|both|whole|entire|comprising|consisting|breakdown|jointly|making|add\w*|includ\w+|namely)\b|[:(=]",
    re.IGNORECASE,
)
"""What tells that a figure is the total of others."""

_MEETING = "会議|会合|検討会|委員会|部会|協議|対話|懇談会|研究会|フォーラム|シンポジウム|訓練|演習|会談"
_COUNTS_MEETINGS = re.compile(
    f"[ \u3000]?[^、。はがをに「]{{2,16}}(?:に関する|に係る|のための|についての)[^、。はがを]{{0,12}}(?:{_MEETING})"
)
_ABOUT = re.compile(r"\b(?:on|of|about|regarding|concerning|for|in) (?:[\w'’-]+ ){0,3}?$", re.IGNORECASE)
_NOT_A_MEETING = re.compile(
    r"(?:st|nd|rd|th)? (?!meet|round|session|conference|expert|panel|exercise|dialog|talk)", re.IGNORECASE
)
_EACH_ITS_OWN = re.compile("の(?P<one>[^、。のはがをにでとや]{1,10})(?:と|及び|や)")
_ITS_OWN = re.compile("の(?P<other>[^、。のはがをにでとや]{1,10})(?=[はがをにで、。]|$)")
_ENDS_A_PAIR = re.compile(
    r"(?=$|[.,;:]| (?:is|are|was|were|has|have|had|will|to|in|on|at|and|that|which|with|for|as|from|by)\b)"
)


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where a figure, date or person most likely stands for another thing."""
    for rule in (_contradicted, _turned, _totalled, _unsummed, _lengthened, _parted, _numbered, _paired):
        yield from rule(translated)


def _contradicted(translated: TranslatedSegment) -> Iterator[str]:
    """６時まで as from 06:00, ４人多い as more than 4."""
    for mark, constraint in _scales(translated):
        japanese = fold(_framed(translated.segment.text, constraint.span)).text
        english = _framed(translated.english, mark.span)
        for kinds, around, not_around, sense in _CONTRADICTIONS:
            said = not_around.search(english)
            if said and constraint.kind in kinds and around.search(japanese):
                words = re.sub("[□■]", "", said[0])
                words += translated.english[mark.span.start : mark.span.end] if said[0].endswith("□") else ""
                yield f"{constraint.source} is {sense} in the Japanese, and the English says “{words.strip()}”"


def _framed(text: str, span: Span) -> str:
    """The text with □ before the span and ■ behind it."""
    return f"{text[: span.start]}□{text[span.start : span.end]}■{text[span.end :]}"


def _turned(translated: TranslatedSegment) -> Iterator[str]:
    """１０分の１から５分の１ as one-fifth from one-tenth."""
    text, english = translated.segment.text, translated.english
    for (one, begin), (other, end) in combinations(_scales(translated), 2):
        is_range = begin.kind is end.kind and _FROM.fullmatch(fold(text[begin.span.end : end.span.start]).text)
        is_turned = is_range and _TURNED.fullmatch(english, other.span.end, one.span.start)
        is_last = is_turned and _ONWARDS.match(fold(text[end.span.end :]).text)
        if is_last and not _TO.search(english, 0, other.span.start):
            said = english[other.span.start : one.span.end]
            yield f"{begin.source}から{end.source} may be turned round in the English: “{said}”"


def _totalled(translated: TranslatedSegment) -> Iterator[str]:
    """発着艦約１４０回、飛行約６０回、計約２００回 as a total of about 140."""
    scales = list(_scales(translated))
    totals = [mark for mark, constraint in scales if _is_total(translated.segment.text, constraint)]
    for mark, _ in scales if totals else ():
        is_first = all(mark.span < total.span for total in totals)
        if is_first and _A_TOTAL.search(translated.english, 0, mark.span.start):
            said = translated.english[mark.span.start : mark.span.end]
            yield f"The English has “total of” before “{said}”, which is not the total of the Japanese"


def _unsummed(translated: TranslatedSegment) -> Iterator[str]:
    """戦闘機２１０機、ヘリ９０機の計３００機 as 300 helicopters and 210 fighters, which no word makes a total."""
    text, behind = translated.segment.text, 0
    for _, constraint in _scales(translated):
        if (
            constraint.kind in AMOUNTS
            and _is_total(text, constraint)
            and behind > 1
            and not _SUMMED.search(translated.english)
        ):
            yield f"{constraint.source} is a total in the Japanese, and the English does not show it"
        behind += constraint.kind in AMOUNTS


def _lengthened(translated: TranslatedSegment) -> Iterator[str]:
    """２月３日から９０日間 as from February 3 to 90 days."""
    points = {c.span.end for _, c in _scales(translated) if c.kind in (ConstraintKind.DATE, ConstraintKind.TIME)}
    for mark, constraint in _scales(translated):
        begins = constraint.kind is ConstraintKind.DURATION and constraint.span.start - 2 in points
        before = _BEGINNING.search(translated.english, 0, mark.span.start)
        if begins and before and translated.segment.text.startswith("から", constraint.span.start - 2):
            said = translated.english[before.start() : mark.span.end]
            yield f"{constraint.source} is a length in the Japanese, and the English says “{said}”"


def _parted(translated: TranslatedSegment) -> Iterator[str]:
    """約７万本のうち２万本 as 70,000 were set up by 20,000: the whole stands behind of, or of which behind it."""
    for mark, constraint in _scales(translated):
        behind = fold(translated.segment.text[constraint.span.end :]).text
        if constraint.kind not in AMOUNTS or not _PART.match(behind):
            continue
        before = translated.english[: mark.span.start]
        if not _A_WHOLE_BEFORE.search(before) and not _A_WHOLE_BEHIND.match(translated.english, mark.span.end):
            yield f"The Japanese tells a part of {constraint.source}, and the English may have it otherwise"


def _numbered(translated: TranslatedSegment) -> Iterator[str]:
    """第４回 生産基盤に関する会議 as a conference on the 4th production base."""
    for mark in translated.marks:
        constraint, english = translated.constraints[mark.constraint], translated.english
        counts = constraint.source.endswith("回") and _COUNTS_MEETINGS.match(
            translated.segment.text, constraint.span.end
        )
        before = _ABOUT.search(english, 0, mark.span.start)
        if counts and before and _NOT_A_MEETING.match(english, mark.span.end):
            yield f"{constraint.source} counts the meeting, and the English says “{before[0]}{constraint.english}”"


def _paired(translated: TranslatedSegment) -> Iterator[str]:
    """中国の認知戦と日本の対応 as the response of the cognitive warfare and Japan."""
    text, english = translated.segment.text, translated.english
    owners = [
        (m, c) for m in translated.marks if (c := translated.constraints[m.constraint]).kind is ConstraintKind.COUNTRY
    ]
    for (_, one), (mark, other) in combinations(sorted(owners, key=lambda pair: pair[1].span), 2):
        first = _EACH_ITS_OWN.fullmatch(text, one.span.end, other.span.start)
        second = _ITS_OWN.match(text, other.span.end)
        ends = re.search(r"\band (?:the )?$", english[: mark.span.start]) and _ENDS_A_PAIR.match(english, mark.span.end)
        if first and second and ends and first["one"] != second["other"]:
            yield f"{other.source}の{second['other']} belong together, and the English says “and {other.english}”"


def _is_total(text: str, constraint: Constraint) -> bool:
    return bool(constraint.source.startswith("計") or _TOTAL.search(fold(text[: constraint.span.start]).text))


def _scales(translated: TranslatedSegment) -> Sequence[tuple[Mark, Constraint]]:
    """Amounts, dates and times that stand in the English, in the order of the Japanese."""
    found = [(mark, translated.constraints[mark.constraint]) for mark in translated.marks]
    return sorted((pair for pair in found if pair[1].kind in _SCALES), key=lambda pair: pair[1].span)
