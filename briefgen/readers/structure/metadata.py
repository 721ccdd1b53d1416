"""What a paper says about itself in the lines around its title: date, issuer, number; text in, parts out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from briefgen.japanese.eras import western_year
from briefgen.japanese.numerals import parse_number

__all__ = ["Dateline", "parse_date", "parse_dateline"]

_ERA_DATE = (
    r"(?:令和|平成|昭和|[RHS])\s*(?:元|\d{1,2})\s*(?:\(\s*\d{4}\s*年?\s*\)\s*)?[年.]\s*\d{1,2}\s*[月.]\s*\d{1,2}\s*日?"
)
_ERA_ASIDE = r"\s*(?:\((?:令和|平成)\s*(?:元|\d{1,2})\s*年?\))?\s*"
_WEST_DATE = rf"\d{{4}}{_ERA_ASIDE}[年/.\-]{_ERA_ASIDE}\d{{1,2}}\s*[月/.\-]\s*\d{{1,2}}\s*日?"
_DATE = re.compile(rf"({_ERA_DATE})|({_WEST_DATE})")
_WEEKDAY = r"\s*(?:\(\s*[月火水木金土日](?:曜日?)?(?:・祝)?\s*\)|[月火水木金土日]曜日)?"
_CLOCK = r"(?:T?\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?|(?:午前|午後)?\d{1,2}時(?:\d{1,2}分)?)"
_TIME = rf"\s*{_CLOCK}?"
_HOURS = rf"\s*{_CLOCK}\s*(?:(?:[~-]|から)\s*(?:{_CLOCK}|正午)?(?:まで)?|開会|開始)"
_ROOM = r"\s+[^、。]{1,24}(?:室|館|庁舎|ホール|会場|講堂|センター|ロビー|階|オンライン)"
_MEETING_LINE = re.compile(rf"({_ERA_DATE}|{_WEST_DATE}){_WEEKDAY}{_HOURS}{_ROOM}")
"""Records of meetings are dated with their hours and place: 令和８年１０月２１日　午後２時～３時　県庁５階会議室."""
_RECORD_LINE = re.compile(
    rf"(?=.*(?:\d[1-46-9]分|:\d[1-46-9](?!\d)))({_ERA_DATE}|{_WEST_DATE}){_WEEKDAY}\s*{_CLOCK}\s*(?:[~〜-]|から)\s*{_CLOCK}?(?:まで)?"
)
"""Records of press conferences are dated with hours read off to the minute, 10時47分～, as what is planned is not."""
_BEFORE = r"(?:(?:公開|更新|発表|掲載|配信|作成|最終更新)(?:日時?)?|日付|\[|【|\()?[::]?\s*"
_AFTER = (
    r"\s*(?:付け?|発表|公開|更新|掲載|配信|現在|発行|公表|作成|初版|第\d{1,2}版|改[訂定版]|訂正"
    r"|\]|】|\)|\s(?:有料|無料|会員限定)(?:記事)?)*"
)
_AGAIN = rf"(?:{_BEFORE}(?:{_ERA_DATE}|{_WEST_DATE}){_WEEKDAY}{_TIME}{_AFTER})?"
"""Pages give the day of publication and that of the last change in one line."""
_PLACE = r"(?:(?:[、,]\s*(?:於\s*)?|\s*於\s*:?\s*)[^、。\d]{1,20}|\s*\(於\s*:?\s*[^、。\d()]{1,20}\))?"
"""Statements are dated with their place: ２０２６年５月１日、東京; transcripts, too: １０時３２分　於：本省会見室."""
_DATE_LINE = re.compile(rf"{_BEFORE}({_ERA_DATE}|{_WEST_DATE}){_WEEKDAY}{_TIME}{_AFTER}{_AGAIN}{_PLACE}")

_DATE_WITHOUT_ERA = re.compile(rf"(\d{{1,2}})\.\s*(\d{{1,2}})\.\s*(\d{{1,2}}){_WEEKDAY}")

_CENTURY_FROM = 20
"""A year in two figures is one of Reiwa, from here on one of this century."""
_LONGEST = 80
_UNIT = (
    "省|庁|府|局|課|室|隊|幕僚監部|監部|司令部|本部|委員会|大使館|総領事館|研究所|機構|防衛局|方面隊|地方隊|総隊|"
    "広報|官房|師団|旅団|航空団|センター|協会|財団|連盟|気象台|測候所|事務所|保安[部署]|警察署|消防署|検疫所|税関|"
    "大学(?:院)?|研究科|銀行|新聞社|(?<!見)学会|会議所"
)
_NAME = r"(?:[^\W\d_]|・|第\d{1,3}(?![回次号章条項期報版節編部款]))"
"""A character of a name, or the number of a unit: 第１師団, but not 第１回."""
_ISSUER_LINE = re.compile(
    rf"(?:{_NAME}|\s){{1,25}}(?:{_UNIT}|(?:省|庁|局|本部|機構|銀行|研究所)\s*[^\W\d_ぁ-ん]{{2,8}}部)(?:[次副]?長官?)?(?:\([^()]{{1,15}}\))?|"
    r"[^\W\d_ぁ-ん]{2,8}(?:幕僚長|事務次官|大臣(?:臨時代理|名))|内閣総理大臣"
)
_HIGHER_UNIT = re.compile(
    rf"{_NAME}{{1,25}}(?:{_UNIT}|国|[都道県市町村区]|法人|会社|協会|連合|[大長次]官)(?:長|\([^()]{{1,15}}\))?"
)
"""What may stand before the issuer in the same line: the body it belongs to, and not a person."""
_SIGNED_LINE = re.compile(
    rf"((?:{_NAME}|\s){{1,25}}(?:(?:{_UNIT})長|大臣|[長次]官|幕僚長|総監|司令官?|知事|市長))\s+\w{{1,4}}(?:\s+\w{{1,4}}){{0,3}}"
)
"""An office and who holds it: 海山省会計課長　北野　由美子."""
_COMPANY_LINE = re.compile(
    r"(?:株式会社|(?:一般|公益)[財社]団法人|独立行政法人|国立大学法人|特定非営利活動法人)\s*[^\W_]{1,20}|[^\W_]{1,20}株式会社"
)
_NOT_ISSUER = re.compile(r"について|における|に関する|会談|会合|訓練|の実施|概要|(?:会[議見]|応接)室")
_SAID = "発表|公表|作成|発信|発出"
_SAID_BY = re.compile(
    rf"(?:{_SAID})(?:者|元|所)?\s*[:：\s]\s*(\S.*)|(\S.*[・、\s]\S.*?)\s*共同発表|(\S.*?)\s*(?:(?<!共同)発表|公表)"
)
"""Who says so, by that word: 発表者　海山県危機管理課, 海山地方気象台・浜町河川事務所　共同発表."""
_NUMBER = r"(?:[^\W\d_]{1,10}(?:\(\w{1,6}\))?|内閣[衆参]質\d{1,4})\s*第\s*\d+(?:-\d+)?\s*号(?:の\d+)?"
_NUMBER_LINE = re.compile(
    rf"{_NUMBER}(?:\s+{_NUMBER})?"
    r"|[^\W\d_]{0,12}(?:レポート|リポート|ペーパー|ブリーフ|ニュースレター)\s*(?:No\.?|Vol\.?|第)?\s*\d+(?:-\d+)?\s*号?"
)
_CLASS = (
    r"お知らせ|報道(?:資料|発表(?:資料)?)|プレス・?リリース|ニュース・?リリース|(?:press|news) release|"
    r"記者発表(?:資料)?|発表資料|広報資料|news"
)
_CLASS_LINE = re.compile(
    rf"{_CLASS}|"
    r"\(?(?:cc:\s*)?[^、。()]{1,30}(?:(?<![宮御神])殿|御中|(?<![模仕同多一態有])様)\)?|\(?公\s*印\s*省\s*略\)?|事務連絡|閣議決定|[^\s、。]{1,12}担当官|(?:報道|報道関係者|関係(?:者|各?団体)?|記者)?\s*各位|[^\W\d_]{2,20}報道発表資料|\d{1,2}:\d{2}\s*[~\-]\s*\d{1,2}:\d{2}|"
    r"[^\s、。]{0,8}(?:研究員|研究官|教授|アナリスト|編集委員|論説委員|解説委員|特派員|支局長|記者|[^\s、。の]{2}部)\s+\w{1,4}(?:\s+\w{1,4})?|"
    r"別紙\d*|別添\d*|資料\d*|参考(?:資料)?\d*|"
    r"\(?仮訳\)?",
    re.IGNORECASE,
)
_CLASS_BEFORE = re.compile(rf"(?:\((?:{_CLASS})\)\s*|(?:{_CLASS})\s+)(?=\d|令和|平成|昭和)", re.IGNORECASE)
"""The class of the paper, with the date in the same line: 報道資料　令和７年１１月１３日."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line about the paper gives; empty where it does not."""

    issued: date | None = None
    issuer: str = ""
    number: str = ""
    guessed: date | None = None
    """The day in a line that names neither its century nor its era (７．１１．１３)."""


