"""What the test set of the promise measures: matching, computed English, and what is left of both after translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefgen.checks import check_document
from briefgen.findings import Severity
from briefgen.model.document import Block, BlockId, BlockKind, SourceDocument
from briefgen.model.segment import (
    Constraint,
    Rung,
    Segment,
    SegmentedDocument,
    SegmentId,
    Span,
    Strength,
    TranslatedSegment,
)
from briefgen.terms.constraints import Constrainer
from briefgen.terms.figures import unlicensed_numbers
from briefgen.terms.persons.bearers import NOBODY, People
from briefgen.terms.verify import find_form, locate_all
from briefgen.translation.engines.engine import Engine
from briefgen.translation.ladder import Means, translate_document
from tests.promise.cases import Case

__all__ = [
    "Difference", "Matching", "Outcome", "Translated", "constraints_of", "is_right", "match_cases", "outcome_of",
    "translate_cases", "translate_plainly",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement of matcher and annotation: what was expected (or nothing), what was got (or nothing)."""

    place: str
    kind: str
    expected: str
    got: str


@dataclass(slots=True)
class Matching:
    """Counts by kind, as annotated; where nothing is annotated, by the kind that was found."""

    annotated: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def recall(self, kinds: Iterable[str] | None = None) -> float:
        """Percent of the annotated constraints that were found on the same stretch with the right English."""
        return _percent(_sum(self.right, kinds), _sum(self.annotated, kinds))

    def precision(self, kinds: Iterable[str] | None = None) -> float:
        """Percent of the MUST constraints found that are annotated there with that English."""
        return _percent(_sum(self.right, kinds), _sum(self.found, kinds))


