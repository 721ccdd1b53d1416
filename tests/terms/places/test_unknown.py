"""Places in kanji that no glossary has."""

import pytest

from briefgen.model.segment import Constraint, ConstraintKind, Span
from briefgen.terms.places.unknown import find_unknown_places, place_names


def found(text, *others, known=(), has_word=lambda _: False):
    names = place_names([text, *others], has_word)
    return {one.source: one.english for one in find_unknown_places(text, names, known)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("北海県知事から要請があった。", {"北海県": "[北海] Prefecture"}),
        ("台湾の金門県と馬祖", {"金門県": "[金門] County"}),
        ("石川県と富山県", {}),
        ("石浪崎の南南西約６海里、鳴崎灯台の北", {"石浪崎": "[石浪崎]", "鳴崎灯台": "[鳴崎] Lighthouse"}),
        ("山崎の北見支店、暗礁の北約２キロ、同崎沖", {}),
        ("四津谷県と六ツ峰岳", {"四津谷県": "[四津谷] Prefecture", "六ツ峰岳": "[六ツ峰岳]"}),
        ("被災三県、同県及び関係県の各県庁", {}),
        ("神奈川県内", {}),
        ("架空県名取谷市で訓練", {"架空県": "[架空] Prefecture", "名取谷市": "[名取谷] City"}),
        ("宮崎県日向谷市内の倉庫", {"日向谷市": "[日向谷] City"}),
        ("日向谷町役場と旧奥平村", {"日向谷町": "[日向谷] Town", "奥平村": "[奥平] Village"}),
        ("姉妹都市と城下町、同市と各市町村", {}),
        ("各市町村長、女性市長及び元市長", {}),
        ("熊本市と北京市", {}),
        ("無医村だった地区、無人島と無灯火の村", {}),
        ("目的港、陸揚港及び特定港、人造湖と火口湖", {}),
        ("国内演習場、大規模演習場、女子刑務所、水上警察署", {}),
        ("県内市長、立地市及び合併町村", {}),
        ("宮古島市の嘉数登市長", {"宮古島市": "[宮古島] City"}),
        ("白取川の堤防、沖波島沖及び鳴浦港", {"白取川": "[白取川]", "沖波島": "[沖波島]", "鳴浦港": "[鳴浦] Port"}),
        ("奥戸岳の噴火、笠森湖と鬼ヶ岬", {"奥戸岳": "[奥戸岳]", "笠森湖": "Lake [笠森]", "鬼ヶ岬": "Cape [鬼ヶ]"}),
        ("一級河川、無人島、国境離島、定係港、空港と同諸島", {}),
        ("長谷川氏、両島及び主要港", {}),
        ("日向谷市長と日向谷市基地対策課", {"日向谷市長": "Mayor of [日向谷]", "日向谷市": "[日向谷] City"}),
        ("沖波飛行場周辺", {"沖波飛行場": "[沖波] Airfield"}),
        (
            "市役所笠森支所と市立奥平小学校",
            {"笠森支所": "[笠森] Branch Office", "奥平小学校": "[奥平] Elementary School"},
        ),
        ("民間飛行場、代替飛行場、県立中学校、町立小学校、各公民館及び最寄りの支所", {}),
    ],
)
def test_a_place_that_nobody_knows_stays_with_its_kind(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沖波基地に着陸した。", {"沖波基地": "[沖波] Base"}),
        ("沖波周辺の騒音", {"沖波": "[沖波]"}),
        ("北沖波の沖波学院", {}),
    ],
)
def test_what_is_named_once_is_called_so_wherever_the_paper_has_it(text, names):
    """An unknown base is found by the town of its name; in a longer word it is none."""
    assert found(text, "沖波町の住民") == names
    assert found(text) == {}


def test_a_facility_of_words_of_the_glossary_has_no_name():
    assert found("射撃飛行場で", has_word=lambda name: name == "射撃") == {}


def test_a_county_that_the_glossary_knows_is_not_unknown():
    known = Constraint(Span(3, 6), "金門県", "Kinmen County", ConstraintKind.NAME)

    assert found("台湾の金門県", known=(known,)) == {}
