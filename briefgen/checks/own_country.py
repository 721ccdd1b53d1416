"""我が国 in what a foreigner is quoted as saying is the country of that person; the glossary says Japan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.segment import ConstraintKind, TranslatedSegment

__all__ = ["faults"]

_OWN = re.compile("[我わ]が国|自国")
_QUOTED = re.compile("「([^「」]*)」")
_SPEAKER = re.compile("(?:^|[、。」])(?P<who>[^、。「」]{1,40})[はが](?=[^。「」はが]*$)")
"""Who is the subject of the words before a quotation."""
_FOREIGN = re.compile(
    "駐日|[ァ-ヴー]{3}[^、。]*(?:大統領|首相|大臣|長官|大使|次官|議長|代表|報道官|外相|国防相|総司令官)$"
)
_JAPAN = re.compile(r"\bJapan")


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where the English has Japan for 我が国 that somebody of another country says.

    Who speaks is foreign by a country that stands with the name, by 駐日, or by a name in katakana with an office.
    """
    text = translated.segment.text
    for quoted in _QUOTED.finditer(text) if _JAPAN.search(translated.english) else ():
        own, speaker = _OWN.search(quoted[1]), _SPEAKER.search(text, 0, quoted.start())
        if own and speaker and _is_foreign(translated, *speaker.span("who")):
            yield f"{own[0]} is said by {speaker['who'].strip()}, so it may not be Japan"


def _is_foreign(translated: TranslatedSegment, begin: int, end: int) -> bool:
    """Whether a foreign country, or a name in katakana with an office, stands in this part of the Japanese."""
    countries = (one for one in translated.constraints if one.kind is ConstraintKind.COUNTRY)
    inside = (one for one in countries if begin <= one.span.start and one.span.end <= end)
    return any(one.english != "Japan" for one in inside) or bool(_FOREIGN.search(translated.segment.text[begin:end]))
