"""Matching: where the terms of a glossary stand in a Japanese text, longest first, never inside another word.

Japanese has no spaces, so word borders are told by script. A katakana or Latin term must not begin or end inside a
run of its script. A kanji term may stand inside a longer run only where the rest of the run can be words of its own:
see `Reach`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import ahocorasick

from briefgen.japanese.folding import Folded, fold, is_hiragana, is_kanji, is_katakana
from briefgen.model.segment import Span, Strength
from briefgen.terms.glossary.glossary import STATUSES, Glossary, Term, fold_form, lowered
from briefgen.terms.reach import PARTICLES, Reach
from briefgen.terms.spellings import other_spellings

__all__ = ["Matcher", "TermMatch", "longest"]

_COMMON_WORDS = frozenset(
    {
        "軍事", "軍備", "軍縮", "軍港", "国防", "国際", "国会", "国民", "国境", "国家", "母艦", "部門", "会議", "大使",
        "大臣", "大統", "事務", "団体", "団地", "団結",
        "相互", "相当", "相手", "相談", "相違", "相応", "相次", "相場", "相対", "相関", "相似", "相続",
        "中西", "中東", "中央", "中部", "中古", "中心", "中期", "中南",
        "法令", "法務", "法人", "法規", "法廷", "法制",
    }
)  # fmt: skip
"""Words of two characters that often begin with the last character of a shorter term, or of one in 相 or 法."""

_WORDS_BEFORE = frozenset({
    "医師", "教師", "技師", "牧師", "講師", "庭師", "法士", "田中", "山中", "竹中", "野中", "畑中", "浜中", "府中",
    "平日", "休日", "毎日", "終日", "昨日", "命日", "明日", "祝日", "翌日", "連邦", "株主", "地主", "船主", "現在",
    "存在", "滞在", "担当", "相当", "該当", "合同", "共同", "協同", "関連", "基本", "熊本", "最大", "過大", "拡大",
    "重大", "最小", "縮小", "司法", "違法", "方法", "改良", "由良", "今朝", "翌朝", "早朝", "途中",
})  # fmt: skip
"""Words of two characters with whose last one no term begins."""

_TORN = re.compile(
    "機(?:材|器|械|密|会(?![社談議])|動(?![作向員画])|構(?![想成築])|関(?![連係与心す])|能(?!力))"
    "|軍(?:縮|需|備|民|事(?![件故]))|戦[略術闘]|使(?:用|命(?!令))"
    "|将(?:来(?![日訪援])|[校官兵])|団体(?![制系験])|部(?:門|会(?![議談合見]))|課[題税程]|省(?:力|エネ)|法[曹医]|案(?:件|内(?!容))|相[撲模]|中(?:枢|小|堅)"
)
"""Words that begin with the last character of a longer term: 戦闘機会, 中国軍縮大使, 電子戦略."""
_IN_THE_DAY = re.compile("(?<=[一明今終同当])日中|(?<=(?<!日)本)日中")
"""本日中 and its like, with no word on China: 本日中関係者に通知する."""

_CUT_END = re.compile("の(?:日[本米英豪韓中常程数々時]|目[的標])")
"""の with a word of two characters behind it, of which no term takes the first one: 海の日 in 日本海の日本側."""

_POSTED = re.compile("[駐在訪来](?:日(?!本)|[米英仏独伊豪加印韓露比越蘭](?![国州]))")
"""駐日 and its like, out of which no term takes the country."""

_BEHIND_PLACES = re.compile(
    "付近|周辺|近郊|近海|沖(?!縄)|沿岸|上空|造船所|港(?!湾)|(?:国際)?空港|基地|駐屯地|分屯地|飛行場|演習場|市内|市街|工場|湾(?!岸)"
    "|[高地家簡]裁|[高地]検|(?:高等|地方|家庭|簡易)裁判所|税関|税務署|国税局|刑務所|拘置所|警察署|消防署|市役所|駅(?!伝)|(?<=[市町村区])長(?![一-龯])"
)
"""What goes behind the name of a place without changing it: 順安付近, 神戸港."""

_COMPANY = re.compile("(?:電力(?![需供消不網料])|(?:瓦斯|ガス)(?!田|管|漏|爆|供給|輸)|消防庁|高速道路)(?!公社|網)")
"""What makes the place directly before it a part of a name: 東京 of 東京消防庁 is no place."""

_PORTFOLIO = re.compile(
    "(?:外務|国防|国軍|内務|法務|司法|財務|経済|産業|工業|重工業|鉱業|鉱山|商業|商務|貿易|投資|運輸|交通|道路|運搬|開発|計画|建設|住宅|都市|環境|気候|気候変動|資源"
    "|水資源|農業|農村|食料|食糧|漁業|海洋|水産|林業|科学|技術|科学技術|情報|通信|情報通信|文化|教育|研究|観光|スポーツ|青年|女性|家族|社会|労働|保健|厚生|福祉|移民"
    "|民間|公共|行政|地方|国土|対外|安全保障|インフラ|インフラストラクチャー|エネルギー|デジタル|デジタル化|砂糖|石油|電力|宇宙|防災|災害|復興|退役軍人)$"
)
"""Before the office of a minister: one of his further fields, so that the office alone is not his (運輸通信相)."""
_OURS = re.compile(r"\bJapan\b|\bDiet\b|^Liberal Democratic|^Board of Audit|^Nuclear Regulation|^Fleet Escort")
"""Bodies and papers of Japan whose Japanese may be the name of one of another country: 韓国気象庁, 英国の防衛白書."""
_ABROAD = re.compile("(?:米国?|英国?|仏|独|豪州?|韓国?|中国|印|露|伊|加|欧州|EU|台湾|[ァ-ヺー]{2,})の?$", re.IGNORECASE)
_TWO_COUNTRIES = re.compile("(?<!日)[米英仏独豪韓中露印伊加朝比越]{2}$")
"""米仏大統領 are two persons."""
_KANJI_FIGURES = frozenset("〇一二三四五六七八九十百千")
_FAR = 12
"""So many characters before a term may tell whose it is."""
_DATED = re.compile("[0-9][年月日]$")
_LETTER_BEHIND = re.compile("[-－][a-z](?![a-z0-9])")
"""IMO-J is another body than IMO."""

_JOINTS = ("・", "･", "＝", "=", "゠")
_PLACES = ("place", "country")
_SHIP_MARKS = frozenset("艦艇船型級号機")


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term in a text: the span in the source, and the form of the term that was found there."""

    span: Span
    term: Term
    form: str
    rivals: tuple[Term, ...] = ()
    """Other terms with the same Japanese and another English."""


