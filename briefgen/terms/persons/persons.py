"""Persons: name and title as one constraint, in English order (中谷防衛大臣 → Defense Minister Nakatani).

Names come from the glossary; failing that, from the reading that the paper gives in brackets; failing that, from a
reader that knows how names are mostly read, with a warning. A name that none of them knows is not made up: its title is
placed, the name is asked for as it stands, in square brackets, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.findings import Finding, Outcome
from briefgen.japanese.folding import is_kanji, is_katakana
from briefgen.model.segment import TITLE_FROM, Constraint, Span, Strength
from briefgen.model.style import HouseStyle
from briefgen.terms.glossary.glossary import Glossary, Term, fold_form
from briefgen.terms.matching import Matcher, TermMatch
from briefgen.terms.missing import unknown_name
from briefgen.terms.persons.known import READ_ALIKE, KnownPerson, reading_finding
from briefgen.terms.persons.names import (
    full_forms,
    goes_on,
    is_of,
    name_forms,
    name_of_reading,
    name_of_term,
    readings_in,
    surname_forms,
)  # fmt: skip
from briefgen.terms.persons.offices import HomeTitles, short_office
from briefgen.terms.persons.portfolios import Portfolios
from briefgen.terms.persons.ranks import is_rank, noted_rank
from briefgen.terms.persons.strangers import (
    NameReader,
    addressed_names,
    lone_name,
    name_after,
    name_before,
    polite_forms,
    possible_name,
    staff_names,
    told_names,
)  # fmt: skip
from briefgen.terms.persons.surnames import full_names_in, name_ending_at
from briefgen.terms.persons.titled import (
    HONORIFIC,
    addressed,
    both_orders,
    bracketed,
    office_constraints,
    person_constraint,
    then_office,
    with_title,
)
from briefgen.terms.persons.titles import TitlePhrase, find_titles

__all__ = ["PersonFinder", "readings_in"]

_KINDS = ("title", "rank", "country", "organization", "unit", "place")
_FURIGANA = re.compile(r"[ \u3000]?[(（][ぁ-ゖァ-ヺー・･ \u3000]+[)）]")
_CABINET = re.compile("政権|内閣(?![府官総])")
_JUNIOR_RANK = re.compile("[123]等?[陸海空]?[佐尉曹士]$|[曹士]長$")
"""Ranks that none of the glossary's people has."""
_ROYAL = ("王国", "王様", "王室", "王立", "王族", "王宮")
_KATAKANA = re.compile("[ァ-ヺー]{2}$")
_FULL_KATAKANA = re.compile("(?<![ァ-ヺー・･])[ァ-ヺー]+(?:[・･＝=][ァ-ヺー]+)+$")
_GAP = re.compile(r"[ \u3000]*[・･]?[ \u3000]*")
_KATAKANA_PART = re.compile("[ァ-ヺー][・･]$")


