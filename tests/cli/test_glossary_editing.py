"""Editing the glossary from the command line: where an edit goes, what stops it, and that a kill harms nothing."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import briefgen
from briefgen.errors import ExitCode

HEADER = "ja,en,kind,note\n"
THIS_PACKAGE = {"PYTHONPATH": str(Path(briefgen.__file__).parent.parent)}


@pytest.fixture
def ours(home):
    path = home / "ours.csv"
    path.write_text(HEADER + "試験演習,test exercise,,\n試験訓練,test drill,term,daily\n", encoding="utf-8")
    return path


def test_without_a_glossary_of_ones_own_nothing_is_changed(say):
    said = say("glossary", "add", "試験計画", "test plan")

    assert said.code == ExitCode.USAGE
    assert "--file ours.csv" in said.err
    assert "briefgen.toml" in said.err


def test_an_edit_goes_to_the_last_glossary_of_the_settings(say, home, ours):
    (home / "house.csv").write_text("ja,en\n", encoding="utf-8")
    (home / "briefgen.toml").write_text('glossary = ["house.csv", "ours.csv"]\n', encoding="utf-8")

    said = say("glossary", "add", "試験計画", "test plan", "--kind", "term", "--note", "since 2024")

    assert (said.code, said.out) == (ExitCode.GOOD, "ours.csv:4: + 試験計画 = test plan\n")
    assert ours.read_text(encoding="utf-8").endswith("\n試験計画,test plan,term,since 2024\n")
    assert "test plan" in say("glossary", "find", "試験計画").out


def test_a_glossary_of_the_settings_that_is_not_there_is_told_unless_it_is_being_begun(say, home):
    (home / "briefgen.toml").write_text('glossary = ["house.csv", "ours.csv"]\n', encoding="utf-8")
    assert "There is no glossary house.csv" in say("glossary", "find", "試験計画").err
    assert "There is no glossary house.csv" in say("glossary", "add", "試験計画", "test plan").err

    (home / "house.csv").write_text("ja,en\n試験計画,trial plan\n", encoding="utf-8")
    assert "trial plan in house.csv:2" in say("glossary", "add", "試験計画", "test plan").err
    assert say("glossary", "add", "試験計画", "test plan", "--force").code == ExitCode.GOOD


def test_a_layer_of_another_program_is_looked_into_too(say, home, ours):
    say("glossary", "export", "ours.csv", "-o", "house.xlsx")
    (home / "briefgen.toml").write_text('glossary = ["house.xlsx", "project.csv"]\n', encoding="utf-8")

    assert "test exercise in house.xlsx:2" in say("glossary", "add", "試験演習", "drill").err


def test_edit_shows_before_and_after(say, ours):
    said = say("glossary", "edit", "試験訓練", "--en", "test training", "--note", "", "--file", "ours.csv")

    assert said.out == "ours.csv:3: 試験訓練: en: test drill → test training; note: daily → (empty)\n"
    assert ours.read_text(encoding="utf-8").splitlines()[2] == "試験訓練,test training,term,"


def test_edits_answer_programs(say, ours):
    commands = (
        ("add", "試験計画", "test plan"),
        ("add", "試験計画", "x"),
        ("edit", "試験訓練", "--en", "y"),
        ("remove", "試験計画"),
    )
    answers = [json.loads(say("glossary", *command, "--file", "ours.csv", "--json").out) for command in commands]

    assert [(one["row"], one["change"], one["written"]) for one in answers] == [
        (4, "+ 試験計画 = test plan", True),
        (5, "+ 試験計画 = x", False),
        (3, "試験訓練: en: test drill → y", True),
        (4, "- 試験計画 = test plan", True),
    ]
    assert [one["code"] for one in answers[1]["findings"]] == ["glossary-conflict"]


def test_a_plus_adds_to_a_list(say, ours):
    say("glossary", "edit", "試験訓練", "--accepted", "drill|trial", "--file", "ours.csv")
    said = say("glossary", "edit", "試験訓練", "--accepted", "+trial|test", "--file", "ours.csv")

    assert said.out == "ours.csv:3: 試験訓練: accepted: drill|trial → drill|trial|test\n"


def test_a_minus_takes_out_of_a_list(say, ours):
    say("glossary", "edit", "試験訓練", "--accepted", "drill|trial|test", "--file", "ours.csv")
    said = say("glossary", "edit", "試験訓練", "--accepted", "-trial|other", "--file", "ours.csv")

    assert said.out == "ours.csv:3: 試験訓練: accepted: drill|trial|test → drill|test\n"


def test_a_second_meaning_is_added_beside_the_first(say, ours):
    """With a context or a domain of its own; else it is a conflict."""
    first = ("glossary", "add", "試験演習", "trial exercise", "--file", "ours.csv")

    assert "or give each its context or domain" in say(*first).err
    assert say(*first, "--note", "context:艦").code == ExitCode.GOOD
    assert (
        say("glossary", "edit", "試験演習", "--row", "2", "--domain", "sdf", "--file", "ours.csv").code == ExitCode.GOOD
    )
    assert say(*first, "--domain", "law").code == ExitCode.GOOD
    assert say(*first, "--domain", "law").code == ExitCode.FINDINGS
    assert say("glossary", "lint", "ours.csv").code == ExitCode.GOOD


def test_a_form_of_another_row_is_no_variant_unasked(say, ours):
    told = say("glossary", "add", "試験計画", "test plan", "--variants", "案|試験演習", "--file", "ours.csv").err
    assert "ours.csv:4:variants: warning: 試験演習 stands in ours.csv:2 for test exercise, too" in told

    say("glossary", "edit", "試験訓練", "--variants", "試験計画", "--file", "ours.csv")
    assert "ours.csv:4:ja: warning" in say("glossary", "add", "試験計画", "test plan", "--file", "ours.csv").err


def test_only_csv_is_edited(say, home):
    said = say("glossary", "add", "試験計画", "test plan", "--file", "ours.xlsx")

    assert said.code == ExitCode.USAGE
    assert "glossary import ours.xlsx" in said.err


def test_remove(say, ours):
    assert say("glossary", "remove", "試験演習", "--file", "ours.csv").out == (
        "ours.csv:2: - 試験演習 = test exercise\n  the row was: 試験演習,test exercise,,\n"
    )
    assert ours.read_text(encoding="utf-8") == HEADER + "試験訓練,test drill,term,daily\n"


def test_a_dry_run_writes_nothing(say, ours):
    before = ours.read_bytes()
    for command in (("add", "試験計画", "x y"), ("edit", "試験演習", "--en", "x"), ("remove", "試験演習")):
        assert "(not written)" in say("glossary", *command, "--file", "ours.csv", "--dry-run").out

    assert ours.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("試験演習", "drill"), "stands already in ours.csv:2"),
        (("test plan", "試験計画"), "holds Japanese"),
        (("防衛省", "Defence Ministry"), "Ministry of Defense in defence.csv"),
        (("艦", "ship"), "single character"),
    ],
)
def test_what_is_doubtful_is_told_and_not_written(say, ours, arguments, told):
    before = ours.read_bytes()
    said = say("glossary", "add", *arguments, "--file", "ours.csv")

    assert said.code == ExitCode.FINDINGS
    assert told in said.err
    assert "ours.csv:4:" in said.err
    assert ours.read_bytes() == before


def test_warnings_give_way_to_force_but_errors_do_not(say, ours):
    assert say("glossary", "add", "防衛省", "Defence Ministry", "--file", "ours.csv", "--force").code == ExitCode.GOOD
    assert say("glossary", "add", "防衛省", "MOD", "--file", "ours.csv", "--force").code == ExitCode.FINDINGS
    assert ours.read_text(encoding="utf-8").count("防衛省") == 1


@pytest.mark.parametrize("command", [("edit", "試験計画", "--en", "x"), ("remove", "試験計画")])
def test_what_is_not_there_is_told(say, ours, command):
    said = say("glossary", *command, "--file", "ours.csv")

    assert said.code == ExitCode.GLOSSARY
    assert "there is no entry 試験計画" in said.err


def test_a_missing_file_is_begun_by_add_only(say, home):
    assert say("glossary", "remove", "試験計画", "--file", "new.csv").code == ExitCode.GLOSSARY
    assert "(a new file)" in say("glossary", "add", "試験計画", "test plan", "--file", "new.csv").out
    assert sorted(path.name for path in home.iterdir()) == ["new.csv"]


@pytest.mark.parametrize(("file", "told"), [("no/ours.csv", "There is no folder no"), (".", ". is a folder")])
def test_a_file_that_cannot_be_begun_is_told(say, home, file, told):
    said = say("glossary", "add", "試験計画", "test plan", "--file", file)

    assert (said.code, told in said.err) == (ExitCode.GLOSSARY, True)
    assert list(home.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions")
def test_a_file_marked_read_only_is_left_alone(say, ours):
    ours.chmod(0o444)
    said = say("glossary", "add", "試験計画", "test plan", "--file", "ours.csv")

    assert (said.code, "briefgen: ours.csv is read-only" in said.err) == (ExitCode.OUTPUT, True)
    assert say("glossary", "remove", "試験演習", "--file", "ours.csv", "--dry-run").code == ExitCode.GOOD
    assert "test plan" not in ours.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions")
def test_links_and_permissions_stay(say, home, ours):
    (home / "link.csv").symlink_to(ours)
    ours.chmod(0o640)
    say("glossary", "add", "試験計画", "test plan", "--file", "link.csv")

    assert (home / "link.csv").is_symlink()
    assert "test plan" in ours.read_text(encoding="utf-8")
    assert stat.S_IMODE(ours.stat().st_mode) == 0o640


KILLED = """
import os, pathlib, signal, sys
from briefgen.cli.main import run
place = pathlib.Path if sys.argv[1] == "replace" else os
setattr(place, sys.argv[1], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
run(sys.argv[2:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_kill_while_writing_or_before_replacing_leaves_the_old_file_whole(ours, moment):
    before = ours.read_bytes()
    command = [sys.executable, "-c", KILLED, moment, "glossary", "add", "試験計画", "test plan", "--file", "ours.csv"]
    run = subprocess.run(command, check=False, capture_output=True, env=os.environ | THIS_PACKAGE)

    assert run.returncode == -signal.SIGKILL
    assert ours.read_bytes() == before


def test_an_edit_after_a_kill_goes_through(say, home, ours):
    """The mark that a killed run left does not keep the file locked, and what it had begun to write goes."""
    for left in (".ours.csv.lock", ".ours.csv.ab12.part"):
        (home / left).touch()

    assert say("glossary", "add", "試験計画", "test plan", "--file", "ours.csv").code == ExitCode.GOOD
    assert [path.name for path in home.iterdir()] == ["ours.csv"]


ADDS = """
import sys
from briefgen.cli.main import run
for number in range(3):
    assert run(["glossary", "add", f"試験{sys.argv[1]}{number}", "test item", "--file", "ours.csv"]) == 0
"""


def test_edits_at_the_same_time_wait_for_each_other(ours):
    """Three processes add three entries each; none is lost."""
    running = [
        subprocess.Popen([sys.executable, "-c", ADDS, name], env=os.environ | THIS_PACKAGE, stdout=subprocess.DEVNULL)
        for name in ("甲", "乙", "丙")
    ]

    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert ours.read_text(encoding="utf-8").count("test item") == 9
