"""The elements of the main part of a web page, walked in order -> paragraphs; the walk does not recurse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from briefgen.model.document import BlockKind, CellPlace, Picture
from briefgen.readers.docx.numbering import format_number
from briefgen.readers.html.captions import is_caption
from briefgen.readers.html.elements import BLOCKS, SILENT, is_tag, own_text, whole_number
from briefgen.readers.html.math import formula_text, is_plain_formula, set_apart
from briefgen.readers.html.notes import is_note_link, note_call
from briefgen.readers.html.pictures import PagePictures
from briefgen.readers.html.tables import HEADS, Table, is_layout
from briefgen.readers.inline.linear import lowered_text, raised_text
from briefgen.readers.structure.breaks import join_apart, join_manual_breaks
from briefgen.readers.structure.marks import split_label
from briefgen.readers.structure.paragraphs import Paragraph, rebuild_paragraphs
from briefgen.readers.text.document import text_lines

__all__ = ["Flow", "read_flow"]

_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SENTENCE = re.compile(r"[。？！?]")
_SAID = re.compile("「[^「」]+」|『[^『』]+』|“[^“”]+”")
_BREAK = "\x1e"
_NEAR = 9
_SPEAKERS = frozenset("QＱAＡ問答")
"""Marks of who speaks, before a span with what is said."""
_MARKED = ("ruby", "sup", "sub")
"""Elements of which it is kept where their text begins."""
_CHARACTERS = {0xA0: " ", 0x2044: "/"} | dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
"""Spaces and strokes as anybody writes them; soft hyphens and what joins or parts letters without being seen go."""


@dataclass(slots=True)
class Flow:
    """The paragraphs of a page, and what is to be told about them."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: int = 0
    """How many there are, without those that stand in a caption."""
    struck: list[str] = field(default_factory=list)
    """Texts left out because they are struck through."""
    formulas: list[str] = field(default_factory=list)
    """Formulas that are more than a number, a fraction or a power."""


@dataclass(slots=True)
class _Frame:
    """An open block: what its paragraphs are."""

    element: etree._Element | None = None
    kind: BlockKind | None = None
    level: int = 0
    label: str = ""
    cell: CellPlace | None = None


@dataclass(slots=True)
class _List:
    form: str
    """Number format, empty for bullets."""
    count: int
    step: int = 1


def read_flow(
    main: etree._Element,
    furniture: frozenset[etree._Element],
    struck: frozenset[etree._Element],
    pictures: PagePictures | None,
) -> Flow:
    """Return the paragraphs of an element without furniture and struck text inside it; `pictures` are wanted ones."""
    walker = _Walker(pictures)
    walk = etree.iterwalk(main, events=("start", "end"))
    for event, element in walk:
        is_skipped = element in furniture or element in struck or is_tag(element, "rt", "math", *SILENT)
        if event == "end":
            walker.end(element, is_skipped, None if element is main else element.tail)
        elif is_skipped:
            walker.skip(element, element in struck and element not in furniture)
            walk.skip_subtree()
        else:
            walker.start(element)
    walker.flush()
    return walker.flow


