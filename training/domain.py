"""Annotates whole domain pairs with the constraints that briefgen's own matcher finds, and varies them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.terms.constraints import Constrainer
from briefgen.terms.verify import locate_all
from training.annotate import Hit
from training.corpora import Pair, fold
from training.expand import Filler, Filling

__all__ = ["product_hits", "vary"]

_MONTH_AND_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}")


def product_hits(pair: Pair, constrainer: Constrainer) -> Sequence[Hit]:
    """The constraints of the Japanese that stand in the English, in the wording the English has."""
    constraints = constrainer.constrain_text(pair.ja)
    places = locate_all(pair.en, constraints)
    return [
        Hit(c.span.start, c.span.end, pair.en[place.start : place.end], c.kind.slot, _filling(c, pair, place.start))
        for c, place in zip(constraints, places, strict=True)
        if place is not None
    ]


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
