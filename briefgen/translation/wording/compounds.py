"""Names and figures that Japanese sets side by side, as one English noun phrase.

輸送艦２隻 is "2 transport ships", 中国の駆逐艦 "Chinese destroyer", 自衛隊法第８３条 "Article 83 of the Self-Defense
Forces Act". The parts are known and their order in English is a rule of grammar, so the engine need not be asked for
it; what the rules do not cover stays apart. Most are made only where the last word ends: not inside 防衛産業政策.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefgen.model.segment import ConstraintKind, Span
from briefgen.terms.english import plural, with_article
from briefgen.translation.group import Group, between, fold

__all__ = ["Rule", "beside", "join_compounds", "many", "single"]

_NAMES = frozenset({ConstraintKind.TERM, ConstraintKind.NAME, ConstraintKind.ACRONYM})
_WORD_ENDS = r"(?![\u4e00-\u9fffァ-ヶー])|(?=[及並等程])"
_COUNTER = re.compile(f"(?:隻|機|艇|両|台|門|基|発|名|人|社|校|件|頭|便)(?:{_WORD_ENDS})")
_TOWN = re.compile(r"[^\s、。]{2,3}[都道府県][^\s、。]{1,8}[市区町村]")
_COLUMN = re.compile(r"[\u3000\t]| {2}")
_SIDES = re.compile(r"Japan(?:-[A-Z][\w.]*)+")
_TALKS = re.compile(r"(?:meeting|talks|dialogue|consultations)$")
_SMALL = re.compile(r"\b(?!(?:of|and|on|the|between|for|in)\b)[a-z][\w]*")
_BOUND = re.compile("[隻機艇両台門基発名人社校](?:以上|以下|未満|余り?|あまり|足らず|超|強|弱)$")
_OUT_OF = re.compile("(?P<counter>[人名件隻機社校票]|[かカヵヶケ]国|)(?P<link>[中に])")
_LAST_COUNTER = re.compile("(?:[人名件隻機社校票]|[かカヵヶケ]国)$")
_AS_SHARE = re.compile("(?:[がはもの、。]|に(?=上|達|当た))(?!.{0,16}(?:付き添|付[いく]|同行|担当|配|割り当て|教え))")
"""What follows １人 in ４人に１人 where it is a share and no person for each four."""
_PLAIN = re.compile(r"[0-9][0-9,]*(?: (?!or )[a-z ]+)?$")
_COUNTER_OF = re.compile("(?:隻|機|艇|両|台|門|基|名|人|社|校|つ)の")
_COUNTRIES = re.compile(f"[かカヵヶケ]国(?:{_WORD_ENDS})")
_GOES_ON = re.compile(r"[\u3400-\u9fff々ァ-ヶーA-Za-z0-9]")
_MAY_FOLLOW = re.compile(r"[及並等前後内外中上下側間]")
"""Characters behind a name that do not make another word of it."""
_CIRCLED = re.compile("[①-⑳]")
_SUPPORT = "支援"
_PROVISION = re.compile("(?:the [a-z ]+ (?:to|of) )?(?:Articles?|Chapters?|Annex) ")
_LAW = re.compile(
    r"(?:Act|Law|Constitution|Charter|Treaty|Agreement|Convention|Order|Ordinance|Code|Provisions|Sea)$"
    r"|^(?:Act|Law|Order|Ordinance|Convention|Treaty|Agreement) (?:for|on|of|concerning|to|between)\b"
)
_OF_AN_AGE = re.compile(r"(?:an? )?(?P<noun>m[ae]n|wom[ae]n) in (?:his|her|their) (?P<decade>[\w ]+)$")
_REMARK = re.compile(r" \([^()]*\)$")
_SHIP = re.compile(r"[A-Z]{2,}\b")
_COMMON = re.compile(r"(?:^|[ -])[a-z][a-z]+$|aircraft$")
"""An English name whose last word is a common noun, so that it can be counted."""
_SAME_WHEN_MANY = re.compile(r"(?:aircraft|personnel|equipment|troops|staff|radar|artillery|infantry)$")

Rule = Callable[[str, Group, Group], Group | None]
"""From a text and two neighbours in it to what they are together; None where the rule has nothing to say."""


def join_compounds(text: str, groups: Sequence[Group]) -> list[Group]:
    """The groups with neighbours joined where a rule knows their English, from left to right, until nothing changes."""
    out, at = [_with_support(text, group) for group in groups], 0
    starts = {group.span.start for group in groups}
    while at < len(out) - 1:
        rules = _ANYWHERE + (_AT_THE_END if _ends(text, out[at + 1], starts) else ())
        joined = next((made for rule in rules if (made := rule(text, out[at], out[at + 1])) is not None), None)
        if joined is None:
            at += 1
        else:
            out[at : at + 2] = [joined]
            at = max(0, at - 1)
    return out


def _of_country(text: str, first: Group, second: Group) -> Group | None:
    """中国の駆逐艦 and 中国駆逐艦: Chinese destroyer; a person takes の: 中国の董国防部長."""
    link = between(text, first, second)
    named = second.kind is ConstraintKind.TERM or (second.kind is ConstraintKind.PERSON and link == "の")
    if not first.attributive or link not in ("", "の") or not named:
        return None
    if second.english.startswith((first.attributive, first.english, "the ")):
        return None
    return _joined(first, second, f"{first.attributive} {second.english}")


def _embassy(text: str, first: Group, second: Group) -> Group | None:
    """在ベトナム日本国大使館: Embassy of Japan in Vietnam."""
    is_abroad = first.kind is ConstraintKind.COUNTRY and text[: first.span.start].endswith("在")
    if not is_abroad or second.kind not in _NAMES or between(text, first, second):
        return None
    both = _joined(first, second, f"{second.english} in {with_article(first.english)}")
    return replace(both, span=Span(first.span.start - 1, second.span.end))


def _in_place(text: str, first: Group, second: Group) -> Group | None:
    """大分県の日出生台演習場: Hijudai Maneuver Area, Oita Prefecture; not ships or types: capitals, figures.

    A town needs no の: 北海道千歳市 is Chitose, Hokkaido.
    """
    link, whole = between(text, first, second), text[first.span.start : second.span.end]
    if first.kind is second.kind is ConstraintKind.NAME and not link and _TOWN.fullmatch(whole):
        return _joined(first, second, f"{second.english}, {first.english}")
    is_area = first.kind is ConstraintKind.COUNTRY or first.english.endswith(" Prefecture")
    if not is_area or second.kind is not ConstraintKind.NAME or link != "の":
        return None
    if _SHIP.match(second.english) or re.search(r"[\d,-]", second.english):
        return None
    return _joined(first, second, f"{second.english}, {with_article(first.english)}")


def _numbered(text: str, first: Group, second: Group) -> Group | None:
    """第２回会合: 2nd meeting."""
    if first.kind is not ConstraintKind.ORDINAL or second.kind is not ConstraintKind.TERM:
        return None
    if between(text, first, second):
        return None
    return _joined(first, second, f"{first.english} {second.english}")


def _side_by_side(text: str, first: Group, second: Group) -> Group | None:
    """ロシア海軍フリゲート: Russian Navy frigate."""
    if first.kind not in _NAMES or second.kind not in (ConstraintKind.TERM, ConstraintKind.NAME):
        return None
    if between(text, first, second) or "," in _REMARK.sub("", first.english):
        return None
    if _COLUMN.search(text, first.span.end, second.span.start) or text.startswith("×", second.span.end):
        return None
    return _joined(first, second, beside(first.english, second.english))


def beside(first: str, second: str) -> str:
    """Two names side by side; talks that are named by their countries have capitals throughout."""
    if _SIDES.fullmatch(first) and _TALKS.search(second):
        second = _SMALL.sub(lambda found: found[0].capitalize(), second)
    return f"{first} {second}"


def _marked(text: str, first: Group, second: Group) -> Group | None:
    """①サイバー防衛、: ① cyber defense; the mark of an item belongs before all of its English."""
    is_mark = first.kind is ConstraintKind.REFERENCE and _CIRCLED.fullmatch(first.english)
    if not is_mark or second.kind not in {*_NAMES, None} or between(text, first, second):
        return None
    return _joined(first, second, f"{first.english} {second.english}")


def _with_support(text: str, group: Group) -> Group:
    """ウクライナ支援: support for Ukraine, where no longer word goes on behind it."""
    end = group.span.end + len(_SUPPORT)
    if group.kind is not ConstraintKind.COUNTRY or not text.startswith(_SUPPORT, group.span.end):
        return group
    if _GOES_ON.match(text, end) and not _MAY_FOLLOW.match(text, end):
        return group
    english = f"support for {with_article(group.english)}"
    return replace(group, span=Span(group.span.start, end), english=english, kind=ConstraintKind.TERM, attributive="")


def _supporter(text: str, first: Group, second: Group) -> Group | None:
    """日本によるウクライナ支援: Japan's support for Ukraine."""
    supports = first.kind is ConstraintKind.COUNTRY and second.english.startswith("support for ")
    if not supports or between(text, first, second) not in ("による", "の"):
        return None
    owner = with_article(first.english)
    return _joined(first, second, f"{owner}'{'' if owner.endswith('s') else 's'} {second.english}")


