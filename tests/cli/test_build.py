"""``briefgen build``: formats, several sources, standard input, settings, and machine-readable answers."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pikepdf
import pytest

from briefgen.errors import ExitCode

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "samples" / "ministers_meeting.txt"
WRITTEN = "会談 概要-briefing"


def test_all_formats_of_a_paper_with_a_japanese_name(say, paper, home):
    """Folders with spaces and Japanese names work."""
    said = say("build", paper, "--to", "docx,pdf,html,json", "-o", "out put", "--date", "2024-10-21")

    assert said.code == ExitCode.GOOD
    assert said.out.split("\n")[:-1] == [
        str(Path("out put") / f"{WRITTEN}.{form}") for form in ("docx", "pdf", "html", "json")
    ]
    assert all(
        (home / "out put" / f"{WRITTEN}.{form}").stat().st_size > 500 for form in ("docx", "pdf", "html", "json")
    )


def test_figures_names_and_terms_are_in_the_english(say, paper, home):
    """The promise, in one sentence."""
    say("build", paper, "--to", "json", "--date", "2024-10-21")

    rows = json.loads((home / f"{WRITTEN}.json").read_text(encoding="utf-8"))["parts"][0]["rows"]
    english = next(
        "".join(p["text"] for p in row["en"]) for row in rows if "会談を行い" in "".join(p["text"] for p in row["ja"])
    )
    for words in ("Thursday, October 17", "13:30", "approximately 25 minutes", "Defense Minister Nakatani", "Rutte"):
        assert words in english


def test_same_inputs_same_bytes(say, paper, home):
    """Word, PDF, HTML and JSON, twice."""
    for folder in ("one", "two"):
        say("build", paper, "--to", "docx,pdf,html,json", "--date", "2024-10-21", "-o", folder)

    for form in ("docx", "pdf", "html", "json"):
        first, second = ((home / folder / f"{WRITTEN}.{form}").read_bytes() for folder in ("one", "two"))
        assert first == second, form


@pytest.mark.parametrize("name", ["paper.md", "paper.html", "paper.txt", "paper"])
def test_papers_of_one_name_are_told_apart_and_read_alike(name, say, home):
    """Each is read by its ending, and a paper that is really called (2) keeps its name for itself."""
    head = {"paper.md": "# 部会の開催", "paper.html": "<html><body><h1>部会の開催</h1>"}.get(name, "部会の開催について")
    papers = [f"{folder}/{name}" for folder in ("a", "b", "c")]
    for paper in papers:
        (home / paper).parent.mkdir()
        (home / paper).write_text(f"{head}\n\n部会を開催した。\n", encoding="utf-8")
    taken = name.replace("paper", "paper (2)")
    (home / taken).write_text(f"{head}\n\n部会を開催した。\n", encoding="utf-8")

    assert say("build", taken, *papers, "--to", "json", "--model", "none").code == ExitCode.GOOD

    (note,) = home.glob("*-and-3-more-briefing.json")
    parts = json.loads(note.read_text(encoding="utf-8"))["parts"]
    assert [part["source"]["name"] for part in parts] == [
        taken, name, name.replace("paper", "paper (3)"), name.replace("paper", "paper (4)")
    ]  # fmt: skip
    assert len({json.dumps(part["source"]["media_type"]) for part in parts}) == 1
    assert len({"".join(piece["text"] for row in part["rows"] for piece in row["ja"]) for part in parts}) == 1


def test_a_password_protects_the_pdf_or_nothing_is_written(say, paper, home, monkeypatch):
    """It can be typed or piped; it is never ignored, and never left to protect half of the files."""
    monkeypatch.setattr("sys.stdin", io.StringIO("山\n"))
    assert say("build", paper, "--to", "pdf", "--password", "-").code == ExitCode.GOOD
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(home / f"{WRITTEN}.pdf")
    pikepdf.open(home / f"{WRITTEN}.pdf", password="山").close()

    for flags in (["--password", "x"], ["--password", "", "--to", "pdf"]):
        said = say("build", paper, *flags, "-o", "none")
        assert said.code == ExitCode.USAGE
        assert "password" in said.err.lower()
    assert not (home / "none").exists()


def test_several_sources_make_one_note_with_a_register(say, paper, home):
    other = home / "other.txt"
    other.write_text("記者会見の概要\n\n大臣は、１２機の派遣を発表した。\n", encoding="utf-8")

    said = say("build", paper, other, "--to", "json", "--model", "none")

    note = json.loads(Path(said.out.strip()).read_text(encoding="utf-8"))
    assert [part["source"]["name"] for part in note["parts"]] == [paper.name, "other.txt"]
    numbers = [row["number"] for part in note["parts"] for row in part["rows"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_separate_makes_one_note_each(say, paper, home):
    shutil.copy(paper, home / "other.txt")

    said = say("build", paper, "other.txt", "--to", "json", "--model", "none", "--separate")

    assert said.out.split("\n")[:-1] == [f"{WRITTEN}.json", "other-briefing.json"]


def test_standard_input(say, paper, home, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(paper.read_bytes()), encoding="utf-8"))

    said = say("build", "-", "--to", "json", "--model", "none")

    assert said.out.strip() == "stdin-briefing.json"


def test_json_answer_names_files_and_findings(say, paper):
    said = say("build", paper, "--to", "json", "--model", "none", "--json")

    answer = json.loads(said.out)
    assert answer["files"] == [f"{WRITTEN}.json"]
    assert {"code", "severity", "message", "segment"} <= set(answer["findings"][0])


def test_fail_on(say, paper):
    """Without a model the sentence cannot be translated: an error finding."""
    assert say("build", paper, "--to", "json", "--model", "none").code == ExitCode.GOOD
    assert (
        say("build", paper, "--to", "json", "--model", "none", "--force", "--fail-on", "error").code
        == ExitCode.FINDINGS
    )
    assert say("check", paper, "--model", "none").code == ExitCode.FINDINGS


def test_settings_of_the_folder_are_used(say, paper, home):
    text = 'marking = "DRAFT"\nto = ["json"]\n[heading]\nreference = "IP/2024/118"\n'
    (home / "briefgen.toml").write_text(text, encoding="utf-8")

    say("build", paper, "--model", "none")

    note = json.loads((home / f"{WRITTEN}.json").read_text(encoding="utf-8"))
    assert (note["marking"], note["heading"]["reference"]) == ("DRAFT", "IP/2024/118")


def test_an_own_glossary_wins(say, home):
    """Later layers win over the built-in glossary."""
    (home / "a.txt").write_text("防衛省\n", encoding="utf-8")
    (home / "ours.csv").write_text("ja,en\n防衛省,Defence Ministry of Japan\n", encoding="utf-8")

    say("build", "a.txt", "--to", "json", "--model", "none", "--glossary", "ours.csv")

    assert "Defence Ministry of Japan" in (home / "a-briefing.json").read_text(encoding="utf-8")


def environment(home: Path, **more: str) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return keep | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")} | more


def in_process_of_its_own(home: Path, code_or_module: list[str], **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *code_or_module], capture_output=True, cwd=home, env=environment(home, **more), check=False
    )


@pytest.mark.parametrize(
    "more", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp932"}], ids=["C", "cp932"]
)
def test_other_locales(home, paper, more):
    """The machines its users have: Japanese Windows consoles, bare POSIX locales."""
    run = in_process_of_its_own(home, ["-m", "briefgen", "build", paper.name, "--to", "docx,pdf"], **more)

    assert run.returncode == 0, run.stderr
    assert (home / f"{WRITTEN}.pdf").exists()


NO_SOCKETS = """
import socket, sys
def refuse(*arguments, **options):
    raise OSError("the network was used")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
