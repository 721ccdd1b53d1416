"""Towns that the glossary does not have: by their usual reading, which is reported, or as unknown.

A dictionary knows how 輪島 is mostly read, and a model that guesses writes Kinazawa for 金沢. It reads the towns of
China and Korea as Japanese words, though (西安 as Seian), so a town beside the name of such a country is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.japanese.romaji import romanise
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.terms.missing import possible_name, unknown_name

__all__ = ["USUAL_READING", "PlaceReader", "find_towns", "is_abroad"]

PlaceReader = Callable[[str], Iterable[tuple[int, int, str]]]
"""From a text to the names of places in it: where each begins and ends, and its usual reading in katakana.

An empty reading says that it is a word in katakana that may be a name.
"""

USUAL_READING = "usual reading"
"""How the note of a constraint begins whose English was read and not looked up."""
_NAME = re.compile("[一-龯々ヶケノ]{2,}")
_BEFORE = re.compile("[一-龯々](?<![県都府道省州市郡町区旧])$")
_BEHIND = re.compile("(?![市町村区郡県府港駅沖内側地駐分])[一-龯々]")
_ABROAD = re.compile(
    "中国(?!地方|四国|山地|電力)|中華|台湾|韓国|朝鮮|平壌|人民解放|日[中韓朝]|中韓|(?<=[一-龯]{2})省(?=[一-龯]{2}市)"
)
"""What says that a town beside it may be one of China or Korea."""
_KINDS = {
    "市": ("City", ("シ",)),
    "町": ("Town", ("チョウ", "マチ")),
    "村": ("Village", ("ムラ", "ソン")),
    "区": ("Ward", ("ク",)),
}


def find_towns(text: str, known: Sequence[Constraint], read: PlaceReader | None) -> Outcome[tuple[Constraint, ...]]:
    """The towns of a text that no known constraint covers, each with a finding; without a reader none."""
    towns: list[Constraint] = []
    findings: list[Finding] = []
    taken = [one.span for one in known]
    for start, end, reading in read(text) if read else ():
        span = Span(start, end)
        if not span.is_free(taken):
            continue
        if not reading:
            findings.append(possible_name(text[start:end]))
        elif _is_town(text, span) and is_abroad(text):
            findings.append(unknown_name(text[start:end], "place"))
        elif _is_town(text, span):
            note = f"{USUAL_READING} {reading}, romanised"
            town = Constraint.of(text, span, _forms(text[start:end], reading), ConstraintKind.NAME, note)
            towns.append(replace(town, strength=Strength.SHOULD))
            findings.append(_unverified(town))
    return Outcome(tuple(towns), tuple(dict.fromkeys(findings)))


def is_abroad(text: str) -> bool:
    """Whether a town that the text names may be one of China or Korea."""
    return bool(_ABROAD.search(text))


def _is_town(text: str, span: Span) -> bool:
    """Whether it is a name of two kanji and more that is no part of a longer word."""
    is_part = _BEFORE.search(text, 0, span.start) or _BEHIND.match(text, span.end)
    return bool(_NAME.fullmatch(text, span.start, span.end)) and not is_part


def _forms(written: str, reading: str) -> Iterator[str]:
    """``Wajima``; ``Showa Town`` where 町 is part of the name."""
    kind, endings = _KINDS.get(written[-1], ("", ()))
    ending = next((one for one in endings if reading.endswith(one) and len(reading) > len(one) + 1), "")
    name = romanise(reading.removesuffix(ending)).capitalize()
    if ending:
        yield f"{name} {kind}"
        yield f"{name}-{romanise(ending)}"
    yield name
    yield f"{name} City"


def _unverified(town: Constraint) -> Finding:
    message = f"{town.source} is given its usual reading, {town.english}; the reading is unverified."
    return Finding(Code.READING_UNVERIFIED, Severity.INFO, message, hint="Add it to the glossary with kind place.")
