"""Word files: fonts, languages, widths, repeated heads, comments, fields, links, and the same bytes every time."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta, timezone

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from briefgen.errors import BriefingTemplateError
from briefgen.findings import Code
from briefgen.model.document import Picture
from briefgen.model.page import (
    BoxBlock,
    Fact,
    Facts,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
)  # fmt: skip
from briefgen.writers.docx.document import write_docx
from briefgen.writers.docx.styles import base_package
from briefgen.writers.docx.xml import mm_twips, pt_twips
from briefgen.writers.theme import WordFile
from tests.writers.briefings import demo_briefing
from tests.writers.looks import CREATED, THEME, page_of, squeeze, words_of
from tests.writers.pages import demo_page, flag, ja, long_page, picture, runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(page, reference=None):
    return write_docx(page, THEME, CREATED, reference).value.content


def opened(page, reference=None):
    return docx.Document(io.BytesIO(written(page, reference)))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def body(page):
    return opened(page).element.body


def side_table(page):
    tables = body(page).iter(W + "tbl")
    return next(table for table in tables if table.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "SideBySide")


def paragraph_texts(element):
    return [squeeze("".join(node.text or "" for node in p.iter(W + "t"))) for p in element.iter(W + "p")]


def one_row(**changes):
    row = replace(SideRow("1", "machine", ja("日本"), runs("Japan")), **changes)
    return Page("T", (SideBySide(ja("原文"), runs("English"), (row,)),))


def test_all_words_stand_in_the_file_in_order():
    for page in (demo_page(), page_of(demo_briefing())):
        assert [text for text in paragraph_texts(body(page)) if text] == words_of(page)


def test_every_paragraph_style_names_the_fonts_of_both_scripts_and_no_theme_font():
    styles = parts(written(demo_page()))["word/styles.xml"]
    paragraph_styles = re.findall(r'<w:style w:type="paragraph".*?</w:style>', styles)
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Yu Gothic"/>'

    assert len(paragraph_styles) > 20
    without = [re.search('w:name w:val="(.*?)"', style)[1] for style in paragraph_styles if fonts not in style]
    assert without == ["Picture", "Spacer", "annotation text"]  # these inherit from Normal
    assert fonts in styles.split("</w:docDefaults>")[0]
    assert "Theme" not in styles
    assert "Mincho" not in styles


def test_style_ids_and_names_are_distinct():
    styles = parts(written(demo_page()))["word/styles.xml"]
    ids, names = re.findall(r'w:styleId="(.*?)"', styles), re.findall(r'<w:name w:val="(.*?)"', styles)

    assert len(set(ids)) == len(ids) == len(set(names)) == len(names)
    assert set(re.findall(r'<w:basedOn w:val="(.*?)"', styles)) <= set(ids)


def test_every_style_that_is_used_is_there():
    files = parts(written(demo_page()))
    ids = set(re.findall(r'w:styleId="(.*?)"', files["word/styles.xml"]))
    used = {
        name for text in files.values() for name in re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="(.*?)"', text)
    }

    assert used <= ids


def test_every_run_of_text_has_its_language():
    elements = list(body(demo_page()).iter(W + "r"))
    languages = {
        "".join(node.text for node in run.iter(W + "t")): (
            run.find(f"{W}rPr/{W}lang").attrib,
            run.find(f"{W}rPr/{W}noProof") is not None,
        )
        for run in elements
        if run.find(W + "t") is not None
    }

    both = {W + "val": "en-US", W + "eastAsia": "ja-JP"}  # Latin words in Japanese text break as English ones do
    assert languages["１．北方パートナー国防相会合"] == (both, True)
    assert languages["1. Northern Partners’ Defence Ministers’ Meeting"] == (both, False)
    assert all(found == both for text, (found, _) in languages.items() if not text.startswith(("”", "’")))


def test_japanese_runs_ask_for_the_japanese_font():
    """Signs such as “…” and ① belong to both scripts; Word decides by the hint."""
    (run,) = [r for r in body(one_row()).iter(W + "r") if r.findtext(W + "t") == "日本"]

    assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia"


def test_widths_are_written_in_all_four_places():
    table = side_table(demo_page())
    grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
    properties = table.find(W + "tblPr")

    assert all([int(c.get(W + "w")) for c in row.iter(W + "tcW")] == grid for row in table.iter(W + "tr"))
    assert properties.find(W + "tblW").attrib == {W + "w": str(sum(grid)), W + "type": "dxa"}
    assert properties.find(W + "tblLayout").get(W + "type") == "fixed"
    assert abs(sum(grid) - mm_twips(THEME.text_width_mm)) <= 2
    assert grid[0] == mm_twips(THEME.columns.number_mm)


def test_the_heads_of_the_columns_are_repeated():
    rows = list(side_table(demo_page()).iter(W + "tr"))

    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])


@pytest.mark.parametrize(("length", "may_split"), [(150, False), (900, True)])
def test_only_long_rows_may_split(length, may_split):
    row = list(side_table(one_row(ja=ja("日" * length))).iter(W + "tr"))[1]

    assert (row.find(f"{W}trPr/{W}cantSplit") is None) is may_split


def test_signs_have_the_japanese_font_also_where_a_program_takes_them_for_latin():
    row = list(side_table(one_row(ja=ja("日本"))).iter(W + "tr"))[1]
    fonts = {
        run.findtext(f"{W}t"): [run.find(f"{W}rPr/{W}rFonts").get(W + side) for side in ("hint", "hAnsi")]
        for run in row.iter(W + "r")
        if run.find(f"{W}rPr/{W}rFonts") is not None
    }

    assert fonts == {"○": ["eastAsia", THEME.fonts.japanese], "日本": ["eastAsia", None]}


def test_only_thin_horizontal_lines():
    table = side_table(demo_page())
    places = [*table.iter(W + "tblBorders"), *table.iter(W + "tcBorders")]
    sides = {border.tag.removeprefix(W) for place in places for border in place}

    assert sides == {"bottom"}


def test_no_line_between_sentences_of_one_paragraph():
    rows = list(side_table(demo_page()).iter(W + "tr"))

    assert [any(True for _ in rows[number].iter(W + "tcBorders")) for number in (3, 4, 5)] == [False, True, True]


def test_the_line_below_a_head_of_the_first_level_is_the_same_where_it_is_the_last_row():
    def lines(level):
        rows = (one_row().elements[0].rows[0], SideRow("2", "machine", ja("頭"), runs("Head"), heading_level=level))
        table = side_table(Page("T", (SideBySide(ja("原文"), runs("English"), rows),)))
        return [
            {line.get(W + "color") for borders in row.iter(W + "tcBorders") for line in borders.iter(W + "bottom")}
            for row in table.findall(W + "tr")[1:]
        ]

    rule, accent = THEME.colours.rule.lstrip("#"), THEME.colours.accent.lstrip("#")
    assert lines(1) == [{rule}, {accent}]
    assert lines(2) == [{rule}, set()]  # and below it the thin one of the table


def test_heads_of_the_paper_are_heads_in_both_columns_and_in_the_outline_once():
    page = one_row(heading_level=2)
    page = replace(page, elements=(HeadingBlock(1, runs("A")), HeadingBlock(2, runs("B")), *page.elements))
    row = list(side_table(page).iter(W + "tr"))[1]
    japanese, english = list(row.iter(W + "p"))[1:]

    assert [p.find(f"{W}pPr/{W}pStyle").get(W + "val") for p in (japanese, english)] == ["SideHead2", "SideHead2"]
    assert japanese.find(f"{W}pPr/{W}outlineLvl").get(W + "val") == "9"
    assert english.find(f"{W}pPr/{W}outlineLvl") is None  # that of its style
    styles = parts(written(one_row()))["word/styles.xml"]
    assert '<w:outlineLvl w:val="2"/>' in re.search(r'w:styleId="SideHead2".*?</w:style>', styles)[0]


def test_where_a_level_is_left_out_headings_move_up_in_the_outline_but_keep_their_look():
    page = one_row(heading_level=2)
    page = replace(page, elements=(HeadingBlock(2, runs("A")), *page.elements, HeadingBlock(1, runs("B"))))
    found = [
        (p.find(f"{W}pPr/{W}pStyle").get(W + "val"), level.get(W + "val"))
        for p in body(page).iter(W + "p")
        if (level := p.find(f"{W}pPr/{W}outlineLvl")) is not None
    ]

    assert found == [("Heading2", "0"), ("SideHead2", "9"), ("SideHead2", "1")]


def test_flags_stand_under_the_english_and_as_comments():
    page = demo_page()
    document = opened(page)
    blocks = [element for element in page.elements if isinstance(element, SideBySide)]
    flags = [flag.text for block in blocks for row in block.rows for flag in row.flags]
    comments = list(document.comments)

    assert [comment.text for comment in comments] == flags
    assert [comment.comment_id for comment in comments] == list(range(len(flags)))
    assert {comment.author for comment in comments} == {"briefgen"}
    assert {comment.timestamp for comment in comments} == {CREATED}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [int(mark.get(W + "id")) for mark in document.element.body.iter(W + tag)] == list(range(len(flags)))


def test_the_comment_embraces_the_english():
    paragraph = next(p for p in body(demo_page()).iter(W + "p") if p.find(W + "commentRangeStart") is not None)
    tags = [child.tag.removeprefix(W) for child in paragraph]

    assert tags[1] == "commentRangeStart"
    assert tags[-2] == "commentRangeEnd"
    assert paragraph_texts(paragraph.getparent())[0].startswith("(3)Arrangements")


def test_banner_in_header_and_footer_and_fields_for_the_pages():
    files = parts(written(demo_page()))
    header, footer = files["word/header1.xml"], files["word/footer1.xml"]

    assert "UNCLASSIFIED · FOR INTERNAL USE　注意" in header
    assert "UNCLASSIFIED · FOR INTERNAL USE　注意" in footer
    assert re.findall(r"> (\w+) </w:instrText>", footer) == ["PAGE", "NUMPAGES"]
    assert "briefgen 0.1 · model" in footer


def test_links_lead_to_bookmarks_and_web_addresses():
    document = opened(demo_page())
    bookmarks = {mark.get(W + "name") for mark in document.element.body.iter(W + "bookmarkStart")}
    links = list(document.element.body.iter(W + "hyperlink"))
    anchors = {link.get(W + "anchor") for link in links} - {None}
    addresses = {document.part.rels[link.get(qn("r:id"))].target_ref for link in links if link.get(qn("r:id"))}

    assert anchors == {"row_8", "row_18", "row_11", "conflicts"}
    assert anchors <= bookmarks
    assert addresses == {"https://www.example.go.jp/press/"}


def test_bookmarks_have_names_word_accepts_and_no_two_the_same():
    blocks = tuple(ParagraphBlock((Run("x"),), id=name) for name in ("a-b", "a.b", "x" * 60, "1st"))
    names = [mark.get(W + "name") for mark in body(Page("T", blocks)).iter(W + "bookmarkStart")]

    assert len(set(names)) == 4
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)


def test_properties_and_paper():
    document = opened(demo_page())
    properties, section = document.core_properties, document.sections[0]

    assert properties.title == demo_page().title
    assert (properties.author, properties.subject) == ("International Policy Desk", demo_page().subject)
    assert (properties.language, properties.revision) == ("en-US", 1)
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=CREATED.tzinfo) == CREATED
    assert [round(length / Mm(1)) for length in (section.page_width, section.page_height)] == [210, 297]


def test_the_package_holds_no_leftovers():
    names = set(parts(written(one_row())))

    assert names == {
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
        "word/settings.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml",
    }  # fmt: skip


def test_same_input_gives_same_bytes_and_the_time_zone_does_not_matter():
    first = written(demo_page())
    elsewhere = CREATED.astimezone(timezone(timedelta(hours=9)))

    assert first == written(demo_page())
    assert first == write_docx(demo_page(), THEME, elsewhere).value.content
    assert first != write_docx(demo_page(), THEME, CREATED + timedelta(days=1)).value.content
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_text_is_text():
    words = '<w:p/> & "quotes" ]]> {{ x }}'
    page = Page(words, (ParagraphBlock((Run(words, link="https://x/?a=1&b=<2>"),)), *one_row(ja=ja(words)).elements))

    assert squeeze(words) in paragraph_texts(body(page))
    assert opened(page).core_properties.title == words


def test_lists_are_real_lists_and_each_starts_anew():
    items = (runs("one"), runs("two"))
    numbered = ListBlock(items, is_numbered=True)
    document = opened(Page("T", (numbered, numbered, ListBlock(items))))
    numbers = [mark.get(W + "val") for mark in document.element.body.iter(W + "numId")]
    lists = {num.get(W + "numId"): num for num in document.part.numbering_part.element.iter(W + "num")}

    assert numbers == ["1", "1", "2", "2", "3", "3"]
    assert all(num.find(f"{W}lvlOverride/{W}startOverride").get(W + "val") == "1" for num in lists.values())


def test_pictures_fit_and_have_words_for_those_who_cannot_see_them():
    document = opened(Page("T", (PictureBlock(picture(4000, 300), runs("Figure 1")),)))
    (inline,) = document.inline_shapes

    assert round(inline.width / Mm(1)) == 174
    assert round(inline.width / inline.height, 1) == 13.3
    assert inline._inline.docPr.get("descr") == "Figure 1"


def test_a_damaged_picture_is_left_out_with_a_finding():
    for content in (b"not a picture", picture().content[:40], b"\x89PNG\r\n\x1a\n\0\0", picture(0, 1).content):
        outcome = write_docx(Page("T", (PictureBlock(Picture(content), runs("cap")),)), THEME, CREATED)

        assert [finding.code for finding in outcome.findings] == [Code.PICTURE_DROPPED]
        assert "cap" in parts(outcome.value.content)["word/document.xml"]


def test_tables_do_not_run_into_each_other():
    table = Table((0.5, 0.5), (TableRow((runs("a"), runs("b"))),))
    tags = [child.tag.removeprefix(W) for child in body(Page("T", (table, table)))]

    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_box_is_one_frame_with_space_only_outside():
    small = ParagraphBlock(runs("b"), ParagraphStyle.SMALL)
    first, last = list(body(Page("T", (BoxBlock("bottom-line", (ParagraphBlock(runs("a")), small)),))).iter(W + "p"))
    styles = parts(written(demo_page()))["word/styles.xml"]
    frame = re.search(r'w:styleId="BoxBottomLine".*?<w:pBdr>(.*?)</w:pBdr>', styles)[1]

    assert first.find(f"{W}pPr/{W}spacing").get(W + "before") == "160"
    assert last.find(f"{W}pPr/{W}spacing").get(W + "after") == "160"
    assert last.find(f"{W}pPr/{W}spacing").get(W + "before") == "0"
    assert len(list(last.find(f"{W}pPr/{W}pBdr"))) == frame.count("<w:") == 4


def test_two_boxes_of_a_kind_stay_two():
    """Word sets one frame around neighbours with the same borders."""
    notices = [BoxBlock("notice", (ParagraphBlock(runs(word)),)) for word in "ab"]
    styles = [style.get(W + "val") for style in body(Page("T", tuple(notices))).iter(W + "pStyle")]

    assert styles == ["BoxNotice", "Spacer", "BoxNotice"]


def reference():
    """A Word file of the house: other paper, a heading of its own, a header of its own, a list and words."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(25), Mm(25)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "THE HOUSE"
    document.styles["Heading 1"].font.name = "Georgia"
    document.add_paragraph("old words", style="List Number")
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_a_reference_gives_styles_paper_and_header_and_loses_its_words():
    page = Page("T", (HeadingBlock(1, runs("Head")), *demo_page().elements), banner=demo_page().banner)
    document = opened(page, reference())
    section = document.sections[0]
    header = [paragraph.text for paragraph in section.header.paragraphs]

    assert document.paragraphs[0].style.font.name == "Georgia"
    assert "old words" not in [paragraph.text for paragraph in document.paragraphs]
    assert header == ["UNCLASSIFIED · FOR INTERNAL USE　注意", "THE HOUSE"]
    assert section.first_page_header.paragraphs[0].text == header[0]
    assert [text for text in paragraph_texts(document.element.body) if text] == words_of(page)


