"""Strangers: what looks like the name of a person that neither the glossary nor the paper tells how to write.

Told by where it stands: before a title, after one, or before 氏 and its like; where a reader of names agrees, also
before 課長, 一佐 and their like, and where people name themselves or are named as contacts. A run of katakana with a
middle dot that no term covers may be a name as well, but is not sure to be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefgen.japanese.folding import fold, is_kanji
from briefgen.model.segment import Span

__all__ = [
    "NameReader", "addressed_names", "follows_surname", "foreign_lands", "full_names", "katakana_runs", "lone_name",
    "name_after", "name_before", "named_things", "possible_name", "staff_names",
]  # fmt: skip

NameReader = Callable[[str], str | None]
"""From a name in kanji to its usual reading in kana, 佐藤太郎 to サトウ・タロウ; None where it is no name."""

_KATAKANA = "[ァ-ヺー]{2,}(?:[・･＝=][ァ-ヺー]{2,})*"
_KATAKANA_BEFORE = re.compile(rf"(?P<name>{_KATAKANA})[・･]?[ \u3000]?$")
_KANJI_BEFORE = re.compile(
    r"(?:^|[^一-龯々ノヶケ])(?P<name>[一-龯々]{1,2}[ノヶケ][一-龯々]{1,2}|[一-龯々]{2,3})[ \u3000]?$"
)
_ONE_KANJI_BEFORE = re.compile(r"(?:^|[^一-龯々ノヶケ])(?P<name>(?![同前元新両各現当副総旧某])[一-龯々])[ \u3000]?$")
_LONG_BEFORE = re.compile(
    r"(?:^|[^一-龯々])(?P<name>[一-龯々]{4,6}|[一-龯々]{1,3}[ \u3000][一-龯々]{1,3})[・･]?[ \u3000]?$"
)
_AFTER = re.compile(r"[ \u3000]?(?P<name>[一-龯々]{1,3}[ \u3000]?[一-龯々]{1,4})(?![一-龯々])")
_ADDRESSED = re.compile(
    rf"(?<![一-龯々ァ-ヺー])(?P<name>(?:{_KATAKANA})|[一-龯々]{{1,3}}[ \u3000]?[一-龯々]{{1,3}})"
    r"[ \u3000]?(?:(?:氏|女史)(?![名族子])|(?<=[一-龯々]{3})(?<![諸主姫両])君(?=[がはをにのもと、。)）]|$)"
    r"|(?=容疑者|被告(?!人)))"
)
_NO_SUSPECT = re.compile("(?:男性?|女性?|外国人|殺人|元|同|両|複数|少年|主犯|実行犯)$")
"""What stands before 容疑者 and is no name."""
_STAFF_NAME = "(?<![一-龯々])(?P<name>[一-龯々]{1,2}[ノヶケ][一-龯々]{1,2}|[一-龯々]{1,4})"
_STAFF = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?!奥さん|多様|[陸海空]士長){_STAFF_NAME}"
        r"(?=[ \u3000]?(?:(?:課長|室長|係長|班長)(?![級会等])|主査|補佐(?!官)|部員|事務官"
        r"|技官|専門官|さん|様|[1-3１-３一二三]等?[陸海空]?[佐尉曹](?![渡気])|[陸海空]?士長|准[陸海空]?尉))",
        rf"(?<=[課室部局班係省庁社隊団校]の){_STAFF_NAME}(?=です(?:[。、]|$)|と申します)",
        rf"(?<=担当[:：]){_STAFF_NAME}(?=[ \u3000、,・(（]|$)",
        rf"(?<=[課室係班][ \u3000]){_STAFF_NAME}(?=[、,・(（]|$)",
        rf"{_STAFF_NAME}(?=[(（]内線)",
        rf"{_STAFF_NAME}(?=(?:、[一-龯々]{{2,6}})?の[両各]氏)",
        r"(?<![一-龯々])(?P<name>[一-龯々]{2,4})(?=局長|部長|次長|所長|議員|教授|社長|会長|知事)",
    )
)
_RUN = re.compile("(?<![ァ-ヺー・･])[ァ-ヺー]{2,}(?:[・･＝][ァ-ヺー]{2,}){1,3}(?![ァ-ヺー・･])")
_LAND = re.compile(
    "(?<![ァ-ヺー・･])(?P<name>[ァ-ヺー]{4,}|[ァ-ヺー]{2,}[・･][ァ-ヺー]{2,})"
    "(?:(?P<style>共和国|王国|連邦)|(?P<land>国)(?![防軍民内会家境策旗歌語際務営産])"
    "|(?=国防軍|国防省|国防相|国軍|[陸海空]?軍(?![事需備曹団縮拡手服属基士病])|海兵隊|政府|首相|大統領|外相|防衛相|首脳会談))"
)
"""A name before what only countries have; a single word of three letters is too often another word."""
_AFTER_LAND = re.compile("(?<![一-龯])[日米英豪韓中露][・･](?P<name>[ァ-ヺー]{4,})(?![ァ-ヺー・･])")
_POSTED = re.compile("[在駐](?P<name>[ァ-ヺー]{4,})(?=日本|大使|公使|総領事)")
_NO_LANDS = frozenset(
    {
        "イスラム", "オーナー", "クーデター", "サイバー", "サプライヤー", "スポンサー", "デジタル", "テロリスト",
        "ビジネス", "フレームワーク", "ブロック", "メーカー", "ユーザー", "リーダー", "ロボット", "レジスタンス",
        "ヨーロッパ", "アフリカ", "バルカン",
    }
)  # fmt: skip
_THING = re.compile(
    r"(?:(?P<ship>艦|艇|船|空母|フリゲート|コルベット|タンカー|カッター)|(?P<exercise>演習|訓練|作戦))[ \u3000]?"
    rf"[「『](?P<name>{_KATAKANA})[」』]|[「『](?P<vessel>{_KATAKANA})[」』]号"
)
"""A name in quotation marks behind the kind of thing it names, or a ship's before 号."""
_BILATERAL = re.compile(r"日[・･]?$")
"""日・アルヴェリア防衛相会談: a country that is not in the glossary, no person."""
_SURNAMES = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 斎藤 斉藤"
    " 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田"
    " 西村 藤井 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎"
    " 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野"
    " 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野"
    " 渡部 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 中田 久保田 服部 川崎 岩田 土屋 福島 本田"
    " 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 浜田 馬場 森本 矢野 浅野 松下 星野 大久保 吉岡 小池"
    " 野田 荒木 大谷 松浦 熊谷 黒田 尾崎 永田 川村 望月 田辺 松村 荒井 大島 平井 早川 菅野 栗原 西山 広瀬 横田"
    " 石橋 岩本 萩原 片山 関口 宮田 大石 本間 須藤 高山 岡崎 小田 吉野 伊東 鎌田 上原 篠原 小西 松原 福井 古賀"
    " 大森 成田 内藤"
)
"""Common surnames in two kanji and more, chosen by hand: 森本課長 is a person, 調査課長 an office."""
_LONE = re.compile(r"(?P<name>(?P<surname>[一-龯々]{1,3})[ \u3000][一-龯々]{1,3})")
_COMMON = frozenset(_SURNAMES.split())
_RARER_SURNAMES = (
    "坂口 赤根 赤松 秋元 浅井 朝倉 東海林 天野 荒川 有田 飯島 池上 石塚 泉田 磯部 市原 稲垣 稲葉"
    " 岩井 岩瀬 植田 植木 植村 臼井 梅田 榎本 大川 大木 大沢 大澤 大竹 大平 岡部 奥田 奥村 小倉 小沢"
    " 小澤 落合 小野寺 柏木 金井 金子 川島 川原 河合 河村 菊川 岸田 岸本 北川 木田 黒川 黒木 桑原"
    " 児玉 後藤田 斉木 斎木 齋藤 齊藤 坂井 榊原 佐伯 佐久間 笹川 沢田 澤田 塩田 篠田 柴山 志村 下村"
    " 庄司 白石 白川 菅井 杉浦 杉原 関根 高井 高島 高瀬 滝沢 田島 立花 谷川 玉木 塚本 辻本 津田 寺田"
    " 土井 中尾 中沢 中谷 中塚 長尾 長島 永野 西尾 西岡 根本 野崎 野中 萩生田 長谷部 畑中 浜口 林田"
    " 原口 東山 平川 平山 広田 藤川 藤村 藤森 船越 古田 細川 細田 堀内 堀江 前川 牧野 松永 松山 三木"
    " 三宅 三好 水谷 溝口 宮川 宮沢 宮澤 宮下 村山 室井 森川 森下 森山 門田 安井 柳田 山岸 山根 山村"
    " 湯浅 横井 吉原 吉本 若林 渡邉"
)
"""Surnames that are taken for one only before a given name."""
_GIVEN_ENDS = (
    "一二三人郎子美夫男雄彦太介助樹也之恵代枝江香奈菜紀紗里穂実真誠茂健隆博浩宏弘正明昭英秀俊敏哲徹勝豊進勇武剛毅智司治義則雅典康"
    "平幸広洋輔祐佑亮涼翔輝薫忍薫潤純淳仁信修聡充満守稔清肇譲悟保"
)
_ANY_SURNAME = "|".join((*_SURNAMES.split(), *_RARER_SURNAMES.split()))
_NAMED_OFFICE = (
    "(?:准|名誉|特任|特別)?教授|[前元]?(?:[市町村区]長|知事|議員|所長|局長|部長|学長|校長|院長|会長|社長|理事長|大佐)"
)
_FULL_NAME = re.compile(
    rf"(?<![一-龯々])(?P<name>(?:{_ANY_SURNAME})(?![市県町村区省庁州国府道駐在夫法])[一-龯々]?[{_GIVEN_ENDS}])(?={_NAMED_OFFICE})"
)
"""Surname and given name before an office; who has no reading for given names has none for these."""
_SURNAME = re.compile(rf"(?:^|[^一-龯々])(?:{'|'.join(_SURNAMES.split())})$")
_NO_NAME_ENDS = "構国側度省庁部局会等相長軍間的担次期任職各両同前元新副当者制性的官員党派府県市町村区隊群団"
_NO_NAMES = frozenset(
    {
        "パートナー", "メンバー", "グループ", "チーム", "フォーラム", "セミナー", "シンポジウム", "オブザーバー",
        "ゲスト", "ホスト", "サイバー", "コアリション", "ミサイル", "関係", "当該", "該当", "同様", "前任", "現職",
        "専任", "先任", "首席", "次席", "主任", "担当", "筆頭", "常任",
        "臨時", "上級", "名誉", "特別", "駐在", "地元", "隣国",
        "外国", "本国", "自国", "他国", "各国", "両国", "同国", "全員", "一部", "当時", "歴代", "今回", "次回", "参加",
        "出席", "招待", "初代", "後任", "先進", "主要", "同盟", "加盟", "友好", "日本", "日米", "日英", "日豪",
        "日韓", "欧州", "多国間",
    }
)  # fmt: skip

