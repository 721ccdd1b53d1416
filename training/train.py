"""Trains the model on whatever is at hand, one process: a CPU (bf16, static shapes, compiled) or one GPU.

Resumes from ``last.pt`` in its folder. The rate rises, stays, and falls linearly over the last part of the time given;
the weights of that last part are averaged into ``average.pt``. ``log.tsv`` holds updates, seconds, training loss,
validation loss, target tokens and rate, and can be plotted as it is.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.network import BOS, EOS, Size, Transformer

BUCKETS = (16, 32, 64, 112)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Packed ids with the pairs of each length bucket."""

    arrays: dict[str, np.ndarray]
    buckets: tuple[np.ndarray, ...]

    @classmethod
    def load(cls, path: Path) -> Corpus:
        """Read a file written by `prepare.pack`."""
        with np.load(path) as packed:
            arrays = {name: packed[name] for name in packed.files}
        length = np.maximum(np.diff(arrays["source_offsets"]), np.diff(arrays["target_offsets"])) + 1
        lower = (0, *BUCKETS[:-1])
        return cls(
            arrays, tuple(np.where((length > a) & (length <= b))[0] for a, b in zip(lower, BUCKETS, strict=True))
        )

    def ids(self, side: str, number: int) -> np.ndarray:
        """The ids of one sentence."""
        start, end = self.arrays[f"{side}_offsets"][number : number + 2]
        return self.arrays[f"{side}_ids"][start:end]

    def batches(self, tokens: int, rng: np.random.Generator) -> Iterator[tuple[int, np.ndarray]]:
        """(length, pair numbers) for one pass in random order; every batch of a bucket has the same shape."""
        plan = []
        for length, members in zip(BUCKETS, self.buckets, strict=True):
            size = max(8, tokens // length // 8 * 8)
            order = rng.permutation(members)
            plan += [(length, order[i : i + size]) for i in range(0, len(order) - size + 1, size)]
        rng.shuffle(plan)  # type: ignore[arg-type]
        yield from plan

    def tensors(self, length: int, numbers: np.ndarray) -> tuple[Tensor, ...]:
        """Padded source, shifted target, wanted ids and links (batch x target x source) of one batch."""
        source, target, wanted = (np.zeros((len(numbers), length), np.int64) for _ in range(3))
        links = np.zeros((len(numbers), length, length), bool)
        for row, number in enumerate(numbers):
            s, t = self.ids("source", number), self.ids("target", number)
            source[row, : len(s)], source[row, len(s)] = s, EOS
            target[row, 0], target[row, 1 : len(t) + 1] = BOS, t
            wanted[row, : len(t)], wanted[row, len(t)] = t, EOS
            for piece, first, end in self.ids("link", number):
                links[row, piece, first:end] = True
        return tuple(torch.from_numpy(array) for array in (source, target, wanted, links))


def forever(corpus: Corpus, tokens: int, seed: int) -> Iterator[tuple[int, np.ndarray]]:
    """Pass after pass."""
    rng = np.random.default_rng(seed)
    while True:
        yield from corpus.batches(tokens, rng)


def rate(update: int, elapsed: float, options: argparse.Namespace) -> float:
    """The learning rate: linear rise, level, then linear fall to 3 % over the last `options.cooldown` of the time."""
    level = options.rate * min(1.0, (update + 1) / options.warmup)
    start = 1.0 - options.cooldown
    share = elapsed / (options.minutes * 60)
    return float(level * (1.0 - 0.97 * max(0.0, min(1.0, (share - start) / options.cooldown))))


@torch.no_grad()
def validate(model: Transformer, corpus: Corpus, device: str) -> float:
    """Mean loss a token on the validation set, without label smoothing."""
    model.eval()
    total, count = 0.0, 0
    for length, members in zip(BUCKETS, corpus.buckets, strict=True):
        for start in range(0, len(members), 64):
            source, target, wanted, _ = (t.to(device) for t in corpus.tensors(length, members[start : start + 64]))
            tokens = int((wanted != 0).sum())
            with torch.autocast(device, dtype=torch.bfloat16):
                total += model.loss(source, target, wanted, smoothing=0.0).item() * tokens
            count += tokens
    model.train()
    return total / max(1, count)


class Run:
    """One training run in its folder: weights, optimiser, log, average."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.folder = options, options.folder
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model = Transformer(Size(**dict(options.size or ())), options.dropout).to(self.device)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(),
            lr=options.rate,
            betas=(0.9, 0.98),
            eps=1e-9,
            weight_decay=0.01,
            fused=True,
        )
        self.update, self.elapsed, self.tokens, self.averaged = 0, 0.0, 0, 0
        self.average: dict[str, Tensor] = {}
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "last.pt").exists():
            self._resume()
        elif options.start_from:
            self.model.load_state_dict(torch.load(options.start_from, map_location=self.device))

    def _resume(self) -> None:
        state = torch.load(self.folder / "last.pt", map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.update, self.elapsed, self.tokens = state["update"], state["elapsed"], state["tokens"]
        self.average, self.averaged = state["average"], state["averaged"]

    def save(self) -> None:
        """Write ``last.pt`` whole or not at all, and the average when there is one."""
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "update": self.update,
            "elapsed": self.elapsed,
            "tokens": self.tokens,
            "average": self.average,
            "averaged": self.averaged,
        }
        torch.save(state, self.folder / "next.pt")
        (self.folder / "next.pt").replace(self.folder / "last.pt")
        torch.save(self.average or self.model.state_dict(), self.folder / "average.pt")

    def _accumulate(self) -> None:
        self.averaged += 1
        for name, value in self.model.state_dict().items():
            kept = self.average.setdefault(name, torch.zeros_like(value, dtype=torch.float32))
            kept += (value.float() - kept) / self.averaged

    def step(self, batch: tuple[Tensor, ...], loss_of: object) -> tuple[float, int]:
        """One update; the loss a token and the number of target tokens."""
        source, target, wanted, links = (tensor.to(self.device) for tensor in batch)
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.update, self.elapsed, self.options)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            loss = loss_of(source, target, wanted, links)  # type: ignore[operator]
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        return loss.item(), int((wanted != 0).sum())

    def train(self, corpus: Corpus, validation: Corpus) -> None:
        """Until the time is used up or validation has not improved for `options.patience` looks."""
        loss_of = torch.compile(self.model.loss, dynamic=False)
        total = count = 0.0
        best, since_best, clock = float("inf"), 0, time.monotonic()
        for length, numbers in forever(corpus, self.options.tokens, seed=self.update):
            if self.elapsed > self.options.minutes * 60 or since_best > self.options.patience:
                break
            loss, tokens = self.step(corpus.tensors(length, numbers), loss_of)
            total, count = total + loss * tokens, count + tokens
            self.update, self.tokens = self.update + 1, self.tokens + tokens
            self.elapsed, clock = self.elapsed + time.monotonic() - clock, time.monotonic()
            cooling = self.elapsed / (self.options.minutes * 60) > 1 - min(0.2, self.options.cooldown / 2)
            if cooling and self.update % 10 == 0:
                self._accumulate()
            if self.update % self.options.every == 0:
                held_out = validate(self.model, validation, self.device)
                best, since_best = (held_out, 0) if held_out < best else (best, since_best + 1)
                self._log(total / count, held_out)
                total = count = 0.0
                self.save()
        self.save()

    def _log(self, loss: float, held_out: float) -> None:
        current = rate(self.update, self.elapsed, self.options)
        line = f"{self.update}\t{self.elapsed:.0f}\t{loss:.4f}\t{held_out:.4f}\t{self.tokens}\t{current:.2e}"
        print(line, flush=True)
        with (self.folder / "log.tsv").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def main() -> None:
    """Parse the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path, help="folder written by training.prepare")
    parser.add_argument("folder", type=Path, help="where checkpoints and the log go; resumed when it has any")
    parser.add_argument("--minutes", type=float, default=120, help="time of the whole run, resumed parts included")
    parser.add_argument("--tokens", type=int, default=2560, help="padded target tokens a batch")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--warmup", type=int, default=200, help="updates")
    parser.add_argument("--cooldown", type=float, default=0.4, help="last part of the time, in which the rate falls")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--every", type=int, default=250, help="updates between looks at the validation set")
    parser.add_argument("--patience", type=int, default=40, help="looks without improvement before it stops")
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--start-from", type=Path, help="weights to start a new run from")
    parser.add_argument(
        "--size", nargs="*", type=lambda s: (s.split("=")[0], int(s.split("=")[1])), help="name=value …"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    random.seed(1)
    Run(options).train(Corpus.load(options.prepared / "train.npz"), Corpus.load(options.prepared / "validation.npz"))


if __name__ == "__main__":
    main()