class PersonFinder:
    """Finds the persons and titled offices of a text; made once from a glossary and a house style."""

    def __init__(
        self, glossary: Glossary, style: HouseStyle, read: NameReader | None = None, matcher: Matcher | None = None
    ) -> None:
        """`matcher` is the one of the whole glossary, where the caller has it already."""
        self._style, self._reader = style, read
        self._names: dict[str, list[tuple[Term, bool]]] = {}
        people: list[Term] = []
        for term in glossary.of_kind("person"):
            forms = [(form, True) for form in full_forms(term)]
            forms += [(form, not name_of_term(term).given) for form in surname_forms(term)]
            for form, is_full in forms:
                bearers = self._names.setdefault(fold_form(form), [])
                bearers += [] if any(other is term for other, _ in bearers) else [(term, is_full)]
                people.append(replace(term, ja=form, variants=(), abbr="", is_part=True))
        others = tuple(_with_short_form(term) for term in glossary.of_kind(*_KINDS))
        self._matcher = Matcher(Glossary("persons", others + tuple(people)))
        offices = glossary.of_kind("title", "rank")
        offices = tuple(replace(term, is_part=True) for term in offices)
        self._titles = Matcher(Glossary("titles", offices), beside_names=True)
        self._everything = matcher or Matcher(glossary)
        self._home_titles, self._portfolios = HomeTitles.of(glossary), Portfolios.of(glossary)

    def find(self, text: str, readings: Mapping[str, str] | None = None) -> Outcome[tuple[Constraint, ...]]:
        """The constraints of persons, and of offices whose English is put together, with findings on unsure names.

        `readings` holds the kana of names as `readings_in` finds them in the paper.
        """
        matches = (*self._matcher.find_all(text), *self._portfolios.find(text))
        people = _longest([*self._known(text, matches), *self._read(text, readings or {}, matches)])
        phrases = find_titles(text, matches)
        ranked = _ranked(text, phrases, people)
        noted = [(office, one) for one in people if (office := short_office(text, one.span, one.about))]
        phrases = tuple(one for one in phrases if not _is_noted(one, noted))
        # Behind a known name the title may be short: 大川大使, where 大使 alone would not be told from 在大使館.
        shorts = find_titles(text, (*self._titles.find_all(text), *matches))
        shorts = tuple(
            one for one in shorts
            if not _is_noted(one, noted) and one.span.is_free(other.span for other in phrases)
        )  # fmt: skip
        held = [
            (one, _perhaps(text, holder, one))
            for one in (*phrases, *shorts)
            if (holder := _holder(text, one, people, ranked))
        ]
        held += [(office, one) for office, one in noted if office.span.is_free(phrase.span for phrase, _ in held)]
        constraints = [self._titled(text, phrase, holder) for phrase, holder in held]
        findings = [finding for _, holder in held for finding in reading_finding(text, holder)]
        holders = {holder.span for _, holder in held}
        for person in people:
            if person.span not in holders and (_stands_alone(text, person) or HONORIFIC.match(text, person.span.end)):
                constraints.append(self._untitled(text, person))
                findings += reading_finding(text, person)
        named = (*phrases, *(phrase for phrase in shorts if self._is_named(text, phrase)))
        vacant = [phrase for phrase in named if not any(phrase is other for other, _ in held)]
        strangers = self._strangers(text, vacant, [constraint.span for constraint in constraints])
        return Outcome(
            tuple(sorted([*constraints, *strangers.value], key=lambda one: one.span)),
            tuple(dict.fromkeys([*findings, *strangers.findings])),
        )

    def _strangers(self, text: str, vacant: Sequence[TitlePhrase], placed: Sequence[Span]) -> Outcome[list[Constraint]]:
        """The constraints of titles whose holder nobody knows, of offices without one, and of unknown names with 氏."""
        constraints: list[Constraint] = []
        findings: list[Finding] = []

        def is_word(span: Span) -> bool:
            return any(known.span.overlaps(span) for known in self._words(text, span))

        def is_no_name(span: Span) -> bool:
            return any(known.span.overlaps(span) for known in self._words(text, span) if not _is_loanword(known))

        starts = {phrase.span.start for phrase in vacant}
        for phrase in vacant:
            no_name = is_no_name if is_rank(phrase.general) else is_word
            span = self._written(text, phrase.span.start)
            span = span or name_before(text, phrase.span.start, no_name, self._reader)
            after = None if span else name_after(text, phrase.span.end, self._reader)
            span = span or (after if after and after.end not in starts else None)
            if span is None:
                constraints += office_constraints(text, phrase)
                possible = possible_name(text, phrase.span.start, is_word)
                findings += [_unknown(text, possible)] if possible else []
                continue
            person = self._guessed(text, span, phrase.owner)
            constraints.append(self._titled(text, phrase, person) if person else bracketed(text, span, phrase))
            findings += reading_finding(text, person) if person else [_unknown(text, span)]
        taken = [*placed, *(constraint.span for constraint in constraints)]
        for name, whole in (
            *self._polite(text), *addressed_names(text, is_no_name), *lone_name(text, is_word, self._reader),
            *((name, name) for name in (*told_names(text), *full_names_in(text)) if not self._is_known(text, name)),
        ):  # fmt: skip
            if whole.is_free(taken):
                taken.append(whole)
                person = self._guessed(text, name, "")
                constraints.append(self._untitled(text, person) if person else addressed(text, name, whole))
                findings += reading_finding(text, person) if person else [_unknown(text, name)]
        for name in sorted(set(staff_names(text, is_word, self._reader))):
            person = self._guessed(text, name, "") if name.is_free(taken) else None
            if person:
                constraints.append(replace(self._untitled(text, person), strength=Strength.MUST))
                findings += reading_finding(text, person)
        return Outcome(constraints, tuple(findings))

    def _is_named(self, text: str, phrase: TitlePhrase) -> bool:
        """Whether an office that is too short to be told by itself has a name before it, or its town."""
        if phrase.is_of_town:
            return True
        at, katakana = phrase.span.start, _FULL_KATAKANA if phrase.needs_full_name else _KATAKANA
        return bool(self._written(text, at) or katakana.search(text, 0, at))

    def _written(self, text: str, end: int) -> Span | None:
        """The Japanese name that ends there, told by its kanji, unless a term of the glossary covers it."""
        span = name_ending_at(text, end)
        return None if span is None or self._is_known(text, span) else span

    def _polite(self, text: str) -> Iterator[tuple[Span, Span]]:
        """Japanese names with さん and its like: the span of the name, and that of both."""
        for polite in polite_forms(text):
            name = self._written(text, polite.start)
            if name:
                yield name, Span(name.start, polite.end)

    def _is_known(self, text: str, span: Span) -> bool:
        return any(one.span.start <= span.start and span.end <= one.span.end for one in self._words(text, span))

    def _words(self, text: str, span: Span) -> Iterator[TermMatch]:
        """Words of the glossary in what goes before the end of a name; parts of longer katakana names are none."""
        for known in self._everything.find(text[: span.end]):
            if known.term.kind != "person" or (known.span.start <= span.start and span.end <= known.span.end):
                yield known

    def _guessed(self, text: str, span: Span, owner: str) -> KnownPerson | None:
        """The person by the usual reading of a name in kanji, unless the office is that of another country."""
        written = re.sub(r"[ \u3000]", "", text[span.start : span.end])
        kana = self._reader(written) if self._reader and owner in ("", "Japan") and is_kanji(written[0]) else None
        if not kana:
            return None
        note = f"usual reading {kana}, romanised"
        return KnownPerson(
            span, name_of_reading(kana, self._style), "・" in kana, note, is_verified=False, is_guessed=True
        )

    def _known(self, text: str, matches: Iterable[TermMatch]) -> Iterator[KnownPerson]:
        known = tuple(matches)
        ends = {match.span.end for match in known}
        countries = {match.term.en: match.term for match in known if match.term.kind == "country"}
        for match in (one for one in known if one.term.kind == "person"):
            is_bounded = match.span.start in ends or not goes_on(text, match.span.start)
            if is_bounded and not _begins_word(text, match) and not _ends_name(text, match.span.start, ends):
                bearers = _fitting(self._names[fold_form(match.form)], countries.values())
                term, is_full = bearers[0]
                others = tuple(name_of_term(other) for other, _ in bearers[1:] if other.en != term.en)
                span, about = _with_furigana(text, match.span), term.note
                is_any = len(match.form) == 1 and "・" in term.ja and not is_of(term, countries.values())
                yield KnownPerson(
                    span, name_of_term(term), is_full, term.provenance, others=others, about=about, is_any=is_any
                )

    def readings(self, texts: Iterable[str]) -> dict[str, str]:
        """The readings of names in the texts of a paper, as `readings_in` gives them; titles may stand before names."""
        return readings_in(texts, lambda text: {match.span.end for match in self._matcher.find_all(text)})

    def _read(self, text: str, readings: Mapping[str, str], known: Iterable[TermMatch]) -> Iterator[KnownPerson]:
        """Names that are not in the glossary but have a reading in the paper, their own where it stands behind them."""
        own = self.readings([text])
        ends = {match.span.end for match in known}
        for written, kana in {**readings, **own}.items():
            for match in re.finditer("[ \u3000]?".join(map(re.escape, written)), text):
                span = _with_furigana(text, Span(*match.span()))
                is_bounded = match.start() in ends or not goes_on(text, match.start())
                is_part = not (is_bounded or (written in own and span.end > match.end()))
                if fold_form(written) in self._names or is_part:
                    continue
                note = f"reading {kana} given in the paper, romanised"
                yield KnownPerson(span, name_of_reading(kana, self._style), "・" in kana, note, is_verified=False)

    def _titled(self, text: str, phrase: TitlePhrase, person: KnownPerson) -> Constraint:
        phrase = noted_rank(self._home_titles.fitted(phrase, person.about), person.about)
        start, end = min(person.span.start, phrase.span.start), max(person.span.end, phrase.span.end)
        honorific = HONORIFIC.match(text, end)
        end = honorific.end() if honorific else end
        names = name_forms(person.name, self._style, is_full=person.is_full)
        full = () if person.is_full or person.others else name_forms(person.name, self._style, is_full=True)
        forms = [with_title(title, name) for title in phrase.forms for name in names]
        forms += [form for title in phrase.forms for name in (*names, *full) for form in both_orders(title, name)]
        bearers = (person.name, *person.others)
        surnames = [form for name in bearers for form in name_forms(name, self._style, is_full=False)]
        forms += [form for title in phrase.forms for name in surnames for form in both_orders(title, name)]
        forms += [
            f"{title} {name} of {article}{phrase.owner}"
            for title in phrase.office
            for name in (*names, *full)
            for article in ("", "the ")
        ]
        return then_office(
            text, person_constraint(text, Span(start, end), forms, f"{person.note}; {TITLE_FROM} {phrase.origin}")
        )

    def _untitled(self, text: str, person: KnownPerson) -> Constraint:
        names = name_forms(person.name, self._style, is_full=person.is_full)
        names += tuple(
            form for other in person.others for form in name_forms(other, self._style, is_full=person.is_full)
        )
        honorific = HONORIFIC.match(text, person.span.end)
        if not honorific:
            is_sure = person.is_full or _CABINET.match(text, person.span.end)
            strength = Strength.MUST if is_sure else Strength.SHOULD
            return replace(person_constraint(text, person.span, names, person.note), strength=strength)
        span = Span(person.span.start, honorific.end())
        known = person.name.honorific
        addressed = [f"{honorific} {name}" for honorific in ([known] if known else ["Mr.", "Ms."]) for name in names]
        return person_constraint(text, span, [*addressed, *names] if known else [*names, *addressed], person.note)


