"""Names that neither the glossary nor the paper tells how to write: read with a warning, or kept, never made up."""

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.segment import Span
from briefgen.terms.constraints import Constrainer
from briefgen.terms.persons.strangers import katakana_runs, name_before
from tests.terms.test_constraints import paper

READINGS = {
    "佐藤": "サトウ", "佐藤太郎": "サトウ・タロウ", "大島": "オオシマ", "森": "モリ", "一ノ瀬": "イチノセ",
    "八木": "ヤギ", "奥": "オク", "多": "オオ",
}  # fmt: skip


@pytest.fixture(scope="module")
def reading(glossary):
    return Constrainer(glossary, read_name=READINGS.get)


@pytest.fixture(scope="module")
def alone(glossary):
    return Constrainer(glossary)


def constrained(constrainer: Constrainer, text: str):
    """English of the constraints, and the findings by code and severity."""
    outcome = constrainer.constrain(paper(text))
    (own,) = outcome.value.values()
    return [one.english for one in own], [(f.code, f.severity) for f in outcome.findings]


UNVERIFIED = [(Code.READING_UNVERIFIED, Severity.WARNING)]
UNKNOWN = [(Code.NAME_UNKNOWN, Severity.WARNING)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("佐藤外務大臣は", "Foreign Minister Sato"),
        ("佐藤太郎外務大臣は", "Foreign Minister Sato Taro"),
        ("佐藤 太郎 外務大臣は", "Foreign Minister Sato Taro"),
        ("外務大臣　佐藤太郎", "Foreign Minister Sato Taro"),
        ("大島統合幕僚長は", "Oshima, Chief of Staff, Joint Staff"),
        ("佐藤氏は述べた。", "Sato"),
        ("佐藤太郎氏は述べた。", "Sato Taro"),
        ("森 外務大臣は", "Foreign Minister Mori"),
        ("一ノ瀬 外務大臣は", "Foreign Minister Ichinose"),
        ("佐藤課長は欠席した。", "Sato"),
        ("佐藤さんから", "Sato"),
        ("庶務課の佐藤です。", "Sato"),
        ("担当：佐藤（内線", "Sato"),
        ("部隊の八木二曹は", "Yagi"),
        ("佐藤局長は欠席した。", "Sato"),
    ],
)
def test_the_usual_reading_is_taken_with_a_warning(reading, text, english):
    """Hepburn, in the house's order, and a warning on the row."""
    assert constrained(reading, text) == ([english], UNVERIFIED)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("佐藤外務大臣は", "Foreign Minister [佐藤]"),
        ("佐藤太郎外務大臣は", "Foreign Minister [佐藤太郎]"),
        ("森外務大臣は", "Foreign Minister [森]"),
        ("外務大臣アンドリイ・ヴァルダは", "Foreign Minister [アンドリイ・ヴァルダ]"),
        ("外務大臣ギラッド・ヴァルダ氏は", "Foreign Minister [ギラッド・ヴァルダ]"),
        ("東恩納寛和外務大臣は", "Foreign Minister [東恩納寛和]"),
        ("吉川元外務大臣は", "former Foreign Minister [吉川]"),
        ("佐藤太郎氏は述べた。", "[佐藤太郎]"),
        ("大和田さくらさんは述べた。", "[大和田さくら]"),
        ("山田太郎君が質疑した。", "[山田太郎]"),
        ("山田太郎君ら", "[山田太郎]"),
        ("鴨沢昭道住職は述べた。", "[鴨沢昭道]"),
        ("鴨沢五十六元帥の言葉", "[鴨沢五十六]"),
        ("鴨沢文明学校長をはじめ", "[鴨沢文明]"),
        ("庶務課の鴨沢です。", "[鴨沢]"),
        ("大和田容疑者を逮捕した。", "[大和田]"),
        ("大和田譲被告は否認した。", "[大和田譲]"),
        ("ジョンソン氏は述べた。", "[ジョンソン]"),
        ("ジョン・スミス氏は述べた。", "[ジョン・スミス]"),
    ],
)
def test_without_a_reading_the_name_stays(alone, text, english):
    """In brackets, and a warning on the row."""
    assert constrained(alone, text) == ([english], UNKNOWN)


def test_a_long_run_before_a_title_is_pointed_out(alone):
    """It may be a name or a word; without a reader nobody can tell."""
    assert constrained(alone, "穐吉敬衛外務大臣は") == (["Foreign Minister"], UNKNOWN)


def test_several_names_before_one_title(reading):
    """Each is read, and each has its warning."""
    assert constrained(reading, "佐藤太郎、八木の両氏が") == (["Sato Taro", "Yagi"], UNVERIFIED * 2)


def test_an_office_of_another_country_is_not_read_in_japanese(reading):
    """The surname of a Korean minister is not that of a Japanese."""
    assert constrained(reading, "森韓国国防大臣は")[0] != ["ROK Defense Minister Mori"]


