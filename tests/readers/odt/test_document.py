"""OpenDocument texts: what a reader of the final version sees."""

from __future__ import annotations

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from briefgen.readers import read_document
from tests.readers.looks import SENTENCE, codes, read, refusal, texts
from tests.readers.make_office import odt_from, oh, op

# ---------------------------------------------------------------- OpenDocument

STYLES = (
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="up" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="old" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="new" style:family="text">'
    '<style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="gone" style:family="paragraph">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="off" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="１, ２, ３, ..." style:num-suffix="．"/>'
    '<text:list-level-style-number text:level="2" style:num-format="①, ②, ③, ..."/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="・"/>'
    "</text:list-style>"
)  # fmt: skip


def odt_texts(body: str) -> list[str]:
    return texts(read(odt_from(body, STYLES), "a.odt"))


def test_heads_title_and_running_text() -> None:
    document = read(odt_from(op("会合について", "P1") + oh("概要", 2) + op(SENTENCE), STYLES), "a.odt")
    assert [(b.kind.value, b.level, b.text) for b in document.blocks] == [
        ("title", 0, "会合について"), ("heading", 2, "概要"), ("paragraph", 0, SENTENCE),
    ]  # fmt: skip


def test_lists_show_their_numbers_and_go_on_only_when_told() -> None:
    item = "<text:list-item>{}</text:list-item>"
    inner = item.format(
        op("一") + f"<text:list>{item.format(op('甲'))}{item.format(op('乙'))}</text:list>"
    ) + item.format(op("二"))
    body = op(SENTENCE) + f'<text:list text:style-name="L1">{inner}</text:list>'
    body += f'<text:list text:style-name="L1" text:continue-numbering="true">{item.format(op("三"))}</text:list>'
    body += f'<text:list text:style-name="L1">{item.format(op("始"))}</text:list>'
    body += f'<text:list text:style-name="L2">{item.format(op("点"))}</text:list>'
    assert odt_texts(body)[1:] == ["１．一", "①甲", "②乙", "２．二", "３．三", "１．始", "・点"]


def test_spaces_tabs_breaks_raised_figures_and_ruby() -> None:
    ruby = "<text:ruby><text:ruby-base>岬</text:ruby-base><text:ruby-text>みさき</text:ruby-text></text:ruby>"
    body = op(f'{ruby}市で１０km<text:span text:style-name="up">2</text:span>を調べた。') + op(
        "注<text:s text:c='2'/>記"
    )
    document = read(odt_from(body, STYLES), "a.odt")
    assert document.blocks[0].text == "岬市で１０km²を調べた。"
    assert document.blocks[0].reading == "岬=みさき"


def test_notes_follow_their_paragraph_and_end_notes_the_paper() -> None:
    note = '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
    note += "<text:note-body>{}</text:note-body></text:note>"
    body = op("会合" + note.format("endnote", op("後の注。")) + "を開いた。") + op(
        "続き" + note.format("footnote", op("脚注。")) + "である。"
    )
    assert odt_texts(body) == ["会合（注1）を開いた。", "続き（注2）である。", "（注2）脚注。", "（注1）後の注。"]


def test_odt_tables_and_frames() -> None:
    cell = '<table:table-cell table:number-columns-spanned="{}">{}</table:table-cell>'
    head = cell.format(2, op("題")) + "<table:covered-table-cell/>"
    rows = f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
    rows += f"<table:table-row>{cell.format(1, op('甲'))}{cell.format(1, op('乙'))}</table:table-row>"
    frame = f"<table:table><table:table-row>{cell.format(1, op('枠の中の文である。'))}</table:table-row></table:table>"
    document = read(odt_from(op(SENTENCE) + f"<table:table>{rows}</table:table>" + frame, STYLES), "a.odt")
    cells = [(b.cell.row, b.cell.column, b.text, b.cell.is_header) for b in document.blocks if b.cell]
    assert cells == [(0, 0, "題", True), (1, 0, "甲", False), (1, 1, "乙", False)]
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


