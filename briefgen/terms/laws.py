"""Laws that are not in the glossary: their English is the model's, which takes another law for them.

Of 78,644 sentences of the project 471 name a law; 25 name one that is not in the glossary, and 2 a way of reckoning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.findings import Finding
from briefgen.model.segment import Constraint
from briefgen.terms.missing import unknown_name

__all__ = ["unknown_laws"]

_NO_LAW = (
    "[方手療用作文技製工国便論兵解語農漁寸魔拳弁憲民刑商]法|(?:国際|国内|人道|海洋|慣習|特別|一般|基本|関[連係]|[新旧同本両各]|現行|改正|措置|適|不|違|合|司|立)法"
    "|(?:測定|分析|検査|治療|対処|活用|使用|調理|栽培|計算|試験|処理|保存|運用|抽出|定額|定率|算定|評価|鑑定|教授|指導|学習|勉強)法"
)
"""Words in 法 that are no titles, or say no more than that it is a law."""
_LAW = re.compile(
    r"(?<![一-鿿々ァ-ヶー])(?P<law>[一-鿿々ァ-ヶー・]{2,30}法)"
    "(?=[（(]|に基づ|に違反|に抵触|違反|第[0-9０-９一二三四五六七八九十]|の(?:規定|適用|改正|施行|一部)|を(?:改正|適用|施行)|改正|施行|案[をがは、]"
    "|が(?:成立|施行|適用|改正)|に(?:定め|規定|より|よる)|[上で](?:の|定め|規定|義務|禁))"
)
_PLAIN = re.compile(rf".*(?:{_NO_LAW})")


def unknown_laws(text: str, kept: Sequence[Constraint]) -> Iterator[Finding]:
    """NAME_UNKNOWN (warning) of every law that the text names and of which no constraint covers the end.

    One of a body that is known, 会計検査院法, is named by it.
    """
    for found in _LAW.finditer(text):
        last = found.end("law") - 1
        is_known = any(
            one.span.start <= last < one.span.end or (one.span.start <= found.start() and one.span.end == last)
            for one in kept
        )
        if not is_known and not _PLAIN.fullmatch(found["law"]):
            yield unknown_name(found["law"], "agreement")
