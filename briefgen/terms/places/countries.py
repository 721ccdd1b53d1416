"""Countries, bodies and prefectures that the English names and the Japanese does not: made up as surely as a number.

Only those that papers of this kind often name, and that a small model therefore likes to put in; Japan is not among
them, since 我が国 and a left-out subject are Japan as well. A letter that stands for a country accounts for it only
where it is no part of another word: 豪 does in 日豪, and does not in 豪雨.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.japanese.compiling import compiled
from briefgen.model.segment import Span

__all__ = ["PREFECTURES", "missing_countries", "unlicensed_countries"]

_SOURCES = {
    "Korea|Koreans?|ROK|DPRK": "韓|(?<![早毎今翌明])朝(?![刊食方夕礼0-9])|北ミサイル|北の",
    "China|Chinese": "中国|中華|海警|[対訪駐在反親]中|[日米英豪印韓露台比]中|中[露朝韓印台]|シナ海|チャイナ|漢",
    "Russia|Russians?": "ロシア|露|ロ[軍朝側]|日ロ|米ロ|中ロ|ソ連",
    "Ukraine|Ukrainians?": "ウクライナ|ウ[軍側]|宇(?!宙)",
    "France|French": "フランス|仏",
    "Germany|Germans?": "ドイツ|独",
    "Italy|Italians?": "イタリア|伊",
    "Australia|Australians?": "豪|オーストラリア",
    "Canada|Canadians?": "カナダ|加",
    "Indian?(?! Ocean|-)|Indians": "インド|印",
    "Philippines?|Filipinos?": "フィリピン|比",
    "Vietnam|Vietnamese|Viet Nam": "ベトナム|越",
    "Thailand|Thai": "タイ|泰",
    "Indonesia|Indonesians?": "インドネシア|尼",
    "Malaysia|Malaysians?": "マレーシア|(?<!群)馬",
    "Singapore|Singaporeans?": "シンガポール|(?<!衛)星",
    "Taiwan|Taiwanese": "(?<![0-9数十百千万])台(?!風|数|[所本帳頭])",
    "Israel|Israelis?": "イスラエル",
    "Iran|Iranians?": "イラン",
    "Iraq|Iraqis?": "イラク",
    "Türkiye|Turkish": "トルコ",
    "Poland|Poles?(?= )": "ポーランド|(?<![電津周音高低短長])波",
    "Sweden|Swedish": "スウェーデン|瑞",
    "Norway|Norwegians?": "ノルウェー|(?<![承受許快])諾",
    "Netherlands|Dutch": "オランダ|蘭",
    "Belgium|Belgians?": "ベルギー|白",
    "Spain|Spanish": "スペイン|西",
    "New Zealand(?:ers?)?": "ニュージーランド|NZ",
    "Mongolia|Mongolians?": "モンゴル|蒙",
    r"United Kingdom|U\.K|UK|Britain|British": "英|イギリス|UK",
    r"United States|U\.S|US|Americans?(?! States)": "米|アメリカ|US|ドル|在沖|海兵隊|太平洋(?:軍|艦隊)",
    "Pakistan|Pakistanis?": "パキスタン|印パ",
    "Bangladesh|Bangladeshis?": "バングラデシュ",
    "Sri Lankan?": "スリランカ",
    "Myanmar|Burmese": "ミャンマー",
    "Cambodian?": "カンボジア",
    "Laos|Laotian": "ラオス",
    "Brunei": "ブルネイ",
    "Saudi Arabian?|Saudis?": "サウジ",
    "United Arab Emirates|UAE|Emirati": "UAE|アラブ首長国",
    "Qatari?": "カタール",
    "Egypt|Egyptians?": "エジプト",
    "Syrian?": "シリア",
    "Lebanon|Lebanese": "レバノン",
    "Yemen|Yemeni": "イエメン",
    "Afghanistan|Afghans?": "アフガン",
    "Kazakhstan|Kazakh": "カザフ",
    "Belarus|Belarusian": "ベラルーシ",
    "Finland|Finnish": "フィンランド|芬",
    "Denmark|Danish": "デンマーク|丁",
    "Estonian?": "エストニア",
    "Latvian?": "ラトビア",
    "Lithuanian?": "リトアニア",
    "Romanian?": "ルーマニア",
    "Czech(?:ia)?": "チェコ",
    "Hungary|Hungarian": "ハンガリー",
    "Greece|Greek": "ギリシャ|希",
    "Portugal|Portuguese": "ポルトガル|葡",
    "Austrian?": "オーストリア|墺",
    "Switzerland|Swiss": "スイス",
    "Fiji|Fijian": "フィジー",
    "Tongan?": "トンガ",
    "Papua New Guinea": "パプア|PNG",
    "Palauan?": "パラオ",
    "Mexico|Mexican": "メキシコ|墨",
    "Brazil|Brazilian": "ブラジル|伯",
    "Djibouti": "ジブチ",
    "Somalian?": "ソマリア",
    "NATO|North Atlantic Treaty Organization": "NATO|北大西洋|ナトー",
    "EU|European Union": "EU|欧|ヨーロッパ",
    "ASEAN": "ASEAN|東南アジア|アセアン",
    "G7": "G7|主要[7七]|先進[7七]|主要国首脳",
    "G20": "G20|主要(?:20|二十|二〇)",
    "Quad": "クアッド|Q[Uu][Aa][Dd]|日米豪印",
    "AUKUS": "AUKUS|オーカス|[米英豪]{3}",
    "UN|United Nations": "国連|国際連合|安保理|UN|総会",
    "IAEA": "IAEA|原子力機関",
    "OSCE": "OSCE|欧州安全保障協力機構|欧州安保",
    "APEC": "APEC|アジア太平洋経済",
    "OECD": "OECD|経済協力開発",
    # wars of the world, which a small model likes to take for the second
    "World War (?:II|Two|2)|Second World War": "(?<!第[一1]次世界)(?<!第[一1]次)大戦|戦[前中後時没争災]|[終敗]戦",
    # before the names of ships, which a small model likes to give a navy
    "JS": "護衛|海上?自|掃海|潜水|ミサイル艇|(?:日本|我が国).*艦|(?:艦|(?<![一-龯々ァ-ヺー]))「[ぁ-ゖ]",
    "USS|USNS|USCGC": "米|アメリカ|CVN|SSN|LH[AD]|LPD|LCS|DDG|CG-",
    "HMS": "英|イギリス",
    "HMAS": "豪|オーストラリア",
    "HMNZS": "ニュージーランド|NZ",
    "HMCS": "カナダ|加",
    "INS": "インド|印",
    "BRP": "フィリピン|比",
    "ROKS": "韓",
    # forces and offices, which a small model likes to take a region, a school course or a department for
    "(?:Western|Eastern|Northern|North ?[Ee]astern|Middle|Central|Tohoku|Southwestern|Regional) Army": (
        "方面(?:[^、。]{0,6}(?:隊|総監|軍|部)|[指通輸後衛会音施特航高])|[東西北中]方(?!面)|軍|陸自"
    ),
    "Military Police": "憲兵|警務[隊科官中大]|軍警|軍事警察|国家警察|MP",
    "Infantry": "歩兵|普通科(?:連|中|部|の?隊|団|の?[0-9一二三四五六七八九十百]|教)|連隊|戦闘団|機械化",
    "Internal Affairs": "総務(?:[省相大副政委官]|事務)|内務|内政|内事|監察|内部|総通",
    "Engineers": "技|工|施設(?:[科団群隊大中部学器]|の隊)|エンジニア|設計|整備|建設|団|協会|学会|機関士",
    "Tsuiki": "築城(?:[町駅基空]|から|を.*出発|[)）])|福岡|空自|戦闘機",
    "Defense Intelligence": "情報本部(?!を設)|防衛|国防|DI[AHO]|軍",
}
"""English names and adjectives, and what of the folded Japanese accounts for them."""

_PREFECTURES = re.findall(
    r"([A-Z][a-z]+)(\S+)",
    "Aomori青森 Iwate岩手 Miyagi宮城 Akita秋田 Yamagata山形 Fukushima福島 Ibaraki茨城 Tochigi栃木 Gunma群馬 "
    "Saitama埼玉 Chiba千葉 Kanagawa神奈川 Niigata新潟 Toyama富山 Ishikawa石川 Fukui福井 Yamanashi山梨 Nagano長野 "
    "Gifu岐阜 Shizuoka静岡 Aichi愛知 Mie三重 Shiga滋賀 Kyoto京都 Osaka大阪 Hyogo兵庫 Nara奈良 Wakayama和歌山 "
    "Tottori鳥取 Shimane島根 Okayama岡山 Hiroshima広島 Yamaguchi山口 Tokushima徳島 Kagawa香川 Ehime愛媛 Kochi高知 "
    "Fukuoka福岡 Saga佐賀 Nagasaki長崎 Kumamoto熊本 Oita大分 Miyazaki宮崎 Kagoshima鹿児島",
)
PREFECTURES = frozenset(kanji for _, kanji in _PREFECTURES) - {"京都", "大阪"} | {"沖縄"}
"""The names of the prefectures in 県."""
_SOURCES |= {f"{name} Prefectur(?:e|al)": kanji for name, kanji in _PREFECTURES}
_SOURCES |= {
    "Hokkaido": "北海|道[東西南北央内警庁知は]|[0-9]道",
    "Okinawa": "沖縄|在沖|那覇|嘉手納|普天間|琉球|ヤンバル",
    "Tokyo": "東京|都|京|東[証大]|警視庁|首都|アフリカ開発|TICAD|羽田|霞が関|市ヶ谷",
}

_OTHER_WORDS = re.compile(
    "豪[雨雪華快胆徳]|[富強文酒]豪|独[自立占断学特身走白力鈷]|[単孤]独|仏[教像壇閣殿生]|[神念大]仏"
    "|印[刷象鑑字章紙西]|[調押捺消目矢公]印|加[盟入速熱工算圧重減害味護担藤賀古須えわ]|[参追増付倍添]加"
    "|前[年期月日]度?(?:同[期月日])?比|GDP比|比[較率例重肩類べ]|対比|恵比|伊[東藤勢豆丹予方達江良賀万]|[紀井]伊"
    "|泰[然斗平]|安泰|[超優卓]越|越[えす境冬権年後谷し]|[上信]越|尼[崎僧寺]|[対練競但有相]馬|馬[力車場毛]"
    "|露[呈天出骨店頭]|[披暴吐結]露|蘭(?=の(?:花|展示|栽培|鉢|品評|愛好|株))|[鈴室]蘭|英[断雄気知語才霊明田彦]|啓蒙"
    "|米(?:[沢価穀飯粒俵]|原(?![子油発])|子(?!会)|作(?!戦))|[久白玄精]米|新米(?![国軍大政])|備蓄米"
    "|米(?=の(?:価格|生産|作付|作況|作柄|収量|収穫|消費|輸入|備蓄|在庫|品種|需給|銘柄|等級)|[やと](?:水|麦|野菜|味噌|塩|パン))"
)
"""Words in which the letter of a country means something else: 豪雨 is no rain in Australia."""

_NAMES = re.compile(rf"\b(?=[A-Z])(?:{'|'.join(f'({names})' for names in _SOURCES)})\b")
_ACCOUNTS = tuple(_SOURCES.values())


def unlicensed_countries(english: str, source: str, forms: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Where the English names a country or body that neither the folded Japanese nor a form of a constraint names."""
    if not (named := _named_in(english)):
        return
    licensed, source = _named_in(" ".join(forms)), _OTHER_WORDS.sub("□", source)
    for country, matches in named.items():
        if country not in licensed and not compiled(_ACCOUNTS[country]).search(source):
            yield from ((Span(*match.span()), match[0]) for match in matches if match[0] not in source)


def missing_countries(english: str, other: str) -> tuple[str, ...]:
    """The countries and bodies that one English text names in any form and another does not."""
    named, others = _named_in(english), _named_in(other)
    return tuple(named[country][0][0] for country in sorted(named) if country not in others)


def _named_in(english: str) -> dict[int, list[re.Match[str]]]:
    """Where the English names each of the countries, by its place in the table."""
    named: dict[int, list[re.Match[str]]] = {}
    for match in _NAMES.finditer(english):
        named.setdefault((match.lastindex or 0) - 1, []).append(match)
    return named
