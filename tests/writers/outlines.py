"""A page as an outline one can read and compare, and sheets of paper as a few grey squares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from briefgen.model.page import (
    BoxBlock,
    Element,
    Facts,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    PictureBlock,
    Role,
    Rule,
    Run,
    SideBySide,
    Table,
    TableRow,
)

COLUMNS, ROWS = 16, 22
SHADES = 9


def outline_of(page: Page) -> str:
    """One line an element, a row or an item; terms in [ ], cautions in { }."""
    lines = [f"page {page.title!r} {page.language}"]
    lines += [f"banner {page.banner.text} {page.banner.colour}"] if page.banner else []
    lines += [f"footer {_words(page.footer)}"]
    for element in page.elements:
        lines += _lines(element)
    return "\n".join(lines) + "\n"


def _lines(element: Element) -> Iterator[str]:
    match element:
        case HeadingBlock():
            yield f"h{element.level} #{element.id} {_words(element.runs)}"
        case ParagraphBlock():
            yield f"p {element.style} {_words(element.runs)}"
        case BoxBlock():
            yield f"box {element.kind}"
            yield from (f"  {_words(paragraph.runs)}" for paragraph in element.paragraphs)
        case Facts():
            yield "facts"
            yield from (f"  {fact.label}: {_words(fact.runs)}" for fact in element.facts)
        case ListBlock():
            yield "list numbered" if element.is_numbered else "list"
            yield from (f"  {_words(item)}" for item in element.items)
        case Table():
            yield "table " + " ".join(f"{width:.2f}" for width in element.widths)
            yield from (line for row in element.rows for line in _cells(row))
        case SideBySide():
            yield f"sidebyside {_words(element.head_ja)} | {_words(element.head_en)}"
            for row in element.rows:
                place = f"{row.number} {row.status} level={row.heading_level} indent={row.indent}"
                yield f"  {place}{' continues' if row.continues else ''} {_words(row.ja)} | {_words(row.en)}"
                yield from (f"    {flag.severity} {_words(flag.runs)}" for flag in row.flags)
        case PictureBlock() | PageBreak() | Rule():
            yield type(element).__name__


def _cells(row: TableRow) -> Iterator[str]:
    yield "  " + " | ".join(map(_words, row.cells))
    yield from (f"    {flag.severity} {_words(flag.runs)}" for flags in row.flags for flag in flags)


def _words(runs: Sequence[Run]) -> str:
    shown = {Role.TERM: "[{}]", Role.CAUTION: "{{{}}}"}
    return "".join(shown.get(run.role, "{}").format(run.text) for run in runs).replace("\n", " / ")


def squares_of(pdf: bytes) -> list[list[str]]:
    """Each sheet as lines of digits: 0 is white, the darker the higher; small shifts of a letter do not show."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = []
    for page in document:
        image = page.render(scale=1, grayscale=True).to_pil().resize((COLUMNS, ROWS))
        pixels = list(image.tobytes())
        # Text makes a square a little grey only: a quarter of black is the darkest that is told apart.
        shades = [min(round((255 - pixel) * 4 * SHADES / 255), SHADES) for pixel in pixels]
        sheets.append(["".join(map(str, shades[start : start + COLUMNS])) for start in range(0, len(shades), COLUMNS)])
    document.close()
    return sheets


def difference(first: Sequence[str], second: Sequence[str]) -> float:
    """The mean difference of two sheets, in shades."""
    pairs = [
        (int(a), int(b)) for line, other in zip(first, second, strict=True) for a, b in zip(line, other, strict=True)
    ]
    return sum(abs(a - b) for a, b in pairs) / len(pairs)
