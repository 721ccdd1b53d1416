"""Pages set beside each other, or drawn within a drawing: their tables are tables."""

from __future__ import annotations

import io

import pikepdf

from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.pdf_papers import radicals, ruled_table


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


def stated(content: bytes) -> bytes:
    """The paper, one character of which is stated beside the shape that is drawn, as browsers do."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as paper:
        page = paper.pages[0]
        drawn = page.Contents.read_bytes()
        font = next(iter(page.Resources.Font.keys())).encode()
        text = b"BT 1 0 0 1 60 700 Tm " + font + b" 10.5 Tf <%s> Tj" % _codes("会合は３")
        text += b" /Span<</ActualText<FEFF65E5>>> BDC 1 0 0 1 102 700 Tm <%s> Tj EMC" % _codes("⽇")
        text += b" 1 0 0 1 112.5 700 Tm <%s> Tj ET" % _codes("に終わった。")
        page.Contents = paper.make_stream(drawn + b"\n" + text)
        paper.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _codes(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode()


def test_characters_that_are_stated_stand_where_the_page_draws_them() -> None:
    once, twice = (read_pdf(content, "a.pdf", Limits()) for content in (PAPER, beside_each_other(PAPER)))

    assert "会合は３日に終わった。" in [block.text for block in once.value.blocks]
    assert [block.text for block in twice.value.blocks] == 2 * [block.text for block in once.value.blocks]


PAPER = stated(radicals())
