"""The commands beside ``build``: each answers people and, with --json, programs."""

import json
import shutil
from dataclasses import fields

import pytest

from briefgen import __version__
from briefgen.errors import ExitCode
from briefgen.model.segment import Doubt
from briefgen.resources import glossary_files
from briefgen.translation.engines import models


def test_version_and_help(say):
    assert say("--version").out == f"briefgen {__version__}\n"
    assert "build" in say("--help").out


def test_read_shows_the_outline(say, paper):
    said = say("read", paper)

    assert said.code == ExitCode.GOOD
    assert "防衛相会談について" in said.out
    assert "paragraph" in said.out


def test_read_as_json(say, paper):
    (document,) = json.loads(say("read", paper, "--json").out)

    assert [block["kind"] for block in document["blocks"]] == ["title", "paragraph", "end"]
    assert document["metadata"]["title"].startswith("防衛相会談")


@pytest.mark.parametrize(
    "command",
    [("read",), ("glossary", "mine"), ("glossary", "stats", "--paper"), ("glossary", "lint", "--paper")],
)
def test_limits_are_those_of_the_settings_file(command, say, paper, home):
    (home / "briefgen.toml").write_text("[limits]\nmax_characters = 20\n")

    said = say(*command, paper)

    assert said.code == ExitCode.INPUT
    assert "more than 20 characters" in said.err


def test_explain_tells_constraints_and_rungs(say, paper):
    said = say("explain", paper, "--segment", "b0002.s01", "--model", "none")

    assert said.code == ExitCode.GOOD
    assert "１３時３０分 = 13:30" in said.out
    assert "b0002.s01" in said.out


def test_explain_tells_every_rung_up_to_the_one_that_won(say, paper, home):
    """Why a rung was passed over, what failed on another, what won, and the findings of the row."""
    (home / "reviewed.tsv").write_text("防衛相会談について（概要）\tWrong in 2031.\n", encoding="utf-8")

    said = say("explain", paper, "--segment", "b0001.s01", "--model", "none", "--memory", "reviewed.tsv").out

    assert "rung 1 memory  " in said
    assert "the number 2031 is not in the Japanese" in said
    assert "came   Wrong in 2031." in said
    said = say("explain", paper, "--segment", "b0002.s01", "--model", "none").out
    assert "rung 1 memory  no reviewed translation" in said
    assert "rung 3 pattern" in said
    assert "error source-kept" in said or "passed" in said


def test_explain_tells_the_doubt_about_a_row_of_the_model(say, home):
    (home / "rumour.txt").write_text("受話器越しに聞こえた警報の音が、事態の切迫を物語っていた。\n", encoding="utf-8")

    said = say("explain", "rumour.txt").out
    (segment,) = json.loads(say("explain", "rumour.txt", "--json").out)

    assert "% likely to have a fault" in said
    assert set(segment["doubt"]) == {field.name for field in fields(Doubt)}
    assert 0 <= segment["doubt"]["likelihood"] <= 1


def test_explain_as_json(say, paper):
    segments = json.loads(say("explain", paper, "--json", "--model", "none").out)

    assert [segment["segment"]["id"] for segment in segments] == ["b0001.s01", "b0002.s01", "b0003.s01"]
    assert {"source", "english", "kind", "strength"} <= set(segments[1]["constraints"][0])


def test_check_lists_findings_with_their_place(say, paper):
    said = say("check", paper, "--model", "none", "--fail-on", "never")

    assert said.code == ExitCode.GOOD
    assert f"{paper.name} b0002.s01: error: " in said.err


def test_check_as_json(say, paper):
    said = say("check", paper, "--model", "none", "--json")

    assert said.code == ExitCode.FINDINGS
    assert any(finding["code"] == "source-kept" for finding in json.loads(said.out)["findings"])


def test_glossary_find_by_english_and_by_japanese(say):
    assert "Individually Tailored Partnership Programme" in say("glossary", "find", "ITPP").out
    assert "ITPP" in say("glossary", "find", "国別適合").out