def test_foreign_names_are_not_read(reading):
    """The reader knows kanji only."""
    assert constrained(reading, "ジョンソン外務大臣は") == (["Foreign Minister [ジョンソン]"], UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "職員諸君に求める。",
        "小野学校長は述べた。",
        "同社の基本です。",
        "女性容疑者は否認した。",
        "両氏は述べた。",
        "同氏は述べた。",
        "中谷氏は述べた。",
        "氏名を書く。",
        "摂氏は",
        "奥さんと多様な式",
        "佐藤は",
        "王様と神様",
        "職員の皆様へ",
        "暫定外務大臣と現地大使",
    ],
)
def test_what_is_no_unknown_name(reading, text):
    assert constrained(reading, text)[1] == []


def test_katakana_that_may_be_a_name_is_mentioned(alone):
    """It stands without title: a name or a word, and its English is the model's, so that the row is marked."""
    english, findings = constrained(alone, "ジョン・スミスは到着した。")

    assert (english, findings) == ([], UNKNOWN)


def test_katakana_of_the_glossary_is_not_mentioned(alone):
    assert constrained(alone, "マルク・ルッテは到着した。")[1] == []


def test_katakana_runs():
    text = "アンナ・ベルグとミサイル、ア・イ、ゼータ・ナイン・テン・イレブン・トゥエルブ"

    assert [text[span.start : span.end] for span in katakana_runs(text)] == ["アンナ・ベルグ"]


def test_the_counter_of_a_figure_is_no_surname():
    def name(text, title):
        return name_before(text, text.index(title), lambda span: False, None)

    assert name("第３回日米防衛相会談", "米防衛相") is None
    assert name("会談で早田米防衛相は", "米防衛相") == Span(3, 5)


def test_a_country_that_nobody_knows_is_kept_with_a_warning(alone):
    english, findings = constrained(alone, "日・アルヴェリア防衛相会談")

    assert english[0] == "Japan-[アルヴェリア]"
    assert findings == [(Code.NAME_UNKNOWN, Severity.WARNING)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("練習艦「サン・ルカ」が入港した。", ["[サン・ルカ]"]),
        ("フリゲート『ヴァルダ』を派遣", ["[ヴァルダ]"]),
        ("「セレスティア」号が座礁した。", ["[セレスティア]"]),
        ("巡視船テレサ・ヴァルダは沈んだ。", ["[テレサ・ヴァルダ]"]),
        ("客船セレスティア号は沈んだ。", ["[セレスティア号]"]),
        ("潜水艦ソナーの整備", []),
        ("演習「ノルディック・ウォッチ」の概要", ["[ノルディック・ウォッチ]"]),
        ("共同訓練「ノルディック・ウォッチ26」の実施", ["[ノルディック・ウォッチ]"]),
        ("訓練「ノルディック２６」は", ["[ノルディック]"]),
        ("オーロラ・ハルバード26に参加した。", ["[オーロラ・ハルバード]"]),
        ("ジャベリン・ミサイル26発", []),
        ("練習艦「マルク・ルッテ」", []),
        ("会議「オーシャン・フォーラム」", []),
        ("「バランス」を重視", []),
    ],
)
def test_ships_and_exercises_that_nobody_knows_stay_as_they_are_written(alone, text, english):
    found, findings = constrained(alone, text)

    assert [each for each in found if "[" in each] == english
    assert findings == UNKNOWN or english == []


def test_a_ship_once_named_is_known_in_the_whole_paper(alone):
    outcome = alone.constrain(paper("サン・ルカは出港した。", "練習艦「サン・ルカ」の寄港", "サン・ルカス島の沖"))

    kept = [[one.english for one in own if one.english == "[サン・ルカ]"] for own in outcome.value.values()]
    assert kept == [["[サン・ルカ]"], ["[サン・ルカ]"], []]


def test_a_country_once_found_is_known_in_the_whole_paper(alone):
    outcome = alone.constrain(paper("ノルデンの首都で開催", "日・ノルデン防衛相会談", "ノルデンズ通り"))

    kept = [[one.english for one in own if "ノルデン" in one.english] for own in outcome.value.values()]
    assert kept == [["[ノルデン]"], ["Japan-[ノルデン]"], []]
    assert [finding.severity for finding in outcome.findings].count(Severity.WARNING) == 2


@pytest.mark.parametrize(
    ("text", "english"),
    [("日・ウクライナ首脳会談", ["Japan-Ukraine"]), ("17日・ウクライナを訪問", []), ("毎日・ウクライナの新聞", [])],
)
def test_japan_and_a_country_joined_by_a_dot_are_a_pair(alone, text, english):
    assert [each for each in constrained(alone, text)[0] if each.startswith("Japan-")] == english


def test_an_organization_before_a_title_is_no_person(alone):
    assert constrained(alone, "国際海洋機構外務大臣との会談")[1] == []


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("９番（小田切　尚君）", "[小田切　尚]"),
        ("議長（長谷部 みどり君）", "[長谷部 みどり]"),
        ("（諸君）", None),
    ],
)
def test_who_speaks_in_minutes_is_a_name(text, english, alone):
    found, _ = constrained(alone, text)
    assert (english in found) if english else not any("君" in one for one in found)
