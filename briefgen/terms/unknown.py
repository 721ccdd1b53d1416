"""Names that no glossary has and that stay as they are written, so that a paper calls one thing by one name.

Countries, ships and exercises in katakana, 練習艦「サン・ルカ」, ships in 丸, places in kanji, 松浜飛行場, and surnames
that hold a figure, of which a model makes a number: 五十嵐.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.findings import Outcome
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.missing import unknown_name
from briefgen.terms.persons.strangers import LOANWORDS, named_things
from briefgen.terms.places.unknown import find_unknown_places, place_names
from briefgen.terms.ships import maru_english, named_marus

__all__ = ["UnknownNames"]

_NOTE = "name not in the glossary"
_LAND = re.compile(
    "(?<![ァ-ヺー・･])(?P<name>[ァ-ヺー]{4,}|[ァ-ヺー]{2,}[・･][ァ-ヺー]{2,})"
    "(?:(?P<style>共和国|王国|連邦)|国(?![王防軍民内会家境策旗歌語際務営産])"
    "|(?=国防軍|国防省|国防相|国軍|[陸海空]?軍(?![事需備曹団縮拡手服属基士病])|海兵隊|政府|首相|大統領|外相|防衛相|首脳会談))"
)
"""A name before what only countries have; a single word of three letters is too often another word."""
_AFTER_LAND = re.compile(
    "(?:(?<![一-龯])(?P<style>日)[・･]|(?<=(?<![一-龯])[米英豪韓中露][・･]))(?P<name>[ァ-ヺー]{4,})(?![ァ-ヺー・･])"
)
_POSTED = re.compile("(?<=[在駐])(?P<name>[ァ-ヺー]{4,})(?=日本|大使|公使|総領事)")
_NO_LANDS = frozenset(
    {
        *LOANWORDS, "イスラム", "オーナー", "クーデター", "サプライヤー", "スポンサー", "デジタル", "テロリスト",
        "ビジネス", "フレームワーク", "ブロック", "メーカー", "ユーザー", "リーダー", "ロボット", "レジスタンス",
        "ヨーロッパ", "アフリカ", "バルカン",
    }
)  # fmt: skip
_STYLES = {"共和国": "Republic of ", "王国": "Kingdom of ", "連邦": "Federation of ", "日": "Japan-"}
_FIGURED = re.compile(
    "(?<![一-龯々])(?:五十[嵐川畑]|五百旗頭|八重樫|二階堂|百瀬)(?:[ \u3000][一-龯々]{1,3}(?![一-龯々]))?"
)


@dataclass(frozen=True)
class UnknownNames:
    """The unknown names of a paper; made once from its texts."""

    things: Mapping[str, str] = field(default_factory=dict)
    """Names of countries, ships and exercises, as the paper writes them, with their kinds."""
    places: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Sequence[str], has_word: Callable[[str], bool]) -> UnknownNames:
        """Those that any of the texts tells by their kind; `has_word` as in `place_names`."""
        things = {name: "country" for text in texts for _, _, name in _foreign_lands(text)}
        things |= {name: kind for text in texts for name, kind in named_things(text)}
        things |= {name: "ship" for text in texts for name in named_marus(text)}
        return cls(things, place_names(texts, has_word))

    def ships(self, text: str) -> Iterator[Constraint]:
        """The ships in 丸 of a text, whose numbers are no figures: 第三波栄丸."""
        return self._named(text, (name for name in self.things if name.endswith("丸")), ())

    def find(self, text: str, known: Sequence[Constraint]) -> Outcome[tuple[Constraint, ...]]:
        """Countries, other ships, exercises and surnames outside of the known constraints, each with a finding.

        Ships in 丸 are among the known constraints, and give one where they have no English.
        """
        lands = tuple(_lands(text, known))
        surnames = tuple(_figured(text, known))
        things = tuple(self._named(text, self.things, (*known, *lands)))
        unread = [one.source for one in (*known, *things) if one.source in self.things and "[" in one.english]
        findings = [unknown_name(land.source, "country") for land in lands]
        findings += [unknown_name(name, self.things[name]) for name in unread]
        findings += [unknown_name(name.source, "person") for name in surnames]
        return Outcome((*lands, *things, *surnames), tuple(dict.fromkeys(findings)))

    def find_places(self, text: str, known: Sequence[Constraint]) -> Outcome[tuple[Constraint, ...]]:
        """Places outside of the known constraints, each with a finding."""
        places = tuple(find_unknown_places(text, self.places, known))
        return Outcome(places, tuple(dict.fromkeys(unknown_name(place.source, "place") for place in places)))

    def _named(self, text: str, names: Iterable[str], known: Sequence[Constraint]) -> Iterator[Constraint]:
        """The names wherever a text has them."""
        taken = [constraint.span for constraint in known]
        for name in sorted(names, key=len, reverse=True):
            for match in re.finditer(_bordered(name), text):
                span = Span(*match.span())
                if span.is_free(taken):
                    taken.append(span)
                    english = maru_english(name) if name.endswith("丸") else f"[{name}]"
                    note = _NOTE if "[" in english else "kana, romanised"
                    yield Constraint.of(text, span, (english,), ConstraintKind.NAME, note)


def _bordered(name: str) -> str:
    """The pattern of a name that is no part of a longer one; a ship in 丸 may stand behind a word for ship."""
    if name.endswith("丸"):
        return rf"(?:(?<![一-龯々ァ-ヺー])|(?<=[船艇丸]))(?<!第){re.escape(name)}"
    return rf"(?<![ァ-ヺー・･]){re.escape(name)}(?![ァ-ヺー・･])"


def _figured(text: str, known: Sequence[Constraint]) -> Iterator[Constraint]:
    """Surnames that hold a figure, with the given name behind a space."""
    for match in _FIGURED.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(one.span) for one in known):
            yield Constraint(span, match[0], f"[{match[0]}]", ConstraintKind.NAME, note=_NOTE)


def _lands(text: str, known: Sequence[Constraint]) -> Iterator[Constraint]:
    """Countries that nobody knows, which stay as they are written: 日・アルヴェリア防衛相会談 has [アルヴェリア]."""
    taken = [constraint.span for constraint in known]
    for span, style, name in _foreign_lands(text):
        if span.is_free(taken):
            taken.append(span)
            yield Constraint.of(text, span, (f"{style}[{name}]", f"[{name}]"), ConstraintKind.NAME, _NOTE)


def _foreign_lands(text: str) -> Iterator[tuple[Span, str, str]]:
    """Katakana that can only be the name of a country, with what its English begins with: アルヴェリア共和国.

    What the glossary knows is found as well; the caller leaves it out.
    """
    for pattern in (_LAND, _AFTER_LAND, _POSTED):
        for match in pattern.finditer(text):
            if match["name"] not in _NO_LANDS:
                yield Span(*match.span()), _STYLES.get(match.groupdict().get("style") or "", ""), match["name"]
