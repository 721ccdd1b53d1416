"""What the elements of a web page are for the reader: silent ones, blocks, and their words."""

from __future__ import annotations

import re

from lxml import etree

__all__ = ["BLOCKS", "SILENT", "is_tag", "only_child", "own_text", "plain_text", "whole_number"]

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


def own_text(element: etree._Element) -> str:
    """All that stands in it on one line, scripts and readings included."""
    return " ".join("".join(map(str, element.itertext())).split())


def only_child(element: etree._Element) -> etree._Element | None:
    """The element that it holds and nothing else; None where there is more, or nothing."""
    inner = element[0] if len(element) == 1 else None
    is_alone = inner is not None and not (element.text or "").strip() and not (inner.tail or "").strip()
    return inner if is_alone else None


def whole_number(element: etree._Element, attribute: str, otherwise: int) -> int:
    """The number an attribute gives, the other one where it gives none of up to six figures."""
    value = (element.get(attribute) or "").strip()
    return int(value) if re.fullmatch(r"\d{1,6}", value) else otherwise
