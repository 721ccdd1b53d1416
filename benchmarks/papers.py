"""Invented papers as PDF, at any length, with the paragraphs they were made from: what reading must give back."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

__all__ = ["LAYOUTS", "as_printed", "invent", "office_pdf", "reportlab_pdf"]

LAYOUTS = ("one column", "two columns", "vertical")
_SENTENCES = (
    "海山省は、沿岸監視に関する関係国会合を令和６年４月１２日（金）に開催した。",
    "会合には、東洋海洋機構（ＴＫＫ）の加盟国１２か国のほか、オブザーバーとして３機関が参加した。",
    "参加者は、Coast Watch Programmeに基づく支援の状況について説明を受け、意見を交換した。",
    "また、補正予算として１，２３４億円（前年度比５．６％増）を計上することを確認した。",
    "同時に、自由で開かれた海洋秩序の維持及び強化が重要であるとの認識で一致した（注１）。",
    "次回会合は、10月上旬にHakuba Conference Centreで行う予定である。",
    "「共同行動計画２０２５」の取りまとめに向け、事務レベルの作業部会を設置する。",
    "その結果、約８割の自治体が制度を「利用している」又は「利用を検討している」と回答した。",
    "なお、本件に関する問合せ先は、総務課企画係（内線２３４５）である。",
    "岡野大臣は、力による一方的な現状変更の試みに強く反対すると述べ、引き続き緊密に連携していくことを確認した。",
    "災害時における船舶の相互利用については、実務者間の調整を経て、年内に手続を定めることとした。",
    "沿岸の観測所は全国に４８か所あり、そのうち２１か所で機器の更新が終わっている。",
    "更新の費用は、令和５年度から令和９年度までの５年間で計８６０億円と見込まれる。",
    "両者は、若手職員の交流を毎年１回行うこと、及び訓練の計画を早期に共有することで一致した。",
    "一方、離島の通信回線については、気象の影響を受けやすいとの指摘があり、対策を検討する必要がある。",
    "詳細は、別紙「沿岸監視体制の整備について」を参照されたい。",
)
_HEADS = ("沿岸監視の現状と課題", "関係国との協力", "予算及び体制", "今後の予定", "その他の事項", "観測所の更新")
_FONT = "HeiseiMin-W3"
_MARGIN, _GUTTER, _SIZE, _LEADING = 60.0, 24.0, 10.5, 17.0
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def invent(count: int, seed: int) -> list[str]:
    """So many paragraphs: heads １．, items （１） and running text of one to six sentences."""
    chance = random.Random(seed)
    made, head, item = [], 0, 0
    for number in range(count):
        if number % 9 == 0:
            head, item = head + 1, 0
            made.append(f"{head}．{chance.choice(_HEADS)}".translate(_FULL_WIDTH))
            continue
        is_item = number % 9 in (5, 6)
        item += is_item
        text = "".join(chance.choice(_SENTENCES) for _ in range(chance.randint(1, 3 if is_item else 6)))
        made.append(f"（{item}）".translate(_FULL_WIDTH) + text if is_item else text)
    return made


# ---------------------------------------------------------------- ReportLab: fonts named, not embedded


def reportlab_pdf(paragraphs: list[str], layout: str) -> bytes:
    """The paper by ReportLab, in a font that is not embedded."""
    buffer = io.BytesIO()
    if layout == "vertical":
        _draw_vertical(buffer, paragraphs)
        return buffer.getvalue()
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    columns = 2 if layout == "two columns" else 1
    width = (A4[0] - 2 * _MARGIN - (columns - 1) * _GUTTER) / columns
    frames = [
        Frame(_MARGIN + at * (width + _GUTTER), _MARGIN, width, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
        for at in range(columns)
    ]
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=_furniture))
    template.build([Paragraph(escape(text), _style(text)) for text in paragraphs])
    return buffer.getvalue()


def _furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(_FONT, 8)
    canvas.drawString(_MARGIN, A4[1] - 40, "海山省　報告書（案）")
    canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")


def _style(text: str) -> ParagraphStyle:
    hanging = 3 * _SIZE if text.startswith("（") else 0.0
    first = -hanging if hanging else 0.0 if "．" in text[:3] else _SIZE
    return ParagraphStyle(
        "body", fontName=_FONT, fontSize=_SIZE, leading=_LEADING, wordWrap="CJK", leftIndent=hanging,
        firstLineIndent=first, alignment=4,
    )  # fmt: skip


def _draw_vertical(buffer: io.BytesIO, paragraphs: list[str]) -> None:
    """Columns from right to left; the first column of a paragraph is indented, marks hang below the column."""
    font = UnicodeCIDFont(_FONT, isVertical=True)
    pdfmetrics.registerFont(font)
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    rows = int((A4[1] - 2 * _MARGIN) // _SIZE)
    column = 0
    left = A4[0] - _MARGIN
    for text in paragraphs:
        indent = 0 if "．" in text[:3] or text.startswith("（") else 1
        for number, line in enumerate(_columns_of(text.translate(_WIDE), rows, indent)):
            if left - _LEADING * column < _MARGIN:
                canvas.showPage()
                column = 0
            canvas.setFont(font.fontName, _SIZE)
            start = A4[1] - _MARGIN - (_SIZE * indent if number == 0 else 0)
            canvas.drawString(left - _LEADING * column, start, line)
            column += 1
    canvas.save()


_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
"""Latin letters stand upright in full width in vertical papers."""


def _columns_of(text: str, rows: int, indent: int) -> list[str]:
    lines, rest, room = [], text, rows - indent
    while rest:
        end = room
        while end < len(rest) and rest[end] in "、。）」％":
            end += 1
        lines.append(rest[:end])
        rest, room = rest[end:], rows
    return lines


def as_printed(paragraphs: list[str], layout: str) -> list[str]:
    """The paragraphs as the ReportLab paper shows them: Latin letters of vertical papers are full width."""
    return [text.translate(_WIDE) for text in paragraphs] if layout == "vertical" else paragraphs


# ---------------------------------------------------------------- LibreOffice: justified, fonts embedded

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FONTS = '<w:rFonts w:eastAsia="Noto Serif CJK JP" w:ascii="Noto Serif CJK JP" w:hAnsi="Noto Serif CJK JP"/>'


def office_pdf(paragraphs: list[str], layout: str, folder: Path) -> bytes | None:
    """The paper through LibreOffice, justified, with the font embedded; None where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        return None
    source = folder / "paper.docx"
    source.write_bytes(_docx(paragraphs, layout))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "paper.pdf").read_bytes()


