"""The house style as data: a TOML file in, a frozen `Theme` out. Lays nothing out; each writer reads it its own way."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeVar, get_args, get_origin, get_type_hints

from briefgen.errors import TOML_HINT, BriefingTemplateError
from briefgen.model.page import ParagraphStyle
from briefgen.model.style import HouseStyle

__all__ = [
    "ColourName", "Colours", "Columns", "FontNames", "Lines", "Margins", "Spaces", "Style", "Styles", "Theme",
    "WordFile", "Wording", "points", "read_theme",
]  # fmt: skip

_PAPER_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height: ISO 216 and ANSI/ASME Y14.1."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ColourName(StrEnum):
    """The colours a theme has; `Colours` says what each is for."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    TERM = "term"
    CAUTION = "caution"
    RULE = "rule"
    TINT = "tint"


@dataclass(frozen=True, slots=True)
class Wording(HouseStyle):
    """How the house writes English, in the papers and in the note itself."""

    heading_date: Literal["mdy", "dmy"] = "dmy"
    """In the heading and the registers of the note."""

    @property
    def language(self) -> str:
        """The language tag of the note."""
        return "en-GB" if self.spelling == "uk" else "en-US"


@dataclass(frozen=True, slots=True)
class Margins:
    """Paper edge to text, in millimetres; `banner_mm` and `footer_mm` run to the middle of those lines."""

    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    banner_mm: float
    footer_mm: float


@dataclass(frozen=True, slots=True)
class FontNames:
    """Font names for Word, and the CSS font list for HTML. The PDF embeds the fonts it is handed instead."""

    latin: str
    japanese: str
    html: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour as ``#rrggbb``."""

    text: str
    muted: str
    accent: str
    """Heads, links, the bar of the bottom line."""
    term: str
    """From the glossary, or computed."""
    caution: str
    """To be checked by a person."""
    rule: str
    tint: str
    """Ground of the bottom line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The side-by-side text: number column, Japanese, gap, English."""

    number_mm: float
    gap_mm: float
    japanese_share: float
    """Share of the width that number and gap leave, between 0 and 1."""
    indent_mm: float
    """One step of an item or a note."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Thickness of lines in points; `bar` stands left of the bottom line."""

    thin: float
    strong: float
    bar: float


@dataclass(frozen=True, slots=True)
class Spaces:
    """White space in points."""

    row_above: float
    row_below: float
    row_joined: float
    """Above a row that goes on with the paragraph of the row before."""
    box_padding: float
    between_blocks: float


@dataclass(frozen=True, slots=True)
class Style:
    """One look of text; all lengths in points."""

    size: float
    leading: float
    """Baseline to baseline."""
    bold: bool
    colour: ColourName
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Styles:
    """Every look of text by name; `japanese` and `english` are the cells of the side-by-side text."""

    title: Style
    long_title: Style
    subtitle: Style
    heading1: Style
    heading2: Style
    heading3: Style
    body: Style
    small: Style
    legend: Style
    caption: Style
    fact_label: Style
    fact_value: Style
    column_head: Style
    japanese: Style
    english: Style
    row_head1: Style
    row_head2: Style
    row_head3: Style
    number: Style
    flag: Style
    table_head: Style
    table_cell: Style
    banner: Style
    footer: Style

    def paragraph(self, style: ParagraphStyle) -> Style:
        """The look of a paragraph style of the page."""
        found: Style = getattr(self, style.value.replace("-", "_"))
        return found

    def heading(self, level: int) -> Style:
        """The look of a heading of the note, level 1 to 3."""
        return (self.heading1, self.heading2, self.heading3)[_level_index(level)]

    def row_head(self, level: int) -> Style:
        """The look of a row that is a head of the paper, level 1 to 3."""
        return (self.row_head1, self.row_head2, self.row_head3)[_level_index(level)]


@dataclass(frozen=True, slots=True)
class WordFile:
    """What holds for Word files alone."""

    footnotes: Literal["safe", "always", "never"]
    """Whether notes of the paper are footnotes besides rows; ``safe``: where LibreOffice 7.4 shows them right."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The whole house style."""

    paper: Literal["A4", "Letter"]
    margins: Margins
    fonts: FontNames
    colours: Colours
    columns: Columns
    lines: Lines
    spaces: Spaces
    styles: Styles
    wording: Wording
    word: WordFile

    @property
    def paper_mm(self) -> tuple[float, float]:
        """Width and height of the paper in millimetres."""
        return _PAPER_MM[self.paper]

    @property
    def text_width_mm(self) -> float:
        """Width between the side margins."""
        return self.paper_mm[0] - self.margins.left_mm - self.margins.right_mm

    @property
    def side_widths_mm(self) -> tuple[float, float]:
        """Widths of the Japanese and the English of the side-by-side text."""
        room = self.text_width_mm - self.columns.number_mm - self.columns.gap_mm
        japanese = room * self.columns.japanese_share
        return japanese, room - japanese

    @property
    def text_height_mm(self) -> float:
        """Height between the upper and the lower margin."""
        return self.paper_mm[1] - self.margins.top_mm - self.margins.bottom_mm

    def colour(self, name: ColourName) -> str:
        """The colour of that name as ``#rrggbb``."""
        found: str = getattr(self.colours, name.value)
        return found


