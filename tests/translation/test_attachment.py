"""Attachment: two of a kind are suspected when what stands beside one in the Japanese stands beside the other here."""

import pytest

from briefgen.model.style import HouseStyle
from briefgen.terms.placeables import find_placeables
from briefgen.translation.attachment import exchangeable, exchanged
from briefgen.translation.words import WordTable
from briefgen.verification import verify
from tests.translation.build import bind

WORDS = {"訓練": "exercis", "視察": "inspect", "員": "crew", "乗客": "passenger", "死者": "dead", "負傷者": "injur"}
STEMS = {word: frozenset({stem}) for word, stem in WORDS.items()}
TABLE = WordTable(STEMS, (), (), STEMS)


def suspected(ja, en, *constraints):
    places = exchanged(ja, en, constraints, verify(ja, en, constraints).marks, TABLE)
    return [constraints[mark.constraint].english for mark in places]


def ships(ja):
    return (
        bind(ja, "日本", "Japan", "country"), bind(ja, "３隻", "3 ships", "quantity"),
        bind(ja, "米国", "the United States", "country"), bind(ja, "５隻", "5 ships", "quantity"),
    )  # fmt: skip


SHIPS = "日本は３隻、米国は５隻を派遣した。"


@pytest.mark.parametrize(
    "english",
    [
        "Japan sent 5 ships and the United States 3 ships.",
        "The United States sent 3 ships, Japan 5 ships.",
    ],
)
def test_figures_beside_the_name_of_the_other_are_suspected(english):
    assert suspected(SHIPS, english, *ships(SHIPS)) == ["3 ships", "5 ships"]


@pytest.mark.parametrize(
    "english",
    [
        "Japan sent 3 ships and the United States 5 ships.",
        "The United States sent 5 ships, Japan 3 ships.",
        "3 ships were sent by Japan, 5 ships by the United States.",
    ],
)
def test_another_order_is_no_exchange_where_the_names_go_with_it(english):
    assert suspected(SHIPS, english, *ships(SHIPS)) == []


def test_words_are_followed_like_names():
    ja = "死者１８名、負傷者２９名"
    figures = bind(ja, "１８", "18", "number"), bind(ja, "２９", "29", "number")

    assert suspected(ja, "29 dead and 18 injured", *figures) == ["18", "29"]
    assert suspected(ja, "18 dead and 29 injured", *figures) == []


def test_a_word_of_which_the_table_is_not_sure_is_not_followed():
    ja, en = "死者１８名、負傷者２９名", "29 dead and 18 injured"
    figures = bind(ja, "１８", "18", "number"), bind(ja, "２９", "29", "number")

    assert exchanged(ja, en, figures, verify(ja, en, figures).marks, WordTable(STEMS, (), ())) == ()


def test_dates_and_persons_too():
    ja = "５日に訓練を行い、９日に視察を行った。"
    days = bind(ja, "５日", "the 5th", "date"), bind(ja, "９日", "the 9th", "date")

    assert suspected(ja, "An exercise was held on the 9th, and an inspection on the 5th.", *days) == [
        "the 5th",
        "the 9th",
    ]
    assert suspected(ja, "An exercise was held on the 5th, and an inspection on the 9th.", *days) == []


def test_a_row_of_many_figures_is_no_trouble():
    """Seventy figures are two thousand pairs; only what stands near each is looked at."""
    ja = "、".join(f"訓練で{number}名と視察で{number + 40}名" for number in range(2, 37))
    en = ", ".join(f"exercise with {number} and inspection with {number + 40}" for number in range(2, 37))
    figures = find_placeables(ja, HouseStyle()).value

    assert len(list(exchangeable(ja, figures, verify(ja, en, figures).marks))) > 2000
    assert suspected(ja, en, *figures) == []


@pytest.mark.parametrize(
    ("ja", "one", "other"),
    [
        ("訓練は５日と９日に行った。", ("５日", "the 5th", "date"), ("９日", "the 9th", "date")),  # both
        ("訓練は５日から３名で行う。", ("５日", "the 5th", "date"), ("３", "3", "number")),  # of two kinds
        ("訓練に２８名中７名が出た。", ("２８", "28", "number"), ("７", "7", "number")),  # a part of the other
        ("訓練は１発５ドル、視察は３ドルである。", ("１発", "1 round", "quantity"), ("３ドル", "3 dollars", "money")),
        ("訓練は３名、視察は３名である。", ("３名、", "3", "number"), ("３名で", "3", "number")),  # the same
    ],
)
def test_what_cannot_be_told_apart_or_taken_for_the_other(ja, one, other):
    constraints = bind(ja, *one), bind(ja, *other)
    marks = verify(ja, " ".join(c.english for c in constraints), constraints).marks

    assert list(exchangeable(ja, constraints, marks)) == []
