"""Words whose opposite is one character away, and what English says of them: 無罪 came out as guilty, 否決 as passed.

Each was tried on the 78,644 pairs of the project: of 1,897 that hold one 3 say it otherwise.
"""

from __future__ import annotations

__all__ = ["OPPOSITES"]

OPPOSITES = (
    ("無罪", r"acquit|not guilty|innocen|exonerat|clear|guiltless|vindicat"),
    ("有罪", r"guilt|convict"),
    (
        "不起訴",
        r"not (?:to )?(?:be )?(?:indict|prosecut|charg)|non-?(?:indict|prosec)|drop|declin|without"
        r"|no (?:indict|charg|prosec)",
    ),
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
    (
        "欠席",
        r"absen|not (?:be )?(?:attend|present|appear)|miss|skip|boycott|stay\w* away|without|declin|did not|fail",
    ),
    ("辞退", r"declin|withdr|turn\w* down|refus|pass|without|forgo|not accept|reject|waiv"),
    (
        "(?<!白紙)撤回",
        r"withdr|retract|rescind|revok|t[ao]ken? back|took back|cancel|recant|walk|scrap|drop|revers|repeal|abandon"
        r"|back down|lift",
    ),
    ("延期", r"postpon|delay|put off|defer|push|extend|later|resched|mov"),
    ("短縮", r"short|reduc|cut|less|compress|curtail|fewer|fast|quick|sav|halv|abbrev|trim|from"),
    ("増員", r"increas|more|add|reinforc|expand|boost|rais|larger|up\b|strength|bolster|gr[eo]w|double|triple"),
    (
        "(?<!緊)急増",
        r"increas|surg|jump|soar|r[io]s|rapid|sharp|spike|gr[eo]w|explo|sudden|multipl|steep|boom|swell|more|influx"
        r"|double|quick|proliferat",
    ),
    ("解任", r"dismiss|remov|fire|sack|oust|reliev|discharg|replac|depos"),
    ("辞任", r"resign|step\w* down|quit|depart|left"),
    ("(?<!仮)釈放", r"releas|free|let go|liberat"),
    ("無断", r"without|unauthor|not (?:notify|inform)|AWOL|absen|permission|consent|no notice"),
    (
        "無傷",
        r"unhurt|unscath|unharm|intact|undamag|uninjur|unwound|safe|without|unbroken|no (?:injur|damage|scratch)"
        r"|undefeat",
    ),
    (
        "失敗",
        r"fail|unsuccess|mistake|error|miss|botch|mishap|abort|flop|not succe|blunder|fiasco|fell|collapse|los[te]"
        r"|setback|foil|bungl|disaster|wrong|misfire|defeat|slip|scrub|fumbl|fruitless|in vain|trial|did not",
    ),
    (
        "(?<!不)成功",
        r"succe|manag|achiev|accomplish|work|able|made it|pull|hit|triumph|landed|paid off|well",
    ),
)
"""What stands in the Japanese, and beginnings of words of which the English must have one."""