def _of_law(text: str, first: Group, second: Group) -> Group | None:
    """自衛隊法第８３条: Article 83 of the Self-Defense Forces Act."""
    if first.kind not in _NAMES or second.kind is not ConstraintKind.REFERENCE or between(text, first, second):
        return None
    if not _LAW.search(first.english) or not _PROVISION.match(second.english):
        return None
    law = first.english if first.english.startswith("the ") else f"the {first.english}"
    return _joined(first, second, f"{second.english} of {law}")


def _counted(text: str, first: Group, second: Group) -> Group | None:
    """輸送艦２隻 and 輸送艦×２隻: 2 transport ships; 加盟国３２か国: 32 member states; 輸送艦２０隻以上: 20 or more.

    Before a bound the counter is a part of the figure.
    """
    kinds = (ConstraintKind.TERM, ConstraintKind.NUMBER)
    if (first.kind, second.kind) != kinds or between(text, first, second) not in ("", "×"):
        return None
    is_land = text.endswith("国", first.span.start, first.span.end)
    counter = (_COUNTRIES if is_land else _COUNTER).match(text, second.span.end)
    english = _with_noun(second.english, first.english, is_common=is_land and counter is not None)
    if english is None or not (counter or _BOUND.search(text, second.span.start, second.span.end)):
        return None
    both = _joined(first, second, english)
    end = counter.end() if counter else both.span.end
    return replace(both, span=Span(both.span.start, end), kind=ConstraintKind.QUANTITY)


