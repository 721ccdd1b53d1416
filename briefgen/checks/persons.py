"""The English has an "I", a "he", a "they", a "we" or a "you" only where the Japanese has somebody whom it can mean.

A sentence without a subject gets one from the model: 日本人は含まれていません came out as "I didn't include Japanese",
３日余り続いた as "He continued for more than 3 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.japanese.folding import fold
from briefgen.model.segment import ConstraintKind, TranslatedSegment, replaced

__all__ = ["faults"]

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?|‘[^’]*’")
_I = re.compile(r"\b(?:I(?:['’](?:m|ve|d|ll))?(?![.\w/-])|(?<!\bthe )[Mm]y(?! (?:Number|best|Portal))|[Mm]yself)\b")
_SAYER = re.compile(
    "私|わたし|[僕俺拙]|ぼく|自[分身]|筆者|小職|当職|[我弊]|わが|[『「I]"
    "|思|考え|たい|信じ|伺|(?<!出)願|歓迎|感[謝じ銘]|期待|望|存じ|遺憾|確信|痛感|祈|申し|いたし|致し|おり|ござい|いただ|頂|[お御ご][^、。]{1,6}(?:し|する)"
    "|光栄|誇り|うれし|嬉し|喜|驚|残念|慎|控え|憂|恐れ|懸念|(?<![中都重核遠])心(?!臓|電|肺|拍)|敬意|哀悼|ためら|承知|認識|理解|求め|つもり|(?<![一-龥])気[がに]|だろう|そうだ|らしい|ようだ"
    "|父|母(?![港艦校船国語体集性音型屋])|[妻弟妹兄姉]|夫(?!婦)|家内|友人|子どものころ|^[^はが]*します。"
    "|聞[きい]|尋ね|でしょ|よう。|まい。|ましょ|です|[問答QA:]|幸い|禁じ得|^[^、。]{0,8}(?:ます|ません|ました)"
)
"""First persons, quotations, speakers, and what only somebody who speaks for himself says, feels or humbly does."""

_HE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]im(?:self)?)\b(?!['’]s [A-Z])")
_PERSON = re.compile(
    "者|人|氏|彼|大臣|[^成]長[^い期距]|長$|[委会社職船乗教店駅議隊役公要]員|官|総理|首[相脳]|相[はがのにをも、]|統領|[陛殿閣]下|[将佐尉曹兵士]"
    "|[父母妻夫弟妹兄姉子男女娘王皇帝僧侶孫客医君様師族]|[選助投捕歌騎運]転?手|さん|くん|ちゃん|教授|代表|幹部|知事|副|主席|書記|使|領事|司令|監督|総裁"
    "|横綱|関脇|大関|力士|捕虜|被告|容疑|[少青]年|自[分身らの]|各自|本人|友|仲間|[『「I]|述べ|語|話|言|とし(?!て)|との|表明|指摘|強調|発言|応じ|筆者"
    "|誰|[作曲築画説業山動険革想評]家(?!屋)|[農漁]民|総監|党首|城主|持ち主|[俳男女]優|候補|遺族|歳|生まれ|逮捕され|起訴され|釈放され|傷を負|辞[任職]|就任|退任|死去|任期|任に|[ァ-ヶー]{2,}"
)
"""Persons, offices and kin, what only a person undergoes, speech, and what may be a name in katakana."""
_NO_PERSON = re.compile(
    "無人|人(?:工|口|事|件|権|道(?!官)|員|気|造)|法人|個人情報|使[用わいうえっお]|[使領]館|領事館|行使|駆使|使途|に応じ[たてるな、]|落とし"
    "|[原電分粒素端量利調様冊格帽因種椅銚障胞拍扇梯]子|八王子|様[々式相変]|[同仕多一模異有]様|歳[出入末費計]|委員会|司令部|将来|兵(?:器|力|站|庫)|派兵|[海砲]兵|[民水部]族"
    "|空母|母(?:艦|港|体|国|型)|同士|富士|士気|佐(?:世保|賀|渡)|土佐|師団|医[療薬学院科]|旅?客船|旅客機|客観|女川|男鹿|工夫|丈夫|[王帝]国|王立|副[次作産題都]"
    "|官(?:庁|民|報|公)|代表的|[用英国言単]語|物語|日本語|宣言|文言|言葉|言論|[電神童]話|対話|話題|長[いくさけか崎浜門春江城寿期距大短引]|[成特助全波延伸増冗]長|友[好軍]|[様真位世]相"
)
"""Words with a character of a person in them that name none: 使用, 佐世保, 電子."""
_OPENS = r"^(?:[^,]*, )?"
_THEY = re.compile(_OPENS + r"([Tt]hey)\b")
_SEVERAL = re.compile("[はがもら『「0-9]|" + _PERSON.pattern + "|団|[国社局庁省部隊県市町村警署班側府党派軍]|両|双方")
_WE = re.compile(_OPENS + r"([Ww]e|[Oo]ur)\b")
_US = re.compile(
    _SAYER.pattern
    + "|[国社省庁党方]|政府|皆|共|同盟|両|地球|人[類々]|時代|[べよろ]う|べき|なければ|ねば|これまで|こ[のれ]|わけ|ば、"
    "|ま[すし]|せん|くださ|ず、|(?<!た)。$|[^た。]$"
)
_WE_AGREED = re.compile(
    _OPENS + r"([Ww]e) (?:(?:also|further|again|once again|then|have) )*(?:agreed|confirmed|reaffirmed|shared)\b"
)
_OURSELVES = re.compile(
    "[私我弊俺僕]|わたし|わが|[当本小][方社庁省館局部隊職]|[『「]|[?か]。?$|おりま|いたし|(?<!一)致し|申し|いただ|[べよろ]う|です"
)
"""Who agreed on something or confirmed it is told by a sentence before, and was hardly the writer."""
_YOU = re.compile(_OPENS + r"([Yy]ou|[Yy]our)\b")
_ADDRESSED = re.compile(
    "あなた|貴|君|皆|諸|[『「」御ごお]|くださ|下さ|なさ|ましょ|です|ま[すし]|いただ|[?か]。?$|各位|自[分身らの宅]|様|場合|方[はがに々]|[てで]は|れば|たら|と[きは、]"
    "|こと|願|必要|くれ|(?<!た)。$|[^た。]$"
)
"""We and you are also people at large; what is reported as done, in the plain past, has neither."""
_MAY_BE_PERSONS = (ConstraintKind.PERSON, ConstraintKind.TERM, ConstraintKind.ACRONYM)
_WARNED_BY = re.compile(
    r"^(?:(?:Because|As|Since|When|After)\b[^,]*, |[^,]*, so )(they|we|he|she|it)\b"
    r"(?! (?:is|was|were|has been|had to|could not)\b)"
)
_NOBODY_THERE = re.compile(
    "^(?![^、。はも]*が[^、。は]*(?:ため|ので|ことから|と|ところ)、[^はがも、。]*"
    "(?:警告|通告|監視|抗議|追跡|確認|対応|緊急発進|要求|指示|連絡|通報|通知|射撃|発砲|放水|要請|実施|派遣|出動|命じ|呼び[か掛]け)"
    "(?:を)?(?:[しさ行実][^、。はが]{0,4})?(?:た|ました)(?:が、|。|$))"
)


class _Pronoun(NamedTuple):
    """A person of the English, and what of the Japanese it can mean."""

    said: re.Pattern[str]
    meant: re.Pattern[str]
    says: str = "can be"
    is_also_beside_a_name: bool = False
    """A person whom the Japanese names is no reason for it."""
    may_stand_in_a_term: bool = False
    """It is looked for in all of the English, not only in what the engine chose to say: “agreed” may be a term."""
    is_no_word_of_a_term: bool = False
    """What the Japanese of a term holds of persons is nobody."""


_PRONOUNS = (
    _Pronoun(_I, _SAYER, says="says", is_also_beside_a_name=True),
    _Pronoun(_HE, _PERSON, is_no_word_of_a_term=True),
    _Pronoun(_THEY, _SEVERAL),
    _Pronoun(_WE, _US),
    _Pronoun(_WE_AGREED, _OURSELVES, may_stand_in_a_term=True),
    _Pronoun(_YOU, _ADDRESSED),
    _Pronoun(_WARNED_BY, _NOBODY_THERE),
)
"""Who warns of what came near has not come near.

