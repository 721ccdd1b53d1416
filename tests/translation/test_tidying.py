"""Small mends of the English."""

import pytest

from briefgen.translation.tidying import tidy
from tests.translation.build import bind

SOURCE = "中谷防衛大臣は日本と米国を訪問。"
OWN = (
    bind(SOURCE, "中谷防衛大臣", "Defense Minister Nakatani", "person"),
    bind(SOURCE, "日本", "Japan", "country"),
    bind(SOURCE, "米国", "United States", "country"),
)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("the Defense Minister Nakatani left .", "Defense Minister Nakatani left."),
        ("He met the Defense Minister Nakatani.", "He met Defense Minister Nakatani."),
        ("The Japan supports it.", "Japan supports it."),
        ("He left the Japan-U.S. talks.", "He left the Japan-U.S. talks."),
        ("He visited the Japan Coast Guard.", "He visited the Japan Coast Guard."),
        ("He visited the the United States", "He visited the United States."),
        ("a the meeting was held.", "A meeting was held."),
        ("meeting ( part 1 ) held", "Meeting (part 1) held."),
        ('the ship " Umi" and " Yama " left', 'The ship "Umi" and "Yama" left.'),
        ('a 3" gun', 'A 3" gun.'),
        ('the "Sea Talks (ST: Sea Talks") and "Umi (x)"', 'The "Sea Talks (ST: Sea Talks)" and "Umi (x)".'),
        ("The in Article 3, Paragraph 1 is deleted.", "In Article 3, Paragraph 1 is deleted."),
        ("It left at shortly before 15:00.", "It left shortly before 15:00."),
        ("It left at around 15:00.", "It left at around 15:00."),
        ("It came at between 08:00 and 08:59.", "It came between 08:00 and 08:59."),
        ("He left at 15 minutes before 09:00.", "He left 15 minutes before 09:00."),
        ("It flew until from 10:20 to noon.", "It flew from 10:20 to noon."),
        ("It was in the zone of around the Umi Islands.", "It was in the zone around the Umi Islands."),
        ("It is for a term of from April 1 to 5.", "It is for a term of April 1 to 5."),
        ("The question of from whom it came is open.", "The question of from whom it came is open."),
        ("It is held between from April 1 to 5.", "It is held from April 1 to 5."),
        ("“Yes.”", "“Yes.”"),
    ],
)
def test_sentences(english, expected):
    assert tidy(english, SOURCE, OWN) == expected


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("On from Friday to Monday, it met.", "From Friday to Monday, it met."),
        ("It came on October last year.", "It came in October last year."),
        ("It ends at January 2026.", "It ends in January 2026."),
        ("It met in Monday, May 3.", "It met on Monday, May 3."),
        ("It met on May 3.", "It met on May 3."),
        ("On 09:00, it began.", "At 09:00, it began."),
        ("On around 17:30, it began.", "At around 17:30, it began."),
        ("It came at 15:28 and 15:35 p.m. today.", "It came at 15:28 and 15:35 today."),
        ("It began at 05:50 a.m. today.", "It began at 05:50 today."),
        ("It began at 5:50 a.m. today.", "It began at 5:50 a.m. today."),
        ("They trained off Naples on August, and on August 2.", "They trained off Naples in August, and on August 2."),
        ("He left at 3:35 p.m. today.", "He left at 3:35 p.m. today."),
        ("On 2025, all met, and on FY2026.", "In 2025, all met, and in FY2026."),
        ("It is on 2025 figures.", "It is on 2025 figures."),
        ("On Saturday, 25th, he left.", "On Saturday the 25th, he left."),
        ("It is due by Thursday, the 7th.", "It is due by Thursday the 7th."),
        ("They attended the meeting, attended the meeting, and left.", "They attended the meeting, and left."),
        ("Ships left, ships came.", "Ships left, ships came."),
        ("Pacific Partners Three(PP3) met.", "Pacific Partners Three (PP3) met."),
        ("PP3+ Minister A met.", "PP3 + Minister A met."),
        ("The Russia's aggression goes on.", "Russia's aggression goes on."),
        ("The Minister's visit ended.", "The Minister's visit ended."),
        ("It took 1 days and 1 hours.", "It took 1 day and 1 hour."),
        ("It took 21 days and 1.1 hours.", "It took 21 days and 1.1 hours."),
        ("On July 1 ships left.", "On July 1 ships left."),
    ],
)
def test_dates_numbers_and_spaces(english, expected):
    assert tidy(english, SOURCE, OWN) == expected


CLOCK = "午前９時頃、１２時、午後３時から午後５時まで。"
TIMES = (
    bind(CLOCK, "午前９時頃", "around 09:00", "time", accepted=("around 9:00",)),
    bind(CLOCK, "１２時", "12:00", "time"),
    bind(CLOCK, "午後３時から午後５時まで", "from 15:00 to 17:00", "time"),
)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("It left around 9:00 a.m. and came at 15:00.", "It left around 09:00 and came at 15:00."),
        ("It met at 12:00 p.m., from 3:00 p.m. to 5:00 p.m.", "It met at 12:00, from 15:00 to 17:00."),
        ("It met at 9:00 p.m., and at 12:00 a.m. today.", "It met at 9:00 p.m., and at 12:00 a.m. today."),
        ("It met at 8:00 a.m. today.", "It met at 8:00 a.m. today."),
    ],
)
def test_a_paper_has_one_clock(english, expected):
    assert tidy(english, CLOCK, TIMES) == expected


