"""What Word and OpenDocument texts have alike: line breaks of people, notes, tables, and sizes to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from briefgen.japanese.lines import join_lines
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers.structure.breaks import is_cut, join_apart, join_manual_breaks
from briefgen.readers.structure.layout import GAP, SIZE_STEP, Paragraph

__all__ = ["as_note", "broken", "cell_paragraphs", "rejoined", "with_relative_sizes"]

_Cell = TypeVar("_Cell")


def broken(paragraph: Paragraph, text: str) -> Iterator[Paragraph]:
    """Yield the paragraph with this text, in pieces where manual line breaks of running text end something."""
    lines, is_text = text.split("\n"), paragraph.kind in (None, BlockKind.LIST_ITEM)
    for number, piece in enumerate(join_manual_breaks(lines) if is_text else [join_apart(lines)]):
        yield paragraph._replace(text=piece) if number == 0 else paragraph._replace(text=piece, label="", reading="")


def as_note(paragraphs: Iterable[Paragraph], label: str) -> list[Paragraph]:
    """Return the paragraphs of a note, the first with its label."""
    return [
        paragraph._replace(kind=BlockKind.NOTE, label="" if number else label, level=0)
        for number, paragraph in enumerate(paragraphs)
    ]


def cell_paragraphs(
    rows: Sequence[Sequence[tuple[_Cell, int, bool]]],
    story: Callable[[_Cell], Iterable[Paragraph]],
    numbers: Iterator[int],
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a table from its rows of cells, each with its column and whether its row is a head.

    `story` gives what stands in a cell: inner tables and notes stay what they are, what has no text is left out;
    `numbers` those of the tables to come. A table of a single cell is a frame around plain text.
    """
    if sum(map(len, rows)) == 1:
        yield from (paragraph for row in rows for cell, _, _ in row for paragraph in story(cell))
        return
    table = next(numbers)
    for number, row in enumerate(rows):
        for cell, column, is_header in row:
            place = CellPlace(table, number, column, is_header)
            for paragraph in story(cell):
                if paragraph.cell is not None or paragraph.kind is BlockKind.NOTE:
                    yield paragraph
                elif paragraph.text:
                    yield paragraph._replace(kind=BlockKind.TABLE_CELL, level=0, cell=place)


def with_relative_sizes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with their size relative to that of most characters."""
    sizes = Counter[float]()
    for paragraph in paragraphs:
        sizes[paragraph.size] += len(paragraph.text)
    body = max(sizes, key=sizes.__getitem__, default=1.0)
    return [paragraph._replace(size=paragraph.size / body) for paragraph in paragraphs]


def rejoined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, those joined that were typed in lines broken inside a sentence."""
    groups: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        before = groups[-1][-1] if groups else paragraph
        if groups and _is_like(before, paragraph) and is_cut(before.text, paragraph.text, paragraph.gap_before > GAP):
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return [_whole(group) if len(group) > 1 else group[0] for group in groups]


def _whole(parts: Sequence[Paragraph]) -> Paragraph:
    reading = " ".join(part.reading for part in parts if part.reading)
    return parts[0]._replace(text=join_lines([part.text for part in parts]), reading=reading)


def _is_like(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether both are running text, set alike."""
    is_alike = before.is_bold == paragraph.is_bold and abs(before.size - paragraph.size) <= SIZE_STEP
    return is_alike and _is_running(before) and _is_running(paragraph)


def _is_running(paragraph: Paragraph) -> bool:
    return paragraph.kind is None and not paragraph.label and paragraph.cell is None and paragraph.picture is None
