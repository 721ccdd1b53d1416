"""The text of a mail that Outlook keeps as compressed RTF ([MS-OXRTFCP]), as HTML or plain text ([MS-OXRTFEX]).

[x] code pages by font, Unicode characters  [x] HTML wrapped in RTF, text wrapped in RTF, plain RTF
[x] plain RTF: deletions, struck and hidden text left out, raised characters, symbol fonts, fields without a result
[-] pictures and tables of plain RTF: their words only; equations: 〓
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefgen.readers.inline.fields import field_text
from briefgen.readers.inline.left_out import LeftOut
from briefgen.readers.inline.linear import lowered_text, raised_text
from briefgen.readers.inline.rules import GETA
from briefgen.readers.inline.symbol_fonts import spelt

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
    left_out: LeftOut = field(default_factory=LeftOut)


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
    """The one in use, in the table of fonts the one being described."""
    is_font_table: bool = False
    is_instruction: bool = False
    """Of a field: what it shows is reckoned from it where it has no result."""
    removed: frozenset[str] = frozenset()
    """Why it is not part of the final text, by the names of `LeftOut`."""
    shift: str = ""
    """``super`` or ``sub``."""


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
_REMOVED = {
    b"deleted": "deletions", b"mvf": "deletions", b"v": "hidden", b"strike": "struck", b"striked": "struck",
}  # fmt: skip
_SHIFTS = {b"super": "super", b"sub": "sub", b"nosupersub": ""}
_SYMBOL_CHARSET = 2
_SIGNS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n"}
_ESCAPED = (b"\\", b"{", b"}")
"""They may be the second byte of a character."""
_BEFORE = 4
"""So many characters tell what a raised figure is."""
_DEEPEST = 500


def rtf_text(content: bytes) -> RtfText:
    """Return the text of an RTF document; HTML in its own form when the RTF only wraps it."""
    is_html = b"\\fromhtml1" in content[:1000]
    words = _Words(is_html)
    return RtfText("".join(words.read(content)), is_html, words.left_out)


@dataclass(slots=True)
class _Field:
    """A field whose group is open."""

    depth: int
    """How many groups were open where it began."""
    code: str = ""
    is_shown: bool = False


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
    names: dict[int, str] = field(default_factory=dict)
    """Of the fonts."""
    symbolic: set[int] = field(default_factory=set)
    """The fonts of symbols."""
    open_fields: list[_Field] = field(default_factory=list)
    shifted: tuple[str, str] = ("", "")
    """Raised or lowered text that may go on in the next group, and which of both."""
    last: str = ""
    """The last characters that were shown."""
    left_out: LeftOut = field(default_factory=LeftOut)
    was_removed: frozenset[str] = frozenset()

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
                yield from self._ended_fields()
            elif star is not None:
                self.state = replace(self.state, is_silent=True)
            elif sign in _ESCAPED:
                yield from self._bytes(sign)
            elif sign is not None:
                yield from self._shown(_SIGNS.get(sign, ""))
        yield from self._flushed()
        yield from self._settled()

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
        if content and self.state.is_font_table and self.state.font is not None:
            self.names.setdefault(self.state.font, content.decode("ascii", "replace").strip(" ;"))
        if content and self._is_shown:
            if self.units:
                yield from self._flushed()
            self.pending += content

    def _shown(self, text: str) -> Iterator[str]:
        yield from self._flushed()
        if text and self._is_shown:
            yield from self._placed(text)

    def _flushed(self) -> Iterator[str]:
        if self.pending:
            text, font = self.pending.decode(self.state.code_page, "replace"), self.state.font
            if font in self.symbolic and len(self.pending.strip()) == 1:
                text = "".join(chr(byte if byte <= 0x20 else 0xF000 + byte) for byte in self.pending)
            self.pending.clear()
            yield from self._placed(text)
        if self.units:
            text = b"".join(unit.to_bytes(2, "little") for unit in self.units).decode("utf-16-le", "replace")
            self.units.clear()
            yield from self._placed(text)

    def _placed(self, text: str) -> Iterator[str]:
        """The text of one look where it belongs: shown, into an instruction, raised or lowered, or nowhere."""
        state, (pending, shift) = self.state, self.shifted
        font = self.names.get(state.font, "") if state.font is not None else ""
        text = spelt(text, font)
        if state.is_instruction:
            for opened in self.open_fields[-1:]:
                opened.code += text
            return
        for opened in self.open_fields:
            opened.is_shown = opened.is_shown or bool(text.strip())
        begun = state.removed - self.was_removed if text.strip() else frozenset()
        self.left_out.deletions += "deletions" in begun
        self.left_out.hidden += "hidden" in begun
        if "struck" in state.removed:
            self.left_out.strike(text, "struck" in self.was_removed)
        if text.strip() or not state.removed:
            self.was_removed = state.removed
        if state.removed and (text.strip() or "deletions" in state.removed):
            return
        if shift != state.shift or not shift:
            yield from self._settled(text)
            pending = ""
        if state.shift:
            self.shifted = (pending + text, state.shift)
        else:
            self.last = (self.last + text)[-_BEFORE:]
            yield text

    def _settled(self, after: str = "") -> Iterator[str]:
        """The raised or lowered text, now that it is whole."""
        (text, shift), self.shifted = self.shifted, ("", "")
        if text:
            made = raised_text(text, self.last) if shift == "super" else lowered_text(text, self.last, after)
            self.last = (self.last + made)[-_BEFORE:]
            yield made

    def _ended_fields(self) -> Iterator[str]:
        """What a field shows that has just ended without a result."""
        while self.open_fields and len(self.stack) < self.open_fields[-1].depth:
            ended = self.open_fields.pop()
            if not ended.is_shown and self._is_shown and not self.is_html:
                yield from self._settled()
                made = field_text(ended.code, self.last)
                self.left_out.formulas += made is None
                yield from self._placed(GETA if made is None else made.text)

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
        if word == b"moMath" and self.stack and not (self.is_html or self.stack[-1].is_silent):
            self.left_out.formulas += 1
            yield from self._settled()
            yield GETA
        self._change(word, number)
        if not self.is_html:
            self._change_look(word, number)

    def _change(self, word: bytes, number: int | None) -> None:
        """A word that says how what follows is to be read."""
        state = self.state
        if word == b"htmltag":
            state = replace(state, is_silent=False)
        elif word == b"htmlrtf":
            state = replace(state, is_for_rtf=self.is_html and number != 0)
        elif word in _SILENT:
            state = replace(state, is_silent=True, is_font_table=word == b"fonttbl")
        elif word == b"uc" and number is not None:
            state = replace(state, fallback=max(0, min(number, 8)))
        elif word == b"ansicpg" and number in _KNOWN_PAGES:
            state = replace(state, code_page=f"cp{number}")
        elif word == b"f" and number is not None:
            state = replace(state, font=number, code_page=self.fonts.get(number, state.code_page))
        elif word == b"fcharset" and number in _CODE_PAGES and state.font is not None and state.is_silent:
            self.fonts[state.font] = _CODE_PAGES[number]
        elif word == b"fcharset" and number == _SYMBOL_CHARSET and state.font is not None and state.is_silent:
            self.symbolic.add(state.font)
        self.state = state

    def _change_look(self, word: bytes, number: int | None) -> None:
        """A word that says whether what follows is part of the text, and where it stands."""
        state = self.state
        if word == b"plain":
            state = replace(state, removed=frozenset(), shift="")
        elif word in _REMOVED:
            kind = {_REMOVED[word]}
            state = replace(state, removed=state.removed | kind if number != 0 else state.removed - kind)
        elif word in _SHIFTS:
            state = replace(state, shift=_SHIFTS[word] if number != 0 else "")
        elif word == b"field":
            self.open_fields.append(_Field(len(self.stack)))
        elif word == b"fldinst":
            state = replace(state, is_silent=False, is_instruction=True)
        elif word == b"formfield":
            state = replace(state, is_silent=True)
        self.state = state
