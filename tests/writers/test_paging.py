"""Markup to Page: every element becomes what it says, and what is not in the vocabulary is refused with its place."""

import pytest

from briefgen.errors import BriefingTemplateError
from briefgen.model.page import (
    Banner,
    BoxBlock,
    Fact,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Role,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
    closing_parts,
    heading_depths,
    leads_in,
)  # fmt: skip
from briefgen.writers.filters import FILTERS
from briefgen.writers.paging import build_page
from tests.writers.pages import picture


def page(body: str, output: str = "docx") -> Page:
    return build_page(f'<page title="T" _l="t:1">{body}</page>', "t", output)


def runs(markup: str) -> tuple[Run, ...]:
    (paragraph,) = page(f"<p>{markup}</p>").elements
    return paragraph.runs


def error_of(markup: str) -> BriefingTemplateError:
    with pytest.raises(BriefingTemplateError) as caught:
        build_page(markup, "t", "docx")
    return caught.value


def test_every_element_becomes_its_block():
    source = FILTERS["data_url"](picture())
    made = build_page(
        f"""<page title=" A  title " language="en-GB" subject="S" author="A" keywords="K">
        <banner colour="#7a1f1f">TOP</banner><footer>made <b>by</b></footer>
        <h2 id="x">Head</h2><p style="small" id="y">small</p><p>body</p>
        <box kind="notice"><p>in a box</p></box>
        <facts><fact label="Date">23 May</fact></facts>
        <table widths="1 3"><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>
        <list numbered="true"><item>one</item></list><picture src="{source}">cap</picture><pagebreak/><rule/></page>""",
        "t",
        "docx",
    )

    assert made == Page(
        title="A title", language="en-GB", subject="S", author="A", keywords="K", banner=Banner("TOP", "#7a1f1f"),
        footer=(Run("made "), Run("by", bold=True)),
        elements=(
            HeadingBlock(2, (Run("Head"),), "x"),
            ParagraphBlock((Run("small"),), ParagraphStyle.SMALL, "y"),
            ParagraphBlock((Run("body"),)),
            BoxBlock("notice", (ParagraphBlock((Run("in a box"),)),)),
            Facts((Fact("Date", (Run("23\u00a0May"),)),)),
            Table((0.25, 0.75), (
                TableRow(((Run("a"),), (Run("b"),)), is_header=True), TableRow(((Run("c"),), (Run("d"),))),
            )),
            ListBlock(((Run("one"),),), is_numbered=True),
            PictureBlock(picture(), (Run("cap"),)),
            PageBreak(),
            Rule(),
        ),
    )  # fmt: skip


def test_side_by_side():
    (block,) = page(
        '<sidebyside head-ja="原文" head-en="English"><row number="7" status="check" level="2" indent="1"'
        ' continues="true" keep="true" id="row-7"><ja>日本 NATO</ja><en>Japan</en>'
        '<flag severity="error">Look.</flag></row></sidebyside>'
    ).elements

    row = SideRow(
        "7", "check", (Run("日本 NATO", "ja"),), (Run("Japan"),), (Flag("error", (Run("Look."),)),), 2, 1,
        continues=True, id="row-7", keeps_with_next=True,
    )  # fmt: skip
    assert block == SideBySide((Run("原文", "ja"),), (Run("English"),), (row,))


def test_inline_elements():
    made = runs('<b>a</b><i>b</i><sup>1</sup><term note="n">t</term><caution>c</caution><muted>m</muted><ja>x</ja>')

    assert made == (
        Run("a", bold=True), Run("b", italic=True), Run("1", superscript=True), Run("t", role=Role.TERM, note="n"),
        Run("c", role=Role.CAUTION), Run("m", role=Role.MUTED), Run("x", "ja"),
    )  # fmt: skip


def test_looks_add_up():
    assert runs("<b>x<caution>y</caution></b>") == (Run("x", bold=True), Run("y", role=Role.CAUTION, bold=True))


def test_white_space_is_folded_as_in_html():
    """Over borders of elements, too; the full-width space is a character like others."""
    assert [run.text for run in runs("  a \n <b> b </b> <br/> c　 ")] == ["a ", "b", "\n", "c", "　"]


def test_japanese_in_english_is_a_run_of_its_own():
    made = runs("issued 23 May（令和7年5月23日） by 防衛省, “来年”")

    assert [(run.text, run.language) for run in made] == [
        ("issued 23\u00a0May", "en"), ("（令和7年5月23日）", "ja"), (" by ", "en"), ("防衛省", "ja"), (", “", "en"),
        ("来年", "ja"), ("”", "en"),
    ]  # fmt: skip


