"""Patterns: files, slots, articles."""

import re

import pytest

from briefgen.errors import UsageError
from briefgen.resources import patterns_file
from briefgen.translation.memory import Memory, read_memory
from briefgen.translation.patterns import PatternMemory, read_patterns
from tests.translation.build import bind


def english_of(pattern: str, text: str, *constraints) -> list[str]:
    return list(PatternMemory(read_patterns(pattern.encode(), "p.tsv")).candidates(text, constraints))


def test_full_width_text_fits_a_half_width_pattern():
    text = "ＮＡＴＯ、１０月１７日"

    assert english_of("NATO、{date}\tNATO, {date}", text, bind(text, "１０月１７日", "October 17", "date")) == [
        "NATO, October 17"
    ]


def test_a_slot_must_be_one_whole_constraint():
    """A part of a constraint, or two together, fit no slot."""
    text = "米国及び英国を訪問した。"

    assert english_of("{country}を訪問した。\tHe visited {country}.", text, bind(text, "英国", "United Kingdom")) == []


@pytest.mark.parametrize(
    ("pattern", "country", "expected"),
    [
        ("He visited {country}.", "United States", "He visited the United States."),
        ("He visited {country}.", "Australia", "He visited Australia."),
        ("The Japan-{country} talks.", "United States", "The Japan-United States talks."),
        ("{country} agreed.", "Netherlands", "The Netherlands agreed."),
    ],
)
def test_countries_get_their_article(pattern, country, expected):
    text = "某国と合意。"

    assert english_of(f"{{country}}と合意。\t{pattern}", text, bind(text, "某国", country)) == [expected]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("日本語だけ", "p.tsv:2: a pattern is Japanese TAB English"),
        ("{date}に\tOn {time}", "the slots of the two sides differ"),
        ("{date}{date}\t{date}{date}", "the slots of the two sides differ"),
        ("{colour}の\t{colour}", "there is no slot {colour}"),
    ],
)
def test_a_bad_line_is_told(line, message):
    with pytest.raises(UsageError, match=message):
        read_patterns(f"# comment\n{line}\n".encode(), "p.tsv")


def test_the_built_in_patterns_are_all_good():
    """At least 400, each with equal slots and no digits in its literal parts."""
    patterns = read_patterns(patterns_file().read_bytes(), "patterns.tsv")

    assert len(patterns) >= 400
    assert not [p.ja for p in patterns if any(part.isdigit() for part in re.sub(r"\{\w+\}", "", p.ja))]


@pytest.mark.parametrize(
    ("text", "english"),
    [("なし", "None"), ("有り", "Yes"), ("無", "No"), ("同上", "Same as above"), ("未定", "To be determined")],
)
def test_what_cells_of_tables_say_is_built_in(text, english):
    patterns = PatternMemory(read_patterns(patterns_file().read_bytes(), "patterns.tsv"))

    assert list(patterns.candidates(text, ()))[:1] == [english]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("事実情報", "Factual information"),
        ("気象及び海象", "Weather and sea conditions"),
        ("罪となるべき事実", "Facts constituting the offense"),
        ("右質問に対する答弁書を送付する。", "A written answer to the above questions is sent herewith."),
        ("この地震による津波の心配はありません。", "This earthquake poses no tsunami risk."),
    ],
)
def test_what_papers_of_one_kind_always_say_is_built_in(text, english):
    patterns = PatternMemory(read_patterns(patterns_file().read_bytes(), "patterns.tsv"))

    assert list(patterns.candidates(text, ()))[:1] == [english]


def test_an_answer_that_points_to_another_is_a_pattern():
    patterns = PatternMemory(read_patterns(patterns_file().read_bytes(), "patterns.tsv"))
    text = "二の１についてで述べたとおりである。"
    answer = bind(text, "二の１について", "the answer to 2 (1)", "reference")

    assert next(patterns.candidates(text, (answer,))) == "It is as stated in the answer to 2 (1)."


def test_fighters_scrambled_in_each_case_are_a_pattern():
    patterns = PatternMemory(read_patterns(patterns_file().read_bytes(), "patterns.tsv"))
    text = "いずれも、空自の戦闘機を緊急発進させ、対応した。"

    english = next(patterns.candidates(text, (bind(text, "空自", "JASDF"),)))

    assert english == "In each case, fighters of the JASDF were scrambled in response."


def test_memory_files():
    """The last of two equal sentences wins; width and spaces play no part."""
    memory = Memory(read_memory("# reviewed\nＮＡＴＯ 会合\told\nNATO会合\tNATO meeting\n".encode(), "m.tsv"))

    assert len(memory) == 1
    assert memory.find("ＮＡＴＯ会合") == "NATO meeting"
    assert memory.find("会合") is None


def test_a_memory_line_without_a_tab_is_told():
    with pytest.raises(UsageError, match=r"m\.tsv:1"):
        read_memory("会合\n".encode(), "m.tsv")


def test_a_memory_that_is_no_text_is_told():
    with pytest.raises(UsageError, match=r"m\.tsv:2: the text is not UTF-8"):
        read_memory("会合\tmeeting\n".encode() + b"\xff\xfe", "m.tsv")
