"""Whoever is told, asked, ordered or visited in the Japanese is not the one who tells, asks, orders or visits.

Nor is anything done to who does it: 中国が建造し、昨年就役した空母 came out as China was built. Of 258 pairs that have
such a verb none has a right English that is marked.

中国側には懸念を伝えた and マレーシアを訪問する name no subject, and a small model takes the Chinese side or Malaysia
for it. Of 40,000 of the project's sentence pairs one has a right English that is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.folding import fold
from briefgen.model.segment import Span, TranslatedSegment

__all__ = ["faults"]

_TOLD = re.compile(
    "(?:側|政府|当局)?(?:など|等|ら)?(?:に対し(?:て(?:は|も)?)?|に(?:は|も)?"
    "(?!おい|つい|より|よる|よって|よれ|関|向|際|伴|基|とっ?|係|当た|あた|お[けい]|ある|あり|派遣|出席|参加|加え|入|駐))(?P<rest>.*)"
)
_SAY = re.compile(
    "伝え|伝達|申し?入れ|抗議|要請|要求|求め|説明|働きかけ|働き掛け|通告|通知|通報|報告|指示|命[じず令]|提案|述べ|表明|照会|質問|依頼"
    "|紹介|呼びか|呼び掛|打診|提起|警告|勧告|促[しす]|訴え|約束|回答|連絡"
)
_BEGINS = re.compile(r"(?:^|[,;:.“\"] |\b(?:and|but|while) )(?:[Tt]he |[Aa]n? )?$")
_HELPERS = "(?: (?:also|already|then|has|have|had|again|strongly|strictly|immediately|will|would|further))*"
_SAYS = re.compile(
    rf"(?: side| [Gg]overnment| authorities| sources)?{_HELPERS}(?: (?:is|are|was|were|been|be)(?= \w+ing\b))?"
    r" (?:convey|stat|told|tell|explain|ask|request|demand|protest|notif|inform|instruct|order|propos|urg|call|announc"
    r"|gave|give|giving|issu|lodg|express|report|warn|advis|promis|point|answer|repl|respond|introduc|rais|sought|seek"
    r"|said|say|suggest|recommend|contact)\w*\b(?! by\b)"
)
_TO_BE_DONE = re.compile("ことを?[^、。]{0,6}(?:伝え|説明|通知|通報|表明)")
_TELLS_THAT = re.compile(r"\b(?:conveyed|stated|explained|notified|announced|expressed) that (?:the )?$")
_DOES = re.compile("(?: side| [Gg]overnment)? (?:will|would)")
_VISITED = re.compile("(?:など|等)?を(?:公式|実務|友好)?訪(?:問|れ)")
_VISITS = re.compile(
    rf"{_HELPERS}(?: (?:is|are|was|were) (?:scheduled|expected|due|set) to| plans? to)? visit(?:s|ed|ing)?\b(?! by\b)"
)
_AIMED_AT = re.compile(
    "(?:の[^、。はがをに]{1,10})?に(?:向け(?:て)?|対し(?:て)?)?[^、。はが]{0,16}"
    "(?:放水|発砲|体当たり|照射|射撃)(?:し|す|を(?:行|し|浴))"
)
_AIMS = re.compile(
    r"(?: [a-z]+){0,3} (?:(?:has|had) )?(?:fired|shot|opened fire|rammed|sprayed|aimed|irradiated|illuminated)\b"
)
_DONE_BY = re.compile(
    "(?:側|政府|当局)?[がは][、]?(?:[^、。はがをに]{0,16}[をにでへと])?[^、。はがをに]{0,8}"
    "(?:建造|開発|製造|発表|攻撃|占領|併合|派遣|破壊|撃墜|拘束|逮捕|提案|要求|主張|批判|非難|支援|供与|輸出|輸入|承認|拒否|発射|配備"
    "|調達|設置|運用|保有|建設|購入|提供|確認|発見|押収|指定|公表|検討|推進|実施|導入|強化|調査|捜査|警告|任命|提出|受注)"
    "(?:し(?!う)|する|した|中)"
)
_IS_DONE_TO = re.compile(
    r"(?: side| [Gg]overnment)? (?:was|were|has been|have been|had been|is|are) (?:being )?(?:also |now |newly )?"
    r"(?:(?:\w+ed|built|made|seen|shown|taken|held|sent)\b(?! (?:to|that|about|in|with|of|on|at)\b)"
    r"|under (?:investigation|review|consideration|examination|development|construction))"
)
_PAID = re.compile(
    "(?:側|ら|など|等)?に(?:対し(?:て)?)?[^、。が]{0,24}を?(?:支払|払|返還|返金|引き渡|賠償|補償)[^、。]{0,4}(?:よう|こと)"
    "[^、。]{0,4}(?:命|求|促|要|勧告|指示)"
)
_PAYER = re.compile("が[^、。が]*$")
_ORDERED = re.compile(r"\b(?:order|instruct|requir|urg|ask|request|direct|command|call)\w*(?: on)? (?:the )?$")
_PAYS = re.compile(r"(?: side| [Gg]overnment)? to (?:pay|return|hand|compensate|repay|refund|reimburse)\b")
_JOINED = re.compile("に(?:は|も)?、?[^、。は]{1,20}[がも](?:新たに|また)?(?:加わ|参加|加盟)(?:る|り|っ|し|す)")
_JOINS = re.compile(
    rf"{_HELPERS}(?: (?:is|are|was|were)(?: also)? (?:scheduled|expected|due|set) to)? (?:join|participate)"
)
_TURNED = (
    (_AIMED_AT, _AIMS, "is aimed at"),
    (_DONE_BY, _IS_DONE_TO, "does it"),
    (_VISITED, _VISITS, "is visited"),
    (_JOINED, _JOINS, "is joined"),
)
"""What follows somebody in the Japanese, what English that begins with him says wrongly, and what he is."""
_ASKED = re.compile(
    "(?:(?:また|さらに|更に|このほか|一方|併せて|あわせて)、)?(?P<who>(?:(?!から)[^、。はが]){2,40}?)に対して?も?、"
    ".*よう(?:に|、)?[^。]{0,6}(?:要請|要望|求め|指示|依頼|命[じず]|働き[かけ掛]|呼び[か掛]|促[しす])"
)
"""Somebody is asked to do something, and who asks is not said."""
_ASKS = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )(?<!be )(?<!were also )(?<!was also )"
    r"\b(?:request|ask|urg|demand|instruct|direct|order|call)(?:ed|s)\b(?! by\b)"
)
_OPENS = re.compile(r"(?:(?:[Ee]ven|[Aa]lso|[Ii]n addition|[Ff]urthermore|[Tt]he|[Oo]ther|[Aa]ll),? )*$")
_ROLES = {
    "知事": "governor", "市長": "mayor", "町長": "mayor", "村長": "mayor", "首長": "heads?",
    "自治体": "local governments?",
    "業者": "contractors?", "事業者": "operators?", "企業": "compan(?:y|ies)", "同社": "company", "住民": "residents?",
    "遺族": "bereaved famil(?:y|ies)", "漁協": "fisher\\w+ cooperatives?", "議会": "assembly|council", "警察": "police",
    "被害者": "victims?", "家族": "famil(?:y|ies)", "国民": "public|people", "原告": "plaintiffs?",
    "委員会": "committee|commission|panel",
}  # fmt: skip
"""Who is told things and is no term of the glossary, and what the English calls him."""
_ROLE = re.compile("|".join(sorted(_ROLES, key=len, reverse=True)))


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where who is told something or visited is the subject of telling or visiting."""
    for source, subject, who in _turned(translated):
        yield f"In the Japanese {source} is who {who}; the English says “{subject}”"


