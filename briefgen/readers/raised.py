"""Raised text that is more than bare figures: powers (10⁻³), calls of notes (１), ※2) and small words (19th)."""

from __future__ import annotations

import re
import unicodedata

from briefgen.readers.inline import raised_figures

__all__ = ["power", "raised_text"]

_SUPERSCRIPTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_MINUS = str.maketrans(dict.fromkeys("−‐‑–—―", "-"))
_CALL = re.compile(r"[(\[<〔]?((?:注|※|\*)?)(\d{1,3}(?:[,;、・~-]\d{1,3})*)[)\]>〕]?")
"""What calls a note: 1), (2), ※1, *3, 2,3."""
_ORDINAL = re.compile(r"st|nd|rd|th", re.IGNORECASE)
_LATIN_END = re.compile(r"[0-9A-Za-z)⁾²³㎞㎝㎜㎡㎥]$")


def raised_text(raised: str, before: str, is_call: bool = False) -> str:
    """Return raised text so that it cannot be read as part of the figure or word that ends in `before`.

    A sign before figures makes a power (10⁻³); brackets, commas, 注, ※ or * beside figures make calls of notes,
    （注1、2）, and so does a link (`is_call`). Latin behind a figure or letter is a power (10ⁿ, 2^(n+1)), unless it
    makes an ordinal; anything else behind a figure stands in brackets. Bare figures are as in `raised_figures`.
    """
    plain = unicodedata.normalize("NFKC", raised.strip()).translate(_MINUS)
    last = unicodedata.normalize("NFKC", before[-1:])
    if plain.isdigit():
        return raised_figures(plain, "" if is_call and not last.startswith(("注", "※", "*")) else before)
    if re.fullmatch(r"[-+]\d+", plain):
        return plain.translate(_SUPERSCRIPTS)
    if (call := _CALL.fullmatch(plain)) is not None:
        return raised.strip() if last in ("注", "※", "*") else _noted(call)
    if not last or not (_LATIN_END.search(last) or last.isdigit()):
        return raised
    if plain.isascii():
        is_power = re.search(r"[0-9A-Za-z]" if last.isdigit() else r"[0-9]", plain) is not None
        return power(plain) if is_power and _ORDINAL.fullmatch(plain) is None else raised
    return f"（{raised.strip()}）" if last.isdigit() and plain[0].isalnum() else raised


def power(exponent: str) -> str:
    """Return an exponent as raised characters where all of it has such, else behind a ^ in brackets."""
    shown = exponent.translate(_SUPERSCRIPTS)
    return shown if all(c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ" for c in shown) else f"^({exponent})"


def _noted(call: re.Match[str]) -> str:
    return f"（{call[1] or '注'}{re.sub('[,;・]', '、', call[2])}）"
