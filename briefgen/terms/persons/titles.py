"""Titles: offices and ranks as they stand before or after a name, with their country or body, and joined by 兼.

ウクライナ国防大臣 is Ukrainian Defense Minister unless the glossary has the office of that country as its own entry.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from briefgen.model.segment import Span, Strength
from briefgen.terms.english import with_article
from briefgen.terms.glossary.glossary import Term
from briefgen.terms.matching import TermMatch, longest
from briefgen.terms.persons.surnames import name_ending_at

__all__ = ["TitlePhrase", "find_titles"]

_NOT_AFTER = re.compile(
    "特使|特別代表|次席|首席|[上高外][級席交]顧問|顧問|全権|国家安保|公室|職務代理|臨時代理|選(?![手考任出定])|部(?![隊下])|補|官(?![邸房庁民])|秘書|政務|官房|官邸|公邸|室|級|館|府|夫人|経験"
)
_NO_OFFICE = re.compile("[団村権連署国制時名人選]|会(?![見談])")
"""What makes another word of an office that counts only beside a name: 選手村, 議員連盟, 知事選."""
_ACTING = re.compile("代行|代理(?![人店大])")
_AMBASSADOR = re.compile("大使$|公使$|総領事$|防衛駐在官$")
_ROYAL = ("His ", "Her ", "Their ")
_FORMER = {"前": ("former ",), "元": ("former ", "retired "), "新": ("new ",), "次期": ("incoming ", "next ")}
_FIRST_WORD = re.compile("(?:former|previous|new|incoming|then|acting) ", re.IGNORECASE)
_FORMER_OF_POSTED = re.compile("[前元新]$")
"""前 or 元 before 駐日豪州大使."""
_SERVICES = {"陸軍": "Army", "海軍": "Navy", "空軍": "Air Force", "海兵隊": "Marine Corps", "宇宙軍": "Space Force"}
_COMMONWEALTH = ("United Kingdom", "Australia", "New Zealand", "Canada", "India")
"""Countries whose ranks tell the service by themselves: Air Chief Marshal."""
_BASE = re.compile("(?:航空)?基地|(?:駐|分)屯地")
_MAYOR = re.compile("[市町村区]長$")
_KIND_OF_TOWN = re.compile(" (?:City|Town|Village|Ward|Prefecture)$")
_FORMER_BEFORE = re.compile("(?:次期|[前元新])$")
_KATAKANA_END = re.compile("[ァ-ヺー]{2}$")


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title with all that belongs to it: its span and its English forms, the preferred one first."""

    span: Span
    forms: tuple[str, ...]
    is_composed: bool
    """True when its English is put together here and not a glossary entry as it stands.

    False where the body before it must stand and the office only should, so that the body is asked for by itself.
    """
    origin: str = ""
    strength: Strength = Strength.MUST
    office: tuple[str, ...] = ()
    """The forms without country or body, where there is one."""
    owner: str = ""
    """The country or body: X, Minister of Defence of this country."""
    parts: tuple[TitlePhrase, ...] = ()
    """The offices that 兼 joins."""
    general: str = ""
    """The Japanese of a title that stands by itself."""
    needs_name: bool = False
    """True of an office that counts only beside a name."""
    needs_full_name: bool = False
    """True of one that counts beside a name in katakana only where that is a whole one."""
    is_of_town: bool = False
    """True of a mayor whose town is named: 浜田市長 is no Mr. Hamada."""


def find_titles(text: str, matches: Iterable[TermMatch]) -> tuple[TitlePhrase, ...]:
    """The titles among the matches, each with the country or body before it; matches of other kinds are ignored."""
    known = tuple(matches)
    titles = longest(match for match in known if match.term.kind in ("title", "rank") and _is_whole(match, text))
    bodies = [match for match in known if match.term.kind in ("country", "organization", "unit")]
    names = frozenset(match.span.end for match in known if match.term.kind == "person")
    places = [match for match in known if match.term.kind == "place"]
    return tuple(
        _join(
            text,
            [
                _of_base(title, places) or _of_town(title, places) or _extend(title, bodies, names, text)
                for title in titles
            ],
        )
    )


def _is_whole(match: TermMatch, text: str) -> bool:
    """Whether the title is not the beginning of another one (国防大臣補佐官)."""
    end = match.span.end
    return not (_NOT_AFTER.match(text, end) or (match.term.needs_name and _NO_OFFICE.match(text, end)))


