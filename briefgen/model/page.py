"""Page: the closed set of things a template can produce, and all that the Word, PDF and HTML writers know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.model.document import Picture

__all__ = [
    "CLOSING_ROWS", "LOW_CLOSING", "LOW_END", "Banner", "BoxBlock", "Element", "Fact", "Facts", "Flag",
    "HeadingBlock", "ListBlock", "Page",
    "PageBreak", "ParagraphBlock", "ParagraphStyle", "PictureBlock", "Role", "Rule", "Run", "SideBySide", "SideRow",
    "Table", "TableRow", "closing_parts", "heading_depths", "leads_in",
    "words_of",
]  # fmt: skip


CLOSING_ROWS, LOW_CLOSING = 3, 0.1
"""A closing part of up to this share of a page stays whole, and so many low rows of a table right before it stay with
it: alone it would leave its page empty. A higher one begins where two lines below its heading fit."""

LOW_END = 3
"""Lines of text that the end of a closing part must fill to stand alone on a page."""


class Role(StrEnum):
    """Why a run looks different; the theme says how."""

    PLAIN = "plain"
    TERM = "term"
    """From the glossary, or computed: the blue of the note."""
    CAUTION = "caution"
    """Words a person must check: the amber of the note."""
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. A line break is a run of its own whose text is a newline."""

    text: str
    language: str = "en"
    """``en`` or ``ja``: chooses font, line breaking and the language tag."""
    role: Role = Role.PLAIN
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    """A web address, or ``#id`` of an element of this page."""
    note: str = ""
    """What hovering shows, in formats that can."""


