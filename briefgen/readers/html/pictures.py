"""Pictures of a web page: inside it (data: addresses, RFC 2397), in its archive (.mht), or in files beside it."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from lxml import etree

from briefgen.model.document import Picture
from briefgen.readers.pictures import Neighbours, known_picture, no_neighbours

__all__ = ["PagePictures", "lift_pictures"]

_DATA = re.compile(rb"data:image/[a-z.+-]{1,20};base64,([A-Za-z0-9+/=%\s]*)", re.IGNORECASE)
_LIFTED = re.compile(r"data:(\d{1,7})")
_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
"""Attributes with the address; scripts put the first three into the last, which holds an empty picture until then."""
_ESCAPED = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")
"""Addresses with a scheme or from the root: they lie on a server, and nothing is fetched."""


@dataclass(frozen=True, slots=True)
class PagePictures:
    """Where the pictures of a page come from."""

    inside: tuple[bytes, ...]
    """Base64 of the pictures inside the page, by the numbers that stand for them."""
    beside: Neighbours
    most_bytes: int
    archived: Neighbours = no_neighbours
    """Gives the part of a saved page (.mht) at an address of any kind."""

    def shown_by(self, image: etree._Element) -> Picture | None:
        """The picture of an img element: the one that is loaded when it comes into view, else that of its src."""
        addresses = (image.get(name) for name in _SOURCES)
        return next((found for address in addresses if address and (found := self.get(address))), None)

    def get(self, address: str) -> Picture | None:
        """The picture at this address of the page; None when it is elsewhere, too large, or neither PNG nor JPEG."""
        lifted = _LIFTED.fullmatch(address)
        content = self._inside(int(lifted[1])) if lifted is not None else self._archived_or_beside(address)
        return known_picture(content) if content is not None and len(content) <= self.most_bytes else None

    def _inside(self, number: int) -> bytes | None:
        if number >= len(self.inside) or len(self.inside[number]) > 2 * self.most_bytes:
            return None
        try:
            return base64.b64decode(_ESCAPED.sub(_unescaped, self.inside[number]))
        except (binascii.Error, ValueError):
            return None

    def _archived_or_beside(self, address: str) -> bytes | None:
        archived = self.archived(address)
        return self._beside(address) if archived is None else archived

    def _beside(self, address: str) -> bytes | None:
        place = re.split(r"[?#]", address.strip(), maxsplit=1)[0].removeprefix("./")
        if not place or _ELSEWHERE.match(place):
            return None
        return self.beside(_ESCAPED.sub(_unescaped, place.encode("utf-8", "replace")).decode("utf-8", "replace"))


def lift_pictures(content: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """Return a page with a number in place of each picture inside it, and these in Base64.

    They are no text: neither the parser nor the limits shall meet them. A page in UTF-16 stays as it is.
    """
    found: list[bytes] = []

    def number(match: re.Match[bytes]) -> bytes:
        found.append(match[1])
        return b"data:%d" % (len(found) - 1)

    return (_DATA.sub(number, content), tuple(found)) if b"base64," in content else (content, ())


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[0].replace(b"%", b"").decode())