class _Spelling(NamedTuple):
    rank: int
    """What it is: the Japanese of a term, a variant, an abbreviation, or another spelling of one of these."""
    text: str
    form: str
    """The form of the glossary that is so spelt."""
    term: Term


class _Found(NamedTuple):
    start: int
    end: int
    entry: _Entry


@dataclass(frozen=True, slots=True)
class _Entry:
    form: str
    """The form as the glossary writes it."""
    exact: str
    """The form folded with its letter case, when that counts; else empty."""
    terms: tuple[Term, ...]
    has_context: bool
    """Whether any of the terms is bound to a context."""


class Matcher:
    """Finds the terms of a glossary; made once, used for every text."""

    def __init__(self, glossary: Glossary, *, beside_names: bool = False) -> None:
        """`beside_names` says whether it finds the offices, too, that count only beside a name."""
        self._automaton = ahocorasick.Automaton()
        entries = _entries(term for term in glossary.terms if beside_names or not term.needs_name)
        for key, entry in entries.items():
            self._automaton.add_word(key, (len(key), entry))
        self._automaton.make_automaton()
        self._is_empty = not entries

    def find_all(self, text: str) -> tuple[TermMatch, ...]:
        """Every place where a term stands as a word, overlapping ones included, in order of start and length."""
        if self._is_empty:
            return ()
        folded = fold(text).without("・")
        lower = lowered(folded.text)
        view = _View(text, folded, lower, tuple(self._raw(folded, lower)))
        matches = [_to_match(folded, lower, found) for found in view.found if view.is_word(found)]
        return tuple(
            sorted((match for match in matches if match), key=lambda match: (match.span.start, -match.span.end))
        )

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """The terms in the text, the longest first where several overlap, in source order."""
        return longest(self.find_all(text))

    def _raw(self, folded: Folded, lowered: str) -> Iterator[_Found]:
        for last, (length, entry) in self._automaton.iter(lowered):
            start = last + 1 - length
            if not entry.exact or folded.text[start : last + 1] == entry.exact:
                yield _Found(start, last + 1, entry)


