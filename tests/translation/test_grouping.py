"""Groups: lists and remarks whose English is known as a whole; what is not sure stays apart."""

import pytest

from briefgen.translation.grouping import group_constraints
from tests.translation.build import bind, should

COUNTRIES = {
    "日本": "Japan",
    "豪州": "Australia",
    "韓国": "Republic of Korea",
    "米国": "United States",
    "EU": "EU",
    "IP4": "IP4",
}


def groups(text):
    """What the constraints of a text on `COUNTRIES` are grouped to, as (Japanese, English)."""
    own = sorted((bind(text, ja, en) for ja, en in COUNTRIES.items() if ja in text), key=lambda c: c.span)
    return [(text[g.span.start : g.span.end], g.english) for g in group_constraints(text, own)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本、豪州、韓国が参加", [("日本、豪州、韓国", "Japan, Australia and the Republic of Korea")]),
        ("日本、豪州及び韓国が参加", [("日本、豪州及び韓国", "Japan, Australia and the Republic of Korea")]),
        ("日本と豪州は", [("日本と豪州", "Japan and Australia")]),
        (
            "IP4（日本、豪州、韓国）が",
            [("IP4（日本、豪州、韓国）", "IP4 (Japan, Australia and the Republic of Korea)")],
        ),
        (
            "米国（IP4：日本、豪州）は",
            [("米国（IP4：日本、豪州）", "United States (IP4: Japan and Australia)")],
        ),
        ("日本、豪州等の", [("日本、豪州", "Japan and Australia")]),
        ("日本、豪州は", [("日本", "Japan"), ("豪州", "Australia")]),
        ("日本は豪州と", [("日本", "Japan"), ("豪州", "Australia")]),
        ("日本（東京）は", [("日本", "Japan")]),
        ("日本、豪州の部隊", [("日本、豪州", "Japan and Australia")]),
        ("EU、日本と豪州の協力", [("EU", "EU"), ("日本と豪州", "Japan and Australia")]),
    ],
)
def test_what_stands_together_is_grouped(text, expected):
    assert groups(text) == expected


def test_countries_in_one_character_are_a_list():
    text = "英独仏は"
    names = {"英": "United Kingdom", "独": "Germany", "仏": "France"}
    own = [bind(text, ja, en, "country") for ja, en in names.items()]

    assert [group.english for group in group_constraints(text, own)] == ["the United Kingdom, Germany and France"]


def test_dates_are_no_list_items():
    """A date before a name is no item of a list."""
    text = "10月17日、日本、豪州及び韓国が"
    own = (bind(text, "10月17日", "October 17", "date"), *(bind(text, k, v) for k, v in list(COUNTRIES.items())[:3]))

    assert [group.english for group in group_constraints(text, own)] == [
        "October 17",
        "Japan, Australia and the Republic of Korea",
    ]


def test_a_time_takes_its_remark_and_keeps_its_slot():
    text = "15時00分（現地時間）から"
    own = (bind(text, "15時00分", "15:00", "time"), bind(text, "現地時間", "local time"))

    (group,) = group_constraints(text, own)
    assert (group.english, group.slot) == ("15:00 (local time)", "d")


@pytest.mark.parametrize("link", ["・", ""])
def test_a_country_and_its_city_change_places(link):
    text = f"ベルギー{link}ブリュッセルを訪問"
    own = (bind(text, "ベルギー", "Belgium", "country"), bind(text, "ブリュッセル", "Brussels", "name"))

    (group,) = group_constraints(text, own)
    assert group.english == "Brussels, Belgium"


@pytest.mark.parametrize(("link", "english"), [("、", ["24°30′ N, 123°45′ E"]), ("で、", ["24°30′ N", "123°45′ E"])])
def test_a_latitude_and_the_longitude_behind_it_are_one_place(link, english):
    text = f"北緯24度30分{link}東経123度45分付近"
    own = (
        bind(text, "北緯24度30分", "24°30′ N", "quantity"),
        bind(text, "東経123度45分", "123°45′ E", "quantity"),
    )

    assert [group.english for group in group_constraints(text, own)] == english


def test_should_terms_are_in_no_group():
    text = "日本と豪州"

    assert [
        g.english for g in group_constraints(text, (bind(text, "日本", "Japan"), should(text, "豪州", "Australia")))
    ] == ["Japan"]


def test_a_list_with_a_pair_in_it_shows_the_pair():
    text = "米国、日本と豪州、韓国及びEUが"

    assert [english for _, english in groups(text)] == [
        "the United States, Japan and Australia, the Republic of Korea, and EU"
    ]


def test_a_person_and_a_meeting_are_no_list():
    """オランダ国防大臣と防衛相会談: with the minister, not the minister and the meeting."""
    text = "国防大臣と防衛相会談を"
    own = (bind(text, "国防大臣", "Minister Brekelmans", "person"), bind(text, "防衛相会談", "meeting"))

    assert len(group_constraints(text, own)) == 2
