"""Constraints: everything in a segment whose English is known beforehand, put together without overlaps.

Persons go before dates, times, money and references, these before glossary terms, these before other figures and names
of ships; within a family the longer stretch goes first. A stretch of a later family still wins over one that it wholly
contains, as the equipment 12式地対艦誘導弾 does over the type number 12式. Words that only should stand there never
hide a country, place, acronym or figure that must: of ウクライナ支援 the country is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import Block, BlockId
from briefgen.model.segment import Constraint, ConstraintKind, SegmentedDocument, SegmentId, Span, Strength
from briefgen.model.style import HouseStyle
from briefgen.terms.acronyms import find_acronyms
from briefgen.terms.domains import PaperDomain
from briefgen.terms.glossary.glossary import Glossary, Term, fold_form
from briefgen.terms.latin import find_latin
from briefgen.terms.laws import unknown_laws
from briefgen.terms.matching import Matcher, TermMatch
from briefgen.terms.missing import possible_name
from briefgen.terms.persons.persons import PersonFinder
from briefgen.terms.persons.portfolios import Portfolios
from briefgen.terms.persons.ranks import fitting_rank
from briefgen.terms.persons.strangers import NameReader, katakana_runs
from briefgen.terms.placeables import find_placeables
from briefgen.terms.placeables.weekdays import are_weekdays, weekday_alone
from briefgen.terms.places.dealings import find_dealings
from briefgen.terms.places.facilities import find_facilities
from briefgen.terms.places.letters import LetterFinder, pairs_with_japan
from briefgen.terms.places.peoples import find_peoples
from briefgen.terms.places.towns import PlaceReader, find_towns
from briefgen.terms.sections import find_sections
from briefgen.terms.ships import find_ships, names_navy, with_fitting_prefix
from briefgen.terms.table_cells import eras_of_cells, halves_of_cells, other_in_cells
from briefgen.terms.unknown import UnknownNames

__all__ = ["Constrainer"]

_BEFORE_TERMS = frozenset(
    {ConstraintKind.DATE, ConstraintKind.TIME, ConstraintKind.DURATION, ConstraintKind.MONEY, ConstraintKind.REFERENCE}
)
_HEADS = ("paper", "press")
"""Fields of the glossary whose terms are the heads of papers."""
_NEVER_HIDDEN = frozenset(ConstraintKind) - {ConstraintKind.TERM}


class Constrainer:
    """Finds the constraints of segments by one glossary and one house style; made once per run."""

    def __init__(
        self,
        glossary: Glossary,
        style: HouseStyle | None = None,
        read_name: NameReader | None = None,
        read_places: PlaceReader | None = None,
    ) -> None:
        """`read_name` guesses the reading of a name that neither glossary nor paper gives; `read_places` of towns."""
        self._read_places = read_places
        self._style = style or HouseStyle()
        self._matchers: tuple[Matcher, ...] = (Matcher(glossary),)
        self._letters, self._portfolios = LetterFinder.of(glossary), Portfolios.of(glossary)
        self._persons = PersonFinder(glossary, self._style, read_name, self._matchers[0])
        self._known = glossary.english

    def constrain(self, segmented: SegmentedDocument) -> Outcome[dict[SegmentId, tuple[Constraint, ...]]]:
        """The constraints of every segment in source order; acronyms that the paper itself defines are included."""
        about = segmented.source.metadata
        texts = [segment.text for segment in segmented.segments]
        acronyms = find_acronyms(texts, self._known)
        matchers = self._matchers
        if acronyms.value:
            matchers += (Matcher(Glossary(segmented.source.name, acronyms.value)),)
        readings = self._persons.readings([*texts, *(block.text for block in segmented.source.blocks)])
        domain = PaperDomain(tuple(texts), self._matchers[0])
        year = about.issued.year if about.issued and not about.is_of_file else None
        names = UnknownNames.of(texts, self._has_word)
        is_naval = any(map(names_navy, texts))
        frame = _Frame(year, matchers, readings, domain, names, are_weekdays(texts), is_naval)
        blocks = segmented.source.blocks
        halves, known = halves_of_cells(blocks), {**other_in_cells(blocks), **self._years(blocks)}
        pages = {block.id: block.page for block in segmented.source.blocks}
        constraints: dict[SegmentId, tuple[Constraint, ...]] = {}
        findings = [replace(one, where=Location(segmented.source.name)) for one in acronyms.findings]
        for last, segment in zip((None, *segmented.segments), segmented.segments, strict=False):
            above = last.text if last else ""
            before = above if last and last.block == segment.block else ""
            cell = known.get(segment.block)
            found = (
                Outcome((cell,)) if cell
                else self._constrain(segment.text, frame, above, (before, halves.get(segment.block, "")))
            )  # fmt: skip
            constraints[segment.id] = found.value
            noticed = (*found.findings, *_possible_names(segment.text, found.value))
            where = Location(segmented.source.name, pages.get(segment.block), segment.block, segment.id)
            findings += [replace(finding, where=where) for finding in noticed]
        return Outcome(constraints, tuple(findings))

    def _years(self, blocks: Iterable[Block]) -> dict[BlockId, Constraint]:
        """The years of cells whose era another cell tells, each as if it stood before them."""
        eras, years = eras_of_cells(blocks), {}
        for block in (block for block in blocks if block.id in eras):
            for one in find_placeables(eras[block.id] + block.text, self._style).value[:1]:
                years[block.id] = replace(one, span=Span(0, len(block.text)), source=block.text)
        return years

    def constrain_text(self, text: str, year: int | None = None) -> tuple[Constraint, ...]:
        """The constraints of a single text, such as a title or a cell; `year` is the year of issue."""
        domain = PaperDomain((text,), self._matchers[0])
        frame = _Frame(
            year, self._matchers, self._persons.readings([text]), domain, UnknownNames.of([text], self._has_word)
        )
        return self._constrain(text, frame).value

    def _has_word(self, text: str) -> bool:
        return bool(self._matchers[0].find_all(text))

    def _constrain(
        self, text: str, frame: _Frame, above: str = "", hours: tuple[str, str] = ("", "")
    ) -> Outcome[tuple[Constraint, ...]]:
        """The constraints of a text, each candidate with the rank of its family, and what was noticed of those kept.

        `above` is the text of the segment before it, the office beside the rank in a table; `hours` what tells the half
        of the day of bare ones, that text where both are of one paragraph, and the half that the head of a cell names.
        """
        persons = self._persons.find(text, frame.readings)
        placeables = find_placeables(text, self._style, frame.year, *hours)
        ranked = [(0, constraint) for constraint in persons.value]
        ranked += [(0, weekday) for weekday in weekday_alone(text) if frame.has_weekdays]
        ranked += [(1 if one.kind in _BEFORE_TERMS else 3, one) for one in placeables.value]
        matches = [frame.domain.resolve(match) for matcher in frame.matchers for match in matcher.find_all(text)]
        matches += self._portfolios.find(text)
        lists = tuple(self._letters.lists(text, matches))
        matches = [
            match
            for match in matches
            if match.term.kind != "person" and not self._letters.cuts(text, match.span, lists)
        ]
        terms = {match.span: match for match in matches}
        found = (_of_term(match, text) for match in matches)
        ranked += [(2, with_fitting_prefix(term, text, is_naval=frame.is_naval)) for term in found]
        ranked += [(2, country) for country in self._letters.find(text, matches)]
        ranked += [(2, dealing) for dealing in find_dealings(text, matches, self._letters.terms)]
        for find in (pairs_with_japan, find_facilities, find_peoples):
            ranked += [(2, place) for place in find(text, matches)]
        ranked += [(3, ship) for ship in (*find_ships(text), *frame.names.ships(text))]
        ranked += [(3, name) for name in (*find_latin(text, matches), *find_sections(text, matches))]
        known = _without_overlaps(ranked)
        things = frame.names.find(text, known)
        towns = find_towns(text, (*known, *things.value), self._read_places)
        places = frame.names.find_places(text, (*known, *things.value, *towns.value))
        known = tuple(one for one in known if one.span.is_free(place.span for place in places.value))
        kept = tuple(sorted((*known, *things.value, *towns.value, *places.value), key=lambda one: one.span))
        kept = tuple(fitting_rank(text, one, above) for one in kept)
        doubts = [finding for one in kept if one.span in terms for finding in _ambiguity(terms[one.span])]
        doubts += (*things.findings, *places.findings, *unknown_laws(text, kept))
        return Outcome(kept, (*persons.findings, *placeables.findings, *doubts, *towns.findings))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the segments of a paper have in common."""

    year: int | None
    matchers: tuple[Matcher, ...]
    readings: Mapping[str, str]
    domain: PaperDomain
    names: UnknownNames
    has_weekdays: bool = False
    """Letters that are all of a text are weekdays."""
    is_naval: bool = False
    """Warships or the Self-Defense Forces are spoken of somewhere."""


