"""HTML bytes -> SourceDocument: the paper in a web page, without what the site puts around it.

[x] charset judged by the bytes  [x] title, day, site, address  [x] heads, paragraphs, lists, tables, captions, ruby
[x] pictures with a caption, where asked for: inside the page or beside it
[x] navigation, rankings, share buttons, notices left out with one finding  [-] other pictures, text drawn by scripts
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as lxml_html

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Outcome
from briefgen.model.document import BlockKind, Metadata, SourceDocument
from briefgen.model.limits import Limits
from briefgen.readers.encoding.decoding import decode
from briefgen.readers.html.collapsed import set_tabs_as_heads
from briefgen.readers.html.elements import SILENT, is_tag, plain_text
from briefgen.readers.html.flow import read_flow
from briefgen.readers.html.forms import show_fields
from briefgen.readers.html.head import claimed_charset, head_metadata
from briefgen.readers.html.main import MainPart, find_main
from briefgen.readers.html.math import formula_findings
from briefgen.readers.html.pictures import PagePictures, lift_pictures
from briefgen.readers.html.struck import struck_elements
from briefgen.readers.inline.struck import struck_findings
from briefgen.readers.pictures import Neighbours, no_neighbours, picture_findings
from briefgen.readers.structure.document import Source, to_document
from briefgen.readers.structure.furniture import dropped_findings
from briefgen.readers.structure.paragraphs import Paragraph

__all__ = ["WebPage", "page_document", "read_html", "read_page"]

_MEDIA_TYPE = "text/html"
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HEAD_ZONE = 6
"""The title stands in one of so many first paragraphs, where the page head gives it with the name of the site."""
_MOST_FRAMES = 5
_OF_HEADS = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template"})
_MAX_ATTRIBUTES = 2_000
"""About so many may a tag have; the parser compares each with every other."""
_MOST_BYTES = 8
"""Bytes a character takes at most; a reference such as &#12354; has as many."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The paragraphs of a page and what its head says."""

    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata


def read_html(
    content: bytes, name: str, limits: Limits, pictures: bool = False, beside: Neighbours = no_neighbours
) -> Outcome[SourceDocument]:
    """Return the paper a web page holds; with `pictures`, those with a caption, also from the files `beside` it.

    Raises:
        UnreadableDocumentError: it is empty, nested beyond measure, too large, or shows no text without scripts.
    """
    text, inside = lift_pictures(content)
    if len(text) > _MOST_BYTES * limits.max_characters:
        raise UnreadableDocumentError(f"{name} has more than {limits.max_characters:,} characters", "Split it")
    decoded = decode(text, name, claimed_charset(text))
    wanted = PagePictures(inside, beside, limits.max_picture_bytes) if pictures else None
    page = read_page(decoded.value, name, limits, wanted)
    made = page_document(page, Source(name, content, _MEDIA_TYPE, limits=limits))
    return Outcome(made.value, decoded.findings + made.findings)


def page_document(page: Outcome[WebPage], source: Source) -> Outcome[SourceDocument]:
    """Return the document a page makes; an address in the metadata of the source fills that of the page.

    Raises:
        UnreadableDocumentError: it shows no text.
    """
    if not any(paragraph.text for paragraph in page.value.paragraphs):
        raise UnreadableDocumentError(
            f"{source.name} shows no text; perhaps a script draws it",
            "Print the page to a PDF from the browser and give that",
        )
    known = page.value.metadata
    known = replace(known, address=known.address or source.metadata.address)
    made = to_document(page.value.paragraphs, replace(source, metadata=known))
    return Outcome(made.value, page.findings + made.findings)


