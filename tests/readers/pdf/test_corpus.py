"""The PDF half of the reading corpus: every paper gives the blocks it was made from, and the same blocks twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.findings import Code, Severity
from briefgen.model.document import Block
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import pdf_from
from tests.readers.pdf_papers import PAPERS, REFUSED, Paper, bare_picture, captions, rare_encoding

LIMITS = Limits()
OFFICE = Path(__file__).parents[2] / "cases" / "pdf"


def shown(block: Block) -> str:
    """A block as the corpus writes it."""
    cell = ""
    if block.cell is not None:
        cell = f"{block.cell.table}:{block.cell.row}:{block.cell.column} " + "header " * block.cell.is_header
    extras = " [picture]" * (block.picture is not None) + (f" [{block.reading}]" if block.reading else "")
    return f"{block.kind} {cell}{block.label}{block.text}{extras}"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_paper_gives_the_blocks_it_was_made_from(paper: Paper) -> None:
    outcome = read_pdf(paper.content(), "paper.pdf", LIMITS, pictures=True)
    assert [shown(block) for block in outcome.value.blocks] == list(paper.blocks)
    noticed = {finding.code for finding in outcome.findings if finding.code is not Code.METADATA_UNSURE}
    assert noticed == paper.codes
    assert outcome == read_pdf(paper.content(), "paper.pdf", LIMITS, pictures=True)


@pytest.mark.parametrize("layout", ["two", "vertical"])
def test_a_justified_paper_of_an_office_program(layout: str) -> None:
    """Fonts embedded, footers with numbers; LibreOffice itself leaves some marks at line ends out of the file."""
    content = (OFFICE / f"office-{layout}.pdf").read_bytes()
    source = (OFFICE / f"office-{layout}.txt").read_text(encoding="utf-8").splitlines()
    outcome = read_pdf(content, "paper.pdf", LIMITS)
    made = [block.label + block.text for block in outcome.value.blocks]
    without = str.maketrans("", "", "、。，")
    assert [text.translate(without) for text in made] == [text.translate(without) for text in source]
    assert not [finding for finding in outcome.findings if finding.severity > Severity.INFO]


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_paper_that_cannot_be_read_is_refused_with_the_way_out(content: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_pdf(content(), "paper.pdf", LIMITS)
    assert caught.value.hint


def test_a_font_named_by_bytes_does_not_stop_the_second_engine() -> None:
    content = rare_encoding().replace(b"/FontName /Ryumin-Light", b"/FontName (Ryumin-Ligh)")
    assert b"(Ryumin-Ligh)" in content
    assert read_pdf(content, "paper.pdf", LIMITS).value.blocks


def test_pictures_are_left_out_with_a_finding_unless_asked_for() -> None:
    outcome = read_pdf(captions(), "paper.pdf", LIMITS)
    (found,) = [finding for finding in outcome.findings if finding.code is Code.PICTURE_DROPPED]
    assert found.message.startswith("Left out: 2 pictures on page 1")
    assert not any(block.picture for block in outcome.value.blocks)


def test_a_picture_without_a_caption_is_left_out_with_a_finding() -> None:
    outcome = read_pdf(bare_picture(), "paper.pdf", LIMITS, pictures=True)
    (found,) = [finding for finding in outcome.findings if finding.code is Code.PICTURE_DROPPED]
    assert "no caption" in found.message


WORDS = st.sampled_from(
    [
        "海山省", "会合", "は", "を", "開催した", "、", "１２か国", "Coast Watch ",
        "（注１）", "令和６年", "ー", "１．", "（２）",
    ]
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=60).map("".join), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(PARAGRAPHS, st.sampled_from([1, 2]))
def test_no_letter_is_lost_and_the_order_stays(paragraphs: list[str], columns: int) -> None:
    """Digits, kanji, kana and Latin letters, in the order of the paper."""
    source = "".join(character for text in paragraphs for character in text if character.isalnum())
    blocks = read_pdf(pdf_from(paragraphs, columns, justify=True), "paper.pdf", LIMITS).value.blocks
    made = "".join(character for block in blocks for character in block.label + block.text if character.isalnum())
    assert Counter(made) == Counter(source)
    assert made == source
