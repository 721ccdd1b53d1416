"""Numbers with a counter: ３２カ国, １０１台, 三隻.

The English noun is written only where it is certain and the paper does not name the thing itself. In 護衛艦２隻 and
in ２隻の護衛艦 the counter says nothing that the noun does not, and 台, 件 or 回 mean a different noun each time: there
the number alone is placed, and the counter is left to the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefgen.japanese.folding import is_kanji, is_katakana
from briefgen.japanese.numerals import NUMBER, parse_number
from briefgen.model.segment import ConstraintKind, Span, Strength
from briefgen.terms.english import number_forms, spell
from briefgen.terms.placeables.common import Placeable, Scan, is_scaled, placed

__all__ = ["find_counted"]


@dataclass(frozen=True, slots=True)
class _Counter:
    """A counter: its nouns (singular, plural) with the preferred first, and what must not follow it."""

    pattern: str
    nouns: tuple[tuple[str, str], ...] = ()
    not_before: str = ""
    words: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Words for certain numbers of it: trilateral for 3か国, twice for 2回."""
    is_only_words: bool = False
    """Whether it is placed for those numbers only, and as the word: trilateral talks, 三者会談."""


_TIMES = {1: ("once", "annual", "annually"), 2: ("twice", "both"), 3: ("three times",)}
_MORE_THAN = ("more than", "over", "upwards of", "just over", "slightly more than", "some")
_PRICED = re.compile("(?:約|平均|最大)?[0-9]|ずつ|平均")
"""Behind one of what each costs or has so much: １枚８万円."""
_EACH = re.compile("当たり|あたり|につき|ごと|毎に")
_NOUNS_OF_EACH = {
    "回": ["time", "occasion", "session", "use"],
    "件": ["case", "item", "application", "transaction"],
    "台": ["unit", "vehicle", "car", "machine"],
    "個": ["piece", "item", "unit"],
}
"""What a price is for: １回につき, with the noun that fits anything first."""
# 数十人 and 何十回 are no numbers; in 人数３名 and its like 数 ends a word.
_NOT_SEVERAL = "(?<!^数)(?<![^人件回総隻機台員個点枚]数)(?<![何幾])"
_KA = "[かカヶケヵ箇]"
_OF_THINGS = (
    "足(?!取り|[らりのす跡場元首並掛蹴音])|匹(?!敵)|頭(?![部取上角数脳文金書])|羽(?![目田根生毛])|膳|杯|皿|鉢|束(?!縛)|袋(?![小叩])"
    "|箱|缶|瓶|樽|俵|株(?![式主価])|粒(?!子)|錠(?!前)|脚(?![光本])|軒|戸(?![籍別田建町])|室|部屋|便(?![利宜乗箋])|路線|区間|区画"
    "|往復|周(?![年辺囲波期遊])|試合|回線|車線|セル|[連勝敗]?[勝敗](?![負利因戦訴残者])|打席|得点|失点|ページ|頁|行程|列(?![島車国強伝挙])|層(?![圧状])"
    "|世代(?!目)|教科|科目|方向|方面(?![隊総])|[州県](?![境立知道警庁内外議])|市(?=[町は、。がのとで])|市[区町]?村|町村|[市区町](?:及び|と|、)"
    "|空港|漁港|議案|法案|会派|政党|党(?![首員派内])|決議|判決|計画|事業|施策|工場|会場|病院|大学|空母|艦(?![隊艇長内船橋載])|海峡"
    "|個所|箇条|ヵ条|[かカヶケヵ箇]条|[かカヶケヵ箇]村|人前|品目|製品|作品|曲(?![折線げが者])|演目|口(?=[のをで、。])|字(?=[のをで、。])"
    "|文字|単語|言(?=[で、。])|家族|夫婦|組織|勢力|会社|企業|都市|部門|部局|課題|点(?=[のをで、。])|段(?=[のをで、。])"
)
"""Counters of things that have no noun of their own; Arabic figures need none of them."""

_NO_THINGS = re.compile(
    "参|千[羽曲]|一両日|八束|三瓶|七軒|一(?!足|匹|羽|膳|箱|缶|俵|軒|袋|法案|議案|空港|漁港|会派|政党|都市|病院|大学|路線|区間)"
)
"""参列 and 一層 count nothing."""

