"""OLE compound files (.msg, .doc, .xls, protected .docx): their streams by path, and what program wrote them.

The format is [MS-CFB]: a header, sectors chained by an allocation table (FAT), small streams in 64-byte sectors of
their own, and a directory of 128-byte entries that form a tree. Chains are followed no further than the file is long.
"""

from __future__ import annotations

import shlex
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.errors import UnreadableDocumentError, UnsupportedFormatError

__all__ = ["MAGIC", "OleFile", "open_ole", "unread_error"]

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = struct.Struct("<64sHBxIII36xIQ")
_NONE = 0xFFFFFFFA
"""Sector numbers from here on mean the end of a chain or no sector."""
_NO_ENTRY = 0xFFFFFFFF
_STREAM, _STORAGE, _ROOT = 2, 1, 5
_HEADER_CHAIN = 109
_AGAIN = "Fetch the file again; old Office files (.doc, .xls) must be saved as .docx or .xlsx"

_PROGRAMS = (
    ("EncryptedPackage", "is protected by a password", "Open it in Word or Excel and save a copy without the password"),
    (
        "WordDocument",
        "is an old Word file (.doc)",
        "Save it as .docx; in its folder: soffice --headless --convert-to docx {name}",
    ),
    (
        "Workbook",
        "is an old Excel file (.xls)",
        "Save it as .xlsx; in its folder: soffice --headless --convert-to xlsx {name}",
    ),
    (
        "Book",
        "is an old Excel file (.xls)",
        "Save it as .xlsx; in its folder: soffice --headless --convert-to xlsx {name}",
    ),
    ("PowerPoint Document", "is an old PowerPoint file (.ppt)", "Print it to a PDF and give that"),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class OleFile:
    """An opened compound file: its streams and storages by path from the root."""

    content: bytes = field(repr=False)
    sector: int
    """Bytes a sector has."""
    cutoff: int
    """Streams of fewer bytes lie in the small sectors."""
    fat: tuple[int, ...] = field(repr=False)
    mini_fat: tuple[int, ...] = field(repr=False)
    entries: dict[tuple[str, ...], _Entry] = field(repr=False)

    def names(self, *folder: str) -> list[str]:
        """The names in a storage, the root when none is given, in the order of the file."""
        return [path[-1] for path in self.entries if path[:-1] == folder and path]

    def read(self, *path: str) -> bytes | None:
        """The bytes of a stream, None when there is none."""
        entry = self.entries.get(path)
        if entry is None or entry.kind != _STREAM:
            return None
        if entry.size >= self.cutoff:
            return b"".join(_sectors(self.content, self.fat, entry.start, self.sector))[: entry.size]
        root = self.entries[()]
        small = b"".join(_sectors(self.content, self.fat, root.start, self.sector))
        pieces = (small[number * 64 : number * 64 + 64] for number in _chain(self.mini_fat, entry.start))
        return b"".join(pieces)[: entry.size]


def open_ole(content: bytes, name: str) -> OleFile:
    """Return the compound file in these bytes.

    Raises:
        UnreadableDocumentError: it is damaged or cut off.
    """
    damaged = UnreadableDocumentError(f"{name} is damaged or cut off: its parts cannot be found", _AGAIN)
    if len(content) < 512 or not content.startswith(MAGIC):
        raise damaged
    (shift,) = struct.unpack_from("<H", content, 30)
    directory, _, cutoff, mini, _, chained, _ = struct.unpack_from("<7I", content, 48)
    if shift not in (9, 12):
        raise damaged
    sector = 1 << shift
    fat = _table(content, _fat_sectors(content, sector, chained), sector)
    raw = b"".join(_sectors(content, fat, directory, sector))
    listed = [_entry(raw, offset) for offset in range(0, len(raw) - _ENTRY.size + 1, _ENTRY.size)]
    if not listed or listed[0].kind != _ROOT:
        raise damaged
    return OleFile(content, sector, cutoff, fat, _table(content, list(_chain(fat, mini)), sector), _tree(listed))


def unread_error(content: bytes, name: str) -> UnsupportedFormatError | UnreadableDocumentError:
    """The error that says what program wrote this file, and the way out."""
    try:
        names = open_ole(content, name).names()
    except UnreadableDocumentError as error:
        names = [program for program, _, _ in _PROGRAMS if program.encode("utf-16-le") in content]
        if not names:
            return error
    for program, what, hint in _PROGRAMS:
        if program in names:
            return UnsupportedFormatError(f"{name} {what}.", hint.format(name=shlex.quote(name)))
    return UnsupportedFormatError(
        f"{name} is an old Office file of an unknown kind.", "Save it as .docx or PDF in the program that made it."
    )


# ---------------------------------------------------------------- sectors


def _chain(fat: tuple[int, ...], start: int) -> Iterator[int]:
    """The numbers of a chain; one that runs in a circle ends after as many as there are sectors."""
    number = start
    for _ in fat:
        if number >= _NONE or number >= len(fat):
            return
        yield number
        number = fat[number]


def _sectors(content: bytes, fat: tuple[int, ...], start: int, sector: int) -> Iterator[bytes]:
    """The sectors of a chain; sector 0 follows the header, which takes a whole sector."""
    return (content[(number + 1) * sector : (number + 2) * sector] for number in _chain(fat, start))


def _table(content: bytes, numbers: list[int], sector: int) -> tuple[int, ...]:
    raw = b"".join(content[(number + 1) * sector : (number + 2) * sector] for number in numbers)
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _fat_sectors(content: bytes, sector: int, chained: int) -> list[int]:
    """Where the allocation table lies: 109 sectors are named in the header, more in a chain of their own."""
    most = len(content) // sector
    numbers = list(struct.unpack_from(f"<{_HEADER_CHAIN}I", content, 76))
    seen = 0
    while chained < _NONE and chained < most and seen < most:
        (*more, chained) = _table(content, [chained], sector) or (_NONE,)
        numbers += more
        seen += 1
    return [number for number in numbers if number < most][:most]


# ---------------------------------------------------------------- directory


def _entry(raw: bytes, offset: int) -> _Entry:
    name, length, kind, left, right, child, start, size = _ENTRY.unpack_from(raw, offset)
    text = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(text, kind, left, right, child, start, size & 0xFFFFFFFF)


def _tree(listed: list[_Entry]) -> dict[tuple[str, ...], _Entry]:
    """The entries by path; each is taken once, so that a tree in a circle ends."""
    found: dict[tuple[str, ...], _Entry] = {(): listed[0]}
    taken = {0}
    waiting: list[tuple[int, tuple[str, ...]]] = [(listed[0].child, ())]
    while waiting:
        number, folder = waiting.pop()
        if number == _NO_ENTRY or number >= len(listed) or number in taken:
            continue
        taken.add(number)
        entry = listed[number]
        found[(*folder, entry.name)] = entry
        waiting += [(entry.left, folder), (entry.right, folder)]
        if entry.kind == _STORAGE:
            waiting.append((entry.child, (*folder, entry.name)))
    return found
