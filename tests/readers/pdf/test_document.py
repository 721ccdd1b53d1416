"""PDF: paragraphs rebuilt from the places of the characters; what cannot be read is said, never guessed."""

from __future__ import annotations

import base64
import io
import zlib

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import InputError, NoTextLayerError, UnreadableDocumentError
from briefgen.findings import Code, Finding
from briefgen.model.document import Block, BlockKind
from briefgen.model.limits import Limits
from briefgen.readers.pdf.document import read_pdf
from tests.readers.make import FONT, pdf_drawn, pdf_from, pdf_of_pictures

LIMITS = Limits()
SENTENCES = (
    "海山省は、沿岸監視に関する関係国会合を令和６年４月１２日（金）に開催した。",
    "参加者は、Coast Watch Programme に基づく支援の状況について説明を受け、意見を交換した。",
    "また、補正予算として１，２３４億円（前年度比５．６％増）を計上することを確認した。",
    "岡野大臣は、力による一方的な現状変更の試みに強く反対すると述べ、引き続き緊密に連携していくことを確認した。",
    "「共同行動計画２０２５」の取りまとめに向け、事務レベルの作業部会を設置する。",
)


def paper(count: int) -> list[str]:
    """Invented paragraphs of one to five sentences, some numbered, with a head now and then."""
    made = []
    for number in range(count):
        if number % 9 == 0:
            made.append(f"{chr(ord('１') + number // 9 % 9)}．協力の現状")
            continue
        text = "".join(SENTENCES[(number * step) % 5] for step in range(1, number % 5 + 2))
        made.append(f"（{chr(ord('０') + number % 9)}）{text}" if number % 9 > 6 else text)
    return made


def blocks(content: bytes) -> tuple[Block, ...]:
    return read_pdf(content, "paper.pdf", LIMITS).value.blocks


def texts(content: bytes) -> list[str]:
    return [block.label + block.text for block in blocks(content)]


def finding(content: bytes, code: Code) -> Finding:
    (found,) = [f for f in read_pdf(content, "paper.pdf", LIMITS).findings if f.code is code]
    return found


def body_lines(*lines: str, top: float = 700, left: float = 60) -> list[tuple[float, float, float, str]]:
    return [(left, top - 17 * number, 10.5, line) for number, line in enumerate(lines)]


def without_spaces(lines: list[str]) -> list[str]:
    return ["".join(line.split()) for line in lines]


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("justify", [False, True])
def test_every_paragraph_is_rebuilt(columns: int, justify: bool) -> None:
    source = paper(60)
    made = texts(pdf_from(source, columns, justify, header="海山省　報告書", has_numbers=True))
    assert without_spaces(made) == without_spaces(source)


def test_blocks_know_their_page() -> None:
    document = read_pdf(pdf_from(paper(60)), "paper.pdf", LIMITS).value
    pages = [block.page or 0 for block in document.blocks]
    assert document.pages == max(pages) >= 3
    assert pages == sorted(pages)


def test_a_sentence_runs_on_over_the_page() -> None:
    full = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受けたうえで意見を"
    content = pdf_drawn(body_lines(full, full, top=80), body_lines(full + "を交換"[1:], "交わした。", top=760))
    assert len(texts(content)) == 1


def test_latin_words_keep_their_spaces_and_japanese_gets_none() -> None:
    content = pdf_from([SENTENCES[1] * 3, SENTENCES[0] * 3], justify=True)
    assert "Coast Watch Programme" in texts(content)[0]
    assert " " not in texts(content)[1]


def test_an_indent_begins_a_paragraph_although_the_line_before_is_full() -> None:
    full = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した。"
    content = pdf_drawn(
        [*body_lines(full, full), (70.5, 666, 10.5, full[:-1]), *body_lines("続いた。", full, full, top=649)]
    )
    assert [text[-4:] for text in texts(content)] == ["換した。", "続いた。", "換した。"]


def test_the_space_that_word_writes_for_a_paragraph_mark_ends_a_paragraph() -> None:
    full = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
    short = "次回は岬市で開催する。 "
    content = pdf_drawn(body_lines(full, short, full, full + " ", full, short, full, short))
    assert len(texts(content)) == 4


def test_items_that_hang_behind_their_number_stay_whole() -> None:
    item = "（１）海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換"
    rest = "した。次回の会合は来年度の春に岬市で開催することで一致し、準備を進めることとした結果と"
    content = pdf_drawn([*body_lines(item), *body_lines(rest, "する。", top=683, left=91.5)])
    assert texts(content) == [item + rest + "する。"]


