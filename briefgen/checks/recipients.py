"""Whoever is told, asked, ordered or visited in the Japanese is not the one who tells, asks, orders or visits.

Nor is anything done to who does it: 中国が建造し、昨年就役した空母 came out as China was built. Of 258 pairs that have
such a verb none has a right English that is marked.

中国側には懸念を伝えた and マレーシアを訪問する name no subject, and a small model takes the Chinese side or Malaysia
for it. Of 40,000 of the project's sentence pairs one has a right English that is marked.

Whoever is made to do something, does one a favour, or does what is suffered stands with に as well: 企業に支払わせる
came out as pay for companies, ロシアに橋を破壊された as was destroyed a bridge in Russia. Of 78,644 pairs 14 have a
right English that is marked, most of what is suffered, which English tells in many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.japanese.folding import fold
from briefgen.model.segment import ConstraintKind, Mark, Span, TranslatedSegment, replaced

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
    "|調達|設置|運用|保有|建設|購入|提供|確認|発見|押収|指定|公表|検討|推進|実施|導入|強化|調査|捜査|警告|任命|提出|受注|捜索|監視|審査|審議|検証|分析|精査|追跡|検査|監査)"
    "(?:し(?!う)|する|した|中)"
)
_IS_DONE_TO = re.compile(
    r"(?: side| [Gg]overnment)? (?:was|were|has been|have been|had been|is|are) (?:being )?(?:also |now |newly )?"
    r"(?:(?:\w+ed|built|made|seen|shown|taken|held|sent)\b(?! (?:to|that|about|in|with|of|on|at)\b)"
    r"|(?:under|in) (?:an? |the )?(?:investigation|review|consideration|examination|development|construction|search"
    r"|surveillance|screening|scrutiny|monitoring|deliberation|study|inspection|audit|tracking))"
)
_HAS_UNDER_WAY = re.compile(
    "(?:側|政府|当局)?が(?:現在)?(?:検討|調査|審査|審議|捜査|作成|策定|調整|開発|建造|計画|準備)中の"
)
_IS_A_THING = re.compile(r" (?:is|are|was|were) (?:an?|the|one) ")
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
    (_HAS_UNDER_WAY, _IS_A_THING, "does it"),
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
_BODY = re.compile(
    r"\b(?:Forces?|Ministry|Agency|Command|Navy|Army|Corps|Staff|Guard|Government|Fleet|Council|Commission|Cabinet"
    r"|NATO|EU|UN|SDF|J[AMG]SDF|police)$"
)
_SOMEBODY = (
    "(?P<who>(?:[^、。はがをにのでとも]{0,10}(?:[者員官長相臣社業署隊軍側船艦艇党省庁課院師生徒民親客敵]|(?<![一-龯])[人氏]|[市町村県](?=に[^は])"
    "|(?<!各)国|企業|議会|政府|自治体|当局|警察|学校|病院|銀行|団体|組合|協会|機関|委員会|メーカー|部下|相手|事務所|大使|知事|次官|代表|台湾|日本"
    "|フリゲート))"
    "(?:など|等|ら|たち)?)に(?!つ|関|対|お|よ|向|と|際|応|従|伴|基|加|入|合|わた|至)"
)
"""A person or a body, with に: who is made to do, does a favour or does what is suffered."""
_ENDING = "(?=[るたずよら]|て(?!いた|もら|くれ|頂)|な[いかくけ]|ま[すし]|られ)"
_TOLD_OR_SHOWN = "(?<![知合済驚聞渡届思])"
_NOT_INTO = "(?![^、。はがをに]{0,4}(?:常駐|駐留|上陸|乗り込|進出|展開|集結|避難|移動|待機))"
_CAUSED = f"{_TOLD_OR_SHOWN}(?:[かがさたなばまらわめけげべてれねぜ]せ|させ){_ENDING}"
_OWN_DEEDS = (
    "(?:提出|説明|報告|監視|調査|謝罪|確認|検討|捜索|約束|釈明|準備|管理|指揮|運用|点検|負担|支払|購入|売却|撤去|実施|公表"
    "|撤回|追跡|警護)"
)
_MADE = re.compile(
    f"{_SOMEBODY}(?:[^、。はがにを]{{0,16}}を{_NOT_INTO}[^、。はがをに]{{0,6}}{_CAUSED}|{_OWN_DEEDS}(?:を)?させ{_ENDING})"
)
_PERFECT = (
    r"(?! (?:not |also |already |since |long |never |been |\w+ly )*"
    r"(?:been|\w+(?:ed|en)|become|led|put|set|cut|come|made))"
)
_MAKES = re.compile(
    r"\b(?:(?:ma[dk]e|making)\b(?! (?:up|public|clear|sure|efforts|use|progress|payments?)\b)"
    r"(?! an? \w+ (?:to|under|for|of|on|in)\b)"
    rf"|ha(?:ve|s|d|ving)\b{_PERFECT}|let(?:s|ting)?\b|allow|permit|forc(?:ed|ing)\b|force[sd]? (?:the|an?|it|them)\b"
    r"|compel|requir(?:e[ds]?|ing)\b|oblig|caus|g[eo]t\b|getting|(?<!in )order|enabl|instruct(?:ed|s|ing)?\b|assign"
    r"|task|keep|kept|leav|left|impos|plac(?:e[ds]?|ing)\b|entrust|mandat|press(?:ed|es|ing|ure)\b|push|urg"
    r"|direct(?:ed|s|ing)\b|persuad|induc|prompt|burden|shoulder|commissioned|charg|lead(?:s|ing)?\b|led\b"
    r"|train(?:s|ed)?\b|so that|saddle|must|assist(?:s|ed|ing)\b|at the expense)",
    re.IGNORECASE,
)
_FAVOUR = re.compile(f"{_SOMEBODY}[^、。はがに]{{0,24}}[てで](?:もら[うっい]|いただい[たて]|いただきまし)")
_RECEIVES = re.compile(
    rf"\b(?:ha(?:ve|s|d|ving)\b{_PERFECT}|g[eo]t\b|getting|receiv|ask|by\b|from\b|let\b|want|request|thank|help|hope"
    r"|seek|sought|accept|obtain|given|allow|invit|kind|enabl|grant|so that|please|interest|continu)",
    re.IGNORECASE,
)
_HAD = re.compile(r"\b(?:had|have|has|having|made|make|makes|making) (?:the |an? )?$")
_FROM_ONE = re.compile(
    r"\b(?:had|have|has|having|g[eo]t|getting|ask\w*|let|from|by|of|with|than[kx]\w*(?: to)?|request\w*|want\w*|that|so"
    r"|if|when|hop\w+|invit\w+|allow\w*|enabl\w+|and|at)(?: (?!for\b|to\b|in\b)[\w'’-]+){0,2} $"
)
_DONE = re.compile(r"(?: side)? (?!need)\w+(?:ed|en)\b(?! by\b)")
"""The Ministry had the company explained: it is explained, and explains nothing."""
_IS_HAD = re.compile(r"\b(?:had|made) (?:the |an? )?(?:(?!to\b)[\w-]+ ){1,4}?(?!need)[\w-]+ed (?!by\b)(?!to be\b)")
_SUFFERS = re.compile(
    f"{_SOMEBODY}[^、。はがにを]{{0,10}}を[^、。はがをにで]{{0,6}}(?:(?<!と)(?<!約束)(?<!報告)(?<!余儀なく)さ|奪わ|壊さ|撃た|殺さ|断ら|断た|拒ま|阻ま|追わ|盗ま"
    "|隠さ|破ら|押さえら|止めら|妨げら|引き抜か|囲ま|塞が|ふさが|切ら|折ら|沈めら|落とさ|割ら|認めら|見抜か|取り上げら|[^せ]せら(?!れな))れ(?=[たてるずま、]|な[いかく])"
    f"|{_SOMEBODY.replace('?P<who>', '?P<other>')}"
    "(?:撃沈|攻撃|破壊|妨害|拘束|逮捕|拿捕|撃墜|追跡|追尾|包囲|占領|占拠|衝突|追突|拒否|拒絶|阻止|爆撃|砲撃|えい航|曳航|説得|反対|批判|非難|発見|救助|護衛|先導|警告|解雇|起訴|支持)され"
)
_BY_NAME = re.compile(r"\bby (?:(?!(?:in|of|from|at|on|near)\b)[\w'’-]+ ){0,4}$")
_IS_SUFFERED = re.compile(
    r"\b(?:was|were|been|is|are|be|being) (?:\w+ly |not |also )*\w+(?:ed|en|wn|ught|lt|[a-z]k|ung)\b", re.IGNORECASE
)
_SUFFERS_LAST = re.compile(
    r"^[^、。]{1,20}?[はが]、?[^。]*に[^、。はがにを]{0,10}を[^、。はがをにで]{0,8}れ(?:た|ている|ていた|る|ました)。?$"
)
_COLLIDED = re.compile(r"\bcollided with (?:an? |the )?$")
_IS_IT = re.compile(
    r"^(?!Its |Their |His |Her |Our )(?:The |An? )?(?:(?!(?:of|in|by|for|that|which)\b)[\w-]+ ){1,5}?"
    r"(?:was|were|has been|have been|had been|is|are) (?:\w+ly )?"
    r"(?!refus|den|depriv|robb|ask|g[ia]v|told|forc|made|order|requir|request|demand|strip|reliev|cut|urg|press)"
    r"\w+(?:ed|en|wn)\b"
)
"""No right English of ウクライナはロシアに橋を破壊された begins with Ukraine was destroyed, nor with the bridge was."""
_IS_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|had|has|have|having|got|get|suffer\w*|los\w+)\b", re.IGNORECASE
)
_TAKEN_TO = re.compile(
    "[港場島地院市町村区県湾駅国]に[^、。はがを]{0,8}"
    "(?:えい航|曳航|搬送|移送|輸送|護送|連行|回航|運ば|移さ|送ら|誘導|案内|収容|避難さ|派遣|配備)(?:さ)?(?:れ|せられ)"
)


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where who is told something or visited is the subject of telling or visiting.

    So it is where somebody is made to do something or does it for or to another, and the English does not show it.
    """
    for source, subject, who in _turned(translated):
        yield f"In the Japanese {source} is who {who}; the English says “{subject}”"
    yield from _not_shown(translated)


