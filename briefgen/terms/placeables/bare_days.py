"""Days without their month: a day of the month (１７日に会談した) or a length of time (３日で復旧した).

What stands directly before or behind them tells. Where nothing does, they are read as a day of the month, with a
warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.compiling import compiled
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable
from briefgen.terms.placeables.date_forms import Day

__all__ = [
    "EACH_DAY",
    "LENGTH_BEFORE",
    "LENGTH_MARKS",
    "MUCH",
    "NAMED_DAY",
    "NO_TIME",
    "is_length_of_days",
    "is_unsure",
    "unsure",
]

_ON_THAT_DAY = (
    "[、。はもの]|あ[るっり]|す|し[たょ]|なく|[0-9一二三四五六七八九十]+(?:年|周年|[かカヶケ]月|週間|日目|歳|回目)|終(?!え)|満[了期]|締|閉|期限"
    "|退任|任期|切れ|打ち切|開[かき催]|行わ|実施|調整|合意|検討|発[足効表]|一致|決|見送|確[定認]|固|内定|打診|予定|設定"
    "|[^、。0-9]{1,10}[0-9一二三四五六七八九十]+(?:年|[かカヶケ]月|週間)半?(?:を迎|とな|に(?:な|当)|が?(?:経|た[つっ])|の節目)"
)
_WITHIN = rf"(?<![同翌昨今当毎][0-9]日)(?<![同翌昨今当毎][0-9][0-9]日)で(?!{_ON_THAT_DAY})"
"""Behind days within which something is done: ３日で架けた; ３１日で任期が切れる names a day."""
LENGTH_MARKS = (
    "分(?![け割散の]|か[^ら])|余分|続(?:い|く|[伸落])|を[^、。0-9]{1,6}で過ご|[0-9一二三四五六七八九]{1,2}[晩夜]|(?:経|た)っ|がかり"
    rf"|{_WITHIN}|を(?:経|要|費|超え|かけ|残[しす]|切[っりる]|充て|数え|上限|限度|上回|下回|足し|加え)|が(?:過ぎ|経|たっ|加え|保障|限度|限界|精一杯|やっと)"
    "|に(?:短縮|縮|満た|届か|抑え|とどま|すぎな|過ぎな|収ま|わずか|またが|分け|[0-9]+[件人名]の割合)|と(?:も[たち]|持た|続か|かから|たた[ずな]|空け|あけ|[0-9]+時間)"
    "|まで(?:短縮|縮め|縮ま)|しか|近く(?!の)|先(?![月週日生])|前(?!後|半)|早[くめいか]|遅[れくい]|見合わせ|切り上げ|返上|とどま|中(?=[0-9一二三四五六七八九十]+日)|」(?:とあるのは|と読み替え|を「|に改め)|続けて|続き|おき|置き|ごと|毎に|にわた|に及|のうち(?!に)|(?<=[2-4二三四]日)(?<![0-9十二三翌同月今前当々].日)のうちに|ほど|足らず|弱|かけ|かか|ずつ"
    "|も(?:の間|(?:経|た)[っつち]|遅れ(?!が)|すれば|かか|かけ|足止め|待た|眠[らっ])"
    "|延[長びば]|短[縮くいか]|長[くいか]|過ぎ(?!に)|止ま|働|休[むみ]|降り続|持ちこたえ|先まで|遅ら|滞在|順延|延期|猶予|繰り(?:上|下|延)|間隔"
    "|の(?:試行|猶予|休暇|遅れ|停職|謹慎|出場停止|行程|短期|長期|営業停止|業務停止|日程|会期(?!末)|航海|旅程|道のり|入院|有給|特別休暇|予告|勾留|間[がに])"
    rf"|(?:から|~)[0-9]{{1,2}}日(?:ほど|程度|足らず|かけ|かか|早く|遅れ|余分|延び|だけ|に(?:縮|短縮|減)|{_WITHIN})|[、・][0-9]{{1,2}}日{_WITHIN}"
)
"""Pattern of what follows days that are a length of time and no date (３日前倒し)."""
LENGTH_BEFORE = "|".join(
    f"(?<={word})"
    for word in (
        "[0-9一二三四五六七八九]泊", "往復", "片道", "×", "延べ", "通算", "合計", "丸", "(?<![一-龯ぁ-ん])まる",
        "丸々", "最長", "最短", "わずか", "最[長短大]で", "最短でも", "[長早]くて", "平均", "平均で", "通常",
        "通常は", "少なくとも", "残すところ", "従来の", "連続する", "足かけ", "(?<![会統設推])計", "この", "最初の",
        "最後の", "残り", "残りが", "残る", "(?<![のたぁ-ん])あと", "期間[はがを]", "日数[はがを]", "休暇", "今後",
        "過去", "直近", "週のうち", "月のうち", "年のうち",
        "日のうち", "少なくともあと", "まだあと", "もうあと", "連続", "停職",
        "会期", "工期", "拘留", "勾留", "全治", "航海", "出勤停止", "免許停止", "業務停止",
        "外出禁止", "停船", "[海陸空]路", "[海陸空]路で", "おおむね", "概ね", "墜落から", "発生から", "発災から",
        "事故から", "地震から", "侵攻から", "にして", "[0-9一二三四五六七八九]夜",
        "謹慎", "営業停止", "有給", "年休", "週休", "日数", "期間", "週間と",
        "[かカヶケ]月と", "生後", "死後", "産後", "術後", "ごとに", "につき", "だけで", "(?<![今来先翌同])週に",
        "[0-9一二三四五六七八九十数]週間に", "[0-9一二三四五六七八九十数][かカヶケ]月に",
        "(?<![今来先翌同毎0-9一二三四五六七八九十])月に", "(?<![今来先翌])週", "(?<![^、。(・はがにでをも約])月",
        "(?<![^、。(・はがにでをも定])年", "(?<![^、。(・はがをも])年に", "年と", "休暇は",
    )
)  # fmt: skip
"""Pattern of a place behind a word after which days are a length of time (２泊３日, 往復１１日, 生後３日)."""
NAMED_DAY = (
    "[0-9]{1,2}時(?!間)|正午|まで(?!の)|以[降後]|午[前後]|未明|夜|朝|付け?|現在|時点|頃|ごろ|開催"
    "|で[0-9一二三四五六七八九十]+(?:年|周年|[かカヶケ]月|週間)"
)
"""Pattern of what follows a day of the month, whatever stands before it: 最短でも２７日以降."""
MUCH = "平均|延べ|のべ|最大|最小|最低|最高(?!裁)|最多|最少|合計|総計|計(?=約?[0-9])|およそ|少なくとも|多くて"
NO_TIME = "(?!時(?!間)|[0-9]時(?!間)|[0-9]?:)"
EACH_DAY = (
    rf"(?:(?:(?:{MUCH})(?:でも?|して)?、?)*約?[0-9一二三四五六七八九十百千何数]{NO_TIME}(?!者|[かカヵヶケ箇]国|日|国間)"
    "|わずか|必要|[^、。0-9]{1,8}[うくすつぬむるぐぶ](?:人数|数(?!字)|量|回数|距離|費用|広さ|船|のは))"
)
"""Pattern of an amount behind 1日に, which makes it each day and not the first of a month; talks of three are none."""
_AFTER_FIRST = (
    rf"に(?!つき|{EACH_DAY})|まで|から|より|は|も(?!早)|夜|朝|夕|昼|付|以降|以後|現在|時点|午前|午後|未明|深夜|早朝|正午|及び|並びに"
    "|と|又は|または|[、,)・~。-]|[0-9]{1,2}(?:時(?!間)|:)|$"
)
"""What follows 1日 when it is the first of a month, and not a day's work or each day (1日15分)."""
_SURE_AFTER = (
    "に(?!わた|及|か(?!け)|(?:延|変更|改め|早め))|[、。,)(・~「-]|は|から|より|まで(?!短縮|認め|続け)|付|現在|時点|午[前後]|夜|朝|未明|以降|以後|正午"
    "|[0-9]+(?:時|:)|[0-9]{4}(?:に|から|頃)|:|報じ|発表|と(?=[0-9一二三四五六七八九十翌同])|及び|並び|又|へ|開催|発(?!生)|深夜|早朝|夕|昼|を(?:もって|避け|期限|目[途標]|めど|迎え|祝日)"
    "|の(?:午[前後]|夜|朝|未明|夕|昼|深夜|早朝|[0-9]+時|閣議|会見|会談|会合|本会議|参議院|衆議院|記者|定例|正午|明け方|表敬|署名|理事会|説明会|委員会|株主総会|局議|便|最終案)|$"
)
_SURE_BEFORE = (
    r"(?:[同翌今毎昨当即~・,-]|日(?:\([月火水木金土日]\))?(?:、|及び|と|から)|[月年]の?|月から"
    "|(?:期限|期日|[初当翌投票終]日)の)$"
)
"""Beside a day without its month these say that it is a date; elsewhere it may be a number of days."""
_FROM = re.compile("(?P<first>[0-9]{1,2})日(?:から|~)$")
_LONGEST_MONTH = 31


