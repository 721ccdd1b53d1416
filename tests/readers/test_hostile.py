"""Papers made or broken so that a reader would take minutes, or fall: each is read, or refused with a hint, at once."""

from __future__ import annotations

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.model.document import SourceDocument
from briefgen.readers import read_document
from tests.readers.make import docx_from, numbered, numbering, p, pdf_drawn, run
from tests.readers.make_office import odt_from, op, xlsx_from

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


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "hex", "rot13", "no-such-thing"])
def test_a_charset_that_is_no_encoding_of_text_is_a_wrong_claim(charset: str) -> None:
    content = f'<html><head><meta charset="{charset}"></head><body><p>{SENTENCE}</p></body></html>'

    outcome = read_document(content.encode(), "a.html")

    assert [block.text for block in outcome.value.blocks] == [SENTENCE]
    assert any(f"It says it is in {charset}" in finding.message for finding in outcome.findings)


@pytest.mark.parametrize(
    "moment",
    [
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01T00:00:00Z",
        "1601-01-01T00:00:00Z",
        "9999-12-31",
        "2013-12-23T23:15:00Z",
    ],
)
def test_a_moment_that_stands_for_none_is_no_date_of_issue(moment: str) -> None:
    core = f'<c xmlns:d="http://purl.org/dc/terms/"><d:created>{moment}</d:created></c>'
    head = f'<meta name="date" content="{moment}"><meta property="article:published_time" content="{moment}">'

    assert read(docx_from(p(SENTENCE), core=core), "a.docx").metadata.issued is None
    assert read(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>", "a.html").metadata.issued is None


def test_a_title_of_half_a_character_is_none() -> None:
    content = pdf_drawn([(60, 700, 12, SENTENCE)], title="T")
    assert content.count(b"/Title (T)") == 1

    assert SENTENCE in read(content.replace(b"/Title (T)", b"/Title <FEFFD800>"), "a.pdf").blocks[0].text


@pytest.mark.parametrize(
    ("value", "code"),
    [(1.5, "0." + "0" * 28), (12345678901234567890.0, "#,##0.000000000"), (2.0, "0" + "%" * 20), (1.5, "0" * 90 + "%")],
)
def test_a_number_with_more_places_than_there_are_is_read(value: float, code: str) -> None:
    blocks = read(xlsx_from({"表": [["人員", "予算"], [SENTENCE, (value, code)]]}), "a.xlsx").blocks

    assert SENTENCE in [block.text for block in blocks]


def test_notes_that_call_each_other_follow_one_another() -> None:
    def call(number: int) -> str:
        return run("会合") + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{n}"><w:p>{call(n % 600 + 1)}</w:p></w:footnote>' for n in range(1, 601))

    blocks = read(docx_from(f"<w:p>{call(1)}</w:p>{p(SENTENCE)}", footnotes=notes), "a.docx").blocks

    assert [block.label for block in blocks if block.label] == [f"（注{n}）" for n in range(1, 601)]
    assert blocks[-1].text == SENTENCE
