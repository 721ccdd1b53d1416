"""Which paragraphs of a web page are captions of the picture above them, where no figure element says so."""

from __future__ import annotations

import re

from lxml import etree

from briefgen.readers.html.elements import BLOCKS, is_tag, only_child, plain_text

__all__ = ["is_caption"]

_CAPTION_NAMES = frozenset({"cap", "caption", "captions"})
_LONGEST_CAPTION = 120


def is_caption(element: etree._Element, tag: str) -> bool:
    """Whether a page without figure elements sets this paragraph as caption: by its class, or alone under a picture."""
    if tag not in ("p", "div", "dd") or any(child.tag in BLOCKS for child in element):
        return False
    words = re.findall(r"[a-z]+", (element.get("class") or "").lower())
    if not _CAPTION_NAMES.isdisjoint(words):
        return True
    above, holder = element.getprevious(), element.getparent()
    if above is None or holder is None or element.getnext() is not None or not is_tag(holder, "div", "td", "li"):
        return False
    return _is_picture(above) and above.getprevious() is None and len(plain_text(element)) <= _LONGEST_CAPTION


def _is_picture(element: etree._Element) -> bool:
    """Whether it is a picture, or holds nothing else: in a link or paragraph of its own."""
    for _ in range(3):
        if is_tag(element, "img"):
            return True
        if (inner := only_child(element)) is None:
            return False
        element = inner
    return False
