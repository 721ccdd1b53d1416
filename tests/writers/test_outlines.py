"""How rows hang together: heads, leads, indents, and what a digest says of a section."""

import pytest

from briefgen.model.document import BlockKind
from briefgen.writers.outlines import head_level, indents, key_points, leads, under_heads
from tests.writers.briefings import row


def head(number, level=1):
    return row(number, "見出し", "Head", kind=BlockKind.HEADING, level=level)


def item(number, level=1, ja="項目"):
    return row(number, ja, "Item", kind=BlockKind.LIST_ITEM, level=level, label_ja="・")


def cell(number, line, column, ja="国"):
    return row(number, ja, "Cell", kind=BlockKind.TABLE_CELL, cell=(0, line, column))


def said(rows):
    return [([head.number for head in point.heads], [one.number for one in point.rows]) for point in key_points(rows)]


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [(BlockKind.TITLE, 0, 1), (BlockKind.HEADING, 0, 1), (BlockKind.HEADING, 5, 3), (BlockKind.PARAGRAPH, 2, 0)],
)
def test_levels_of_heads(kind, level, expected):
    assert head_level(row(1, "", "", kind=kind, level=level)) == expected


def test_rows_are_grouped_under_their_heads():
    rows = [row(1, "", ""), row(2, "", "", kind=BlockKind.HEADING), row(3, "", ""), row(4, "", "")]
    groups = under_heads(rows)

    assert [(group.head and group.head.number, [r.number for r in group.rows]) for group in groups] == [
        (None, [1]), (2, [3, 4]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "following", "expected"),
    [
        ("参加部隊は次のとおり。", cell(2, 0, 0), True),
        ("主な日程は次の表のとおり。", cell(2, 0, 0), True),
        ("訓練では、次の項目を予定している。", item(2), True),
        ("双方は、装備に関し、次の３点を確認した。", item(2), True),
        ("大臣は、概要以下の通り述べました。", row(2, "今回", "", label_ja="（１）"), True),
        ("問い合わせ先：", row(2, "広報課", ""), True),
        ("訓練では、次の項目を予定している。", row(2, "文", ""), False),
        ("次の会合は、秋に横浜で開く。", item(2), False),
        ("出席したところ、概要以下の通り。", head(2), False),
        ("日本側は、次世代の装備を示した。", item(2), False),
    ],
)
def test_a_row_leads_where_it_says_what_comes_below_it(text, following, expected):
    assert leads([row(1, text, ""), following]) == (frozenset({1}) if expected else frozenset())


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (BlockKind.CAPTION, {1}),
        (BlockKind.PARAGRAPH, {1}),
        (BlockKind.LIST_ITEM, {1}),
        (BlockKind.NOTE, set()),
        (BlockKind.END, set()),
    ],
)
def test_a_caption_or_unit_leads_to_the_table_below_it_and_a_note_does_not(kind, expected):
    """A caption ended a sheet of the PDF and its table began the next one."""
    assert leads([row(1, "（単位：億円）", "", kind=kind), cell(2, 0, 0), cell(3, 1, 0)]) == expected


def test_the_last_row_and_the_heads_of_tables_lead_nowhere():
    assert leads([row(1, "日程は次のとおり。", "")]) == frozenset()
    assert leads([cell(1, 0, 0, "内訳："), cell(2, 1, 0)]) == frozenset()


def test_lists_stand_in_by_one_step_whatever_their_level_in_the_paper_and_lists_in_lists_by_more():
    rows = [row(1, "文", "", level=2), item(2, 3), item(3, 4), item(4, 9), row(5, "注", "", kind=BlockKind.NOTE)]

    assert indents(rows) == {1: 0, 2: 1, 3: 2, 4: 6, 5: 1}


def test_a_sentence_among_lists_of_sister_sections_stands_in_like_them():
    """The notice of an exercise lists three units of one country and names the only one of the other."""
    rows = [
        head(1), row(2, "文", ""),
        head(3), head(4, 2), item(5, 3), item(6, 3), head(7, 2), row(8, "一個旅団", ""),
        row(9, "（以上）", "", kind=BlockKind.END),
        head(10), head(11, 2), row(12, "文", ""), head(13, 2), row(14, "文", ""),
    ]  # fmt: skip

    assert {number: steps for number, steps in indents(rows).items() if steps} == {5: 1, 6: 1, 8: 1}


def test_lists_below_heads_of_the_first_level_leave_the_text_of_other_sections_alone():
    assert indents([head(1), row(2, "文", ""), head(3), item(4)]) == {2: 0, 4: 1}


def test_items_marked_like_paragraphs_of_the_paper_stand_as_far_out_as_those():
    """（１） is an item where it is short and a paragraph where it is long; lists of items under them stand in."""
    short = [row(n, "項目", "", kind=BlockKind.LIST_ITEM, level=2, label_ja=f"（{n}）") for n in (2, 3)]
    rows = [head(1), *short, item(4, 3), head(5), row(6, "長い文", "", label_ja="（１）")]

    assert indents(rows) == {2: 0, 3: 0, 4: 1, 6: 0}


def test_a_section_says_its_first_sentence_that_does_not_only_lead_to_others():
    rows = [
        row(1, "訪問した。", ""), head(2), row(3, "活動状況は以下のとおり。", ""), row(4, "出発した。", ""),
        head(5), row(6, "次の取組を進める。", ""), item(7), item(8),
    ]  # fmt: skip

    assert said(rows) == [([], [1]), ([2], [4]), ([5], [7])]


def test_a_head_without_text_stands_before_the_first_below_it_and_one_without_anything_nowhere():
    rows = [
        head(1),
        head(2, 2),
        row(3, "甲", ""),
        head(4, 2),
        row(5, "乙", ""),
        head(6),
        head(7),
        row(8, "丙", ""),
        head(9),
    ]

    assert said(rows) == [([1, 2], [3]), ([4], [5]), ([7], [8])]


def test_a_section_with_a_table_only_gives_its_totals_or_its_heads():
    cells = [cell(2, 0, 0, "区分"), cell(3, 0, 1, "人員"), cell(4, 1, 0, "海自"), cell(5, 1, 1, "２名")]
    total = [cell(6, 2, 0, "計"), cell(7, 2, 1, "２名")]
    lead = row(8, "内訳は次のとおり。", "")

    assert said([head(1), *cells, *total]) == [([1], [6, 7])]
    assert said([head(1), *cells]) == [([1], [2, 3])]
    assert said([head(1), lead, *cells]) == [([1], [2, 3])]


def test_no_section_says_its_notes_captions_or_dates():
    kinds = (BlockKind.TITLE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.NOTE, BlockKind.REMARK, BlockKind.END)

    assert said([row(number, "文", "", kind=kind) for number, kind in enumerate(kinds, 1)]) == []
