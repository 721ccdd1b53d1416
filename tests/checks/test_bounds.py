"""What stands around a figure: shown when the English loses or makes it up, silent when it is there."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.verification import verify


def messages(ja, en, rung=Rung.INLINE, status=Status.MACHINE):
    constraints = find_placeables(ja, HouseStyle()).value
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    row = TranslatedSegment(segment, en, rung, status, constraints, verify(ja, en, constraints).marks)
    found = list(CHECKS["bounds"](row, Location()))
    assert all((one.code, one.severity) == (Code.BOUND_UNSURE, Severity.WARNING) for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        ("前年より４名少ない。", "It is four from the previous year.", "It is four fewer than the previous year."),
        ("前年度より５４人の減となる。", "It is 54 on the year before.", "It is down 54 on the year before."),
        ("予算は５％増となった。", "The budget was 5 percent.", "The budget rose 5 percent."),
        ("３０日以内に提出する。", "Submit it after 30 days.", "Submit it within 30 days."),
        ("おおむね２年に１回行う。", "It is held once every two years.", "It is held about once every two years."),
        ("少なくとも３隻が通過した。", "Three ships passed.", "At least three ships passed."),
        ("最短でも１０年を要する。", "It takes ten years.", "It takes at least ten years."),
        (
            "１０万飛行時間当たり２件である。",
            "It is two of 100,000 flight hours.",
            "It is two per 100,000 flight hours.",
        ),
        ("Ｗｉｎｄｏｗｓ１０以前を使う。", "They use what is before Windows 10.", "They use Windows 10 or earlier."),
        ("４月１日以前に採用された。", "They were hired from April 1.", "They were hired on or before April 1."),
        ("翌朝６時に着いた。", "It arrived at 06:00.", "It arrived at 06:00 the next morning."),
        ("令和９年度以降に支払われる。", "It is paid in FY2027.", "It is paid in FY2027 and beyond."),
        ("１０月１日以降に適用する。", "It applies on October 1.", "It applies from October 1."),
        (
            "平成１０年以前に建造された。",
            "It was built before 1998.",
            "It was built in 1998 or earlier.",
        ),
        (
            "令和１０年以降に改めて検討する。",
            "It will be considered anew since 2028.",
            "It will be considered anew in 2028 or later.",
        ),
        ("最大でも３隻とする。", "There are three ships.", "There are at most three ships."),
        ("３日に１度開いた。", "The three days opened it.", "It was held every three days."),
        ("百数十発が撃たれた。", "Several hundred were fired.", "More than 100 were fired."),
        ("数十人が参加した。", "Hundreds took part.", "Dozens took part."),
        ("数十年の歴史がある。", "It has a history of hundreds of years.", "It has a history of decades."),
        ("数千人が参加した。", "Hundreds took part.", "Several thousand took part."),
        ("数万人が参加した。", "Thousands took part.", "Tens of thousands took part."),
        ("１０万飛行時間当たり２件の事故", "2 accidents in 100,000 hours", "2 accidents per 100,000 flight hours"),
        ("２発を北東方向に発射した。", "It launched two.", "It launched two toward the northeast."),
        ("２発を北東方向に発射した。", "It launched two near one coast.", "It launched two (NE)."),
        ("前日より５１２円安で終えた。", "It closed 512 yen from the previous day.", "It closed 512 yen lower."),
        ("前週に比べ２円の円高である。", "It is 2 yen from last week.", "The yen is 2 yen stronger than last week."),
        ("島の北北西２２ｋｍで確認した。", "Seen 22 km northwest of it.", "Seen 22 km north-northwest of it."),
    ],
)
def test_a_word_around_a_figure_that_is_lost_is_shown(ja, wrong, right):
    assert len(messages(ja, wrong)) == 1
    assert messages(ja, right) == []


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        ("死者は３名、負傷者は９名である。", "3 dead and 9 were killed.", "3 dead and 9 injured."),
        ("２名が死亡、５名が負傷した。", "2 were killed, and 5 people.", "2 were killed, and 5 injured."),
        ("行方不明は４名である。", "There are 4 people.", "4 people are missing."),
        (
            "「賛成」が４７％、「反対」が３９％だった。",
            "47 percent in favor was 39 percent.",
            "47% approved, 39% objected.",
        ),
    ],
)
def test_what_a_figure_counts_must_not_be_lost_where_that_turns_the_sense(ja, wrong, right):
    assert len(messages(ja, wrong)) == 1
    assert messages(ja, right) == []


@pytest.mark.parametrize("ja", ["１万数千人が集まった。", "１００数十人が集まった。", "２千数百人が集まった。"])
def test_what_is_left_open_behind_a_figure_belongs_to_it(ja):
    assert messages(ja, "More than 10,000, more than 100, or more than 2,000 people gathered.") == []


def test_such_a_word_beside_no_figure_is_not_looked_for():
    assert messages("負傷者を後送し、９名が残った。", "Casualties were evacuated, and 9 stayed.") == []
    assert messages("９名が残り、負傷に備えた。", "9 stayed ready for anything.") == []


def test_a_bound_that_is_made_up_is_shown():
    assert messages("針路１３５度で航行した。", "It sailed at around 135 degrees.") == [
        "“around” before 135 degrees is not in the Japanese"
    ]
    assert messages("約１０隻が航行した。", "Approximately 10 ships sailed.") == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("二百億円近い制裁金を科した。", "It imposed a fine of nearly 20 billion yen."),
        ("三十年を経たものを公開する。", "Those more than 30 years old are disclosed."),
        ("４時間もたたないうちに行われた。", "It was held less than 4 hours later."),
    ],
)
def test_what_other_words_of_the_japanese_say_is_not_made_up(ja, en):
    assert not messages(ja, en)


def test_a_rate_that_is_made_up_is_shown():
    """１回当たり is no hour."""
    assert messages("１回当たり９０分とする。", "It is 90 minutes per hour.") == ["“per hour” is not in the Japanese"]
    assert messages("１７時までに１者につき３名。", "Three people per hour by 17:00.") == [
        "“per hour” is not in the Japanese"
    ]
    assert messages("９月２４日に１者３名。", "Three people per month on September 24.") == [
        "“per month” is not in the Japanese"
    ]
    assert messages("月３０円とする。", "It is 30 yen per month.") == []
    assert messages("１時間当たり９０発とする。", "It is 90 rounds per hour.") == []


def test_every_so_many_days_can_be_read_in_two_ways():
    """Every other day is sure, three hours are as well."""
    (message,) = messages("２日おきに実施する。", "It is held every 2 days.")

    assert message.startswith("2日おき")
    assert messages("１日おきに実施する。", "It is held every other day.") == []


@pytest.mark.parametrize("ja", ["車両３台に乗った。", "増田氏ら３名が参加した。", "３基の増設を行った。"])
def test_words_that_only_look_alike_say_nothing(ja):
    assert messages(ja, "Three.") == []
