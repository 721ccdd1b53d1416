"""Excel files: sheets, tables and numbers as Excel shows them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from briefgen.model.limits import Limits
from briefgen.readers import read_document
from briefgen.readers.xlsx.format import plain_number, shown_number
from tests.readers.looks import codes, only, read, refusal, texts
from tests.readers.make_office import Cell, xlsx_from

# ---------------------------------------------------------------- numbers as Excel shows them


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("1234.5", "General", "1234.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789012", "General", "123456789012"),
        ("1234567", "#,##0", "1,234,567"),
        ("1234.565", "#,##0.00", "1,234.57"),
        ("0.125", "0.0%", "12.5%"),
        ("-3", "#,##0;△#,##0", "△3"),
        ("-3", "#,##0;[Red]-#,##0", "-3"),
        ("-0.4", "0", "0"),
        ("12", '#,##0"名"', "12名"),
        ("1500", "[$¥-411]#,##0", "¥1,500"),
        ("1234567", '#,##0,"千円"', "1,235千円"),
        ("7", "000", "007"),
        ("0.5", "0.0#", "0.5"),
        ("0", '0;-0;"なし"', "なし"),
        ("45582", "yyyy/m/d", "2024/10/17"),
        ("45582", 'yyyy"年"m"月"d"日"(aaa)', "2024年10月17日(木)"),
        ("45582", '[$-411]ggge"年"m"月"d"日"', "令和6年10月17日"),
        ("43466", "[$-411]ge.m.d", "H31.1.1"),
        ("45582.4375", "yyyy/m/d h:mm", "2024/10/17 10:30"),
        ("0.4375", "h:mm AM/PM", "10:30 AM"),
        ("0.75", 'h"時"mm"分"', "18時00分"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("3", "?/?", None),
        ("12345", "0.00E+00", None),
        ("350", 'General"名"', "350名"),
        ("1.5208333333", "[h]:mm", "36:30"),
        ("0.0625", "[mm]分", "90分"),
        ("123456789", '#,##0.0,,"百万円"', "123.5百万円"),
        ("1234567", '0.00,"千円"', "1234.57千円"),
        ("1000001", "000-0000", "100-0001"),
        ("130", '0"時"00"分"', "1時30分"),
        ("1", "0,0-0", None),
        ("45967", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和7年11月6日"),
        ("43600", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和元年5月15日"),
        ("1500", "[$¥-ja-JP]#,##0", "¥1,500"),
        ("99999999", "yyyy/m/d", None),
        ("5", '"名"' * 5_000, None),
        ("x", "0", "x"),
    ],
)
def test_a_number_is_shown_in_its_format(value: str, code: str, shown: str | None) -> None:
    assert shown_number(value, code, from_1904=False) == shown


def test_dates_of_a_workbook_that_counts_from_1904() -> None:
    assert shown_number("44120", "yyyy/m/d", from_1904=True) == "2024/10/17"


def test_a_number_without_its_format_has_all_its_figures() -> None:
    assert [plain_number(v) for v in ("1E-3", "1.50", "100", "1e400", "x")] == ["0.001", "1.5", "100", "1e400", "x"]


# ---------------------------------------------------------------- Excel

SHEET = [
    ["物資輸送の実績"],
    ["令和６年１２月３日"],
    ["区分", "数量", "割合"],
    ["給水車", 12, (0.25, "0%")],
    ["毛布", (1500, "#,##0"), (0.75, "0%")],
    ["※　速報値である。"],
]


def test_a_sheet_is_lines_a_table_and_lines() -> None:
    document = read(xlsx_from({"Sheet1": SHEET}), "a.xlsx")
    assert [(b.kind.value, b.label + b.text) for b in document.blocks if b.cell is None] == [
        ("title", "物資輸送の実績"),
        ("dateline", "令和６年１２月３日"),
        ("remark", "※速報値である。"),
    ]
    cells = [(b.cell.row, b.cell.column, b.text, b.cell.is_header) for b in document.blocks if b.cell]
    assert cells[:4] == [(0, 0, "区分", True), (0, 1, "数量", True), (0, 2, "割合", True), (1, 0, "給水車", False)]
    assert [text for _, _, text, _ in cells[7:]] == ["1,500", "75%"]
    assert document.metadata.issued == date(2024, 12, 3)


HEAD, ROW, OTHER = ["区分", "数量"], ["毛布", 12], ["飲料水", 30]
SECOND_HEAD, SECOND_ROW = ["装備", "保有数", "稼働率"], ["巡視船", 14, (0.5, "0%")]
TABLES = {
    "a head behind an empty row": ([HEAD, ROW, [], SECOND_HEAD, SECOND_ROW], [4, 6]),
    "a line behind an empty row": ([HEAD, ROW, [], ["２　装備"], SECOND_HEAD, SECOND_ROW], [4, 6]),
    "a line and a head": ([HEAD, ROW, ["２　装備"], SECOND_HEAD, SECOND_ROW], [4, 6]),
    "a line and a unit": ([HEAD, ROW, [], ["２　装備", None, "単位：隻"], SECOND_HEAD, SECOND_ROW], [4, 6]),
    "an empty row in a table": ([HEAD, ROW, [], OTHER], [6]),
    "the name of some rows": ([HEAD, ["物資"], ROW, OTHER], [7]),
    "beside each other": ([[*HEAD, None, *SECOND_HEAD], [*ROW, None, *SECOND_ROW]], [4, 6]),
    "beside each other, of other lengths": ([[*HEAD, None, *HEAD], [*ROW, None, *ROW], [None] * 3 + OTHER], [4, 6]),
    "an empty column in a table": ([[*HEAD, None, "増減", "率"], [*ROW, None, 3, 4]], [8]),
}


@pytest.mark.parametrize(("rows", "sizes"), TABLES.values(), ids=TABLES)
def test_tables_below_and_beside_each_other_are_several(rows: list[list[Cell]], sizes: list[int]) -> None:
    blocks = read(xlsx_from({"S": rows}), "a.xlsx").blocks

    assert list(Counter(block.cell.table for block in blocks if block.cell).values()) == sizes


def test_lines_of_a_cell_never_join_figures() -> None:
    rows = [["区分", "時間"], ["１，２００\n３５０", "10:00～12:00\n13:00～15:00"], ["協力を確認し、\n一致した。", 3]]

    assert texts(read(xlsx_from({"S": rows}), "a.xlsx"))[2:] == [
        "１，２００", "３５０", "10:00～12:00", "13:00～15:00", "協力を確認し、一致した。", "3",
    ]  # fmt: skip


def test_columns_that_merged_cells_take_part_no_table() -> None:
    content = xlsx_from({"S": [[*HEAD, None, *HEAD], [*ROW, None, *ROW]]}, merged="B1:C1")

    assert len({block.cell.table for block in read(content, "a.xlsx").blocks if block.cell}) == 1


def test_hidden_rows_part_no_table() -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>区分</v></c><c r="B1" t="str"><v>数量</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3" hidden="1"/>'
    rows += '<row r="4"><c r="A4" t="str"><v>甲</v></c><c r="B4" t="str"><v>乙</v></c></row>'
    rows += '<row r="5"><c r="A5"><v>3</v></c><c r="B5"><v>4</v></c></row>'
    tables = [len({b.cell.table for b in read(xlsx_from({"S": []}, rows=r), "a.xlsx").blocks if b.cell})
              for r in (rows, rows.replace(' hidden="1"', ""))]  # fmt: skip

    assert tables == [1, 2]


def test_the_unit_and_the_day_beside_the_name_of_a_table_are_lines() -> None:
    rows = [["装備の状況", None, "令和８年１１月１日現在"], ["（速報値）", None, "単位：隻"], SECOND_HEAD, SECOND_ROW]
    blocks = read(xlsx_from({"S": rows}), "a.xlsx").blocks

    assert [block.text for block in blocks if block.cell is None] == [
        "装備の状況", "令和８年１１月１日現在", "（速報値）", "単位：隻",
    ]  # fmt: skip
    assert blocks[0].kind is BlockKind.TITLE


def test_the_title_of_a_form_stands_below_its_number_and_day() -> None:
    rows = [["別記様式第１号", None, "令和８年６月３日"], [], ["派遣要請書"], ["次のとおり要請する"], [], HEAD, ROW]
    blocks = read(xlsx_from({"S": rows}), "a.xlsx").blocks

    assert [block.text for block in blocks if block.kind is BlockKind.TITLE] == ["派遣要請書"]


def test_a_day_beside_its_name_is_a_row_of_a_form() -> None:
    rows = [["要請日時", None, "令和８年６月３日"], ["要請者", None, "海山県知事"], ["人員", None, 120, "名"]]

    assert all(
        block.cell is not None and not block.cell.is_header for block in read(xlsx_from({"S": rows}), "a").blocks
    )


def test_the_mark_of_a_note_and_its_text_are_one_line() -> None:
    rows = [HEAD, ROW, ["注１：", "速報値である。"], ["※", "予備を含む。"]]
    notes = [block for block in read(xlsx_from({"S": rows}), "a.xlsx").blocks if block.cell is None]

    assert [(block.label, block.text) for block in notes] == [("注１：", "速報値である。"), ("※", "予備を含む。")]


def test_several_sheets_have_heads_and_tables_of_their_own() -> None:
    document = read(xlsx_from({"輸送": SHEET, "要員": [["隊", "人員"], ["施設", 30]]}), "a.xlsx")
    assert [block.text for block in only(document, BlockKind.HEADING)] == ["輸送", "要員"]
    assert {block.cell.table for block in document.blocks if block.cell} == {0, 1}


def test_hidden_cells_are_left_out_with_a_finding() -> None:
    content = xlsx_from(
        {"表": SHEET, "控え": [["秘密", "甲"]]}, state="hidden", cols='<cols><col min="2" max="2" hidden="1"/></cols>'
    )
    assert not any(word in "".join(texts(read(content, "a.xlsx"))) for word in ("秘密", "数量", "1,500"))
    assert "Left out: 5 cell(s)" in codes(content, "a.xlsx")[Code.DELETED_TEXT_DROPPED]


def test_printed_headers_are_left_out_with_their_words_in_a_finding() -> None:
    head = '&amp;L&amp;"Arial,Bold"&amp;12&amp;KFF0000取扱注意&amp;C海山省&amp;R&amp;P / &amp;N'
    content = xlsx_from({"表": SHEET}, cols=f"<headerFooter><oddHeader>{head}</oddHeader></headerFooter>")
    outcome = read_document(content, "a.xlsx")
    (found,) = (finding for finding in outcome.findings if finding.code is Code.FURNITURE_DROPPED)
    assert found.texts == ("取扱注意", "海山省", "/")
    assert "取扱注意" not in "".join(texts(outcome.value))


def test_phonetic_guides_are_no_part_of_a_cell() -> None:
    rich = "<si><r><t>海山</t></r><r><t>省</t></r><rPh><t>ウミヤマショウ</t></rPh></si>"
    assert texts(read(xlsx_from({"S": [[rich]]}), "a.xlsx")) == ["海山省"]


def test_struck_text_is_left_out_and_raised_figures_stay_raised() -> None:
    run = "<r><rPr>{}</rPr><t>{}</t></r>"
    rich = f"<si><r><t>定員</t></r>{run.format('<strike/>', '３００')}{run.format('<sz/>', '３５０名')}</si>"
    up = run.format("<vertAlign val='superscript'/>", "6")
    raised = f"<si><r><t>１０</t></r>{up}<r><t>件</t></r></si>"
    content = xlsx_from({"S": [[rich, raised]]})
    assert texts(read(content, "a.xlsx")) == ["定員３５０名", "１０⁶件"]
    assert "the first is “３００”" in codes(content, "a.xlsx")[Code.DELETED_TEXT_DROPPED]


def test_cells_whose_font_strikes_through_are_left_out() -> None:
    spaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    fonts = "<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
    styles = f"<styleSheet {spaces}>{fonts}<cellXfs><xf/><xf fontId='1'/><xf fontId='2'/></cellXfs></styleSheet>"
    own = "<rPr><b/></rPr>"
    rows = "<row><c s='1'><v>300</v></c><c s='2'><v>350</v></c>"
    rows += f"<c s='1' t='inlineStr'><is><r><t>旧</t></r><r>{own}<t>新</t></r></is></c>"
    content = xlsx_from({"S": []}, rows=f"{rows}</row>", styles=styles)
    assert texts(read(content, "a.xlsx")) == ["350", "新"]
    found = next(f for f in read_document(content, "a.xlsx").findings if f.code is Code.DELETED_TEXT_DROPPED)
    assert found.texts == ("300", "旧")


@pytest.mark.parametrize("stored", ["", "<v></v>", "<v/>"])
def test_numbers_without_known_format_and_formulas_without_result_are_told(stored: str) -> None:
    rows = f'<row r="9"><c r="A9"><f>SUM(B1:B2)</f>{stored}</c><c r="B9" t="inlineStr"><is><t>合計</t></is></c></row>'
    content = xlsx_from({"S": [["甲", (0.5, "?/?")]]}, rows=rows)
    assert texts(read(content, "a.xlsx")) == ["甲", "0.5", "〓", "合計"]
    told = [f.message for f in read_document(content, "a.xlsx").findings if f.code is Code.UNREADABLE_CHARACTERS]
    assert ["1 number(s)" in told[0] and "S!B1" in told[0], "1 formula(s)" in told[1]] == [True, True]


def test_an_empty_workbook_is_refused() -> None:
    assert "no text" in refusal(xlsx_from({"S": []}), "a.xlsx")


def test_a_long_text_that_many_cells_share_is_counted_each_time() -> None:
    assert "characters" in refusal(xlsx_from({"S": [["長い文" * 50] * 20]}), "a.xlsx", Limits(max_characters=2000))
