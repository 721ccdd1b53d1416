"""Bytes of a text -> text; every encoding of Japanese is tried, and the likeliest text wins.

An encoding that cannot read all the bytes pays for each place, so that a file with a few damaged bytes is still read
as what it is: the places become 〓 and a finding counts them. Nothing is guessed silently: any decision but UTF-8 is
a finding, a close one a warning that names the other reading.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.readers.encoding.jis import decode_jis, has_jis_escape
from briefgen.readers.encoding.likelihood import log_likelihood
from briefgen.readers.inline.rules import GETA

__all__ = ["decode", "decode_word", "is_utf16"]

_Decoder = Callable[[bytes], tuple[str, int]]
"""Bytes -> text with U+FFFD for what cannot be read, and the number of bytes cut off a character at the end."""


def _by_codec(codec: str) -> _Decoder:
    def decoder(content: bytes) -> tuple[str, int]:
        incremental = codecs.getincrementaldecoder(codec)("replace")
        text = incremental.decode(content)
        return text, len(incremental.getstate()[0])

    return decoder


@dataclass(frozen=True, slots=True)
class _Encoding:
    """An encoding, and what it pays for being rarer than UTF-8 (natural logarithm)."""

    label: str
    decoder: _Decoder
    price: float
    claims: tuple[str, ...] = ()
    """Names in ``charset=`` that mean it, as `codecs` spells them."""


_UTF8 = _Encoding("UTF-8", _by_codec("utf-8"), 0.0, ("utf-8", "ascii"))
_JIS = _Encoding("ISO-2022-JP", decode_jis, 0.0, ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext"))
_UTF16 = (
    _Encoding("UTF-16", _by_codec("utf-16-le"), 6.0, ("utf-16", "utf-16-le")),
    _Encoding("UTF-16", _by_codec("utf-16-be"), 8.0, ("utf-16", "utf-16-be")),
)
_LEGACY = (
    _Encoding("Shift_JIS (CP932)", _by_codec("cp932"), 1.5, ("cp932", "shift_jis")),
    _Encoding("EUC-JP", _by_codec("euc_jp"), 2.0, ("euc_jp",)),
    _Encoding("EUC-JIS-2004", _by_codec("euc_jis_2004"), 4.0, ("euc_jis_2004", "euc_jp")),
    _Encoding("Shift_JIS-2004", _by_codec("shift_jis_2004"), 12.0, ("shift_jis_2004", "shift_jis")),
)
_FOREIGN = (
    _Encoding("GB18030, an encoding of Chinese", _by_codec("gb18030"), 0.0),
    _Encoding("EUC-KR, an encoding of Korean", _by_codec("cp949"), 0.0),
    _Encoding("Big5, an encoding of Chinese", _by_codec("big5"), 0.0),
)
"""Encodings that have kana and kanji, but are not used for Japanese papers."""
_BOMS = (
    (codecs.BOM_UTF8, _UTF8),
    (codecs.BOM_UTF32_LE, _Encoding("UTF-32", _by_codec("utf-32-le"), 0.0)),
    (codecs.BOM_UTF32_BE, _Encoding("UTF-32", _by_codec("utf-32-be"), 0.0)),
    (codecs.BOM_UTF16_LE, _Encoding("UTF-16", _by_codec("utf-16-le"), 0.0)),
    (codecs.BOM_UTF16_BE, _Encoding("UTF-16", _by_codec("utf-16-be"), 0.0)),
)
_ALIASES = {"x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "x-euc-jp": "euc_jp"}

_AS_UTF8 = "Open it where it can be read and save it as UTF-8."
_SAMPLE = 20_000
"""Bytes the decision is made on, from the first that is no plain ASCII."""
_UNREADABLE_PRICE = 20.0
_CUT_PRICE = 8.0
_CLAIM_WORTH = 6.0
_LONG_SEQUENCE_WORTH = 3.0
"""Three bytes that form a UTF-8 character do so by chance about once in twenty."""
_FOREIGN_MARGIN = 40.0
"""Japanese lines in encodings of their own are read by a foreign one up to 12 better, and papers never."""
_SURE = 7.0
"""A text a thousand times as likely as any other is no matter of doubt."""
_FEWEST_READABLE = 20
"""At most one character in so many may be unreadable."""
_LEAST_PER_CHARACTER = -15.0
_LEAST_PER_CHARACTER_UTF16 = -11.0
_SAME_SIGNS = str.maketrans("〜−‖—¢£¬", "～－∥―￠￡￢")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f\U000f0000-\U0010ffff]")
"""What no decoder could read, and private characters, which only the machine that wrote them could show."""


@dataclass(frozen=True, slots=True)
class _Reading:
    encoding: _Encoding
    sample: str
    score: float


def decode(content: bytes, name: str = "", claimed: str = "") -> Outcome[str]:
    """Return the text with all line ends as line feeds; `claimed` is the charset that a page or mail states.

    Raises:
        UnreadableDocumentError: more than one character in twenty cannot be read in any encoding, or it is in an
            encoding of Chinese or Korean.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _finished(content[len(bom) :], [_Reading(encoding, "", 0.0)], name, "")
    readings = sorted(_readings(content, claimed), key=lambda reading: -reading.score)
    if readings[0].encoding in _LEGACY:
        _refuse_foreign(content, readings[0].score, name)
    return _finished(content, readings, name, claimed)