def _docx(paragraphs: list[str], layout: str) -> bytes:
    columns = 2 if layout == "two columns" else 1
    direction = '<w:textDirection w:val="tbRl"/>' if layout == "vertical" else ""
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="r1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="600" w:footer="500"'
        f' w:gutter="0"/><w:cols w:num="{columns}" w:space="425"/>{direction}</w:sectPr>'
    )
    body = "".join(map(_word_paragraph, paragraphs))
    page = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    page = page.replace("</w:r>", "</w:r><w:r><w:instrText>PAGE</w:instrText></w:r>", 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("footer", "footer1.xml"),
        "word/footer1.xml": f"<w:ftr {_NAMESPACES}><w:p><w:pPr><w:jc w:val='center'/></w:pPr>"
        f"<w:r><w:t>海山省　</w:t></w:r>{page}</w:p></w:ftr>",
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relation(kind: str, target: str) -> str:
    link = f'<Relationship Id="r1" Type="{_RELATED}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'


def _word_paragraph(text: str) -> str:
    if text.startswith("（"):
        properties = '<w:ind w:left="630" w:hanging="630"/><w:jc w:val="both"/>'
    elif "．" in text[:3]:
        properties = ""
    else:
        properties = '<w:ind w:firstLineChars="100" w:firstLine="210"/><w:jc w:val="both"/>'
    run = f'<w:r><w:rPr>{_FONTS}<w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"
