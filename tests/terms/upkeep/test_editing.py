"""Edits touch one row: the property, and what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import GlossaryError
from briefgen.findings import Code, Severity
from briefgen.terms.glossary.csv_format import glossary_of, read_glossary
from briefgen.terms.glossary.csv_table import read_table, write_table
from briefgen.terms.glossary.glossary import Glossary, Term
from briefgen.terms.upkeep.editing import add_row, change_row, check_entry, find_row, open_table, remove_row, terms_like

EXCEL = '\ufeffja;en;note\r\n# ours\r\n演習;"exercise";\r\n\r\n基地; base ;"old; older"\r\n'.encode()


def table_of(content: bytes | str):
    return open_table(content.encode() if isinstance(content, str) else content, "g.csv").value


def test_a_row_is_added_as_the_file_is_written():
    """Byte order mark, semicolons, CR LF."""
    table = add_row(table_of(EXCEL), {"ja": "訓練", "en": "training; drill"})

    assert write_table(table) == EXCEL + '訓練;"training; drill";\r\n'.encode()


def test_a_file_without_a_last_line_end_stays_without():
    assert write_table(add_row(table_of("ja,en\n演習,exercise"), {"ja": "訓練", "en": "training"})) == (
        "ja,en\n演習,exercise\n訓練,training".encode()
    )


def test_a_file_that_quotes_everything_goes_on_doing_so():
    table = add_row(table_of('"ja","en"\n"演習","exercise"\n'), {"ja": "訓練", "en": "training"})

    assert write_table(table).endswith('\n"訓練","training"\n'.encode())


def test_a_new_file_gets_all_columns():
    content = write_table(add_row(table_of(b""), {"ja": "訓練", "en": "training", "status": "proposed"}))

    assert content.startswith(b"ja,en,kind,reading,")
    assert read_glossary(content, "g.csv").value.terms == (
        Term("訓練", "training", status="proposed", origin="g.csv:2"),
    )


def test_a_changed_row_keeps_its_other_fields_as_written():
    table = table_of(EXCEL)
    changed = write_table(change_row(table, find_row(table, "基地"), {"en": "air base"}))

    assert changed == EXCEL.replace(b" base ", b"air base")


def test_a_missing_column_is_added_at_the_right():
    table = table_of('ja,en\n# remark\n演習,"exercise"\n訓練,training\n')
    changed = write_table(change_row(table, find_row(table, "訓練"), {"note": "daily", "kind": "term"}))

    assert changed.decode() == 'ja,en,kind,note\n# remark\n演習,"exercise",,\n訓練,training,term,daily\n'


def test_a_removed_row_takes_nothing_with_it():
    table = table_of(EXCEL)

    assert write_table(remove_row(table, find_row(table, "演習"))) == EXCEL.replace(
        '演習;"exercise";\r\n'.encode(), b""
    )


def test_rows_are_found_by_folded_japanese():
    table = table_of("ja,en\nＮＡＴＯ軍,NATO forces\n")

    assert [term.en for term in terms_like(table, "NATO 軍")] == ["NATO forces"]
    with pytest.raises(GlossaryError, match="there is no entry 訓練"):
        find_row(table, "訓練")


@pytest.mark.parametrize("en", ["#1 Panel", "sep=", "SEP="])
def test_what_would_be_read_as_a_remark_is_refused_wherever_it_begins_the_row(en):
    """The English stands first; in any other column it may begin with a #."""
    table = table_of("en,ja,note\nexercise,演習,\n")

    with pytest.raises(GlossaryError, match=r"g\.csv:3:en: a row that begins with # or sep= is no entry"):
        add_row(table, {"ja": "部会", "en": en})
    with pytest.raises(GlossaryError, match=r"g\.csv:2:en"):
        change_row(table, find_row(table, "演習"), {"en": en})
    assert terms_like(add_row(table, {"ja": "部会", "en": "Panel", "note": en}), "部会")[0].note == en


def test_a_variant_tells_its_entry():
    table = open_table("ja,en,variants\n演習,exercise,訓練|練習\n".encode(), "g.csv").value

    with pytest.raises(GlossaryError) as caught:
        find_row(table, "練習")

    assert caught.value.hint == "It stands in g.csv:2 (演習)"


