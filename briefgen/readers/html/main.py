"""Which part of a web page is the paper: the element with the running text, and what inside it is no part of it.

`article` and `main` are believed when they hold the text; otherwise the page is followed down as long as one child
holds most of the Japanese text that is not in links (the idea of Kohlschütter et al., Boilerplate Detection using
Shallow Text Features, WSDM 2010, with two of its features: link density and text density).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from briefgen.readers.html.collapsed import find_collapsed, is_hidden
from briefgen.readers.html.elements import SILENT, is_tag, plain_text
from briefgen.readers.html.tables import has_columns
from briefgen.readers.structure.metadata import parse_date

__all__ = ["MainPart", "find_main"]


_FURNITURE_TAGS = frozenset({"nav", "menu", "dialog", "button", "form"})
_FURNITURE_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog", "alert",
})  # fmt: skip
_FURNITURE_NAMES = frozenset({
    "nav", "gnav", "navi", "navigation", "menu", "breadcrumb", "breadcrumbs", "pankuzu", "topicpath", "ranking",
    "related", "recommend", "share", "sns", "social", "cookie", "cookies", "consent", "footer", "sidebar", "side",
    "banner", "advertisement", "ads", "pager", "pagination", "comments", "newsletter", "pagetop", "skiplink", "crumb",
    "crumbs", "tags", "hashtags", "keywords",
})  # fmt: skip
_UNSURE_TAGS = frozenset({"aside", "footer"})
_UNSURE_NAMES = frozenset({"side", "comments", "tags", "keywords", "footer", "related", "menu", "sidebar", "banner"})
"""Furniture with links; without, behind a paragraph or head, they may be part of the text (class="side-note")."""
_MOST_BEFORE = 20
_TEXT_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl")
_CONTAINERS = frozenset({
    "body", "div", "section", "main", "article", "table", "tbody", "tr", "td", "center", "form", "font", "span",
})  # fmt: skip
_DOCUMENT_LINK = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv)(?:[?#].*)?$", re.IGNORECASE)
_RIGHTS = re.compile(r"copyright|all rights reserved|無断(?:転載|複製|転用)|^©", re.IGNORECASE)
_LONGEST_NOTICE = 300
"""Characters of a line of rights with the address beside it."""
_MOST_NOTICES = 5
_LONGEST_DAY = 40
_SHORTEST_HEADLINE = 4
_OTHER_WORD = re.compile(r"(?![令和平成昭元年月日曜火水木金土祝時分午前後最終更新掲載公開発表])[^\W\d_]")
"""Letters of other words than those of a day with its time."""
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-鿿々]")
_MOST = 0.75
_ENOUGH = 0.4
_MINOR = 0.3
_MIN_LIST = 3


@dataclass(slots=True)
class _Amount:
    """Japanese characters outside and inside links."""

    prose: int = 0
    linked: int = 0


@dataclass(frozen=True, slots=True)
class MainPart:
    """The element that holds the paper, its headline when that stands elsewhere, and what is no part of it."""

    element: etree._Element
    headline: etree._Element | None
    furniture: frozenset[etree._Element]


def find_main(root: etree._Element, title: str) -> MainPart:
    """Return the part of the page that is the paper; `title` is what the page head calls it."""
    body = root.find("body")
    top = body if body is not None else root
    furniture = _furniture(top, _amounts(top, frozenset()))
    amounts = _amounts(top, furniture)
    marked = _marked(top, amounts)
    element = marked if marked is not None else _densest(top, amounts)
    headline = None if _has_headline(element, furniture) else _headline(top, furniture, title, element)
    return MainPart(element, headline, furniture)


def _amounts(top: etree._Element, furniture: frozenset[etree._Element]) -> dict[etree._Element, _Amount]:
    """How much text each element holds; nothing for what is furniture or silent."""
    found: dict[etree._Element, _Amount] = {}
    links = 0
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            found[element] = _Amount()
            links += element.tag == "a"
            if element in furniture or is_tag(element, "rt", *SILENT):
                walk.skip_subtree()
            else:
                _add(found[element], element.text, links)
            continue
        links -= element.tag == "a"
        parent = found.get(element.getparent()) if element is not top else None  # type: ignore[arg-type]
        if parent is not None:
            parent.prose += found[element].prose
            parent.linked += found[element].linked
            _add(parent, element.tail, links)
    return found


def _add(amount: _Amount, text: str | None, links: int) -> None:
    count = len(_JAPANESE.findall(text)) if text else 0
    if links:
        amount.linked += count
    else:
        amount.prose += count


# ---------------------------------------------------------------- furniture


def _furniture(top: etree._Element, amounts: dict[etree._Element, _Amount]) -> frozenset[etree._Element]:
    """Navigation, lists of links, share buttons, notices: elements of the page that are no part of any paper in it."""
    most = _MINOR * amounts[top].prose

    def is_text(element: etree._Element) -> bool:
        amount = amounts.get(element, _Amount())
        return amount.prose > amount.linked and not _is_named_furniture(element)

    collapsed = find_collapsed(top, is_text)
    found = _notices_of_rights(top, {e for e, amount in amounts.items() if amount.prose <= most})
    for element in top.iterdescendants():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        if element in collapsed.openers:
            continue
        amount = amounts.get(element, _Amount())
        is_gone = is_hidden(element) and element not in collapsed.contents
        if is_gone or (amount.prose <= most and (_is_named_furniture(element) or _is_link_list(element, amount))):
            found.add(element)
    return frozenset(found)


def _is_named_furniture(element: etree._Element) -> bool:
    if element.tag in _UNSURE_TAGS:
        return not _stands_in_text(element)
    if element.tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if element.tag == "header":
        return element.find(".//h1") is None and not any(is_tag(e, "article", "main") for e in element.iterancestors())
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", names)} & _FURNITURE_NAMES
    if element.tag in ("h1", "body"):
        return False
    return bool(words) and not (words <= _UNSURE_NAMES and _stands_in_text(element))


def _stands_in_text(element: etree._Element) -> bool:
    """Whether it has no links and follows a paragraph or the like in the same element."""
    before = islice(element.itersiblings(preceding=True), _MOST_BEFORE)
    return any(is_tag(sibling, *_TEXT_TAGS) for sibling in before) and next(element.iter("a", "form"), None) is None


def _notices_of_rights(top: etree._Element, minor: set[etree._Element]) -> set[etree._Element]:
    """The last lines of a page: whose it is, often with address and telephone; the largest element of little text."""
    holders = []
    for element in top.iter(etree.Element):
        holders += [element] * (_RIGHTS.search(element.text or "") is not None)
        parent = element.getparent()
        if parent is not None and element is not top and _RIGHTS.search(element.tail or ""):
            holders.append(parent)
    return {notice for holder in holders[-_MOST_NOTICES:] if (notice := _notice(holder, minor)) is not None}


def _notice(holder: etree._Element, minor: set[etree._Element]) -> etree._Element | None:
    found = None
    for element in (holder, *islice(holder.iterancestors(), _MOST_NOTICES)):
        if element not in minor or len(_start_of_text(element)) > _LONGEST_NOTICE:
            break
        found = element if is_tag(element, *_CONTAINERS, "p", "address", "small", "li") else found
    return found


def _start_of_text(element: etree._Element) -> str:
    """Its words up to a little more than the longest notice."""
    text = ""
    for part in element.itertext():
        text = (text + str(part)).lstrip()
        if len(text) > _LONGEST_NOTICE:
            break
    return text


def _is_link_list(element: etree._Element, amount: _Amount) -> bool:
    """A list of three or more items, nearly all of its text in links, and these not to documents."""
    if element.tag not in ("ul", "ol", "dl") or amount.linked < 3 * amount.prose:
        return False
    links = [link.get("href") or "" for link in element.iter("a")]
    documents = sum(_DOCUMENT_LINK.search(link) is not None for link in links)
    return len(links) >= _MIN_LIST and documents * 2 < len(links)


# ---------------------------------------------------------------- choice


def _marked(top: etree._Element, amounts: dict[etree._Element, _Amount]) -> etree._Element | None:
    """The main element, or the article that holds most of its text; None when the page marks nothing, or several."""
    marked = [e for e in top.iter() if is_tag(e, "article", "main") or e.get("role") in ("main", "article")]
    sizes = {element: amounts[element].prose for element in marked if element in amounts}
    if not sizes or max(sizes.values()) < max(1, _ENOUGH * amounts[top].prose):
        return None
    largest = max(sizes, key=lambda element: sizes[element])
    inside = [e for e in largest.iterdescendants("article") if sizes.get(e, 0) >= _MOST * sizes[largest]]
    around = {largest, *largest.iterancestors()}
    beside = sum(size for e, size in sizes.items() if e not in around and largest not in e.iterancestors())
    if beside > (1 - _MOST) * sizes[largest]:
        return None
    return inside[-1] if inside else largest


def _densest(top: etree._Element, amounts: dict[etree._Element, _Amount]) -> etree._Element:
    """Down from the body as long as one child holds most of the text, and none before it the day of the paper.

    A table with columns of its own is text like what stands around it.
    """
    current, with_blocks = top, _holders_of_blocks(top)
    while True:
        holders = (child for child in current if is_tag(child, *_CONTAINERS) and child in amounts)
        children = [child for child in holders if not is_tag(child, "table") or not has_columns(child)]
        best = max(children, key=lambda child: amounts[child].prose, default=None)
        if best is None or amounts[best].prose < max(1, _MOST * amounts[current].prose):
            return current
        before = children[: children.index(best)][-_MOST_BEFORE:]
        if best not in with_blocks or any(map(_is_day, before)):
            return current
        current = best


def _is_day(element: etree._Element) -> bool:
    text = _start_of_text(element)
    return len(text) <= _LONGEST_DAY and parse_date(text) is not None and _OTHER_WORD.search(text) is None


def _holders_of_blocks(top: etree._Element) -> frozenset[etree._Element]:
    """The elements that hold a paragraph, an item or a cell."""
    found: set[etree._Element] = set()
    for element in top.iter("p", "br", "li", "h1", "h2", "h3", "td", "div"):
        holder = element.getparent()
        while holder is not None and holder not in found:
            found.add(holder)
            holder = holder.getparent()
    return frozenset(found)


def _has_headline(element: etree._Element, furniture: frozenset[etree._Element]) -> bool:
    return any(_is_shown(headline, furniture) and plain_text(headline) for headline in element.iter("h1"))


def _headline(
    top: etree._Element, furniture: frozenset[etree._Element], title: str, main: etree._Element
) -> etree._Element | None:
    """The h1 outside the main part that says what the page head says too, or the only one, beside the main part.

    The name of the site does neither: it stands in another element, or in a link.
    """
    headlines = [h for h in top.iter("h1") if _is_shown(h, furniture) and len(plain_text(h)) >= _SHORTEST_HEADLINE]
    named = next((headline for headline in headlines if plain_text(headline) in title), None)
    if named is None and len(headlines) == 1:
        is_beside = main in headlines[0].itersiblings() and next(headlines[0].iter("a"), None) is None
        return headlines[0] if is_beside else None
    return named


def _is_shown(element: etree._Element, furniture: frozenset[etree._Element]) -> bool:
    return element not in furniture and not any(ancestor in furniture for ancestor in element.iterancestors())
