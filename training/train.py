"""Trains the model on whatever is at hand, one process: a CPU (bf16, one static shape, compiled) or one GPU.

Resumes from ``last.pt`` in its folder. The rate rises, stays, and falls linearly over the last part of the time given;
the weights of that last part are averaged into ``average.pt``. ``log.tsv`` holds updates, seconds, training loss,
validation loss, target tokens and rate, and can be plotted as it is.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from training.muon import Muon, matrices
from training.network import PAD, Batch, Candidates, Size, Transformer
from training.packing import WIDTH, Corpus


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
    rows = list(corpus.rows(range(len(corpus))))
    for start in range(0, len(rows), 16):
        batch = corpus.batch(rows[start : start + 16]).to(device)
        tokens = int((batch.wanted != PAD).sum())
        with torch.autocast(device, dtype=torch.bfloat16):
            total += model.loss(batch, smoothing=0.0, guided=False).item() * tokens
        count += tokens
    model.train()
    return total / max(1, count)


class Run:
    """One training run in its folder: weights, optimiser, log, average."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.folder = options, options.folder
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model = Transformer(Size(**dict(options.size or ())), options.dropout).to(self.device)
        self.optimisers = self._optimisers()
        self.update, self.elapsed, self.tokens, self.averaged = 0, 0.0, 0, 0
        self.average: dict[str, Tensor] = {}
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "last.pt").exists():
            self._resume()
        elif options.start_from:
            self.model.load_state_dict(torch.load(options.start_from, map_location=self.device))

    def _optimisers(self) -> list[torch.optim.Optimizer]:
        """Adam for all weights; with `--muon` another for the matrices."""
        turned = matrices(self.model) if self.options.muon else []
        known = set(map(id, turned))
        others = [weight for weight in self.model.parameters() if id(weight) not in known]
        adam = torch.optim.AdamW(
            others, lr=self.options.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01, fused=True
        )
        return [adam, Muon(turned, self.options.rate)] if turned else [adam]

    def _resume(self) -> None:
        state = torch.load(self.folder / "last.pt", map_location=self.device)
        self.model.load_state_dict(state["model"])
        for optimiser, kept in zip(self.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(kept)
        self.update, self.elapsed, self.tokens = state["update"], state["elapsed"], state["tokens"]
        self.average, self.averaged = state["average"], state["averaged"]

    def save(self) -> None:
        """Write ``last.pt`` whole or not at all, and the average when there is one."""
        state = {
            "model": self.model.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
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

    def _settles(self) -> bool:
        """Whether it is the last part of the time, whose weights are averaged and whose softmax is whole."""
        return bool(self.elapsed / (self.options.minutes * 60) > 1 - min(0.2, self.options.cooldown / 2))

    def step(self, batch: Batch, loss_of: Callable[[Batch, Candidates | None], Tensor]) -> tuple[float, int]:
        """One update; the loss a token and the number of target tokens."""
        for group in (group for optimiser in self.optimisers for group in optimiser.param_groups):
            group["lr"] = rate(self.update, self.elapsed, self.options)
        some = self.options.candidates and not self._settles()
        among = Candidates.drawn(batch, self.options.candidates, self.model.size.vocabulary) if some else None
        with torch.autocast(self.device, dtype=torch.bfloat16):
            loss = loss_of(batch, among)
        for optimiser in self.optimisers:
            optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
        return loss.item(), int((batch.wanted != PAD).sum())

    def train(self, corpus: Corpus, validation: Corpus) -> None:
        """Until the time is used up or validation has not improved for `options.patience` looks."""
        loss_of = torch.compile(self.model.loss, dynamic=False)
        total = count = 0.0
        best, since_best, clock = float("inf"), 0, time.monotonic()
        for batch in corpus.batches(self.options.rows, seed=self.update):
            if self.elapsed > self.options.minutes * 60 or since_best > self.options.patience:
                break
            loss, tokens = self.step(batch.to(self.device), loss_of)
            total, count = total + loss * tokens, count + tokens
            self.update, self.tokens = self.update + 1, self.tokens + tokens
            self.elapsed, clock = self.elapsed + time.monotonic() - clock, time.monotonic()
            if self._settles() and self.update % 10 == 0:
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
    parser.add_argument("--rows", type=int, default=16, help=f"rows of {WIDTH} pieces a batch")
    parser.add_argument("--candidates", type=int, default=4096, help="pieces of the softmax until it settles; 0: all")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--warmup", type=int, default=200, help="updates")
    parser.add_argument("--cooldown", type=float, default=0.4, help="last part of the time, in which the rate falls")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--muon", action="store_true", help="update the matrices by Muon instead of Adam")
    parser.add_argument("--every", type=int, default=250, help="updates between looks at the validation set")
    parser.add_argument("--patience", type=int, default=40, help="looks without improvement before it stops")
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--backward", action="store_true", help="from English to Japanese")
    parser.add_argument("--start-from", type=Path, help="weights to start a new run from")
    parser.add_argument(
        "--size", nargs="*", type=lambda s: (s.split("=")[0], int(s.split("=")[1])), help="name=value …"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    random.seed(1)
    sets = [Corpus.load(options.prepared / f"{name}.npz", options.backward) for name in ("train", "validation")]
    Run(options).train(*sets)


if __name__ == "__main__":
    main()
