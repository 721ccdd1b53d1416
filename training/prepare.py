"""Turns corpora into arrays of piece ids, with constraints annotated, and a validation set that nothing else sees."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import sentencepiece

from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.glossary.glossary import Glossary
from briefgen.translation.patterns import read_patterns
from training.annotate import LexiconFinder, annotate, find_figures
from training.corpora import Pair, fold, read_domain, read_general, read_lexicon, without_near_twins
from training.domain import product_hits, vary, with_groups
from training.expand import Filler, expand_patterns

__all__ = ["domain_training", "load_product", "pack", "split_validation"]

LONGEST_SOURCE, LONGEST_TARGET = 110, 110


def split_validation(pairs: Sequence[Pair], count: int = 300, seed: int = 7) -> tuple[list[Pair], list[Pair]]:
    """(training pairs without near twins, validation pairs): the same split for the same pairs."""
    order = list(dict.fromkeys(pairs))
    random.Random(seed).shuffle(order)
    held_out = order[:count]
    return without_near_twins(order[count:], held_out), held_out


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as piece ids, with the byte span of each (none when they are not known)."""

    ids: list[int]
    spans: list[tuple[int, int]]

    def within(self, start: int, end: int) -> range:
        """The pieces that touch these bytes."""
        touching = [n for n, (a, b) in enumerate(self.spans) if a < end and b > start]
        return range(touching[0], touching[-1] + 1) if touching else range(0)


def encode(text: str, pieces: sentencepiece.SentencePieceProcessor, sampled: bool) -> Encoded:
    """The pieces of a text; `sampled` draws one of the possible splits instead of the likeliest.

    Pairs that come round often are then seen in many splits, and memorised later (subword regularisation, Kudo 2018;
    the smoothing of 0.2 is that paper's for unigram models).
    """
    options = {"enable_sampling": True, "nbest_size": -1, "alpha": 0.2} if sampled else {}
    found = pieces.encode(text, out_type=str, **options)
    ids = [pieces.piece_to_id(piece) for piece in found]
    ends = [*accumulate(_length(piece, pieces.is_byte(number)) for piece, number in zip(found, ids, strict=True))]
    if not ends or ends[-1] != len(text.encode()) + 1:  # the vocabulary folds a character that we do not: no spans
        return Encoded(ids, [])
    return Encoded(ids, [(max(0, start - 1), end - 1) for start, end in pairwise([0, *ends])])


def _length(piece: str, is_byte: bool) -> int:
    """The bytes of a piece; the first one of a text has a space in front that the text has not."""
    return 1 if is_byte else len(piece.replace("▁", " ").encode())


def link_pieces(pair: Pair, source: Encoded, target: Encoded) -> list[tuple[int, int, int]]:
    """(target piece, first source piece, end of source pieces) for every target piece that a link explains."""
    rows: list[tuple[int, int, int]] = []
    for link in pair.links:
        here = source.within(*(len(pair.ja[:at].encode()) for at in link.ja))
        there = target.within(*(len(pair.en[:at].encode()) for at in link.en))
        copied = [source.ids[n] for n in here] == [target.ids[n] for n in there]
        for offset, piece in enumerate(there if here else ()):
            rows.append((piece, here[offset], here[offset] + 1) if copied else (piece, here.start, here.stop))
    return rows


def pack(
    pairs: Sequence[Pair],
    pieces: sentencepiece.SentencePieceProcessor,
    target: Path,
    sampled: Sequence[Pair] = (),
) -> int:
    """Encode pairs of fitting length, `sampled` ones in random splits, into ``target``; the count kept.

    The file is an npz of flat ids and offsets of both sides, and the rows of `link_pieces` with theirs.
    """
    columns: dict[str, list[np.ndarray]] = {"source": [], "target": [], "link": []}
    for pair, drawn in (*((p, False) for p in pairs), *((p, True) for p in sampled)):
        source, english = encode(pair.ja, pieces, drawn), encode(pair.en, pieces, drawn)
        if 0 < len(source.ids) <= LONGEST_SOURCE and 0 < len(english.ids) <= LONGEST_TARGET:
            columns["source"].append(np.array(source.ids, np.uint16))
            columns["target"].append(np.array(english.ids, np.uint16))
            columns["link"].append(np.array(link_pieces(pair, source, english), np.uint16).reshape(-1, 3))
    arrays = {}
    for name, column in columns.items():
        offsets = np.zeros(len(column) + 1, np.int64)
        offsets[1:] = np.cumsum([len(row) for row in column])
        arrays |= {f"{name}_offsets": offsets, f"{name}_ids": np.concatenate(column)}
    np.savez(target, **arrays)
    return len(columns["source"])