IsWord = Callable[[Span], bool]


def name_before(text: str, title: int, is_word: IsWord, read: NameReader | None) -> Span | None:
    """The name directly before a title: katakana, or two or three kanji, and no word of the glossary.

    A longer run of kanji, one in two parts, or a single kanji is a name only when the reader takes it for one.
    """
    before = text[:title]
    long = _LONG_BEFORE.search(before)
    if long and _is_read(long, read):
        return Span(*long.span("name"))
    single = _ONE_KANJI_BEFORE.search(before)
    if single and _is_read(single, read):
        return Span(*single.span("name"))
    match = _KATAKANA_BEFORE.search(before) or _KANJI_BEFORE.search(before)
    if not match or fold(match["name"]).text in _NO_NAMES:
        return None
    span = Span(*match.span("name"))
    is_name = _is_read(match, read) or follows_surname(text, title)
    is_other = is_kanji(match["name"][0]) and match["name"][-1] in _NO_NAME_ENDS and not is_name
    return None if is_other or _BILATERAL.search(text[: span.start]) or is_word(span) else span


def follows_surname(text: str, title: int) -> bool:
    """Whether a common surname stands directly before a title, which by itself would be the end of an office."""
    return bool(_SURNAME.search(text[:title]))


def name_after(text: str, title: int, read: NameReader | None) -> Span | None:
    """The surname and given name directly after a title, 外務大臣 佐藤太郎, when the reader takes it for that."""
    match = _AFTER.match(text, title)
    reading = _is_read(match, read) if match else None
    return Span(*match.span("name")) if match and reading and "・" in reading else None


