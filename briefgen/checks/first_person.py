"""The English has an "I" only where the Japanese has somebody who says it.

A sentence without a subject gets one from the model: 日本人は含まれていません came out as "I didn't include Japanese".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.japanese.folding import fold
from briefgen.model.segment import TranslatedSegment, replaced

__all__ = ["check"]

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?|‘[^’]*’")
_SAID = re.compile(r"\b(?:I(?:['’](?:m|ve|d|ll))?(?![.\w/-])|(?<!\bthe )[Mm]y(?! (?:Number|best|Portal))|[Mm]yself)\b")
_SAYER = re.compile(
    "私|わたし|[僕俺拙]|ぼく|自[分身]|筆者|小職|当職|[我弊]|わが|[『「I]"
    "|思|考え|たい|信じ|伺|願|歓迎|感[謝じ銘]|期待|望|存じ|遺憾|確信|痛感|祈|申し|いたし|致し|おり|ござい|いただ|頂|[お御ご][^、。]{1,6}(?:し|する)"
    "|光栄|誇り|うれし|嬉し|喜|驚|残念|慎|控え|憂|恐れ|懸念|心|敬意|哀悼|ためら|承知|認識|理解|求め|つもり|気[がに]|だろう|そうだ|らしい|ようだ"
    "|[父母妻夫弟妹兄姉]|家内|友人|子どものころ|^[^はが]*します。"
    "|聞[きい]|尋ね|でしょ|よう。|まい。|ましょ|です|[問答QA:]|幸い|禁じ得|^[^、。]{0,8}(?:ます|ません|ました)"
)
"""First persons, quotations, speakers, and what only somebody who speaks for himself says, feels or humbly does."""


def check(translated: TranslatedSegment, where: Location) -> Iterator[Finding]:
    """SENSE_UNSURE (warning) where the English says "I" or "my" and nobody in the Japanese does.

    Of 78,644 pairs of the project the right English of 937 says it; in all but some 200, which are of diaries and
    letters, the Japanese has one of `_SAYER`.
    """
    own = replaced(translated.english, ((mark.span, " ") for mark in translated.marks))
    said = _SAID.search(_QUOTED.sub(" ", own))
    if said and not _SAYER.search(fold(translated.segment.text).text):
        message = f"Nobody in the Japanese says “{said[0]}”"
        yield Finding(Code.SENSE_UNSURE, Severity.WARNING, message, where, "Compare with the Japanese")
