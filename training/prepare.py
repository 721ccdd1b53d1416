"""Turns corpora into arrays of piece ids, with constraints annotated, and a validation set that nothing else sees."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import sentencepiece

from training.annotate import LexiconFinder, annotate, find_figures
from training.corpora import Pair, fold, read_domain, read_general, read_lexicon, without_near_twins

__all__ = ["pack", "split_validation"]

LONGEST_SOURCE, LONGEST_TARGET = 110, 110


def split_validation(pairs: Sequence[Pair], count: int = 300, seed: int = 7) -> tuple[list[Pair], list[Pair]]:
    """(training pairs without near twins, validation pairs): the same split for the same pairs."""
    order = list(dict.fromkeys(pairs))
    random.Random(seed).shuffle(order)
    held_out = order[:count]
    return without_near_twins(order[count:], held_out), held_out


def pack(pairs: Iterable[Pair], pieces: sentencepiece.SentencePieceProcessor, target: Path) -> int:
    """Encode the pairs of fitting length into ``target`` (npz: flat ids and offsets of both sides); the count kept."""
    kept = list(pairs)
    sides = []
    for texts in ([p.ja for p in kept], [p.en for p in kept]):
        encoded: list[list[int]] = []
        for start in range(0, len(texts), 20_000):
            encoded += pieces.encode(texts[start : start + 20_000], num_threads=4)
        sides.append(encoded)
    fitting = [
        (s, t) for s, t in zip(*sides, strict=True) if 0 < len(s) <= LONGEST_SOURCE and 0 < len(t) <= LONGEST_TARGET
    ]
    arrays = {}
    for name, column in (("source", [s for s, _ in fitting]), ("target", [t for _, t in fitting])):
        offsets = np.zeros(len(column) + 1, np.int64)
        offsets[1:] = np.cumsum([len(ids) for ids in column])
        flat = np.fromiter((i for ids in column for i in ids), np.uint16, offsets[-1])
        arrays |= {f"{name}_offsets": offsets, f"{name}_ids": flat}
    np.savez(target, **arrays)
    return len(fitting)


def main() -> None:
    """Prepare one training set: general corpora, and the domain pairs repeated with fresh annotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--domain-copies", type=int, default=10)
    parser.add_argument("--general-share", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    flores = (options.corpora / "validation/flores-dev.ja").read_text(encoding="utf-8").splitlines()
    domain, held_out = split_validation(read_domain(options.corpora / "domain"))
    general = [p for p in read_general(options.corpora, rng) if rng.random() < options.general_share]
    general = without_near_twins(general, [Pair(fold(line), "") for line in flores])
    finder = LexiconFinder(read_lexicon(options.corpora / "lexicon"))

    def annotated(pair: Pair, chance: float) -> Pair:
        return annotate(pair, [*finder(pair), *find_figures(pair)], rng) if rng.random() < chance else pair

    pairs = [annotated(p, 0.5) for p in general]
    pairs += [annotated(p, 0.75) for _ in range(options.domain_copies) for p in domain]
    rng.shuffle(pairs)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.vocabulary))
    (options.target / "domain-validation.tsv").write_text(
        "".join(f"{p.ja}\t{p.en}\n" for p in held_out), encoding="utf-8"
    )
    print("training pairs", pack(pairs, pieces, options.target / "train.npz"), "of", len(pairs))
    print("validation pairs", pack(held_out, pieces, options.target / "validation.npz"))


if __name__ == "__main__":
    main()
