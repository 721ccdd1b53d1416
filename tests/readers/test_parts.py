"""Labels, datelines, characters, furniture, columns: the single rules behind the structure."""

from datetime import date

import pytest

from briefgen.findings import Code
from briefgen.model.document import BlockKind
from briefgen.readers.inline.rules import lift_ruby
from briefgen.readers.structure.furniture import drop_page_furniture, drop_web_furniture
from briefgen.readers.structure.layout import Line, Paragraph
from briefgen.readers.structure.marks import is_inline_enumeration, split_label
from briefgen.readers.structure.metadata import parse_date, parse_dateline
from briefgen.readers.structure.paragraphs import rebuild_paragraphs


@pytest.mark.parametrize(
    ("text", "mark", "style", "rest"),
    [
        ("１．ＮＡＴＯ", "１．", "number", "ＮＡＴＯ"),
        ("1. Purpose", "1.", "number", "Purpose"),
        ("１　日時", "１", "number", "日時"),
        ("2 日程", "2", "number", "日程"),
        ("3 歳出の見直し", "3", "number", "歳出の見直し"),
        ("5 日本の予算", "5", "number", "日本の予算"),
        ("7 年間計画", "7", "number", "年間計画"),
        ("4 時系列", "4", "number", "時系列"),
        ("2 ドローンの活用", "2", "number", "ドローンの活用"),
        ("1.2 国際情勢", "1.2", "section", "国際情勢"),
        ("一、目的", "一、", "number", "目的"),
        ("一、二国間関係", "一、", "number", "二国間関係"),
        ("二、三沢基地", "二、", "number", "三沢基地"),
        ("Ⅱ　方針", "Ⅱ", "chapter", "方針"),
        ("Q1. 費用はいくらか。", "Q1.", "speaker", "費用はいくらか。"),
        ("Ｑ１　費用はいくらか。", "Ｑ１", "speaker", "費用はいくらか。"),
        ("A12 未定である。", "A12", "speaker", "未定である。"),
        ("Ａ　約５億円である。", "Ａ", "speaker", "約５億円である。"),
        ("Q いくらか。", "Q", "speaker", "いくらか。"),
        ("Ｂ　１０月１日に行う。", "Ｂ", "letter", "１０月１日に行う。"),
        ("Ｉ　目的", "Ｉ", "letter", "目的"),
        ("ⅱ　概要", "ⅱ", "chapter", "概要"),
        ("(1)ア 申請書", "(1)ア", "kana", "申請書"),
        ("２（３）イ　申請書", "２（３）イ", "kana", "申請書"),
        ("①ウ　申請書", "①ウ", "kana", "申請書"),
        ("問３　費用はいくらか", "問３", "speaker", "費用はいくらか"),
        ("第１　概要", "第１", "chapter", "概要"),
        ("第２章 現状", "第２章", "chapter", "現状"),
        ("1.2 背景", "1.2", "section", "背景"),
        ("（１）概要", "（１）", "paren", "概要"),
        ("(10) 概要", "(10)", "paren", "概要"),
        ("⑴概要", "⑴", "paren", "概要"),
        ("１）概要", "１）", "half-paren", "概要"),
        ("①概要", "①", "circled", "概要"),
        ("ア　概要", "ア", "kana", "概要"),
        ("（ア）概要", "（ア）", "paren-kana", "概要"),
        ("a. 概要", "a.", "letter", "概要"),
        ("・概要", "・", "bullet", "概要"),
        ("- 概要", "-", "bullet", "概要"),
        ("○　概要", "○", "bullet", "概要"),
        ("（注１）概要", "（注１）", "note", "概要"),
        ("注２：概要", "注２：", "note", "概要"),
        ("＊１ 概要", "＊１", "note", "概要"),
        ("※概要", "※", "remark", "概要"),
        ("第８条の２　委員会は", "第８条の２", "chapter", "委員会は"),
        ("第十九条の三　大臣は", "第十九条の三", "chapter", "大臣は"),
        ("※２　概要", "※２", "remark", "概要"),
        ("１．２０２５年８月に", "１．", "number", "２０２５年８月に"),
        ("３．１１月１８日、", "３．", "number", "１１月１８日、"),
        ("1 10月13日(火)、会議が", "1", "number", "10月13日(火)、会議が"),
        ("２．１５時に開会", "２．", "number", "１５時に開会"),
        ("４．３か国が", "４．", "number", "３か国が"),
    ],
)
def test_label(text, mark, style, rest):
    """The mark as printed, its series, the text without it."""
    label = split_label(text)

    assert (label.mark, label.style.value, label.rest) == (mark, style, rest)


