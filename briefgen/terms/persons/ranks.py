"""Ranks that another word decides: 海将 of a chief of staff and 大将 of a navy are Admiral."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.terms.persons.titles import TitlePhrase

__all__ = ["fitting_rank", "is_rank", "noted_rank"]

_KINDS = (ConstraintKind.PERSON, ConstraintKind.TERM)
_CHIEF = re.compile(r"(?:統合|陸上|海上|航空)幕僚長[ \u3000・･:：]*$")
_OF_CHIEF = {"Lieutenant General": "General", "Vice Admiral": "Admiral"}
_FLAG_RANK = re.compile("[陸海空]将(?!補)")
_RANKS = {
    "大将": ("General", "Admiral", "Air Chief Marshal"),
    "中将": ("Lieutenant General", "Vice Admiral", "Air Marshal"),
    "少将": ("Major General", "Rear Admiral", "Air Vice-Marshal"),
    "准将": ("Brigadier General", "Commodore", "Air Commodore"),
    "大佐": ("Colonel", "Captain", "Group Captain"),
    "中佐": ("Lieutenant Colonel", "Commander", "Wing Commander"),
    "少佐": ("Major", "Lieutenant Commander", "Squadron Leader"),
    "大尉": ("Captain", "Lieutenant", "Flight Lieutenant"),
    "中尉": ("First Lieutenant", "Lieutenant Junior Grade", "Flying Officer"),
    "少尉": ("Second Lieutenant", "Ensign", "Pilot Officer"),
}
"""Of each rank abroad what it is in armies, in navies and coast guards, and in air forces of the Commonwealth."""
_RANK = re.compile(f"{'|'.join(_RANKS)}")
_OTHERS = frozenset({"曹長", "軍曹", "伍長"})
_AT_SEA = "(?:海軍(?!省)|艦長|(?:艦隊|空母打撃群|任務群|沿岸警備隊)(?!を))"
_NAVY = re.compile(f"{_AT_SEA}[^、。陸空兵]{{0,14}}$")
_NAVY_BEHIND = re.compile(rf"[（(](?:[^（(）)、。陸空兵]|空母){{0,24}}{_AT_SEA}")
_AIR_FORCE = re.compile("空軍(?!省)[^、。陸海]{0,14}$")
_COMMONWEALTH = re.compile("英|イギリス|豪|オーストラリア|ニュージーランド|インド(?!太平洋|ネシア|洋)|印(?!刷)")
_NOTED_NAVAL = re.compile(r"(?:^|; )(?:(?:Vice |Rear )?Admiral|Commodore)\b")

_NO_OFFICE = "(?<!Commanding )(?<!Secretary )(?<!Secretary-)(?<!Director-)(?<!the )"


def fitting_rank(text: str, constraint: Constraint, before: str = "") -> Constraint:
    """The constraint with its rank as the office or force beside it decides; `before` is the cell or line above."""
    if constraint.kind not in _KINDS:
        return constraint
    source, ahead = constraint.source, text[: constraint.span.start]
    clause = re.split("[、。]", ahead)[-1]
    if _FLAG_RANK.match(source) and _CHIEF.search(ahead if ahead.strip() else before.strip()):
        return _renamed(constraint, _OF_CHIEF)
    rank = _RANK.search(source)
    if rank is None:
        return constraint
    general, at_sea, in_the_air = _RANKS[rank[0]]
    force = source[: rank.start()]
    is_named = force.endswith(("軍", "海兵隊"))
    if not is_named and (_NAVY.search(clause + force) or _NAVY_BEHIND.match(text, constraint.span.end)):
        return _renamed(constraint, {general: at_sea})
    is_air = force.endswith("空軍") or (not is_named and _AIR_FORCE.search(clause))
    if is_air and _COMMONWEALTH.search(clause + source):
        return _renamed(constraint, {general: in_the_air})
    return constraint


def noted_rank(title: TitlePhrase, about: str) -> TitlePhrase:
    """A rank as the note `about` its holder has it: パパロ大将 is Admiral Paparo; unchanged where it names no navy."""
    ranks = _RANKS.get(title.general)
    if ranks is None or not _NOTED_NAVAL.search(about):
        return title
    return replace(title, forms=tuple(dict.fromkeys(_rename(form, {ranks[0]: ranks[1]}) for form in title.forms)))


def is_rank(japanese: str) -> bool:
    """Whether it is a rank of foreign forces, before which any katakana is a name."""
    return japanese in _RANKS or japanese in _OTHERS


def _renamed(constraint: Constraint, names: Mapping[str, str]) -> Constraint:
    """Every form with the other rank; offices that end in General stay."""
    english, *accepted = dict.fromkeys(_rename(form, names) for form in constraint.forms)
    return replace(constraint, english=english, accepted=tuple(accepted))


def _rename(form: str, names: Mapping[str, str]) -> str:
    ranks = rf"{_NO_OFFICE}\b(?:{'|'.join(names)})\b(?! Staff)"
    return re.sub(ranks, lambda found: names[found[0]], form)