class _Walker:
    """Gathers text until a block begins or ends."""

    def __init__(self, pictures: PagePictures | None) -> None:
        self.flow = Flow()
        self._pictures = pictures
        self._waiting: Picture | None = None
        """A picture whose caption may be the next paragraph."""
        self._caption_in: etree._Element | None = None
        """The figure of a caption that has no picture yet."""
        self._frames: list[_Frame] = []
        self._lists: list[_List] = []
        self._tables: list[Table | None] = []
        self._numbers = count()
        """Of the tables to come."""
        self._lines: list[str] = []
        """The lines of the open paragraph that a br has ended."""
        self._text = ""
        self._readings: list[str] = []
        self._marks: list[int] = []
        """Where the base of each open ruby, or the text of each open sup, begins."""
        self._fraction_end = ""
        """What closes the fraction of which the upper part stands: ２(1/4)."""
        self._bold = 0
        self._bold_characters = 0
        self._has_title = False
        self._head_level = 0

    # ------------------------------------------------------------ events

    def start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self.flush()
            self._open(element, tag)
        elif tag == "br":
            self._text += _BREAK
            if not self._marks:
                self._lines.append(self._text)
                self._text = ""
        elif tag in _MARKED or is_note_link(element):
            self._marks.append(len(self._text))
        elif tag == "span" and len(self._text) < _NEAR and self._text.strip() in _SPEAKERS:
            self._text += "："
        elif tag == "span" and self._text[-1:].isdigit() and _begins_field(element):
            self._text += "\u3000"
        elif tag == "time" and self._text[-_NEAR:].strip() and _stands_beside(element):
            self._text += _BREAK
        elif tag == "img" and (element.get("src") or element.get("data-src")):
            self._picture(element)
        self._bold += tag in ("b", "strong")
        self._add(element.text, tag == "pre")

    def _picture(self, element: etree._Element) -> None:
        """Count a picture, or keep it for the caption below it; in a figure the caption may stand above."""
        picture = self._pictures.shown_by(element) if self._pictures is not None else None
        is_captioned = self._caption_in is not None and self._caption_in in element.iterancestors("figure")
        if picture is not None and is_captioned and not any(map(str.strip, (*self._lines, self._text))):
            last = self.flow.paragraphs[-1]
            self.flow.paragraphs[-1], self._caption_in = last._replace(picture=picture), None
            return
        self.flow.pictures += 1
        self._waiting = picture

    def skip(self, element: etree._Element, is_struck: bool) -> None:
        """Pass over an element: a reading is kept, a formula becomes a line, a block still ends the paragraph."""
        if is_struck:
            self.flow.struck.append(own_text(element))
        elif element.tag == "svg":
            self.flow.pictures += any(own_text(text) for text in element.iter("text"))
        elif element.tag == "math":
            self._formula(formula_text(element), element.tail or "")
        if element.tag == "rt" and self._marks:
            base, reading = self._text[self._marks[-1] :].strip(), own_text(element)
            if base and reading:
                self._readings.append(f"{base}={reading}")
            self._marks[-1] = len(self._text)
        elif element.tag in BLOCKS:
            self.flush()

    def _formula(self, text: str, behind: str) -> None:
        """Add a formula, apart from figures beside it."""
        self.flow.formulas += [] if is_plain_formula(text) else [text]
        self._text += set_apart(text, self._text, behind)

    def end(self, element: etree._Element, is_skipped: bool, tail: str | None) -> None:
        """Close an element that was started or skipped, and go on with the text behind it."""
        tag = str(element.tag)
        if not is_skipped:
            self._bold -= tag in ("b", "strong")
            if tag in BLOCKS:
                self.flush()
                self._close(tag)
            elif self._marks and (tag in _MARKED or is_note_link(element)):
                self._end_inline(element, self._marks.pop())
        self._add(tail, self._is_verbatim)

    def _end_inline(self, element: etree._Element, mark: int) -> None:
        before, text = self._text[:mark], self._text[mark:]
        if element.tag == "ruby" or _BREAK in text:
            return
        if element.tag == "a":
            text = note_call(text)
        elif element.tag == "sub":
            text = lowered_text(text, before, element.tail or "") + self._fraction_end
            self._fraction_end = ""
        elif _is_numerator(element):
            begin, self._fraction_end = ("(", ")") if before[-1:].isdigit() else ("", "")
            text = begin + text
        else:
            text = raised_text(text, before, next(element.iter("a"), None) is not None)
        self._text = before + text

    def _add(self, text: str | None, is_verbatim: bool) -> None:
        if not text:
            return
        clean = text.translate(_CHARACTERS)
        clean = clean.replace("\n", _BREAK) if is_verbatim else _collapsed(clean)
        self._text += clean
        self._bold_characters += len(clean.strip()) if self._bold else 0

    # ------------------------------------------------------------ blocks

    def _open(self, element: etree._Element, tag: str) -> None:
        frame = _Frame(element)
        if tag in HEADS:
            self._open_head(frame, tag)
        elif tag in ("figcaption", "caption") or is_caption(element, tag):
            frame.kind = BlockKind.CAPTION
        elif tag in ("dt", "summary"):
            frame.kind, frame.level = BlockKind.HEADING, self._head_level + 1
        elif tag in ("ul", "ol"):
            self._lists.append(_list(element))
        elif tag == "li":
            self._open_item(element, frame)
        elif tag == "table":
            self._tables.append(None if is_layout(element) else Table(next(self._numbers)))
        elif tag == "tr" and self._table is not None:
            self._table.begin_row()
        elif tag in ("td", "th") and self._table is not None:
            frame.kind, frame.cell = BlockKind.TABLE_CELL, self._table.place(element)
        self._frames.append(frame)

    def _open_head(self, frame: _Frame, tag: str) -> None:
        if tag == "h1" and not self._has_title:
            frame.kind = BlockKind.TITLE
        else:
            frame.kind, frame.level = BlockKind.HEADING, max(1, int(tag[1]) - 1)
            self._head_level = frame.level

    def _open_item(self, element: etree._Element, frame: _Frame) -> None:
        frame.kind, frame.level = BlockKind.LIST_ITEM, max(1, len(self._lists))
        if self._lists:
            own = self._lists[-1]
            own.count = whole_number(element, "value", own.count + own.step)
            frame.label = f"{format_number(own.count, own.form)}." if own.form else "・"

    @property
    def _table(self) -> Table | None:
        return self._tables[-1] if self._tables else None

    def _close(self, tag: str) -> None:
        self._frames.pop()
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "table":
            self._tables.pop()

    # ------------------------------------------------------------ paragraphs

    def flush(self) -> None:
        """Make paragraphs of the text gathered so far."""
        text, self._lines, self._text = "".join((*self._lines, self._text)), [], ""
        bold, self._bold_characters = self._bold_characters, 0
        readings, self._readings = " ".join(self._readings), []
        self._marks = [0 for _ in self._marks]
        frame = next((frame for frame in reversed(self._frames) if frame.kind is not None), _Frame())
        if frame.element is None and self._is_verbatim:
            self.flow.paragraphs.extend(rebuild_paragraphs(text_lines(text.replace(_BREAK, "\n"))))
            return
        is_bold = bold * 10 > 9 * len(re.sub(r"\s", "", text.replace(_BREAK, "")))
        kind = frame.kind or (BlockKind.PARAGRAPH if self._is_quotation(text) else None)
        for piece in _pieces(text, frame.kind):
            self._append(Paragraph(piece, kind=kind, is_bold=is_bold, reading=readings), frame)
            readings = ""

    def _is_quotation(self, text: str) -> bool:
        """Whether it is what somebody said, set apart without the full stop by which it would be told from a head."""
        quoted = any(frame.element is not None and frame.element.tag == "blockquote" for frame in self._frames)
        return quoted and _SAID.fullmatch(text.strip(f" \n{_BREAK}")) is not None

    @property
    def _is_verbatim(self) -> bool:
        """Whether the text stands in a pre element, whose lines and columns are those of a text file."""
        element = self._frames[-1].element if self._frames else None
        return element is not None and element.tag == "pre"

    def _append(self, paragraph: Paragraph, frame: _Frame) -> None:
        """Add a paragraph as what its block is; the first has its label, unless its text brings one itself."""
        label, frame.label = frame.label, ""
        label = label if split_label(paragraph.text) is None else ""
        is_term = frame.element is not None and is_tag(frame.element, "dt", "summary")
        kind, level = (
            (None, 0) if is_term and _SENTENCE.search(paragraph.text) else (frame.kind or paragraph.kind, frame.level)
        )
        self._has_title |= kind is BlockKind.TITLE
        cell = self._cell(frame)
        made = paragraph._replace(kind=kind, level=level if cell is None else 0, label=label, cell=cell)
        self.flow.paragraphs.append(self._with_picture(made, frame))

    def _cell(self, frame: _Frame) -> CellPlace | None:
        """The cell in which a paragraph stands, also as an item of a list or a term there."""
        if frame.kind not in (BlockKind.LIST_ITEM, BlockKind.HEADING):
            return frame.cell
        return next((outer.cell for outer in reversed(self._frames) if outer.cell is not None), None)

    def _with_picture(self, paragraph: Paragraph, frame: _Frame) -> Paragraph:
        picture, self._waiting, self._caption_in = self._waiting, None, None
        if paragraph.kind is not BlockKind.CAPTION or frame.element is None:
            return paragraph
        if picture is None:
            self._caption_in = next(frame.element.iterancestors("figure"), None)
            return paragraph
        self.flow.pictures -= 1
        return paragraph._replace(picture=picture)


