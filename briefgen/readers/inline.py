"""Small rules about running text that the PDF, Word and HTML readers share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from briefgen.japanese.lines import join_lines
from briefgen.readers.marks import split_label

__all__ = ["GETA", "begins_entry", "join_manual_breaks", "raised_figures"]

GETA = "〓"
"""Printers' mark for a character that is not at hand."""

_SHORT = 20
"""Two lines of fewer characters, neither of them a sentence, were broken on purpose (日時：… / 場所：…)."""
_ENTRY = re.compile(r"[^\s：:。、「」\d]{1,8}[：:]")
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


def join_manual_breaks(lines: Sequence[str]) -> list[str]:
    """Return the pieces of a paragraph with manual line breaks; most such breaks only wrap the text.

    A new piece begins with a number or mark, with the indent of a paragraph behind a sentence or a short line, and
    between two short lines that are no sentences.
    """
    groups: list[list[str]] = []
    for raw in lines:
        line = raw.strip()
        if not line:
            continue
        is_indented = raw.startswith("\u3000")
        if groups and not (_is_set_apart(groups[-1][-1], line) or (is_indented and _is_whole(groups[-1][-1]))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def begins_entry(line: str) -> bool:
    """Whether a line begins with the name of its value: 電話：…, 担当者：…."""
    return _ENTRY.match(line) is not None


def _is_whole(line: str) -> bool:
    return line.endswith(("。", "」", "）")) or (len(line) < _SHORT and "、" not in line)


def _is_set_apart(before: str, line: str) -> bool:
    if split_label(line) is not None or (len(before) < 2 * _SHORT and not before.endswith("、") and begins_entry(line)):
        return True
    return len(before) < _SHORT and len(line) < _SHORT and not before.endswith("。") and not line.endswith("。")
