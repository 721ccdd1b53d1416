"""The two fonts of a PDF: their bytes in, names to draw with, widths and a check of what they can show out."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefgen.errors import DependencyError

__all__ = ["SUBSTITUTE", "FontFiles", "Typeface", "Typefaces", "load_typefaces"]

SUBSTITUTE = "〓"
"""The geta mark, which Japanese printing sets where a character is not in the case."""

_HINT = "a static TrueType font (.ttf) with Japanese characters is needed, such as Noto Sans JP"
_NOT_DRAWN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb"
    "\\U000e0100-\\U000e01ef]"
)
"""Control and format characters, and variation selectors, for which fonts have no shape or draw a box."""
_DECOMPOSED = re.compile("[^\\u0300-\\u036f\\u3099\\u309a][\\u0300-\\u036f\\u3099\\u309a]+")


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The bytes of two static TrueType fonts of one family; no other font is used."""

    regular: bytes = field(repr=False)
    bold: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight of the family, ready to draw with."""

    name: str
    """What the drawing library knows it by."""
    widths: Mapping[int, float] = field(repr=False)
    """Advance by code point, in thousandths of the font size."""
    default_width: float
    glyphs: frozenset[int] = field(repr=False)
    """Code points it has a shape for."""

    def advances(self, text: str, size: float) -> list[float]:
        """The width of each character in points."""
        scale = size / 1000
        return [self.widths.get(code, self.default_width) * scale for code in map(ord, text)]

    def width(self, text: str, size: float) -> float:
        """The width of the text in points."""
        return sum(self.advances(text, size))

    def drawable(self, text: str) -> tuple[str, frozenset[str]]:
        """The text with `SUBSTITUTE` for what the font lacks and without what is never drawn, and what it lacks.

        Composed characters stand for decomposed ones (が for か and a combining mark), a plain space for a tab and for
        spaces the font lacks.
        """
        text = _NOT_DRAWN.sub("", text.replace("\t", " "))
        text = _DECOMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
        missing = {character for character in set(text) if ord(character) not in self.glyphs}
        for character in missing:
            text = text.replace(character, " " if character.isspace() else SUBSTITUTE)
        return text, frozenset(character for character in missing if not character.isspace())


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Both weights."""

    regular: Typeface
    bold: Typeface

    def weight(self, *, bold: bool) -> Typeface:
        """The weight asked for."""
        return self.bold if bold else self.regular


def load_typefaces(files: FontFiles) -> Typefaces:
    """The fonts made known to the drawing library, under names made from their content.

    Raises `DependencyError` when a file is no TrueType font, is a variable font (which would be drawn in its thinnest
    weight), lacks `SUBSTITUTE`, or when both have the same inner name (of which only one would be embedded).
    """
    regular, bold = _register(files.regular, "regular"), _register(files.bold, "bold")
    if regular.face.name == bold.face.name:
        inner = regular.face.name.decode("latin-1")
        raise DependencyError(f"the regular and the bold font are both named {inner}", _HINT)
    return Typefaces(_typeface(regular, "regular"), _typeface(bold, "bold"))


def _register(content: bytes, weight: str) -> TTFont:
    """The font under a name of its own: the same bytes are registered once, other bytes never collide with them."""
    name = f"briefgen-{hashlib.sha256(content).hexdigest()[:16]}"
    if name in pdfmetrics.getRegisteredFontNames():
        return pdfmetrics.getFont(name)
    if b"fvar" in _table_tags(content):
        raise DependencyError(f"the {weight} font is a variable font", _HINT)
    try:
        font = TTFont(name, io.BytesIO(content), shapable=False)
    except (TTFError, struct.error, IndexError, KeyError, ValueError) as error:
        raise DependencyError(f"the {weight} font cannot be used: {error}", _HINT) from error
    pdfmetrics.registerFont(font)
    return font


def _table_tags(content: bytes) -> frozenset[bytes]:
    """The tags in the table directory of an sfnt file (OpenType specification, "Font file")."""
    count = int.from_bytes(content[4:6], "big")
    return frozenset(content[12 + 16 * index : 16 + 16 * index] for index in range(count))


def _typeface(font: TTFont, weight: str) -> Typeface:
    glyphs = frozenset(font.face.charToGlyph) | {0x0A, 0xA0}
    if ord(SUBSTITUTE) not in glyphs:
        raise DependencyError(f"the {weight} font has no Japanese characters", _HINT)
    widths = {**font.face.charWidths, 0x0A: 0.0, 0xA0: font.face.charWidths[0x20]}
    return Typeface(font.fontName, widths, font.face.defaultWidth, glyphs)
