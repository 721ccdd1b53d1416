"""Formulas in MathML -> one line of text: fractions with a stroke (1/20), powers raised (10⁶), roots as √.

Elements: MathML Core, 2 to 4; web pages write them without, OpenDocument with their namespace.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lxml import etree

from briefgen.findings import Code, Finding, Location, Severity
from briefgen.readers.raised import power

__all__ = ["formula_findings", "formula_text", "is_plain_formula", "set_apart"]

_SILENT = frozenset({"annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts"})
_INVISIBLE = re.compile("[\u2061-\u2064\u200b]")
_PLAIN = re.compile(r"\d[\d.,]*(?:/\d[\d.,]*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)?[%°]?")
"""A number, a fraction of two, or a power: figures by rule."""
_ATOM = re.compile(r"[\d.,]+|\w|√[\d.,]+|\([^()]*\)")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def formula_text(element: etree._Element) -> str:
    """Return a `math` element in one line; what is no row of known elements keeps its parts apart by spaces."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    parts = [formula_text(child) for child in element] if name and name not in _SILENT else []
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        text = _INVISIBLE.sub("", "".join(map(str, element.itertext()))).strip()
        return unicodedata.normalize("NFKC", text) if name == "mn" else text
    if name == "semantics":
        return parts[0] if parts else ""
    if name == "mfenced":
        return f"{element.get('open', '(')}{','.join(parts)}{element.get('close', ')')}"
    if name == "msqrt":
        return "√" + _grouped(_row(parts))
    if len(parts) == 2 and name in _PAIRS:
        return _PAIRS[name](*parts)
    if name == "msubsup" and len(parts) == 3:
        return _lowered(parts[0], parts[1]) + power(parts[2])
    return _row(parts) if name in _ROWS else " ".join(filter(None, parts))


_ROWS = frozenset({"math", "mrow", "mstyle", "mpadded", "merror", "mtd", "maction"})


def is_plain_formula(text: str) -> bool:
    """Whether a formula is a number, a fraction of two numbers, or a power."""
    return _PLAIN.fullmatch(text) is not None


def set_apart(formula: str, before: str, behind: str) -> str:
    """Return a formula with a space where its figures would join those of the text beside it."""
    left = " " * (before[-1:].isdigit() and formula[:1].isdigit())
    return left + formula + " " * (formula[-1:].isdigit() and behind[:1].isdigit())


def formula_findings(formulas: Sequence[str], name: str) -> tuple[Finding, ...]:
    """The warning for formulas that were set in one line of text and are more than a number, a fraction or a power."""
    if not formulas:
        return ()
    message = f"{len(formulas)} formula(s) are set in one line of text; the first is “{formulas[0]}”."
    hint = "Compare them with the paper: how a formula is built can be lost in one line."
    return (Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint, tuple(formulas)),)


def _row(parts: Sequence[str]) -> str:
    """The parts side by side; two figures stay apart (1 1/4)."""
    text = ""
    for part in parts:
        is_glued = text[-1:].isdigit() and part[:1].isdigit() and part[:1].isascii()
        text += " " * is_glued + part
    return text


def _grouped(text: str) -> str:
    return text if _ATOM.fullmatch(text) else f"({text})"


def _fraction(above: str, below: str) -> str:
    return f"{_grouped(above)}/{_grouped(below)}"


def _power(base: str, exponent: str) -> str:
    return _grouped(base) + power(exponent.replace("−", "-"))


def _lowered(base: str, index: str) -> str:
    return base + (index.translate(_SUBSCRIPTS) if index.isdecimal() else f"_({index})")


def _root(base: str, degree: str) -> str:
    return power(degree.replace("−", "-")) + "√" + _grouped(base)


_PAIRS = {"mfrac": _fraction, "msup": _power, "msub": _lowered, "mroot": _root}