class ParagraphStyle(StrEnum):
    """The paragraph looks a theme defines."""

    BODY = "body"
    TITLE = "title"
    LONG_TITLE = "long-title"
    """A title that would take more than two lines: the same, smaller."""
    SUBTITLE = "subtitle"
    SMALL = "small"
    LEGEND = "legend"
    CAPTION = "caption"

    @property
    def is_title(self) -> bool:
        """The title of the document, of whatever length."""
        return self in (ParagraphStyle.TITLE, ParagraphStyle.LONG_TITLE)


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph."""

    runs: tuple[Run, ...]
    style: ParagraphStyle = ParagraphStyle.BODY
    id: str = ""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading of the note itself, level 1 to 3; it becomes a bookmark."""

    level: int
    runs: tuple[Run, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class BoxBlock:
    """Paragraphs set off from the rest: ``bottom-line`` (accent bar) or ``notice`` (thin frame)."""

    kind: str
    paragraphs: tuple[ParagraphBlock, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in the heading block."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts in two columns between two thin rules."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning printed under the English of a row, where it is a comment in Word, too, or in a cell of a table."""

    severity: str
    """``error``, ``warning`` or ``info``."""
    runs: tuple[Run, ...]
    is_doubted: bool = False
    """Whether it says why its row is most likely wrong."""

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SideRow:
    """A row of the side-by-side text."""

    number: str
    status: str
    """A value of `briefgen.model.segment.Status`; writers print its symbol in the margin."""
    ja: tuple[Run, ...]
    en: tuple[Run, ...]
    flags: tuple[Flag, ...] = ()
    heading_level: int = 0
    """1 to 3 when the row is a head of the paper: both cells are set as heads, and it becomes a bookmark."""
    indent: int = 0
    """Steps of indentation for items and notes."""
    continues: bool = False
    """True when the row goes on with the paragraph of the row before: no rule between the two."""
    id: str = ""
    picture: Picture | None = None
    is_note: bool = False
    """A note of the paper: what links to it from another row calls it, and is a footnote call in Word."""
    keeps_with_next: bool = False
    """It leads to what follows, a table or a list: no page ends below it."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The bilingual rows, with the heads of the two columns, which are repeated on every page."""

    head_ja: tuple[Run, ...]
    head_en: tuple[Run, ...]
    rows: tuple[SideRow, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of a plain table."""

    cells: tuple[tuple[Run, ...], ...]
    is_header: bool = False
    ids: tuple[str, ...] = ()
    """The ids of the cells, one for each or none at all; a cell without one has an empty id."""
    keeps_with_next: bool = False
    """No page ends below it: a head."""
    continues: bool = False
    """True when it goes on with the row before: no rule between the two."""
    flags: tuple[tuple[Flag, ...], ...] = ()
    """What was found, below the text of each cell: a tuple for each of them, or none at all."""

    def id_of(self, column: int) -> str:
        """The id of a cell, or nothing."""
        return self.ids[column] if self.ids else ""

    def flags_of(self, column: int) -> tuple[Flag, ...]:
        """What was found in a cell."""
        return self.flags[column] if self.flags else ()


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table; `widths` are shares of the text width and sum to 1."""

    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, with bullets or numbers."""

    items: tuple[tuple[Run, ...], ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture with its caption."""

    picture: Picture
    caption: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line over the text width."""


Element = (
    ParagraphBlock | HeadingBlock | BoxBlock | Facts | SideBySide | Table | ListBlock | PictureBlock | PageBreak | Rule
)


@dataclass(frozen=True, slots=True)
class Banner:
    """The marking at the top and the bottom of every page."""

    text: str
    colour: str = "#1f4e79"


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document, ready to be written in any format."""

    title: str
    elements: tuple[Element, ...]
    language: str = "en-US"
    subject: str = ""
    author: str = ""
    keywords: str = ""
    banner: Banner | None = None
    footer: tuple[Run, ...] = ()
    """Left part of the footer; writers add "Page x of y" on the right."""
    inserted: Mapping[str, int] = field(default_factory=dict)
    """How many pages of a PDF are put behind the sheet of a heading, by its id: they count in x and y."""

    def ids(self) -> tuple[str, ...]:
        """Every id on the page once, in order."""
        return tuple(dict.fromkeys(name for element in self.elements for name in _ids(element) if name))


def _ids(element: Element) -> tuple[str, ...]:
    """The ids of an element and of its parts, empty ones included."""
    match element:
        case ParagraphBlock() | HeadingBlock():
            return (element.id,)
        case BoxBlock():
            return tuple(paragraph.id for paragraph in element.paragraphs)
        case SideBySide():
            return tuple(row.id for row in element.rows)
        case Table():
            return tuple(name for row in element.rows for name in row.ids)
    return ()


def leads_in(element: Element, before: Element | None, following: Element | None) -> bool:
    """Whether a paragraph belongs to what follows: a small one right below a heading, a legend, one before a list."""
    if not isinstance(element, ParagraphBlock):
        return False
    is_below_heading = element.style is ParagraphStyle.SMALL and isinstance(before, HeadingBlock)
    return is_below_heading or element.style is ParagraphStyle.LEGEND or isinstance(following, ListBlock)


def words_of(runs: Iterable[Run]) -> str:
    """The text of runs without their looks."""
    return "".join(run.text for run in runs)


def closing_parts(elements: Sequence[Element]) -> tuple[range, ...]:
    """The places of what closes the page, and each part of it before a page break: a heading with text and lists only.

    A few lines of it would say little alone on the page that they end.
    """
    found: list[range] = []
    start: int | None = None
    for place, element in enumerate((*elements, PageBreak())):
        match element:
            case ParagraphBlock() | ListBlock():
                continue
            case PageBreak() if start is not None:
                found.append(range(start, place))
        start = place if isinstance(element, HeadingBlock) else None
    return tuple(found)


def heading_depths(elements: Iterable[Element]) -> Iterator[int]:
    """How deep each heading stands, those of the note and those of the paper in its rows, in order and from 1.

    One below the nearest earlier one of a higher level, so that an outline leaves out no level, whichever levels a
    template begins with; heads of the paper stand below the heading of the note above them.
    """
    section = 0
    above: list[int] = []
    for element in elements:
        levels: list[int] = []
        if isinstance(element, HeadingBlock):
            section = element.level
            levels = [section]
        elif isinstance(element, SideBySide):
            levels = [section + row.heading_level for row in element.rows if row.heading_level]
        for level in levels:
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            yield len(above)