def read_theme(text: str, name: str = "house.toml", defaults: Theme | None = None) -> Theme:
    """The theme a TOML file describes. With `defaults`, the file may leave out what it does not change.

    `name` is the file name for messages. Raises `BriefingTemplateError`, whose message begins with ``name:line``.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        place = f"{name}:{line[1]}" if line else name
        raise BriefingTemplateError(f"{place}: not valid TOML: {error}", TOML_HINT) from error
    reading = _Reading(text, name)
    theme = reading.table(Theme, values, (), defaults)
    reading.check_room(theme)
    return theme


def points(length_mm: float) -> float:
    """Millimetres in points, 72 to the inch."""
    return length_mm * 72 / 25.4


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The file being read, for messages that name the line."""

    text: str
    name: str

    def table(self, kind: type[_T], values: object, path: tuple[str, ...], defaults: _T | None) -> _T:
        """A dataclass out of a TOML table; missing keys come from `defaults`."""
        if not isinstance(values, Mapping):
            raise self.error(path, "a table [...] is expected here")
        hints = get_type_hints(kind)
        for key in values:
            if key not in hints:
                raise self.error((*path, key), f"unknown key; known here: {', '.join(hints)}")
        arguments = {}
        for key, hint in hints.items():
            default = getattr(defaults, key, None)
            if key in values:
                arguments[key] = self.value(hint, values[key], (*path, key), default)
            elif default is not None:
                arguments[key] = default
            else:
                raise self.error(path, f"{key} is missing")
        return kind(**arguments)

    def value(self, hint: type, value: object, path: tuple[str, ...], default: object) -> object:
        """A single value, checked against the type of its field."""
        if dataclasses.is_dataclass(hint):
            return self.table(hint, value, path, default)
        if hint is float:
            return self.number(value, path)
        if hint is bool:
            if not isinstance(value, bool):
                raise self.error(path, f"true or false is expected, not {value!r}")
            return value
        if hint is ColourName or get_origin(hint) is Literal:
            choices = list(ColourName) if hint is ColourName else list(get_args(hint))
            if value not in choices:
                raise self.error(path, f"one of {', '.join(choices)} is expected, not {value!r}")
            return ColourName(str(value)) if hint is ColourName else value
        return self.words(hint, value, path)

    def number(self, value: object, path: tuple[str, ...]) -> float:
        """A length, share or size; never negative, and text needs a size."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(path, f"a number is expected, not {value!r}")
        must_be_more = path[-1] in {"size", "leading"}
        if not 0 <= value <= 1000 or (must_be_more and value < 1):
            raise self.error(path, f"{value} is out of range")
        return float(value)

    def words(self, hint: type, value: object, path: tuple[str, ...]) -> str | tuple[str, ...]:
        """A text, or a list of texts; a text of [colours] is a colour."""
        if get_origin(hint) is tuple:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise self.error(path, f"a list of texts is expected, not {value!r}")
            return tuple(value)
        if not isinstance(value, str):
            raise self.error(path, f"a text in quotation marks is expected, not {value!r}")
        if path[0] == "colours" and not _COLOUR.fullmatch(value):
            raise self.error(path, f'a colour like "#1f4e79" is expected, not {value!r}')
        return value

    def check_room(self, theme: Theme) -> None:
        """Refuse margins and columns that leave no room for text."""
        if not 0.2 <= theme.columns.japanese_share <= 0.8:
            raise self.error(("columns", "japanese_share"), "between 0.2 and 0.8 is expected")
        if sum(theme.side_widths_mm) < 80:
            raise self.error(("margins",), "margins and columns leave less than 80 mm for the two texts")
        if theme.text_height_mm < 100:
            raise self.error(("margins",), "top and bottom leave less than 100 mm for the text")

    def error(self, path: tuple[str, ...], problem: str) -> BriefingTemplateError:
        """The error for a key, with the line on which the key (or its table) stands, when it can be found."""
        line = self.line_of(path)
        place = f"{self.name}:{line}" if line else self.name
        return BriefingTemplateError(f"{place}: {'.'.join(path)}: {problem}" if path else f"{place}: {problem}")

    def line_of(self, path: tuple[str, ...]) -> int | None:
        """The line of ``key = ...`` in its table, else of the table's head, else None."""
        table, found = "", None
        for number, line in enumerate(self.text.splitlines(), 1):
            if head := re.match(r"\s*\[([^\[\]]+)\]", line):
                table = head[1].strip()
                if table == ".".join(path):
                    found = number
            elif table == ".".join(path[:-1]) and path and re.match(rf'\s*"?{re.escape(path[-1])}"?\s*=', line):
                return number
        return found


def _level_index(level: int) -> int:
    return min(max(level, 1), 3) - 1
