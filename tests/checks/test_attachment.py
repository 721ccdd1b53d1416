"""What stands in the English for another thing is shown, with both figures named."""

import pytest

from briefgen.checks import CHECKS
from briefgen.findings import Code, Location, Severity
from briefgen.model.segment import Rung, Segment, SegmentId, Span, Status, TranslatedSegment
from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.verification import verify
from tests.translation.build import bind


def row(ja, en, *constraints, rung=Rung.INLINE, status=Status.MACHINE):
    marks = verify(ja, en, constraints).marks
    segment = Segment(SegmentId("b0001.s01"), "b0001", Span(0, len(ja)), ja)
    return TranslatedSegment(segment, en, rung, status, constraints, marks)


def messages(one):
    found = list(CHECKS["attachment"](one, Location()))
    assert all((each.code, each.severity) == (Code.ATTACHMENT_UNSURE, Severity.WARNING) for each in found)
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("ja", "wrong", "right"),
    [
        ("空き家率は１９．６％に上った。", "The rate rose by 19.6%.", "The rate rose to 19.6%."),
        ("空き家率は１９．６％に達した。", "The rate rose 19.6%.", "They make up 19.6%."),
        ("機体は３千メートルまで降下した。", "It descended from 3,000 meters.", "It descended to 3,000 meters."),
        ("断水は３，８００戸（２７％）まで減った。", "It fell from up to 3,800 (27%).", "It fell to 3,800 (27%)."),
        ("前回から４件増え、最多となった。", "It rose to a record high of 4.", "It rose by 4 to a record high."),
        (
            "前年から１１億円（２％）の減となった。",
            "It fell to 1.1 billion yen (2%).",
            "It fell by 1.1 billion yen (2%).",
        ),
        (
            "前日より７４２名少ない。",
            "It is fewer than 742 on the day before.",
            "It is 742 fewer than on the day before.",
        ),
        (
            "約８割が復旧し、残りは明日となる。",
            "The rest of approximately 80% is tomorrow.",
            "Approximately 80% is restored.",
        ),
        (
            "一昨年の１６件から３件増えた。",
            "There were 3 increases from 16 last year.",
            "It rose by 3 from 16 last year.",
        ),
        (
            "射程は現行型の約９５０kmから１，４００kmに延びる。",
            "It extends from approximately 950 km to 1,400 km of the current type.",
            "It extends from approximately 950 km of the current type to 1,400 km.",
        ),
        (
            "人員を昨年の約４３０名から約９５０名に増やす。",
            "It rises from approximately 430 to approximately 950 last year.",
            "It rises from approximately 430 last year to approximately 950.",
        ),
        (
            "日本は５３０名、米国は２１０名が参加する。",
            "Japan is 530 people and 210 take part.",
            "530 people from Japan and 210 take part.",
        ),
        (
            "応募者は１０年前の約９万人から約７万人に減った。",
            "They fell from approximately 90,000 to approximately 70,000 people ten years ago.",
            "They fell to approximately 70,000 from approximately 90,000 ten years ago.",
        ),
        ("日本が５３０名参加した。", "Japan participated in 530 people.", "530 people from Japan participated."),
        ("令和４年度の１．６５倍に増えた。", "It rose 1.65 times in FY2022.", "It rose to 1.65 times that of FY2022."),
        ("２月３日から９０日間続いた。", "It lasted from February 3 to 90 days.", "It lasted 90 days from February 3."),
        (
            "７万１千本のうち２万２千本を打った。",
            "71,000 were set up by 22,000.",
            "Of the 71,000, 22,000 were driven.",
        ),
        (
            "施設を約５億円かけて直す。",
            "It is repaired over approximately 500 million yen.",
            "It costs 500 million yen.",
        ),
        ("５分の１から４分の１に当たる", "one-fifth to one-fourth", "one-fifth to one-fourth"),
        (
            "離陸４０回、着艦６０回、計１００回",
            "A total of 40 takeoffs, 60 landings, 100",
            "40 takeoffs and 60 landings, 100 in all",
        ),
        (
            "戦闘機が約２１０回、ヘリコプターが約９０回の計約３００回飛んだ。",
            "Approximately 300 for helicopters approximately 90 and fighters approximately 210 flew.",
            "Fighters flew approximately 210 and helicopters approximately 90 times, approximately 300 in all.",
        ),
        (
            "前月の２．９％から０．３ポイント縮小した。",
            "It shrank from 2.9 percent in the previous month to 0.3 points.",
            "It shrank by 0.3 points from 2.9 percent in the previous month.",
        ),
        (
            "株価は一時下落し、終値は５１２円安の３万円だった。",
            "The price fell for a time, and closed at 30,000 yen, 512 yen from the previous day.",
            "The price fell for a time, and closed at 30,000 yen, down 512 yen from the previous day.",
        ),
        (
            "漁船の８人のうち５人が救助された。",
            "Five of the eight fishing boats were rescued.",
            "Five of the eight people on the fishing boat were rescued.",
        ),
    ],
)
def test_what_the_words_around_a_figure_contradict_is_shown(ja, wrong, right):
    constraints = find_placeables(ja, HouseStyle()).value

    assert len(messages(row(ja, wrong, *constraints))) == (wrong != right)
    assert messages(row(ja, right, *constraints)) == []


@pytest.mark.parametrize(
    ("ja", "english"),
    [
        ("機体は３千メートルから降下した。", "It descended from 3,000 meters."),
        ("兵力を最大で３割減らす。", "It is reduced by up to 30 percent."),
        ("８００機の半数が落ちた。", "Half of the 800 fell."),
        ("令和９年の前半に開く。", "It is held in the first half of 2027."),
        ("４１か国から４千人が参加した。", "4,000 people from 41 countries took part."),
        ("値は４．２から２．１へ落ちた。", "It fell to 2.1 from 4.2."),
        ("１時間から２時間かかる。", "It takes from 1 hour to 2 hours."),
        ("計４０回の離陸と６０回の着艦", "A total of 40 takeoffs and 60 landings"),
        ("支持率は３から５割に上がった。", "The approval rating rose from 30 to 50 percent."),
    ],
)
def test_what_the_japanese_says_as_well_is_no_contradiction(ja, english):
    assert messages(row(ja, english, *find_placeables(ja, HouseStyle()).value)) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("医師１名、看護師２名、推計５名が残る。", "One doctor, two nurses and an estimated five remain."),
        ("０．３ポイント縮小して２．６％となった。", "It shrank by 0.3 points to 2.6 percent."),
        ("８人乗りの漁船２隻", "two fishing boats for eight"),
    ],
)
def test_what_is_no_total_no_level_and_no_crew_is_let_be(ja, en):
    assert messages(row(ja, en, *find_placeables(ja, HouseStyle()).value)) == []


@pytest.mark.parametrize(
    ("ja", "named", "wrong", "right"),
    [
        (
            "第４回 造船に関する会議",
            (("第４回", "4th", "ordinal"), ("造船", "shipbuilding")),
            "Meeting on the 4th shipbuilding",
            "4th meeting on shipbuilding",
        ),
        (
            "ペルーの要求とガボンの回答",
            (("ペルー", "Peru", "country"), ("ガボン", "Gabon", "country")),
            "Reply of the demand of Peru and Gabon",
            "Peru's demand and Gabon's reply",
        ),
    ],
)
def test_what_belongs_to_one_stands_with_it(ja, named, wrong, right):
    constraints = tuple(bind(ja, *one) for one in named)

    assert len(messages(row(ja, wrong, *constraints))) == 1
    assert messages(row(ja, right, *constraints)) == []
