"""Reading of PDF: time a page, memory at 300 pages, and paragraphs rebuilt exactly, beside pdfminer.six and pypdf.

The papers are made here: by ReportLab (fonts named, not embedded), and by LibreOffice (justified, fonts embedded, as
ministries publish) where it is installed. LibreOffice leaves some marks at line ends out of its own PDF, so 、 。 ，
do not count in its papers.

A paragraph is exact when one block, or one piece between empty lines for the other two, equals it character for
character; "unbroken" forgives them all white space, page numbers aside, and looks for it anywhere in their text.
Time is CPU time, the best of three. Beside it stands what of it is spent in pdfium: to open the pages with their text
(nothing here can change that), and to be asked for the box and the soundness of each character; the rest is ours.
Long papers are read by several processes where there are cores: there wall clock is measured, and the memory of all.
The aims: 4 ms a page, 150 MB above the baseline at 300 pages, 98 % exact in each layout.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from functools import partial
from itertools import repeat
from pathlib import Path
from threading import Event, Thread

from benchmarks.papers import LAYOUTS, as_printed, invent, office_pdf, reportlab_pdf

_COUNTS = {"one column": 500, "two columns": 500, "vertical": 450}
_LONGER = 8
"""So many times longer are the papers of 300 pages."""
_PROBE = """
import sys
from pathlib import Path
from benchmarks.read_pdf import ENGINES, print_cost
from briefgen.collecting import collect_seldom
collect_seldom()
print_cost(ENGINES[sys.argv[1]], *map(Path, sys.argv[2:4]), int(sys.argv[4]))
"""


def _briefgen(content: bytes) -> list[str]:
    from briefgen.readers import read_document

    return [block.label + block.text for block in read_document(content, "paper.pdf").value.blocks]


def _pdfminer(content: bytes) -> list[str]:
    from pdfminer.high_level import extract_text

    return _pieces(extract_text(io.BytesIO(content)))


def _pypdf(content: bytes) -> list[str]:
    from pypdf import PdfReader

    return _pieces("\n\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def _pieces(text: str) -> list[str]:
    return [piece.replace("\n", "").strip() for piece in re.split(r"\n\s*\n|\f", text) if piece.strip()]


ENGINES: dict[str, Callable[[bytes], list[str]]] = {"briefgen": _briefgen, "pdfminer.six": _pdfminer, "pypdf": _pypdf}


def exact(source: Sequence[str], made: Sequence[str]) -> float:
    """Share of the source paragraphs that stand among those made, each as often as it occurs."""
    return sum((Counter(source) & Counter(made)).values()) / len(source)


def unbroken(source: Sequence[str], made: Sequence[str]) -> float:
    """Share of the source paragraphs that stand anywhere in the text without a break, white space aside."""
    text = re.sub(r"\s+", "", "".join(made))
    return sum(re.sub(r"\s+", "", paragraph) in text for paragraph in source) / len(source)


def _without_marks(texts: Sequence[str]) -> list[str]:
    return [text.translate(dict.fromkeys(map(ord, "、。，"))) for text in texts]


def _pages(content: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(content)).pages)


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds, the best of three."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def _in_pdfium(content: bytes) -> tuple[float, float]:
    """CPU seconds in pdfium for a paper: to open its pages with their text, and to answer for each character."""
    from briefgen.readers.pdf.calls import char_boxes, has_fault, reference
    from briefgen.readers.pdf.pdfium import open_pdf

    def walk(ask: bool) -> None:
        with open_pdf(content, "paper.pdf") as document:
            for number in range(len(document)):
                page = document[number]
                text = page.get_textpage()
                if ask:
                    handle, count = reference(text), text.count_chars()
                    char_boxes(handle, count)
                    deque(map(has_fault, repeat(handle), range(count)), maxlen=0)
                text.close()
                page.close()

    opened = _cpu(lambda: walk(ask=False))
    return opened, max(_cpu(lambda: walk(ask=True)) - opened, 0.0)


def _measure(kind: str, layout: str, source: list[str], content: bytes, engines: Sequence[str]) -> None:
    pages = _pages(content)
    for name in engines:
        read = ENGINES[name]
        made = read(content)
        spent = 1000 * _cpu(partial(read, content)) / pages
        floor = [f"{1000 * seconds / pages:.1f}" for seconds in _in_pdfium(content)] if name == "briefgen" else ["", ""]
        wanted = source
        if kind == "LibreOffice":
            wanted, made = _without_marks(source), _without_marks(made)
        shares = f"{100 * exact(wanted, made):6.1f} % {100 * unbroken(wanted, made):8.1f} %"
        print(
            f"  {kind:<12}{layout:<13}{pages:>5}  {name:<13}{spent:>7.1f} ms {floor[0]:>7}{floor[1]:>12} {shares}",
            flush=True,
        )


# ---------------------------------------------------------------- a long paper


def print_cost(read: Callable[[bytes], object], small: Path, paper: Path, cores: int) -> None:
    """Print what a paper costs this process and those it starts, on so many cores, after a small one was read.

    Seconds of wall clock, the least of five; the most MB of all processes above the baseline, where pages of memory
    that several have count by their shares.
    """
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    content = paper.read_bytes()
    read(small.read_bytes())
    before, memory, is_done = _memory_of_all(), [0.0], Event()

    def watch() -> None:
        while not is_done.wait(0.01):
            memory.append(_memory_of_all())

    watcher = Thread(target=watch)
    watcher.start()
    read(content)
    is_done.set()
    watcher.join()
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        read(content)
        spent.append(time.perf_counter() - began)
    print(min(spent), max(memory) - before)


def _memory_of_all() -> float:
    """MB of this process and its children; one that ends meanwhile counts nothing."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
    kilobytes = 0
    for number in (own, *children):
        try:
            kilobytes += int(re.search(r"^Pss:\s*(\d+)", Path(f"/proc/{number}/smaps_rollup").read_text(), re.M)[1])
        except OSError:
            continue
    return kilobytes / 1024


