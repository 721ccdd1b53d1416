"""Templates, themes and reference documents as the command line takes them."""

import json
import zipfile

import docx
import pytest

from briefgen.cli.trying import example_briefing
from briefgen.errors import ExitCode
from briefgen.marking import find_marking, read_markings
from briefgen.resources import templates_folder
from briefgen.writers.json import write_json
from tests.readers.make import docx_from, p, pdf_from
from tests.readers.pdf_papers import drawn
from tests.writers.test_json import SCHEMA, misfits

NAMES = ["annex", "briefing", "decision", "digest", "memo", "review"]


def test_the_example_fits_schema_and_markings():
    example = example_briefing()
    marks = read_markings((templates_folder() / "markings.toml").read_bytes())

    assert misfits(json.loads(write_json(example).content), SCHEMA) == []
    assert "　".join(find_marking(name, marks).text for name in example.marks) == example.marking


@pytest.mark.parametrize("base", NAMES)
def test_a_new_template_is_good_and_can_be_seen(say, home, base):
    assert say("template", "new", "ours", "--from", base).out.strip() == "ours.xml.j2"
    assert say("template", "check", "ours.xml.j2").code == ExitCode.GOOD

    said = say("template", "preview", "ours.xml.j2", "-o", "seen.html")

    assert said.out.strip() == "seen.html"
    assert "OUR OFFICE" in (home / "seen.html").read_text(encoding="utf-8")


def test_preview_in_pdf_and_word_with_a_theme(say, home):
    assert say("template", "preview", "decision", "--theme", "letter").out.strip() == "decision-preview.pdf"
    assert say("template", "preview", "decision", "-o", "d.docx", "--theme", "letter").code == ExitCode.GOOD
    assert (home / "decision-preview.pdf").read_bytes().startswith(b"%PDF")
    assert docx.Document(home / "d.docx").sections[0].page_width.mm == pytest.approx(215.9, abs=0.1)


@pytest.mark.parametrize(("template", "count"), [("review", 0), ("annex", 0), ("briefing", 1)])
def test_no_bottom_line_is_missed_where_a_template_has_no_place_for_one(say, home, template, count):
    (home / "paper.txt").write_text("これは試験です。", encoding="utf-8")
    assert say("build", "paper.txt", "--template", template, "--to", "json", "-o", "out").code == ExitCode.GOOD

    (made,) = (home / "out").glob("*.json")
    findings = json.loads(made.read_text(encoding="utf-8"))["findings"]
    assert sum(finding["code"] == "bottom-line-missing" for finding in findings) == count


def test_nothing_is_overwritten(say, home):
    (home / "ours.xml.j2").write_text("mine", encoding="utf-8")
    (home / "briefing-preview.pdf").write_bytes(b"mine")

    assert say("template", "new", "ours").code == ExitCode.OUTPUT
    assert say("template", "preview", "briefing").code == ExitCode.OUTPUT
    assert (home / "ours.xml.j2").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["new", "x", "--from", "nonsense"], ExitCode.TEMPLATE, "no template “nonsense”"),
        (["preview", "briefing", "-o", "x.odt"], ExitCode.USAGE, "no name for a preview"),
        (["preview", "briefing", "--theme", "nonsense"], ExitCode.TEMPLATE, "no theme “nonsense”"),
        (["preview", "briefing", "--theme", "gone.toml"], ExitCode.TEMPLATE, "no theme gone.toml"),
        (["preview", "briefing", "--theme", "bad.toml"], ExitCode.TEMPLATE, "bad.toml:2: "),
        (["preview", "briefing", "--reference", "gone.docx"], ExitCode.USAGE, "no reference document gone.docx"),
        (["check", "latin/latin.xml.j2"], ExitCode.TEMPLATE, "latin.xml.j2:2: this is not UTF-8"),
        (["check", "bare.xml.j2"], ExitCode.TEMPLATE, "bare.xml.j2:2: "),
    ],
)
def test_errors(say, home, arguments, code, words):
    (home / "bad.toml").write_text("[colours]\naccent = 'blue'\n", encoding="utf-8")
    (home / "latin").mkdir()
    (home / "latin" / "latin.xml.j2").write_bytes('<page title="x">\né</page>'.encode("latin-1"))
    # This one is good while there are papers; that it fails without any is found as well.
    bare = '<page title="x">\n<p>{{ briefing.parts[0].source.name }}</p></page>'
    (home / "bare.xml.j2").write_text(bare, encoding="utf-8")
    before = sorted(home.iterdir())

    said = say("template", *arguments)

    assert said.code == code
    assert words in said.err
    assert sorted(home.iterdir()) == before


