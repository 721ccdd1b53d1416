"""Towns by their usual reading."""

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.segment import Constraint, ConstraintKind, Span, Strength
from briefgen.terms.places.towns import find_towns, unknown_places

READINGS = {
    "輪島": "ワジマ",
    "金沢": "カナザワ",
    "昭和町": "ショウワマチ",
    "敦化": "トンカ",
    "真珠": "シンジュ",
    "呉": "クレ",
}


def read(text):
    return tuple(
        (text.index(name), text.index(name) + len(name), kana) for name, kana in READINGS.items() if name in text
    )


def test_a_town_has_its_usual_reading_and_a_finding():
    outcome = find_towns("輪島港に入った。", (), read)

    (town,) = outcome.value
    assert (town.source, town.english, town.kind) == ("輪島", "Wajima", ConstraintKind.NAME)
    assert town.strength is Strength.SHOULD
    assert "Wajima City" in town.accepted
    (finding,) = outcome.findings
    assert (finding.code, finding.severity) == (Code.READING_UNVERIFIED, Severity.INFO)
    assert "輪島" in finding.message
    assert "Wajima" in finding.message


def test_what_is_part_of_the_name_is_translated():
    (town,) = find_towns("広島県呉市昭和町", (), read).value

    assert (town.english, town.accepted) == ("Showa Town", ("Showa-machi", "Showa", "Showa City"))


@pytest.mark.parametrize("text", ["中国の敦化で", "吉林省敦化市で"])
def test_a_town_abroad_is_not_read_but_reported(text):
    outcome = find_towns(text, (), read)

    assert outcome.value == ()
    assert [finding.code for finding in outcome.findings] == [Code.NAME_UNKNOWN]


@pytest.mark.parametrize("text", ["真珠湾で", "呉に", "大金沢山"])
def test_a_part_of_a_longer_word_is_no_town(text):
    """Nor is a single kanji."""
    assert find_towns(text, (), read) == find_towns("", (), read)


def test_what_is_known_is_not_read_again():
    known = Constraint(Span(0, 2), "輪島", "Wajima", ConstraintKind.NAME)

    assert find_towns("輪島で", (known,), read).value == ()


def test_without_a_reader_there_are_none():
    assert find_towns("輪島で", (), None).value == ()


def test_a_word_in_katakana_that_may_be_a_name_is_reported():
    outcome = find_towns("ラファール戦闘機", (), lambda _: ((0, 5, ""),))

    assert outcome.value == ()
    assert [(finding.code, finding.severity) for finding in outcome.findings] == [(Code.NAME_UNKNOWN, Severity.INFO)]


def test_a_known_word_in_katakana_is_not():
    known = Constraint(Span(0, 5), "ラファール", "Rafale", ConstraintKind.NAME)

    assert find_towns("ラファール戦闘機", (known,), lambda _: ((0, 5, ""),)).findings == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("北海県知事から要請があった。", ["北海県"]),
        ("台湾の金門県と馬祖", ["金門県"]),
        ("石川県と富山県", []),
        ("被災三県、同県及び関係県の各県庁", []),
        ("神奈川県内", []),
        ("架空県名取谷市で訓練", ["架空県", "名取谷市"]),
        ("宮崎県日向谷市内の倉庫", ["日向谷市"]),
        ("日向谷町役場と奥平村", ["日向谷町", "奥平村"]),
        ("姉妹都市と城下町、同市と各市町村", []),
        ("熊本市と北京市", []),
        ("白取川の堤防、沖波島沖及び鳴浦港", ["白取川", "沖波島", "鳴浦港"]),
        ("奥戸岳の噴火、笠森湖と鬼ヶ岬", ["奥戸岳", "笠森湖", "鬼ヶ岬"]),
        ("一級河川、無人島、国境離島、定係港、空港と同諸島", []),
        ("長谷川氏、両島及び主要港", []),
    ],
)
def test_a_prefecture_that_is_none_and_an_unknown_town_are_reported(text, names):
    found = list(unknown_places(text, ()))

    assert [finding.message.split()[0] for finding in found] == names
    assert all(finding.severity is Severity.WARNING for finding in found)


def test_a_county_that_the_glossary_knows_is_not_reported():
    known = Constraint(Span(3, 6), "金門県", "Kinmen County", ConstraintKind.NAME)

    assert list(unknown_places("台湾の金門県", (known,))) == []
