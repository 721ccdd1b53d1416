"""The PDF half of the reading corpus: invented papers made by code, each showing one thing, with the blocks expected.

A block is written as its kind and its label and text; a table cell has its place, a block with a picture or a reading
says so at its end.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from briefgen.findings import Code
from tests.readers.make import FONT, pdf_drawn, pdf_of_pictures

FULL = "海山省は沿岸監視に関する関係国会合を開催し、各国の取組について説明を受け意見を交換した"
REST = "結果を公表する。"
SIZE = 10.5


@dataclass(frozen=True)
class Paper:
    """A paper, what reading must make of it, and the findings that must come with it."""

    name: str
    content: Callable[[], bytes]
    blocks: tuple[str, ...]
    codes: frozenset[Code] = frozenset()


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    """A page of A4 drawn by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont(FONT, SIZE)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def _text(canvas: Canvas, top: float, *lines: str, left: float = 60) -> None:
    for number, line in enumerate(lines):
        canvas.drawString(left, top - 17 * number, line)


def _grid(canvas: Canvas, columns: Sequence[float], rows: Sequence[float]) -> None:
    for row in rows:
        canvas.line(columns[0], row, columns[-1], row)
    for column in columns:
        canvas.line(column, rows[0], column, rows[-1])


_ROWS = (("区分", "件数", "備考"), ("観測所", "４８", "更新中"), ("船舶", "１２", "増備"))


def ruled_table() -> bytes:
    """Text, a table of three columns with a head, text."""

    def draw(canvas: Canvas) -> None:
        _text(canvas, 760, FULL, REST)
        _grid(canvas, (60, 180, 300, 420), (700, 680, 660, 640))
        for number, row in enumerate(_ROWS):
            for column, text in enumerate(row):
                canvas.drawString(64 + 120 * column, 686 - 20 * number, text)
        _text(canvas, 610, FULL, REST)

    return drawn(draw)


def merged_cells() -> bytes:
    """A table whose first cell reaches over two rows, with a wrapped cell and narrow gaps between cells."""

    def draw(canvas: Canvas) -> None:
        _text(canvas, 760, FULL, REST)
        for row in (700, 640):
            canvas.line(60, row, 300, row)
        canvas.line(120, 670, 300, 670)
        for column in (60, 120, 200, 300):
            canvas.line(column, 640, column, 700)
        canvas.drawString(64, 668, "沿岸監視")
        canvas.drawString(122, 682, "観測所の更新")
        canvas.drawString(204, 688, "令和９年度までに終")
        canvas.drawString(204, 675, "える予定")
        canvas.drawString(122, 652, "船舶の増備")
        canvas.drawString(204, 652, "１２隻")

    return drawn(draw)


def captions() -> bytes:
    """A picture with a caption below, one with a named caption above, text around."""

    def draw(canvas: Canvas) -> None:
        picture = ImageReader(Image.new("RGB", (60, 40), (200, 30, 30)))
        _text(canvas, 780, FULL, REST)
        canvas.drawImage(picture, 100, 600, 180, 120)
        _text(canvas, 585, "握手する両大臣（海山省撮影）", left=115)
        _text(canvas, 540, FULL, REST)
        _text(canvas, 480, "図１　観測所の配置", left=120)
        canvas.drawImage(picture, 100, 350, 180, 120)
        _text(canvas, 310, FULL, REST)

    return drawn(draw)


def bare_picture() -> bytes:
    """A picture without a caption."""

    def draw(canvas: Canvas) -> None:
        _text(canvas, 780, FULL, REST)
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 40), (200, 30, 30))), 100, 500, 180, 120)

    return drawn(draw)


def ruby() -> bytes:
    """Small kana over a name."""
    letters = [
        (60 + SIZE * 6, 711, 5.25, "や"),
        (60 + SIZE * 6 + 10, 711, 5.25, "え"),
        (60 + SIZE * 8, 711, 5.25, "がし"),
    ]
    line = (60, 700, SIZE, "説明したのは八重樫審議官である。")
    return pdf_drawn([*letters, line, (60, 683, SIZE, REST)])


def scrambled() -> bytes:
    """The lines of a page, drawn from the foot up."""
    lines = [f"第{number}の文が行を占めている。" for number in "一二三四五六"]
    return pdf_drawn([(60, 700 - 17 * number, SIZE, line) for number, line in reversed(list(enumerate(lines)))])


_UPPER = (
    "海山省は会合を開催し各国の取組を確"
    "認したうえで意見を交換し、次回は春"
    "に岬市で行うことで一致した。なお、"
    "日程は後日定める。"
)
_LOWER = (
    "両者は、若手職員の交流を毎年１回行"
    "うこと、及び訓練の計画を早期に共有"
    "することで一致し、事務の手続を年内"
    "に定めるとした。"
)


