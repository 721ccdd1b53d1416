"""The built-in templates: what a briefing shows, what is left out when empty or switched off, and their README."""

import re
from dataclasses import replace

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.briefing import Annex, DesignationLine, Heading, Option, Piece, Sections
from briefgen.model.document import BlockKind
from briefgen.model.page import (
    BoxBlock,
    Facts,
    HeadingBlock,
    ListBlock,
    PageBreak,
    ParagraphBlock,
    Role,
    SideBySide,
    Table,
)
from briefgen.model.segment import ConstraintKind, Status
from briefgen.writers.filters import FILTERS
from briefgen.writers.html.document import write_html
from briefgen.writers.symbols import sign_of
from briefgen.writers.vocabulary import VOCABULARY
from tests.writers.briefings import HOSTILE, demo_briefing, finding, row
from tests.writers.looks import BUILTIN, FOLDER, THEME, page_of, squeeze, words_of

README = (FOLDER / "README.md").read_text(encoding="utf-8")


def side_rows(page):
    return [row for element in page.elements if isinstance(element, SideBySide) for row in element.rows]


def table_cells(page):
    """The texts of the cells of the tables of papers, by the id of their row."""
    rows = [row for element in page.elements if isinstance(element, Table) for row in element.rows if row.ids]
    return {
        name: "".join(run.text for run in cell)
        for row in rows
        for name, cell in zip(row.ids, row.cells, strict=True)
        if name
    }


def cell_flags(page):
    """What was found in the cells of all tables."""
    tables = (element for element in page.elements if isinstance(element, Table))
    return [flag.text for table in tables for row in table.rows for flags in row.flags for flag in flags]


def headings(page):
    return ["".join(run.text for run in e.runs) for e in page.elements if isinstance(e, HeadingBlock)]


def test_every_row_stands_in_the_note_once_with_its_texts():
    briefing = demo_briefing()
    texts = [row for row in briefing.rows if not row.cell]
    page = page_of(briefing)
    rows = side_rows(page)

    assert [row.number for row in rows] == [str(row.number) for row in texts]
    assert [row.status for row in rows] == [row.status for row in texts]
    assert [squeeze("".join(run.text for run in row.ja)) for row in rows] == [
        squeeze(row.portion + row.label_ja + row.ja_text.replace("\x01", "").replace("\x0b", "").replace("\ufffe", ""))
        for row in texts
    ]
    assert table_cells(page) == {
        "row-12": "12 ◆ 国名\nCountry", "row-13": "13 ○ 分担額\nShare", "row-14": "14 ◆ 日本\nJapan",
    }  # fmt: skip


def test_a_doubt_in_a_table_stands_in_its_cell():
    briefing = demo_briefing()
    doubt = finding(Severity.WARNING, "The model was not sure of it")
    doubtful = replace(briefing.parts[0].rows[13], status=Status.CHECK, findings=(doubt,))
    rows = (*briefing.parts[0].rows[:13], doubtful)
    page = page_of(replace(briefing, parts=(replace(briefing.parts[0], rows=rows),)))

    assert table_cells(page)["row-14"] == "14 ▲ 日本\nJapan"
    assert cell_flags(page) == ["The model was not sure of it."]


def test_a_doubt_in_a_cell_of_several_sentences_names_its_row():
    doubt = finding(Severity.WARNING, "Look at it")
    cells = [
        row(n, "日本", "Japan", kind=BlockKind.TABLE_CELL, cell=(0, line, column))
        for n, (line, column) in enumerate([(0, 0), (0, 1), (1, 0), (1, 1), (1, 1)], 1)
    ]
    cells[4] = replace(cells[4], status=Status.CHECK, findings=(doubt,))
    part = replace(demo_briefing().parts[0], rows=tuple(cells))

    assert cell_flags(page_of(replace(demo_briefing(), parts=(part,)))) == ["Row\u00a05: Look at it."]


def test_cells_too_long_for_a_table_stand_side_by_side():
    cells = [
        row(n, "国" * 700, "Country", kind=BlockKind.TABLE_CELL, cell=(0, line, column))
        for n, (line, column) in enumerate(((0, 0), (0, 1), (1, 0)), 1)
    ]
    page = page_of(replace(demo_briefing(), parts=(replace(demo_briefing().parts[0], rows=tuple(cells)),)))

    assert [(row.number, row.indent, row.continues) for row in side_rows(page)] == [
        ("1", 1, False), ("2", 1, True), ("3", 1, False),
    ]  # fmt: skip
    assert table_cells(page) == {}


def test_terms_are_marked_and_tell_where_they_come_from():
    runs = side_rows(page_of(demo_briefing()))[1].en

    assert [(run.text, run.note) for run in runs if run.role is Role.TERM][:2] == [
        ("Wednesday 21\u00a0May", "glossary defence"), ("Port Liaison Office", "glossary defence"),
    ]  # fmt: skip


