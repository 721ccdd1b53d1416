"""Names, attributes and styles in the parts of a Word file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

__all__ = ["MC", "Style", "W", "first", "is_on", "is_struck", "list_number", "read_styles", "to_int",
           "value"]  # fmt: skip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_T = TypeVar("_T")


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """The attribute of the main namespace, None when element or attribute is missing."""
    found = element.get(W + attribute) if element is not None else None
    return None if found is None else str(found)


def to_int(text: str | None) -> int | None:
    """The number, None when it is missing or none."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as w:b is on; None when it is not there."""
    return None if element is None else value(element) not in {"0", "false", "off"}


def is_struck(properties: etree._Element | None) -> bool | None:
    """Whether these run properties draw one line or two through the text; None when they do not say."""
    switches = [is_on(properties.find(W + tag)) for tag in ("strike", "dstrike")] if properties is not None else []
    return any(switches) if any(switch is not None for switch in switches) else None


def list_number(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The numId and level of the list that the properties of a paragraph name."""
    number = properties.find(W + "numPr") if properties is not None else None
    return (None, None) if number is None else (value(number.find(W + "numId")), to_int(value(number.find(W + "ilvl"))))


def first(*said: _T | None) -> _T | None:
    """The first that says something: what a run or style says itself goes before what it inherits."""
    return next((one for one in said if one is not None), None)


# ---------------------------------------------------------------- styles


@dataclass(frozen=True, slots=True)
class Style:
    """What matters here of a style, with what it inherits; None where nothing is said."""

    name: str = ""
    outline: int | None = None
    """0 for a heading of the first level, 9 for body text."""
    number: tuple[str | None, int | None] = (None, None)
    """numId and level of its list."""
    size: float | None = None
    """In half points."""
    is_bold: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    shift: str | None = None
    """``superscript``, ``subscript`` or ``baseline``."""


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Return all styles by id, inheritance (basedOn) resolved."""
    elements = {value(e, "styleId") or "": e for e in (root.iter(W + "style") if root is not None else ())}
    resolved: dict[str, Style] = {}
    for style_id in elements:
        chain: dict[str, None] = {}
        current: str | None = style_id
        while current in elements and current not in chain and current not in resolved:
            chain[current] = None
            current = value(elements[current].find(W + "basedOn"))
        base = resolved.get(current, Style()) if current is not None else Style()
        for own_id in reversed(chain):
            base = resolved[own_id] = _inheriting(_own(elements[own_id]), base)
    return resolved


def _inheriting(own: Style, base: Style) -> Style:
    return Style(
        own.name,
        first(own.outline, base.outline),
        (first(own.number[0], base.number[0]), first(own.number[1], base.number[1])),
        first(own.size, base.size),
        first(own.is_bold, base.is_bold),
        first(own.is_hidden, base.is_hidden),
        first(own.is_struck, base.is_struck),
        first(own.shift, base.shift),
    )


def _own(element: etree._Element) -> Style:
    name = value(element.find(W + "name")) or ""
    outline = to_int(value(element.find(f"{W}pPr/{W}outlineLvl")))
    match = re.fullmatch(r"(?:heading|見出し)\s*([1-9])", name, re.IGNORECASE)
    size = to_int(value(element.find(f"{W}rPr/{W}sz")))
    return Style(
        name,
        outline if outline is not None or match is None else int(match[1]) - 1,
        list_number(element.find(W + "pPr")),
        size,
        is_on(element.find(f"{W}rPr/{W}b")),
        is_on(element.find(f"{W}rPr/{W}vanish")),
        is_struck(element.find(W + "rPr")),
        value(element.find(f"{W}rPr/{W}vertAlign")),
    )
