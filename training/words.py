"""Learns ``memory/words.tsv``: which English words say which Japanese ones, from the pairs written for this project.

    python -m training.words            # about half a minute; needs SudachiPy for the words of the Japanese

Two runs of IBM model 1 (Brown et al. 1993), Japanese to English and back, over training/data, the sentence patterns and
the glossary; the validation pairs are not among them. A pair of words is kept that either run finds likely. A Japanese
word is loose when the English words kept for it stand in too few of its own sentences, an English word free when the
Japanese ones do: what a table cannot tell of the pairs it was learnt from, it cannot tell of others.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from briefgen.resources import glossary_files, patterns_file, words_file
from briefgen.translation.patterns import read_patterns
from briefgen.translation.words import WordTable, stem, words_of
from training.corpora import Pair, fold, read_domain

__all__ = ["Sides", "learn", "likely", "main"]

Sides = tuple[list[str], list[str]]
"""The words of a pair, Japanese and stems of the English."""

_DATA = Path(__file__).parent / "data"
_CONTENT_CLASSES = {"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞", "連体詞"}
_UP_TO_THE_LAST = re.compile(r".*[\u3400-\u9fff々ァ-ヶー]")
_SLOT = re.compile(r"\{[a-z]+\d*\}")
_NOTHING = "\0"

LEAST_USES = 2
"""Sentences a Japanese word must stand in to be one of the table, and what else the texts have, to count as met.

What stood in one sentence is spelled by guess: counted from two on, words never met are found in 94 instead of 37 of
the judged rows that are wrong in some way, and in 2 instead of none of 520 right ones.
"""
LIKELY_ENGLISH, LIKELY_JAPANESE, LEAST_COUNT = 0.03, 0.08, 0.8
"""Probability of the English for the Japanese, or of the Japanese, and expected count, from which a pair is kept."""
SURE_ENGLISH, SURE_JAPANESE = 0.2, 0.5
"""The same probabilities from which a pair is sure."""
JAPANESE_COVERAGE, ENGLISH_COVERAGE = 0.7, 0.85
"""Share of its sentences that the counterparts of a word must explain; tried on parts A and B of tests/cases/doubt."""

FIRM_USES, FIRM_COVERAGE = 5, 0.98
"""Sentences and the share of them that the counterparts of a word must explain for its loss to be told on any row.

Of 1,184 judged rows that were not doubtful 26 lost such a word: 11 were wrong, 11 partly, 4 right. With 10 and 0.97 it
were 10, 13 and 8.
"""
BACKED_USES, BACKED_COVERAGE = 20, 0.98
"""The same of an English word and what it stands for, by which one hypothesis is preferred to another.

It marks no row: of the same rows 28 had one without a source, 5 wrong, 10 partly and 13 right.
"""


def main() -> None:
    """Write the table and print its size."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    pairs = list(_all_pairs())
    content = learn(pairs, _vocabulary(pair.ja for pair in pairs))
    words_file().write_text(content, encoding="utf-8")
    print(f"{len(pairs)} pairs, {content.count(chr(10)) - 3} Japanese words, {len(content.encode()) // 1024} KB")


def _all_pairs() -> Iterator[Pair]:
    yield from read_domain(_DATA)
    for pattern in read_patterns(patterns_file().read_bytes(), patterns_file().name):
        yield Pair(_SLOT.sub(" ", pattern.ja), _SLOT.sub(" ", pattern.en))
    for path in glossary_files():
        with path.open(encoding="utf-8-sig") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                yield Pair(fold(row["ja"]), fold(row["en"]))


