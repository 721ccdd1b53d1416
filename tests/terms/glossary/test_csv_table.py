"""Glossary files as bytes: read in every shape people save them in, told apart when broken, kept when not touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import GlossaryError
from briefgen.terms.glossary.csv_format import read_glossary
from briefgen.terms.glossary.csv_table import raw_fields, read_table, write_table


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_every_byte_comes_back(end, encoding):
    text = end.join(['# "odd" remark', "ja;en", '演習; "exercise"', "", '"訓;練";"a ""drill"""', "基地;base"])
    content = text.encode(encoding)

    assert write_table(read_table(content, "g.csv").value) == content


def test_bytes_of_cp932_that_python_would_write_otherwise_come_back():
    """NEC's and IBM's doubles of one character: decoding and encoding again would change them."""
    content = b"ja,en\r\n\x87\x90\x81\x41\xfa\x54,x\r\n"

    assert content.decode("cp932").encode("cp932") != content
    assert write_table(read_table(content, "g.csv").value) == content


def test_rows_know_their_lines_and_cells():
    table = read_table('ja,en\n"陸\n将","Lieutenant\nGeneral"\n海将, Vice Admiral \n'.encode(), "g.csv").value

    assert [(row.line, row.cells) for row in table.entries] == [
        (2, ("陸\n将", "Lieutenant\nGeneral")),
        (5, ("海将", "Vice Admiral")),
    ]


def test_the_separator_line_of_excel_is_no_entry():
    outcome = read_glossary("sep=;\r\nja;en\r\n演習;exercise, drill\r\n".encode(), "g.csv")

    assert [(term.en, term.origin) for term in outcome.value.terms] == [("exercise, drill", "g.csv:3")]


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ('ja,en,note\n演習,exercise,"open\n訓練,training,\n', "g.csv:2:note", "quotation mark is left open"),
        ('ja,en\n"演習"x,exercise\n', "g.csv:2:ja", "quotation mark stands inside"),
        ("ja,en\n演習,exer\0cise\n", "g.csv:2:en", "NUL"),
        ("ja,en\n訓練,training\n演習," + "x" * 1_000_000 + "\n", "g.csv:3:en", "more than 100,000"),
        ('ja,en,note\n演習,"' + "x" * 1_000_000 + '",\n', "g.csv:2:en", "more than 100,000"),
        ("ja,en,EN\n", "g.csv:1:en", "twice"),
        ("ja,en,kind\n演習,exercise\n", "g.csv:2:kind", "2 of 3 fields"),
        ("ja,en\n演習,a,b,c\n", "g.csv:2", "4 fields"),
    ],
)
def test_hostile_files_are_told_in_one_sentence(content, place, words):
    with pytest.raises(GlossaryError) as caught:
        read_glossary(content.encode(), "g.csv")

    assert caught.value.message.startswith(f"{place}:")
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint or words == "twice"


FIELD = st.one_of(
    st.text(st.characters(blacklist_characters=',"\r\n', blacklist_categories=["Cs"]), max_size=6),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=6).map(lambda s: '"' + s.replace('"', '""') + '"'),
)


@settings(deadline=None)
@given(st.lists(FIELD, min_size=1, max_size=6), st.sampled_from(["", "\n", "\r\n"]))
def test_fields_of_a_record_are_told_apart_as_written(fields, end):
    assert raw_fields(",".join(fields) + end, ",") == fields
