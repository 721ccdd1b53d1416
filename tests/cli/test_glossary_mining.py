"""Mining from the command line: shown, written, or accepted one by one."""

import json
import sys

import pytest
import typer

from briefgen.cli.main import run
from briefgen.errors import ExitCode


@pytest.fixture
def source(home):
    (home / "paper.txt").write_text(
        "試験監視網について\n\n試験監視網を整備する。ＴＭＤＩ：Trial Maritime Data Initiativeを進める。\n",
        encoding="utf-8",
    )
    return "paper.txt"


def test_suggestions_are_shown_with_context(say, source):
    said = say("glossary", "mine", source)

    assert said.code == ExitCode.GOOD
    assert "試験監視網  (compound, 2 times)\n    paper.txt: 試験監視網" in said.out
    assert "TMDI = Trial Maritime Data Initiative  (acronym, once)" in said.out


def test_suggestions_as_json(say, source):
    found = json.loads(say("glossary", "mine", source, "--json").out)

    assert [(one["why"], one["cells"]["ja"]) for one in found] == [("acronym", "TMDI"), ("compound", "試験監視網")]


def test_of_a_file_of_suggestions_what_is_filled_in_is_imported(say, source, home):
    say("glossary", "mine", source, "--csv", "new.csv")
    said = say("glossary", "import", "new.csv", "--file", "ours.csv")
    assert said.out.endswith("1 added, 0 changed, 0 removed\n")
    assert "new.csv:3:en: warning: 1 row without English left out, 試験監視網 first" in said.err
    assert "new.csv:3:en: the field is empty" in say("glossary", "lint", "new.csv").err

    text = (home / "new.csv").read_text(encoding="utf-8").replace("試験監視網,,", "試験監視網,trial watch net,", 1)
    (home / "new.csv").write_text(text, encoding="utf-8")
    assert say("glossary", "import", "new.csv", "--file", "ours.csv").out.endswith("1 added, 0 changed, 0 removed\n")
    assert say("glossary", "mine", source, "--csv", "new.csv").code == ExitCode.OUTPUT


def test_reviewed_sentences_give_english(say, home):
    (home / "memory.tsv").write_text(
        "試験監視網を作る。\tJapan builds the Trial Watch Net.\n試験監視網の費用\tcost of the Trial Watch Net\n",
        encoding="utf-8",
    )

    assert "試験監視網 = Trial Watch Net" in say("glossary", "mine", "--memory", "memory.tsv").out


def test_accepting_asks_one_by_one_and_writes_at_once(say, source, home, monkeypatch):
    answers = iter(["Trial Maritime Data Initiative", "trial watch net"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: next(answers))
    said = say("glossary", "mine", source, "--accept", "--file", "ours.csv")

    assert said.out.endswith("ours.csv: 2 added\n")
    assert "試験監視網,trial watch net," in (home / "ours.csv").read_text(encoding="utf-8")


def test_skipping_and_quitting_write_nothing(say, source, home, monkeypatch):
    answers = iter(["-", "q"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: next(answers))

    assert say("glossary", "mine", source, "--accept", "--file", "ours.csv").out.endswith("ours.csv: 0 added\n")
    assert not (home / "ours.csv").exists()


def test_what_is_refused_is_asked_again(say, source, home, monkeypatch):
    answers = iter(["試験", "Trial Maritime Data Initiative", "q"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: next(answers))
    said = say("glossary", "mine", source, "--accept", "--file", "ours.csv")

    assert said.out.endswith("ours.csv: 1 added\n")
    assert "holds Japanese: 試験" in said.err


def test_a_question_may_be_interrupted(source, monkeypatch):
    """As any other work; what was accepted before is written."""

    def interrupt(*_: object, **__: object) -> None:
        raise typer.Abort

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(typer, "prompt", interrupt)

    with pytest.raises(KeyboardInterrupt):
        run(["glossary", "mine", str(source), "--accept", "--file", "ours.csv"])


def test_questions_need_a_terminal_and_mining_needs_papers(say, source, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)

    assert say("glossary", "mine", source, "--accept", "--file", "ours.csv").code == ExitCode.USAGE
    assert say("glossary", "mine").code == ExitCode.USAGE
