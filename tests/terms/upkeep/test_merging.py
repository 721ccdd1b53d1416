"""Comparing and merging glossaries, two ways and three ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.terms.glossary.csv_format import glossary_of, read_glossary
from briefgen.terms.glossary.csv_table import read_table, write_table
from briefgen.terms.glossary.glossary import Glossary
from briefgen.terms.upkeep.merging import compare, merge

BASE = "ja,en,note\n# r\n甲,a,x\n乙,b,\n丙,c,\n"


def glossary(text: str, name: str = "theirs.csv") -> Glossary:
    return read_glossary(text.encode(), name).value


def table(text: str):
    return read_table(text.encode(), "ours.csv").value


def test_differences_read_like_a_patch():
    found = compare(glossary(BASE), glossary("ja,en,note,kind\n甲,a,,unit\n乙,b,,\n丁,d,,\n"))

    assert [str(one) for one in found] == ["~ 甲: kind: term → unit; note: x → (empty)", "- 丙 = c", "+ 丁 = d"]


def test_a_value_that_empty_cells_mean_is_no_difference():
    assert compare(glossary("ja,en\n甲,a\n"), glossary("ja,en,kind,status\n甲,a,term,approved\n")) == ()


def test_two_ways_add_and_fill_but_never_overwrite():
    merged = merge(table(BASE), glossary("ja,en,note\n甲,a,\n乙,b,new\n丙,C,\n丁,d,\n"))

    assert write_table(merged.table).decode() == "ja,en,note\n# r\n甲,a,x\n乙,b,new\n丙,c,\n丁,d,\n"
    assert [str(one) for one in merged.differences] == ["~ 乙: note: (empty) → new", "+ 丁 = d"]
    assert [str(one.where) for one in merged.conflicts] == ["ours.csv:5:en"]


@pytest.mark.parametrize(("prefer", "english"), [("ours", "c"), ("theirs", "C")])
def test_who_is_preferred_wins(prefer, english):
    merged = merge(table(BASE), glossary("ja,en\n丙,C\n"), prefer=prefer)

    assert glossary_of(merged.table).terms[2].en == english
    assert merged.conflicts == ()


def test_three_ways_take_what_one_side_changed():
    ours = table("ja,en,note\n# r\n甲,A,x\n乙,b,\n丙,c,\n丁,d,\n")
    merged = merge(ours, glossary("ja,en,note\n甲,a,\n乙,B,\n戊,e,\n"), glossary(BASE))

    assert merged.conflicts == ()
    assert write_table(merged.table).decode() == "ja,en,note\n# r\n甲,A,\n乙,B,\n丁,d,\n戊,e,\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("甲,A,x\n", "甲,B,x\n", "en is A here, B in theirs.csv:2"),
        ("甲,A,x\n", "", "甲 was changed here and removed there"),
        ("", "甲,B,x\n", "甲 was removed here and changed there"),
    ],
)
def test_three_ways_conflict_where_both_changed(ours, theirs, told):
    base, header = glossary("ja,en,note\n甲,a,x\n"), "ja,en,note\n"
    merged = merge(table(header + ours), glossary(header + theirs), base)
    theirs_wins = merge(table(header + ours), glossary(header + theirs), base, "theirs")

    assert [told in one.message for one in merged.conflicts] == [True]
    assert write_table(merged.table).decode() == header + ours
    assert write_table(theirs_wins.table).decode() == header + theirs


def test_lists_get_the_items_of_both_less_those_taken_out():
    merged = merge(
        table("ja,en,accepted\n甲,a,one|two|four\n"),
        glossary("ja,en,accepted\n甲,a,two|three|five\n"),
        glossary("ja,en,accepted\n甲,a,one|two|three\n"),
    )

    assert glossary_of(merged.table).terms[0].accepted == ("two", "four", "five")


def test_entries_of_the_same_japanese_are_told_apart_by_their_order():
    text = "ja,en\n甲,a\n甲,b\n"

    assert compare(glossary(text), glossary(text)) == ()
    assert [str(one) for one in compare(glossary(text), glossary("ja,en\n甲,a\n"))] == ["- 甲 = b"]


ROWS = st.dictionaries(
    st.sampled_from("甲乙丙丁戊"), st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x"])), max_size=5
).map(lambda rows: "ja,en,note\n" + "".join(f"{ja},{en},{note}\n" for ja, (en, note) in rows.items()))


@settings(deadline=None)
@given(ROWS, ROWS, ROWS)
def test_a_merge_agrees_with_both_sides(ours, theirs, base):
    """With one side as the base the other side comes out; with itself, nothing changes; theirs can be had whole."""
    assert write_table(merge(table(ours), glossary(theirs), glossary(theirs)).table).decode() == ours
    assert merge(table(ours), glossary(ours)).table == table(ours)
    taken = merge(table(ours), glossary(theirs), glossary(ours))
    assert taken.conflicts == ()
    assert {(t.ja, t.en, t.note) for t in glossary_of(taken.table).terms} == {
        (t.ja, t.en, t.note) for t in glossary(theirs).terms
    }
    assert merge(table(ours), glossary(theirs), glossary(base), "theirs").conflicts == ()
