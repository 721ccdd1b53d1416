"""The running text of one Word paragraph: what a reader of the final version sees, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from briefgen.readers.docx_numbering import bullet_mark
from briefgen.readers.docx_parts import MC, Style, W, is_on, to_int, value
from briefgen.readers.inline import GETA, raised_figures

__all__ = ["Inline", "LeftOut", "TextReader", "chosen_branch"]

_T = TypeVar("_T")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURES = {_BLIP: _REFERENCE + "embed", _IMAGE: _REFERENCE + "id"}
"""The two ways to place a picture, with the attribute that refers to its file."""
_REMOVED = {W + "del", W + "moveFrom"}
_SKIPPED = {
    W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "delInstrText", W + "annotationRef", W + "footnoteRef",
    W + "endnoteRef", W + "sdtPr", W + "sdtEndPr", W + "rubyPr", W + "rt", W + "tblPr", _MATH + "ctrlPr",
}  # fmt: skip
_CHARACTERS = {
    W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t",
}  # fmt: skip
_HANDLED = frozenset(
    {
        W + "t",
        _MATH + "t",
        W + "sym",
        W + "fldChar",
        W + "ruby",
        W + "r",
        W + "footnoteReference",
        W + "endnoteReference",
    }
    | {W + "txbxContent", MC + "AlternateContent", *_PICTURES}
)


@dataclass(slots=True)
class LeftOut:
    """How much was left out of the text of the whole file."""

    deletions: int = 0
    """Tracked deletions and moves."""
    hidden: int = 0
    """Stretches of hidden text."""
    unreadable: int = 0
    """Characters of symbol fonts without a known meaning."""


@dataclass(slots=True)
class Inline:
    """The text of a paragraph and what hangs on it."""

    text: str = ""
    readings: list[str] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind (``footnote`` or ``endnote``), id and label of each note it calls."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Contents of its text boxes."""
    pictures: list[str] = field(default_factory=list)
    """Ids of the relations of its pictures."""
    size: float | None = None
    """Of most of its letters where set directly, in half points."""
    is_bold: bool | None = None


class TextReader:
    """Reads the paragraphs of a file in order: fields may span them, and notes are numbered through."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self.left_out = LeftOut()
        self.pictures = 0
        """How many pictures were met."""
        self._styles = styles
        self._fields: list[str] = []
        """Open fields: ``code`` while their instruction runs, ``result`` behind it."""
        self._notes: dict[tuple[str, str], str] = {}
        self._looks: list[tuple[int, float | None, bool | None]] = []

    def read(self, paragraph: etree._Element) -> Inline:
        """Return the text of a w:p; nested text boxes are handed back unread."""
        inline = Inline()
        self._looks = []
        for child in paragraph:
            self._walk(child, inline)
        if self._looks:
            inline.size = _most(((length, size) for length, size, _ in self._looks))
            inline.is_bold = _most(((length, bold) for length, _, bold in self._looks))
        return inline

    def _walk(self, element: etree._Element, inline: Inline) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag in _REMOVED:
            self.left_out.deletions += 1
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag] if value(element, "type") != "page" else "", inline)
        elif tag in _HANDLED:
            self._handle(element, tag, inline)
        else:
            for child in element:
                self._walk(child, inline)

    def _handle(self, element: etree._Element, tag: str, inline: Inline) -> None:
        if tag in (W + "t", _MATH + "t"):
            self._add(element.text or "", inline)
        elif tag == W + "r":
            self._run(element, inline)
        elif tag == W + "fldChar":
            self._field(value(element, "fldCharType"))
        elif tag == W + "sym":
            self._add(self._symbol(element), inline)
        elif tag == W + "ruby":
            self._ruby(element, inline)
        elif tag == W + "txbxContent":
            inline.boxes.append(element)
        elif tag == MC + "AlternateContent":
            for child in chosen_branch(element):
                self._walk(child, inline)
        elif tag in _PICTURES:
            self.pictures += 1
            inline.pictures.append(str(element.get(_PICTURES[tag], "")))
        else:
            self._note(element, tag, inline)

    def _run(self, run: etree._Element, inline: Inline) -> None:
        properties = run.find(W + "rPr")
        style = (
            self._styles.get(value(properties.find(W + "rStyle")) or "", Style()) if properties is not None else Style()
        )
        look = _run_look(properties, style)
        if look.is_hidden:
            self.left_out.hidden += any(True for _ in run.iter(W + "t"))
            return
        before = len(inline.text)
        for child in run:
            self._walk(child, inline)
        added = inline.text[before:]
        if look.is_raised and added.strip().isdigit():
            inline.text = inline.text[:before] + raised_figures(added.strip(), inline.text[:before])
        self._looks.append((len(inline.text) - before, look.size, look.is_bold))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, inline: Inline) -> None:
        if "code" not in self._fields:
            inline.text += text

    def _symbol(self, element: etree._Element) -> str:
        try:
            character = chr(int(value(element, "char") or "", 16))
        except (ValueError, OverflowError):
            character = "\ufffd"
        mark = bullet_mark(character if character >= "\ue000" else chr(0xF000 + ord(character) % 0x100))
        if mark is None or mark == "\ufffd":
            self.left_out.unreadable += 1
            return GETA
        return mark

    def _ruby(self, element: etree._Element, inline: Inline) -> None:
        before = len(inline.text)
        base = element.find(W + "rubyBase")
        for child in base if base is not None else ():
            self._walk(child, inline)
        reading = "".join(text.text or "" for text in element.iterfind(f"{W}rt//{W}t")).strip()
        written = inline.text[before:].strip()
        if reading and written:
            inline.readings.append(f"{written}={reading}")

    def _note(self, element: etree._Element, tag: str, inline: Inline) -> None:
        kind = tag.removeprefix(W).removesuffix("Reference")
        key = (kind, value(element, "id") or "")
        label = self._notes.setdefault(key, f"（注{len(self._notes) + 1}）")
        self._add(label, inline)
        inline.notes.append((*key, label))


def _most(looks: Iterable[tuple[int, _T]]) -> _T:
    """The look that most characters have."""
    counts: dict[_T, int] = {}
    for length, look in looks:
        counts[look] = counts.get(look, 0) + length
    return max(counts, key=lambda look: counts[look])


@dataclass(frozen=True, slots=True)
class _RunLook:
    size: float | None = None
    is_bold: bool | None = None
    is_hidden: bool = False
    is_raised: bool = False


def _run_look(properties: etree._Element | None, style: Style) -> _RunLook:
    """What the run says itself, else what its character style says."""
    if properties is None:
        return _RunLook()
    hidden, bold = (is_on(properties.find(W + tag)) for tag in ("vanish", "b"))
    size = to_int(value(properties.find(W + "sz")))
    return _RunLook(
        size=style.size if size is None else size,
        is_bold=style.is_bold if bold is None else bold,
        is_hidden=bool(style.is_hidden if hidden is None else hidden),
        is_raised=value(properties.find(W + "vertAlign")) == "superscript",
    )


def chosen_branch(element: etree._Element) -> Iterator[etree._Element]:
    """The content of an mc:AlternateContent once: of its first Choice, or of its Fallback when it has none."""
    for tag in ("Choice", "Fallback"):
        branch = element.find(MC + tag)
        if branch is not None:
            yield from branch
            return