def parse_date(text: str) -> date | None:
    """Return the first complete date in the text (令和６年１０月１７日, 2024-10-21), or None."""
    match = _DATE.search(_fold(text))
    if match is None:
        return None
    digits = re.sub(r"\([^)]*\)", "", match[0]).replace("元", "1")
    year, month, day = (int(part) for part in re.findall(r"\d+", digits)[:3])
    era = re.match(r"令和|平成|昭和|[RHS]", digits)
    return _day(western_year(era[0], year) if era is not None else year, month, day)


def _day(year: int | None, month: int, day: int) -> date | None:
    """None for a day that cannot be."""
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def parse_dateline(text: str) -> Dateline | None:
    """Return what the line says when it says nothing but date, issuer, number or class of the paper; else None."""
    if len(text) > _LONGEST:
        return None
    folded = _fold(text).strip()
    dated = _CLASS_BEFORE.sub("", folded, count=1)
    if any(line.fullmatch(dated) for line in (_DATE_LINE, _MEETING_LINE, _RECORD_LINE)):
        return Dateline(issued=parse_date(dated))
    if (match := _DATE_WITHOUT_ERA.fullmatch(dated)) is not None:
        year, month, day = map(int, match.groups())
        return Dateline(guessed=_day(western_year("令和", year) if year < _CENTURY_FROM else 2000 + year, month, day))
    if _NUMBER_LINE.fullmatch(folded):
        return Dateline(number=text.strip())
    if _CLASS_LINE.fullmatch(folded):
        return Dateline()
    issuer = _issuer(text)
    return Dateline(issuer=issuer) if issuer else _beside_date(text, folded)