def read_page(text: str, name: str, limits: Limits, pictures: PagePictures | None = None) -> Outcome[WebPage]:
    """Return the main part of a page from its source text; none of its paragraphs need have text.

    With `pictures`, captions carry theirs.

    Raises:
        UnreadableDocumentError: it is empty, nested beyond measure or too large, or only arranges other pages.
    """
    if len(text) > limits.max_characters or text.count("<") > limits.max_html_tags:
        raise UnreadableDocumentError(
            f"{name} has more than {limits.max_characters:,} characters or {limits.max_html_tags:,} tags",
            "Split it",
        )
    if any(len(_QUOTED.sub("", tag[0]).split()) > _MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise UnreadableDocumentError(
            f"{name} has a tag with more than {_MAX_ATTRIBUTES:,} attributes and is refused", "Save the page again"
        )
    root = _parsed(text, name, limits)
    _refuse_frames(root, name)
    set_tabs_as_heads(root)
    show_fields(root)
    known = head_metadata(root, iter(()))
    main = find_main(root, known.title)
    if known.issued is None:
        known = head_metadata(root, filter(_stands_alone, main.element.iter("time")))
    flow = read_flow(main.element, main.furniture, struck_elements(root), pictures)
    paragraphs = _with_title(flow.paragraphs, main, known.title)
    findings = (
        *dropped_findings("navigation, lists of links and notices of the site", list(_texts_outside(root, main)), name),
        *struck_findings(flow.struck, name),
        *formula_findings(flow.formulas, name),
        *picture_findings(flow.pictures, pictures is not None, name),
    )
    return Outcome(WebPage(tuple(paragraphs), known), findings)


def _stands_alone(time: etree._Element) -> bool:
    """Whether a time element is the day of the page, and not a day in a sentence that goes on behind it."""
    return re.match(r"\s*[ぁ-ん、]", time.tail or "") is None


def _parsed(text: str, name: str, limits: Limits) -> etree._Element:
    """The element tree; the parser takes at most 2,048 levels, and no text may be lost beyond them."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = lxml_html.document_fromstring(text.replace("\0", "").encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as exc:
        raise UnreadableDocumentError(f"{name} is empty, or no web page", "Save the page again") from exc
    is_cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    if is_cut or root.xpath(f"boolean({'/*' * (limits.max_html_depth + 1)})"):
        raise UnreadableDocumentError(
            f"{name} is nested too deeply to be read", "Print the page to a PDF and give that"
        )
    _end_head(root)
    return root


def _end_head(root: etree._Element) -> None:
    """Move what a head cannot hold into the body: the parser does not know that <main> or <article> ends a head."""
    head, body = root.find("head"), root.find("body")
    inside = [] if head is None else list(head)
    first = next((n for n, child in enumerate(inside) if child.tag not in _OF_HEADS), len(inside))
    if first == len(inside):
        return
    if body is None:
        body = etree.SubElement(root, "body")
    body[:0] = inside[first:]


def _refuse_frames(root: etree._Element, name: str) -> None:
    """A page of frames has no text of its own: what is shown lies in the pages it names."""
    if next(root.iter("frameset"), None) is not None:
        pages = [frame.get("src") or "" for frame in root.iter("frame")]
        shown = ", ".join(filter(None, pages[:_MOST_FRAMES])) or "the pages it names"
        raise UnreadableDocumentError(
            f"{name} only arranges other pages in frames and has no text", f"Give the page with the text: {shown}"
        )


def _with_title(paragraphs: list[Paragraph], main: MainPart, title: str) -> list[Paragraph]:
    """The paragraphs headed by a title, from the headline outside the text or from the page head when there is none.

    A line that is most of what the page head says is the title itself (海山省：協議の結果).
    """
    if any(paragraph.kind is BlockKind.TITLE for paragraph in paragraphs):
        return paragraphs
    text = plain_text(main.headline) if main.headline is not None else title
    if not text or any(paragraph.text == text and paragraph.kind is None for paragraph in paragraphs[:3]):
        return paragraphs
    for index, paragraph in enumerate(paragraphs[:_HEAD_ZONE]):
        is_whole = paragraph.cell is None and paragraph.kind in (None, BlockKind.HEADING)
        is_part = _without_spaces(paragraph.text) in _without_spaces(text)
        if is_whole and is_part and 2 * len(paragraph.text) > len(text):
            paragraphs[index] = paragraph._replace(kind=BlockKind.TITLE, level=0)
            return paragraphs
    return [Paragraph(text, kind=BlockKind.TITLE), *paragraphs]


def _without_spaces(text: str) -> str:
    return "".join(text.split())


# ---------------------------------------------------------------- findings


def _texts_outside(root: etree._Element, main: MainPart) -> Iterator[str]:
    """Each stretch of text that stands outside the main part or in furniture inside it."""
    inside = outside = headline = silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        step = 1 if event == "start" else -1
        inside += step * (element is main.element)
        headline += step * (element is main.headline)
        outside += step * (element in main.furniture)
        silent += step * is_tag(element, "rt", *SILENT)
        text = element.text if event == "start" else element.tail
        if text and text.strip() and (outside or not inside) and not headline and not silent:
            yield re.sub(r"\s+", " ", text.strip())
