"""The elements of a Page as the body of a Word document, in WordprocessingML text; pure, no python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby, islice

from briefgen.model.document import Picture
from briefgen.model.page import (
    BoxBlock,
    Element,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Role,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    heading_depths,
    leads_in,
    words_of,
)  # fmt: skip
from briefgen.writers.docx.keeping import (
    KEEP,
    KEEP_LINES,
    KEEP_WHOLE,
    ROW_PICTURE_MM,
    SideKeeping,
    closing_kept,
    last_leading,
)
from briefgen.writers.docx.notes import note_rows
from briefgen.writers.docx.styles import (
    BOX_STYLES,
    PARAGRAPH_STYLES,
    ROLE_STYLES,
    STRONG_STYLES,
    box_properties,
    flag_indent,
    line_below,
    space_below,
    spacing_xml,
)
from briefgen.writers.docx.tables import facts_xml, plain_table_xml
from briefgen.writers.docx.xml import (
    Cell,
    borders,
    comment_marks_xml,
    mm_twips,
    note_mark_xml,
    paragraph_xml,
    pt_twips,
    row_xml,
    run_xml,
    table_xml,
)  # fmt: skip
from briefgen.writers.symbols import FLAG_SYMBOL, STATUS_SYMBOLS, TO_CHECK, bullet_of, flag_sign
from briefgen.writers.theme import Style, Theme, points

__all__ = ["BodyWriter", "Surroundings"]

_SCARCELY_THERE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""A point high: the paragraph that must follow the last table, and may not need a page of its own."""

_BEGINS_PAGE = (ParagraphBlock, HeadingBlock)
"""What can begin a page by itself after a page break."""

_MAIN_PICTURE_MM = 110.0
"""Greatest height of a picture of the note."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the body needs to know of the document it goes into."""

    theme: Theme
    language: str
    style_ids: Mapping[str, str]
    """Style id by lower-case style name."""
    bookmarks: Mapping[str, str]
    """Bookmark name by element id."""
    first_list: int
    """Number of the first list."""
    link: Callable[[str], str]
    """Web address -> relationship id."""
    draw: Callable[[Picture, tuple[float, float], str], str]
    """Picture, greatest width and height in mm, words for those who cannot see it -> drawing, empty if unreadable."""
    has_footnotes: bool = True
    """Whether notes of the paper become footnotes where they are called."""