def _beside_date(text: str, folded: str) -> Dateline | None:
    """A line with a date and, before or behind it, what else such a line says: 令和６年１０月１７日　防衛省."""
    behind = re.match(rf"{_BEFORE}({_ERA_DATE}|{_WEST_DATE}){_WEEKDAY}{_TIME}{_AFTER}\s+(\S.*)", folded)
    before = re.match(rf"(\S.*?)\s+({_DATE_LINE.pattern})$", folded)
    for match, rest in ((behind, 2), (before, 1)):
        if match is not None:
            length = len(match[rest])
            other = parse_dateline(text.strip()[-length:] if match is behind else text.strip()[:length])
            issued = parse_date(match[1] if match is behind else match[2])
            if other is not None and other.issued is None and other.guessed is None:
                return replace(other, issued=issued)
    return None


def _issuer(text: str) -> str:
    """The part of a line that names who issued the paper, when the line says nothing else; else empty."""
    stripped = text.strip()
    said = _SAID_BY.fullmatch(stripped)
    for part in (stripped, *(said.groups() if said is not None else ())):
        if part and _are_issuers(_fold(part)):
            return part
    signed = _SIGNED_LINE.fullmatch(_fold(stripped))
    return stripped[: len(signed[1])] if signed is not None and _NOT_ISSUER.search(signed[1]) is None else ""


def _are_issuers(folded: str) -> bool:
    """Whether this names an issuer, or several: 海山県、海山地方気象台."""
    *others, last = folded.split("、")
    is_joint = bool(others) and all(_HIGHER_UNIT.fullmatch(other) for other in others) and not _HIRAGANA.search(folded)
    return _is_issuer(folded) or (is_joint and _is_issuer(last))


def _is_issuer(folded: str) -> bool:
    if _COMPANY_LINE.fullmatch(folded):
        return True
    *higher, _ = re.split(r"\s+", folded)
    if not all(len(part) == 1 or _HIGHER_UNIT.fullmatch(part) for part in higher):
        return False
    return _ISSUER_LINE.fullmatch(folded) is not None and _NOT_ISSUER.search(folded) is None


_HIRAGANA = re.compile(r"[ぁ-ん]")
_KANJI_DATE = re.compile(r"[〇一二三四五六七八九十百]{1,5}(?=[年月日号])")


def _fold(text: str) -> str:
    """The text with plain figures and brackets; 二〇二六年十一月八日 becomes 2026年11月8日."""
    return _KANJI_DATE.sub(lambda match: str(parse_number(match[0]) or match[0]), unicodedata.normalize("NFKC", text))
