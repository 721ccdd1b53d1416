"""Whole PDFs, read back with pikepdf and PDFium."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefgen.errors import OutputError
from briefgen.findings import Code
from briefgen.model.document import Picture
from briefgen.model.output import OutputFile
from briefgen.model.page import (
    Banner,
    Element,
    Fact,
    Facts,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    PictureBlock,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
)
from briefgen.writers.fonts import FontFiles
from briefgen.writers.pdf import PdfOptions, write_pdf
from briefgen.writers.theme import Theme, points
from tests.writers.pages import demo_page, flag, ja, long_page, picture, runs

_JA = (
    "関係国は、訓練計画（第３版）をＳＴＲＡＴＣＯＭと調整の上、"
    "毎年４月１日までに、約１，２００平方キロメートルについて合意する。"
)
_EN = "The countries concerned shall agree, with the strategic command, on about 1,200 square kilometres by 1 April. "


class Writer:
    """Writes pages with everything else given."""

    def __init__(self, theme: Theme, fonts: FontFiles, options: PdfOptions) -> None:
        self.theme, self.fonts, self.options = theme, fonts, options

    def bytes(self, page: Page) -> bytes:
        outcome = write_pdf(page, self.theme, self.fonts, self.options)
        assert outcome.findings == ()
        return outcome.value.content

    def pdf(self, page: Page) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.bytes(page)))


@pytest.fixture(scope="session")
def writer(theme: Theme, font_files: FontFiles, options: PdfOptions) -> Writer:
    return Writer(theme, font_files, options)


@pytest.fixture(scope="session")
def demo(writer: Writer) -> bytes:
    return writer.bytes(demo_page())


def _page(*elements: Element, **fields: object) -> Page:
    return replace(Page("Title", elements), **fields)


def _rows(*rows: SideRow) -> Page:
    return _page(SideBySide(ja("日本語"), runs("English"), rows))


def _glyphs(content: bytes) -> Iterator[tuple[int, float, float, float, str]]:
    """Sheet, x, size, distance of the baseline from the top, and character, in drawing order."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text.raw, index) != 1:
                x, y = pdfium.c_double(), pdfium.c_double()
                pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
                size = pdfium.FPDFText_GetFontSize(text.raw, index)
                character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
                yield number, x.value, size, page.get_height() - y.value, character
        text.close()
        page.close()
    document.close()


def _column(content: bytes, theme: Theme, *, english: bool) -> str:
    """All text of one column of the side-by-side text, without heads, flags, numbers and what stands on every sheet."""
    columns, left = theme.columns, theme.margins.left_mm
    japanese = left + columns.number_mm
    free = theme.text_width_mm - columns.number_mm - columns.gap_mm
    start_mm = japanese + free * columns.japanese_share + columns.gap_mm if english else japanese
    end_mm = 1000.0 if english else japanese + free * columns.japanese_share + columns.gap_mm
    size = theme.styles.english.size if english else theme.styles.japanese.size
    top, bottom = points(theme.margins.top_mm), points(theme.paper_mm[1] - theme.margins.bottom_mm)
    return "".join(
        character
        for _, x, drawn, y, character in _glyphs(content)
        if points(start_mm) - 1 <= x < points(end_mm) - 1 and abs(drawn - size) < 0.01 and top < y < bottom
    )


def test_the_text_of_both_columns_is_the_source_also_where_sheets_end(writer: Writer) -> None:
    rows = tuple(
        SideRow(str(n), "machine", ja(f"第{n}、" + _JA * count), runs(f"Item {n}: " + _EN * count))
        for n, count in enumerate((1, 14, 3, 40, 2, 9, 1, 27), 1)
    )
    content = writer.bytes(_rows(*rows))
    assert _column(content, writer.theme, english=False) == "".join(row.ja[0].text for row in rows)
    assert _column(content, writer.theme, english=True) == "".join(row.en[0].text for row in rows)


def test_the_text_of_a_long_paper_is_complete(writer: Writer) -> None:
    page = long_page(300)
    (block,) = page.elements
    assert isinstance(block, SideBySide)
    content = writer.bytes(page)
    body = [row for row in block.rows if not row.heading_level]
    assert _column(content, writer.theme, english=False) == "".join(row.ja[0].text for row in body)
    assert _column(content, writer.theme, english=True) == "".join(row.en[0].text for row in body)


