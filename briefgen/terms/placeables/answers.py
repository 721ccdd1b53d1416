"""Questions of a member, in the heads of the Cabinet's answer to them: 一について, 二の１及び２について."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.japanese.numerals import parse_number
from briefgen.model.segment import ConstraintKind
from briefgen.terms.placeables.common import Placeable, Scan

__all__ = ["find_answers"]

_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|\([0-9一二三四五六七八九十]{1,3}\))"
_QUESTION = rf"{_NUMBER}(?:の{_NUMBER}){{0,2}}"
_LINKS = {"、": ", ", "及び": " and ", "並びに": " and ", "又は": " or ", "から": " to ", "~": " to "}
_QUESTIONS = rf"(?P<first>{_QUESTION})(?P<others>(?:(?:{'|'.join(_LINKS)}){_QUESTION}(?:まで)?)*)"
_HEAD = re.compile(rf"\s*(?P<whole>{_QUESTIONS}について)\s*")
_NAMED = re.compile(
    rf"(?<![0-9一二三四五六七八九十第の年月日])(?P<whole>{_QUESTIONS}について)(?=で(?:述べ|お?答え|お?示し|申し))"
)
_OTHER = re.compile(rf"(?P<link>{'|'.join(_LINKS)})(?P<question>{_QUESTION})")


def find_answers(scan: Scan) -> Iterator[Placeable]:
    """``On 2 (1) and (2)`` for such a head; ``the answer to 1`` where the text says what was stated there."""
    if head := _HEAD.fullmatch(scan.text):
        yield from _about(head, ("On {}", "Regarding {}", "Concerning {}", "{}"))
    for named in _NAMED.finditer(scan.text):
        yield from _about(named, ("the answer to {}", "{}"))


def _about(found: re.Match[str], forms: tuple[str, ...]) -> Iterator[Placeable]:
    """A number of another writing than the first one is a part of the question named before: 二の１及び２."""
    is_figure = found["first"][0].isdecimal()
    said = _written(found["first"], is_figure)
    for other in _OTHER.finditer(found["others"]):
        said += _LINKS[other["link"]] + _written(other["question"], is_figure)
    if "None" not in said:
        yield Placeable.of(*found.span("whole"), (form.format(said) for form in forms), ConstraintKind.REFERENCE)


def _written(question: str, is_figure: bool) -> str:
    """``2 (1)`` for 二の１, ``(2)`` for a part alone."""
    first, *parts = question.split("の")
    is_part = first[0] == "(" or first[0].isdecimal() is not is_figure
    own = f"({_value(first)})" if is_part else str(_value(first))
    return own + " " * bool(parts) + "".join(f"({_value(part)})" for part in parts)


def _value(number: str) -> Decimal | None:
    return parse_number(number.strip("()"))