def _extend(title: TermMatch, bodies: Sequence[TermMatch], names: Container[int], text: str) -> TitlePhrase:
    """The title with 前 or 元, and up to two names of countries or bodies, directly before it.

    `names` are the ends of persons' names: the 前 of アナンド前国防大臣 is no part of the name, the 元 of 中谷元 is.
    """
    start, former_word = title.span.start, ""
    former = _FORMER_BEFORE.search(text, 0, start)
    owners: list[Term] = []
    before = _ending_at(former.start(), bodies) if former else None
    is_after_name = former is not None and former.start() in names and start not in names
    if former and not is_after_name and start not in names:
        is_after_name = _is_behind_name(text, former.start())
    if former and (before or is_after_name or not _is_letter(text[: former.start()][-1:])):
        start, former_word = former.start(), former[0]
    for _ in range(0 if title.term.kind == "rank" and title.term.strength is Strength.SHOULD else 2):
        owner = _ending_at(start, bodies)
        if owner is None or (owners and owner.term.kind != "country") or _ends_surname(text, owner.span):
            break
        owners.insert(0, owner.term)
        start = owner.span.start
    posted = _posted(text, start, title.term, owners)
    if (
        posted
        and not former_word
        and (former := _FORMER_OF_POSTED.search(text, 0, posted[0]))
        and (_is_behind_name(text, former.start()) or not _is_letter(text[: former.start()][-1:]))
    ):
        posted, former_word = (former.start(), posted[1]), former[0]
    start, forms = posted or (start, _with_owners(_of_service(title.term, owners), owners))
    acting = _ACTING.match(text, title.span.end)
    forms = [f"Acting {form}" for form in forms] if acting else forms
    return TitlePhrase(
        Span(start, acting.end() if acting else title.span.end),
        tuple(dict.fromkeys(words + form for words in _FORMER.get(former_word, ("",)) for form in forms)),
        bool(
            former_word or acting or (owners and (title.term.strength is Strength.MUST or owners[0].kind == "country"))
        ),
        title.term.origin,
        title.term.strength,
        tuple(_with_owners(title.term, [])) if len(owners) == 1 and not former_word else (),
        owners[0].en if len(owners) == 1 else "",
        general="" if owners or former_word or acting else title.term.ja,
        needs_name=title.term.needs_name,
        needs_full_name=title.term.remark("beside") != "name",
    )


def _is_behind_name(text: str, at: int) -> bool:
    """Whether a name in katakana ends there, or one that its kanji tell."""
    return bool(_KATAKANA_END.search(text, 0, at) or name_ending_at(text, at))


def _ends_surname(text: str, owner: Span) -> bool:
    """Whether the one character of a country is the last of a surname: 西 in 安西２等海佐."""
    name = name_ending_at(text, owner.end) if owner.end - owner.start == 1 else None
    return name is not None and name.start < owner.start


def _of_base(title: TermMatch, places: Iterable[TermMatch]) -> TitlePhrase | None:
    """The commander of a base, which shares its last word with the office: 千歳基地司令, 那覇駐屯地司令."""
    head = _BASE.match(title.term.ja)
    borders = (title.span.start, title.span.start + head.end()) if head else ()
    ending = [one for one in places if one.span.start < title.span.start and one.span.end in borders]
    if not ending:
        return None
    start = min(one.span.start for one in ending)
    place = max(ending, key=lambda one: one.span.end).term.en
    bare = place.removeprefix("Camp ").removesuffix(" Air Base").removesuffix(" Base")
    forms = [f"{name} of {place}" for name in (title.term.en, "Commander", *title.term.accepted)]
    forms += [f"{place} {title.term.en}", f"{place} Commander", f"Commander, {place}", f"{bare} {title.term.en}"]
    if place.startswith("Camp "):
        forms[:2] = forms[1::-1]
    span = Span(start, title.span.end)
    return TitlePhrase(span, tuple(dict.fromkeys(forms)), is_composed=True, origin=title.term.origin)


def _of_town(title: TermMatch, places: Iterable[TermMatch]) -> TitlePhrase | None:
    """The mayor of a town, which shares its last character with the office (浜田市長), and a governor (千葉県知事)."""
    is_governor = title.term.ja in ("知事", "都知事")
    border = title.span.end - 2 if is_governor else title.span.start + 1
    town = _ending_at(border, places) if is_governor or _MAYOR.match(title.term.ja) else None
    if town is None or town.span.start >= title.span.start or (is_governor and town.form[-1] not in "都道府県"):
        return None
    place = town.term.en
    bare = _KIND_OF_TOWN.sub("", place)
    names = (title.term.en, *title.term.accepted)
    towns = (place, bare) if is_governor else (bare, place, f"{bare} City")
    forms = [f"{name} of {town}" for name in names for town in towns]
    forms += [f"{town} {name}" for name in names for town in (bare, place)]
    return TitlePhrase(
        Span(town.span.start, title.span.end), tuple(dict.fromkeys(forms)), is_composed=True,
        origin=title.term.origin, is_of_town=True,
    )  # fmt: skip