def test_runs_of_different_looks_are_drawn_in_order_and_at_once(writer: Writer) -> None:
    row = SideRow(
        "1", "machine", ja(_JA[:9], Run(_JA[9:20], "ja", bold=True), _JA[20:]), runs("On ", "[1 April]", " it.")
    )
    content = writer.bytes(_rows(row))
    assert _column(content, writer.theme, english=False) == _JA
    assert _column(content, writer.theme, english=True) == "On 1 April it."


def test_both_columns_and_the_margin_stand_level(writer: Writer) -> None:
    content = writer.bytes(_rows(SideRow("1", "machine", ja("あ" * 90), runs("word " * 60))))
    number = {
        y
        for _, x, size, y, text in _glyphs(content)
        if text == "1" and size == writer.theme.styles.number.size and y < 700
    }
    japanese = sorted({round(y, 3) for *_, y, text in _glyphs(content) if text == "あ"})
    english = sorted({round(y, 3) for *_, y, text in _glyphs(content) if text == "w"})
    assert japanese == english[: len(japanese)]
    assert {round(y, 3) for y in number} == {japanese[0]}


def test_a_japanese_line_ends_flush_or_with_a_hanging_mark(writer: Writer) -> None:
    content = writer.bytes(_rows(SideRow("1", "machine", ja(_JA * 6), runs("x"))))
    columns = writer.theme.columns
    free = writer.theme.text_width_mm - columns.number_mm - columns.gap_mm
    right = points(writer.theme.margins.left_mm + columns.number_mm + free * columns.japanese_share)
    lines: dict[float, list[tuple[float, str]]] = {}
    for _, x, size, y, text in _glyphs(content):
        if size == writer.theme.styles.japanese.size and text != "x":
            lines.setdefault(round(y, 2), []).append((x, text))
    ends = [[x for x, text in line if x < right - 1][-1] + 9.0 for line in lines.values()]
    flush = [abs(end - right) < 1.0 for end in ends[:-1]]
    assert sum(flush) / len(flush) > 0.8
    assert all(text in "、。" for line in lines.values() for x, text in line if x >= right - 1)


def test_a_row_taller_than_a_sheet_flows_and_its_number_says_on_every_other_sheet_that_it_goes_on(
    writer: Writer,
) -> None:
    content = writer.bytes(_rows(SideRow("77", "check", ja(_JA * 60), runs(_EN * 80), (flag("To be read."),))))
    symbols = [sheet for sheet, *_, text in _glyphs(content) if text == "▲"]
    first, *others = _sheets(content)
    assert len(others) > 2
    assert first.count("77") == 1
    assert "cont." not in first
    assert [sheet.count("cont.") for sheet in others] == [1] * len(others)
    assert symbols == [*range(len(others) + 1), len(others)]


def test_banner_footer_and_page_number_stand_on_every_sheet(demo: bytes) -> None:
    document = pypdfium2.PdfDocument(demo)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert text.count("UNCLASSIFIED · FOR INTERNAL USE　注意") == 2
        assert "glossary defence 2024-10" in text
        assert f"Page {number} of {len(texts)}" in text
    document.close()


def test_the_heads_of_the_columns_stand_on_every_sheet_with_rows(writer: Writer) -> None:
    content = writer.bytes(long_page(60))
    document = pypdfium2.PdfDocument(content)
    assert all("日本語" in page.get_textpage().get_text_range() for page in document)
    document.close()


def test_a_long_banner_is_made_smaller_not_cut(writer: Writer) -> None:
    banner = "UNCLASSIFIED / FOR OFFICIAL USE ONLY / RELEASABLE TO PARTNERS / " * 3
    content = writer.bytes(_page(ParagraphBlock(runs("text")), banner=Banner(banner)))
    xs = [x for _, x, _, y, _ in _glyphs(content) if y < 40]
    assert points(18) - 1 < min(xs) < max(xs) < points(192)


def test_every_font_is_embedded_and_no_other_is_named(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert {str(font.BaseFont).split("+")[1] for font in fonts} == {"NotoSansJP-Regular", "NotoSansJP-Bold"}
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)
    assert b"Helvetica" not in demo


def test_rare_kanji_are_copied_and_found_as_they_are_drawn(writer: Writer) -> None:
    text = "𠮷野と𠮟責、" + "".join(map(chr, range(0x30A1, 0x30F7)))
    content = writer.bytes(_page(ParagraphBlock((Run(text, "ja"),))))
    document = pypdfium2.PdfDocument(content)
    assert "𠮷野と𠮟責" in document[0].get_textpage().get_text_range()
    document.close()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        maps = [font.ToUnicode.read_bytes() for font in pdf.pages[0].Resources.Font.values() if "/ToUnicode" in font]
    blocks = [block for found in maps for block in re.findall(rb"(\d+) beginbfchar(.*?)endbfchar", found, re.DOTALL)]
    assert all(int(count) == len(lines.split()) / 2 <= 100 for count, lines in blocks)
    assert len(blocks) > len(maps)


