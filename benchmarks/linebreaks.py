"""Line ends of the PDF beside those of ReportLab's own paragraphs: mixed text at 20 column widths, rules broken.

`start`, `end`, `pair`: a character that may not begin or end a line does, or two that belong together are parted;
`word`: a Latin word or number is cut. `lost`: columns whose lines together are not the text. The aim is 0 everywhere.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from briefgen.writers.fonts import FontFiles, Typeface, load_typefaces
from briefgen.writers.pdf.linebreaking import break_lines
from tests.writers.pdf.rules import broken_rule, mixed_texts

FOLDER = Path(__file__).parent.parent / "briefgen" / "_data" / "fonts"
SIZE = 9.0
WIDTHS = range(120, 320, 10)
"""Points: the columns of notes are 200 to 240 wide, those of tables half of that."""
RULES = ("start", "end", "pair", "word")


def ours(text: str, width: float, face: Typeface) -> list[str]:
    """The lines briefgen makes."""
    return [text[start:end] for start, end in break_lines(text, face.advances(text, SIZE), width)]


def stock(text: str, width: float, face: Typeface) -> list[str]:
    """The lines ReportLab makes for Japanese."""
    style = ParagraphStyle("column", fontName=face.name, fontSize=SIZE, leading=14, wordWrap="CJK")
    paragraph = Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style)
    paragraph.wrap(width, 1e6)
    return _with_spaces(text, ["".join(words) for _, words in paragraph.blPara.lines])


def _with_spaces(text: str, lines: list[str]) -> list[str]:
    """The lines with the spaces of the text at their ends, which ReportLab takes off."""
    place, full = 0, []
    for line in lines:
        place = text.find(line.strip(), place) + len(line.strip())
        spaces = len(text[place:]) - len(text[place:].lstrip())
        full.append(line.strip() + " " * spaces)
    return full


def main() -> None:
    """Print the table."""
    files = FontFiles(*((FOLDER / f"NotoSansJP-{weight}.ttf").read_bytes() for weight in ("Regular", "Bold")))
    face = load_typefaces(files).regular
    texts = mixed_texts()
    print(f"{len(texts)} paragraphs, {len(''.join(texts)):,} characters, {len(WIDTHS)} widths")
    print("              lines  " + "".join(f"{rule:>14}" for rule in RULES) + "   lost  seconds")
    for name, lines_of in (("briefgen", ours), ("ReportLab", stock)):
        report(name, lines_of, texts, face)


def report(name: str, lines_of: Callable[[str, float, Typeface], list[str]], texts: list[str], face: Typeface) -> None:
    """Print one line of the table."""
    began, count, lost = time.perf_counter(), 0, 0
    broken: Counter[str] = Counter()
    for text in texts:
        for width in WIDTHS:
            lines = lines_of(text, width, face)
            count += len(lines)
            lost += "".join(lines) != text
            broken.update(broken_rule(*pair) for pair in pairwise(lines))
    shares = "".join(f"{broken[rule]:>6} {broken[rule] / count:>6.1%}" for rule in RULES)
    print(f"{name:<12}{count:>7,}  {shares}{lost:>7}{time.perf_counter() - began:>9.2f}")


if __name__ == "__main__":
    main()
