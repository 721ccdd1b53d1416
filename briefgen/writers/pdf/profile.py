"""The colour profile that archival PDF asks for: what the red, green and blue of the drawing mean."""

from __future__ import annotations

from functools import cache

from PIL import ImageCms

__all__ = ["srgb_profile"]

_DATE = slice(24, 36)
"""Where an ICC profile holds the time it was made (ICC.1:2022, 7.2.8)."""


@cache
def srgb_profile() -> bytes:
    """An ICC profile of sRGB, the same bytes whenever it is made."""
    content = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    content[_DATE] = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))
    return bytes(content)