def is_length_of_days(number: int | None, text: str, place: tuple[int, int]) -> bool:
    """Whether a day without its month is no date but a length of time (３日前倒し, ２泊３日, １日１５分, ４２日)."""
    start, end = place
    if compiled(LENGTH_MARKS).match(text, end):
        return True
    if compiled(LENGTH_BEFORE).match(text, start):
        return not compiled(NAMED_DAY).match(text, end)
    if first := _FROM.search(text, 0, start):
        return bool(compiled(LENGTH_BEFORE).match(text, first.start()))
    is_first = compiled(_AFTER_FIRST).match(text, end) or text.endswith("毎月", 0, start)
    return (number == 1 and not is_first) or (number or 0) > _LONGEST_MONTH


def is_unsure(day: Day, days: Sequence[Day], text: str) -> bool:
    """Whether nothing says that a day without its month is a date and no number of days.

    What says so are the words beside it, or before it a date as late or a day earlier (４日に始まり、５日も続く).
    """
    if any(one.day in (day.day, (day.day or 0) - 1) for one in days if one.start < day.start):
        return False
    is_bare = day.day and not (day.month or day.year or day.relative or day.weekday)
    return bool(
        is_bare
        and not compiled(_SURE_AFTER).match(text, day.end)
        and not compiled(_SURE_BEFORE).search(text, 0, day.start)
    )


def unsure(day: Day) -> Placeable:
    """What to say of such a day."""
    message = f"{day.source} was read as a day of the month; it may be a number of days."
    finding = Finding(Code.AMBIGUOUS_DATE, Severity.WARNING, message, hint="Check the sentence in the original.")
    return Placeable(day.start, day.start, "", ConstraintKind.DATE, finding=finding)