def test_lines_at_the_right_stand_for_themselves() -> None:
    full = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した。"
    content = pdf_drawn([(430, 760, 10.5, "令和６年４月１２日"), (493, 743, 10.5, "海山省"), *body_lines(full, full)])
    assert texts(content)[:2] == ["令和６年４月１２日", "海山省"]


def test_a_large_title_of_two_lines_is_one_title() -> None:
    title = [(120, 760, 16, "岡野海山大臣の岬市訪問及び沿岸監視"), (200, 736, 16, "施設の視察について（概要）")]
    first = blocks(pdf_drawn([*title, *body_lines(*[SENTENCES[0]] * 3)]))[0]
    assert (first.kind, first.text) == (BlockKind.TITLE, "岡野海山大臣の岬市訪問及び沿岸監視施設の視察について（概要）")


def test_cells_far_apart_on_one_line_do_not_run_together() -> None:
    content = pdf_drawn([(60, 700, 10.5, "開催日"), (160, 700, 10.5, "令和６年４月１２日"), (60, 683, 10.5, "場所")])
    assert sorted(texts(content)) == sorted(["開催日", "令和６年４月１２日", "場所"])


def test_vertical_setting_is_read_from_right_to_left() -> None:
    columns = ["海山省は会合を開催し意見を交換", "した。次回は春に岬市で行う予定", "である。"]
    glyphs = [
        (500 - 20 * number, 700 - 10.5 * place, 10.5, character)
        for number, column in enumerate(columns)
        for place, character in enumerate(column)
    ]
    assert texts(pdf_drawn(glyphs)) == ["".join(columns)]


