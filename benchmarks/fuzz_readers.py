"""Damaged files for every reader: only errors of our own may come out, in time, and the process must live.

    python -m benchmarks.fuzz_readers --reader docx --inputs 20000
    python -m benchmarks.fuzz_readers --reader docx --seed 1234 --inputs 1 --save broken.docx

The papers of the tests are damaged by a seed and read in a worker process. What is reported, with its seed: an
exception that is none of ours, an input that takes more than 10 seconds, a worker that died. The exit code is 1 when
there was any.
"""

from __future__ import annotations

import argparse
import random
import resource
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.mutations import mutated
from briefgen.errors import InputError
from briefgen.readers import read_document

__all__ = ["READERS", "damaged", "outcome_of"]

_HANG = 10.0
"""Seconds after which an input counts as one that hangs."""
_MEMORY = 2_000_000_000
"""Bytes of address space a worker may take."""
READERS = ("text", "markdown", "html", "docx", "odt", "xlsx", "eml", "msg", "pdf")
_SUFFIXES = {"text": (".txt", ".doc"), "markdown": (".md",), "html": (".html", ".htm")}


def corpus(reader: str) -> list[tuple[str, bytes]]:
    """The papers of the tests that this reader reads."""
    from tests.readers.papers import PAPERS, SAMPLES

    made = [make() for make in PAPERS.values()]
    made += [(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.pdf"))]
    if reader == "pdf":
        from tests.readers.make import pdf_from
        from tests.readers.pdf_papers import PAPERS as PDF_PAPERS

        made += [("paper.pdf", paper.content()) for paper in PDF_PAPERS]
        made.append(("columns.pdf", pdf_from(["岬市は、監視所の開所式を行った。" * 4] * 9, columns=2, header="海山省")))
    return [(name, content) for name, content in made if name.endswith(_SUFFIXES.get(reader, (f".{reader}",)))]


def damaged(reader: str, papers: list[tuple[str, bytes]], seed: int) -> tuple[str, bytes]:
    """The input of this seed: file name and bytes."""
    rng = random.Random(f"{reader} {seed}")
    name, content = rng.choice(papers)
    return name, mutated(content, [other for _, other in papers], rng)


def outcome_of(name: str, content: bytes) -> str:
    """``read``, ``refused``, or what went wrong."""
    try:
        outcome = read_document(content, name)
    except InputError as error:
        return "refused" if error.message and error.hint else f"WRONG: no hint in “{error.message}”"
    except BaseException as error:  # noqa: BLE001 - finding these is what this is for
        return f"WRONG: {type(error).__name__}: {str(error)[:100]!r}"
    ids = [block.id for block in outcome.value.blocks]
    return "read" if len(set(ids)) == len(ids) else "WRONG: ids that are not unique"


def _work(reader: str, first: int, last: int) -> None:
    """The worker: a line for each seed, begun and done."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    papers = corpus(reader)
    for seed in range(first, last):
        print("begin", seed, flush=True)
        print("done", " ".join(outcome_of(*damaged(reader, papers, seed)).split()), flush=True)


def _outcomes(reader: str, first: int, last: int) -> Iterator[tuple[int, str, float]]:
    """Seed, outcome and seconds of each input; a worker that hangs or dies is replaced by one for the rest."""
    while first < last:
        command = [sys.executable, "-m", "benchmarks.fuzz_readers", "--work", reader, str(first), str(last)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as worker:
            for seed, outcome, seconds in _watched(worker, first):
                yield seed, outcome, seconds
                first = seed + 1
            worker.kill()


def _watched(worker: subprocess.Popen[bytes], first: int) -> Iterator[tuple[int, str, float]]:
    seed, began, is_open, rest = first, time.monotonic(), False, b""
    assert worker.stdout is not None
    while True:
        # The first line takes as long as the imports and the making of the papers.
        ready, _, _ = select.select([worker.stdout], [], [], _HANG if is_open else 60.0)
        data = worker.stdout.read(65536) if ready else b""
        if not data:
            if not ready or is_open:
                yield seed, "WRONG: hangs" if not ready else f"WRONG: died ({worker.wait()})", time.monotonic() - began
            return
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            word, _, told = line.decode("utf-8", "replace").partition(" ")
            if word == "begin":
                seed, began, is_open = int(told), time.monotonic(), True
            elif word == "done":
                is_open = False
                yield seed, told, time.monotonic() - began


def _run(reader: str, seed: int, inputs: int) -> int:
    """Read the damaged inputs of a reader, print what happened; how many went wrong."""
    counts: Counter[str] = Counter()
    longest, began = (0.0, seed), time.monotonic()
    for number, outcome, seconds in _outcomes(reader, seed, seed + inputs):
        kind = outcome.partition(":")[0]
        counts[kind] += 1
        longest = max(longest, (seconds, number))
        if kind == "WRONG":
            print(f"{reader} seed {number}: {outcome}", flush=True)
    print(
        f"{reader}: {inputs:,} inputs in {time.monotonic() - began:.0f} s: {counts['read']:,} read, "
        f"{counts['refused']:,} refused, {counts['WRONG']} wrong; longest {longest[0]:.2f} s (seed {longest[1]})",
        flush=True,
    )
    return counts["WRONG"]


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", choices=READERS, action="append", help="which reader; all when left out")
    parser.add_argument("--inputs", type=int, default=20_000, help="how many inputs a reader")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--save", type=Path, help="write the input of the first seed there and stop")
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        _work(options.work[0], int(options.work[1]), int(options.work[2]))
        return 0
    readers = options.reader or list(READERS)
    if options.save:
        options.save.write_bytes(damaged(readers[0], corpus(readers[0]), options.seed)[1])
        return 0
    return int(sum(_run(reader, options.seed, options.inputs) for reader in readers) > 0)


if __name__ == "__main__":
    sys.exit(main())
