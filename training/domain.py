"""Annotates whole domain pairs with the constraints that briefgen's own matcher finds in their Japanese."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.terms.constraints import Constrainer
from briefgen.terms.verify import locate_all
from training.annotate import Hit
from training.corpora import Pair

__all__ = ["product_hits"]


def product_hits(pair: Pair, constrainer: Constrainer) -> Sequence[Hit]:
    """The constraints of the Japanese that stand in the English, in the wording the English has."""
    constraints = constrainer.constrain_text(pair.ja)
    places = locate_all(pair.en, constraints)
    return [
        Hit(c.span.start, c.span.end, pair.en[place.start : place.end], c.kind.slot)
        for c, place in zip(constraints, places, strict=True)
        if place is not None
    ]
