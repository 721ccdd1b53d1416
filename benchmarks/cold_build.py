"""A cold ``briefgen build`` of a paper to docx and pdf: wall and processor time, peak memory, and where the time goes.

The whole process is timed from outside, several runs; the stages from inside, in one more process.
The aim is 5 s of wall time on two cores and 600 MB.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
STAGES = """
import json, sys, time
began = time.perf_counter()
marks = [("start", began)]
from pathlib import Path
from briefgen.cli.build import open_engine
from briefgen.cli.loading import load_author, load_kit, load_look
from briefgen.config import Settings
from briefgen.pipeline import Source, build_briefing
from briefgen.rendering import render_formats
from briefgen.cli.loading import today
def watch(stage): marks.append((stage, time.perf_counter()))
settings = Settings()
look, engine = load_look(settings), open_engine(None)
kit = load_kit(settings, engine, watch, lambda done, total: None).value
path = Path(sys.argv[1])
source = Source(path.name, path.read_bytes())
briefing = build_briefing([source], load_author(settings), today("2024-10-21"), kit).value
watch("write")
render_formats(briefing, ("docx", "pdf"), look)
watch("end")
spent = {}
for (name, at), (_, then) in zip(marks, marks[1:]):
    spent[name] = round(spent.get(name, 0) + then - at, 2)
print(json.dumps(spent | {"rows": len(briefing.rows)}))
"""


def whole_process(paper: Path, folder: Path) -> tuple[float, float, float]:
    """(wall seconds, processor seconds, megabytes at the peak) of one cold build."""
    code = (
        "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024); sys.exit(code)"
    )
    build = [sys.executable, "-m", "briefgen", "build", str(paper), "-o", str(folder), "--force"]
    began = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code, *build], capture_output=True, text=True, check=True)
    wall = time.perf_counter() - began
    processor, megabytes = map(float, run.stdout.split())
    return wall, processor, megabytes


def main() -> None:
    """Print the table for one paper."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paper", type=Path, nargs="?", default=ROOT / "samples" / "ministers_meeting.txt")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = [whole_process(options.paper, Path(folder)) for _ in range(options.runs)]
    stages = subprocess.run(
        [sys.executable, "-c", STAGES, str(options.paper)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    print(f"cold build of {options.paper.name} to docx and pdf, {options.runs} runs")
    wall, processor, megabytes = zip(*runs, strict=True)
    for name, spent in (("wall", wall), ("cpu", processor)):
        print(f"  {name:<7} median {statistics.median(spent):.2f} s  (min {min(spent):.2f}, max {max(spent):.2f})")
    print(f"  memory  peak {max(megabytes):.0f} MB")
    for name, taken in json.loads(stages.stdout.splitlines()[-1]).items():
        print(f"  {name:<10} {taken}")


if __name__ == "__main__":
    main()