def test_build_with_decision_parts_theme_and_letterhead(say, paper, home):
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = "Coastal Office"
    letterhead.save(home / "letterhead.docx")
    (home / "d.toml").write_text(
        'template = "decision"\ntheme = "uk"\nreference = "letterhead.docx"\nto = ["docx", "json"]\n'
        '[[sections.options]]\ntitle = "Attend"\nadvantages = ["Seen"]\n',
        encoding="utf-8",
    )

    said = say("build", paper, "--settings", "d.toml", "--set", "recommendation=Attend.", "--date", "2024-10-21")

    assert said.code == ExitCode.GOOD
    archive = zipfile.ZipFile(home / "会談 概要-briefing.docx")
    text = archive.read("word/document.xml").decode()
    for words in ("Attend.", "Seen", "[to be completed]", "17\u00a0October", 'w:val="en-GB"'):
        assert words in text or words in archive.read("word/styles.xml").decode()
    assert any("Coastal Office" in archive.read(name).decode() for name in archive.namelist() if "header" in name)
    note = json.loads((home / "会談 概要-briefing.json").read_text(encoding="utf-8"))
    assert note["sections"]["recommendation"] == ["Attend."]


def test_a_marked_paper_raises_the_note(say, paper, home):
    paper.write_text("【取扱注意】\n\n" + paper.read_text(encoding="utf-8"), encoding="utf-8")

    say("build", paper, "--model", "none", "--to", "json", "--marking", "UNCLASSIFIED")

    note = json.loads((home / "会談 概要-briefing.json").read_text(encoding="utf-8"))
    assert note["marking"] == "UNCLASSIFIED　取扱注意"
    assert "marking-raised" in {finding["code"] for finding in note["findings"] + note["parts"][0]["findings"]}


def _watermarked() -> bytes:
    def draw(canvas):
        canvas.drawString(60, 700, "海山省は会合を開催した。")
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "取扱注意")

    return drawn(draw)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "head.pdf",
            lambda: pdf_from(["海山省は、沿岸の監視に関する会合を開催した。"] * 90, header="取扱注意　海山省"),
        ),
        ("mark.pdf", _watermarked),
        ("head.docx", lambda: docx_from(p("海山省は会合を開催した。"), header=p("取扱注意"))),
        ("page.html", lambda: f"<body><header>取扱注意</header><main><p>{'海山省は会合を開催した。' * 9}</p>".encode()),
    ],
)
def test_a_mark_beside_the_paper_raises_the_note(say, home, name, content):
    (home / name).write_bytes(content())

    said = say("build", str(home / name), "--model", "none", "--to", "json", "--marking", "UK:OFFICIAL")

    note = json.loads(next(home.glob("*-briefing.json")).read_text(encoding="utf-8"))
    assert note["marking"] == "OFFICIAL　取扱注意", said.err
    assert not any("取扱注意" in piece["text"] for row in note["parts"][0]["rows"] for piece in row["ja"])


def test_markings_of_the_house(say, paper, home):
    text = '[[scheme]]\nname = "Ours"\nmarks = [{ text = "RED BOX", colour = "#aa0000", portion = "(R)" }]\n'
    (home / "ours.toml").write_text(text, encoding="utf-8")
    (home / "briefgen.toml").write_text('markings = "ours.toml"\nportion_marks = true\n', encoding="utf-8")

    say("build", paper, "--model", "none", "--to", "json", "--marking", "red box 秘")

    note = json.loads((home / "会談 概要-briefing.json").read_text(encoding="utf-8"))
    assert (note["marking"], note["marking_colour"], note["portion"]) == ("RED BOX　秘", "#aa0000", "(R)")
    assert {row["portion"] for row in note["parts"][0]["rows"]} == {"(R)"}
