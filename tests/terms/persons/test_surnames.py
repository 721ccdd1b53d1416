"""Japanese names told by their kanji, before an office and by themselves."""

import pytest

from briefgen.terms.persons.surnames import full_names_in, name_ending_at


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("大和田", "大和田"),
        ("席上、金城和彦", "金城和彦"),
        ("県警大和田", "大和田"),
        ("同社猪瀬恒一", "猪瀬恒一"),
        ("外務省　姫野", "姫野"),
        ("山本　健一", "山本　健一"),
        ("山田さくら", "山田さくら"),
        ("榊原 千尋", "榊原 千尋"),
        ("その林芳正", "林芳正"),
        ("鴨沢", "鴨沢"),
        ("渚浩", "渚浩"),
        ("鴨沢五十六", "鴨沢五十六"),
        ("次長 安藤 敦史", "安藤 敦史"),
        ("森林", None),
        ("関係", None),
        ("田中から", None),
        ("在青島", None),
        ("基本", None),
        ("土木", None),
        ("第一", None),
        ("北朝鮮", None),
        ("東都大学", None),
        ("", None),
    ],
)
def test_a_name_before_an_office(text, name):
    span = name_ending_at(text, len(text))

    assert (text[span.start : span.end] if span else None) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("鈴村隆（68）、別府玲奈（45歳）", ["鈴村隆", "別府玲奈"]),
        ("大和田健太が優勝し、小野寺和彦は", ["大和田健太", "小野寺和彦"]),
        ("田中正（52）と田中正の", ["田中正"]),
        ("大西洋と石川県、中野区の久保陸将、大関昇進", []),
    ],
)
def test_full_names_by_themselves(text, names):
    assert [text[span.start : span.end] for span in full_names_in(text)] == names