def _of_term(match: TermMatch, text: str) -> Constraint:
    """The constraint of a glossary term in a text; where its abbreviation stands there, that is asked for.

    The heads of papers, Reference and Notice, are no names inside of a sentence.
    """
    term = match.term
    english, expansion, kind = term.en, "", term.constraint_kind
    accepted = [*term.accepted, term.abbr, *(rival.en for rival in match.rivals)]
    if kind is ConstraintKind.ACRONYM or (term.abbr and fold_form(match.form) == fold_form(term.abbr)):
        english, expansion, kind = term.abbr or term.en, term.long_form, ConstraintKind.ACRONYM
        accepted += [term.en, expansion]
    accepted += _other_forms(term)
    is_head = term.domain in _HEADS and term.strength is Strength.SHOULD and english.isalpha()
    if is_head and match.span.start and text.endswith("。"):
        english, accepted = english.lower(), [english, *accepted]
    return Constraint(
        match.span,
        text[match.span.start : match.span.end],
        english,
        kind,
        term.strength,
        tuple(dict.fromkeys(form for form in accepted if form and form != english)),
        term.avoid,
        "; ".join(filter(None, (_japanese_name(term), term.provenance))),
        expansion,
        term.adjective if kind is ConstraintKind.COUNTRY else "",
    )


