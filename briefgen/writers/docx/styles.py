"""The Word styles of the house style, and the smallest package that holds them; pure, no python-docx.

python-docx's own template is not used: it brings MS Mincho, US Letter, a thumbnail and theme fonts that win over what
is set.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.model.page import ParagraphStyle, Role, SideRow, TableRow
from briefgen.writers.docx.xml import NAMESPACES, borders, fonts_xml, half_points, mm_twips, pt_twips
from briefgen.writers.theme import Style, Theme

__all__ = [
    "BOX_STYLES", "PARAGRAPH_STYLES", "ROLE_STYLES", "STRONG_STYLES", "WordStyle",
    "base_package", "box_properties", "flag_indent", "joined_lines", "line_below", "numbering_xml", "space_below",
    "spacing_xml", "styles_xml", "word_styles",
]  # fmt: skip

PARAGRAPH_STYLES: Mapping[ParagraphStyle, str] = {
    ParagraphStyle.BODY: "Normal",
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.LONG_TITLE: "Long Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.SMALL: "Small",
    ParagraphStyle.LEGEND: "Legend",
    ParagraphStyle.CAPTION: "caption",
}
"""Name of the Word style of each paragraph style; names Word knows itself are written as Word writes them."""

BOX_STYLES: Mapping[str, str] = {"Box Bottom Line": "bottom-line", "Box Notice": "notice"}
"""Kind of box of each style."""

ROLE_STYLES: Mapping[Role, str] = {Role.TERM: "Term", Role.CAUTION: "Caution", Role.MUTED: "Muted"}


_ITEM_GAP = 2.5
"""By how much closer the items of a list stand than paragraphs."""


_SYMBOL_GAP = 160
"""Twips between the status symbol and the Japanese."""


STRONG_STYLES: Mapping[str, str] = {"Box Bottom Line": "Lead In", "Small": "Strong", "Legend": "Strong"}
"""Character style of bold words in paragraphs where being bold alone would not make them stand out."""


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style: `paragraph` and `run` are the children of its ``w:pPr`` and ``w:rPr``."""

    name: str
    kind: str = "paragraph"
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"

    @property
    def id(self) -> str:
        """The id in a document of our own: Word's own for the styles it knows, else the name without spaces."""
        known = {"annotation text": "CommentText", "annotation reference": "CommentReference"}
        return known.get(self.name, self.name.title().replace(" ", ""))

    def xml(self, ids: Mapping[str, str], *, is_default: bool = True) -> str:
        """The style; `ids` gives every style id by lower-case name, `is_default` lets Normal be the default."""
        basis = self.based_on if self.kind == "paragraph" and self.name != self.based_on else ""
        default = (
            ' w:default="1"' if is_default and self.name in ("Normal", "Default Paragraph Font", "Normal Table") else ""
        )
        own = "" if self.name.islower() or self.name in _KNOWN_TO_WORD else ' w:customStyle="1"'
        return (
            f'<w:style w:type="{self.kind}"{default}{own} w:styleId="{ids[self.name.lower()]}">'
            f'<w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{ids[basis.lower()]}"/>' if basis else "")
            + "<w:qFormat/>"
            + (f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
            + (f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
            + (_TABLE_DEFAULTS if self.kind == "table" else "")
            + "</w:style>"
        )


_KNOWN_TO_WORD = {"Normal", "Title", "Subtitle", "Hyperlink", "Strong", "Default Paragraph Font", "Normal Table"}

_TABLE_DEFAULTS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def word_styles(theme: Theme) -> tuple[WordStyle, ...]:
    """Every style the writer uses."""
    return (*_text_styles(theme), *_side_styles(theme), *_furniture_styles(theme), *_character_styles(theme))


def _text_styles(theme: Theme) -> Iterable[WordStyle]:
    looks = theme.styles
    yield _style("Normal", looks.body, theme)
    for style, name in PARAGRAPH_STYLES.items():
        if style is not ParagraphStyle.BODY:
            yield _style(name, looks.paragraph(style), theme)
    for level in (1, 2, 3):
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        yield _style(f"heading {level}", looks.heading(level), theme, keep=True, after=outline)
    for name, kind in BOX_STYLES.items():
        gap = theme.spaces.between_blocks
        before, after = box_properties(kind, theme)
        yield _style(name, replace(looks.body, before=gap, after=gap), theme, before=before, after=after)
    yield _style("Fact Label", looks.fact_label, theme)
    yield _style("Fact Value", looks.fact_value, theme)
    yield _style("Table Head", looks.table_head, theme, keep=True)
    yield _style("Table Cell", looks.table_cell, theme)
    item = replace(looks.body, after=looks.body.after / _ITEM_GAP)
    yield _style("list bullet", item, theme)
    yield _style("list number", item, theme)


def _side_styles(theme: Theme) -> Iterable[WordStyle]:
    looks = theme.styles
    yield _style("Column Head", looks.column_head, theme, keep=True)
    symbol = mm_twips(theme.columns.number_mm) - _SYMBOL_GAP
    yield _style(
        "Side Number", replace(looks.number, leading=looks.english.leading), theme, before=_tab("right", symbol)
    )
    yield _style("Side Japanese", looks.japanese, theme)
    yield _style("Side English", looks.english, theme)
    yield _style("Side Flag", looks.flag, theme)
    for level in (1, 2, 3):
        outline = f'<w:outlineLvl w:val="{level}"/>'
        yield _style(f"Side Head {level}", looks.row_head(level), theme, keep=True, after=outline)


def _furniture_styles(theme: Theme) -> Iterable[WordStyle]:
    looks = theme.styles
    tab = _tab("right", mm_twips(theme.text_width_mm))
    yield _style("Stamp", looks.footer, theme, before=tab)
    yield _style("Banner", looks.banner, theme, after='<w:jc w:val="center"/>')
    free = '<w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/>'
    yield WordStyle("Picture", paragraph=f"<w:keepNext/>{free}")
    gap = pt_twips(theme.spaces.between_blocks)
    yield WordStyle(
        "Spacer", paragraph=f'<w:spacing w:before="0" w:after="0" w:line="{gap}" w:lineRule="exact"/>',
        run='<w:sz w:val="2"/>',
    )  # fmt: skip
    yield WordStyle("annotation text", paragraph=free)
    yield _style("footnote text", looks.paragraph(ParagraphStyle.SMALL), theme)
    yield WordStyle("Normal Table", "table")
    yield WordStyle("Side by Side", "table")
    yield WordStyle("Plain Table", "table")


def _character_styles(theme: Theme) -> Iterable[WordStyle]:
    colours = theme.colours
    yield WordStyle("Default Paragraph Font", "character")
    yield WordStyle("Term", "character", run=_colour(colours.term))
    underline = f'<w:u w:val="dotted" w:color="{colours.term.lstrip("#")}"/>'
    yield WordStyle("Term Japanese", "character", run=underline)
    yield WordStyle("Caution", "character", run=_colour(colours.caution))
    yield WordStyle("Muted", "character", run=_colour(colours.muted))
    yield WordStyle("Strong", "character", run="<w:b/><w:bCs/>" + _colour(colours.text))
    yield WordStyle("Lead In", "character", run="<w:b/><w:bCs/>" + _colour(colours.accent))
    yield WordStyle("Hyperlink", "character", run=_colour(colours.accent))
    yield WordStyle("footnote reference", "character", run='<w:sz w:val="2"/><w:szCs w:val="2"/>')
    yield WordStyle("annotation reference", "character", run='<w:sz w:val="16"/>')


def _style(name: str, look: Style, theme: Theme, *, keep: bool = False, before: str = "", after: str = "") -> WordStyle:
    """A paragraph style; `before` and `after` are properties that stand before and after the spacing in the schema."""
    bold = "" if look.bold else ' w:val="0"'
    size = half_points(look.size)
    return WordStyle(
        name,
        paragraph=f"{'<w:keepNext/><w:keepLines/>' if keep else ''}<w:widowControl/>{before}{spacing_xml(look)}{after}",
        run=fonts_xml(theme.fonts.latin, theme.fonts.japanese)
        + f"<w:b{bold}/><w:bCs{bold}/>{_colour(theme.colour(look.colour))}"
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def flag_indent(theme: Theme) -> int:
    """Twips from the symbol of a flag to its words."""
    return pt_twips(theme.styles.flag.size * 1.3125)


def spacing_xml(look: Style) -> str:
    """Exact lines, so that Japanese and English stay level whatever the fonts' own line heights are."""
    return (
        f'<w:spacing w:before="{pt_twips(look.before)}" w:after="{pt_twips(look.after)}" '
        f'w:line="{pt_twips(look.leading)}" w:lineRule="exact"/>'
    )


def _tab(side: str, place: int) -> str:
    return f'<w:tabs><w:tab w:val="{side}" w:pos="{place}"/></w:tabs>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value.lstrip("#")}"/>'


def box_properties(kind: str, theme: Theme) -> tuple[str, str]:
    """Paragraph properties of a box, those before and those after the spacing in the schema.

    ``bottom-line``: a bar at the left and a tinted ground; every other kind: a thin frame.
    """
    colours, lines, padding = theme.colours, theme.lines, theme.spaces.box_padding
    space = min(round(padding), 31)
    if kind == "bottom-line":
        ground = [(side, lines.thin, colours.tint) for side in ("bottom", "right")]
        sides = [("top", lines.thin, colours.tint), ("left", lines.bar, colours.accent), *ground]
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colours.tint.lstrip("#")}"/>'
    else:
        sides, shade = [(side, lines.thin, colours.rule) for side in ("top", "left", "bottom", "right")], ""
    indent = pt_twips(padding + (lines.bar if kind == "bottom-line" else lines.thin))
    frame = f"<w:pBdr>{borders(sides, space)}</w:pBdr>{shade}"
    return frame, f'<w:ind w:left="{indent}" w:right="{pt_twips(padding)}"/>'


def styles_xml(theme: Theme, language: str) -> str:
    """The styles part of a document of our own."""
    styles = word_styles(theme)
    ids = {style.name.lower(): style.id for style in styles}
    return (
        f"{_DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        + fonts_xml(theme.fonts.latin, theme.fonts.japanese)
        + f'<w:lang w:val="{language}" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
        + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "".join(style.xml(ids) for style in styles)
        + "</w:styles>"
    )


def numbering_xml(first: int, lists: tuple[bool, ...]) -> tuple[str, str]:
    """Definitions and lists, numbered from `first`, one list for each entry of `lists` (True: numbered, from 1)."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{first + index}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="280" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum>'
        for index, (form, text) in enumerate((("bullet", "•"), ("decimal", "%1.")))
    )
    numbers = "".join(
        f'<w:num w:numId="{first + index}"><w:abstractNumId w:val="{first + is_numbered}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for index, is_numbered in enumerate(lists)
    )
    return definitions, numbers


def base_package(theme: Theme, language: str) -> bytes:
    """A Word file with our styles and paper and an empty body."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relationships(("styles", "styles.xml"), ("settings", "settings.xml")),
        "word/document.xml": _document_xml(theme),
        "word/styles.xml": styles_xml(theme, language),
        "word/settings.xml": _SETTINGS,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode())
    return content.getvalue()


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/></Types>'
)