def _unknown(text: str, name: Span) -> Finding:
    return unknown_name(text[name.start : name.end], "person")


def _with_short_form(term: Term) -> Term:
    """A country with its one-character form, which stands before titles only (英国防大臣)."""
    short = term.remark("short") if term.kind == "country" else ""
    return replace(term, variants=(*term.variants, short)) if short else term


def _longest(people: Iterable[KnownPerson]) -> list[KnownPerson]:
    """Without the names that stand inside longer ones."""
    kept: list[KnownPerson] = []
    for person in sorted(people, key=lambda one: one.span.start - one.span.end):
        if person.span.is_free(other.span for other in kept):
            kept.append(person)
    return kept


def _ranked(text: str, phrases: Iterable[TitlePhrase], people: Sequence[KnownPerson]) -> frozenset[Span]:
    """The persons with their rank directly before their full name; a post behind it is another matter."""
    ends = {phrase.span.end for phrase in phrases}
    return frozenset(
        p.span
        for p in people
        if p.is_full and any(not text[end : p.span.start].strip() for end in ends if end <= p.span.start)
    )


def _holder(
    text: str, phrase: TitlePhrase, people: Iterable[KnownPerson], ranked: Container[Span]
) -> KnownPerson | None:
    """The person whose title it is: the longest name directly before it, else a full name directly after it.

    In 陸将補　杉原亮介　第12旅団長 the rank is the person's, and the post stands by itself.
    """
    before = [p for p in people if _GAP.fullmatch(text, p.span.end, max(p.span.end, phrase.span.start))
              and p.span.end <= phrase.span.start
              and not (p.span in ranked and p.span.end < phrase.span.start)]  # fmt: skip
    after = [p for p in people if p.is_full and p.span.start >= phrase.span.end
             and not text[phrase.span.end : p.span.start].strip()]  # fmt: skip
    ordered = sorted(before, key=lambda p: p.span.start) or sorted(after, key=lambda p: -p.span.end)
    return ordered[0] if ordered else None