def _long(folder: Path, small: bytes, engines: Sequence[str]) -> None:
    """Papers of 300 pages: alone, and where briefgen may use further cores; the other engines read the first one."""
    first = folder / "small.pdf"
    first.write_bytes(small)
    free = len(os.sched_getaffinity(0))
    print(
        "\npapers of 300 pages      pages  engine      cores  wall a page  memory of all processes above the baseline"
    )
    for layout in LAYOUTS:
        paragraphs = invent(_LONGER * _COUNTS[layout], 3)
        for maker, content in (
            ("ReportLab", reportlab_pdf(paragraphs, layout)),
            ("LibreOffice", office_pdf(paragraphs, layout, folder)),
        ):
            paper = folder / f"{maker}-{layout}.pdf"
            paper.write_bytes(content or b"")
            runs = [("briefgen", cores) for cores in (1, 2, 3, 4) if cores <= free]
            others = [(name, 1) for name in engines if name != "briefgen"] if layout == LAYOUTS[0] else []
            for name, cores in [*runs, *others] if content else []:
                command = [sys.executable, "-c", _PROBE, name, str(first), str(paper), str(cores)]
                run = subprocess.run(command, capture_output=True, text=True, check=True)
                spent, memory = map(float, run.stdout.split())
                pages = _pages(content or b"")
                figures = f"{pages:>5}  {name:<12}{cores:>4} {1000 * spent / pages:>9.1f} ms {memory:>8.0f} MB"
                print(f"  {maker:<12}{layout:<12}{figures}", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alone", action="store_true", help="briefgen only, without the two slow ones beside it")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    engines = ["briefgen"] if options.alone else list(ENGINES)
    print(f"{'of it in pdfium':>72}")
    print("  paper       layout       pages  engine        CPU a page  pages  characters    exact   unbroken")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for layout in LAYOUTS:
            paragraphs = invent(_COUNTS[layout], len(layout))
            _measure("ReportLab", layout, as_printed(paragraphs, layout), reportlab_pdf(paragraphs, layout), engines)
            office = office_pdf(paragraphs, layout, folder)
            if office is None:
                print("  LibreOffice is not installed: its papers are left out")
            else:
                _measure("LibreOffice", layout, paragraphs, office, engines)
        _long(folder, reportlab_pdf(invent(20, 1), "one column"), engines)


if __name__ == "__main__":
    main()