def decode_word(content: bytes, claimed: str) -> str:
    """Return a few words whose charset is stated beside them, as in mail headers; the claim is tried first."""
    claim = _codec_name(claimed)
    for encoding in (_JIS, _UTF8, *_LEGACY):
        if claim in encoding.claims:
            text, cut = encoding.decoder(content)
            if not cut and "\ufffd" not in text:
                return text
    return _UNREADABLE.sub(GETA, max(_readings(content, claimed), key=lambda reading: reading.score).sample)


def is_utf16(content: bytes) -> bool:
    """Return whether these bytes, which may be cut off in a character, are UTF-16 text without byte order mark."""
    for encoding in _UTF16:
        text, _ = encoding.decoder(content)
        is_clean = bool(text) and re.search("[\0\ufffd]", text) is None
        if is_clean and log_likelihood(text) > _LEAST_PER_CHARACTER_UTF16 * len(text):
            return True
    return False


# ---------------------------------------------------------------- choice


def _readings(content: bytes, claimed: str) -> Iterator[_Reading]:
    """What each encoding makes of the sample, and how likely that is."""
    sample = _sample(content)
    claim = _codec_name(claimed)
    for encoding in (_UTF8, *([_JIS] if has_jis_escape(sample) else []), *_UTF16, *_LEGACY):
        text, cut = encoding.decoder(sample)
        if encoding in _UTF16 and log_likelihood(text) < _LEAST_PER_CHARACTER_UTF16 * len(text):
            continue
        score = _score(encoding, text, cut) + _CLAIM_WORTH * (claim in encoding.claims)
        if encoding is _UTF8:
            score += _LONG_SEQUENCE_WORTH * sum(character > "\u07ff" for character in text.replace("\ufffd", ""))
        yield _Reading(encoding, text, score)


def _sample(content: bytes) -> bytes:
    first = re.search(rb"[\x80-\xff\x1b\0]", content)
    start = max(0, first.start() - 200) // 2 * 2 if first is not None else 0
    return content[start : start + _SAMPLE]


def _score(encoding: _Encoding, text: str, cut: int) -> float:
    """How likely a text is, less what the encoding and each place it cannot read cost."""
    lost = _UNREADABLE_PRICE * text.count("\ufffd") + _CUT_PRICE * (cut > 0)
    return log_likelihood(text.replace("\ufffd", "")) - encoding.price - lost


def _refuse_foreign(content: bytes, score: float, name: str) -> None:
    """Raise UnreadableDocumentError when an encoding of Chinese or Korean gives far likelier Japanese than this."""
    sample = _sample(content)
    likelihood, best = max((_score(encoding, *encoding.decoder(sample)), encoding.label) for encoding in _FOREIGN)
    if likelihood - score > _FOREIGN_MARGIN:
        raise UnreadableDocumentError(f"{name or 'The file'} is in {best}; it is not read.", _AS_UTF8)