def _is_noted(phrase: TitlePhrase, noted: Iterable[tuple[TitlePhrase, KnownPerson]]) -> bool:
    """Whether the note on a person tells better what an office is that only should be so."""
    is_should = phrase.strength is Strength.SHOULD and not phrase.is_composed
    return is_should and any(office.span == phrase.span for office, _ in noted)


def _perhaps(text: str, person: KnownPerson, phrase: TitlePhrase) -> KnownPerson:
    """The person as one of many of this surname, before an office that the glossary's note does not have: 中谷選手."""
    if text[person.span.start : person.span.end] in READ_ALIKE:
        return person
    is_noted = any(form.lower() in person.about.lower() for form in phrase.forms)
    is_of_anyone = phrase.needs_name or bool(_JUNIOR_RANK.search(phrase.general))
    is_sure = person.is_full or is_noted or not (person.is_verified and is_of_anyone)
    return person if is_sure else replace(person, is_any=True)


def _fitting(bearers: Sequence[tuple[Term, bool]], countries: Iterable[Term]) -> Sequence[tuple[Term, bool]]:
    """Of several persons of one name those whose note names a country of the text, as Rajnath Singh's names India."""
    lands = tuple(countries)
    fitting = [bearer for bearer in bearers if is_of(bearer[0], lands)]
    return fitting if len(bearers) > 1 and fitting else bearers


