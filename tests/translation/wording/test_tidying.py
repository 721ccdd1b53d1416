"""Small mends of the English."""

import pytest

from briefgen.translation.wording.tidying import tidy
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
        ("It ends on before the end of March.", "It ends before the end of March."),
        ("It is held in every Monday and Friday.", "It is held every Monday and Friday."),
        ("The from 09:00 to 17:00 is open.", "From 09:00 to 17:00 is open."),
        ("“Yes.”", "“Yes.”"),
    ],
)
def test_sentences(english, expected):
    assert tidy(english, SOURCE, OWN) == expected


@pytest.mark.parametrize(
    ("computed", "english", "expected"),
    [
        (
            "500 metres",
            "It came within 500 meters of it, or 1,500 meters.",
            "It came within 500 metres of it, or 1,500 meters.",
        ),
        ("8 per cent", "It rose by 8 percent and 18 percent.", "It rose by 8 per cent and 18 percent."),
        ("5 tonnes", "5 tons of it came.", "5 tonnes of it came."),
        ("5 tons", "5 tons of it came.", "5 tons of it came."),
        ("500 meters", "It came within 500 meters.", "It came within 500 meters."),
    ],
)
def test_a_unit_is_spelt_as_computed(computed, english, expected):
    """The model writes American English, and under the theme uk a note had metres beside meters."""
    assert tidy(english, "５００を測る。", (bind("５００を測る。", "５００", computed, "quantity"),)) == expected


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("On from Friday to Monday, it met.", "From Friday to Monday, it met."),
        ("It came on October last year.", "It came in October last year."),
        ("It met at 10:00 on March 12 March.", "It met at 10:00 on 12 March."),
        ("It met in April 25 April, and on May 2 May 2025.", "It met on 25 April, and on 2 May 2025."),
        ("In 12 June, it met in 3 March 2026.", "On 12 June, it met on 3 March 2026."),
        ("It met in March, on 12 May and 3 March.", "It met in March, on 12 May and 3 March."),
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


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Water was supplyed.", "Water was supplied."),
        ("The utilitys and flybys were aircrafts.", "The utilities and flybys were aircraft."),
        ("He paid in zlotys on days.", "He paid in zlotys on days."),
        ("He held a Indo-Pacific meeting and a exercise.", "He held an Indo-Pacific meeting and an exercise."),
        ("A exercise was an major one.", "An exercise was a major one."),
        ("A one-day European trip, a unit, a union.", "A one-day European trip, a unit, a union."),
        ("Class A aviation and an Su-35.", "Class A aviation and an Su-35."),
        ("IP4+Secretary and A+B.", "IP4 + Secretary and A+B."),
        ("TMDI:Trial Maritime Data Initiative", "TMDI: Trial Maritime Data Initiative."),
        ("TLP:RED, 10:30 and 1:A.", "TLP:RED, 10:30 and 1:A."),
        ("It starts since next spring.", "It starts from next spring onward."),
        ("It is held for twice a year.", "It is held twice a year."),
        ("It ran to from 02:15 to 04:40.", "It ran from 02:15 to 04:40."),
        ("The plaintiffs plans to appeal.", "The plaintiffs plan to appeal."),
        ("The damage that the plaintiffs claims is small.", "The damage that the plaintiffs claim is small."),
        ("The meeting with the police was short.", "The meeting with the police was short."),
        ("The police was called.", "The police were called."),
        ("It rests on the Article 9 of the Constitution.", "It rests on Article 9 of the Constitution."),
        ("The crew out of danger.", "The crew is out of danger."),
        ("The injured crew members out of danger.", "The injured crew members are out of danger."),
        ("The driver was out of danger.", "The driver was out of danger."),
        ("The pilot pulled out of danger.", "The pilot pulled out of danger."),
        ("All the crew are called out of danger.", "All the crew are said to be out of danger."),
        ("There was no injuries.", "There were no injuries."),
        ("There is also some voices.", "There are also some voices."),
        ("There is no news and there was no access.", "There is no news and there was no access."),
        ("There is no basis, and there was some water.", "There is no basis, and there was some water."),
        ("A man in his 60s were taken there.", "A man in his 60s was taken there."),
        ("A man and a woman in her 20s were hurt.", "A man and a woman in her 20s were hurt."),
        ("The company says that he would pay.", "The company says that it would pay."),
    ],
)
def test_slips_that_are_sure(english, expected):
    assert tidy(english, "同社は払うとしている。", ()) == expected


def test_a_body_is_he_where_a_person_may_be():
    english = "The court ruled that he could stay."

    assert tidy(english, "裁判所は、被告は残れるとした。", ()) == english


def test_one_of_a_term_is_singular():
    source = "加盟国１か国とフリゲート１隻が反対した。"
    own = (bind(source, "加盟国", "member states"), bind(source, "フリゲート", "frigate"))

    assert tidy("1 frigates and one member states opposed.", source, own) == "1 frigate and one member state opposed."
    assert tidy("Type 1 frigates", "フリゲート", own[1:]) == "Type 1 frigates"


def test_exports_to_a_country_begin_a_sentence_without_article():
    source = "対米輸出は減った。"
    own = (bind(source, "対米輸出", "exports to the United States"),)

    assert tidy("The exports to the United States fell.", source, own) == "Exports to the United States fell."


def test_a_name_in_both_languages_is_said_once():
    source = "Sea Safety Dialogue（海上安全対話）"
    own = (bind(source, "海上安全対話", "Sea Safety Dialogue"),)
    twice = "Sea Safety Dialogue (SSD: Sea Safety Dialogue)"

    assert tidy(twice, source, own) == "Sea Safety Dialogue (SSD)"
    assert tidy(twice, source, own * 2) == twice


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


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("２度目となる会合への出席を喜ぶ。", "He is glad to attend the meeting, the second.", "for the second time."),
        ("２度目となる米国訪問を行った。", "He visited the United States, the 2nd.", "for the 2nd time."),
        ("２度目となる共同訓練に参加した。", "They joined the exercise, the second.", "exercise, the second."),
        ("２度目となる会合への出席を喜ぶ。", "He is glad to attend the meeting, the third.", "meeting, the third."),
    ],
)
def test_what_is_done_again_is_done_for_the_nth_time(source, english, expected):
    """Of ５回目となる訓練に参加 it is the exercise that comes again, so that stays open."""
    ordinal = bind(source, "２度目", "2nd", "ordinal", accepted=("second",))

    assert tidy(english, source, (ordinal,)).endswith(expected)


@pytest.mark.parametrize(
    ("source", "english", "expected"),
    [
        ("――いつ始まったのか。", "- When did it start?", "— When did it start?"),
        ("――いつ始まったのか。", "When did it start?", "— When did it start?"),
        ("７～９月期は減った。", "July to September quarter fell.", "The July to September quarter fell."),
        ("７～９月期に減った。", "It fell in July to September quarter.", "It fell in the July to September quarter."),
        (
            "７～９月期に減った。",
            "It fell in the July to September quarter.",
            "It fell in the July to September quarter.",
        ),
        ("７～９月期の実績", "Results of July to September quarter", "Results of the July to September quarter"),
        ("翌３日に出た。", "It left at the next day, the 3rd.", "It left on the next day, the 3rd."),
    ],
)
def test_questions_quarters_and_days(source, english, expected):
    assert tidy(english, source, ()) == expected


def test_seasons_are_in_a_year():
    assert (
        tidy("On the spring of last year, it closed.", "昨年の春に閉じた。", ())
        == "In the spring of last year, it closed."
    )