_SIDES = {2: ("bilateral", "two-way"), 3: ("trilateral", "three-way"), 4: ("quadrilateral", "four-way")}
_TALKS = "協議|会談|会合|対話|首脳|外相|国?防衛?相|防衛大臣|共同(?:訓練|演習)|協力|連携"
_COUNTERS = (
    _Counter(f"{_KA}国(?=間?の?(?:{_TALKS}))|(?<=[0-9])国間", words=_SIDES, is_only_words=True),
    # Four who meet may be two ministers of each of two sides, which is not quadrilateral.
    _Counter(f"者(?=間?の?(?:{_TALKS}))", words={n: _SIDES[n] for n in (2, 3)}, is_only_words=True),
    _Counter("隻", (("ship", "ships"), ("vessel", "vessels"))),
    _Counter("艘", (("boat", "boats"), ("vessel", "vessels"))),
    _Counter("機", (("aircraft", "aircraft"), ("plane", "planes")), "関能構材動器密会械体雷種長甲上内"),
    _Counter("名", (("person", "people"), ("person", "personnel"), ("member", "members")), "古称前目義簿護誉"),
    _Counter(
        "人", (("person", "people"), ("person", "personnel"), ("member", "members")), "工事員的口材権類道間民命格物質"
    ),
    _Counter(
        f"{_KA}国",
        (("country", "countries"), ("nation", "nations")),
        "語",
        {2: ("bilateral", "both"), 3: ("trilateral",), 4: ("quadrilateral",)},
    ),
    _Counter(f"{_KA}所", (("location", "locations"), ("site", "sites"), ("place", "places")), "村"),
    _Counter("世帯", (("household", "households"),)),
    _Counter("棟", (("building", "buildings"),), "梁"),
    _Counter("校", (("school", "schools"),), "長舎区"),
    _Counter("社", (("company", "companies"), ("firm", "firms")), "会長員"),
    _Counter("自治体", (("municipality", "municipalities"), ("local government", "local governments"))),
    _Counter("都道府県", (("prefecture", "prefectures"),)),
    _Counter("都府県|道府県|都県|府県|道県", (("prefecture", "prefectures"),), "境知警議民庁立道内外"),
    _Counter("閣僚|大臣|首脳|外相|防衛相|国防相"),
    _Counter("台", (), "湾風帳頭北本数地"),
    _Counter("件", (), "数名"),
    _Counter("回", (), "線収復答避転線数目路生顧想向", _TIMES),
    _Counter("発", (), "表射展生電足令見行信言達揮着動注効火熱"),
    _Counter("度", (), "合数量", _TIMES),
    _Counter("個", (), "人別々性"),
    _Counter("本", (), "部土州年日人書隊件会格質省国社官法邦庁館当来"),
    _Counter("両", (), "国者大政首軍用論面院立岸側"),
    _Counter("歳|才", (), "能覚出入末"),
    _Counter("つ"),
    _Counter("要件|交替|交代|条件|原則|文書|集落|議席|か村|食", (), "料糧品堂事生卓"),
    _Counter("分野|項目|段階|類型|種類|団体|機関|地域|か年|部隊|拠点|基地|地点|言語|系統", (), ""),
    _Counter("者", (), "", {2: ("bilateral", "both"), 3: ("trilateral", "three-way"), 4: ("quadrilateral",)}),
    _Counter(
        "基|門|着|丁|枚|冊|通|点|票|床|柱|件|例|組|班|個隊|個師団|個連隊|航空団|泊|晩",
        (),
        "本地盤準金礎幹調数陸手任信常達線検差",
    ),
    _Counter("(?:票|点)(?=差)", (), ""),
    _Counter(_OF_THINGS, (), ""),
)
_AMOUNT = re.compile(rf"{_NOT_SEVERAL}(?<!第)(?P<number>{NUMBER})(?P<odd>余り?|数)?")
_BEHIND = tuple((counter, re.compile(f"(?:{counter.pattern})(?![目{counter.not_before}])")) for counter in _COUNTERS)
_NO_NUMBERS = re.compile(
    "一枚岩|一票の格差|三つ巴|六[ヶケ]所|九度山|真っ?二つ|二枚[舌貝]|一人前|胸突き八丁|三脚|清き一票|百人一首|千本桜|八丁味噌|十分|一両日|千葉|百里|三沢|三重|四国|九州|八戸|五島|六本木|万一|二本松|三本木|二者択|三者(?!協議|会談|会合|間|対話|首脳|による)|三菱|三人称|二人三脚|二度と|一[回度](?!に限|きり|のみ)|一[つ人国本件台個者点通部門閣大首]"
    "|二[次重条]|一組|四[方半]|五[輪分]|七[夕転]|八方|八百[屋長]|十[字勝文]|百[貨科姓]|千人針|千[歳島秋]"
)
_SYSTEM = re.compile("体制|態勢")
"""Behind what a fleet or shift is made up of, whose noun the English needs."""
_IN_SPACE = re.compile(
    "^(?!.*(?:航空機|戦闘機|飛行機|輸送機|爆撃機|哨戒機|無人機|偵察機|ヘリ|機種)).*"
    "(?:ロケット(?![弾砲推])|人工衛星|(?:測位|通信|観測|気象)衛星|衛星の?打ち?上げ|探査機)"
)
"""A text in which what 機 counts is hardly an aircraft."""
_LOWER_BOUND = re.compile("[0-9〇一二三四五六七八九十百千万億][^0-9、。]{0,3}以上$")
"""The lower bound right before a number names nothing that is counted: １００人以上２００人未満."""


_SETS = re.compile("(?<![0-9.,第])(?P<number>[1-9])式(?![典場次年戦ァ-ヺー一-龯])")
"""Sets of what is bought, １式; types have two figures."""


