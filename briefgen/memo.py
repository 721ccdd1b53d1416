"""A memo and its annexes as one page, and as one set of files: Word, PDF, and a mail with both attached.

The memo's template decides where an annex stands: behind the heading whose id is ``annex-a``, ``annex-b`` and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from briefgen.errors import BriefingTemplateError
from briefgen.model.briefing import Annex, Briefing
from briefgen.model.document import BlockKind
from briefgen.model.page import (
    BoxBlock,
    Element,
    Fact,
    Facts,
    Flag,
    HeadingBlock,
    ListBlock,
    Page,
    PageBreak,
    ParagraphBlock,
    ParagraphStyle,
    PictureBlock,
    Rule,
    Run,
    SideBySide,
    SideRow,
    Table,
    TableRow,
    words_of,
)
from briefgen.model.segment import NOT_TRANSLATED, Status

__all__ = ["Attached", "anchor_of", "annex_title", "combine_pages", "heading_texts"]

_T = TypeVar("_T", ParagraphBlock, HeadingBlock, SideRow)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a memo: its line in the list of annexes, its bytes, and its page where it has one."""

    annex: Annex
    content: bytes = field(repr=False)
    media_type: str
    is_briefing: bool = False


def anchor_of(annex: Annex) -> str:
    """The id of the heading behind which an annex stands."""
    return f"annex-{annex.letter.lower()}"


def annex_title(briefing: Briefing) -> str:
    """The title under which a briefing is listed: English, or else Japanese; empty for none.

    Words behind it, which stand in a mail as well, say where it is the English of its first paper and to be checked.
    """
    english = "" if briefing.title_en.startswith(NOT_TRANSLATED) else briefing.title_en
    first = briefing.parts[0] if briefing.parts else None
    is_of_paper = first and first.source.title_en and english.startswith(first.source.title_en)
    titles = [row for row in first.rows if row.kind is BlockKind.TITLE] if first and is_of_paper else []
    if any(row.status in (Status.CHECK, Status.DOUBTED) for row in titles):
        return f"{english} [translation to be checked]"
    return english or briefing.title_ja


def heading_texts(page: Page) -> dict[str, str]:
    """The words of every heading that has an id, as an outline shows them."""
    headings = (element for element in page.elements if isinstance(element, HeadingBlock) and element.id)
    return {heading.id: " ".join(words_of(heading.runs).split()) for heading in headings}


def combine_pages(memo: Page, annexes: Mapping[str, Page]) -> Page:
    """The memo with the elements of each annex behind the heading of its id, up to the next page break.

    Ids and links of an annex get its id before them; no heading of it is above the second level, and its title is set
    in the smaller of the two sizes, so that all annexes look alike. Banner, footer and metadata are the memo's.

    Raises:
        BriefingTemplateError: the memo has no heading for an annex.
    """
    waiting = dict(annexes)
    elements: list[Element] = []
    following: Sequence[Element] = ()
    for element in memo.elements:
        if isinstance(element, PageBreak):
            elements += following
            following = ()
        elements.append(element)
        if isinstance(element, HeadingBlock) and element.id in waiting:
            following = tuple(_moved(waiting.pop(element.id).elements, element.id))
    missing = ", ".join(waiting)
    if missing:
        raise BriefingTemplateError(
            f"the template of the memo has no heading with the id {missing}",
            'write <h1 id="annex-{{ annex.letter|lower }}">, as the built-in memo does',
        )
    return replace(memo, elements=(*elements, *following))


def _moved(elements: Iterable[Element], prefix: str) -> Iterator[Element]:
    """The elements of an annex as part of the memo."""
    return (_Move(prefix).element(element) for element in elements)


@dataclass(frozen=True, slots=True)
class _Move:
    """Gives ids and the links to them a prefix."""

    prefix: str

    def element(self, element: Element) -> Element:
        """The element with its ids and links changed, a heading or title below that of the memo."""
        match element:
            case HeadingBlock():
                return replace(self.named(element), level=max(element.level, 2))
            case ParagraphBlock(style=ParagraphStyle.TITLE):
                return replace(self.named(element), style=ParagraphStyle.LONG_TITLE)
            case ParagraphBlock():
                return self.named(element)
            case BoxBlock():
                return replace(element, paragraphs=tuple(map(self.named, element.paragraphs)))
            case SideBySide():
                return replace(element, rows=tuple(map(self.row, element.rows)))
            case _:
                return self.unnamed(element)

    def unnamed(self, element: Facts | Table | ListBlock | PictureBlock | PageBreak | Rule) -> Element:
        """An element without id, the links in it changed."""
        match element:
            case Facts():
                return Facts(tuple(Fact(fact.label, self.runs(fact.runs)) for fact in element.facts))
            case Table():
                return replace(element, rows=tuple(map(self.table_row, element.rows)))
            case ListBlock():
                return replace(element, items=tuple(map(self.runs, element.items)))
            case PictureBlock():
                return replace(element, caption=self.runs(element.caption))
            case _:
                return element

    def named(self, element: _T) -> _T:
        """A paragraph, heading or row."""
        name = self.name(element.id)
        if isinstance(element, SideRow):
            return replace(element, id=name)
        return replace(element, id=name, runs=self.runs(element.runs))

    def name(self, id_: str) -> str:
        """The new id, or none for none."""
        return f"{self.prefix}.{id_}" if id_ else ""

    def table_row(self, row: TableRow) -> TableRow:
        """A row of a plain table."""
        flags = tuple(map(self.flags, row.flags))
        return replace(row, cells=tuple(map(self.runs, row.cells)), ids=tuple(map(self.name, row.ids)), flags=flags)

    def row(self, row: SideRow) -> SideRow:
        """A side-by-side row with its flags."""
        return replace(self.named(row), ja=self.runs(row.ja), en=self.runs(row.en), flags=self.flags(row.flags))

    def flags(self, flags: Sequence[Flag]) -> tuple[Flag, ...]:
        """What was found in a row or a cell."""
        return tuple(Flag(flag.severity, self.runs(flag.runs)) for flag in flags)

    def runs(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """Runs whose links within the page lead to the new ids."""
        return tuple(
            replace(run, link=f"#{self.prefix}.{run.link[1:]}") if run.link.startswith("#") else run for run in runs
        )