def test_characters_xml_forbids_are_dropped():
    assert runs("a\x00\x0b\x1f\x7f\ufffe\ud800b") == (Run("ab"),)


def test_what_turns_the_direction_of_text_is_dropped_so_that_figures_read_as_they_are():
    turned = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    assert runs(f"about {turned}1,200 tonnes") == (Run("about 1,200\u00a0tonnes"),)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.go.jp/?a=1&amp;b=2", "https://example.go.jp/?a=1&b=2"), ("mailto:a@b.jp", "mailto:a@b.jp"),
        ("#top", "#top"), ("#nowhere", ""), ("javascript:alert(1)", ""), (" JavaScript:x", ""), ("file:///etc", ""),
    ],
)  # fmt: skip
def test_only_web_addresses_and_ids_of_the_page_are_links(address, kept):
    (block,) = page(f'<p id="top"><a href="{address}">x</a></p>').elements

    assert block.runs == (Run("x", link=kept),)


def test_only_is_for_the_outputs_it_names():
    body = '<p>a</p><only for="pdf html"><p>b</p></only><p>c<only for="docx"><b>d</b></only>e</p>'
    texts = {form: ["".join(run.text for run in block.runs) for block in page(body, form).elements] for form in
             ("docx", "pdf")}  # fmt: skip

    assert texts == {"docx": ["a", "cde"], "pdf": ["a", "b", "ce"]}


@pytest.mark.parametrize(
    ("body", "place", "message", "hint"),
    [
        ('<div _l="t:4"/>', "t:4", "unknown element <div>", "allowed in <page>: banner footer h1"),
        ('<p _l="t:4">a<p _l="t:5"/></p>', "t:5", "<p> is not allowed in <p>", "b i sup"),
        ('<p _l="t:4"><i><h1/></i></p>', "t:4", "<h1> is not allowed in <i>", "b i sup"),
        ("stray words", "t:1", "text is not allowed in <page>: stray words", "allowed in <page>"),
        ('<p _l="t:4" colour="red"/>', "t:4", "<p> has no attribute colour", "style, id"),
        ('<box _l="t:4"/>', "t:4", "<box> needs the attribute kind", "kind="),
        ('<p _l="t:4" style="big">x</p>', "t:4", 'style="big"', "body title"),
        ('<sidebyside head-ja="" head-en=""><row _l="t:4" number="1" status="new"/></sidebyside>', "t:4",
         "<row> needs", "<flag>"),
        ('<sidebyside head-ja="" head-en=""><row _l="t:4" number="1" status="new"><ja/><en/></row></sidebyside>', "t:4",
         'status="new"', "reviewed computed pattern machine check"),
        ('<table widths="1 x" _l="t:4"/>', "t:4", 'widths="1 x"', "one number"),
        ('<table widths="1 1"><tr _l="t:4"><td/></tr></table>', "t:4", "<tr> with 1 cell in a table of 2 columns", ""),
        ('<table widths="1 1"><tr _l="t:4"><td/><th/></tr></table>', "t:4", "<tr> with 2 cells", "or all <th>"),
        ('<picture _l="t:4" src="photo.png"/>', "t:4", "src of <picture>", "data_url"),
        ('<banner _l="t:4" colour="red">x</banner>', "t:4", 'colour="red"', "#rrggbb"),
        ('<banner>x</banner><banner _l="t:4">x</banner>', "t:4", "a second <banner>", ""),
        ('<p id="a"/><p _l="t:4" id="a"/>', "t:4", 'id="a" is used twice', ""),
        ('<only _l="t:4" for="odt"/>', "t:4", '<only for="odt">', "pdf docx html"),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_refused_with_its_place(body, place, message, hint):
    error = error_of(f'<page title="T" _l="t:1">{body}</page>')

    assert error.message.startswith(f"{place}: {message}")
    assert hint in (error.hint or "")


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ('<page title="T" _l="t:1">\n<p _l="t:7">open\n</page>', "t:7: <p> is not closed: </page> comes first"),
        ('<page title="T" _l="t:1">\n<p _l="t:7">a &nbsp; b</p></page>', "t:7: not well-formed XML: Entity 'nbsp'"),
        ('<page title="T" _l="t:1">\n<p _l="t:7">a < b</p></page>', "t:7: not well-formed XML"),
        ('<!DOCTYPE page [<!ENTITY e "x">]><page title="T" _l="t:1"><p _l="t:7">&e;</p></page>', "t:7: entities"),
        ("", "t: not well-formed XML"),
        ('<html _l="t:1"/>', "t:1: the outermost element is <html>"),
    ],
)
def test_markup_that_is_no_xml_is_refused_with_its_place(markup, message):
    assert error_of(markup).message.startswith(message)


