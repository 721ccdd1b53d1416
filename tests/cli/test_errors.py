"""Bad input gets one clear sentence with the way out, the right exit code, no traceback and no file left."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from briefgen.cli.console import print_lines
from briefgen.errors import ExitCode

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 40


def pdf(encrypted: bool = False) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(file, encryption=pikepdf.Encryption(owner="a", user="b") if encrypted else None)
    return file.getvalue()


def scanned_pdf() -> bytes:
    """One page that is a picture of text."""
    file, picture = io.BytesIO(), Image.new("L", (60, 80), 200)
    picture.save(file, "PDF")
    return file.getvalue()


def docx_cut_in_half() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 50)
        archive.writestr("word/document.xml", "<w:document/>" * 500)
    return file.getvalue()[: len(file.getvalue()) // 2]


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "picture.pdf": (PNG, "PNG"),
    "locked.pdf": (pdf(encrypted=True), "password"),
    "blank.pdf": (pdf(), "empty"),
    "scan.pdf": (scanned_pdf(), "ocr"),
    "cut.docx": (docx_cut_in_half(), "cut.docx"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".docx"),
    "noise.bin": (bytes(range(256)) * 20, "noise.bin"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_source_is_told(name, say, home):
    """Exit 3, the file named, a hint on the second line, nothing written."""
    content, word = BAD_FILES[name]
    (home / name).write_bytes(content)

    said = say("build", name, "-o", "out")

    assert said.code == ExitCode.INPUT
    assert name in said.err
    assert word in said.err
    assert len(said.err.strip().splitlines()) == 2
    assert not (home / "out").exists()


@pytest.mark.parametrize(
    ("option", "file", "way_out"),
    [
        ("--template", "ours.xml.j2", "or your own, with its ending: ours.xml.j2"),
        ("--theme", "ours.toml", "or your own, with its ending: ours.toml"),
        ("--template", "other.xml.j2", "or give a file ending in .j2"),
    ],
)
def test_a_template_named_without_its_ending_is_found(say, paper, home, option, file, way_out):
    """`template new ours` writes ours.xml.j2, and the next thing one types is --template ours."""
    (home / file).write_text("", encoding="utf-8")

    said = say("build", paper, option, "ours", "--model", "none")

    assert said.code == ExitCode.TEMPLATE
    assert said.err.endswith(f"{way_out}\n")


@pytest.mark.parametrize("option", ["--settings", "--theme"])
def test_text_without_quotation_marks_in_settings_and_themes(say, paper, home, option):
    (home / "s.toml").write_text("marking = OFFICIAL\n", encoding="utf-8")

    assert "text stands in quotation marks" in say("build", paper, option, "s.toml", "--model", "none").err


def test_formats_set_apart_are_told(say, paper, home):
    """`--to docx pdf` asked for a paper called pdf."""
    said = say("build", paper, "--to", "docx", "PDF", "--model", "none")

    assert said.code == ExitCode.USAGE
    assert "--to docx,pdf" in said.err
    (home / "pdf").write_text("会談した。", encoding="utf-8")
    assert say("build", "pdf", "--to", "html", "--model", "none").code == ExitCode.GOOD


def test_a_glossary_of_the_settings_that_was_never_begun(say, paper, home):
    (home / "briefgen.toml").write_text('glossary = ["ours.csv"]\n', encoding="utf-8")

    said = say("build", paper, "--model", "none")

    assert said.code == ExitCode.GLOSSARY
    assert "begun by briefgen glossary add" in said.err


def test_a_missing_file_and_a_folder(say, home):
    missing, folder = say("build", "none.pdf"), say("build", str(home))

    assert (missing.code, folder.code) == (ExitCode.INPUT, ExitCode.INPUT)
    assert "There is no file none.pdf" in missing.err
    assert "is a folder" in folder.err


def test_a_glossary_row_with_a_missing_column(say, paper, home):
    """file:row:column."""
    (home / "ours.csv").write_text("ja,en,kind\n防衛省,Ministry of Defense\n", encoding="utf-8")

    said = say("build", paper, "--glossary", "ours.csv")

    assert said.code == ExitCode.GLOSSARY
    assert "ours.csv:2" in said.err


def test_a_template_with_an_unknown_variable(say, paper, home):
    """template:line."""
    (home / "mine.xml.j2").write_text('<page title="x">\n<p>{{ briefing.titel }}</p>\n</page>\n', encoding="utf-8")

    said = say("build", paper, "--template", "mine.xml.j2")

    assert said.code == ExitCode.TEMPLATE
    assert "mine.xml.j2:2" in said.err


def test_an_unknown_template_and_an_unknown_marking(say, paper):
    template, marking = say("build", paper, "--template", "nonesuch"), say("build", paper, "--marking", "TOP SECRETT")

    assert (template.code, marking.code) == (ExitCode.TEMPLATE, ExitCode.USAGE)
    assert "briefing" in template.err
    assert "TOP SECRET" in marking.err


def test_an_existing_file_is_kept(say, paper, home):
    (home / "会談 概要-briefing.pdf").write_bytes(b"mine")

    said = say("build", paper, "--model", "none", "--to", "pdf")

    assert said.code == ExitCode.OUTPUT
    assert (home / "会談 概要-briefing.pdf").read_bytes() == b"mine"


def test_an_output_folder_that_is_a_file(say, paper, home, monkeypatch):
    """It is told before anything is translated."""
    (home / "out").write_bytes(b"")

    monkeypatch.setattr("briefgen.pipeline.translate_source", None)

    said = say("build", paper, "--model", "none", "--to", "json", "-o", "out")

    assert said.code == ExitCode.OUTPUT


def test_no_such_model(say, paper):
    said = say("build", paper, "--model", "opus")

    assert said.code == ExitCode.ENGINE
    assert "built-in" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["bild"],
        ["build", "x.txt", "--to", "odt"],
        ["build", "x.txt", "--fail-on", "often"],
        ["build", "x.txt", "--date", "17.10.2024"],
        ["explain", "会談 概要.txt", "--segment", "b9999.s01", "--model", "none"],
        ["build", "会談 概要.txt", "--memory", "none.tsv", "--model", "none"],
        ["glossary", "mine", "--memory", "none.tsv"],
    ],
)
def test_usage(arguments, say, paper):
    """Exit 2, and where to look."""
    said = say(*arguments)

    assert said.code == ExitCode.USAGE
    assert said.err.startswith("briefgen: ")


@pytest.mark.parametrize(
    ("flag", "name", "what"),
    [
        ("--settings", "d.toml", "settings file"),
        ("--theme", "d.toml", "theme"),
        ("--template", "d.j2", "template"),
        ("--glossary", "d.csv", "glossary"),
        ("--memory", "d.tsv", "memory"),
        ("--reference", "d.docx", "reference document"),
    ],
)
def test_a_folder_in_place_of_a_file(flag, name, what, say, paper, home):
    (home / name).mkdir()

    said = say("build", paper, "--model", "none", flag, name)

    assert said.err.startswith(f"briefgen: {name} is a folder, not a {what}\n")


def test_pieces_of_templates_are_no_template(say, paper):
    said = say("build", paper, "--model", "none", "--template", "macros")

    assert said.code == ExitCode.TEMPLATE
    assert "macros," not in said.err


def test_settings_that_are_no_text(say, paper, home):
    (home / "s.toml").write_bytes(b"title = '\xff'")

    assert say("build", paper, "--settings", "s.toml").err.startswith("briefgen: s.toml is not UTF-8\n")


def test_a_time_outside_all_years(say, paper, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)

    said = say("build", paper, "--model", "none", "--to", "json")

    assert (said.code, "SOURCE_DATE_EPOCH" in said.err) == (ExitCode.USAGE, True)


@pytest.mark.parametrize("arguments", [(), ("glossary",), ("model",), ("template",)])
def test_a_command_without_what_it_needs_shows_its_help(say, arguments):
    said = say(*arguments)

    assert (said.code, said.err.split(maxsplit=1)[0]) == (ExitCode.USAGE, "Usage:")
    assert "shows how" not in said.err


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["bild"], "briefgen"),
        (["build", "--title"], "briefgen build"),
        (["build", "x.txt", "--nope"], "briefgen build"),
        (["glossary", "bild"], "briefgen glossary"),
        (["glossary", "add", "会合", "--file"], "briefgen glossary add"),
    ],
)
def test_a_wrong_command_line_is_told_whose_help_to_read(arguments, command, say):
    said = say(*arguments)

    assert (said.code, said.err.splitlines()[1]) == (ExitCode.USAGE, f"  {command} --help shows how")


def test_help_has_a_short_name(say):
    assert say("-h") == say("--help")
    assert say("glossary", "add", "-h").code == ExitCode.GOOD


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "latin-1"])
def test_what_an_encoding_lacks_is_escaped(encoding):
    """A Japanese Windows console gives CP932 to a pipe."""
    command = [sys.executable, "-m", "briefgen", "glossary", "find", "トルコ"]
    ran = subprocess.run(
        command, capture_output=True, encoding=encoding, check=False, env=os.environ | {"PYTHONIOENCODING": encoding}
    )

    assert (ran.returncode, ran.stderr) == (ExitCode.GOOD, "")
    assert ("Türkiye" if encoding == "latin-1" else "T\\xfcrkiye") in ran.stdout


def test_control_characters_of_a_paper_do_not_reach_a_terminal(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())

    print_lines(["警報\x07と\x1b[31m赤", "\tN"])

    assert sys.stdout.getvalue() == "警報\\x07と\\x1b[31m赤\n\tN\n"


def test_ctrl_c(say, paper, home, monkeypatch):
    """Exit 130, nothing written."""

    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("briefgen.pipeline.translate_source", stop)

    said = say("build", paper, "--model", "none")

    assert said.code == ExitCode.INTERRUPTED
    assert [path.name for path in home.iterdir()] == [paper.name]


@pytest.mark.skipif(sys.platform == "win32", reason="there is one signal only")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_modules_are_loaded(name):
    """Exit 130 and one line, also before the command line itself is there; in the background SIGINT may be ignored."""
    code = (
        "import os, signal, sys, briefgen.__main__\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "class Stopper:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == 'typer': os.kill(os.getpid(), signal.{name})\n"
        "sys.meta_path.insert(0, Stopper())\n"
        "briefgen.__main__.main()\n"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (130, "briefgen: stopped; no unfinished file is left\n")


def test_standard_output_that_is_closed(say, monkeypatch):
    """Exit 7: what was asked for is lost."""
    monkeypatch.setattr(sys, "stdout", None)

    said = say("template", "list")

    assert (said.code, "Standard output is closed" in said.err) == (ExitCode.OUTPUT, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [("template", "list"), ("template", "list", "--json"), ("--help",)])
def test_a_full_disk_behind_standard_output(arguments):
    """Exit 7, one sentence, and no traceback when Python ends."""
    command = [sys.executable, "-m", "briefgen", *arguments]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith(("briefgen: Standard output cannot be written: ", "briefgen: the disk is full"))
    assert len(done.stderr.splitlines()) == 2


def test_nobody_listens_to_standard_error(say, monkeypatch):
    """The exit code still says what happened."""
    monkeypatch.setattr(sys, "stderr", None)

    assert say("read", "none.txt").code == ExitCode.INPUT


def test_a_bug_is_told_in_a_sentence(say, paper, monkeypatch):
    """Exit 70; the details are in a file."""

    def stumble(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("briefgen.pipeline.translate_source", stumble)

    said = say("build", paper, "--model", "none")

    assert said.code == ExitCode.BUG
    assert "mistake in briefgen" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write bit there")
def test_a_read_only_folder(say, paper, home, monkeypatch):
    """Exit 7. The refusal is simulated: the superuser may write anywhere."""

    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)

    said = say("build", paper, "--model", "none", "--to", "json", "-o", "out")

    assert said.code == ExitCode.OUTPUT
    assert "Permission denied" in said.err


def test_no_model_installed(say, paper, home, monkeypatch):
    """Exit 6, and how to get one."""
    monkeypatch.setattr("briefgen.translation.engines.models.data_folder", lambda name: home / name)

    said = say("build", paper)

    assert said.code == ExitCode.ENGINE
    assert "Install it again" in said.err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
@pytest.mark.parametrize(
    "arguments", [("read", "--json"), ("check", "--json"), ("build", "--json"), ("build", "--to", "json")]
)
def test_a_file_name_that_is_no_text(arguments, say, home):
    """As unzip leaves names that were written on a Japanese Windows."""
    name = os.fsdecode("会合.txt".encode("cp932"))
    (home / name).write_text("海山省は会合を開いた。\n", encoding="utf-8")

    said = say(arguments[0], name, *arguments[1:])

    assert said.code in (ExitCode.GOOD, ExitCode.FINDINGS)
    texts = [said.out] if "--json" in arguments else [path.read_text(encoding="utf-8") for path in home.glob("*.json")]
    assert all(name.removesuffix(".txt") in json.dumps(json.loads(text), ensure_ascii=False) for text in texts)
    assert texts


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("template", "new", "a" * 300), ExitCode.USAGE),
        (("glossary", "add", "会合", "meeting", "--file", "a" * 300 + ".csv"), ExitCode.USAGE),
        (("model", "install", "a" * 300), ExitCode.USAGE),
        (("template", "new", "ours", "--from", "own.xml.j2"), ExitCode.TEMPLATE),
    ],
)
def test_names_that_nothing_can_have(arguments, code, say, home):
    (home / "own.xml.j2").write_text('{% extends "builtin/briefing.xml.j2" %}', encoding="utf-8")

    assert say(*arguments).code == code


def test_what_is_no_template_beside_one_is_passed_over(say, home):
    (home / "own.xml.j2").write_text('{% extends "builtin/briefing.xml.j2" %}', encoding="utf-8")
    (home / "folder.j2").mkdir()
    (home / ".#own.j2").symlink_to("nobody@nowhere")

    assert say("template", "check", "own.xml.j2").code == ExitCode.GOOD


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--marking", ""), "--marking is empty"),
        (("--bottom-line", ""), "--bottom-line is empty"),
        (("--glossary", ""), "--glossary is empty"),
        (("--set", ""), "--set is empty"),
        (("--to", ""), "No format is wanted"),
        (("--date", ""), "“” is not a date"),
        (("--password", "", "--to", "pdf"), "The password is empty"),
        (("--attach-sources", "--to", "docx"), "--attach-sources puts the papers into the PDF"),
    ],
)
def test_no_option_is_passed_over_in_silence(arguments, what, say, paper):
    """As a script gives them whose variable is not set: a note without the marking that was meant is no answer."""
    said = say("build", paper, "--model", "none", *arguments)

    assert (said.code, said.err.startswith(f"briefgen: {what}")) == (ExitCode.USAGE, True)


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("build", "x.txt", "--glossary", "g.csv"), ExitCode.GLOSSARY, "g.csv:2:en: the English of 会合 is Japanese"),
        (("build", "x.txt", "--memory", "m.tsv"), ExitCode.USAGE, "m.tsv:1: the English is Japanese"),
        (("build", "x.txt", "--glossary", "loop"), ExitCode.GLOSSARY, "The glossary loop cannot be read"),
        (("glossary", "add", "会合", "meeting", "--file", "loop"), ExitCode.INPUT, "loop cannot be read"),
        (("glossary", "merge", "ok.csv", "ok.csv", "-o", "m.xlsx"), ExitCode.USAGE, "m.xlsx would be CSV"),
        (("glossary", "mine", "x.txt", "--csv", "m.tbx"), ExitCode.USAGE, "m.tbx would be CSV"),
        (("template", "new", ""), ExitCode.USAGE, "The name of the template is empty"),
        (("template", "check", "own.xml.j2"), ExitCode.TEMPLATE, "own.xml.j2:2: there is no block heads in"),
        (("memo", "--attach", "bad.pdf"), ExitCode.INPUT, "bad.pdf is no PDF that can be read\n  Save it"),
    ],
)
def test_what_would_go_wrong_unseen_is_refused(arguments, code, what, say, home):
    (home / "x.txt").write_text("海山省は会合を開いた。\n", encoding="utf-8")
    (home / "g.csv").write_text("ja,en\n会合,カイゴウ\n", encoding="utf-8")
    (home / "ok.csv").write_text("ja,en\n会合,meeting (会)\n", encoding="utf-8")
    (home / "m.tsv").write_text("The meeting was held.\t会合を開いた。\n", encoding="utf-8")
    (home / "own.xml.j2").write_text(
        '{% extends "builtin/annex.xml.j2" %}\n{% block heads %}<p>x</p>{% endblock %}', encoding="utf-8"
    )
    (home / "bad.pdf").write_bytes(b"%PDF-1.7\n")
    (home / "loop").symlink_to("loop")
    before = {path.name for path in home.iterdir()}

    said = say(*arguments, *(["--model", "none"] if arguments[0] == "build" else []))

    assert (said.code, what in said.err) == (code, True), said.err
    assert {path.name for path in home.iterdir()} == before


def test_an_error_has_no_full_stop(say, home):
    (home / "empty.txt").write_bytes(b"")

    assert say("read", "empty.txt").err == "briefgen: empty.txt is empty\n  Fetch or export it again\n"


def test_a_paper_in_place_of_a_command_is_told_which_makes_a_note(say, paper):
    told, word = say(paper.name), say("biuld", paper.name)

    assert (told.code, word.code) == (ExitCode.USAGE, ExitCode.USAGE)
    assert f"briefgen build {paper.name}" in told.err
    assert "A note is made by" not in word.err


def test_a_section_to_switch_off_that_is_none_is_told(say, paper, home):
    """Mistyped, it would stay in the note without a word."""
    (home / "briefgen.toml").write_text('off = ["terms", "qualty"]\n', encoding="utf-8")

    said = say("build", paper, "--model", "none", "--to", "html")

    assert said.code == ExitCode.USAGE
    assert "there is no section “qualty”" in said.err


def test_a_section_of_the_users_own_template_can_be_switched_off(say, paper, home):
    block = '{% block end %}{% if "map" not in briefing.switched_off %}<p>Map</p>{% endif %}{% endblock %}'
    own = '{% extends "builtin/briefing.xml.j2" %}' + block
    (home / "ours.xml.j2").write_text(own, encoding="utf-8")
    (home / "briefgen.toml").write_text('off = ["map"]\n', encoding="utf-8")

    assert say("build", paper, "--model", "none", "--to", "html", "--template", "ours.xml.j2").code == ExitCode.GOOD


def test_what_is_read_is_not_replaced(say, paper, home):
    """Not with --force either: a filled-in review sheet has the name of the note."""
    made = say("build", paper, "--model", "none", "--to", "docx,json")
    sheet = home / "会談 概要-briefing.docx"
    content = sheet.read_bytes()

    again = say("build", paper, "--model", "none", "--memory", sheet.name, "--to", "docx", "--force")
    attached = pdf()  # another call has another time in it
    (home / "memo.pdf").write_bytes(attached)
    memo = say("memo", "--attach", "memo.pdf", "--subject", "S", "--force")

    assert (made.code, again.code, memo.code) == (ExitCode.GOOD, ExitCode.OUTPUT, ExitCode.OUTPUT)
    assert "is read here and would be replaced" in again.err
    assert "is read here and would be replaced" in memo.err
    assert sheet.read_bytes() == content
    assert (home / "memo.pdf").read_bytes() == attached