def test_tables_fit_the_paper_of_the_reference():
    document = opened(one_row(), reference())
    grid = [int(column.get(W + "w")) for column in document.element.body.iter(W + "gridCol")]

    assert abs(sum(grid) - mm_twips(150)) <= 2


def test_a_reference_that_is_no_word_file_is_an_error():
    for content in (b"", b"%PDF-1.7", b"PK\x03\x04broken"):
        with pytest.raises(BriefingTemplateError, match="no Word file"):
            write_docx(demo_page(), THEME, CREATED, content)


def test_a_long_paper_keeps_every_row():
    rows = list(side_table(long_page(600)).iter(W + "tr"))

    assert len(rows) == 601


def test_bold_words_stand_out_in_the_bottom_line():
    (run, *_) = body(Page("T", (BoxBlock("bottom-line", (ParagraphBlock((Run("BLUF", bold=True),)),)),))).iter(W + "r")

    assert run.find(f"{W}rPr/{W}rStyle").get(W + "val") == "LeadIn"


def test_a_reference_without_the_prefixes_of_drawings_gets_them(theme):
    """The body is put into the file as text, so what it refers to must be declared there."""
    plain = parts(base_package(theme, "en-US"))
    plain["word/document.xml"] = re.sub(r' xmlns:(r|wp|a|pic)="[^"]*"', "", plain["word/document.xml"])
    reference = io.BytesIO()
    with zipfile.ZipFile(reference, "w") as package:
        for name, text in plain.items():
            package.writestr(name, text)

    made = opened(demo_page(), reference.getvalue())

    assert len(made.inline_shapes) == 2


