"""Every Word file obeys what Word asks of one; and the rules can fail."""

import io
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm

from briefgen.cli.trying import example_briefing
from briefgen.model.page import Page
from tests.writers.docx.test_document import parts, reference, written
from tests.writers.docx.word_rules import complaints
from tests.writers.looks import page_of
from tests.writers.pages import demo_page, picture

TEMPLATES = ("annex", "briefing", "decision", "digest", "memo", "review")


def changed(content, name, old, new):
    """The file with one text of one part replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for part, text in parts(content).items():
            assert part != name or old in text
            package.writestr(part, text.replace(old, new, 1) if part == name else text)
    return made.getvalue()


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_obeys(name):
    assert complaints(written(page_of(example_briefing(), f"{name}.xml.j2"))) == []


def test_the_page_with_everything_obeys():
    assert complaints(written(demo_page())) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "complaint"),
    [
        ("document", "<w:cantSplit/>", "<w:noWrap/>", "<noWrap> has no place in <trPr>"),
        ("document", "<w:keepLines/><w:spacing", "<w:jc w:val='left'/><w:keepLines/><w:spacing", "in the order"),
        ("document", "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "does not end with a paragraph"),
        ("document", '<w:gridCol w:w="', '<w:gridCol w:w="9"/><w:gridCol w:w="', "another number of cells"),
        ("document", 'w:name="row_2"', 'w:name="row_1"', "two bookmarks have one name"),
        ("document", 'w:name="row_2"', 'w:name="2row"', "no name for a bookmark"),
        ("document", '<w:commentReference w:id="0"/>', "", "commentReference and comments differ"),
        ("document", '<w:numId w:val="1"/>', '<w:numId w:val="9"/>', "lists are called"),
        ("document", 'r:id="', 'r:id="x', "relationships it does not have"),
        ("document", '<wp:docPr id="2"', '<wp:docPr id="1"', "two pictures have one number"),
        ("footer1", ' w:fldCharType="end"', ' w:fldCharType="begin"', "a field does not"),
        ("footnotes", 'w:type="separator"', "", "lack their separators"),
        ("settings", '<w:footnote w:id="-1"/>', "", "do not name the separators"),
        ("numbering", 'w:numId="2"', 'w:numId="1"', "or are there twice"),
        ("styles", 'w:space="8"', 'w:space="99"', "a border of"),
    ],
)
def test_the_rules_can_fail(part, old, new, complaint):
    found = complaints(changed(written(demo_page()), f"word/{part}.xml", old, new))

    assert any(complaint in one for one in found)


def letterhead():
    """A reference with a logo in its header, comments and footnotes of its own."""
    document = docx.Document(io.BytesIO(reference()))
    run = document.sections[0].header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(picture().content), width=Mm(20))
    paragraph = document.add_paragraph("old")
    document.add_comment(paragraph.runs, "old", "A", "A")
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_with_a_letterhead_nothing_is_there_twice_or_led_to_in_vain():
    """Its own parts have more elements than ours, whose order is Word's own business."""
    first = written(demo_page(), letterhead())
    second = written(Page("T", ()), first)

    for content in (first, second):
        assert [one for one in complaints(content) if "has no place" not in one and "in the order" not in one] == []
    assert len(parts(first)["word/header1.xml"].split("<pic:pic")) == 2
    assert "old" not in parts(first)["word/comments.xml"]


def test_threads_of_the_comments_of_a_letterhead_are_left_behind():
    """They lead to paragraphs that are not there any more."""
    document = docx.Document(io.BytesIO(letterhead()))
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    document.part.relate_to(Part(PackURI("/word/commentsExtended.xml"), "text/xml", b"<x/>"), kind)
    content = io.BytesIO()
    document.save(content)

    assert "word/commentsExtended.xml" in parts(content.getvalue())
    assert "word/commentsExtended.xml" not in parts(written(demo_page(), content.getvalue()))