def test_heads_items_and_sentences_of_one_paragraph():
    rows = {row.number: row for row in side_rows(page_of(demo_briefing()))}

    assert [rows[n].heading_level for n in ("1", "4", "9", "5")] == [0, 1, 2, 0]
    assert [rows[n].indent for n in ("7", "8", "15", "2")] == [1, 2, 1, 0]
    assert [rows[n].continues for n in ("3", "6", "2")] == [True, True, False]


def test_doubts_stand_under_their_row_and_remarks_do_not():
    rows = side_rows(page_of(demo_briefing()))
    flags = {row.number: [(flag.severity, flag.text) for flag in row.flags] for row in rows}

    assert flags["6"] == [("warning", "“来年” was resolved to 2026 from the paper’s date. Confirm the year.")]
    assert flags["10"] == [("error", "No English passed the checks; the source is shown.")]
    assert flags["1"] == []


def test_a_row_that_is_most_likely_wrong_cannot_be_overlooked():
    """Its English is in the colour of caution, and counts, legend, notice and list of rows to check speak of it."""
    briefing = demo_briefing()
    wrong = row(1, "協議した。", "They danced.", Status.DOUBTED)
    page = page_of(replace(briefing, parts=(replace(briefing.parts[0], rows=(wrong,)),)))
    words = words_of(page)

    assert [(run.text, run.role) for run in side_rows(page)[0].en] == [("They danced.", Role.CAUTION)]
    assert any("×1machine,mostlikelywrongorincomplete" in text for text in words)
    assert any("theEnglishofrowsmarked×ismostlikelywrong" in text for text in words)
    assert any("Rowstocheck:1." in text for text in words)


def test_the_reason_why_a_row_is_doubted_has_the_sign_of_the_row():
    briefing = demo_briefing()
    others = finding(Severity.ERROR, "A figure is lost.")
    reason = replace(finding(Severity.ERROR, "Most likely wrong: 協議"), code=Code.LIKELY_WRONG)
    wrong = replace(row(1, "協議した。", "They danced.", Status.DOUBTED), findings=(others, reason))
    flags = side_rows(page_of(replace(briefing, parts=(replace(briefing.parts[0], rows=(wrong,)),))))[0].flags

    assert [(sign_of(flag), flag.text[:6]) for flag in flags] == [("▲", "A figu"), ("×", "Most l")]
    assert sign_of(replace(flags[0], severity="info")) == "–"


def test_a_call_leads_to_its_note():
    runs = side_rows(page_of(demo_briefing()))[4].en

    assert [(run.text, run.link) for run in runs if run.link] == [("(Note\u00a01)", "#row-15")]


@pytest.mark.parametrize("template", ["briefing", "review"])
def test_a_call_and_its_note_look_alike_in_both_columns(template):
    part = demo_briefing().parts[0]
    ja = (Piece("画像の提供（"), Piece("注１", ConstraintKind.REFERENCE), Piece("）に要する経費"))
    part = replace(part, rows=(replace(part.rows[4], ja=ja), *part.rows[14:]))
    page = page_of(replace(demo_briefing(), parts=(part,)), f"{template}.xml.j2")
    cells = [cell for row in side_rows(page) for cell in (row.ja, row.en)]
    cells += [cell for e in page.elements if isinstance(e, Table) for row in e.rows for cell in row.cells]
    found = [run for cell in cells for run in cell if re.search(r"[(（](注１|Note\u00a01)", run.text)]

    assert [run.text for run in found] == ["（注１）", "(Note\u00a01)"] * 2
    assert {run.role for run in found} == {Role.TERM}


def test_a_call_in_the_key_points_leads_to_its_note():
    rows = list(demo_briefing().parts[0].rows)
    part = replace(demo_briefing().parts[0], rows=tuple(rows[4:]))
    digest = page_of(replace(demo_briefing(), parts=(part,)), "digest.xml.j2")
    (item, *_) = next(e for e in digest.elements if isinstance(e, ListBlock)).items

    assert ("(Note\u00a01)", "#row-15") in [(run.text, run.link) for run in item]


def test_hostile_data_stays_text():
    texts = ["".join(run.text for run in row.en) for row in side_rows(page_of(demo_briefing()))]

    assert HOSTILE.replace("\x01\x0b\ufffe", "").replace('"B"', "“B”") in texts


def test_the_missing_bottom_line_shows():
    (box, *_) = [e for e in page_of(replace(demo_briefing(), bottom_line="")).elements if isinstance(e, BoxBlock)]

    assert [(run.text, run.role) for run in box.paragraphs[0].runs] == [
        ("Bottom line:", Role.PLAIN), (" ", Role.PLAIN), ("not yet written", Role.CAUTION),
    ]  # fmt: skip


def test_empty_facts_are_left_out():
    (facts,) = [e for e in page_of(replace(demo_briefing(), heading=Heading())).elements if isinstance(e, Facts)]

    assert [fact.label for fact in facts.facts] == ["Date"]
    assert "".join(run.text for run in facts.facts[0].runs) == "23\u00a0May\u00a02025（令和7年5月23日）"


