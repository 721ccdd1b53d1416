"""Text a page shows only when its head is clicked (accordions, tabs): it is part of the text, other hidden text is not.

The pattern is that of the ARIA Authoring Practices Guide: a button, often inside a head, and the element it opens.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from briefgen.readers.html.elements import only_child, own_text

__all__ = ["Collapsed", "find_collapsed", "is_hidden", "set_tabs_as_heads"]

_OPENING_HEADS = ("h2", "h3", "h4", "h5", "h6", "dt", "summary")


@dataclass(frozen=True, slots=True)
class Collapsed:
    """The hidden elements that something opens, and the buttons that do, whose text is their head."""

    contents: frozenset[etree._Element]
    openers: frozenset[etree._Element]


def is_hidden(element: etree._Element) -> bool:
    """Whether the element itself says that it is not shown."""
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def set_tabs_as_heads(root: etree._Element) -> None:
    """Move the words of each tab before its panel, as a term stands before what it means; the page is changed."""
    tabs = [element for element in root.iter(etree.Element) if element.get("role") == "tab"]
    panels = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")} if tabs else {}
    labelled = {element.get("aria-labelledby"): element for element in panels.values()}
    for tab in tabs:
        name = tab.get("aria-controls") or (tab.get("href") or "").removeprefix("#")
        panel = panels.get(name, labelled.get(tab.get("id") or "-"))
        words = own_text(tab)
        if words and panel is not None and panel.get("role") == "tabpanel" and tab not in panel.iterdescendants():
            head = etree.Element("dt")
            head.text = words
            panel.addprevious(head)
            tab.clear(keep_tail=True)


def find_collapsed(top: etree._Element, is_text: Callable[[etree._Element], bool]) -> Collapsed:
    """Return what can be opened, by a button that names it or the head or button before it; `is_text` says of what."""
    hidden = [e for e in top.iterdescendants(etree.Element) if is_hidden(e) and is_text(e)]
    buttons = top.iter(etree.Element) if hidden else ()
    controls = {name: button for button in buttons for name in (button.get("aria-controls") or "").split()}
    contents = set()
    openers = {button for head in top.iter(*_OPENING_HEADS) for button in head.iter("button")}
    for element in hidden:
        head = element.getprevious()
        opener = controls.get(element.get("id") or "")
        if opener is None and head is not None:
            opener = head if head.tag in (*_OPENING_HEADS, "button") else _only_button(head)
        if opener is not None and not is_hidden(opener):
            contents.add(element)
            openers |= {opener} if opener.tag == "button" else set()
        elif element.get("role") == "tabpanel":
            contents.add(element)
    return Collapsed(frozenset(contents), frozenset(openers))


def _only_button(element: etree._Element) -> etree._Element | None:
    inner = only_child(element)
    return inner if inner is not None and inner.tag == "button" else None
