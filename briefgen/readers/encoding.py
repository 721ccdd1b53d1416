"""Bytes of a text file -> text; the encoding is found by strict trial, never by a guess that loses characters."""

from __future__ import annotations

import codecs
import re

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity

__all__ = ["decode", "is_utf16"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_NAMES = {
    "cp932": "Shift_JIS (CP932)", "euc_jp": "EUC-JP", "euc_jis_2004": "EUC-JIS-2004",
    "shift_jis_2004": "Shift_JIS-2004",
    "iso2022_jp": "ISO-2022-JP", "iso2022_jp_2": "ISO-2022-JP-2", "iso2022_jp_2004": "ISO-2022-JP-2004",
    "iso2022_jp_ext": "ISO-2022-JP",
}  # fmt: skip
_LEGACY = (("cp932", "shift_jis_2004"), ("euc_jp", "euc_jis_2004"))
"""Two families; the second codec of each has more characters, but gives other ones for some bytes of the first."""
_JIS_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\(|\([BIJ])")
_PLAUSIBLE = 0.45
"""Plain ASCII has 0.5, Japanese text more than 1, chance bytes about 0.3 (see `_score`)."""
_LONGEST_CUT = 3
"""A file cut off in the middle of a character lacks at most this many bytes of it."""


def decode(content: bytes, name: str = "") -> Outcome[str]:
    """Return the text of a Japanese text file with all line ends as line feeds.

    Tried are byte order marks, ISO-2022-JP escapes, UTF-16 without mark, UTF-8, then CP932 against EUC-JP by the
    share of kana and kanji in what they give. Any decision but UTF-8 is an info finding; a file cut off in the middle
    of a character is read without it, with a warning. Raises UnreadableDocumentError when nothing fits.
    """
    found = _decode_marked(content) or _decode_whole(content)
    cut = 0
    while found is None and cut < _LONGEST_CUT and cut < len(content):
        cut += 1
        found = _decode_whole(content[:-cut])
    if found is None:
        raise UnreadableDocumentError(
            f"{name or 'The file'} is in no encoding used for Japanese text (UTF-8, UTF-16, Shift_JIS, EUC-JP, JIS).",
            "Open it where it can be read and save it as UTF-8.",
        )
    text, encoding, lost = found
    findings = _findings(encoding, max(cut, lost), name)
    return Outcome(text.replace("\r\n", "\n").replace("\r", "\n"), findings)


def _findings(encoding: str, cut: int, name: str) -> tuple[Finding, ...]:
    findings = []
    if encoding != "UTF-8":
        message = f"Read as {encoding}."
        hint = "If characters look wrong, save the file as UTF-8 and read it again."
        findings.append(Finding(Code.ENCODING, Severity.INFO, message, Location(name), hint))
    if cut:
        message = f"The file ends in the middle of a character: its last {cut} byte(s) were left out."
        hint = "The file may be incomplete; fetch it again."
        findings.append(Finding(Code.ENCODING, Severity.WARNING, message, Location(name), hint))
    return tuple(findings)


_Found = tuple[str, str, int]
"""Text, name of the encoding, number of bytes left out at the end."""


def _decode_marked(content: bytes) -> _Found | None:
    """Decode by byte order mark; the mark is believed, the end may be cut."""
    for bom, codec, label in _BOMS:
        if content.startswith(bom):
            body = content[len(bom) :]
            for cut in range(min(_LONGEST_CUT, len(body)) + 1):
                text = _try(body[: len(body) - cut], codec)
                if text is not None:
                    return text, label, cut
    return None


def _decode_whole(content: bytes) -> _Found | None:
    if _JIS_ESCAPE.search(content):
        for codec in ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext"):
            text = _try(content, codec)
            if text is not None:
                return text, _NAMES[codec], 0
    utf16 = _utf16(content)
    if utf16 is not None:
        return utf16, "UTF-16", 0
    text = _try(content, "utf-8")
    if text is not None:
        return text, "UTF-8", 0
    return _best_legacy(content)


def is_utf16(content: bytes) -> bool:
    """Return whether these bytes, which may be cut off in a character, are UTF-16 text without byte order mark."""
    return any(_utf16(content[: len(content) // 2 * 2 - cut]) is not None for cut in (0, 2))


def _utf16(content: bytes) -> str | None:
    """UTF-16 without mark: ASCII and line ends give zero bytes, nearly all on even or all on odd places."""
    if len(content) % 2 or b"\0" not in content:
        return None
    zeros_even, zeros_odd = content[::2].count(0), content[1::2].count(0)
    text = _try(content, "utf-16-be" if zeros_even > zeros_odd else "utf-16-le")
    return text if text is not None and "\0" not in text and _plausibility(text) > _PLAUSIBLE else None


def _best_legacy(content: bytes) -> _Found | None:
    candidates = []
    for family in _LEGACY:
        decoded = ((_try(content, codec), codec) for codec in family)
        text, codec = next(((text, codec) for text, codec in decoded if text is not None), ("", ""))
        candidates.append((_plausibility(text), text, codec))
    score, text, codec = max(candidates, key=lambda candidate: candidate[0])
    return (text, _NAMES[codec], 0) if score > 0 else None


def _try(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausibility(text: str) -> float:
    """Mean score of the characters: kana 2, kanji and Japanese punctuation 1, half-width kana and private use -3."""
    return sum(map(_score, text)) / max(1, len(text))


def _score(character: str) -> float:
    if "\u3041" <= character <= "\u30fe":
        return 2
    if "\u4e00" <= character <= "\u9fff" or character in "、。「」（）々":
        return 1
    if "\uff61" <= character <= "\uff9f" or "\ue000" <= character <= "\uf8ff":
        return -3
    if character < " " and character not in "\t\n\r\f":
        return -3
    return 0.5 if character.isascii() or "\uff01" <= character <= "\uff5e" else 0
