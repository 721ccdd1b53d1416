"""Pages set beside each other, or drawn within a drawing: their tables are tables."""

from __future__ import annotations

import io

import pikepdf

from briefgen.model.limits import Limits
from briefgen.readers.pdf import read_pdf
from tests.readers.pdf_papers import ruled_table


def cells(content: bytes) -> list[tuple[int, int, str]]:
    blocks = read_pdf(content, "paper.pdf", Limits()).value.blocks
    return [(block.cell.row, block.cell.column, block.text) for block in blocks if block.cell]


def beside_each_other(content: bytes) -> bytes:
    """The first page twice on a page, made smaller."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as paper, pikepdf.new() as sheet:
        page = sheet.add_blank_page(page_size=(842, 595))
        for left in (0, 421):
            page.add_overlay(paper.pages[0], pikepdf.Rectangle(left, 0, left + 421, 595))
        sheet.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def test_tables_of_pages_beside_each_other_are_read() -> None:
    once, twice = cells(ruled_table()), beside_each_other(ruled_table())

    assert once
    assert cells(twice) == 2 * once
    assert cells(beside_each_other(twice)) == 4 * once
