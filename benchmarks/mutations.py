"""Damage done to a file, from a seed: what broken transfers, broken programs and ill will make of it."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

__all__ = ["mutated"]

_NUMBERS = (b"0", b"-1", b"1", b"99999999999", b"2147483648", b"4294967295", b"1e309", b"NaN", b"", b"\xff\xfe")
_BYTES = (
    b"\0",
    b"\xff",
    b"\x1b$B",
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"]]>",
    b"<!--",
    b"\r",
    b"\x80",
    b"\xe3\x81",
    b"\xed\xa0\x80",
    b"%%EOF",
)
_RAW_FIRST = 0.15
"""So often a container is damaged as bytes, and not in one of its members."""


def mutated(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """The content with one to six pieces of damage; `others` are files to splice in."""
    if content.startswith(b"PK\x03\x04") and rng.random() > _RAW_FIRST:
        return _in_container(content, rng)
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        content = rng.choice(_RAW)(content, others, rng)
    return content


def _place(content: bytes, rng: random.Random) -> tuple[int, int]:
    """A stretch of it, short ones more often."""
    start = rng.randrange(len(content) + 1)
    return start, min(len(content), start + int(rng.expovariate(1 / rng.choice((4, 40, 400)))))


def _flip(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(rng.choice((1, 1, 4, 40))):
        if damaged:
            damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def _cut(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _place(content, rng)
    return content[:start] if rng.random() < 0.3 else content[:start] + content[end:]


def _double(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _place(content, rng)
    return content[:end] + content[start:end] * rng.choice((1, 2, 50)) + content[end:]


def _splice(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    other = rng.choice(others)
    start, _ = _place(content, rng)
    first, last = _place(other, rng)
    return content[:start] + (other[first:last] + content[start:] if rng.random() < 0.5 else other[first:])


def _insert(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    start, _ = _place(content, rng)
    return content[:start] + rng.choice(_BYTES) * rng.choice((1, 3, 300)) + content[start:]


def _number(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    """Another number in place of one it has."""
    found = list(re.finditer(rb"\d+", content[:200_000]))
    if not found:
        return content
    match = rng.choice(found)
    return content[: match.start()] + rng.choice(_NUMBERS) + content[match.end() :]


def _exchange(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    """Two stretches between tags or line ends change places, or one comes again elsewhere."""
    pieces = re.split(rb"(?<=>)|(?<=\n)", content[:200_000])
    if len(pieces) < 3:
        return content
    first, second = rng.randrange(len(pieces)), rng.randrange(len(pieces))
    pieces[first], pieces[second] = pieces[second], rng.choice((pieces[first], pieces[second], b""))
    return b"".join(pieces) + content[200_000:]


_RAW: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    _flip, _cut, _double, _splice, _insert, _number, _exchange,
)  # fmt: skip


def _in_container(content: bytes, rng: random.Random) -> bytes:
    """Damage in one or two members of a zip container, or a member that is lost, doubled or misnamed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    for _ in range(rng.choice((1, 1, 2))):
        index = rng.randrange(len(members))
        name, inner = members[index]
        kind = rng.random()
        if kind < 0.04:
            members.pop(index)
        elif kind < 0.08:
            members[index] = (rng.choice(members)[0], inner)
        elif kind < 0.12:
            members.append((name, inner))
        elif name.endswith((".xml", ".rels")) and kind < 0.7:
            members[index] = (name, _well_formed(inner, rng))
        else:
            members[index] = (name, mutated(inner, [other for _, other in members], rng))
        if not members:
            return b""
    return _packed(members)


def _well_formed(xml: bytes, rng: random.Random) -> bytes:
    """Other attributes, other places and other numbers of elements; it stays XML, so that the walkers see it."""
    for _ in range(rng.choice((1, 2, 5))):
        kind = rng.randrange(4)
        leaves = list(re.finditer(rb"<([\w:]+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)", xml[:200_000]))
        values = list(re.finditer(rb'(?<==")[^"<>]*(?=")', xml[:200_000]))
        if kind < 3 and leaves:
            leaf, other = rng.choice(leaves), rng.choice(leaves)
            new = (b"", leaf[0] * rng.choice((2, 3, 60)), leaf[0] + other[0])[kind]
            xml = xml[: leaf.start()] + new + xml[leaf.end() :]
        elif values:
            value = rng.choice(values)
            new = rng.choice((*_NUMBERS[:-1], rng.choice(values)[0]))
            xml = xml[: value.start()] + new + xml[value.end() :]
    return xml


def _packed(members: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        written: set[str] = set()
        for name, inner in members:
            if name not in written:
                archive.writestr(zipfile.ZipInfo(name), inner)
            written.add(name)
    return buffer.getvalue()