def test_with_several_papers_each_source_line_counts_its_rows():
    words = words_of(page_of(demo_briefing()))

    assert any(text.endswith("16rows:1reviewed,5computed,1pattern,7machine,2tocheck") for text in words)
    assert any("SHA-256begins1a3f09c1d2b4;" in text for text in words)


def test_the_legend_counts_all_rows_before_the_first():
    elements = page_of(demo_briefing()).elements
    (place,) = [n for n, e in enumerate(elements) if isinstance(e, ParagraphBlock) and e.style == "legend"]
    words = "".join(run.text for run in elements[place].runs)

    assert words.startswith("18\u00a0rows　 ●\u00a02\u00a0reviewed　 ◆\u00a05\u00a0glossary or computed　")
    assert words.splitlines()[1:] == ["Glossary terms and computed figures: in this colour, or underlined (日本語)"]
    assert next(n for n, e in enumerate(elements) if isinstance(e, SideBySide)) == place + 1


def test_the_source_line_says_what_the_paper_does_not_say():
    part = demo_briefing().parts[0]
    bare = replace(part, source=replace(part.source, issuer_ja="", issuer_en="", issued=None))
    words = words_of(page_of(replace(demo_briefing(), parts=(bare,))))

    assert any(text.startswith("Source1issuernotstated") and ";dateofissuenotstated;" in text for text in words)


def test_a_subject_that_is_the_title_is_said_once():
    briefing = replace(demo_briefing(), heading=Heading(subject="Port visits"))
    pages = (page_of(replace(briefing, title_en=title)) for title in ("Port visits", "Talks"))
    labels = [[fact.label for e in page.elements if isinstance(e, Facts) for fact in e.facts] for page in pages]

    assert ["Subject" in names for names in labels] == [False, True]


@pytest.mark.parametrize("name", ["annex", "briefing", "decision", "digest", "review"])
def test_a_doubtful_title_says_so_wherever_it_stands(name):
    """A title is the largest English on the page, and its row may be pages away."""
    briefing = demo_briefing()
    title = replace(briefing.parts[0].rows[0], status=Status.CHECK)
    part = replace(briefing.parts[0], rows=(title, *briefing.parts[0].rows[1:]))
    words = part.source.title_en
    doubted = replace(briefing, title_en=f"{words} and 1 more paper", parts=(part, briefing.parts[1]))
    elements = page_of(doubted, f"{name}.xml.j2").elements
    texts = [
        "".join(run.text for run in element.runs)
        for element in elements
        if isinstance(element, HeadingBlock) or (isinstance(element, ParagraphBlock) and element.style != "small")
    ]
    titles = [text for text in texts if words in text]

    assert titles
    assert all("▲" in text for text in titles)
    given = page_of(replace(doubted, title_en="What people call it"), f"{name}.xml.j2")
    assert "▲" not in "".join(run.text for run in given.elements[0].runs)


def test_remarks_stand_in_one_small_paragraph():
    words = words_of(page_of(demo_briefing()))

    assert "Remarksbyrow:6:Computedfromthedateofissue." in words


def test_remarks_on_several_papers_stand_by_paper():
    briefing = demo_briefing()
    second = replace(briefing.parts[1], findings=(finding(Severity.INFO, "The issuer is not stated"),))
    general = finding(Severity.INFO, "The bottom line is not written yet")
    several = replace(briefing, parts=(briefing.parts[0], second), findings=(general, *second.findings))
    one = replace(several, parts=(second,))

    assert [words for words in words_of(page_of(several)) if words.startswith("Remarks") and "byrow" not in words] == [
        "Remarks:Thebottomlineisnotwrittenyet.",
        "Remarksonkaigo.pdf:Apagenumberwasdropped.",
        "Remarksonkaiken.txt:Theissuerisnotstated.",
    ]
    assert "Remarks:Thebottomlineisnotwrittenyet.Theissuerisnotstated." in words_of(page_of(one))


def test_a_title_that_is_english_already_stands_once():
    same = replace(demo_briefing(), title_en="Quick Fox", title_ja="Quick Fox")

    assert words_of(page_of(same))[:2].count("QuickFox") == 1


@pytest.mark.parametrize(("length", "style"), [(92, "title"), (93, "long-title")])
def test_a_title_of_more_than_two_lines_is_smaller(length, style):
    page = page_of(replace(demo_briefing(), title_en="x" * length))

    assert page.elements[0].style == style


def test_the_source_line_leaves_out_titles_that_stand_above_it():
    briefing = demo_briefing()
    part = briefing.parts[0]
    same = replace(briefing, parts=(part,), title_en=part.source.title_en, title_ja=part.source.title_ja)

    several, one = (
        next(text for text in words_of(page_of(note)) if text.startswith("Source1Coast")) for note in (briefing, same)
    )
    assert "海上安全協力会合" in several
    assert one.startswith("Source1CoastalSafetyAgency;issued21May2025")
    assert part.source.title_en in headings(page_of(briefing))


