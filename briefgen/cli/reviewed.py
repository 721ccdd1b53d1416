"""Sentences a person has reviewed, from a memory file or from the corrections in a review sheet; pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefgen.errors import UsageError
from briefgen.japanese.folding import is_japanese_alone
from briefgen.model.document import Block, SourceDocument
from briefgen.readers import read_sheet
from briefgen.readers.structure.marks import split_label
from briefgen.terms.labels import label_english
from briefgen.translation.memory import read_memory

__all__ = ["read_reviewed"]

_HEADS = ("Row", "日本語（原文）", "English, how made, findings", "Correction")
"""The head of the tables that the template `review` gives."""
_NUMBER, _JAPANESE, _ENGLISH, _CORRECTION = range(len(_HEADS))
_PORTION = re.compile(r"\([A-Z][^()]*\)")
_ASSENT = {"ok", "okay", "good", "fine", "right", "correct", "no change", "as is", "stet", "n/a", "none", "可", "良"}
"""What a person writes beside a row that is right; no English of the row."""


def read_reviewed(content: bytes, name: str) -> dict[str, str]:
    """English by Japanese: of a memory file, or what was written into the last column of a review sheet.

    A sentence that begins with a number or mark, as both columns of a note show it, stands there without it, too: the
    mark is no part of the sentence that is looked up.

    Raises:
        UsageError: it is no memory, or a sheet without corrections; the message begins with the file name.
        InputError: the sheet cannot be read.
    """
    is_sheet = name.casefold().endswith((".docx", ".docm", ".odt"))
    sentences = _corrections(read_sheet(content, name)) if is_sheet else read_memory(content, name)
    return dict(_without_label(ja, en) for ja, en in sentences.items()) | sentences


def _without_label(ja: str, en: str) -> tuple[str, str]:
    label = split_label(ja.lstrip())
    if label is None or not label.rest:
        return ja, en
    return label.rest, en.removeprefix(label_english(label.mark)).lstrip()


def _corrections(sheet: SourceDocument) -> dict[str, str]:
    found: dict[str, str] = {}
    heads: dict[str, str] = {}
    rows = list(_rows(sheet))
    portion = _portion([ja for ja, _, _ in rows])
    for ja, english, correction in (tuple(text.removeprefix(portion).lstrip() for text in row) for row in rows):
        own, head = _without_heads(ja, heads)
        heads[own] = english
        text = correction.removeprefix(f"{head}: ").strip() if head else correction
        if text.strip(" .!。✓✔○◎").casefold() in {"", *_ASSENT}:
            continue
        if is_japanese_alone(text):
            message = f"{sheet.name}: the correction is Japanese: {text}"
            raise UsageError(message, "Write the whole sentence in English")
        found[own] = text
    if not found:
        hint = "Write into the column Correction of a note made with --template review"
        raise UsageError(f"{sheet.name}: no corrections stand in it", hint)
    return found


def _portion(texts: Sequence[str]) -> str:
    """The portion mark with which all of them begin, (S); empty where they do not."""
    first = _PORTION.match(texts[0]) if texts else None
    return first[0] if first and all(text.startswith(first[0]) for text in texts) else ""


def _without_heads(ja: str, heads: Mapping[str, str]) -> tuple[str, str]:
    """A cell of a table without the head of its column before it, and that head in English."""
    head, colon, rest = ja.partition("：")
    return (rest, heads[head]) if colon and head in heads else (ja, "")


def _rows(sheet: SourceDocument) -> Iterator[tuple[str, str, str]]:
    """Japanese, English and correction of each row; a correction beside the findings below a row belongs to it."""
    tables: defaultdict[int, defaultdict[int, list[list[Block]]]] = defaultdict(
        lambda: defaultdict(lambda: [[] for _ in _HEADS])
    )
    for block in sheet.blocks:
        if block.cell and block.cell.column < len(_HEADS):
            tables[block.cell.table][block.cell.row][block.cell.column].append(block)
    for rows in tables.values():
        if tuple(map(_text, rows.pop(0))) != _HEADS:
            continue
        whole: list[list[list[Block]]] = []
        for _, cells in sorted(rows.items()):
            if cells[_NUMBER]:
                whole.append(cells)
            elif whole:
                whole[-1][_CORRECTION] += cells[_CORRECTION]
        for cells in whole:
            yield _text(cells[_JAPANESE]), _text(cells[_ENGLISH][:1]), _text(cells[_CORRECTION])


def _text(blocks: list[Block]) -> str:
    return " ".join(f"{block.label} {block.text}".strip() for block in blocks)