def _counted_before(text: str, first: Group, second: Group) -> Group | None:
    """２隻の輸送艦: 2 transport ships."""
    if first.kind is not ConstraintKind.NUMBER or second.kind is not ConstraintKind.TERM:
        return None
    english = _with_noun(first.english, second.english)
    if not _COUNTER_OF.fullmatch(between(text, first, second)) or english is None:
        return None
    return replace(_joined(first, second, english), kind=ConstraintKind.QUANTITY)


def _counted_of_an_age(text: str, first: Group, second: Group) -> Group | None:
    """７０代の男性２人: 2 men in their 70s."""
    people = _OF_AN_AGE.match(first.english)
    counter = re.compile("[人名]").match(text, second.span.end)
    if not people or not counter or second.kind is not ConstraintKind.NUMBER or between(text, first, second):
        return None
    is_woman, is_one = people["noun"].startswith("w"), second.english in ("1", "one")
    noun = ("woman" if is_woman else "man") if is_one else ("women" if is_woman else "men")
    whose = ("her" if is_woman else "his") if is_one else "their"
    both = _joined(first, second, f"{second.english} {noun} in {whose} {people['decade']}")
    return replace(both, span=Span(both.span.start, counter.end()), kind=ConstraintKind.QUANTITY)


def _typed(text: str, first: Group, second: Group) -> Group | None:
    """Ｆ－３５Ａ×４機: 4 F-35A aircraft."""
    is_number = first.kind is ConstraintKind.NAME and second.kind is ConstraintKind.NUMBER
    if not is_number or between(text, first, second) != "×" or not re.search("[0-9]", first.english):
        return None
    if not text.startswith("機", second.span.end):
        return None
    both = _joined(first, second, f"{second.english} {first.english} aircraft")
    return replace(both, span=Span(both.span.start, second.span.end + 1), kind=ConstraintKind.QUANTITY)


