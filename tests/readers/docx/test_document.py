"""Word files: what a reader of the final version sees, with the numbers Word shows, and a word on what was left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code
from briefgen.model.document import Block, BlockKind, CellPlace, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.docx.document import read_docx
from briefgen.readers.docx.numbering import bullet_mark, format_number
from tests.readers.make import docx_from, numbered, numbering, p, run

LIMITS = Limits()
SENTENCE = "海山省は、沿岸監視に関する会合を開催した。"
STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="own"><w:name w:val="海山見出し"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
)


def read(body: str, **parts: str) -> SourceDocument:
    return read_docx(docx_from(body, **parts), "paper.docx", LIMITS).value


def texts(document: SourceDocument) -> list[str]:
    return [block.label + block.text for block in document.blocks]


def codes(body: str, **parts: str) -> dict[Code, str]:
    findings = read_docx(docx_from(body, **parts), "paper.docx", LIMITS).findings
    return {finding.code: finding.message for finding in findings}


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def only(document: SourceDocument, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


# ---------------------------------------------------------------- paragraphs and heads


def test_paragraphs_come_in_order() -> None:
    document = read(p("会合について", styled("T")) + p(SENTENCE) + p("次回は春に行う。"), styles=STYLES)
    assert texts(document) == ["会合について", SENTENCE, "次回は春に行う。"]
    assert document.metadata.title == "会合について"


def test_head_levels_come_from_the_style_its_ancestors_and_the_paragraph() -> None:
    body = p("題", styled("T")) + p("一番目", styled("1")) + p(SENTENCE) + p("二番目", styled("own")) + p(SENTENCE)
    body += p("三番目", '<w:outlineLvl w:val="2"/>') + p(SENTENCE)
    heads = only(read(body, styles=STYLES), BlockKind.HEADING)
    assert [(head.text, head.level) for head in heads] == [("一番目", 1), ("二番目", 2), ("三番目", 3)]


def test_outline_level_nine_is_running_text() -> None:
    document = read(p("題", styled("T")) + p("会合の模様", '<w:outlineLvl w:val="9"/>') + p("別の文"), styles=STYLES)
    assert not only(document, BlockKind.HEADING)


def test_styles_that_inherit_in_a_circle_do_no_harm() -> None:
    circle = '<w:style w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
    circle += '<w:style w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
    assert SENTENCE in texts(read(p(SENTENCE, styled("a")), styles=circle))


def test_captions_come_from_the_style() -> None:
    document = read(p(SENTENCE) + p("会場に入る大臣", styled("C")) + p(SENTENCE), styles=STYLES)
    assert [block.text for block in only(document, BlockKind.CAPTION)] == ["会場に入る大臣"]


def test_numbers_in_the_text_get_their_kinds_as_in_any_paper() -> None:
    document = read(p(SENTENCE) + p("（１）第一の事項を確認した。") + p("※　写真は当日のもの。") + p("以上"))
    assert [(block.kind, block.label) for block in document.blocks[-3:]] == [
        (BlockKind.PARAGRAPH, "（１）"),
        (BlockKind.REMARK, "※"),
        (BlockKind.END, ""),
    ]


# ---------------------------------------------------------------- numbers Word computes


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("upperRoman", 4, "IV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("aiueo", 2, "ｲ"),
        ("aiueoFullWidth", 3, "ウ"),
        ("irohaFullWidth", 2, "ロ"),
        ("iroha", 3, "ﾊ"),
        ("ideographDigital", 10, "一〇"),
        ("japaneseCounting", 10, "十"),
        ("japaneseCounting", 23, "二十三"),
        ("japaneseCounting", 1203, "千二百三"),
        ("japaneseCounting", 10_000, "一〇〇〇〇"),
        ("ideographTraditional", 2, "乙"),
        ("none", 1, ""),
        ("somethingNew", 7, "7"),
    ],
)
def test_number_formats(form: str, number: int, shown: str) -> None:
    assert format_number(number, form) == shown


def test_symbol_fonts_give_a_mark_or_none() -> None:
    assert [bullet_mark("\uf0b7"), bullet_mark("•"), bullet_mark("\uf0ff")] == ["・", "•", None]


def test_the_visible_number_is_the_label() -> None:
    levels = numbering(("decimalFullWidth", "%1．"), ("decimalFullWidth", "（%2）"), ("decimal", "%1.%2.%3"))
    body = p("経緯", numbered()) + p(SENTENCE, numbered(1)) + p(SENTENCE, numbered(1)) + p("細目", numbered(2))
    body += p("結果", numbered()) + p(SENTENCE, numbered(1))
    labels = [block.label for block in read(p("題", styled("T")) + body, numbering=levels, styles=STYLES).blocks[1:]]
    assert labels == ["１．", "（１）", "（２）", "１.２.1", "２．", "（１）"]


def test_a_list_may_start_anew() -> None:
    levels = numbering(("decimal", "%1)"))
    levels += (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = p(SENTENCE, numbered()) + p(SENTENCE, numbered()) + p(SENTENCE, numbered(0, 2)) + p(SENTENCE, numbered(0, 2))
    assert [block.label for block in read(body, numbering=levels).blocks] == ["1)", "2)", "5)", "6)"]


def test_a_list_may_have_a_form_of_its_own_and_one_that_is_not_there_has_no_number() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    levels = numbering(("decimal", "%1)"))
    levels += f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{own}</w:lvlOverride></w:num>'
    body = p(SENTENCE, numbered()) + p(SENTENCE, numbered(0, 2)) + p(SENTENCE, numbered(0, 9))
    assert [block.label for block in read(body, numbering=levels).blocks] == ["1)", "II.", ""]


def test_legal_numbering_shows_plain_figures() -> None:
    levels = numbering(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    body = p("概要", numbered()) + p(SENTENCE) + p("細目", numbered(1)) + p(SENTENCE)
    assert [block.label for block in read(body, numbering=levels).blocks if block.label] == ["I", "1.1"]


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = f'<w:style w:styleId="L"><w:name w:val="リスト"/><w:pPr>{numbered()}</w:pPr></w:style>'
    body = p(SENTENCE, styled("L")) + p(SENTENCE, styled("L") + numbered(0, 0)) + p(SENTENCE, styled("L"))
    labels = [block.label for block in read(body, styles=styles, numbering=numbering(("decimal", "%1."))).blocks]
    assert labels == ["1.", "", "2."]


def test_bullets_are_list_items_with_a_level() -> None:
    levels = numbering(("bullet", "\uf0b7"), ("bullet", "–"))
    body = p(SENTENCE) + p("監視艇の派遣", numbered()) + p("二隻", numbered(1))
    items = only(read(body, numbering=levels), BlockKind.LIST_ITEM)
    assert [(item.label, item.text, item.level) for item in items] == [("・", "監視艇の派遣", 1), ("–", "二隻", 2)]


# ---------------------------------------------------------------- tables


def cell(*contents: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(p, contents))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_cells_know_their_place_and_merged_cells_come_once() -> None:
    table = "<w:tbl>"
    table += row(cell("区分", properties='<w:gridSpan w:val="2"/>'), cell("金額"), properties="<w:tblHeader/>")
    table += row(cell("整備", properties='<w:vMerge w:val="restart"/>'), cell("艦艇"), cell("１２億円"))
    table += row(cell("", properties="<w:vMerge/>"), cell("航空機"), cell("３億円")) + "</w:tbl>"
    cells = only(read(p(SENTENCE) + table), BlockKind.TABLE_CELL)
    assert [(block.text, block.cell) for block in cells] == [
        ("区分", CellPlace(0, 0, 0, True)),
        ("金額", CellPlace(0, 0, 2, True)),
        ("整備", CellPlace(0, 1, 0)),
        ("艦艇", CellPlace(0, 1, 1)),
        ("１２億円", CellPlace(0, 1, 2)),
        ("航空機", CellPlace(0, 2, 1)),
        ("３億円", CellPlace(0, 2, 2)),
    ]


def test_rows_may_stand_in_content_controls() -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell('整備'), cell('１２億円'))}</w:sdtContent></w:sdt>"
    cells = only(read(f"<w:tbl>{row(cell('区分'), cell('金額'))}{held}</w:tbl>"), BlockKind.TABLE_CELL)
    assert [(block.text, block.cell.row) for block in cells if block.cell] == [
        ("区分", 0), ("金額", 0), ("整備", 1), ("１２億円", 1),
    ]  # fmt: skip


def test_a_frame_of_one_cell_is_plain_text() -> None:
    document = read(f"<w:tbl>{row(cell(SENTENCE, '次回は春に行う。'))}</w:tbl>")
    assert [block.cell for block in document.blocks] == [None, None]


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    inner = f"<w:tbl>{row(cell('内一'), cell('内二'))}</w:tbl>"
    holder = f"<w:tc>{p('外二')}{inner}</w:tc>"
    outer = f"<w:tbl>{row(cell('外一'), holder)}</w:tbl>"
    places = {block.text: block.cell for block in read(outer).blocks}
    assert places["外二"] == CellPlace(0, 0, 1)
    assert places["内二"] == CellPlace(1, 0, 1)


# ---------------------------------------------------------------- notes


def note_part(kind: str, *notes: str) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    return separator + "".join(f'<w:{kind} w:id="{n}">{p(text)}</w:{kind}>' for n, text in enumerate(notes, start=1))


def test_a_foot_note_follows_the_paragraph_that_calls_it() -> None:
    body = f"<w:p>{run('協力を確認した')}<w:r><w:footnoteReference w:id='1'/></w:r>{run('。')}</w:p>{p(SENTENCE)}"
    blocks = read(body, footnotes=note_part("footnote", "外交文書による。")).blocks
    assert [(block.kind, block.label, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "", "協力を確認した（注1）。"),
        (BlockKind.NOTE, "（注1）", "外交文書による。"),
        (BlockKind.PARAGRAPH, "", SENTENCE),
    ]


def test_end_notes_come_last_and_are_numbered_on() -> None:
    body = f"<w:p>{run('会合を開いた')}<w:r><w:endnoteReference w:id='1'/></w:r>{run('。')}</w:p>{p(SENTENCE)}"
    blocks = read(body, endnotes=note_part("endnote", "資料を参照。")).blocks
    assert (blocks[-1].kind, blocks[-1].label, blocks[-1].text) == (BlockKind.NOTE, "（注1）", "資料を参照。")


def test_a_raised_figure_calls_a_note_and_cannot_join_a_number() -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    document = read(f"<w:p>{run('面積は10km')}{raised}{run('で、協力を進める')}{raised}{run('。')}</w:p>")
    assert texts(document) == ["面積は10km²で、協力を進める（注2）。"]


# ---------------------------------------------------------------- what stands inside a paragraph


def test_ruby_keeps_the_base_and_its_reading_apart() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('みさき')}</w:rt><w:rubyBase>{run('美咲')}</w:rubyBase></w:ruby></w:r>"
    block = read(f"<w:p>{ruby}{run('港を視察した。')}</w:p>").blocks[0]
    assert (block.text, block.reading) == ("美咲港を視察した。", "美咲=みさき")


def test_insertions_stay_and_deletions_go_without_a_trace_of_their_words() -> None:
    body = f"<w:p>{run('予算は')}<w:del><w:r><w:delText>極秘の五億円</w:delText></w:r></w:del>"
    body += f"<w:ins>{run('六億円')}</w:ins>{run('である。')}</w:p>"
    assert texts(read(body)) == ["予算は六億円である。"]
    message = codes(body)[Code.DELETED_TEXT_DROPPED]
    assert "1 tracked deletion" in message
    assert "極秘" not in message


def test_text_moved_away_and_deleted_rows_go() -> None:
    body = f"<w:p><w:moveFrom>{run('移された文。')}</w:moveFrom>{run(SENTENCE)}</w:p>"
    body += f"<w:tbl>{row(cell('消えた行'), cell('乙'), properties='<w:del/>')}{row(cell('甲'), cell('丙'))}</w:tbl>"
    assert texts(read(body)) == [SENTENCE, "甲", "丙"]


def test_a_deleted_paragraph_mark_joins_the_next_paragraph() -> None:
    body = p("海山省は、", "<w:rPr><w:del/></w:rPr>") + p("会合を開いた。")
    assert texts(read(body)) == ["海山省は、会合を開いた。"]


def test_hidden_text_goes_with_a_count() -> None:
    shown = run("見える文。", '<w:vanish w:val="0"/>')
    body = f"<w:p>{run('公開の文。')}{run('隠し文', '<w:vanish/>')}{shown}</w:p>"
    assert texts(read(body)) == ["公開の文。見える文。"]
    assert "1 stretch of hidden text" in codes(body)[Code.DELETED_TEXT_DROPPED]


def mark(kind: str, form: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{form}</w:fldChar></w:r>'


def code(*pieces: str) -> str:
    return "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)


def test_field_codes_go_and_field_results_stay() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF _x \\h</w:instrText></w:r>"
    nested = mark("begin") + code + mark("separate") + run("内側") + mark("end")
    body = f"<w:p>{mark('begin')}{code}{nested}{mark('separate')}{run('表１')}{mark('end')}{run('のとおり。')}</w:p>"
    assert texts(read(body)) == ["表１のとおり。"]


@pytest.mark.parametrize(
    "end",
    [
        "",
        f'<w:del w:id="1">{mark("end")}</w:del>',
        mark("end").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        mark("separate") + run("別表") + f'<w:del w:id="1">{mark("end")}</w:del>',
    ],
)
def test_a_field_without_an_end_takes_nothing_with_it(end: str) -> None:
    """No text goes into its instruction, neither of its own paragraph nor of those that follow."""
    shown = "別表" if "別表" in end else ""
    body = f"<w:p>{run('会合は')}{mark('begin')}{code('REF _x')}{end}{run('開かれた。')}</w:p>{p(SENTENCE)}"

    assert texts(read(body)) == [f"会合は{shown}開かれた。", SENTENCE]


def test_links_content_controls_and_smart_tags_keep_their_text() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('会合を開いた。')}</w:sdtContent></w:sdt>"
    body += f"<w:p><w:hyperlink>{run('海山省')}</w:hyperlink><w:smartTag>{run('の')}</w:smartTag>"
    body += f"<w:sdt><w:sdtContent>{run('発表')}</w:sdtContent></w:sdt>{run('による。')}</w:p>"
    assert texts(read(body)) == ["会合を開いた。", "海山省の発表による。"]


def test_of_two_forms_of_a_paragraph_one_is_read() -> None:
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    forms = f"<mc:Choice>{p('新しい形。')}</mc:Choice><mc:Fallback>{p('古い形。')}</mc:Fallback>"
    assert texts(read(f"<mc:AlternateContent {names}>{forms}</mc:AlternateContent>")) == ["新しい形。"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('囲みの文。')}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
    drawn += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    body = f"<w:p>{run(SENTENCE)}<w:r>{drawn}</w:r></w:p>"
    assert texts(read(body)) == [SENTENCE, "囲みの文。"]


def test_an_old_text_box_without_choice_is_read_too() -> None:
    box = f"<v:textbox><w:txbxContent>{p('囲みの文。')}</w:txbxContent></v:textbox>"
    body = f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"
    assert texts(read(body)) == ["囲みの文。"]


def test_breaks_join_a_sentence_and_keep_short_lines_apart() -> None:
    body = f"<w:p>{run('海山省は、沿岸監視に関する')}<w:r><w:br/></w:r>{run('会合を開催した。')}</w:p>"
    body += f"<w:p>{run('日時：４月１日')}<w:r><w:br/></w:r>{run('場所：岬市')}</w:p>"
    assert texts(read(body)) == [SENTENCE, "日時：４月１日", "場所：岬市"]


@pytest.mark.parametrize("kind", ["page", "column", "textWrapping"])
def test_a_break_of_any_kind_never_joins_figures(kind: str) -> None:
    body = f'<w:p>{run("人員の合計　３０")}<w:r><w:br w:type="{kind}"/></w:r>{run("５０名の内訳")}</w:p>'
    assert texts(read(p(SENTENCE) + body))[1:] == ["人員の合計　３０", "５０名の内訳"]


def test_a_tab_between_words_is_a_wide_space() -> None:
    body = f"<w:p>{run('日時')}<w:r><w:tab/></w:r>{run('令和６年４月１日')}</w:p>"
    assert texts(read(p(SENTENCE) + body))[-1] == "日時　令和６年４月１日"


def test_unknown_symbols_are_shown_as_missing() -> None:
    body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="X" w:char="F0FF"/></w:r></w:p>'
    assert texts(read(p(SENTENCE) + body))[-1] == "→〓"
    assert "1 character" in codes(p(SENTENCE) + body)[Code.UNREADABLE_CHARACTERS]


# ---------------------------------------------------------------- looks, fields and symbols

RAISED = '<w:vertAlign w:val="superscript"/>'
LOOKS = (
    f'<w:style w:styleId="up"><w:name w:val="up"/><w:rPr>{RAISED}</w:rPr></w:style>'
    '<w:style w:styleId="out"><w:name w:val="out"/><w:rPr><w:strike/></w:rPr></w:style>'
)


def symbol(font: str, place: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{place}"/></w:r>'


@pytest.mark.parametrize("line", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="out"/>'])
def test_struck_text_goes_with_its_words_and_never_joins_what_replaces_it(line: str) -> None:
    body = f"<w:p>{run('人員は')}{run('３０', line)}{run('０', line)}{run('３５０名である。')}</w:p>"
    assert texts(read(body, styles=LOOKS)) == ["人員は３５０名である。"]
    assert (
        codes(body, styles=LOOKS)[Code.DELETED_TEXT_DROPPED]
        == "Left out: 1 stretch of struck text; the first is “３００”."
    )


def test_text_of_a_struck_style_may_be_set_free_and_a_struck_paragraph_goes() -> None:
    free = run("見える。", '<w:strike w:val="0"/>')
    body = (
        p(SENTENCE)
        + f"<w:p><w:pPr>{styled('out')}</w:pPr>{run('消えた。')}{free}</w:p>"
        + p("消えた文。", styled("out"))
    )
    assert texts(read(body, styles=LOOKS)) == [SENTENCE, "見える。"]


@pytest.mark.parametrize(
    ("before", "raised", "behind", "shown"),
    [
        ("線量は10", run("-3", RAISED), "Sv", "線量は10⁻³Sv"),
        ("線量は１０", run("－", RAISED) + run("３", RAISED), "Sv", "線量は１０⁻³Sv"),
        ("処理は10", run("6", '<w:rStyle w:val="up"/>'), "件", "処理は10⁶件"),
        ("処理は10", run("6", '<w:position w:val="6"/><w:sz w:val="12"/>'), "件", "処理は10⁶件"),
        ("処理は10", run("6", '<w:position w:val="6"/>'), "件", "処理は106件"),
        ("人員は１２０", run("1)", RAISED), "名", "人員は１２０名（注1）"),
        ("予算は35", run("2,3", RAISED), "億円", "予算は35億円（注2,3）"),
        ("許容値は1", run("3", '<w:vertAlign w:val="subscript"/>'), "件", "許容値は1₃件"),
        ("CO", run("2", '<w:vertAlign w:val="subscript"/>'), "の排出", "CO2の排出"),
        ("面積は３km", run("2", RAISED) + run("0", '<w:vertAlign w:val="subscript"/>'), "とする", "面積は３km²₀とする"),
    ],
)
def test_raised_and_lowered_characters_cannot_join_a_figure(before: str, raised: str, behind: str, shown: str) -> None:
    assert texts(read(f"<w:p>{run(before)}{raised}{run(behind)}</w:p>", styles=LOOKS)) == [shown]


def test_fields_without_a_result_show_what_their_instruction_says() -> None:
    enclosed = mark("begin") + code("eq \\o\\ac(", "○", ",３)") + mark("end")
    simple = '<w:fldSimple w:instr="EQ \\f(2,3)"/>'
    body = f"<w:p>{run('区分')}{enclosed}{run('は全体の')}{simple}{run('である。')}</w:p>"
    assert texts(read(body)) == ["区分③は全体の2/3である。"]
    assert Code.UNREADABLE_CHARACTERS not in codes(body)


def test_a_field_that_cannot_be_told_is_missing_with_a_warning() -> None:
    integral = mark("begin") + code(r"EQ \i(1,2,3)") + mark("end")
    body = f"<w:p>{run('値は')}{integral}{run('である。')}</w:p>"
    assert texts(read(body)) == ["値は〓である。"]
    assert "1 equation or field" in codes(body)[Code.UNREADABLE_CHARACTERS]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="一般"/><w:listEntry w:val="部外秘"/></w:ddList>',
            "部外秘",
        ),
        ('<w:ddList><w:listEntry w:val="一般"/><w:listEntry w:val="部外秘"/></w:ddList>', "一般"),
        ("<w:checkBox><w:checked/></w:checkBox>", "☑"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "□"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☑"),
    ],
)
def test_old_form_fields_show_their_choice(form: str, shown: str) -> None:
    field = mark("begin", f"<w:ffData>{form}</w:ffData>") + code("FORM") + mark("end")
    assert texts(read(f"<w:p>{run('区分は')}{field}{run('とする。')}</w:p>")) == [f"区分は{shown}とする。"]


def test_symbols_are_those_of_their_font() -> None:
    body = f"<w:p>{run('波長')}{symbol('Symbol', 'F06C')}{run('は')}{symbol('Segoe UI Symbol', '2611')}"
    body += run("\uf0b0", '<w:rFonts w:ascii="Symbol"/>') + symbol("Wingdings", "F06C") + "</w:p>"
    assert texts(read(body)) == ["波長λは☑°●"]
    assert Code.UNREADABLE_CHARACTERS not in codes(body)


def test_charts_diagrams_and_documents_inside_go_with_a_warning() -> None:
    graphic = "http://schemas.openxmlformats.org/drawingml/2006"
    drawn = (
        f'<w:r><w:drawing><d:relIds xmlns:d="{graphic}/diagram"/><c:chart xmlns:c="{graphic}/chart"/></w:drawing></w:r>'
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
    )
    message = codes(f'{p(SENTENCE)}<w:altChunk r:id="x"/><w:p>{drawn}</w:p>')[Code.PICTURE_DROPPED]
    assert "1 embedded document, 1 diagram, 1 chart, 1 embedded file" in message


def test_a_large_initial_belongs_to_its_paragraph() -> None:
    initial = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="2"/></w:pPr>{run("海")}</w:p>'
    assert texts(read(p(SENTENCE) + initial + p("山省は会合を開いた。")))[-1] == "海山省は会合を開いた。"


def test_a_line_behind_a_caption_is_none() -> None:
    blocks = read(p(SENTENCE) + p("図１　編成図") + p("実施日：６月１０日")).blocks
    assert [block.kind for block in blocks[-2:]] == [BlockKind.CAPTION, BlockKind.PARAGRAPH]


def test_drawn_words_are_a_paragraph() -> None:
    body = p(SENTENCE) + '<w:p><w:r><w:pict><v:shape><v:textpath string="取扱注意"/></v:shape></w:pict></w:r></w:p>'
    assert texts(read(body)) == [SENTENCE, "取扱注意"]


def test_an_empty_numbered_paragraph_is_counted_and_a_hidden_one_is_not() -> None:
    hidden = numbered() + "<w:rPr><w:vanish/></w:rPr>"
    body = p(SENTENCE, numbered()) + p("", numbered()) + p("", hidden) + p(SENTENCE, numbered())
    labels = [block.label for block in read(body, numbering=numbering(("decimal", "%1."))).blocks]
    assert labels == ["1.", "3."]


def test_text_whose_end_mark_was_deleted_stays_before_a_table_and_at_the_end() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    cells = f"<w:tc>{p('甲', deleted)}</w:tc>" + cell("乙")
    body = p(SENTENCE, deleted) + f"<w:tbl>{row(cells)}</w:tbl>" + p("最後の文", deleted)
    assert texts(read(body)) == [SENTENCE, "甲", "乙", "最後の文"]


def test_a_text_box_takes_no_text_of_the_paragraph_that_holds_it() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('囲みの文。')}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('海山省は、')}{box}</w:p>{p('会合を開いた。')}"
    assert texts(read(body)) == ["囲みの文。", "海山省は、会合を開いた。"]


def test_a_note_with_a_mark_of_its_own_is_called_by_it_alone() -> None:
    own = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='1'/><w:t>※１</w:t></w:r>"
    counted = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = f"<w:p>{run('前回は４％')}{own}{run('、今回は２％')}{counted}{run('である。')}</w:p>"
    notes = note_part("footnote", "※１ 令和７年現在。", "推定を含む。")
    assert texts(read(body, footnotes=notes)) == [
        "前回は４％※１、今回は２％（注1）である。",
        "※１令和７年現在。",
        "（注1）推定を含む。",
    ]


def test_a_struck_call_calls_no_note() -> None:
    call = "<w:r><w:rPr><w:strike/></w:rPr><w:footnoteReference w:id='1'/></w:r>"
    body = f"<w:p>{run('会合を開いた')}{call}{run('。')}</w:p>"
    assert texts(read(body, footnotes=note_part("footnote", "外交文書による。"))) == ["会合を開いた。"]


# ---------------------------------------------------------------- what stands around the text


def test_headers_and_footers_go_with_their_words_in_a_finding() -> None:
    parts = {"header": p("部内限り"), "footer": p("海山省総務課")}
    assert texts(read(p(SENTENCE), **parts)) == [SENTENCE]
    message = codes(p(SENTENCE), **parts)[Code.FURNITURE_DROPPED]
    assert "部内限り" in message
    assert "海山省総務課" in message


def test_a_watermark_goes_with_its_words_in_a_finding() -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="取扱注意"/></v:shape>'
    drawn = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    assert texts(read(p(SENTENCE), header=drawn)) == [SENTENCE]
    assert "取扱注意" in codes(p(SENTENCE), header=drawn)[Code.FURNITURE_DROPPED]


def test_comments_go_with_a_count() -> None:
    comments = f"<w:comment w:id='0'>{p('要確認')}</w:comment><w:comment w:id='1'>{p('了解')}</w:comment>"
    body = f'<w:p>{run(SENTENCE)}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    assert texts(read(body, comments=comments)) == [SENTENCE]
    assert codes(body, comments=comments)[Code.COMMENTS_DROPPED] == "Left out: 2 comments."


def test_a_table_of_contents_goes_with_a_finding() -> None:
    body = p("１　経緯\t3", styled("toc1")) + p(SENTENCE)
    assert texts(read(body, styles=STYLES)) == [SENTENCE]
    assert "table of contents" in codes(body, styles=STYLES)[Code.FURNITURE_DROPPED]


CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{}</dc:title>'
    "<dcterms:created>2024-04-01T23:30:00Z</dcterms:created></cp:coreProperties>"
)


def test_properties_fill_what_the_paper_does_not_say() -> None:
    metadata = read(p(SENTENCE), core=CORE.format("沿岸監視会合について")).metadata
    assert metadata.title == "沿岸監視会合について"
    assert (str(metadata.issued), metadata.is_of_file) == ("2024-04-02", True)


def test_a_day_in_the_text_is_not_that_of_the_file() -> None:
    body = p("監視会合について") + p("２０２６年１１月９日初版　２０２６年１１月１２日更新") + p(SENTENCE)
    metadata = read(body, core=CORE.format("")).metadata

    assert (str(metadata.issued), metadata.is_of_file) == ("2026-11-09", False)


def test_a_file_name_is_no_title() -> None:
    assert read(p(SENTENCE), core=CORE.format("Microsoft Word - 会合.docx")).metadata.title == ""


# ---------------------------------------------------------------- files that cannot be read


def refusal(content: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_docx(content, "paper.docx", limits)
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_off_file_is_refused(share: float) -> None:
    whole = docx_from(p(SENTENCE))
    assert "damaged" in refusal(whole[: int(len(whole) * share)])


def test_broken_xml_is_refused() -> None:
    assert "not well-formed" in refusal(docx_from("<w:p><w:r></w:p>"))


def test_a_file_that_would_unpack_beyond_the_limit_is_refused() -> None:
    assert "unpack" in refusal(docx_from(p("あ" * 100_000)), Limits(max_unpacked_bytes=10_000))


def test_an_entity_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "ああ"><!ENTITY b "&a;&a;">]><x>&b;</x>')
    assert "document type" in refusal(buffer.getvalue())


def test_deep_nesting_is_refused_and_does_not_crash() -> None:
    depth = 230
    body = "<w:sdt><w:sdtContent>" * depth + p(SENTENCE) + "</w:sdtContent></w:sdt>" * depth
    message = refusal(docx_from(body))
    assert "deep" in message or "not well-formed" in message


def test_an_old_word_file_is_named() -> None:
    assert ".doc" in refusal(b"\xd0\xcf\x11\xe0" + b"\0" * 600)


def test_another_zip_is_no_word_file() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    assert "no Word file" in refusal(buffer.getvalue())


def test_a_file_without_text_is_refused() -> None:
    assert "no text" in refusal(docx_from("<w:p/>"))


def test_the_deepest_nesting_that_is_let_through_is_read() -> None:
    depth = (LIMITS.max_depth - 5) // 2
    assert texts(read("<w:sdt><w:sdtContent>" * depth + p(SENTENCE) + "</w:sdtContent></w:sdt>" * depth)) == [SENTENCE]


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.mark.parametrize(
    ("before", "begin", "end"),
    [
        ("", "<w:r>", "</w:r>"),
        ("", '<w:fldSimple w:instr="REF x">', "</w:fldSimple>"),
        ("", "<w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby>"),
        (f"<m:oMath {MATH}>", "<m:f><m:num>", "</m:num></m:f>"),
        (f"<m:oMath {MATH}>", "<m:d><m:e>", "</m:e></m:d>"),
    ],
)
def test_the_deepest_paragraph_that_is_let_through_is_read(before: str, begin: str, end: str) -> None:
    depth = (LIMITS.max_depth - 8) // begin.count("<")
    tag = "m:t" if before else "w:t"
    inner = f"{before}{begin * depth}<{tag}>会合</{tag}>{end * depth}{'</m:oMath>' if before else ''}"
    assert "会合" in texts(read(f"{p(SENTENCE)}<w:p>{inner}</w:p>"))[-1]


def test_too_many_tags_or_paragraphs_are_refused() -> None:
    assert "tags" in refusal(docx_from(p(SENTENCE) * 9), Limits(max_nodes=50))
    assert "paragraphs" in refusal(docx_from(p(SENTENCE) * 9), Limits(max_lines=5))
    assert "characters" in refusal(docx_from(p(SENTENCE) * 9), Limits(max_characters=50))
    assert "of text" in refusal(docx_from(p(SENTENCE) * 900), Limits(max_xml_bytes=5000))


def test_number_and_issuer_in_a_header_become_metadata() -> None:
    known = read(p(SENTENCE), header=p("海防政第１２３号") + p("海山省沿岸監視局")).metadata
    assert (known.number, known.issuer) == ("海防政第１２３号", "海山省沿岸監視局")
    lost = codes(p(SENTENCE), header=p("海防政第１２３号"))
    assert "海防政第１２３号" in lost[Code.FURNITURE_DROPPED]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("海山省は、岬市において、沿岸監視協力に関する", "会合を開催する。"), 1),
        (("海山省は、関係国の会合に出席し、感謝の意が述べら", "れました。"), 1),
        (("海山省は、岬市において、会合を開催した。", "次回は秋に行う。"), 2),
        (("海山省は、岬市において、沿岸監視協力に関する", "１　会合を開催する。"), 2),
        (("会場は岬市に", "会合を開催する。"), 2),
    ],
)
def test_a_paragraph_typed_in_lines_is_one_where_a_sentence_is_cut(lines: tuple[str, str], expected: int) -> None:
    document = read(p("題名について") + p("次のとおり。") + "".join(map(p, lines)))
    assert len(document.blocks) - 2 == expected
