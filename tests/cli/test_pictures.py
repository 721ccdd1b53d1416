"""Pictures of a paper in the note: only when asked for, with their caption, in every format."""

import io
import json
import zipfile

import pikepdf

from tests.readers.docx.test_pictures import image
from tests.readers.pdf_papers import captions


def test_captioned_pictures_are_carried_over(say, home):
    """Word, PDF, HTML and JSON each hold the two pictures, and the caption stands beside each."""
    (home / "paper.pdf").write_bytes(captions())

    said = say("build", "paper.pdf", "--pictures", "--to", "docx,pdf,html,json", "--model", "none")

    assert said.code == 0
    rows = json.loads((home / "paper-briefing.json").read_text(encoding="utf-8"))["parts"][0]["rows"]
    shown = ["".join(piece["text"] for piece in row["ja"]) for row in rows if row["picture"]]
    assert shown == ["握手する両大臣（海山省撮影）", "図１　観測所の配置"]
    with zipfile.ZipFile(home / "paper-briefing.docx") as word:
        drawings = word.read("word/document.xml").count(b"<pic:pic")
    assert drawings == 2
    assert (home / "paper-briefing.html").read_text(encoding="utf-8").count("data:image/") == 2
    with pikepdf.open(io.BytesIO((home / "paper-briefing.pdf").read_bytes())) as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == 1, "the same picture twice is held once"


def test_without_the_flag_they_are_left_out(say, home):
    """The finding names the flag."""
    (home / "paper.pdf").write_bytes(captions())

    said = say("build", "paper.pdf", "--to", "json", "--model", "none", "--json")

    assert any("--pictures" in (finding["hint"] or "") for finding in json.loads(said.out)["findings"])


def test_pictures_of_a_saved_page_come_from_its_folder_and_from_nowhere_else(say, home):
    """The file beside the page is in the note, one outside its folder is not."""
    (home / "saved").mkdir()
    for place in ("saved/inside.png", "outside.png"):
        (home / place).write_bytes(image("PNG"))
    figures = "".join(
        f'<figure><img src="{address}"><figcaption>開所式の{name}</figcaption></figure>'
        for address, name in (("inside.png", "前"), ("../outside.png", "後"))
    )
    page = f"<article><h1>岬市で開所式</h1><p>岬市は、開所式を行った。</p>{figures}</article>"
    (home / "saved/page.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")

    said = say("build", "saved/page.html", "--pictures", "--to", "json", "--model", "none")

    assert said.code == 0
    rows = json.loads((home / "page-briefing.json").read_text(encoding="utf-8"))["parts"][0]["rows"]
    assert ["".join(piece["text"] for piece in row["ja"]) for row in rows if row["picture"]] == ["開所式の前"]


def test_pages_that_read_alike_keep_each_its_own_pictures(say, home):
    """The same page saved in two folders, with another picture under the same name."""
    page = """<html><body><article><h1>岬市で開所式</h1><p>岬市は、開所式を行った。</p>
    <figure><img src="a.png"><figcaption>開所式の様子</figcaption></figure></article></body></html>"""
    for folder, red in (("spring", 200), ("autumn", 20)):
        (home / folder).mkdir()
        (home / folder / "page.html").write_text(page, encoding="utf-8")
        (home / folder / "a.png").write_bytes(image("PNG", red))

    said = say("build", "spring/page.html", "autumn/page.html", "--pictures", "--to", "json", "--model", "none")

    assert said.code == 0
    parts = json.loads((home / "page-and-1-more-briefing.json").read_text(encoding="utf-8"))["parts"]
    shown = [row["picture"] for part in parts for row in part["rows"] if row["picture"]]
    assert len(shown) == 2
    assert shown[0] != shown[1]