def test_a_label_without_a_stop_is_set_off_from_its_head():
    """The paper has １　目的, whose space is neither in the label nor in the text."""
    labels = {"１": "１　以上", "ア": "ア　以上", "（１）": "（１）以上", "①": "①以上", "１．": "１．以上"}
    rows = tuple(row(n, "以上", "That is all.", label_ja=label) for n, label in enumerate(labels, 1))
    part = replace(demo_briefing().parts[0], rows=rows)
    page = page_of(replace(demo_briefing(), parts=(part,)))

    assert ["".join(run.text for run in side.ja) for side in side_rows(page)] == list(labels.values())


def test_one_source_has_no_register_and_no_heading():
    briefing = demo_briefing()
    one = page_of(replace(briefing, parts=briefing.parts[:1]))

    assert headings(one) == ["Terms and abbreviations", "Annexes", "Quality"]
    assert "Sources" in headings(page_of(briefing))


@pytest.mark.parametrize(("status", "sign"), [(Status.MACHINE, ""), (Status.CHECK, "▲"), (Status.DOUBTED, "×")])
def test_the_register_of_sources_shows_which_titles_are_to_be_checked(status, sign):
    demo = demo_briefing()
    title = row(1, "題", "Title", status, kind=BlockKind.TITLE)
    parts = (replace(demo.parts[0], rows=(title,)), *demo.parts[1:])
    tables = [e for e in page_of(replace(demo, parts=parts)).elements if isinstance(e, Table)]
    (table,) = (found for found in tables if found.rows[0].cells[2][0].text == "Issuer")
    cell = "".join(run.text for run in table.rows[1].cells[1])

    assert cell.split("\n")[0] == f"{demo.parts[0].source.title_en}\u00a0{sign}".rstrip()


def test_reviewed_rows_alone_need_no_notice_of_machine_translation():
    briefing = demo_briefing()
    part = replace(briefing.parts[0], rows=(row(1, "以上です。", "That is all.", Status.REVIEWED),))
    page = page_of(replace(briefing, parts=(part,)))

    assert not any("Machinetranslation" in text for text in words_of(page))
    assert "English" in words_of(page)


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("facts", "Reference"), ("bottom-line", "BOTTOMLINE"), ("sources", "SHA-256begins1a3f"),
        ("rows", "日本語（原文）"),
        ("legend", "Glossarytermsandcomputedfigures"), ("terms", "Termsandabbreviations"), ("register", "File,SHA-256"),
        ("annexes", "Source1asreceived"), ("quality", "Rowstocheck"), ("notice", "Machinetranslation."),
    ],
)  # fmt: skip
def test_sections_can_be_switched_off(section, words):
    briefing = demo_briefing()
    off = page_of(replace(briefing, switched_off=frozenset({section})))

    assert any(words in text for text in words_of(page_of(briefing)))
    assert not any(words in text for text in words_of(off))


def test_banner_and_stamp_can_be_switched_off():
    off = page_of(replace(demo_briefing(), switched_off=frozenset({"banner", "stamp"})))

    assert (off.banner, off.footer) == (None, ())
    assert page_of(replace(demo_briefing(), marking="")).banner is None


def test_the_stamp_names_model_and_glossary():
    text = "".join(run.text for run in page_of(demo_briefing()).footer)

    assert text == "briefgen 0.1.0; model ja-en 1.0 (a41f9c2); glossary defence (320\u00a0terms) (77be01d)"


@pytest.mark.parametrize("template", [name for name in BUILTIN if name != "macros.xml.j2"])
def test_no_line_can_begin_or_end_with_a_dot_that_stands_between_words(template):
    page = replace(page_of(demo_briefing(), template), banner=None)
    written = write_html(page, THEME).value.content.decode().split("<main>")[1].split("<script>")[0]

    assert "·" not in written
    assert " ;" not in re.sub(r"<[^>]*>", "", written)


def test_annex_is_side_by_side_only():
    page = page_of(demo_briefing(), "annex.xml.j2")

    assert (len(side_rows(page)), len(table_cells(page))) == (15, 3)
    assert sum(isinstance(element, Facts | Table) for element in page.elements) == 1


def test_digest_has_key_points_first_and_each_paper_as_an_annex():
    page = page_of(demo_briefing(), "digest.xml.j2")
    breaks = [index for index, element in enumerate(page.elements) if isinstance(element, PageBreak)]

    assert len(breaks) == 2
    assert not any(isinstance(element, SideBySide) for element in page.elements[: breaks[0]])
    assert [text for text in headings(page) if text.startswith("Annex ")] == [
        "Annex A: Holding of the Maritime Safety Cooperation Meeting",
        "Annex B: Summary of the Director-General’s press conference",
    ]


