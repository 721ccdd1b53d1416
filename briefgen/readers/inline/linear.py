"""Raised and lowered characters, fractions, powers and roots in one line, so that no figure joins another.

The signs are those of Unicode (10⁻³, √2, ∛8); what has no sign of its own is set as people type it: 1/20, x^(n-1).
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fraction", "lowered_text", "power", "raised_text", "root", "with_index"]

_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_MINUS = str.maketrans(dict.fromkeys("−‐‑–", "-"))
_HAS_POWER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ㎞㎝㎜)）\]］]$|(?:^|[^0-9０-９.．,，])(?:10|１０)$")
"""Behind a unit, a bracket, or ten."""
_FIGURE_OR_LETTER = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ㎞㎝㎜)）\]］]$")
_SIGNED = re.compile(r"[-+]\d+|\d*[-+]")
"""An exponent with its sign, or the charge of an ion."""
_POWER_OF_UNIT = re.compile(r"-\d")
"""Behind a unit in kana as well: シーベルト⁻¹."""
_CALL = re.compile(r"\(?(注|※|\*|†|‡)?\s?(\d+(?:\s?[,、・~～-]\s?(?:注|※|\*)?\d+)*)\)?")
_DEGREE = re.compile("[oOοº°゜]")
_KEPT = re.compile("st|nd|rd|th|TM|SM|R|®|©|™|[^0-9A-Za-z]+")
_EXPONENT = re.compile(r"[-+]?[0-9A-Za-z.]{1,4}(?:[-+][0-9A-Za-z]{1,3})?")
_BARE_SIGNS = frozenset("※*†‡")
_NOTE_SIGNS = ("注", "※", "＊", "*")


def raised_text(text: str, before: str, is_call: bool = False) -> str:
    """Return what stands raised behind `before` so that it cannot be read as part of a figure.

    Figures are a power or call a note (see `_raised_figures`), with a sign a power or a charge (10⁻³, Ca²⁺); ``1)``,
    ``注1`` and ``2,3`` call notes: （注1）; an ``o`` behind a figure is a degree; other exponents stand behind ^, other
    text that begins or ends with a figure in brackets. With `is_call`, figures call a note whatever is before them.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    if not plain or (before.endswith(_NOTE_SIGNS) and not plain.isdigit()):
        return text
    if plain.isdigit():
        return _raised_figures(plain, before if not is_call or before.endswith(_NOTE_SIGNS) else "")
    is_exponent = _FIGURE_OR_LETTER.search(before) is not None
    if (is_exponent and _SIGNED.fullmatch(plain)) or _POWER_OF_UNIT.fullmatch(plain):
        return plain.translate(_SUPERSCRIPTS)
    if plain in _BARE_SIGNS:
        return f"（{plain}）"
    if call := _CALL.fullmatch(plain):
        return f"（{call[1] or '注'}{call[2]}）"
    if is_exponent and _DEGREE.fullmatch(plain):
        return "°"
    if is_exponent and not _KEPT.fullmatch(plain) and _EXPONENT.fullmatch(plain):
        return f"^{_grouped(plain)}"
    return f"（{text.strip()}）" if plain[0].isdigit() or plain[-1].isdigit() else text


def _raised_figures(figures: str, before: str) -> str:
    """A power behind a unit, a bracket or ten (km², 10⁶), as they are behind 注 or ※, elsewhere the call of a note.

    Behind other figures they call a note, too.
    """
    if _HAS_POWER.search(before):
        return figures.translate(_SUPERSCRIPTS)
    return figures if before.endswith(_NOTE_SIGNS) else f"（注{figures}）"


def lowered_text(text: str, before: str, after: str) -> str:
    """Return what stands lowered: figures plain as in CO2, with signs of their own beside other figures (log₂10)."""
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    is_beside = before[-1:].isdigit() or after[:1].isdigit()
    return plain.translate(_SUBSCRIPTS) if plain.isdigit() and is_beside else text


def fraction(numerator: str, denominator: str) -> str:
    """Return a fraction as 1/20 or (a+b)/c."""
    return f"{_grouped(numerator)}/{_grouped(denominator)}"


def power(base: str, exponent: str) -> str:
    """Return a power as 10⁻³ or x^(n-1)."""
    plain = unicodedata.normalize("NFKC", exponent).translate(_MINUS)
    is_figure = plain.isdigit() or _SIGNED.fullmatch(plain) is not None
    return _grouped(base) + (plain.translate(_SUPERSCRIPTS) if is_figure else f"^{_grouped(exponent)}")


def with_index(base: str, index: str) -> str:
    """Return a base with what stands lowered behind it: R₁₂, x_(i+1)."""
    plain = unicodedata.normalize("NFKC", index)
    return _grouped(base) + (plain.translate(_SUBSCRIPTS) if plain.isdigit() else f"_{_grouped(index)}")


def root(radicand: str, degree: str = "") -> str:
    """Return a root as √2, ∛(a+b) or, from the fifth on, (a)^(1/5)."""
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(unicodedata.normalize("NFKC", degree))
    return f"{_grouped(radicand)}^({fraction('1', degree)})" if sign is None else sign + _grouped(radicand)


def _grouped(text: str) -> str:
    """The text in brackets where it is more than one name or figure."""
    is_single = re.fullmatch(r"[\w.,⁰-₟²³¹]*|\([^()]*\)|（[^（）]*）", text) is not None
    return text if is_single else f"({text})"
