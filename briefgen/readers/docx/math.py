"""Equations of Word in one line: the elements of ECMA-376 part 1, 22.1 -> 1/20, 10⁶, √2, ∑_(i=1)^n."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from lxml import etree

from briefgen.readers.docx.parts import W, is_struck
from briefgen.readers.inline.linear import fraction, power, root, with_index
from briefgen.readers.inline.rules import GETA

__all__ = ["MATH", "equation"]

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PROPERTIES = "Pr"
_REMOVED = (W + "del", W + "moveFrom")
_TEXTS = {MATH + "t", W + "t"}
_HAT, _OVERLINE, _UNDERLINE = "\u0302", "\u0305", "\u0332"
_TRANSPARENT = {"oMath", "oMathPara", "e", "num", "den", "sup", "sub", "deg", "lim", "fName", "box"}
"""Elements that show what is in them and no more."""


def equation(element: etree._Element, before: str) -> str:
    """Return an m:oMath as text; 〓 stands for a part that no single line can show (matrices, stacked lines).

    `before` is the text in front of it: a fraction or power that would join its last figure stands in brackets.
    """
    return _children(element, before)


def _text(element: etree._Element) -> str:
    """An element with all that is in it."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _REMOVED or tag.endswith(_PROPERTIES):
        return ""
    if tag in _TEXTS:
        return element.text or ""
    if tag == W + "br":
        return "\n"
    name = tag.removeprefix(MATH)
    if name == "r" and is_struck(element.find(W + "rPr")):
        return GETA
    if not tag.startswith(MATH) or name in _TRANSPARENT or name == "r":
        return _children(element)
    made = _STRUCTURES.get(name)
    return made(element) if made is not None else GETA


def _children(element: etree._Element, before: str = "") -> str:
    """The children in order; a structure whose figures would join those of a neighbour stands in brackets: 3(1/20)."""
    shown, was_run = [before[-1:]], True
    for child in element:
        added, is_run = _text(child), child.tag in (MATH + "r", *_TEXTS)
        if shown[-1][-1:].isdecimal() and added[:1].isdecimal() and not (was_run and is_run):
            shown[-1] = shown[-1] if was_run else f"({shown[-1]})"
            added = added if is_run else f"({added})"
        if added:
            shown.append(added)
            was_run = is_run
    return "".join(shown[1:])


def _part(element: etree._Element, name: str) -> str:
    found = element.find(MATH + name)
    return _text(found).strip() if found is not None else ""


def _property(element: etree._Element, name: str, default: str) -> str:
    """A property such as m:chr of m:naryPr, with the default the standard gives it."""
    found = element.find(f"{element.tag!s}{_PROPERTIES}/{MATH}{name}")
    return default if found is None else str(found.get(MATH + "val", ""))


def _fraction(element: etree._Element) -> str:
    is_drawn = _property(element, "type", "bar") != "noBar"
    return fraction(_part(element, "num"), _part(element, "den")) if is_drawn else GETA


def _of(made: Callable[[str, str], str], first: str, second: str) -> Callable[[etree._Element], str]:
    """What is made of two parts of an element."""
    return lambda element: made(_part(element, first), _part(element, second))


def _both(element: etree._Element) -> str:
    return power(with_index(_part(element, "e"), _part(element, "sub")), _part(element, "sup"))


def _before(element: etree._Element) -> str:
    """Index and exponent in front, as of isotopes: ²³⁵U."""
    return _bounds(element) + _part(element, "e")


def _bounds(element: etree._Element) -> str:
    """Its index and its exponent without their base."""
    below, above = _part(element, "sub"), _part(element, "sup")
    return (with_index("", below) if below else "") + (power("", above) if above else "")


def _delimited(element: etree._Element) -> str:
    begin, end = _property(element, "begChr", "("), _property(element, "endChr", ")")
    inner = _property(element, "sepChr", "|").join(_text(child) for child in element.iterchildren(MATH + "e"))
    return begin + inner + end


def _operator(element: etree._Element) -> str:
    """A sum, product or integral with its bounds."""
    return f"{_property(element, 'chr', '∫')}{_bounds(element)} {_part(element, 'e')}"


def _function(element: etree._Element) -> str:
    name, argument = _part(element, "fName"), _part(element, "e")
    return f"{name} {argument}" if name[-1:].isalnum() and argument[:1].isalnum() else name + argument


def _framed(element: etree._Element) -> str:
    """What stands in a frame, unless lines are drawn through it."""
    properties = element.find(MATH + "borderBoxPr")
    strikes = properties.iterchildren() if properties is not None else ()
    return GETA if any("strike" in str(child.tag) for child in strikes) else _part(element, "e")


def _accented(element: etree._Element) -> str:
    """One character with its accent; over more, or over a figure, the accent is not a part of writing."""
    is_bar = element.tag == MATH + "bar"
    line = _OVERLINE if _property(element, "pos", "bot") == "top" else _UNDERLINE
    mark, base = line if is_bar else _property(element, "chr", _HAT), _part(element, "e")
    is_written = len(base) == 1 and not base.isdecimal() and unicodedata.combining(mark[:1] or " ") > 0
    return base + mark if is_written else GETA


_STRUCTURES: dict[str, Callable[[etree._Element], str]] = {
    "f": _fraction,
    "sSup": _of(power, "e", "sup"),
    "sSub": _of(with_index, "e", "sub"),
    "sSubSup": _both,
    "sPre": _before,
    "rad": _of(root, "e", "deg"),
    "d": _delimited,
    "nary": _operator,
    "func": _function,
    "borderBox": _framed,
    "limLow": _of(with_index, "e", "lim"),
    "acc": _accented,
    "bar": _accented,
}
"""What can be written in one line; m:m, m:eqArr, m:limUpp, m:groupChr and m:phant cannot."""