def test_a_turned_page_is_read_upright() -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_from(paper(12)))) as pdf:
        plain = texts(pdf_from(paper(12)))
        for page in pdf.pages:
            page.Rotate = 90
            page.contents_add(f"q 0 1 -1 0 {A4[0]} 0 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
            page.MediaBox = [0, 0, A4[0], A4[1]]
        pdf.save(buffer)
    assert without_spaces(texts(buffer.getvalue()))[:3] == without_spaces(plain)[:3]


# ---------------------------------------------------------------- characters


def test_raised_figures_call_a_note_or_are_a_power() -> None:
    before = [(60, 700, 10.5, "協力を確認した"), (133.5, 705, 6, "1"), (137.5, 700, 10.5, "。面積は10km")]
    after = [(209.2, 705, 6, "2"), (213.2, 700, 10.5, "である。")]
    content = pdf_drawn([*before, *after])
    assert texts(content) == ["協力を確認した（注1）。面積は10km²である。"]


def test_characters_without_a_meaning_are_shown_as_missing() -> None:
    content = pdf_drawn(body_lines("\ue000外字を含む文が続く。"), body_lines("読める文である。"))
    assert texts(content)[0] == "〓外字を含む文が続く。"
    found = finding(content, Code.UNREADABLE_CHARACTERS)
    assert found.message.startswith("1 character on page 1 ")
    assert found.where.page == 1


def test_slanted_text_is_a_watermark() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont(FONT, 10.5)
    canvas.drawString(60, 700, SENTENCES[0])
    canvas.translate(200, 300)
    canvas.rotate(45)
    canvas.setFont(FONT, 60)
    canvas.drawString(0, 0, "取扱注意")
    canvas.save()
    assert texts(buffer.getvalue()) == [SENTENCES[0]]
    assert "取扱注意" in finding(buffer.getvalue(), Code.FURNITURE_DROPPED).message


# ---------------------------------------------------------------- around the text


def test_heads_feet_and_page_numbers_go_with_one_finding() -> None:
    content = pdf_from(paper(60), header="海山省　報告書（案）", has_numbers=True)
    message = finding(content, Code.FURNITURE_DROPPED).message
    assert "海山省　報告書（案）" in message
    assert "page numbers" in message
    assert not any("報告書" in text or text.startswith("- ") for text in texts(content))


@pytest.mark.parametrize(
    ("heads", "height", "is_kept"),
    [
        (["別紙１", "別紙２", "別紙３", "別紙４"], 790, True),
        (["（様式第１号）", "（様式第２号）", "（様式第３号）", "（様式第４号）"], 790, True),
        (["１．会合の結果", "６．会合の結果", "１１．会合の結果", "１６．会合の結果"], 790, True),
        (["別添１－１", "別添１－２", "別添１－３", "別添１－４"], 40, False),
        (["資料１－２"] * 4, 790, False),
        (["海山省　１", "海山省　２", "海山省　３", "海山省　４"], 790, False),
        (["海山省　０３", "海山省　０４", "海山省　０５", "海山省　０６"], 40, False),
        (["１２ / 第２章　沿岸", "１３ / 第２章　沿岸", "１４ / 第２章　沿岸", "１５ / 第２章　沿岸"], 790, False),
        (["I－３", "I－４", "Ⅱ－１", "Ⅱ－２"], 40, False),
        (["－３－", "－４－", "－１－", "－２－"], 40, False),
    ],
)  # fmt: skip
def test_a_head_with_figures_goes_where_they_count_the_pages(heads: list[str], height: float, is_kept: bool) -> None:
    pages = [[*body_lines(SENTENCES[number]), (60, height, 10.5, head)] for number, head in enumerate(heads)]
    joined = " ".join(texts(pdf_drawn(*pages)))
    assert all((head in joined) is is_kept for head in heads)


def test_a_number_on_the_only_page_goes_and_a_year_stays() -> None:
    content = pdf_drawn([*body_lines(SENTENCES[0]), (290, 30, 10.5, "1")])
    assert texts(content) == [SENTENCES[0]]
    assert "2024" in texts(pdf_drawn([*body_lines(SENTENCES[0]), (290, 30, 10.5, "2024")]))


def test_the_same_words_in_the_body_of_every_page_stay() -> None:
    content = pdf_drawn(*[body_lines("次のとおりである。", top=400) for _ in range(4)])
    assert len(texts(content)) == 4


def test_foot_notes_do_not_tear_a_sentence() -> None:
    full = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受けたうえで意見を"
    note = (60, 60, 8, "（注１）外交文書による。")
    content = pdf_drawn([*body_lines(*[full] * 3, top=150), note], body_lines("交換した。", SENTENCES[0], top=760))
    made = blocks(content)
    assert made[0].text.endswith("意見を交換した。")
    assert (made[1].kind, made[1].label) == (BlockKind.NOTE, "（注１）")
    assert made[2].text == SENTENCES[0]


def test_the_bare_figure_of_a_foot_note_gets_the_form_of_its_call() -> None:
    called = [(60, 700, 10.5, "協力を確認した"), (133.5, 705, 6, "1"), (137.5, 700, 10.5, "。")]
    made = blocks(pdf_drawn([*called, *body_lines(SENTENCES[0], top=683), (60, 80, 8, "1 外交文書による。")]))
    assert (made[-1].kind, made[-1].label, made[-1].text) == (BlockKind.NOTE, "（注1）", "外交文書による。")


@pytest.mark.parametrize(
    ("title", "kept"), [("岬市訪問について", "岬市訪問について"), ("Microsoft Word - 会合.docx", ""), ("untitled", "")]
)
def test_only_a_sane_title_is_taken_from_the_properties(title: str, kept: str) -> None:
    content = pdf_drawn(body_lines(SENTENCES[0]), title=title, author="海山省")
    metadata = read_pdf(content, "paper.pdf", LIMITS).value.metadata
    assert (metadata.title, metadata.issuer) == (kept, "海山省")


# ---------------------------------------------------------------- files that cannot be read


def test_a_page_without_text_is_named() -> None:
    found = finding(pdf_of_pictures(SENTENCES[0], "", SENTENCES[1], ""), Code.PAGE_WITHOUT_TEXT)
    assert "pages 2, 4" in found.message
    assert found.hint is not None
    assert "ocrmypdf -l jpn" in found.hint


def test_a_blank_page_is_no_finding() -> None:
    outcome = read_pdf(pdf_drawn(body_lines(SENTENCES[0]), []), "paper.pdf", LIMITS)
    assert Code.PAGE_WITHOUT_TEXT not in {f.code for f in outcome.findings}


def test_pictures_of_text_need_recognition_first() -> None:
    with pytest.raises(NoTextLayerError) as caught:
        read_pdf(pdf_of_pictures("", ""), "paper.pdf", LIMITS)
    assert "ocrmypdf -l jpn" in (caught.value.hint or "")


def test_a_text_layer_of_private_characters_needs_recognition_too() -> None:
    with pytest.raises(NoTextLayerError) as caught:
        read_pdf(pdf_drawn(body_lines("\ue000\ue001\ue002\ue003文")), "paper.pdf", LIMITS)
    assert "--force-ocr" in (caught.value.hint or "")


def refusal(content: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(content, "paper.pdf", limits)
    assert caught.value.hint
    return caught.value.message


def test_a_password_is_named() -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_from([SENTENCES[0]]))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="geheim", owner="mehr"))
    assert "password" in refusal(buffer.getvalue())


