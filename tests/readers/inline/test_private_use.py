"""Private characters of any kind of file show as 〓 with a warning."""

from __future__ import annotations

import pytest

from briefgen.findings import Code, Severity
from briefgen.readers import read_document
from tests.readers.make import docx_from, p
from tests.readers.make_office import odt_from, op, xlsx_from

SENTENCE = "担当は\ue001木氏と\U000f0000田氏である。"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx_from(p(SENTENCE))),
        ("a.odt", odt_from(op(SENTENCE))),
        ("a.xlsx", xlsx_from({"表": [[SENTENCE]]})),
        (
            "a.html",
            f"<html><body><p>海山省の発表。</p><p>{SENTENCE}</p></body></html>".replace("\ue001", "&#xE001;").encode(),
        ),
    ],
)
def test_private_characters_are_missing_ones(name: str, content: bytes) -> None:
    outcome = read_document(content, name)
    assert outcome.value.blocks[-1].text == "担当は〓木氏と〓田氏である。"
    told = [finding for finding in outcome.findings if finding.code is Code.UNREADABLE_CHARACTERS]
    assert told[-1].severity is Severity.WARNING


def test_a_private_character_of_the_title_is_missing_in_the_metadata_too() -> None:
    style = '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    body = p("\ue001木大臣の出張", '<w:pStyle w:val="T"/>') + p("出張は次のとおりである。")
    outcome = read_document(docx_from(body, styles=style), "a.docx")
    assert outcome.value.metadata.title == outcome.value.blocks[0].text == "〓木大臣の出張"


def test_a_paper_without_them_gets_no_warning() -> None:
    codes = {finding.code for finding in read_document(docx_from(p("髙木氏である。")), "a.docx").findings}
    assert Code.UNREADABLE_CHARACTERS not in codes
