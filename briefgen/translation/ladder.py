"""The ladder: eight ways to the English of a segment, each verified, the first that passes without objection wins.

1 reviewed translation · 2 one term or one computed value · 3 sentence pattern · 4 inline constraints · 5 slots ·
6 n-best of both, the one with the fewest failures · 7 clause by clause, stitched · 8 the source kept, with an error.
Engine rungs run on all segments still open at once, so that a document is a handful of batches. What passes rungs 4 to
6 with objections is kept until rung 6 has found nothing better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import pairwise

from briefgen.findings import Code, Outcome
from briefgen.japanese.numerals import parse_number
from briefgen.japanese.sentences import split_long
from briefgen.model.segment import (
    Attempt,
    Constraint,
    ConstraintKind,
    Rung,
    Segment,
    SegmentedDocument,
    SegmentId,
    Span,
    Status,
    Strength,
    TranslatedDocument,
    TranslatedSegment,
)
from briefgen.terms.bearers import NOBODY, People
from briefgen.terms.mending import in_house_style, mend_avoided
from briefgen.translation.compounds import beside
from briefgen.translation.doubt import Estimator
from briefgen.translation.engine import UNMARKED, Capabilities, Engine, Hypothesis
from briefgen.translation.grouping import group_constraints
from briefgen.translation.memory import Memory
from briefgen.translation.patterns import PatternMemory
from briefgen.translation.tidying import spaced, tidy
from briefgen.translation.writing import Written, fill_slots, write_inline, write_plain, write_slots
from briefgen.verification import Failure, Verdict, verify

__all__ = ["Means", "translate_document"]

N_BEST = 4
"""Hypotheses asked for at once: the width of the beam, so that they cost nothing more."""
CLAUSE_LIMITS = (90, 50, 30)
"""Characters a clause of rung 7 may have, tried in turn: the model's short sentences are its good ones."""

_OPEN_TO_OBJECTION = {Rung.INLINE, Rung.SLOTS, Rung.RERANKED}
_STATUS = {Rung.MEMORY: Status.REVIEWED, Rung.WHOLE: Status.COMPUTED, Rung.PATTERN: Status.PATTERN}
_MOST_JOINED = 3
_JOINABLE = {
    ConstraintKind.TERM, ConstraintKind.ACRONYM, ConstraintKind.NAME, ConstraintKind.COUNTRY, ConstraintKind.ORDINAL,
}  # fmt: skip
"""Kinds that stand side by side in English as in Japanese: 日ウクライナ + 防衛相会談."""
_ONLY_LACKING = {Code.TERM_MISSING, Code.TOO_SHORT}
_SMALL_START = re.compile(r"(?:The|A|An|In|It|This|These|For|At|To|On|He|She|They|We|There|As|Under|Based|And|While)\b")
_MARKS = str.maketrans({"。": ".", "、": ", ", "・": "-", "「": "“", "」": "”"})
_HEADED = re.compile(
    r"(?P<head>[^\s。、（(]{2,8})[\u3000\t]+(?:(?P<number>[0-9０-９]{1,2})[\u3000\t]+)?(?P<value>[^\u3000\t].*\S)"
)
_OF_HEADS = {ConstraintKind.TERM, ConstraintKind.REFERENCE}
_ENDINGS = "。．.　 \t\n"

Constraints = Mapping[SegmentId, tuple[Constraint, ...]]
Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""
    del done, total


@dataclass(frozen=True, slots=True)
class Means:
    """All that a document can be translated with; without an engine the ladder goes from rung 3 to rung 8."""

    engine: Engine | None
    memory: Memory = field(default_factory=lambda: Memory({}))
    patterns: PatternMemory = field(default_factory=lambda: PatternMemory(()))
    progress: Progress = _silent
    """Called with the number of settled segments and of all."""
    people: People = NOBODY
    """Whom no hypothesis may name unless the Japanese does."""
    estimator: Estimator | None = None
    """Judges the rows that the engine made and objects to some; without it they carry no doubt."""