def test_deleted_hidden_and_commented_text_does_not_appear() -> None:
    gone = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + op("消した")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = gone + op(
        "残した<office:annotation><text:p>覚書</text:p></office:annotation>文"
        '<text:span text:style-name="off">隠</text:span>。'
    )
    body += "<text:table-of-content><text:index-body>" + op("概要 1") + "</text:index-body></text:table-of-content>"
    body += op(
        "図<draw:frame><draw:image><text:p/></draw:image></draw:frame><draw:frame><draw:text-box>"
        + op("枠")
        + "</draw:text-box></draw:frame>"
    )
    margin = "<style:header>" + op("柱") + "</style:header>"
    content = odt_from(body, STYLES, margin)
    assert texts(read(content, "a.odt")) == ["残した文。", "図", "枠"]
    found = codes(content, "a.odt")
    assert "1 tracked deletion(s) and 1 stretch(es)" in found[Code.DELETED_TEXT_DROPPED]
    assert {Code.COMMENTS_DROPPED, Code.PICTURE_DROPPED} <= set(found)
    dropped = [f.message for f in read_document(content, "a.odt").findings if f.code is Code.FURNITURE_DROPPED]
    assert ["柱" in dropped[0], "概要 1" in dropped[1]] == [True, True]


def test_a_hidden_paragraph_goes_and_a_frame_of_the_page_is_read() -> None:
    hidden = '<style:style style:name="off" style:family="paragraph"><style:text-properties text:display="none"/>'
    frame = "<draw:frame><draw:text-box>" + op("枠の文。") + "</draw:text-box></draw:frame>"
    content = odt_from(frame + op(SENTENCE) + op("隠した文。", "off"), STYLES + hidden + "</style:style>")
    assert texts(read(content, "a.odt")) == ["枠の文。", SENTENCE]
    assert "1 stretch(es) of hidden text" in codes(content, "a.odt")[Code.DELETED_TEXT_DROPPED]


def test_a_protected_or_empty_odt_is_refused() -> None:
    assert "password" in refusal(odt_from("", manifest="<encryption-data/>"), "a.odt")
    assert "no text" in refusal(odt_from(op(" ")), "a.odt")


def test_spaces_without_number_do_not_fill_the_memory() -> None:
    assert len(odt_texts(op("甲<text:s text:c='999999999'/>乙"))[0]) < 200


@pytest.mark.parametrize(
    ("before", "raised", "shown"),
    [
        ("10", "-3", "10⁻³件"),
        ("１２０", "1)", "１２０件（注1）"),
        ("第19", "th", "第19th件"),
        ("35", "2,3", "35件（注2,3）"),
    ],
)
def test_raised_text_is_no_part_of_the_figure_before_it(before: str, raised: str, shown: str) -> None:
    body = op(f'値は{before}<text:span text:style-name="up">{raised}</text:span>件である。')
    assert odt_texts(body) == [f"値は{shown}である。"]


def test_struck_text_is_left_out_with_a_finding() -> None:
    note = "<text:note><text:note-body>" + op("旧い注。") + "</text:note-body></text:note>"
    new = '<text:span text:style-name="new">新</text:span>'
    old = f'<text:span text:style-name="old">３００<text:s/>{note}{new}</text:span>'
    body = op(f"隊員{old}３５０名である。") + op('旧い文<text:span text:style-name="new">である</text:span>。', "gone")
    content = odt_from(body, STYLES)
    assert texts(read(content, "a.odt")) == ["隊員新３５０名である。", "である"]
    assert "the first is “３００”" in codes(content, "a.odt")[Code.DELETED_TEXT_DROPPED]


def test_text_of_shapes_stands_behind_its_paragraph() -> None:
    shape = f"<draw:custom-shape>{op('問合せ先：技術課')}<draw:enhanced-geometry/></draw:custom-shape>"
    body = op(f"装置は、<draw:g>{shape}<draw:rect>{op('担当：早瀬')}</draw:rect></draw:g>約３か月間運用された。")
    assert odt_texts(body) == ["装置は、約３か月間運用された。", "問合せ先：技術課", "担当：早瀬"]


