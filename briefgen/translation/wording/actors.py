"""Who does what to whom, said so that the engine keeps it.

Each was tried on the built-in model. It reads 副大臣に報告書を書かせた as writing to him, 警務隊が捜査中である as
being investigated, 市では訓練を行います as a training in the city, 予備費で補う as making up for the reserve,
陸自は５００名が参加 as being 500, 通知がなければ更新される as renewal without notice, 姿勢を崩していない as not keeping
it, 輸出を認めた as admitting them, 避難所にとどまること as a limit, and 来月末までに、輸出する方針を固めた as deciding
by then.
"""

from __future__ import annotations

import re

__all__ = ["HOLE", "with_actors"]

HOLE = "\ue000"
"""Stands in a text for a constraint, whose English is known."""
_ROWS = str.maketrans("かさたばまらわ", "くすつぶむるう")
_BODY = "者員官長相臣社業署隊軍側船艦艇党省庁局課部国会院生民親敵"
_INTO_A_PLACE = (
    "駐留|上陸|常駐|乗[船艦]|移動|避難|進出|着[陸艦水]|待機|滞在|集結|展開|移住|命中|定着|入港|寄港|参画|関与|浸透|普及"
)
_MAKES_DO = re.compile(
    f"(?:(?<=[{_BODY}{HOLE}])|(?<=部下))に(?![対つ関よお応従])(?P<what>[^、。はがにを]{{0,16}}を[^、。はがをに]{{0,5}}?)"
    f"(?:(?P<noun>(?!{_INTO_A_PLACE})[一-龯ァ-ヶー]{{2}})さ|(?<![知合済驚聞渡届思込])"
    "(?P<row>[かたばまらわ]|(?<=[一-龯や])(?<![一-龯]{2})さ)|(?P<stem>[めえけげべてれねぜ])さ|(?<=を)さ)"
    "せ(?P<ending>(?=[るたず])|(?=て(?!いた|もら|くれ|頂))|(?=な[いかく])|(?=ま[すし])|(?P<suffered>(?=られ[たてるま])))"
)
_LOOKS_INTO = "捜査|調査|審査|検討|捜索|監視|審議|分析|精査|検証|追跡|警戒"
_BUSY = re.compile(
    f"(?:(?<=[{_BODY}検室所][がは])|(?<={HOLE}が)|(?<=により)|(?<=によって))(?P<now>、?(?:現在、?)?)(?P<what>{_LOOKS_INTO})中"
    "(?P<ending>でございます|であります|である|です|だ(?!っ)|であり(?=、)|で(?=、)|(?<![視戒跡索]中)の(?=[一-龯]|ため|こと|もの)|(?=。))"
)
_DOING = {
    "でございます": "しております", "であります": "しております", "です": "しています", "であり": "しており",
    "で": "しており",
}  # fmt: skip
_AT_THE_CITY = re.compile(
    "(?P<who>(?:^|(?<=、))(?:市|県|町|村|区|都|道|府|当省|同省|同庁|当庁|当社|弊社|同社|当局))では、?"
    "(?=[^。はが]*を(?![受被観])[^。はが]*(?:ます|まし?た|[^れらて]た|[うくすつぬむ]|[^れて]る)。?$)"
)
_MADE_UP_BY = re.compile(f"(?<=[費金入債税{HOLE}])で(?=(?:全額|一部)?補[うっいわ])")
_TAKES_PART = re.compile(
    f"(?<=[自軍隊{HOLE}])は(?=(?:{HOLE}の)?約?{HOLE}[^、。はが]{{0,6}}"
    f"(?:、[^、。はが]{{1,14}}は(?:[^、。はがを]{{0,8}}の|[^、。はがを]{{0,4}})約?{HOLE}[^、。はが]{{0,9}})*"
    "が(?:参加|出席|出動|加わ))"
)
_ALONE = re.compile("(?<=[うくぐすつぬぶむる])だけでは(?=[^。]*(?:な[いくか]|ませ))")
_UNLESS = re.compile(
    "(?:(?<=[知出議求告障対存常])が|(?<=[一-龯])で)なければ(?=、?(?:(?!な[いけか]|ませ|ず)[^。])*(?:る|ます|う|す|く|む)。?$)"
)
_KEPT = re.compile(
    "(?P<what>姿勢|態度|立場|構え|路線)を崩(?P<ending>していない|していません|しておらず|さなかった|さない|さず)"
)
_KEEPING = {
    "していない": "保っている", "していません": "保っています", "しておらず": "保っており", "さなかった": "保った",
    "さない": "保っている", "さず": "保ち",
}  # fmt: skip
_BY_THEN = re.compile(
    "(?<=までに)、(?=(?!.*まで)[^。はが]*[うくぐすつぬぶむる](?:(?:方針|計画|意向|考え|案)を|こと(?:を(?:決|約束|確認|表明|発表)|で[一合]))"
    "[^。]*(?:た|ている|ました)。?$)"
)
_PERMITS = re.compile(
    "(?P<deed>輸[出入]|延長|派遣|入国|設置|販売|取得|供与|移転|立ち?入り|稼働|売却|譲渡|通過|寄港|上陸|増額|支出|就労|入港|出国|建設)"
    "を(?P<how>初めて|一部|正式に|条件付きで)?認め(?P<ending>る|(?=た|て|ない|なか|ず|ま[すせし]))"
)
_SCRAMBLES = re.compile(
    f"(?P<before>(?:^|、)[^はが、。]{{1,40}})を(?P<what>緊急発進|{HOLE})させ(?:、|て)、?対応し(?=た|ま)"
)
_TOPIC = re.compile("(?<![にで])は")
_STAY = re.compile("(?<=[所島船内家地館室場]に)とどまる(?=こと|よう|べき)")
_ONLY_THEN = re.compile(
    "(?<=[一-龯]{2})(?P<stem>し|され)て(?:から)?(?:初めて|はじめて)(?=[^。]*(?:効力|発効|有効|成立|可能|できる))"
)