def vertical(encoding_is_vertical: bool = True) -> bytes:
    """Two tiers of vertical columns in a font that is not embedded."""
    font = UnicodeCIDFont("HeiseiMin-W3", isVertical=encoding_is_vertical)
    pdfmetrics.registerFont(font)
    tiers = ([_UPPER[at : at + 17] for at in (0, 17, 34, 51)], [_LOWER[at : at + 17] for at in (0, 17, 34, 51)])

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font.fontName, SIZE)
        for tier, columns in enumerate(tiers):
            for number, column in enumerate(columns):
                canvas.drawString(500 - 18 * number, 760 - 300 * tier, column)

    return drawn(draw)


def foot_notes() -> bytes:
    """A raised call and its note at the foot of the page."""
    called = [(60, 700, SIZE, "協力を確認した"), (60 + 7 * SIZE, 705, 6, "1"), (64 + 7 * SIZE, 700, SIZE, "。")]
    return pdf_drawn([*called, (60, 683, SIZE, REST), (60, 80, 8, "1 外交文書による。")])


def radicals() -> bytes:
    """Kangxi radicals instead of kanji, as some producers write them."""
    return _in_font("/UniJIS-UTF16-H", ["⾧官は⾼い関⼼を⽰した。"], "utf-16-be")


def rare_encoding() -> bytes:
    """An encoding that the first engine does not know."""
    return _in_font("/UniJIS-UTF8-H", ["海山省は会合を開催した。", "次回は岬市で行う。"], "utf-8")


def _in_font(encoding: str, lines: Sequence[str], codec: str) -> bytes:
    """A page in a Japanese font that is not embedded, in one of the encodings that PDF names."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=A4)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Ryumin-Light"), Flags=6, FontBBox=Array([-170, -331, 1024, 903]),
        ItalicAngle=0, Ascent=723, Descent=-241, CapHeight=709, StemV=69,
    )  # fmt: skip
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/Ryumin-Light"), CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Ryumin-Light"), Encoding=Name(encoding),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
    )  # fmt: skip
    page = pdf.pages[0]
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    commands = [
        f"BT /F1 10.5 Tf 1 0 0 1 60 {700 - 17 * number} Tm <{line.encode(codec).hex()}> Tj ET"
        for number, line in enumerate(lines)
    ]
    page.Contents = pdf.make_stream("\n".join(commands).encode())
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def letters_without_shape() -> bytes:
    """Vertical text whose letters have no shape, as text recognition lays under a scan; the first engine drops it."""
    text = "海山省は会合を開催した。"
    names = [".notdef", *(f"g{number}" for number in range(len(text)))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupPost()
    builder.font.recalcTimestamp = False
    builder.font["head"].created = builder.font["head"].modified = 0
    file = io.BytesIO()
    builder.save(file)
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=A4)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Shapeless"), Flags=5, FontBBox=Array([0, 0, 0, 0]), ItalicAngle=0,
        Ascent=880, Descent=-120, CapHeight=700, StemV=80, FontFile2=pdf.make_stream(file.getvalue()),
    )  # fmt: skip
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/Shapeless"), CIDSystemInfo=system, DW=1000,
        FontDescriptor=pdf.make_indirect(descriptor), CIDToGIDMap=Name.Identity,
    )  # fmt: skip
    meanings = " ".join(f"<{number:04x}> <{ord(letter):04x}>" for number, letter in enumerate(text, start=1))
    to_unicode = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(text)} beginbfchar {meanings} endbfchar endcmap"
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Shapeless"), Encoding=Name("/Identity-V"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=pdf.make_stream(to_unicode.encode()),
    )  # fmt: skip
    codes = "".join(f"{number:04x}" for number in range(1, len(text) + 1))
    page = pdf.pages[0]
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(f"BT /F1 10.5 Tf 1 0 0 1 500 700 Tm <{codes}> Tj ET".encode())
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def shifted_page() -> bytes:
    """A page whose box does not begin at zero; the head stands at its upper edge."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(heads_and_feet())) as pdf:
        for page in pdf.pages:
            page.contents_add(b"q 1 0 0 1 100 200 cm\n", prepend=True)
            page.contents_add(b"\nQ")
            page.MediaBox = [100, 200, 100 + A4[0], 200 + A4[1]]
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def heads_and_feet() -> bytes:
    """Three pages with a running head and numbers."""
    return pdf_drawn(
        *[
            [(60, 805, 8, "海山省　報告書"), (60, 700, SIZE, f"第{number}の文である。"), (290, 30, 8, f"- {number} -")]
            for number in (1, 2, 3)
        ]
    )


