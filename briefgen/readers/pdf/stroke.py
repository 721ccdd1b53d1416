"""A font for all fonts that a PDF only names: every character is the same small stroke.

What a reader wants to know of a character is its code, its place and its width, and these the PDF itself has. The
engine also wants a glyph, because it leaves out what draws nothing. This one lies inside the box of any character, so
that places and widths of the PDF are kept; and a paper is read alike on every machine, whatever fonts it has.
"""

from __future__ import annotations

import struct

__all__ = ["stroke_font"]

_EM = 1000
_WIDTH, _HEIGHT = 100, 700
"""Of the stroke, which stands on the base line: as narrow as no character, as high as a capital letter."""
_UNITS = struct.Struct(">4h")


def stroke_font() -> bytes:
    """Return the font as a TrueType file: tables as in the OpenType specification, all fields not named are zero."""
    glyph = _stroke()
    tables = {
        b"cmap": _character_map(),
        b"glyf": glyph * 2,
        b"head": struct.pack(">I8xI2xH16x4h10x", 0x10000, 0x5F0F3CF5, _EM, 0, 0, _WIDTH, _HEIGHT),
        b"hhea": struct.pack(">I2h26xH", 0x10000, _HEIGHT, 0, 1),
        b"hmtx": struct.pack(">H4x", _EM),
        b"loca": struct.pack(">3H", 0, len(glyph) // 2, len(glyph)),
        b"maxp": struct.pack(">I3H22x", 0x10000, 2, 4, 1),
    }
    directory = struct.pack(">IH6x", 0x10000, len(tables))
    begin, data = len(directory) + 16 * len(tables), b""
    for tag, table in tables.items():
        directory += struct.pack(">4s4xII", tag, begin + len(data), len(table))
        data += table + bytes(-len(table) % 4)
    return directory + data


def _character_map() -> bytes:
    """All characters have glyph 1: one group of a map of many to one (format 13)."""
    return struct.pack(">2H2HI", 0, 1, 3, 10, 12) + struct.pack(">2H6I", 13, 0, 28, 0, 1, 0, 0x10FFFF, 1)


def _stroke() -> bytes:
    """An outline of four points on the curve, each given by its distance from the one before."""
    outline = struct.pack(">5h2H", 1, 0, 0, _WIDTH, _HEIGHT, 3, 0)
    return outline + bytes([1] * 4) + _UNITS.pack(0, 0, _WIDTH, 0) + _UNITS.pack(0, _HEIGHT, 0, -_HEIGHT)
