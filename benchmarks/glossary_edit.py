"""``briefgen glossary add`` to a file of 20,000 rows: wall and processor time of the whole process.

The aim is under 0.5 s; the processor time is what it takes on a machine that has nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEADER = "ja,en,kind,reading,abbr,variants,accepted,avoid,domain,status,strength,match,source,note\n"
DIGITS = "零一二三四五六七八九"


def make_glossary(path: Path, rows: int) -> None:
    """A glossary with that many entries, each with its own Japanese."""
    lines = (
        f"第{''.join(DIGITS[int(digit)] for digit in str(n))}試験隊,Test Unit {n},unit,,,,"
        f'Unit {n}|TU {n},,mod,approved,must,,"own, invented",\n'
        for n in range(rows)
    )
    path.write_text(HEADER + "".join(lines), encoding="utf-8")


def add_once(path: Path, number: int) -> tuple[float, float]:
    """(wall, processor) seconds of one ``glossary add``."""
    entry = [f"試験項目{number}号", "test item", "--file", str(path)]
    command = [sys.executable, "-m", "briefgen", "glossary", "add", *entry]
    began, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - began, spent


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    options, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv"
        make_glossary(path, options.rows)
        runs = [add_once(path, number) for number in range(options.runs)]
    print(f"glossary add to {options.rows:,} rows, {options.runs} runs")
    for name, seconds in zip(("wall", "cpu"), zip(*runs, strict=True), strict=True):
        print(
            f"  {name:<7} median {statistics.median(seconds):.2f} s  (min {min(seconds):.2f}, max {max(seconds):.2f})"
        )


if __name__ == "__main__":
    main()
