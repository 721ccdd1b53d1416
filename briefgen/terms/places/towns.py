"""Towns that the glossary does not have: by their usual reading, which is reported, or as unknown.

A dictionary knows how 輪島 is mostly read, and a model that guesses writes Kinazawa for 金沢. It reads the towns of
China and Korea as Japanese words, though (西安 as Seian), so a town beside the name of such a country is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.japanese.romaji import romanise
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength

__all__ = ["USUAL_READING", "PlaceReader", "find_towns", "possible_name_finding", "unknown_places"]

PlaceReader = Callable[[str], Iterable[tuple[int, int, str]]]
"""From a text to the names of places in it: where each begins and ends, and its usual reading in katakana.

An empty reading says that it is a word in katakana that may be a name.
"""

USUAL_READING = "usual reading"
"""How the note of a constraint begins whose English was read and not looked up."""
_NAME = re.compile("[一-龯々ヶケノ]{2,}")
_BEFORE = re.compile("[一-龯々](?<![県都府道省州市郡町区旧])$")
_BEHIND = re.compile("(?![市町村区郡県府港駅沖内側地駐分])[一-龯々]")
_ABROAD = re.compile(
    "中国(?!地方|四国|山地|電力)|中華|台湾|韓国|朝鮮|平壌|人民解放|日[中韓朝]|中韓|(?<=[一-龯]{2})省(?=[一-龯]{2}市)"
)
"""What says that a town beside it may be one of China or Korea."""
_PREFECTURE = re.compile("(?<![一-龯々])(?P<name>[一-龯々]{2,3})県(?![庁民内外道立警議境営政])")
_PREFECTURES = re.compile(
    "青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重"
    "|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄"
)
_NO_PREFECTURE = re.compile(
    "[年党同当各他全両隣近数三四五六七八九十府都道]|関係|被災|該当|沿岸|周辺|出身|派遣|要請|所在|一部"
)
"""What stands before 県 and names none: 被災三県, 関係県."""
_TOWN = re.compile(
    "(?:(?<![一-龯々ァ-ヶー])|(?<=[都道府県]))(?P<name>[一-龯々ヶケノ]{2,4})[市町村](?:(?![一-龯々])|(?=[内外立役議民沖側]))"
)
_NO_TOWN = re.compile(
    "[一二三四五六七八九十数各同両全近隣当他本自先某大中小無新旧県]$|^[各同両全近隣当他某周数]|(?<!西)都$|[城門宿港]$|城下|門前|宿場|選手|開拓"
    "|直轄|特設|周辺|関係|該当|被災|隣接|構成|沿岸|対象|参加|協力|同意|地元|所在|地方|自治|漁|農山|過疎|電化|団地|工業|企業|商店|温泉|一般|名誉|骨董|都度|寺内|田舎"
    "|北京|上海|天津|重慶|広州|南京|武漢|台北|高雄|釜山|仁川"
)
"""What stands before 市, 町 or 村 and names no town of Japan: 姉妹都市, 城下町, 選手村, 北京市."""
_FEATURE = re.compile(
    "(?<![一-龯々ァ-ヶー第])(?P<name>[一-龯々ヶケノ]{2,4})[川岳峠湖岬島港]"
    "(?:(?![一-龯々])|(?=[沖内側左右流上下周水及並等南北東西]))"
)
_NO_FEATURE = re.compile(
    "[河山支本離半諸]$|河川|無人|有人|人工|海底|五大|氷河|主要|近隣|国際|民間|越境|[入出寄帰母空漁軍商良]$|避難|船籍|定係|不凍"
    "|宇宙|貿易|積替|観光|工業|長谷$|神奈$|^係長|[一二三四五六七八九十数各両全]$"
)
"""What stands before 川, 島 or 港 and names none: 一級河川, 無人島, 国境離島, 定係港."""
_KINDS = {
    "市": ("City", ("シ",)),
    "町": ("Town", ("チョウ", "マチ")),
    "村": ("Village", ("ムラ", "ソン")),
    "区": ("Ward", ("ク",)),
}


def find_towns(text: str, known: Sequence[Constraint], read: PlaceReader | None) -> Outcome[tuple[Constraint, ...]]:
    """The towns of a text that no known constraint covers, each with a finding; without a reader none."""
    towns: list[Constraint] = []
    findings: list[Finding] = []
    is_abroad = bool(_ABROAD.search(text))
    for start, end, reading in read(text) if read else ():
        span = Span(start, end)
        if not reading and not any(span.overlaps(one.span) for one in known):
            findings.append(possible_name_finding(text[start:end]))
            continue
        if not reading or not _is_town(text, span) or any(span.overlaps(one.span) for one in known):
            continue
        if is_abroad:
            findings.append(_unknown(text[start:end]))
            continue
        english, *accepted = dict.fromkeys(_forms(text[start:end], reading))
        note = f"{USUAL_READING} {reading}, romanised"
        kind, strength = ConstraintKind.NAME, Strength.SHOULD
        towns.append(Constraint(span, text[start:end], english, kind, strength, tuple(accepted), note=note))
        findings.append(_unverified(text[start:end], english))
    return Outcome(tuple(towns), tuple(dict.fromkeys(findings)))


def unknown_places(text: str, known: Sequence[Constraint]) -> Iterator[Finding]:
    """A finding for each prefecture or county that is none of the 43, and each town, that no known constraint covers.

    So it is with rivers, mountains, lakes, capes, islands and ports. Towns that have the name of their prefecture
    (熊本市) are known to any model.
    """
    named = [match for match in _PREFECTURE.finditer(text) if not _NO_PREFECTURE.search(match["name"])]
    named += [match for match in _TOWN.finditer(text) if not _NO_TOWN.search(match["name"])]
    named += [match for match in _FEATURE.finditer(text) if not _NO_FEATURE.search(match["name"])]
    for match in named:
        span = Span(*match.span())
        if not _PREFECTURES.fullmatch(match["name"]) and not any(span.overlaps(one.span) for one in known):
            yield _unknown(match[0])


def possible_name_finding(written: str, severity: Severity = Severity.INFO) -> Finding:
    """The English of a word that no glossary and no dictionary has is the model's."""
    message = f"{written} is not in the glossary; if it is a name, its spelling is a guess."
    return Finding(Code.NAME_UNKNOWN, severity, message, hint="Add it to the glossary.")


def _is_town(text: str, span: Span) -> bool:
    """Whether it is a name of two kanji and more that is no part of a longer word."""
    is_part = _BEFORE.search(text, 0, span.start) or _BEHIND.match(text, span.end)
    return bool(_NAME.fullmatch(text, span.start, span.end)) and not is_part


def _forms(written: str, reading: str) -> Iterator[str]:
    """``Wajima``; ``Showa Town`` where 町 is part of the name."""
    kind, endings = _KINDS.get(written[-1], ("", ()))
    ending = next((one for one in endings if reading.endswith(one) and len(reading) > len(one) + 1), "")
    name = romanise(reading.removesuffix(ending)).capitalize()
    if ending:
        yield f"{name} {kind}"
        yield f"{name}-{romanise(ending)}"
    yield name
    yield f"{name} City"


def _unverified(written: str, english: str) -> Finding:
    message = f"{written} is given its usual reading, {english}; the reading is unverified."
    return Finding(Code.READING_UNVERIFIED, Severity.INFO, message, hint="Add it to the glossary with kind place.")


def _unknown(written: str) -> Finding:
    message = f"{written} looks like the name of a place that is not in the glossary."
    return Finding(Code.NAME_UNKNOWN, Severity.WARNING, message, hint="Add it to the glossary with kind place.")
