"""``briefgen memo``: two packages and a mail, annexes where they belong, the same each time."""

import io
import json
import shutil
import zipfile
from email import message_from_bytes, policy

import pikepdf
import pytest

from briefgen.cli.trying import example_briefing
from briefgen.errors import ExitCode
from briefgen.writers.json import write_json
from tests.cli.conftest import SAMPLES

HEADS = ("--to", "Ms A <a@example.org>", "--info", "Registry", "--from", "Policy Desk", "--subject", "Talks", "--date")


@pytest.fixture
def note(home):
    path = home / "note.json"
    path.write_bytes(write_json(example_briefing()).content)
    return path


def words_of(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()


def test_a_memo_with_a_briefing_a_pdf_and_another_file(say, home, note):
    shutil.copy(SAMPLES / "ministers_visit.pdf", home / "visit.pdf")
    (home / "list.txt").write_text("names", encoding="utf-8")

    said = say("memo", "--attach", note, "--attach", "visit.pdf", "--attach", "list.txt", *HEADS, "2025-05-23")

    assert said.code == ExitCode.GOOD
    assert said.out.split() == ["memo.docx", "memo.pdf", "memo.eml"]
    assert "list.txt: warning: Annex C is listed in the memo and attached to the mail" in said.err
    labels = [page.label for page in pikepdf.open(home / "memo.pdf").pages]
    assert labels[0] == "1"
    assert "A-1" in labels
    assert labels[-3:] == ["B-1", "B-2", "B-3"]
    word = words_of((home / "memo.docx").read_bytes())
    assert "Port Liaison Office" in word
    assert "sent beside this file" in word
    message = message_from_bytes((home / "memo.eml").read_bytes(), policy=policy.default)
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "memo.docx", "memo.pdf", "visit.pdf", "list.txt",
    ]  # fmt: skip
    assert message["To"].addresses[0].addr_spec == "a@example.org"
    assert message["Subject"].startswith("UNCLASSIFIED · FOR INTERNAL USE")


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_a_note_attached_in_another_form_is_told_for_its_marking_is_not_read(say, home, paper, form):
    """A memo without a mark was made around the PDF of a note marked TLP:RED, without a word."""
    say("build", paper, "--model", "none", "--to", form, "--marking", "TLP:RED")

    said = say("memo", "--attach", f"会談 概要-briefing.{form}", "--subject", "Talks")

    assert "Annex A is a note that briefgen made, and its marking was not read [marking-unread]\n  Attach" in said.err


def test_the_same_memo_has_the_same_bytes(say, home, note):
    for folder in ("one", "two"):
        say("memo", "--attach", note, *HEADS, "2025-05-23", "-o", folder)

    for form in ("docx", "pdf", "eml"):
        assert (home / "one" / f"memo.{form}").read_bytes() == (home / "two" / f"memo.{form}").read_bytes(), form


def test_a_memo_file_with_front_matter(say, home, note):
    text = '+++\nattach = "note.json"\nmarking = "UK:OFFICIAL"\n[heading]\nsubject = "S"\n+++\nFirst.\n\nSecond.\n'
    (home / "letter.md").write_text(text, encoding="utf-8")

    said = say("memo", "letter.md", "--set", "contact=Mr B", "--json")

    answer = json.loads(said.out)
    assert answer["files"] == ["letter.docx", "letter.pdf", "letter.eml"]
    assert [finding["code"] for finding in answer["findings"]] == ["marking-raised"]
    word = words_of((home / "letter.docx").read_bytes())
    for words in ("First.", "Second.", "Mr B"):
        assert words in word
    message = message_from_bytes((home / "letter.eml").read_bytes(), policy=policy.default)
    assert message["Subject"] == "OFFICIAL UNCLASSIFIED · FOR INTERNAL USE 注意: S"


def test_what_nobody_gave_is_to_be_completed(say, home, note):
    say("memo", "--attach", note)

    word = words_of((home / "memo.docx").read_bytes())
    for words in ("[subject: to be completed]", "[text of the memo: to be completed]", "[to be completed]"):
        assert words in word


def test_a_bottom_line_is_not_missed_in_an_annex(say, home, note):
    value = json.loads(note.read_text(encoding="utf-8"))
    finding = value["findings"][0] | {"code": "bottom-line-missing", "message": "None is written yet"}
    without = {"bottom_line": "", "findings": [finding, *value["findings"]]}
    note.write_text(json.dumps(value | without), encoding="utf-8")
    say("memo", "--attach", note)

    word = words_of((home / "memo.docx").read_bytes())
    assert "not yet written" not in word
    assert "None is written yet" not in word


def test_a_lower_marking_is_raised_to_that_of_the_annex(say, home, note):
    value = json.loads(note.read_text(encoding="utf-8")) | {"marks": ["US:SECRET//NOFORN"]}
    note.write_text(json.dumps(value), encoding="utf-8")

    said = say("memo", "--attach", note, "--marking", "CUI")

    assert "The memo is marked SECRET//NOFORN because an annex is" in said.err
    assert "Classified by" in words_of((home / "memo.docx").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], ExitCode.USAGE, "needs something to attach"),
        (["--attach", "nothing.json"], ExitCode.INPUT, "no file nothing.json"),
        (["--attach", "bad.json"], ExitCode.INPUT, "bad.json is JSON, but no briefing"),
        (["--attach", "bad.pdf"], ExitCode.INPUT, "bad.pdf is no PDF"),
        (["--attach", "note.json", "--template", "briefing"], ExitCode.TEMPLATE, "no heading with the id annex-a"),
        (["--attach", "note.json", "--set", "nonsense=1"], ExitCode.USAGE, "no part “nonsense”"),
        (["--attach", "note.json", "--theme", "nonsense"], ExitCode.TEMPLATE, "no theme “nonsense”"),
        (["--attach", "note.json", "--reference", "bad.docx"], ExitCode.TEMPLATE, "no Word file"),
        (["memo.md"], ExitCode.USAGE, "memo.md:1: the front matter has no end"),
        (["latin.md"], ExitCode.USAGE, "latin.md is not UTF-8"),
        (["memo.md", "--settings", "x.toml"], ExitCode.USAGE, "brings its own settings"),
    ],
)
def test_errors_leave_nothing_behind(say, home, note, arguments, code, words):
    (home / "bad.json").write_text("{}", encoding="utf-8")
    (home / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    (home / "bad.docx").write_bytes(b"nothing")
    (home / "memo.md").write_text("+++\na = 1\n", encoding="utf-8")
    (home / "latin.md").write_bytes("+++\n+++\né".encode("latin-1"))
    before = sorted(home.iterdir())

    said = say("memo", *arguments)

    assert said.code == code
    assert words in said.err
    assert sorted(home.iterdir()) == before


def test_an_existing_memo_is_kept(say, home, note):
    (home / "memo.eml").write_bytes(b"mine")

    assert say("memo", "--attach", note).code == ExitCode.OUTPUT
    assert (home / "memo.eml").read_bytes() == b"mine"
    assert say("memo", "--attach", note, "--force").code == ExitCode.GOOD
