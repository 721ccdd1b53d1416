"""Countries in one character: in lists, before what is theirs, and where the character means something else."""

from __future__ import annotations

import pytest

from briefgen.model.segment import ConstraintKind
from briefgen.terms.constraints import Constrainer
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.matching import Matcher
from briefgen.terms.places.letters import LetterFinder

COUNTRIES = {
    "米国": ("United States", "U.S.", "米"),
    "英国": ("United Kingdom", "UK", "英"),
    "フランス": ("France", "French", "仏"),
    "ドイツ": ("Germany", "German", "独"),
    "イタリア": ("Italy", "Italian", "伊"),
    "スペイン": ("Spain", "Spanish", "西"),
    "カナダ": ("Canada", "Canadian", "加"),
    "豪州": ("Australia", "Australian", "豪"),
    "フィリピン": ("Philippines", "Philippine", "比"),
    "インド": ("India", "Indian", "印"),
    "ベトナム": ("Vietnam", "Vietnamese", "越"),
}
GLOSSARY = Glossary(
    "letters",
    (
        *(Term(ja, en, "country", note=f"adj:{adj}; short:{short}") for ja, (en, adj, short) in COUNTRIES.items()),
        Term("タイ", "Thailand", "country"),
        Term("日本", "Japan", "country", note="adj:Japanese"),
        Term("独仏", "Germany-France"),
        Term("空母", "aircraft carrier", "equipment", is_part=True),
        Term("海軍", "Navy", "organization", is_part=True),
    ),
)


@pytest.fixture(scope="module")
def constrainer():
    return Constrainer(GLOSSARY)


def countries(constrainer, text):
    found = constrainer.constrain_text(text)
    return [one.english for one in found if one.kind is ConstraintKind.COUNTRY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加・西・伊など１３か国", ["Canada", "Spain", "Italy"]),
        ("独・仏・英の３か国", ["Germany", "France", "United Kingdom"]),
        ("米、英、豪及び印が参加した", ["United States", "United Kingdom", "Australia", "India"]),
        ("日・カナダ・豪3か国の訓練", ["Japan", "Canada", "Australia"]),
        ("参加国：日、米、比、越", ["Japan", "United States", "Philippines", "Vietnam"]),
        ("米、豪、タイ、越の４か国", ["United States", "Australia", "Thailand", "Vietnam"]),
        ("英、加両国", ["United Kingdom", "Canada"]),
        ("仏と独の２か国", ["France", "Germany"]),
    ],
)
def test_lists(text, expected, constrainer):
    assert countries(constrainer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("英空母「プリンス・オブ・ウェールズ」", ["UK"]),
        ("独ラインメタルの受注残", ["German"]),
        ("豪政府は", ["Australian"]),
        ("と米上院は", ["U.S."]),
        ("伊製発電機", ["Italian"]),
        ("比海軍", ["Philippine"]),
        ("英米の首脳", ["United Kingdom", "United States"]),
        ("独仏英伊の４か国", ["Germany", "France", "United Kingdom", "Italy"]),
        ("駐独大使館", ["German"]),
        ("英兵１人", ["UK"]),
        ("対独政策", ["Germany"]),
    ],
)
def test_before_what_is_theirs(text, expected, constrainer):
    assert countries(constrainer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "東・西・中の３地区", "加・減・乗・除", "前年比プラス", "英語と独語", "×印パネル", "西空母", "豪雨の災害",
        "独自の空母", "対比", "対加工", "米と麦", "大・中・小", "参加メーカー", "仏と西の艦",
    ],
)  # fmt: skip
def test_other_words(text, constrainer):
    assert countries(constrainer, text) == []


def test_the_country_and_its_adjective_both_count(constrainer):
    (country, _) = constrainer.constrain_text("英空母")

    assert (country.english, country.accepted[0]) == ("UK", "United Kingdom")


def test_a_pair_that_the_glossary_has_stays_one(constrainer):
    assert [one.english for one in constrainer.constrain_text("独・仏が合意")] == ["Germany-France"]


def test_without_short_forms_there_is_nothing_to_find():
    glossary = Glossary("plain", (Term("フランス", "France", "country"),))

    assert LetterFinder.of(glossary).find("独・仏・英", Matcher(glossary).find_all("独・仏・英")) == ()
