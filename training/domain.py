"""Annotates whole domain pairs with the constraints that briefgen's own matcher finds, and varies them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.constraints import Constrainer
from briefgen.terms.verify import locate_all
from briefgen.translation.grouping import group_constraints
from training.annotate import Hit
from training.corpora import Pair, fold
from training.expand import Filler, Filling

__all__ = ["product_hits", "vary", "with_groups"]

_SEPARATOR = re.compile(r",? (?:and )?(?:the )?")
_LINK = re.compile(r",? (?:and |of |in )?(?:the )?|['’]s ")
"""What may stand between the items of a list, and between the parts of a compound."""
_MONTH_AND_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}")


def with_groups(pair: Pair, constrainer: Constrainer) -> Pair:
    """The pair with each list and compound that the product writes as one group worded as the product words it."""
    constraints = constrainer.constrain_text(pair.ja)
    for group in group_constraints(pair.ja, constraints):
        inside = [c for c in constraints if group.span.start <= c.span.start and c.span.end <= group.span.end]
        places = sorted(place for place in locate_all(pair.en, inside) if place is not None)
        if len(inside) < 2 or len(places) < len(inside):
            continue
        link = _SEPARATOR if group.kind is None else _LINK
        if all(link.fullmatch(pair.en[a.end : b.start]) for a, b in pairwise(places)):
            start = places[0].start
            if group.english.startswith("the ") and pair.en[:start].lower().endswith("the "):
                start -= 4
            pair = replace(pair, en=pair.en[:start] + group.english + pair.en[places[-1].end :])
    return pair


def product_hits(pair: Pair, constrainer: Constrainer) -> Sequence[Hit]:
    """The constraints of the Japanese, and groups of them, that stand in the English, in the wording it has."""
    constraints = constrainer.constrain_text(pair.ja)
    places = locate_all(pair.en, constraints)
    groups = [
        Hit(group.span.start, group.span.end, group.english, group.slot)
        for group in group_constraints(pair.ja, constraints)
        if group.english in pair.en and not any(group.span == c.span for c in constraints)
    ]
    return groups + [_hit(c, pair, place) for c, place in zip(constraints, places, strict=True) if place is not None]


def _hit(constraint: Constraint, pair: Pair, place: Span) -> Hit:
    english, span = pair.en[place.start : place.end], constraint.span
    given = "" if english.lower() == constraint.english.lower() else constraint.english
    return Hit(span.start, span.end, english, constraint.kind.slot, _filling(constraint, pair, place.start), given)


def _filling(constraint: Constraint, pair: Pair, at: int) -> str:
    """What may take the place of a constraint that stands at `at` without upsetting the sentence round it."""
    if not pair.en.startswith(constraint.english, at):
        return ""
    match constraint.kind:
        case ConstraintKind.PERSON:
            return "person"
        case ConstraintKind.DATE if _MONTH_AND_DAY.fullmatch(constraint.english):
            return "day"
        case ConstraintKind.COUNTRY if not re.search(r"(?i)\b(?:an?|the) $", pair.en[:at]):
            return "country"
        case ConstraintKind.MONEY | ConstraintKind.PERCENT as kind:
            return kind.value
    return ""


def vary(pair: Pair, hits: Sequence[Hit], filler: Filler, rng: random.Random) -> tuple[Pair, list[Hit]]:
    """The pair with about half of its persons, days, countries, sums and percentages changed on both sides."""
    kept = list(hits)
    for number, hit in enumerate(hits):
        alone = sum(hit.start < other.end and other.start < hit.end for other in hits) == 1
        if hit.filling and alone and pair.en.count(hit.english) == 1 and rng.random() < 0.5:
            filling = rng.choice(filler.pool(hit.filling))
            pair, kept = _put(pair, kept, number, filling)
    return pair, kept


def _put(pair: Pair, hits: Sequence[Hit], number: int, filling: Filling) -> tuple[Pair, list[Hit]]:
    old, ja = hits[number], fold(filling.ja)
    longer = len(ja) - (old.end - old.start)
    moved = [
        replace(hit, start=hit.start + longer, end=hit.end + longer) if hit.start >= old.end else hit for hit in hits
    ]
    moved[number] = replace(old, end=old.start + len(ja), english=filling.en)
    varied = Pair(pair.ja[: old.start] + ja + pair.ja[old.end :], pair.en.replace(old.english, filling.en))
    return varied, moved