def test_a_digest_shows_doubt_beside_what_it_takes_from_the_annex():
    briefing = demo_briefing()
    doubtful = replace(briefing.parts[0].rows[4], status=Status.CHECK)
    rows = (*briefing.parts[0].rows[:4], doubtful, *briefing.parts[0].rows[5:])
    page = page_of(replace(briefing, parts=(replace(briefing.parts[0], rows=rows),)), "digest.xml.j2")
    points = next(element for element in page.elements if isinstance(element, ListBlock))
    ends = ["".join(run.text for run in item).replace("\xa0", " ")[-10:].strip() for item in points.items]

    assert ends == ["). (row 2)", "(row 5) ▲", "(row 10) ▲"]


def test_a_digest_takes_sentences_and_not_their_labels_nor_notes():
    item = {"kind": BlockKind.LIST_ITEM, "label_ja": "・", "label_en": "•", "level": 1}
    note = {"kind": BlockKind.NOTE, "label_ja": "（注１）", "label_en": "(Note 1)", "note_id": "note-1"}
    head = {"kind": BlockKind.HEADING, "label_en": "1.", "level": 1}
    rows = (
        row(1, "見出し", "Head", **head), row(2, "項目", "An item.", **item),
        row(3, "見出し", "Other", **head), row(4, "注", "A note.", **note),
    )  # fmt: skip
    part = replace(demo_briefing().parts[0], rows=rows)
    page = page_of(replace(demo_briefing(), parts=(part,)), "digest.xml.j2")
    points = next(element for element in page.elements if isinstance(element, ListBlock))

    texts = ["".join(run.text for run in point).replace("\xa0", " ") for point in points.items]
    assert texts == ["1. Head: An item. (row 2)"]


