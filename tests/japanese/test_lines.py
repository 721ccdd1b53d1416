"""Joining of wrapped lines: no space in Japanese, one between Latin words, none that only the setting put in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.japanese.lines import join_lines, tidy_spaces


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["１５時００", "分から"], "１５時００分から"),
        (["ＮＡＴ", "Ｏの研究"], "ＮＡＴＯの研究"),
        (["Tailored", "Partnership"], "Tailored Partnership"),
        (["Partnership", "（計画）"], "Partnership（計画）"),
        (["the Indo-", "Pacific region"], "the Indo-Pacific region"),
        (["co\u00ad", "operation"], "cooperation"),
        (["long\ufffe", "term"], "long-term"),
        (["国際", "", "  海洋  "], "国際海洋"),
        (["3", "か国"], "3か国"),
        (
            ["see https://www.example.go.jp/r6_kai", "tei/index.html）"],
            "see https://www.example.go.jp/r6_kaitei/index.html）",
        ),
        (["https://www.example.go.jp/plan", "and its annexes"], "https://www.example.go.jp/plan and its annexes"),
        ([], ""),
    ],
)
def test_join(lines, text):
    """The rule for each pair of neighbours at a line end."""
    assert join_lines(lines) == text


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("事務総長 との会談 について", "事務総長との会談について"),
        ("中谷　元", "中谷　元"),
        ("高瀬 元(たかせ・げん)大臣", "高瀬 元(たかせ・げん)大臣"),
        ("高瀬 元（たかせ げん）大臣", "高瀬 元（たかせ げん）大臣"),
        ("高瀬 元（たか せ げん）大臣", "高瀬 元（たかせげん）大臣"),
        ("高瀬 元 防衛大臣", "高瀬 元 防衛大臣"),
        ("日 米 の 防 衛 当 局 は、 訓 練 を 行 う", "日米の防衛当局は、訓練を行う"),
        ("防衛 当局 は、 訓練 を 行い ます", "防衛当局は、訓練を行います"),
        ("報　道　資　料", "報道資料"),
        ("日　時", "日時"),
        ("令 和 ７ 年 ４ 月 １ 日", "令和７年４月１日"),
        ("ＳＴＲＡＴＣＯＭ ＣＯＥ", "ＳＴＲＡＴＣＯＭ ＣＯＥ"),
        ("ア　目的", "ア　目的"),
        ("１　目　的", "１　目的"),
        ("１．日　時：令和８年６月３日", "１．日時：令和８年６月３日"),
        ("４．議　事", "４．議事"),
        ("日時　　　１０時", "日時　１０時"),
        ("日　時　令和７年３月１日", "日時　令和７年３月１日"),
        ("件　　名　　監視装置", "件名　監視装置"),
        ("海　山　省　告　示　第　百　五　号", "海山省告示第百五号"),
        ("海　山　省　令　第　二　十　三　号", "海山省令第二十三号"),
        ("（１）件　　名　沿岸監視装置", "（１）件名　沿岸監視装置"),
        ("森　進　海佐", "森　進　海佐"),
        ("早　瀬　　　守", "早瀬　守"),
        ("内閣総理大臣　　森　　　進", "内閣総理大臣　森　進"),
        ("岬　　花　子", "岬　花子"),
        ("海山省会計課長　　北　野　由美子", "海山省会計課長　北野　由美子"),
        ("「 開放 」と （ 注 ）", "「開放」と（注）"),
        ("NATO Centre of Excellence", "NATO Centre of Excellence"),
        ("NATO 事務総長", "NATO 事務総長"),
        ("議長（長谷部 みどり君）", "議長（長谷部 みどり君）"),
        ("ア 申請書", "ア 申請書"),
        ("○岬国務大臣 お答えします。", "○岬国務大臣 お答えします。"),
        ("○委員長（鹿島 守君） これより始めます。", "○委員長（鹿島 守君） これより始めます。"),
        ("○大臣 は、次のとおり述べた。", "○大臣は、次のとおり述べた。"),
        ("(1)ア 申請書", "(1)ア 申請書"),
        ("ア メリカ", "アメリカ"),
    ],
)
def test_tidy(text, tidy):
    """Which spaces mean something."""
    assert tidy_spaces(text) == tidy


JAPANESE = st.text("東京の防衛大臣はＮＡＴＯと、会談。（注１）ab 　 c-1\t日時局長", max_size=60)


@given(st.lists(JAPANESE, max_size=6))
def test_only_white_space_goes(lines):
    """Every other character stays, in order."""
    assert "".join(join_lines(lines).split()) == "".join("".join(lines).split())


ENDS = st.text("あ漢Ａ１aé3-\u2010\u00ad\ufffe 、（", max_size=4)


@given(st.lists(ENDS, max_size=5))
def test_many_lines_join_like_one_after_the_other(lines):
    """What is joined at once is what the rule for two lines gives, tidied in the end."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        is_hyphened = len(text) > 1 and text[-1] in "-\u2010\ufffe" and text[-2] in "aé１Ａ3"
        is_apart = text[-1:] in tuple("aé3-\u2010\ufffe") and line[0] in "aé3-\u2010\u00ad\ufffe"
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        elif is_hyphened:
            text = text[:-1] + "-" + line
        else:
            text += " " * is_apart + line
    assert join_lines(lines) == tidy_spaces(text)


@given(JAPANESE)
def test_tidying_twice_changes_nothing(text):
    """A tidy text is tidy."""
    once = tidy_spaces(text)

    assert tidy_spaces(once) == once
    assert unicodedata.is_normalized("NFC", once)
