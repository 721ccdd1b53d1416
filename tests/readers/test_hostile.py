"""Papers made or broken so that a reader would take minutes, or fall: each is read, or refused with a hint, at once."""

from __future__ import annotations

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.model.document import SourceDocument
from briefgen.readers import read_document
from tests.readers.make import docx_from, numbered, numbering, p
from tests.readers.make_office import odt_from, op

SENTENCE = "海山省は会合を開いた。"


def read(content: str | bytes, name: str) -> SourceDocument:
    return read_document(content.encode() if isinstance(content, str) else content, name).value


def page(text: str) -> str:
    return f"<html><body><h1>会合</h1><p>{text}</p><p>{SENTENCE}</p></body></html>"


def styles(count: int) -> str:
    """Each style is based on the one before it."""
    return "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(count)
    )


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (f"会合\n{'-' * 500} 切り取り線 {'-' * 500}\n\n{SENTENCE}", "a.md"),
        (f"# {'#' * 300_000}x\n\n{SENTENCE}", "a.md"),
        (f"会合{'`' * 300_000}\n\n{SENTENCE}", "a.md"),
        ("<!--a-->\n" * 300 + SENTENCE, "a.txt"),
        (page("トップへ戻る" * 30 + "、"), "a.html"),
        (page("ホーム" + " > 政策" * 40 + "。"), "a.html"),
        (page(SENTENCE + " " * 800_000 + SENTENCE), "a.html"),
        (docx_from(p(SENTENCE), styles=styles(3_000)), "a.docx"),
    ],
)  # fmt: skip
def test_nothing_is_tried_over_and_over(content: str | bytes, name: str) -> None:
    assert any(SENTENCE in block.text for block in read(content, name).blocks)


def test_the_ways_back_of_a_page_are_still_known() -> None:
    ways = (
        "ページトップへ戻る>",
        "［トップへ戻る］",
        "▲ このページの先頭へ",
        "前のページへ戻る",
        "トップへ戻るトップへ戻る",
    )

    blocks = read(page("</p><p>".join(ways)), "a.html").blocks

    assert [block.text for block in blocks] == ["会合", SENTENCE]


@pytest.mark.usefixtures("soon")
def test_a_file_of_streams_within_streams_is_refused() -> None:
    """Each would have to be looked into to the end of the file."""
    content = b"%PDF-1.4\n" + b"stream\n" * 300_000 + b"endstream\n"

    with pytest.raises(UnreadableDocumentError, match="streams within streams"):
        read_document(content, "a.pdf")


@pytest.mark.usefixtures("soon")
def test_a_file_of_streams_without_end_is_searched_once() -> None:
    with pytest.raises(UnreadableDocumentError, match="cut off"):
        read_document(b"%PDF-1.4\n" + b"stream\n" * 500_000, "a.pdf")


@pytest.mark.parametrize("form", ["upperLetter", "lowerLetter", "upperRoman", "lowerRoman"])
def test_a_list_that_begins_with_a_huge_number_shows_it_in_figures(form: str) -> None:
    """As letters, it would fill a book."""
    levels = numbering((form, "%1.")).replace('<w:start w:val="1"/>', '<w:start w:val="999999999"/>')

    document = read(docx_from(p(SENTENCE, numbered()) + p(SENTENCE, numbered()), numbering=levels), "a.docx")

    assert [block.label for block in document.blocks] == ["999999999.", "1000000000."]


def test_a_list_of_an_open_document_too() -> None:
    style = '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="A"'
    body = f'<text:list text:style-name="L"><text:list-item text:start-value="999999">{op(SENTENCE)}</text:list-item>'

    document = read(odt_from(body + "</text:list>", f"{style}/></text:list-style>"), "a.odt")

    assert [block.label for block in document.blocks] == ["999999"]