def test_of_several_rows_one_must_be_named():
    table = table_of("ja,en\n演習,exercise\n演 習,drill\n")

    with pytest.raises(GlossaryError, match="rows 2, 3") as caught:
        find_row(table, "演習")
    assert "--row" in caught.value.hint
    assert find_row(table, "演習", 3).cells[1] == "drill"


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"ja": "訓練", "en": ""}, "g.csv:3:en"),
        ({"ja": "訓練", "en": "x", "kind": "verb"}, "g.csv:3:kind"),
        ({"ja": "訓練", "en": "two\nlines"}, "g.csv:3:en"),
        ({"ja": "#訓練", "en": "x"}, "g.csv:3:ja"),
        ({"ja": "訓練", "en": "ex\0"}, "g.csv:3:en"),
    ],
)
def test_what_could_not_be_read_back_is_refused(cells, place):
    with pytest.raises(GlossaryError) as caught:
        add_row(table_of("ja,en,kind\n演習,exercise,\n"), cells)

    assert caught.value.message.startswith(f"{place}:")


def test_a_character_the_encoding_does_not_have_is_told():
    table = table_of("ja,en\r\n演習,exercise\r\n".encode("cp932"))

    with pytest.raises(GlossaryError, match="CP932, which has no “ū”"):
        add_row(table, {"ja": "空襲", "en": "kūshū"})


def test_checks_tell_duplicates_conflicts_and_other_layers():
    term = Term("演習", "exercise", origin="g.csv:9")
    findings = check_entry(
        term,
        [Term("演習", "exercise", origin="g.csv:2"), Term("演 習", "drill", origin="g.csv:3")],
        [Glossary("base", (Term("演習", "manoeuvre", origin="base.csv:4"),))],
    )

    assert [(one.code, one.severity) for one in findings] == [
        (Code.GLOSSARY_DUPLICATE, Severity.ERROR),
        (Code.GLOSSARY_CONFLICT, Severity.ERROR),
        (Code.GLOSSARY_OVERRIDDEN, Severity.WARNING),
    ]
    assert str(findings[2].where) == "g.csv:9:en"


def test_checks_tell_swapped_languages():
    assert [one.code for one in check_entry(Term("exercise", "演習"), [], [])] == [Code.GLOSSARY_SWAPPED]


JA = st.text("演習訓練基地海空陸ＮＡｔｏーア,;\"' ", min_size=1, max_size=6).filter(lambda s: s.strip(" ,;"))
EN = st.text("abc XYZ,;\"'é-", min_size=1, max_size=10).filter(lambda s: s.strip())


@st.composite
def files(draw):
    """A glossary file in some dialect, with remarks and empty rows among its entries."""
    delimiter, end = draw(st.sampled_from([",", ";", "\t"])), draw(st.sampled_from(["\n", "\r\n"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))

    def written(value):
        needed = any(char in value for char in ('"', delimiter)) or draw(st.booleans())
        return '"' + value.replace('"', '""') + '"' if needed else value

    lines = [delimiter.join(["ja", "en", "note"])]
    for _ in range(draw(st.integers(1, 6))):
        lines += draw(st.sampled_from([[], ["# remark, with; all"], [""]]))
        lines.append(delimiter.join([written(draw(JA)), written(draw(EN)), written(draw(EN))]))
    return (end.join(lines) + draw(st.sampled_from([end, ""]))).encode(encoding)


@settings(deadline=None)
@given(files(), st.data())
def test_every_other_row_keeps_its_bytes(content, data):
    """The property: after an edit, all rows but one are the same bytes in the same order."""
    table = read_table(content, "g.csv").value
    row = data.draw(st.sampled_from(table.entries))
    edited = change_row(table, row, {"en": data.draw(EN).strip()})
    removed = remove_row(table, row)
    added = add_row(table, {"ja": data.draw(EN.map(str.strip)), "en": "x"})

    others = [other.raw for other in table.rows if other.line != row.line]
    assert [other.raw for other in edited.rows if other.line != row.line] == others
    assert [other.raw for other in removed.rows] == others
    assert write_table(added).startswith(content)


@settings(deadline=None)
@given(files(), EN, EN)
def test_what_is_written_is_read_back(content, en, note):
    table = read_table(content, "g.csv").value
    added = write_table(add_row(table, {"ja": "試験", "en": en.strip(), "note": note.strip()}))
    again = read_table(added, "g.csv").value

    assert [row.cells for row in again.entries[:-1]] == [row.cells for row in table.entries]
    assert (glossary_of(again).terms[-1].en, glossary_of(again).terms[-1].note) == (en.strip(), note.strip())