def test_a_picture_in_a_row_has_no_caption():
    source = FILTERS["data_url"](picture())
    row = f'<row number="1" status="machine"><ja/><en/><picture src="{source}">x</picture></row>'

    markup = f'<page title="T"><sidebyside head-ja="" head-en="">{row}</sidebyside></page>'

    assert "no caption" in error_of(markup).message


def test_rows_of_a_table_may_keep_with_the_next_and_go_on():
    rows = '<tr keep="true"><td>a</td></tr><tr continues="true"><td>b</td></tr><tr><td>c</td></tr>'
    (table,) = page(f'<table widths="1">{rows}</table>').elements

    assert [(row.keeps_with_next, row.continues) for row in table.rows] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_closing_part_is_a_last_heading_with_text_and_lists_below():
    head, text, items = HeadingBlock(2, ()), ParagraphBlock(()), ListBlock(((),))

    assert closing_parts((text, head, text, head, text, items, text)) == (range(3, 7),)
    assert closing_parts((head, text, Rule())) == ()
    assert closing_parts((head, Rule(), text)) == ()
    assert closing_parts((text, text)) == ()


def test_what_ends_before_a_page_break_is_a_closing_part_too():
    head, text = HeadingBlock(2, ()), ParagraphBlock(())

    assert closing_parts((head, text, PageBreak(), text, head, text)) == (range(2), range(4, 6))
    assert closing_parts((text, PageBreak(), head, Rule(), PageBreak(), text)) == ()


def test_a_small_paragraph_below_a_heading_belongs_to_it():
    small, heading = ParagraphBlock((), ParagraphStyle.SMALL), HeadingBlock(2, ())

    assert leads_in(small, heading, None)
    assert leads_in(ParagraphBlock((), ParagraphStyle.LEGEND), small, None)
    assert leads_in(ParagraphBlock(()), small, ListBlock(()))
    assert not any((leads_in(small, small, small), leads_in(small, None, None), leads_in(heading, None, ListBlock(()))))


def test_no_heading_stands_two_levels_below_the_one_before_it():
    def depths(*levels):
        return list(heading_depths(HeadingBlock(level, ()) for level in levels))

    heads = tuple(SideRow(str(level), "machine", (), (), heading_level=level) for level in (0, 3, 1, 0, 2))

    assert depths(1, 2, 3, 1, 2) == [1, 2, 3, 1, 2]
    assert depths(2, 2, 3, 1, 3, 2, 3) == [1, 1, 2, 1, 2, 2, 3]
    assert list(heading_depths([Rule(), SideBySide((), (), heads), HeadingBlock(2, ())])) == [1, 1, 2, 2]
    assert list(heading_depths([HeadingBlock(2, ()), SideBySide((), (), heads)])) == [1, 2, 2, 3]


def test_english_quotation_marks_are_as_in_print_also_over_runs_and_japanese_ones_stay():
    made = runs('He said, "<term>Japan\'s</term> aid" <ja>\'A\' "B"</ja> 「"C"」')

    assert "".join(run.text for run in made) == 'He said, “Japan’s aid” \'A\' "B" 「"C"」'


def test_what_was_found_stands_below_the_text_of_a_cell():
    row = '<td>a</td><td>b\n <flag severity="warning">Look.</flag> <flag severity="info">Seen.</flag>\n</td>'
    (table,) = page(f'<table widths="1 1"><tr>{row}</tr><tr><td/><td/></tr></table>').elements
    first, second = table.rows

    assert ["".join(run.text for run in runs) for runs in first.cells] == ["a", "b"]
    assert [[flag.text for flag in first.flags_of(column)] for column in (0, 1)] == [[], ["Look.", "Seen."]]
    assert second.flags_of(1) == ()


@pytest.mark.parametrize("behind", ["text", "<br/>"])
def test_nothing_stands_behind_what_was_found(behind):
    markup = (
        f'<page title="T"><table widths="1"><tr><td><flag severity="info">a</flag>{behind}</td></tr></table></page>'
    )

    assert "text behind a <flag>" in error_of(markup).message


def test_narrow_cells_hold_less_together_than_text():
    """A date that fits into no line of a cell would be cut within a word."""
    row = "<tr><td>on October 17, 2024</td><td>on October 17, 2024</td></tr>"
    (table,) = page(f'<table widths="1 9">{row}</table>').elements

    assert [cell[0].text for cell in table.rows[0].cells] == ["on October 17, 2024", "on October\u00a017,\u00a02024"]