def _is_numerator(element: etree._Element) -> bool:
    """Whether raised figures are the upper part of a fraction: before a stroke and lowered figures."""
    below = element.getnext()
    return (element.tail or "").strip() in ("/", "⁄") and below is not None and is_tag(below, "sub")


def _begins_field(element: etree._Element) -> bool:
    """Whether a span with figures is a field of its own beside the span before it: in a div, of another class."""
    before, holder = element.getprevious(), element.getparent()
    if before is None or holder is None or before.tag != "span" or before.tail or not is_tag(holder, "div", "header"):
        return False
    names = (before.get("class"), element.get("class"))
    return all(names) and names[0] != names[1] and (element.text or "")[:1].isdigit()


def _stands_beside(time: etree._Element) -> bool:
    """Whether a day is a field of its own behind another element, and no part of a sentence."""
    before, behind = time.getprevious(), (time.tail or "").strip()
    return before is not None and not (before.tail or "").strip() and not behind and is_tag(before, "span", "a", "b")


def _collapsed(text: str) -> str:
    """White space as a browser shows it, line ends of the source kept apart for `join_lines`."""
    return re.sub(r" ?\n[ \n]*", "\n", re.sub(r"[ \t\r\f\v]+", " ", text))


def _pieces(text: str, kind: BlockKind | None) -> list[str]:
    """The paragraphs of a block: an empty line ends one, a single break seldom."""
    if kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION):
        text = text.replace(_BREAK, "\n")
    pieces: list[str] = []
    group: list[str] = []
    for line in [*text.split(_BREAK), ""]:
        if line.strip():
            indent = "\u3000" if line.lstrip(" \n").startswith("\u3000") else ""
            group.append(indent + join_apart(line.split("\n")))
            continue
        pieces.extend(join_manual_breaks(group))
        group = []
    return pieces


def _list(element: etree._Element) -> _List:
    if element.tag == "ul":
        return _List("", 0)
    is_reversed = element.get("reversed") is not None
    first, step = (sum(is_tag(item, "li") for item in element), -1) if is_reversed else (1, 1)
    form = _LIST_FORMS.get(element.get("type") or "1", "decimal")
    return _List(form, whole_number(element, "start", first) - step, step)
