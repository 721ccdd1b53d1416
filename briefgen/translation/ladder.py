"""The ladder: eight ways to the English of a segment, each verified, the first that passes without objection wins.

1 reviewed translation · 2 one term or one computed value · 3 sentence pattern · 4 inline constraints, written in
further ways where one is lost · 5 slots · 6 n-best of slots, and of both in a wider search · 7 clause by clause,
stitched · 8 the source kept, with an error.
Engine rungs run on all segments still open at once, so that a document is a handful of batches. What passes rungs 4 to
6 with objections is kept until rung 6 has found nothing better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefgen.findings import Code, Outcome
from briefgen.japanese.folding import has_japanese
from briefgen.model.segment import (
    NOT_TRANSLATED,
    Attempt,
    Constraint,
    Rung,
    Segment,
    SegmentedDocument,
    SegmentId,
    Status,
    Strength,
    TranslatedDocument,
    TranslatedSegment,
)
from briefgen.terms.mending import in_house_style, mend_avoided
from briefgen.terms.persons.bearers import NOBODY, People
from briefgen.translation.doubt import Estimator, score_of
from briefgen.translation.engines.engine import UNMARKED, Capabilities, Engine, Hypothesis
from briefgen.translation.memory import Memory
from briefgen.translation.parts import clauses_of, part_of, stitched, under
from briefgen.translation.patterns import PatternMemory
from briefgen.translation.wholes import known_head, under_head, whole_english
from briefgen.translation.wording.tidying import tidy
from briefgen.translation.writing import Written, fill_slots, write_inline, write_mixed, write_plain, write_slots
from briefgen.verification import Failure, Verdict, verify

__all__ = ["Means", "translate_document"]

N_BEST = 4
"""Hypotheses asked for at once: no more than the width of the beam, so that they cost nothing more."""
WIDE = 16
"""Hypotheses asked for of the few sentences whose first ones all fail; of 8 and 24, 16 settled as many as it costs."""
_POORLY_READ_BACK = -1.8
"""Mean backward score under which other hypotheses are asked for, too."""
_CLAUSE_LIMITS = (90, 50, 30)
"""Characters a clause of rung 7 may have, tried in turn: the model's short sentences are its good ones."""

_OPEN_TO_OBJECTION = {Rung.INLINE, Rung.SLOTS, Rung.RERANKED}
_STATUS = {Rung.MEMORY: Status.REVIEWED, Rung.WHOLE: Status.COMPUTED, Rung.PATTERN: Status.PATTERN}
_LOST = "a term or figure was lost or doubled on the way"
_ONLY_LACKING = {Code.TERM_MISSING, Code.TOO_SHORT}
_FRAGMENT = re.compile(r"[\u3041-\u309fー\s。、．・…]{0,5}")
"""An ending without content, した。: an engine would make something of it all the same."""