@dataclass(slots=True)
class BodyWriter:
    """Turns elements into XML and collects what belongs into other parts of the document."""

    around: Surroundings
    comments: list[str] = field(default_factory=list)
    """Texts of the comments, in the order of their ids from 0."""
    lists: list[bool] = field(default_factory=list)
    """For each list, whether it is numbered."""
    footnotes: list[str] = field(default_factory=list)
    """Paragraphs of the footnotes, in the order of their ids from 1."""
    _notes: dict[str, list[SideRow]] = field(default_factory=dict)
    """The notes that may be called here and have not been yet: their rows by the id of the first."""
    _waiting: dict[str, list[SideRow]] = field(default_factory=dict)
    """The same for any side-by-side text: outside of them a link to a note is no call."""
    _bookmark: int = 0
    _depths: Iterator[int] = field(default_factory=lambda: iter(()))
    """Of the headings that follow."""
    _keep: str = ""
    """What keeps the element with the next one."""

    def body(self, elements: Sequence[Element]) -> Iterator[str]:
        """All elements in pieces, with a gap after a table where what follows has no space of its own above it."""
        self._waiting = note_rows(elements) if self.around.has_footnotes else {}
        self._depths = heading_depths(elements)
        closing = closing_kept(elements, self.around.theme)
        neighbours = zip((None, *elements), elements, (*elements[1:], None), strict=False)
        for place, (before, element, following) in enumerate(neighbours):
            if isinstance(element, PageBreak) and isinstance(following, _BEGINS_PAGE):
                continue
            self._keep = closing.get(place) or (KEEP if leads_in(element, before, following) else "")
            piece = ""
            for piece in self._element(element, before, following):
                yield piece
            if piece.endswith("</w:tbl>") and not self._has_space_above(following):
                leads = isinstance(element, SideBySide) and isinstance(following, Table)
                yield self._gap((KEEP if leads else "") if following else _SCARCELY_THERE)
            if self._touches(element, following):
                yield self._gap(_SCARCELY_THERE if isinstance(element, BoxBlock) else "")

    def _gap(self, properties: str = "") -> str:
        return paragraph_xml(self._style("Spacer"), "", properties)

    def _has_space_above(self, element: Element | None) -> bool:
        if isinstance(element, ParagraphBlock):
            return self.around.theme.styles.paragraph(element.style).before > 0
        # Two tables without a paragraph between them become one in Word, and a body may not end with a table.
        return isinstance(element, HeadingBlock | BoxBlock | PageBreak | Rule)

    def _touches(self, element: Element, following: Element | None) -> bool:
        """Whether what follows would touch it: a table has no space of its own; Word frames boxes of a kind as one."""
        if not isinstance(following, Facts):
            return isinstance(element, BoxBlock) and isinstance(following, BoxBlock) and element.kind == following.kind
        least = self.around.theme.spaces.between_blocks / 2
        return isinstance(element, ParagraphBlock) and self.around.theme.styles.paragraph(element.style).after < least

    def _element(self, element: Element, before: Element | None, following: Element | None) -> Iterable[str]:
        match element:
            case ParagraphBlock():
                look = self._keep + self._new_page(self.around.theme.styles.paragraph(element.style), before)
                return [self.paragraph(PARAGRAPH_STYLES[element.style], element.runs, look, element.id)]
            case HeadingBlock():
                look = self._new_page(self.around.theme.styles.heading(element.level), before)
                look += self._outline(element.level)
                return [self.paragraph(f"heading {element.level}", element.runs, look, element.id)]
            case BoxBlock():
                return self._box(element)
            case Facts():
                return self._facts(element)
            case SideBySide():
                return self._side_by_side(element, is_before_table=isinstance(following, Table))
            case Table():
                return self._table(element)
            case ListBlock():
                return self._list(element)
            case PictureBlock():
                return self._picture(element)
            case PageBreak() | Rule():
                return [self._separator(element)]

    def _new_page(self, look: Style, before: Element | None) -> str:
        """Properties of what begins a page after a break, which by itself might fall on an empty page."""
        new_page = isinstance(before, PageBreak)
        return "<w:pageBreakBefore/>" + spacing_xml(replace(look, before=0)) if new_page else ""

    def _outline(self, level: int) -> str:
        """The place of a heading in the outline, where it is not that of its style."""
        depth = next(self._depths)
        return f'<w:outlineLvl w:val="{depth - 1}"/>' if depth != level else ""

    def _separator(self, element: PageBreak | Rule) -> str:
        if isinstance(element, PageBreak):
            return paragraph_xml(self._style("Spacer"), '<w:r><w:br w:type="page"/></w:r>')
        line = borders([("bottom", self.around.theme.lines.thin, self.around.theme.colours.rule)], 1)
        return paragraph_xml(self._style("Spacer"), "", f"<w:pBdr>{line}</w:pBdr>")

    # -- text ------------------------------------------------------------------------------------------------------

    def runs(self, runs: Iterable[Run], role: Role = Role.PLAIN, strong: str = "") -> str:
        """Runs with their links; `role` is the look of those without one, `strong` the style of bold ones."""
        made = []
        for link, group in groupby(runs, key=lambda run: run.link):
            made.append(self._linked(link, [self._run(run, role, strong) for run in group]))
        return "".join(made)

    def _run(self, run: Run, role: Role, strong: str) -> str:
        name = "Term Japanese" if run.role is Role.TERM and run.language == "ja" else ROLE_STYLES.get(run.role, "")
        name = name or ("Hyperlink" if run.link else ROLE_STYLES.get(role, ""))
        name = name or (strong if run.bold else "")
        fonts = (self.around.theme.fonts.latin, self.around.theme.fonts.japanese)
        return run_xml(run, self._style(name) if name else "", self.around.language, fonts)

    def _linked(self, link: str, runs: Sequence[str]) -> str:
        text = "".join(runs)
        if not link:
            return text
        if note := self._notes.pop(link[1:], []):
            text = self._footnote(note) + text
        if not link.startswith("#"):
            return f'<w:hyperlink r:id="{self.around.link(link)}" w:history="1">{text}</w:hyperlink>'
        name = self.around.bookmarks.get(link[1:])
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{text}</w:hyperlink>' if name else text

    def _footnote(self, note: Sequence[SideRow]) -> str:
        """The reference to a new footnote, which is the English of the note, doubt included.

        The call of the paper stands behind it and is its mark; a number of Word's own would double that.
        """
        doubt = Run(f" {FLAG_SYMBOL}", "ja", Role.CAUTION)
        parts = [(Run(" "), *row.en, *((doubt,) if row.status in TO_CHECK else ())) for row in note]
        words = self.runs(replace(run, link="") for run in islice(chain.from_iterable(parts), 1, None))
        self.footnotes.append(paragraph_xml(self._style("footnote text"), words, KEEP_LINES))
        return note_mark_xml(len(self.footnotes), self._style("footnote reference"), self.around.theme.fonts.latin)

    def paragraph(self, style: str, runs: Iterable[Run], properties: str = "", bookmark: str = "") -> str:
        """Runs in the style of this name; `properties` as in `paragraph_xml`, `bookmark` the id of the element."""
        text = self.runs(runs, strong=STRONG_STYLES.get(style, ""))
        return paragraph_xml(self._style(style), self._bookmarked(bookmark, text), properties)

    def _bookmarked(self, name: str, content: str) -> str:
        if not name:
            return content
        self._bookmark += 1
        start = f'<w:bookmarkStart w:id="{self._bookmark}" w:name="{self.around.bookmarks[name]}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self._bookmark}"/>'

    def _style(self, name: str) -> str:
        return self.around.style_ids[name.lower()]

    # -- blocks ----------------------------------------------------------------------------------------------------

    def _box(self, box: BoxBlock) -> Iterator[str]:
        """Paragraphs of the box style in one piece, space only around them all; other styles get the frame."""
        name = next(name for name, kind in BOX_STYLES.items() if kind == box.kind or name == "Box Notice")
        (before, after), gap = box_properties(box.kind, self.around.theme), self.around.theme.spaces.between_blocks
        last = len(box.paragraphs) - 1
        for place, paragraph in enumerate(box.paragraphs):
            look = self.around.theme.styles.paragraph(paragraph.style)
            look = replace(look, before=0 if place else gap, after=look.after if place < last else gap)
            is_body = paragraph.style is ParagraphStyle.BODY
            properties = spacing_xml(look) if is_body else before + spacing_xml(look) + after
            properties = (KEEP_WHOLE if place < last else KEEP_LINES) + properties
            style = name if is_body else PARAGRAPH_STYLES[paragraph.style]
            yield self.paragraph(style, paragraph.runs, properties, paragraph.id)

    def _facts(self, facts: Facts) -> Iterable[str]:
        return facts_xml(facts, self.around.theme, self._style("Plain Table"), self.paragraph)

    def _table(self, table: Table) -> Iterable[str]:
        return plain_table_xml(table, self.around.theme, self._style("Plain Table"), self, self._keep)

    def _list(self, block: ListBlock) -> Iterable[str]:
        number = self.around.first_list + len(self.lists)
        self.lists.append(block.is_numbered)
        number_xml = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        properties = self._keep + number_xml
        style = "list number" if block.is_numbered else "list bullet"
        last = properties + spacing_xml(self.around.theme.styles.body)
        items = [self.paragraph(style, item, properties) for item in block.items[:-2]]
        items += [self.paragraph(style, item, KEEP_WHOLE + number_xml) for item in block.items[-2:-1]]
        return [*items, *(self.paragraph(style, item, last) for item in block.items[-1:])]

    def _picture(self, block: PictureBlock) -> Iterable[str]:
        words = words_of(block.caption)
        room = (self.around.theme.text_width_mm, _MAIN_PICTURE_MM)
        drawing = self.around.draw(block.picture, room, words)
        made = [paragraph_xml(self._style("Picture"), drawing)] if drawing else []
        return [*made, self.paragraph("caption", block.caption)] if block.caption else made

    # -- side by side ----------------------------------------------------------------------------------------------

    def _side_by_side(self, block: SideBySide, *, is_before_table: bool) -> Iterator[str]:
        """What leads into a table stands in a table of its own: LibreOffice keeps that with the one that follows."""
        theme = self.around.theme
        japanese, english = theme.side_widths_mm
        widths = tuple(map(mm_twips, (theme.columns.number_mm, japanese + theme.columns.gap_mm, english)))
        under_head = borders([("bottom", theme.lines.strong, theme.colours.text)])
        gap = (("right", mm_twips(theme.columns.gap_mm)),)
        head = (
            Cell(self.paragraph("Column Head", ()), under_head),
            Cell(self.paragraph("Column Head", block.head_ja), under_head, gap),
            Cell(self.paragraph("Column Head", block.head_en), under_head),
        )
        keeping = SideKeeping(block.rows, (points(japanese), points(english)), theme, is_before_table)
        rows = (self._side_row(place, keeping, widths) for place in range(len(block.rows)))
        lines = borders([("bottom", theme.lines.thin, theme.colours.rule)])
        heads = [row_xml(head, widths, is_header=True)]
        self._notes = self._waiting
        if last := last_leading(block.rows, is_before_table=is_before_table):
            first = islice(rows, len(block.rows) - last)
            yield from table_xml(chain(heads, first), widths, self._style("Side by Side"), "")
            yield self._gap(_SCARCELY_THERE)
            heads = []
        yield from table_xml(chain(heads, rows), widths, self._style("Side by Side"), lines)
        self._notes = {}

    def _side_row(self, place: int, keeping: SideKeeping, widths: tuple[int, ...]) -> str:
        theme, row = self.around.theme, keeping.rows[place]
        above, below = pt_twips(theme.spaces.row_above), pt_twips(space_below(keeping.rows, place, theme))
        if row.heading_level:  # the style of a head has its own space
            above, below = 0, below if row.flags else 0
        gap = mm_twips(theme.columns.gap_mm)
        line = line_below(keeping.rows, place, theme)
        margins = (("top", above), ("bottom", below))
        height = keeping.height(row)
        self._keep = KEEP_WHOLE if keeping.keeps(place, height) else ""
        cells = (
            Cell(self._margin(row), line, margins),
            Cell(self._japanese(row), line, (*margins, ("right", gap))),
            Cell(self._english(row), line, margins),
        )
        return row_xml(cells, widths, may_split=keeping.may_split(place, height))

    def _margin(self, row: SideRow) -> str:
        """The number, which carries the bookmark of the row, and the symbol of the status, right-aligned."""
        styles = self.around.theme.styles
        role = Role.CAUTION if row.status in TO_CHECK else Role.PLAIN
        symbol = self.runs([Run(STATUS_SYMBOLS[row.status], language="ja", role=role)])
        content = self._bookmarked(row.id, self.runs([Run(row.number)])) + "<w:r><w:tab/></w:r>" + symbol
        look = spacing_xml(styles.row_head(row.heading_level)) if row.heading_level else ""
        return paragraph_xml(self._style("Side Number"), content, self._keep + look)

    def _japanese(self, row: SideRow) -> str:
        width = self.around.theme.text_width_mm / 2 - 15
        words = words_of(row.ja)
        drawing = self.around.draw(row.picture, (width, ROW_PICTURE_MM), words) if row.picture else ""
        picture = paragraph_xml(self._style("Picture"), drawing) if drawing else ""
        # A head stands in both columns, but only the English one in the outline.
        outline = '<w:outlineLvl w:val="9"/>' if row.heading_level else ""
        style = f"Side Head {row.heading_level}" if row.heading_level else "Side Japanese"
        # The footnote is English, so its number belongs to the call in the English cell.
        notes, self._notes = self._notes, {}
        hang = self.around.theme.styles.japanese.size if bullet_of(words) else 0.0
        text = self.paragraph(style, row.ja, self._keep + self._indent(row, hang) + outline)
        self._notes = notes
        return picture + text

    def _english(self, row: SideRow) -> str:
        style = f"Side Head {row.heading_level}" if row.heading_level else "Side English"
        starts, ends = "", ""
        for number in range(len(self.comments), len(self.comments) + len(row.flags)):
            start, end = comment_marks_xml(number, self._style("annotation reference"))
            starts, ends = starts + start, ends + end
        self.comments += [flag.text for flag in row.flags]
        bullet = bullet_of(words_of(row.en))
        hang = self.around.theme.styles.english.size if bullet else 0.0
        words = self._bulleted(row.en, bullet) if bullet else self.runs(row.en)
        outline = self._outline(row.heading_level + 1) if row.heading_level else ""
        text = paragraph_xml(self._style(style), starts + words + ends, self._keep + self._indent(row, hang) + outline)
        return text + "".join(self.flag(flag, self._keep, row.indent) for flag in row.flags)

    def flag(self, flag: Flag, properties: str, steps: int = 0) -> str:
        """A warning under the English, an error in bold; a mere remark without symbol and colour of warnings.

        `properties` as in `paragraph_xml`, those that stand before the indent; `steps` as those of a row.
        """
        is_remark = flag.severity == "info"
        role = Role.MUTED if is_remark else Role.CAUTION
        words = [replace(run, bold=run.bold or flag.severity == "error") for run in flag.runs]
        sign = self.runs([Run(flag_sign(flag.severity), "en" if is_remark else "ja")], role)
        hanging = flag_indent(self.around.theme)
        indent = mm_twips(steps * self.around.theme.columns.indent_mm) + hanging
        properties += f'<w:ind w:left="{indent}" w:hanging="{hanging}"/>'
        text = sign + "<w:r><w:tab/></w:r>" + self.runs(words, role)
        return paragraph_xml(self._style("Side Flag"), text, properties)

    def _bulleted(self, runs: Sequence[Run], bullet: str) -> str:
        """Runs of which the first begins with a bullet and a space; a tab in its place leads to where lines hang."""
        first, *others = runs
        words = self.runs((replace(first, text=first.text[len(bullet) :]), *others))
        return self.runs([replace(first, text=bullet.rstrip())]) + "<w:r><w:tab/></w:r>" + words

    def _indent(self, row: SideRow, hang: float = 0.0) -> str:
        """How far a row stands in, and by how many points its lines hang."""
        twips = mm_twips(row.indent * self.around.theme.columns.indent_mm) + pt_twips(hang)
        hanging = f' w:hanging="{pt_twips(hang)}"' if hang else ""
        return f'<w:ind w:left="{twips}"{hanging}/>' if twips else ""