@pytest.mark.parametrize(
    "text",
    [
        "１．５時間", "３．５年間", "２．５月分",
        "第２の３　隻", "第８条の規定　による", "第８条の２項目",
        "１０月１７日", "１２．５トン", "3 か国", "２ 機", "1 10月13日", "2 3月末",
        "第１回会合は", "○○大臣", "U.S. Forces",
        "Ａ４　用紙に書くこと。", "A 判で印刷する。", "Ａ　１０名",
        "Ｐ　Ｄ　Ｃ", "Ｃ　社の製品は売れた。", "A boat sank。",
        "Ｑ１　売上",
        "（１）から（３）まで", "（１）について",
        "5 日午前", "2 人体制", "3 機体制", "2 次補正", "5 キロ先", "3 トン", "2.5 ポイント",
        "アメリカ", "一方、", "24 hours", "-5度", "1・2月", "注意事項", "（月）",
        "七、八割が賛成した", "二、三百人が集まった", "一、二三四件の申請",
    ],
)  # fmt: skip
def test_no_label(text):
    """Figures, dates and words that only look like one."""
    assert split_label(text) is None


def test_inline_enumeration():
    """①…、②… in one text: its first figure belongs to the sentence."""
    assert is_inline_enumeration("①支援、②防衛の２分野")
    assert not is_inline_enumeration("①支援")
    assert not is_inline_enumeration("")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和６年１０月１７日", date(2024, 10, 17)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和7(2025)年4月1日", date(2025, 4, 1)),
        ("平成３０年１２月１日", date(2018, 12, 1)),
        ("R6.10.17", date(2024, 10, 17)),
        ("2024-10-21 10:58", date(2024, 10, 21)),
        ("2024年（令和6年）10月21日", date(2024, 10, 21)),
        ("2024/2/30", None),
        ("二〇二六年十一月八日", date(2026, 11, 8)),
        ("令和六年十月十七日", date(2024, 10, 17)),
        ("10月17日", None),
    ],
)
def test_date(text, day):
    """Era and western dates; a day without a year, or an impossible one, is none."""
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "issued", "issuer", "number"),
    [
        ("令和６年１０月１７日（木）", date(2024, 10, 17), "", ""),
        ("公開日：2024年10月21日 10時58分", date(2024, 10, 21), "", ""),
        ("2024-10-21T10:58:00+09:00", date(2024, 10, 21), "", ""),
        ("令和７年４月１日　防衛省", date(2025, 4, 1), "防衛省", ""),
        ("海上幕僚監部　令和７年４月１日", date(2025, 4, 1), "海上幕僚監部", ""),
        ("防衛省　統合幕僚監部", None, "防衛省　統合幕僚監部", ""),
        ("防防政第１２３号", None, "", "防防政第１２３号"),
        ("お知らせ", None, "", ""),
        ("（二〇二六年十一月八日）", date(2026, 11, 8), "", ""),
        ("２０２６年５月１日、サン・ルカ", date(2026, 5, 1), "", ""),
        ("2026年2月12日 19時04分 有料記事", date(2026, 2, 12), "", ""),
        ("海山省会計課長　北野　由美子", None, "海山省会計課長", ""),
        ("支出負担行為担当官", None, "", ""),
        ("関係機関の長　殿", None, "", ""),
        ("（公印省略）", None, "", ""),
        ("海山庁次長", None, "海山庁次長", ""),
        ("海山庁長官", None, "海山庁長官", ""),
        ("一般財団法人海山協会", None, "一般財団法人海山協会", ""),
        ("北海タイムス　早瀬様", None, "", ""),
        ("2026/7/3 17:20更新：2026/7/3 20:05", date(2026, 7, 3), "", ""),
        ("編集委員　早瀬　守", None, "", ""),
        ("上席研究員　早瀬　守", None, "", ""),
        ("海山安全保障研究センター", None, "海山安全保障研究センター", ""),
        ("分析レポート２０２６－１４", None, "", "分析レポート２０２６－１４"),
        ("令和８年１０月２１日　午後２時～２時４０分　県庁５階記者会見室", date(2026, 10, 21), "", ""),
        ("令和８年１０月２１日（水）１４時から正午まで　第一会議室", date(2026, 10, 21), "", ""),
        ("社会部　早瀬守", None, "", ""),
        ("（CC：北野様）", None, "", ""),
        ("内閣衆質二二〇第四五号", None, "", "内閣衆質二二〇第四五号"),
        ("2026年12月10日発行", date(2026, 12, 10), "", ""),
        ("陸上自衛隊第１師団広報室", None, "陸上自衛隊第１師団広報室", ""),
        ("海山省 大臣官房 広報課", None, "海山省 大臣官房 広報課", ""),
        ("内閣官房", None, "内閣官房", ""),
        ("統合幕僚長", None, "統合幕僚長", ""),
        ("航空幕僚長　早瀬　守", None, "航空幕僚長", ""),
        ("令和７年１１月１１日（火曜日）　１０時３２分　於：本省会見室", date(2025, 11, 11), "", ""),
        ("令和７年１１月１１日（於：本省会見室）", date(2025, 11, 11), "", ""),
        ("報道資料　令和７年１１月１３日", date(2025, 11, 13), "", ""),
        ("海山省告示第百二十三号", None, "", "海山省告示第百二十三号"),
    ],
)
def test_dateline(text, issued, issuer, number):
    """Lines about the paper itself."""
    dateline = parse_dateline(text)

    assert (dateline.issued, dateline.issuer, dateline.number) == (issued, issuer, number)


