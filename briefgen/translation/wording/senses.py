"""English words that say another thing than the Japanese beside them: a settlement enacted, a flight attendant broken.

A small model takes the commonest sense of a word. Where the Japanese has that word in another sense, and no other word
that could have led to the English, the right one is put in its place. Each was met on the built-in model.
"""

from __future__ import annotations

import re

from briefgen.terms.english import MONTHS
from briefgen.translation.wording.rewording import SEEN

__all__ = ["in_sense"]

_NO_LAW = "^(?!.*(?:法案?[はが]|予算|条例|法律)).*"
_SENSES = tuple(
    (re.compile(japanese), re.compile(english), right)
    for japanese, english, right in (
        (f"{_NO_LAW}(?:和解|調停|示談|合意|停戦|妥協).{{0,6}}成立", r"\benacted\b", "reached"),
        (f"{_NO_LAW}(?:契約|取引|商談|売買).{{0,6}}成立", r"\benacted\b", "concluded"),
        ("日以降[にの]?[^。]*(?<!てい)[るう]。$", rf"\bsince (?=(?:{'|'.join(MONTHS)}) \d)", "on or after "),
        ("^(?!.*(?:空挺|落下傘)).*(?:フィート|高度)[^。]{0,20}降下", r"\bjump(?=ed\b|s\b|ing\b|\b)", "descend"),
        ("脱線し", r"\b(?<=[Tt]rain )escaped\b", "derailed"),
        ("骨折し", r"\b(was|were) broken(?=[.,]| in\b| and\b)", "suffered a fracture"),
        ("容疑を認めて", r"\bpermitting (?:the )?suspicions?\b", "admitting the charges"),
        ("起訴相当", r"\b(?:it )?(is|was) equivalent to (?:the )?indictment\b", r"indictment \1 appropriate"),
        ("^(?:この)?右の?質問", r"\b(?:the )?right (?=questions?\b)", "the above "),
        (
            "通行止め.{0,4}解除",
            r"\b(?:[Tt]he )?closed to traffic (?:on|of|for) (?=the [\w -]+? (?:was|were) lifted\b)",
            "the closure of ",
        ),
        ("搭乗者", r"\bboarding persons?\b", "persons on board"),
        ("オーバーラン", r"\b(?:took|made) overrun\b", "overran the runway"),
        ("差し戻", r"\bsent (?:back )?(?=to the [A-Z][\w ]* Court\b)", "remanded "),
        ("立候補を届け出", r"\bdelivered (?:an? |their )?candidac(?:y|ies)\b", "registered as candidates"),
        ("(?:欠員|職員|社員|隊員)[^。]{0,12}採用", r"\badopted\b", "hired"),
        ("捜索[^。]{0,6}打ち切", r"\bcut off\b", "called off"),
        ("機影", r"\baircraft shadow\b", "aircraft"),
        ("^(?!.*(?:国会|国議会|欧州議会|英議会)).*(?<=[市県町村都府])議会", r"\bparliament\b", "assembly"),
        ("舵を左", r"\bleft the rudder\b", "turned the rudder to the left"),
        ("(?:株|相場|価格|指数|円|市況)[^。、]{0,8}反発", r"\b(?:objected|opposed|protested|reacted)\b", "rebounded"),
        ("続落", r"\bcontinued(?=[.,]|$)", "continued to fall"),
        ("続伸", r"\bcontinued(?=[.,]|$)", "continued to rise"),
        ("(?:運転|違反)[^。、]{0,4}で摘発", r"\bexposed\b", "caught"),
        ("^(?!.*から).*に寄せられ", r"\b(?:received|sent|submitted|made) from\b", "received by"),
        ("に対する勧告", r"\b(recommendations?) against\b", r"\1 to"),
        (
            "[はがも]認められ(?:な|てい?な|ておらず|ず|ませ)",
            r"\bnot( (?:yet )?(?:been )?)confirmed\b",
            r"not\1found",
        ),
        (f"^(?!.*認め.*認め).*(?:{SEEN})[はがも]認められ", r"\b(?:permitted|approved|allowed)(?! to\b)", "found"),
        ("警報機", r"\bwarning aircraft\b", "warning device"),
    )
)  # fmt: skip
"""What the Japanese has, what the English then must not say, and what is said instead."""


def in_sense(english: str, source: str) -> str:
    """The English with such words put right."""
    for japanese, wrong, right in _SENSES:
        if japanese.search(source):
            english = wrong.sub(right, english)
    return english
