"""What the elements of a web page are for the reader: silent ones, blocks, and their words."""

from __future__ import annotations

from lxml import etree

__all__ = ["BLOCKS", "SILENT", "is_tag", "plain_text"]

SILENT = frozenset({
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
    "head", "rp", "select", "option", "input", "textarea",
})  # fmt: skip
"""Elements that show no text of the page."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a paragraph."""
_SHOWN_TEXT = etree.XPath(".//text()[not(ancestor::rt or ancestor::rp or ancestor::script or ancestor::style)]")


def is_tag(element: etree._Element, *tags: str) -> bool:
    """Whether the element is one of these."""
    return isinstance(element.tag, str) and element.tag in tags


def plain_text(element: etree._Element) -> str:
    """All its words on one line, without scripts and readings."""
    return " ".join("".join(map(str, _SHOWN_TEXT(element))).split())
