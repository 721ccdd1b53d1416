"""``briefgen glossary add`` to a file of 20,000 rows: wall time of the whole process. The aim is under 0.5 s."""

from __future__ import annotations

import argparse
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


def add_once(path: Path, number: int) -> float:
    """Seconds of one ``glossary add``."""
    entry = [f"試験項目{number}号", "test item", "--file", str(path)]
    command = [sys.executable, "-m", "briefgen", "glossary", "add", *entry]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    options, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv"
        make_glossary(path, options.rows)
        seconds = [add_once(path, number) for number in range(options.runs)]
    print(f"glossary add to {options.rows:,} rows, {options.runs} runs")
    print(f"  wall    median {statistics.median(seconds):.2f} s  (min {min(seconds):.2f}, max {max(seconds):.2f})")


if __name__ == "__main__":
    main()
