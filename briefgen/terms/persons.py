"""placeholder"""
from __future__ import annotations
from collections.abc import Iterable, Mapping
from briefgen.findings import Outcome
from briefgen.model.segment import Constraint
from briefgen.terms.glossary import Glossary
from briefgen.terms.style import HouseStyle


def readings_in(texts: Iterable[str]) -> dict[str, str]:
    return {}


class PersonFinder:
    def __init__(self, glossary: Glossary, style: HouseStyle) -> None: ...
    def find(self, text: str, readings: Mapping[str, str]) -> Outcome[tuple[Constraint, ...]]:
        return Outcome(())
