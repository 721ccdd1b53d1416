"""Text files -> documents; what each line is follows from its words, its width and the empty lines around it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from briefgen.errors import UnreadableDocumentError
from briefgen.findings import Code, Finding, Location, Outcome, Severity
from briefgen.model.document import SourceDocument
from briefgen.model.limits import DEFAULT_LIMITS, Limits
from briefgen.readers.encoding.decoding import decode
from briefgen.readers.structure.document import Source, read_lines
from briefgen.readers.structure.layout import Line
from briefgen.readers.text.aozora import resolve_notes

__all__ = ["check_text", "decode_text", "read_text", "text_lines"]


_END_TAG = re.compile(r"</[^<>\s]{1,40}>")
_FEWEST_TAGS = 2
_MOST_BYTES = 8
"""Bytes a character takes at most, in ISO-2022-JP with escapes around it."""


def read_text(content: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Outcome[SourceDocument]:
    """Return the document a .txt file holds; form feeds are page breaks, empty lines set paragraphs apart.

    Raises UnreadableDocumentError when it holds no text, is in no known encoding, or is beyond the limits.
    """
    decoded = decode_text(content, name, limits)
    text = decoded.value
    pages = text.rstrip("\f\n ").count("\f") + 1 if "\f" in text else None
    document = read_lines(text_lines(text), Source(name, content, "text/plain", pages, limits=limits))
    return Outcome(document.value, (*decoded.findings, *_markup(text, document.value), *document.findings))


def _markup(text: str, document: SourceDocument) -> Iterator[Finding]:
    """A warning when the text is data of some format, whose signs will stand between the words."""
    if _is_json(text):
        told = "It is JSON: its names, quotes and brackets stand in the text.", "Give the text alone."
    elif len(_END_TAG.findall(text)) >= _FEWEST_TAGS:
        told = "It has tags of HTML or XML, which stand in the text.", "Name a web page .html; else take the tags out."
    elif document.name.lower().endswith(".csv") and not any(block.cell for block in document.blocks):
        told = "Its commas and quotes stand in the text.", "Open it in Excel or LibreOffice and save it as .xlsx."
    else:
        return
    yield Finding(Code.FILE_KIND, Severity.WARNING, told[0], Location(document.name), told[1])


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "[") or '"' not in text:
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def decode_text(content: bytes, name: str, limits: Limits) -> Outcome[str]:
    """Return the text of a text file, characters that notes describe in their places.

    Raises UnreadableDocumentError when it is empty or beyond the limits.
    """
    if len(content) > _MOST_BYTES * limits.max_characters:
        raise UnreadableDocumentError(
            f"{name} has more than {limits.max_characters:,} characters, and is not read.", "Split the file."
        )
    decoded = decode(content, name)
    if not decoded.value.strip():
        raise UnreadableDocumentError(f"{name} holds nothing but white space.", "Check that it is the right file.")
    check_text(decoded.value, name, limits)
    resolved = resolve_notes(decoded.value, name)
    return Outcome(resolved.value, decoded.findings + resolved.findings)


def check_text(text: str, name: str, limits: Limits) -> None:
    """Raise UnreadableDocumentError when a text, or one line of it, is beyond the limits."""
    if len(text) > limits.max_characters:
        raise UnreadableDocumentError(
            f"{name} has {len(text):,} characters; at most {limits.max_characters:,} are read.", "Split the file."
        )
    lines = [len(line) for line in text.split("\n") if line.strip()]
    if len(lines) > limits.max_lines:
        raise UnreadableDocumentError(
            f"{name} has {len(lines):,} lines; at most {limits.max_lines:,} are read.", "Split the file."
        )
    if max(lines, default=0) > limits.max_line:
        raise UnreadableDocumentError(
            f"{name} has a line of more than {limits.max_line:,} characters.", "Check that it is really a text file."
        )


def text_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text with page, indentation and the empty lines above each.

    Text taken out of a PDF often has an empty line after every line: what is usual between two lines is no gap.
    """
    rows: list[tuple[str, int, int]] = []
    for page, page_text in enumerate(text.split("\f"), start=1):
        blanks = 0
        for row in page_text.split("\n"):
            if row.strip():
                rows.append((row, page, blanks))
                blanks = 0
            else:
                blanks += 1
    usual = _usual_blanks([blanks for _, _, blanks in rows[1:]])
    has_pages = "\f" in text
    return tuple(
        Line(row, page if has_pages else None, _indent(row), float(max(0, blanks - usual)))
        for row, page, blanks in rows
    )


def _usual_blanks(blanks: list[int]) -> int:
    """The number of empty lines between most lines: 1 in double-spaced text, else 0."""
    if len(blanks) < 8 or blanks.count(0) * 10 > len(blanks):
        return 0
    number, count = Counter(blanks).most_common(1)[0]
    return number if count * 2 > len(blanks) else 0


def _indent(row: str) -> float:
    """Width of the white space at its beginning, in em."""
    spaces = re.match(r"\s*", row)
    return sum({"\u3000": 1.0, "\t": 4.0}.get(c, 0.5) for c in spaces[0]) if spaces is not None else 0.0
