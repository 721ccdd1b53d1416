"""The samples that are no text files: each shows what it is there to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.model.document import BlockKind, SourceDocument
from briefgen.readers import read_document

SAMPLES = Path(__file__).parents[2] / "samples"


def read(name: str) -> SourceDocument:
    return read_document((SAMPLES / name).read_bytes(), name).value


@pytest.mark.parametrize(
    ("name", "heads", "kinds"),
    [
        (
            "ministers_visit.pdf",
            [
                "１．日・アルヴェリア防衛相会談",
                "２．沿岸警備訓練センターの視察",
                "３．在外邦人との懇談",
                "４．今後の取組",
            ],
            {"title": 1, "dateline": 2, "caption": 1, "note": 2, "end": 1},
        ),
        (
            "working_group_minutes.docx",
            ["１．出席者", "２．会合の概要", "３．今後の予定"],
            {"title": 1, "dateline": 2, "list-item": 3, "note": 2, "table-cell": 12, "remark": 1, "end": 1},
        ),
        (
            "port_call_article.html",
            ["親善訓練の概要", "関係者の発言"],
            {"title": 1, "dateline": 1, "list-item": 3, "note": 1, "table-cell": 9, "remark": 1, "caption": 1},
        ),
    ],
)
def test_a_sample_has_its_heads_and_parts(name: str, heads: list[str], kinds: dict[str, int]) -> None:
    blocks = read(name).blocks
    assert [block.label + block.text for block in blocks if block.kind is BlockKind.HEADING] == heads
    assert {kind: sum(block.kind == kind for block in blocks) for kind in kinds} == kinds


def test_the_pdf_sample_has_two_pages_and_no_page_number_in_its_text() -> None:
    document = read("ministers_visit.pdf")
    assert document.pages == 2
    assert not any(block.text.startswith("-") for block in document.blocks)


def test_the_article_has_nothing_of_the_site_around_it() -> None:
    text = "".join(block.text for block in read("port_call_article.html").blocks)
    assert not any(word in text for word in ("ランキング", "関連記事", "ツイート", "ホーム"))