def _with_noun(number: str, noun: str, *, is_common: bool = False) -> str | None:
    """``2 transport ships``, ``1 transport ship``; None where the noun is not sure to be one that is counted."""
    if not (_COMMON.search(noun) or is_common):
        return None
    counted = single(noun) if number.rpartition(" ")[2] in ("1", "one") else many(noun)
    return None if counted is None else f"{number} {counted}"


def many(noun: str) -> str | None:
    """The plural of a noun: ``destroyers``, ``aircraft``; None where it is not certain."""
    return noun if _SAME_WHEN_MANY.search(noun) or noun.endswith("s") else plural(noun)


def single(noun: str) -> str:
    """The singular of a noun that may be in the plural: ``member state`` of member states, ``bus`` of bus."""
    if _SAME_WHEN_MANY.search(noun) or re.search(r"(?:ss|us|is|series|species|headquarters|forces)$", noun):
        return noun
    return re.sub(r"s$", "", re.sub(r"(?<=x|h|s)es$", "", re.sub(r"ies$", "y", noun)))


def _out_of(text: str, first: Group, second: Group) -> Group | None:
    """十人中八人: 8 out of 10 people; １５か国中９か国: 9 out of 15 countries; ４人に１人が: 1 in 4 people."""
    amounts = (ConstraintKind.NUMBER, ConstraintKind.QUANTITY)
    link = _OUT_OF.fullmatch(between(text, first, second))
    if first.kind not in amounts or second.kind not in amounts or not link:
        return None
    if not (_PLAIN.match(first.english) and _PLAIN.match(second.english)):
        return None
    last = _LAST_COUNTER.search(fold(text[first.span.start : first.span.end]))
    counter, end = link["counter"] or (last[0] if last else ""), second.span.end
    end += len(counter) if second.kind is ConstraintKind.NUMBER and text.startswith(counter, end) else 0
    number, words = second.english.partition(" ")[0], "out of"
    if link["link"] == "に":
        whole, words = first.english.partition(" ")[0], "in"
        is_part = int(number.replace(",", "")) < int(whole.replace(",", ""))
        is_same = bool(counter) and fold(text[second.span.start : end]).endswith(counter)
        if not (is_part and is_same and _AS_SHARE.match(text, end)):
            return None
    return replace(_joined(first, second, f"{number} {words} {first.english}"), span=Span(first.span.start, end))


def _rate(text: str, first: Group, second: Group) -> Group | None:
    """１時間当たり２０機: 20 aircraft per hour."""
    is_rate = first.kind is ConstraintKind.DURATION and first.english.startswith("per ")
    if not is_rate or second.kind not in (ConstraintKind.QUANTITY, ConstraintKind.MONEY):
        return None
    return None if between(text, first, second) else _joined(first, second, f"{second.english} {first.english}")


def _share(text: str, first: Group, second: Group) -> Group | None:
    """ＧＤＰ比２％ and 対ＧＤＰ比２％: 2 percent of GDP."""
    if first.kind not in _NAMES or second.kind is not ConstraintKind.PERCENT or between(text, first, second) != "比":
        return None
    both = _joined(first, second, f"{second.english} of {first.english}")
    start = first.span.start - text[: first.span.start].endswith("対")
    return replace(both, span=Span(start, second.span.end))


_ANYWHERE: tuple[Rule, ...] = (_counted, _counted_of_an_age, _typed, _out_of, _rate, _of_law, _share)
_AT_THE_END: tuple[Rule, ...] = (
    _marked, _supporter, _counted_before, _numbered, _embassy, _of_country, _in_place, _side_by_side,
)  # fmt: skip


def _joined(first: Group, second: Group, english: str) -> Group:
    return replace(second, span=Span(first.span.start, second.span.end), english=english, attributive="")


def _ends(text: str, group: Group, starts: set[int]) -> bool:
    """Whether no longer word goes on behind a group; `starts` are the places where a group begins."""
    following = unicodedata.normalize("NFKC", text[group.span.end : group.span.end + 1])
    return group.span.end in starts or not _GOES_ON.match(following) or bool(_MAY_FOLLOW.match(following))
