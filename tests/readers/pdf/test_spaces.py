"""Spaces that a browser or vertical setting leaves out: gaps tell them, but not those inside words spread out."""

from __future__ import annotations

import pytest

from briefgen.japanese.lines import tidy_spaces
from briefgen.readers.pdf.lines import printed_lines
from briefgen.readers.pdf.runs import Run, Sheet

SHEET = Sheet(1, 595.0, 842.0)
EM = 10.0


def line(shown: str, is_vertical: bool) -> str:
    """The text of a line of which only the gaps tell where its spaces stand, one run for each word or letter."""
    runs, place = [], 60.0
    for word in shown.replace("　", " ").split(" "):
        parts = list(word) if is_vertical else [word]
        for part in parts if word else []:
            lefts = [place + EM * number for number in range(len(part))]
            rights = [left + EM for left in lefts]
            runs.append(Run(part, lefts, rights, 100.0, 110.0, EM, is_vertical=is_vertical))
            place = rights[-1]
        place += EM
    return tidy_spaces("".join(made.text for made in printed_lines(runs, SHEET)))


@pytest.mark.parametrize("is_vertical", [False, True], ids=["level", "vertical"])
@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("１　日　時　　令和８年６月１９日", "１　日時　令和８年６月１９日"),
        ("２　場　所　　本館８階", "２　場所　本館８階"),
        ("３　この省令は公布の日から施行する", "３　この省令は公布の日から施行する"),
        ("三　変更の内容　第一種に変更", "三　変更の内容　第一種に変更"),
        ("課長　　岬　太郎", "課長　岬　太郎"),
        ("委員　五十嵐　誠", "委員　五十嵐　誠"),
        ("内閣総理大臣　森　　　進", "内閣総理大臣　森　進"),
        ("氏　名　　岬　太　郎", "氏名　岬太郎"),
        ("海　山　省", "海山省"),
        ("レ　ー　ダ　ー　整　備", "レーダー整備"),
        ("令　和　８　年　度", "令和８年度"),
        ("平　成　10　年　度", "平成10年度"),
        ("１　２　月", "１２月"),
        ("５　月　１　日", "５月１日"),
    ],
)
def test_a_gap_is_a_space_but_not_inside_a_word_spread_out(shown: str, expected: str, is_vertical: bool) -> None:
    assert line(shown, is_vertical) == expected


@pytest.mark.parametrize(
    ("first", "second", "gap", "expected"),
    [
        ("国務大臣（岬花子君）", "お答えする。", 5.3, "国務大臣（岬花子君）　お答えする。"),
        ("６月１０日（水）", "終日", 5.3, "６月１０日（水）　終日"),
        ("６月１０日（水）", "から", 2.0, "６月１０日（水）から"),
        ("国務大臣岬花子君", "お答えする。", 5.3, "国務大臣岬花子君お答えする。"),
        ("「通知」", "。", 5.3, "「通知」。"),
        ("２", "「管理者」とは、施設の長をいう。", 5.0, "２　「管理者」とは、施設の長をいう。"),
    ],
)
def test_a_browser_takes_the_room_of_a_bracket_from_the_space(
    first: str, second: str, gap: float, expected: str
) -> None:
    runs, place = [], 60.0
    for text in (first, second):
        lefts = [place + EM * number for number in range(len(text))]
        runs.append(Run(text, lefts, [left + EM for left in lefts], 100.0, 110.0, EM))
        place = lefts[-1] + EM + gap
    assert tidy_spaces(printed_lines(runs, SHEET)[0].text) == expected


@pytest.mark.parametrize(
    ("words", "gap", "expected"),
    [
        (["中川", "太郎大臣"], 2.3, "中川 太郎大臣"),
        (["内訳は３００", "３５０", "400の順"], 2.3, "内訳は３００ ３５０ 400の順"),
        (["第一", "総則"], 3.5, "第一 総則"),
        (["監視", "１２０"], 6.0, "監視 １２０"),
        (["合計", "３"], 6.0, "合計 ３"),
        (["北", "海道"], 6.0, "北海道"),
        (["海事局", "１２名", "３名"], 6.2, "海事局 １２名 ３名"),
        (["中川", "太郎大臣"], 1.5, "中川太郎大臣"),
        (["会合を開き、", "終えた"], 2.3, "会合を開き、終えた"),
        (["海山省は", "NATOと"], 2.3, "海山省はNATOと"),
        (["海", "山", "省", "の", "任", "務"], 2.3, "海山省の任務"),
    ],
)
def test_a_narrow_gap_that_is_alone_is_half_a_space(words: list[str], gap: float, expected: str) -> None:
    runs, place = [], 60.0
    for word in words:
        lefts = [place + EM * number for number in range(len(word))]
        runs.append(Run(word, lefts, [left + EM for left in lefts], 100.0, 110.0, EM, after_space=True))
        place = lefts[-1] + EM + gap
    assert "".join(made.text for made in printed_lines(runs, SHEET)) == expected


def test_two_characters_drawn_as_one_do_not_break_the_line() -> None:
    dash = ([60.0], [80.0])
    runs = [Run("―", *dash, 100.0, 110.0, EM), Run("―", *dash, 100.0, 110.0, EM)]
    runs.append(Run("了", [80.0], [90.0], 100.0, 110.0, EM))
    assert [made.text for made in printed_lines(runs, SHEET)] == ["――了"]