def _not_shown(translated: TranslatedSegment) -> Iterator[str]:
    """Who is made to do something, does it for or to another, or where somebody is taken, and the English lost it."""
    text, english = _with_bodies(translated), translated.english
    own = replaced(english, ((mark.span, "■" * (mark.span.end - mark.span.start)) for mark in translated.marks))
    for japanese, shown, what in ((_MADE, _MAKES, "is made to do it"), (_FAVOUR, _RECEIVES, "does it for another")):
        found = japanese.search(text)
        if found and (
            not shown.search(own)
            or ("を" not in found[0] and _IS_HAD.search(english))
            or _is_misplaced(translated, found.end("who"), japanese is _FAVOUR)
        ):
            yield f"In the Japanese {_original(translated, found, 'who')} {what}, which the English does not show"
    for found in _SUFFERS.finditer(text):
        name = "who" if found["who"] else "other"
        is_turned = name == "who" or _IS_SUFFERED.search(english) or _is_hit(translated, found.end(name))
        is_last = name == "who" and _SUFFERS_LAST.search(text)
        is_other = is_last and (_IS_IT.search(english) or (" by " in english and not _IS_PASSIVE.search(english)))
        if is_other or (is_turned and not _is_done_by(translated, found.span(name))):
            yield f"In the Japanese {_original(translated, found, name)} does it, which the English may not show"
    for mark in translated.marks:
        constraint = translated.constraints[mark.constraint]
        is_goal = _TAKEN_TO.match(translated.segment.text, constraint.span.end - 1)
        if is_goal and (said := re.search(r"\bby (?:the )?$", english[: mark.span.start])):
            yield f"In the Japanese {constraint.source} is the goal; the English says “{said[0]}{constraint.english}”"


