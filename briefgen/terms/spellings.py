"""Spellings of a Japanese form that a reader takes for the same, beyond what folding makes the same.

Understood are the long vowel at the end of a loanword (サーバ, サーバー; メモリ, メモリー), a hyphen between two words
in katakana where others have a middle dot (ユーロ‐アトランティック), a type number without its hyphen (F15戦闘機),
and a ship in katakana without its quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from briefgen.japanese.folding import fold

__all__ = ["other_spellings"]

_PARTS = re.compile(r"(?P<word>[ァ-ヺー]+)|(?P<dot>(?<=[ァ-ヺー])・(?=[ァ-ヺ]))|(?P<hyphen>(?<=[A-Za-z])-(?=\d))|.")
_POSSIBLE = re.compile(r"[ァ-ーｦ-ﾟ]{3}|[A-Za-zＡ-Ｚａ-ｚ]\W[0-9０-９]")
"""What a form has at least that is spelt in several ways; most have not."""

_ENDINGS = frozenset("アカガサザタダナハバパマヤラワァャイキギシジチニヒビピミリィ")
"""Vowels a and i, as in コンピュータ and メモリ: behind others the long vowel is not left out."""

_SHORTEST = 3
"""Letters of a loanword whose last vowel may be long or not: バレーとバレ are two words."""

_SHORTEST_TYPE = 4
"""Characters of a form in which a hyphen may be left out: C-2 is not C2."""

_MOST = 16
"""Spellings of one form that are looked at."""


_QUOTED = re.compile("(?<=[一-龯])「(?P<name>[ァ-ヺー・]+)」")
"""A ship in quotation marks, which others leave out: 空母「プリンス・オブ・ウェールズ」."""


def other_spellings(form: str) -> Iterator[str]:
    """The other spellings of a form, without the form itself."""
    if "「" in form and _QUOTED.search(form):
        yield _QUOTED.sub(r"\g<name>", form)
    if not _POSSIBLE.search(form):
        return
    written = fold(form).text
    parts = [_choices(match, len(written)) for match in _PARTS.finditer(written)]
    if any(len(choices) > 1 for choices in parts):
        yield from islice(("".join(chosen) for chosen in product(*parts)), 1, _MOST)


def _choices(part: re.Match[str], length: int) -> tuple[str, ...]:
    """What may stand in the place of a part, the part itself first."""
    text = part[0]
    if part["dot"]:
        return text, "ー"  # as folding reads a hyphen between two katakana
    if part["hyphen"] and length >= _SHORTEST_TYPE:
        return text, ""
    stem = text.removesuffix("ー")
    if part["word"] and len(stem) >= _SHORTEST and stem[-1] in _ENDINGS:
        return text, stem if text != stem else text + "ー"
    return (text,)