def footnotes(content):
    root = etree.fromstring(parts(content)["word/footnotes.xml"].encode())
    return {note.get(W + "id"): "".join(t.text for t in note.iter(W + "t")) for note in root}


def test_the_first_call_of_a_note_makes_a_footnote_of_it():
    """It stands in both columns' reach: the row stays in the table, the footnote is for reading."""
    made = written(demo_page())
    calls = [run for run in docx.Document(io.BytesIO(made)).element.body.iter(W + "footnoteReference")]

    assert footnotes(made) == {
        "-1": "", "0": "", "1": "(Note 1) ITPP: Individually Tailored Partnership Programme"
    }  # fmt: skip
    assert [call.get(W + "id") for call in calls] == ["1"]
    assert "(Note 1)" in "".join(t.text or "" for t in calls[0].getparent().getparent().iter(W + "t"))


def test_the_call_of_the_paper_is_the_only_mark_of_a_footnote():
    """A mark in letters would stand twice in LibreOffice, a number of Word's own beside the call."""
    made = written(demo_page())
    (call,) = docx.Document(io.BytesIO(made)).element.body.iter(W + "footnoteReference")
    run, following = call.getparent(), call.getparent().getnext()

    assert call.get(W + "customMarkFollows") == "1"
    assert [child.tag.removeprefix(W) for child in run] == ["rPr", "footnoteReference", "sym"]
    assert call.getnext().get(W + "char") == "200D"
    assert [look.tag.removeprefix(W) for look in run.find(W + "rPr")] == ["rStyle"]
    assert following.findtext(W + "t") == "(Note 1)"
    assert "footnoteRef/" not in parts(made)["word/footnotes.xml"]