from briefgen.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def test_no_socket_is_opened(home, paper):
    """Proof of offline, in the process."""
    run = in_process_of_its_own(home, ["-c", NO_SOCKETS, "build", paper.name])

    assert run.returncode == 0, run.stderr


def test_without_any_network_interface(home, paper):
    """Proof of offline, in a network namespace without interfaces."""
    unshare = shutil.which("unshare")
    if not unshare or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not allow network namespaces")

    command = [unshare, "-rn", sys.executable, "-m", "briefgen", "build", paper.name]
    run = subprocess.run(command, capture_output=True, cwd=home, env=environment(home), check=False)

    assert run.returncode == 0, run.stderr


def test_the_sample_of_the_demo_builds(say, home):
    """What ``make demo`` does."""
    said = say("build", SAMPLE, "-o", "out")

    assert said.code == ExitCode.GOOD
    assert [Path(line).suffix for line in said.out.split()] == [".docx", ".pdf"]


def test_names_are_written_as_the_house_writes_them(say, paper, home):
    """Order and capitals of Japanese names, from the settings."""
    (home / "briefgen.toml").write_text('names = "given-first-capitals"\n', encoding="utf-8")
    (home / "name.txt").write_text("防衛大臣　中谷元\n", encoding="utf-8")

    out = say("explain", "name.txt", "--model", "none").out

    assert "Defense Minister Gen NAKATANI" in out


def test_a_long_name_of_a_paper_is_cut(say, home):
    """83 kanji are what a file system takes; the note's name is longer than the paper's."""
    long = home / ("会" * 80 + ".txt")
    long.write_text("防衛省", encoding="utf-8")

    assert say("build", long, "--to", "html", "--model", "none").code == ExitCode.GOOD
    assert (home / ("会" * 66 + "-briefing.html")).exists()


@pytest.mark.parametrize(
    ("form", "template"),
    [("pdf", "briefing"), ("docx", "briefing"), ("docx", "review"), ("html", "digest"), ("json", "briefing")],
)
def test_a_note_is_no_paper(say, paper, form, template):
    """As a pattern such as *.docx takes it in where notes lie beside papers."""
    say("build", paper, "--model", "none", "--to", form, "--template", template)

    for command in ("build", "check", "read"):
        said = say(command, f"{WRITTEN}.{form}", *(["--model", "none"] if command != "read" else []))

        assert said.code == ExitCode.INPUT
        assert said.err.startswith(f"briefgen: {WRITTEN}.{form} is a note that briefgen made, not a paper\n")


def test_a_note_is_known_after_word_has_saved_it(say, paper, home):
    """Word writes its own properties into the file; the names of styles stay."""
    say("build", paper, "--model", "none", "--to", "docx")
    document = docx.Document(home / f"{WRITTEN}.docx")
    document.tables[-1].rows[-1].cells[-1].text = "ours"
    document.save(home / "changed.docx")

    assert say("build", "changed.docx", "--model", "none").code == ExitCode.INPUT


def test_what_no_note_says_is_said_on_standard_error(say, paper):
    """Also where nobody sits at a terminal: the note lists its own findings, this one it cannot."""
    said = say("build", paper, "--model", "none", "--to", "html", "--template", "annex", "--bottom-line", "Agreed.")

    assert "warning: annex does not show what was written as bottom line [part-not-shown]\n" in said.err
    assert "error:" not in said.err