def _is_misplaced(translated: TranslatedSegment, end: int, is_favour: bool) -> bool:
    """Whether who should do it has it done, or whose favour it is stands where none is asked, had or received."""
    english = translated.english
    for mark in _named_at(translated, end):
        before = english[: mark.span.start]
        is_done_to = _HAD.search(before) and _DONE.match(english, mark.span.end)
        if is_done_to or (is_favour and not _BEGINS.search(before) and not _FROM_ONE.search(before)):
            return True
    return False


def _is_done_by(translated: TranslatedSegment, who: tuple[int, int]) -> bool:
    """Whether the English says by, and, where the English of who does it is known, by him."""
    english = translated.english
    inside = _named_at(translated, who[1])
    if not inside:
        return " by " in english
    return any(_BY_NAME.search(english[: mark.span.start]) for mark in inside)


def _is_hit(translated: TranslatedSegment, end: int) -> bool:
    """Whether the English has another collide with who collides."""
    before = (translated.english[: mark.span.start] for mark in _named_at(translated, end))
    return any(map(_COLLIDED.search, before))


def _named_at(translated: TranslatedSegment, end: int) -> list[Mark]:
    """The English of the constraint that ends there in the Japanese."""
    return [mark for mark in translated.marks if translated.constraints[mark.constraint].span.end == end]


def _with_bodies(translated: TranslatedSegment) -> str:
    """The Japanese, as long as it was, with 国 over each country, person and body, whose names end in any way."""
    text = translated.segment.text
    for one in translated.constraints:
        if one.kind in (ConstraintKind.COUNTRY, ConstraintKind.PERSON) or _BODY.search(one.english):
            text = text[: one.span.start] + "国" * len(one.source) + text[one.span.end :]
    return text


def _original(translated: TranslatedSegment, found: re.Match[str], name: str) -> str:
    """What the Japanese has where a pattern found somebody in the text of `_with_bodies`."""
    return translated.segment.text[found.start(name) : found.end(name)]


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