def test_the_clock_of_a_house_that_counts_to_twelve_stays():
    nine = bind(CLOCK, "午前９時頃", "around 9:00 a.m.", "time")

    assert tidy("It left around 9:00 a.m. today.", CLOCK, (nine,)) == "It left around 9:00 a.m. today."


MEMBERS = "国会議員３名は14時（現地時間）に計画（注２）を防衛省で。"
COUNTED = (
    bind(MEMBERS, "国会議員", "Diet member"),
    bind(MEMBERS, "３", "3", "number", accepted=("three",)),
    bind(MEMBERS, "現地時間", "local time"),
    bind(MEMBERS, "（注２）", "(Note 2)", "reference"),
    bind(MEMBERS, "防衛省", "Ministry of Defense"),
)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("It was for 3 Diet member.", "It was for 3 Diet members."),
        ("It was for three Diet member, of two houses.", "It was for three Diet members, of two houses."),
        ("It was for a Diet member.", "It was for a Diet member."),
        ("It was a 3 Diet member group.", "It was a 3 Diet member group."),
        ("On May 3 Diet member came.", "On May 3 Diet member came."),
        ("It is No. 3 Diet member.", "It is No. 3 Diet member."),
        ("A meeting (local time) began at 14:00 (local time).", "A meeting began at 14:00 (local time)."),
        ("The plan (Note 2) was for the Summit (Note 2).", "The plan (Note 2) was for the Summit."),
        ("The plan (Note 2) is for 14:00 (local time).", "The plan (Note 2) is for 14:00 (local time)."),
        ("In this light, Ministry of Defense will go on.", "In this light, the Ministry of Defense will go on."),
        ("He said that Ministry of Defense has it.", "He said that the Ministry of Defense has it."),
        ("It was for 3, Ministry of Defense and others.", "It was for 3, Ministry of Defense and others."),
    ],
)
def test_plurals_remarks_and_articles(english, expected):
    assert tidy(english, MEMBERS, COUNTED) == expected


PLACES = "海自は嘉手納基地、アデン湾、英陸軍、第３条と。"
NAMES = (
    bind(PLACES, "嘉手納基地", "Kadena Air Base", "name"),
    bind(PLACES, "アデン湾", "Gulf of Aden", "name"),
    bind(PLACES, "英陸軍", "British Army"),
    bind(PLACES, "第３条", "Article 3", "reference"),
)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Noise at the Kadena Air Base was loud.", "Noise at Kadena Air Base was loud."),
        ("Work on the Kadena Air Base runway ended.", "Work on the Kadena Air Base runway ended."),
        ("It operates in Gulf of Aden.", "It operates in the Gulf of Aden."),
        ("It operates in the Gulf of Aden.", "It operates in the Gulf of Aden."),
        ("Training with British Army began.", "Training with the British Army began."),
        ("Training with British Army units began.", "Training with the British Army units began."),
        ("Under the Article 3, it is so.", "Under Article 3, it is so."),
        ("British Army joined.", "British Army joined."),
    ],
)
def test_articles_before_names(english, expected):
    assert tidy(english, PLACES, NAMES) == expected


@pytest.mark.parametrize(
    ("english", "source", "expected"),
    [
        ("Meeting with the minister.", "大臣との会談", "Meeting with the minister"),
        ("The working group (4th)", "作業部会（第４回）", "Working group (4th)"),
        ("The Hague", "国際会議", "The Hague"),
        ("The ship of the day", "本日の艦", "The ship of the day"),
        ("Visit to the U.S.", "米国訪問", "Visit to the U.S."),
        ("It began. It ended.", "開始・終了", "It began. It ended."),
        ("", "大臣", ""),
    ],
)
def test_heads_have_no_full_stop(english, source, expected):
    assert tidy(english, source, ()) == expected


def test_tidying_twice_changes_nothing():
    once = tidy("the Defense Minister Nakatani the the left", SOURCE, OWN)

    assert tidy(once, SOURCE, OWN) == once


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The destroyer sailed the Gulf of Aden and the Gulf.", "The destroyer sailed the Gulf of Aden and Gulf."),
        ("the Gulf, Gulf of Aden and the Gulf of Oman", "Gulf, Gulf of Aden and Gulf of Oman."),
        ("It sailed in Gulf of Aden and the Gulf.", "It sailed in the Gulf of Aden and Gulf."),
    ],
)
def test_a_name_that_begins_a_longer_one_leaves_it_its_article(english, expected):
    """Whatever stands first in the Japanese."""
    source = "護衛艦は、アデン湾と湾岸を航行した。"
    names = (bind(source, "アデン湾", "Gulf of Aden", "name"), bind(source, "湾岸", "Gulf", "name"))

    assert tidy(english, source, names) == tidy(english, source, names[::-1]) == expected


def test_seasons_are_in_a_year():
    assert (
        tidy("On the spring of last year, it closed.", "昨年の春に閉じた。", ())
        == "In the spring of last year, it closed."
    )
