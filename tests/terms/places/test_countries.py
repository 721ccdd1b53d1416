"""Countries that come from nowhere."""

import pytest

from briefgen.terms.places.countries import missing_countries, unlicensed_countries


@pytest.mark.parametrize(
    ("english", "source", "strays"),
    [
        ("cooperation with South Korea and PP3", "南洋諸国とPP3の連携", ["Korea"]),
        ("cooperation with the Republic of Korea", "日韓の連携", []),
        ("Japan and the United States", "日米両国", []),
        ("Japan stated its view", "我が国の考え", []),
        ("Russian and Chinese aircraft", "露軍機と中国軍機", []),
        ("Russian aircraft", "国籍不明機", ["Russian"]),
        ("the Indian Ocean and the Indo-Pacific", "西方海域", []),
        ("a Turkish ship", "Turkish Navyの艦艇", []),
        ("He reported it.", "報告した。", []),
        ("the first World War II", "第一次世界大戦", ["World War II"]),
        ("after World War II", "戦後", []),
        ("World War II", "先の大戦", []),
        ("American crop conditions", "米の作況", ["American"]),
        ("the Dutch exhibition", "蘭の展示会", ["Dutch"]),
        ("the Dutch side", "蘭の国防相", []),
        ("Japan-Australia defense ministerial meeting", "日・アルヴェリア防衛相会談", ["Australia"]),
        ("Australian officials", "アルヴェリア側", ["Australian"]),
        ("NATO and the EU", "関係機関", ["NATO", "EU"]),
        ("NATO and the EU", "北大西洋条約機構と欧州連合", []),
        ("the United Nations and ASEAN", "国連と東南アジア諸国連合", []),
        ("the Quad and the G7", "会合", ["G7", "Quad"]),
        ("a quad bike", "車両", []),
        ("the governor of Oita Prefecture", "同県知事", ["Oita Prefecture"]),
        ("the governor of Oita Prefecture", "大分県知事", []),
        ("the governor of Okinawa Prefecture", "同県知事", ["Okinawa"]),
        ("the Marines in Okinawa", "在沖海兵隊", []),
        ("a hospital in Tokyo", "都内の病院", []),
        ("a hospital in Tokyo", "市内の病院", ["Tokyo"]),
        ("Ishikawa and Chiba", "衛生課の職員", []),
        ("units in Hokkaido", "道北の部隊", []),
        ("units in Hokkaido", "道路沿いの部隊", ["Hokkaido"]),
        ("Australian rain", "記録的な豪雨となり", ["Australian"]),
        ("heavy rain in Australia", "豪州の豪雨", []),
        ("The German side conducted it", "独自に実施した", ["German"]),
        ("Germany conducted it independently", "独が独自に実施した", []),
        ("the French temple", "仏教寺院", ["French"]),
        ("Canadian members", "加盟国の参加者", ["Canadian"]),
        ("Canada and the members", "加及び加盟国", []),
        ("Philippine growth", "前年同期比で増加", ["Philippine"]),
        ("the price of U.S.", "米の価格は", ["U.S"]),
        ("U.S. prices", "米国の米の価格は", []),
        ("the U.S. nuclear-powered carrier", "米原子力空母", []),
        ("U.S. operations", "米作戦機", []),
        ("the U.S. side", "伊側は残りを負担する", ["U.S"]),
        ("US$7 million", "７００万ドル", []),
        ("Italian City", "伊東市の倉庫", ["Italian"]),
        ("the new U.S. ambassador", "新米国大使", []),
        ("Taiwan had 3", "車両3台", ["Taiwan"]),
        ("HMNZS Malvar of the Philippine Navy", "比海軍「ミゲル・マルバール」", ["HMNZS"]),
        ("BRP Malvar and USS Stratton", "比海軍と米沿岸警備隊", []),
        ("JS 577", "中国艦艇577", ["JS"]),
        ("JS Yakumo", "護衛艦やくも", []),
        ("JS Yakumo", "練習艦「やくも」", []),
        ("the train JS Yakumo", "列車「やくも」", ["JS"]),
        ("the Western Army", "西部方面に避難した。", ["Western Army"]),
        ("the Western Army", "西部方面の部隊", []),
        ("Trains in Tohoku Army", "東北方面の列車", ["Tohoku Army"]),
        ("Military Police Division", "警務課", ["Military Police"]),
        ("Military Police", "警務隊", []),
        ("the Internal Affairs", "総務部長", ["Internal Affairs"]),
        ("Minister for Internal Affairs", "総務大臣", []),
        ("The Infantry student", "普通科の生徒", ["Infantry"]),
        ("the Infantry Regiment", "普通科連隊", []),
        ("120 Infantry personnel", "普通科の百二十名", []),
        ("Engineers in the village", "村の施設", ["Engineers"]),
        ("Engineers in the village", "村の施設科部隊", []),
        ("Histories of Tsuiki", "築城の歴史", ["Tsuiki"]),
        ("Defense Intelligence Headquarters", "情報本部を設けた。", ["Defense Intelligence"]),
    ],
)
def test_countries(english, source, strays):
    assert sorted(text for _, text in unlicensed_countries(english, source, ())) == sorted(strays)


def test_a_country_of_a_constraint_is_accounted_for():
    """By any of its forms, an adjective as well."""
    assert list(unlicensed_countries("Polish troops", "同国の部隊", ("Poland",))) == []
    assert list(unlicensed_countries("Dutch troops", "同国の部隊", ("Dutch Defense Minister",))) == []


@pytest.mark.parametrize(
    ("english", "other", "missing"),
    [
        ("Russia and China met", "Chinese aircraft", ("Russia",)),
        ("the G7, France and French ships", "a meeting", ("France", "G7")),
        ("the United States", "U.S. ships", ()),
    ],
)
def test_a_country_named_in_any_form_is_not_missing(english, other, missing):
    """Each once, in the order of the table."""
    assert missing_countries(english, other) == missing