def test_a_table_between_a_call_and_its_note_changes_nothing():
    call, note = (
        SideRow("1", "machine", ja("本文（注１）。"), runs("Text ", Run("(Note 1)", link="#n1"))),
        SideRow("2", "machine", ja("（注１）注。"), runs("(Note 1) A note."), id="n1", is_note=True),
    )
    blocks = [SideBySide(ja("原文"), runs("English"), (row,)) for row in (call, note)]
    table = Table((1.0,), (TableRow((runs("See ", Run("2", link="#n1")),)),))

    made = written(Page("T", (table, blocks[0], table, blocks[1])))

    assert list(footnotes(made).values())[2:] == ["(Note 1) A note."]
    assert parts(made)["word/document.xml"].count("<w:footnoteReference") == 1


def test_cells_of_tables_can_be_led_to():
    table = Table((0.5, 0.5), (TableRow((runs("One"), runs("Two")), ids=("row-1", "")),))
    made = body(Page("T", (table, ParagraphBlock(runs(Run("one", link="#row-1"))))))

    assert [mark.get(W + "name") for mark in made.iter(W + "bookmarkStart")] == ["row_1"]
    assert [link.get(W + "anchor") for link in made.iter(W + "hyperlink")] == ["row_1"]


def test_a_doubtful_note_is_marked_in_its_footnote_and_a_note_without_call_has_none():
    call = Run("(Note 1)", link="#n1")
    rows = (
        SideRow("1", "machine", ja("本文（注１）。（注１）"), runs("Text ", call, " and again ", call)),
        SideRow("2", "check", ja("（注１）注。"), runs("(Note 1) A note."), id="n1", is_note=True),
        SideRow("3", "machine", ja("続き。"), runs("It goes on."), id="r3", continues=True, is_note=True),
        SideRow("4", "machine", ja("（注２）注。"), runs("(Note 2) Nothing calls it."), id="n2", is_note=True),
    )
    after = ParagraphBlock(runs("See row ", Run("4", link="#n2")))

    made = written(Page("T", (SideBySide(ja("原文"), runs("English"), rows), after)))

    assert footnotes(made)["1"] == "(Note 1) A note. ▲ It goes on."
    assert len(footnotes(made)) == 3
    assert len(re.findall("<w:hyperlink", parts(made)["word/document.xml"])) == 3