def justified() -> bytes:
    """Letters spread over the line, so wide that engines see spaces between them."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        text.setCharSpace(4)
        text.textLine("海山省は会合を開催し、意見を交換した。")
        text.setCharSpace(2.5)
        text.textLine("次回は岬市で行う。")
        canvas.drawText(text)

    return drawn(draw)


def picture_page() -> bytes:
    """A page of text and a page that is a picture."""
    return pdf_of_pictures(REST, "")


def without_meaning() -> bytes:
    """Glyphs of an embedded font by number, one of them without a Unicode value: (cid:3) to many programs."""
    content = letters_without_shape()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        font = pdf.pages[0].Resources.Font.F1
        known = font.ToUnicode.read_bytes().replace(b"<0003> <" + f"{ord('省'):04x}".encode() + b"> ", b"")
        font.ToUnicode = pdf.make_stream(known.replace(b"12 beginbfchar", b"11 beginbfchar"))
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def two_columns() -> bytes:
    """Two columns; the sentence at the foot of the left one goes on at the head of the right one."""
    halves = [FULL[:22], FULL[22:]]
    left = [(60, 760 - 17 * number, SIZE, halves[number % 2]) for number in range(6)]
    right = [(320, 760 - 17 * number, SIZE, halves[number % 2]) for number in range(4)]
    return pdf_drawn([*left, *right, (320, 760 - 17 * 4, SIZE, REST)])


def encrypted() -> bytes:
    """A paper that asks for a password."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(foot_notes())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="geheim", owner="mehr"))
    return buffer.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (encrypted, "asks for a password"),
    "cut off": (lambda: foot_notes()[:-200], "cut off"),
    "damaged": (lambda: b"%PDF-1.7\n" + b"x" * 300 + b"\n%%EOF", "damaged"),
    "pictures only": (lambda: pdf_of_pictures("", ""), "no text layer"),
    "blank": (lambda: pdf_drawn([]), "empty"),
}
"""Papers that cannot be read, and the words that say why."""

_SENTENCES = (f"paragraph {FULL}{REST}",)
PAPERS = (
    Paper(
        "a table of drawn lines", ruled_table,
        (*_SENTENCES, "table-cell 0:0:0 header 区分", "table-cell 0:0:1 header 件数", "table-cell 0:0:2 header 備考",
         "table-cell 0:1:0 観測所", "table-cell 0:1:1 ４８", "table-cell 0:1:2 更新中",
         "table-cell 0:2:0 船舶", "table-cell 0:2:1 １２", "table-cell 0:2:2 増備", *_SENTENCES),
    ),
    Paper(
        "merged and wrapped cells", merged_cells,
        (*_SENTENCES, "table-cell 0:0:0 沿岸監視", "table-cell 0:0:1 観測所の更新",
         "table-cell 0:0:2 令和９年度までに終える予定", "table-cell 0:1:1 船舶の増備", "table-cell 0:1:2 １２隻"),
    ),
    Paper(
        "captions of pictures", captions,
        (*_SENTENCES, "caption 握手する両大臣（海山省撮影） [picture]", *_SENTENCES,
         "caption 図１　観測所の配置 [picture]", *_SENTENCES),
    ),
    Paper(
        "ruby", ruby,
        ("paragraph 説明したのは八重樫審議官である。 [八=や 重=え 樫=がし]", f"paragraph {REST}"),
    ),
    Paper(
        "lines drawn from the foot up", scrambled,
        tuple(f"paragraph 第{number}の文が行を占めている。" for number in "一二三四五六"),
    ),
    Paper(
        "two tiers of vertical columns", vertical,
        (f"paragraph {_UPPER}", f"paragraph {_LOWER}"),
    ),
    Paper(
        "a foot note", foot_notes,
        ("paragraph 協力を確認した（注1）。", f"paragraph {REST}", "note （注1）外交文書による。"),
    ),
    Paper("radicals", radicals, ("paragraph 長官は高い関心を示した。",)),
    Paper(
        "an encoding only the second engine knows", rare_encoding,
        ("paragraph 海山省は会合を開催した。", "paragraph 次回は岬市で行う。"),
        frozenset({Code.OTHER_ENGINE_USED}),
    ),
    Paper(
        "vertical letters without a shape", letters_without_shape, ("paragraph 海山省は会合を開催した。",),
        frozenset({Code.OTHER_ENGINE_USED}),
    ),
    Paper(
        "a page box that does not begin at zero", shifted_page,
        tuple(f"paragraph 第{number}の文である。" for number in (1, 2, 3)),
        frozenset({Code.FURNITURE_DROPPED}),
    ),
    Paper(
        "heads, feet and page numbers", heads_and_feet,
        tuple(f"paragraph 第{number}の文である。" for number in (1, 2, 3)),
        frozenset({Code.FURNITURE_DROPPED}),
    ),
    Paper(
        "a page that is a picture", picture_page, (f"paragraph {REST}",), frozenset({Code.PAGE_WITHOUT_TEXT}),
    ),
    Paper(
        "two columns", two_columns, (f"paragraph {FULL * 5}{REST}",),
    ),
    Paper(
        "a letter without a meaning", without_meaning, ("paragraph 海山〓は会合を開催した。",),
        frozenset({Code.OTHER_ENGINE_USED, Code.UNREADABLE_CHARACTERS}),
    ),
    Paper(
        "letters spread over the line", justified,
        ("paragraph 海山省は会合を開催し、意見を交換した。次回は岬市で行う。",),
    ),
)  # fmt: skip
