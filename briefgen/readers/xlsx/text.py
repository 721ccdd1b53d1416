"""The strings of a workbook with the looks of their runs: what is struck through goes, what is raised shows as such.

Elements: ECMA-376 part 1, 18.4 (rich text runs) and 18.8.22 (fonts).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefgen.readers.inline.linear import raised_text

__all__ = ["PLAIN", "RichText", "Run", "S", "is_struck", "rich_text"]

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; `is_struck` is None where the font of the cell decides."""

    text: str
    is_struck: bool | None = None
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """The runs of a string."""

    runs: tuple[Run, ...]

    def shown(self, is_struck: bool) -> tuple[str, tuple[str, ...]]:
        """Return the text that stands, in a cell whose font strikes through or not, and what is struck."""
        text, struck = "", []
        for run in self.runs:
            if is_struck if run.is_struck is None else run.is_struck:
                struck.append(run.text)
            else:
                text += raised_text(run.text, text) if run.is_raised else run.text
        return text, tuple(struck)


PLAIN = RichText(())


def rich_text(item: etree._Element) -> RichText:
    """Return the runs of a string without its phonetic guide."""
    runs = []
    for element in item.iterchildren(S + "t", S + "r"):
        text = element.text if element.tag == S + "t" else element.findtext(S + "t")
        clean = str(text or "").replace("_x000D_", "").replace("\r\n", "\n")
        look = element.find(S + "rPr")
        is_raised = look is not None and _value(look, "vertAlign") == "superscript"
        runs.append(Run(clean, None if look is None else is_struck(look), is_raised))
    return RichText(tuple(runs))


def is_struck(font: etree._Element) -> bool:
    """Whether a font, or the properties of a run, strike through."""
    return _value(font, "strike") in ("", "1", "true")


def _value(look: etree._Element, name: str) -> str | None:
    element = look.find(S + name)
    return None if element is None else str(element.get("val", ""))
