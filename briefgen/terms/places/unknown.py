"""Places in kanji that no glossary has: they stay as they are written, with what they are in English: [松浜] Airfield.

A model reads 三津原 as Mizuhara in one row and as Mitsuhara in the next. Told by the kind of place behind the name;
what a paper so names it may name without its kind, or with that of an airport or base, as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.places.countries import PREFECTURES
from briefgen.terms.places.facilities import FACILITIES
from briefgen.terms.places.towns import is_abroad

__all__ = ["find_unknown_places", "place_names"]

_START = "(?:(?<![一-龯々ァ-ヶー第])|(?<=[都道府県])|(?<=役[所場])|(?<=[市町村区]立)|(?<=[市町村区県]内)|(?<=旧))"
_PREFECTURE = re.compile("(?<![一-龯々])(?P<name>[一-龯々]{2,3})(?P<kind>県)(?![庁民内外道立警議境営政])")
_NO_PREFECTURE = re.compile(
    "[年党同当各他全両隣近数府都道]|[三四五六七八九十]$|関係|被災|該当|沿岸|周辺|出身|派遣|要請|所在|一部"
)
"""What stands before 県 and names none: 被災三県, 関係県."""
_TOWN = re.compile(
    rf"{_START}(?<![都道府県市区町村]の)(?!旧)(?P<name>[一-龯々ヶケノツ]{{2,4}})(?P<kind>[市町村])(?:(?![一-龯々])|(?=[内外立役議民沖側長]|[一-龯々]{{2,10}}[課部局室]))"
)
_NO_TOWN = re.compile(
    "[一二三四五六七八九十数各同両全近隣当他本自先某大中小無新旧県]$|^[各同両全近隣当他某周数元前現副]|^無[医灯人]|(?<!西)都$|^市町|[男女]性|[市町村区]立|[城門宿港]$|城下|門前|宿場|選手|開拓"
    "|直轄|特設|周辺|関係|該当|被災|隣接|構成|沿岸|対象|参加|協力|同意|地元|所在|地方|自治|漁|農山|過疎|電化|団地|工業|企業|商店|温泉|[都道府県市区]内|県下|立地|離島|合併|機関|民俗|昨年|今回|以前|一般|名誉|骨董|都度|寺内|田舎"
    "|北京|上海|天津|重慶|広州|南京|武漢|台北|高雄|釜山|仁川"
)
"""What stands before 市, 町 or 村 and names no town of Japan: 姉妹都市, 城下町, 選手村, 北京市."""
_FEATURE = re.compile(
    "(?<![一-龯々ァ-ヶー第])(?P<name>[一-龯々ヶケノツ]{2,4})(?P<kind>[川岳峠湖岬島港])"
    "(?:(?![一-龯々])|(?=[沖内側左右流上下周水及並等南北東西]))"
)
_NO_FEATURE = re.compile(
    "[河山支本離半諸]$|河川|無人|有人|人工|海底|五大|氷河|主要|近隣|国際|民間|越境|[入出寄帰母空漁軍商良]$|避難|船籍|定係|不凍"
    "|宇宙|貿易|積替|目的|到着|出発|船積|荷揚|陸揚|仕向|指定|特定|検疫|地方|石油|人造|火口|周辺|観光|工業|長谷$|神奈$|^係長|[一二三四五六七八九十数各両全]$"
)
"""What stands before 川, 島 or 港 and names none: 一級河川, 無人島, 国境離島, 定係港."""
_POINT = re.compile(
    "(?<![一-龯々ァ-ヶー第])(?P<name>[一-龯々ヶケノツ]{1,4})(?P<kind>[崎埼鼻礁])"
    "(?=灯台|沖(?:[のでに、。]|合|約)|(?:の|から)?[東西南北]{1,3}(?:の?方)?(?:沖|約?[0-9０-９]))"
)
"""Points that a position is told from: 石廊崎の南南西約６海里."""
_NO_POINT = re.compile("^[同該当各両岩暗]|岩$|暗$|座$|環$|珊瑚$|離$")
_SURE = (
    "飛行場|演習場|駐屯地|分屯地|分屯基地|漁港|公民館|観測[局所]|測定局|支所|出張所|小学校|中学校|警察署"
    "|消防署|税務署|刑務所"
)
_FACILITY = re.compile(rf"{_START}(?![市町村区]立)(?P<name>[一-龯々ヶケノツ]{{2,4}}?)(?P<kind>{_SURE})")
"""Facilities before which hardly anything but a name stands; airports and bases are also called 民間 and 補給."""
_NO_FACILITY = re.compile(
    "[公私国道府県都市町村区][立営]|^[各同両全旧新元当近隣某]|[一二三四五六七八九十数各両全同]$|[市町村区]役|[東西南北]部$"
    "|代替|補助|国内|大規模|女子|水上|消防|遠隔|屋[内外]|実弾|避難|対空|周辺|主要|地元|義務|尋常|[附付]属|民間|[軍専共]用|臨時|仮設|既存|総合|地方|中央"
    "|関係|所在|所轄|管轄|最寄|海外|特定|指定|拠点|一部|本土|沿岸|[陸海空米][軍自]|都市|農業|在外|入国|防衛|医療|養成"
)
_ALONE = {
    "市": "{} City", "町": "{} Town", "村": "{} Village", "県": "{} Prefecture", "港": "{} Port", "湖": "Lake {}",
    "岬": "Cape {}", "峠": "{} Pass", "岳": "Mt. {}", "市長": "Mayor of {}", "町長": "Mayor of {}",
    "村長": "Mayor of {}",
}  # fmt: skip
_PARTS = "川島岳崎埼鼻礁"
"""Kinds that are part of the name: 糸魚川, 鹿島, 石廊崎."""
_PATTERNS = (
    (_PREFECTURE, _NO_PREFECTURE), (_TOWN, _NO_TOWN), (_FEATURE, _NO_FEATURE), (_POINT, _NO_POINT),
    (_FACILITY, _NO_FACILITY),
)  # fmt: skip
_KIND = re.compile("|".join(sorted((*FACILITIES, *_ALONE), key=len, reverse=True)))
_WORD_ENDS = re.compile("(?![一-龯々])|[周側内外産出沖付住在]")


def place_names(texts: Iterable[str], has_word: Callable[[str], bool]) -> frozenset[str]:
    """The names of places that texts give with their kinds, without these: 松浜 of 松浜県, and 糸魚川.

    `has_word` says whether a word of the glossary stands in a name, which is then none of a facility: 訓練飛行場.
    """
    found = (
        match["name"] + match["kind"] * (match["kind"] in _PARTS)
        for text in texts
        for pattern, no_name in _PATTERNS
        for match in pattern.finditer(text)
        if not no_name.search(match["name"]) and not (pattern is _FACILITY and has_word(match["name"]))
    )
    return frozenset(name for name in found if name not in PREFECTURES)


def find_unknown_places(text: str, names: Iterable[str], known: Sequence[Constraint]) -> Iterator[Constraint]:
    """Each of the names in a text that no known constraint covers, with the kind behind it, which one may cover."""
    taken = [constraint.span for constraint in known]
    for name in sorted(names, key=lambda one: (-len(one), one)):
        for match in re.finditer(f"{_START}{re.escape(name)}", text):
            kind = _KIND.match(text, match.end())
            span = Span(match.start(), kind.end() if kind else match.end())
            is_free = all(
                match.end() <= other.start and other.end <= span.end for other in taken if span.overlaps(other)
            )
            if not is_free or not (kind or _WORD_ENDS.match(text, match.end())):
                continue
            taken.append(span)
            english = _form(text, kind[0]).format(f"[{name}]") if kind else f"[{name}]"
            yield Constraint.of(text, span, (english,), ConstraintKind.NAME, "name not in the glossary")


def _form(text: str, kind: str) -> str:
    if kind == "県" and is_abroad(text):
        return "{} County"
    return _ALONE[kind] if kind in _ALONE else FACILITIES[kind][0]