def test_a_file_only_locked_against_changes_is_read() -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_from([SENTENCES[0]]))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="", owner="mehr"))
    assert texts(buffer.getvalue()) == [SENTENCES[0]]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_cut_off_file_is_refused(share: float) -> None:
    whole = pdf_from(paper(20))
    assert "cut off" in refusal(whole[: int(len(whole) * share)])


def test_a_damaged_file_is_refused() -> None:
    assert "damaged" in refusal(b"%PDF-1.7\n" + b"x" * 300 + b"\n%%EOF")


def test_an_empty_page_is_refused() -> None:
    assert "empty" in refusal(pdf_drawn([]))


def test_too_many_pages_are_refused() -> None:
    assert "3 pages" in refusal(pdf_of_pictures("一", "二", "三"), Limits(max_pages=2))


def test_too_many_characters_are_refused() -> None:
    assert "characters" in refusal(pdf_from([SENTENCES[0]] * 5), Limits(max_characters=20))


# ---------------------------------------------------------------- hostile files


def file_of(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return body + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))


def packed(data: bytes, filters: int = 1, more: bytes = b"") -> bytes:
    """A stream, packed as often as asked."""
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = b" ".join([b"/FlateDecode"] * filters)
    return b"<< /Length %d /Filter [%s] %s >>\nstream\n%s\nendstream" % (len(data), names, more, data)


def armoured(data: bytes) -> bytes:
    """A stream as ReportLab writes it: packed, then as ASCII85."""
    data = base64.a85encode(zlib.compress(data, 9), wrapcol=76) + b"~>"
    return b"<< /Length %d /Filter [/ASCII85Decode /FlateDecode] >>\nstream\n%s\nendstream" % (len(data), data)


def page_of(content: bytes, kids: bytes = b"[3 0 R]", count: int = 1, resources: bytes = b"") -> bytes:
    """A PDF with one page; `kids` and `count` are what the page tree claims."""
    return file_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % resources,
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        packed(b"/X Do", more=b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject<</X 6 0 R>>>>"),
    )


HELLO = b"BT /F1 12 Tf 60 700 Td (Hello) Tj ET "
FONTS = b"/Font << /F1 5 0 R >>"


@pytest.mark.parametrize(
    "content",
    [
        packed(b" " * 25_000_000),
        packed(HELLO * 40_000),
        packed(b"q " * 40_000),
        packed(HELLO * 40_000, filters=2),
        armoured(HELLO * 40_000),
        armoured(bytes(60_000) + b"q " * 40_000),
    ],
    ids=["25 MB", "texts", "saved states", "packed twice", "ASCII85", "ASCII85 with zeros"],
)
def test_a_page_of_more_commands_than_any_paper_is_refused(content: bytes) -> None:
    assert "drawing commands" in refusal(page_of(content, resources=FONTS))


@pytest.mark.parametrize(
    ("kids", "count"), [(b"[3 0 R]", 2_000_000_000), (b"[2 0 R 3 0 R]", 5), (b"[3 0 R]", 50)], ids=str
)
def test_a_page_tree_that_lies_is_read_as_far_as_it_goes(kids: bytes, count: int) -> None:
    content = page_of(packed(HELLO), kids, count, FONTS)
    assert texts(content) == ["Hello"]


@pytest.mark.parametrize("damage", [b"vvvvv", b"~", b"!"], ids=["too large", "no digit", "cut"])
def test_commands_that_are_no_ascii85_are_left_to_the_engine(damage: bytes) -> None:
    content = page_of(armoured(HELLO), resources=FONTS)
    assert texts(content) == ["Hello"]
    begin = content.index(b"stream\n", content.index(b"ASCII85")) + 7
    with pytest.raises(InputError):
        read_pdf(content[:begin] + damage + content[begin + len(damage) :], "paper.pdf", LIMITS)


def test_a_form_that_draws_itself_ends() -> None:
    with pytest.raises(NoTextLayerError):
        read_pdf(page_of(packed(b"/X Do"), resources=b"/XObject << /X 6 0 R >>"), "paper.pdf", LIMITS)


def test_forms_within_forms_that_multiply_are_refused() -> None:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    content = file_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        packed(b"/X Do " * 10),
        *[packed(b"/X Do " * 10, more=form % (6 + level)) for level in range(12)],
    )
    assert "forms within forms" in refusal(content)


def test_a_font_that_is_missing_gives_its_letters_all_the_same() -> None:
    assert texts(page_of(packed(HELLO))) == ["Hello"]
