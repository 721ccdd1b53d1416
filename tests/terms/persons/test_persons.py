"""Persons: title and name in English order, readings from the paper, and no invented names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.findings import Code
from briefgen.model.segment import Strength
from briefgen.model.style import HouseStyle
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.persons.names import readings_in
from briefgen.terms.persons.persons import PersonFinder

CASES = Path(__file__).parents[2] / "cases" / "persons"


def read_cases() -> list[tuple[str, str]]:
    lines = [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [tuple(line.split(" => ")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def finder(glossary):
    return PersonFinder(glossary, HouseStyle())


@pytest.mark.parametrize(("source", "expected"), read_cases())
def test_case(source, expected, finder):
    constraints = finder.find(source, readings_in([source])).value
    found = " ; ".join(f"{one.english} | {one.kind} | {one.strength.name.lower()}" for one in constraints)

    assert (found or "-") == expected
    assert all(source[one.span.start : one.span.end] == one.source for one in constraints)


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        (
            "中谷防衛大臣",
            ["Minister of Defense Nakatani", "Defense Minister Nakatani Gen", "Defense Minister NAKATANI"],
        ),
        (
            "ウメロフ・ウクライナ国防大臣",
            ["Minister of Defense of Ukraine Umerov", "Ukrainian Minister of Defence Umerov"],
        ),
        ("マルク・ルッテ氏", ["Mark Rutte"]),
    ],
)
def test_other_forms_are_accepted(source, accepted, finder):
    (constraint,) = finder.find(source).value

    assert set(accepted) <= set(constraint.accepted)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (HouseStyle(name_order="given-first"), "Defense Minister Gen Nakatani"),
        (HouseStyle(capital_surnames=True), "Defense Minister NAKATANI Gen"),
    ],
)
def test_house_style_of_names(style, expected, glossary):
    assert PersonFinder(glossary, style).find("中谷元防衛大臣").value[0].english == expected


def test_foreign_names_keep_their_order(glossary):
    style = HouseStyle(name_order="given-first", capital_surnames=True)

    assert PersonFinder(glossary, style).find("キム・ソンホ国防部次官").value[0].english.endswith("KIM Seon-ho")
    assert PersonFinder(glossary, style).find("マルク・ルッテ事務総長").value[0].english.endswith("Mark RUTTE")


def test_reading_of_the_paper_serves_the_whole_paper(finder):
    """The surname alone, later on, is romanised from the reading given before."""
    readings = readings_in(["大川 次郎（おおかわ・じろう）大使が着任した。"])
    outcome = finder.find("大川大使は", readings)

    assert [one.english for one in outcome.value] == ["Ambassador Okawa"]
    assert [finding.code for finding in outcome.findings] == [Code.READING_UNVERIFIED]


READ = {
    "防衛省の森田健（もりた・たけし）大使が述べた。": "森田健",
    "司会は林田聡（はやしだ・さとし）氏が務めた。": "林田聡",
    "報告者は木村修（きむら・おさむ）である。": "木村修",
    "防衛大臣木村修（きむら・おさむ）は述べた。": "木村修",
    "同社社長木村修（きむら・おさむ）は述べた。": "木村修",
    "大久保進（おおくぼ・すすむ）大使": "大久保進",
    "指揮官の木野進（きの・すすむ）": "木野進",
    "熊谷 直樹（くまがい なおき）大使": "熊谷直樹",
    "北見みどり（きたみ・みどり）大使": "北見みどり",
    "勅使河原蒼（てしがわら・そう）大使": "勅使河原蒼",
    "本日付国土計画局長室（ほんじつ・づけ）": "",
}


@pytest.mark.parametrize(("source", "name"), READ.items())
def test_what_stands_before_a_name_with_its_reading_is_no_part_of_it(source, name, finder):
    assert next((written for written in finder.readings([source]) if len(written) > 2), "") == name


def test_a_name_with_two_readings_has_each_where_it_stands_and_none_elsewhere(finder):
    sentences = ("角田修（つのだ・おさむ）大使が来た。", "角田修（かくた・おさむ）大使が来た。", "角田修大使が来た。")
    readings = finder.readings(sentences)
    english = [[one.english for one in finder.find(sentence, readings).value] for sentence in sentences]

    assert readings == {}
    assert english == [["Ambassador Tsunoda Osamu"], ["Ambassador Kakuta Osamu"], ["Ambassador [角田修]"]]


def test_unknown_name_is_kept_in_brackets_with_a_warning(finder):
    outcome = finder.find("ジョンソン外務大臣は")

    assert [one.english for one in outcome.value] == ["Foreign Minister [ジョンソン]"]
    assert [finding.code for finding in outcome.findings] == [Code.NAME_UNKNOWN]


def test_shared_surname_accepts_no_full_name():
    """With two persons of one surname, neither full name may stand for it."""
    people = (
        Term("青山 一", "Aoyama Hajime", "person", "あおやま はじめ"),
        Term("青山 次", "Aoyama Tsugi", "person", "あおやま つぎ"),
    )
    finder = PersonFinder(Glossary("g", (*people, Term("大使", "Ambassador", "title"))), HouseStyle())
    (constraint,) = finder.find("青山大使").value

    assert constraint.english == "Ambassador Aoyama"
    assert not any("Hajime" in form or "Tsugi" in form for form in constraint.accepted)


def test_noted_surname_of_several_words():
    term = Term("ウルズラ・フォン・デア・ライエン", "Ursula von der Leyen", "person", variants=("フォンデアライエン",),
                note="surname:von der Leyen")  # fmt: skip
    finder = PersonFinder(Glossary("g", (term, Term("委員長", "President", "title"))), HouseStyle())

    assert finder.find("フォンデアライエン委員長").value[0].english == "President von der Leyen"


def test_a_name_that_is_all_of_a_cell_is_not_left_to_the_model(glossary):
    """With a reader by its usual reading, without one as it is written; either way with a warning."""
    reader = PersonFinder(glossary, HouseStyle(), lambda name: "ヤマモト・ケンイチ" if name == "山本健一" else None)
    plain = PersonFinder(glossary, HouseStyle())

    read, kept = reader.find("山本　健一"), plain.find("山本　健一")

    assert [one.english for one in read.value] == ["Yamamoto Kenichi"]
    assert [one.english for one in kept.value] == ["[山本　健一]"]
    assert [one.code for one in (*read.findings, *kept.findings)] == [Code.READING_UNVERIFIED, Code.NAME_UNKNOWN]
    assert all(reader.find(text).value == () for text in ("実施　要領", "期　間", "山本　報告の件"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("中谷防衛大臣（当時）", "then Defense Minister Nakatani"),
        ("中谷防衛大臣", "Defense Minister Nakatani"),
        ("ゾルタン国防大臣（当時）", "then Defense Minister [ゾルタン]"),
        ("ゾルタン元国防大臣", "former Defense Minister [ゾルタン]"),
    ],
)
def test_an_office_of_former_times_is_told(source, expected, finder):
    """（当時） belongs to the person, and 元 behind katakana to the office."""
    (constraint,) = finder.find(source).value

    assert (constraint.english, constraint.source) == (expected, source)


def person(ja: str, en: str, kanji: str, note: str) -> Term:
    return Term(ja, en, "person", variants=(kanji,), note=note)


@pytest.mark.parametrize(
    ("source", "english", "warned"),
    [
        ("韓国の李大統領", "President Lee", False),
        ("中国の李大統領", "President Li", False),
        ("李大統領", "President Lee", True),
        ("尹大統領", "President Yoon", True),
        ("韓国の尹大統領", "President Yoon", False),
        ("林大統領", "President Hayashi", False),
    ],
)
def test_a_surname_in_one_kanji_is_told_by_the_country(source, english, warned):
    people = (
        person("イ・ジェミョン", "Lee Jae Myung", "李在明", "surname:Lee; President of the Republic of Korea"),
        person("ユン・ソンニョル", "Yoon Suk Yeol", "尹錫悦", "surname:Yoon; President of the Republic of Korea"),
        Term("林 芳正", "Hayashi Yoshimasa", "person", "はやし よしまさ", note="Foreign Minister"),
        Term("李 強", "Li Qiang", "person", note="surname:Li; Premier of China"),
    )
    lands = (Term("韓国", "Republic of Korea", "country"), Term("中国", "China", "country"))
    glossary = Glossary("g", (*people, *lands, Term("大統領", "President", "title")))

    outcome = PersonFinder(glossary, HouseStyle()).find(source)

    assert outcome.value[-1].english == english
    assert [one.code for one in outcome.findings] == [Code.AMBIGUOUS_TERM] * warned


@pytest.mark.parametrize(("source", "expected"), [("岸田内閣の方針", ["Kishida"]), ("岸田内閣府特命", [])])
def test_a_cabinet_has_the_name_of_a_person(source, expected):
    people = Glossary("g", (Term("岸田 文雄", "Kishida Fumio", "person", variants=("岸田文雄",)),))

    found = PersonFinder(people, HouseStyle()).find(source).value

    assert [one.english for one in found if one.strength is Strength.MUST] == expected


@pytest.mark.parametrize(
    ("source", "warned"),
    [
        ("中谷選手は", True),
        ("中谷一佐は", True),
        ("中谷元選手は", False),
        ("中谷防衛大臣は", False),
        ("小野寺選手は", False),
    ],
)
def test_an_office_that_is_none_of_the_persons_is_told(source, warned):
    """An athlete of a minister's surname is hardly the minister, and may read the name otherwise."""
    terms = (
        person("中谷 元", "Nakatani Gen", "中谷元", "Minister of Defense"),
        person("小野寺 五典", "Onodera Itsunori", "小野寺五典", "Minister of Defense"),
        Term("選手", "athlete", "title", note="beside:name"),
        Term("1佐", "Colonel", "rank", variants=("一佐",)),
        Term("防衛大臣", "Defense Minister", "title"),
    )
    found = PersonFinder(Glossary("g", terms), HouseStyle()).find(source)

    assert re.search("Nakatani|Onodera$", found.value[0].english)
    assert [one.code for one in found.findings] == [Code.AMBIGUOUS_TERM] * warned