@dataclass(slots=True)
class _Climb:
    """A segment on its way up; lives only inside this module."""

    segment: Segment
    constraints: tuple[Constraint, ...]
    people: People = NOBODY
    estimator: Estimator | None = None
    attempts: list[Attempt] = field(default_factory=list)
    result: TranslatedSegment | None = None
    best: tuple[tuple[int, int, float], str, Verdict] | None = None
    spare: list[tuple[Written, Hypothesis]] = field(default_factory=list)
    objected: list[tuple[int, TranslatedSegment]] = field(default_factory=list)

    def try_english(self, rung: Rung, given: str, english: str, hypothesis: Hypothesis | None = None) -> bool:
        """Record an attempt; settle the segment when it passes."""
        cut = hypothesis is not None and hypothesis.was_truncated
        score = hypothesis.score if hypothesis else None
        verdict = verify(self.segment.text, english, self.constraints, cut, self.people)
        self.attempts.append(Attempt(rung, given, english, tuple(f.message for f in verdict.failures), score))
        rank = (-len(verdict.failures), verdict.met, score or 0.0)
        if self.best is None or rank > self.best[0]:
            self.best = (rank, english, verdict)
        if verdict.passes:
            self.settle(rung, english, verdict, _STATUS.get(rung, Status.MACHINE))
            self._object(rung)
        return self.result is not None

    def try_hypothesis(self, rung: Rung, written: Written, hypothesis: Hypothesis) -> bool:
        """Fill the slots of what the engine said, mend its small faults, and try it."""
        english = fill_slots(hypothesis.text, written)
        if english is None:
            lost = ("a slot was lost or doubled",)
            self.attempts.append(Attempt(rung, written.text, hypothesis.text, lost, hypothesis.score))
            return False
        english = in_house_style(mend_avoided(english, self.constraints), self.constraints)
        english = tidy(english, self.segment.text, self.constraints)
        return self.try_english(rung, written.text, english, hypothesis)

    def _object(self, rung: Rung) -> None:
        """Keep what passes with objections, and go on."""
        assert self.result is not None
        count = self.estimator.objections_to(self.result) if self.estimator and rung in _OPEN_TO_OBJECTION else 0
        if count:
            self.attempts[-1] = replace(self.attempts[-1], failures=("passes, and the checks object",))
            self.objected.append((count, self.result))
            self.result = None

    def settle_objected(self) -> None:
        """Settle for what has the fewest objections, and of these for what came first."""
        if self.result is None and self.objected:
            _, row = min(self.objected, key=lambda pair: pair[0])
            self.result = replace(row, attempts=tuple(self.attempts))

    def settle(self, rung: Rung, english: str, verdict: Verdict, status: Status) -> None:
        """Give the segment its final English."""
        self.result = TranslatedSegment(
            self.segment, english, rung, status, self.constraints, verdict.marks, tuple(self.attempts)
        )


def translate_document(
    segmented: SegmentedDocument, constraints: Constraints, means: Means
) -> Outcome[TranslatedDocument]:
    """Every segment of the document with its English, in the same order and number.

    Raises:
        TranslationError: the engine stopped.
    """
    own = (constraints.get(segment.id, ()) for segment in segmented.segments)
    climbs = [_Climb(*one, means.people, means.estimator) for one in zip(segmented.segments, own, strict=True)]

    def report() -> list[_Climb]:
        still = [climb for climb in climbs if climb.result is None]
        means.progress(len(climbs) - len(still), len(climbs))
        return still

    for climb in climbs:
        _climb_without_engine(climb, means)
    if means.engine is not None:
        for rung in (_inline, _slots, _n_best, _clauses):
            if open_climbs := report():
                rung(open_climbs, means.engine)
    for climb in report():
        _keep_source(climb)
    report()
    segments = tuple(climb.result for climb in climbs if climb.result is not None)
    if means.estimator is not None:
        segments = tuple(map(means.estimator.judged, segments))
    return Outcome(TranslatedDocument(segmented.source, segments))


def _climb_without_engine(climb: _Climb, means: Means) -> None:
    """Rungs 1 to 3."""
    text = climb.segment.text
    if (reviewed := means.memory.find(text)) is not None and climb.try_english(Rung.MEMORY, text, reviewed):
        return
    if (whole := _whole(text, climb.constraints)) is not None and climb.try_english(Rung.WHOLE, text, whole):
        return
    for english in means.patterns.candidates(text, climb.constraints):
        if climb.try_english(Rung.PATTERN, text, english):
            return
    if (headed := _under_head(text, climb.constraints, means)) is not None:
        climb.try_english(Rung.PATTERN, text, headed)


def _under_head(text: str, constraints: Sequence[Constraint], means: Means) -> str | None:
    """場所　防衛省: a head and what stands under it, each known by itself, with a colon between; items have numbers."""
    found = _HEADED.fullmatch(text)
    if found is None:
        return None
    parts = {name: _known(text, Span(*found.span(name)), constraints, means) for name in ("head", "value")}
    if not all(parts.values()) or any(c.kind not in _OF_HEADS and c.span.end <= found.end("head") for c in constraints):
        return None
    number = f"{parse_number(found['number'])}. " if found["number"] else ""
    return f"{parts['head']}: {number}{parts['value']}"


