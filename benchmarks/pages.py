"""How time and memory of the writers grow with the note: 10, 100, 500 and 1,500 pages of side-by-side text.

Every figure comes from a process of its own; seconds are of the processor, which other programs disturb little. Aims:
per page at most 20 ms for PDF and 5 ms for Word, within 20 % of each other from 100 pages on, and under 300 MB at 1,500
pages. What an empty note takes (imports, fonts) is taken off before dividing by the pages.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
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
        from briefgen.writers.docx import write_docx

        return write_docx(page, theme, CREATED).value.content
    from briefgen.writers.html import write_html

    return write_html(page, theme).value.content


def measure(form: str, pages: int) -> None:
    """In a process of its own: seconds, peak megabytes, size, and for a PDF the pages it has."""
    page, theme = note_of(pages), read_theme((ROOT / "templates" / "house.toml").read_text(encoding="utf-8"))
    began = time.process_time()
    content = write(form, page, theme)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "size": len(content), "pages": _count(form, content) or pages}))


def _count(form: str, content: bytes) -> int:
    if form != "pdf":
        return 0
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def in_own_process(form: str, pages: int) -> dict[str, float]:
    """What `measure` prints."""
    command = [sys.executable, "-m", "benchmarks.pages", "--form", form, "--pages", str(pages)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    measured: dict[str, float] = json.loads(run.stdout)
    return measured


def main() -> None:
    """Print the table, or one line of it for the process that measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", default="")
    parser.add_argument("--forms", nargs="*", default=["pdf", "docx", "html"])
    parser.add_argument("--pages", type=int, nargs="*", default=[10, 100, 500, 1500])
    options = parser.parse_args()
    if options.form:
        measure(options.form, options.pages[0])
        return
    print("format   pages  seconds  ms a page  peak MB  size KB")
    for form in options.forms:
        fixed = in_own_process(form, 0)["seconds"]
        for pages in options.pages:
            found = in_own_process(form, pages)
            per_page = (found["seconds"] - fixed) / found["pages"] * 1000
            print(
                f"{form:<7}{found['pages']:>7,.0f}{found['seconds']:>9.2f}{per_page:>11.1f}{found['peak']:>9.0f}"
                f"{found['size'] / 1024:>9,.0f}"
            )


if __name__ == "__main__":
    main()
