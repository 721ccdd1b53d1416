"""HTML: one file with everything in it, every text escaped, structure and languages for those who listen."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

from briefgen.findings import Code
from briefgen.model.document import Picture
from briefgen.model.page import (
    Banner,
    HeadingBlock,
    Page,
    ParagraphBlock,
    PictureBlock,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
)  # fmt: skip
from briefgen.writers.html.document import write_html
from tests.writers.briefings import HOSTILE, demo_briefing
from tests.writers.looks import THEME, page_of, squeeze, words_of
from tests.writers.pages import demo_page, flag, ja, runs

VOID = {"meta", "br", "hr", "img", "input", "col"}
UNITS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "th", "td", "figcaption"}


class Reading(HTMLParser):
    """The texts of a file by smallest unit, and whether its tags nest."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.units, self.tags = [], [""], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in UNITS:
            self.units.append("")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag
        if tag in UNITS:
            self.units.append("")

    def handle_data(self, data):
        if not set(self.stack) & {"head", "header", "script", "fieldset", "footer"}:
            self.units[-1] += data

    def words(self):
        return [squeezed for unit in self.units if (squeezed := squeeze(unit))]


def html(page):
    return write_html(page, THEME).value.content.decode()


def test_all_words_stand_in_the_file_in_order():
    for page in (demo_page(), page_of(demo_briefing(), output="html")):
        reading = Reading(html(page))

        assert reading.words() == words_of(page)
        assert reading.stack == []


def test_nothing_is_loaded_from_outside():
    text = html(demo_page())
    tags = Reading(text).tags
    attributes = [item for _, attributes in tags for item in attributes.items()]
    sources = [value for name, value in attributes if name in ("src", "data", "srcset")]

    assert sources
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert not {"link", "iframe", "object", "base"} & {tag for tag, _ in tags}
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_our_script_and_nothing_else():
    text = html(demo_page())
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]
    checksum = b64encode(sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)

    assert f"script-src 'sha256-{checksum}'" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"\son\w+=", text)


def test_hostile_text_is_text():
    words = HOSTILE.replace("\x01\x0b\ufffe", "")
    run = Run(words, link=f"https://x/{words}", note=words)
    page = Page(words, (ParagraphBlock((run,)),), author=words, banner=Banner(words))
    reading = Reading(html(page))

    assert squeeze(words) in reading.words()
    assert [tag for tag, _ in reading.tags].count("script") == 1
    assert ("title", words) in [item for _, attributes in reading.tags for item in attributes.items()]
    assert html(page).count("</style>") == 1


def test_languages():
    reading = Reading(html(demo_page()))
    languages = [(tag, attributes["lang"]) for tag, attributes in reading.tags if "lang" in attributes]

    assert languages[0] == ("html", "en-US")
    assert ("td", "ja") in languages
    assert ("th", "ja") in languages
    assert ("span", "ja") in languages


def test_rows_are_table_rows_with_heads():
    row = SideRow("7", "check", ja("日本"), runs("Japan"), heading_level=2, indent=1, id="row-7")
    text = html(Page("T", (HeadingBlock(1, runs("A")), SideBySide(ja("原文"), runs("English"), (row,)))))

    assert '<th scope="col" lang="ja">原文</th>' in text
    assert '<tr id="row-7" class="head level2 indent1" data-status="check">' in text
    assert '<th scope="row">7 <span class="status caution" role="img"' in text
    assert 'aria-label="to check">▲</span>' in text
    assert '<td lang="ja"><p class="head-ja">日本</p></td>\n<td><h3>Japan</h3></td>' in text


def test_a_doubted_row_carries_the_mark_of_caution():
    row = SideRow("7", "doubted", ja("日本"), runs("Japan"), id="row-7")

    assert 'aria-label="machine, most likely wrong or incomplete">×</span>' in html(
        Page("T", (SideBySide(ja("原文"), runs("English"), (row,)),))
    )


def test_headings_do_not_skip_levels():
    names = ("annex", "briefing", "decision", "digest", "memo", "review")
    pages = [page_of(demo_briefing(), f"{name}.xml.j2", "html") for name in names]
    for page in (demo_page(), *pages):
        levels = [int(tag[1]) for tag, _ in Reading(html(page)).tags if re.fullmatch("h[1-6]", tag)]

        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert levels.count(1) == 1


def test_terms_show_their_note_on_hovering_and_on_focus():
    text = html(Page("T", (ParagraphBlock(runs("[NATO]")),)))

    assert '<span class="term" title="Glossary: defence.csv" tabindex="0">NATO</span>' in text


def test_the_filter_offers_the_statuses_that_occur_and_is_hidden_without_its_script():
    text = html(demo_page())
    offered = re.findall(r'<input type="checkbox" value="(\w+)" checked>', text)

    assert offered == ["reviewed", "computed", "pattern", "machine", "check"]
    assert '<fieldset class="filter" hidden>' in text
    assert "fieldset" not in html(Page("T", ())).split("</style>")[1]


