"""How time and memory of the writers grow with the note: 10, 100, 500 and 1,500 pages of side-by-side text.

Every figure is the middle one of several, each from a process of its own. Seconds are of the processor, and of a
machine that does nothing else: other programs slow it down by half within one run, through caches and clock, so that a
yardstick, always the same bit of work, is timed twenty times a second beside what is measured. Aims: per page at most
20 ms for PDF and 5 ms for Word, all within 20 %, and under 300 MB at 1,500 pages. What an empty note takes is taken off
before dividing by the pages; the line of 0 pages says how much it is with all imports.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefgen.model.page import Page, SideBySide, SideRow
from briefgen.writers.fonts import FontFiles
from briefgen.writers.theme import Theme, read_theme
from tests.writers.pages import demo_page

ROOT = Path(__file__).parent.parent
CREATED = datetime(2025, 5, 23, 3, tzinfo=UTC)
ROWS_ON_A_PAGE = 11.4
"""Of the demonstration text on A4 in the house style."""
_WRITTEN_PAGES = 200
"""A shorter note is written again and again up to so many pages, since too short a time says little."""


def note_of(pages: int) -> Page:
    """About so many pages: the rows of the demonstration note (terms, heads, flags, a picture) again and again."""
    page = demo_page()
    block = next(element for element in page.elements if isinstance(element, SideBySide))
    count = max(round(pages * ROWS_ON_A_PAGE), 1)
    rows = tuple(_numbered(block.rows[index % len(block.rows)], index + 1) for index in range(count))
    return replace(page, elements=(replace(block, rows=rows),))


def _numbered(row: SideRow, number: int) -> SideRow:
    """A row with a number and runs of its own, so that it takes as much memory as a row of a real note."""
    ja, en = (tuple(replace(run, text=f"{run.text} "[:-1]) for run in runs) for runs in (row.ja, row.en))
    return replace(row, number=str(number), id=f"row-{number}", ja=ja, en=en)


def write(form: str, page: Page, theme: Theme) -> bytes:
    """The page in one format; the imports are part of what is measured."""
    if form == "pdf":
        from briefgen.writers.pdf import PdfOptions, write_pdf

        folder = ROOT / "briefgen" / "_data" / "fonts"
        fonts = FontFiles(*((folder / f"NotoSansJP-{weight}.ttf").read_bytes() for weight in ("Regular", "Bold")))
        return write_pdf(page, theme, fonts, PdfOptions(CREATED)).value.content
    if form == "docx":
        from briefgen.writers.docx.document import write_docx

        return write_docx(page, theme, CREATED).value.content
    from briefgen.writers.html.document import write_html

    return write_html(page, theme).value.content


@dataclass(frozen=True, slots=True)
class Measure:
    """One run. Times are in yardsticks."""

    begun: float
    """The imports and a first, empty note."""
    empty: float
    """A second empty note."""
    written: float
    fastest: float
    """Seconds of the fastest yardstick."""
    peak: float
    """Megabytes, of the whole process."""
    size: int
    pages: int


def measure(form: str, pages: int) -> Measure:
    """A note of about so many pages written in this process, a short one several times over."""
    page, theme = note_of(pages), read_theme((ROOT / "templates" / "house.toml").read_text(encoding="utf-8"))
    often = max(_WRITTEN_PAGES // max(pages, 1), 1)
    with yardsticks() as sticks:
        begun, _ = timed(lambda: write(form, note_of(0), theme), 1, sticks)
        empty, _ = timed(lambda: write(form, note_of(0), theme), 10, sticks)
        gc.collect()
        written, content = timed(lambda: write(form, page, theme), often, sticks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measure(begun, empty, written, min(sticks), peak, len(content), _count(form, content) or pages)


def timed(work: Callable[[], bytes], often: int, sticks: list[float]) -> tuple[float, bytes]:
    """How many of the yardsticks put beside it the work takes, done so often, and what comes of it."""
    first = len(sticks)
    sticks.append(_yardstick())
    began = time.thread_time()
    for _ in range(often - 1):
        work()
    content = work()
    seconds = time.thread_time() - began - sum(sticks[first + 1 :])
    return seconds / often / statistics.fmean(sticks[first:]), content


@contextmanager
def yardsticks() -> Iterator[list[float]]:
    """Seconds of the yardstick, more every twentieth second of the processor."""
    sticks: list[float] = []
    signal.signal(signal.SIGPROF, lambda *_: sticks.append(_yardstick()))
    signal.setitimer(signal.ITIMER_PROF, 0.05, 0.05)
    yield sticks
    signal.setitimer(signal.ITIMER_PROF, 0)


def _yardstick() -> float:
    """Processor seconds of the same bit of work, which say how fast the machine is just now.

    Those of the thread: while a timer runs, Linux counts those of the process in steps of 4 ms.
    """
    seen: dict[int, tuple[int, int]] = {}
    began = time.thread_time()
    for number in range(20_000):
        seen[number & 255] = (number * number % 7, number)
    return time.thread_time() - began


def _count(form: str, content: bytes) -> int:
    if form != "pdf":
        return 0
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def in_own_process(form: str, pages: int) -> Measure:
    """What `measure` finds in a new process."""
    command = [sys.executable, "-m", "benchmarks.pages", "--form", form, "--pages", str(pages)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return Measure(**json.loads(run.stdout))


def print_table(form: str, measures: Mapping[int, Sequence[Measure]]) -> None:
    """A line for each number of pages, one for the imports and an empty note before them."""
    fastest = min(one.fastest for found in measures.values() for one in found)
    begun = statistics.median(one.begun for found in measures.values() for one in found) * fastest
    print(f"{form:<7}{0:>7}{begun:>9.2f}")
    for found in measures.values():
        pages, size = found[0].pages, found[0].size / 1024
        writing = statistics.median(one.written - one.empty for one in found) * fastest
        peak = statistics.median(one.peak for one in found)
        per_page = writing / pages * 1000
        print(f"{form:<7}{pages:>7,}{begun + writing:>9.2f}{per_page:>11.2f}{peak:>9.0f}{size:>9,.0f}")


def main() -> None:
    """Print the table, or one measure for the process that asked for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", default="")
    parser.add_argument("--forms", nargs="*", default=["pdf", "docx", "html"])
    parser.add_argument("--pages", type=int, nargs="*", default=[10, 100, 500, 1500])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    if options.form:
        print(json.dumps(asdict(measure(options.form, options.pages[0]))))
        return
    print("format   pages  seconds  ms a page  peak MB  size KB")
    for form in options.forms:
        rounds = [[in_own_process(form, pages) for pages in options.pages] for _ in range(options.repeat)]
        print_table(form, dict(zip(options.pages, zip(*rounds, strict=True), strict=True)))


if __name__ == "__main__":
    main()
