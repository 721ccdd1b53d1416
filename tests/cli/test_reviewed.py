"""Reviewed sentences: memory files, and review sheets that a person has filled in."""

import io
import json

import docx
import pytest

from briefgen.cli.reviewed import read_reviewed
from briefgen.errors import ExitCode, UsageError

HEADS = ("Row", "日本語（原文）", "English, how made, findings", "Correction")


def sheet(*rows: tuple[str, str, str, str], heads: tuple[str, ...] = HEADS) -> bytes:
    """A Word file with one table."""
    document, file = docx.Document(), io.BytesIO()
    table = document.add_table(0, len(heads))
    for cells in (heads, *rows):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("ja", "en", "bare"),
    [
        ("（２）会談した。", "(2) They met.", ("会談した。", "They met.")),
        ("（２）会談した。", "They met.", ("会談した。", "They met.")),
        ("・会談した。", "• They met.", ("会談した。", "They met.")),
        ("１．概要", "1. Outline", ("概要", "Outline")),
        (
            "（注１）衛星とは、これをいう。",
            "(Note 1) Satellite means this.",
            ("衛星とは、これをいう。", "Satellite means this."),
        ),
    ],
)
def test_a_sentence_copied_from_a_note_is_found_without_its_number(ja, en, bare):
    """The number is no part of the sentence that is looked up, and a note shows both in one cell."""
    read = read_reviewed(f"{ja}\t{en}\n".encode(), "m.tsv")

    assert read == {ja: en, bare[0]: bare[1]}


def test_the_sentence_itself_comes_before_one_with_a_number():
    read = read_reviewed("概要\tOverview\n１．概要\t1. Outline\n".encode(), "m.tsv")

    assert read["概要"] == "Overview"


def test_the_corrections_of_a_review_sheet_are_taken():
    content = sheet(
        ("1", "（１）会談した。", "(1) Talks.", "(1) They met."),
        ("2", "視察した。", "Inspection.", ""),
        ("3", "帰国した。", "They came back.", ""),
        ("", "", "▲ Row 3: machine", "They returned home."),
        ("4", "時期", "Timing", "Period"),
        ("5", "時期：春", "Timing: Springs", "Timing: Spring"),
    )

    assert read_reviewed(content, "sheet.docx") == {
        "（１） 会談した。": "(1) They met.",
        "会談した。": "They met.",
        "帰国した。": "They returned home.",
        "時期": "Period",
        "春": "Spring",
    }


def test_portion_marks_are_no_part_of_a_sentence():
    marked = sheet(
        ("1", "(S) 会談した。", "(S) Met.", "(S) They met."), ("2", "(S) 視察した。", "(S) See.", "They saw it.")
    )

    read = read_reviewed(marked, "sheet.docx")

    assert (read["会談した。"], read["視察した。"]) == ("They met.", "They saw it.")
    assert not any("(S)" in text for pair in read.items() for text in pair)


@pytest.mark.parametrize("assent", ["OK", "ok.", "✓", "Correct", "No change", "○"])
def test_what_says_that_a_row_is_right_is_no_english_of_it(assent):
    content = sheet(("1", "会談した。", "They met.", assent), ("2", "視察した。", "Inspect.", "They inspected it."))

    assert read_reviewed(content, "sheet.docx") == {"視察した。": "They inspected it."}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (sheet(("1", "会談した。", "They met.", "")), "no corrections"),
        (sheet(("1", "会談した。", "They met.", "x"), heads=("A", "B", "C", "D")), "no corrections"),
        (sheet(("1", "会談した。", "They met.", "会議をした。")), "the correction is Japanese"),
    ],
)
def test_a_word_file_without_corrections_is_told(content, message):
    with pytest.raises(UsageError, match=rf"sheet\.docx: .*{message}"):
        read_reviewed(content, "sheet.docx")


def test_a_review_sheet_comes_home(say, paper, home):
    """Made, filled in, and used by the next build."""
    assert say("build", paper, "--model", "none", "--template", "review", "--to", "docx").code == ExitCode.GOOD
    path = home / "会談 概要-briefing.docx"
    document = docx.Document(path)
    cells = next(row.cells for table in document.tables for row in table.rows if "中谷" in row.cells[1].text)
    cells[3].text = (
        "On Thursday, October 17, from 13:30, Defense Minister Nakatani held talks with NATO Secretary General Rutte "
        "for approximately 25 minutes."
    )
    document.save(path)

    said = say("build", paper, "--model", "none", "--memory", path.name, "--to", "json")

    assert said.code == ExitCode.GOOD
    assert "Reviewed sentences: used in 1 row\n" in said.err
    rows = json.loads((home / "会談 概要-briefing.json").read_text(encoding="utf-8"))["parts"][0]["rows"]
    assert [row["status"] for row in rows if "中谷" in str(row["ja"])] == ["reviewed"]


def test_whom_a_person_has_named_is_unknown_no_more(say, home):
    (home / "a.txt").write_text("鳴瀬大臣は、会談を行った。\n", encoding="utf-8")
    (home / "m.tsv").write_text("鳴瀬大臣は、会談を行った。\tMinister Naruse held talks.\n", encoding="utf-8")

    before = say("check", "a.txt", "--model", "none", "--fail-on", "never").err
    after = say("check", "a.txt", "--model", "none", "--memory", "m.tsv", "--fail-on", "never").err

    assert "name-unknown" in before
    assert "name-unknown" not in after
