"""Markings: which there are, how one is printed, and in which colour."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass

from briefgen.errors import UsageError

__all__ = ["Marking", "find_marking", "read_markings"]


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark of a scheme; `rank` grows with its height within the scheme."""

    text: str
    scheme: str
    colour: str
    rank: int


def read_markings(content: bytes) -> tuple[Marking, ...]:
    """The marks of a markings file (TOML: [[scheme]] with name, marks from low to high, colours)."""
    schemes = tomllib.loads(content.decode("utf-8"))["scheme"]
    return tuple(
        Marking(text, scheme["name"], colour, rank)
        for scheme in schemes
        for rank, (text, colour) in enumerate(zip(scheme["marks"], scheme["colours"], strict=True))
    )


def find_marking(wanted: str, markings: tuple[Marking, ...]) -> Marking:
    """The mark of that name, case aside; an English and a Japanese mark may be given together: ``SECRET 秘``.

    Raises:
        UsageError: there is no such mark; the hint names the nearest ones.
    """
    by_name = {marking.text.casefold(): marking for marking in markings}
    if found := by_name.get(wanted.strip().casefold()):
        return found
    head, _, tail = wanted.strip().rpartition(" ")
    first, second = by_name.get(head.strip(" ·/").casefold()), by_name.get(tail.casefold())
    if first and second:
        return Marking(f"{first.text}　{second.text}", first.scheme, first.colour, first.rank)
    near = difflib.get_close_matches(wanted.casefold(), by_name, n=3, cutoff=0.5)
    names = ", ".join(by_name[name].text for name in near) or ", ".join(marking.text for marking in markings)
    raise UsageError(f"There is no marking “{wanted}”", f"Perhaps: {names}")
