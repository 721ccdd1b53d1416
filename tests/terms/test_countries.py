"""Countries that come from nowhere."""

import pytest

from briefgen.terms.countries import unlicensed_countries


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
        ("Japan-Australia defense ministerial meeting", "日・アルヴェリア防衛相会談", ["Australia"]),
        ("Australian officials", "アルヴェリア側", ["Australian"]),
        ("NATO and the EU", "関係機関", ["NATO", "EU"]),
        ("NATO and the EU", "北大西洋条約機構と欧州連合", []),
        ("the United Nations and ASEAN", "国連と東南アジア諸国連合", []),
        ("the Quad and the G7", "会合", ["G7", "Quad"]),
        ("a quad bike", "車両", []),
    ],
)
def test_countries(english, source, strays):
    assert sorted(text for _, text in unlicensed_countries(english, source, ())) == sorted(strays)


def test_a_country_of_a_constraint_is_accounted_for():
    """By any of its forms, an adjective as well."""
    assert list(unlicensed_countries("Polish troops", "同国の部隊", ("Poland",))) == []
    assert list(unlicensed_countries("Dutch troops", "同国の部隊", ("Dutch Defense Minister",))) == []
