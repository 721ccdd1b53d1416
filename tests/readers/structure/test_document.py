"""Structure: what papers written in the manner of real ones must become, block by block."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from briefgen.findings import Code, Severity
from briefgen.model.document import BlockKind, CellPlace
from briefgen.readers import read_document
from briefgen.readers.structure.document import Source, read_lines, recognise, to_document
from briefgen.readers.structure.paragraphs import Line, Paragraph, rebuild_paragraphs
from briefgen.readers.text.document import text_lines

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "structure"
SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLES = sorted(path.stem for path in CASES.glob("*.txt") if path.stem != "cases")


def small_cases():
    """The sections of cases.txt: name, paper, expected blocks, expected finding codes."""
    for section in (CASES / "cases.txt").read_text(encoding="utf-8").split("\n--- ")[1:]:
        name, rest = section.split(" ---\n", 1)
        paper, expected = rest.split("\n=\n")
        blocks, codes = expected.split("\n==")
        yield pytest.param(paper.replace("\n<FF>", "\n\f"), blocks.split("\n"), codes.split(), id=name)


def rows(blocks):
    return [f"{block.kind}|{block.level}|{block.label}|{block.text}" for block in blocks]


@pytest.mark.parametrize(("paper", "blocks", "codes"), list(small_cases()))
def test_case(paper, blocks, codes):
    """Each rule of the recognition, on the smallest paper that shows it."""
    outcome = read_document(paper.encode(), "paper.txt")

    assert rows(outcome.value.blocks) == blocks
    assert [finding.code.value for finding in outcome.findings] == codes


@pytest.mark.parametrize("stem", SAMPLES)
def test_sample(stem):
    """Each sample paper comes out as its case file says: metadata, blocks, findings."""
    head, rest = (CASES / f"{stem}.txt").read_text(encoding="utf-8").split("\n=\n")
    blocks, codes = rest.split("\n==\n")

    outcome = read_document((ROOT / "samples" / f"{stem}.txt").read_bytes(), f"{stem}.txt")

    metadata = outcome.value.metadata
    found = [metadata.title, metadata.issuer, str(metadata.issued or ""), metadata.number]
    assert found == [line.split("|", 1)[1] for line in head.split("\n")]
    assert rows(outcome.value.blocks) == blocks.split("\n")
    assert [finding.code.value for finding in outcome.findings] == codes.split()


def letters(text):
    """Letters, figures, kana and kanji of a text with their number, widths folded."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def dropped_count(findings):
    """The number of characters that the findings say were left out."""
    texts = [finding.message for finding in findings if finding.code is Code.FURNITURE_DROPPED]
    return sum(int(re.search(r"([\d,]+) characters", text)[1].replace(",", "")) for text in texts)


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "samples").glob("*.txt")), *sorted(SEEDS.glob("*.txt"))], ids=lambda path: path.name
)
def test_nothing_is_lost(path):
    """All letters and figures of a paper stand in its blocks, or were counted in a finding about what was left out."""
    content = path.read_bytes()
    outcome = read_document(content, path.name)
    text = content.decode("cp932" if "joint_exercise" in path.name else "utf-8")

    missing = letters(text)
    missing.subtract(letters("".join(block.label + block.text for block in outcome.value.blocks)))

    assert min(missing.values()) >= 0
    assert missing.total() <= dropped_count(outcome.findings)
    if not dropped_count(outcome.findings):
        assert missing.total() == 0


@pytest.fixture(scope="module")
def seeds():
    paths = sorted(SEEDS.glob("*.txt"))
    if len(paths) < 2:
        pytest.skip("the real papers are not beside this checkout")
    return [read_document(path.read_bytes(), path.name) for path in paths]


