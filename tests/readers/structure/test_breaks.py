"""Manual line breaks and lines that are not full: what goes on below, and what was broken on purpose."""

from __future__ import annotations

import pytest

from briefgen.readers.structure.breaks import is_cut, join_apart, join_manual_breaks
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.office import rejoined

LISTS = {
    "persons": [
        "出席者",
        "岬　花子　海山大学大学院工学研究科教授（防災工学）",
        "北野　由美子　海山県危機管理監兼防災局長事務取扱",
        "西　守　一般社団法人海山商工会議所専務理事",
    ],
    "items of a list": [
        "議題",
        "令和７年度第１回海山地域防災協議会の議事録の確認",
        "令和８年度における合同訓練計画の策定に係る基本方針",
        "避難所１２か所の耐震診断の結果及び今後の対応方針",
    ],
    "days": ["１０月１７日　緊急発進２回（推定北陸国機延べ３機、太平洋）", "１０月１９日　なし"],
    "values named without a colon": [
        "日時　令和７年１２月７日（日）午前９時から正午まで",
        "場所　海山県岬町大字岬１番地２　海山県立総合運動公園",
        "人員　海山隊第３中隊及び第５中隊の計３５０名、車両４２両",
    ],
    "values named with a colon": ["日時：令和７年１２月７日（日）", "場所：海山県立総合運動公園"],
    "speakers": [
        "【海山新聞　早瀬記者】退避の時期はいつになりますか。",
        "【岬大臣】現時点で確定した日程はございません。",
    ],
    "speakers in round brackets": ["（記者）予算の規模は。", "（大臣）３．５億円を見込んでおります。"],
    "figures on both sides": [
        "１０月の緊急発進の回数（速報値、北陸国機に対するもの）　１２",
        "３機は、いずれも南下した模様",
    ],
    "figures below each other": ["１２", "３４５"],
    "two heads before items": [
        "海山省は監視をどう強めるか",
        "来年度の計画の概要",
        "１　監視艇を２隻建造する。",
        "２　訓練を年３回に増やす。",
    ],
    "a list behind a sentence": ["議題は、次のとおり", "令和７年度の計画の策定", "詳細は別紙を参照。"],
    "numbers": ["次の３点を確認した。", "（１）監視の継続", "（２）訓練の拡充"],
    "times below each other": ["10:00～12:00", "13:00～15:00"],
    "a day and a time": ["2026/11/16", "10:00"],
    "sums below each other": ["１億", "２億", "３億"],
    "sums with things counted": ["12億", "3機"],
    "what a word means": ["コラム　基幹管路とは", "導水管、送水管及び配水本管をいう。"],
    "telephones": ["電話 03-0000-1234", "fax 03-0000-1235"],
    "an annex and its name": ["別紙１", "２０２６年度の計画"],
    "figures in a bracket": ["予算の額（令和７年度１，２００", "３５０）"],
    "types of aircraft": ["F-15", "2機"],
    "signed figures": ["±3", "5"],
    "numbers without text": ["1.", "2."],
    "single figures": ["3", "5"],
    "single marks": ["○", "×"],
    "a code in a sentence": ["会合は、2026/11/16", "10:00から開かれる。"],
    "names in kana behind a bracket": ["海山国（首都）", "にしうみ国（首都）", "はるか国"],
    "things in Latin letters": ["パソコン 5台", "iPhone 3台"],
    "a head behind a sentence": ["目的は次の２点である。", "内容", "共同訓練を行うこと。"],
}
RUNNING = {
    "a word is cut": ["岡野大臣から、先般の支援に対する感謝の意が述べら", "れました。"],
    "a clause is open": ["両大臣は、北方海域の情勢について意見を交換し、", "引き続き緊密に連携することで一致した。"],
    "a sentence is open": ["両大臣は、海上における安全保障", "協力を一層深めることで一致した。"],
    "a particle follows a bracket": ["海山海洋機構（ＴＫＫ）", "は、来年度の計画を決定した。"],
    "lines of one width": [
        "海山省は、令和７年度における沿岸監視体制の整備",
        "計画を決定し、観測所４８か所の機器を更新するこ",
        "ととした。",
    ],
    "lines of one width that name neither subject nor object": [
        "海山省総務課広報室長兼務沿岸監視整備担当官、同",
        "省防災政策局広域防災協力課長及び監視調整官等計",
        "１２名である。",
    ],
    "a sum is cut": [
        "海山省は、来年度の予算として総額１２億",
        "５，０００万円を要求することを決め、関係する",
        "機関に通知した。",
    ],
    "a figure is cut": ["派遣する人員は３", "５０名、予算は１２億", "５，０００万円である。"],
    "lines of unlike width": ["防衛費をGDP比", "２％とする目標を確認した。"],
    "a verb goes on": ["来月上旬に開かれる会合に出席", "する意向を示した。"],
    "a purpose goes on": [
        "海上保安庁は、違法な操業を取り締まる",
        "ため、巡視船３隻を派遣し、乗組員２１人を",
        "聴取した。",
    ],
    "a narrow cell": ["12億", "3,400万円"],
    "a decimal in a cell": ["12.", "5"],
    "a sign in a cell": ["△", "3.2"],
    "an era in a cell": ["令和", "７年度"],
    "letters below each other": ["区", "分"],
    "a group of digits is cut": ["予算は１，２", "００億円", "とする。"],
    "a bracket closes below": ["総額１２億円（前年度比", "＋３．５％）"],
    "a conjunction ends the line": ["護衛艦２隻及び", "補給艦１隻"],
    "a conjunction begins the line": ["護衛艦２隻", "並びに補給艦１隻"],
    "a particle with a comma": ["8,500円を上限とする", "が、繁忙期は", "10,000円まで認める。"],
    "an indent below a particle": ["備考　雨天の場合は", "　９月８日に延期する。"],
    "a particle below a word": ["海山海洋機構", "は、来年度の計画を決定した。"],
    "a sentence follows another": [
        "昨日、電話会談を行いました。",
        "会談では、邦人８名の退避について協力を確認しました。",
    ],
}


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS)
def test_lines_broken_on_purpose_stay_apart(lines: list[str]) -> None:
    assert join_manual_breaks(lines) == lines