def _allowed(terms: Sequence[Term], text: str) -> list[Term]:
    """The terms whose context allows them in a text; those that ask for one before those that stand everywhere."""
    allowed = [term for term in terms if term.fits(text)]
    asking = [term for term in allowed if term.remark("context")]
    return asking or allowed


def longest(matches: Iterable[TermMatch]) -> tuple[TermMatch, ...]:
    """Those that remain when of two overlapping matches the longer one stays, or the earlier of two equally long."""
    chosen: list[TermMatch] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.span.start - match.span.end, match.span.start)):
        place = range(match.span.start, match.span.end)
        if taken.isdisjoint(place):
            taken.update(place)
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda match: match.span.start))


def _entries(terms: Iterable[Term]) -> dict[str, _Entry]:
    """Forms by key. The Japanese of a term goes before the same as a variant, abbreviation or other spelling."""
    spellings: dict[str, list[_Spelling]] = {}
    for term in terms:
        for one in _spellings(term):
            spellings.setdefault(fold_form(one.text), []).append(one)
    return {key: _entry(found) for key, found in spellings.items() if key}


def _entry(found: Sequence[_Spelling]) -> _Entry:
    """What a form stands for: the terms of the first rank, the most settled one first."""
    if len(found) > 1:
        found = sorted(found, key=lambda one: (one.rank, STATUSES.index(one.term.status)))
    first, *others = found
    terms = (first.term, *(one.term for one in others if one.rank == first.rank))
    exact = fold(first.text).without("・").text if first.term.is_exact(first.form) else ""
    return _Entry(first.form, exact, terms, any("context:" in term.note for term in terms))


def _spellings(term: Term) -> Iterator[_Spelling]:
    """How a term may be written. Names of places are written in one way only."""
    yield _Spelling(0, term.ja, term.ja, term)
    for variant in term.variants:
        yield _Spelling(1, variant, variant, term)
    if len(term.abbr) > 1 and term.abbr.isascii() and term.abbr.upper() == term.abbr:
        yield _Spelling(2, term.abbr, term.abbr, term)
    for form in (term.ja, *term.variants) if term.kind not in _PLACES else ():
        for spelling in other_spellings(form):
            yield _Spelling(3, spelling, form, term)


def _to_match(folded: Folded, lowered: str, found: _Found) -> TermMatch | None:
    """The match of a find; None where no term of the form is allowed by its context."""
    terms = _allowed(found.entry.terms, lowered) if found.entry.has_context else found.entry.terms
    if not terms:
        return None
    first, *others = terms
    rivals = tuple(term for term in others if term.en != first.en)
    return TermMatch(Span(*folded.source_span(found.start, found.end)), first, found.entry.form, rivals)