def test_hard_wrapped_ministry_paper(seeds):
    """Title, lead, two heads, six numbered paragraphs, notes, three captions, four heads with a paragraph each."""
    blocks = seeds[0].value.blocks

    assert [(block.kind.value, block.level, block.label) for block in blocks] == [
        ("title", 0, ""),
        ("paragraph", 0, ""),
        ("heading", 1, "１．"),
        ("paragraph", 0, ""),
        ("paragraph", 0, ""),
        *[("paragraph", 2, f"（{number}）") for number in "１２３４５６"],
        ("note", 0, "（注１）"),
        ("note", 0, "（注２）"),
        ("note", 0, ""),
        *[("caption", 0, "")] * 3,
        ("heading", 1, "２．"),
        *[row for number in "１２３４" for row in (("heading", 2, f"（{number}）"), ("paragraph", 0, ""))],
    ]
    sentences = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
    assert all(text.endswith("。") and " 。" not in text for text in sentences)
    assert [finding.code for finding in seeds[0].findings] == [Code.METADATA_UNSURE] * 2
    assert seeds[0].value.metadata.issued is None


def test_web_article(seeds):
    """The ranking and the breadcrumb go with one finding each; the sentence broken in a word is whole again."""
    document, findings = seeds[1].value, seeds[1].findings

    kinds = [block.kind.value for block in document.blocks]
    assert kinds == [
        "title", "dateline", "paragraph", "paragraph", "remark", "heading", *["paragraph"] * 5, "end",
    ]  # fmt: skip
    assert all(block.text.endswith("。") for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    assert str(document.metadata.issued) == "2024-10-21"
    dropped = [finding.message for finding in findings if finding.code is Code.FURNITURE_DROPPED]
    assert len(dropped) == 2
    assert "34 lines" in dropped[0]


def test_reading_twice_gives_equal_values():
    """The same bytes give the same ids, blocks and findings."""
    content = (ROOT / "samples" / "ministers_meeting.txt").read_bytes()

    assert read_document(content, "a.txt") == read_document(content, "a.txt")


def test_kinds_the_format_knows_are_kept():
    """Word and HTML tell heads, items and cells; labels are still taken off the text."""
    paragraphs = [
        Paragraph("訓練の概要", kind=BlockKind.TITLE),
        Paragraph("１．目的", kind=BlockKind.HEADING, level=2),
        Paragraph("能力を高める。", kind=BlockKind.LIST_ITEM, level=1, label="（ア）"),
        Paragraph("約５０名", cell=CellPlace(0, 0, 1)),
    ]

    _, blocks = recognise(paragraphs, "paper.docx").value

    assert rows(blocks) == [
        "title|0||訓練の概要",
        "heading|2|１．|目的",
        "list-item|1|（ア）|能力を高める。",
        "table-cell|0||約５０名",
    ]
    assert blocks[3].cell == CellPlace(0, 0, 1)


def metadata_of(*paragraphs):
    return recognise(paragraphs, "paper.docx")


def test_a_guessed_date_of_issue_is_a_warning():
    """Unless another line states it in full."""
    body = Paragraph("訓練の実施について"), Paragraph("訓練を行った。")

    guessed = metadata_of(Paragraph("お知らせ"), Paragraph("７．１１．１３"), *body)
    stated = metadata_of(Paragraph("７．１１．１３"), *body, Paragraph("令和７年１１月１４日"))

    assert str(guessed.value[0].issued) == "2025-11-13"
    assert [f.message for f in guessed.findings if f.severity is Severity.WARNING] == [
        "The date of issue was read as 2025-11-13; its line names neither century nor era."
    ]
    assert str(stated.value[0].issued) == "2025-11-14"
    assert all(finding.severity is Severity.INFO for finding in stated.findings)


@pytest.mark.parametrize(
    ("below", "issued"),
    [
        ("支出負担行為担当官　海山センター総務部長　北野　由美子", "2026-11-16"),
        ("海山省会計課長　北野　由美子", "2026-11-16"),
        ("開会式を行う。", "None"),
        ("式典　体育館", "None"),
    ],
)
def test_the_day_above_a_signature_is_that_of_issue(below, issued):
    """Below the first sentence of a notice; a day with anything else below it may be that of an event."""
    texts = (
        "入札公告",
        "次のとおり一般競争入札に付します。",
        "令和８年１１月１６日",
        below,
        *("その他を定める。",) * 5,
    )

    assert str(metadata_of(*map(Paragraph, texts)).value[0].issued) == issued


def test_a_table_of_class_date_and_issuer_is_the_head_of_the_paper():
    """Its cells are lines; one that holds anything else, or no date, stays a table."""
    texts = ("報道資料", "令和７年１１月１３日", "海山省防災局")
    cells = [Paragraph(text, cell=CellPlace(0, 0, column)) for column, text in enumerate(texts)]
    body = Paragraph("災害派遣の実績について"), Paragraph("実績を公表する。"), Paragraph("岬", cell=CellPlace(1, 0, 0))

    metadata, blocks = metadata_of(*cells, *body).value
    _, with_other = metadata_of(*cells, Paragraph("内容", cell=CellPlace(0, 1, 0)), *body).value
    _, without_date = metadata_of(cells[0], cells[2], *body).value

    assert (metadata.title, str(metadata.issued), metadata.issuer) == (body[0].text, "2025-11-13", texts[2])
    assert [block.text for block in blocks if block.cell] == ["岬"]
    assert [block.cell.table for block in blocks if block.cell] == [0]
    assert [block.text for block in with_other if block.cell] == [*texts, "内容", "岬"]
    assert [block.text for block in without_date if block.cell] == [texts[0], texts[2], "岬"]


def test_largest_letters_are_the_title():
    """A PDF title stands under other lines, in larger letters, over two lines."""
    lines = [
        Line("広報資料", size=1.0),
        Line("南方海域における", size=1.6, gap_before=1),
        Line("共同訓練", size=1.6),
        Line("海上自衛隊は訓練を行った。", gap_before=1, is_full=False),
    ]

    document = read_lines(lines, Source("a.pdf", b"x", "application/pdf", 1)).value

    assert document.metadata.title == "南方海域における共同訓練"
    assert [block.kind.value for block in document.blocks] == ["dateline", "title", "paragraph"]


def test_geometry_overrules_the_width_of_the_text():
    """Lines that a PDF says are full are joined whatever their length; hanging lines belong to their label."""
    lines = [
        Line("（１）訓練は、", is_full=True),
        Line("予定どおり実施し、", indent=2, is_full=True),
        Line("終了した。", indent=2, is_full=False),
        Line("（２）次回は未定。", is_full=False),
    ]

    assert [p.text for p in rebuild_paragraphs(lines)] == [
        "（１）訓練は、予定どおり実施し、終了した。",
        "（２）次回は未定。",
    ]


def test_what_the_file_says_fills_gaps_only():
    """A date of the file's properties is used when the text gives none, and said to be so."""
    from datetime import date

    from briefgen.model.document import Metadata

    known = Metadata(title="別の題", issuer="防衛省", issued=date(2025, 1, 2))
    source = Source("a.docx", b"x", "application/msword", metadata=known)

    outcome = to_document([Paragraph("訓練の概要"), Paragraph("訓練を行った。")], source)

    assert outcome.value.metadata == Metadata(title="訓練の概要", issuer="防衛省", issued=date(2025, 1, 2))
    assert [(f.code, f.severity) for f in outcome.findings] == [(Code.METADATA_UNSURE, Severity.INFO)]


def test_empty_lines_in_double_spaced_text_are_no_gaps():
    """Text taken out of a PDF has an empty line after each line; two of them set paragraphs apart."""
    page = "\n\n".join(
        [
            "演習の実施について",
            *["陸上自衛隊は、演習場において、各国の部隊とともに、共同訓練を実施し、連携の要領を確認"] * 8,
        ]
    )

    blocks = read_document((page + "した。").encode(), "a.txt").value.blocks

    assert [block.kind.value for block in blocks] == ["title", "paragraph"]


def test_many_lines_are_read_in_linear_time():
    """Many lines of different widths must not be compared with each other."""
    text = "\n".join("訓練" * (number % 97 + 1) + "。" for number in range(20_000))

    assert len(read_document(text.encode(), "a.txt").value.blocks) == 20_000


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("２　都道府県知事は、助言をする。", "２", "都道府県知事は、助言をする。"),
        ("（１）補助率の引上げ", "（１）", "補助率の引上げ"),
        ("５　名", "", "５　名"),
        ("２都道府県が参加した。", "", "２都道府県が参加した。"),
    ],
)
def test_the_number_of_a_clause_in_a_cell_is_a_label(text: str, label: str, rest: str) -> None:
    _, blocks = recognise([Paragraph(text, cell=CellPlace(0, 1, 0))], "paper.docx").value

    assert [(block.label, block.text) for block in blocks] == [(label, rest)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["　令和６年の生産量は３６３万トンで、前年から２０万トン（５．２％）", "減少した。"],
            ["　令和６年の生産量は３６３万トンで、前年から２０万トン（５．２％）減少した。"],
        ),
        (
            ["　第４５週の報告数は１２．７で、前", "週の８．９から増加し、注意報の水", "準を超えた。"],
            ["　第４５週の報告数は１２．７で、前週の８．９から増加し、注意報の水準を超えた。"],
        ),
        (["　出席者は次のとおり。", "岬　花子　教授"], ["　出席者は次のとおり。", "岬　花子　教授"]),
        (["　会合を開いた", "場所：県庁"], ["　会合を開いた", "場所：県庁"]),
        (
            ["　　１件につき３万５，０００円とし、令和９年４月１日から適", "　用する。"],
            ["１件につき３万５，０００円とし、令和９年４月１日から適用する。"],
        ),
    ],
    ids=["behind a bracket", "over three lines", "behind a sentence", "an entry", "less indented"],
)
def test_in_a_short_text_flush_lines_go_on_below_an_indented_one(lines: list[str], expected: list[str]) -> None:
    paragraphs = rebuild_paragraphs(text_lines("\n".join(lines)))

    assert [paragraph.text for paragraph in paragraphs] == [text.strip() for text in expected]


