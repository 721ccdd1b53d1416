"""A memo and its annexes as one page: where they stand, and that no id or link of one meets another's."""

from dataclasses import replace

import pytest

from briefgen.errors import BriefingTemplateError
from briefgen.memo import anchor_of, annex_title, combine_pages, heading_texts
from briefgen.model.briefing import Annex
from briefgen.model.document import BlockKind
from briefgen.model.page import HeadingBlock, Page, PageBreak, ParagraphBlock, ParagraphStyle, Run, SideBySide, Table
from briefgen.model.segment import NOT_TRANSLATED, Status
from tests.writers.briefings import demo_briefing, row
from tests.writers.looks import page_of
from tests.writers.pages import demo_page

ANNEXES = (
    Annex("A", "First", "a.json"),
    Annex("B", "Second", "b.pdf", 3, "0" * 64, "pages"),
    Annex("C", "C", "c.json"),
)


def memo() -> Page:
    return page_of(replace(demo_briefing(), parts=(), annexes=ANNEXES), "memo.xml.j2")


def short(text: str) -> Page:
    return Page(
        text, (HeadingBlock(1, (Run(text),), "top"), ParagraphBlock((Run("up", link="#top"), Run("out", link="#x"))))
    )


def test_annexes_stand_behind_their_headings():
    page = combine_pages(memo(), {"annex-a": short("One"), "annex-c": short("Two")})

    titles = ["".join(run.text for run in e.runs) for e in page.elements if isinstance(e, HeadingBlock)]
    assert titles[-5:] == [
        "Annex A to CS/2025/042",
        "One",
        "Annex B to CS/2025/042: Second",
        "Annex C to CS/2025/042",
        "Two",
    ]
    breaks = [number for number, element in enumerate(page.elements) if isinstance(element, PageBreak)]
    assert len(breaks) == 3
    assert page.banner == memo().banner


def test_ids_and_links_get_the_annex_before_them_and_headings_go_down():
    page = combine_pages(memo(), {"annex-a": short("One"), "annex-c": demo_page()})

    one = next(e for e in page.elements if isinstance(e, HeadingBlock) and e.id == "annex-a.top")
    assert one.level == 2
    text = page.elements[page.elements.index(one) + 1]
    assert [run.link for run in text.runs] == ["#annex-a.top", "#annex-a.x"]
    rows = next(e for e in page.elements if isinstance(e, SideBySide)).rows
    assert rows[0].id == "annex-c.row-1"
    assert {run.link for row in rows for run in row.en if run.link} == {"#annex-c.row-18"}


def test_annexes_look_alike_whatever_the_length_of_their_titles():
    title = ParagraphBlock((Run("Title"),), ParagraphStyle.TITLE)
    long_title = replace(title, style=ParagraphStyle.LONG_TITLE)
    heads = tuple(HeadingBlock(level, (Run(f"head {level}"),)) for level in (1, 2, 3))
    page = combine_pages(memo(), {"annex-a": Page("A", (title, *heads)), "annex-c": Page("C", (long_title,))})

    titles = [e.style for e in page.elements if isinstance(e, ParagraphBlock) and e.runs == title.runs]
    assert titles == [ParagraphStyle.LONG_TITLE] * 2
    levels = [e.level for e in page.elements if isinstance(e, HeadingBlock) and e.runs[0].text.startswith("head")]
    assert levels == [2, 2, 3]


def test_cells_of_tables_get_the_annex_before_their_ids():
    page = combine_pages(memo(), {"annex-a": page_of(demo_briefing(), "annex.xml.j2"), "annex-c": short("Two")})

    rows = [row.ids for e in page.elements if isinstance(e, Table) for row in e.rows if row.ids]
    assert rows == [("annex-a.row-12", "annex-a.row-13"), ("annex-a.row-14", "")]


def test_every_link_leads_somewhere():
    page = combine_pages(
        memo(), {"annex-a": page_of(demo_briefing()), "annex-c": page_of(demo_briefing(), "digest.xml.j2")}
    )

    text = repr(page)
    ids = set(part.split("'")[0] for part in text.split("id='")[1:])
    links = set(part.split("'")[0] for part in text.split("link='#")[1:])
    assert links
    assert links <= ids


def test_a_memo_without_a_place_for_an_annex():
    with pytest.raises(BriefingTemplateError, match="no heading with the id annex-d"):
        combine_pages(memo(), {"annex-d": short("One")})


def test_heading_texts_and_anchors():
    assert heading_texts(memo())["annex-b"] == "Annex B to CS/2025/042: Second"
    assert [anchor_of(annex) for annex in ANNEXES] == ["annex-a", "annex-b", "annex-c"]


@pytest.mark.parametrize(
    ("title_en", "status", "listed"),
    [
        ("Visit of the Envoy", Status.MACHINE, "Visit of the Envoy"),
        ("Visit of the Envoy", Status.CHECK, "Visit of the Envoy [translation to be checked]"),
        ("Visit of the Envoy and more", Status.DOUBTED, "Visit of the Envoy and more [translation to be checked]"),
        ("Our own title", Status.CHECK, "Our own title"),
        (f"{NOT_TRANSLATED} 特使の訪問", Status.CHECK, "特使の訪問"),
        ("", Status.MACHINE, "特使の訪問"),
    ],
)  # fmt: skip
def test_the_list_of_annexes_says_which_titles_are_to_be_checked(title_en, status, listed):
    demo = demo_briefing()
    part = replace(demo.parts[0], rows=(row(1, "特使の訪問", "Visit", status, kind=BlockKind.TITLE),))
    part = replace(part, source=replace(part.source, title_en="Visit of the Envoy"))

    assert annex_title(replace(demo, title_en=title_en, title_ja="特使の訪問", parts=(part,))) == listed
