"""Runs of text in, lines ready to be drawn out: fonts, colours, line breaks. Knows nothing of pages.

Every line holds exactly its part of the text, so that what is read, copied or searched in the PDF is the text itself,
also where a page end cuts a paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from briefgen.model.page import Role, Run
from briefgen.writers.fonts import Typefaces
from briefgen.writers.pdf.boxes import Edge, TextBox
from briefgen.writers.pdf.linebreaking import HANGING, break_lines, hangs
from briefgen.writers.pdf.structure import ARTIFACT, Structure
from briefgen.writers.pdf.surface import Fragment, Line
from briefgen.writers.symbols import bullet_of
from briefgen.writers.theme import ColourName, Style, Theme, points

__all__ = ["Typesetter"]

_SUPERSCRIPT_SIZE = 0.66
_SUPERSCRIPT_RISE = 0.34
_SMALLER = 0.85
"""Of its size: a number that stands again above what goes on."""
_LOOSEST = 0.15
"""Of a character's width: more is never put between characters to make a line end flush."""
_LONGEST_TAIL = 2
"""Lines up to which the last of several paragraphs in one text, as how a row was made, is a tail of it."""
_WEB_SCHEMES = ("https://", "http://", "mailto:")
_ROLE_COLOURS = {Role.TERM: ColourName.TERM, Role.CAUTION: ColourName.CAUTION, Role.MUTED: ColourName.MUTED}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run as it will be drawn, and where it begins in the text of its paragraph; x is filled in line by line."""

    start: int
    end: int
    look: Fragment


@dataclass(slots=True)
class Typesetter:
    """Sets runs in a theme and a family of fonts, and remembers the characters that were not to be had."""

    theme: Theme
    faces: Typefaces
    structure: Structure
    """The logical structure of the document, to which whatever is set is added."""
    anchors: frozenset[str]
    """The ids that exist; links to others are set as plain text."""
    place: str = ""
    """Where on the page we are, for messages."""
    missing: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Places by character that no font has."""
    unreadable_pictures: list[str] = field(default_factory=list)
    """Places of pictures that were left out."""

    @property
    def text_width(self) -> float:
        """The width between the margins in points."""
        return points(self.theme.text_width_mm)

    def edge(self, *, is_strong: bool = False) -> Edge:
        """A thin grey line, or a strong dark one."""
        lines, colours = self.theme.lines, self.theme.colours
        return Edge(lines.strong, colours.text) if is_strong else Edge(lines.thin, colours.rule)

    def paragraph(
        self, runs: Sequence[Run], style: Style, width: float, node: int = ARTIFACT, emphasis: ColourName | None = None
    ) -> TextBox:
        """The runs broken into lines of this width, which hang behind a bullet.

        Bold runs may have a colour of their own.
        """
        language = self.structure.language_of(node)
        bullet = bullet_of(runs[0].text) if runs else ""
        pieces: list[_Piece] = []
        advances: list[float] = []
        texts: list[str] = []
        for run in _apart(runs, len(bullet)):
            look = self._look(run, style, language)
            if emphasis and run.bold and run.role is Role.PLAIN:
                look = replace(look, colour=self.theme.colour(emphasis))
            face = self.faces.weight(bold=run.bold or style.bold)
            pieces.append(_Piece(len(advances), len(advances) + len(look.text), look))
            advances.extend(face.advances(look.text, look.size))
            texts.append(look.text)
        text = "".join(texts)
        if bullet:
            advances[len(bullet) - 1] += max(style.size - sum(advances[: len(bullet)]), 0.0)
        hang = sum(advances[: len(bullet)])
        ranges = break_lines(text, advances, width, hang)
        indents = [hang if hangs(text, start) else 0.0 for start, _ in ranges]
        is_flush = language == "ja" and not style.bold  # heads are not spaced out
        widths = [width - indent for indent in indents]
        spacings = _spacings(text, ranges, advances, widths) if is_flush else [0.0] * len(ranges)
        lines = tuple(_fill_lines(zip(ranges, spacings, indents, strict=True), pieces, advances))
        last = sum(start > text.rfind("\n") for start, _ in ranges) if "\n" in text else 0
        return TextBox(lines, style.leading, node, tail=last if last <= _LONGEST_TAIL else 0)

    def goes_on(self, style: Style, width: float, number: str = "") -> TextBox:
        """A number, if there is one, and “cont.”, small and muted, as no part of the text: it goes on from before.

        It stands level with a line of this style.
        """
        look = self.theme.styles.number
        small = replace(look, size=look.size * _SMALLER, leading=style.leading)
        return self.paragraph((Run(f"{number} cont.".strip()),), small, width)

    def line(self, parts: Sequence[tuple[float, Run]], style: Style, node: int = ARTIFACT) -> TextBox:
        """A single line of runs, each at its own distance from the left."""
        fragments = []
        for x, run in parts:
            look = self._look(run, style, "en")
            fragments.append(replace(look, x=x, width=self.width(run, style)))
        return TextBox((tuple(fragments),), style.leading, node)

    def width(self, run: Run, style: Style) -> float:
        """The width of a run on one line."""
        look = self._look(run, style, "en")
        return self.faces.weight(bold=run.bold or style.bold).width(look.text, look.size)

    def _look(self, run: Run, style: Style, language: str) -> Fragment:
        """The run as a fragment whose place is still open."""
        face = self.faces.weight(bold=run.bold or style.bold)
        text, missing = face.drawable(run.text)
        for character in missing:
            if self.place not in self.missing[character]:
                self.missing[character].append(self.place)
        link = run.link if run.link.startswith(_WEB_SCHEMES) or run.link[1:] in self.anchors else ""
        return Fragment(
            text=text,
            x=0.0,
            width=0.0,
            font=face.name,
            size=style.size * (_SUPERSCRIPT_SIZE if run.superscript else 1),
            colour=self._colour(run, style, bool(link)),
            language=run.language if run.language != language else "",
            rise=style.size * _SUPERSCRIPT_RISE if run.superscript else 0.0,
            is_italic=run.italic and run.language != "ja",
            underline=self.theme.colour(ColourName.TERM) if _is_underlined(run) else "",
            link=link,
        )

    def _colour(self, run: Run, style: Style, is_link: bool) -> str:
        """The colour of the role; plain runs have that of the style, but links stand out, and bold in muted text."""
        if run.role in _ROLE_COLOURS and not _is_underlined(run):
            name = _ROLE_COLOURS[run.role]
        elif is_link:
            name = ColourName.ACCENT
        elif run.bold and style.colour is ColourName.MUTED:
            name = ColourName.TEXT
        else:
            name = style.colour
        return self.theme.colour(name)