def _known(text: str, span: Span, constraints: Sequence[Constraint], means: Means) -> str:
    """The English of a stretch of a text that needs no engine; empty where there is none."""
    own = [_moved(c, -span.start) for c in constraints if span.start <= c.span.start and c.span.end <= span.end]
    part = text[span.start : span.end]
    whole = _whole(part, own) or next(means.patterns.candidates(part, own), "")
    is_small = bool(own) and own[0].english[:1].islower() and whole[1:].startswith(own[0].english[1:])
    return whole[:1].lower() + whole[1:] if is_small and span.start else whole


def _whole(text: str, constraints: Sequence[Constraint]) -> str | None:
    """The English when the segment is computed as a whole, or has no Japanese.

    It is one constraint, a compound of a few names and terms, or columns of such with wide spaces between.
    """
    if (columns := _columns(text, constraints)) is not None:
        return columns
    if not any("\u3040" <= c <= "\u9fff" or "\uff66" <= c <= "\uff9f" for c in text):
        return spaced(write_plain(text).text.translate(_MARKS)) if text.strip() else None
    if not constraints or len(constraints) > _MOST_JOINED:
        return None
    rest = text[: constraints[0].span.start] + text[constraints[-1].span.end :]
    gaps = any(a.span.end != b.span.start for a, b in pairwise(constraints))
    if gaps or rest.strip(_ENDINGS):
        return None
    if len(constraints) > 1 and any(c.kind not in _JOINABLE or c.strength is Strength.SHOULD for c in constraints):
        return None
    joined = reduce(beside, (c.english for c in constraints))
    return joined[:1].upper() + joined[1:] + ("." if rest.strip() in ("。", "．") else "")


def _columns(text: str, constraints: Sequence[Constraint]) -> str | None:
    """陸上自衛隊　第９師団　約３５０名: one known group beside the other, with commas; Ｆ－３５Ａ×４機 is one group."""
    groups = group_constraints(text, constraints)
    if not groups or (len(groups) == 1 and len(constraints) == 1):
        return None
    gaps = [text[: groups[0].span.start], text[groups[-1].span.end :]]
    links = [text[one.span.end : other.span.start] for one, other in pairwise(groups)]
    is_one_of_a_list = len(groups) == 1 and groups[0].kind not in (ConstraintKind.QUANTITY, ConstraintKind.NAME)
    if is_one_of_a_list or any(gap.strip() for gap in (*gaps, *links)) or not all(links):
        return None
    english = ", ".join(group.english for group in groups)
    return english[:1].upper() + english[1:]


