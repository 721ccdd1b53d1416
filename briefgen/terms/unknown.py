"""Names that no glossary has and that stay as they are written, so that a paper calls one thing by one name.

Countries, ships and exercises in katakana, 練習艦「サン・ルカ」, ships in 丸, places in kanji, 松浜飛行場, and surnames
that hold a figure, of which a model makes a number: 五十嵐.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.findings import Code, Finding, Outcome, Severity
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.persons.strangers import foreign_lands, named_things
from briefgen.terms.places.towns import unknown_place
from briefgen.terms.places.unknown import find_unknown_places, place_names
from briefgen.terms.ships import maru_english, named_marus

__all__ = ["UnknownNames"]

_ARTICLES = {"country": "a", "ship": "a", "exercise": "an", "person": "a"}
_NOTE = "name not in the glossary"
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
        lands = (english for text in texts for _, english in foreign_lands(text))
        things = {english[english.index("[") + 1 : -1]: "country" for english in lands}
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
        findings = [_unknown(land.source, "country") for land in lands]
        findings += [_unknown(name, self.things[name]) for name in unread]
        findings += [_unknown(name.source, "person") for name in surnames]
        return Outcome((*lands, *things, *surnames), tuple(dict.fromkeys(findings)))

    def find_places(self, text: str, known: Sequence[Constraint]) -> Outcome[tuple[Constraint, ...]]:
        """Places outside of the known constraints, each with a finding."""
        places = tuple(find_unknown_places(text, self.places, known))
        return Outcome(places, tuple(dict.fromkeys(unknown_place(place.source) for place in places)))

    def _named(self, text: str, names: Iterable[str], known: Sequence[Constraint]) -> Iterator[Constraint]:
        """The names wherever a text has them."""
        taken = [constraint.span for constraint in known]
        for name in sorted(names, key=len, reverse=True):
            for match in re.finditer(_bordered(name), text):
                span = Span(*match.span())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    english = maru_english(name) if name.endswith("丸") else f"[{name}]"
                    note = _NOTE if "[" in english else "kana, romanised"
                    yield Constraint(span, name, english, ConstraintKind.NAME, note=note)


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
    for span, english in foreign_lands(text):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            bare = english[english.index("[") :]
            yield Constraint(
                span, text[span.start : span.end], english, ConstraintKind.NAME, accepted=(bare,), note=_NOTE
            )


def _unknown(name: str, kind: str) -> Finding:
    message = f"{name} looks like the name of {_ARTICLES[kind]} {kind} that is not in the glossary."
    return Finding(Code.NAME_UNKNOWN, Severity.WARNING, message, hint=f"Add it to the glossary with kind {kind}.")