@pytest.mark.parametrize(
    "text",
    [
        "10月17日に会談した。",
        "場所　海山省記者会見室",
        "鳴瀬誠　沿岸監視局長",
        "日豪共同訓練部隊",
        "会談について",
        "令和６年度予算の概要",
        "防衛省は発表した",
        "第１回災害対策本部",
        "右端が新任の統合幕僚長",
        "海山省　第２会議室",
        "令和８年４月１４日（火）１４：００～１６：００",
        "測位に対する妨害の態様",
    ],
)
def test_no_dateline(text):
    """Titles and sentences that hold a date or an office."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("７．１１．１３", date(2025, 11, 13)),
        ("（お知らせ）７．１１．１３", date(2025, 11, 13)),
        ("２５．１．２（木）", date(2025, 1, 2)),
        ("７．１３．４５", None),
        ("０．１．２", None),
    ],
)
def test_a_date_without_century_and_era_is_a_guess(text, day):
    """Of Reiwa, and from 20 on of this century; what cannot be a day is none."""
    dateline = parse_dateline(text)

    assert (dateline.issued, dateline.guessed) == (None, day)


def test_ruby_is_lifted():
    """Readings go apart; brackets with anything but kana stay."""
    assert lift_ruby("海上｜東雲丸《しののめまる》と硫黄島《いおうとう》") == (
        "海上東雲丸と硫黄島",
        "東雲丸=しののめまる 硫黄島=いおうとう",
    )
    assert lift_ruby("訓練《特別》") == ("訓練《特別》", "")


def page_lines(*texts, page):
    return [Line(text, page) for text in texts]


def test_running_heads_need_three_pages():
    """The same line at the edge of two pages may be text: it stays."""
    two = [line for page in (1, 2) for line in page_lines("概要版", f"本文{'あ' * page}。", "x", "y", "z", page=page)]
    three = two + page_lines("概要版", "本文う。", "x", page=3)

    assert len(drop_page_furniture(two, "a").value) == len(two)
    kept = drop_page_furniture(three, "a")
    assert "概要版" not in [line.text for line in kept.value]
    assert "“概要版”" in kept.findings[0].message


def test_figures_inside_a_page_are_no_page_numbers():
    """Only at the edge of a page."""
    lines = page_lines("題", "甲", "12", "乙", "丙", "3", page=1)

    kept = drop_page_furniture(lines, "a")

    assert [line.text for line in kept.value] == ["題", "甲", "12", "乙", "丙"]
    assert kept.findings[0].code is Code.FURNITURE_DROPPED


def test_short_share_names_alone_stay():
    """“X” or “LINE” by itself can be text."""
    paragraphs = [Paragraph("LINE"), Paragraph("訓練を行った。")]

    assert drop_web_furniture(paragraphs, "a").value == tuple(paragraphs)


def test_rows_of_spaced_columns_become_cells():
    """Lines of equally many pieces far apart are a table; the head is the row without figures."""
    rows = [Line("区分　　　人員"), Line("陸自　　　５０名"), Line("空自　　　６名")]

    cells = rebuild_paragraphs(rows)

    assert [(c.text, c.cell.row, c.cell.column, c.cell.is_header) for c in cells] == [
        ("区分", 0, 0, True), ("人員", 0, 1, True), ("陸自", 1, 0, False), ("５０名", 1, 1, False),
        ("空自", 2, 0, False), ("６名", 2, 1, False),
    ]  # fmt: skip


def test_captions_side_by_side():
    """Far apart under empty space where the pictures were."""
    lines = [Line("訓練を行った。"), Line("握手する大臣①  握手する大臣②", gap_before=9)]

    assert [(p.kind, p.text) for p in rebuild_paragraphs(lines)][1:] == [
        (BlockKind.CAPTION, "握手する大臣①"),
        (BlockKind.CAPTION, "握手する大臣②"),
    ]
