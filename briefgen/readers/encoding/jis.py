"""ISO-2022-JP bytes -> text, with what mail programs really write into it.

The codecs of Python each know some of the character sets an escape can name (RFC 1468, RFC 2237, JIS X 0201 kana,
JIS X 0213:2004) and none knows the vendor rows (①, ㈱, 髙) that Windows puts into JIS X 0208; this reader knows all.
"""

from __future__ import annotations

import re

__all__ = ["decode_jis", "has_jis_escape"]

_ESCAPE = re.compile(rb"\x1b(\$@|\$B|\$\(D|\$\(O|\$\(P|\$\(Q|\(B|\(J|\(I)")
_DOUBLE = {b"$@": b"", b"$B": b"", b"$(D": b"\x8f", b"$(O": b"", b"$(P": b"\x8f", b"$(Q": b""}
"""Sets of two bytes a character, with what stands before them in EUC-JP."""
_UNREADABLE = "\ufffd"
_LONGEST_ESCAPE = 3


def has_jis_escape(content: bytes) -> bool:
    """Whether an escape for Japanese characters occurs."""
    return re.search(rb"\x1b(?:\$[@B]|\$\(|\(I)", content) is not None


def decode_jis(content: bytes) -> tuple[str, int]:
    """Return the text, U+FFFD for what cannot be read, and the number of bytes cut off a character at the end."""
    cut = 0
    tail = content.rfind(b"\x1b", len(content) - _LONGEST_ESCAPE)
    if tail >= 0 and _ESCAPE.match(content, tail) is None:
        cut, content = len(content) - tail, content[:tail]
    first, *rest = _ESCAPE.split(content)
    text = _single(first, b"(B")
    for number in range(0, len(rest), 2):
        name, stretch = rest[number], rest[number + 1]
        is_last = number + 2 == len(rest)
        if name not in _DOUBLE:
            text += _single(stretch, name)
            continue
        pairs = _pairs(stretch)
        if is_last and pairs and len(pairs[-1]) == 1 and pairs[-1] > b" ":
            cut += len(pairs.pop())
        text += "".join(_double(pair, name) for pair in pairs)
    return text, cut


def _single(stretch: bytes, name: bytes) -> str:
    """ASCII, or half-width kana, which are the same bytes with the highest bit in CP932."""
    if name == b"(I":
        stretch = bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in stretch)
        return stretch.decode("cp932", "replace")
    return stretch.decode("ascii", "replace")


def _pairs(stretch: bytes) -> list[bytes]:
    """Two bytes each; line ends and spaces stand alone."""
    return re.findall(rb"[\x21-\x7e\x80-\xff]{2}|[\s\S]", stretch)


def _double(pair: bytes, name: bytes) -> str:
    if len(pair) == 1:
        return pair.decode("ascii") if pair <= b" " else _UNREADABLE
    raised = _DOUBLE[name] + bytes(byte | 0x80 for byte in pair)
    codec = "euc_jis_2004" if name in (b"$(O", b"$(P", b"$(Q") else "euc_jp"
    try:
        return raised.decode(codec)
    except UnicodeDecodeError:
        return _vendor(pair) if name in (b"$@", b"$B") else _UNREADABLE


def _vendor(pair: bytes) -> str:
    """The rows which Windows added: by way of Shift_JIS (JIS X 0208:1997, annex 1)."""
    row, cell = pair[0] - 0x20, pair[1] - 0x20
    if not (0 < row <= 94 and 0 < cell <= 94):
        return _UNREADABLE
    lead = (row - 1) // 2 + (0x81 if row < 63 else 0xC1)
    in_odd_row = cell + (0x3F if cell < 64 else 0x40)
    return bytes((lead, in_odd_row if row % 2 else cell + 0x9E)).decode("cp932", "replace")