@pytest.mark.parametrize(
    ("wanted", "doubts", "count"),
    [
        ("safe", (), 2), ("safe", ("1",), 0), ("safe", ("2",), 2), ("safe", ("3",), 2),
        ("always", ("1",), 2), ("never", (), 0),
    ],
)  # fmt: skip
def test_no_footnotes_where_a_comment_stands_between_two_of_them_unless_the_house_wants_it(wanted, doubts, count):
    """LibreOffice 7.4 shows the words of the one under the number of the other; the theme decides."""
    calls = [Run(f"(Note {number})", link=f"#n{number}") for number in (1, 2)]
    texts = {"1": calls[0], "2": calls[1], "3": Run("End")}
    doubt = (flag("warning", "Look."),)
    rows = [
        SideRow(number, "check", ja("本文。"), runs("Text ", run), flags=doubt if number in doubts else ())
        for number, run in texts.items()
    ]
    rows += [SideRow("4", "machine", ja("注。"), runs("A note."), id=f"n{number}", is_note=True) for number in (1, 2)]
    theme = replace(THEME, word=WordFile(wanted))

    made = write_docx(Page("T", (SideBySide(ja("原文"), runs("English"), tuple(rows)),)), theme, CREATED).value.content

    document = parts(made)["word/document.xml"]
    assert document.count("<w:footnoteReference") == count
    assert len(re.findall('<w:hyperlink w:anchor="n[12]"', document)) == 2


def test_a_note_without_notes_has_no_footnotes_part_even_if_the_reference_has():
    assert "word/footnotes.xml" not in parts(written(one_row(), written(demo_page())))


def test_a_page_break_is_a_property_of_what_follows():
    """A break of its own would leave an empty page where the page before is just full."""
    first, *others = (Page("T", (ParagraphBlock(runs("a")), PageBreak(), then)) for then in (
        HeadingBlock(1, runs("b")), ParagraphBlock(runs("b"), ParagraphStyle.SMALL), one_row().elements[0],
    ))  # fmt: skip
    for page in (first, others[0]):
        a, b = body(page).iter(W + "p")
        assert a.find(f"{W}pPr/{W}pageBreakBefore") is None
        assert b.find(f"{W}pPr/{W}pageBreakBefore") is not None
        assert b.find(f"{W}pPr/{W}spacing").get(W + "before") == "0"
    assert len(list(body(others[1]).iter(W + "br"))) == 1


def test_items_stand_closer_than_paragraphs_but_for_the_last():
    items = list(body(Page("T", (ListBlock((runs("one"), runs("two"))),))).iter(W + "p"))
    style = re.search(r'w:styleId="ListBullet".*?</w:style>', parts(written(demo_page()))["word/styles.xml"])[0]

    assert [item.find(f"{W}pPr/{W}spacing") is not None for item in items] == [False, True]
    assert 'w:after="40"' in style
    assert items[1].find(f"{W}pPr/{W}spacing").get(W + "after") == "100"


