"""What the sentence says of a figure, and no constraint holds: that it is passed, the most so far, or true of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.japanese.folding import fold
from briefgen.model.segment import AMOUNTS, Constraint, ConstraintKind, TranslatedSegment, replaced

__all__ = ["faults"]

_FIGURE = r"■[^\s、。のをがにはで■□]{0,3}"
_MUCH = "(?:大きく|大幅に|はるかに|遥かに|わずかに|やや|少し|若干)?"
_PASSED = "超[えす]|超過|越え|上回|突破"
_SHORT = "下回|割(?:り込|っ|込)|切(?:っ|る(?!り))"
_NOT = r"(?:[らさし]?(?:ない|なか|ず|ぬ))"
_MORE = (
    r"more|over|exceed\w*|excess|above|surpass\w*|topp?(?:s|ed|ing)|beyond|upwards?|greater|past|higher|broke\w*|break\w*"
    r"|cross\w*|outnumber\w*|pass\w*|outstrip\w*|larger|longer"
)
_LESS = r"less|below|under|fewer|f[ae]ll\w* short|short of|lower|shorter|smaller|not|did|cut|almost|nearly"
_NO = r"not|no|nor|never|within|up to|at most|at least|maximum|minimum|limit\w*|without|less|more|or"
_MOST = r"most|record|high(?:est)?|largest|greatest|max\w*|biggest|longest|all-time|unprecedented|peak|best|worst|ever"
_COMPARED = (
    rf"than|increas\w*|decreas\w*|up|down|faster|slower|heavier|lighter|wider|deeper|earlier|later|{_MORE}|{_LESS}"
)
_KEPT = r"unchanged|remain\w*|same|still|ke(?:pt|ep\w*)|maintain\w*|stay\w*|left|leav\w*|without|constant|no|held|flat"
_EACH = r"each|per|apiece|respectively|every|both|individual\w*|equally|by|intervals?"

_BOUNDS = tuple(
    (re.compile(pattern), re.compile(rf"\b(?:{words})\b", re.IGNORECASE), sense)
    for pattern, words, sense in (
        (rf"{_FIGURE}を{_MUCH}(?:{_PASSED}|{_SHORT}){_NOT}", _NO, "not passed"),
        (rf"{_FIGURE}を{_MUCH}(?:{_PASSED})(?!{_NOT})", _MORE, "passed"),
        (rf"{_FIGURE}(?:を{_MUCH}(?:{_SHORT})(?!{_NOT})|に(?:は)?(?:満た|届か|達しな|及ばな))", _LESS, "not reached"),
        (rf"{_FIGURE}(?:以上|余り|超(?=[のがをにはもで、。]|$))", f"at least|{_MORE}", "a lower bound"),
        (rf"{_FIGURE}(?:以下|未満|足らず|弱(?=[のがをにはもで、。]|$))", _LESS, "an upper bound"),
        (r"■.*(?:最多|過去最[高大長])|(?:最多|過去最[高大長]).*■", _MOST, "the most so far"),
        (rf"よりも?約?{_FIGURE}(?:大き|重|速|遅|少な|[高長多低短][いくか])", _COMPARED, "compared with another"),
        (rf"{_FIGURE}(?:のまま|[をで]据え?置)", _KEPT, "kept as it is"),
        (r"各■|■[^\s、。の■□]{0,3}(?:ずつ|おき[にの、])", _EACH, "true of each"),
    )
)
_EACH_THING = re.compile("[1一](?:回|件|台|個|枚|本|冊|箱|[かカヶケ箇]所|日|泊|時間|分)(?:当たり|あたり|につき|ごと)")
_PEOPLE = re.compile("[人名者員頭]|児童|生徒|学生")
_PER_PERSON = re.compile(r"\bper (?:person|capita|head)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:approximately |about |more than )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)", re.I
)


def faults(translated: TranslatedSegment) -> Iterator[str]:
    """Where the English has no word for what the Japanese says of a figure."""
    source = _masked(translated.segment.text, translated.constraints)
    english = _free(translated)
    for pattern, words, sense in _BOUNDS:
        if pattern.search(source) and not words.search(english):
            yield f"A figure is {sense} in the Japanese, and the English does not show it"
    text = fold(translated.segment.text).text
    if (per := _PER_PERSON.search(translated.english)) and _EACH_THING.search(text) and not _PEOPLE.search(text):
        yield f"“{per[0]}” is no thing that the Japanese counts"
    for figures in _side_by_side(translated):
        yield f"“{figures}” has two figures side by side that the Japanese has apart"


def _side_by_side(translated: TranslatedSegment) -> Iterator[str]:
    """Two numbers of things with nothing between them, of which one has lost its thing: ``One 3 missiles``."""
    english, numbers = translated.english, []
    for mark in sorted(translated.marks, key=lambda mark: mark.span.start):
        is_number = translated.constraints[mark.constraint].kind is ConstraintKind.NUMBER
        numbers.append(mark.span if is_number and _COUNT.match(english, mark.span.start) else None)
    for one, other in pairwise(numbers):
        if one and other and english[one.end : other.start] == " ":
            yield english[one.start : other.end]


def _free(translated: TranslatedSegment) -> str:
    """The English without that of figures, whose own bounds say nothing of another one."""
    constraints, marks = translated.constraints, translated.marks
    figures = ((mark.span, "■") for mark in marks if constraints[mark.constraint].kind in AMOUNTS)
    return replaced(translated.english, figures)


def _masked(text: str, constraints: tuple[Constraint, ...]) -> str:
    """The Japanese with ■ for each figure of a constraint and □ for all else that is one."""
    return fold(replaced(text, ((one.span, "■" if one.kind in AMOUNTS else "□") for one in constraints))).text
