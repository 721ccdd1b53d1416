"""Reads the parallel corpora and keeps the pairs worth learning from.

In: a folder of ``NAME.tsv.xz`` and ``domain/NN-topic.tsv`` files, one pair a line, Japanese TAB English.
Out: `Pair` values, folded and filtered. Nothing here knows about constraints, pieces or models.
"""

from __future__ import annotations

import lzma
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "MIXTURE",
    "Link",
    "Pair",
    "fold",
    "is_clean",
    "read_domain",
    "read_general",
    "read_lexicon",
    "without_near_twins",
]

MIXTURE: dict[str, float] = {
    # Copies of each pair in one pass; a fraction is a sample. Technical documentation is thin, prose is raised.
    "kyoto-wiki": 0.35,
    "news-debian": 1.0,
    "semcor-brown-1961": 2.0,
    "gov-covid19": 3.0,
    "sitrep-nextstrain-covid": 3.0,
    "prose-opensource": 2.0,
    "prose-bitcoin": 2.0,
    "legal-creative-commons": 3.0,
    "legal-small": 3.0,
    "tanaka-graded": 0.5,
    "tatoeba-anki": 0.5,
    "ami-meeting": 0.5,
    "jec-basic": 1.0,
    "jsick": 0.3,
    "storybooks": 1.0,
    "talpco": 1.0,
    "tufs-vocab-en": 1.0,
    "docs-owasp-security": 0.5,
    "docs-kubernetes": 0.3,
    "docs-openstack": 0.3,
    "docs-mdn": 0.1,
    "docs-python": 0.1,
    "docs-php": 0.05,
    "docs-tensorflow": 0.1,
    "docs-opentelemetry": 0.2,
    "docs-misc-md": 0.5,
    "docs-rust": 0.2,
    "docs-rails": 0.2,
    "docs-react": 0.2,
    "docs-keycloak": 0.1,
    "advisories-debian": 0.05,
}

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_KANA_OR_KANJI_IN_ENGLISH = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the Japanese and the stretch of the English that says the same, as (start, end) in characters."""

    ja: tuple[int, int]
    en: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in both languages, both NFKC-folded, and what is known of who says what."""

    ja: str
    en: str
    links: tuple[Link, ...] = ()


def fold(text: str) -> str:
    """The text in NFKC with single spaces: the form the model reads, at training and at run time."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def is_clean(pair: Pair) -> bool:
    """Whether a pair is of usable length and ratio, and in the languages it claims.

    The bounds (0.7 to 6 English characters for a Japanese one, past ten characters) cut under 2 % of the corpora,
    nearly all of it misaligned.
    """
    if not pair.ja or not pair.en or len(pair.ja) > 250 or len(pair.en) > 600:
        return False
    if not _JAPANESE.search(pair.ja) or _KANA_OR_KANJI_IN_ENGLISH.search(pair.en):
        return False
    return len(pair.ja) <= 10 or 0.7 <= len(pair.en) / len(pair.ja) <= 6.0


def _read_tsv(lines: Iterable[str]) -> Iterator[Pair]:
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 2:
            yield Pair(fold(cells[0]), fold(cells[1]))


def read_general(folder: Path, rng: random.Random) -> Iterator[Pair]:
    """The clean pairs of every corpus named in `MIXTURE`, repeated or sampled by its weight."""
    for name, weight in MIXTURE.items():
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            for pair in _read_tsv(lines):
                if is_clean(pair):
                    yield from [pair] * (int(weight) + (rng.random() < weight % 1))


def read_domain(folder: Path) -> list[Pair]:
    """Every pair written for this project, in file order; lines starting with ``#`` are comments."""
    pairs: list[Pair] = []
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        pairs += _read_tsv(line for line in lines if not line.startswith("#"))
    return [pair for pair in pairs if pair.ja and pair.en]


def read_lexicon(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Japanese form -> [(English form, 'p' for a person's name or 'x' for any other)], two to twenty characters."""
    lexicon: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(folder.glob("*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                ja, en = fold(cells[0]), fold(cells[1])
                person = len(cells) > 2 and cells[2] in ("surname", "given")
                if 2 <= len(ja) <= 20 and 2 <= len(en) <= 60:
                    lexicon.setdefault(ja, []).append((en, "p" if person else "x"))
    return lexicon


def _shingles(text: str) -> set[str]:
    kept = "".join(c for c in text if c.isalnum())
    return {kept[i : i + 5] for i in range(max(1, len(kept) - 4))}


def without_near_twins(pairs: Iterable[Pair], held_out: Iterable[Pair], limit: float = 0.6) -> list[Pair]:
    """The pairs whose Japanese shares less than `limit` of its five-character shingles with any held-out sentence."""
    index: dict[str, set[int]] = {}
    sizes: list[int] = []
    for number, pair in enumerate(held_out):
        shingles = _shingles(pair.ja)
        sizes.append(len(shingles))
        for shingle in shingles:
            index.setdefault(shingle, set()).add(number)
    kept: list[Pair] = []
    for pair in pairs:
        shingles = _shingles(pair.ja)
        counts: dict[int, int] = {}
        for shingle in shingles:
            for number in index.get(shingle, ()):
                counts[number] = counts.get(number, 0) + 1
        if all(shared / min(len(shingles), sizes[n]) < limit for n, shared in counts.items()):
            kept.append(pair)
    return kept