def test_glossary_list_by_kind_as_json(say):
    terms = json.loads(say("glossary", "list", "--kind", "person", "--json").out)

    assert len(terms) > 50
    assert {term["kind"] for term in terms} == {"person"}


def test_glossary_words_that_are_not_there_are_told(say):
    assert say("glossary", "find", "ありえない語句").err == "briefgen: No entry contains ありえない語句\n"
    for command in (("find", " "), ("list", "--kind", "organisation"), ("export", "-o", "x.csv", "--kind", "people")):
        assert say("glossary", *command).code == ExitCode.USAGE


def test_where_nothing_is_found_that_is_said(say, home):
    """An empty answer looks like a command that did nothing."""
    (home / "a.txt").write_text("会議を行った。\n", encoding="utf-8")
    (home / "ours.csv").write_text("ja,en\n甲乙丙丁戊,testing pieces\n", encoding="utf-8")

    said = [say("glossary", *words) for words in (["mine", "a.txt"], ["lint", "ours.csv"], ["diff", *["ours.csv"] * 2])]

    assert [(one.code, one.out, one.err.count("\n")) for one in said] == [(ExitCode.GOOD, "", 1)] * 3


def test_a_wrong_option_names_the_help_of_its_command(say):
    assert "briefgen glossary add --help shows how" in say("glossary", "add", "演習", "exercise", "--knd", "term").err


def test_the_built_in_glossary_is_clean_and_large(say):
    """At least 300 curated entries, none of which the linter minds."""
    assert say("glossary", "lint").code == ExitCode.GOOD
    assert len(json.loads(say("glossary", "list", "--json").out)) >= 300


def test_lint_tells_file_row_and_column(say, home):
    (home / "ours.csv").write_text("ja,en\n防衛省,Ministry of Defense\n防衛省,Defence Ministry\n", encoding="utf-8")

    said = say("glossary", "lint", "ours.csv")

    assert said.code == ExitCode.FINDINGS
    assert "ours.csv:3" in said.err


def test_what_replaces_a_lower_entry_is_shown(say, home, paper):
    """By lint in words, by check and build as a note."""
    (home / "ours.csv").write_text("ja,en\n防衛省,Defence Ministry\n", encoding="utf-8")
    told = "防衛省 = Defence Ministry replaces Ministry of Defense (defence.csv:2)"

    assert f"ours.csv:2: remark: {told}" in say("glossary", "lint", "ours.csv").err
    found = json.loads(say("check", paper, "--glossary", "ours.csv", "--json").out)["findings"]
    assert [one["message"] for one in found if one["code"] == "glossary-overridden"] == [f"{told}."]


def test_a_built_in_file_replaces_no_entry_of_its_own(say):
    said = say("glossary", "lint", str(glossary_files()[0]))

    assert (said.code, "replaces" in said.err) == (ExitCode.GOOD, False)


def test_lint_names_a_file_as_it_was_named(say, home):
    (home / "team").mkdir()
    (home / "team" / "ours.csv").write_text("ja,en\n艦,ship\n", encoding="utf-8")

    assert "team/ours.csv:2:ja: warning" in say("glossary", "lint", "team/ours.csv").err


def test_templates_are_listed_and_checked(say):
    names = [template["name"] for template in json.loads(say("template", "list", "--json").out)]

    assert names == ["annex", "briefing", "decision", "digest", "memo", "review"]
    assert all(say("template", "check", name).code == ExitCode.GOOD for name in names)


def test_a_template_of_the_user_is_checked(say, home):
    (home / "mine.xml.j2").write_text('<page title="x"><colour>red</colour></page>', encoding="utf-8")

    said = say("template", "check", "mine.xml.j2")

    assert said.code == ExitCode.TEMPLATE
    assert "mine.xml.j2:1" in said.err