def test_a_key_point_with_a_table_gives_its_totals_and_a_head_above_heads_stands_before_the_first():
    cells = [("区分", "Category"), ("人員", "Personnel"), ("計", "Total"), ("約５８０名", "Approximately 580 people")]
    head = {"kind": BlockKind.HEADING, "level": 1}
    rows = (
        row(1, "派遣規模", "Scale", label_en="3.", **head),
        row(2, "日本側", "Japanese side", label_en="(1)", kind=BlockKind.HEADING, level=2),
        *(row(n, ja, en, Status.CHECK if n == 6 else Status.MACHINE, kind=BlockKind.TABLE_CELL, cell=(0, n // 5, n % 2))
          for n, (ja, en) in enumerate(cells, 3)),
    )  # fmt: skip
    part = replace(demo_briefing().parts[0], rows=rows)
    page = page_of(replace(demo_briefing(), parts=(part,)), "digest.xml.j2")
    (point,) = next(element for element in page.elements if isinstance(element, ListBlock)).items

    text = "".join(run.text for run in point).replace("\xa0", " ")
    assert text == "3. Scale: (1) Japanese side: Total; Approximately 580 people (row 5) ▲"


def test_a_row_that_leads_to_a_table_or_a_list_says_so_also_in_the_review_sheet():
    lead = "参加部隊は次のとおり。"
    cells = [row(n, "国", "Country", kind=BlockKind.TABLE_CELL, cell=(0, n, 0)) for n in (3, 4)]
    part = replace(demo_briefing().parts[0], rows=(row(1, "実施する。", "Do it."), row(2, lead, "Units:"), *cells))
    briefing = replace(demo_briefing(), parts=(part,))

    assert [side.keeps_with_next for side in side_rows(page_of(briefing))][:2] == [False, True]
    review = next(e for e in page_of(briefing, "review.xml.j2").elements if isinstance(e, Table) and len(e.widths) == 4)
    assert [line.keeps_with_next for line in review.rows] == [False, False, True, False, False]


WRITTEN = Sections(
    purpose=("To decide.",),
    background=("One.", "Two."),
    key_points=("First point.",),
    options=(Option("Go", ("Near", "Cheap"), ("Late",)), Option("Stay")),
    recommendation=("Go.",),
)


def test_a_decision_note_shows_what_is_still_to_be_written():
    words = words_of(page_of(demo_briefing(), "decision.xml.j2"))

    assert words.count("[tobecompleted]") == 5
    heads = ["1.Purpose", "2.Background", "3.Considerations", "4.Options", "5.Recommendation"]
    assert [word for word in words if word in heads] == heads
    assert "6.Nextsteps" not in words


def test_a_decision_note_shows_what_was_written_in_order():
    page = page_of(replace(demo_briefing(), sections=WRITTEN, heading=Heading(deadline="1 May")), "decision.xml.j2")
    words = words_of(page)

    assert words.count("[tobecompleted]") == 1  # the considerations
    assert any(word.startswith("FORDECISIONBY1May") for word in words)
    options = next(element for element in page.elements if isinstance(element, Table))
    cells = [["".join(run.text for run in cell) for cell in row.cells] for row in options.rows]
    assert cells[1:] == [["1", "Go", "Near\nCheap", "Late"], ["2", "Stay", "—", "—"]]
    assert "□Approved□Notapproved□Tobediscussed" in words
    assert [text for text in headings(page) if text.startswith("Annex ")] == [
        "Annex A: Holding of the Maritime Safety Cooperation Meeting",
        "Annex B: Summary of the Director-General’s press conference",
    ]


def test_the_information_note_has_parts_only_where_somebody_wrote_them():
    plain, written = (headings(page_of(b)) for b in (demo_briefing(), replace(demo_briefing(), sections=WRITTEN)))

    assert {"Purpose", "Background", "Key points", "Recommendation"} <= set(written)
    assert not {"Purpose", "Background", "Key points", "Considerations", "Recommendation"} & set(plain)
    off = replace(demo_briefing(), sections=WRITTEN, switched_off=frozenset({"purpose", "key-points"}))
    assert not {"Purpose", "Key points"} & set(headings(page_of(off)))


@pytest.mark.parametrize(("paragraphs", "is_list"), [((), False), (("One.",), False), (("One.", "Two."), True)])
def test_a_memo_of_one_paragraph_is_not_numbered(paragraphs, is_list):
    memo = replace(demo_briefing(), parts=(), sections=Sections(text=paragraphs))
    page = page_of(memo, "memo.xml.j2")

    assert any(isinstance(element, ListBlock) and element.is_numbered for element in page.elements) is is_list
    assert ("[textofthememo:tobecompleted]" in words_of(page)) is not paragraphs


def test_a_memo_lists_its_annexes_and_has_a_place_for_each_that_is_inside():
    annexes = (
        Annex("A", "Note", "a.json"),
        Annex("B", "Paper", "b.pdf", 3, "ab" * 32, "pages"),
        Annex("C", "List", "c.xlsx", place="separate"),
    )
    page = page_of(replace(demo_briefing(), parts=(), annexes=annexes), "memo.xml.j2")

    assert [e.id for e in page.elements if isinstance(e, HeadingBlock)][-2:] == ["annex-a", "annex-b"]
    words = words_of(page)
    for text in ("below", "3pages,below", "sentbesidethisfile", "Action", "Information"):
        assert text in words


def test_the_review_sheet_has_rung_findings_and_room():
    page = page_of(demo_briefing(), "review.xml.j2")
    tables = [element for element in page.elements if isinstance(element, Table) and len(element.widths) == 4]
    rows = tables[0].rows

    assert len([row for row in rows if not row.continues]) == 1 + len(demo_briefing().parts[0].rows)
    assert all(row.cells[3] == () for row in rows[1:])
    sixth, found = rows[6:8]
    assert "".join(run.text for run in rows[5].cells[2]).splitlines()[1] == "○ machine (b0005.s01)"
    assert len("".join(run.text for run in sixth.cells[2]).splitlines()) == 1
    assert found.continues
    assert "".join(run.text for run in found.cells[2]) == "▲ Row\u00a06: machine (b0006.s01)"
    doubt, remark = found.flags_of(2)
    assert (doubt.severity, remark.severity) == ("warning", "info")
    assert doubt.text.startswith("“来年” was resolved")
    assert remark.text == "Computed from the date of issue."


def test_the_number_of_a_row_stands_once_in_the_margin_of_the_review_sheet():
    page = page_of(demo_briefing(), "review.xml.j2")
    rows = [
        row for element in page.elements if isinstance(element, Table) for row in element.rows if len(row.cells) == 4
    ]

    assert [row.cells[0] == () for row in rows] == [row.continues for row in rows]


def test_a_review_sheet_without_rows_to_check_asks_for_none():
    briefing = demo_briefing()
    part = replace(briefing.parts[0], rows=(row(1, "以上です。", "That is all.", Status.REVIEWED),))
    found, clean = (
        "".join(words_of(page_of(made, "review.xml.j2"))) for made in (briefing, replace(briefing, parts=(part,)))
    )

    assert "nothingwhereitisright.Beginwiththerowstocheck:6,10.TheJapanesetext" in found
    assert "nothingwhereitisright.TheJapanesetext" in clean


def test_heads_in_the_review_sheet_stay_with_what_follows_and_every_row_can_be_led_to():
    briefing = demo_briefing()
    page = page_of(briefing, "review.xml.j2")
    rows = [row for element in page.elements if isinstance(element, Table) for row in element.rows]
    kept = {row.id_of(0) for row in rows if row.keeps_with_next and row.ids}
    links = {run.link for e in page.elements if isinstance(e, ParagraphBlock) for run in e.runs}

    assert kept == {"row-4", "row-9"}
    assert {link for link in links if link.startswith("#")} == {"#row-6", "#row-10"}
    assert {"row-6", "row-10"} <= set(page.ids())


def test_portion_marks_stand_before_everything_or_nothing():
    rows = tuple(
        replace(part, rows=tuple(replace(row, portion="(S)") for row in part.rows)) for part in demo_briefing().parts
    )
    marked = replace(demo_briefing(), portion="(S)", sections=WRITTEN, parts=rows)
    words = words_of(page_of(marked, "decision.xml.j2"))

    for text in ("(S)FORDECISION", "(S)Todecide.", "(S)Go", "(S)Near(S)Cheap", "(S)Late", "(S)Two."):
        assert any(word.startswith(text) for word in words), text
    for text in ("(S)Source1", "(S)Machinetranslation.", "(S)Termsandabbreviations", "(S)Quality"):
        assert any(word.startswith(text) for word in words), text
    assert any(word.startswith("(S)AHolding") for word in words)
    for name in ("briefing", "review"):
        assert [text[:8] for text in headings(page_of(marked, f"{name}.xml.j2")) if "Summary" in text] == ["(S) Summ"]
    for side in side_rows(page_of(marked)):
        assert "".join(run.text for run in side.ja).startswith("(S) ")
        assert "".join(run.text for run in side.en).startswith("(S) ")


def test_the_designation_block_shows_what_is_missing():
    block = (DesignationLine("Controlled by", "Port Liaison Desk"), DesignationLine("POC"))
    words = words_of(page_of(replace(demo_briefing(), designation=block, portion="(CUI)")))

    assert "Controlledby:PortLiaisonDesk" in words
    assert "POC:[tobecompleted]" in words
    assert not any("Controlledby" in word for word in words_of(page_of(demo_briefing())))


def test_one_block_can_be_changed():
    mine = '{% extends "builtin/briefing.xml.j2" %}{% block title %}<p style="title">Mine</p>{% endblock %}'
    words = words_of(page_of(demo_briefing(), "mine.xml.j2", mine=mine))

    assert words[0] == "Mine"
    assert words[1:] == words_of(page_of(demo_briefing()))[2:]


def test_templates_render_with_next_to_nothing():
    briefing = demo_briefing()
    bare = replace(
        briefing, title_en="", title_ja="", marking="", heading=Heading(), bottom_line="", parts=(), terms=(),
        findings=(), annexes=(), date_ja="",
    )  # fmt: skip

    for name in ("annex", "briefing", "decision", "digest", "memo", "review"):
        assert page_of(bare, f"{name}.xml.j2").title == ""


def test_the_readme_lists_every_filter_and_no_other():
    rows = re.search(r"\| filter \| gives \|\n(.*?)\n\n", README, re.DOTALL)[1]

    assert set(re.findall(r"\\\|(\w+)", rows)) == set(FILTERS)


def test_the_readme_describes_the_vocabulary():
    table = re.search(r"\| element \|.*?\n\n", README, re.DOTALL)[0]
    described = {}
    for line in table.strip().splitlines()[2:]:
        names, attributes, _ = line.split("|")[1:-1]
        described |= {name: set(re.findall(r"[\w-]+", attributes)) for name in re.findall(r"`(\w+)`", names)}

    assert described == {name: set(rule.attributes) for name, rule in VOCABULARY.items()}


def test_the_readme_lists_the_blocks():
    text = BUILTIN["briefing.xml.j2"]
    listed = re.search(r"^Blocks: (.*?)\.$", README, re.DOTALL | re.MULTILINE)[1]

    assert re.findall(r"\w+", listed) == re.findall(r"\{% block (\w+)", text)


def test_the_readme_lists_the_sections():
    named = set(re.findall(r'"([\w-]+)" not in briefing\.switched_off', "".join(BUILTIN.values())))
    listed = re.search(r"can be switched off without a template: (.*?)\.\n", README, re.DOTALL)[1]

    assert set(re.findall(r"[\w-]+", listed)) == named


def test_the_example_of_the_readme_works():
    example = re.search(r"    \{% extends.*?\{% endblock %\}", README, re.DOTALL)[0]
    words = words_of(page_of(demo_briefing(), "mine.xml.j2", mine=example))

    assert any(text.startswith("Fordecisionby23May2025.") for text in words)


@pytest.mark.parametrize("template", ["briefing", "decision", "digest", "annex", "review"])
def test_a_title_without_english_is_shown_in_japanese_and_says_so(template):
    part = demo_briefing().parts[0]
    kept = f"[Not translated: {part.source.title_ja}] [It names: Maritime Safety]"
    alone = replace(part, source=replace(part.source, title_en=kept))
    page = page_of(replace(demo_briefing(), title_en=kept, parts=(alone,)), f"{template}.xml.j2")
    titles = [e for e in page.elements if isinstance(e, ParagraphBlock) and e.style.is_title]

    assert ["".join(run.text for run in title.runs) for title in titles] == [part.source.title_ja]
    assert page.title == part.source.title_ja
    assert not [text for text in words_of(page)[:3] if "Nottranslated" in text]
    assert squeeze("The title could not be translated with certainty.") in words_of(page)
    assert not [head for head in headings(page) if "Not translated" in head]


def test_long_titles_are_set_smaller_japanese_ones_sooner():
    def style(title_en, title_ja):
        page = page_of(replace(demo_briefing(), title_en=title_en, title_ja=title_ja))
        return next(e.style for e in page.elements if isinstance(e, ParagraphBlock) and e.style.is_title)

    assert (style("x" * 92, ""), style("x" * 93, "")) == ("title", "long-title")
    assert (style("", "会" * 46), style("", "会" * 47)) == ("title", "long-title")


def test_a_decision_with_a_subject_shows_the_japanese_title():
    briefing = replace(demo_briefing(), heading=Heading(subject="Who goes to Yokohama"))
    page = page_of(briefing, "decision.xml.j2")

    assert words_of(page)[:2] == ["WhogoestoYokohama", squeeze(briefing.title_ja)]


def test_every_term_says_where_it_comes_from():
    terms = tuple(replace(term, note=note) for term, note in zip(demo_briefing().terms, ("", "a website"), strict=True))
    page = page_of(replace(demo_briefing(), terms=terms))
    (table,) = [e for e in page.elements if isinstance(e, Table) and len(e.widths) == 4 and e.widths[0] > 0.2]

    assert ["".join(run.text for run in row.cells[2]) for row in table.rows] == ["Source", "not stated", "a website"]


def test_the_last_of_the_rows_to_check_begins_no_line_alone():
    rows = [row(n, "日本", "Japan", Status.CHECK) for n in (1, 2, 3)]
    part = replace(demo_briefing().parts[0], rows=tuple(rows))
    page = page_of(replace(demo_briefing(), parts=(part,)))
    texts = ["".join(run.text for run in e.runs) for e in page.elements if isinstance(e, ParagraphBlock)]

    assert any("Rows to check: 1, 2,\u00a03." in text for text in texts)


@pytest.mark.parametrize("template", ["briefing", "digest", "review"])
def test_of_the_rows_to_check_those_most_likely_wrong_are_named(template):
    """The list holds as many rows as the legend counts of both."""
    statuses = (Status.CHECK, Status.DOUBTED, Status.MACHINE, Status.CHECK)
    rows = [row(n, "日本", "Japan", status) for n, status in enumerate(statuses, 1)]
    part = replace(demo_briefing().parts[0], rows=tuple(rows))
    words = words_of(page_of(replace(demo_briefing(), parts=(part,)), f"{template}.xml.j2"))

    assert any(":1,2,4.Mostlikelywrong:2." in text for text in words)


def test_a_decision_note_says_what_the_sign_behind_a_title_means():
    part = demo_briefing().parts[0]
    for status, expected in (
        (Status.CHECK, ["▲ behind a title: its English is to be checked against the Japanese"]),
        (Status.DOUBTED, ["× behind a title: its English is most likely wrong or incomplete"]),
        (Status.MACHINE, []),
    ):
        rows = (replace(part.rows[0], kind=BlockKind.TITLE, status=status), *part.rows[1:])
        page = page_of(replace(demo_briefing(), parts=(replace(part, rows=rows),)), "decision.xml.j2")
        first_page = page.elements[: page.elements.index(PageBreak())]
        legends = [e for e in first_page if isinstance(e, ParagraphBlock) and e.style == "small"]
        assert ["".join(run.text for run in e.runs) for e in legends] == expected


def test_cells_that_do_not_stand_in_a_table_say_which_column_they_are_of():
    """A head that is to be checked itself stays Japanese; a table that stands as one has its heads above."""
    places = [(0, line, column) for line in (0, 1) for column in (1, 2)]
    heads = [("事項", "Matters", Status.CHECK), ("令和８年度", "FY2026", Status.COMPUTED)]
    texts = [*heads, ("無人機", "Drones", Status.MACHINE), ("3機" + "。" * 601, "3 aircraft", Status.COMPUTED)]
    rows = tuple(
        row(n, *text, kind=BlockKind.TABLE_CELL, cell=place, is_header=n < 3)
        for n, (text, place) in enumerate(zip(texts, places, strict=True), 1)
    )
    part = replace(demo_briefing().parts[0], rows=rows)
    cells = side_rows(page_of(replace(demo_briefing(), parts=(part,))))

    assert ["".join(run.text for run in row.en) for row in cells] == [
        "Matters", "FY2026", "事項: Drones", "FY2026: 3\u00a0aircraft",
    ]  # fmt: skip
    assert [run.role for run in cells[3].ja][:1] == [Role.MUTED]
    assert cells[3].ja[0].text == "令和８年度："


def test_the_review_sheet_which_has_no_tables_of_the_paper_says_which_column_each_cell_is_of():
    places = [(0, line, column) for line in (0, 1) for column in (1, 2)]
    texts = [("国", "Country"), ("金額", "Amount"), ("豪州", "Australia"), ("１機", "1 aircraft")]
    rows = tuple(
        row(n, *text, kind=BlockKind.TABLE_CELL, cell=place, is_header=n < 3)
        for n, (text, place) in enumerate(zip(texts, places, strict=True), 1)
    )
    part = replace(demo_briefing().parts[0], rows=rows)
    words = words_of(page_of(replace(demo_briefing(), parts=(part,)), "review.xml.j2"))

    assert {"国：豪州", "金額：１機"} <= set(words)
    assert any(text.startswith("Country:Australia") for text in words)