def test_the_last_row_of_a_table_is_not_kept_with_what_follows():
    table = Table((1.0,), (TableRow((runs("Decision"),), is_header=True), TableRow((runs("Approved"),))))
    cells = list(body(Page("T", (table, HeadingBlock(2, runs("Annexes")), Rule()))).iter(W + "tc"))

    assert cells[-1].find(f"{W}p/{W}pPr/{W}keepNext") is None


def test_the_facts_do_not_touch_the_title_above():
    facts = Facts((Fact("Date", runs("23 May")),))
    for style, tags in ((ParagraphStyle.TITLE, ["p", "p", "tbl"]), (ParagraphStyle.SUBTITLE, ["p", "tbl"])):
        made = body(Page("T", (ParagraphBlock(runs("Title"), style), facts, ParagraphBlock(runs("x")))))

        assert [child.tag.removeprefix(W) for child in made][: len(tags)] == tags


def test_the_paragraph_behind_the_last_table_needs_no_page_of_its_own():
    table = Table((1.0,), (TableRow((runs("a"),)),))
    (between, end) = (child for child in body(Page("T", (table, table))) if child.tag == W + "p")

    assert between.find(f"{W}pPr/{W}spacing") is None
    assert end.find(f"{W}pPr/{W}spacing").get(W + "line") == "20"


def keeps(element):
    """For each paragraph whether it is kept with the next one, and in one piece."""
    looks = [p.find(W + "pPr") for p in element.iter(W + "p")]
    return [(look.find(W + "keepNext") is not None, look.find(W + "keepLines") is not None) for look in looks]


@pytest.mark.parametrize(("length", "is_kept"), [(10, True), (6000, False)])
def test_a_closing_part_stays_in_one_piece_unless_it_is_long(length, is_kept):
    small = ParagraphBlock(runs("x" * length), ParagraphStyle.SMALL)
    items = ListBlock((runs("a"),))
    page = Page("T", (ParagraphBlock(runs("y")), HeadingBlock(2, runs("Quality")), items, small))

    assert keeps(body(page))[0] == (False, False)
    assert keeps(body(page))[2:] == [(True, is_kept), (False, is_kept)]


def test_of_a_higher_closing_part_two_lines_stay_with_the_heading_and_no_low_end_stands_alone():
    def kept(*lengths):
        texts = (ParagraphBlock(runs("x" * length)) for length in lengths)
        return [is_kept for is_kept, _ in keeps(body(Page("T", (HeadingBlock(2, runs("Quality")), *texts))))][1:]

    assert kept(10, 900, 900) == [True, False, False]
    assert kept(300, 900, 900) == [False, False, False]
    assert kept(300, 900, 10) == [False, True, False]


def test_a_closing_part_before_a_page_break_stays_in_one_piece_as_the_last_one_does():
    closing = (HeadingBlock(2, runs("Quality")), ParagraphBlock(runs("a")), ParagraphBlock(runs("b")))
    page = Page("T", (*closing, PageBreak(), *closing))

    assert keeps(body(page)) == [(False, False), (True, True), (False, True)] * 2


def test_a_box_stays_in_one_piece():
    page = Page("T", (BoxBlock("notice", tuple(ParagraphBlock(runs(word)) for word in "abc")),))

    assert keeps(body(page)) == [(True, True), (True, True), (False, True)]


def test_what_leads_into_a_list_stays_with_it():
    page = Page("T", (ParagraphBlock(runs("a")), ListBlock((runs("b"),)), Rule()))

    assert [is_kept for is_kept, _ in keeps(body(page))][:2] == [True, False]


def test_the_last_row_but_one_stays_with_the_last_if_it_is_low():
    def kept(length):
        rows = tuple(SideRow(str(n), "machine", ja("日本"), runs("x" * length)) for n in range(3))
        found = side_table(Page("T", (SideBySide(ja("原文"), runs("English"), rows),)))
        return [all(is_kept for is_kept, _ in keeps(row)) for row in found.findall(W + "tr")[1:]]

    assert kept(10) == [False, True, False]
    assert kept(1000) == [False, False, False]


def test_no_line_between_rows_of_a_table_of_which_one_goes_on():
    rows = (TableRow((runs("a"),)), TableRow((runs("b"),), continues=True), TableRow((runs("c"),)))
    (table,) = body(Page("T", (Table((1.0,), rows),))).iter(W + "tbl")
    lines = [
        {line.tag.removeprefix(W) for line in cell.iter(W + "top", W + "bottom") if line.get(W + "val") == "nil"}
        for cell in table.iter(W + "tc")
    ]

    assert lines == [{"bottom"}, {"top"}, set()]


