"""Ranks that another word decides: 海将 of a chief of staff and 大将 of a navy are Admiral."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.model.segment import Constraint, ConstraintKind

__all__ = ["fitting_rank"]

_KINDS = (ConstraintKind.PERSON, ConstraintKind.TERM)
_CHIEF = re.compile(r"(?:統合|陸上|海上|航空)幕僚長[ \u3000・･:：]*$")
_OF_CHIEF = {"Lieutenant General": "General", "Vice Admiral": "Admiral"}
_FLAG_RANK = re.compile("[陸海空]将(?!補)")
_NAVY = re.compile("海軍(?!省)[^、。陸空]{0,14}$")
_AIR_FORCE = re.compile("空軍(?!省)[^、。陸海]{0,14}$")
_ANY_FORCE = re.compile("(?<![軍])(?:[大中少准]将|[大中少]佐)")
_NAVAL = {
    "Lieutenant General": "Vice Admiral", "Major General": "Rear Admiral", "Brigadier General": "Commodore",
    "General": "Admiral", "Lieutenant Colonel": "Commander", "Colonel": "Captain", "Major": "Lieutenant Commander",
}  # fmt: skip
_COMMONWEALTH = re.compile("英|イギリス|豪|オーストラリア|ニュージーランド|インド(?!太平洋|ネシア|洋)|印(?!刷)")
_AIR_RANK = re.compile("空軍[大中少]将")
_OF_AIR = {
    "Lieutenant General": "Air Marshal", "Major General": "Air Vice-Marshal", "General": "Air Chief Marshal",
}  # fmt: skip

_NO_OFFICE = "(?<!Commanding )(?<!Secretary )(?<!Secretary-)(?<!Director-)(?<!the )"


def fitting_rank(text: str, constraint: Constraint, before: str = "") -> Constraint:
    """The constraint with its rank as the office or force before it decides; `before` is the cell or line above."""
    if constraint.kind not in _KINDS:
        return constraint
    source, ahead = constraint.source, text[: constraint.span.start]
    clause = re.split("[、。]", ahead)[-1]
    if _FLAG_RANK.match(source) and _CHIEF.search(ahead if ahead.strip() else before.strip()):
        return _renamed(constraint, _OF_CHIEF)
    if _ANY_FORCE.search(source) and _NAVY.search(clause):
        return _renamed(constraint, _NAVAL)
    is_air = _AIR_RANK.search(source) or (_ANY_FORCE.search(source) and _AIR_FORCE.search(clause))
    if is_air and _COMMONWEALTH.search(clause + source):
        return _renamed(constraint, _OF_AIR)
    return constraint


def _renamed(constraint: Constraint, names: Mapping[str, str]) -> Constraint:
    """Every form with the other rank; offices that end in General stay."""
    ranks = re.compile(rf"{_NO_OFFICE}\b(?:{'|'.join(names)})\b(?! Staff)")
    forms = [ranks.sub(lambda found: names[found[0]], form) for form in (constraint.english, *constraint.accepted)]
    english, *accepted = dict.fromkeys(forms)
    return replace(constraint, english=english, accepted=tuple(accepted))
