"""What the families of placeables share: the text they look at and what they give back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.findings import Code, Finding, Severity
from briefgen.japanese.folding import Folded
from briefgen.japanese.numerals import KANJI_DIGITS, parse_number
from briefgen.model.segment import ConstraintKind, Strength
from briefgen.model.style import HouseStyle

__all__ = [
    "ABOUT", "BEFORE_NUMBER", "MOVED", "Placeable", "Scan", "about_forms", "impossible", "is_scaled", "placed",
    "whole_number",
]  # fmt: skip

ABOUT = ("approximately", "about", "around", "roughly", "some", "nearly", "approx.")
"""English for 約, the preferred word first."""

MOVED = re.compile(
    "へ|に(?:それぞれ|急遽|急きょ|再度|再び|一部)?(?:延期|延ば|延び|変更|変わ|改め|移|繰り?[上下延]|引き?[上下]|前倒|早め|早ま|遅ら|ずら|ずれ|修正|訂正)"
)
"""Behind two dates or times with から between them, of which the second takes the place of the first."""

_NO_ABOUT = re.compile("(?:[条契公予盟誓婚密節協解]|(?<![体編税])制|(?<![新正])規|(?<![編構養作完達])成)約$")
"""Words that end in 約: 契約１２件 are twelve, and no number near it."""


BEFORE_NUMBER = (
    r"(?<![0-9A-Za-z〇一二三四五六七八九十百千万億兆])(?<![0-9][.,])(?<![A-Za-z]-)(?!(?<=[数何幾])[十百千万億兆])"
    "(?!(?<=数)(?<![一-龯]数)10+(?![0-9]))"
)
"""A number does not begin inside a number or inside a name such as F-35, and 数十億 and 数100人 are none."""
_NUMBER_BEGINS = re.compile(rf"{BEFORE_NUMBER}[\d{KANJI_DIGITS}]")


@dataclass(frozen=True)
class Scan:
    """A folded text, the style to write in, the year of issue where it is known, and what tells of bare hours."""

    folded: Folded
    style: HouseStyle
    year: int | None = None
    before: str = ""
    """The sentence before it in its paragraph."""
    half: str = ""
    """The half of the day of times that do not say it: 午前, 午後."""

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def _number_begins(self) -> tuple[int, ...]:
        return tuple(found.start() for found in _NUMBER_BEGINS.finditer(self.text))

    def at_numbers(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches, without overlaps, of a pattern that begins with a number, where a number can begin."""
        end = 0
        for start in self._number_begins:
            if start >= end and (match := pattern.match(self.text, start)):
                end = match.end()
                yield match


@dataclass(frozen=True, slots=True)
class Placeable:
    """A stretch of the folded text and its English.

    Without English it is a stretch that no other family may read, such as an impossible date.
    """

    start: int
    end: int
    english: str
    kind: ConstraintKind
    accepted: tuple[str, ...] = ()
    strength: Strength = Strength.MUST
    note: str = ""
    finding: Finding | None = None

    @classmethod
    def of(cls, start: int, end: int, forms: Iterable[str], kind: ConstraintKind, note: str = "") -> Placeable:
        """One whose preferred form is the first of several."""
        english, *accepted = dict.fromkeys(forms)
        return cls(start, end, english, kind, tuple(accepted), note=note)

    @property
    def forms(self) -> tuple[str, ...]:
        """All its forms, the preferred one first."""
        return (self.english, *self.accepted)

    def said(self, forms: Iterable[str], start: int | None = None, end: int | None = None) -> Placeable:
        """The same with other forms, and from or to another place where one is given."""
        english, *accepted = dict.fromkeys(forms)
        start, end = self.start if start is None else start, self.end if end is None else end
        return replace(self, start=start, end=end, english=english, accepted=tuple(accepted))


def about_forms(scan: Scan, start: int, forms: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """When 約 stands before `start`: the place of the 約, and the forms with approximately and its like before them."""
    if not scan.text.endswith("約", 0, start) or _NO_ABOUT.search(scan.text, max(0, start - 3), start):
        return start, tuple(forms)
    kept = tuple(forms)
    return start - 1, tuple(f"{word} {form}" for form in kept for word in ABOUT)


def placed(scan: Scan, span: tuple[int, int], forms: Iterable[str], kind: ConstraintKind) -> Placeable:
    """What stands there, with the 約 before it, where there is one; the preferred form is the first."""
    start, forms = about_forms(scan, span[0], forms)
    return Placeable.of(start, span[1], forms, kind)


def impossible(start: int, end: int, source: str, reason: str) -> Placeable:
    """A date or time that cannot be: nothing to place, and a finding."""
    finding = Finding(
        Code.IMPOSSIBLE_DATE,
        Severity.WARNING,
        f"{source}: {reason}",
        hint="Check the original; the figure was left to the translation.",
    )
    return Placeable(start, end, "", ConstraintKind.DATE, finding=finding)


def is_scaled(number: str) -> bool:
    """Whether the paper itself counts in 万, 億 or 兆, so that the English counts in millions and billions."""
    return any(unit in number for unit in "万億兆")


def whole_number(text: str | None) -> int | None:
    """The value of a number that is written in figures or kanji; None where there is none."""
    value = parse_number(text) if text else None
    return None if value is None else int(value)