def possible_name(text: str, title: int, is_word: IsWord) -> Span | None:
    """Four kanji and more directly before a title that no reader took for a name, and that are no word known."""
    match = _LONG_BEFORE.search(text[:title])
    if not match or match["name"][-1] in _NO_NAME_ENDS or is_word(Span(*match.span("name"))):
        return None
    return Span(*match.span("name"))


def addressed_names(text: str, is_word: IsWord) -> Iterator[tuple[Span, Span]]:
    """Names with 氏 behind them that are no words of the glossary: the span of the name, and that with 氏."""
    for match in _ADDRESSED.finditer(text):
        span = Span(*match.span("name"))
        is_role = match.end() == span.end and _NO_SUSPECT.search(match["name"])
        if not (is_role or is_word(span)) and fold(match["name"]).text not in _NO_NAMES:
            yield span, Span(*match.span())


def lone_name(text: str, is_word: IsWord, read: NameReader | None) -> Iterator[tuple[Span, Span]]:
    """Surname and given name that are all of a line or cell: 山本　健一, and not 実施　要領; the span twice."""
    match = _LONE.fullmatch(text)
    span = Span(0, len(text))
    reading = _is_read(match, read) if match else None
    if match and (match["surname"] in _COMMON or "・" in (reading or "")) and not is_word(span):
        yield span, span


