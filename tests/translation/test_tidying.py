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
        ("It left at shortly before 15:00.", "It left shortly before 15:00."),
        ("It left at around 15:00.", "It left at around 15:00."),
        ("“Yes.”", "“Yes.”"),
    ],
)
def test_sentences(english, expected):
    assert tidy(english, SOURCE, OWN) == expected


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