def find_counted(scan: Scan) -> Iterator[Placeable]:
    """Numbers with a counter after them; numbers in kanji count only here and before units."""
    words = {at for word in _NO_NUMBERS.finditer(scan.text) for at in range(*word.span())}
    for match in _SETS.finditer(scan.text):
        several = "" if match["number"] == "1" else "s"
        forms = [
            f"{amount} {noun}{several}"
            for noun in ("set", "lot")
            for amount in (match["number"], spell(int(match["number"])))
        ]
        singles = ("a set", "a lot", "complete set", "full set", "a", "one") if not several else ()
        yield Placeable.of(*match.span(), (*forms, *singles, match["number"]), ConstraintKind.QUANTITY)
    for amount in scan.at_numbers(_AMOUNT):
        counted = [(counter, found) for counter, behind in _BEHIND if (found := behind.match(scan.text, amount.end()))]
        value = parse_number(amount["number"]) if counted and amount.start() not in words else None
        for counter, found in counted:
            is_word = counter.pattern is _OF_THINGS and _NO_THINGS.match(scan.text, amount.start())
            is_left = counter.is_only_words and value not in counter.words
            if value is not None and not (is_word or is_left):
                yield _placed(amount, found, value, counter, scan)


def _placed(amount: re.Match[str], found: re.Match[str], value: Decimal, counter: _Counter, scan: Scan) -> Placeable:
    """The amount of this value with the counter found behind it."""
    amounts = number_forms(value, scaled=is_scaled(amount["number"]))
    span = Span(amount.start(), found.end())
    if amount["odd"]:
        return _odd(amount, span, amounts, counter, scan)
    others = counter.words.get(int(value), ()) if value == value.to_integral_value() else ()
    if counter.is_only_words:
        nouns = ("countries", "nations") if "国" in found[0] else ("parties", "sides")
        counted = [f"{one} {noun}" for noun in nouns for one in amounts]
        return Placeable.of(span.start, span.end, (*others, *counted, *amounts), ConstraintKind.NUMBER)
    others += ("a", "an", "single", "another") if value == 1 else ()
    others += ("per", "each", "every", "apiece") if value == 1 and _PRICED.match(scan.text, span.end) else ()
    if value == 1 and _EACH.match(scan.text, span.end):
        return _each(span, counter)
    is_no_aircraft = found[0] == "機" and _IN_SPACE.search(scan.text)
    if not counter.nouns or is_no_aircraft or _is_named(span, scan):
        return placed(scan, (span.start, amount.end("number")), (*amounts, *others), ConstraintKind.NUMBER)
    forms = tuple(f"{number} {one if value == 1 else more}" for one, more in counter.nouns for number in amounts)
    bare = (*amounts, *others)
    if _SYSTEM.match(scan.text, span.end):
        bare = tuple(f"{number}-{one}" for one, _ in counter.nouns for number in amounts)
    return placed(scan, (span.start, span.end), (*forms, *bare), ConstraintKind.QUANTITY)


def _odd(amount: re.Match[str], span: Span, amounts: Sequence[str], counter: _Counter, scan: Scan) -> Placeable:
    """１００余名 and ２０数名: more than the number, and how many more is not said."""
    has_noun = bool(counter.nouns) and not _is_named(span, scan)
    nouns = [more for _, more in counter.nouns] if has_noun else []
    odd = [f"{one}-odd" for one in amounts] + [f"{word} {one}" for word in _MORE_THAN for one in amounts]
    preferred = f"more than {amounts[0]}"
    forms = [f"{one} {noun}" for noun in nouns for one in (preferred, *odd)] + [preferred, *odd]
    end = span.end if has_noun else amount.end("odd")
    return Placeable.of(span.start, end, forms, ConstraintKind.QUANTITY if has_noun else ConstraintKind.NUMBER)


def _each(span: Span, counter: _Counter) -> Placeable:
    """``per person`` for １人当たり; where the noun is not certain, that the word each or its like stands there."""
    words = ("per", "each", "every", "a", "an", "one")
    nouns = [one for one, _ in counter.nouns] or _NOUNS_OF_EACH.get(counter.pattern, [])
    forms = [f"{word} {one}" for one in nouns for word in words] + ["each", *words, "apiece"]
    forms += ["per capita"] if "person" in nouns else []
    return replace(Placeable.of(span.start, span.end, forms, ConstraintKind.QUANTITY), strength=Strength.SHOULD)


def _is_named(span: Span, scan: Scan) -> bool:
    """Whether the thing counted stands before the number (護衛艦２隻) or after it (２隻の護衛艦)."""
    if scan.text.startswith("の", span.end):
        return True
    start = span.start - scan.text.endswith("約", 0, span.start)
    start -= scan.text.endswith("\u3000", 0, start)
    if not scan.folded.touches(start) or _LOWER_BOUND.search(scan.text, max(0, start - 8), start):
        return False
    before = scan.text[start - 1]
    return is_kanji(before) or is_katakana(before) or (before.isascii() and before.isalnum()) or before in ")×"
