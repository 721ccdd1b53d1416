"""Words whose opposite is one character away, and what English says of them: 無罪 came out as guilty, 否決 as passed.

Each was tried on the 78,644 pairs of the project: of 4,495 that hold one 4 say it otherwise.
"""

from __future__ import annotations

__all__ = ["OPPOSITES"]

OPPOSITES = (
    ("無罪", r"acquit|not guilty|innocen|exonerat|clear|guiltless|vindicat"),
    ("有罪", r"guilt|convict"),
    ("不起訴", r"not (?:to )?(?:be )?(?:indict|prosecut|charg)|non-?(?:indict|prosec)|drop|declin|without"
     r"|no (?:indict|charg|prosec)"),
    ("冤罪", r"wrong|false|innocen|miscarriage"),
    ("違憲", r"unconstitution|violat|contrary|against|infring|constitutionality"),
    ("(?<!連)合憲(?!章)", r"constitutional"),
    ("勝訴", r"w[io]n|victor|prevail|favo"),
    ("敗訴", r"los[tes]|defeat|against"),
    ("棄却|却下", r"dismiss|reject|den[iy]|turn\w* down|overrul|refus"),
    ("否決", r"reject|vot\w+|defeat|not pass|fail|turn\w* down|los[te]|against"),
    ("可決", r"pass|approv|adopt|enact|carr|vot|clear"),
    ("(?<!大)黒字", r"surplus|profit|black|earn|net income"),
    ("減税", r"cut|reduc|lower|relief|break|less|exempt|credit"),
    ("増税", r"increas|hik|rais|higher|ris"),
    ("不利", r"disadvant|unfavo|against|adverse|handicap|detriment|weak|worse|penal|damag|prejudic"),
    ("有利", r"advantag|favo|benef|better|edge|profit|upper hand|good|strong|easier|preferential"),
    ("欠席", r"absen|not (?:be )?(?:attend|present|appear)|miss|skip|boycott|stay\w* away|without|declin|did not|fail"),
    ("辞退", r"declin|withdr|turn\w* down|refus|pass|without|forgo|not accept|reject|waiv"),
    ("(?<!白紙)撤回",
     r"withdr|retract|rescind|revok|t[ao]ken? back|took back|cancel|recant|walk|scrap|drop|revers|repeal|abandon"
     r"|back down|lift"),
    ("延期", r"postpon|delay|put off|defer|push|extend|later|resched|mov"),
    ("短縮", r"short|reduc|cut|less|compress|curtail|fewer|fast|quick|sav|halv|abbrev|trim|from"),
    ("増員", r"increas|more|add|reinforc|expand|boost|rais|larger|up\b|strength|bolster|gr[eo]w|double|triple"),
    ("(?<!緊)急増",
     r"increas|surg|jump|soar|r[io]s|rapid|sharp|spike|gr[eo]w|explo|sudden|multipl|steep|boom|swell|more|influx"
     r"|double|quick|proliferat"),
    ("解任", r"dismiss|remov|fire|sack|oust|reliev|discharg|replac|depos"),
    ("辞任", r"resign|step\w* down|quit|depart|left"),
    ("(?<!仮)釈放", r"releas|free|let go|liberat"),
    ("無断", r"without|unauthor|not (?:notify|inform)|AWOL|absen|permission|consent|no notice"),
    ("無傷", r"unhurt|unscath|unharm|intact|undamag|uninjur|unwound|safe|without|unbroken|no (?:injur|damage|scratch)"
     r"|undefeat"),
    ("失敗", r"fail|unsuccess|mistake|error|miss|botch|mishap|abort|flop|not succe|blunder|fiasco|fell|collapse|los[te]"
     r"|setback|foil|bungl|disaster|wrong|misfire|defeat|slip|scrub|fumbl|fruitless|in vain|trial|did not"),
    ("(?<!不)成功", r"succe|manag|achiev|accomplish|work|able|made it|pull|hit|triumph|landed|paid off|well"),
    ("不合格", r"fail|not pass|reject|unsuccess|unqualif|disqualif|did not|not accept|unsatisf|substandard"
     r"|nonconform"),
    ("脱退", r"withdr|leav|left|quit|pull\w* out|secede|exit|depart|secession|outside|remain"),
    ("退任", r"leav|left|step|retir|resign|depart|outgoing|relinquish|end|former|replac|quit|vacat|term|until"),
    ("悪化", r"worsen|deterior|aggravat|worse|declin|degrad|sour|bad|exacerbat|fell|slump|decay|spoil|poor"
     r"|heighten|compl|drop|slid|erod|fall|weak|rough|severe|fray|harm|strain|inflam|decreas|setback"
     r"|increas|relaps|downturn|reduc|halt"),
    ("改善", r"improv|better|remed|reform|upgrad|ameliorat|enhanc|correct|rais|recover|rehabil|progress|fix|ease"
     r"|overhaul|kaizen|refine|revis|redress|repair|clean|resolv|restor|mend|reduc|rectif|thaw|normal"
     r"|easier|chang|betterment"),
    ("不適切", r"inappropriate|improper|unsuitab|not (?:appropriate|proper|suitab|adequat)|unfit|wrong|misconduct"
     r"|poor|impropriet|bad|mis\w+|inadequa|unseemly|irregular|unsound|ill-"),
    ("不当", r"unjust|unfair|improper|undue|unreason|wrong|illegal|illegitimat|inappropriat|unwarrant|unlawful"
     r"|abus|arbitrar|without|predator|not right|exploit|unacceptab|excessiv|invalid|false|unduly"),
    ("違法", r"illegal|unlawful|illicit|violat|against the law|wrong|illegit|law|crim|unconstitution|contraband"
     r"|breach|lawful"),
    ("不可能", r"impossib|not possib|cannot|unable|infeasib|could not|no way|can(?:no|')t|out of|unfeas|unattain"
     r"|beyond|unachiev|no longer|not be|not feas|un\w+able|in\w+able|neither|never"),
    ("非公開", r"closed|not (?:be )?(?:open|public|disclos|releas|made)|private|undisclos"
     r"|non-?(?:public|disclos|open)|behind|secret|unpubl|without|in camera|withh|confidential"
     r"|clos\w+ door|not to be|no public|unannounc|closing"),
    ("不支持", r"disapprov|not support|do not|against|oppos|unfavo|negativ|not approve|no\b|disappr"),
    ("不信任", r"no[- ]confidence|non-?confidence|distrust|censure|mistrust|no confidence|confidence"),
    ("不安定", r"unstab|instab|unsettl|precari|uncertain|volatil|destabil|unsteady|insecur|fragil|irregular|shak"
     r"|turbul|unreliab|not stab|unpredict|wobbl|erratic|turmoil|disrupt|weak|casual|non-regular|fluctuat"
     r"|stabil"),
    ("不十分|不充分",
     r"insufficien|inadequa|not (?:be )?(?:enough|suffici|adequa|fully|been|well|thorough|complete)|lack"
     r"|poor|short|incomplet|weak|too|deficien|scant|not go far|fall\w* short|imperfect|half|in doubt"
     r"|limited|less than|unsatisf|insuff|without|fails? to|too little|thin|sketchy|lax|fell short"),
    ("自供|自白", r"confess|admit"),
    ("黙秘", r"silen|refus|not (?:speak|talk|answer)|declin"),
    ("生還", r"surviv|return|alive|home|came back|come back|live|made it|safe|bring"),
    ("無事", r"safe|uneventful|unharm|without|unhurt|intact|unscath|well\b|sound|smooth|uninjur|all right"
     r"|unaffect|survive|incident|fine|successful|no (?:harm|incident|problem|injur)|alive|peace|accident"
     r"|not (?:be )?(?:hurt|injur|harm|damag)|rescue"),
    ("敗北", r"defeat|los[tes]|beat"),
    ("勝利", r"w[io]n|victor|triumph|success|prevail|defeat|beat"),
    ("降格", r"demot|downgrad|relegat|reduc|lower|rank"),
    ("減額", r"reduc|decreas|cut|lower|less|down|deduct|trim|slash|discount|return"),
    ("値下げ", r"cut|reduc|lower|price|discount|down|cheap|drop"),
    ("値上げ", r"increas|rais|hik|higher|price|up\b|need"),
    ("(?<!学級)閉鎖", r"clos|shut|block|seal|lockdown|lock|shutter|suspend"),
    ("撤退", r"withdr|pull|retreat|exit|leav|left|evacuat|retir|quit|depart|disengag|abandon|fall back|drew"
     r"|get out|phas"),
    ("欠陥", r"defect|flaw|fault|deficien|fail|shortcoming|imperfect|faulty|lack|problem|weakness|loophole|bug"),
    ("誤報", r"false|erroneous|mistak|misreport|error|wrong|incorrect|inaccura|hoax|misinform"),
    ("未遂", r"attempt|fail|abort|foil|unsuccess|thwart|near"),
    ("免職", r"dismiss|discharg|remov|fire|sack|oust"),
    ("停職", r"suspen"),
    ("復職", r"reinstat|return|back|resum|restor|re-?employ|rejoin"),
    ("失効", r"expir|laps|invalid|los[tes]|terminat|end|void|ceas|no longer|ran out|run out"),
    ("発効", r"force|effect|enter|t[ao]ke?\w* effect|came into"),
    ("絶滅", r"extinc|exterminat|die|wiped|endanger|vanish|disappear|annihil"),
    ("合意(?!書|文書)",
     r"agree|consensus|accord|deal|concur|compromise|settle|consent|terms|understanding|arrangement|pact"
     r"|unanim|reach"),
)  # fmt: skip
"""What stands in the Japanese, and beginnings of words of which the English must have one."""
