"""Moves a checkpoint to another vocabulary, so that a run can go on after the pieces have changed."""

from __future__ import annotations

import argparse
from pathlib import Path

import sentencepiece
import torch
from torch import Tensor

__all__ = ["transplant"]


def transplant(weights: Tensor, old: Path, new: Path) -> Tensor:
    """The embeddings of `new` pieces: a piece both have keeps its row, another gets the mean of its old pieces."""
    before = sentencepiece.SentencePieceProcessor(model_file=str(old))
    after = sentencepiece.SentencePieceProcessor(model_file=str(new))
    rows = []
    for number in range(after.vocab_size()):
        piece = after.id_to_piece(number)
        known = before.piece_to_id(piece)
        if known != before.unk_id() or number == after.unk_id():
            rows.append(weights[known])
            continue
        ids = before.encode(piece.replace("▁", " ").strip() or piece)
        if not piece.startswith("▁") and ids and before.id_to_piece(ids[0]) == "▁":
            ids = ids[1:]
        rows.append(weights[ids].mean(0) if ids else weights[before.unk_id()])
    return torch.stack(rows)


def main() -> None:
    """Write the moved checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="average.pt of a run")
    parser.add_argument("old", type=Path, help="its SentencePiece model")
    parser.add_argument("new", type=Path, help="the SentencePiece model to move to")
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    state = torch.load(options.checkpoint, map_location="cpu")
    state["emb.weight"] = transplant(state["emb.weight"], options.old, options.new)
    torch.save(state, options.target)


if __name__ == "__main__":
    main()
