"""Small builders of PDF and Word files for the tests; the papers in them are invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import escapeOnce
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

FONT = "HeiseiKakuGo-W5"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

_MARGIN, _GUTTER, _SIZE = 60.0, 24.0, 10.5


def pdf_from(
    paragraphs: Sequence[str], columns: int = 1, justify: bool = False, header: str = "", has_numbers: bool = False
) -> bytes:
    """A PDF of wrapped paragraphs; those that begin with （ hang behind their number, the others are indented."""
    width = (A4[0] - 2 * _MARGIN - (columns - 1) * _GUTTER) / columns
    frames = [
        Frame(_MARGIN + column * (width + _GUTTER), _MARGIN, width, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
        for column in range(columns)
    ]

    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawString(_MARGIN, A4[1] - 40, header)
        if has_numbers:
            canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")

    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    template.build([Paragraph(escapeOnce(text), _style(text, justify)) for text in paragraphs])
    return buffer.getvalue()


def _style(text: str, justify: bool) -> ParagraphStyle:
    hanging = 3 * _SIZE if text.startswith("（") else 0.0
    return ParagraphStyle(
        "body",
        fontName=FONT,
        fontSize=_SIZE,
        leading=17,
        wordWrap="CJK",
        leftIndent=hanging,
        firstLineIndent=-hanging if hanging else 0 if "．" in text[:3] else _SIZE,
        alignment=TA_JUSTIFY if justify else TA_LEFT,
    )


def pdf_drawn(*pages: Sequence[tuple[float, float, float, str]], title: str = "", author: str = "") -> bytes:
    """A PDF with (left, height above the foot, size, text) at exact places; an empty page is blank."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        for left, height, size, text in page:
            canvas.setFont(FONT, size)
            canvas.drawString(left, height, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pdf_of_pictures(*texts: str) -> bytes:
    """A PDF in which a page with an empty text shows only a filled shape."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for text in texts:
        canvas.setFont(FONT, _SIZE)
        if text:
            canvas.drawString(_MARGIN, 700, text)
        else:
            canvas.rect(100, 100, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


# ---------------------------------------------------------------- Word

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATED = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {"header": "hdr", "footer": "ftr"}


def docx_from(xml_body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` give the inner XML of styles, numbering, footnotes, header and so on.

    `core` is the whole of docProps/core.xml.
    """
    return docx_with({}, xml_body, **parts)


def docx_with(pictures: Mapping[str, bytes], xml_body: str, **parts: str) -> bytes:
    """The same with pictures under ``word/media``; the id of each relation is the name of the file."""
    buffer = io.BytesIO()
    core = parts.pop("core", "")
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{xml_body}</w:body></w:document>")
        links = "".join(
            f'<Relationship Id="r{number}" Type="{_RELATION}/{part}" Target="{part}.xml"/>'
            for number, part in enumerate(_RELATED)
            if part in parts
        )
        links += "".join(
            f'<Relationship Id="{name}" Type="{_RELATION}/image" Target="media/{name}"/>' for name in pictures
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        for name, content in pictures.items():
            archive.writestr(f"word/media/{name}", content)
        for part, inner in parts.items():
            root = _ROOTS.get(part, part)
            archive.writestr(f"word/{part}.xml", f"<w:{root} {NAMESPACES}>{inner}</w:{root}>")
        if core:
            archive.writestr("docProps/core.xml", core)
    return buffer.getvalue()


def p(text: str, properties: str = "") -> str:
    """A Word paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def drawing(name: str) -> str:
    """A Word run with a picture."""
    return f'<w:r><w:drawing><a:graphic><a:blip r:embed="{name}"/></a:graphic></w:drawing></w:r>'


def run(text: str, properties: str = "") -> str:
    """A Word run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(level: int = 0, number: int = 1) -> str:
    """Paragraph properties that put a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def numbering(*levels: tuple[str, str]) -> str:
    """The inner XML of numbering.xml for one list: (format, label text) of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
