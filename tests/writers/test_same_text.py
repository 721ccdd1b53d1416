"""The text of a note is the same in PDF, Word and HTML, in the same order, also over the ends of pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
import pikepdf
import pytest

from briefgen.model.page import Page
from briefgen.writers.docx.document import write_docx
from briefgen.writers.fonts import FontFiles
from briefgen.writers.html.document import write_html
from briefgen.writers.pdf import PdfOptions, write_pdf
from tests.writers.briefings import demo_briefing
from tests.writers.html.test_document import Reading
from tests.writers.looks import CREATED, THEME, page_of, squeeze, words_of
from tests.writers.pages import demo_page, long_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _codes(font: pikepdf.Object) -> dict[int, str]:
    """Character by code, from the font's own map."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    codes: dict[int, str] = {}
    for first, _, listed in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", text):
        for offset, value in enumerate(re.findall(r"<(\w+)>", listed)):
            codes[int(first, 16) + offset] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            codes[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return codes


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each stretch of content of a sheet."""
    fonts = {name: _codes(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
    texts: dict[int, str] = {}
    codes, mark = {}, None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                mark = int(operands[1].MCID)
            case "EMC":
                mark = None
            case "Tf":
                codes = fonts.get(str(operands[0]), {})
            case "Tj" if mark is not None:
                shown = "".join(codes[code] for code in bytes(operands[0]))
                texts[mark] = texts.get(mark, "") + shown
    return texts


def _pdf_text(content: bytes) -> str:
    """The text in the order of the structure tree, without the marks of lists."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        sheets = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}

        def walk(node: pikepdf.Object, sheet: pikepdf.Object | None) -> Iterator[str]:
            sheet = node.get("/Pg", sheet)
            kids = node.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, int):
                    yield sheets[sheet.objgen].get(kid, "")
                elif kid.get("/Type") == "/MCR":
                    yield sheets[kid.Pg.objgen].get(int(kid.MCID), "")
                elif "/S" in kid and kid.S != "/Lbl":
                    yield from walk(kid, sheet)

        return squeeze("".join(walk(pdf.Root.StructTreeRoot.K, None)))


_PAGES = {
    "demo": demo_page(), "note": page_of(demo_briefing()), "review": page_of(demo_briefing(), "review.xml.j2"),
    "long": long_page(60),
}  # fmt: skip


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES)
def test_pdf_word_and_html_have_the_text_of_the_page(page: Page, font_files: FontFiles, options: PdfOptions) -> None:
    expected = "".join(words_of(page))

    word = docx.Document(io.BytesIO(write_docx(page, THEME, CREATED).value.content))
    html = write_html(page, THEME).value.content.decode()

    assert squeeze("".join(t.text or "" for t in word.element.body.iter(W + "t"))) == expected
    assert "".join(Reading(html).words()) == expected
    assert _pdf_text(write_pdf(page, THEME, font_files, options).value.content) == expected
