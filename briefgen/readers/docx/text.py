"""The running text of one Word paragraph: what a reader of the final version sees, and what was left out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from briefgen.readers.docx.fields import Field, begun_field
from briefgen.readers.docx.looks import RunLook, run_look
from briefgen.readers.docx.math import MATH, equation
from briefgen.readers.docx.parts import MC, Style, W, value
from briefgen.readers.inline.fields import FieldText, field_text
from briefgen.readers.inline.left_out import LeftOut
from briefgen.readers.inline.linear import lowered_text, raised_text
from briefgen.readers.inline.rules import GETA
from briefgen.readers.inline.symbol_fonts import spelt, symbol_character

__all__ = ["CHART", "Inline", "TextReader", "chosen_branch"]

_T = TypeVar("_T")
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURES = {_BLIP: _REFERENCE + "embed", _IMAGE: _REFERENCE + "id"}
"""The two ways to place a picture, with the attribute that refers to its file."""
_REMOVED = {W + "del", W + "moveFrom"}
_SKIPPED = {
    W + "pPr", W + "rPr", W + "delText", W + "delInstrText", W + "annotationRef", W + "footnoteRef",
    W + "endnoteRef", W + "sdtPr", W + "sdtEndPr", W + "rubyPr", W + "rt", W + "tblPr",
}  # fmt: skip
_CHARACTERS = {
    W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t",
}  # fmt: skip
_DRAWN_WORDS = "{urn:schemas-microsoft-com:vml}textpath"
_DRAWINGML = "{http://schemas.openxmlformats.org/drawingml/2006/%s}%s"
CHART = _DRAWINGML % ("chart", "chart")
_CHARTS = {CHART, "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"}
_EMBEDDED = {
    W + "altChunk": "embedded document",
    _DRAWINGML % ("diagram", "relIds"): "diagram",
    **dict.fromkeys(_CHARTS, "chart"),
    "{urn:schemas-microsoft-com:office:office}OLEObject": "embedded file",
}
"""What holds text in a part of its own, which is not read, and its name."""


@dataclass(slots=True)
class Inline:
    """The text of a paragraph and what hangs on it."""

    text: str = ""
    readings: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind (``footnote`` or ``endnote``), id and label of each note it calls."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Contents of its text boxes."""
    words: list[str] = field(default_factory=list)
    """Words drawn as a picture (WordArt)."""
    pictures: list[str] = field(default_factory=list)
    """Ids of the relations of its pictures."""
    charts: list[str] = field(default_factory=list)
    """Ids of the relations of those of its charts that can be read."""
    size: float | None = None
    """Of most of its letters where set directly, in half points."""
    is_bold: bool | None = None