def load_product(glossary: Path) -> tuple[Constrainer, Glossary]:
    """The product's own constrainer over the glossary files of a folder."""
    read = [read_glossary(path.read_bytes(), path.name).value for path in sorted(glossary.glob("*.csv"))]
    merged = Glossary().merged_with(read).value
    return Constrainer(merged), merged


def domain_training(options: argparse.Namespace, rng: random.Random) -> tuple[list[Pair], list[Pair]]:
    """(annotated domain pairs and expanded patterns, validation pairs)."""
    constrainer, glossary = load_product(options.glossary)
    written = [pair for folder in options.domain for pair in read_domain(folder)]
    held_out = read_domain(options.validation) if options.validation.exists() else []
    kept, split = split_validation(without_near_twins(written, held_out), 0 if held_out else 300)
    grouped = [with_groups(pair, constrainer) for pair in kept]
    found = [(pair, product_hits(pair, constrainer)) for pair in grouped]
    filler = Filler(constrainer, glossary, rng)
    pairs = []
    for copy in range(options.domain_copies):
        for pair, hits in found:
            varied, own = vary(pair, hits, filler, rng) if copy else (pair, hits)
            pairs.append(annotate(varied, [*own, *find_figures(varied)], rng, 10 if rng.random() < 0.85 else 0))
    patterns = read_patterns(options.patterns.read_bytes(), options.patterns.name)
    for pair, hits in expand_patterns(patterns, filler, options.pattern_copies, rng):
        pairs.append(annotate(pair, hits, rng, 10 if rng.random() < 0.9 else 0))
    for term in glossary.terms:
        pairs += [Pair(fold(term.ja), term.en)] * options.term_copies
    return pairs, held_out or split


def main() -> None:
    """Prepare one training set: general corpora, domain pairs and patterns, each with fresh annotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument(
        "--domain", type=Path, nargs="+", help="folders of domain pairs", default=[Path("training/data")]
    )
    parser.add_argument("--validation", type=Path, default=Path("training/data/validation"), help="folder kept apart")
    parser.add_argument("--patterns", type=Path, default=Path("memory/patterns.tsv"))
    parser.add_argument("--glossary", type=Path, default=Path("glossary"))
    parser.add_argument("--domain-copies", type=int, default=10)
    parser.add_argument("--pattern-copies", type=int, default=60)
    parser.add_argument("--term-copies", type=int, default=1)
    parser.add_argument("--general-share", type=float, default=1.0)
    parser.add_argument("--sampled", type=float, default=0.5, help="share of domain pairs split into pieces at random")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    pairs, held_out = domain_training(options, rng)
    print("domain pairs", len(pairs))
    rng.shuffle(pairs)
    sampled, pairs = pairs[: int(len(pairs) * options.sampled)], pairs[int(len(pairs) * options.sampled) :]
    flores = (options.corpora / "validation/flores-dev.ja").read_text(encoding="utf-8").splitlines()
    general = [p for p in read_general(options.corpora, rng) if rng.random() < options.general_share]
    general = without_near_twins(general, [Pair(fold(line), "") for line in flores])
    finder = LexiconFinder(read_lexicon(options.corpora / "lexicon"))
    for pair in general:
        pairs.append(annotate(pair, [*finder(pair), *find_figures(pair)], rng, 10 if rng.random() < 0.5 else 0))
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.vocabulary))
    print("training pairs", pack(pairs, pieces, options.target / "train.npz", sampled))
    print("validation pairs", pack(held_out, pieces, options.target / "validation.npz"))


if __name__ == "__main__":
    main()