def _inline(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 4; an engine that knows no markers is given the plain text."""
    _run(climbs, engine, Rung.INLINE, _write_inline)


def _slots(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 5, for engines with slots and segments with constraints."""
    _run(climbs, engine, Rung.SLOTS, _write_slots)


def _n_best(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 6: the other hypotheses that rungs 4 and 5 brought along, the likeliest first.

    An engine that was trained to neither form is asked once more, without any constraint written.
    """
    if engine.capabilities.markers == UNMARKED:
        _add_plain([climb for climb in climbs if climb.constraints], engine)
    for climb in climbs:
        for written, hypothesis in sorted(climb.spare, key=lambda pair: -(pair[1].score or 0.0)):
            if climb.try_hypothesis(Rung.RERANKED, written, hypothesis):
                break
        climb.settle_objected()


def _add_plain(climbs: Sequence[_Climb], engine: Engine) -> None:
    written = [write_plain(climb.segment.text) for climb in climbs]
    answers = engine.translate([one.text for one in written], N_BEST) if written else []
    for climb, one, hypotheses in zip(climbs, written, answers, strict=True):
        climb.spare += [(one, hypothesis) for hypothesis in hypotheses]


def _write_inline(climb: _Climb, capabilities: Capabilities) -> Written | None:
    if capabilities.markers is None or not climb.constraints:
        return write_plain(climb.segment.text)
    return write_inline(climb.segment.text, climb.constraints, capabilities)


def _write_slots(climb: _Climb, capabilities: Capabilities) -> Written | None:
    if not capabilities.masks or not any(c.strength is Strength.MUST for c in climb.constraints):
        return None
    return write_slots(climb.segment.text, climb.constraints, capabilities)


def _run(
    climbs: Sequence[_Climb], engine: Engine, rung: Rung, write: Callable[[_Climb, Capabilities], Written | None]
) -> None:
    """Give one shape of all climbs to the engine; the best hypothesis is tried, the others are kept for rung 6.

    So is the best where another one has passed with objections before it.
    """
    given = [(climb, written) for climb in climbs if (written := write(climb, engine.capabilities)) is not None]
    answers = engine.translate([written.text for _, written in given], N_BEST) if given else []
    for (climb, written), (best, *others) in zip(given, answers, strict=True):
        climb.spare += [(written, hypothesis) for hypothesis in others]
        if climb.objected:
            climb.spare.append((written, best))
        else:
            climb.try_hypothesis(rung, written, best)


def _clauses(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 7: each clause on its own, in ever shorter clauses until all clauses of a segment pass."""
    for limit in CLAUSE_LIMITS:
        still = [climb for climb in climbs if climb.result is None]
        _clauses_up_to(limit, [climb for climb in still if len(climb.segment.text) > limit // 2], engine)


def _clauses_up_to(limit: int, climbs: Sequence[_Climb], engine: Engine) -> None:
    cut = [(climb, [_Climb(segment, own, climb.people) for segment, own in _cut(climb, limit)]) for climb in climbs]
    cut = [(climb, parts) for climb, parts in cut if len(parts) > 1]
    every = [part for _, parts in cut for part in parts]
    for part in every:
        if (whole := _whole(part.segment.text, part.constraints)) is not None:
            part.try_english(Rung.CLAUSES, part.segment.text, whole)
    for rung in (_slots, _inline, _n_best):
        if still := [part for part in every if part.result is None]:
            rung(still, engine)
    for climb, parts in cut:
        english = [part.result.english for part in parts if part.result is not None]
        given = " | ".join(part.segment.text for part in parts)
        if len(english) == len(parts):
            climb.try_english(Rung.CLAUSES, given, _stitch(english))
        else:
            climb.attempts.append(Attempt(Rung.CLAUSES, given, "; ".join(english), _open_clauses(parts)))
        if climb.result is not None:
            climb.result = replace(climb.result, status=Status.CHECK)


def _open_clauses(parts: Sequence[_Climb]) -> tuple[str, ...]:
    """Which clauses have no English that passes, and what is wrong with the best each has."""
    reasons = []
    for part in parts:
        if part.result is None:
            reason = part.best[2].failures[0].message if part.best else "a slot was lost or doubled"
            reasons.append(f"{part.segment.text.strip()}: {reason}")
    return tuple(reasons)


def _cut(climb: _Climb, limit: int) -> list[tuple[Segment, tuple[Constraint, ...]]]:
    """The clauses of a segment with their constraints; a cut never goes through a constraint or a list of them."""
    spans: list[Span] = []
    whole = [group.span for group in group_constraints(climb.segment.text, climb.constraints)]
    whole += [constraint.span for constraint in climb.constraints]
    for start, end in split_long(climb.segment.text, limit):
        if spans and any(span.start < start < span.end for span in whole):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return [
        (
            Segment(climb.segment.id, climb.segment.block, span, climb.segment.text[span.start : span.end]),
            tuple(_moved(c, -span.start) for c in climb.constraints if span.start <= c.span.start < span.end),
        )
        for span in spans
    ]


def _moved(constraint: Constraint, by: int) -> Constraint:
    return replace(constraint, span=Span(constraint.span.start + by, constraint.span.end + by))


def _stitch(clauses: Sequence[str]) -> str:
    """Clauses joined by semicolons, so that a reader sees the seams; small words lose their capital behind one."""
    first, *others = (clause.strip().rstrip(".;,") for clause in clauses)
    lowered = [_SMALL_START.sub(lambda found: found[0].lower(), clause) for clause in others]
    return "; ".join([first, *lowered]) + "."


def _keep_source(climb: _Climb) -> None:
    """Rung 8: the best hypothesis with what it lacks in brackets, or, when it is worse than that, no English at all.

    Nothing is made up: a hypothesis is kept only if all that is wrong with it is that something is missing.
    """
    failures: Sequence[Failure] = climb.best[2].failures if climb.best is not None else ()
    if climb.best is not None and all(failure.code in _ONLY_LACKING for failure in failures):
        lacking = [climb.constraints[f.constraint] for f in failures if f.constraint is not None]
        missing = "; ".join(f"{c.english} = {c.source}" for c in lacking)
        english = climb.best[1] + (f" [Not placed: {missing}]" if missing else "")
    else:
        known = "; ".join(c.english for c in climb.constraints if c.strength is Strength.MUST)
        english = f"[Not translated: {climb.segment.text.strip()}]" + (f" [It names: {known}]" if known else "")
    climb.settle(Rung.SOURCE_KEPT, english, verify(climb.segment.text, english, climb.constraints), Status.CHECK)
