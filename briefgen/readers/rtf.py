"""The text of a mail that Outlook keeps as compressed RTF ([MS-OXRTFCP]), as HTML or plain text ([MS-OXRTFEX]).

[x] code pages by font, Unicode characters  [x] HTML wrapped in RTF, text wrapped in RTF, plain RTF
[-] looks, pictures, tables of plain RTF: their words only
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

__all__ = ["RtfText", "decompressed", "rtf_text"]

_PRESET = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds at the beginning ([MS-OXRTFCP] 2.1.2.1)."""
_WINDOW = 4096
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_HEADER = struct.Struct("<II4sI")


def decompressed(content: bytes, most: int) -> bytes | None:
    """Return the RTF in these bytes, or None when they are damaged or give more than `most` bytes."""
    if len(content) < _HEADER.size:
        return None
    _, size, kind, _ = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if size > most or kind not in (_COMPRESSED, _PLAIN):
        return None
    return body[:size] if kind == _PLAIN else _inflated(body, size)


def _inflated(body: bytes, size: int) -> bytes | None:
    out, place, end = bytearray(_PRESET), 0, len(_PRESET) + size
    while place < len(body) and len(out) < end:
        flags, place = body[place], place + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += body[place : place + 1]
                place += 1
                continue
            token = int.from_bytes(body[place : place + 2], "big")
            place += 2
            back = (len(out) - (token >> 4)) % _WINDOW
            if back == 0 or back > len(out) or place > len(body):
                return bytes(out[len(_PRESET) : end])
            start, length = len(out) - back, (token & 15) + 2
            out += (out[start : start + length] * length)[:length]
    return bytes(out[len(_PRESET) : end])


# ---------------------------------------------------------------- RTF


@dataclass(frozen=True, slots=True)
class RtfText:
    """The words of an RTF document, and whether they are the source text of a web page."""

    text: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    is_silent: bool = False
    """Its text is no text of the document."""
    is_for_rtf: bool = False
    """In HTML wrapped in RTF: the part that only programs without HTML show."""
    code_page: str = "cp1252"
    fallback: int = 1
    """How many characters behind a Unicode one stand for it in older programs."""
    font: int | None = None
    """In the table of fonts: the one being described."""


_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(\*)|\\(.)|([{}])|([^\\{}\r\n]+)", re.DOTALL
)
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_KNOWN_PAGES = {932, 936, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874, 437, 850}
_SILENT = {
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"headerf", b"footerf",
    b"footnote", b"mhtmltag", b"filetbl", b"listtable", b"listoverridetable", b"revtbl", b"rsidtbl", b"generator",
}  # fmt: skip
_WORDS = {
    b"par": "\n", b"line": "\n", b"page": "\n", b"sect": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "・", b"endash": "–",
    b"emdash": "—", b"emspace": "\u3000",
}  # fmt: skip
_SIGNS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n"}
_ESCAPED = (b"\\", b"{", b"}")
"""They may be the second byte of a character."""
_DEEPEST = 500


def rtf_text(content: bytes) -> RtfText:
    """Return the text of an RTF document; HTML in its own form when the RTF only wraps it."""
    is_html = b"\\fromhtml1" in content[:1000]
    return RtfText("".join(_Words(is_html).read(content)), is_html)


@dataclass(slots=True)
class _Words:
    """Walks the groups of an RTF document."""

    is_html: bool
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    pending: bytearray = field(default_factory=bytearray)
    """Bytes in the code page of the state: a character of two may come in two tokens."""
    units: list[int] = field(default_factory=list)
    """Units of UTF-16, of which two may make a character."""
    skip: int = 0

    def read(self, content: bytes) -> Iterator[str]:
        """The pieces of text."""
        for match in _TOKEN.finditer(content):
            word, number, code, star, sign, brace, plain = match.groups()
            if code is not None:
                yield from self._bytes(bytes.fromhex(code.decode()))
            elif plain is not None:
                yield from self._bytes(plain)
            elif word is not None:
                yield from self._word(word, int(number) if number is not None else None)
            elif brace is not None:
                yield from self._flushed()
                self._group(brace)
            elif star is not None:
                self.state = replace(self.state, is_silent=True)
            elif sign in _ESCAPED:
                yield from self._bytes(sign)
            elif sign is not None:
                yield from self._shown(_SIGNS.get(sign, ""))
        yield from self._flushed()

    def _group(self, brace: bytes) -> None:
        self.skip = 0
        if brace == b"{" and len(self.stack) < _DEEPEST:
            self.stack.append(self.state)
        elif brace == b"}" and self.stack:
            self.state = self.stack.pop()

    @property
    def _is_shown(self) -> bool:
        return not self.state.is_silent and not self.state.is_for_rtf

    def _bytes(self, content: bytes) -> Iterator[str]:
        if self.skip:
            passed = min(self.skip, len(content))
            self.skip, content = self.skip - passed, content[passed:]
        if content and self._is_shown:
            if self.units:
                yield from self._flushed()
            self.pending += content

    def _shown(self, text: str) -> Iterator[str]:
        yield from self._flushed()
        if text and self._is_shown:
            yield text

    def _flushed(self) -> Iterator[str]:
        if self.pending:
            yield self.pending.decode(self.state.code_page, "replace")
            self.pending.clear()
        if self.units:
            yield b"".join(unit.to_bytes(2, "little") for unit in self.units).decode("utf-16-le", "replace")
            self.units.clear()

    def _word(self, word: bytes, number: int | None) -> Iterator[str]:
        if word == b"u" and number is not None:
            if self._is_shown:
                if self.pending:
                    yield from self._flushed()
                self.units.append(number % 65536)
            self.skip = self.state.fallback
            return
        if word in _WORDS:
            yield from self._shown(_WORDS[word])
            return
        yield from self._flushed()
        self._change(word, number)

    def _change(self, word: bytes, number: int | None) -> None:
        """A word that says how what follows is to be read."""
        state = self.state
        if word == b"htmltag":
            state = replace(state, is_silent=False)
        elif word == b"htmlrtf":
            state = replace(state, is_for_rtf=self.is_html and number != 0)
        elif word in _SILENT:
            state = replace(state, is_silent=True)
        elif word == b"uc" and number is not None:
            state = replace(state, fallback=max(0, min(number, 8)))
        elif word == b"ansicpg" and number in _KNOWN_PAGES:
            state = replace(state, code_page=f"cp{number}")
        elif word == b"f" and number is not None:
            state = replace(state, font=number, code_page=self.fonts.get(number, state.code_page))
        elif word == b"fcharset" and number in _CODE_PAGES and state.font is not None and state.is_silent:
            self.fonts[state.font] = _CODE_PAGES[number]
        self.state = state