@pytest.mark.parametrize("lines", RUNNING.values(), ids=RUNNING)
def test_a_sentence_broken_by_hand_is_one_again(lines: list[str]) -> None:
    assert join_manual_breaks(lines) == ["".join(line.strip() for line in lines)]


def test_an_indent_behind_a_sentence_begins_anew() -> None:
    lines = ["会談を行いました。", "　協力を確認しました。"]

    assert join_manual_breaks(lines) == [line.strip() for line in lines]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["表１", "２０２６年度の予算"], "表１　２０２６年度の予算"),
        (["１，２００", "３５０"], "１，２００　３５０"),
        (["総額１２億", "３，４００万円"], "総額１２億３，４００万円"),
        (["協定の改正に", "ついて"], "協定の改正について"),
    ],
    ids=["a number and a year", "figures below each other", "a figure is cut", "words"],
)
def test_lines_of_heads_and_cells_join_no_figures(lines: list[str], text: str) -> None:
    assert join_apart(lines) == text


HEADS = [
    ("インド太平洋、欧州・大西洋を取り巻く安全保障環境の変化", "わが国は、各国との連携を強化する方針を説明した。"),
    ("共同訓練の拡充、装備品の移転及び情報の共有の推進", "あらかじめ定めた計画に基づき、訓練を３回実施した。"),
    ("海山国、東西国及び南北国との間における共同開発の推進", "すべての参加国は、年内の合意を目指すことで一致した。"),
]


@pytest.mark.parametrize(("head", "text"), HEADS)
@pytest.mark.parametrize("has_gap", [False, True])
def test_a_head_goes_on_in_no_paragraph(head: str, text: str, has_gap: bool) -> None:
    assert not is_cut(head, text, has_gap)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("防衛協力の深化、情報の共有及び人的交流の促進", "などについて意見を交換した。"),
        ("岡野大臣から、先般の支援に対する感謝の意", "が述べられた。"),
        ("（１）８月６日、第２６部隊（注１）の初動対処部隊約３０", "名が留別を出発し、住民４７名を救助した。"),
        ("このうち夜間の不審な航行の件数は、前年より大きく増えて４５８", "件となった。"),
        ("期限は11/20", "でよいでしょうか。"),
        ("災害の", "状況"),
        ("我々の庭だ」と", "船長は語った。"),
        ("海山省と岬市との防災協力に関する", "覚書"),
        ("会談では、両国の安全保障上の課題について認識を共有", "した上で、協力を確認した。"),
    ],
)
def test_the_end_of_a_word_or_a_particle_belongs_to_the_line_above(before: str, after: str) -> None:
    assert is_cut(before, after, False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("参加者約３０", "名が留別を出発した。"),
        ("岬大臣が会談を行った日　令和８", "名簿は次のとおり。"),
        ("職員は、３０名", "機体は三つ"),
    ],
    ids=["no sentence", "no figure", "a whole figure"],
)
def test_another_line_does_not_go_on_with_a_figure(before: str, after: str) -> None:
    assert not is_cut(before, after, has_gap=after.startswith("名簿"))


@pytest.mark.parametrize("look", [{"is_bold": True}, {"size": 1.5}])
def test_text_set_otherwise_is_no_part_of_a_paragraph(look: dict[str, float]) -> None:
    parts = [Paragraph("岡野大臣から、先般の支援に対する感謝の意", **look), Paragraph("が述べられた。")]

    assert rejoined(parts) == parts
    assert len(rejoined([Paragraph(part.text) for part in parts])) == 1