@dataclass(frozen=True)
class _View:
    """A folded text with everything the automaton found in it."""

    source: str
    folded: Folded
    lowered: str
    found: tuple[_Found, ...]

    def is_word(self, found: _Found) -> bool:
        """Whether both edges of a find are borders of a word."""
        first, last = self.lowered[found.start], self.lowered[found.end - 1]
        if is_hiragana(first) and all(map(is_hiragana, self.lowered[found.start : found.end])):
            return self._is_hiragana_word(found)
        if self._is_inside_script(found.start, first) or self._is_inside_script(found.end, last):
            return False
        return (
            not self._breaks_word(found)
            and not self._is_part_of_name(found)
            and not self._takes_end(found)
            and not self._names_company(found)
            and not self._is_part_of_portfolio(found)
            and not self._is_of_other_country(found)
            and not self._is_of_others(found)
            and not self._is_figure(found)
            and (found.entry.terms[0].is_part or self._fits_kanji(found))
        )

    def _is_inside_script(self, border: int, edge: str) -> bool:
        """Whether katakana or Latin letters or figures run on over a border."""
        if not self.folded.touches(border):
            return False
        before, after = self.lowered[border - 1], self.lowered[border]
        if is_katakana(edge):
            return is_katakana(before) and is_katakana(after)
        if edge.isascii() and edge.isalnum():
            is_longer = all(char.isascii() and char.isalnum() for char in (before, after))
            return is_longer or bool(_LETTER_BEHIND.match(self.lowered, border))
        return False

    def _is_part_of_name(self, found: _Found) -> bool:
        """Whether a middle dot joins a word in katakana to one that does not go with it: ビル・ナダル.

        An ordinary word goes with any term but a person, a place only with places (ジョージ・ワシントン); it is a place
        before any word, too (パリ・マッチ), unless its English has a comma (ワシントン・ポスト).
        """
        first = found.entry.terms[0]
        is_place = first.kind == "place"
        if first.strength is Strength.MUST and not is_place:
            return False
        if self._is_joined(found.start) and not any(one.end == found.start for one in self._beside(first)):
            return True
        is_bound = "," in first.en or not is_place
        return (
            is_bound and self._is_joined(found.end) and not any(one.start == found.end for one in self._beside(first))
        )

    def _beside(self, term: Term) -> Iterator[_Found]:
        """What was found that a middle dot may join to a term."""
        for one in self.found:
            kind = one.entry.terms[0].kind
            if kind in _PLACES if term.kind == "place" else kind != "person":
                yield one

    def _is_joined(self, border: int) -> bool:
        """Whether a middle dot, which folding leaves out, stands between two letters of katakana."""
        if not 0 < border < len(self.lowered):
            return False
        gap = self.source[self.folded.ends[border - 1] : self.folded.starts[border]]
        return gap in _JOINTS and is_katakana(self.lowered[border - 1]) and is_katakana(self.lowered[border])

    def _breaks_word(self, found: _Found) -> bool:
        """Whether a term cuts a word: 米軍 in 米軍事施設, 消防法 in 消防法令, 師団 in 医師団, 旅団長 in 副旅団長."""
        start, end = found.start, found.end
        if self.folded.touches(start):
            before = self.lowered[start - 1]
            if before in "駐在訪来副" and self._is_cut_before(found, before):
                return True
            if self.lowered[start - 1 : start + 1] in _WORDS_BEFORE or _IN_THE_DAY.match(self.lowered, start):
                return True
        if _CUT_END.match(self.lowered, max(start, end - 2)):
            return True
        if self.folded.touches(end) and _TORN.match(self.lowered, end - 1):
            return True
        is_short = end - start <= 2 or self.lowered[end - 1] in "相法"
        return is_short and self.folded.touches(end) and self.lowered[end - 1 : end + 1] in _COMMON_WORDS

    def _is_cut_before(self, found: _Found, before: str) -> bool:
        """Whether a deputy's office begins one character before, or 駐日 and its like."""
        if before == "副":
            return found.entry.terms[0].kind in ("title", "unit")
        posted = _POSTED.match(self.lowered, found.start - 1)
        return bool(posted and ("日" in posted[0] or found.entry.terms[0].kind != "country"))

    def _takes_end(self, found: _Found) -> bool:
        """Whether a term begins with the last character of a longer word: 法の支配 in 国際法の支配."""
        if not self._runs_on(found.start):
            return False
        end = found.start + 1
        return end < found.end and any(one.end == end and end - one.start >= 3 for one in self.found)

    def _fits_kanji(self, found: _Found) -> bool:
        left = self._runs_on(found.start)
        right = self._runs_on(found.end)
        is_long = found.end - found.start >= 3
        is_town = found.entry.terms[0].kind == "place" and self.lowered[found.end - 1] in "市町村"
        return (not left or self._reach.ends_word(found.start, is_long=is_long and not is_town)) and (
            not right or self._reach.begins_word(found.end, is_long=is_long) or self._is_place_name(found)
        )

    def _is_place_name(self, found: _Found) -> bool:
        """Whether a place or country has a word behind it that goes with any place: 上海沖."""
        is_place = found.entry.terms[0].kind in _PLACES
        return is_place and bool(_BEHIND_PLACES.match(self.lowered, found.end))

    def _names_company(self, found: _Found) -> bool:
        """Whether a place is the beginning of the name of a company or fire department: 東京 of 東京消防庁."""
        is_place = found.entry.terms[0].kind == "place" and self.folded.touches(found.end)
        return is_place and bool(_COMPANY.match(self.lowered, found.end))

    def _is_of_other_country(self, found: _Found) -> bool:
        """Whether a name of Japan stands for what another country calls so: 韓国気象庁, ブラジル合衆国."""
        first, before = found.entry.terms[0], self._before(found)
        if first.kind in _PLACES:
            return self.lowered[found.start] == "合" and is_katakana(before[-1:] or " ")
        is_ours = "日本" not in found.entry.form and _OURS.search(first.en) is not None
        return is_ours and first.kind != "title" and _ABROAD.search(before) is not None

    def _is_of_others(self, found: _Found) -> bool:
        """Whether an office is that of two men, 米仏大統領, or of the assembly of a town: 千葉市議会議員."""
        if found.entry.terms[0].kind != "title":
            return False
        before = self._before(found)
        is_of_town = self.lowered[found.start + 1 : found.start + 3] == "議会" and is_kanji(before[-1:] or " ")
        return is_of_town or (_TWO_COUNTRIES.search(before) is not None and self.folded.touches(found.start))

    def _is_figure(self, found: _Found) -> bool:
        """Whether a place begins inside a number: 八戸 in 十八戸."""
        is_place = found.entry.terms[0].kind in _PLACES
        return is_place and {self._before(found)[-1:], self.lowered[found.start]} <= _KANJI_FIGURES

    def _before(self, found: _Found) -> str:
        return self.lowered[max(0, found.start - _FAR) : found.start]

    def _is_part_of_portfolio(self, found: _Found) -> bool:
        """Whether a minister has more fields than the term names: 通信相 in 運輸通信相."""
        is_minister = found.entry.terms[0].kind == "title" and self.lowered[: found.end].endswith(("相", "大臣"))
        return is_minister and bool(_PORTFOLIO.search(self._before(found)))

    def _runs_on(self, border: int) -> bool:
        """Whether kanji stand on both sides of a border; behind a date a new word begins (９月能登半島)."""
        if _DATED.search(self.lowered, max(0, border - 3), border):
            return False
        return self.folded.touches(border) and is_kanji(self.lowered[border - 1]) and is_kanji(self.lowered[border])

    def _is_hiragana_word(self, found: _Found) -> bool:
        """A word in hiragana alone, mostly a ship: after a stop or a mark, before a stop, a particle or kanji.

        は and its like behind a word are the particle: 船はしけのため speaks of no はしけ.
        """
        before = self.lowered[found.start - 1] if self.folded.touches(found.start) else ""
        after = self.lowered[found.end] if self.folded.touches(found.end) else ""
        is_particle = self.lowered[found.start] in PARTICLES and before != "型"
        is_particle = is_particle and found.entry.terms[0].kind != "ship"
        starts = not before or not before.isalnum() or (before in _SHIP_MARKS and not is_particle)
        starts = starts or (not is_particle and any(other.end == found.start for other in self.found))
        return starts and (not is_hiragana(after) or after in PARTICLES)

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.lowered, self.folded, [(one.start, one.end) for one in self.found])
