"""Makes or extends the SentencePiece model: 16,000 shared pieces, byte fallback, split digits, constraint symbols.

Domain pairs and the glossary count fifteenfold beside the general corpora: a vocabulary of the corpora alone splits
the register's commonest words into three or four pieces ("Defense", "Staff"), which the model then has to spell.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from briefgen.terms.glossary.csv_format import read_glossary
from training.annotate import CLOSE, OPEN, SLOTS
from training.corpora import Pair, fold, read_domain, read_general

__all__ = ["add_symbols", "train_vocabulary"]

PIECES = 16_000


def train_vocabulary(pairs: Sequence[Pair], target: Path, threads: int = 4) -> None:
    """Train a unigram model on both sides of the pairs and write it to `target`."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        text.write_text("".join(f"{pair.ja}\n{pair.en}\n" for pair in pairs), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(Path(folder) / "sp"),
            vocab_size=PIECES,
            model_type="unigram",
            character_coverage=0.9995,
            byte_fallback=True,
            pad_id=0,
            unk_id=1,
            bos_id=2,
            eos_id=3,
            user_defined_symbols=[OPEN, CLOSE],
            input_sentence_size=800_000,
            shuffle_input_sentence=True,
            num_threads=threads,
            normalization_rule_name="nmt_nfkc",
            split_digits=True,
        )
        target.write_bytes((Path(folder) / "sp.model").read_bytes())
    add_symbols(target, SLOTS)


def add_symbols(path: Path, symbols: Sequence[str]) -> None:
    """Append user-defined symbols that the model at `path` does not have yet; existing ids stay as they are."""
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(path.read_bytes())
    known = {piece.piece for piece in model.pieces}
    for symbol in symbols:
        if symbol not in known:
            piece = model.pieces.add()
            piece.piece, piece.score = symbol, 0.0
            piece.type = sentencepiece_model_pb2.ModelProto.SentencePiece.USER_DEFINED
    model.trainer_spec.vocab_size = len(model.pieces)
    model.trainer_spec.user_defined_symbols.extend(s for s in symbols if s not in known)
    path.write_bytes(model.SerializeToString())


def main() -> None:
    """Train the vocabulary from the corpora folder, or extend a given one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--domain", type=Path, nargs="+", default=[Path("training/data")], help="folders of pairs")
    parser.add_argument("--glossary", type=Path, default=Path("glossary"))
    parser.add_argument("--extend", type=Path, help="start from this SentencePiece model instead of training one")
    options = parser.parse_args()
    options.target.parent.mkdir(parents=True, exist_ok=True)
    if options.extend:
        options.target.write_bytes(options.extend.read_bytes())
        add_symbols(options.target, SLOTS)
        return
    rng = random.Random(1)
    general = list(read_general(options.corpora, rng))
    terms = [
        Pair(fold(term.ja), term.en)
        for path in sorted(options.glossary.glob("*.csv"))
        for term in read_glossary(path.read_bytes(), path.name).value.terms
    ]
    domain = [pair for folder in options.domain for pair in read_domain(folder)]
    train_vocabulary([*rng.sample(general, min(len(general), 250_000)), *(domain + terms) * 15], options.target)


if __name__ == "__main__":
    main()
