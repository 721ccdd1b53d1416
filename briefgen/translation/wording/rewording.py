"""The same sense in words the engine knows: what a small model turns round is given to it otherwise.

Each was tried on the built-in model. It reads 提出しなくてはならない and 提出しなくてもよい as prohibitions, and
５名を除き全員 as all five; 提出しなければならない, 提出する必要はない and ５名を除き、全員 it reads as what they are.
部隊も少なくない it reads as few units, 命に別状はない as no separate letter, したのではないかと思う as I do not think.
到底受け入れられません comes out as not being accepted, 大臣から御指示をいただきました as asking the minister for them,
守る上で重要だ as after protecting, 増える一方だ as while increasing, 感じないではいられない as cannot feel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.segment import Span
from briefgen.translation.wording.actors import HOLE, ROWS, doing, with_actors
from briefgen.translation.wording.idioms import figures_in, in_plain_words
from briefgen.translation.wording.kana import in_kanji, kana_in
from briefgen.translation.wording.plain import in_everyday_words, office_words_in

__all__ = ["SEEN", "put_otherwise", "reword"]

_ENDINGS = {"する": "る", "すれ": "れ", "され": "られ", "し": "", "せ": ""}
_WRONGLY = {"らな": "な", "らず": "なく", "りません": "ありません"}
_IS = {"だ": "いる", "である": "いる", "です": "います"}
_HOW = {"っている": "い", "っていた": "かった", "った": "かった", "る": "い", "り": "く"}
_NOT_FEW = re.compile("(?<=も)少なくな(?=い[。とが、]|く、|かった)")
_FELT = re.compile(
    "(?:光栄|残念|遺憾|誇り|不満|不安|疑問|不思議|気の毒|幸い|大切|妥当|(?:うれ|嬉|喜ば|頼も|好ま|望ま|悔|寂)し(?=く)|ありがた|有り?難|心強)"
    "[にく](?P<felt>思)(?=[うわいっ])"
)
"""What one is: honored, sorry, glad; no English word says 思う beside it."""
SEEN = (
    "[失性反拠常果傷害跡裂響染漏陥蝕食痕膜錆]|(?<![喫禁])煙|(?<!録)音|関係|流[出入]|漏出|漏えい|(?<!給)油|故意|責任|不正|事実|症状|異状|兆[候し]|変[形化動]|故障|傾向|疑い|(?<!予算の)(?<![定人]員の)(?<!枠の)(?:増加|減少)|上昇|低下|有意差"
    "|浸水|冠水|津波|隆起|沈下|陥没|揺れ|動き|動向|不備|不具合|問題|摩耗|劣化|破[損片]|欠損|残骸|機雷|異臭|異物|火災|発[火熱]|余震|流氷|[機船艦人]影|不審[物船者機]|ひび|さび|侵犯|侵入"
)
"""What is seen where it 認められる, and not allowed."""
_SEEN_AT = (
    "(?:[海水表路]面|[海水]域|[船機車遺]体|[海船艦]底|[内外下上]部|壁|周辺|付近|上空|沿岸|海岸|現場|エンジン|装置|機器|部品|タンク|配管|画像|映像|写真|血液|検体)に(?!つい|対|関|お|よ|基)は?"
    "[^、。はがもをに]{1,10}(?<![入航行用陸置業漁車])(?<!入り)"
)


def _came(found: re.Match[str]) -> str:
    """大臣から御指示をいただきました as 大臣から指示がありました: else the minister would receive it."""
    if found["past"]:
        ending = "あった"
    elif found["lasting"]:
        ending = "ありました"
    else:
        ending = "ありま" if found["polite"] else "あり"
    return f"{found['between']}{found['what']}が{ending}"


def _forced(found: re.Match[str]) -> str:
    """待たされた as 待つことを強いられた: else those who wait are waited for."""
    return f"{found['verb']}{found['row'].translate(ROWS)}ことを強いられ"


def _more_and_more(found: re.Match[str]) -> str:
    """増える一方だ as ますます増えている: the engine takes 一方 for while."""
    verb = found["verb"]
    doing = f"{verb[:-1]}し" if verb.endswith("す") else verb if verb == "増え" else f"{verb}っ"
    return f"ますます{doing}て{_IS[found['ending']]}"


def _more_or_less(found: re.Match[str]) -> str:
    """目標を5%上回った as 目標より5%多かった: without a subject, the target would come out as what exceeds."""
    stem = "多" if found["way"] == "上" else "少な"
    return f"{found['other']}より{found['amount']}{stem}{_HOW[found['ending']]}"


def _need_not(found: re.Match[str]) -> str:
    """提出しなくてもよい as 提出する必要はない: the dictionary form of the verb, by its last syllable."""
    stem = found["stem"]
    if stem == "し":
        verb = "する"
    else:
        row = stem.translate(ROWS)
        verb = row if row != stem else f"{stem}る"
    return f"{verb}必要はあり" if found["polite"] else f"{verb}必要はな"


def _revised(found: re.Match[str]) -> str:
    """下方修正した as 引き下げた: revised below what?"""
    return f"引き{'上げ' if found['way'] == '上' else '下げ'}{_ENDINGS[found['ending']]}"


_REWORDINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("(?<![はもにがへ、。])(?<!とって)(?<![にで]は)(?<=[一-龯ぁ-ん])(?:なくては|なければ)"
         "(?:(?:なら|いけ)(?=な[いかく]|ず)|(?:なり|いけ)(?=ません))",
         lambda found: f"なければな{'り' if found.string.startswith('ません', found.end()) else 'ら'}"),
        (
            "(?P<stem>し|[かさたなばまらわ]|(?<=[泳急脱防注稼継騒担])が|[いきじちびみりえけげせぜてねべめれ見出着得寝来経])"
            "なくても?(?:(?:よ|良|い|構わな|かまわな|差し?支えな)(?=い|かった|く)|(?P<polite>構い|かまい)(?=ません))",
            _need_not,
        ),
        ("(?<!契約)(?<![事業]務)(?<!事業)(?<!工事)を(?P<price>[^、。を]{0,12}で)?受注(?:し(?=[たて、ま])|す(?=[るれ]))",
         lambda found: f"の注文を{found['price'] or ''}受け"),
        ("いずれの(?!場合|時|際)(?P<noun>[^、。はがをにで]{1,8})(?P<by>で|において)も", r"全ての\g<noun>\g<by>"),
        ("(?:断じて|到底|決して|絶対に)(?:(?:容認|許容)(?:でき|し得)るものでは?(?:あり)?"
         "|受け?入れ(?:られ|ること[はが]でき)(?:るものでは?(?:あり)?)?)(?=な[いかけ]|ません)", "断じて容認でき"),
        (
            "(?<=から)(?P<between>[^。]{0,60}?)(?:御|ご)?(?P<what>指示|謝罪|要請|要望|指摘|意見|提案|説明|報告|回答|助言|質問|連絡|支持)を"
            "(?:いただ|頂)(?:(?P<polite>きま)(?=し[たて])|い(?P<past>た)|(?:いて(?:お|い)りま|いていま)(?P<lasting>す)|き(?=、))",
            _came,
        ),
        (rf"(?:(?<=[{HOLE}間、])|(?<=まで))効力を有する(?=。|$)", "有効である"),
        ("(?<=衝突|接触|転覆|座礁|乗揚|浸水|漏え|沈没|墜落|侵入)事案について", "について"),
        ("を除(?:き|いて)(?=全員|全て|すべて|全(?:隊員|乗員|加盟国|国民|部隊))", "を除き、"),
        (rf"^(?P<other>[^はがも、。]{{2,20}})を(?P<amount>約?[0-9{HOLE}][^、。をがはに続連倍]{{0,4}}?)"
         "(?P<way>[上下])回(?P<ending>ってい(?:る|た)|った|る|り(?=、))", _more_or_less),
        ("(?<!改めて)(?:言|申し上げ|い)[うる]までもなく、", "もちろん、"),
        ("(?<=[うくぐすつぬぶむる])(?:上|うえ)で(?=、|[はも]、?)", "に当たって"),
        ("とは限りません", "とは限らない"),
        ("(?P<verb>(?:待|運|歩|飲|書|払|買|読|働|言|従|走|立ち退))(?P<row>[かたばまらわ])され(?=[たてる、ず])",
         _forced),
        ("(?P<before>を(?:現在)?|につ(?:いて|きまして)は、?(?:現在、?)?)(?P<what>(?:鋭意)?[一-龯]{2,4})中"
         "(?P<ending>でございます|であります|である|です|だ(?!っ)|であり(?=、)|で(?=、)|(?=。))", doing),
        ("を否認(?=していると(?:いう|され|み|説明|話))", "を否定"),
        (
            rf"(?P<what>{_SEEN_AT}|{SEEN})(?P<particle>[はがも])"
            "認められ(?=[ずた]|な[いかく]|ませ|てい|(?<=[失性任係].認められ)る|(?<=[害傷食跡裂化音].認められ)る)",
            r"\g<what>\g<particle>確認され",
        ),
        ("に諮(?P<ending>って|り(?=、))", lambda found: "の意見を聴" + ("いて" if found["ending"] == "って" else "き")),
        ("(?<=[うくぐすつぬぶむる])までも(?=な(?P<thus>[いくか]))",
         lambda found: "必要も" if found["thus"] == "く" else "必要は"),
        ("(?<=を)(?:再?逮捕|(?:書類)?送検|起訴|摘発|解任|(?:懲戒)?処分|拘束|発見|救助|撃墜)$", r"\g<0>した"),
        # a quotation with another one in it, which the engine would open and never close
        ("「[^「」]*『[^「」]*」", lambda found: re.sub("[『』]", "", found[0])),
        # 被告人は無罪。 came out as guilty; 無罪である and 無罪判決 do not
        ("(?:は無罪|を無罪とする)(?=。)", "は無罪である"),
        ("を無罪と(?=判断|認定|認め)", "が無罪であると"),
        ("(?P<verdict>[無有]罪)(?:の判決)?を(?=言い?渡|宣告)", r"\g<verdict>判決を"),
        ("(?<=[はがに].)(?P<what>[^。]*(?<!出向)(?<!勤務)(?<![任務付])を命)ずる(?=。|と)", r"\g<what>じる"),
        ("(?<=として)(?=(?:コメント|お答え|論評)(?:する|を))", "は、"),
        ("(?:ないで|ずに)は(?:い|居)られ(?=な)|(?:ないで|ずに)は済まされ(?=な)", "ざるを得"),
        ("(?:(?<=心配する)|(?<=慌てる)|(?<=恐れる)|(?<=驚く)|(?<=急ぐ))こと(?=は(?:な[いく]|あり))", "必要"),
        (
            "(?P<verb>増加す|減少す|拡大す|悪化す|低下す|激化す|上昇す|増え|広が|高ま|深ま|強ま|弱ま|減)る一方(?P<ending>だ|である|です)(?=。|と)",
            _more_and_more,
        ),
        ("(?:^|(?<=。))今こそ、?(?=.*べき)", "今や"),
        ("^(?P<whole>[^、。はがをにで]{1,20})は(?P<part>[^、。はがをに]{1,16})が"
         "(?=(?:限られ(?:てい[るた])|[低弱強難]し?い|[^、。はがをに]{0,6}[しりきち](?:にくい|やすい))(?:。|$))",
         r"\g<whole>の\g<part>は"),
        (rf"(?P<day>明日|昨日)午前(?![0-9中{HOLE}])", r"\g<day>の朝"),
        ("(?<=[たるいだ])[のん]では?ないかと(?=思[いうわっ]|考え)", "と"),
        ("命に別[状条]は?(?=な[いくか]|ありま)", "命に危険は"),
        (_NOT_FEW, "多"),
        (rf"(?<={HOLE})発(?P<way>[、\u3000 ].*{HOLE})着(?=。|$)", r"を出発\g<way>に到着"),
        (rf"対(?P<year>前年度?)(?=[+▲△\-{HOLE}])", r"\g<year>比"),
        ("(?<=指摘|批判|非難)に?は(?P<how>全く|まったく)?当た(?P<ending>らな|らず|りません)",
         lambda found: f"は{found['how'] or ''}正しく{_WRONGLY[found['ending']]}"),
        (f"(?<={HOLE})・(?=関係|地元|周辺)", "及び"),
        (rf"(?<=は)最大時?の?(?P<most>約?[0-9{HOLE}][0-9,万千億]*[^、。はがを]{{0,3}})、(?=[^、。]{{0,16}}に減少)",
         r"最大時の\g<most>から"),
        (rf"(?<=[0-9{HOLE}万億兆人件名隻機台円%])を下らない(?=[。とが])",
         lambda found: "以上" if found.string.startswith("と", found.end()) else "以上である"),
        ("(?P<way>[上下])方修正(?P<ending>する|すれ|され|し(?=[たて、ま])|せ(?=ず))", _revised),
    )
)  # fmt: skip
"""What is said, and the same in words the engine knows, in the order in which it is done."""


def _in_known_words(text: str) -> str:
    """The text with words in kana, figures of speech and words of offices in words that the engine knows."""
    return in_everyday_words(in_plain_words(in_kanji(text)))


def put_otherwise(text: str) -> tuple[Span, ...]:
    """Where the words stand that `_in_known_words` puts otherwise, what is not few, and what is felt."""
    not_few = (Span(*found.span()) for found in _NOT_FEW.finditer(text))
    felt = (Span(*found.span("felt")) for found in _FELT.finditer(text))
    return (*kana_in(text), *figures_in(text), *office_words_in(text), *not_few, *felt)


def reword(pieces: Sequence[str]) -> list[str]:
    """The folded pieces of a text, between which other words stand, in words of the same sense."""
    text = with_actors(_in_known_words(HOLE.join(pieces)))
    for said, instead in _REWORDINGS:
        text = said.sub(instead, text)
    reworded = text.split(HOLE)
    return reworded if len(reworded) == len(pieces) else list(pieces)
