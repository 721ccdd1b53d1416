"""Import, export, diff and merge from the command line: nothing is overwritten unasked."""

import json

import pytest

from briefgen.errors import ExitCode


@pytest.fixture
def ours(home):
    path = home / "ours.csv"
    path.write_text("ja,en\n試験演習,test exercise\n試験訓練,test drill\n", encoding="utf-8")
    (home / "theirs.csv").write_text("ja,en\n試験訓練,test training\n試験計画,test plan\n", encoding="utf-8")
    (home / "new.csv").write_text("ja,en\n試験計画,test plan\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["tbx", "utx", "tsv", "xlsx", "csv"])
def test_what_is_exported_is_imported_without_a_difference(say, ours, form):
    assert say("glossary", "export", "ours.csv", "-o", f"out.{form}").out == f"out.{form}: 2 entries\n"
    assert say("glossary", "diff", "ours.csv", f"out.{form}").code == ExitCode.GOOD
    said = say("glossary", "import", f"out.{form}", "--file", "ours.csv")

    assert (said.code, said.out) == (ExitCode.GOOD, "ours.csv: 0 added, 0 changed, 0 removed\n")


@pytest.mark.parametrize("form", ["tbx", "utx", "xlsx"])
def test_a_glossary_of_another_program_is_a_layer_as_it_is(say, ours, form):
    say("glossary", "export", "ours.csv", "-o", f"out.{form}")

    assert "test exercise" in say("glossary", "find", "試験演習", f"out.{form}").out


def test_export_does_not_replace_a_file_unasked(say, ours, home):
    assert say("glossary", "export", "ours.csv", "-o", "new.csv").code == ExitCode.OUTPUT
    assert say("glossary", "export", "ours.csv", "-o", "new.csv", "--force").code == ExitCode.GOOD
    assert say("glossary", "export", "ours.csv", "-o", "new.doc").code == ExitCode.USAGE


def test_tbx_is_exported_in_the_edition_asked_for(say, ours, home):
    assert say("glossary", "export", "ours.csv", "-o", "out.tbx", "--tbx", "2008").code == ExitCode.GOOD
    assert b"<martif" in (home / "out.tbx").read_bytes()
    assert say("glossary", "diff", "ours.csv", "out.tbx").code == ExitCode.GOOD
    refused = say("glossary", "export", "ours.csv", "-o", "other.tbx", "--tbx", "2014")
    assert (refused.code, "2008, 2019" in refused.err) == (ExitCode.USAGE, True)


def test_the_built_in_glossary_is_exported_when_nothing_is_named(say, home):
    assert say("glossary", "export", "-o", "people.tbx", "--kind", "person").code == ExitCode.GOOD
    assert b"Nakatani Gen" in (home / "people.tbx").read_bytes()


def test_import_shows_what_it_adds(say, ours):
    shown = say("glossary", "import", "new.csv", "--file", "ours.csv", "--dry-run")
    assert shown.out == "+ 試験計画 = test plan\nours.csv: 1 added, 0 changed, 0 removed (not written)\n"
    assert "試験計画" not in ours.read_text(encoding="utf-8")

    assert say("glossary", "import", "new.csv", "--file", "ours.csv").code == ExitCode.GOOD
    assert ours.read_text(encoding="utf-8").endswith("\n試験計画,test plan\n")


def test_import_never_overwrites_unasked(say, ours):
    before = ours.read_bytes()
    said = say("glossary", "import", "theirs.csv", "--file", "ours.csv")

    assert said.code == ExitCode.FINDINGS
    assert "ours.csv:3:en: error: 試験訓練: en is test drill here, test training in theirs.csv:2 [" in said.err
    assert ours.read_bytes() == before

    assert say("glossary", "import", "theirs.csv", "--file", "ours.csv", "--prefer", "theirs").code == ExitCode.GOOD
    assert "試験訓練,test training\n" in ours.read_text(encoding="utf-8")


def test_diff_for_people_and_programs(say, ours):
    said = say("glossary", "diff", "ours.csv", "theirs.csv")
    changes = json.loads(say("glossary", "diff", "ours.csv", "theirs.csv", "--json").out)

    assert said.code == ExitCode.FINDINGS
    assert said.out.splitlines() == [
        "- 試験演習 = test exercise",
        "~ 試験訓練: en: test drill → test training",
        "+ 試験計画 = test plan",
    ]
    assert {"en"} == {name for change in changes for name in change["columns"]}


def test_a_glossary_that_is_not_there_is_told(say, ours):
    for command in (("diff", "ours.csv", "no.csv"), ("import", "no.xlsx", "--file", "ours.csv"), ("lint", "no.csv")):
        said = say("glossary", *command)
        assert (said.code, "There is no glossary no." in said.err) == (ExitCode.GLOSSARY, True)


def test_import_and_merge_answer_programs(say, ours):
    clash = json.loads(say("glossary", "import", "theirs.csv", "--file", "ours.csv", "--json").out)
    merged = json.loads(say("glossary", "merge", "ours.csv", "new.csv", "-o", "both.csv", "--json").out)
    exported = json.loads(say("glossary", "export", "both.csv", "-o", "both.tbx", "--json").out)

    assert (clash["written"], len(clash["conflicts"])) == (False, 1)
    assert (merged["written"], [one["after"] for one in merged["changes"]]) == (True, ["test plan"])
    assert exported == {"file": "both.tbx", "entries": 3}


def test_merge_three_ways_as_git_asks_for_it(say, ours, home):
    (home / "base.csv").write_text("ja,en\n試験演習,test exercise\n試験訓練,test drill\n", encoding="utf-8")
    (home / "theirs.csv").rename(home / ".merge_file_b")
    said = say("glossary", "merge", "ours.csv", ".merge_file_b", "--base", "base.csv", "-o", "ours.csv", "--force")

    assert said.code == ExitCode.GOOD
    assert ours.read_text(encoding="utf-8") == "ja,en\n試験訓練,test training\n試験計画,test plan\n"


def test_merge_with_a_conflict_writes_nothing(say, ours, home):
    assert say("glossary", "merge", "ours.csv", "theirs.csv", "-o", "both.csv").code == ExitCode.FINDINGS
    assert not (home / "both.csv").exists()
    assert say("glossary", "merge", "ours.csv", "theirs.csv", "-o", "both.csv", "--prefer", "me").code == ExitCode.USAGE


def test_stats_and_unused_entries(say, ours, home):
    (home / "paper.txt").write_text("試験演習について\n\n統合計画を試験演習で用いた。\n", encoding="utf-8")
    stats = json.loads(say("glossary", "stats", "ours.csv", "--paper", "paper.txt", "--json").out)
    said = say("glossary", "lint", "ours.csv", "--paper", "paper.txt")

    assert stats["counts"]["file"]["ours.csv"] == 2
    assert stats["papers"][0]["share"] > 0.4
    assert (said.code, "ours.csv:3:ja: remark: 試験訓練 stands in none" in said.err) == (ExitCode.GOOD, True)
    assert "by kind" in say("glossary", "stats", "ours.csv", "--paper", "paper.txt").out