Constraints = Mapping[SegmentId, tuple[Constraint, ...]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Means:
    """All that a document can be translated with; without an engine the ladder goes from rung 3 to rung 8."""

    engine: Engine | None
    memory: Memory = field(default_factory=lambda: Memory({}))
    patterns: PatternMemory = field(default_factory=lambda: PatternMemory(()))
    progress: Progress = lambda *_: None
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
    tried: set[tuple[str, str]] = field(default_factory=set)
    objected: list[tuple[tuple[int, float], TranslatedSegment]] = field(default_factory=list)

    def try_english(self, rung: Rung, given: str, english: str, hypothesis: Hypothesis | None = None) -> bool:
        """Record an attempt; settle the segment when it passes."""
        cut = hypothesis is not None and hypothesis.was_truncated
        score = hypothesis.score if hypothesis else None
        verdict = verify(self.segment.text, english, self.constraints, cut, self.people)
        self.attempts.append(Attempt(rung, given, english, tuple(f.message for f in verdict.failures), score))
        rank = (-len(verdict.failures), len(verdict.marks), score or 0.0)
        if self.best is None or rank > self.best[0]:
            self.best = (rank, english, verdict)
        if verdict.passes:
            self.settle(rung, english, verdict, _STATUS.get(rung, Status.MACHINE))
            self._object(rung, hypothesis)
        return self.result is not None

    def try_reviewed(self, english: str) -> bool:
        """Try what a person approved, who may name whom no glossary does: Minister Naruse for Minister [鳴瀬]."""
        whole = self.constraints
        self.constraints = tuple(c for c in whole if not has_japanese(c.english))
        if self.try_english(Rung.MEMORY, self.segment.text, english):
            return True
        if self.constraints != whole:  # what was found wrong counts the others
            self.constraints, self.best = whole, None
        return False

    def try_hypothesis(self, rung: Rung, written: Written, hypothesis: Hypothesis) -> bool:
        """Fill the slots of what the engine said, mend its small faults, and try it, once."""
        if (written.text, hypothesis.text) in self.tried:
            return False
        self.tried.add((written.text, hypothesis.text))
        english = fill_slots(hypothesis.text, written)
        if english is None:
            lost = (_LOST,)
            self.attempts.append(Attempt(rung, written.text, hypothesis.text, lost, hypothesis.score))
            return False
        english = in_house_style(mend_avoided(english, self.constraints), self.constraints)
        english = tidy(english, self.segment.text, self.constraints)
        return self.try_english(rung, written.text, english, hypothesis)

    def _object(self, rung: Rung, hypothesis: Hypothesis | None) -> None:
        """Keep what passes with objections, or leads back to hardly any of the Japanese, and go on."""
        assert self.result is not None
        if rung not in _OPEN_TO_OBJECTION or hypothesis is None:
            return
        count = self.estimator.objections_to(self.result) if self.estimator else 0
        is_poor = hypothesis.backward is not None and hypothesis.backward < _POORLY_READ_BACK
        if count or is_poor:
            reason = "passes, and the checks object" if count else "passes, and hardly leads back to the Japanese"
            self.attempts[-1] = replace(self.attempts[-1], failures=(reason,))
            self.objected.append(((count, -hypothesis.merit), self.result))
            self.result = None

    @property
    def needs_other_writing(self) -> bool:
        """Whether nothing has passed yet, or only what checks object to."""
        return self.result is None and all(count for (count, _), _ in self.objected)

    def settle_objected(self) -> None:
        """Settle for what has the fewest objections, and of these for the one of most merit."""
        if self.result is None and self.objected:
            _, row = min(self.objected, key=lambda pair: pair[0])
            self.result = replace(row, attempts=tuple(self.attempts))

    def settle(self, rung: Rung, english: str, verdict: Verdict, status: Status) -> None:
        """Give the segment its final English."""
        self.result = TranslatedSegment(
            self.segment, english, rung, status, self.constraints, verdict.marks, tuple(self.attempts)
        )


_Write = Callable[[str, Sequence[Constraint], Capabilities], Sequence[Written]]


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
        _under_heads(report(), means, means.engine)
        for rung in (_inline, _slots, _n_best, _clauses):
            if open_climbs := [climb for climb in report() if not _FRAGMENT.fullmatch(climb.segment.text)]:
                rung(open_climbs, means.engine)
    for climb in report():
        _keep_source(climb)
    report()
    segments = tuple(climb.result for climb in climbs if climb.result is not None)
    if means.estimator is not None:
        segments = means.estimator.judged_all(segments, means.engine)
    return Outcome(TranslatedDocument(segmented.source, segments))


def _climb_without_engine(climb: _Climb, means: Means) -> None:
    """Rungs 1 to 3."""
    text = climb.segment.text
    if (reviewed := means.memory.find(text)) is not None and climb.try_reviewed(reviewed):
        return
    if (whole := whole_english(text, climb.constraints)) is not None and climb.try_english(Rung.WHOLE, text, whole):
        return
    for english in means.patterns.candidates(text, climb.constraints):
        if climb.try_english(Rung.PATTERN, text, english):
            return
    if (headed := under_head(text, climb.constraints, means.patterns)) is not None:
        climb.try_english(Rung.PATTERN, text, headed)


def _under_heads(climbs: Sequence[_Climb], means: Means, engine: Engine) -> None:
    """What stands under a known head goes up by itself, so that the engine never sees the head: 場所　駅前の広場."""
    parts: list[tuple[_Climb, str, _Climb]] = []
    for climb in climbs:
        if (found := known_head(climb.segment.text, climb.constraints, means.patterns)) is not None:
            head, value = found
            parts.append(
                (climb, head, _Climb(*part_of(climb.segment, climb.constraints, value), means.people, means.estimator))
            )
    below = [part for _, _, part in parts]
    for part in below:
        _climb_without_engine(part, means)
    for rung in (_inline, _slots, _n_best):
        if still := [part for part in below if part.result is None]:
            rung(still, engine)
    for climb, head, part in parts:
        if part.result is not None:
            english = under(head, part.result.english)
            climb.try_english(Rung.INLINE, climb.segment.text, english, Hypothesis(english, score_of(part.result)))


def _inline(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 4; an engine that knows no markers is given the plain text.

    Where a constraint is lost so, or a check objects, they are written in further ways.
    """
    _run(climbs, engine, Rung.INLINE, _write_inline)
    still = [climb for climb in climbs if climb.needs_other_writing]
    _add(still, engine, write_mixed, N_BEST)
    _try_spare(still, Rung.INLINE)


def _slots(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 5, for engines with slots and segments with constraints."""
    _run(climbs, engine, Rung.SLOTS, _write_slots)


def _n_best(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 6: the hypotheses that rung 5 brought along, in the order of their merit, then those of a wider search.

    An engine that was trained to neither form is asked once more, without any constraint written.
    """
    if engine.capabilities.markers == UNMARKED:
        _add(climbs, engine, _write_plain, N_BEST)
    _try_spare(climbs, Rung.RERANKED)
    _settle_objected(climbs)
    still = [climb for climb in climbs if climb.result is None]
    for write in (_write_inline, _write_slots):
        _add(still, engine, write, WIDE)
    _try_spare(still, Rung.RERANKED)
    _settle_objected(still)


def _add(climbs: Sequence[_Climb], engine: Engine, write: _Write, count: int) -> None:
    for climb, written, hypotheses in _answers(climbs, engine, write, count):
        climb.spare += [(written, hypothesis) for hypothesis in hypotheses]


def _try_spare(climbs: Sequence[_Climb], rung: Rung) -> None:
    for climb in climbs:
        for written, hypothesis in sorted(climb.spare, key=lambda pair: -pair[1].merit):
            if climb.try_hypothesis(rung, written, hypothesis):
                break


def _settle_objected(climbs: Sequence[_Climb]) -> None:
    for climb in climbs:
        climb.settle_objected()


def _write_plain(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Sequence[Written]:
    del capabilities
    return (write_plain(text),) if constraints else ()


def _write_inline(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Sequence[Written]:
    if capabilities.markers is None or not constraints:
        return (write_plain(text),)
    return (write_inline(text, constraints, capabilities),)


def _write_slots(text: str, constraints: Sequence[Constraint], capabilities: Capabilities) -> Sequence[Written]:
    if not capabilities.masks or not any(c.strength is Strength.MUST for c in constraints):
        return ()
    written = write_slots(text, constraints, capabilities)
    return (written,) if written else ()


def _run(climbs: Sequence[_Climb], engine: Engine, rung: Rung, write: _Write) -> None:
    """Give one shape of all climbs to the engine; the best hypothesis is tried, the others are kept for rung 6.

    So is the best where another one has passed with objections before it.
    """
    for climb, written, (best, *others) in _answers(climbs, engine, write, N_BEST):
        climb.spare += [(written, hypothesis) for hypothesis in others]
        if climb.objected:
            climb.spare.append((written, best))
        else:
            climb.try_hypothesis(rung, written, best)


def _answers(
    climbs: Sequence[_Climb], engine: Engine, write: _Write, count: int
) -> list[tuple[_Climb, Written, tuple[Hypothesis, ...]]]:
    """What the engine says to the climbs in each of their writings of this shape, the likeliest first."""
    given = [
        (climb, written)
        for climb in climbs
        for written in write(climb.segment.text, climb.constraints, engine.capabilities)
    ]
    said = engine.translate([written.text for _, written in given], count) if given else []
    return [(climb, written, hypotheses) for (climb, written), hypotheses in zip(given, said, strict=True)]


def _clauses(climbs: Sequence[_Climb], engine: Engine) -> None:
    """Rung 7: each clause on its own, in ever shorter clauses until all clauses of a segment pass."""
    for limit in _CLAUSE_LIMITS:
        still = [climb for climb in climbs if climb.result is None]
        _clauses_up_to(limit, [climb for climb in still if len(climb.segment.text) > limit // 2], engine)


def _clauses_up_to(limit: int, climbs: Sequence[_Climb], engine: Engine) -> None:
    cut = [
        (climb, [_Climb(*one, climb.people) for one in clauses_of(climb.segment, climb.constraints, limit)])
        for climb in climbs
    ]
    cut = [(climb, parts) for climb, parts in cut if len(parts) > 1]
    every = [part for _, parts in cut for part in parts]
    for part in every:
        if (whole := whole_english(part.segment.text, part.constraints)) is not None:
            part.try_english(Rung.CLAUSES, part.segment.text, whole)
    for rung in (_slots, _inline, _n_best):
        if still := [part for part in every if part.result is None]:
            rung(still, engine)
    for climb, parts in cut:
        english = [part.result.english for part in parts if part.result is not None]
        given = " | ".join(part.segment.text for part in parts)
        if len(english) == len(parts):
            climb.try_english(Rung.CLAUSES, given, stitched(english))
        else:
            climb.attempts.append(Attempt(Rung.CLAUSES, given, "; ".join(english), _open_clauses(parts)))
        if climb.result is not None:
            climb.result = replace(climb.result, status=Status.CHECK)


def _open_clauses(parts: Sequence[_Climb]) -> tuple[str, ...]:
    """Which clauses have no English that passes, and what is wrong with the best each has."""
    reasons = []
    for part in parts:
        if part.result is None:
            reason = part.best[2].failures[0].message if part.best else _LOST
            reasons.append(f"{part.segment.text.strip()}: {reason}")
    return tuple(reasons)


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
        english = f"{NOT_TRANSLATED} {climb.segment.text.strip()}]" + (f" [It names: {known}]" if known else "")
    climb.settle(Rung.SOURCE_KEPT, english, verify(climb.segment.text, english, climb.constraints), Status.CHECK)
