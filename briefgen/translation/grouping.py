"""Groups constraints that stand together, so that the engine is given one symbol where the English is known as a whole.

日本、豪州及び韓国 is a list whose English is known: "Japan, Australia and the Republic of Korea". ＩＰ４（日本、豪州）
is a name with a remark in brackets. A group is right by construction, and a long list costs the engine one slot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.terms.english import with_article
from briefgen.translation.group import Group, between, fold
from briefgen.translation.wording.compounds import Rule, join_compounds

__all__ = ["group_constraints"]

_LISTED = frozenset(
    {
        ConstraintKind.TERM,
        ConstraintKind.NAME,
        ConstraintKind.COUNTRY,
        ConstraintKind.ACRONYM,
        ConstraintKind.PERSON,
        ConstraintKind.QUANTITY,
    }
)
_COMMA, _AND = re.compile(r"[、,]"), re.compile(r"、?(?:及び|並びに|および|ならびに)")
_PAIR = "と"


def group_constraints(text: str, constraints: Sequence[Constraint]) -> tuple[Group, ...]:
    """The MUST constraints of a text as groups, in order; a lone constraint is a group of one.

    Joined are compounds, then, until nothing changes: two items with と between, lists with 、 and 及び, ``A（B）``,
    and ``A：B`` in brackets.
    """
    groups = [
        Group(c.span, c.english, c.kind.slot, c.kind, c.attributive) for c in constraints if c.strength is Strength.MUST
    ]
    for rule in (_in_country, _with_longitude):
        groups = _join_neighbours(text, groups, rule)
    groups = join_compounds(text, groups)
    while True:
        joined = join_compounds(text, _join_brackets(text, _join_lists(text, _join_pairs(text, groups))))
        if joined == groups:
            return tuple(groups)
        groups = joined


def _join_neighbours(text: str, groups: Sequence[Group], rule: Rule) -> list[Group]:
    """The groups with neighbours joined where a rule knows their English, from left to right, once."""
    out: list[Group] = []
    for group in groups:
        joined = rule(text, out[-1], group) if out else None
        out[-1:] = [joined] if joined else [*out[-1:], group]
    return out


def _in_country(text: str, country: Group, place: Group) -> Group | None:
    """ベルギー・ブリュッセル: the country stands first in Japanese and last in English."""
    kinds = (ConstraintKind.COUNTRY, ConstraintKind.NAME)
    if (country.kind, place.kind) != kinds or between(text, country, place) not in ("・", ""):
        return None
    both = _compose((country, place), f"{place.english}, {with_article(country.english)}")
    return replace(both, kind=ConstraintKind.NAME)


def _with_longitude(text: str, latitude: Group, longitude: Group) -> Group | None:
    """北緯24度30分、東経123度45分: the two are one place."""
    sides = (("北緯", "南緯"), latitude), (("東経", "西経"), longitude)
    is_place = all(text.startswith(names, group.span.start) for names, group in sides)
    if not is_place or between(text, latitude, longitude) not in ("、", ",", "・", ""):
        return None
    return _compose((latitude, longitude), f"{latitude.english}, {longitude.english}")


def _join_pairs(text: str, groups: list[Group]) -> list[Group]:
    """A と B, where neither is itself an item of a と chain."""
    links = [between(text, a, b) for a, b in pairwise(groups)]
    out, at = [], 0
    while at < len(groups):
        alone = at < len(links) and links[at] == _PAIR and _PAIR not in (links[at - 1 : at] + links[at + 1 : at + 2])
        if alone and _go_together(groups[at], groups[at + 1]):
            out.append(_compose(groups[at : at + 2], _listed([g.english for g in groups[at : at + 2]])))
            at += 2
        else:
            out.append(groups[at])
            at += 1
    return out


def _go_together(first: Group, second: Group) -> bool:
    """Whether two can be items of one list; a person is listed with persons only (大臣と会談 is no list)."""
    return _is_listed(first) and _is_listed(second) and (first.slot == "p") == (second.slot == "p")


def _is_listed(group: Group) -> bool:
    """Whether it can be an item of a list."""
    return group.kind is None or group.kind in _LISTED


def _join_lists(text: str, groups: list[Group]) -> list[Group]:
    """A、B、C and A、B及びC: items with nothing but the separators between."""
    out: list[Group] = []
    run: list[Group] = []
    for group in groups:
        link = between(text, run[-1], group) if run else None
        is_link = link is not None and (_COMMA.fullmatch(link) or _AND.fullmatch(link))
        if run and (_are_letters(run[-1], group) or (is_link and _go_together(run[-1], group))):
            run.append(group)
            continue
        out += _closed(text, run)
        run = [group]
    return out + _closed(text, run)


def _are_letters(first: Group, second: Group) -> bool:
    """Whether two are countries in one character side by side: 英独仏."""
    are_countries = first.kind is second.kind is ConstraintKind.COUNTRY and first.span.end == second.span.start
    return are_countries and all(one.span.end - one.span.start == 1 for one in (first, second))


def _closed(text: str, run: list[Group]) -> list[Group]:
    """A list of groups as one group; two items with a comma are one only where a bracket or 等 closes them."""
    if len(run) < 2:
        return run
    separators = [between(text, a, b) for a, b in pairwise(run)]
    if len(run) == 2 and _COMMA.fullmatch(separators[0]) and not _is_bracketed(text, run):
        return run
    return [_compose(run, _listed([group.english for group in run]))]


def _is_bracketed(text: str, run: list[Group]) -> bool:
    """Whether a run fills a bracket, or goes on with 等 or の: then two items with a comma are a list as well.

    Before の they must be alike: in 安全保障環境、日本と米国の協力 the cooperation is that of the two countries alone.
    """
    after = fold(text[run[-1].span.end : run[-1].span.end + 1])
    before = fold(text[max(0, run[0].span.start - 1) : run[0].span.start])
    if after == "の" and (run[0].kind is None or run[0].kind is not run[1].kind):
        return False
    return after in (")", "等", "の") and (before in ("(", ":") or after != ")")


def _join_brackets(text: str, groups: list[Group]) -> list[Group]:
    """A（B） and, inside brackets, A：B."""
    for at in range(len(groups) - 1):
        first, second = groups[at], groups[at + 1]
        link = between(text, first, second)
        if link == ":" and fold(text[second.span.end : second.span.end + 1]) == ")":
            return [*groups[:at], _compose((first, second), f"{first.english}: {second.english}"), *groups[at + 2 :]]
        if link == "(" and fold(text[second.span.end : second.span.end + 1]) == ")":
            both = _compose((first, second), f"{first.english} ({second.english})")
            whole = Group(Span(both.span.start, both.span.end + 1), both.english, first.slot, first.kind)
            return [*groups[:at], whole, *groups[at + 2 :]]
    return groups


def _compose(members: Sequence[Group], english: str) -> Group:
    slots = {group.slot for group in members}
    return Group(
        Span(members[0].span.start, members[-1].span.end), english, slots.pop() if len(slots) == 1 else "x", None
    )


def _listed(items: Sequence[str]) -> str:
    named = [with_article(item) for item in items]
    comma = ", and " if any(" and " in item for item in named) else " and "
    return ", ".join(named[:-1]) + comma + named[-1]
