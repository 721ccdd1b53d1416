"""The label of each paragraph of a paper: what the format gives, what begins its text, and what its series says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from briefgen.japanese.speakers import SPEAKING, end_of_speaker, speakers_in
from briefgen.model.document import BlockKind
from briefgen.readers.structure.layout import Paragraph
from briefgen.readers.structure.marks import Label, Style, is_inline_enumeration, split_label

__all__ = ["CLOSING", "label_of", "labels_of"]

CLOSING = re.compile(r"[（(【]?\s*以\s*上\s*[）)】]?。?|[（(【]\s*了\s*[）)】]")
"""The closing mark of a paper."""
_FIXED = {BlockKind.TABLE_CELL, BlockKind.CAPTION, BlockKind.END, BlockKind.DATELINE}
_BEFORE_FIGURE = re.compile(r"([0-9０-９]{1,2})[ \u3000]+(?=[0-9０-９])")
"""A number before a figure, which is a label only where the one before it was its predecessor (７　３か月以上…)."""

_BEFORE_COUNTER = re.compile(r"([0-9０-９]{1,2})[ \u3000]+([一-龯][^。]{2,30})")
"""A number before what may be a counter, which is a label only between two others that leave it out."""


def labels_of(paragraphs: Sequence[Paragraph]) -> list[Label | None]:
    """The label of each paragraph, in their order; 記者　 and its like only where speakers recur."""
    labels: list[Label | None] = []
    speakers = speakers_in(paragraph.text for paragraph in paragraphs if _is_open(paragraph)) & SPEAKING.keys()
    last = 0
    for paragraph in paragraphs:
        label = label_of(paragraph)
        if label is None and _is_open(paragraph):
            label = _speaker(paragraph.text, speakers) or _next_number(paragraph.text, last)
        if label is not None and label.style is Style.NUMBER:
            last = _value(label.mark)
        labels.append(label)
    return _with_counters(labels, paragraphs)


def _with_counters(labels: list[Label | None], paragraphs: Sequence[Paragraph]) -> list[Label | None]:
    """The labels, with numbers before a counter that stand between their neighbours: 7 年間計画 between 6 and 8."""
    numbers = [(at, _value(label.mark)) for at, label in enumerate(labels) if label and label.style is Style.NUMBER]
    for (start, before), (end, after) in pairwise(numbers):
        for at in range(start + 1, end) if after == before + 2 else ():
            found = _BEFORE_COUNTER.fullmatch(paragraphs[at].text)
            if found and labels[at] is None and _is_open(paragraphs[at]) and _value(found[1]) == before + 1:
                labels[at] = Label(found[1], Style.NUMBER, found[2])
    return labels


def label_of(paragraph: Paragraph) -> Label | None:
    """The label the format gives, or the one that begins the text."""
    if paragraph.kind in _FIXED:
        return None
    if paragraph.label:
        style = split_label(f"{paragraph.label}　あ")
        return Label(paragraph.label, style.style if style is not None else Style.BULLET, paragraph.text)
    if CLOSING.fullmatch(paragraph.text) or is_inline_enumeration(paragraph.text):
        return None
    label = split_label(paragraph.text)
    return label if label is not None and label.rest else None


def _is_open(paragraph: Paragraph) -> bool:
    """Whether a paragraph may begin with a label that only the paper around it tells."""
    return paragraph.cell is None and not paragraph.label and paragraph.kind in {None, BlockKind.PARAGRAPH}


def _speaker(text: str, speakers: frozenset[str]) -> Label | None:
    end = end_of_speaker("", text, speakers)
    return Label(text[:end].rstrip(), Style.SPEAKER, text[end:]) if end else None


def _next_number(text: str, last: int) -> Label | None:
    found = _BEFORE_FIGURE.match(text)
    if found is None or not last or int(found[1]) != last + 1:
        return None
    return Label(found[1], Style.NUMBER, text[found.end() :])


def _value(mark: str) -> int:
    """The number a mark of figures alone says, else 0."""
    digits = unicodedata.normalize("NFKC", mark)
    return int(digits) if digits.isdecimal() else 0