_NO_LINE_END = "(‘“〈《「『【〔（［｛－￥０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
"""What may not end a line of Japanese, 50 characters at most: opening brackets as is usual, and full-width digits,
capitals and their hyphen, so that ＰＰ３, ２０名, Ｆ－３５ and ＮＡＴＯ stay whole. LibreOffice 7.4 does not read the
setting, in whatever form, and breaks between any two of them."""

_NO_LINE_START = (
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），－．：；？］｝｡｣､･ﾞﾟ￠"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)  # fmt: skip
"""What may not begin one, 100 characters at most: Word's own list, which it wants beside the other, and the small
letters of full width, so that ５０ｋｍ stays whole."""

_SETTINGS = (
    f'{_DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    f'<w:noLineBreaksAfter w:lang="ja-JP" w:val="{_NO_LINE_END}"/>'
    f'<w:noLineBreaksBefore w:lang="ja-JP" w:val="{_NO_LINE_START}"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
"""Mode 15: Word opens the file as its own, not in compatibility mode."""


def _relationships(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{entries}</Relationships>'


def _document_xml(theme: Theme) -> str:
    """An empty body; header and footer distances bring the middle of their lines to where the theme wants it."""
    margins, (width, height) = theme.margins, theme.paper_mm
    half_line_mm = theme.styles.banner.leading / 2 * 25.4 / 72
    sides = (
        ("top", margins.top_mm), ("right", margins.right_mm), ("bottom", margins.bottom_mm), ("left", margins.left_mm),
        ("header", margins.banner_mm - half_line_mm), ("footer", margins.banner_mm - half_line_mm), ("gutter", 0.0),
    )  # fmt: skip
    page_margins = " ".join(f'w:{side}="{mm_twips(max(length, 0.0))}"' for side, length in sides)
    return (
        f'{_DECLARATION}<w:document {NAMESPACES}><w:body><w:sectPr><w:pgSz w:w="{mm_twips(width)}" '
        f'w:h="{mm_twips(height)}"/><w:pgMar {page_margins}/></w:sectPr></w:body></w:document>'
    )


def joined_lines(row: TableRow, following: TableRow | None) -> str:
    """No line above a row that goes on with the one before, nor below that one: the table draws them elsewhere."""
    below = '<w:bottom w:val="nil"/>' if following and following.continues else ""
    return ('<w:top w:val="nil"/>' if row.continues else "") + below


def line_below(rows: Sequence[SideRow], place: int, theme: Theme) -> str:
    """The line below a row, also where it ends a page: none within a paragraph or below a head, except of level 1.

    That below the last row is drawn by the table, unless it is such a head.
    """
    row, following = rows[place], rows[place + 1] if place + 1 < len(rows) else None
    if row.heading_level == 1:
        return borders([("bottom", theme.lines.strong, theme.colours.accent)])
    if following is None or following.continues or (row.heading_level and not following.heading_level):
        return ""
    return borders([("bottom", theme.lines.thin, theme.colours.rule)])


def space_below(rows: Sequence[SideRow], place: int, theme: Theme) -> float:
    """Points below a row. Rows of one paragraph stand closer: less below the first, for the next may begin a page."""
    spaces = theme.spaces
    is_joined = place + 1 < len(rows) and rows[place + 1].continues
    return max(spaces.row_below - (spaces.row_above - spaces.row_joined), 0.0) if is_joined else spaces.row_below
