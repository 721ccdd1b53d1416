"""Reads the test set of the promise: sentences with an English reference and every constraint annotated by hand.

Blocks separated by an empty line, ``#`` comments; in a block ``ja:`` and ``en:`` once, then one ``c:`` (must stand in
the English) or ``should:`` (may be found, is not asked for) per constraint, in source order::

    ja: 小泉防衛大臣は11月7日、…
    en: On November 7, Defense Minister Koizumi …
    c: 小泉防衛大臣 | person | Defense Minister Koizumi / Minister of Defense Koizumi
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength

__all__ = ["FOLDER", "PLACEABLES", "Case", "all_cases", "read_cases"]

FOLDER = Path(__file__).parent.parent / "cases" / "promise"
PLACEABLES = frozenset(ConstraintKind) - {
    ConstraintKind.TERM, ConstraintKind.ACRONYM, ConstraintKind.PERSON, ConstraintKind.COUNTRY, ConstraintKind.NAME,
}  # fmt: skip
"""The kinds whose English is computed."""

_ARABIC, _KANJI = "0-9０-９", "〇一二三四五六七八九十百千"
_STRENGTHS = {"c": Strength.MUST, "should": Strength.SHOULD}


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: where it stands in the set, the reference, and what was annotated."""

    place: str
    """File and line, for messages."""
    ja: str
    en: str
    annotations: tuple[Constraint, ...]
    """As constraints: the first accepted form is the preferred one."""

    @property
    def musts(self) -> tuple[Constraint, ...]:
        """Those that must stand in the English."""
        return tuple(one for one in self.annotations if one.strength is Strength.MUST)


def all_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every case of every file of the folder, in the order of their names."""
    return tuple(
        case for path in sorted(folder.glob("*.txt")) for case in read_cases(path.read_text("utf-8"), path.name)
    )


def read_cases(text: str, name: str) -> tuple[Case, ...]:
    """The cases of one file.

    Raises:
        ValueError: a line is not in the format, or a surface does not stand in its sentence; with file and line.
    """
    return tuple(_read_block(block, name) for block in _blocks(text))


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip() and not line.startswith("#"):
            block.append((number, line.strip()))
        elif block and not line.strip():
            yield block
            block = []


def _read_block(block: Sequence[tuple[int, str]], name: str) -> Case:
    place = f"{name}:{block[0][0]}"
    fields: dict[str, str] = {}
    annotations: list[Constraint] = []
    for number, line in block:
        label, _, content = (part.strip() for part in line.partition(":"))
        if label in ("ja", "en") and label not in fields and content:
            fields[label] = content
        elif label in _STRENGTHS and "ja" in fields:
            after = annotations[-1].span.end if annotations else 0
            annotations.append(_read_annotation(content, fields["ja"], after, _STRENGTHS[label], f"{name}:{number}"))
        else:
            raise ValueError(f"{name}:{number}: not a line of this format: {line}")
    if fields.keys() != {"ja", "en"}:
        raise ValueError(f"{place}: a block needs ja: and en:")
    return Case(place, fields["ja"], fields["en"], tuple(annotations))


def _read_annotation(content: str, ja: str, after: int, strength: Strength, place: str) -> Constraint:
    cells = [cell.strip() for cell in content.split(" | ")]
    if len(cells) != 3 or cells[1] not in set(ConstraintKind):
        raise ValueError(f"{place}: expected surface | kind | forms")
    surface, kind, forms = cells[0], ConstraintKind(cells[1]), re.split(" / | /$", cells[2])
    match = re.compile(_whole(surface)).search(ja, after)
    if match is None or not all(forms):
        raise ValueError(f"{place}: {surface} does not stand there, in source order, or has no English")
    return Constraint(Span(*match.span()), surface, forms[0], kind, strength, tuple(forms[1:]))


def _whole(surface: str) -> str:
    """A surface that begins or ends with a digit is no part of a longer number, nor one inside a name such as F-35."""
    pattern = re.escape(surface)
    for digits in (_ARABIC, _KANJI):
        if re.match(f"[{digits}]", surface):
            pattern = rf"(?<![{digits}A-Za-zＡ-Ｚａ-ｚ.．,，])(?<![A-Za-zＡ-Ｚａ-ｚ][-－]){pattern}"
        if re.search(f"[{digits}]$", surface):
            pattern = rf"{pattern}(?![{digits}])"
    return pattern