class TextReader:
    """Reads the paragraphs of a file in order: fields may span them, and notes are numbered through."""

    def __init__(
        self, styles: dict[str, Style], endless: frozenset[etree._Element] = frozenset(), charts: Collection[str] = ()
    ) -> None:
        self.left_out = LeftOut()
        self.pictures = 0
        """How many pictures were met."""
        self.marks: dict[tuple[str, str], str] = {}
        """The mark people gave a note instead of its number, by kind and id."""
        self._styles = styles
        self._charts = charts
        """Ids of the relations of the charts that can be read."""
        self._endless = endless
        """Marks of fields that never end, whose instruction would be all that follows."""
        self._fields: list[Field] = []
        """Open fields, the innermost last."""
        self._notes: dict[tuple[str, str], str] = {}
        self._looks: list[tuple[int, float | None, bool | None]] = []
        self._look = RunLook()
        self._shifted = ("", "")
        """Raised or lowered text that may go on in the next run, and which of both."""
        self._was_struck = False

    def read(self, paragraph: etree._Element) -> Inline:
        """Return the text of a w:p; nested text boxes are handed back unread."""
        inline = Inline()
        self._looks = []
        style = self._styles.get(value(paragraph.find(f"{W}pPr/{W}pStyle")) or "", Style())
        self._look = RunLook(
            style.size, is_hidden=bool(style.is_hidden), is_struck=bool(style.is_struck), shift=style.shift or ""
        )
        for child in paragraph:
            self._walk(child, inline)
        self._settle(inline)
        self._was_struck = False
        if self._looks:
            inline.size = _most(((length, size) for length, size, _ in self._looks))
            inline.is_bold = _most(((length, bold) for length, _, bold in self._looks))
        return inline

    def count_embedded(self, tag: str) -> None:
        """Note a document, diagram or chart that is left out; any other tag is none."""
        if kind := _EMBEDDED.get(tag):
            self.left_out.embedded[kind] += 1

    def _walk(self, element: etree._Element, inline: Inline) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag in _REMOVED:
            self.left_out.deletions += 1
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag], inline)
        elif tag in _HANDLED:
            self._handle(element, tag, inline)
        else:
            for child in element:
                self._walk(child, inline)

    def _handle(self, element: etree._Element, tag: str, inline: Inline) -> None:
        if tag == W + "t":
            self._add(spelt(element.text or "", self._look.font), inline)
        elif tag in _BY_TAG:
            _BY_TAG[tag](self, element, inline)
        elif tag in _PICTURES:
            self.pictures += 1
            inline.pictures.append(str(element.get(_PICTURES[tag], "")))
        elif tag in _CHARTS and element.get(_REFERENCE + "id") in self._charts:
            inline.charts.append(str(element.get(_REFERENCE + "id")))
        elif tag in _EMBEDDED:
            self.count_embedded(tag)
        elif tag == MC + "AlternateContent":
            for child in chosen_branch(element):
                self._walk(child, inline)
        elif tag == W + "txbxContent":
            inline.boxes.append(element)
        elif tag == _DRAWN_WORDS:
            inline.words += [words] if (words := str(element.get("string", "")).strip()) else []

    def _run(self, run: etree._Element, inline: Inline) -> None:
        outer, self._look = self._look, run_look(run.find(W + "rPr"), self._look, self._styles)
        if self._look.is_hidden:
            self.left_out.hidden += any(True for _ in run.iter(W + "t"))
            for mark in run.iterchildren(W + "fldChar"):
                self._field_mark(mark, inline)
        else:
            before = len(inline.text) + len(self._shifted[0])
            for child in run:
                self._walk(child, inline)
            added = len(inline.text) + len(self._shifted[0]) - before
            self._looks.append((max(added, 0), self._look.size, self._look.is_bold))
        self._look = outer

    def _add(self, text: str, inline: Inline) -> None:
        """Append what a run shows; text inside the instruction of a field belongs to that."""
        holder = next((opened for opened in reversed(self._fields) if not opened.is_result), None)
        if holder is not None:
            holder.code += text
            return
        for opened in self._fields:
            opened.is_shown = opened.is_shown or bool(text)
        if self._look.is_struck:
            self.left_out.strike(text, self._was_struck)
            self._was_struck = self._was_struck or bool(text.strip())
            return
        self._was_struck = self._was_struck and not text
        if self._look.is_shifted:
            pending, shift = self._shifted
            if shift not in ("", self._look.shift):
                self._settle(inline)
                pending = ""
            self._shifted = (pending + text, self._look.shift)
        elif text:
            self._settle(inline, text)
            inline.text += text

    def _settle(self, inline: Inline, after: str = "") -> None:
        """Append the raised or lowered text, now that it is whole."""
        (text, shift), self._shifted = self._shifted, ("", "")
        if text:
            is_raised = shift == "superscript"
            inline.text += raised_text(text, inline.text) if is_raised else lowered_text(text, inline.text, after)

    def _simple_field(self, element: etree._Element, inline: Inline) -> None:
        self._fields.append(Field(value(element, "instr") or "", is_result=True))
        for child in element:
            self._walk(child, inline)
        self._end_field(inline)

    def _instruction(self, element: etree._Element, inline: Inline) -> None:
        if any(not opened.is_result for opened in self._fields):
            self._add(element.text or "", inline)

    def _field_mark(self, element: etree._Element, inline: Inline) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin" and element not in self._endless:
            self._fields.append(begun_field(element))
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            self._end_field(inline)

    def _end_field(self, inline: Inline) -> None:
        """A field without a result shows what its instruction or its form says."""
        ended = self._fields.pop()
        if ended.is_shown:
            return
        self._settle(inline)
        made = FieldText(ended.choice) if ended.choice else field_text(ended.code, inline.text)
        self.left_out.formulas += made is None and not self._look.is_struck
        self._add(GETA if made is None else made.text, inline)
        inline.readings += made.readings if made is not None else ()

    def _equation(self, element: etree._Element, inline: Inline) -> None:
        self._settle(inline)
        text = equation(element, inline.text)
        self.left_out.formulas += GETA in text
        following = element.getnext()
        if text[-1:].isdecimal() and following is not None and "".join(map(str, following.itertext()))[:1].isdecimal():
            text += " "
        self._add(text, inline)

    def _symbol(self, element: etree._Element, inline: Inline) -> None:
        place, font = value(element, "char") or "", value(element, "font") or ""
        known = symbol_character(font, int(place, 16)) if re.fullmatch("[0-9A-Fa-f]{1,6}", place) else None
        self.left_out.unreadable += known is None
        self._add(known or GETA, inline)

    def _ruby(self, element: etree._Element, inline: Inline) -> None:
        self._settle(inline)
        before = len(inline.text)
        base = element.find(W + "rubyBase")
        for child in base if base is not None else ():
            self._walk(child, inline)
        reading = "".join(text.text or "" for text in element.iterfind(f"{W}rt//{W}t")).strip()
        written = inline.text[before:].strip()
        if reading and written:
            inline.readings.append(f"{written}={reading}")

    def _note(self, element: etree._Element, inline: Inline) -> None:
        if self._look.is_struck:
            return
        kind = "endnote" if element.tag == W + "endnoteReference" else "footnote"
        key = (kind, value(element, "id") or "")
        self._settle(inline)
        mark = "".join(text.text or "" for text in element.itersiblings(W + "t")).strip()
        if mark and value(element, "customMarkFollows") not in (None, "0", "false", "off"):
            self.marks[key] = mark
            label = raised_text(mark, inline.text) if self._look.shift == "superscript" else mark
        else:
            label = self._notes.setdefault(key, f"（注{len(self._notes) + 1}）")
            inline.text += label
        inline.notes.append((*key, label))