def _apart(runs: Sequence[Run], count: int) -> Sequence[Run]:
    """The runs, the first so many characters, those of a bullet, as a run of their own: what follows stands off."""
    if not count:
        return runs
    first, *others = runs
    return (replace(first, text=first.text[:count]), replace(first, text=first.text[count:]), *others)


def _is_underlined(run: Run) -> bool:
    """Terms are coloured in English and underlined in Japanese, where colour would leave little of the text black."""
    return run.role is Role.TERM and run.language == "ja"


def _spacings(text: str, ranges: list[tuple[int, int]], advances: list[float], widths: Sequence[float]) -> list[float]:
    """Points to add to every character of each line, so that Japanese ends flush where little is wanting.

    The last line of a paragraph, lines that would become loose and lines with much Latin text are left as they are.
    """
    spacings = []
    for (start, end), width in zip(ranges, widths, strict=True):
        line = text[start:end].rstrip()
        if end == len(text) or text[end - 1] == "\n" or sum(map(str.isascii, line)) > len(line) / 4:
            spacings.append(0.0)
            continue
        natural = sum(advances[start : start + len(line)])
        if line[-1] in HANGING and natural > width:
            natural -= advances[start + len(line) - 1]
            line = line[:-1]
        spacing = (width - natural) / max(len(line) - 1, 1)
        spacings.append(spacing if 0 < spacing <= _LOOSEST * natural / len(line) else 0.0)
    return spacings


def _fill_lines(
    lines: Iterable[tuple[tuple[int, int], float, float]], pieces: list[_Piece], advances: list[float]
) -> Iterator[Line]:
    """The parts of the pieces in each range of the text, side by side, with the spacing and the indent of that line."""
    edges = [0.0, *accumulate(advances)]
    first = 0
    for (start, end), spacing, indent in lines:
        while pieces[first].end <= start:
            first += 1
        fragments = []
        index = first
        while index < len(pieces) and pieces[index].start < end:
            piece = pieces[index]
            left, right = max(start, piece.start), min(end, piece.end)
            text = piece.look.text[left - piece.start : right - piece.start].replace("\n", "")
            if text:
                x = indent + edges[left] - edges[start] + spacing * (left - start)
                width = edges[right] - edges[left] + spacing * len(text)
                fragments.append(replace(piece.look, text=text, x=x, width=width, spacing=spacing))
            index += 1
        yield tuple(fragments)