@dataclass(frozen=True, slots=True)
class Translated:
    """A case in English, by one way."""

    case: Case
    english: str
    constraints: tuple[Constraint, ...]
    """What the matcher found."""
    has_error: bool = False
    """Whether the note shows an error finding on its row."""
    is_source_kept: bool = False

    @property
    def sentence(self) -> str:
        """The English less the bracket in which a row that keeps the Japanese lists what it could not place."""
        return self.english.partition("[Not ")[0] if self.is_source_kept else self.english


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the annotated MUST constraints and of the figures."""

    musts: int
    standing: int
    """In the English in a form the annotation accepts, or in one that the product accepts for the same stretch."""
    strictly_standing: int
    """In the English in a form the annotation accepts."""
    broken: tuple[str, ...]
    """Neither in the English nor on a row with an error finding: the promise broken."""
    unlicensed: tuple[str, ...]
    """Numbers in the English that the Japanese does not license, on rows without an error finding."""
    source_kept: int

    @property
    def in_english(self) -> float:
        """Percent of the MUST constraints."""
        return _percent(self.standing, self.musts)

    @property
    def strictly_in_english(self) -> float:
        """Percent of the MUST constraints, by the annotated forms alone."""
        return _percent(self.strictly_standing, self.musts)

    @property
    def kept(self) -> float:
        """Percent of the MUST constraints that are in the English or on a row with an error finding."""
        return _percent(self.musts - len(self.broken), self.musts)


def constraints_of(case: Case, constrainer: Constrainer) -> tuple[Constraint, ...]:
    """What the product finds in a case that stands alone, so that no paper gives it an acronym or a reading."""
    segmented = _document([case])
    return constrainer.constrain(segmented).value[segmented.segments[0].id]


def match_cases(cases: Sequence[Case], constrainer: Constrainer) -> Matching:
    """Matcher against annotation: right English for the same stretch, or for one that holds it or lies in it.

    The tolerance is for counters: of 計５名 either 5 people or the 5 alone is placed, and the annotation accepts both.
    """
    result = Matching()
    for case in cases:
        found = [one for one in constraints_of(case, constrainer) if one.strength is Strength.MUST]
        for one in case.annotations:
            rivals = [other for other in found if _holds(one.span, other.span) or _holds(other.span, one.span)]
            right = next((other for other in rivals if is_right(other.english, one)), None)
            found = [other for other in found if other is not right]
            if one.strength is Strength.MUST:
                result.annotated[one.kind] += 1
                result.found[one.kind] += right is not None
                result.right[one.kind] += right is not None
                if right is None:
                    result.differences.append(_difference(case, one, rivals))
        for other in found:
            result.found[other.kind] += 1
            result.differences.append(Difference(case.place, other.kind, "", _shown(other)))
    return result


def is_right(english: str, annotation: Constraint) -> bool:
    """Whether an English is one of the annotated forms, as a whole."""
    whole = Span(0, len(english))
    forms = (annotation.english, *annotation.accepted)
    return any(whole in find_form(english, form, annotation.kind) or form == english for form in forms)


def translate_cases(
    cases: Sequence[Case], constrainer: Constrainer, engine: Engine, people: People = NOBODY
) -> list[Translated]:
    """Every case by the ladder and through the checks, as rows of one paper."""
    segmented = _document(cases)
    constraints = {
        segment.id: constraints_of(case, constrainer) for segment, case in zip(segmented.segments, cases, strict=True)
    }
    document = translate_document(segmented, constraints, Means(engine, people=people)).value
    errors = {str(one.where.segment) for one in check_document(document) if one.severity is Severity.ERROR}
    return [_row(case, row, errors) for case, row in zip(cases, document.segments, strict=True)]


def translate_plainly(cases: Sequence[Case], constrainer: Constrainer, engine: Engine) -> list[Translated]:
    """Every case as the engine gives it, with no constraint written, nothing verified and nothing reported."""
    answers = engine.translate([case.ja for case in cases])
    return [
        Translated(case, answer[0].text, constraints_of(case, constrainer))
        for case, answer in zip(cases, answers, strict=True)
    ]


def outcome_of(rows: Sequence[Translated]) -> Outcome:
    """The counts over all rows."""
    musts = standing = strictly = 0
    broken: list[str] = []
    unlicensed: list[str] = []
    for row in rows:
        annotated = row.case.musts
        strict = _standing(row, annotated)
        wide = _standing(row, _widened(annotated, row.constraints))
        musts, strictly, standing = musts + len(annotated), strictly + sum(strict), standing + sum(wide)
        if not row.has_error:
            broken += [
                f"{row.case.place}: {one.source}: {row.english}"
                for one, here in zip(annotated, wide, strict=True)
                if not here
            ]
            unlicensed += [
                f"{row.case.place}: {value}: {row.english}"
                for _, value in unlicensed_numbers(row.english, row.case.ja, row.case.annotations)
            ]
    kept = sum(row.is_source_kept for row in rows)
    return Outcome(musts, standing, strictly, tuple(broken), tuple(unlicensed), kept)


def _standing(row: Translated, constraints: Sequence[Constraint]) -> list[bool]:
    """Which of them stand in the English sentence."""
    return [place is not None for place in locate_all(row.sentence, constraints)]


def _widened(annotated: Iterable[Constraint], found: Iterable[Constraint]) -> list[Constraint]:
    """The annotations with the other forms that the product accepts, where it placed the right English."""
    kept = tuple(found)
    return [_with_forms(one, kept) for one in annotated]


def _with_forms(one: Constraint, found: Iterable[Constraint]) -> Constraint:
    rivals = (other for other in found if _holds(one.span, other.span) or _holds(other.span, one.span))
    more = next(((other.english, *other.accepted) for other in rivals if is_right(other.english, one)), ())
    return Constraint(one.span, one.source, one.english, one.kind, one.strength, (*one.accepted, *more))


def _row(case: Case, row: TranslatedSegment, errors: set[str]) -> Translated:
    is_kept = row.rung is Rung.SOURCE_KEPT
    return Translated(case, row.english, row.constraints, row.segment.id in errors, is_kept)


def _document(cases: Sequence[Case]) -> SegmentedDocument:
    blocks = tuple(Block(BlockId(f"b{n:04d}"), BlockKind.PARAGRAPH, case.ja) for n, case in enumerate(cases, 1))
    segments = tuple(Segment(SegmentId(f"{b.id}.s01"), b.id, Span(0, len(b.text)), b.text) for b in blocks)
    return SegmentedDocument(SourceDocument("promise.txt", "0" * 64, "text/plain", blocks), segments)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _difference(case: Case, missed: Constraint, rivals: Iterable[Constraint]) -> Difference:
    return Difference(case.place, missed.kind, _shown(missed), "; ".join(map(_shown, rivals)))


def _shown(constraint: Constraint) -> str:
    return f"{constraint.source} → {constraint.english}"


def _sum(counts: Counter[str], kinds: Iterable[str] | None) -> int:
    return counts.total() if kinds is None else sum(counts[kind] for kind in kinds)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0
