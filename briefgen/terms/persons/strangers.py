"""Strangers: what looks like the name of a person that neither the glossary nor the paper tells how to write.

Told by where it stands: before a title, after one, or before 氏 and its like; where a reader of names agrees, also
before 課長, 一佐 and their like, and where people name themselves or are named as contacts. A run of katakana with a
middle dot that no term covers may be a name as well, but is not sure to be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefgen.japanese.compiling import compiled
from briefgen.japanese.folding import fold, is_kanji
from briefgen.model.segment import Span
from briefgen.terms.persons.surnames import name_ending_at

__all__ = [
    "LOANWORDS", "NameReader", "addressed_names", "katakana_runs", "lone_name", "name_after", "name_before",
    "named_things", "polite_forms", "possible_name", "staff_names", "told_names",
]  # fmt: skip

NameReader = Callable[[str], str | None]
"""From a name in kanji to its usual reading in kana, 佐藤太郎 to サトウ・タロウ; None where it is no name."""

_KATAKANA = "[ァ-ヺー]{2,}(?:[・･＝=][ァ-ヺー]{2,})*"
_KATAKANA_BEFORE = re.compile(rf"(?P<name>{_KATAKANA})[・･]?[ \u3000]?$")
_KANJI_BEFORE = re.compile(
    r"(?:^|[^一-龯々ノヶケ])"
    r"(?P<name>[一-龯々]{1,2}[ノヶケ][一-龯々]{1,2}|(?![副前元両各同第在駐総])[一-龯々]{2,3})[ \u3000]?$"
)
_ONE_KANJI_BEFORE = re.compile(r"(?:^|[^一-龯々ノヶケ])(?P<name>(?![同前元新両各現当副総旧某])[一-龯々])[ \u3000]?$")
_LONG_BEFORE = re.compile(
    r"(?:^|[^一-龯々])(?P<name>[一-龯々]{4,6}|[一-龯々]{1,3}[ \u3000][一-龯々]{1,3})[・･]?[ \u3000]?$"
)
_AFTER = re.compile(r"[ \u3000]?(?P<name>[一-龯々]{1,3}[ \u3000]?[一-龯々]{1,4})(?![一-龯々])")
_KATAKANA_AFTER = re.compile(r"[ \u3000]?(?P<name>[ァ-ヺー]{2,}(?:[・･＝=][ァ-ヺー]{2,})+)(?![ァ-ヺー・･])")
_ADDRESSED = re.compile(
    rf"(?P<name>(?<![ァ-ヺー・･])(?:{_KATAKANA})|(?<![一-龯々ァ-ヺー])[一-龯々]{{1,3}}[ \u3000]?[一-龯々]{{1,3}})"
    r"[ \u3000]?(?:(?:氏|女史)(?![名族子])"
    r"|(?<=[一-龯々]{3})(?<![諸主姫両])君(?=[がはをにのもとら、。)）]|[(（][0-9０-９]|$)"
    r"|(?=容疑者|被告(?!人)))"
)
_IN_MINUTES = re.compile(
    r"(?<=[（(])(?P<name>[一-龯々]{1,4}[ \u3000]?[一-龯々ぁ-んァ-ヺー]{1,5})(?<![諸主貴両姫])君(?=[）)])"
)
"""Who speaks, in minutes: ９番（小田切 勇君）."""
_NO_SUSPECT = re.compile("(?:男性?|女性?|外国人|殺人|元|同|両|複数|少年|主犯|実行犯)$")
"""What stands before 容疑者 and is no name."""
_POLITE = re.compile("(?<=[一-龯々ぁ-んァ-ヺー])(?<![奥王])[ \u3000]?(?:さん|様|氏|女史)(?![名族子々式相])")
_ROLE = re.compile("住職|元帥|学校長")
"""Words for persons that no glossary has; a surname before 学校長 may be that of a school."""
_SAYS_NAME = re.compile("(?<=[課室部局班係省庁社隊団校]の)(?P<name>[一-龯々]{1,4})(?=です(?:[。、]|$)|と申します)")
_STAFF_NAME = "(?<![一-龯々])(?P<name>[一-龯々]{1,2}[ノヶケ][一-龯々]{1,2}|[一-龯々]{1,4})"
_STAFF = (
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
_RUN = re.compile("(?<![ァ-ヺー・･])[ァ-ヺー]{2,}(?:[・･＝][ァ-ヺー]{2,}){1,3}(?![ァ-ヺー・･])")
_THING = re.compile(
    r"(?:(?P<ship>艦|艇|船|空母|フリゲート|コルベット|タンカー|カッター)|(?P<exercise>演習|訓練|作戦))[ \u3000]?"
    rf"[「『](?P<name>{_KATAKANA})(?:[ \u3000]?[0-9０-９]{{2,4}})?[」』]|[「『](?P<vessel>{_KATAKANA})[」』]号"
    r"|(?:艦|艇|船|空母)(?P<plain>[ァ-ヺー]{2,}(?:[・･＝=][ァ-ヺー]+)+|[ァ-ヺー]{2,}号)(?![ァ-ヺー・])"
    r"|(?<![ァ-ヺー・･])(?P<yearly>[ァ-ヺー]{2,}(?:[・･][ァ-ヺー]{2,})+)"
    r"(?=[ \u3000]?[12１２][0-9０-９](?:[はがをにのへとで、。」』]|$))"
)
"""A name in quotation marks behind the kind of thing it names, or a ship's before 号; without marks one with dots.