def _posted(text: str, start: int, title: Term, owners: Sequence[Term]) -> tuple[int, list[str]] | None:
    """An envoy by where he is posted: 駐ベルギー大使 is Ambassador to Belgium, 駐日英国大使 UK Ambassador to Japan."""
    if not owners or owners[0].kind != "country":
        return None
    names, country = (title.en, *title.accepted), with_article(owners[0].en)
    is_envoy, is_posted = bool(_AMBASSADOR.search(title.ja)), text.endswith(("駐", "在"), 0, start)
    if len(owners) == 2 and is_posted and owners[1].ja.endswith("大使館"):
        return start - 1, [f"{name}, {owners[1].en} in {country}" for name in names]
    if not is_envoy:
        return None
    if len(owners) == 1 and text.endswith("駐日", 0, start):
        own = _with_owners(title, owners)
        return start - 2, [*(f"{form} to Japan" for form in own), *own]
    if is_posted and len(owners) == 2 and owners[1].kind == "country" and owners[1].en != "Japan":
        return start - 1, [f"{owners[1].adjective} {name} {link} {country}" for name in names for link in ("to", "in")]
    if is_posted and (len(owners) == 1 or owners[1].en == "Japan"):
        links = ("", "of Japan ") if len(owners) == 1 else ("of Japan ", "")
        return start - 1, [f"{name} {link}to {country}" for link in links for name in names]
    return None


def _ending_at(place: int, matches: Iterable[TermMatch]) -> TermMatch | None:
    """The longest match that ends there."""
    ending = [match for match in matches if match.span.end == place]
    return min(ending, key=lambda match: match.span.start, default=None)


def _is_letter(char: str) -> bool:
    return bool(re.match("[一-龯々ァ-ヺーA-Za-z]", char))


def _with_owners(title: Term, owners: Sequence[Term]) -> list[str]:
    """``Ukrainian Defense Minister`` and ``Defense Minister of Ukraine``; forms with two ofs come last."""
    if not owners:
        return [title.en, *title.accepted]
    names = sorted((title.en, *title.accepted), key=lambda name: (name.isupper(), name.count(" of ") > 1))
    if title.en.startswith(_ROYAL):
        return [f"{name} of {with_article(owners[0].en)}" for name in names]
    before = " ".join(owner.adjective if owner.kind == "country" else owner.abbr or owner.en for owner in owners)
    forms = [_before_office(before, name) for name in names]
    longer = " ".join(owner.adjective if owner.kind == "country" else owner.en for owner in owners)
    forms += [_before_office(longer, name) for name in names]
    owner, is_envoy = owners[0], bool(_AMBASSADOR.search(title.ja))
    if len(owners) == 1:
        forms += [
            f"{name} {link} {article}{owner.en}" for link in ("of", "at") for name in names for article in ("", "the ")
        ]
        forms += [f"{name} to {article}{owner.en}" for name in names for article in ("", "the ") if is_envoy]
        others = [other for other in (*owner.accepted, f"{owner.en}'s") if " " not in other]
        forms += [_before_office(other, name) for other in others for name in names]
    return forms


def _of_service(rank: Term, owners: Sequence[Term]) -> Term:
    """A rank of a country with its service, which the Japanese names: 米空軍大佐 is a U.S. Air Force Colonel."""
    service = next((_SERVICES[word] for word in _SERVICES if rank.kind == "rank" and rank.ja.startswith(word)), "")
    is_of_country = len(owners) == 1 and owners[0].kind == "country"
    if not service or not is_of_country or owners[0].en in _COMMONWEALTH:
        return rank
    return replace(rank, en=f"{service} {rank.en}", accepted=(rank.en, *rank.accepted))


def _before_office(owner: str, name: str) -> str:
    """``former Dutch Prime Minister``, not Dutch former Prime Minister."""
    match = _FIRST_WORD.match(name)
    return f"{match[0]}{owner} {name[match.end() :]}" if match else f"{owner} {name}"


def _join(text: str, phrases: Sequence[TitlePhrase]) -> list[TitlePhrase]:
    """Phrases with 兼 between them as one: A兼B is A and B."""
    joined: list[TitlePhrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last and text[last.span.end : phrase.span.start] == "兼":
            forms = tuple(f"{one} and {other}" for one in last.forms[:3] for other in phrase.forms[:3])
            joined[-1] = TitlePhrase(
                Span(last.span.start, phrase.span.end),
                forms,
                is_composed=True,
                origin=last.origin,
                parts=(*(last.parts or (last,)), phrase),
            )
        else:
            joined.append(phrase)
    return joined