def fact_widths(*values):
    facts = tuple(Fact("Date", runs(value)) for value in values)
    (table,) = body(Page("T", (Facts(facts),))).iter(W + "tbl")
    return [[int(w.get(W + "w")) for w in row.iter(W + "tcW")] for row in table.findall(W + "tr")]


def test_facts_that_fit_stand_in_columns_of_half_the_width():
    (widths,) = fact_widths("short", "22 November 2026 and ten more")

    assert widths[:2] == pytest.approx(widths[2:], abs=1)


def test_a_fact_alone_in_its_row_has_the_width_and_values_too_long_for_half_of_it_the_wider_column():
    first, last = fact_widths("short", "a value that is too long for half of the width of the text", "alone")

    assert first[0] == first[2] == last[0]
    assert first[1] < first[3]
    assert last[1] == sum(first[1:])
    assert sum(first) == mm_twips(THEME.text_width_mm)


def test_an_option_of_the_program_is_not_broken_at_its_hyphens():
    (run,) = body(Page("T", (ParagraphBlock(runs("Give it with --bottom-line, F-35")),))).iter(W + "r")

    assert len(run.findall(W + "noBreakHyphen")) == 3
    assert not [text for text in run.iter(W + "t") if "-" in (text.text or "").replace("F-35", "")]
    assert docx.text.run.Run(run, None).text == "Give it with --bottom-line, F-35"


def test_low_rows_right_before_the_closing_part_stay_with_it():
    def kept(*words, closing="x"):
        rows = tuple(TableRow((runs(word),)) for word in words)
        page = Page("T", (Table((1.0,), rows), HeadingBlock(2, runs("Quality")), ParagraphBlock(runs(closing))))
        (table,) = body(page).iter(W + "tbl")
        return [is_kept for is_kept, _ in keeps(table)]

    assert kept("a", "b", "c", "d", "e") == [False, False, True, True, True]
    assert kept("a", "b", "c", "d", "e" * 2000) == [False, False, True, True, False]
    assert kept("a", "b", "c", "d", "e", closing="x" * 900) == [False, False, False, True, False]


def test_no_line_of_japanese_ends_within_a_designation_or_a_number():
    settings = parts(written(Page("T", ())))["word/settings.xml"]
    after, before = re.findall(r'<w:noLineBreaks(?:After|Before) w:lang="ja-JP" w:val="(.*?)"/>', settings)

    assert set("（「ＰＮＺ０９－") <= set(after)
    assert set("）」、。・ー－ａｋｚ") - set(before) == {"ー"}  # as in Word's own list
    assert len(set(after)) == len(after) <= 50  # as many as Word takes
    assert len(set(before)) == len(before) <= 100


def test_a_last_row_that_is_a_head_draws_no_row_to_it():
    rows = (
        SideRow("1", "machine", ja("日本"), runs("x")),
        SideRow("2", "machine", ja("頭"), runs("Head"), heading_level=2),
    )
    table = side_table(Page("T", (SideBySide(ja("原文"), runs("English"), rows),)))

    assert keeps(table.findall(W + "tr")[1]) == [(False, False)] * 3


def test_the_last_item_of_a_list_begins_no_page():
    page = Page("T", (ListBlock((runs("a"), runs("b"), runs("c"))), Rule()))

    assert [is_kept for is_kept, _ in keeps(body(page))] == [False, True, False, False]


