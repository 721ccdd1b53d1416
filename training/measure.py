"""Measures what the product's own scoring does not: obedience to lexicon constraints on sentences of any register.

Each sentence gets one to four random lexicon hits of those whose English stands in the reference; success is all of
them in the output, exactly: when they are written inline once, and when the product's further writings may follow, as
on rung 4. The same seed gives the same constraints.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import sacrebleu

from briefgen.cli.build import open_engine
from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.translation.engines.engine import Engine
from briefgen.translation.ladder import N_BEST
from briefgen.translation.writing import fill_slots, write_mixed
from training.annotate import CLOSE, OPEN, Hit, LexiconFinder
from training.corpora import Pair, fold, read_lexicon

__all__ = ["choose", "obeyed", "write"]


def choose(hits: list[Hit], rng: random.Random) -> list[Hit]:
    """One to four hits that do not overlap in the Japanese and are no part of each other in the English."""
    order, wanted = rng.sample(hits, len(hits)), rng.randint(1, 4)
    chosen: list[Hit] = []
    for hit in order:
        apart = all(hit.end <= other.start or hit.start >= other.end for other in chosen)
        if apart and not any(hit.english in other.english or other.english in hit.english for other in chosen):
            chosen.append(hit)
    return sorted(chosen[:wanted], key=lambda hit: hit.start)


def write(pair: Pair, hits: list[Hit]) -> str:
    """The Japanese with each hit written inline."""
    parts, last = [], 0
    for hit in hits:
        parts += [pair.ja[last : hit.start], f"{OPEN} {hit.english} {CLOSE}"]
        last = hit.end
    return "".join(parts) + pair.ja[last:]


def obeyed(english: str, hits: list[Hit]) -> bool:
    """Whether the English of every hit stands in the output; a capital at its start is free."""
    return all(hit.english in english or hit.english[:1].upper() + hit.english[1:] in english for hit in hits)


def obeyed_further(bound: list[tuple[Pair, list[Hit]]], engine: Engine) -> int:
    """How many of these sentences have an answer to one of the further writings that obeys."""
    given = [
        (number, written)
        for number, (pair, hits) in enumerate(bound)
        for written in write_mixed(pair.ja, [_constraint(pair, hit) for hit in hits], engine.capabilities)
    ]
    said = engine.translate([written.text for _, written in given], N_BEST)
    return len(
        {
            number
            for (number, written), answers in zip(given, said, strict=True)
            if any(obeyed(fill_slots(one.text, written) or "", bound[number][1]) for one in answers)
        }
    )


def _constraint(pair: Pair, hit: Hit) -> Constraint:
    kind = ConstraintKind.PERSON if hit.kind == "p" else ConstraintKind.TERM
    return Constraint(Span(hit.start, hit.end), pair.ja[hit.start : hit.end], hit.english, kind)


def measure(pairs: list[Pair], engine: Engine, finder: LexiconFinder, seed: int) -> dict[str, float]:
    """BLEU, chrF and the share of sentences with hits in which all constraints are obeyed, in percent."""
    rng = random.Random(seed)
    given = [(pair, choose(finder(pair), rng)) for pair in pairs]
    bound = [(pair, hits) for pair, hits in given if hits]
    plain = [found[0].text for found in engine.translate([pair.ja for pair in pairs])]
    inline = [found[0].text for found in engine.translate([write(pair, hits) for pair, hits in bound])]
    lost = [one for one, english in zip(bound, inline, strict=True) if not obeyed(english, one[1])]
    kept = len(bound) - len(lost)
    references = [pair.en for pair in pairs]
    return {
        "sentences": len(pairs),
        "bleu": round(sacrebleu.corpus_bleu(plain, [references]).score, 1),
        "chrf": round(sacrebleu.corpus_chrf(plain, [references]).score, 1),
        "sentences_with_constraints": len(bound),
        "constraints": sum(len(hits) for _, hits in bound),
        "all_obeyed_once": round(100 * kept / len(bound), 1),
        "all_obeyed": round(100 * (kept + obeyed_further(lost, engine)) / len(bound), 1),
    }


def main() -> None:
    """Print the figures for one pair of files, a sentence a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("japanese", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("lexicon", type=Path, help="folder of lexicon files")
    parser.add_argument("--model", help="installed model (else the one in use)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sides = [path.read_text(encoding="utf-8").splitlines() for path in (options.japanese, options.english)]
    pairs = [Pair(fold(ja), fold(en)) for ja, en in zip(*sides, strict=True)]
    engine = open_engine(options.model)
    if engine is None:
        raise SystemExit("There is no model")
    for name, value in measure(pairs, engine, LexiconFinder(read_lexicon(options.lexicon)), options.seed).items():
        print(f"{name}\t{value}")


if __name__ == "__main__":
    main()