Of 78,644 pairs of the project the right English of 938 says I; in all but some 200, which are of diaries and letters,
the Japanese has one of `_SAYER`. Of 4,052 with a he 97 have no `_PERSON`; of 214 that open with they 11 have nobody;
of 473 with we 13; of 155 with you none.
"""


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Each person whom the English names by a pronoun and the Japanese by nothing, once."""
    yield from dict.fromkeys(_faults(translated))


def _faults(translated: TranslatedSegment) -> Iterator[str]:
    own = _QUOTED.sub(" ", replaced(translated.english, ((mark.span, " ") for mark in translated.marks)))
    japanese = fold(translated.segment.text).text
    named = (one for one in translated.constraints if one.kind not in _MAY_BE_PERSONS)
    without = _NO_PERSON.sub(" ", fold(replaced(translated.segment.text, ((one.span, " ") for one in named))).text)
    is_named = any(constraint.kind is ConstraintKind.PERSON for constraint in translated.constraints)
    for pronoun in _PRONOUNS:
        said = pronoun.said.search(translated.english if pronoun.may_stand_in_a_term else own)
        japanese_read = without if pronoun.is_no_word_of_a_term else japanese
        if said is None or pronoun.meant.search(japanese_read) or (is_named and not pronoun.is_also_beside_a_name):
            continue
        yield f"Nobody in the Japanese {pronoun.says} “{said[pronoun.said.groups]}”"