def _turned(translated: TranslatedSegment) -> Iterator[tuple[str, str, str]]:
    """Who is told or visited or does something, the English in which it is the other way round, and which it is."""
    text, english = translated.segment.text, translated.english
    yield from _asking(translated)
    for name, place, end in _named(translated):
        rest = fold(text[end:]).text
        told = _TOLD.match(rest)
        if text.count(name) > 1:
            continue
        is_done = told and _TO_BE_DONE.search(told["rest"]) and _TELLS_THAT.search(english, 0, place.start)
        if is_done and (said := _DOES.match(english, place.end)):
            yield name, english[place.start : said.end()], "is told or asked"
        is_paid = _PAID.match(rest) and _PAYER.search(text[: end - len(name)])
        if is_paid and _ORDERED.search(english, 0, place.start) and (said := _PAYS.match(english, place.end)):
            yield name, english[place.start : said.end()], "is paid"
        if not _BEGINS.search(english, 0, place.start):
            continue
        if told and _SAY.search(told["rest"]) and (said := _SAYS.match(english, place.end)):
            yield name, english[place.start : said.end()], "is told or asked"
        for japanese, says, who in _TURNED:
            if japanese.match(rest) and (said := says.match(english, place.end)):
                yield name, english[place.start : said.end()], who


def _asking(translated: TranslatedSegment) -> Iterator[tuple[str, str, str]]:
    """Who is asked and begins the English, which says that he asks: １０社に対しても、…するよう要請した."""
    text, english = translated.segment.text, translated.english
    asked, asks = _ASKED.match(text), _ASKS.search(english)
    for mark in translated.marks if asked and asks else ():
        place = translated.constraints[mark.constraint].span
        is_asked = asked and asked.start("who") <= place.start and place.end <= asked.end("who")
        if asks and is_asked and mark.span.end <= asks.start() and _OPENS.match(english[: mark.span.start]):
            yield asked["who"] if asked else "", english[mark.span.start : asks.end()], "is told or asked"
            return


def _named(translated: TranslatedSegment) -> Iterator[tuple[str, Span, int]]:
    """Names, terms and roles, each with its place in the English and its end in the Japanese."""
    text = translated.segment.text
    for mark in translated.marks:
        constraint = translated.constraints[mark.constraint]
        yield constraint.source, mark.span, constraint.span.end
    for found in _ROLE.finditer(text):
        for said in re.finditer(rf"\b(?:{_ROLES[found[0]]})\b", translated.english, re.IGNORECASE):
            yield found[0], Span(*said.span()), found.end()
