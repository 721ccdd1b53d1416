"""Which elements of a web page are struck through: by del, s or strike, by their style, or by a rule of a style sheet.

Of style sheets in the page, rules are followed whose selectors are elements, classes and ids, alone or inside one
another (.old, td.old, table .old).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lxml import etree

__all__ = ["struck_elements"]

_TAGS = frozenset({"del", "s", "strike"})
_STRUCK = "line-through"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMPOUND = re.compile(r"([a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)")
_MOST_SELECTORS = 20
_Compound = tuple[str, frozenset[str]]
"""Name of the element, empty for any, and its classes (.old) and id (#old)."""


def struck_elements(root: etree._Element) -> frozenset[etree._Element]:
    """Return the elements whose text is struck through; those inside them need not be among them."""
    selectors = list(islice(_selectors(root), _MOST_SELECTORS))
    compounds = {compound for selector in selectors for compound in selector}
    around = Counter[_Compound]()
    found = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        matched = _matched(element, compounds) if compounds else []
        if event == "end":
            around.subtract(matched)
            continue
        is_marked = element.tag in _TAGS or _STRUCK in (element.get("style") or "").lower()
        if is_marked or any(own in matched and all(around[one] > 0 for one in outer) for *outer, own in selectors):
            found.add(element)
        around.update(matched)
    return frozenset(found)


def _selectors(root: etree._Element) -> Iterator[list[_Compound]]:
    for sheet in root.iter("style"):
        text = sheet.text or ""
        if _STRUCK not in text:
            continue
        for rule in _RULE.finditer(_COMMENT.sub("", text)):
            for selector in rule[1].split(",") if _STRUCK in rule[2] else ():
                parts = [_COMPOUND.fullmatch(part) for part in selector.split()]
                known = [part for part in parts if part is not None]
                if known and len(known) == len(parts):
                    yield [((part[1] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", part[2]))) for part in known]


def _matched(element: etree._Element, compounds: set[_Compound]) -> list[_Compound]:
    own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return [(tag, names) for tag, names in compounds if tag in ("", element.tag) and names <= own]