def _other_forms(term: Term) -> Iterator[str]:
    """Forms that are right without being listed: Ukrainian for a country, defense ministers for an office."""
    if term.kind == "country":
        yield term.adjective
    if term.kind in ("title", "rank"):
        yield from (form.lower() for form in (term.en, *term.accepted))


def _japanese_name(term: Term) -> str:
    """What an acronym stands for in Japanese, for the list of abbreviations: 北大西洋条約機構 of NATO."""
    if term.constraint_kind is not ConstraintKind.ACRONYM or not term.ja.isascii():
        return ""
    return next((form for form in term.variants if re.search(r"[\u4e00-\u9fff]", form)), "")


def _ambiguity(match: TermMatch) -> Iterator[Finding]:
    if match.rivals:
        others = ", ".join(term.en for term in match.rivals)
        message = f"{match.term.ja} has several renderings in the glossary: {match.term.en} was used, not {others}."
        yield Finding(
            Code.AMBIGUOUS_TERM, Severity.WARNING, message, hint="Keep one of them, or give each its context or domain."
        )


def _possible_names(text: str, constraints: Iterable[Constraint]) -> Iterator[Finding]:
    """Katakana that may be a name and that no constraint covers: its English is the model's."""
    covered = [constraint.span for constraint in constraints]
    for span in katakana_runs(text):
        if span.is_free(covered):
            yield possible_name(text[span.start : span.end], Severity.WARNING)


def _without_overlaps(ranked: Iterable[tuple[int, Constraint]]) -> tuple[Constraint, ...]:
    """The constraints that stay; where a stronger one breaks up a longer, what that had shut out is looked at anew.

    インド太平洋の情勢 gives way to the country in it, and then インド太平洋 goes before インド.
    """
    order = sorted(ranked, key=lambda pair: (pair[0], pair[1].span.start - pair[1].span.end))
    chosen: list[Constraint] = []
    for _, candidate in order:
        rivals = [other for other in chosen if other.span.overlaps(candidate.span)]
        if all(_goes_before(candidate, other) for other in rivals):
            broken = [other for other in rivals if not _contains(candidate.span, other.span)]
            if broken:
                return _without_overlaps([pair for pair in order if pair[1] not in broken])
            chosen = [other for other in chosen if other not in rivals] + [candidate]
    return tuple(sorted(chosen, key=lambda one: one.span))


def _goes_before(one: Constraint, other: Constraint) -> bool:
    """Whether a constraint takes the place of another, chosen before, that it overlaps."""
    if _contains(one.span, other.span):
        return one.strength >= other.strength or other.kind not in _NEVER_HIDDEN
    return one.strength > other.strength and one.kind in _NEVER_HIDDEN


def _contains(outer: Span, inner: Span) -> bool:
    """Whether one stretch holds the whole of a shorter one."""
    return outer.start <= inner.start and inner.end <= outer.end and outer != inner
