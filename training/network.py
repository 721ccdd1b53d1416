"""The Transformer that is trained: pre-norm, tied embeddings, deep encoder, shallow decoder.

The layout of its weights matches `ctranslate2.specs.TransformerSpec`, so that export is a copy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["BOS", "EOS", "PAD", "UNK", "Batch", "Candidates", "Size", "Transformer"]

PAD, UNK, BOS, EOS = 0, 1, 2, 3
GUIDANCE = 0.2
MARKS_COUNT = 2.0
"""How much a constraint symbol counts beside a word: a lost slot costs the whole sentence, a lost article nothing."""
LINKED_COUNT = 2.0
"""How much a piece counts that is known to say a stretch of the source: what models leave out is what must stand."""
OPEN, CLOSE, FIRST_SLOT = 4, 5, 16_000


@dataclass(frozen=True, slots=True)
class Size:
    """The dimensions of a model; the default is 11 M parameters, 12 MB as int8."""

    vocabulary: int = 16_032
    width: int = 256
    heads: int = 4
    inner: int = 1024
    encoder_layers: int = 6
    decoder_layers: int = 2
    positions: int = 512

    @classmethod
    def of(cls, state: Mapping[str, Tensor]) -> Size:
        """The dimensions of a checkpoint; heads are 64 wide, as in the default."""
        vocabulary, width = state["emb.weight"].shape
        encoder, decoder = (
            sum(re.fullmatch(rf"{side}\.\d+\.n1\.bias", name) is not None for name in state) for side in ("enc", "dec")
        )
        return cls(vocabulary, width, width // 64, len(state["enc.0.ff.a.bias"]), encoder, decoder, len(state["pe"]))


class Batch(NamedTuple):
    """Rows x positions: ids, number of the sentence (0: padding), place within it; links: rows x target x source."""

    source: Tensor
    source_sentence: Tensor
    source_place: Tensor
    target: Tensor
    target_sentence: Tensor
    target_place: Tensor
    wanted: Tensor
    links: Tensor

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(*(tensor.to(device) for tensor in self))


class Candidates(NamedTuple):
    """Some of the vocabulary, padding first: ids, the log weight of each, and the wanted ones by place."""

    ids: Tensor
    weight: Tensor
    wanted: Tensor

    @classmethod
    def drawn(cls, batch: Batch, count: int, vocabulary: int) -> Candidates:
        """All pieces the batch wants and others by lot, `count` in all (sampled softmax, Jean et al. 2015).

        Each of the others stands for all that were not drawn, by the logarithm of their number.
        """
        used = torch.unique(torch.cat([batch.wanted.flatten(), batch.wanted.new_tensor([PAD])]))
        left = torch.ones(vocabulary, dtype=torch.bool, device=used.device)
        left[used] = False
        others = left.nonzero()[:, 0]
        drawn = others[torch.randperm(len(others), device=used.device)[: count - len(used)]]
        ids = torch.cat([used, drawn])
        place = torch.zeros(vocabulary, dtype=torch.long, device=used.device)
        place[ids] = torch.arange(len(ids), device=used.device)
        weight = torch.zeros(len(ids), device=used.device)
        weight[len(used) :] = math.log(len(others) / max(1, len(drawn)))
        return cls(ids, weight, place[batch.wanted])


class Attention(nn.Module):
    """Multi-head attention, over its own input or over a memory."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.q = nn.Linear(size.width, size.width)
        self.kv = nn.Linear(size.width, 2 * size.width)
        self.o = nn.Linear(size.width, size.width)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        """Attend from x to memory (to x itself when there is none) where the mask allows it."""
        batch, length, width = x.shape
        source = x if memory is None else memory
        q = self.q(x).view(batch, length, self.heads, -1).transpose(1, 2)
        k, v = self.kv(source).view(batch, source.shape[1], 2, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(2, 3)).float() / math.sqrt(q.shape[3])
        y = scores.masked_fill(~mask, -1e9).softmax(-1).to(v.dtype) @ v  # compiled, faster on a CPU than the ready-made
        return self.o(y.transpose(1, 2).reshape(batch, length, width))

    def first_head(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """How the first head spreads its attention over the memory: log shares, batch x length x length."""
        size = x.shape[2] // self.heads
        q = functional.linear(x, self.q.weight[:size], self.q.bias[:size])
        k = functional.linear(memory, self.kv.weight[:size], self.kv.bias[:size])
        scores = (q @ k.transpose(1, 2)).float() / math.sqrt(size)
        return scores.masked_fill(~mask[:, 0], -1e9).log_softmax(-1)


class Dropout(nn.Module):
    """Drops channels, the same for all positions of a row.

    A mask for each position would be 128 times as many random numbers, which cost a CPU a third of its time. Sharing
    them along the sentence is usual on TPUs (tensor2tensor, layer_prepostprocess_dropout_broadcast_dims).
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """The same in evaluation; in training what is kept is made larger to fit."""
        if not self.training or not self.share:
            return x
        kept = torch.rand(len(x), 1, x.shape[2], device=x.device) >= self.share
        return x * (kept.to(x.dtype) / (1 - self.share))


class FeedForward(nn.Module):
    """Two linear maps with a ReLU between."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.a = nn.Linear(size.width, size.inner)
        self.b = nn.Linear(size.inner, size.width)

    def forward(self, x: Tensor) -> Tensor:
        """Map each position."""
        return self.b(functional.relu(self.a(x)))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each behind a norm."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.n1, self.sa = nn.LayerNorm(size.width), Attention(size)
        self.n2, self.ff = nn.LayerNorm(size.width), FeedForward(size)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One layer over the source."""
        x = x + self.drop(self.sa(self.n1(x), mask))
        return x + self.drop(self.ff(self.n2(x)))


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, feed-forward."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.n1, self.sa = nn.LayerNorm(size.width), Attention(size)
        self.n2, self.ca = nn.LayerNorm(size.width), Attention(size)
        self.n3, self.ff = nn.LayerNorm(size.width), FeedForward(size)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, before: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """One layer over the target; also what it asked the source with."""
        x = x + self.drop(self.sa(self.n1(x), before))
        asked = self.n2(x)
        x = x + self.drop(self.ca(asked, mask, memory))
        return x + self.drop(self.ff(self.n3(x))), asked


class Transformer(nn.Module):
    """Packed rows in, decoder states out; `loss` ties the projection to the embedding."""

    def __init__(self, size: Size, dropout: float = 0.0) -> None:
        super().__init__()
        self.size = size
        self.emb = nn.Embedding(size.vocabulary, size.width)
        nn.init.normal_(self.emb.weight, std=size.width**-0.5)
        self.enc = nn.ModuleList(EncoderLayer(size, dropout) for _ in range(size.encoder_layers))
        self.dec = nn.ModuleList(DecoderLayer(size, dropout) for _ in range(size.decoder_layers))
        self.ne, self.nd, self.drop = nn.LayerNorm(size.width), nn.LayerNorm(size.width), Dropout(dropout)
        position = torch.arange(size.positions)[:, None]
        step = torch.arange(size.width // 2)[None]
        angle = (position + 1) * torch.exp(step * -(math.log(10_000) / (size.width // 2 - 1)))
        self.register_buffer("pe", torch.cat([angle.sin(), angle.cos()], 1))

    def _embed(self, ids: Tensor, places: Tensor) -> Tensor:
        pe: Tensor = self.get_buffer("pe")
        return self.drop(self.emb(ids) * math.sqrt(self.size.width) + pe[places])

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Decoder states (rows x positions x width) of packed rows, and the attention of the guided head."""
        own = _same(batch.source_sentence, batch.source_sentence)
        across = _same(batch.target_sentence, batch.source_sentence)
        before = _same(batch.target_sentence, batch.target_sentence).tril()
        x = self._embed(batch.source, batch.source_place)
        for layer in self.enc:
            x = layer(x, own)
        memory, y = self.ne(x), self._embed(batch.target, batch.target_place)
        asked = y
        for layer in self.dec:
            y, asked = layer(y, before, memory, across)
        return self.nd(y), self.dec[-1].ca.first_head(asked, memory, across)  # type: ignore[union-attr, operator]

    def loss(
        self, batch: Batch, among: Candidates | None = None, smoothing: float = 0.1, guided: bool = True
    ) -> Tensor:
        """Label-smoothed cross-entropy a target token, padding left out, and the guided head's share of it.

        `among` are the pieces that may be wanted, where not all are asked. `batch.links` (true where a target piece
        comes from a source piece) teaches the first head of the last layer where to look (guided alignment, Chen et
        al. 2016); it counts a fifth beside the words. Only then constraint symbols and linked pieces count more.
        """
        states, attention = self(batch)
        weight, wanted = (
            (self.emb.weight, batch.wanted) if among is None else (self.emb.weight[among.ids], among.wanted)
        )
        logits = functional.linear(states, weight).float()
        if among is not None:
            logits = logits + among.weight
        losses = functional.cross_entropy(
            logits.flatten(0, 1), wanted.flatten(), label_smoothing=smoothing, ignore_index=PAD, reduction="none"
        )
        if not guided:
            return losses.sum() / (batch.wanted != PAD).sum()
        linked = batch.links.any(-1)
        counts = _counts(batch.wanted, linked).flatten()
        loss = (losses * counts).sum() / counts.sum()
        looked = attention.masked_fill(~batch.links, -1e9).logsumexp(-1)
        return loss - GUIDANCE * torch.where(linked, looked, 0.0).sum() / linked.sum().clamp(min=1)


def _counts(wanted: Tensor, linked: Tensor) -> Tensor:
    """How much each target piece counts in training: padding nothing, most pieces one."""
    symbols = (wanted == OPEN) | (wanted == CLOSE) | (wanted >= FIRST_SLOT)
    return torch.where(symbols, MARKS_COUNT, 1.0) * torch.where(linked, LINKED_COUNT, 1.0) * (wanted != PAD)


def _same(asking: Tensor, asked: Tensor) -> Tensor:
    """Where two positions belong to the same sentence: rows x 1 x asking x asked."""
    return (asking[:, :, None] == asked[:, None])[:, None]
