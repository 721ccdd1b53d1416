"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["GETA", "raised_figures"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_figures(figures: str, before: str) -> str:
    """Return superscript figures so that they cannot be read as part of a number.

    Behind a Latin letter or a figure they are a power (km² ), behind 注 or ※ they stay, elsewhere they call a note:
    （注1）. `before` is the text in front of them.
    """
    plain = unicodedata.normalize("NFKC", figures)
    if re.search(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ㎞㎝㎜]$", before):
        return plain.translate(_SUPERSCRIPTS)
    return plain if before.endswith(("注", "※", "＊", "*")) else f"（注{plain}）"