def full_names(text: str) -> Iterator[Span]:
    """Surname and given name before an office told by how names begin and end: 高橋健二教授."""
    for match in _FULL_NAME.finditer(text):
        yield Span(*match.span("name"))


def staff_names(text: str, is_word: IsWord, read: NameReader | None) -> Iterator[Span]:
    """Names of people without an office of the glossary, when the reader takes them for names: 高橋課長, 八木二曹."""
    for pattern in _STAFF if read else ():
        for match in pattern.finditer(text):
            span = Span(*match.span("name"))
            if _is_read(match, read) and not is_word(span):
                yield span


def katakana_runs(text: str) -> Iterator[Span]:
    """Katakana words joined by middle dots, ジョン・スミス among them."""
    for match in _RUN.finditer(text):
        yield Span(*match.span())


def foreign_lands(text: str) -> Iterator[tuple[Span, str]]:
    """Katakana that can only be the name of a country, with its English: アルヴェリア共和国 as ``Republic of […]``.

    What the glossary knows is found as well; the caller leaves it out.
    """
    for match in _LAND.finditer(text):
        words = {"共和国": "Republic of ", "王国": "Kingdom of ", "連邦": "Federation of "}
        if match["name"] not in _NO_NAMES | _NO_LANDS:
            yield Span(*match.span()), f"{words.get(match['style'] or '', '')}[{match['name']}]"
    for match in (*_AFTER_LAND.finditer(text), *_POSTED.finditer(text)):
        if match["name"] in _NO_NAMES | _NO_LANDS:
            continue
        is_with_japan = match[0][0] == "日"
        yield Span(*match.span(0 if is_with_japan else "name")), f"{'Japan-' * is_with_japan}[{match['name']}]"


def named_things(text: str) -> Iterator[tuple[str, str]]:
    """Names in katakana of ships and exercises, 練習艦「サン・ルカ」, each with its kind in the glossary."""
    for match in _THING.finditer(text):
        yield match["name"] or match["vessel"], "exercise" if match["exercise"] else "ship"


def _is_read(match: re.Match[str], read: NameReader | None) -> str | None:
    return read(re.sub(r"[ \u3000]", "", match["name"])) if read and is_kanji(match["name"][0]) else None