HANGING = {
    "a sentence in a dot": (
        ["・　岬国側からは、期間中に確", "　　認された船舶は４隻で、既", "　　に退去したとされた。"],
        1,
    ),
    "a conjunction": (["・場所　　北方海域及び", "　　　　　岬演習場"], 1),
    "a value of two lines": (["・岬国側　駆逐艦２隻、補給艦１隻", "　　　　　人員約５８０名"], 2),
    "lines of other widths": (["・会合では、次を確認", "　　協力の深化", "　　訓練の拡充を図る。"], 3),
    "a sentence of its own": (["・会合では、協力を確認した", "　　訓練を拡充する。"], 2),
    "a head behind a list": (["  - 次回は12月8日(火) 10時から", "アクションアイテム"], 2),
    "an entry": (["・会合では、協力を確認し", "　　場所：県庁とする。"], 2),
}


@pytest.mark.parametrize(("lines", "count"), HANGING.values(), ids=HANGING)
def test_hanging_lines_go_on_where_a_sentence_of_even_lines_does(lines: list[str], count: int) -> None:
    paragraphs = rebuild_paragraphs(text_lines("会合の結果\n\n" + "\n".join(lines)))

    assert len(paragraphs) == 1 + count


def test_an_entry_follows_a_full_line_of_another() -> None:
    lines = [Line("受付：９時から１２時まで", is_full=True), Line("場所：県庁", is_full=False)]

    assert len(rebuild_paragraphs(lines)) == 2


def test_a_head_below_the_date_and_issuer_stands_apart() -> None:
    """In a newsletter their line may be as wide as a column."""
    lines = [
        Line("令和８年１１月１８日　海山省広報室", 1, is_full=True),
        Line("沿岸監視を強化", 1, gap_before=0.9, is_full=False),
    ]

    assert [paragraph.text for paragraph in rebuild_paragraphs(lines)] == [line.text for line in lines]


def test_a_dot_begins_an_item_behind_a_full_line() -> None:
    lines = [Line("降雪量は、いずれも多い所で、", is_full=True), Line("・北部の山地　５０センチ", is_full=False)]

    assert len(rebuild_paragraphs(lines)) == 2


def test_only_the_line_under_a_caption_may_belong_to_it() -> None:
    lines = ["海山省は会合を開いた。", "写真１　会合の様子", "海山省提供", "出席者", "表１　出席者", "氏名", "所属"]
    blocks = recognise([Paragraph(line, page=1) for line in lines], "a.pdf").value[1]
    assert [block.kind is BlockKind.CAPTION for block in blocks] == [False, True, True, False, True, False, False]
