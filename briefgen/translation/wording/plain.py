"""Words of offices in plain ones: 落選した as 選挙で敗れた, 未遂に終わった as 失敗に終わった.

A small model says the contrary of some (落選した: was elected) and takes others for a neighbour of theirs (快方 for
pleasure). Each plain wording was tried on the built-in model, which says it rightly.
"""

from __future__ import annotations

import re

from briefgen.model.segment import Span

__all__ = ["in_everyday_words", "office_words_in"]

_APPLIED = "(?=も?(?:申[請込し]|応募|提出|請求|手続|受け?付|届け?出))"
_PUT_TO = "(?P<what>(?:^|(?<=[、。]))[^を、。]*[札売議決判\ue000])"
_BY_DAY = (
    "^(?=.*(?:気温|暑|晴|雨|雪|曇|風|夜|朝|夕|昼|外出|日差|日当|明る|熱中|最高|作業|運転|停電|渋滞|時間帯))"
    "(?!.*(?:両国|首脳|外相|外交|関係|国交|貿易|中国))(?P<of>.*?)(?<![0-9\ue000一-龯])"
)
"""A text of weather and hours, in which 日中 is the day and not Japan with China."""
_WORDINGS = tuple(
    (re.compile(word), plain)
    for word, plain in (
        ("(?P<where>選挙?で[^、。]{0,20})落選し(?=[たてま、])", r"\g<where>敗れ"),
        ("(?P<of>^(?=.*(?:選挙|補選|候補|議員|現職|新人|[与野]党)).*?)落選し(?=[たてま、])", r"\g<of>選挙で敗れ"),
        ("落選した", "選ばれなかった"),
        ("未遂に終わ(?=[っらりるろ])", "失敗に終わ"),
        ("快方に向かってい(?=る)", "回復しつつあ"),
        ("快方に向かって(?:い|おり)(?=ま)", "回復しつつあり"),
        ("(?<![を一-龯ァ-ヶー])発症(?:し(?=た|てから)|す(?=る))", "症状が出"),
        ("(?<!に)徐行(?=し|す[るべ])", "ゆっくり走行"),
        ("(?<=ごとに)区切(?:っ(?=[てた])|り(?=[、ま])|(?=る))", "分け"),
        ("(?<=し)ていると、(?=[^。]*(?:おそれ|恐れ|虞)が)", "た場合、"),
        ("(?<=(?:回答|返事|返答|連絡|報告)は)(?:いただ|頂)いて(?:おりま|いま)(?=せん)", "受け取っていま"),
        ("(?P<whom>(?:者|人|員|名)の中に[^、。は]{1,8}は)含まれてい(?=ませ|な[いか])", r"\g<whom>い"),
        ("(?<=[0-9０-９\ue000][名人])(?=(?:女性?|男性?|子ども|子供|大人)[0-9０-９\ue000])", "、"),
        ("大きく分けて(?=[0-9\ue000一二三四五六七八九])", "主に"),
        ("(?<=[一-龯])でも差し?支え(?:ない|ありません)(?=。|が、)", "も認められる"),
        ("しても差し?支え(?:ない|ありません)(?=。|が、)", "することもできる"),
        ("(?P<by>早ければ(?!早い)[^、。]{0,18}?[会月年日週旬期半度春夏秋冬内末頃\ue000])に(?![もはつ])", r"\g<by>にも"),
        ("早ければ(?=[^、。]{0,18}?[会月年日週旬期半度春夏秋冬内頃\ue000]にも)", ""),
        ("(?:^|(?<=、))付近に(?=は|、)", "現場の近くに"),
        ("(?<=ガラスが)割られ", "壊され"),
        ("(?:一時的に)?立て替え(?=た|て(?!い|直))", "一時的に支払っ"),
        ("(?<=[車機便船スに])に乗り遅れ(?=た)", "に間に合わなかっ"),
        ("(?<=判決を)破棄し(?=[たて、ま])", "取り消し"),
        ("(?<=[がは])廃業し(?=た)", "営業をやめ"),
        ("家出し(?=[たて])", "家を出"),
        (f"{_BY_DAY}日中(?=[のはに、も])", r"\g<of>昼間"),
        ("全半壊(?=し|す[るべ])", "全壊又は半壊"),
        ("随時(?=、?(?:お?知らせ|更新|公表|掲載|見直|連絡|報告|改定|追加|発信|提供|情報を|周知|発表))", "必要に応じて"),
        ("多い(?:所|ところ|地点)で(?=約?[0-9\ue000])", "最大で"),
        ("(?:^|(?<=、))要請を受け(?:て)?(?=、)", "要請により"),
        ("(?<=予算を)措置", "確保"),
        ("(?<=原因を)明らかに(?=し|す[るべ])", "特定"),
        ("(?<=許可を)受け(?=なけれ|る(?:こと|必要))", "得"),
        (f"{_PUT_TO}に付す(?:る)?(?=。|$)", r"\g<what>を行う"),
        (f"{_PUT_TO}に付し(?=ま)", r"\g<what>を行い"),
        (f"{_PUT_TO}に付した(?=。|$)", r"\g<what>を行った"),
        (
            rf"(?:(?<=郵送|郵便|電話)|(?<=はがき|アプリ)|(?<=オンライン)|(?<=ターネット))で{_APPLIED}",
            "によって",
        ),
        (f"(?<!電子)メールで{_APPLIED}", "電子メールによって"),
        ("^(?P<who>政府|県|市|国|当局)としては?、?(?=[^、。]{1,20}(?:いない|おりません|いません)。)", r"\g<who>は、"),
    )
)  # fmt: skip
"""What is said, and what is meant, with its ending."""


def in_everyday_words(text: str) -> str:
    """The text with these words in plain ones, in the form of the verb that stood there."""
    for word, plain in _WORDINGS:
        text = word.sub(plain, text)
    return text


def office_words_in(text: str) -> tuple[Span, ...]:
    """Where these words stand in a text: what its English says is the plain wording."""
    return tuple(Span(*found.span()) for word, _ in _WORDINGS for found in word.finditer(text))