def test_formulas_inside_and_beside_the_text() -> None:
    space = 'xmlns="http://www.w3.org/1998/Math/MathML"'
    inside = f"<math {space}><mfrac><mn>1</mn><mn>20</mn></mfrac></math>"
    beside = f"<math {space}><semantics><msqrt><mn>2</mn></msqrt><annotation>x</annotation></semantics></math>"
    frame = "<draw:frame><draw:object{}</draw:object><draw:image/></draw:frame>"
    link = ' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1">'
    body = op(f"割合は{frame.format('>' + inside)}、比は３{frame.format(link)}である。")
    content = odt_from(body, STYLES, **{"Object 1/content.xml": beside})
    assert texts(read(content, "a.odt")) == ["割合は1/20、比は３√2である。"]
    found = codes(content, "a.odt")
    assert "1 formula(s)" in found[Code.UNREADABLE_CHARACTERS]
    assert Code.PICTURE_DROPPED not in found


def test_characters_of_symbol_fonts_are_what_they_look_like() -> None:
    faces = '<style:font-face style:name="W1" svg:font-family="\'Wingdings\'"/>'
    look = (
        '<style:style style:name="{0}" style:family="text"><style:text-properties style:font-name="{1}"/></style:style>'
    )
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = op(
        f"{span.format('w', chr(0xF0FC))}済み、{span.format('s', chr(0xF0B1))}５名、{span.format('w', chr(0xF021))}。"
    )
    content = odt_from(body, STYLES + faces + look.format("w", "W1") + look.format("s", "Symbol"))
    assert texts(read(content, "a.odt")) == ["✓済み、±５名、〓。"]


def test_text_with_a_meaning_for_machines_is_text() -> None:
    """A text:meta marks running text; what describes the file is in its own part."""
    body = op("会合は<text:meta xml:id='m'>年次の<text:span>もの</text:span></text:meta>である。")

    assert [block.text for block in read_document(odt_from(body), "a.odt").value.blocks] == ["会合は年次のものである。"]


FIELDS = 'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
FORMS = 'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"'
MARK = f'<field:fieldmark {FIELDS} field:type="vnd.oasis.opendocument.field.{{}}">{{}}</field:fieldmark>'
PARAMETER = '<field:param field:name="{}" field:value="{}"/>'
ENTRIES = "".join(PARAMETER.format("Dropdown_ListEntry", entry) for entry in ("新規", "継続（３年）"))


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (MARK.format("FORMDROPDOWN", ENTRIES + PARAMETER.format("Dropdown_Selected", "1")), "継続（３年）"),
        (MARK.format("FORMDROPDOWN", ENTRIES + PARAMETER.format("Dropdown_Selected", "7")), ""),
        (MARK.format("FORMCHECKBOX", PARAMETER.format("Checkbox_Checked", "true")), "☑"),
        (MARK.format("FORMCHECKBOX", ""), "☐"),
    ],
    ids=["an entry", "no entry", "a check", "no check"],
)
def test_choices_of_forms_are_shown(field: str, shown: str) -> None:
    assert odt_texts(op(f"区分：{field}とする。")) == [f"区分：{shown}とする。"]


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ('<form:listbox form:id="c"><form:option form:label="甲" form:current-selected="true"/></form:listbox>', "甲"),
        ('<form:checkbox form:id="c" form:label="同意" form:current-state="checked"/>', "☑同意"),
        ('<form:radio form:id="c" form:label="一般"/>', "○一般"),
        ('<form:text form:id="c" form:current-value="３５０"/>', "３５０"),
        ('<form:button form:id="c" form:label="送信"/>', ""),
    ],
    ids=["a list", "a check", "a choice", "a text", "a button"],
)
def test_controls_show_what_is_chosen_and_written(control: str, shown: str) -> None:
    forms = f"<office:forms><form:form {FORMS}>{control}</form:form></office:forms>"

    assert odt_texts(forms + op('内容：<draw:control draw:control="c"/>である。')) == [f"内容：{shown}である。"]


def test_lines_of_an_item_stay_apart_and_those_of_a_head_join_no_figures() -> None:
    item = f"<text:list-item>{op('日時：１０時<text:line-break/>場所：県庁')}</text:list-item>"
    body = oh("表１<text:line-break/>２０２６年度の予算") + f'<text:list text:style-name="L2">{item}</text:list>'

    assert odt_texts(body) == ["表１　２０２６年度の予算", "・日時：１０時", "場所：県庁"]
