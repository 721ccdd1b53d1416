"""Styles and lists of an OpenDocument text: what a paragraph is by its style, and the visible numbers of its lists.

The names are those of OpenDocument 1.3 part 3: 16 (styles), 16.30 to 16.36 (lists and outline).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from briefgen.readers.docx.numbering import format_number

__all__ = ["OFFICE", "STYLE", "TEXT", "ListLevel", "Lists", "OdtStyle", "read_lists", "read_odt_styles"]

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, STYLE, _FO, _SVG = (
    _ODF % kind for kind in ("office", "text", "style", "xsl-fo-compatible", "svg-compatible")
)
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "１": "decimalFullWidth", "①": "decimalEnclosedCircle", "一": "japaneseCounting", "ア": "aiueoFullWidth",
    "ｱ": "aiueo", "イ": "irohaFullWidth", "ｲ": "iroha", "甲": "ideographTraditional", "子": "ideographZodiac",
}  # fmt: skip
"""The first number of a format as OpenDocument writes it, and its name in Word."""
_MAX_CHAIN = 50


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What matters here of a style, with what it inherits."""

    names: tuple[str, ...] = ()
    """Its own name and those of its ancestors, as shown to people."""
    size: float | None = None
    """In points; None where nothing absolute is said."""
    is_bold: bool | None = None
    is_hidden: bool = False
    is_raised: bool = False
    is_struck: bool | None = None
    """Whether it is struck through; None where nothing is said."""
    font: str = ""
    """Family of its font, empty where nothing is said."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: its number format, empty for none, and what stands around the number."""

    form: str = ""
    before: str = ""
    after: str = ""
    bullet: str = ""
    start: int = 1
    shown_levels: int = 1


def read_odt_styles(parts: Sequence[etree._Element]) -> dict[tuple[str, str], OdtStyle]:
    """Return the styles of these parts by family (``paragraph``, ``text``) and name, inheritance resolved."""
    elements = {
        (str(e.get(STYLE + "family", "")), str(e.get(STYLE + "name", ""))): e
        for root in parts
        for e in root.iter(STYLE + "style")
    }
    families = {
        str(e.get(STYLE + "name", "")): str(e.get(_SVG + "font-family", "")).strip("'\"")
        for root in parts
        for e in root.iter(STYLE + "font-face")
    }
    return {key: _resolved(key, elements, families) for key in elements}


def _resolved(
    key: tuple[str, str], elements: dict[tuple[str, str], etree._Element], families: dict[str, str]
) -> OdtStyle:
    chain: list[etree._Element] = []
    family, name = key
    while (family, name) in elements and len(chain) < _MAX_CHAIN:
        chain.append(elements[family, name])
        name = str(chain[-1].get(STYLE + "parent-style-name", ""))
    names = tuple(
        str(e.get(STYLE + "display-name") or e.get(STYLE + "name", "")).replace("_20_", " ").lower() for e in chain
    )
    looks = [e.find(STYLE + "text-properties") for e in chain]
    return OdtStyle(
        names,
        size=next((size for look in looks if (size := _points(_said(look, _FO + "font-size"))) is not None), None),
        is_bold=next((_is_bold(w) for look in looks if (w := _said(look, _FO + "font-weight"))), None),
        is_hidden=any(_said(look, TEXT + "display") == "none" for look in looks),
        is_raised=any(_is_raised(_said(look, STYLE + "text-position")) for look in looks),
        is_struck=next((struck for look in looks if (struck := _is_struck(look)) is not None), None),
        font=next((families.get(name, name) for look in looks if (name := _said(look, STYLE + "font-name"))), ""),
    )


def _said(look: etree._Element | None, attribute: str) -> str:
    return str(look.get(attribute, "")) if look is not None else ""


def _points(size: str) -> float | None:
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?)pt", size)
    return float(match[1]) if match is not None else None


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)


def _is_struck(look: etree._Element | None) -> bool | None:
    """What its line through the text says (part 3, 20.365 to 20.371), None for nothing."""
    said = [_said(look, STYLE + f"text-line-through-{name}") for name in ("style", "type")]
    return "none" not in said if any(said) else None


def _is_raised(position: str) -> bool:
    return position.startswith("super") or re.match(r"[1-9]\d?%", position) is not None


# ---------------------------------------------------------------- lists


@dataclass(slots=True)
class Lists:
    """The list styles, and counters of the lists met so far; ask for labels in the order of the paragraphs."""

    styles: dict[str, dict[int, ListLevel]]
    outline: dict[int, ListLevel]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def restart(self, style: str) -> None:
        """Begin a list of its own: its numbers start anew."""
        self._counts.pop(f"list {style}", None)

    def label(self, style: str, level: int, start: int | None = None) -> str:
        """Count the next item of this style and level, from 1, and return what is shown before it."""
        return self._counted(f"list {style}", self.styles.get(style, {}), level, start)

    def outline_label(self, level: int) -> str:
        """Count the next head of this level and return its number; empty where heads have none."""
        return self._counted("outline", self.outline, level, None)

    def is_numbered(self, style: str, level: int) -> bool:
        """Whether items of this level have numbers, not marks."""
        return bool(self.styles.get(style, {}).get(level, ListLevel()).form)

    def _counted(self, key: str, levels: dict[int, ListLevel], level: int, start: int | None) -> str:
        own = levels.get(level, ListLevel())
        counts = self._counts.setdefault(key, {})
        counts[level] = start if start is not None else counts[level] + 1 if level in counts else own.start
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if not own.form:
            return own.bullet
        shown = range(max(1, level - own.shown_levels + 1), level + 1)
        numbers = [format_number(counts.get(n, 1), levels.get(n, own).form or "decimal") for n in shown]
        return own.before + ".".join(numbers) + own.after


def read_lists(parts: Iterable[etree._Element]) -> Lists:
    """Return the list styles and the numbering of heads in these parts."""
    styles: dict[str, dict[int, ListLevel]] = {}
    outline: dict[int, ListLevel] = {}
    for root in parts:
        for element in root.iter(TEXT + "list-style"):
            styles[str(element.get(STYLE + "name", ""))] = dict(map(_level, element.iterchildren("*")))
        for element in root.iter(TEXT + "outline-style"):
            outline = dict(map(_level, element.iterchildren("*")))
    return Lists(styles, outline)


def _level(element: etree._Element) -> tuple[int, ListLevel]:
    first = str(element.get(STYLE + "num-format", "")).split(",")[0].strip()
    bullet = str(element.get(TEXT + "bullet-char", ""))
    return _int(element.get(TEXT + "level"), 1), ListLevel(
        form=_FORMATS.get(first, "decimal") if first else "",
        before=str(element.get(STYLE + "num-prefix", "")),
        after=str(element.get(STYLE + "num-suffix", "")),
        bullet=("・" if "\ue000" <= bullet[:1] <= "\uf8ff" else bullet) or "",
        start=_int(element.get(TEXT + "start-value"), 1),
        shown_levels=_int(element.get(TEXT + "display-levels"), 1),
    )


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else otherwise
