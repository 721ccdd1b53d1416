"""WordprocessingML as text: runs, borders, lengths. Pure functions; ISO/IEC 29500-1 part 17 gives names and order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from briefgen.model.page import Run

__all__ = [
    "NAMESPACES",
    "Cell",
    "bookmark_names",
    "borders",
    "cell_xml",
    "comment_marks_xml",
    "eighths",
    "field_xml",
    "fonts_xml",
    "footnotes_xml",
    "half_points",
    "mm_twips",
    "note_mark_xml",
    "paragraph_xml",
    "pt_twips",
    "row_xml",
    "run_xml",
    "table_xml",
]  # fmt: skip

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


_OPTION = re.compile(r"(?<![\w-])--\w+(?:-\w+)*")

_CLOSING_MARKS = ("”", "’")

_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def mm_twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def pt_twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points as half points, the unit of font sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Points as eighths of a point, the unit of border widths (2 to 96 are allowed)."""
    return min(max(round(points * 8), 2), 96)


def fonts_xml(latin: str, japanese: str) -> str:
    """The four fonts of a run, so that nothing is left to a theme or to the machine."""
    name = quoteattr(latin)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:cs={name} w:eastAsia={quoteattr(japanese)}/>"


def run_xml(run: Run, style: str, language: str, fonts: tuple[str, str] = ("", "")) -> str:
    """A run; `style` is the id of its character style or empty, `language` the tag of what is not Japanese.

    `fonts`, Latin and Japanese, are named where a sign would fall to the other one: LibreOffice takes Japanese without
    a letter, such as ○, for Latin text and sets it too small, and a quotation mark that closes Japanese for Japanese.
    """
    is_japanese = run.language == "ja"
    asian = language if _closes_japanese(run) else "ja-JP"
    looks = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        _fonts_of_run(run, *fonts),
        "<w:b/><w:bCs/>" if run.bold else "",
        "<w:i/><w:iCs/>" if run.italic else "",
        "<w:noProof/>" if is_japanese else "",
        '<w:vertAlign w:val="superscript"/>' if run.superscript else "",
        f"<w:lang w:val={quoteattr(language)} w:eastAsia={quoteattr(asian)}/>",
    ]
    lines = map(_text_xml, run.text.split("\n"))
    return f"<w:r><w:rPr>{''.join(looks)}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def _closes_japanese(run: Run) -> bool:
    """Whether it is English that begins with a closing quotation mark, perhaps right behind Japanese."""
    return run.language != "ja" and run.text.startswith(_CLOSING_MARKS)


def _fonts_of_run(run: Run, latin: str, japanese: str) -> str:
    """The fonts of a run where it needs other ones than its style has, or a hint which of them to take."""
    if run.language != "ja":
        return fonts_xml(latin, latin) if latin and _closes_japanese(run) else ""
    is_sign = bool(japanese) and not any(character.isalnum() for character in run.text)
    fonts = fonts_xml(japanese, japanese) if is_sign else "<w:rFonts/>"
    return fonts.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')


def _text_xml(line: str) -> str:
    """The text of a line; the hyphens of an option of the program, such as --bottom-line, are no place to break it."""
    if not line:
        return ""
    text = f'<w:t xml:space="preserve">{escape(line)}</w:t>'
    return _OPTION.sub(lambda option: option[0].replace("-", _HYPHEN), text) if "--" in line else text


def paragraph_xml(style: str, content: str, properties: str = "") -> str:
    """A paragraph of this style id; `properties` are further children of ``w:pPr`` in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field_xml(instruction: str) -> str:
    """A field such as PAGE, with 1 as the result until the reader's program computes it."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def comment_marks_xml(number: int, style: str) -> tuple[str, str]:
    """What stands before and behind the words that a comment is about; `style` is the id of its sign's style."""
    reference = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def note_mark_xml(number: int, style: str, font: str) -> str:
    """The reference to a footnote where a call stands already: its mark takes no room, ISO/IEC 29500-1, 17.11.14.

    LibreOffice prints a mark in letters twice, but a symbol once, and lends a size that is not that of the style to
    what follows. U+200D is what Word calls "no-width non break".
    """
    look = f'<w:rStyle w:val="{style}"/>'
    mark = f'<w:sym w:font={quoteattr(font)} w:char="200D"/>'
    reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
    return f"<w:r><w:rPr>{look}</w:rPr>{reference}{mark}</w:r>"


def footnotes_xml(footnotes: Sequence[str]) -> str:
    """The footnotes part: the two lines that Word wants there, then the footnotes, numbered from 1."""
    kinds = ((-1, "separator"), (0, "continuationSeparator"))
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in kinds
    )
    notes = "".join(f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(footnotes, 1))
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {NAMESPACES}>{lines}{notes}</w:footnotes>'


def borders(sides: Iterable[tuple[str, float, str]], space: int = 0) -> str:
    """Border elements from (side, thickness in points, ``#rrggbb``), at `space` points from the text."""
    return "".join(
        f'<w:{side} w:val="single" w:sz="{eighths(thickness)}" w:space="{space}" w:color="{colour.lstrip("#")}"/>'
        for side, thickness, colour in sides
    )


def bookmark_names(ids: Iterable[str]) -> Mapping[str, str]:
    """A bookmark name for every element id: Word allows letters, digits and _, at most 40 of them."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(ids, 1):
        plain = re.sub(r"\W", "_", name, flags=re.ASCII)
        is_good = len(plain) <= 40 and plain[:1].isalpha() and plain not in taken
        names[name] = plain if is_good else f"anchor_{number}"
        taken.add(names[name])
    return names


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs, and what differs from the table as a whole."""

    content: str
    borders: str = ""
    margins: tuple[tuple[str, int], ...] = ()
    """(side, twips), sides in the order top, left, bottom, right."""
    span: int = 1
    """How many columns it takes."""


def cell_xml(cell: Cell, width: int) -> str:
    """A cell of this width in twips."""
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in cell.margins)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "")
        + (f"<w:tcBorders>{cell.borders}</w:tcBorders>" if cell.borders else "")
        + (f"<w:tcMar>{margins}</w:tcMar>" if margins else "")
        + f"</w:tcPr>{cell.content}</w:tc>"
    )


def row_xml(cells: Sequence[Cell], widths: Sequence[int], *, is_header: bool = False, may_split: bool = False) -> str:
    """A table row; a header row is repeated on every page."""
    properties = ("" if may_split else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_header else "")
    inner, first = "", 0
    for cell in cells:
        inner += cell_xml(cell, sum(widths[first : first + cell.span]))
        first += cell.span
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def table_xml(rows: Iterable[str], widths: Sequence[int], style: str, lines: str, padding: str = "") -> Iterator[str]:
    """A table of fixed widths, row by row: LibreOffice obeys tblGrid, Word tcW, others tblW, so all are written.

    `lines` are its border elements; `padding` its cell margins, in schema order.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        + (f"<w:tblCellMar>{padding}</w:tblCellMar>" if padding else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    yield from rows
    yield "</w:tbl>"