def test_colours_and_fonts_come_from_the_theme():
    colours, fonts = replace(THEME.colours, accent="#123456"), replace(THEME.fonts, html=('A"</b', "serif"))
    theme = replace(THEME, colours=colours, fonts=fonts)
    text = write_html(Page("T", ()), theme).value.content.decode()

    assert "--accent: #123456;" in text
    assert '--fonts: "A\\22 \\3c /b", serif;' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_the_marking_stands_first_and_last_and_on_printed_pages():
    text = html(demo_page())

    marking = 'UNCLASSIFIED · FOR INTERNAL USE<span lang="ja" class="nb">　注意</span>'
    body = text[text.index("<body>") :]
    assert body.startswith(f'<body>\n<header class="banner">{marking}</header>\n<main>')
    assert f'<div class="banner">{marking}</div></footer>\n<script>' in body
    assert '@top-center { content: "UNCLASSIFIED · FOR INTERNAL USE　注意"' in text


def test_a_picture_browsers_do_not_know_is_left_out_with_a_finding():
    outcome = write_html(Page("T", (PictureBlock(Picture(b"x", "image/x-emf"), runs("cap")),)), THEME)

    assert [finding.code for finding in outcome.findings] == [Code.PICTURE_DROPPED]
    assert "<figure><figcaption" in outcome.value.content.decode()


def test_tables_have_head_and_body():
    table = Table((0.25, 0.75), (TableRow((runs("a"), runs("b")), is_header=True), TableRow((runs("c"), ja("日")))))
    text = html(Page("T", (table,)))

    assert '<col style="width: 25.0000%"><col style="width: 75.0000%">' in text
    assert '<thead>\n<tr><th scope="col">a</th>' in text
    assert '<tbody>\n<tr><td>c</td><td><span lang="ja">日</span></td></tr>' in text


def test_cells_of_tables_can_be_led_to():
    table = Table((0.5, 0.5), (TableRow((runs("One"), runs("Two")), ids=("", "row-2")),))
    text = write_html(Page("T", (table,)), THEME).value.content.decode()

    assert '<td>One</td><td id="row-2">Two</td>' in text


def test_same_input_gives_same_bytes():
    assert html(demo_page()) == html(demo_page())


def luminance(colour):
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_stands_out_from_both_papers():
    """At least 4.5 to 1 (WCAG 2.2, 1.4.3), on screens in light and in dark."""
    for variables in re.findall(r":root \{([^}]*--text[^}]*)\}", html(demo_page())):
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", variables))
        for text in ("text", "muted", "accent", "term", "caution", "banner"):
            for ground in ("paper", "tint"):
                lower, higher = sorted((luminance(colours[text]), luminance(colours[ground])))
                assert (higher + 0.05) / (lower + 0.05) >= 4.5, (text, ground)


def test_everything_stands_in_a_landmark_and_every_picture_has_words():
    tags = Reading(html(demo_page())).tags
    names = [tag for tag, _ in tags]

    assert [names.count(name) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert all(attributes["alt"] for tag, attributes in tags if tag == "img")
    assert all("scope" in attributes for tag, attributes in tags if tag == "th")


def test_rows_of_a_table_that_keep_or_go_on_say_so():
    rows = (
        TableRow((runs("a"),), keeps_with_next=True),
        TableRow((runs("b"),), continues=True),
        TableRow((runs("c"),)),
    )
    text = html(Page("T", (Table((1.0,), rows),)))

    assert '<tr class="keep"><td>a</td></tr>\n<tr class="continues"><td>b</td></tr>\n<tr><td>c</td></tr>' in text
    assert ".keep," in text.split("@media print")[1]
    assert "tr:not(.side *):has(+ .continues)" in text.split("@media print")[1]


def test_rows_that_lead_to_a_table_stay_with_it_on_paper():
    row = SideRow("1", "machine", (Run("次の表", "ja"),), runs("This table:"), keeps_with_next=True)
    text = html(Page("T", (SideBySide((), (), (row,)), Table((1.0,), (TableRow((runs("a"),)),)))))

    assert '<table class="side keep">' in text
    assert "body > footer { break-before: avoid; }" in text.split("@media print")[1]
    assert '<tr class="keep" data-status="machine">' in text


def test_what_was_found_in_a_cell_stands_below_its_text():
    row = TableRow((runs("a"),), flags=((flag("Look."),),))

    assert '<td>a<p class="flag warning">▲ <span class="caution">Look.</span></p></td>' in html(
        Page("T", (Table((1.0,), (row,)),))
    )


def test_full_width_figures_and_designations_stay_in_one_line():
    """A browser would end a line within them."""
    words = Run("ＮＡＴＯは第３２回の会合を３，４００名と", language="ja")

    text = html(Page("T", (ParagraphBlock((words,)),), language="ja"))

    for kept in ("ＮＡＴＯ", "第３２回", "３，４００名"):
        assert f'<span class="nb">{kept}</span>' in text
    assert "会合</span>" not in text


def test_a_japanese_name_in_english_stays_in_one_line():
    text = html(Page("T", (ParagraphBlock((Run("Minister ["), Run("鳴瀬", language="ja"), Run("]"))),)))

    assert '<span lang="ja" class="nb">鳴瀬</span>' in text


def test_a_table_too_wide_for_its_screen_moves_sideways_and_tears_no_word_or_figure():
    table = Table((0.5, 0.5), (TableRow((runs("-5.1"), runs("previous"))),))
    text = write_html(Page("T", (table,)), THEME).value.content.decode()

    assert re.search(r'<div class="plain"><table>.*</table></div>', text, re.DOTALL)
    assert ".plain { overflow-x: auto; }" in text
    assert ".plain :is(td, th) { overflow-wrap: break-word; }" in text
