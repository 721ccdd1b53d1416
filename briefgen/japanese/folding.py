"""Folding: spellings that a reader takes for the same become the same, and every folded character knows its source.

Width, compatibility forms (NFKC), Kangxi radicals, dashes, middle dots, quotation marks and spaces are folded, and
slips of typing between a dash and the long-vowel mark. Letter case is not, and neither are circled figures,
superscripts and vulgar fractions, which NFKC would turn into digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.japanese.radicals import RADICALS

__all__ = [
    "KANJI_RUN",
    "Folded",
    "fold",
    "has_japanese",
    "is_cjk",
    "is_hiragana",
    "is_japanese_alone",
    "is_kanji",
    "is_katakana",
]

_KEPT = re.compile("[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u2776-\u2793\u3251-\u32bf]")
_DROPPED = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200f\u2060\ufeff\u00ad]")
_MARKS = "\u3099\u309a\uff9e\uff9f"
_DASHES = "‐‑‒–—―−─━"
_JOINED = re.compile(f"[{_MARKS}]|{_DROPPED.pattern}")
_SLIPS = re.compile(
    "(?<=[ァ-ヺーヽヾ])-(?=[ァ-ヺーヽヾぁ-ゟ・])|(?<=[A-Za-z0-9])ー(?=[A-Za-z0-9])|(?<=[ァ-ヺー])[=゠](?=[ァ-ヺ])"
)
_ZEROS = re.compile(
    "(?<=[一二三四五六七八九〇])[○◯]+(?=[一二三四五六七八九〇十百千万億兆年月日時分人名円個本台機隻件回歳号条票%か社校両発])"
)
"""Circles that stand for a zero between figures in kanji: 二○二六年, 一○○人; ○○年 leaves a year out."""
_FOLDS = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys("･·•‧∙⋅", "・"),
        **dict.fromkeys("‘’‛′`", "'"),
        **dict.fromkeys("“”‟″", '"'),
        **dict.fromkeys("〜∼", "~"),
        **RADICALS,  # NFKC leaves these alone
        # Name characters with an everyday twin.
        **dict(zip("髙﨑德濵瀨邉邊", "高崎徳浜瀬辺辺", strict=True)),
    }
)


KANJI_RUN = re.compile("[々〆\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0010ffff]+")
"""Characters for which `is_kanji` is true."""


def is_kanji(char: str) -> bool:
    """Whether it is a Chinese character or its repeat mark."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char in "々〆" or char >= "\U00020000"


def is_katakana(char: str) -> bool:
    """Whether it is full-width katakana, including the long-vowel mark."""
    return "\u30a1" <= char <= "\u30fa" or char in "ーヽヾ"


def is_hiragana(char: str) -> bool:
    """Whether it is hiragana."""
    return "\u3041" <= char <= "\u309f"


def is_cjk(char: str) -> bool:
    """Whether it is a Japanese letter or Japanese punctuation, next to which a space means nothing."""
    return is_kanji(char) or "\u3000" <= char <= "\u30ff"


def has_japanese(text: str) -> bool:
    """Whether kanji or kana stand in a text."""
    return not text.isascii() and any(is_kanji(char) or is_hiragana(char) or is_katakana(char) for char in text)


def is_japanese_alone(text: str) -> bool:
    """Whether a text that should be English has kanji or kana and no Latin letter."""
    return has_japanese(text) and not any(char.isascii() and char.isalpha() for char in text)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` give the source place of each folded character, in code points."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded stretch from `start` to `end` (not empty) stands in the source."""
        return self.starts[start], self.ends[end - 1]

    def touches(self, at: int) -> bool:
        """Whether the folded characters before and at `at` are neighbours in the source, or of one stretch of it."""
        if not 0 < at < len(self.text):
            return False
        is_one = self.starts[at - 1] == self.starts[at] and self.ends[at - 1] == self.ends[at] > self.starts[at] + 1
        return is_one or self.ends[at - 1] == self.starts[at]

    def rewritten(self, start: int, end: int, text: str) -> Folded:
        """The same with another text for a stretch; each character of it comes from the whole stretch."""
        place, count = self.source_span(start, end), len(text)
        return Folded(
            self.text[:start] + text + self.text[end:],
            (*self.starts[:start], *(place[:1] * count), *self.starts[end:]),
            (*self.ends[:start], *(place[1:] * count), *self.ends[end:]),
        )

    def without(self, chars: str) -> Folded:
        """The same text with these characters left out."""
        if not any(char in self.text for char in chars):
            return self
        kept = [i for i, char in enumerate(self.text) if char not in chars]
        return Folded(
            "".join(self.text[i] for i in kept),
            tuple(self.starts[i] for i in kept),
            tuple(self.ends[i] for i in kept),
        )


@lru_cache(maxsize=32)
def fold(text: str) -> Folded:
    """Fold a text. A space beside a Japanese character is left out, other white space becomes one space."""
    clusters = _clusters(text)
    parts = list(map(_fold_cluster, clusters))
    folded = _SLIPS.sub(_without_slip, "".join(parts))
    folded = _ZEROS.sub(lambda found: "〇" * len(found[0]), folded)
    starts, ends = _places(clusters, parts)
    if " " not in folded:
        return Folded(folded, starts, ends)
    kept = [at for at, char in enumerate(folded) if char != " " or _is_space_kept(folded, at)]
    return Folded("".join(folded[i] for i in kept), tuple(starts[i] for i in kept), tuple(ends[i] for i in kept))


def _clusters(text: str) -> Sequence[str]:
    """A character with the voicing marks and variation selectors that belong to it."""
    if not _JOINED.search(text):
        return text
    clusters: list[str] = []
    for char in text:
        if clusters and (char in _MARKS or _DROPPED.match(char)):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    if _KEPT.match(cluster):
        return cluster[0]
    folded = unicodedata.normalize("NFKC", _DROPPED.sub("", cluster)).translate(_FOLDS)
    return " " if folded.isspace() else folded


def _places(clusters: Sequence[str], parts: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the cluster of each folded character begins and ends in the source."""
    if isinstance(clusters, str) and sum(map(len, parts)) == len(parts) and "" not in parts:
        return tuple(range(len(parts))), tuple(range(1, len(parts) + 1))
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for cluster, part in zip(clusters, parts, strict=True):
        starts += [at] * len(part)
        at += len(cluster)
        ends += [at] * len(part)
    return tuple(starts), tuple(ends)


def _without_slip(slip: re.Match[str]) -> str:
    """A dash typed for a long-vowel mark, the mark typed for a dash, and = where names have a middle dot."""
    return {"-": "ー", "ー": "-"}.get(slip[0], "・")


def _is_space_kept(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    after = text[at:].lstrip(" ")[:1]
    return bool(before and after) and before != " " and not is_cjk(before) and not is_cjk(after)