def _codec_name(claimed: str) -> str:
    name = claimed.strip().lower()
    try:
        return _ALIASES.get(name) or codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _finished(content: bytes, readings: list[_Reading], name: str, claimed: str) -> Outcome[str]:
    """The whole text in the likeliest encoding; of those that read the sample alike, in the one that reads most."""
    best = readings[0]
    alike = [reading.encoding for reading in readings if reading.sample == best.sample]
    whole = [(encoding, *encoding.decoder(content)) for encoding in alike[:2]]
    encoding, text, cut = min(whole, key=lambda found: found[1].count("\ufffd"))
    unreadable = len(_UNREADABLE.findall(text))
    if _is_rubbish(encoding, text, unreadable):
        raise UnreadableDocumentError(
            f"{name or 'The file'} is in no encoding used for Japanese text (UTF-8, UTF-16, Shift_JIS, EUC-JP, JIS).",
            _AS_UTF8,
        )
    close = [reading for reading in readings[1:] if best.score - reading.score < _SURE]
    rivals = [reading for reading in close if _folded(reading.sample) != _folded(best.sample)]
    findings = [*_decisions(encoding, rivals[:1], name), *_losses(unreadable, cut, name)]
    if claimed and not _fits(encoding, content, claimed, text):
        findings.append(_wrong_claim(claimed, name))
    text = _UNREADABLE.sub(GETA, text).replace("\r\n", "\n").replace("\r", "\n")
    return Outcome(text, tuple(findings))


def _folded(text: str) -> str:
    """Signs that one vendor's table takes for another's are no different reading (JIS X 0208: 1-33, 1-34, 1-61)."""
    return text.translate(_SAME_SIGNS)


def _is_rubbish(encoding: _Encoding, text: str, unreadable: int) -> bool:
    if unreadable > max(1, len(text) / _FEWEST_READABLE):
        return True
    if encoding not in (*_UTF16, *_LEGACY):
        return False
    sample = text[:_SAMPLE]
    least = _LEAST_PER_CHARACTER_UTF16 if encoding in _UTF16 else _LEAST_PER_CHARACTER
    return log_likelihood(sample) < least * len(sample)


def _fits(encoding: _Encoding, content: bytes, claimed: str, text: str) -> bool:
    claim = _codec_name(claimed)
    if claim in encoding.claims:
        return True
    try:
        return content.decode(claim or claimed, "replace").removeprefix("\ufeff") == text
    except (LookupError, ValueError):
        return False


# ---------------------------------------------------------------- findings


def _decisions(encoding: _Encoding, rivals: list[_Reading], name: str) -> Iterator[Finding]:
    if rivals:
        other = " ".join(rivals[0].sample.split())[:20]
        message = f"Read as {encoding.label}; it could as well be {rivals[0].encoding.label}, which reads “{other}”."
        hint = "If characters look wrong, save the file as UTF-8."
        yield Finding(Code.ENCODING, Severity.WARNING, message, Location(name), hint)
    elif encoding is not _UTF8:
        hint = "If characters look wrong, save the file as UTF-8 and read it again."
        yield Finding(Code.ENCODING, Severity.INFO, f"Read as {encoding.label}.", Location(name), hint)


def _losses(unreadable: int, cut: int, name: str) -> Iterator[Finding]:
    if cut:
        message = f"The file ends in the middle of a character: its last {cut} byte(s) were left out."
        hint = "The file may be incomplete; fetch it again."
        yield Finding(Code.ENCODING, Severity.WARNING, message, Location(name), hint)
    if unreadable:
        message = f"{unreadable} character(s) could not be read; shown as {GETA}."
        hint = "Compare these places with the paper."
        yield Finding(Code.UNREADABLE_CHARACTERS, Severity.WARNING, message, Location(name), hint)


def _wrong_claim(claimed: str, name: str) -> Finding:
    message = f"It says it is in {claimed}, but its bytes are not; they were read as what they are."
    hint = "If characters look wrong, save it as UTF-8 and read it again."
    return Finding(Code.ENCODING, Severity.INFO, message, Location(name), hint)