_BY_TAG: dict[str, Callable[[TextReader, etree._Element, Inline], None]] = {
    W + "r": TextReader._run,
    W + "fldChar": TextReader._field_mark,
    W + "fldSimple": TextReader._simple_field,
    W + "instrText": TextReader._instruction,
    W + "sym": TextReader._symbol,
    W + "ruby": TextReader._ruby,
    MATH + "oMath": TextReader._equation,
    W + "footnoteReference": TextReader._note,
    W + "endnoteReference": TextReader._note,
}
"""What reads an element that is more than text."""
_HANDLED = frozenset(
    {W + "t", W + "txbxContent", MC + "AlternateContent", _DRAWN_WORDS, *_BY_TAG, *_PICTURES, *_EMBEDDED}
)


def _most(looks: Iterable[tuple[int, _T]]) -> _T:
    """The look that most characters have."""
    counts = Counter[_T]()
    for length, look in looks:
        counts[look] += length
    return max(counts, key=counts.__getitem__)


def chosen_branch(element: etree._Element) -> Iterator[etree._Element]:
    """The content of an mc:AlternateContent once: of its first Choice, or of its Fallback when it has none."""
    for tag in ("Choice", "Fallback"):
        branch = element.find(MC + tag)
        if branch is not None:
            yield from branch
            return