An exercise's may stand before the two figures of its year: オウシャン・ハルバード26.
"""
_BILATERAL = re.compile(r"日[・･]?$")
"""日・アルヴェリア防衛相会談: a country that is not in the glossary, no person."""
_COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十][回期次度]$")
"""第３回日米防衛相会談: the counter of a figure is no surname."""
_LONE = re.compile(r"(?P<name>(?P<surname>[一-龯々]{1,3})[ \u3000][一-龯々]{1,3})")
_NO_NAME_ENDS = "構国側度兼省庁部局会等相長軍間的担次期任職各両同前元新副当者制性的官員党派府県市町村区隊群団系派"
_OFFICE_WORDS = (
    "関係 当該 該当 同様 前任 現職 専任 先任 首席 次席 主任 担当 筆頭 常任 臨時 上級 名誉"
    " 特別 駐在 地元 隣国 外国 本国 自国 他国 各国 両国 同国 全員 一部 当時 歴代 今回 次回"
    " 参加 出席 招待 初代 後任 先進 主要 同盟 加盟 友好 日本 日米 日英 日豪 日韓 欧州 多国間"
    " 暫定 現地 在京 移民 公安 退役 国務 代理 最高 親善 内務 文化 国防 国対 軍事 審査 第一"
    " 第二 第三 統合 保健 司法 航空 総務 緊急 関連 中央 戦闘 日付 訃報 農業 防諜 教育 外交"
    " 米州 救難 通商 飛行 後方 選対 警察 海運 漁業 復興 計画 調査 当方 建設 交通 労働 科学"
    " 技術 情報 通信 財政 経済 産業 商業 工業 運輸 環境 水産 林業 宗教 法務 財務 政務 外務"
    " 内閣 企画 管理 監査 広報 渉外 人事 会計 経理 庶務 補給 整備 衛生 輸送 施設 警備 警務"
    " 防衛 作戦 訓練 幕僚 参謀 国家 国際 対外 対日 対米 対中 政府 与党 野党 連立 野戦 特命"
    " 特任 専務 常務 社外 社内 独立 主管 所管 直属 直轄 共同 合同 連合 地域 地区 地方 方面"
    " 管区 本社 支社 子会社 親会社 当局 大手 中堅 女子 男子 女性 男性 若手 一般 正規 候補 指定"
    " 認定 公認 専門 特定 優秀 有力 強化 主力 控え 補欠 元日 前回 同席 列席 随行 訪問 就任"
    " 退任 新任 再任 留任 兼任 代行 職務 業務 事務 実務 対策 対応 危機 災害 防災 消防 救急"
    " 救助 水難 山岳 機動 捜査 刑事 民事 交番 生活 保安 刑務 矯正 検察 弁護 公設 私設 民間"
    " 公共 公立 私立 県立 市立 国立 大学 高校 中学 小学 附属 付属 総合 医療 看護 介護 福祉"
    " 年金 保険 金融 証券 投資 貿易 商務 観光 植民 選挙 議会 国会 衆院 参院 委員 理事 首都"
    " 中東 東欧 西欧 北欧 南米 北米 中米 極東 豪州 我々 毎回 数名 複数"
    " 多数 少数 残り 以下 以上 以外 上記 前記 下記 左記 右記 本件 今般 先般 過日 後日 同日"
    " 翌日 前日 当日 陸軍 海軍 空軍 国軍 水軍 敵軍 友軍 王室 皇室 宮内 共産 社会 民主 自由"
    " 労組 組合 学術 学識 有識 研究 開発 設計 製造 生産 営業 販売 購買 調達 契約 入国 出国"
    " 在留 領事 査証 税関 検疫 植物 動物 食料 食糧 農村 農林 農政 森林 河川 港湾 道路 鉄道"
    " 空挺 機甲 歩兵 砲兵 騎兵 海兵 機械 装甲 戦車 降下 高射 狙撃"
    " 都市 住宅 土木 建築 水道 電気 電力 原子 宇宙 海洋 気象 地震 火山 上席 次期 現場 撮影"
    " 上院 下院 鉱山 鉱業 砂糖 極右 極左 終身 亡命 文民 現役 米兵 平和 新旧 県内 道内 県下 所轄 雇用 海外 勤務"
    " 戦時 戦後 即日 万一 席上 親米 反米 親中 反中 親露 親英 訪米 訪日 訪中"
    " 演出 制作 音楽 総括 統括 運営 実行 準備 常設 特設 仮設 別館 本館 新館"
)
"""Everyday words that stand before offices: 暫定大統領, 現地司令官."""
LOANWORDS = frozenset(
    {
        "パートナー", "メンバー", "グループ", "チーム", "フォーラム", "セミナー", "シンポジウム",
        "オブザーバー", "ゲスト", "ホスト", "サイバー", "コアリション", "ミサイル",
    }
)  # fmt: skip
"""Everyday words in katakana where names stand."""
_NO_NAMES = LOANWORDS.union(_OFFICE_WORDS.split())
_TIME_WORDS = (
    "昨年|去年|今年|来年|翌年|近年|毎年|昨[春夏秋冬]|今[春夏秋冬]|来[春夏秋冬]|今月|来月|先月|今朝|翌朝|今夕|昨夜|午前|午後|正午|深夜|夕方|未明|一方|他方|突然|最近|現在|当時"
    "|今回|今後|途中|直後|事実上|(?:終了|帰国|訪問)後"
)
_BEGINS_WITH_TIME = re.compile(f"[〇一二三四五六七八九十]+[日月年](?!女)|{_TIME_WORDS}")
"""What stands before an office or a name without a comma: 五日首相が, 昨年王外相は."""

IsWord = Callable[[Span], bool]


def name_before(text: str, title: int, is_word: IsWord, read: NameReader | None) -> Span | None:
    """The name directly before a title: katakana, or two or three kanji, and no word of the glossary.

    A longer run of kanji, one in two parts, or a single kanji is a name only when the reader takes it for one.
    """
    before = text[:title]
    for pattern in (_LONG_BEFORE, _ONE_KANJI_BEFORE):
        found = pattern.search(before)
        if found and _is_read(found, read):
            return Span(*found.span("name"))
    match = _KATAKANA_BEFORE.search(before) or _KANJI_BEFORE.search(before)
    if not match or _is_no_name(match):
        return None
    span = Span(*match.span("name"))
    is_other = is_kanji(match["name"][0]) and match["name"][-1] in _NO_NAME_ENDS and not _is_read(match, read)
    is_other |= bool(_BILATERAL.search(text[: span.start]) or _COUNTED.search(text[: span.start + 1]))
    return None if is_other or is_word(span) else span


def _is_no_name(match: re.Match[str]) -> bool:
    """Whether what stands where names do is an everyday word, or begins with a date or another word of time."""
    name, before = fold(match["name"]).text, match.string[: match.start("name")][-1:]
    is_cut = name[0] in "年月日" and before.isdigit()
    return name in _NO_NAMES or is_cut or _BEGINS_WITH_TIME.match(name) is not None


def name_after(text: str, title: int, read: NameReader | None) -> Span | None:
    """The full name directly after a title: katakana with a dot, or 外務大臣 佐藤太郎 when the reader knows it."""
    katakana = _KATAKANA_AFTER.match(text, title)
    if katakana:
        return Span(*katakana.span("name"))
    match = _AFTER.match(text, title)
    reading = _is_read(match, read) if match else None
    return Span(*match.span("name")) if match and reading and "・" in reading else None


def possible_name(text: str, title: int, is_word: IsWord) -> Span | None:
    """Four kanji and more directly before a title that no reader took for a name, and that are no word known."""
    match = _LONG_BEFORE.search(text[:title])
    if not match or match["name"][-1] in _NO_NAME_ENDS or _is_no_name(match) or is_word(Span(*match.span("name"))):
        return None
    return Span(*match.span("name"))


def addressed_names(text: str, is_word: IsWord) -> Iterator[tuple[Span, Span]]:
    """Names with 氏, or in minutes with 君, that are no words of the glossary.

    Each is the span of the name, and that with what is behind it.
    """
    for match in _IN_MINUTES.finditer(text):
        yield Span(*match.span("name")), Span(*match.span())
    for match in _ADDRESSED.finditer(text):
        span = Span(*match.span("name"))
        is_role = match.end() == span.end and _NO_SUSPECT.search(match["name"])
        if not (is_role or is_word(span) or _is_no_name(match) or match["name"][-1] in "両各"):
            yield span, Span(*match.span())


def polite_forms(text: str) -> Iterator[Span]:
    """Where さん, 様 and their like stand, behind which a name may end."""
    for match in _POLITE.finditer(text):
        yield Span(*match.span())


def told_names(text: str) -> Iterator[Span]:
    """Names that their kanji tell before a role that the glossary lacks, and where people give their own."""
    for match in _ROLE.finditer(text):
        span = name_ending_at(text, match.start())
        if span and (match[0] != "学校長" or span.end - span.start > 3):
            yield span
    for match in _SAYS_NAME.finditer(text):
        if name_ending_at(text, match.end()) == Span(*match.span()):
            yield Span(*match.span())


def lone_name(text: str, is_word: IsWord, read: NameReader | None) -> Iterator[tuple[Span, Span]]:
    """Surname and given name that are all of a line or cell: 山本　健一, and not 実施　要領; the span twice."""
    match = _LONE.fullmatch(text)
    span = Span(0, len(text))
    reading = _is_read(match, read) if match else None
    if match and (name_ending_at(text, len(text)) == span or "・" in (reading or "")) and not is_word(span):
        yield span, span


def staff_names(text: str, is_word: IsWord, read: NameReader | None) -> Iterator[Span]:
    """Names of people without an office of the glossary, when the reader takes them for names: 高橋課長, 八木二曹."""
    for pattern in _STAFF if read else ():
        for match in compiled(pattern).finditer(text):
            span = Span(*match.span("name"))
            if _is_read(match, read) and not is_word(span):
                yield span


def katakana_runs(text: str) -> Iterator[Span]:
    """Katakana words joined by middle dots, ジョン・スミス among them."""
    for match in _RUN.finditer(text):
        yield Span(*match.span())


def named_things(text: str) -> Iterator[tuple[str, str]]:
    """Names in katakana of ships and exercises, 練習艦「サン・ルカ」, each with its kind in the glossary."""
    for match in _THING.finditer(text):
        is_exercise = match["exercise"] or match["yearly"]
        name = match["name"] or match["vessel"] or match["plain"] or match["yearly"]
        yield name, "exercise" if is_exercise else "ship"


def _is_read(match: re.Match[str], read: NameReader | None) -> str | None:
    return read(re.sub(r"[ \u3000]", "", match["name"])) if read and is_kanji(match["name"][0]) else None