def _begins_word(text: str, match: TermMatch) -> bool:
    """Whether a surname of one kanji is the beginning of a longer name or of a word: 安 in 安西２佐, 王 in 王国軍."""
    start, after = match.span.start, text[match.span.end : match.span.end + 1]
    if len(match.form) > 1 or not after or not is_kanji(after):
        return False
    longer = name_ending_at(text, match.span.end + 1)
    return text[start : start + 2] in _ROYAL or (longer is not None and longer.start == start)


def _ends_name(text: str, start: int, ends: Container[int]) -> bool:
    """Whether it is the last part of a longer katakana name that the glossary does not have (ファム・ミン・チン)."""
    return bool(_KATAKANA_PART.search(text, 0, start)) and start - 1 not in ends


def _stands_alone(text: str, person: KnownPerson) -> bool:
    """Whether a name needs no title beside it to be one: a full name, or a surname of three katakana or more."""
    return (
        person.is_full
        or bool(_CABINET.match(text, person.span.end))
        or bool(
            re.fullmatch("[ァ-ヺー]{3,}|[ァ-ヺー]+(?:[・･＝=][ァ-ヺー]+)+", text[person.span.start : person.span.end])
        )
    )


def _with_furigana(text: str, span: Span) -> Span:
    """The name with the reading in brackets after it, which English does not repeat."""
    match = _FURIGANA.match(text, span.end)
    return Span(span.start, match.end()) if match else span


def _is_loanword(known: TermMatch) -> bool:
    """Whether it is an ordinary word in katakana, which with 氏 behind it is a name: クレーン氏."""
    return known.term.strength is Strength.SHOULD and all(is_katakana(char) for char in known.form)