def _vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Words of the texts by the dictionary, each up to its last kanji or katakana: 受け入れた gives 受け入."""
    from sudachipy import Dictionary, SplitMode

    tokenizer, counts = Dictionary(dict="small").tokenizer(), Counter[str]()
    for text in texts:
        for word in tokenizer.tokenize(text, SplitMode.B):
            found = _UP_TO_THE_LAST.match(word.surface())
            if found and word.part_of_speech()[0] in _CONTENT_CLASSES:
                counts[found[0]] += 1
    return frozenset(word for word, count in counts.items() if count >= LEAST_USES)


def learn(pairs: Sequence[Pair], vocabulary: Iterable[str]) -> str:
    """The lines of the table; `vocabulary` are the Japanese words to be looked for."""
    cutter = WordTable(dict.fromkeys(vocabulary, frozenset()), (), ())
    sides = [
        (
            [pair.ja[span.start : span.end] for span in cutter.japanese_words(pair.ja)],
            list(map(stem, words_of(pair.en))),
        )
        for pair in pairs
    ]
    uses = Counter(word for words, _ in sides for word in set(words))
    likely_stems, sure = _kept(sides, LIKELY_ENGLISH, LIKELY_JAPANESE), _kept(sides, SURE_ENGLISH, SURE_JAPANESE)
    kept = {word: stems for word, stems in likely_stems.items() if uses[word] >= LEAST_USES}
    japanese: dict[str, set[str]] = {}
    for ja, english in kept.items():
        for one in english:
            japanese.setdefault(one, set()).add(ja)
    loose = _poorly_covered(sides, kept, JAPANESE_COVERAGE)
    firm = {word for word in kept if len(word) > 1} - _poorly_covered(sides, kept, FIRM_COVERAGE, FIRM_USES)
    turned = [(english, words) for words, english in sides]
    free = _poorly_covered(turned, japanese, ENGLISH_COVERAGE)
    backed = set(japanese) - _poorly_covered(turned, japanese, BACKED_COVERAGE, BACKED_USES)
    lines = [
        "# Made by training/words.py: Japanese TAB stems of English words that can say it, the sure ones before a bar;"
        " ~ loose, ! firm, * free, = backed, + what else of Japanese was met.",
        "*\t" + " ".join(sorted(free)),
        "=\t" + " ".join(sorted(backed)),
        "+\t" + " ".join(sorted(_scraps((pair.ja for pair in pairs), kept))),
    ]
    lines += [
        f"{'~' * (ja in loose)}{'!' * (ja in firm)}{ja}\t{_stems(stems, sure.get(ja, set()))}"
        for ja, stems in sorted(kept.items())
    ]
    return "\n".join(lines) + "\n"


def _scraps(texts: Iterable[str], kept: Mapping[str, set[str]]) -> set[str]:
    """What the texts have beside the words of the table, each in so many sentences as a word must stand in."""
    table = WordTable({word: frozenset(stems) for word, stems in kept.items()}, (), ())
    uses = Counter(scrap for text in texts for scrap in set(table.scraps_in(text)))
    return {scrap for scrap, count in uses.items() if count >= LEAST_USES}


def _stems(likely_stems: set[str], sure: set[str]) -> str:
    return " ".join([*sorted(sure), "|", *sorted(likely_stems - sure)])


def _kept(sides: Sequence[Sides], least_english: float, least_japanese: float) -> dict[str, set[str]]:
    kept: dict[str, set[str]] = {}
    for ja, en in likely(sides, least_english):
        kept.setdefault(ja, set()).add(en)
    for en, ja in likely([(english, words) for words, english in sides], least_japanese):
        kept.setdefault(ja, set()).add(en)
    return kept


def _poorly_covered(
    sides: Iterable[Sides], counterparts: Mapping[str, set[str]], least: float, least_uses: int = LEAST_USES
) -> set[str]:
    """The words of the first side with fewer uses, or whose counterparts stand in less than the share `least`."""
    uses, covered = Counter[str](), Counter[str]()
    for words, others in sides:
        present = set(others)
        for word in set(words):
            uses[word] += 1
            covered[word] += bool(counterparts.get(word, set()) & present)
    return {word for word, count in uses.items() if covered[word] < least * count or count < least_uses}


def likely(sides: Iterable[Sides], least: float, rounds: int = 6) -> list[tuple[str, str]]:
    """Pairs (word, word of the other side) of probability `least` and more, by expectation maximisation."""
    givens, others, groups = _candidates(sides)
    given_ids, other_ids = _numbered(givens), _numbered(others)
    code = np.array([given_ids[w] for w in givens], np.int64) * len(other_ids) + [other_ids[w] for w in others]
    pairs, place = np.unique(code, return_inverse=True)
    given, group = pairs // len(other_ids), np.array(groups)
    probability, count = np.ones(len(pairs)), np.ones(len(pairs))
    for _ in range(rounds):
        weight = probability[place]
        share = weight / np.bincount(group, weight)[group]
        count = np.bincount(place, share)
        probability = count / np.bincount(given, count)[given]
    names, other_names = list(given_ids), list(other_ids)
    good = np.flatnonzero((probability >= least) & (count >= LEAST_COUNT))
    found = ((names[given[n]], other_names[pairs[n] % len(other_names)]) for n in good)
    return [(word, other) for word, other in found if word != _NOTHING]


def _candidates(sides: Iterable[Sides]) -> tuple[list[str], list[str], list[int]]:
    """Every word of a pair, and nothing, against every word of its other side; a group is one of the latter."""
    givens: list[str] = []
    others: list[str] = []
    groups: list[int] = []
    group = 0
    for words, other_words in sides:
        own = [_NOTHING, *dict.fromkeys(words)]
        for other in dict.fromkeys(other_words):
            givens += own
            others += [other] * len(own)
            groups += [group] * len(own)
            group += 1
    return givens, others, groups


def _numbered(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(dict.fromkeys(words))}


if __name__ == "__main__":
    main()
