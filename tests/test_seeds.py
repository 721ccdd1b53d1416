"""Two real papers, hard-wrapped and messy, beside the checkout where there are any: they must become good briefings."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from briefgen.cli.main import run
from briefgen.readers import read_document

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
RELEASE, ARTICLE = SEEDS / "000_81472c52c363c1ab.txt", SEEDS / "001_cf0e373fedc8d4b2.txt"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed papers do not lie beside this checkout")

KNOWN = {
    "ＩＰ４": "IP4",
    "IP4": "IP4",
    "ＩＴＰＰ": "ITPP",
    "ＳＴＲＡＴＣＯＭ": "STRATCOM COE",
    "NATO": "NATO",
    "ＮＡＴＯ": "NATO",
    "中谷防衛大臣": "Defense Minister Nakatani",
    "ルッテNATO事務総長": "NATO Secretary General Rutte",
    "ルッテＮＡＴＯ事務総長": "NATO Secretary General Rutte",
    "ウメロフ・ウクライナ国防大臣": "Umerov",
    "ブレーケルマンス・オランダ国防大臣": "Brekelmans",
    "コリンズ・ニュージーランド国防大臣": "Collins",
    "キム韓国国防部次官": "Kim",
    "１０月１７日（木）": "Thursday, October 17",
    "１２時１５分": "12:15",
    "12時15分": "12:15",
    "１３時３０分": "13:30",
    "13時40分": "13:40",
    "１４時３０分": "14:30",
    "１５時００分": "15:00",
    "１９時００分": "19:00",
    "約２時間３０分間": "approximately 2 hours and 30 minutes",
    "約２０分間": "approximately 20 minutes",
    "約２５分間": "approximately 25 minutes",
    "約１時間": "approximately 1 hour",
    "１０１台": "101",
    "３２カ国": "32",
}


@pytest.fixture(scope="module", params=[RELEASE, ARTICLE], ids=["release", "article"])
def rows(request, tmp_path_factory):
    """(Japanese, English, row) of a briefing of the paper, made with the built-in model."""
    folder = tmp_path_factory.mktemp("seed")
    arguments = ["build", str(request.param), "-o", str(folder), "--to", "docx,pdf,html,json", "--date", "2024-10-21"]
    assert run(arguments) == 0
    note = json.loads((folder / f"{request.param.stem}-briefing.json").read_text(encoding="utf-8"))
    found = note["parts"][0]["rows"]
    return [("".join(p["text"] for p in r["ja"]), "".join(p["text"] for p in r["en"]), r) for r in found]


def test_every_name_date_time_and_term_is_right(rows):
    """In the English column, each time it stands in the Japanese; one hour and 1 hour are the same."""
    wrong = [
        (ja, en, english)
        for ja, en, _ in rows
        for japanese, english in KNOWN.items()
        if japanese in ja and english.casefold() not in en.casefold().replace("one hour", "1 hour")
    ]

    assert wrong == []


def test_no_sentence_is_cut_by_a_line_of_the_source(rows):
    """Every row of a running paragraph ends as a sentence does."""
    cut = [ja for ja, _, row in rows if row["kind"] == "paragraph" and not re.search(r"[。）)：:]$", ja)]

    assert cut == []


def test_doubt_is_told(rows):
    """A row that is not verified says why."""
    assert all(row["findings"] for _, _, row in rows if row["status"] in ("check", "doubted"))


def blocks(path):
    return [(b.kind.value, b.label, b.text) for b in read_document(path.read_bytes(), path.name).value.blocks]


def test_structure_of_the_release():
    found = blocks(RELEASE)

    labels = [label for kind, label, _ in found if label]
    assert [unicodedata.normalize("NFKC", label) for label in labels] == [
        "1.", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(注1)", "(注2)", "2.", "(1)", "(2)", "(3)", "(4)",
    ]  # fmt: skip
    assert sum(kind == "caption" for kind, _, _ in found) == 3
    assert any("①" in text and "④" in text for _, _, text in found)


def test_the_ranking_of_the_article_is_dropped_with_a_finding():
    outcome = read_document(ARTICLE.read_bytes(), ARTICLE.name)

    assert not any("人事発令" in block.text for block in outcome.value.blocks)
    assert any("list of other articles" in finding.message for finding in outcome.findings)
