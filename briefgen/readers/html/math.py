"""Formulas in MathML -> one line of text: fractions with a stroke (1/20), powers raised (10⁶), roots as √.

Elements: MathML Core, 2 to 4; web pages write them without, OpenDocument with their namespace.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from lxml import etree

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.readers.inline.linear import fraction, power, root, with_index
from briefgen.readers.inline.rules import GETA

__all__ = ["formula_findings", "formula_text", "is_plain_formula", "set_apart"]

_SILENT = frozenset({"annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts"})
_INVISIBLE = re.compile("[\u2061-\u2064\u200b]")
_PLAIN = re.compile(r"\d[\d.,]*(?:/\d[\d.,]*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)?[%°]?")
"""A number, a fraction of two, or a power: figures by rule."""
_CHARACTERS = frozenset({"mi", "mn", "mo", "mtext", "ms"})


def formula_text(element: etree._Element) -> str:
    """Return a `math` element in one line; 〓 stands for a part that no line can show (matrices, accents)."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if not name or name in _SILENT:
        return ""
    if name in _CHARACTERS:
        text = _INVISIBLE.sub("", "".join(map(str, element.itertext()))).strip()
        return unicodedata.normalize("NFKC", text) if name == "mn" else text
    parts = [formula_text(child) for child in element]
    if name == "semantics":
        return parts[0] if parts else ""
    if name == "mfenced":
        return f"{element.get('open', '(')}{','.join(parts)}{element.get('close', ')')}"
    if name in _ROWS or name == "msqrt":
        return root(_row(parts)) if name == "msqrt" else _row(parts)
    count, made = _STRUCTURES.get(name, (0, None))
    return made(*parts) if made is not None and count == len(parts) else GETA


_ROWS = frozenset({"math", "mrow", "mstyle", "mpadded", "merror", "mtd", "maction"})


def is_plain_formula(text: str) -> bool:
    """Whether a formula is a number, a fraction of two numbers, or a power."""
    return _PLAIN.fullmatch(text) is not None


def set_apart(formula: str, before: str, behind: str) -> str:
    """Return a formula in brackets where its figures would join those of the text beside it: 3(1/20)."""
    is_joined = (before[-1:].isdigit() and formula[:1].isdigit()) or (formula[-1:].isdigit() and behind[:1].isdigit())
    return f"({formula})" if is_joined else formula


def formula_findings(formulas: Sequence[str], name: str) -> tuple[Finding, ...]:
    """The warning for formulas that were set in one line of text and are more than a number, a fraction or a power."""
    if not formulas:
        return ()
    message = f"{len(formulas)} formula(s) are set in one line of text; the first is “{formulas[0]}”."
    hint = "Compare them with the paper: how a formula is built can be lost in one line."
    return (Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint, tuple(formulas)),)


def _row(parts: Sequence[str]) -> str:
    """The parts side by side; where two figures would join, the second stands in brackets: 1(1/4)."""
    text = ""
    for part in parts:
        text += set_apart(part, text, "")
    return text


def _under(base: str, below: str) -> str:
    """One sign stands as it is (∑), anything longer as with any index."""
    return base + with_index("", below) if len(base) == 1 else with_index(base, below)


def _both(base: str, below: str, above: str) -> str:
    return _under(base, below) + power("", above)


_STRUCTURES: dict[str, tuple[int, Callable[..., str]]] = {
    "mfrac": (2, fraction), "msup": (2, power), "msub": (2, with_index), "mroot": (2, root), "munder": (2, _under),
    "msubsup": (3, _both), "munderover": (3, _both),
}  # fmt: skip
"""How many parts an element has, and how they stand in one line."""