def test_the_same_input_gives_the_same_bytes(writer: Writer, demo: bytes) -> None:
    writer.bytes(long_page(3))
    assert writer.bytes(demo_page()) == demo


def test_metadata_language_and_dates(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf:
        assert str(pdf.docinfo.Title) == "Briefing: Defense Minister Minami at the Northern Partners’ Meeting"
        assert str(pdf.docinfo.Author) == "International Policy Desk"
        assert str(pdf.docinfo.Subject) == "Northern Partners’ Meeting, 23 May 2024"
        assert str(pdf.docinfo.Keywords) == "Northern Partners, cyber, ITPP"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20240527093000+00'00"
        assert str(pdf.Root.Lang) == "en-US"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == str(pdf.docinfo.Title)
            assert metadata["xmp:CreateDate"] == metadata["xmp:MetadataDate"] == "2024-05-27T09:30:00+00:00"


def test_headings_and_heads_of_the_paper_are_bookmarks_in_levels(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles == [
        ("1. Northern Partners’ Defence Ministers’ Meeting", []),
        (
            "2. Meetings with Secretary General Hansen, defence ministers and others",
            ["(1) Secretary General Hansen", "(2) Swedish Defence Minister Persson"],
        ),
        ("Conflicts between sources", ["Terms and abbreviations"]),
        ("Annex", []),
    ]


def test_a_bookmark_may_skip_a_level_and_be_japanese_only(writer: Writer) -> None:
    row = SideRow("1", "machine", ja("第一章"), (), heading_level=3)
    with writer.pdf(_rows(row)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["第一章"]


def test_headings_of_one_level_stand_side_by_side_where_no_higher_one_comes_first(writer: Writer) -> None:
    levels = (2, 2, 3, 2, 1, 3, 2)
    page = _page(*(HeadingBlock(level, runs(f"{number}")) for number, level in enumerate(levels)))
    with writer.pdf(page) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
        roles = [str(node.S) for node in pdf.Root.StructTreeRoot.K.K]
    assert titles == [("0", []), ("1", ["2"]), ("3", []), ("4", ["5", "6"])]
    assert roles == ["/H2", "/H2", "/H3", "/H2", "/H2", "/H3", "/H3"]


def test_pages_put_in_later_count_in_the_page_numbers(writer: Writer) -> None:
    page = _page(HeadingBlock(1, runs("A"), "a"), PageBreak(), HeadingBlock(1, runs("B"), "b"))
    document = pypdfium2.PdfDocument(writer.bytes(replace(page, inserted={"a": 3, "b": 1})))
    for text, number in zip([sheet.get_textpage().get_text_range() for sheet in document], "15", strict=True):
        assert f"Page {number} of 6" in text
    document.close()


def test_links_lead_to_ids_and_to_web_addresses_and_nowhere_else(writer: Writer) -> None:
    page = _page(
        ParagraphBlock(
            runs(Run("ahead", link="#注1"), Run(" web", link="https://www.example.org/"), Run(" cell", link="#row-2"))
        ),
        ParagraphBlock(
            runs(Run("none", link="#missing"), Run(" no", link="javascript:alert(1)"), Run(" f", link="file:///x"))
        ),
        PageBreak(),
        HeadingBlock(1, runs("Note"), "注1"),
        Table((0.5, 0.5), (TableRow((runs("One"), runs("Two")), ids=("", "row-2")),)),
    )
    with writer.pdf(page) as pdf:
        inner, outer, cell = pdf.pages[0].Annots
        assert {link.Dest[0].objgen for link in (inner, cell)} == {pdf.pages[1].obj.objgen}
        assert str(outer.A.URI) == "https://www.example.org/"
        assert (int(inner.F), int(outer.F)) == (4, 4)


def test_a_link_over_three_lines_can_be_clicked_on_each(writer: Writer) -> None:
    text = "see https://www.example.org/ and more " * 5
    with writer.pdf(_page(ParagraphBlock(runs(Run(text, link="https://www.example.org/"))))) as pdf:
        assert len(pdf.pages[0].Annots) == 3


def test_sources_are_attached(writer: Writer) -> None:
    source = OutputFile("資料.txt", "text/plain", "原文".encode())
    outcome = write_pdf(_page(), writer.theme, writer.fonts, replace(writer.options, attachments=(source,)))
    with pikepdf.open(io.BytesIO(outcome.value.content)) as pdf:
        assert pdf.attachments["資料.txt"].get_file().read_bytes() == source.content
        assert pdf.Root.AF[0].AFRelationship == "/Source"


def test_two_attachments_of_one_name_are_refused(writer: Writer) -> None:
    source = OutputFile("a.txt", "text/plain", b"")
    with pytest.raises(OutputError, match=r"two attachments are named a\.txt"):
        write_pdf(_page(), writer.theme, writer.fonts, replace(writer.options, attachments=(source, source)))


def test_characters_the_font_lacks_are_replaced_and_told_once(writer: Writer) -> None:
    row = SideRow("12", "machine", ja("了解😀です✔"), runs("Roger ✔"))
    outcome = write_pdf(_rows(row), writer.theme, writer.fonts, writer.options)
    assert _column(outcome.value.content, writer.theme, english=False) == "了解〓です〓"
    (finding,) = outcome.findings
    assert finding.code is Code.MISSING_GLYPH
    assert finding.message == "the font of the PDF lacks ✔ (U+2714), 😀 (U+1F600); 〓 stands there: row 12"
    text = pypdfium2.PdfDocument(outcome.value.content)[0].get_textpage().get_text_range()
    assert "lacks some characters; 〓 stands in their place: row 12." in " ".join(text.split())


def test_variation_selectors_are_not_drawn(writer: Writer) -> None:
    content = writer.bytes(_rows(SideRow("1", "machine", ja("葛\U000e0100城"), runs("Katsuragi"))))
    assert _column(content, writer.theme, english=False) == "葛城"


def test_a_picture_that_cannot_be_read_is_left_out_and_told(writer: Writer) -> None:
    row = SideRow("3", "machine", ja("写真"), runs("Picture"), picture=Picture(b"no picture"))
    outcome = write_pdf(_rows(row), writer.theme, writer.fonts, writer.options)
    assert [finding.code for finding in outcome.findings] == [Code.PICTURE_DROPPED]
    assert "row 3" in outcome.findings[0].message


def test_a_picture_is_never_larger_than_the_text(writer: Writer) -> None:
    with writer.pdf(_page(PictureBlock(picture(3000, 40)), PictureBlock(picture(40, 3000)))) as pdf:
        matrices = [
            [float(number) for number in operands]
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "cm" and float(operands[0]) > 1
        ]
    assert [round(matrix[0]) for matrix in matrices] == [round(points(writer.theme.text_width_mm)), 3]
    assert matrices[1][3] <= 200


def test_the_structure_has_headings_and_a_table_with_a_language_for_each_cell(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf:
        root = pdf.Root.StructTreeRoot
        top = [str(kid.S) for kid in root.K.K]
        assert top[:2] == ["/H1", "/P"]
        table = next(kid for kid in root.K.K if kid.S == "/Table")
        row = table.K[1]
        assert [(str(cell.S), str(cell.get("/Lang", ""))) for cell in row.K] == [
            ("/TH", ""),
            ("/TD", "ja"),
            ("/TD", "en"),
        ]
        assert [str(cell.K.S) for cell in list(table.K[2].K)[1:]] == ["/H2", "/H2"]
        assert [str(cell.A.Scope) for cell in (row.K[0], table.K[0].K[1])] == ["/Row", "/Column"]
        assert pdf.Root.MarkInfo.Marked


def test_all_content_is_marked_and_every_mark_leads_back_into_the_structure(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
        for page in pdf.pages:
            depth, marks = 0, []
            for operands, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
                marks += [int(operands[1].MCID)] if str(operator) == "BDC" else []
                assert depth <= 1
                assert depth == 1 or str(operator) not in {"Tj", "re", "Do"}
            assert marks == list(range(len(owners[int(page.StructParents)])))
            for link in page.get("/Annots", []):
                assert owners[int(link.StructParent)].S == "/Link"


def test_every_figure_says_in_words_what_it_shows(demo: bytes) -> None:
    with pikepdf.open(io.BytesIO(demo)) as pdf:
        nodes = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary)]
        figures = [node for node in nodes if node.get("/S") == "/Figure"]
        assert {str(figure.Alt): str(figure.P.S) for figure in figures} == {
            "Picture 1: The two ministers shake hands before their meeting": "/TD",
            "Figure 1. A band of blue.": "/Document",
        }


def test_what_follows_a_cell_cut_by_a_page_end_leads_to_the_second_page(writer: Writer) -> None:
    page = _rows(SideRow("1", "machine", ja("一" * 2500), runs("word " * 1500)))
    with writer.pdf(page) as pdf:
        cell = pdf.Root.StructTreeRoot.K.K.K[1].K[1]
        assert cell.Pg == pdf.pages[0].obj
        assert isinstance(cell.K[0], int)
        assert cell.K[1].Pg == pdf.pages[1].obj


def test_a_page_without_elements_is_one_empty_sheet(writer: Writer) -> None:
    with writer.pdf(_page(banner=Banner("EXERCISE"))) as pdf:
        assert len(pdf.pages) == 1


def test_what_no_sheet_can_hold_is_named(writer: Writer) -> None:
    styles = writer.theme.styles
    huge = replace(writer.theme, styles=replace(styles, english=replace(styles.english, size=900.0, leading=900.0)))
    page = _rows(SideRow("1", "machine", ja("一"), runs("1")), SideRow("2", "machine", ja("二"), runs("2")))
    with pytest.raises(OutputError, match="row 1 does not fit"):
        write_pdf(page, huge, writer.fonts, writer.options)


def test_the_paper_can_be_letter(writer: Writer) -> None:
    outcome = write_pdf(_page(), replace(writer.theme, paper="Letter"), writer.fonts, writer.options)
    with pikepdf.open(io.BytesIO(outcome.value.content)) as pdf:
        assert [round(float(number), 1) for number in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_a_japanese_head_is_not_spaced_out(writer: Writer) -> None:
    """A paragraph of the same words is, to end flush."""
    text = "中谷防衛大臣のＮＡＴＯ国防相会合出席及び各国国防大臣との会談等について（概要）"
    plain, head = (
        [x for _, x, _, _, c in _glyphs(writer.bytes(_rows(SideRow("1", "machine", ja(text), (), heading_level=level))))
         if c in text]
        for level in (0, 1)
    )  # fmt: skip
    steps = [{round(b - a, 2) for a, b in pairwise(xs) if b > a} for xs in (plain, head)]

    assert len(steps[0]) > 1
    assert len(steps[1]) == 1


def test_a_cut_row_of_a_table_shows_its_number_on_both_sheets(writer: Writer) -> None:
    widths, words = (0.06, 0.94), runs("One sentence after the other. " * 400)
    table = Table(widths, (TableRow((runs("Row"), runs("Text")), is_header=True), TableRow((runs("77"), words))))

    document = pypdfium2.PdfDocument(writer.bytes(_page(table)))

    assert [page.get_textpage().get_text_range().count("77") for page in document] == [1] * len(document)
    assert len(document) > 1


def test_long_words_in_a_narrow_first_column_are_cut_with_their_row(writer: Writer) -> None:
    word, text = "Donaudampfschifffahrt" * 20, "It was agreed. " * 90
    content = writer.bytes(_page(Table((0.05, 0.95), (TableRow((runs(word), runs(text))),))))
    sheets = {number: [] for number, *_ in _glyphs(content)}
    for number, *_, character in _glyphs(content):
        sheets[number].append(character)
    assert len(sheets) > 1
    assert sum(sheet.count("D") for sheet in sheets.values()) == 20
    assert all("D" in sheet for sheet in sheets.values())


def test_a_long_label_of_a_fact_does_not_touch_its_value(writer: Writer) -> None:
    content = writer.bytes(_page(Facts((Fact("A" * 90, runs("B" * 90)),))))
    places = {letter: [x for _, x, _, _, found in _glyphs(content) if found == letter] for letter in "AB"}
    assert [len(found) for found in places.values()] == [90, 90]
    assert max(places["A"]) + 8 < min(places["B"])


def test_the_last_row_of_a_table_does_not_draw_the_table_to_what_follows(writer: Writer) -> None:
    table = Table((1.0,), (TableRow((runs("Decision"),), is_header=True), TableRow((runs("Approved"),))))
    lines = 46
    above = tuple(ParagraphBlock(runs("Text.")) for _ in range(lines))
    page = _page(*above[: lines - 17], table, HeadingBlock(2, runs("Annexes")), PictureBlock(picture(400, 300)))

    first = pypdfium2.PdfDocument(writer.bytes(page))[0].get_textpage().get_text_range()

    assert "Approved" in first
    assert "Annexes" not in first


def _sheets(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("lines", range(40, 60))
def test_the_closing_part_is_not_cut(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    closing = (
        HeadingBlock(2, runs("Quality"), "quality"),
        ParagraphBlock(runs("3 errors.")),
        ParagraphBlock(runs("Last.")),
    )
    *_, last = _sheets(writer.bytes(_page(*filler, *closing)))
    assert "Quality" in last
    assert "Last." in last


def test_a_long_closing_part_is_cut(writer: Writer) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(25)]
    first, last = _sheets(
        writer.bytes(_page(*filler, HeadingBlock(2, runs("Quality")), ParagraphBlock(runs(_EN * 30))))
    )
    assert "Quality" in first
    assert "Quality" not in last


@pytest.mark.parametrize("lines", range(36, 50))
def test_no_head_in_a_table_and_no_lead_of_a_list_ends_a_sheet(writer: Writer, lines: int) -> None:
    def row(number: int, *, is_head: bool) -> TableRow:
        return TableRow((runs(f"n{number}"), runs("head" if is_head else "text")), keeps_with_next=is_head)

    rows = tuple(row(number, is_head=number % 3 == 0) for number in range(lines))
    table = _sheets(writer.bytes(_page(Table((0.1, 0.9), rows))))
    assert not any(sheet.split("briefgen")[0].rstrip().endswith("head") for sheet in table[:-1])

    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    items = ListBlock((runs("item"), runs("item")))
    sheets = _sheets(writer.bytes(_page(*filler, ParagraphBlock(runs("These:")), items, Rule())))
    (with_lead,) = [sheet for sheet in sheets if "These:" in sheet]
    assert "item" in with_lead
    assert with_lead.count("item") == 2


def test_what_goes_on_below_repeated_heads_keeps_its_distance(writer: Writer) -> None:
    """A sentence that goes on with its paragraph, and a row of a table, stand as far below the heads as others."""
    tops = []
    for continues in (True, False):
        rows = tuple(SideRow(str(n), "machine", ja("日本"), runs("Japan"), continues=continues) for n in range(60))
        below = [
            y for sheet, _, size, y, character in _glyphs(writer.bytes(_rows(*rows))) if sheet and character == "J"
        ]
        tops.append(min(below))
    assert tops[0] == pytest.approx(tops[1], abs=0.1)


def test_a_fact_alone_has_the_line_for_itself(writer: Writer) -> None:
    def lines(*values: str) -> int:
        page = _page(Facts(tuple(Fact("Subject", runs(value)) for value in values)))
        return len(
            {
                round(y)
                for _, _, size, y, _ in _glyphs(writer.bytes(page))
                if size == writer.theme.styles.fact_value.size
            }
        )

    assert lines("Who goes to the next meeting of the working group in Oslo") == 1
    assert lines("Who goes to the next meeting of the working group in Oslo", "B") == 2


@pytest.mark.parametrize("lines", range(30, 45))
def test_low_rows_right_before_the_closing_part_stay_with_it(writer: Writer, lines: int) -> None:
    rows = tuple(TableRow((runs(f"term {number}"),)) for number in range(lines))
    closing = (HeadingBlock(2, runs("Quality")), ParagraphBlock(runs("Last.")))
    *_, last = _sheets(writer.bytes(_page(Table((1.0,), rows), *closing)))
    assert all(f"term {number}" in last for number in range(lines - 3, lines))


@pytest.mark.parametrize("lines", range(36, 42))
def test_a_closing_part_that_is_enough_for_a_page_takes_no_rows_along(writer: Writer, lines: int) -> None:
    rows = tuple(TableRow((runs(f"term {number}"),)) for number in range(lines))
    closing = (HeadingBlock(2, runs("Quality")), *(ParagraphBlock(runs("Last.")) for _ in range(6)))
    first, last = _sheets(writer.bytes(_page(Table((1.0,), rows), *closing)))

    assert f"term {lines - 1}" in first
    assert "Last." in last


@pytest.mark.parametrize("lines", range(44, 50))
def test_a_low_closing_part_before_a_page_break_is_not_cut(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines - 12)]
    closing = (HeadingBlock(2, runs("Quality")), *(ParagraphBlock(runs("Last.")) for _ in range(2)))
    sheets = _sheets(writer.bytes(_page(*filler, *closing, PageBreak(), HeadingBlock(1, runs("Annex B")))))

    assert [sheet.count("Last.") for sheet in sheets if "Quality" in sheet] == [2]


@pytest.mark.parametrize("lines", range(28, 38))
def test_a_higher_closing_part_begins_where_two_lines_below_its_heading_fit(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    remarks = (ParagraphBlock(runs("Remark and words. " * 30)), ParagraphBlock(runs("End and words. " * 30)))
    closing = (HeadingBlock(2, runs("Quality")), ParagraphBlock(runs("Count.")), *remarks)
    content = writer.bytes(_page(*filler, *closing))
    first, last = _sheets(content)
    bottom = max(y for sheet, _, _, y, _ in _glyphs(content) if sheet == 0)
    room = points(writer.theme.margins.top_mm + writer.theme.text_height_mm) - bottom

    with_heading = first if "Quality" in first else last
    assert "Count." in with_heading
    assert with_heading.count("Remark") > 2
    assert "Quality" in first or room < 100
    assert last.count("words") > 10


def test_a_head_of_the_first_level_has_one_line_below_it_whatever_follows(writer: Writer) -> None:
    """A thin grey line over the strong one would make it grey."""
    theme = writer.theme

    def lines(level: int) -> list[tuple[str, float]]:
        rows = (SideRow("1", "machine", ja("一"), runs("1"), heading_level=1),)
        rows += (SideRow("2", "machine", ja("二"), runs("2"), heading_level=level),)
        with writer.pdf(_rows(*rows)) as pdf:
            drawn, colour = [], ""
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
                if str(operator) == "rg":
                    colour = "#" + "".join(f"{round(float(part) * 255):02x}" for part in operands)
                if str(operator) == "re":
                    drawn.append((colour, round(float(operands[3]), 2)))
        return drawn

    strong, accent = theme.lines.strong, theme.colours.accent
    for level in (0, 2):
        assert lines(level) == [(theme.colours.text, strong), (accent, strong), (theme.colours.rule, theme.lines.thin)]


@pytest.mark.parametrize("lines", range(24, 32))
def test_how_a_row_was_made_takes_more_than_one_line_of_its_text_along(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    row = TableRow((runs("7"), ja("文" * 400), (*runs("text " * 180), *runs("\n"), *runs("made by machine"))))
    *_, last = _sheets(writer.bytes(_page(*filler, Table((0.07, 0.46, 0.47), (row,)))))

    assert last.count("text") > 12
    assert "made" in last


def test_a_row_that_ends_a_sheet_has_its_line_below_it_too(writer: Writer) -> None:
    rows = [SideRow(str(number), "machine", ja("文"), runs("Text.")) for number in range(1, 60)]
    thin, found = round(writer.theme.lines.thin, 2), []
    with writer.pdf(_rows(*rows)) as pdf:
        for page in pdf.pages:
            rectangles = [o for o, operator in pikepdf.parse_content_stream(page) if str(operator) == "re"]
            found.append(sum(round(float(operands[3]), 2) == thin for operands in rectangles))

    shown = [len(re.findall("Text", sheet)) for sheet in _sheets(writer.bytes(_rows(*rows)))]
    assert found == shown
    assert len(found) > 1


@pytest.mark.parametrize("lines", range(36, 50))
def test_a_row_that_leads_to_a_table_stands_on_the_sheet_of_the_table(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines - 12)]
    rows = (SideRow("1", "machine", ja("文"), runs("Text.")),)
    rows += (SideRow("2", "machine", ja("次の表のとおり。"), runs("Units:"), keeps_with_next=True),)
    table = Table((0.5, 0.5), tuple(TableRow((runs(f"unit {n}"), runs("60"))) for n in range(6)))
    sheets = _sheets(writer.bytes(_page(*filler, SideBySide(ja("日本語"), runs("English"), rows), table)))

    assert ["unit 0" in sheet for sheet in sheets] == ["Units:" in sheet for sheet in sheets]


@pytest.mark.parametrize("lines", range(20, 40, 2))
def test_a_picture_stands_on_the_sheet_of_its_caption(writer: Writer, lines: int) -> None:
    """A sheet ended below the picture, and the next one began with the words under it."""
    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    row = SideRow("1", "machine", ja("写真"), runs("Caption"), picture=picture(400, 250))
    content = writer.bytes(_page(*filler, SideBySide(ja("日本語"), runs("English"), (row,))))

    with pikepdf.open(io.BytesIO(content)) as pdf:
        pictures = [len(page.get_images()) for page in pdf.pages]
    assert [int("Caption" in sheet) for sheet in _sheets(content)] == pictures


@pytest.mark.parametrize("lines", range(30, 46))
def test_findings_begin_below_their_row_and_its_number_stands_once_on_a_sheet(writer: Writer, lines: int) -> None:
    filler = [ParagraphBlock(runs("x")) for _ in range(lines - 12)]
    row = TableRow((runs("77"), ja("日本の文。" * 16), runs("English text here. " * 12), ()))
    found = TableRow(((), (), runs("finding " * 40), ()), continues=True)
    head = TableRow((runs("Row"), runs("JA"), runs("EN"), runs("Correction")), is_header=True)
    content = writer.bytes(_page(*filler, Table((0.07, 0.29, 0.33, 0.31), (head, row, found))))
    sheets = _sheets(content)

    first, *_ = [sheet for sheet in sheets if "finding" in sheet]
    of_row = [sheet for sheet in sheets if "English" in sheet or "finding" in sheet]
    assert "English" in first
    assert "日本" in first
    assert [sheet.count("77") for sheet in of_row] == [1] * len(of_row)


def test_the_first_row_below_the_head_of_a_table_stands_as_far_below_it_on_every_sheet(writer: Writer) -> None:
    rows = tuple(TableRow((runs("Jx"),)) for _ in range(80))
    head = TableRow((runs("Qx"),), is_header=True)
    places: dict[int, list[tuple[float, str]]] = {}
    for sheet, _, _, y, character in _glyphs(writer.bytes(_page(Table((1.0,), (head, *rows))))):
        if character in "JQ":
            places.setdefault(sheet, []).append((y, character))
    gaps = [min(y for y, c in found if c == "J") - min(y for y, c in found if c == "Q") for found in places.values()]

    assert len(gaps) > 1
    assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.1)


@pytest.mark.parametrize("lines", range(20, 60))
def test_the_closing_part_leaves_no_gap_above_a_third_and_no_last_remark_alone(writer: Writer, lines: int) -> None:
    height = points(writer.theme.text_height_mm)
    filler = [ParagraphBlock(runs("x")) for _ in range(lines)]
    closing = (
        HeadingBlock(2, runs("Quality")),
        *(ParagraphBlock(runs("Remark words and words. " * 26)) for _ in range(3)),
        ParagraphBlock(runs("Last.")),
    )
    content = writer.bytes(_page(*filler, *closing))
    *before, last = _sheets(content)
    bottoms: dict[int, float] = {}
    for sheet, _, _, y, _ in _glyphs(content):
        if y < points(writer.theme.margins.top_mm) + height:
            bottoms[sheet] = max(bottoms.get(sheet, 0.0), y - points(writer.theme.margins.top_mm))

    assert all(bottoms[sheet] > height * 0.62 for sheet in range(len(before)))
    assert last.count("words") > 10 or "x" in last


def test_what_was_found_in_a_cell_hangs_below_its_text(writer: Writer) -> None:
    row = TableRow((runs("Jx"),), flags=((flag("Q" * 30 + " " + "Q" * 80),),))
    glyphs = [(x, y, c) for _, x, _, y, c in _glyphs(writer.bytes(_page(Table((1.0,), (row,))))) if c in "JQ▲"]
    (text,) = [(x, y) for x, y, c in glyphs if c == "J"]
    (sign,) = [(x, y) for x, y, c in glyphs if c == "▲"]
    starts = {y: min(x for x, other, c in glyphs if c == "Q" and other == y) for _, y, c in glyphs if c == "Q"}

    assert sign[0] == pytest.approx(text[0], abs=0.1)
    assert sign[1] > text[1]
    assert len(starts) > 1
    assert len({round(x, 1) for x in starts.values()}) == 1
    assert min(starts.values()) > sign[0] + 5


def test_lines_of_items_hang_behind_their_bullets(writer: Writer) -> None:
    glyphs = list(_glyphs(writer.bytes(_rows(SideRow("1", "machine", ja("・" + "国" * 60), runs("• " + "Jx " * 60))))))
    for bullet, letter in (("・", "国"), ("•", "J")):
        ((left, top),) = [(x, y) for _, x, _, y, c in glyphs if c == bullet]
        lines: dict[float, float] = {}
        for _, x, _, y, character in glyphs:
            if character == letter:
                lines[y] = min(x, lines.get(y, x))
        assert len(lines) > 2
        assert min(lines.values()) > left + 7, "a Latin space is too narrow here"
        assert list(lines.values()) == pytest.approx([lines[top]] * len(lines), abs=0.2)
