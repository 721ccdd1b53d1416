"""Offices by who holds them: what the glossary's note on a person says tells what 長官 or 国防次官 is in English.

長官 is a Secretary in Washington and a Commissioner in Tokyo; 国防次官 is a Vice Minister, but Under Secretary of an
American, since the glossary has 米国防次官.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.model.segment import Span, Strength
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.persons.titles import TitlePhrase

__all__ = ["HomeTitles", "short_office"]

_SHORT = {
    "副長官": ("Deputy Secretary", "Deputy Chief Cabinet Secretary", "Vice Commissioner"),
    "長官": ("Secretary", "Commissioner", "Commandant", "Director-General", "Director General", "Director", "Minister"),
    "次官": ("Under Secretary", "Deputy Secretary", "Administrative Vice-Minister", "Vice-Minister", "Vice Minister"),
    "審議官": ("Vice-Minister", "Deputy Minister"), "補佐官": ("Advisor", "Adviser", "Assistant Secretary"),
    "議長": ("Chairman", "Chair", "Speaker"), "総監": ("Commanding General", "Commandant"),
    "総司令官": ("Commander-in-Chief", "Supreme Commander", "Commandant"), "司令": ("Commander",),
    "参謀総長": ("Chief of Staff", "Chief of the General Staff", "Chief of the Defence Staff"),
    "総長": ("Secretary-General", "Secretary General", "Chief of the General Staff"), "代表": ("Representative",),
    "部長": ("Minister",),
    "事務局長": ("Director-General", "Director General", "Secretary-General", "Secretary General"),
    "総裁": ("Governor", "President", "Administrator"), "専務理事": ("Managing Director", "Executive Director"),
    "局長": ("Secretary General", "Director-General", "Director General"),
    "委員長": ("President", "Chair", "Chairman", "Chairperson"),
}  # fmt: skip
"""Short offices with the words of a note that say which it is, the first that stands there counting."""

_OFFICE = re.compile(rf"[ \u3000]?(?P<office>{'|'.join(_SHORT)})(?![一-龯々])")
_LOWER = r"(?<!Under )(?<!Deputy )(?<!Assistant )(?<!Vice )"


def short_office(text: str, person: Span, about: str) -> TitlePhrase | None:
    """The short office directly behind a person, as the note `about` them names it; None where it does not.

    ``Vice-Minister`` and ``Administrative Vice-Minister`` both do for 大和次官.
    """
    match = _OFFICE.match(text, person.end)
    if not match:
        return None
    for word in _SHORT[match["office"]]:
        found = re.search(rf"{_LOWER}\b{word}\b(?: (?:of|for) [A-Z]\w+)?", about)
        if found:
            shorter = word.removeprefix("Administrative ")
            forms = dict.fromkeys((shorter, word, found[0]))
            return TitlePhrase(Span(*match.span("office")), tuple(forms), is_composed=True, origin="note on the person")
    return None


@dataclass(frozen=True)
class HomeTitles:
    """The titles that one country calls otherwise than the glossary's general entry: 国防次官 of the United States."""

    titles: dict[tuple[str, str], str]
    countries: tuple[Term, ...]

    @classmethod
    def of(cls, glossary: Glossary) -> HomeTitles:
        """Those of a glossary, by English country and Japanese title, without the country's name."""
        titles = {term.ja: term for term in glossary.of_kind("title")}
        countries = glossary.of_kind("country")
        forms = {form: land for land in countries for form in (land.ja, land.remark("short")) if form}
        home: dict[tuple[str, str], str] = {}
        for ja, title in titles.items():
            for at in range(1, len(ja)):
                land, general = forms.get(ja[:at]), titles.get(ja[at:])
                english = _without_country(title.en, land) if land and general else ""
                if land and general and english not in _usual(general):
                    home[land.en, general.ja] = english
        return cls(home, countries)

    def fitted(self, phrase: TitlePhrase, about: str) -> TitlePhrase:
        """A title as the country of its holder calls it; unchanged where the note names no such country."""
        for land in self.countries:
            names = (land.en, land.adjective, land.abbr)
            english = self.titles.get((land.en, phrase.general))
            if english and any(name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", about) for name in names):
                return replace(phrase, forms=(english,))
        return phrase


def _usual(title: Term) -> tuple[str, ...]:
    """What a title is called whoever holds it; where that only should stand, its other forms are not all the same."""
    return (title.en,) if title.strength is Strength.SHOULD else (title.en, *title.accepted)


def _without_country(english: str, land: Term) -> str:
    """``Under Secretary of Defense`` for U.S. Under Secretary of Defense."""
    for name in (land.adjective, land.abbr, land.en):
        if name and english.startswith(f"{name} "):
            return english.removeprefix(f"{name} ")
    return english
