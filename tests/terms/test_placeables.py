"""Dates, times, figures and references: computed English, and what is left alone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.findings import Code
from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.terms.placeables.common import Scan
from briefgen.terms.placeables.preparing import prepare
from tests.translation.build import stands_in

CASES = Path(__file__).parent.parent / "cases" / "placeables"
YEAR = 2024


def read_cases() -> list[tuple[str, str]]:
    lines = [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]


def placed(source: str, style: HouseStyle = HouseStyle(), year: int | None = YEAR) -> tuple[Constraint, ...]:  # noqa: B008
    return find_placeables(source, style, year).value


def english(source: str, style: HouseStyle = HouseStyle()) -> str:  # noqa: B008
    return "; ".join(constraint.english for constraint in placed(source, style))


@pytest.mark.parametrize(("source", "expected"), read_cases())
def test_case(source, expected):
    """Exactly these constraints, in this order."""
    found = " ; ".join(f"{constraint.english} | {constraint.kind}" for constraint in placed(source))

    assert (found or "-") == expected


@pytest.mark.parametrize("source", [source for source, _ in read_cases()])
def test_spans_hold_the_source_and_do_not_overlap(source):
    constraints = placed(source)

    assert all(source[one.span.start : one.span.end] == one.source for one in constraints)
    assert all(a.span.end <= b.span.start for a, b in pairwise(constraints))


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("１０月１７日", ["17 October", "Oct. 17"]),
        ("15時", ["3:00 p.m.", "1500", "3 p.m."]),
        ("約２５分間", ["about 25 minutes"]),
        ("来年１月", ["January 2025", "January"]),
        ("２０日", ["20", "20th"]),
        ("12名が参加", ["twelve people", "12 personnel", "12"]),
        ("８０銭円高", ["80 sen", "0.8 yen"]),
        ("9円50銭", ["9.5 yen"]),
        ("7,127億円", ["¥712.7 billion", "712,700,000,000 yen"]),
        ("５０％", ["50%", "50 per cent"]),
        ("第21回", ["twenty-first"]),
        ("１年半", ["one and a half years", "18 months", "1.5 years"]),
        ("５月３日～８日", ["from May 3 to 8", "between May 3 and 8", "May 3 - 8", "May 3-8"]),
        ("本年１月から６月まで", ["January to June this year", "from January to June 2024"]),
        ("１５時～１５時４０分", ["15:00-15:40", "15:00 to around 15:40"]),
        ("１日", ["the first day"]),
        ("３年連続", ["third consecutive year", "3rd straight year"]),
        ("職員を年２回派遣する", ["twice per year", "two times a year"]),
        ("毎月１回実施", ["once per month", "monthly"]),
        ("週に３回飛ぶ", ["three times a week", "3 times weekly"]),
        ("２４時間", ["around the clock", "24-hour"]),
        ("１年間", ["a year", "another year"]),
        ("５０周年", ["fiftieth anniversary", "50th"]),
        ("約１８トン", ["approx. 18 tons"]),
        ("100万", ["one million", "1,000,000"]),
        ("9兆353億円", ["9,035.3 billion yen"]),
        ("24名が", ["twenty-four people"]),
        ("三か国", ["trilateral", "three countries"]),
        ("1名が参加", ["a", "one person"]),
        ("４．１ポイント", ["4.1 percentage points"]),
        ("第２", ["II", "second"]),
        ("第５項", ["paragraph 5"]),
        ("別紙２", ["Annex 2"]),
        ("北緯32度10分", ["32°10'N"]),
    ],
)
def test_other_forms_are_accepted(source, accepted):
    (constraint,) = placed(source)

    assert set(accepted) <= set(constraint.accepted)


def test_nothing_is_rounded():
    """More than four decimals of a billion are written out."""
    assert english("123億4567万8901円") == "12,345,678,901 yen"


def test_british_house_style():
    style = HouseStyle(date_order="dmy", spelling="uk", clock="12")

    assert english("令和６年１１月５日（火）", style) == "Tuesday 5 November 2024"
    assert english("１１月５日から８日まで", style) == "from 5 to 8 November"
    assert english("１５時", style) == "3:00 p.m."
    assert english("５０％、３キロメートル", style) == "50 per cent; 3 kilometres"


def test_weekday_is_checked_against_the_year_of_issue():
    outcome = find_placeables("１１月５日（水）", HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.WEEKDAY_MISMATCH]
    assert outcome.value[0].english == "Wednesday, November 5"


@pytest.mark.parametrize(
    "source", ["１１月５日（火）", "１月１０日（金）", "2024年11月5日（火）", "昨年１月１０日（月）"]
)
def test_right_weekdays_pass(source):
    """January of a paper of 2024 may be that of 2025; dates named by relation are not checked."""
    assert find_placeables(source, HouseStyle(), YEAR).findings == ()


@pytest.mark.parametrize(
    "source", ["１０月３２日", "2023年2月29日", "平成40年", "平成３２年度", "令和6（2023）年", "15時75分"]
)
def test_impossible_dates_are_reported_and_not_placed(source):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert outcome.value == ()
    assert [finding.code for finding in outcome.findings] == [Code.IMPOSSIBLE_DATE]


@pytest.mark.parametrize(("source", "findings"), [("２０、３０人が応募した", 1), ("２０、３０人ほど", 0)])
def test_two_round_numbers_may_be_a_list(source, findings):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert "20 or 30 people" in outcome.value[0].english
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_UNIT] * findings


@pytest.mark.parametrize(
    ("source", "findings"), [("Ｐ－１１機が飛来した", 1), ("Ｆ－２２戦闘機", 0), ("Ｆ－１５機", 0)]
)
def test_a_type_that_may_be_counted_is_reported(source, findings):
    """P-11, or one P-1."""
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_UNIT] * findings


def test_a_time_that_may_be_a_year_is_reported():
    outcome = find_placeables("１９４５、沖縄に着いた。", HouseStyle(), YEAR)

    assert [one.english for one in outcome.value] == ["19:45"]
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_TIME]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("出生率は１・２０だった。", [Code.AMBIGUOUS_UNIT]),
        ("値は７・３である。", [Code.AMBIGUOUS_UNIT]),
        ("前年比３・２％の増加", []),
        ("項目３・４を参照", []),
        ("第２・５師団", []),
        ("資料１・３を配布した。", []),
    ],
)
def test_a_middle_dot_between_figures_without_a_unit_is_reported(source, codes):
    assert [finding.code for finding in find_placeables(source, HouseStyle(), YEAR).findings] == codes


def test_a_year_of_an_era_that_was_not_read_is_reported():
    outcome = find_placeables("昭和４２、３年頃", HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_DATE]


@pytest.mark.parametrize("source", ["令和５～９年度", "昭和４２年、４３年"])
def test_years_of_an_era_in_a_list_are_read_without_doubt(source):
    assert find_placeables(source, HouseStyle(), None).findings == ()


def test_kinds_have_the_slots_of_the_model():
    kinds = [constraint.kind for constraint in placed("１１月５日１５時に７隻が１２海里を")]

    assert [kind.slot for kind in kinds] == ["d", "d", "q", "q"]
    assert kinds[2] is ConstraintKind.QUANTITY


@pytest.mark.parametrize("source", ["令和７年度から９年度", "R7年度～9年度"])
def test_a_fiscal_year_without_era_is_of_the_era_before_it(source):
    """No year of issue is needed for that."""
    (constraint,) = placed(source, year=None)

    assert constraint.english.endswith("FY2025 to FY2027")


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("100人以上", ["at least 100 people", "100 or more people"]),
        ("５０％未満", ["under 50%", "less than 50 per cent"]),
        ("10～20人", ["10-20 people", "between 10 and 20 people", "from ten to twenty people"]),
        ("5～6億円", ["between 500 million and 600 million yen"]),
        ("15時頃", ["about 3 p.m."]),
        ("100余名", ["over 100 people", "100-odd people"]),
        ("▲3％", ["a decrease of 3 percent", "down 3%"]),
        ("SH-60K型", ["SH-60K type"]),
        ("DDG179", ["DDG-179"]),
        ("３次元", ["3D"]),
    ],
)
def test_bounds_and_ranges_in_other_words(source, accepted):
    (constraint,) = placed(source)

    assert set(accepted) <= set(constraint.accepted)


@pytest.mark.parametrize(
    ("source", "english", "stands"),
    [
        ("100人以上", "100 people took part", False),
        ("100人以上", "at least 100 people took part", True),
        ("100人未満", "at least 100 people took part", False),
        ("▲5％", "it was 5 percent", False),
        ("▲5％", "it was minus 5 percent", True),
        ("前年度比－5％", "it was 5 percent", False),
        ("前年度比＋5％", "it was 5 percent", False),
        ("前年度比＋5％", "it was up 5 percent", True),
        ("1700Z", "at 17:00 it began", False),
        ("17回目", "for 17 days", False),
        ("▲２．４", "-2.4", True),
        ("▲２．４", "−2.4", True),
        ("▲２．４", "it fell to 2.4", False),
        ("▲２．４", "minus 2.4", True),
        ("一条を加える", "Article 1 shall be added", False),
        ("一条を加える", "an article shall be added", True),
        ("三項を加える", "three new Paragraphs shall be added", True),
        ("１１８番通報", "there were 118 notifications", False),
        ("１１８番通報", "there were 118 emergency calls", False),
        ("１１８番通報", "calls to 118 were made", True),
        ("１１８番通報", "A 118 call was made", True),
        ("１６日も", "it rains for as long as 16 days", False),
        ("５日も", "the talks go on for five more days", False),
        ("１６日も", "it rains on the 16th, days after the storm", True),
        ("１６日も", "on day 16 it rains", True),
    ],
)
def test_a_bound_or_sign_that_is_lost_is_missed(source, english, stands):
    """The figure alone does not do."""
    (constraint,) = placed(source)

    assert (stands_in(english, constraint) is not None) == stands


def test_midnight_by_the_letter_is_pointed_out():
    outcome = find_placeables("午前10時から午後12時まで", HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_TIME]
    assert outcome.value[0].english == "from 10:00 to 24:00"


@pytest.mark.parametrize(
    ("source", "is_unsure"),
    [
        ("同社は300キロを確保した。", True),
        ("時速300キロで走る。", False),
        ("300キロ先の島", False),
        ("船は14キロ進み、300キロ分の荷物を降ろした。", False),
        ("300キロワットの発電機", False),
        ("雨は30ミリに達した。", False),
    ],
)
def test_a_bare_kilo_that_may_be_either_is_pointed_out(source, is_unsure):
    codes = [finding.code for finding in find_placeables(source, HouseStyle(), YEAR).findings]

    assert codes == [Code.AMBIGUOUS_UNIT] * is_unsure


def test_a_load_behind_a_bare_kilo_is_weighed():
    kilos = [one.english for one in placed("船は14キロ進み、300キロ分の荷物を降ろした。")]

    assert kilos == ["14 kilometers", "300 kilograms"]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("９．９．２２　１９時００分現在", "September 22, 2027"),
        ("７．８．１２（火）", "August 12, 2025"),
        ("25.8.12 10時現在", "August 12, 2025"),
    ],
)
def test_the_date_over_a_report_is_of_reiwa_where_its_era_is_left_out(source, english):
    """The reader is told that it was guessed."""
    outcome = find_placeables(source, HouseStyle(), None)

    assert outcome.value[0].english.startswith(english)
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_DATE]


@pytest.mark.parametrize(
    ("source", "year", "english"), [("８．１１．１８", 2026, "November 18, 2026"), ("８．１１．１８", 2024, "8.11.18")]
)
def test_a_date_that_is_all_of_a_line_is_read_where_it_is_of_the_year_of_issue(source, year, english):
    """The reader is told at the row that it was guessed."""
    outcome = find_placeables(source, HouseStyle(), year)

    assert [one.english for one in outcome.value] == [english]
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_DATE] * (year == 2026)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("０６４０　第１４普通科連隊が出発", "06:40"),
        ("１１３０　中部方面総監が命令", "11:30"),
        ("24年以降に急増し", "2024"),
        ("15年までに廃止した。", "2015"),
        ("3日目には演習を行った。", "3rd day"),
        ("2年目分として", "2nd year"),
    ],
)
def test_what_begins_a_line_of_a_log_is_a_time_and_short_years_and_days_are_no_lengths(source, english):
    assert placed(source)[0].english == english


@pytest.mark.parametrize(
    ("english", "stands"), [("on the third day", True), ("Day 3", True), ("the third exercise", False)]
)
def test_the_third_day_is_no_third_of_anything_else(english, stands):
    (constraint,) = placed("3日目には")

    assert (stands_in(english, constraint) is not None) == stands


@pytest.mark.parametrize("source", ["１１３０　名", "1130　円", "２０２６年　計画"])
def test_other_figures_at_the_start_of_a_line_are_no_times(source):
    assert all(one.kind is not ConstraintKind.TIME for one in find_placeables(source, HouseStyle(), None).value)


@pytest.mark.parametrize("source", ["1.2.3 訓練の概要", "第1.2.3項", "版 2.13.45 現在", "9.9.22 の表"])
def test_other_figures_with_two_dots_are_no_dates(source):
    assert all(one.kind is not ConstraintKind.DATE for one in find_placeables(source, HouseStyle(), None).value)


@pytest.mark.parametrize(
    ("source", "is_unsure"), [("夜12時", True), ("夜１時", True), ("深夜１時", False), ("夜８時", False)]
)
def test_night_hours_at_midnight_or_after_are_pointed_out(source, is_unsure):
    findings = find_placeables(source, HouseStyle(), YEAR).findings

    assert bool(findings) == is_unsure
    assert all(finding.code is Code.AMBIGUOUS_TIME for finding in findings)


def test_two_days_before_what_is_announced_may_be_a_list():
    (finding,) = find_placeables("市は１２日、１７日に開くと述べた。", HouseStyle(), YEAR).findings

    assert (finding.code, finding.message[:7]) == (Code.AMBIGUOUS_DATE, "12日、17日")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("令和６年に始まり、７年の調査では", ["7年 was read as a length of time; it may be a year."]),
        ("令和６年に始め、７年を経て", []),
        ("令和６年と７年の比較", []),
        ("令和６年に始まる。７年の調査では", []),
        ("規則は１５年に改められた。", ["15年 was read as a length of time; it may be a year."]),
    ],
)
def test_a_bare_year_is_told_where_it_is_unclear(source, said):
    assert [finding.message for finding in find_placeables(source, HouseStyle(), YEAR).findings] == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("９時１５分前に到着", "9時15分前 was read as 15 minutes before 09:00; it may be shortly before 09:15."),
        ("１０時５分過ぎに着いた", "10時5分過ぎ was read as 5 minutes past 10:00; it may be shortly after 10:05."),
        ("午前１１時～２時", "The end of the range at 11:00 was read as 14:00."),
        ("午前１２時３０分に開始", "午前12時 was read as noon; some writers mean midnight by it."),
        ("午前１２時まで", "午前12時 was read as noon; some writers mean midnight by it."),
        ("平日９時から５時まで", "The end of the range at 9:00 was read as 17:00."),
        ("午前９時に始まり、３時に終わる", "3時 was read as 03:00; it may be of the afternoon."),
        ("午後４時で、３時半以降は混む", "3時半 was read as 03:30; it may be of the afternoon."),
        ("午後３時の会見で、６時に起きた事故を", "6時 was read as 06:00; it may be of the afternoon."),
        ("午後の会見で、６時に起きた事故を", "6時 was read as 06:00; it may be of the afternoon."),
        ("午後、首相は３時に起きた地震を", "3時 was read as 15:00; it may be of the morning."),
        ("午後は１０時まで開く", "10時 was read as 22:00; it may be of the morning."),
    ],
)
def test_a_time_that_may_be_another_is_reported(source, said):
    (finding,) = find_placeables(source, HouseStyle(), YEAR).findings

    assert (finding.code, finding.message) == (Code.AMBIGUOUS_TIME, said)


@pytest.mark.parametrize(
    ("source", "is_unsure"),
    [
        ("会議は５時に始まる。", True),
        ("説明会は３月５日３時から開く。", True),
        ("平日の受付を７時半まで延ばした。", True),
        ("会議は５時から１５時まで続いた。", False),
        ("夜中の２時に命じた。", False),
        ("３月５日３時に地震が発生した。", False),
        ("７月４日６時現在、避難者は３名である。", False),
        ("艦は５時４２分に出港した。", False),
        ("会議は９時に始まる。", False),
        ("訓練は５時間続いた。", False),
    ],
)
def test_a_bare_hour_that_may_be_of_the_afternoon_is_told(source, is_unsure):
    findings = find_placeables(source, HouseStyle(), YEAR).findings

    assert [finding.code for finding in findings] == [Code.AMBIGUOUS_TIME] * is_unsure


@pytest.mark.parametrize(
    ("before", "source", "is_unsure"),
    [
        ("午後３時に出発する。", "到着は５時の予定である。", True),
        ("午後は訓練を行う。", "開始は２時である。", True),
        ("午前９時に始まる。", "終了は３時である。", True),
        ("午前９時に始まる。", "終了は１１時である。", False),
        ("午後３時に出発する。", "到着は翌日５時の予定である。", False),
        ("午後３時に出発する。", "到着は０５時の予定である。", False),
        ("会議を開く。", "到着は９時の予定である。", False),
    ],
)
def test_a_bare_hour_behind_a_sentence_of_the_afternoon_is_reported(before, source, is_unsure):
    codes = [finding.code for finding in find_placeables(source, HouseStyle(), YEAR, before).findings]

    assert codes == [Code.AMBIGUOUS_TIME] * is_unsure


@pytest.mark.parametrize(
    ("english", "stands"),
    [("in the 8:00 a.m. hour", True), ("between 8:00 and 9:00", True), ("at 08:00", False)],
)
def test_some_time_of_an_hour_is_not_its_beginning(english, stands):
    (constraint,) = placed("午前８時台に")

    assert (stands_in(english, constraint) is not None) == stands


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("荒天により２日の式典を中止した", "2日 was read as a day of the month"),
        ("雨は１６日も降り続く", "16日 was read as a day of the month"),
        ("年を通じて三十日の訓練", "三十日 was read as a day of the month"),
        ("２９年の着工に期待", "29年 was read as 2029"),
        ("８年度に取得する", "8年度 was read as FY2026"),
        ("７２年の国交正常化", "72年 was read as 1972"),
        ("５０年までに実質ゼロ", "50年 was read as 2050"),
        ("７８年の著作が残る", "78年 was read as a length of time"),
        ("議長国は、２４年のイタリア", "24年 was read as a length of time"),
        ("準備委はウィーン（２３年）", "23年 was read as a length of time"),
        ("８年９月から運用する", "8年9月 may be a length of time or a date"),
        ("令和５年に着工し、８年９月から運用する", "8年9月 was read as 2026"),
        ("会議は５日で終了した", "5日 was read as a day of the month"),
        ("令和６年９年の実績", "9年 was read as a length of time"),
        ("期限を「３０日」とする", "30日 was read as a day of the month"),
        ("合意は、３日と見られる", "3日 was read as a day of the month"),
    ],
)
def test_a_date_that_may_be_something_else_is_reported(source, said):
    (finding,) = find_placeables(source, HouseStyle()).findings

    assert finding.code is Code.AMBIGUOUS_DATE
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    "source",
    [
        "２日に発表した",
        "同２日の式典",
        "１０月２日の式典",
        "４日半かかった",
        "１０日もたってから公表した",
        "会談は４日に行われ、５日も協議が続く",
        "翌６日に延期し、６日も実施できない場合",
        "８月１８日～２８日の訓練",
        "２日、会談した",
        "７８年の歴史を持つ",
        "２４年の勤務を経て昇進",
        "提訴から２５年が過ぎる",
        "２７年ぶりの政権交代",
        "令和５年４月から６年３月まで",
        "２０２３～２４年の冬",
        "懲役３年６月の判決",
        "１９７０年代から９０年代半ばにかけて",
        "費用は５０：５０で分担する",
    ],
)
def test_a_date_that_is_sure_is_not(source):
    assert find_placeables(source, HouseStyle()).findings == ()


@pytest.mark.parametrize(
    ("source", "english", "stands"),
    [
        ("任期は3年とする。", "The term is 3 months.", False),
        ("任期は3年とする。", "The term is three days.", False),
        ("任期は3年とする。", "The term is three years.", True),
        ("5年を3年に縮めた。", "It was cut from five years to three.", True),
        ("3時間より2時間少ない。", "It is 2 fewer than 3 hours.", True),
        ("100時間飛行した。", "It had 100 flight hours.", True),
        ("30日間とする。", "The period is 30 years.", False),
        ("1年かかる。", "It starts next year.", False),
        ("1年かかる。", "It takes a year.", True),
        ("今後1年で終える。", "It will end over the next year.", True),
        ("1時間かかる。", "It comes every hour.", False),
        ("1時間ごとに来る。", "It comes every hour.", True),
        ("100円かかる。", "It costs 100 dollars.", False),
        ("¥100かかる。", "It costs 100 dollars.", False),
        ("$100かかる。", "It costs 100 dollars.", True),
        ("$100かかる。", "It costs 100 yen.", False),
    ],
)
def test_a_length_of_time_or_money_in_another_unit_is_missed(source, english, stands):
    assert all(stands_in(english, one) for one in placed(source)) is stands


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("令和8年7月1日24時", "July 1, 2026; 24:00"),
        ("令和8年7月1日24時30分", "July 1, 2026; 12:30 a.m. the next day"),
        ("22時から24時まで", "from 10:00 p.m. to 24:00"),
        ("7月1日0時", "July 1; 12:00 a.m."),
    ],
)
def test_the_midnight_that_ends_a_day_is_not_the_one_that_begins_it(source, expected):
    assert english(source, HouseStyle(clock="12")) == expected


def test_the_last_midnight_of_a_day_is_not_met_by_its_first():
    *_, midnight = placed("7月1日24時")

    assert not stands_in("It ended at 12:00 a.m. on July 1.", midnight)


@pytest.mark.parametrize(
    ("english", "stands"),
    [("The dose was about 10⁶ Bq.", True), ("The dose was about 10 Bq.", False), ("The dose was about 10⁷ Bq.", False)],
)
def test_a_power_is_met_in_its_own_signs_only(english, stands):
    (dose,) = placed("線量は約10⁶Bqであった。")

    assert bool(stands_in(english, dose)) is stands


@pytest.mark.parametrize(
    "source",
    ["7、800人が参加した。", "5、600万円かかる。", "１２、３００人", "約２、５００人", "１、２３４人"],
)
def test_a_pair_that_may_be_a_number_in_thousands_is_reported_and_not_read(source):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_UNIT]
    assert not outcome.value


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("２０名３０名が並んだ。", "20 or 30 people"),
        ("１億円２億円の事業", "100 million or 200 million yen"),
        ("３名２名の班に分ける。", None),
    ],
)
def test_two_amounts_of_a_unit_with_nothing_between_them_are_told(source, english):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_UNIT]
    assert [one.english for one in outcome.value] == ([english] if english else [])


@pytest.mark.parametrize("source", ["１本１本を調べる。", "１人１人に聞く。"])
def test_one_by_one_is_no_number(source):
    assert not find_placeables(source, HouseStyle(), YEAR).value


@pytest.mark.parametrize("source", ["第十十条の規定による。", "第十十、三条"])
def test_references_whose_figures_are_no_number_are_reported_and_not_read(source):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_UNIT]
    assert not outcome.value


@pytest.mark.parametrize(("source", "is_unsure"), [("７管が原因を調べる", True), ("７管が漂流船を調べる", False)])
def test_a_region_of_the_coast_guard_that_may_be_pipes_is_pointed_out(source, is_unsure):
    outcome = find_placeables(source, HouseStyle(), YEAR)

    assert outcome.value[0].english == "the 7th Regional Coast Guard Headquarters"
    assert [finding.code for finding in outcome.findings] == [Code.AMBIGUOUS_TERM] * is_unsure


@pytest.mark.parametrize(
    ("source", "english", "is_right"),
    [
        ("昨年の春", "last spring", False),
        ("昨年の秋", "last fall", True),
        ("来春", "next spring", True),
        ("一昨年の秋", "last fall", False),
    ],
)
def test_a_season_may_be_said_in_short_where_that_is_sure(source, english, is_right):
    (season,) = placed(source)

    assert (english in season.accepted) is is_right


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("艦艇２隻と三隻", ["2隻", "三隻"]),
        ("Ｆ－３５隻", []),
        ("数十隻", []),
        ("１．５隻", []),
        ("２隻３隻", ["2隻", "3隻"]),
        ("数３隻", ["3隻"]),
    ],
)
def test_a_number_begins_where_no_number_or_name_goes_on(source, found):
    scan = Scan(prepare(source), HouseStyle())

    assert [match[0] for match in scan.at_numbers(re.compile("(?:[0-9]|[一二三十])隻"))] == found
