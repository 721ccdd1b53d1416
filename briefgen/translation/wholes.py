"""English that is known as a whole: one term, columns of such, a head with its value. No engine is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from briefgen.japanese.folding import fold
from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.translation.grouping import group_constraints
from briefgen.translation.patterns import PatternMemory
from briefgen.translation.wording.compounds import beside
from briefgen.translation.wording.tidying import spaced
from briefgen.translation.writing import write_plain

__all__ = ["known_head", "moved", "under_head", "whole_english"]

_MOST_JOINED = 3
_JOINABLE = {
    ConstraintKind.TERM, ConstraintKind.ACRONYM, ConstraintKind.NAME, ConstraintKind.COUNTRY, ConstraintKind.ORDINAL,
}  # fmt: skip
"""Kinds that stand side by side in English as in Japanese: 日ウクライナ + 防衛相会談."""
_MARKS = str.maketrans({"。": ".", "、": ", ", "・": "-", "「": "“", "」": "”", "〃": "Ditto"})
_NOTHING = re.compile("[ー－―—‐-]+")
"""What stands in a cell that holds nothing."""
_NEGATIVE = ("▲", "△")
"""Signs of a figure below zero, which are none in English: ▲２．４."""
_HEADED = re.compile(
    r"(?P<head>[^\s。、（(]{2,8})[\u3000\t]+(?:(?P<number>[0-9０-９]{1,2})[\u3000\t]+)?(?P<value>[^\u3000\t].*\S)"
)
_POINT = re.compile("(?P<point>(?:第[0-9０-９一二三四五六七八九十]{1,3}|[0-9０-９一二三四五六七八九十]{1,3}番目)に)、?")
_BRACKETS = dict(zip("【＜〔《≪［", "】＞〕》≫］", strict=True))
_OF_HEADS = {ConstraintKind.TERM, ConstraintKind.REFERENCE}
_MORNING = re.compile("(?:0?[0-9]|1[01]):")
_ENDINGS = "。．.　 \t\n"


def under_head(text: str, constraints: Sequence[Constraint], patterns: PatternMemory) -> str | None:
    """場所　防衛省: a head and what stands under it, each known by itself, with a colon between; items have numbers.

    A head may also stand alone in brackets, 【質疑応答】, which are square ones in English.
    """
    if _BRACKETS.get(text[:1]) == text[-1:] and (known := _known(text, Span(1, len(text) - 1), constraints, patterns)):
        return f"[{known[:1].upper()}{known[1:]}]"
    found = _HEADED.fullmatch(text)
    if found is None:
        return None
    parts = {name: _known(text, Span(*found.span(name)), constraints, patterns) for name in ("head", "value")}
    if not all(parts.values()) or any(c.kind not in _OF_HEADS and c.span.end <= found.end("head") for c in constraints):
        return None
    number = f"{parse_number(found['number'])}. " if found["number"] else ""
    return f"{parts['head']}: {number}{parts['value']}"


def known_head(text: str, constraints: Sequence[Constraint], patterns: PatternMemory) -> tuple[str, Span] | None:
    """The English of a known head, with its mark, and the place of what stands under it: 場所　市民会館の大ホール.

    So it is with what counts a point, 第五に、訓練を行う, since the engine would count a noun with it.
    """
    point = _POINT.match(text)
    if point and constraints and constraints[0].span == Span(0, point.end("point")):
        return f"{constraints[0].english.capitalize()}, ", Span(point.end(), len(text))
    found = _HEADED.fullmatch(text)
    if found is None or found["number"]:
        return None
    head, value = Span(*found.span("head")), Span(*found.span("value"))
    if any(c.span.start < value.start < c.span.end for c in constraints):
        return None
    return (f"{english}: ", value) if (english := _known(text, head, constraints, patterns)) else None


def _known(text: str, span: Span, constraints: Sequence[Constraint], patterns: PatternMemory) -> str:
    """The English of a stretch of a text that needs no engine; empty where there is none."""
    own = [moved(c, -span.start) for c in constraints if span.start <= c.span.start and c.span.end <= span.end]
    part = text[span.start : span.end]
    whole = whole_english(part, own) or next(patterns.candidates(part, own), "")
    is_small = bool(own) and own[0].english[:1].islower() and whole[1:].startswith(own[0].english[1:])
    return whole[:1].lower() + whole[1:] if is_small and span.start else whole


def whole_english(text: str, constraints: Sequence[Constraint]) -> str | None:
    """The English when the segment is computed as a whole, or has no Japanese.

    It is one constraint, a compound of a few names and terms, or columns of such with wide spaces between.
    """
    if (columns := _columns(text, constraints)) is not None:
        return columns
    if _NOTHING.fullmatch(text.strip()):
        return "—"
    is_whole = [c.span for c in constraints] == [Span(0, len(text))]
    if not (is_whole and (text[:1] in _NEGATIVE or _is_moved(text, constraints[0]))) and not any(
        "\u3040" <= c <= "\u9fff" or "\uff66" <= c <= "\uff9f" for c in text
    ):
        return spaced(write_plain(text).text.translate(_MARKS)) if text.strip() else None
    if not constraints or len(constraints) > _MOST_JOINED:
        return None
    rest = text[: constraints[0].span.start] + text[constraints[-1].span.end :]
    gaps = any(a.span.end != b.span.start for a, b in pairwise(constraints))
    if gaps or rest.strip(_ENDINGS):
        return None
    if len(constraints) > 1 and any(c.kind not in _JOINABLE or c.strength is Strength.SHOULD for c in constraints):
        return None
    joined = reduce(beside, (c.english for c in constraints))
    return joined[:1].upper() + joined[1:] + ("." if rest.strip() in ("。", "．") else "")


def _is_moved(text: str, time: Constraint) -> bool:
    """Whether a time says another hour than its cell, whose column has the half of the day in its head."""
    plain = fold(text).text
    return (
        time.kind is ConstraintKind.TIME and bool(_MORNING.match(plain)) and plain not in (time.english, *time.accepted)
    )


def _columns(text: str, constraints: Sequence[Constraint]) -> str | None:
    """陸上自衛隊　第９師団　約３５０名: one known group beside the other, with commas; Ｆ－３５Ａ×４機 is one group."""
    groups = group_constraints(text, constraints)
    if not groups or (len(groups) == 1 and len(constraints) == 1):
        return None
    gaps = [text[: groups[0].span.start], text[groups[-1].span.end :]]
    links = [text[one.span.end : other.span.start] for one, other in pairwise(groups)]
    is_one_of_a_list = len(groups) == 1 and groups[0].kind not in (ConstraintKind.QUANTITY, ConstraintKind.NAME)
    if is_one_of_a_list or any(gap.strip() for gap in (*gaps, *links)) or not all(links):
        return None
    first, *others = (group.english for group in groups)
    is_labelled = groups[0].kind is ConstraintKind.REFERENCE and len(groups) == 2
    english = f"{first}: {others[0][:1].upper()}{others[0][1:]}" if is_labelled else ", ".join([first, *others])
    return english[:1].upper() + english[1:]


def moved(constraint: Constraint, by: int) -> Constraint:
    """The same constraint so many characters further on."""
    return replace(constraint, span=Span(constraint.span.start + by, constraint.span.end + by))