def test_heads_at_the_end_of_the_rows_are_a_table_of_their_own_before_a_table():
    """LibreOffice keeps a table with what follows only if all of its rows are kept."""
    rows = tuple(SideRow(str(n), "machine", ja("日"), runs(f"Row {n}"), heading_level=n // 2) for n in range(4))
    block = SideBySide(ja("原文"), runs("English"), rows)
    before_table = list(body(Page("T", (block, Table((1.0,), (TableRow((runs("a"),)),))))).iter(W + "tbl"))
    alone = list(body(Page("T", (block,))).iter(W + "tbl"))

    assert [len(table.findall(W + "tr")) for table in before_table] == [3, 2, 1]
    assert all(is_kept for is_kept, _ in keeps(before_table[1]))
    assert [len(table.findall(W + "tr")) for table in alone] == [5]
    assert paragraph_texts(before_table[0]) + paragraph_texts(before_table[1]) == paragraph_texts(alone[0])


def test_a_last_row_stays_with_the_table_that_follows_be_it_a_head_or_not():
    table = Table((1.0,), (TableRow((runs("a"),)),))
    head = SideRow("2", "machine", ja("頭"), runs("Head"), heading_level=2)
    for row in (head, replace(head, heading_level=0)):
        for following, is_kept in ((table, True), (SideBySide((), (), (row,)), False)):
            page = Page("T", (SideBySide(ja("原文"), runs("English"), (row,)), following))
            (gap,) = [p for p in body(page) if p.tag == W + "p"][:1]
            assert (gap.find(f"{W}pPr/{W}keepNext") is not None) == is_kept


def test_a_sentence_before_a_table_stands_with_its_heads_in_a_table_that_is_kept():
    """LibreOffice keeps a table with what follows only if all of its rows are kept."""
    rows = tuple(SideRow(str(n), "machine", ja("日"), runs(f"Row {n}"), heading_level=2 * (n == 2)) for n in range(4))
    table = Table((1.0,), (TableRow((runs("a"),)),))
    first, second, _ = body(Page("T", (SideBySide(ja("原文"), runs("English"), rows), table))).iter(W + "tbl")

    assert [len(made.findall(W + "tr")) for made in (first, second)] == [3, 2]
    assert all(is_kept for is_kept, _ in keeps(second))


def test_what_was_found_in_a_row_stays_with_it_and_the_row_in_one_piece():
    def rows_of(length):
        rows = (TableRow((runs("x" * length),)), TableRow((runs("found"),), continues=True), TableRow((runs("c"),)))
        (table,) = body(Page("T", (Table((1.0,), (*rows, *rows)),))).iter(W + "tbl")
        kept = [all(is_kept for is_kept, _ in keeps(row)) for row in table.findall(W + "tr")]
        return kept[:3], [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(W + "tr")][:3]

    assert rows_of(600) == ([True, False, False], [True, True, True])
    assert rows_of(9000) == ([False, False, False], [False, True, True])


def test_what_was_found_in_a_cell_hangs_below_its_text_with_the_space_of_a_cell_below_the_last():
    row = TableRow((runs("a"),), flags=((flag("Look."), flag("See.")),))
    (cell,) = body(Page("T", (Table((1.0,), (row,)),))).iter(W + "tc")
    paragraphs = cell.findall(W + "p")
    spaces = [p.find(f"{W}pPr/{W}spacing") for p in paragraphs]

    assert ["".join(t.text for t in p.iter(W + "t")) for p in paragraphs] == ["a", "▲Look.", "▲See."]
    assert [p.find(f"{W}pPr/{W}ind") is not None for p in paragraphs] == [False, True, True]
    assert [space is not None and space.get(W + "after") for space in spaces] == [False, False, "50"]


def test_a_row_that_goes_on_stands_as_far_from_what_is_above_it_as_any_other():
    """It may be the first on a page; the space between rows of a paragraph is less below the first of them."""
    rows = [SideRow(str(n), "machine", ja("文"), runs("Text."), continues=n == 2) for n in (1, 2, 3)]
    table = side_table(Page("T", (SideBySide(ja("原文"), runs("English"), tuple(rows)),)))
    spaces = [
        tuple(int(row.find(f"{W}tc/{W}tcPr/{W}tcMar/{W}{side}").get(W + "w")) for side in ("top", "bottom"))
        for row in table.findall(W + "tr")[1:]
    ]

    above, below, joined = (pt_twips(space) for space in (3.5, 4.5, 2.5))
    assert spaces == [(above, joined), (above, below), (above, below)]


def test_a_mark_that_closes_japanese_is_in_the_font_of_the_english_around_it():
    """LibreOffice takes it for a part of the Japanese."""
    quoted = Run("来年", "ja")
    (paragraph,) = body(Page("T", (ParagraphBlock(runs("last “", quoted, "”. End")),))).iter(W + "p")
    fonts = [run.find(f"{W}rPr/{W}rFonts") for run in paragraph.iter(W + "r")]

    languages = [run.find(f"{W}rPr/{W}lang").get(W + "eastAsia") for run in paragraph.iter(W + "r")]

    assert [None if font is None else font.get(W + "eastAsia") for font in fonts] == [None, None, THEME.fonts.latin]
    assert languages == ["ja-JP", "ja-JP", "en-US"]


def test_a_sign_alone_is_in_the_japanese_font():
    (paragraph,) = body(Page("T", (ParagraphBlock((Run("○", "ja"), Run("日本", "ja"))),))).iter(W + "p")
    fonts = [run.find(f"{W}rPr/{W}rFonts") for run in paragraph.iter(W + "r")]

    assert [font.get(W + "ascii") for font in fonts] == [THEME.fonts.japanese, None]
    assert [font.get(W + "hint") for font in fonts] == ["eastAsia", "eastAsia"]


def test_lines_of_items_hang_behind_their_bullets():
    row = SideRow("1", "machine", ja("・日本"), runs("• Japan"), indent=1)
    _, japanese, english = side_table(Page("T", (SideBySide((), (), (row,)),))).findall(W + "tr")[1].iter(W + "p")

    indents = [paragraph.find(f"{W}pPr/{W}ind") for paragraph in (japanese, english)]
    step = mm_twips(THEME.columns.indent_mm)
    hangs = [pt_twips(style.size) for style in (THEME.styles.japanese, THEME.styles.english)]
    assert [int(indent.get(W + "hanging")) for indent in indents] == hangs
    assert [int(indent.get(W + "left")) for indent in indents] == [step + hang for hang in hangs]
    assert len(list(japanese.iter(W + "tab"))) == 0
    assert docx.text.paragraph.Paragraph(english, None).text == "•\tJapan"
