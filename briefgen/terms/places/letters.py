"""Countries in one character: in lists (独・仏・英の３か国) and before what is theirs (英空母, 独ラインメタル).

A character alone says nothing: 加 is Canada beside other countries, 西 is Spain only in lists.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import TermMatch

__all__ = ["LetterFinder", "pairs_with_japan"]

_BEFORE_NOUNS = "米英仏独伊豪加印韓露蘭比"
"""Those that stand before nouns; the others do so in lists and before offices only."""

_LONGER = "[ァ-ヺー]{2,12}|[A-ZＡ-Ｚ]{2,5}|豪州|韓国|米国|英国|中国|日本|台湾|欧州|北朝鮮"
_LINK = "(?:[・･、，,]|と|や|及び|および|並びに)"
_NO_START = "(?<![一-龯々ァ-ヺーA-Za-zＡ-Ｚａ-ｚ0-9０-９・･])"
_END = (
    "(?:(?![一-龯々ァ-ヺー・･A-Za-zＡ-Ｚａ-ｚ])"
    "|(?=等|各|両|[0-9０-９二三四五六七八九]+[かカヶケ箇]国|共同|首脳|外相|防衛相|国防相|政府|[海空陸]?軍|間))"
)
_BOTH = re.compile("(?:の)?(?:両[国者軍首政外陸海空]|[2２二][かカヶケ箇]国)")
_NOUNS = re.compile(
    "(?:政府|議会|当局|大使館|企業|大手|製(?![造作品])|側|議員|首脳|王室|国王|皇太子|メディア|通信社|紙(?![面幣上])|誌(?![面上])"
    "|高官|国民(?!党)|財務省|商務省|連邦|上院|下院|最高裁|国防|外務|軍[艦機用人]|原潜|無人|衛星|[東西南北]部[^分]|首都|代表団"
    "|領(?![土海空事域収])|国籍|船籍|[陸海空]軍|[社機艦艇船](?=[はがをのに、「])|兵(?![庫員器糧站法衛役科学])|内務|司法|情報機関|参謀|統合参謀|選手団)"
)
_ALONE = re.compile(f"{_NO_START}(?<![○×●※◎△□☆★])[{_BEFORE_NOUNS}]")
_TOWARDS = re.compile(
    "(?<=対)[米英仏独伊豪加印韓露中](?:(?![一-龯ァ-ヺー])|(?=輸[出入]|投資|貿易|政策|外交|関係|戦略|交渉|圧力|抑止|強硬|依存|包囲))"
)
"""対米, 対中: what goes with it in English depends on the sentence."""
_POSTED = re.compile("(?<=[駐在])[米英仏独伊豪加印韓露比越蘭](?=(?:日本国?)?(?:大使館|総領事館))")
_RUN = re.compile(
    f"{_NO_START}(?!日中|中日|朝日|中越|中欧|中米|仏印)[日米英仏独伊豪加印韓露中欧比越蘭朝]{{2,7}}"
    "(?=[のはがを、。両間]|[0-9０-９]|首脳|外相|国防|防衛|関係|共同|合同|連合|協議|会談|[陸海空]?軍|同盟|貿易|交渉|諸国|各国|など|等)"
)
"""Countries side by side, 英米, 独仏英伊; where the glossary has all of them as one, that goes before."""
_KATAKANA = re.compile("[ァ-ヺー][ァ-ヺー・]{2,}")
_KINDS = frozenset({"equipment", "unit", "ship", "organization", "exercise"})
_DOTS = frozenset("・･")
_WITH_JAPAN = re.compile("(?<![一-龯々0-9０-９])日[・･]$")
_NO_NOUNS = re.compile(
    "印(?:紙[税代]|紙(?=[をのがは貼0-9０-９])|ボタン|マーク|インク|スタンプ)|比(?:プラス|マイナス|ベース)|加ボーナス"
)


@dataclass(frozen=True)
class LetterFinder:
    """Finds the countries that a glossary gives a short form (``short:米``); made once from them."""

    terms: dict[str, Term]

    @classmethod
    def of(cls, glossary: Glossary) -> LetterFinder:
        """The finder for the countries and places of a glossary; 日 and 欧 are short in lists only."""
        lands = glossary.of_kind("country", "place")
        short = {remark: term for term in lands if (remark := term.remark("short"))}
        return cls(short | {term.ja[0]: term for term in lands if term.ja in ("日本", "欧州")})

    def find(self, text: str, matches: Iterable[TermMatch]) -> tuple[Constraint, ...]:
        """The countries in one character, in source order."""
        known = tuple(matches)
        listed = {at for span in self.lists(text, known) for at in self._letters_of(text, span)}
        before = {at for at in self._before_nouns(text, known) if at not in listed}
        return tuple(self._country(text, at, as_adjective=at in before) for at in sorted(listed | before))

    def lists(self, text: str, matches: Iterable[TermMatch]) -> Iterator[Span]:
        """Where countries are listed of which two at least are one character; two alone must be said to be both."""
        known = {match.span for match in matches}
        for match in self._pattern.finditer(text) if self.terms else ():
            members = [Span(*one.span()) for one in self._member.finditer(text, *match.span())]
            letters = sum(one.end - one.start == 1 for one in members)
            is_known = all(one.end - one.start == 1 or one in known for one in members)
            if is_known and letters >= 2 and (len(members) >= 3 or _BOTH.match(text, match.end())):
                yield Span(*match.span())
        runs = (Span(*match.span()) for match in _RUN.finditer(text) if self.terms.keys() >= set(match[0]))
        yield from (run for run in runs if run not in known)

    def cuts(self, text: str, span: Span, lists: Iterable[Span]) -> bool:
        """Whether a term takes some countries out of a longer list: 独・仏 of 独・仏・英, 日米韓 of 日米韓豪."""
        letters = set(text[span.start : span.end]) - set("・･")
        is_pair = len(letters) > 1 and letters <= self.terms.keys()
        return is_pair and any(one.start <= span.start and span.end <= one.end and one != span for one in lists)

    @cached_property
    def _member(self) -> re.Pattern[str]:
        return re.compile(f"{_LONGER}|[{''.join(self.terms)}]")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        member = f"(?:{self._member.pattern})"
        return re.compile(f"{_NO_START}{member}(?:{_LINK}{member})+{_END}")

    def _letters_of(self, text: str, span: Span) -> Iterator[int]:
        for one in self._member.finditer(text, span.start, span.end):
            if len(one[0]) == 1:
                yield one.start()

    def _before_nouns(self, text: str, matches: Collection[TermMatch]) -> Iterator[int]:
        starts = {match.span.start for match in matches if match.term.kind in _KINDS}
        for match in _ALONE.finditer(text):
            at = match.start()
            is_noun = at + 1 in starts or _NOUNS.match(text, at + 1) or _KATAKANA.match(text, at + 1)
            if match[0] in self.terms and is_noun and not _NO_NOUNS.match(text, at):
                yield at
        yield from (
            match.start() for match in (*_POSTED.finditer(text), *_TOWARDS.finditer(text)) if match[0] in self.terms
        )

    def _country(self, text: str, at: int, *, as_adjective: bool) -> Constraint:
        term = self.terms[text[at]]
        is_towards = _TOWARDS.match(text, at)
        forms = (term.en, term.adjective, *term.accepted)
        if as_adjective and not is_towards:
            forms = (term.adjective, *forms)
        country = Constraint.of(text, Span(at, at + 1), filter(None, forms), ConstraintKind.COUNTRY, term.provenance)
        return replace(country, strength=Strength.SHOULD) if is_towards else country


def pairs_with_japan(text: str, matches: Iterable[TermMatch]) -> Iterator[Constraint]:
    """日・ラオス: Japan and a country of the glossary, joined by a dot; what the glossary has as one goes before."""
    for match in matches:
        joined = _WITH_JAPAN.search(text, 0, match.span.start)
        if match.term.kind != "country" or not joined or text[match.span.end : match.span.end + 1] in _DOTS:
            continue
        span = Span(joined.start(), match.span.end)
        names = dict.fromkeys((match.term.en, match.term.abbr, match.term.adjective, *match.term.accepted))
        forms = [f"Japan-{name}" for name in names if name]
        forms += (f"Japan and {match.term.en}", f"{match.term.en} and Japan", f"{match.term.en}-Japan")
        forms += (f"Japan and the {match.term.en}", f"the {match.term.en} and Japan")
        yield Constraint.of(text, span, forms, ConstraintKind.NAME)
