"""A look at a PDF before an engine opens it: page contents that would take minutes and gigabytes are refused.

The engines work through a page in one call that cannot be stopped, so what they are given is bounded beforehand.
Contents that are encrypted or packed by anything but Flate (and ASCII85 around it) are not looked into.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefgen.errors import UnreadableDocumentError
from briefgen.model.limits import Limits

__all__ = ["refuse_huge_pages"]

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1200
"""So many bytes before its data the dictionary of a stream is looked for."""
_NO_CONTENT = re.compile(rb"/Image\b|/Length1\b|/Type1C|/CIDFontType0C|/OpenType|/XRef\b|/ObjStm\b|/Metadata\b|/N \d")
_FLATE = re.compile(rb"/(FlateDecode|Fl)\b")
_ASCII = re.compile(rb"/(ASCII85Decode|A85)\b")
_NUMBER = re.compile(rb"(\d+)\s+\d+$")
_REFERENCE = re.compile(rb"\b(\d{1,9}) \d+ R\b")
_DRAWN = re.compile(rb"\bDo\b")
_DIGITS = bytes(max(code - ord("!"), 0) for code in range(256))
"""What each character of ASCII85 counts."""
_MOST_OVERLAP = 10
"""How often, on average, a byte may lie in a stream; a file attached unpacked makes it two."""
_DEEPEST = 200
"""Forms looked at below one another."""
_HINT = "Print the paper to a new PDF, without this page if need be"
_TEXT_SHOWN = (b"Tj", b"TJ")
_STATE_SAVED = (b"q\n", b"q ", b"q\r")


class _Stream(NamedTuple):
    """A stream that can be drawn: its object number, what its dictionary refers to, and its commands."""

    number: int
    refers_to: tuple[int, ...]
    data: bytes


def refuse_huge_pages(content: bytes, name: str, limits: Limits) -> int:
    """Return the bytes of the largest page content of the file, when each of them is within the limits.

    Raises UnreadableDocumentError for one that unpacks to more bytes, or has more commands, than any paper has.
    """
    forms: dict[int, tuple[int, tuple[int, ...]]] = {}
    largest = 0
    for stream in _streams(content, name, limits.max_page_bytes + 1):
        data = stream.data
        largest = max(largest, len(data))
        drawn = len(_DRAWN.findall(data)) if b"Do" in data else 0
        forms[stream.number] = (drawn, stream.refers_to)
        if len(data) > limits.max_page_bytes or _has_more_commands(data, limits.max_page_commands):
            raise UnreadableDocumentError(
                f"{name} has a page with more than {limits.max_page_bytes / 1e6:,.0f} MB of drawing commands or "
                f"{limits.max_page_commands:,} pieces of text",
                _HINT,
            )
    if any(_cost(number, forms, {}) > limits.max_page_commands for number in forms):
        raise UnreadableDocumentError(
            f"{name} draws forms within forms more than {limits.max_page_commands:,} times on a page", _HINT
        )
    return largest


def _has_more_commands(data: bytes, most: int) -> bool:
    """Whether more than so many pieces of text and saved states are in the data; each takes two bytes."""
    return len(data) > 2 * most and sum(map(data.count, _TEXT_SHOWN + _STATE_SAVED)) > most


def _cost(number: int, forms: Mapping[int, tuple[int, tuple[int, ...]]], known: dict[int, int]) -> int:
    """At most how many forms are drawn by drawing this one; a form that draws itself counts once."""
    if number not in known:
        known[number] = 1
        times, refers_to = forms[number]
        if times and len(known) < _DEEPEST:
            inner = max((_cost(other, forms, known) for other in refers_to if other in forms), default=0)
            known[number] = 1 + times * inner
    return known[number]


def _streams(content: bytes, name: str, most: int) -> Iterator[_Stream]:
    """The streams that can be page contents, unpacked up to so many bytes.

    What only looks like the beginning of a stream, in a remark or in other data, cannot be told from one, so each
    is looked into; UnreadableDocumentError is raised where that would be most of the file again and again.
    """
    end, seen = -1, 0
    for match in _STREAM.finditer(content):
        if content[match.start() - 3 : match.start()] == b"end":
            continue
        head = content[max(match.start() - _DICTIONARY, 0) : match.start()]
        begin = head.rfind(b" obj")
        number = _NUMBER.search(head[: max(begin, 0)])
        if end < match.end():
            end = content.find(b"endstream", match.end())
        if end < 0:
            return
        if _NO_CONTENT.search(head[begin:]):
            continue
        seen += end - match.end()
        if seen > _MOST_OVERLAP * len(content):
            raise UnreadableDocumentError(f"{name} has streams within streams", _HINT)
        refers_to = tuple(map(int, _REFERENCE.findall(head[begin:])))
        data = _unpacked(content[match.end() : end], head[begin:], most)
        yield _Stream(int(number[1]) if number else -match.start(), refers_to, data)


def _unpacked(data: bytes, head: bytes, most: int) -> bytes:
    """The data of a stream, up to so many bytes; what cannot be unpacked is left to the engine."""
    if _ASCII.search(head):
        try:
            data = _from_ascii85(data.strip().removesuffix(b"~>"))
        except struct.error:
            return b""
    for _ in _FLATE.findall(head):
        try:
            data = zlib.decompressobj().decompress(data, most)
        except zlib.error:
            return b""
    return data


def _from_ascii85(data: bytes) -> bytes:
    """The bytes that five characters for each four stand for; a third of the time of the standard library.

    Raises struct.error for what is no ASCII85.
    """
    digits = b"".join(data.split()).replace(b"z", b"!!!!!")
    missing = -len(digits) % 5
    digits = (digits + b"u" * missing).translate(_DIGITS)
    fives = zip(*(digits[at::5] for at in range(5)), strict=True)
    words = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e for a, b, c, d, e in fives]
    return struct.pack(f">{len(words)}I", *words)[: 4 * len(words) - missing]