def test_models_are_listed_and_described(say):
    (model,) = json.loads(say("model", "list", "--json").out)
    about = json.loads(say("model", "info", "built-in", "--json").out)

    assert model["in_use"]
    assert about["inline_markers"] == ["<t>", "</t>"]


def test_a_package_name_is_not_fetched_without_being_asked(say):
    said = say("model", "install", "translate-ja_en")

    assert said.code == ExitCode.USAGE
    assert "--from-index" in said.err


def test_score(say, home):
    (home / "test.tsv").write_text("協力を強化する。\tThey will strengthen cooperation.\n", encoding="utf-8")

    scores = json.loads(say("model", "score", "test.tsv", "--json").out)

    assert scores["sentences"] == 1
    assert {
        "bleu",
        "chrf",
        "sentences_per_second",
        "all_constraints_slots",
        "all_constraints_rung_4",
        "all_constraints_ladder",
        "peak_memory_mb",
    } <= set(scores)


@pytest.mark.parametrize("content", [b"", b"no tab\n", "協力\tcooperation\n".encode("cp932")])
def test_a_bad_test_file(say, home, content):
    (home / "test.tsv").write_bytes(content)

    assert say("model", "score", "test.tsv").code == ExitCode.USAGE


def test_doctor_tries_every_part(say):
    parts = {part["part"]: part for part in json.loads(say("doctor", "--json").out)}

    assert all(part["works"] for part in parts.values())
    assert {"fonts", "glossary", "model", "network", "reportlab", "templates"} <= set(parts)


def test_doctor_tells_what_is_missing(say, monkeypatch):
    from briefgen import resources
    from briefgen.errors import DependencyError

    def missing():
        raise DependencyError("The Japanese fonts are missing", "Install briefgen again")

    monkeypatch.setattr(resources, "fonts_folder", missing)

    said = say("doctor")

    assert said.code == ExitCode.DEPENDENCY
    assert "NOT OK" in said.out


def test_a_model_without_markers_is_probed_when_it_is_installed(say, home):
    """The built-in model as a plain folder is a foreign one; what was found is shown again by info."""
    built_in = models.built_in_model().folder
    shutil.copytree(built_in / "model", home / "mine")
    shutil.copy(built_in / "sentencepiece.model", home / "mine")

    said = say("model", "install", home / "mine")
    about = json.loads(say("model", "info", "mine", "--json").out)
    again = json.loads(say("model", "probe", "mine", "--json").out)

    assert "every placeholder came back" in said.out
    assert about["placeholders"] == again["symbols"]
    assert about["survival"] == again["score"] > 0.5


def test_a_model_that_cannot_be_tried_is_installed_all_the_same(say, home):
    built_in = models.built_in_model().folder
    shutil.copytree(built_in / "model", home / "mine")
    shutil.copy(built_in / "sentencepiece.model", home / "mine")
    (home / "mine" / "model.bin").write_bytes(b"damaged")

    said = say("model", "install", home / "mine")

    assert said.code == ExitCode.GOOD
    assert "could not be probed" in said.out


def test_a_trained_model_needs_no_probe(say):
    assert "nothing to probe" in say("model", "probe", "built-in").out
    assert json.loads(say("model", "probe", "built-in", "--json").out)["trained"]


def test_explain_takes_the_number_of_the_row(say, paper):
    by_row = say("explain", paper, "--segment", "1", "--model", "none").out

    assert by_row.startswith("b0001.s01")
    assert "b0002.s01" not in by_row


@pytest.mark.parametrize("arguments", [(), ("glossary",), ("model",), ("template",)])
def test_a_list_of_commands_says_in_a_whole_sentence_what_each_is_for(arguments, say):
    lines = say(*arguments, "--help").out.partition("Commands:\n")[2].splitlines()

    assert lines
    assert all(line.endswith(".") and not line.endswith("...") for line in lines if line.strip())


def test_a_remark_is_called_one_everywhere(say, paper):
    said = say("read", paper)

    assert ("\nremark: " in said.out, "\ninfo: " in said.out, "remark" in said.err) == (True, False, True)