def with_actors(text: str) -> str:
    """The folded text, `HOLE` in it for each constraint, with who does what to whom said more plainly."""
    text = _BUSY.sub(_doing, _MAKES_DO.sub(_make_do, text))
    if not _TOPIC.search(text):
        text = _SCRAMBLES.sub(r"\g<before>が\g<what>して対応し", text)
    text = _TAKES_PART.sub("からは", _AT_THE_CITY.sub(r"\g<who>は、", text))
    text = _MADE_UP_BY.sub(
        "によって", _ALONE.sub("ことだけでは", _UNLESS.sub(lambda found: f"{found[0][0]}ない限り", text))
    )
    text = _KEPT.sub(lambda found: f"{found['what']}を{_KEEPING[found['ending']]}", _BY_THEN.sub("", text))
    text = _PERMITS.sub(
        lambda found: f"{found['deed']}を{found['how'] or ''}許可{'する' if found['ending'] else 'し'}", text
    )
    return _STAY.sub("残る", _ONLY_THEN.sub(r"\g<stem>た後にのみ", text))


def _make_do(found: re.Match[str]) -> str:
    """副大臣に報告書を書かせた as 書くようにさせた; 上官に報告をさせられた as 上官によって."""
    if found["suffered"] is not None:
        return f"によって{found[0][1:]}"
    row, stem = found["row"], found["stem"]
    verb = row.translate(_ROWS) if row else f"{stem}る" if stem else f"{found['noun'] or ''}する"
    return f"に{found['what']}{verb}ようにさせ"


def _doing(found: re.Match[str]) -> str:
    """警務隊が捜査中である as 捜査している, 省が検討中の案 as 検討している案."""
    return f"{found['now']}{found['what']}{_DOING.get(found['ending'], 'している')}"
